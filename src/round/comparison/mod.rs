//! What the organisations said, laid side by side: per subject what they agree on, where they differ, and what nobody said yet.

mod agenda;
#[expect(clippy::module_inception, reason = "the type of the module has the name of the module")]
mod comparison;
mod choice;
mod divergence;
mod echo;
mod group;
mod heard;
mod near_spelling;
mod normal_form;
mod side;
mod spread;
mod voice;

#[cfg(test)]
#[path = "testing/any_project.rs"]
pub mod any_project;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
#[path = "testing/sample.rs"]
pub mod sample;
#[cfg(test)]
mod tests;

pub use agenda::{Agenda, AgendaPoint, agenda};
pub use choice::{Choice, UnknownChoice};
pub use comparison::{Comparison, Subject, compare};
pub use echo::{Echo, EchoSide};
pub use group::{Group, Wording};
pub use heard::Heard;
pub use side::{Doubled, Side};
pub use spread::Spread;
pub use voice::{Voice, marked, names};
