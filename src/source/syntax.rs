use super::fault::Fault;
use super::source_file::SourceFile;

/// What the parser found, in Dutch. Its own words are English and are never shown.
pub fn syntax_fault(source: &SourceFile, error: &toml::de::Error) -> Fault {
    let description = error.message().split(", expected ").next().unwrap_or_default();
    let description = if is_bare_word(source, error) { BARE_WORD } else { description };
    let description = if description == BARE_WORD && is_nothing(source, error) { "missing value" } else { description };
    let known = SENTENCES.iter().find(|(start, ..)| description.starts_with(start));
    let (message, tip) = known.map_or((GENERAL, GENERAL_TIP), |(_, message, tip)| (*message, *tip));
    let end = source.text.trim_end().len();
    let span = error.span().map(|span| if span.start >= source.text.len() { end..end } else { span });
    Fault::new(span, message).tip_if((!tip.is_empty()).then_some(tip))
}

const BARE_WORD: &str = "string values must be quoted";

fn is_nothing(source: &SourceFile, error: &toml::de::Error) -> bool {
    error.span().and_then(|span| source.text.get(span)).is_none_or(|value| value.trim().is_empty())
}

/// The parser takes `nee` for a failed number and `tru` for a failed flag.
fn is_bare_word(source: &SourceFile, error: &toml::de::Error) -> bool {
    let value = error.span().and_then(|span| source.text.get(span)).unwrap_or_default();
    let of_a_value = ["invalid float", "invalid boolean"].iter().any(|start| error.message().starts_with(start));
    of_a_value && value.starts_with(char::is_alphabetic)
}

const GENERAL: &str = "deze regel is geen geldige TOML";
const GENERAL_TIP: &str = "kijk of hier een aanhalingsteken, een = of een haakje te veel staat of mist";

/// The start of what the parser says, what it means, and what to do.
const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "duplicate key",
        "deze sleutel staat hier voor de tweede keer",
        "laat er één staan; een tweede ding van dezelfde soort begint met dubbele haken, zoals [[organisation]]",
    ),
    (
        "cannot extend value",
        "hier wordt iets toegevoegd aan een sleutel die al een gewone waarde heeft",
        "geef een van de twee een andere naam, of haal er een weg",
    ),
    ("cannot recurse further", "hier staat te veel in elkaar genest", "haal een paar lagen haken weg"),
    ("recursion limit", "hier staat te veel in elkaar genest", "haal een paar lagen haken weg"),
    (BARE_WORD, "hier hoort één waarde, en tekst staat tussen aanhalingstekens", VALUE_TIP),
    ("missing opening quote", "hier mist een aanhalingsteken", "schrijf \"…\" om de tekst heen"),
    ("invalid basic string", "deze tekst wordt niet afgesloten of bevat iets wat niet mag", QUOTE_TIP),
    ("invalid multi-line basic string", "deze tekst wordt niet afgesloten of bevat iets wat niet mag", LINES_TIP),
    ("invalid literal string", "deze tekst wordt niet afgesloten of bevat iets wat niet mag", "zet een ' aan het eind"),
    ("invalid multi-line literal string", "deze tekst wordt niet afgesloten", "sluit de tekst af met '''"),
    ("missing escaped value", "achter deze \\ mist een teken", BACKSLASH_TIP),
    ("too few unicode value digits", "achter \\u horen vier cijfers, achter \\U acht", BACKSLASH_TIP),
    ("invalid escape", "deze \\ mag hier niet staan", BACKSLASH_TIP),
    ("key with no value", "achter deze sleutel mist een =", "schrijf: sleutel = waarde"),
    ("missing value", "hier mist een waarde", "schrijf: sleutel = waarde"),
    ("missing assignment", "hier mist een =", "schrijf: sleutel = waarde"),
    ("extra assignment", "hier staat een = te veel", ""),
    ("extra `=`", "hier staat een = te veel", ""),
    ("unexpected `=`", "hier staat een = te veel", ""),
    ("extra comma", "hier staat een komma te veel", ""),
    ("missing comma", "hier mist een komma", "zet een komma tussen twee dingen in een rij"),
    ("unclosed array table", "deze kop wordt niet afgesloten", "sluit af met ]]"),
    ("unclosed array", "deze rij wordt niet afgesloten", "sluit af met ]"),
    ("unclosed inline table", "deze tabel wordt niet afgesloten", "sluit af met }"),
    ("unclosed table", "deze kop wordt niet afgesloten", "sluit af met ]"),
    ("missing array opening", "hier mist een [", ""),
    ("missing inline table opening", "hier mist een {", ""),
    ("missing table open", "hier mist een [", ""),
    ("missing key", "hier mist een sleutel", "schrijf: sleutel = waarde"),
    ("unquoted keys cannot be empty", "hier mist een sleutel", "schrijf: sleutel = waarde"),
    ("invalid unquoted key", "in deze sleutel staat een teken dat daar niet mag", KEY_TIP),
    ("keys cannot be multi-line", "een sleutel staat op één regel", KEY_TIP),
    ("invalid key-value pair", "hier hoort een sleutel met een waarde", "schrijf: sleutel = waarde"),
    ("invalid inline table element", "hier hoort een sleutel met een waarde", "schrijf: { sleutel = waarde }"),
    ("invalid comment character", "in deze opmerking staat een teken dat niet mag", "haal het teken weg"),
    (
        "carriage return must be followed",
        "hier staat een los regeleinde-teken (CR)",
        "haal het weg en begin een nieuwe regel",
    ),
    (
        "unexpected leading zero",
        "een getal begint niet met een nul",
        "haal de nul weg, of zet het tussen aanhalingstekens",
    ),
    ("invalid date", "deze datum of tijd bestaat niet", DATE_TIP),
    ("invalid time", "deze datum of tijd bestaat niet", DATE_TIP),
    ("invalid datetime", "deze datum of tijd bestaat niet", DATE_TIP),
    ("invalid float", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid fraction", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid mantissa", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid exponent", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid integer", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid hexadecimal", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid octal", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("invalid binary", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("radix must be lowercase", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("integers with a radix", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("unexpected sign", "dit getal is niet goed geschreven", NUMBER_TIP),
    ("redundant", "voor dit getal staat iets wat daar niet hoort", "schrijf alleen de cijfers"),
    ("`_` may only go between digits", "een _ mag alleen tussen twee cijfers staan", "schrijf alleen de cijfers"),
    ("unexpected content between", "achter de waarde staat nog iets", "een opmerking begint met #"),
    ("unexpected content", "hier staat iets wat er niet hoort", GENERAL_TIP),
    ("unexpected key or value", "hier staat iets wat er niet hoort", "begin een nieuwe regel voor een nieuwe sleutel"),
];

const VALUE_TIP: &str = "schrijf tekst als \"…\"; ja en nee als 'true' en 'false'";
const DATE_TIP: &str = "schrijf een datum als 2026-11-23, en een tijd als tekst: \"14:00\"";
const NUMBER_TIP: &str = "schrijf een gewoon getal, zoals 12 of 2.5";
const QUOTE_TIP: &str = "zet een \" aan het eind, en schrijf een \" in de tekst zelf als \\\"";
const LINES_TIP: &str = "sluit de tekst af met \"\"\", en schrijf een \\ in de tekst zelf als \\\\";
const BACKSLASH_TIP: &str = "schrijf een \\ in de tekst als \\\\";
const KEY_TIP: &str = "gebruik kleine letters, cijfers en streepjes";

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
