use std::collections::BTreeSet;

use super::changed_things::{MOST_THINGS, changed_things, first_of};
use super::differences::differing;
use super::history::asked;
use super::{AT_TABLE, ConflictReport, in_edition};
use crate::catalog::Catalog;
use crate::domain::{Change, FullId, Identifier, Project, Subject};
use crate::expression::{Facts, Words};
use crate::ledger::{Conflict, Side, said_by_all};
use crate::notation;

/// So many things are told with the words themselves; of more only how many there are.
const MOST_TOLD: usize = 2;

/// So much of an answer, in signs.
const LONGEST_WORDS: usize = 160;

/// What somebody else changed while one was at work: who, what, and which word holds where both said something. The facts are those of
/// the project as both knew it, as the other left it, and as it is now.
pub fn changed_meanwhile(catalog: &Catalog, [base, theirs, now]: [&Facts; 3], conflicts: &[Conflict]) -> Vec<String> {
    if base.project == theirs.project {
        return Vec::new();
    }
    let who = authors(base.project, theirs.project);
    let who = if who.is_empty() { "ergens anders".to_owned() } else { format!("door {}", notation::enumeration(who)) };
    let things = first_of(&changed_things(catalog, base, theirs), MOST_THINGS).map(|things| format!(": {things}"));
    let told = format!("Intussen gewijzigd, {who}{}. Dat is meegenomen.", things.unwrap_or_default());
    // Others may look along at the screen.
    let for_all = in_edition(now, AT_TABLE);
    let for_all = said_by_all(&for_all);
    let is_for_all = |conflict: &&Conflict| match key(conflict) {
        Some(key) => for_all.contains_key(&key),
        None => matches!(conflict.subject, Subject::Project(_)),
    };
    let (worded, wordless): (Vec<&Conflict>, _) = conflicts.iter().partition(is_for_all);
    let contested = worded.iter().take(MOST_TOLD).map(|conflict| {
        let conflict = ConflictReport::new(catalog, now, conflict, Side::Ours);
        let by = conflict.theirs_by.as_deref().map_or_else(|| "de ander".to_owned(), str::to_owned);
        format!(
            "{}: hier staat nu “{}”, {by} schreef intussen “{}”. Dat laatste staat in de geschiedenis.",
            conflict.label, conflict.ours, conflict.theirs
        )
    });
    let (was, theirs) = (said_by_all(base.project), said_by_all(theirs.project));
    let mut changed = differing(&was, &theirs);
    changed.retain(|item| conflicts.iter().all(|conflict| key(conflict) != Some(*item)));
    let is_short = changed.len() <= MOST_TOLD;
    let answered = changed.into_iter().filter(|_| is_short).filter_map(|(question, owner)| {
        let answer = for_all.get(&(question, owner))?.first()?;
        let (words, question) = (Words::new(now), catalog.question(question)?);
        let owner = notation::in_brackets(&owner.map(|owner| words.organisation(owner.as_str())));
        let words = notation::shortened(&words.said(&question.kind, answer), LONGEST_WORDS);
        Some(format!("{}{owner}: hier staat nu “{words}”.", question.label))
    });
    let more = worded.len().saturating_sub(MOST_TOLD) + wordless.len();
    let more = (more > 0).then(|| {
        let count = notation::counted(more, "ding is", "dingen zijn");
        format!("{count} bij allebei veranderd: daar geldt wat hier is gezegd, het andere staat in de geschiedenis.")
    });
    [told].into_iter().chain(answered).chain(contested).chain(more).collect()
}

/// The question that a conflict is about and who answers it; nothing where it is about something else.
fn key(conflict: &Conflict) -> Option<(&FullId, Option<&Identifier>)> {
    asked(&conflict.subject).map(|item| (&item.question, item.organisation.as_ref()))
}

/// Who made the one state of a project into the other, as far as it says so.
fn authors(before: &Project, after: &Project) -> BTreeSet<String> {
    // The history tells of what stood there first only when it changes: that is nothing new.
    let stood = |change: &Change| {
        let item = asked(&change.subject)?;
        let answer = before.said(&item.question, item.organisation.as_ref())?;
        (answer.given == Some(change.at) && answer.by == change.by).then_some(())
    };
    let fresh = after.history.iter().filter(|change| !before.history.contains(change) && stood(change).is_none());
    let (was, now) = (said_by_all(before), said_by_all(after));
    let answers = differing(&was, &now).into_iter().filter_map(|key| now.get(&key)).flatten();
    fresh.filter_map(|change| change.by.clone()).chain(answers.filter_map(|answer| answer.by.clone())).collect()
}
