use crate::domain::OrganisationKind;

/// The kind of an organisation, where its name leaves no doubt. A wrong guess is worse than none, so only whole words count,
/// most of them only at the front, and a name in which two kinds stand is left open.
pub fn guess_kind(name: &str) -> Option<OrganisationKind> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| is_something_else(word)) {
        return None;
    }
    let found: Vec<OrganisationKind> =
        MARKS.iter().filter(|(_, marks)| marks.iter().any(|mark| mark.is_in(&words))).map(|(kind, _)| *kind).collect();
    match found[..] {
        [kind] => Some(kind),
        _ => None,
    }
}

/// An association or a pub that is named after an organisation is not that organisation.
fn is_something_else(word: &str) -> bool {
    let other = ["café", "cafe", "restaurant", "hotel", "vrienden", "raad", "oud", "voormalig", "voormalige"];
    other.contains(&word) || (word.ends_with("vereniging") && !ASSOCIATIONS.contains(&word))
}

const ASSOCIATIONS: [&str; 3] = ["ondernemersvereniging", "winkeliersvereniging", "branchevereniging"];

/// What gives a kind away in a name.
enum Mark {
    First(&'static str),
    FirstTwo(&'static str, &'static str),
    Last(&'static str),
    Anywhere(&'static str),
}

impl Mark {
    fn is_in(&self, words: &[&str]) -> bool {
        match self {
            Mark::First(mark) => words.first() == Some(mark),
            Mark::FirstTwo(first, second) => words.starts_with(&[first, second]),
            Mark::Last(mark) => words.last() == Some(mark),
            Mark::Anywhere(mark) => words.contains(mark),
        }
    }
}

const MARKS: &[(OrganisationKind, &[Mark])] = &[
    (OrganisationKind::Government, &[Mark::First("gemeente"), Mark::First("provincie"), Mark::First("ministerie")]),
    (OrganisationKind::SafetyRegion, &[Mark::First("veiligheidsregio")]),
    (OrganisationKind::PoliceRegion, &[Mark::First("politie"), Mark::First("politieregio")]),
    (
        OrganisationKind::BankOrInsurer,
        &[
            Mark::FirstTwo("bank", "van"),
            Mark::FirstTwo("bank", "voor"),
            Mark::First("rabobank"),
            Mark::First("verzekeraar"),
        ],
    ),
    (OrganisationKind::BranchOrganisation, &[Mark::First("brancheorganisatie"), Mark::First("branchevereniging")]),
    (
        OrganisationKind::BusinessAssociation,
        &[
            Mark::Anywhere("ondernemersvereniging"),
            Mark::Anywhere("winkeliersvereniging"),
            Mark::First("bedrijvenkring"),
        ],
    ),
    (
        OrganisationKind::DevelopmentCompany,
        &[Mark::Anywhere("ontwikkelmaatschappij"), Mark::Anywhere("ontwikkelingsmaatschappij")],
    ),
    (
        OrganisationKind::School,
        &[
            Mark::First("mbo"),
            Mark::First("roc"),
            Mark::First("hogeschool"),
            Mark::Last("hogeschool"),
            Mark::First("universiteit"),
            Mark::Last("universiteit"),
            Mark::First("basisschool"),
        ],
    ),
    (OrganisationKind::Care, &[Mark::First("ziekenhuis"), Mark::First("ggd")]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<OrganisationKind>) {
        assert_eq!(guess_kind(name), expected, "{name}");
    }

    #[test]
    fn a_name_without_doubt_gives_its_kind_away() {
        check("Gemeente Súdwâld", Some(OrganisationKind::Government));
        check("provincie Kwelland", Some(OrganisationKind::Government));
        check("Veiligheidsregio Kwelland", Some(OrganisationKind::SafetyRegion));
        check("Politie Oost", Some(OrganisationKind::PoliceRegion));
        check("Bank van de Delta", Some(OrganisationKind::BankOrInsurer));
        check("Ondernemersvereniging De Kade", Some(OrganisationKind::BusinessAssociation));
        check("Westerkwelse Ondernemersvereniging", Some(OrganisationKind::BusinessAssociation));
        check("Ondernemersvereniging Gemeente Zuid", Some(OrganisationKind::BusinessAssociation));
        check("Regionale Ontwikkelingsmaatschappij Oost", Some(OrganisationKind::DevelopmentCompany));
        check("ROC Midden", Some(OrganisationKind::School));
        check("Lindeveldse Hogeschool", Some(OrganisationKind::School));
    }

    #[test]
    fn a_name_that_may_be_something_else_stays_open() {
        for name in [
            "Scheepswerf De Hoek",
            "Databank Noord",
            "Voedselbank Westerkwel",
            "Bankstellen Jansen",
            "Café De Bank",
            "Bank 15",
            "MBO Raad",
            "Waterschap Kwelland",
            "Jansen Verzekeringen",
            "Personeelsvereniging Politie Oost",
            "Politie Personeelsvereniging",
            "Vereniging van Gemeenten",
            "Protestantse Gemeente Westerkwel",
            "Gemeentewerken BV",
            "Politie en Ondernemersvereniging Oost",
            "Rocky's Fietsen",
            "De Oude School",
            "",
            "???",
        ] {
            check(name, None);
        }
    }
}
