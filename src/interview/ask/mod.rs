//! One question from heading to value, for every kind of question, on any prompter.

mod explain;
mod group;
mod heading;
mod lines;
mod list;
mod organisations;
mod single;

pub use explain::explanation;
use organisations::Parts;

use super::entry::Refusal;
use super::prompter::{Command, Heading, LinePrompt, Note, PickItem, PickPrompt, Prompter, Reply};
use super::walk::WalkError;
use crate::domain::{Kind, Question, State, Value};
use crate::ledger::{Item, Ledger, LedgerError};

/// One question being asked.
pub(super) struct Asking<'a, 's> {
    pub ledger: &'a mut Ledger<'s>,
    pub prompter: &'a mut dyn Prompter,
    pub question: &'s Question,
    pub item: &'a Item,
    /// `Doelen en ambities, vraag 3 van 8`.
    pub place: String,
}

/// How a question ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Answer(Value),
    /// Enter: what was there stays.
    Kept,
    Command(Command),
}

pub(super) type Asked<T> = Result<Reply<T>, WalkError>;

impl Asking<'_, '_> {
    /// Asks the question until something comes of it.
    pub fn ask(&mut self) -> Result<Said, WalkError> {
        let earlier = self.ledger.answer(self.item).and_then(|answer| answer.value()).cloned();
        let reply = match &self.question.kind {
            Kind::List { .. } => self.list(earlier)?,
            Kind::Group { .. } => self.group(earlier)?,
            kind @ Kind::Organisations { .. } => {
                let heading = self.heading();
                self.organisations(kind, heading, earlier, Parts::Kept)?
            }
            kind => {
                let heading = self.heading();
                self.single(kind, heading, "Antwoord", earlier)?
            }
        };
        Ok(match reply {
            Reply::Answer(value) => Said::Answer(value),
            Reply::Empty => Said::Kept,
            Reply::Command(command) => Said::Command(command),
        })
    }

    /// Keeps what has been said so far, so that a stop half-way loses nothing.
    fn keep_part(&mut self, items: &[Value]) -> Result<(), WalkError> {
        let state = if items.is_empty() { State::Open } else { State::Given(Value::List(items.to_vec())) };
        self.ledger.record(self.item, state, None).map_err(WalkError::from)
    }

    /// A line that is read into a value; what cannot be read is said and asked again.
    fn line<T>(&mut self, prompt: &LinePrompt, read: impl Fn(&mut Self, &str) -> Result<T, Refusal>) -> Asked<T> {
        let mut prompt = prompt.clone();
        loop {
            let typed = match self.prompter.line(&prompt)? {
                Reply::Answer(typed) => typed,
                Reply::Empty => return Ok(Reply::Empty),
                Reply::Command(command) => match self.common(command)? {
                    Some(command) => return Ok(Reply::Command(command)),
                    None => continue,
                },
            };
            match read(self, &typed) {
                Ok(value) => return Ok(Reply::Answer(value)),
                Err(refusal) => self.refuse(refusal)?,
            }
            prompt.heading = Heading::default();
        }
    }

    fn pick(&mut self, prompt: &PickPrompt) -> Asked<usize> {
        loop {
            match self.prompter.pick(prompt)? {
                Reply::Command(command) => match self.common(command)? {
                    Some(command) => return Ok(Reply::Command(command)),
                    None => continue,
                },
                Reply::Answer(index) if index >= prompt.items.len() => continue,
                reply => return Ok(reply),
            }
        }
    }

    fn pick_several(&mut self, prompt: &PickPrompt) -> Asked<Vec<usize>> {
        loop {
            match self.prompter.pick_several(prompt)? {
                Reply::Command(command) => match self.common(command)? {
                    Some(command) => return Ok(Reply::Command(command)),
                    None => continue,
                },
                Reply::Answer(chosen) if prompt.at_most.is_some_and(|most| chosen.len() > most) => {
                    let most = prompt.at_most.unwrap_or_default();
                    self.refuse(super::entry::refusal(&crate::domain::Misfit::TooMany { most }))?;
                }
                reply => return Ok(reply),
            }
        }
    }

    /// Deals with the commands that work alike at every prompt; hands the others on.
    fn common(&mut self, command: Command) -> Result<Option<Command>, WalkError> {
        match command {
            Command::Help => self.explain()?,
            Command::Wrong { typed, nearest } => self.refuse(wrong_command(&typed, nearest.as_deref()))?,
            Command::Note(note) => {
                let words = keep_note(self.ledger, self.item, note)?;
                self.prompter.tell(&Note::Remark(words.to_owned()))?;
            }
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    fn refuse(&mut self, refusal: Refusal) -> Result<(), WalkError> {
        Ok(self.prompter.tell(&Note::Refused { fault: refusal.fault, tip: refusal.tip })?)
    }

    fn remark(&mut self, text: impl Into<String>) -> Result<(), WalkError> {
        Ok(self.prompter.tell(&Note::Remark(text.into()))?)
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

fn menu(heading: Heading, label: &str, items: &[String]) -> PickPrompt {
    let item = |label: &String| PickItem { label: label.clone(), detail: None };
    PickPrompt {
        heading,
        label: label.to_owned(),
        items: items.iter().map(item).collect(),
        chosen: vec![0],
        on_empty: items.first().cloned().unwrap_or_default(),
        at_most: None,
        closing: None,
        commands: true,
    }
}

/// What to say of a word behind a colon that is no command.
pub fn wrong_command(typed: &str, nearest: Option<&str>) -> Refusal {
    let tip = match nearest {
        Some(nearest) => format!("bedoel je '{nearest}'?"),
        None => "typ '?' voor uitleg; begint je antwoord zelf met ':', typ dan '\\:'".to_owned(),
    };
    Refusal { fault: format!("het commando '{typed}' bestaat niet"), tip }
}
