//! From a project to what is next: steps, signals and progress, each with its reason.

mod depth;
mod due;
mod part;
mod progress;
mod ranking;
mod reason;
mod rhythm;
mod signals;
mod step;
mod steps;

pub use depth::{is_chosen, is_walked, minutes, minutes_of};
pub use due::Due;
pub use part::did_its_part;
pub use progress::{Progress, phase_progress, question_progress, section_progress};
pub use ranking::FIRST_STEPS;
pub use reason::Reason;
pub use signals::{Insight, signals};
pub use step::{Step, StepState};
pub use steps::{open_steps, steps};
