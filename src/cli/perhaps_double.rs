use crate::domain::{Decision, Organisation, Project};
use crate::ledger::double_of;
use crate::notation;

/// What came in since then and may stand there twice: an organisation by nearly the name of another, and a second decision in the place of
/// one. Each with what to do.
pub fn perhaps_double(before: &Project, after: &Project) -> Vec<String> {
    doubled_organisations(before, after).into_iter().chain(doubled_decisions(before, after)).collect()
}

fn doubled_decisions(before: &Project, after: &Project) -> Vec<String> {
    let is_fresh = |one: &&Decision| after.replacing(&one.id).count() > before.replacing(&one.id).count().max(1);
    let told = after.decisions.iter().filter(is_fresh).map(|one| {
        let quoted = |decision: &Decision| format!("'{}' ({})", notation::on_one_line(&decision.text), decision.id);
        let new = notation::enumeration(after.replacing(&one.id).map(quoted));
        format!(
            "Besluit {} is op meer plekken vervangen, door {new}. Spreek af welk besluit geldt, en leg dat vast met: \
             regio besluit nieuw … --vervangt ID",
            quoted(one)
        )
    });
    told.collect()
}

fn doubled_organisations(before: &Project, after: &Project) -> Vec<String> {
    let was_called_so =
        |one: &Organisation| before.organisation(one.id.as_str()).is_some_and(|was| was.name == one.name);
    let fresh: Vec<&Organisation> = after.organisations.iter().filter(|one| !was_called_so(one)).collect();
    let told = fresh.iter().enumerate().filter_map(|(at, one)| {
        // Of two that are both fresh the second is told.
        let known = double_of(after, one).filter(|known| fresh.iter().position(|other| other == known) < Some(at))?;
        let command = format!("regio organisatie samenvoegen {} {}", known.id, one.id);
        let (new, old) = (&one.name, &known.name);
        Some(format!("'{new}' lijkt op '{old}'. Is het dezelfde, maak er dan één van: {command}"))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Departure, Identifier, Organisation, Place};

    fn project(names: &[&str]) -> Project {
        let organisation = |name: &&str| Organisation {
            id: Identifier::from_name(name).expect("the tests name things in letters"),
            name: (*name).to_owned(),
            kind: None,
            place: Place::Candidate,
            departure: Departure::default(),
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
        assert_eq!(perhaps_double(&project(&[]), &after).len(), 1, "of two that came in together one is told");
        let mut renamed = before.clone();
        renamed.organisations[1].name = "De Werf de Kade".to_owned();
        let told = perhaps_double(&before, &renamed);
        assert!(told.len() == 1 && told[0].ends_with("samenvoegen werf-de-kade haven"), "{told:?}");
    }
}
