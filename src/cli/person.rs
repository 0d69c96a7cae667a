use chrono::NaiveDate;

use super::arguments::Settings;
use super::exit::Exit;
use super::explain::broken_off;
use super::failure::Failure;
use super::store::Scratch;
use super::{present, prompter};
use crate::interview::{
    Command, Ending, Heading, LinePrompt, MenuChoice, Note, PickItem, PickPrompt, PromptError, Prompter, Refusal,
    Reply, Run, WalkError, choose, walk,
};
use crate::ledger::Ledger;
use crate::notation;

/// The person at the terminal, who is asked for what a command line left out.
pub struct Person {
    prompter: Box<dyn Prompter>,
}

/// What a person makes of a small question: nothing when it was left.
type Chosen<T> = Result<Option<T>, Failure>;

impl Person {
    /// Nobody, where no terminal is or where questions are not wanted.
    pub fn at_hand(settings: &Settings) -> Option<Person> {
        prompter::person_at_hand(settings).then(|| Person { prompter: prompter::for_terminal(settings) })
    }

    /// Whoever answers, also through a pipe.
    pub fn answering(settings: &Settings, scratch: Scratch) -> Person {
        Person { prompter: prompter::for_project(settings, scratch) }
    }

    /// The person who can say what is missing, or else the failure that says what was missing.
    pub fn instead_of(settings: &Settings, missing: impl FnOnce() -> Failure) -> Result<Person, Failure> {
        Person::at_hand(settings).ok_or_else(missing)
    }

    /// Lines that stand above the next question.
    pub fn show(&mut self, page: Vec<String>) -> Result<(), Failure> {
        self.prompter.tell(&Note::Page(page)).map_err(ended)
    }

    pub fn choose(&mut self, ask: &str, items: Vec<PickItem>, on_empty: &str) -> Chosen<usize> {
        let prompt = PickPrompt::new(Heading::asking(ask), items, on_empty);
        self.ask(|prompter| prompter.pick(&prompt))
    }

    /// A list in which Enter takes the first item.
    pub fn choose_or_first(&mut self, ask: &str, items: Vec<PickItem>) -> Chosen<usize> {
        let prompt = PickPrompt { chosen: vec![0], ..PickPrompt::new(Heading::asking(ask), items, "") };
        self.ask(|prompter| prompter.pick(&prompt))
    }

    /// A list from which one also goes on, back, or away.
    pub fn menu(&mut self, prompt: &PickPrompt) -> Result<MenuChoice, Failure> {
        choose(self.prompter.as_mut(), prompt).map_err(ended)
    }

    pub fn walk(&mut self, ledger: &mut Ledger, run: &mut Run) -> Result<Ending, Failure> {
        walk(ledger, self.prompter.as_mut(), run).map_err(ended)
    }

    pub fn choose_several(&mut self, ask: &str, items: Vec<PickItem>, on_empty: &str) -> Chosen<Vec<usize>> {
        self.several(&PickPrompt::new(Heading::asking(ask), items, on_empty))
    }

    /// The same, where something may have been chosen before.
    pub fn several(&mut self, prompt: &PickPrompt) -> Chosen<Vec<usize>> {
        self.ask(|prompter| prompter.pick_several(prompt))
    }

    pub fn text(&mut self, ask: &str, label: &str, on_empty: &str) -> Chosen<String> {
        let prompt = LinePrompt { heading: Heading::asking(ask), ..LinePrompt::new(label, on_empty) };
        self.ask(|prompter| prompter.line(&prompt))
    }

    /// A day, as people type it.
    pub fn date(&mut self, ask: &str, on_empty: &str, today: NaiveDate) -> Chosen<NaiveDate> {
        loop {
            let Some(typed) = self.text(ask, "Dag", on_empty)? else { return Ok(None) };
            match notation::read_date(&typed, today) {
                Ok(date) => return Ok(Some(date)),
                Err(error) => self.prompter.refuse(Refusal::new(error.message(), error.tip())).map_err(ended)?,
            }
        }
    }

    /// Waits until what stands on the screen has been read.
    pub fn wait(&mut self, label: &str) -> Result<(), Failure> {
        let prompt = LinePrompt::new(label, "");
        self.ask(|prompter| prompter.line(&prompt)).map(drop)
    }

    /// Asks until there is an answer, or none: Enter and back leave the question, stop ends the command.
    fn ask<T>(&mut self, mut put: impl FnMut(&mut dyn Prompter) -> Result<Reply<T>, PromptError>) -> Chosen<T> {
        loop {
            match put(self.prompter.as_mut()).map_err(ended)? {
                Reply::Answer(answer) => return Ok(Some(answer)),
                Reply::Empty | Reply::Command(Command::Back | Command::Skip) => return Ok(None),
                Reply::Command(Command::Stop) => return Err(Failure::quiet(Exit::Done)),
                Reply::Command(_) => {
                    self.prompter.remark("Dat kan hier niet. Kies iets, of ga terug met '<'.").map_err(ended)?;
                }
            }
        }
    }
}

fn ended(error: impl Into<WalkError>) -> Failure {
    broken_off(error.into()).map_or_else(|failure| failure, Failure::quiet)
}

/// Nothing was chosen: that is no fault.
pub fn left() -> Failure {
    // Nobody is left to tell when stderr is closed.
    let _ = present::message("Er is niets veranderd.");
    Failure::quiet(Exit::Done)
}

/// What the command line lacks, where nobody can be asked for it.
pub fn missing(what: &str) -> Failure {
    Failure::wrong_use(format!("hier ontbreekt nog: {what}"))
}
