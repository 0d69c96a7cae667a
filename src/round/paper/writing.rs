//! How answers are written on paper: the numbers of options and what is written where.

use crate::domain::Kind;
use crate::notation;

/// The words behind the numbers that are written on paper, from 1 on. The last may be room for an answer of one's own.
pub fn options(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::YesNo => vec!["Ja".to_owned(), "Nee".to_owned()],
        Kind::Scale { levels } => levels.clone(),
        Kind::Choice { options, other } | Kind::Choices { options, other, .. } => {
            let own = other.then(|| OTHER.to_owned());
            options.iter().map(|option| option.label.clone()).chain(own).collect()
        }
        _ => Vec::new(),
    }
}

/// The option that lets in an answer of one's own.
pub const OTHER: &str = "Iets anders, namelijk";

/// What stands before room for a word or a number.
pub fn before_short_answer(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Date => "Datum (dag, maand, jaar)".to_owned(),
        Kind::Hours { unit: None } => "Aantal uren".to_owned(),
        Kind::Number { unit, .. } | Kind::Hours { unit } => format!("Aantal{}", notation::in_brackets(unit)),
        Kind::Amount { unit } => format!("Bedrag in euro{}", notation::in_brackets(unit)),
        _ => return None,
    })
}

/// A row as it was typed over, without the numbers that are printed before its lines.
pub fn without_numbers(kind: &Kind, typed: &str) -> String {
    let unnumbered =
        |(number, part): (usize, &str)| part.trim_start().strip_prefix(&format!("{number}. ")).map(str::to_owned);
    let is_row = matches!(kind, Kind::List { .. } | Kind::Organisations { .. });
    let parts = is_row.then(|| (1..).zip(typed.split(';')).map(unnumbered).collect::<Option<Vec<String>>>()).flatten();
    parts.map_or_else(|| typed.to_owned(), |parts| parts.join(";"))
}

/// How an answer is written in one line, where that is not plain.
pub fn how_to_write(kind: &Kind) -> Option<String> {
    let own = matches!(kind, Kind::Choice { other: true, .. } | Kind::Choices { other: true, .. });
    let most = options(kind).len() - usize::from(own);
    let or_own = if own { ", of een eigen antwoord in woorden" } else { "" };
    let words = match kind {
        Kind::Choice { other: true, .. } => {
            format!("Een nummer van 1 tot en met {most}, of {} met een eigen antwoord erachter", most + 1)
        }
        Kind::YesNo | Kind::Choice { .. } | Kind::Scale { .. } => format!("Een nummer van 1 tot en met {most}"),
        Kind::Choices { at_most, .. } => {
            let at_most = at_most.map(|at_most| format!(", hooguit {at_most}")).unwrap_or_default();
            format!("Nummers van 1 tot en met {most}{at_most}, bijvoorbeeld 1 3{or_own}")
        }
        Kind::List { item, .. } => format!("Zet een ; tussen meer dan één {item}"),
        Kind::Organisations { .. } => "Zet een ; tussen de namen".to_owned(),
        Kind::Group { item, fields, .. } => {
            let labels: Vec<String> = fields.iter().map(|field| field.label.to_lowercase()).collect();
            format!("Per {item}: {}. Zet een ; tussen meer dan één {item}", labels.join(" | "))
        }
        Kind::Date => "Een datum, zoals 31-12-2026".to_owned(),
        Kind::Number { unit, .. } => format!("Een heel getal{}", notation::in_brackets(unit)),
        Kind::Hours { unit } => format!("Een aantal uren{}", notation::in_brackets(unit)),
        Kind::Amount { unit } => format!("Een bedrag in euro{}", notation::in_brackets(unit)),
        Kind::Text | Kind::LongText | Kind::Organisation { .. } => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Choice, Identifier};

    #[test]
    fn the_numbers_that_are_printed_before_lines_are_no_words() {
        let row = Kind::List { item: "ding".to_owned(), at_most: None };
        for (typed, expected) in [
            ("1. Bakkers; 2. Boeren", "Bakkers;Boeren"),
            ("1. Bakkers", "Bakkers"),
            ("1.5 miljoen; 2. Boeren", "1.5 miljoen; 2. Boeren"),
            ("Bakkers; 2. Boeren", "Bakkers; 2. Boeren"),
        ] {
            assert_eq!(without_numbers(&row, typed), expected, "{typed}");
        }
        assert_eq!(without_numbers(&Kind::Text, "1. Bakkers"), "1. Bakkers");
    }

    #[test]
    fn before_room_for_a_number_stands_what_it_counts() {
        let unit = Some("per maand".to_owned());
        let told = |kind: &Kind| before_short_answer(kind).expect("has room");
        assert_eq!(told(&Kind::Hours { unit: None }), "Aantal uren");
        assert_eq!(told(&Kind::Hours { unit: unit.clone() }), "Aantal (per maand)");
        assert_eq!(told(&Kind::Amount { unit }), "Bedrag in euro (per maand)");
        assert_eq!(told(&Kind::Date), "Datum (dag, maand, jaar)");
        assert_eq!(before_short_answer(&Kind::Text), None);
    }

    #[test]
    fn an_answer_of_ones_own_has_the_number_behind_the_last_choice() {
        let options: Vec<_> = ["Oefenen", "Leren"]
            .map(|label| {
                let id = Identifier::from_name(label).expect("a label has letters");
                Choice { id, label: label.to_owned(), help: None, consequence: None, alone: false }
            })
            .into();
        let told = |other: bool| how_to_write(&Kind::Choice { options: options.clone(), other });
        assert_eq!(told(false).as_deref(), Some("Een nummer van 1 tot en met 2"));
        assert_eq!(told(true).as_deref(), Some("Een nummer van 1 tot en met 2, of 3 met een eigen antwoord erachter"));
    }
}
