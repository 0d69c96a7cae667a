use std::ops::Deref;

use super::rename::follow_renames;
use crate::catalog::Catalog;
use crate::domain::Project;

/// A project at work. Who has it can read it; only the ledger can change it, and only this can be kept.
///
/// ```compile_fail,E0594
/// fn rename(project: &mut regio::ledger::Kept) {
///     project.name = Some("Anders".to_owned());
/// }
/// ```
///
/// ```compile_fail,E0616
/// fn rename(project: &mut regio::ledger::Kept) {
///     project.0.name = Some("Anders".to_owned());
/// }
/// ```
///
/// ```compile_fail,E0624
/// fn rename(project: &mut regio::ledger::Kept) {
///     project.open_for_change().name = Some("Anders".to_owned());
/// }
/// ```
///
/// Reading it is no trouble, so what is refused above is the change:
///
/// ```
/// fn read(project: &mut regio::ledger::Kept) -> Option<&String> {
///     project.name.as_ref()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept(Project);

impl Kept {
    /// A project as it was read or begun; answers to questions that have another id by now travel along.
    pub fn open(mut project: Project, catalog: &Catalog) -> Kept {
        follow_renames(&mut project, catalog);
        Kept(project)
    }

    pub(super) fn open_for_change(&mut self) -> &mut Project {
        &mut self.0
    }
}

impl Deref for Kept {
    type Target = Project;

    fn deref(&self) -> &Project {
        &self.0
    }
}
