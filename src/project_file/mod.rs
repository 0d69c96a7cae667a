//! The project file and the answer file: text to and from the nouns of the domain, with comments and order kept.

mod answers;
mod arrange;
mod checks;
mod descriptions;
mod edit;
mod field;
mod file;
mod heading;
mod literal;
mod outline;
mod part;
mod read;
mod record;
mod schema;
mod shapes;
mod tree;

#[cfg(test)]
mod placing_tests;
#[cfg(test)]
mod round_trip_tests;
#[cfg(test)]
#[path = "testing/sample.rs"]
mod sample;

pub use answers::{AnswerFile, NamedProject, ReadAnswer, Request, read_answers};
pub use file::{ProjectFile, WriteError};
pub use outline::Outline;
pub use read::{Places, ReadError, ReadProject, read};
pub use schema::Schema;
pub use shapes::{ANSWER_FILE, PROJECT_FILE};
