//! The texts of documents: files that a writer can open, compiled against the questionnaires.

mod built_in;
mod read;
mod read_part;
mod schedule;
mod shape;
mod wording;

pub use built_in::built_in;
pub use read::read;
pub use schedule::Schedule;
pub use schedule::ScheduleItem;
pub use shape::wording_schema;
pub use wording::Content;
pub use wording::Included;
pub use wording::Part;
pub use wording::Records;
pub use wording::Wording;
