//! The few tones that are told apart on a screen and on black and white paper alike.

pub const INK: &str = "#1b1b1b";
pub const QUIET: &str = "#565656";
pub const LINE: &str = "#8a8a8a";
pub const FAINT: &str = "#d5d9dc";
pub const SHADE: &str = "#eef1f3";
pub const PAPER: &str = "#ffffff";
pub const MARK: &str = "#154273";
