//! Answer files into the project: checked one by one, then laid beside what is there.

mod received;
mod slot;
mod take;

#[cfg(test)]
mod order_tests;

pub use received::{Received, Recipient};
pub use slot::Choice;
pub use take::{Difference, Tally, settle, take};
