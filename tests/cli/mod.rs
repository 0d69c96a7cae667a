//! The program as its users meet it: one module a command, each test a story.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

pub mod conversation;
pub mod story;

mod bounds;
mod checklist;
mod comparison;
mod consent;
mod copies;
mod decision_and_event;
mod departure;
mod document;
mod document_texts;
mod examples;
mod faulty_files;
mod history;
mod init;
mod keeping;
mod kept_shapes;
mod label;
mod meeting;
mod note;
mod note_commands;
mod organisation;
mod participants;
#[cfg(not(feature = "pdf"))]
mod pdf;
mod phase;
mod questionnaire;
mod renew;
mod restore;
mod round_read;
mod round_make;
mod schemas;
mod sheets;
mod share;
mod status;
mod step;
mod supplements;
mod versions;
