use console::Term;

use super::cursor_list::CursorList;
use super::drafts::Drafts;
use super::guard::Guard;
use super::layout::{Line, Tone};
use super::line_reader::{End, LineReader, Typed};
use super::list_entries::{Entry, Meaning, Room};
use super::screen::Screen;
use super::text_buffer::Shape;
use super::{interruption, layout, list_entries, numbered, wording};
use crate::cli::editor;
use crate::interview::{Command, Heading, LinePrompt, Note, PickPrompt, PromptError, Prompter, Reply};

/// Asks on a terminal: lists to walk through with the arrows, texts that can be edited.
pub struct TerminalPrompter {
    screen: Screen,
    guard: Guard,
    explained: Explained,
    drafts: Drafts,
    /// The question that stands on the screen.
    asked: Option<Heading>,
    /// The answer that stands on the screen, so that it is not told twice.
    shown: Option<String>,
}

/// What has been told, once, and again after help.
#[derive(Clone, Copy, Debug, Default)]
struct Explained {
    typing: bool,
    lists: bool,
}

impl TerminalPrompter {
    pub fn new(term: Term, coloured: bool) -> TerminalPrompter {
        TerminalPrompter {
            screen: Screen::new(term, coloured),
            guard: Guard::On,
            explained: Explained::default(),
            drafts: Drafts::default(),
            asked: None,
            shown: None,
        }
    }

    /// For tests, which type faster than people.
    pub fn without_paste_guard(mut self) -> TerminalPrompter {
        self.guard = Guard::Off;
        self
    }

    fn quiet(&self, words: &str) -> Result<(), PromptError> {
        Ok(self.screen.say(&self.screen.lines(Tone::Quiet, words))?)
    }

    fn fault(&self, words: &str) -> Result<(), PromptError> {
        Ok(self.screen.say(&self.screen.lines(Tone::Fault, words))?)
    }

    /// Opens a prompt with its heading; or gives the command that waits for one.
    fn open(&mut self, heading: &Heading) -> Result<Option<Command>, PromptError> {
        interruption::check()?;
        if let Some(command) = self.drafts.pending() {
            return Ok(Some(command));
        }
        self.shown = None;
        let look = self.screen.look();
        if !look.airy && self.asked.as_ref() == Some(heading) {
            // On a small screen the whole heading would push off the help that was just given.
            let ask_only = Heading { ask: heading.ask.clone(), ..Heading::default() };
            self.screen.say(&layout::heading(&ask_only, look))?;
        } else {
            self.screen.say(&layout::heading(heading, look))?;
        }
        self.asked = Some(heading.clone());
        Ok(None)
    }

    fn explain_typing(&mut self) -> Result<(), PromptError> {
        if !std::mem::replace(&mut self.explained.typing, true) {
            self.quiet(wording::COMMANDS_SHORT)?;
            self.screen.space()?;
        }
        Ok(())
    }

    /// After help, what can be done is told again.
    fn command<T>(&mut self, command: Command) -> Reply<T> {
        if command == Command::Help {
            self.explained = Explained::default();
        }
        Reply::Command(command)
    }

    fn answered<T>(&mut self, label: &str, words: &str, answer: T) -> Result<Reply<T>, PromptError> {
        self.screen.say_answer(label, Tone::Answer, words)?;
        self.shown = Some(words.to_owned());
        Ok(Reply::Answer(answer))
    }

    /// Enter without an answer: what that meant stays on the screen.
    fn left<T>(&self, label: &str, on_empty: &str) -> Result<Reply<T>, PromptError> {
        if !on_empty.is_empty() {
            self.screen.say_answer(label, Tone::Quiet, &format!("({on_empty})"))?;
        }
        Ok(Reply::Empty)
    }

    fn read(&self, label: &str, hint: &str, shape: Shape, text: &str) -> Result<Typed, PromptError> {
        // A long text may well be pasted.
        let guard = if shape == Shape::Lines { Guard::Off } else { self.guard };
        let typed = LineReader::new(&self.screen, label, shape, text).hint(hint).guard(guard).read()?;
        for words in wording::left_out(typed.left_out) {
            self.fault(words)?;
        }
        Ok(typed)
    }

