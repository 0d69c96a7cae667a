use super::fault::{Fault, quoted};
use super::nearest::{did_you_mean, nearest};
use super::node::Node;
use super::shape::{Key, Shape, TableShape, Unknown};
use super::table::{Entry, Table};
use super::value::{read_value, text_fault};
use crate::domain::Identifier;

/// Everything in a table that does not fit its shape, warnings included.
pub fn check(table: &Table<'_>, shape: &TableShape) -> Vec<Fault> {
    let mut faults = Vec::new();
    check_table(table, shape, &mut faults);
    faults
}

fn check_table(table: &Table<'_>, shape: &TableShape, faults: &mut Vec<Fault>) {
    for entry in table.entries() {
        match shape.key(entry.key.value) {
            Some(key) => check_node(entry.node, &key.shape, faults),
            None => faults.push(unknown_key(&entry, shape)),
        }
    }
    let missing = shape.keys.iter().filter(|key| key.required && !table.contains(key.name));
    faults.extend(missing.map(|key| missing_key(table, key)));
}

fn unknown_key(entry: &Entry<'_>, shape: &TableShape) -> Fault {
    let span = entry.key.span.clone();
    let message = format!("onbekende sleutel {}", quoted(entry.key.value));
    let names: Vec<&str> = shape.keys.iter().map(|key| key.name).collect();
    let near = nearest(entry.key.value, names.iter().copied()).map(|name| format!("bedoel je '{name}'?"));
    match (shape.unknown, near) {
        (Unknown::Refused, _) => Fault::at(span, message).tip_if(did_you_mean(entry.key.value, &names)),
        (Unknown::Kept, Some(near)) => Fault::slip(span, message).tip(near),
        (Unknown::Kept, None) => Fault::warning(span, message),
    }
}

fn missing_key(table: &Table<'_>, key: &Key) -> Fault {
    let message = format!("de sleutel '{}' ontbreekt", key.name);
    Fault::new(table.span(), message).tip(format!("zet erbij: {} ({})", example(key), key.about))
}

fn example(key: &Key) -> String {
    let name = key.name;
    match key.shape {
        Shape::Table(_) | Shape::Map(_) | Shape::Fork { .. } => format!("[{name}]"),
        Shape::Tables(_) => format!("[[{name}]]"),
        Shape::Text | Shape::Form(_) => format!("{name} = \"…\""),
        Shape::Word(words) => format!("{name} = \"{}\"", words.first().copied().unwrap_or("…")),
        _ => format!("{name} = …"),
    }
}

fn check_node(node: Node<'_>, shape: &Shape, faults: &mut Vec<Fault>) {
    let mut check_each =
        |items: Vec<Node<'_>>, shape| items.into_iter().for_each(|item| check_node(item, shape, faults));
    match (shape, node.items(), node.table()) {
        (Shape::List(item), Some(items), _) => check_each(items, item),
        (Shape::Tables(each), Some(items), _) => check_each(items, &Shape::Table(each)),
        (Shape::Table(shape), _, Some(table)) => check_table(&table, shape, faults),
        (Shape::Fork { is_first, first, .. }, _, Some(table)) if is_first(&table) => check_table(&table, first, faults),
        (Shape::Fork { second, .. }, _, Some(_)) => check_node(node, second, faults),
        (Shape::Map(shape), _, Some(table)) => {
            for entry in table.entries() {
                faults.extend(wrong_name(&entry));
                check_node(entry.node, shape, faults);
            }
        }
        (Shape::Value, ..) => faults.extend(read_value(node).err().into_iter().flatten()),
        (plain, ..) => faults.extend(check_plain(node, plain)),
    }
}

fn wrong_name(entry: &Entry<'_>) -> Option<Fault> {
    let (name, span) = (entry.key.value, entry.key.span.clone());
    let fault = || Fault::at(span, format!("{} kan geen naam zijn", quoted(name)));
    let near = || Identifier::from_name(name).map(|name| format!("schrijf '{name}'"));
    let fallback = || "gebruik kleine letters, cijfers en streepjes, met een letter voorop".to_owned();
    Identifier::parse(name).is_none().then(|| fault().tip(near().unwrap_or_else(fallback)))
}

