use super::check::Check;
use super::checklist::Checklist;
use super::decision::Decision;
use super::document::Document;
use super::help_request::HelpRequest;
use super::history::History;
use super::init::Init;
use super::note::Note;
use super::organisation::Organisation;
use super::preset::Presets;
use super::questionnaire::Questionnaire;
use super::round::Round;
use super::status::Status;
use super::step::Step;
use super::success::Success;
use super::walk::Walk;

/// The commands with all that belongs to each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `regio` alone: where the project stands and what can be done now.
    Overview,
    Init(Init),
    Walk(Walk),
    Status,
    Checklist(Checklist),
    Step(Step),
    Organisation(Organisation),
    Round(Round),
    Note(Note),
    Document(Document),
    Decision(Decision),
    Success(Success),
    History(History),
    Check(Check),
    Questionnaire(Questionnaire),
    HelpRequest(HelpRequest),
}

impl Command {
    /// Hands over the answers that were given beforehand.
    pub(super) fn take_presets(&mut self) -> Presets {
        match self {
            Command::Init(Init { presets, .. }) | Command::Walk(Walk { presets, .. }) => std::mem::take(presets),
            _ => Presets::default(),
        }
    }

    /// Whether it makes files of its own, beside what it shows.
    pub(super) fn makes_files(&self) -> bool {
        matches!(self, Command::Round(Round::Make(_)))
    }
}

impl From<Status> for Command {
    fn from(_: Status) -> Command {
        Command::Status
    }
}

macro_rules! commands {
    ($($name:ident),+) => {
        $(impl From<$name> for Command {
            fn from(arguments: $name) -> Command {
                Command::$name(arguments)
            }
        })+
    };
}

commands!(Init, Walk, Checklist, Note, Document, History, Check, HelpRequest);