    fn type_text(&mut self, prompt: &LinePrompt, shape: Shape) -> Result<Reply<String>, PromptError> {
        if let Some(command) = self.open(&prompt.heading)? {
            return Ok(Reply::Command(command));
        }
        self.explain_typing()?;
        // The heading of a question tells the earlier answer already, with who gave it and when.
        if let Some(earlier) = prompt.earlier.as_ref().filter(|_| prompt.heading.ask.is_empty()) {
            self.quiet(&wording::earlier(earlier))?;
        }
        let hint = wording::how_to_end(shape, &prompt.on_empty);
        let mut text = self.drafts.take(prompt).unwrap_or_default();
        loop {
            let typed = self.read(&prompt.label, &hint, shape, &text)?;
            text = typed.text;
            match typed.end {
                End::Entered => return self.entered(prompt, &text),
                End::Command(Command::Edit) if prompt.earlier.is_some() => {
                    text = [prompt.earlier.clone().unwrap_or_default(), text].join("\n").trim_end().to_owned();
                }
                End::Command(Command::Editor) if shape == Shape::Lines => {
                    match editor::edit(if text.is_empty() { prompt.earlier.as_deref().unwrap_or("") } else { &text }) {
                        Ok(written) => return self.entered(prompt, &written),
                        Err(why) => self.fault(&why)?,
                    }
                }
                End::Command(command) if self.drafts.answers_first(&command, &text) => {
                    return self.entered(prompt, &text);
                }
                End::Command(command) => {
                    self.drafts.keep(prompt, &text);
                    return Ok(self.command(command));
                }
            }
        }
    }

    fn entered(&mut self, prompt: &LinePrompt, text: &str) -> Result<Reply<String>, PromptError> {
        if text.trim().is_empty() {
            return self.left(&prompt.label, &prompt.on_empty);
        }
        let answer = numbered::unescaped(text);
        self.answered(&prompt.label, &answer.clone(), answer)
    }

    /// A list that is too long for the screen.
    fn choose_numbered<T>(
        &mut self,
        prompt: &PickPrompt,
        several: bool,
        read: impl Fn(&str, &PickPrompt) -> Result<T, String>,
    ) -> Result<Reply<T>, PromptError> {
        self.explain_typing()?;
        self.screen.say(&numbered::lines(prompt, several, self.screen.width()))?;
        let label = format!("{} ({})", prompt.label, numbered::what_to_type(several));
        // The list has pushed the question off the screen, or nearly so.
        let hint = format!("{}\n{}", prompt.heading.ask, wording::how_to_end(Shape::OneLine, &prompt.on_empty));
        loop {
            let typed = self.read(&label, hint.trim(), Shape::OneLine, "")?;
            match typed.end {
                End::Command(command) => return Ok(self.command(command)),
                End::Entered if typed.text.is_empty() => return self.left(&prompt.label, &prompt.on_empty),
                End::Entered => match read(&typed.text, prompt) {
                    Ok(chosen) => return self.answered(&prompt.label, &typed.text, chosen),
                    Err(why) => self.fault(&why)?,
                },
            }
        }
    }

    fn room(&self, marker: usize) -> Room {
        let columns = usize::from(self.screen.term.size().1);
        Room { width: self.screen.width(), columns, rows: self.screen.rows(), marker }
    }

    /// What stands above a list as long as it is there. A follow-up has no question, and its label says what is chosen. A question
    /// that the list pushes off the screen is asked again.
    fn above_list(&self, prompt: &PickPrompt, entries: &[Entry], keys: &str) -> Vec<Line> {
        let mut below = self.screen.lines(Tone::Quiet, keys);
        if !keys.is_empty() && self.screen.look().airy {
            below.push(Line::new(Tone::Plain, ""));
        }
        let question = Heading { place: String::new(), ..prompt.heading.clone() };
        // The empty row above the question stands for the one on which the cursor waits.
        let rows = layout::heading(&question, self.screen.look()).len() + below.len() + list_entries::rows(entries);
        let again = match prompt.heading.ask.as_str() {
            "" => prompt.label.as_str(),
            ask if rows > self.screen.rows() => ask,
            _ => "",
        };
        let mut lines = Vec::new();
        layout::add(&mut lines, Tone::Question, again, self.screen.width());
        lines.extend(below);
        lines
    }

