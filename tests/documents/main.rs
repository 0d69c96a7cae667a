//! The documents: each text compiles, each document can be made in every way, and no edition holds what it may not.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

mod admission;
mod data;
mod desk;
mod made;
mod mistakes;
mod pictures;
#[path = "../python/mod.rs"]
mod python;
#[path = "../../src/render/testing/sample.rs"]
#[allow(dead_code, reason = "the renderers use all of it")]
mod sample;
mod schema;
mod witness;

use regio::document;
