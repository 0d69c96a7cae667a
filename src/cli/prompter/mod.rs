//! How questions reach a person: a terminal with lists to walk through, or plain lines.

#[cfg(windows)]
mod console_input;
#[cfg(any(windows, test))]
mod console_keys;
mod cursor_list;
mod drafts;
mod guard;
mod interruption;
mod keys;
mod layout;
mod line_reader;
mod list_page;
mod manner;
mod mode;
mod numbered;
mod plain_input;
mod plain_prompter;
mod raw_mode;
mod recall;
mod rows;
mod screen;
mod stack_prompter;
mod terminal_prompter;
mod text_buffer;
mod wording;

pub use interruption::watch_interruptions;
pub use manner::{for_project, for_stack, for_terminal, for_text, person_at_hand};
pub use mode::asks_plain;
pub use plain_prompter::{PlainPrompter, Typist};
pub use stack_prompter::StackPrompter;
pub use terminal_prompter::TerminalPrompter;
