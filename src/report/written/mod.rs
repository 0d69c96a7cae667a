//! A document written from its text and the answers.

mod differences;
mod document;
mod included;
mod open_questions;
mod open_spots;
mod past;
mod progress;
mod records;
mod register;
mod schedule;
mod timeline;
mod trail;
mod writer;

pub use document::{WrittenChoice, written};
pub use open_spots::open_spots;
