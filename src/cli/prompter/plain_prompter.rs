use std::io::{BufRead, Write};

use super::drafts::Drafts;
use super::layout::{Line, Look, Tone};
use super::plain_input::InputLine;
use super::text_buffer::Shape;
use super::{interruption, layout, numbered, plain_input, wording};
use crate::cli::editor;
use crate::cli::store::Scratch;
use crate::interview::{Command, Heading, LinePrompt, Note, PickPrompt, PromptError, Prompter, Reply};
use crate::notation::visible;

/// So wide that no line is broken: what reads a pipe decides itself where lines break.
const UNBROKEN: usize = 4_000;

/// Asks line by line: no cursor control, no box, no escape byte. What a screen reader gets, and what a pipe gets.
pub struct PlainPrompter<R, W> {
    input: R,
    output: W,
    typist: Typist,
    explained: bool,
    look: Look,
    drafts: Drafts,
}

/// Where the lines come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typist {
    /// A person, who sees what is typed.
    Person,
    /// A file or another program. Its answers are not shown; the line of the question is ended here.
    Program,
}

impl<R: BufRead, W: Write> PlainPrompter<R, W> {
    pub fn new(input: R, output: W, typist: Typist) -> PlainPrompter<R, W> {
        let look = Look { width: UNBROKEN, airy: false };
        PlainPrompter { input, output, typist, explained: false, look, drafts: Drafts::default() }
    }

    /// What was typed in an earlier session is offered again.
    pub fn with_scratch(mut self, scratch: Scratch) -> PlainPrompter<R, W> {
        self.drafts.scratch = scratch;
        self
    }

    /// Breaks lines between words at this width, as on a terminal.
    pub fn with_width(mut self, width: usize) -> PlainPrompter<R, W> {
        self.look.width = width;
        self
    }

    fn say(&mut self, words: &str) -> Result<(), PromptError> {
        self.say_lines(&layout::hanging(Tone::Plain, "", "", words, self.look.width))
    }

    fn say_lines(&mut self, lines: &[Line]) -> Result<(), PromptError> {
        lines.iter().try_for_each(|line| Ok(writeln!(self.output, "{}", line.text)?))
    }

    /// Opens a prompt: its heading, and once what can be typed at every question.
    fn open(&mut self, heading: &Heading) -> Result<Option<Command>, PromptError> {
        interruption::check()?;
        if let Some(command) = self.drafts.pending() {
            return Ok(Some(command));
        }
        if !std::mem::replace(&mut self.explained, true) {
            self.say("")?;
            self.say(wording::COMMANDS_IN_WORDS)?;
        }
        self.say_lines(&layout::heading(heading, self.look))?;
        Ok(None)
    }

    /// `Antwoord (nummer; Enter = zo laten): `
    fn prompt(&mut self, label: &str, to_type: &str, on_empty: &str) -> Result<(), PromptError> {
        let hints = [to_type.to_owned(), wording::how_to_end(Shape::OneLine, on_empty)];
        let hints = hints.into_iter().filter(|hint| !hint.is_empty()).collect::<Vec<_>>().join("; ");
        let hints = if hints.is_empty() { String::new() } else { format!(" ({hints})") };
        let lines = layout::wrapped(Tone::Plain, &format!("{label}{hints}:"), self.look.width);
        let lines: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        write!(self.output, "{} ", lines.join("\n"))?;
        Ok(self.output.flush()?)
    }

    /// The next line that can be read.
    fn read(&mut self) -> Result<String, PromptError> {
        loop {
            let line = plain_input::wait_for_line(&mut self.input)?;
            if self.typist == Typist::Program || line == InputLine::End {
                self.say("")?;
            }
            match line {
                InputLine::End => return Err(PromptError::EndOfInput),
                InputLine::Unreadable => self.say(wording::UNREADABLE)?,
                InputLine::Text(text, left_out) => {
                    wording::left_out(left_out).try_for_each(|words| self.say(words))?;
                    return Ok(text);
                }
            }
        }
    }

