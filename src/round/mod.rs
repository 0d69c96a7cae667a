//! The round of the kopgroep: what each organisation is asked by itself, what comes back, and how the answers compare.

mod asked;
mod reading;
pub mod comparison;

pub use asked::asked_questions;
pub use reading::{Choice, Difference, Received, Recipient, Tally, settle, take};
