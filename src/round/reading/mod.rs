//! Answer files into the project: checked one by one, then laid beside what is there.

mod received;
mod slot;
mod take;

#[cfg(test)]
mod order;

pub use received::Received;
pub use received::Recipient;
pub use slot::Choice;
pub use take::Difference;
pub use take::Tally;
pub use take::settle;
pub use take::take;
