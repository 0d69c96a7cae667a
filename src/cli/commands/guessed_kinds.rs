use crate::domain::{Organisation, Project};
use crate::ledger::guess_kind;
use crate::notation;

/// The kinds that were filled in by name since then, in one line with how to change one; nothing when there are none.
pub fn guessed_kinds(before: &Project, after: &Project) -> Option<String> {
    let fresh = |organisation: &&Organisation| before.organisation(organisation.id.as_str()).is_none();
    // What was said otherwise needs no look.
    let by_name = |one: &&Organisation| one.kind.is_some() && one.kind == guess_kind(&one.name);
    let fresh = after.organisations.iter().filter(fresh).filter(by_name);
    let mut fresh = fresh.filter_map(|one| Some((one, one.kind?))).peekable();
    let (first, _) = *fresh.peek()?;
    let told = fresh.map(|(organisation, kind)| format!("{} ({})", organisation.name, kind.title()));
    Some(format!(
        "Soort volgens de naam: {}. Klopt er een niet? Wijzig die met: regio organisatie wijzig {} --soort SOORT",
        notation::enumeration(told),
        first.id
    ))
}
