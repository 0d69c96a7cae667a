//! What stands outside the program and looks at it, linked once: every test but those beside the code.

mod architecture;
mod browser;
mod catalog;
mod choices;
mod cli;
mod command_line;
#[cfg(unix)]
mod completions;
mod content;
mod few_questions;
mod fuzz;
mod documents;
mod dutch;
mod faults;
mod help;
mod home;
#[cfg(target_os = "linux")]
mod instructions;
mod interview;
mod licences;
mod life;
mod page_counts;
mod promises;
mod request_page;
mod screen;
mod second_try;
mod sessions;
mod sheets;
mod signals;
mod steps;
mod told;
mod shortage;
mod whole_story;
mod word;
mod worksheets;

/// What counts instructions, here and in the program as it is handed out.
#[cfg(target_os = "linux")]
#[path = "../benches/callgrind/mod.rs"]
#[allow(clippy::disallowed_methods, dead_code, reason = "starts valgrind, and the bench uses all of it")]
mod callgrind;
#[allow(clippy::disallowed_methods, reason = "starts Python and tells when there is none")]
mod python;
#[path = "../src/render/testing/sample.rs"]
#[allow(dead_code, reason = "the renderers use all of it")]
mod sample;
#[cfg(unix)]
mod terminal;

use cli::{conversation, story};
use documents::{data, desk, page_table, witness};
use regio::document;
