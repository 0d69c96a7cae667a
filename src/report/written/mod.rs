//! A document written from its text and the answers.

mod asked_since;
mod attendance;
mod call_list;
pub(super) mod differences;
mod document;
mod handed_out;
mod included;
mod meeting;
mod open_questions;
mod open_spots;
mod past;
mod progress;
mod records;
mod register;
mod ring;
mod schedule;
mod shared;
mod timeline;
mod trail;
mod writer;

pub use document::{WrittenChoice, written};
pub(super) use open_questions::open;
pub use open_spots::{is_mostly_open, open_spots};
