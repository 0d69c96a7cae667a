//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod asked;
mod contents;
mod page;
mod request;
mod settle;

pub use asked::asked_questions;
pub use contents::Asked;
pub use contents::Contents;
pub use contents::EarlierAnswers;
pub use contents::Inquiry;
pub use page::page;
pub use request::request_id;
