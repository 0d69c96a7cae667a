use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Stdio};

use crate::story::Story;

/// A program that waits at its prompts.
pub struct Conversation {
    child: Child,
    messages: BufReader<std::process::ChildStderr>,
}

impl Conversation {
    pub fn begin(story: &Story, words: &[&str]) -> Conversation {
        let mut child = story
            .command(&story.path(""), words)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let messages = BufReader::new(child.stderr.take().expect("standard error is a pipe"));
        Conversation { child, messages }
    }

    /// Reads until the program waits for an answer to what it asked.
    pub fn wait_for(&mut self, words: &str) {
        let mut seen = String::new();
        loop {
            let available = self.messages.fill_buf().expect("the pipe can be read");
            assert!(!available.is_empty(), "the program ended before '{words}':\n{seen}");
            seen.push_str(&String::from_utf8_lossy(available));
            let length = available.len();
            self.messages.consume(length);
            if seen.contains(words) {
                return;
            }
        }
    }

    pub fn answer(&mut self, line: &str) {
        let input = self.child.stdin.as_mut().expect("standard input is a pipe");
        writeln!(input, "{line}").expect("the program still reads");
        input.flush().expect("the program still reads");
    }

    pub fn kill(mut self) {
        self.child.kill().expect("the program still runs");
        self.child.wait().expect("the program ends");
    }

    /// Reads until the program waits for something to be typed; nothing when it has ended.
    pub fn next_prompt(&mut self) -> Option<String> {
        let mut seen = String::new();
        loop {
            let available = self.messages.fill_buf().expect("the pipe can be read");
            if available.is_empty() {
                return None;
            }
            seen.push_str(&String::from_utf8_lossy(available));
            let length = available.len();
            self.messages.consume(length);
            if seen.ends_with("): ") {
                return Some(seen);
            }
        }
    }

    /// What the program still says when nothing more is typed, and its exit code.
    pub fn end(mut self) -> (Option<i32>, String) {
        drop(self.child.stdin.take());
        let mut rest = String::new();
        self.messages.read_to_string(&mut rest).expect("the messages are UTF-8");
        (self.child.wait().expect("the program ends").code(), rest)
    }
}
