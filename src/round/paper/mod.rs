//! The same questions on paper: a code for each, and a desk at which a stack of sheets is typed in.

mod answering;
mod code;
mod codebook;
mod conflict;
mod desk;
mod naming;
mod noted;
mod sheet_order;
mod stack;
mod tally;
mod writing;

pub use code::Code;
pub use codebook::{Codebook, Found, Meant, split_line};
pub use desk::{Desk, NoteError, SOURCE};
pub use noted::Noted;
pub use writing::{OTHER, how_to_write, options};
