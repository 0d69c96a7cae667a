//! One question from heading to value, for every kind of question, on any prompter.

mod explain;
mod group;
mod heading;
mod lines;
mod list;
mod organisations;
mod single;

pub use explain::{experience, explanation};

use super::entry;
use super::entry::Refusal;
use super::prompter::{Command, Heading, LinePrompt, PickItem, PickPrompt, Prompter, Reply};
use super::walk::WalkError;
use crate::domain::{Edition, Item, Kind, Misfit, Question, State, Value};
use crate::ledger::{Ledger, LedgerError};

/// One question being asked.
pub(super) struct Asking<'a, 's> {
    pub ledger: &'a mut Ledger<'s>,
    pub prompter: &'a mut dyn Prompter,
    pub question: &'s Question,
    pub item: &'a Item,
    /// `Doelen en ambities, vraag 3 van 8`.
    pub place: String,
    /// Who see the screen.
    pub readers: Edition,
    /// To let the answer stand says that it holds still.
    pub again: bool,
}

/// What stands around one value that is asked for.
pub(super) struct Wanted<'w> {
    pub heading: Heading,
    pub label: &'w str,
    /// What was there before.
    pub earlier: Option<Value>,
}

/// Why a prompt gave no value.
#[derive(Debug)]
pub(super) enum Left {
    /// Enter: what was there stays.
    Kept,
    /// A command that is not about this prompt.
    Command(Command),
    Broken(WalkError),
}

impl<E: Into<WalkError>> From<E> for Left {
    fn from(error: E) -> Left {
        Left::Broken(error.into())
    }
}

pub(super) type Asked<T> = Result<T, Left>;

/// The value, if there is one: what else was said at the prompt does not matter.
fn if_said<T>(asked: Asked<T>) -> Result<Option<T>, WalkError> {
    match asked {
        Ok(value) => Ok(Some(value)),
        Err(Left::Kept | Left::Command(_)) => Ok(None),
        Err(Left::Broken(error)) => Err(error),
    }
}

/// A row that was made; without anything in it, it is no answer.
fn row(items: Vec<Value>) -> Asked<Value> {
    if items.is_empty() { Err(Left::Command(Command::Skip)) } else { Ok(Value::List(items)) }
}

impl Asking<'_, '_> {
    /// Asks the question until something comes of it.
    pub fn ask(&mut self) -> Asked<Value> {
        let earlier = self.standing_value();
        match &self.question.kind {
            Kind::List { .. } => self.list(earlier),
            Kind::Group { fields, .. } => self.group(fields, earlier),
            kind => {
                let value = self.single(kind, Wanted { heading: self.heading(), label: "Antwoord", earlier })?;
                self.with_leaders(value)
            }
        }
    }

    /// What stands there already, and counts: a view where it is asked of one organisation.
    fn standing_value(&self) -> Option<Value> {
        let (answer, facts) = (self.ledger.answer(self.item)?, self.ledger.facts());
        answer.value().filter(|_| facts.still_holds(self.question, answer)).cloned()
    }

    /// Keeps what has been said so far, so that a stop half-way loses nothing.
    fn keep_part(&mut self, items: &[Value]) -> Result<(), WalkError> {
        let state = if items.is_empty() { State::Open } else { State::Given(Value::List(items.to_vec())) };
        self.ledger.record(self.item, state, None).map_err(WalkError::from)
    }

    /// A line that is read into a value; what cannot be read is said and asked again.
    fn line<T>(&mut self, mut prompt: LinePrompt, read: impl Fn(&mut Self, &str) -> Result<T, Refusal>) -> Asked<T> {
        loop {
            let reply = self.prompter.line(&prompt)?;
            let Some(typed) = self.answer(reply)? else { continue };
            match read(self, &typed) {
                Ok(value) => return Ok(value),
                Err(refusal) => self.prompter.refuse(refusal)?,
            }
            prompt.again(typed);
        }
    }

    /// A line as it was typed.
    fn words_typed(&mut self, prompt: LinePrompt) -> Asked<String> {
        self.line(prompt, |_, typed| Ok(typed.to_owned()))
    }

    fn read(&self, kind: &Kind, typed: &str) -> Result<Value, Refusal> {
        entry::read(kind, typed, self.ledger.today, self.ledger.project())
    }

    fn pick(&mut self, prompt: &PickPrompt) -> Asked<usize> {
        loop {
            let reply = self.prompter.pick(prompt)?;
            if let Some(index) = self.answer(reply)?.filter(|index| *index < prompt.items.len()) {
                return Ok(index);
            }
        }
    }

    fn pick_several(&mut self, prompt: &PickPrompt) -> Asked<Vec<usize>> {
        loop {
            let reply = self.prompter.pick_several(prompt)?;
            let Some(chosen) = self.answer(reply)? else { continue };
            match prompt.at_most {
                Some(most) if chosen.len() > most => self.prompter.refuse(entry::refusal(&Misfit::TooMany(most)))?,
                _ => return Ok(chosen),
            }
        }
    }

    /// The answer in a reply. Nothing after a command that works alike at every prompt, which is dealt with here.
    fn answer<T>(&mut self, reply: Reply<T>) -> Asked<Option<T>> {
        match reply {
            Reply::Answer(answer) => return Ok(Some(answer)),
            Reply::Empty => return Err(Left::Kept),
            Reply::Command(Command::Help) => {
                self.prompter.tell(&explanation(self.ledger.catalog, self.question, self.ledger.today))?;
            }
            Reply::Command(Command::Wrong(refusal)) => self.prompter.refuse(refusal)?,
            Reply::Command(Command::Note(note)) => {
                let words = keep_note(self.ledger, self.item, note)?;
                self.prompter.remark(words)?;
            }
            Reply::Command(other) => return Err(Left::Command(other)),
        }
        Ok(None)
    }
}

/// Keeps a remark with an answer and gives what to say of it. Nothing that was noted goes without a trace.
pub fn keep_note(ledger: &mut Ledger, item: &Item, note: String) -> Result<&'static str, LedgerError> {
    if note.is_empty() {
        return Ok("Zet de notitie erachter: ':notitie Vraag dit aan Mo'.");
    }
    let had_one =
        ledger.answer(item).is_some_and(|answer| answer.note.as_ref().is_some_and(|earlier| *earlier != note));
    ledger.note(item, Some(note))?;
    Ok(match had_one {
        true => "Notitie bewaard bij deze vraag. De vorige staat in de geschiedenis.",
        false => "Notitie bewaard bij deze vraag.",
    })
}

/// A list of which Enter takes the first.
fn menu(heading: Heading, label: &str, items: Vec<String>) -> PickPrompt {
    let on_empty = items.first().cloned().unwrap_or_default();
    let items = items.into_iter().map(PickItem::new).collect();
    PickPrompt { chosen: vec![0], ..PickPrompt::with_commands(heading, label, items, &on_empty) }
}
