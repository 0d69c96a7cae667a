//! The only room that changes what a project says: every change is checked, stamped, remembered and kept, or refused.

mod answer;
mod contest;
mod convert;
mod event;
mod guess_kind;
mod hand;
mod hear;
mod join_organisations;
mod kept;
mod known_name;
mod label;
#[expect(clippy::module_inception, reason = "the type of the layer has the name of the layer")]
mod ledger;
mod lineage;
mod meeting;
mod merge;
mod organisation;
mod place;
mod rename;
mod renew;
mod said;
mod self_reference;
mod short_code;
mod slot;
mod step;

#[cfg(test)]
mod detail_tests;
#[cfg(test)]
mod hear_tests;
#[cfg(test)]
mod join_organisations_tests;
#[cfg(test)]
mod lineage_tests;
#[cfg(test)]
mod merge_pair_tests;
#[cfg(test)]
mod merge_tests;
#[cfg(test)]
mod order_tests;
#[cfg(test)]
mod slot_tests;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;

pub use contest::{Conflict, Side, Word, last_said};
pub use convert::converted;
pub use guess_kind::guess_kind;
pub use hand::Hand;
pub use hear::{Difference, Names, PageOf, Received, Tally};
pub use join_organisations::{FellAway, Gone, Joined, gone};
pub use kept::Kept;
pub use known_name::{double_of, find_organisation, resembling_organisation};
pub use ledger::{KeepError, Keeper, Ledger, LedgerError, Undoable};
pub use lineage::{contains, grew_from, said_by_all, without_untold_losses};
pub use merge::{Merged, merge, nothing_in_common};
pub use organisation::{Altered, Particulars, answers_of, naming};
pub use place::{Disagreement, disagreement};
pub use rename::follow_renames;
pub use renew::{Outgrown, Why, outgrown};
pub use said::NewDecision;
pub use slot::Choice;
pub use step::{Mark, NewStep};
