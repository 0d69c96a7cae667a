use crate::domain::{Organisation, Project};
use crate::notation;

/// The kinds that were filled in by name since then, in one line with how to change one; nothing when there are none.
pub fn guessed_kinds(before: &Project, after: &Project) -> Option<String> {
    let fresh = |organisation: &&Organisation| before.organisation(organisation.id.as_str()).is_none();
    let told = |organisation: &Organisation| Some(format!("{} ({})", organisation.name, organisation.kind?.title()));
    let fresh: Vec<&Organisation> = after.organisations.iter().filter(fresh).filter(|one| one.kind.is_some()).collect();
    let first = fresh.first()?;
    let told: Vec<String> = fresh.iter().filter_map(|organisation| told(organisation)).collect();
    Some(format!(
        "Soort afgeleid uit de naam: {}. Klopt er een niet? Wijzig die met: regio organisatie wijzig {} --soort SOORT",
        notation::enumeration(&told),
        first.id
    ))
}