    /// Opens a prompt for a text, with what stands there now.
    fn open_text(&mut self, prompt: &LinePrompt, shape: Shape) -> Result<Option<Command>, PromptError> {
        if let Some(command) = self.open(&prompt.heading)? {
            return Ok(Some(command));
        }
        // The heading of a question tells the earlier answer already, with who gave it and when.
        if let Some(earlier) = prompt.earlier.as_ref().filter(|_| prompt.heading.ask.is_empty()) {
            self.say(&visible(&wording::earlier(earlier)))?;
        }
        if shape == Shape::Lines {
            self.say(&wording::how_to_end(shape, ""))?;
        }
        Ok(None)
    }

    /// The lines of a text that comes after those that are there, until an empty one; and the command that ended it, if any.
    fn read_lines(&mut self, prompt: &LinePrompt, text: &mut String) -> Result<Option<Command>, PromptError> {
        loop {
            let line = match self.read() {
                // What was typed is an answer, also when nothing comes after it.
                Err(PromptError::EndOfInput) if !text.is_empty() => return Ok(None),
                line => line?,
            };
            if line.trim().is_empty() {
                return Ok(None);
            }
            if let Some(command) = Command::read(&line) {
                return Ok(Some(command));
            }
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line.trim_end());
            self.drafts.slip(&prompt.heading, &prompt.label).keep(text);
        }
    }

    fn choose<T>(
        &mut self,
        prompt: &PickPrompt,
        several: bool,
        read: impl Fn(&str, &PickPrompt) -> Result<T, String>,
    ) -> Result<Reply<T>, PromptError> {
        if let Some(command) = self.open(&prompt.heading)? {
            return Ok(Reply::Command(command));
        }
        self.say_lines(&numbered::lines(prompt, several, self.look.width))?;
        loop {
            self.prompt(&prompt.label, numbered::what_to_type(several), &prompt.on_empty)?;
            let typed = self.read()?;
            if let Some(command) = Command::read(&typed) {
                return Ok(Reply::Command(command));
            }
            if typed.trim().is_empty() {
                return Ok(Reply::Empty);
            }
            match read(&typed, prompt) {
                Ok(chosen) => return Ok(Reply::Answer(chosen)),
                Err(why) => self.say(&why)?,
            }
        }
    }
}

impl<R: BufRead, W: Write> Prompter for PlainPrompter<R, W> {
    fn tell(&mut self, note: &Note) -> Result<(), PromptError> {
        self.say_lines(&layout::note(note, self.look))
    }

    fn line(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        if let Some(command) = self.open_text(prompt, Shape::OneLine)? {
            return Ok(Reply::Command(command));
        }
        self.prompt(&prompt.label, "", &prompt.on_empty)?;
        let typed = self.read()?;
        Ok(Command::read(&typed).map_or_else(|| entered(&typed), Reply::Command))
    }

    fn lines(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        if let Some(command) = self.open_text(prompt, Shape::Lines)? {
            return Ok(Reply::Command(command));
        }
        let slip = self.drafts.slip(&prompt.heading, &prompt.label);
        let mut text = self.drafts.take(prompt).or_else(|| slip.text()).unwrap_or_default();
        if !text.is_empty() {
            self.say(&format!("Je typte al:\n{}\nGa verder, of typ een lege regel.", visible(&text)))?;
        }
        loop {
            self.prompt(&prompt.label, "", if text.is_empty() { &prompt.on_empty } else { "klaar" })?;
            match self.read_lines(prompt, &mut text)? {
                None => {
                    slip.forget();
                    return Ok(entered(&text));
                }
                Some(Command::Editor) if self.typist == Typist::Program => {
                    self.say("De editor werkt alleen als je zelf typt.")?;
                }
                Some(Command::Editor) => match editor::edit(&text, prompt.earlier.as_deref()) {
                    Ok(written) => return Ok(entered(&written)),
                    Err(why) => self.say(&why)?,
                },
                Some(command) if Drafts::would_lose(&command, &text) => self.say(wording::TEXT_IN_HAND)?,
                Some(command) if self.drafts.answers_first(&command, &text) => return Ok(entered(&text)),
                Some(command) => {
                    self.drafts.keep(prompt, &text);
                    return Ok(Reply::Command(command));
                }
            }
        }
    }

