//! regio carries the guide *Start een regionale samenwerking* into work. The modules stand in reading order.

pub mod domain;
pub mod notation;
pub mod source;

pub mod expression;
pub mod catalog;
pub mod built_in;
pub mod wording;
pub mod project_file;

pub mod advice;
pub mod ledger;
pub mod interview;
pub mod round;
pub mod analysis;

pub mod document;
pub mod report;
pub mod render;

pub mod cli;
