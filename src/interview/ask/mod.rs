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
use super::item::Item;
use super::prompter::{Command, Heading, LinePrompt, Note, PickItem, PickPrompt, Prompter, Reply};
use super::session::Session;
use super::walk::WalkError;
use crate::domain::{Kind, Question, State, Value};

/// One question being asked.
pub(super) struct Asking<'a, 's> {
    pub session: &'a mut Session<'s>,
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
        let earlier = self.session.answer(self.item).and_then(|answer| answer.value()).cloned();
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
        self.session.record(self.item, state, None).map_err(WalkError::Keep)
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
                self.session.note(self.item, note).map_err(WalkError::Keep)?;
                self.prompter.tell(&Note::Remark("Notitie bewaard bij deze vraag.".to_owned()))?;
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

fn menu(heading: Heading, label: &str, items: &[String]) -> PickPrompt {
    let item = |label: &String| PickItem { label: label.clone(), detail: None };
    PickPrompt {
        heading,
        label: label.to_owned(),
        items: items.iter().map(item).collect(),
        chosen: vec![0],
        on_empty: items.first().cloned().unwrap_or_default(),
        at_most: None,
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