/// A value that holds no others.
fn check_plain(node: Node<'_>, shape: &Shape) -> Option<Fault> {
    match (shape, node.text()) {
        (Shape::Text, Some(_)) => text_fault(node),
        (Shape::Form(form), Some(text)) => {
            let fault = || Fault::at(node.span(), format!("{} past hier niet", quoted(text)));
            (!(form.reads)(text)).then(|| fault().tip(format!("hier hoort {}", form.wanted)))
        }
        (Shape::Word(words), Some(word)) => {
            let fault = || Fault::at(node.span(), format!("{} kan hier niet staan", quoted(word)));
            (!words.contains(&word)).then(|| fault().tip_if(did_you_mean(word, words)))
        }
        (Shape::Integer { min, max }, _) if node.is_number() => check_integer(node, *min, *max),
        (Shape::Flag, _) if node.flag().is_some() => None,
        (Shape::Date, _) if node.date().is_some() => None,
        (Shape::Moment, _) if node.moment().is_some() => None,
        (other, _) => Some(wrong_kind(node, other)),
    }
}

fn check_integer(node: Node<'_>, min: i64, max: i64) -> Option<Fault> {
    let fits = node.integer().is_some_and(|integer| (min..=max).contains(&integer));
    let wanted = match (min, max) {
        (i64::MIN, i64::MAX) => "hier hoort een geheel getal".to_owned(),
        (min, i64::MAX) => format!("hier hoort een geheel getal van {min} of meer"),
        (i64::MIN, max) => format!("hier hoort een geheel getal van {max} of minder"),
        (min, max) => format!("hier hoort een geheel getal van {min} tot en met {max}"),
    };
    (!fits).then(|| Fault::at(node.span(), wanted))
}

fn wrong_kind(node: Node<'_>, shape: &Shape) -> Fault {
    let (wanted, tip) = wanted(shape);
    Fault::at(node.span(), format!("hier hoort {wanted}, er staat {}", node.kind())).tip_if(tip)
}