    fn pick(&mut self, prompt: &PickPrompt) -> Result<Reply<usize>, PromptError> {
        self.choose(prompt, false, numbered::one)
    }

    fn pick_several(&mut self, prompt: &PickPrompt) -> Result<Reply<Vec<usize>>, PromptError> {
        self.choose(prompt, true, numbered::several)
    }
}

fn entered(text: &str) -> Reply<String> {
    if text.trim().is_empty() { Reply::Empty } else { Reply::Answer(numbered::unescaped(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::PickItem;

    fn heading() -> Heading {
        Heading {
            place: "Doelen, vraag 3 van 8".to_owned(),
            ask: "Wat wil je bereiken?".to_owned(),
            remarks: vec!["Vorig antwoord: oefenen".to_owned()],
            ..Heading::default()
        }
    }

    fn line_prompt() -> LinePrompt {
        LinePrompt {
            heading: heading(),
            label: "Antwoord".to_owned(),
            earlier: Some("oefenen".to_owned()),
            on_empty: "zo laten".to_owned(),
            ..LinePrompt::default()
        }
    }

    fn pick_prompt() -> PickPrompt {
        let item = |label: &str| PickItem { label: label.to_owned(), detail: None };
        PickPrompt {
            heading: heading(),
            label: "Antwoord".to_owned(),
            items: vec![item("Ja"), PickItem { detail: Some("Dan volgt een stap.".to_owned()), ..item("Nee") }],
            chosen: vec![1],
            on_empty: "zo laten".to_owned(),
            at_most: None,
            closing: None,
            commands: true,
        }
    }

    type OnBytes<'i> = PlainPrompter<&'i [u8], Vec<u8>>;

    /// Asks with these lines as the input; gives every reply until the input ends, and all that was written.
    fn ask<T: std::fmt::Debug>(
        input: &str,
        mut ask: impl FnMut(&mut OnBytes) -> Result<Reply<T>, PromptError>,
    ) -> (Vec<String>, String) {
        let mut prompter = PlainPrompter::new(input.as_bytes(), Vec::new(), Typist::Program);
        let mut replies = Vec::new();
        loop {
            match ask(&mut prompter) {
                Ok(reply) => replies.push(format!("{reply:?}")),
                Err(PromptError::EndOfInput) => break,
                Err(error) => panic!("memory can be read: {error}"),
            }
        }
        (replies, String::from_utf8(prompter.output).expect("the prompter writes text"))
    }

    #[track_caller]
    fn check_line(input: &str, expected: &[&str]) {
        assert_eq!(ask(input, |prompter| prompter.line(&line_prompt())).0, expected, "{input:?}");
    }

    #[track_caller]
    fn check_lines(input: &str, expected: &[&str]) {
        assert_eq!(ask(input, |prompter| prompter.lines(&line_prompt())).0, expected, "{input:?}");
    }

    #[test]
    fn a_line_is_an_answer_or_a_command() {
        check_line(
            "meer oefenen\n\n<\n:weetniet\n\\:stop\nlaatste",
            &[
                r#"Answer("meer oefenen")"#,
                "Empty",
                "Command(Back)",
                "Command(Unknown)",
                r#"Answer(":stop")"#,
                r#"Answer("laatste")"#,
            ],
        );
        check_line("", &[]);
    }

    #[test]
    fn several_lines_end_with_an_empty_one() {
        check_lines("een\ntwee\n\ndrie\n", &[r#"Answer("een\ntwee")"#, r#"Answer("drie")"#]);
        check_lines("\n:nvt\n", &["Empty", "Command(NotApplicable)"]);
    }

    #[test]
    fn a_command_in_the_middle_of_a_text_loses_nothing() {
        check_lines("een\n?\ntwee\n\n", &["Command(Help)", r#"Answer("een\ntwee")"#]);
        check_lines("een\n:stop\n", &[r#"Answer("een")"#, "Command(Stop)"]);
        check_lines("een\n<\n\n", &["Command(Back)", r#"Answer("een")"#]);
    }

    #[test]
    fn a_list_is_answered_by_number_or_words() {
        let (replies, written) = ask("3\n2\nja\n\n:stop\n", |prompter| prompter.pick(&pick_prompt()));
        assert_eq!(replies, ["Answer(1)", "Answer(0)", "Empty", "Command(Stop)"]);
        assert!(written.contains("'3' staat niet in de lijst. Typ een nummer van 1 tot en met 2."), "{written}");
        let (replies, _) = ask("2, 1\n0\n", |prompter| prompter.pick_several(&pick_prompt()));
        assert_eq!(replies, ["Answer([0, 1])", "Answer([])"]);
    }

    #[test]
    fn everything_is_said_in_words() {
        let (_, written) = ask("1\n", |prompter| prompter.pick(&pick_prompt()));
        let expected = "
Bij elke vraag kun je typen: < voor terug, - voor overslaan, ? voor uitleg, :weetniet, :lijst voor de onderdelen, :stop \
                        om te bewaren en te stoppen.

Doelen, vraag 3 van 8
Wat wil je bereiken?
Vorig antwoord: oefenen
  1. Ja
  2. Nee (vorige keuze)
     Dan volgt een stap.
Antwoord (nummer; Enter = zo laten): \n";
        assert!(written.starts_with(expected), "{written}");
    }

    #[test]
    fn on_a_terminal_lines_break_between_words() {
        let mut prompter = PlainPrompter::new(&b""[..], Vec::new(), Typist::Person).with_width(39);
        let mut prompt = pick_prompt();
        prompt.heading.ask = "Wat wil je over een jaar samen bereikt hebben in de regio?".to_owned();
        prompt.items[0].label = "Ja, we bouwen verder met alle organisaties die dat willen".to_owned();
        assert!(prompter.pick(&prompt).is_err(), "the input ends");
        let written = String::from_utf8(prompter.output).expect("the prompter writes text");
        assert!(written.lines().all(|line| line.chars().count() <= 39), "{written}");
        assert!(written.contains("Wat wil je over een jaar samen bereikt\nhebben in de regio?"), "{written}");
        assert!(written.contains("  1. Ja, we bouwen verder met alle\n     organisaties"), "{written}");
    }

    #[test]
    fn no_escape_byte_is_written() {
        let hostile = "a\u{1b}[2J\u{9b}b\u{202e}\n";
        let mut prompt = line_prompt();
        prompt.label = hostile.to_owned();
        prompt.heading.ask = hostile.to_owned();
        let (replies, written) = ask(hostile, |prompter| prompter.line(&prompt));
        assert_eq!(replies, [r#"Answer("a[2Jb")"#]);
        assert!(!written.contains(|sign: char| sign != '\n' && crate::notation::hides(sign)), "{written:?}");
        assert!(written.contains("Tekens die je niet ziet, zijn weggelaten."), "{written}");
    }

    #[test]
    fn what_is_no_text_is_refused_and_asked_again() {
        let mut prompter = PlainPrompter::new(&b"caf\xe9\ncaf\xc3\xa9\n"[..], Vec::new(), Typist::Person);
        let reply = prompter.line(&line_prompt()).expect("memory can be read");
        assert_eq!(reply, Reply::Answer("café".to_owned()));
        let written = String::from_utf8(prompter.output).expect("the prompter writes text");
        assert!(written.contains("staan niet in UTF-8"), "{written}");
    }
}
