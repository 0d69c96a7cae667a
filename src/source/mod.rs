//! A TOML text, the places in it, what may stand there and the faults found in it.

mod check;
mod excerpt;
mod fault;
mod nearest;
mod node;
mod parsed;
mod schema;
mod shape;
mod source_file;
mod syntax;
mod table;
mod text_form;
mod value;

pub use check::check;
pub use fault::{Fault, Faults, Severity, Span, quoted};
pub use nearest::{did_you_mean, nearest};
pub use node::{Located, Node};
pub use parsed::Parsed;
pub use schema::schema;
pub use shape::{Key, Shape, TableShape, Unknown};
pub use source_file::{LARGEST_FILE, Position, SourceFile, too_large};
pub use table::{Entry, Table};
pub use text_form::{FULL_ID, IDENTIFIER, PERIOD, TextForm};
pub use value::read_value;
