//! What the command lines of all commands have in common, and how values are read.

mod output;
mod preset;
mod reference;
mod settings;
pub mod value;

pub use output::{Destination, Existing, Format, Output, fits};
pub use preset::{Preset, Presets};
pub use reference::Reference;
pub use settings::{Asking, Manner, Settings, SharedOptions};
pub use value::ChosenLabel;
