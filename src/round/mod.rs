//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod asked;
pub mod comparison;
mod page;
mod paper;
mod recipient;
#[cfg(test)]
mod recipient_tests;
mod way_back;

pub use asked::{AskedPart, EXTRA, asked_of, asked_parts, asked_questions, is_beforehand, is_for_table, own_view};
pub use page::{Asked, Contents, EarlierAnswers, Inquiry, asked_words, page, reach, request_id};
pub use paper::{
    CODE_OF_SHEET, COLLABORATION, Code, Codebook, Desk, FILLED_IN_BY, FILLED_IN_ON, Found, Meant, NotOfWord, NoteError,
    Noted, OTHER, SOURCE, WordFile, before_short_answer, how_to_write, options, split_line,
};
pub use recipient::Recipient;
pub use way_back::WayBack;
