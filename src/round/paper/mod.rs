//! The same questions on paper: a code for each, and a desk at which a stack of sheets is typed in.

mod answering;
mod code;
mod codebook;
mod conflict;
mod cross;
mod desk;
mod filled_in;
mod naming;
mod noted;
mod returned;
mod sheet_order;
mod stack;
mod tally;
mod word_file;
mod writing;

pub use code::Code;
pub use codebook::{Codebook, Found, Meant, split_line};
pub use desk::{Desk, NoteError, SOURCE};
pub use filled_in::{CODE_OF_SHEET, COLLABORATION, FILLED_IN_BY, FILLED_IN_ON};
pub use noted::Noted;
pub use word_file::{NotOfWord, WordFile};
pub use writing::{OTHER, before_short_answer, how_to_write, options};
