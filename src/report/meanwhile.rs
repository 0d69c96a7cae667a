use std::collections::BTreeSet;

use super::ConflictReport;
use super::changed_things::{changed_things, in_short};
use super::differences::{differing, said};
use crate::catalog::Catalog;
use crate::domain::Project;
use crate::expression::Facts;
use crate::ledger::{Conflict, Side};
use crate::notation;

/// So many things on which two disagree are told with the words of both; of more only how many there are.
const MOST_TOLD: usize = 2;

/// What somebody else changed while one was at work: who, what, and which word holds where both said something. The facts are those of
/// the project as both knew it, as the other left it, and as it is now.
pub fn changed_meanwhile(catalog: &Catalog, [base, theirs, now]: [&Facts; 3], conflicts: &[Conflict]) -> Vec<String> {
    if base.project == theirs.project {
        return Vec::new();
    }
    let who = authors(base.project, theirs.project);
    let who = if who.is_empty() { "ergens anders".to_owned() } else { format!("door {}", notation::enumeration(who)) };
    let things = in_short(&changed_things(catalog, base, theirs)).map(|things| format!(": {things}"));
    let told = format!("Intussen gewijzigd, {who}{}. Dat is meegenomen.", things.unwrap_or_default());
    let contested = conflicts.iter().take(MOST_TOLD).map(|conflict| {
        let conflict = ConflictReport::new(catalog, now, conflict, Side::Ours);
        let by = conflict.theirs_by.as_deref().map_or_else(|| "de ander".to_owned(), str::to_owned);
        format!(
            "{}: hier staat nu “{}”, {by} schreef intussen “{}”. Dat laatste staat in de geschiedenis.",
            conflict.label, conflict.ours, conflict.theirs
        )
    });
    let more = conflicts.len().saturating_sub(MOST_TOLD);
    let more = (more > 0).then(|| {
        let count = notation::counted(more, "ding is", "dingen zijn");
        format!(
            "Nog {count} bij allebei veranderd: daar geldt wat hier is gezegd, het andere staat in de geschiedenis."
        )
    });
    [told].into_iter().chain(contested).chain(more).collect()
}

/// Who made the one state of a project into the other, as far as it says so.
fn authors(before: &Project, after: &Project) -> BTreeSet<String> {
    let fresh = after.history.iter().filter(|change| !before.history.contains(change));
    let (was, now) = (said(before), said(after));
    let answers = differing(&was, &now).into_iter().filter_map(|key| now.get(&key)).flatten();
    fresh.filter_map(|change| change.by.clone()).chain(answers.filter_map(|answer| answer.by.clone())).collect()
}
