//! Questionnaires: the built-in ones, a user's folder, and every authoring mistake with its place and its mend.

mod assemble;
mod built_in;
#[expect(clippy::module_inception, reason = "the type of the layer has the name of the layer")]
mod catalog;
mod ids;
mod questionnaire_shape;
mod read_action;
mod read_earlier;
mod read_kind;
mod read_origin;
mod read_question;
mod read_questionnaire;
mod read_supplement;
mod weave;

pub use assemble::assemble;
#[cfg(test)]
pub use built_in::built_in_after;
pub use built_in::{built_in, built_in_supplement};
pub use catalog::Catalog;
pub use questionnaire_shape::QUESTIONNAIRE;
pub use read_supplement::{SUPPLEMENT, read_supplement};

/// The schema of questionnaire files that this program reads.
pub const SCHEMA: i64 = 1;
