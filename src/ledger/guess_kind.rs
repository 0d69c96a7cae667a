use std::sync::LazyLock;

use crate::domain::OrganisationKind;

/// The kind of an organisation, where its name leaves no doubt. A wrong guess is worse than none, so only whole words count,
/// most of them only at the front, and a name in which two kinds stand is left open.
pub fn guess_kind(name: &str) -> Option<OrganisationKind> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let found: Vec<Option<OrganisationKind>> =
        MARKS.iter().filter(|(_, marks)| marks.iter().any(|mark| mark.is_in(&words))).map(|(kind, _)| *kind).collect();
    match found[..] {
        [kind] if !words.iter().any(|word| is_other_association(word)) => kind,
        _ => None,
    }
}

/// An association that is named after an organisation is not that organisation.
fn is_other_association(word: &str) -> bool {
    let is_mark = |(_, marks): &(_, Vec<Mark>)| marks.iter().any(|mark| mark.words == [word]);
    word.ends_with("vereniging") && !MARKS.iter().any(is_mark)
}

/// What gives a kind away in a name: words, with or without others before and after them.
struct Mark {
    words: Vec<&'static str>,
    others_before: bool,
    others_after: bool,
}

impl Mark {
    fn read(text: &'static str) -> Mark {
        let inner = text.trim().trim_matches('…').trim();
        Mark {
            words: inner.split_whitespace().collect(),
            others_before: text.trim().starts_with('…'),
            others_after: text.trim().ends_with('…'),
        }
    }

    fn is_in(&self, words: &[&str]) -> bool {
        match (self.others_before, self.others_after) {
            (false, false) => words == self.words,
            (false, true) => words.starts_with(&self.words),
            (true, false) => words.ends_with(&self.words),
            (true, true) => words.windows(self.words.len()).any(|some| some == self.words),
        }
    }
}

/// The marks of each kind, and those of what is none of them.
static MARKS: LazyLock<Vec<(Option<OrganisationKind>, Vec<Mark>)>> = LazyLock::new(|| {
    let lines = include_str!("../../questionnaires/kinds.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (kind, marks) = line.split_once(": ").expect("the tests read every line");
            (OrganisationKind::parse(kind), marks.split(';').map(Mark::read).collect())
        })
        .collect()
});

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
    fn every_line_of_the_list_is_a_kind_with_its_marks() {
        assert!(MARKS.len() > 8, "{}", MARKS.len());
        assert_eq!(MARKS.iter().filter(|(kind, _)| kind.is_none()).count(), 1, "one line is of no kind");
        assert!(MARKS.iter().all(|(_, marks)| marks.iter().all(|mark| !mark.words.is_empty())));
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
