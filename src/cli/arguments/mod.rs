//! What the command lines of all commands have in common, and how values are read.

mod output;
mod preset;
mod reference;
mod settings;
pub mod value;

pub use output::{Format, fits};
pub use preset::{Preset, Presets};
pub use reference::Reference;
pub use settings::Settings;
pub use value::ChosenLabel;
