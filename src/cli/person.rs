use chrono::NaiveDate;

use super::arguments::Settings;
use super::exit::Exit;
use super::explain::broken_off;
use super::failure::{Failure, Result};
use super::store::Scratch;
use super::{present, prompter};
use crate::interview::{
    Command, Ending, Heading, LinePrompt, MenuChoice, Note, PickItem, PickPrompt, PromptError, Prompter, Reply, Run,
    WalkError, choose, walk,
};
use crate::ledger::Ledger;
use crate::notation;

/// The person at the terminal, who is asked for what a command line left out.
pub struct Person {
    prompter: Box<dyn Prompter>,
    /// In a walk back leaves only the question, and who stops has said something perhaps.
    walks: bool,
    /// The input has ended, and that has been told.
    pub has_ended: bool,
}

/// What a person makes of a small question: nothing when it was left.
type Chosen<T> = Result<Option<T>>;

/// What a text is asked with: the question, and the label before the answer.
pub type Asked<'a> = (&'a str, &'a str);

/// A line of a form: what it asks, what Enter without text means, and from which day on a day is counted, where it asks for one.
pub struct FormLine<'a> {
    pub asked: Asked<'a>,
    pub on_empty: &'a str,
    pub day_from: Option<NaiveDate>,
}

/// What was typed on the lines of a form, and whether the person wants to go on after it.
pub struct Form<const LINES: usize> {
    pub lines: [Option<String>; LINES],
    pub then: Result<()>,
}

/// What the command line says, or else what a person types.
pub fn said(settings: &Settings, given: Option<&String>, missing: &str, asked: Asked) -> Result<String> {
    match given {
        Some(given) => Ok(given.clone()),
        None => Person::instead_of(settings, || self::missing(missing))?.text(asked),
    }
}

impl Person {
    /// Nobody, where no terminal is or where questions are not wanted.
    pub fn at_hand(settings: &Settings) -> Option<Person> {
        prompter::person_at_hand(settings).then(|| Person {
            prompter: prompter::for_terminal(settings),
            walks: false,
            has_ended: false,
        })
    }

    /// Whoever answers in a walk, also through a pipe.
    pub fn walking(settings: &Settings, scratch: Scratch) -> Person {
        Person { prompter: prompter::for_project(settings, scratch), walks: true, has_ended: false }
    }

    /// The person who can say what is missing, or else the failure that says what was missing.
    pub fn instead_of(settings: &Settings, missing: impl FnOnce() -> Failure) -> Result<Person> {
        Person::at_hand(settings).ok_or_else(missing)
    }

    /// Lines that stand above the next question, if there are any.
    pub fn show(&mut self, page: impl IntoIterator<Item = String>) -> Result<()> {
        let page: Vec<String> = page.into_iter().collect();
        let told = if page.is_empty() { Ok(()) } else { self.prompter.tell(&Note::Page(page)) };
        told.map_err(|error| self.ended(error))
    }

    /// A list; who takes nothing of it leaves the command.
    pub fn choose(&mut self, ask: &str, items: Vec<PickItem>, on_empty: &str) -> Result<usize> {
        self.choose_or_none(ask, items, on_empty)?.ok_or_else(left)
    }

    pub fn choose_or_none(&mut self, ask: &str, items: Vec<PickItem>, on_empty: &str) -> Chosen<usize> {
        let prompt = PickPrompt::new(Heading::asking(ask), items, on_empty);
        self.ask(|prompter| prompter.pick(&prompt))
    }

    /// A list in which Enter takes the first item.
    pub fn choose_or_first(&mut self, ask: &str, items: Vec<PickItem>) -> Chosen<usize> {
        let prompt = PickPrompt { chosen: vec![0], ..PickPrompt::new(Heading::asking(ask), items, "") };
        self.ask(|prompter| prompter.pick(&prompt))
    }

    pub fn choose_several(&mut self, ask: &str, items: Vec<PickItem>) -> Result<Vec<usize>> {
        self.several(&PickPrompt::new(Heading::asking(ask), items, "geen"))?.ok_or_else(left)
    }

    /// A list from which one may choose more, where something may have been chosen before. Who goes back leaves the command.
    pub fn several(&mut self, prompt: &PickPrompt) -> Chosen<Vec<usize>> {
        let mut goes_back = false;
        let chosen = self.ask(|prompter| {
            let reply = prompter.pick_several(prompt)?;
            goes_back = matches!(reply, Reply::Command(Command::Back));
            Ok(reply)
        })?;
        if goes_back { Err(self.left()) } else { Ok(chosen) }
    }

    /// A list from which one also goes on, back, or away.
    pub fn menu(&mut self, prompt: &PickPrompt) -> Result<MenuChoice> {
        choose(self.prompter.as_mut(), prompt).map_err(|error| self.broken(error))
    }

    pub fn walk(&mut self, ledger: &mut Ledger, run: &mut Run) -> Result<Ending> {
        walk(ledger, self.prompter.as_mut(), run).map_err(|error| self.broken(error))
    }

    /// A text; who types none leaves the command.
    pub fn text(&mut self, asked: Asked) -> Result<String> {
        self.text_or_none(asked, "laat maar")?.ok_or_else(left)
    }

