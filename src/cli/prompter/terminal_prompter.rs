use console::Term;

use super::cursor_list::CursorList;
use super::drafts::{Drafts, Ticks};
use super::guard::Guard;
use super::layout::{Line, Tone};
use super::line_reader::LineReader;
use super::list_page::{ListPage, Row};
use super::recall::{Recall, Walk};
use super::screen::Screen;
use super::text_buffer::{Shape, TextBuffer};
use super::{interruption, layout, numbered, wording};
use crate::cli::editor;
use crate::cli::store::Scratch;
use crate::interview::{Command, LinePrompt, Note, PickPrompt, PromptError, Prompter, Reply};
use crate::notation;

/// Asks on a terminal: lists to walk through with the arrows, texts that can be edited.
pub struct TerminalPrompter {
    screen: Screen,
    guard: Guard,
    drafts: Drafts,
    ticks: Ticks,
    recall: Recall,
    /// What was told since the last question: it stands above the next one.
    told: Vec<Line>,
    /// Names that were typed or pasted at a list: they stand ready where names are asked.
    pasted: Option<String>,
    /// The answer that stands on the screen, so that it is not told twice.
    shown: Option<String>,
}

/// So many lines may go unread where there is no room for them: that an answer was kept.
const PASSED_OVER: usize = 3;

/// How one goes on to what does not fit on the screen any more.
const MORE: &str = "Enter = verder";

/// The rows below a question that is typed: the commands, what Enter does, the text.
const TYPING_ROWS: usize = 5;

impl TerminalPrompter {
    pub fn new(term: Term, coloured: bool) -> TerminalPrompter {
        TerminalPrompter {
            screen: Screen::new(term, coloured),
            guard: Guard::On,
            drafts: Drafts::default(),
            ticks: Ticks::default(),
            recall: Recall::default(),
            told: Vec::new(),
            pasted: None,
            shown: None,
        }
    }

    /// What was typed in an earlier session is offered again.
    pub fn with_scratch(mut self, scratch: Scratch) -> TerminalPrompter {
        self.drafts.scratch = scratch;
        self
    }

    /// For tests, which type faster than people.
    pub fn without_paste_guard(mut self) -> TerminalPrompter {
        self.guard = Guard::Off;
        self
    }

    fn quiet(&mut self, words: &str) -> Result<(), PromptError> {
        self.say(self.screen.lines(Tone::Quiet, words))
    }

    fn fault(&mut self, words: &str) -> Result<(), PromptError> {
        self.say(self.screen.lines(Tone::Fault, words))
    }

    fn say(&mut self, lines: Vec<Line>) -> Result<(), PromptError> {
        self.screen.say(&lines)?;
        self.told.extend(lines);
        Ok(())
    }

    /// What is higher than the screen is read page by page, so that nothing of it goes by.
    fn say_in_pages(&mut self, mut lines: Vec<Line>) -> Result<(), PromptError> {
        let page = self.screen.rows().saturating_sub(2).max(1);
        if lines.len() > page {
            self.screen.turn_page()?;
            self.told.clear();
        }
        while lines.len() > page {
            let rest = lines.split_off(page);
            self.screen.say(&lines)?;
            self.read_aside(MORE)?;
            self.screen.turn_page()?;
            lines = rest;
        }
        self.say(lines)
    }

    /// A command that waits for a prompt; else what stood on the screen is no answer any more.
    fn begin(&mut self) -> Result<Option<Command>, PromptError> {
        interruption::check()?;
        self.shown = None;
        Ok(self.drafts.pending())
    }

    /// A question stands on a screen of its own, below what was told since the last one.
    fn open_text(&mut self, prompt: &LinePrompt) -> Result<(), PromptError> {
        let heading = layout::heading(&prompt.heading, self.screen.look());
        let told = std::mem::take(&mut self.told);
        if !prompt.heading.ask.is_empty() {
            // What does not fit above the question stays where it is, and the question comes below it.
            let is_whole = told.len() + heading.len() + TYPING_ROWS < self.screen.rows();
            if is_whole || told.len() <= PASSED_OVER {
                self.screen.turn_page()?;
                self.screen.say(if is_whole { &told } else { &[] })?;
            }
        }
        self.screen.say(&heading)?;
        if !prompt.heading.ask.is_empty() {
            let is_question = !prompt.heading.place.is_empty() || !prompt.heading.about.is_empty();
            let keys = if is_question { wording::COMMANDS_SHORT } else { wording::TEXT_KEYS };
            self.screen.say(&self.screen.lines(Tone::Quiet, keys))?;
            self.screen.space()?;
        }
        Ok(())
    }

