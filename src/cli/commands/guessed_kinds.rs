use crate::domain::{Organisation, Project};
use crate::notation;

/// The kinds that were filled in by name since then, in one line with how to change one; nothing when there are none.
pub fn guessed_kinds(before: &Project, after: &Project) -> Option<String> {
    let fresh = |organisation: &&Organisation| before.organisation(organisation.id.as_str()).is_none();
    let mut fresh = after.organisations.iter().filter(fresh).filter_map(|one| Some((one, one.kind?))).peekable();
    let (first, _) = *fresh.peek()?;
    let told = fresh.map(|(organisation, kind)| format!("{} ({})", organisation.name, kind.title()));
    Some(format!(
        "Soort afgeleid uit de naam: {}. Klopt er een niet? Wijzig die met: regio organisatie wijzig {} --soort SOORT",
        notation::enumeration(told),
        first.id
    ))
}
