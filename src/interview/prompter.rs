use thiserror::Error;

use super::entry::Refusal;
use crate::domain::{Organisation, Question, State};

/// How a question reaches a person. The engine says what to ask; a prompter only shows it and hands back what was said.
/// Every prompter understands the same commands at every prompt (see [`Reply`]) and checks nothing itself.
pub trait Prompter {
    /// Shows something that needs no reply.
    fn tell(&mut self, note: &Note) -> Result<(), PromptError>;

    /// One line of text.
    fn line(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError>;

    /// Several lines, until an empty one.
    fn lines(&mut self, prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        self.line(prompt)
    }

    /// One item of a list, by its place from 0. A prompter that asks nobody takes none.
    fn pick(&mut self, _prompt: &PickPrompt) -> Result<Reply<usize>, PromptError> {
        Ok(Reply::Empty)
    }

    /// Any number of items of a list, by their places from 0, in order.
    fn pick_several(&mut self, _prompt: &PickPrompt) -> Result<Reply<Vec<usize>>, PromptError> {
        Ok(Reply::Empty)
    }

    /// The whole answer at once, for a prompter that asks nobody. A prompter that asks a person says nothing here.
    fn prepared(&mut self, _question: &Question, _organisation: Option<&Organisation>) -> Option<Prepared> {
        None
    }

    /// Whether it asks a person at all.
    fn asks_nobody(&self) -> bool {
        false
    }

    fn remark(&mut self, words: &str) -> Result<(), PromptError> {
        self.tell(&Note::Remark(words.to_owned()))
    }

    fn refuse(&mut self, Refusal { fault, tip }: Refusal) -> Result<(), PromptError> {
        self.tell(&Note::Refused { fault, tip })
    }
}

/// What a prompter that asks nobody has for a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prepared {
    /// A value, still to be checked like any other, or that there is none.
    State(State),
    /// An answer as a person would type it.
    Typed(String),
    /// Nothing: the question stays as it is.
    Nothing,
}

/// The question above a prompt, already in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// What is asked about, to know it again: `verkennen.aanleiding`. Empty where that does not matter.
    pub about: String,
    /// Where we are: `Doelen en ambities, vraag 3 van 8`.
    pub place: String,
    /// The question itself. Empty for a small follow-up prompt, which has only a label.
    pub ask: String,
    /// What stands below the question: the earlier answer, the kind of answer that is expected.
    pub remarks: Vec<String>,
}

impl Heading {
    /// The question alone.
    pub fn asking(ask: impl Into<String>) -> Heading {
        Heading { ask: ask.into(), ..Heading::default() }
    }

