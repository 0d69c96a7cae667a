//! The page of `regio rondvraag maak` in a real browser, and its JavaScript held against the program. The pages are held against
//! the standards too. Needs node, npm, Chromium and java: without them the tests say so and pass, except where `CI` is set.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "it stands outside the program and looks at it")]

mod conditions;
mod documents;
mod earlier;
mod fonts;
mod lists;
mod node;
mod notation;
mod page;
mod page_counts;
mod random;
mod validity;

pub use page_counts::printed_pages;
