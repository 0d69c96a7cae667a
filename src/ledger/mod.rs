//! The only room that changes what a project says: every change is checked, stamped, remembered and kept, or refused.

mod guess_kind;
mod item;
#[expect(clippy::module_inception, reason = "the type of the layer has the name of the layer")]
mod ledger;
mod place;
mod rename;

pub use guess_kind::guess_kind;
pub use item::Item;
pub use ledger::{KeepError, Keeper, Ledger, LedgerError, changes, find_organisation, put, register};
pub use place::{Disagreement, disagreement, follow_place};
pub use rename::follow_renames;
