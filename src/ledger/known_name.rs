//! Whether a name that was typed is one of the register: the only place that says so.

use unicode_normalization::UnicodeNormalization;

use crate::domain::{Organisation, Project};

/// What somebody may leave out of a name, or put before it.
const PASSED_OVER: [&str; 11] =
    ["bv", "nv", "vof", "cv", "ua", "stichting", "vereniging", "cooperatie", "de", "het", "the"];

/// The organisation with this id or name. How it is spelled does not matter: capitals, accents, spaces, full stops, apostrophes
/// and dashes do not count.
pub fn find_organisation<'p>(project: &'p Project, name: &str) -> Option<&'p Organisation> {
    let letters = letters(name);
    let same = |organisation: &&Organisation| !letters.is_empty() && self::letters(&organisation.name) == letters;
    project.organisation(name.trim()).or_else(|| project.organisations.iter().find(same))
}

/// The organisation that is probably meant by a name that the register does not hold: what sets them apart is what kind of
/// thing it is in law, or an article. Only a person can tell whether it is the same one.
pub fn resembling_organisation<'p>(project: &'p Project, name: &str) -> Option<&'p Organisation> {
    let core = core(name);
    let alike = |organisation: &&Organisation| !core.is_empty() && self::core(&organisation.name) == core;
    project.organisations.iter().find(alike).filter(|_| find_organisation(project, name).is_none())
}

/// Another organisation of the register that is the same by its name, or probably the same.
pub fn double_of<'p>(project: &'p Project, organisation: &Organisation) -> Option<&'p Organisation> {
    let (letters, core) = (letters(&organisation.name), core(&organisation.name));
    let same = |other: &str| !letters.is_empty() && self::letters(other) == letters;
    let alike = |other: &str| !core.is_empty() && self::core(other) == core;
    let mut others = project.organisations.iter().filter(|other| other.id != organisation.id);
    others.find(|other| same(&other.name) || alike(&other.name))
}

/// The letters and digits of a name, however it is spelled.
fn letters(name: &str) -> String {
    name.replace('&', "en").nfkd().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The letters of the words that name it and no other.
fn core(name: &str) -> String {
    let joined = name.replace(['.', '\'', '\u{2019}'], "");
    let words = joined.split(|sign: char| !sign.is_alphanumeric() && sign != '&').map(letters);
    words.filter(|word| !PASSED_OVER.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Identifier, Place};
    use crate::ledger::organisation::register;

    fn project() -> Project {
        let mut project = Project::default();
        for name in ["Werf De Kade", "Bakkerij 't Hoekje B.V.", "Stichting Havenfonds", "Schoonmaak & Zo"] {
            register(&mut project, name, Place::Candidate).expect("the names have letters");
        }
        project
    }

    #[track_caller]
    fn check(typed: &str, found: Option<&str>, resembling: Option<&str>) {
        let project = project();
        let name = |organisation: Option<&Organisation>| organisation.map(|one| one.name.clone());
        assert_eq!(name(find_organisation(&project, typed)).as_deref(), found, "{typed}");
        assert_eq!(name(resembling_organisation(&project, typed)).as_deref(), resembling, "{typed}");
    }

    #[test]
    fn another_spelling_is_the_same_name() {
        for typed in ["werf de kade", "WERF DE KADE.", "Werf  De\u{a0}Kade", "werf-de-kade", "wérf de kade"] {
            check(typed, Some("Werf De Kade"), None);
        }
        for typed in ["bakkerij \u{2019}t hoekje bv", "Bakkerij 't Hoekje b.v."] {
            check(typed, Some("Bakkerij 't Hoekje B.V."), None);
        }
        check("schoonmaak en zo", Some("Schoonmaak & Zo"), None);
    }

    #[test]
    fn another_form_in_law_is_perhaps_the_same() {
        check("Werf De Kade BV", None, Some("Werf De Kade"));
        check("De Werf de Kade b.v.", None, Some("Werf De Kade"));
        check("Bakkerij 't Hoekje", None, Some("Bakkerij 't Hoekje B.V."));
        check("havenfonds", None, Some("Stichting Havenfonds"));
    }

    #[test]
    fn an_organisation_is_no_double_of_itself() {
        let mut project = project();
        let alike = register(&mut project, "De Werf de Kade b.v.", Place::Candidate).expect("it has letters");
        let double = |id: &str| {
            let organisation = project.organisation(id).expect("it is in the register");
            double_of(&project, organisation).map(|double| double.id.to_string())
        };
        assert_eq!(double(alike.as_str()).as_deref(), Some("werf-de-kade"));
        assert_eq!(double("werf-de-kade"), Some(alike.to_string()));
        assert_eq!(double("schoonmaak-zo"), None);
    }

    #[test]
    fn another_name_is_another_organisation() {
        for typed in ["Werf De Ka", "Werf", "B.V.", "Stichting", "De", "...", ""] {
            check(typed, None, None);
        }
    }

    /// What two copies of a project make of a name hangs on nothing but the name; the page of a request makes the same of it.
    #[test]
    fn an_organisation_gets_the_same_id_in_every_copy() {
        let (mut one, mut other) = (project(), project());
        let id = |text: &str| Identifier::parse(text).expect("is an id");
        let enter =
            |project: &mut Project, name: &str| register(project, name, Place::Candidate).expect("it gets an id");
        assert_eq!(enter(&mut one, "科技 </>"), id("organisatie-bd6e3521"));
        assert_eq!(enter(&mut one, "Bos & Zoon"), id("bos-zoon"));
        let second = enter(&mut one, "Bos, Zoon");
        assert_ne!(second, id("bos-zoon"));
        enter(&mut other, "Bos 科 Zoon");
        assert_eq!(enter(&mut other, "Bos, Zoon"), second);
        let long = "Bos & Zoon ".repeat(20);
        enter(&mut one, &long);
        assert_ne!(enter(&mut one, &format!("{long} en meer")), enter(&mut one, &long));
    }
}
