//! The texts of documents: files that a writer can open, compiled against the questionnaires.

mod built_in;
mod read;
mod read_part;
mod schedule;
mod shape;
mod parts;

pub use built_in::built_in;
pub use parts::{Content, Included, Layout, Part, Records, Ring, Timeline, Wording};
pub use read::read;
pub use schedule::{Schedule, ScheduleItem};
pub use shape::WORDING;
