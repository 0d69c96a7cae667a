//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod asked;
pub mod comparison;

pub use asked::asked_questions;
