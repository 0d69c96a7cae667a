//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod answering;
mod asked;
mod code;
mod codebook;
pub mod comparison;
mod conflict;
mod desk;
mod naming;
mod noted;
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
pub use desk::SOURCE;
pub use noted::Noted;
pub use paper::OTHER;
pub use paper::how_to_write;
pub use paper::options;
pub use reading::{Choice, Difference, Received, Recipient, Tally, settle, take};
mod contents;
mod page;
mod request;
mod settle;

pub use contents::Asked;
pub use contents::Contents;
pub use contents::EarlierAnswers;
pub use contents::Inquiry;
pub use page::page;
pub use request::request_id;