/// What a shape is called, and how it is written.
fn wanted(shape: &Shape) -> (&'static str, Option<&'static str>) {
    match shape {
        Shape::Text | Shape::Form(_) | Shape::Word(_) => ("tekst", Some("schrijf \"…\", met aanhalingstekens")),
        Shape::Integer { .. } => ("een geheel getal", Some("schrijf alleen cijfers, zonder aanhalingstekens")),
        Shape::Flag => ("true of false", Some("true is ja, false is nee, zonder aanhalingstekens")),
        Shape::Date => ("een datum", Some("schrijf bijvoorbeeld 2026-11-23, zonder aanhalingstekens")),
        Shape::Moment => (
            "een datum met tijd en tijdzone",
            Some("schrijf bijvoorbeeld 2026-11-23T20:15:00+01:00, zonder aanhalingstekens"),
        ),
        Shape::List(_) => ("een rij", Some("zet er rechte haken omheen: [ … ]")),
        Shape::Tables(_) => ("een rij van tabellen", Some("schrijf de naam tussen dubbele haken: [[ … ]]")),
        Shape::Table(_) | Shape::Map(_) | Shape::Fork { .. } => ("een tabel", None),
        Shape::Value => ("een waarde", None),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fault::{Faults, Severity};
    use super::super::parsed::Parsed;
    use super::super::source_file::SourceFile;
    use super::super::text_form::IDENTIFIER;
    use super::*;

    const OPTION: TableShape = TableShape::strict(&[
        Key::required("id", IDENTIFIER, "de naam"),
        Key::optional("label", Shape::Text, "wat de gebruiker leest"),
    ]);
    const FILE: TableShape = TableShape::strict(&[
        Key::required("schema", Shape::Integer { min: 1, max: 9 }, "de vorm van dit bestand"),
        Key::optional("kopgroep", Shape::List(&Shape::Text), "wie er meedoet"),
        Key::optional("intake", Shape::Flag, "of het bij het begin hoort"),
        Key::optional("dated", Shape::Date, "van wanneer het is"),
        Key::optional("given", Shape::Moment, "wanneer het gezegd is"),
        Key::optional("level", Shape::Word(&["goed", "let-op", "risico"]), "hoe ernstig het is"),
        Key::optional("option", Shape::Tables(&OPTION), "de keuzes"),
        Key::optional("names", Shape::Map(&Shape::Text), "namen"),
        Key::optional("value", Shape::Value, "een waarde"),
        Key::optional("extra", Shape::Table(&TableShape::open(&[])), "wat er nog bij hoort"),
    ]);

    #[track_caller]
    fn check_file(text: &str, expected: &[&str]) {
        let source = SourceFile::new("verkennen.toml", text);
        let faults = match Parsed::read(&source) {
            Ok(parsed) => Faults::new(&source, check(&parsed.table(), &FILE)),
            Err(faults) => faults,
        };
        let said = faults.found.iter().map(|fault| {
            let place = faults.position(fault).map_or(String::new(), |at| format!("{}:{} ", at.line, at.column));
            let tip = fault.tip.as_ref().map_or(String::new(), |tip| format!(" | {tip}"));
            format!("{place}{}{tip}", fault.message)
        });
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_file_that_fits_has_no_faults() {
        check_file(
            "schema = 1\nkopgroep = ['a']\nintake = true\ndated = 2026-11-23\n\
             given = 2026-11-23T20:15:00+01:00\nlevel = 'let-op'\nvalue = [{ a = 1, b = [2026-01-01] }]\n\
             [[option]]\nid = 'a'\n[names]\nb-1 = 'x'\n",
            &[],
        );
    }

    #[test]
    fn unknown_and_missing_keys() {
        check_file(
            "kopgrep = 1\n",
            &[
                "de sleutel 'schema' ontbreekt | zet erbij: schema = … (de vorm van dit bestand)",
                "1:1 onbekende sleutel 'kopgrep' | bedoel je 'kopgroep'?",
            ],
        );
        check_file(
            "schema = 1\n[[option]]\nzzz = 1\n",
            &[
                "2:1 de sleutel 'id' ontbreekt | zet erbij: id = \"…\" (de naam)",
                "3:1 onbekende sleutel 'zzz' | hier kan staan: id, label",
            ],
        );
    }

    #[test]
    fn an_unknown_key_in_an_open_table_is_a_warning_and_one_that_resembles_another_is_a_slip() {
        const OPEN: TableShape = TableShape::open(&[Key::optional("answer", Shape::Value, "de antwoorden")]);
        let source = SourceFile::new("regio.toml", "[extra]\nb = 1\n[anwser]\nid = 'a'\n");
        let parsed = Parsed::read(&source).expect("is TOML");
        let found = check(&parsed.table(), &OPEN);
        let severities: Vec<Severity> = found.iter().map(|fault| fault.severity).collect();
        assert_eq!(severities, [Severity::Warning, Severity::Slip]);
    }

    #[test]
    fn another_kind() {
        check_file(
            "schema = '1'\nkopgroep = 'a'\noption = [1]\n",
            &[
                "1:10 hier hoort een geheel getal, er staat tekst | schrijf alleen cijfers, zonder aanhalingstekens",
                "2:12 hier hoort een rij, er staat tekst | zet er rechte haken omheen: [ … ]",
                "3:11 hier hoort een tabel, er staat een geheel getal",
            ],
        );
        check_file(
            "schema = 1\ndated = '2026-01-01'\ngiven = 2026-01-01\nintake = 'ja'\n",
            &[
                "2:9 hier hoort een datum, er staat tekst | schrijf bijvoorbeeld 2026-11-23, zonder aanhalingstekens",
                "3:9 hier hoort een datum met tijd en tijdzone, er staat een datum | \
             schrijf bijvoorbeeld 2026-11-23T20:15:00+01:00, zonder aanhalingstekens",
                "4:10 hier hoort true of false, er staat tekst | true is ja, false is nee, zonder aanhalingstekens",
            ],
        );
    }

    #[test]
    fn what_does_not_fit() {
        check_file(
            "schema = 10\nlevel = 'letop'\nkopgroep = ['a', ' ']\n",
            &[
                "1:10 hier hoort een geheel getal van 1 tot en met 9",
                "2:9 'letop' kan hier niet staan | bedoel je 'let-op'?",
                "3:18 deze tekst is leeg | vul iets in, of haal de regel weg",
            ],
        );
        check_file(
            "schema = 1\nvalue = [1, 14:00:00, 99999999999999999999]\n",
            &[
                "2:13 een tijd kan hier niet staan | \
             een datum schrijf je als 2026-11-23, zonder aanhalingstekens; een tijd als tekst: \"14:00\"",
                "2:23 dit getal kan hier niet staan | \
             schrijf een gewoon getal met een punt en hooguit twee decimalen, zoals 12 of 2.5",
            ],
        );
        check_file(
            "schema = 1\n[names]\n'Gemeente X' = 'a'\n\"\\u202e\" = 'b'\n",
            &[
                "3:1 'Gemeente X' kan geen naam zijn | schrijf 'gemeente-x'",
                "4:1 '‹U+202E›' kan geen naam zijn | gebruik kleine letters, cijfers en streepjes, met een letter voorop",
            ],
        );
    }
}
