//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod asked;
mod code;
mod codebook;
pub mod comparison;
mod desk;
mod naming;
mod paper;
mod reading;
mod stack;
mod tally;

pub use asked::asked_questions;
pub use code::Code;
pub use codebook::Codebook;
pub use codebook::Found;
pub use codebook::Meant;
pub use codebook::split_line;
pub use desk::Desk;
pub use desk::NoteError;
pub use desk::Noted;
pub use desk::SOURCE;
pub use paper::OTHER;
pub use paper::how_to_write;
pub use paper::options;
pub use reading::{Choice, Difference, Received, Recipient, Tally, settle, take};
