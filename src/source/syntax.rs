use std::sync::LazyLock;

use serde::Deserialize;

use super::fault::Fault;
use super::source_file::SourceFile;

/// What the parser found, in Dutch. Its own words are English and are never shown.
pub fn syntax_fault(source: &SourceFile, error: &toml::de::Error) -> Fault {
    let end = source.text.trim_end().len();
    let span = error.span().map(|span| if span.start >= source.text.len() { end..end } else { span });
    let description = description(source, error);
    let known = SENTENCES.sentence.iter().find(|known| known.starts.iter().any(|start| description.starts_with(start)));
    match known {
        Some(known) => Fault::new(span, &known.means).tip_if(known.tip.as_ref()),
        None => Fault::new(span, GENERAL).tip(GENERAL_TIP),
    }
}

const GENERAL: &str = "deze regel is geen geldige TOML";
const GENERAL_TIP: &str = "kijk of hier een aanhalingsteken, een = of een haakje te veel staat of mist";

static SENTENCES: LazyLock<Sentences> =
    LazyLock::new(|| toml::from_str(include_str!("syntax.toml")).expect("the tests read what is said of every slip"));

/// What the parser says, and what it means to who wrote the file.
#[derive(Deserialize)]
struct Sentences {
    sentence: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Sentence {
    starts: Vec<String>,
    means: String,
    tip: Option<String>,
}

/// What the parser says, without what it expected. It takes `nee` for a failed number and `tru` for a failed flag.
fn description<'e>(source: &SourceFile, error: &'e toml::de::Error) -> &'e str {
    let said = error.message().split(", expected ").next().unwrap_or_default();
    let value = error.span().and_then(|span| source.text.get(span)).unwrap_or_default();
    let of_a_value = ["invalid float", "invalid boolean"].iter().any(|start| said.starts_with(start));
    if said == BARE_WORD && value.trim().is_empty() {
        "missing value"
    } else if of_a_value && value.starts_with(char::is_alphabetic) {
        BARE_WORD
    } else {
        said
    }
}

const BARE_WORD: &str = "string values must be quoted";

#[cfg(test)]
mod tests {
    use super::super::parsed::Parsed;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, usize, &str)]) {
        let source = SourceFile::new("regio.toml", text);
        let faults = Parsed::read(&source).expect_err("must be refused");
        let said = faults.found.iter().filter_map(|fault| {
            faults.position(fault).map(|position| (position.line, position.column, fault.message.as_str()))
        });
        assert_eq!(said.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn slips_are_said_in_dutch() {
        check("a = nee", &[(1, 5, "hier hoort één waarde, en tekst staat tussen aanhalingstekens")]);
        check("a = ja nee", &[(1, 5, "hier hoort één waarde, en tekst staat tussen aanhalingstekens")]);
        check("a =\n", &[(1, 4, "hier mist een waarde")]);
        check("a: 1", &[(1, 2, "in deze sleutel staat een teken dat daar niet mag")]);
        check("a = 'x\n", &[(1, 7, "deze tekst wordt niet afgesloten of bevat iets wat niet mag")]);
        check("a = [1\n", &[(1, 7, "deze rij wordt niet afgesloten")]);
        check("[a\n", &[(1, 3, "deze kop wordt niet afgesloten")]);
        check("a = 1\na = 2", &[(2, 1, "deze sleutel staat hier voor de tweede keer")]);
        check("a = 23-11-2026", &[(1, 5, "deze datum of tijd bestaat niet")]);
        check("a = 2026-02-30", &[(1, 5, "deze datum of tijd bestaat niet")]);
        check("a = 1.234.567", &[(1, 10, "dit getal is niet goed geschreven")]);
        check("a = \"\\q\"", &[(1, 7, "achter deze \\ mist een teken")]);
        check("a = 1\na.b = 2", &[(2, 1, "hier wordt iets toegevoegd aan een sleutel die al een gewone waarde heeft")]);
    }

    #[test]
    fn every_line_with_a_slip_is_said_at_once() {
        let missing = "hier mist een waarde";
        check("a =\nb = 1\nc =\n", &[(1, 4, missing), (3, 4, missing)]);
    }

    #[test]
    fn too_deep_is_refused_and_not_fatal() {
        let deep = format!("a = {}", "[".repeat(10_000));
        check(&deep, &[(1, 85, "hier staat te veel in elkaar genest")]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(?s)[a-c=\\[\\]{}\"'#., 0-9\\\\u\n\r\u{0}-\u{20}é]{0,60}") {
            let source = SourceFile::new("regio.toml", text);
            if let Err(faults) = Parsed::read(&source) {
                proptest::prop_assert!(!faults.to_string().is_empty());
            }
        }
    }
}
