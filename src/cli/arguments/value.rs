use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::domain::{Identifier, LONGEST_TEXT, Tlp};
use crate::notation;

/// Why a value does not fit. The fault follows on the value and its option: `'x' bij '--vraag' is geen id`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{fault}")]
pub struct ValueFault {
    pub fault: String,
    pub tip: String,
}

impl ValueFault {
    pub fn new(fault: &str, tip: &str) -> ValueFault {
        ValueFault { fault: fault.to_owned(), tip: tip.to_owned() }
    }
}

/// A text of a person: not empty, in the composed form (NFC), without control characters but newline and tab.
pub fn text(given: &str) -> Result<String, ValueFault> {
    let given = given.trim();
    if given.is_empty() {
        return Err(ValueFault::new("is leeg", "zet er een tekst neer, tussen aanhalingstekens"));
    }
    if given.len() > LONGEST_TEXT {
        return Err(ValueFault::new("is te lang", "maak de tekst korter; er passen ongeveer tien bladzijden in"));
    }
    if given.contains(|sign: char| sign.is_control() && sign != '\n' && sign != '\t') {
        return Err(ValueFault::new("bevat een stuurteken", "typ de tekst opnieuw in plaats van hem te plakken"));
    }
    Ok(given.nfc().collect())
}

/// A person, of whom there is a name.
pub fn person(given: &str) -> Result<String, ValueFault> {
    let fault = ValueFault::new("is geen naam", "noem een mens; is er nog niemand, laat het dan weg");
    text(given).and_then(|name| if notation::names_nobody(&name) { Err(fault) } else { Ok(name) })
}

/// An address that mail can go to.
pub fn mail(given: &str) -> Result<String, ValueFault> {
    let fault = ValueFault::new("is geen mailadres", "typ het zoals noor@gemeente.nl; is er geen, laat het dan weg");
    let is_address =
        |address: &str| matches!(address.split_once('@'), Some((name, host)) if !name.is_empty() && !host.is_empty());
    text(given).and_then(|mail| if is_address(&mail) && !mail.contains(' ') { Ok(mail) } else { Err(fault) })
}

/// A number that can be called: 112 has three digits.
pub fn phone(given: &str) -> Result<String, ValueFault> {
    let fault = ValueFault::new("is geen telefoonnummer", "typ het zoals 06-12345678; is er geen, laat het dan weg");
    let digits = |phone: &str| phone.chars().filter(char::is_ascii_digit).count();
    text(given).and_then(|phone| if digits(&phone) >= 3 { Ok(phone) } else { Err(fault) })
}

/// An organisation, by its id or by a name from which its id was made.
pub fn organisation(given: &str) -> Result<Identifier, ValueFault> {
    Identifier::parse(given).or_else(|| Identifier::from_name(given)).ok_or_else(|| {
        ValueFault::new("is geen naam van een organisatie", "typ 'regio organisatie lijst' voor alle organisaties")
    })
}

/// The id of a questionnaire.
pub fn questionnaire(given: &str) -> Result<Identifier, ValueFault> {
    identifier(given, ["is geen naam van een vragenlijst", "typ 'regio vragenlijst lijst' voor alle vragenlijsten"])
}

/// The name of a document.
pub fn document(given: &str) -> Result<Identifier, ValueFault> {
    identifier(given, ["is geen naam van een document", "typ 'regio document' voor alle documenten"])
}

/// The id of a part of a phase.
pub fn section(given: &str) -> Result<Identifier, ValueFault> {
    identifier(given, ["is geen id van een onderdeel", "typ 'regio status' voor alle onderdelen"])
}

fn identifier(given: &str, [fault, tip]: [&str; 2]) -> Result<Identifier, ValueFault> {
    Identifier::parse(&given.to_lowercase()).ok_or_else(|| ValueFault::new(fault, tip))
}

/// `a, b of c`.
pub fn alternatives<S: AsRef<str>>(items: &[S]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} of {last}", rest.join(", ")),
        _ => items.concat(),
    }
}

/// A label that was chosen; nothing for the one that holds without a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChosenLabel(pub Option<Tlp>);

/// The word for the label that holds where nobody chose one.
const NO_LABEL: &str = "standaard";

/// A label of the Traffic Light Protocol, with or without `TLP:` before it.
pub fn label(given: &str) -> Result<ChosenLabel, ValueFault> {
    let word = given.trim().to_uppercase();
    let word = word.strip_prefix("TLP:").unwrap_or(&word);
    if word == NO_LABEL.to_uppercase() {
        return Ok(ChosenLabel(None));
    }
    Tlp::parse(word).map(|label| ChosenLabel(Some(label))).ok_or_else(|| {
        let words: Vec<String> =
            Tlp::WORDS.iter().map(|word| word.to_lowercase()).chain([NO_LABEL.to_owned()]).collect();
        ValueFault::new("is geen label", &format!("kies {}", alternatives(&words)))
    })
}

/// One word of a closed list.
pub fn word_of<T: Clone + Send + Sync + 'static>(
    words: &'static [&'static str],
    parse: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    let missing = || ValueFault::new("ken ik niet", "kies een woord uit de lijst");
    one_of(words).try_map(move |word| parse(&word).ok_or_else(missing))
}

/// One of these words, in small letters.
pub fn one_of(words: impl IntoIterator<Item = impl Into<PossibleValue>>) -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(words).map(|word| word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, expected: Result<&str, &str>) {
        let read = text(given);
        assert_eq!(read.as_deref().map_err(|fault| fault.fault.as_str()), expected, "{given}");
    }

    #[test]
    fn a_text_is_trimmed_and_composed() {
        check("  We doen mee. ", Ok("We doen mee."));
        check("cafe\u{301}", Ok("café"));
        check("een\ntwee", Ok("een\ntwee"));
    }

    #[test]
    fn an_empty_endless_or_harmful_text_is_refused() {
        check(" \t ", Err("is leeg"));
        check("\u{1b}[2J", Err("bevat een stuurteken"));
        check(&"x".repeat(LONGEST_TEXT + 1), Err("is te lang"));
    }

    #[test]
    fn a_label_is_read_as_people_write_it() {
        for given in ["amber+strict", "AMBER+STRICT", "TLP:Amber+Strict"] {
            assert_eq!(label(given), Ok(ChosenLabel(Some(Tlp::AmberStrict))));
        }
        assert_eq!(label("standaard"), Ok(ChosenLabel(None)));
        let fault = label("oranje").expect_err("it is no label");
        assert_eq!(fault.tip, "kies clear, green, amber, amber+strict, red of standaard");
    }

    #[test]
    fn an_organisation_may_be_named() {
        assert_eq!(organisation("Gemeente Súdwâld").as_ref().map(Identifier::as_str), Ok("gemeente-sudwald"));
        assert!(organisation("???").is_err());
    }
}
