//! The kopgroep as a whole: what everything that was said shows together. Answers are found by their meaning.

mod balance;
mod composition;
mod dependencies;
mod graph;
mod outside;
mod party;
mod roles;
mod said;
mod spread;
mod stakeholders;
mod support;
#[cfg(test)]
mod tests;
mod voices;

pub use balance::{Balance, InKind, Measure, Outcome, Pledge, balance, in_kind};
pub use composition::{CandidateKind, Composition, Size, composition};
pub use dependencies::{Dependencies, Dependency, Hanging, Node, dependencies};
pub use party::Party;
pub use roles::{Accountability, Gap, RoleGap, RoleRow, Roles, roles};
pub use said::together;
pub use spread::{Group, Spread, spread};
pub use stakeholders::{Extent, Quadrant, Seat, Stakeholder, Stakeholders, stakeholders};
pub use support::{Footing, Support, SupportRow, support};
pub use voices::{Voice, asked_now, voices};