    fn answered<T>(&mut self, label: &str, words: &str, answer: T) -> Result<Reply<T>, PromptError> {
        self.answer_line(label, Tone::Answer, words)?;
        self.shown = Some(words.to_owned());
        Ok(Reply::Answer(answer))
    }

    /// Enter without an answer: what that meant stays on the screen.
    fn left<T>(&mut self, label: &str, on_empty: &str) -> Result<Reply<T>, PromptError> {
        if !on_empty.is_empty() {
            self.answer_line(label, Tone::Quiet, &format!("({on_empty})"))?;
            self.told.clear();
        }
        Ok(Reply::Empty)
    }

    fn answer_line(&mut self, label: &str, tone: Tone, words: &str) -> Result<(), PromptError> {
        self.screen.say_answer(label, tone, words)?;
        self.told = self.screen.lines(Tone::Quiet, &format!("{label}: {}", notation::single_line(words)));
        Ok(())
    }

    /// A line that answers no question.
    fn read_aside(&mut self, label: &str) -> Result<String, PromptError> {
        Ok(self.read(label, ["", ""], TextBuffer::new(Shape::OneLine, ""), Walk::default(), &|_| ())?.1)
    }

    fn read(
        &mut self,
        label: &str,
        hint: [&str; 2],
        buffer: TextBuffer,
        typed: Walk,
        noted: &dyn Fn(&str),
    ) -> Result<(Option<Command>, String), PromptError> {
        // A long text may well be pasted.
        let guard = if buffer.shape == Shape::Lines { Guard::Off } else { self.guard };
        let read = LineReader { screen: &self.screen, label, hint, guard, noted, buffer, typed, drawn: None }.read();
        let (command, buffer) = read?;
        wording::left_out(buffer.left_out).try_for_each(|words| self.fault(words))?;
        Ok((command, buffer.text().trim_end().to_owned()))
    }

    fn type_text(&mut self, prompt: &LinePrompt, shape: Shape) -> Result<Reply<String>, PromptError> {
        if let Some(command) = self.begin()? {
            return Ok(Reply::Command(command));
        }
        self.open_text(prompt)?;
        // The heading of a question tells the earlier answer already, with who gave it and when.
        if let Some(earlier) = prompt.earlier.as_ref().filter(|_| prompt.heading.ask.is_empty()) {
            self.screen.say(&self.screen.lines(Tone::Quiet, &wording::earlier(earlier)))?;
        }
        let hint =
            [wording::how_to_end(shape, &prompt.on_empty), wording::how_to_end(shape, wording::kept_by_enter(shape))];
        let slip = self.drafts.slip(&prompt.heading, &prompt.label);
        let pasted = self.pasted.take().or_else(|| self.drafts.take(prompt));
        let mut text = pasted.unwrap_or_else(|| prompt.refused.clone());
        if text.is_empty()
            && let Some(earlier) = slip.text()
        {
            self.quiet(wording::TYPED_EARLIER)?;
            text = earlier;
        }
        let noted = |text: &str| {
            if !text.trim().is_empty() {
                slip.keep(text);
            }
        };
        loop {
            let buffer = TextBuffer::new(shape, &text);
            let command;
            let typed = self.recall.lines(prompt);
            (command, text) = self.read(&prompt.label, [&hint[0], &hint[1]], buffer, typed, &noted)?;
            match command {
                None => return self.entered(prompt, &text),
                Some(Command::Edit) if prompt.earlier.is_some() => {
                    text = [prompt.earlier.clone().unwrap_or_default(), text].join("\n").trim_end().to_owned();
                }
                Some(Command::Editor) if shape == Shape::Lines => {
                    match editor::edit(&text, prompt.earlier.as_deref()) {
                        Ok(written) => return self.entered(prompt, &written),
                        Err(why) => self.fault(&why)?,
                    }
                }
                Some(command) if Drafts::would_lose(&command, &text) => {
                    self.fault(wording::TEXT_IN_HAND)?;
                    text.push('\n');
                }
                Some(command) if self.drafts.answers_first(&command, &text) => return self.entered(prompt, &text),
                Some(command) => {
                    noted(&text);
                    self.drafts.keep(prompt, &text);
                    return Ok(Reply::Command(command));
                }
            }
        }
    }

    fn entered(&mut self, prompt: &LinePrompt, text: &str) -> Result<Reply<String>, PromptError> {
        self.drafts.slip(&prompt.heading, &prompt.label).forget();
        if text.trim().is_empty() {
            return self.left(&prompt.label, &prompt.on_empty);
        }
        self.recall.keep(prompt, text);
        let answer = numbered::unescaped(text);
        self.answered(&prompt.label, &answer.clone(), answer)
    }

