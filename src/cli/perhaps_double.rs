use crate::domain::Project;
use crate::ledger::resembling_organisation;

/// Who came in since then by nearly the name of another, each with how to make one of the two.
pub fn perhaps_double(before: &Project, after: &Project) -> Vec<String> {
    let fresh = after.organisations.iter().filter(|one| before.organisation(one.id.as_str()).is_none());
    let told = fresh.filter_map(|newcomer| {
        let known = resembling_organisation(before, &newcomer.name)?;
        let (new, old) = (&newcomer.name, &known.name);
        let command = format!("regio organisatie samenvoegen {} {}", known.id, newcomer.id);
        Some(format!("'{new}' lijkt op '{old}'. Is het dezelfde, maak er dan één van: {command}"))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Identifier, Organisation, Place};

    fn project(names: &[&str]) -> Project {
        let organisation = |name: &&str| Organisation {
            id: Identifier::from_name(name).expect("the tests name things in letters"),
            name: (*name).to_owned(),
            kind: None,
            place: Place::Candidate,
            contacts: Vec::new(),
        };
        Project { organisations: names.iter().map(organisation).collect(), ..Project::default() }
    }

    #[test]
    fn who_came_in_by_nearly_the_same_name_is_told() {
        let before = project(&["Werf De Kade", "Haven"]);
        let after = project(&["Werf De Kade", "Haven", "Werf De Kade BV", "Bakkerij"]);
        let told = perhaps_double(&before, &after);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].ends_with("regio organisatie samenvoegen werf-de-kade werf-de-kade-bv"), "{told:?}");
        assert_eq!(perhaps_double(&after, &after), Vec::<String>::new());
    }
}
