//! Conditions and texts of questionnaires: compiled and checked when they load, evaluated against a project.
//!
//! The notation is MiniJinja's and its parser reads it; what it means is ours, because a comparison with something
//! that was not answered must be neither true nor false (docs/adr/0003).

mod compile;
mod compile_comparison;
mod compile_filter;
mod evaluate;
mod facts;
mod fault;
mod in_words;
mod names;
mod operand;
mod reader;
mod template;
mod words;

pub use compile::compile_condition;
pub use facts::{Departed, Facts, Questions, given_for};
pub use fault::{FormulaError, FormulaFault};
pub use in_words::in_words;
pub use names::{Asker, Named, Names};
pub use reader::Reader;
pub use template::{Filled, Missing, compile_template, fill, pieces};
pub use words::{Words, project_name};

#[cfg(test)]
mod tests;
