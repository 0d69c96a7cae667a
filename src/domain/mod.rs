//! The nouns of regio and their rules: values only, without files, clock or terminal.

mod action;
mod answer;
mod bound;
mod decimal;
mod edition;
mod formula;
mod identifier;
mod kind;
mod meaning;
mod organisation;
mod origin;
mod period;
mod perspective;
mod phase;
mod point;
mod project;
mod question;
mod questionnaire;
mod shift;
mod signal;
mod supplement;
mod tlp;
mod value;
mod variant;
mod vocabulary;
mod working_day;

pub use action::{Action, Anchor, DueRule, Owner};
pub use answer::{Answer, Answers, Stamp, State};
pub use bound::Bound;
pub use decimal::Decimal;
pub use edition::Edition;
pub use formula::{Comparison, Filter, Formula, FormulaKind, Measure, Piece, ProjectFact, Template, Test};
pub use identifier::{FullId, Identifier};
pub use kind::{Choice, Field, Kind, QUARTER};
pub use meaning::Meaning;
pub use organisation::{Contact, Organisation, OrganisationKind, Place};
pub use origin::Origin;
pub use period::Period;
pub use perspective::Perspective;
pub use phase::Phase;
pub use point::POINTS;
pub use project::{
    ActionRecord, Agreed, Change, Decision, LapsedAnswer, Meeting, MeetingKey, OwnAction, Project, Subject, Success,
};
pub use question::{Question, Scope};
pub use questionnaire::{Lesson, Questionnaire, Renamed, Section, Threshold, Tip, Version};
pub use signal::{Level, Signal};
pub use supplement::{Certainty, DatedFact, Source};
pub use tlp::Tlp;
pub use value::{LONGEST_TEXT, MOST_ITEMS, Misfit, Value};
pub use variant::{Standing, Variant};
pub(crate) use vocabulary::vocabulary;
pub use working_day::last_working_day;
