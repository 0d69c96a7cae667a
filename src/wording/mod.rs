//! The texts of documents: files that a writer can open, compiled against the questionnaires.

mod built_in;
mod read;
mod read_part;
mod schedule;
mod shape;
mod parts;

pub use built_in::built_in;
pub use parts::Content;
pub use parts::Included;
pub use parts::Layout;
pub use parts::Part;
pub use parts::Records;
pub use parts::Timeline;
pub use parts::Wording;
pub use read::read;
pub use schedule::Schedule;
pub use schedule::ScheduleItem;
pub use shape::wording_schema;