    /// The question in its place, with what stands below it.
    pub fn at(place: impl Into<String>, ask: impl Into<String>, remarks: Vec<String>) -> Heading {
        Heading { place: place.into(), remarks, ..Heading::asking(ask) }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinePrompt {
    pub heading: Heading,
    /// A short label before the cursor: `Antwoord`, `Volgend doel`.
    pub label: String,
    /// Enter without text keeps this; it is shown as the earlier answer or the default.
    pub earlier: Option<String>,
    /// What Enter without text means, in words: `zo laten`, `klaar`, `overslaan`.
    pub on_empty: String,
    /// What was typed and could not be taken: it stands in the line again.
    pub refused: String,
}

impl LinePrompt {
    /// Without a question above it, and without anything that was there before.
    pub fn new(label: impl Into<String>, on_empty: &str) -> LinePrompt {
        LinePrompt { label: label.into(), on_empty: on_empty.to_owned(), ..LinePrompt::default() }
    }

    /// Asked once more without what stood above it, after this was refused.
    pub fn again(&mut self, refused: impl Into<String>) {
        self.heading = Heading { about: std::mem::take(&mut self.heading.about), ..Heading::default() };
        self.refused = refused.into();
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickPrompt {
    pub heading: Heading,
    pub label: String,
    pub items: Vec<PickItem>,
    /// What was chosen before, for several: all of it. In a menu: what Enter takes.
    pub chosen: Vec<usize>,
    /// What Enter without a choice means, in words.
    pub on_empty: String,
    /// For several: at most so many.
    pub at_most: Option<usize>,
    /// For several: the item with which choosing ends, because more is asked about it.
    pub closing: Option<usize>,
    /// Whether the commands back, skip and so on are offered as entries of their own. Not in menus that are all commands.
    pub commands: bool,
}

impl PickPrompt {
    /// A list with a question above it, and nothing chosen before.
    pub fn new(heading: Heading, items: Vec<PickItem>, on_empty: &str) -> PickPrompt {
        let (label, on_empty) = ("Keuze".to_owned(), on_empty.to_owned());
        PickPrompt { heading, label, items, on_empty, ..PickPrompt::default() }
    }

    /// The same with a label of its own, and the commands as entries.
    pub fn with_commands(heading: Heading, label: &str, items: Vec<PickItem>, on_empty: &str) -> PickPrompt {
        PickPrompt { label: label.to_owned(), commands: true, ..PickPrompt::new(heading, items, on_empty) }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickItem {
    pub label: String,
    /// A second line, indented: the consequence of a choice.
    pub detail: Option<String>,
}

impl PickItem {
    /// A label with nothing below it.
    pub fn new(label: impl Into<String>) -> PickItem {
        PickItem { label: label.into(), detail: None }
    }

    pub fn with_detail(label: impl Into<String>, detail: impl Into<String>) -> PickItem {
        PickItem { label: label.into(), detail: Some(detail.into()) }
    }
}

/// What was said at a prompt: an answer, or one of the commands that work everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply<T> {
    Answer(T),
    /// Enter without text, or without a choice: keep what was there, or what `on_empty` says.
    Empty,
    Command(Command),
}

/// The commands. The typed forms are the same in every prompter; `Command::read` knows them all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Command {
    /// `<` or `:terug`; Esc in a list.
    Back,
    /// `-` or `:overslaan`.
    Skip,
    /// `?` or `:uitleg`; F1.
    Help,
    /// `:weetniet`: not known yet.
    Unknown,
    /// `:nvt`: does not apply.
    NotApplicable,
    /// `:stop`: keep what there is and stop.
    Stop,
    /// `:lijst`: show the parts of the phase and jump.
    Parts,
    /// `:wijzig`: change an earlier long text rather than replace it.
    Edit,
    /// `:wis`: take the earlier answer away.
    Erase,
    /// `:notitie TEKST`: a remark with the answer.
    Note(String),
    /// `:opnieuw`: start a list or group afresh.
    Restart,
    /// `:editor`: write the text in the editor of `VISUAL` or `EDITOR`.
    Editor,
    /// A word behind a colon that is no command, with what to say of it.
    Wrong(Refusal),
}

/// What the engine has to say between questions. A prompter decides how it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The start of a phase or section: a title and paragraphs below it.
    Title { title: String, paragraphs: Vec<String> },
    /// Help, tips and lessons with a question: each with a word before it (`Uitleg`, `Waarom`, `Voorbeeld`, `Tip`).
    Explanation(Vec<(String, String)>),
    /// An answer that was kept, as it is now known.
    Confirmed { label: String, answer: String },
    /// A line each, with an empty one below them.
    Page(Vec<String>),
    /// A plain remark.
    Remark(String),
    /// Something that was kept and is probably not meant so.
    Warning(String),
    /// A list with a remark above it.
    Items { intro: String, items: Vec<String> },
    /// What was typed does not fit, with what to do.
    Refused { fault: String, tip: String },
}

#[derive(Debug, Error)]
pub enum PromptError {
    /// Ctrl-C.
    #[error("gestopt met Ctrl-C")]
    Interrupted,
    /// No more input: the terminal is gone, or the file that was read has ended.
    #[error("de invoer is op")]
    EndOfInput,
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
