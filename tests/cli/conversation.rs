use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::story::Story;

/// So long a program may think before it says something; a test that waits for ever says nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that waits at its prompts.
pub struct Conversation {
    child: Child,
    messages: Receiver<Vec<u8>>,
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
        let mut errors = child.stderr.take().expect("standard error is a pipe");
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = errors.read(&mut bytes) {
                if sender.send(bytes[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Conversation { child, messages }
    }

    /// Reads until the program waits for an answer to what it asked.
    pub fn wait_for(&mut self, words: &str) {
        let (is_there, seen) = self.read_until(|seen| seen.contains(words));
        assert!(is_there, "the program ended before '{words}':\n{seen}");
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
        let (is_there, seen) = self.read_until(|seen| seen.ends_with("): "));
        is_there.then_some(seen)
    }

    /// What the program still says when nothing more is typed, and its exit code.
    pub fn end(mut self) -> (Option<i32>, String) {
        drop(self.child.stdin.take());
        let (_, rest) = self.read_until(|_| false);
        (self.child.wait().expect("the program ends").code(), rest)
    }

    /// What the program says, and whether it came to what is waited for before it ended.
    fn read_until(&mut self, is_there: impl Fn(&str) -> bool) -> (bool, String) {
        let mut bytes = Vec::new();
        loop {
            let seen = String::from_utf8_lossy(&bytes).into_owned();
            if is_there(&seen) {
                return (true, seen);
            }
            match self.messages.recv_timeout(PATIENCE) {
                Ok(more) => bytes.extend(more),
                Err(RecvTimeoutError::Disconnected) => return (false, seen),
                Err(RecvTimeoutError::Timeout) => {
                    let _ = self.child.kill();
                    panic!("the program said nothing more for {PATIENCE:?}:\n{seen}");
                }
            }
        }
    }
}
