//! Answers to questions with numbered options: by number, id or words.

use super::entry::Refusal;
use super::parts::parts;
use super::picking::{Picked, folded, pick};
use crate::domain::{Choice, Value};
use crate::notation;

/// What may stand before an answer of one's own, to keep it from being read as an option.
const OTHER: &str = "anders:";

/// `1` is yes and `2` is no, as in the numbered list.
pub(super) fn read_yes_no(text: &str) -> Result<Value, Refusal> {
    match text {
        "1" => Ok(Value::Flag(true)),
        "2" => Ok(Value::Flag(false)),
        _ => notation::read_yes_no(text).map(Value::Flag).map_err(Refusal::from),
    }
}

/// One option. On paper an answer of one's own has the number behind the last option: `5 een wethouder`.
pub(super) fn read_option(options: &[Choice], other: bool, text: &str) -> Result<Value, Refusal> {
    if let Some(own) = own_words(options, other, text) {
        return Ok(Value::text(own));
    }
    match option(options, other, text) {
        Some(option) => Ok(Value::text(option.id.as_str())),
        None if other && !text.is_empty() && !is_number(text) => Ok(Value::text(text)),
        None => Err(not_an_option(options, other, text)),
    }
}

/// Several options: numbers with commas or spaces between them, or anything with semicolons. Commas may stand between ids and
/// words too, when every part is an option: no answer of one's own is torn apart.
pub(super) fn read_options(options: &[Choice], other: bool, text: &str) -> Result<Value, Refusal> {
    let items = items(options, other, text);
    items.iter().map(|item| read_option(options, other, item)).collect::<Result<_, _>>().map(Value::List)
}

fn items(options: &[Choice], other: bool, text: &str) -> Vec<String> {
    let with_semicolons = parts(text, ';');
    if with_semicolons.len() > 1 || text.contains(';') || own_words(options, other, text).is_some() {
        return with_semicolons;
    }
    let words = text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '+' | '&'));
    let words: Vec<String> = words.filter(|word| !word.is_empty() && *word != "en").map(str::to_owned).collect();
    if words.iter().all(|word| is_number(word)) {
        return words;
    }
    let with_commas = parts(text, ',');
    if with_commas.iter().all(|part| option(options, other, part).is_some()) {
        return with_commas;
    }
    numbers_first(options, other, text)
}

/// `1, 3, een wethouder`: the numbers before an answer of one's own.
fn numbers_first(options: &[Choice], other: bool, text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = text;
    while let Some((first, behind)) = rest.split_once(',')
        && let words = first.split_whitespace().collect::<Vec<_>>()
        && !words.is_empty()
        && words.iter().all(|word| is_number(word) && option(options, other, word).is_some())
    {
        items.extend(words.into_iter().map(str::to_owned));
        rest = behind;
    }
    items.push(rest.trim().to_owned());
    items
}

/// An option by its number, its id or its words; by their beginning too where no answer of one's own can begin so.
fn option<'o>(options: &'o [Choice], other: bool, text: &str) -> Option<&'o Choice> {
    let words = folded(text);
    let is_meant = |option: &&Choice| option.id.as_str() == words || folded(&option.label) == words;
    let in_full = || options.iter().find(is_meant);
    match pick(options.iter().map(|option| option.label.as_str()), text) {
        Picked::One(place) if !other || is_number(&words) => options.get(place),
        _ => in_full(),
    }
}

/// What stands behind `anders:`, or behind the number of the line for an answer of one's own.
fn own_words<'t>(options: &[Choice], other: bool, text: &'t str) -> Option<&'t str> {
    let number = (options.len() + 1).to_string();
    let ends_number = [' ', ':', '.', ','];
    let behind_number = || text.strip_prefix(&number).filter(|rest| rest.starts_with(ends_number));
    let behind_other = text.split_at_checked(OTHER.len()).filter(|(front, _)| front.eq_ignore_ascii_case(OTHER));
    let own = behind_other.map(|(_, own)| own).or_else(|| Some(behind_number()?.trim_start_matches(ends_number)))?;
    (other && !own.trim().is_empty()).then_some(own.trim())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit())
}

fn not_an_option(options: &[Choice], other: bool, text: &str) -> Refusal {
    let all: Vec<String> = options.iter().map(|option| format!("{} ({})", option.id, option.label)).collect();
    let own = if other { ", of zet 'anders:' voor een eigen antwoord" } else { "" };
    let tip = if is_number(text) {
        format!("typ een nummer van 1 tot en met {}{own}", options.len())
    } else {
        format!("kies uit: {}{own}", all.join("; "))
    };
    Refusal { fault: format!("'{text}' staat niet bij de keuzes"), tip }
}

/// A level by its number or its words.
pub(super) fn read_level(levels: &[String], text: &str) -> Result<Value, Refusal> {
    let number = match pick(levels.iter().map(String::as_str), text) {
        Picked::One(place) => Some(place + 1),
        _ => text.parse::<usize>().ok(),
    };
    let level = number.and_then(|number| i64::try_from(number).ok()).map(Value::integer);
    level.ok_or_else(|| {
        Refusal::new(format!("'{text}' is geen trede"), format!("typ een getal van 1 tot en met {}", levels.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Identifier;

    fn options() -> Vec<Choice> {
        let option = |id: &str, label: &str| Choice {
            id: Identifier::parse(id).expect("a plain word"),
            label: label.to_owned(),
            help: None,
            consequence: None,
            alone: false,
        };
        vec![option("oefenen", "Samen oefenen"), option("leren", "Van elkaar leren"), option("csirt", "Een CSIRT")]
    }

    #[track_caller]
    fn check(other: bool, text: &str, expected: Option<&[&str]>) {
        let value = expected.map(|ids| Value::List(ids.iter().copied().map(Value::text).collect()));
        assert_eq!(read_options(&options(), other, text).ok(), value, "{text}");
    }

    #[test]
    fn options_are_read_by_number_id_or_words() {
        for text in ["1 3", "1,3", "1, 3", "1 en 3", "1; 3", "oefenen, csirt", "Samen oefenen; Een CSIRT", "1; csirt"] {
            check(false, text, Some(&["oefenen", "csirt"]));
        }
        check(false, "2", Some(&["leren"]));
        for text in ["CSIRT", "een csirt", "Een C", "SAMEN OEFENEN; csirt"] {
            let ids = if text.contains(';') { &["oefenen", "csirt"][..] } else { &["csirt"] };
            check(false, text, Some(ids));
        }
        check(true, "CSIRT", Some(&["csirt"]));
        check(true, "samen", Some(&["samen"]));
        check(false, "1 4", None);
        check(false, "soep", None);
    }

    #[test]
    fn an_answer_of_ones_own_stays_whole() {
        check(true, "Een avond, met soep", Some(&["Een avond, met soep"]));
        check(true, "1, 3, een wethouder", Some(&["oefenen", "csirt", "een wethouder"]));
        check(true, "1 3, een wethouder", Some(&["oefenen", "csirt", "een wethouder"]));
        check(true, "4 een wethouder", Some(&["een wethouder"]));
        check(true, "1; 4: een wethouder", Some(&["oefenen", "een wethouder"]));
        check(true, "anders: 3", Some(&["3"]));
        check(true, "2 avonden, met soep", Some(&["2 avonden, met soep"]));
        check(true, "1 9", None);
        check(true, "4", None);
        check(false, "4 een wethouder", None);
    }
}