    /// Who goes back leaves the command.
    pub fn text_or_none(&mut self, asked: Asked, on_empty: &str) -> Chosen<String> {
        let form = self.form(&[FormLine { asked, on_empty, day_from: None }])?;
        Ok(form.and_then(|Form { lines: [line], .. }| line))
    }

    /// A day; one that cannot be read is asked again.
    pub fn day_or_none(&mut self, asked: Asked, on_empty: &str, today: NaiveDate) -> Chosen<NaiveDate> {
        let form = self.form(&[FormLine { asked, on_empty, day_from: Some(today) }])?;
        Ok(form.and_then(|Form { lines: [line], .. }| notation::read_date(&line?, today).ok()))
    }

    /// Lines that belong together, one after the other. Back goes to the line before, where what was typed still stands; nothing when the
    /// first of several is left, or when someone goes back from it. In a walk who stops halfway has said what stands there already.
    pub fn form<const LINES: usize>(&mut self, lines: &[FormLine; LINES]) -> Chosen<Form<LINES>> {
        let mut typed = [const { None }; LINES];
        let (mut place, mut refused) = (0, String::new());
        while let Some(line) = lines.get(place) {
            let (ask, label) = line.asked;
            let (heading, stands) = (Heading::asking(ask), std::mem::take(&mut refused));
            let prompt = LinePrompt { heading, refused: stands, ..LinePrompt::new(label, line.on_empty) };
            let said_something = place > 0 && self.walks;
            match self.prompter.line(&prompt) {
                Ok(Reply::Answer(text)) => match line.day_from.map(|today| notation::read_date(&text, today)) {
                    Some(Err(error)) => {
                        self.prompter.refuse(error.into()).map_err(|error| self.ended(error))?;
                        refused = text;
                    }
                    _ => {
                        typed[place] = Some(text);
                        place += 1;
                        refused = typed.get(place).cloned().flatten().unwrap_or_default();
                    }
                },
                Ok(Reply::Empty | Reply::Command(Command::Skip)) if place == 0 && lines.len() > 1 => return Ok(None),
                Ok(Reply::Empty | Reply::Command(Command::Skip)) => {
                    typed[place] = None;
                    place += 1;
                }
                Ok(Reply::Command(Command::Back)) if place > 0 => {
                    place -= 1;
                    refused = typed[place].clone().unwrap_or_default();
                }
                Ok(Reply::Command(Command::Back)) if self.walks => return Ok(None),
                Ok(Reply::Command(Command::Back)) => return Err(left()),
                Ok(Reply::Command(Command::Stop)) if said_something => {
                    return Ok(Some(Form { lines: typed, then: Err(self.left()) }));
                }
                Ok(Reply::Command(Command::Stop)) => return Err(self.left()),
                Ok(Reply::Command(_)) => {
                    let told = self.prompter.remark("Dat kan hier niet. Typ iets, of ga terug met '<'.");
                    told.map_err(|error| self.ended(error))?;
                }
                Err(error) if said_something => return Ok(Some(Form { lines: typed, then: Err(self.ended(error)) })),
                Err(error) => return Err(self.ended(error)),
            }
        }
        Ok(Some(Form { lines: typed, then: Ok(()) }))
    }

    /// Waits until what stands on the screen has been read.
    pub fn wait(&mut self, label: &str) -> Result<()> {
        let prompt = LinePrompt::new(label, "");
        // What was done before it was told: who stops here is not told that nothing changed.
        let walks = std::mem::replace(&mut self.walks, true);
        let waited = self.ask(|prompter| prompter.line(&prompt)).map(drop);
        self.walks = walks;
        waited
    }

    fn left(&self) -> Failure {
        if self.walks { Failure::quiet(Exit::Done) } else { left() }
    }

    fn ended(&mut self, error: PromptError) -> Failure {
        match error {
            PromptError::Interrupted if !self.walks => Failure { exit: Exit::Interrupted, ..left() },
            PromptError::EndOfInput if !self.walks => left(),
            error => self.broken(WalkError::Prompt(error)),
        }
    }

    fn broken(&mut self, error: WalkError) -> Failure {
        self.has_ended |= matches!(error, WalkError::Prompt(PromptError::EndOfInput));
        broken_off(error).map_or_else(|failure| failure, Failure::quiet)
    }

    /// Asks until something is chosen, or nothing: Enter and back leave the question, stop ends the command.
    fn ask<T>(&mut self, mut put: impl FnMut(&mut dyn Prompter) -> Result<Reply<T>, PromptError>) -> Chosen<T> {
        loop {
            match put(self.prompter.as_mut()).map_err(|error| self.ended(error))? {
                Reply::Answer(answer) => return Ok(Some(answer)),
                Reply::Empty | Reply::Command(Command::Skip | Command::Back) => return Ok(None),
                Reply::Command(Command::Stop) => return Err(self.left()),
                Reply::Command(_) => {
                    let told = self.prompter.remark("Dat kan hier niet. Kies iets, of ga terug met '<'.");
                    told.map_err(|error| self.ended(error))?;
                }
            }
        }
    }
}

/// Nothing was said in the end: that is no fault.
pub fn left() -> Failure {
    // Nobody is left to tell when stderr is closed.
    let _ = present::message("Er is niets veranderd.");
    Failure::quiet(Exit::Done)
}

/// What the command line lacks, where nobody can be asked for it.
pub fn missing(what: &str) -> Failure {
    Failure::wrong_use(format!("hier ontbreekt nog: {what}"))
}
