//! What the organisations said, laid side by side: per subject what they agree on, where they differ, and what nobody said yet.

mod agenda;
#[expect(clippy::module_inception, reason = "the type of the module has the name of the module")]
mod comparison;
mod choice;
mod divergence;
mod echo;
mod group;
mod near_spelling;
mod normal_form;
mod side;
mod spread;
mod voice;

#[cfg(test)]
pub mod any_project;
#[cfg(test)]
mod properties;
#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;

pub use agenda::Agenda;
pub use agenda::AgendaPoint;
pub use agenda::agenda;
pub use choice::Choice;
pub use choice::UnknownChoice;
pub use comparison::Comparison;
pub use comparison::Subject;
pub use comparison::compare;
pub use echo::Echo;
pub use echo::EchoSide;
pub use group::Group;
pub use group::Wording;
pub use side::Doubled;
pub use side::Side;
pub use spread::Spread;
pub use voice::Voice;
