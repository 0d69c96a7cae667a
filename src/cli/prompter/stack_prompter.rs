use std::io::{BufRead, Write};

use super::plain_input::InputLine;
use super::{plain_input, wording};
use crate::interview::{Command, LinePrompt, Note, PromptError, Prompter, Reply};
use crate::notation::visible;

/// Takes line after line from a file and asks nobody: what is wrong is told with the number of its line, and the rest goes on.
pub struct StackPrompter<R, W> {
    input: R,
    output: W,
    line: usize,
    /// How many lines could not be taken.
    pub faults: usize,
}

/// A line that begins with this is a remark of the one who made the file.
const REMARK: char = '#';

impl<R: BufRead, W: Write> StackPrompter<R, W> {
    pub fn new(input: R, output: W) -> StackPrompter<R, W> {
        StackPrompter { input, output, line: 0, faults: 0 }
    }

    /// The next line that says something.
    fn next(&mut self) -> Result<String, PromptError> {
        loop {
            let line = plain_input::wait_for_line(&mut self.input)?;
            self.line += 1;
            match line {
                InputLine::End => return Err(PromptError::EndOfInput),
                InputLine::Unreadable => self.fault("deze regel is niet te lezen: de tekens staan niet in UTF-8")?,
                InputLine::Text(text, _) if text.trim().is_empty() || text.trim_start().starts_with(REMARK) => {}
                InputLine::Text(text, left_out) => {
                    wording::left_out(left_out).try_for_each(|words| self.say(words))?;
                    return Ok(text);
                }
            }
        }
    }

    fn fault(&mut self, words: &str) -> Result<(), PromptError> {
        self.faults += 1;
        self.say(words)
    }

    fn say(&mut self, words: &str) -> Result<(), PromptError> {
        let place = if self.line == 0 { String::new() } else { format!("regel {}: ", self.line) };
        Ok(writeln!(self.output, "{place}{}", visible(words))?)
    }
}

impl<R: BufRead, W: Write> Prompter for StackPrompter<R, W> {
    /// What went well needs no words; the count comes at the end.
    fn tell(&mut self, note: &Note) -> Result<(), PromptError> {
        match note {
            Note::Refused { fault, tip } => {
                self.fault(fault)?;
                Ok(writeln!(self.output, "  tip: {}", visible(tip))?)
            }
            Note::Remark(words) | Note::Warning(words) => self.say(words),
            _ => Ok(()),
        }
    }

    fn line(&mut self, _prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        let line = self.next()?;
        let answer = || Reply::Answer(Command::answer(&line).to_owned());
        Ok(Command::read(&line).map_or_else(answer, Reply::Command))
    }

    fn asks_nobody(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_keeps_its_number() {
        let input = "# gemeente\n\nK7M4X 2\ncaf\u{e9}\n".as_bytes().to_vec();
        let mut written = Vec::new();
        let mut prompter = StackPrompter::new(input.as_slice(), &mut written);
        assert_eq!(prompter.next().ok().as_deref(), Some("K7M4X 2"));
        let refused = Note::Refused { fault: "de code bestaat niet".to_owned(), tip: "kijk nog eens".to_owned() };
        prompter.tell(&refused).expect("memory can be written");
        assert_eq!(prompter.next().ok().as_deref(), Some("café"));
        assert!(matches!(prompter.next(), Err(PromptError::EndOfInput)));
        assert_eq!(prompter.faults, 1);
        assert_eq!(String::from_utf8_lossy(&written), "regel 3: de code bestaat niet\n  tip: kijk nog eens\n");
    }

    #[test]
    fn a_line_that_is_no_text_is_a_fault_and_the_next_one_comes() {
        let mut written = Vec::new();
        let mut prompter = StackPrompter::new(&b"caf\xe9\ngoed\n"[..], &mut written);
        assert_eq!(prompter.next().ok().as_deref(), Some("goed"));
        assert_eq!(prompter.faults, 1);
    }
}
