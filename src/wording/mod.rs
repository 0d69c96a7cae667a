//! The texts of documents: files that a writer can open, compiled against the questionnaires.

mod built_in;
mod read;
mod shape;
#[expect(clippy::module_inception, reason = "the type of the layer has the name of the layer")]
mod wording;

pub use built_in::built_in;
pub use read::read;
pub use shape::wording_schema;
pub use wording::Content;
pub use wording::Included;
pub use wording::Part;
pub use wording::Wording;
