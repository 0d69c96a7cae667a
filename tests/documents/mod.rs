//! The documents: each text compiles, each document can be made in every way, and no edition holds what it may not.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

mod admission;
mod consent;
pub mod data;
mod days;
pub mod desk;
mod made;
mod many;
mod mistakes;
pub mod page_table;
mod pictures;
mod schema;
mod unbroken;
pub mod witness;
mod zeros;