    fn list<'l>(&'l self, above: &'l [Line], entries: &'l [Entry]) -> CursorList<'l> {
        CursorList { screen: &self.screen, guard: self.guard, above, entries }
    }

    /// The commands that a list has no entry for. Nothing when none was chosen after all.
    fn choose_more(&self, shown: &[Entry], prompt: &PickPrompt) -> Result<Option<Command>, PromptError> {
        let entries = list_entries::more(shown, prompt, self.room(SELECT_MARKER));
        let Some(index) = self.list(&[], &entries).select(0)? else { return Ok(None) };
        match entries.get(index).map(|entry| entry.meaning.clone()) {
            Some(Meaning::Command(Command::Note(_))) => {
                let typed = self.read("Notitie", "", Shape::OneLine, "")?;
                let given = typed.end == End::Entered && !typed.text.is_empty();
                Ok(given.then_some(Command::Note(typed.text)))
            }
            Some(Meaning::Command(command)) => Ok(Some(command)),
            _ => Ok(None),
        }
    }
}

/// What stands before an item: the cursor, and for several the box.
const SELECT_MARKER: usize = 2;
const SEVERAL_MARKER: usize = 6;

impl Prompter for TerminalPrompter {
    fn tell(&mut self, note: &Note) -> Result<(), PromptError> {
        if let Note::Confirmed { answer, .. } = note
            && self.shown.as_ref() == Some(answer)
        {
            return self.quiet("Bewaard.");
        }
        Ok(self.screen.say(&layout::note(note, self.screen.look()))?)
    }

    fn line(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        self.type_text(prompt, Shape::OneLine)
    }

    fn lines(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        self.type_text(prompt, Shape::Lines)
    }

    fn pick(&mut self, prompt: &PickPrompt) -> Result<Reply<usize>, PromptError> {
        if let Some(command) = self.open(&prompt.heading)? {
            return Ok(Reply::Command(command));
        }
        let Some(entries) = list_entries::entries(prompt, self.room(SELECT_MARKER)) else {
            return self.choose_numbered(prompt, false, numbered::one);
        };
        let first = !std::mem::replace(&mut self.explained.lists, true);
        let above = self.above_list(prompt, &entries, if first { wording::SELECT_KEYS } else { "" });
        let mut start = prompt.chosen.first().copied().unwrap_or(0);
        loop {
            let Some(index) = self.list(&above, &entries).select(start)? else {
                return Ok(self.command(Command::Back));
            };
            start = index;
            match &entries[index].meaning {
                Meaning::Item(item) => return self.answered(&prompt.label, &prompt.items[*item].label, *item),
                Meaning::Command(command) => return Ok(self.command(command.clone())),
                Meaning::More => {
                    if let Some(command) = self.choose_more(&entries, prompt)? {
                        return Ok(self.command(command));
                    }
                }
            }
        }
    }

    fn pick_several(&mut self, prompt: &PickPrompt) -> Result<Reply<Vec<usize>>, PromptError> {
        if let Some(command) = self.open(&prompt.heading)? {
            return Ok(Reply::Command(command));
        }
        let Some(entries) = list_entries::entries(prompt, self.room(SEVERAL_MARKER)) else {
            return self.choose_numbered(prompt, true, numbered::several);
        };
        let above = self.above_list(prompt, &entries, wording::SEVERAL_KEYS);
        let mut ticked = prompt.chosen.clone();
        loop {
            let Some((chosen, active)) = self.list(&above, &entries).select_several(&ticked)? else {
                return Ok(self.command(Command::Back));
            };
            ticked = chosen.into_iter().filter(|index| *index < prompt.items.len()).collect();
            match entries.get(active).map(|entry| &entry.meaning) {
                Some(Meaning::Command(command)) => return Ok(self.command(command.clone())),
                Some(Meaning::More) => {
                    if let Some(command) = self.choose_more(&entries, prompt)? {
                        return Ok(self.command(command));
                    }
                }
                _ => match numbered::check_number(&ticked, prompt) {
                    Err(why) => self.fault(&why)?,
                    Ok(()) if ticked.is_empty() && prompt.chosen.is_empty() => {
                        return self.left(&prompt.label, &prompt.on_empty);
                    }
                    Ok(()) => return self.answered(&prompt.label, &numbered::words(&ticked, prompt), ticked),
                },
            }
        }
    }
}

impl Drop for TerminalPrompter {
    fn drop(&mut self) {
        // A list hides the cursor and may be left by an error.
        self.screen.show_cursor();
    }
}
