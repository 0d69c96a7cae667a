//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod asked;
pub mod comparison;
mod page;
mod paper;
mod recipient;

pub use asked::{
    AskedPart, EXTRA, asked_parts, asked_questions, asked_together, is_beforehand, is_for_table, own_view,
};
pub use page::{Asked, Contents, EarlierAnswers, Inquiry, asked_words, page, reach, request_id};
pub use paper::{
    Code, Codebook, Desk, Found, Meant, NoteError, Noted, OTHER, SOURCE, how_to_write, options, split_line,
};
pub use recipient::Recipient;
