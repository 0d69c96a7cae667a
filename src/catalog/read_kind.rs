use super::ids::doubled;
use crate::domain::{Choice, Field, Kind, KindName, Place};
use crate::source::{Fault, Located, Table};

/// Which keys belong to which kinds, and whether the kind needs them.
const KEYS_OF_KINDS: &[(&str, &[&str], bool)] = &[
    ("option", &["choice", "choices"], true),
    ("other", &["choice", "choices"], false),
    ("levels", &["scale"], true),
    ("min", &["number"], false),
    ("max", &["number"], false),
    ("unit", &["number", "hours", "amount"], false),
    ("item", &["list", "group"], true),
    ("at_most", &["choices", "list", "organisations", "group"], false),
    ("place", &["organisation", "organisations"], false),
    ("place_if", &["organisation"], false),
    ("field", &["group"], true),
];

/// Reads the kind of a question or field with all that belongs to it.
pub(super) fn read_kind(table: &Table, faults: &mut Vec<Fault>) -> Option<Kind> {
    let word = table.text("type")?;
    check_keys(table, &word, faults);
    let place = table.read("place", Place::parse).map(|read| read.value);
    let (at_most, unit, other) = (table.whole("at_most"), table.string("unit"), table.is_true("other"));
    Some(match KindName::parse(word.value)? {
        KindName::Text => Kind::Text,
        KindName::LongText => Kind::LongText,
        KindName::YesNo => Kind::YesNo,
        KindName::Choice => Kind::Choice { options: read_options(table, faults), other },
        KindName::Choices => Kind::Choices { options: read_options(table, faults), other, at_most },
        KindName::Scale => Kind::Scale { levels: read_levels(table, faults) },
        KindName::Number => read_number(table, unit, faults),
        KindName::Hours => Kind::Hours { unit },
        KindName::Amount => Kind::Amount { unit },
        KindName::Date => Kind::Date,
        KindName::List => Kind::List { item: table.string("item")?, at_most },
        KindName::Organisation => {
            Kind::Organisation { place, place_if: table.identifier("place_if").map(|field| field.value) }
        }
        KindName::Organisations => Kind::Organisations { place, at_most },
        KindName::Group => {
            let fields = read_fields(table, faults);
            Kind::Group { item: table.string("item")?, fields, at_most }
        }
    })
}

fn check_keys(table: &Table, kind: &Located<&str>, faults: &mut Vec<Fault>) {
    let word = kind.value;
    for (key, kinds, needed) in KEYS_OF_KINDS {
        match (table.key_span(key), kinds.contains(&word)) {
            (Some(span), false) => {
                let fault = Fault::at(span, format!("'{key}' hoort niet bij het type '{word}'"));
                faults.push(fault.tip(format!("het hoort bij: {}", kinds.join(", "))));
            }
            (None, true) if *needed => {
                let fault = Fault::at(kind.span.clone(), format!("het type '{word}' heeft '{key}' nodig"));
                faults.push(fault.tip(format!("zet '{key}' erbij of kies een ander type")));
            }
            _ => {}
        }
    }
}

fn read_options(table: &Table, faults: &mut Vec<Fault>) -> Vec<Choice> {
    let options = table.tables("option");
    let message = |id: &str| format!("de keuze '{id}' staat er twee keer");
    faults.extend(doubled(&options, message, "geef elke keuze een eigen id"));
    if options.len() == 1 {
        let fault = Fault::new(table.key_span("option"), "één keuze is geen keuze");
        faults.push(fault.tip("geef minstens twee keuzes, of maak er een ja/nee-vraag van"));
    }
    let read = |option: &Table| {
        Some(Choice {
            id: option.identifier("id")?.value,
            label: option.string("label")?,
            help: option.string("help"),
            consequence: option.string("consequence"),
            alone: option.is_true("alone"),
        })
    };
    options.iter().filter_map(read).collect()
}

fn read_levels(table: &Table, faults: &mut Vec<Fault>) -> Vec<String> {
    let levels: Vec<String> = table.texts("levels").into_iter().map(|level| level.value.to_owned()).collect();
    if table.contains("levels") && !(2..=10).contains(&levels.len()) {
        let fault = Fault::new(table.key_span("levels"), "een schaal heeft twee tot tien treden");
        faults.push(fault.tip("vijf treden met een duidelijke zin werken goed"));
    }
    levels
}

fn read_number(table: &Table, unit: Option<String>, faults: &mut Vec<Fault>) -> Kind {
    let (min, max) = (table.whole("min"), table.whole("max"));
    if let (Some(least), Some(most)) = (min, max)
        && least > most
    {
        let fault = Fault::new(table.key_span("min"), format!("'min' ({least}) is groter dan 'max' ({most})"));
        faults.push(fault.tip("wissel ze om"));
    }
    Kind::Number { min, max, unit }
}

fn read_fields(table: &Table, faults: &mut Vec<Fault>) -> Vec<Field> {
    let fields = table.tables("field");
    let message = |id: &str| format!("het veld '{id}' staat er twee keer");
    faults.extend(doubled(&fields, message, "geef elk veld een eigen id"));
    for condition in fields.iter().filter_map(|field| field.text("place_if")) {
        let is_it = |field: &Table| {
            let says = |key: &str, word: &str| field.text(key).is_some_and(|text| text.value == word);
            says("id", condition.value) && says("type", KindName::YesNo.word())
        };
        if !fields.iter().any(is_it) {
            let fault =
                Fault::at(condition.span, format!("er is geen ja/nee-veld '{}' in deze groep", condition.value));
            faults.push(fault.tip("noem het veld dat zegt of de plaats al geldt"));
        }
    }
    let read = |(place, field): (usize, &Table)| {
        let kind = read_kind(field, faults)?;
        faults.extend(field_fault(field.text("type")?, &kind, place == 0));
        Some(Field {
            id: field.identifier("id")?.value,
            label: field.string("label")?,
            ask: field.string("ask")?,
            help: field.string("help"),
            kind,
        })
    };
    fields.iter().enumerate().filter_map(read).collect()
}

/// What is wrong with the kind of a field: it holds several things, or the first field cannot name the record.
fn field_fault(word: Located<&str>, kind: &Kind, names: bool) -> Option<Fault> {
    if matches!(kind, Kind::Group { .. } | Kind::List { .. } | Kind::Choices { .. }) {
        let fault = Fault::at(word.span, format!("een veld kan niet van het type '{}' zijn", word.value));
        Some(fault.tip("een groep in een groep kan niet; maak er een eigen vraag van"))
    } else if names && !matches!(kind, Kind::Text | Kind::Choice { .. } | Kind::Organisation { .. }) {
        let message = "het eerste veld geeft het ding zijn naam en is van het type text, choice of organisation";
        Some(Fault::at(word.span, message).tip("zet een veld dat de naam geeft vooraan"))
    } else {
        None
    }
}
