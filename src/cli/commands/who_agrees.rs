use super::super::failure::{Failure, Result};
use crate::domain::Project;
use crate::interview::{Picked, pick};
use crate::ledger::{find_organisation, resembling_organisation};
use crate::notation;
use crate::source::nearest;

/// Who said yes, as the register knows it: an organisation, or a contact of one. A beginning or a word of the name will do.
pub fn who_agrees(project: &Project, typed: &str) -> Result<String> {
    if let Some(organisation) = find_organisation(project, typed) {
        return Ok(organisation.name.clone());
    }
    if notation::names_nobody(typed) {
        let failure = Failure::new(format!("'{typed}' zegt niet wie het goed vindt"));
        let tip = "noem een organisatie of een contact uit het register; zei niemand ja, laat het dan weg";
        return Err(failure.tip(tip));
    }
    let contacts = project.organisations.iter().flat_map(|one| &one.contacts).map(|contact| contact.name.as_str());
    let mut known: Vec<&str> = project.organisations.iter().map(|one| one.name.as_str()).chain(contacts).collect();
    known.sort_unstable();
    known.dedup();
    let is_name = typed.chars().any(char::is_alphabetic);
    match pick(known.iter().copied(), typed) {
        Picked::One(place) if is_name => Ok(known[place].to_owned()),
        Picked::Several(places) => {
            let names: Vec<&str> = places.into_iter().map(|place| known[place]).collect();
            let failure = Failure::new(format!("'{typed}' kan meer dan een zijn"));
            Err(failure.tip(format!("kies uit: {}", notation::enumeration(&names))))
        }
        _ => {
            let near =
                nearest(typed, known).or_else(|| resembling_organisation(project, typed).map(|one| one.name.as_str()));
            let failure = Failure::new(format!("'{typed}' is geen organisatie of contact in het register"));
            Err(failure.near_or(near, "bekijk het register met: regio organisatie lijst"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Contact, Identifier, Organisation, Place};

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        let contact = |name: &str| Contact { name: name.to_owned(), ..Contact::default() };
        let organisation = |name: &str, contacts| Organisation {
            id: Identifier::from_name(name).expect("it has letters"),
            name: name.to_owned(),
            kind: None,
            place: Place::Kopgroep,
            departure: crate::domain::Departure::default(),
            contacts,
        };
        let project = Project {
            organisations: vec![
                organisation("Gemeente Oost", vec![contact("Jan Jansen")]),
                organisation("Gemeente West", vec![contact("Neeltje de Boer")]),
                organisation("Bakkerij Het Hoekje", Vec::new()),
            ],
            ..Project::default()
        };
        assert_eq!(who_agrees(&project, typed).ok().as_deref(), expected, "{typed}");
    }

    #[test]
    fn a_beginning_or_a_word_names_who_says_yes() {
        check("bakkerij het hoekje", Some("Bakkerij Het Hoekje"));
        check("hoek", Some("Bakkerij Het Hoekje"));
        check("jan jansen", Some("Jan Jansen"));
        check("Boer", Some("Neeltje de Boer"));
        check("Gemeente", None);
        check("oekje", None);
        check("Piet", None);
        check("", None);
        check("1", None);
    }

    /// Though a name begins with these letters.
    #[test]
    fn a_yes_and_a_no_are_nobody() {
        for typed in ["ja", "Nee", " NVT ", "n.v.t.", "niemand"] {
            check(typed, None);
        }
    }
}