    /// Asks a list once: the row that was taken, with Escape as the command to go back.
    fn ask_list(&mut self, page: &ListPage, refused: &str) -> Result<Row, PromptError> {
        let row = CursorList { screen: &self.screen, guard: self.guard, page }.ask(refused)?;
        match row.unwrap_or(Row::Command(Command::Back)) {
            Row::Command(Command::Note(_)) => Ok(Row::Command(Command::Note(self.read_aside("Notitie")?))),
            row => Ok(row),
        }
    }

    /// What was told stands above the list; what does not fit there is read first.
    fn told_above(&mut self, prompt: &PickPrompt) -> Result<Vec<Line>, PromptError> {
        let told = std::mem::take(&mut self.told);
        let page = ListPage { prompt, told: &told, chosen: None };
        if told.len() <= PASSED_OVER || page.holds_told(self.screen.rows(), self.screen.width()) {
            return Ok(told);
        }
        self.read_aside(MORE)?;
        Ok(Vec::new())
    }
}

impl Prompter for TerminalPrompter {
    fn tell(&mut self, note: &Note) -> Result<(), PromptError> {
        if let Note::Confirmed { answer, .. } = note
            && self.shown.as_ref() == Some(answer)
        {
            return self.quiet("Bewaard.");
        }
        let lines = layout::note(note, self.screen.look());
        self.say_in_pages(lines)
    }

    fn line(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        self.type_text(prompt, Shape::OneLine)
    }

    fn lines(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        self.type_text(prompt, Shape::Lines)
    }

    fn pick(&mut self, prompt: &PickPrompt) -> Result<Reply<usize>, PromptError> {
        if let Some(command) = self.begin()? {
            return Ok(Reply::Command(command));
        }
        let told = self.told_above(prompt)?;
        let page = ListPage { prompt, told: &told, chosen: None };
        match self.ask_list(&page, "")? {
            Row::Item(item) => self.answered(&prompt.label, &prompt.items[item].label, item),
            Row::Typed(text) => {
                self.pasted = Some(text);
                Ok(prompt.closing.map_or(Reply::Empty, Reply::Answer))
            }
            Row::Command(command) => Ok(Reply::Command(command)),
            Row::Rest | Row::Items(_) => self.left(&prompt.label, &prompt.on_empty),
        }
    }

    fn pick_several(&mut self, prompt: &PickPrompt) -> Result<Reply<Vec<usize>>, PromptError> {
        if let Some(command) = self.begin()? {
            return Ok(Reply::Command(command));
        }
        let mut told = self.told_above(prompt)?;
        let slip = self.drafts.slip(&prompt.heading, &prompt.label);
        let mut refused = String::new();
        let chosen = self.ticks.take(&prompt.heading).or_else(|| {
            let earlier = Ticks::earlier(&slip, prompt)?;
            wording::CHOSEN_EARLIER.clone_into(&mut refused);
            Some(earlier)
        });
        let mut chosen = chosen.unwrap_or_else(|| prompt.chosen.clone());
        loop {
            let page = ListPage { prompt, told: &told, chosen: Some(&chosen) };
            let mut wanted = chosen.clone();
            match self.ask_list(&page, &refused)? {
                Row::Item(item) if chosen.contains(&item) => wanted.retain(|known| *known != item),
                Row::Item(item) => wanted.push(item),
                Row::Items(items) => wanted.extend(items),
                Row::Typed(text) => {
                    self.pasted = Some(text);
                    wanted.extend(prompt.closing);
                }
                Row::Command(command)
                    if chosen != prompt.chosen
                        && self.drafts.answers_first(&command, &numbered::words(&chosen, prompt)) =>
                {
                    break;
                }
                Row::Command(command) => {
                    self.ticks.keep(&prompt.heading, chosen);
                    return Ok(Reply::Command(command));
                }
                Row::Rest if chosen == prompt.chosen => return self.left(&prompt.label, &prompt.on_empty),
                Row::Rest => break,
            }
            told.clear();
            wanted.sort_unstable();
            wanted.dedup();
            refused = numbered::check_number(&wanted, prompt).err().unwrap_or_default();
            if !refused.is_empty() {
                // Names that found no room are no text for a later question.
                self.pasted = None;
            } else {
                chosen = wanted;
                Ticks::note(&slip, prompt, &chosen);
            }
            // Who was ticked goes on to where names are asked, and is kept there.
            if prompt.closing.is_some_and(|item| chosen.contains(&item)) {
                break;
            }
        }
        slip.forget();
        self.answered(&prompt.label, &numbered::words(&chosen, prompt), chosen)
    }
}

impl Drop for TerminalPrompter {
    fn drop(&mut self) {
        // A list hides the cursor and may be left by an error.
        self.screen.show_cursor();
    }
}
