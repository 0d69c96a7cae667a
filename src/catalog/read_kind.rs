use super::draft::Reader;
use super::read_reference::identifier;
use crate::domain::{Choice, Field, Kind, Place};
use crate::source::{Fault, Table};

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
    ("field", &["group"], true),
];

/// Reads the kind of a question or field with all that belongs to it.
pub(super) fn read_kind(table: &Table, reader: &mut Reader) -> Option<Kind> {
    let word = table.text("type")?;
    check_keys(table, word.value, reader);
    let at_most = table.integer("at_most").and_then(|most| usize::try_from(most.value).ok());
    let place = table.read("place", Place::parse).map(|read| read.value);
    let other = table.flag("other").is_some_and(|other| other.value);
    let unit = table.string("unit");
    Some(match word.value {
        "text" => Kind::Text,
        "long_text" => Kind::LongText,
        "yes_no" => Kind::YesNo,
        "choice" => Kind::Choice { options: read_options(table, reader), other },
        "choices" => Kind::Choices { options: read_options(table, reader), other, at_most },
        "scale" => Kind::Scale { levels: read_levels(table, reader) },
        "number" => read_number(table, unit, reader),
        "hours" => Kind::Hours { unit },
        "amount" => Kind::Amount { unit },
        "date" => Kind::Date,
        "list" => Kind::List { item: table.string("item").unwrap_or_default(), at_most },
        "organisation" => Kind::Organisation { place },
        "organisations" => Kind::Organisations { place, at_most },
        "group" => {
            let item = table.string("item").unwrap_or_default();
            Kind::Group { item, fields: read_fields(table, reader), at_most }
        }
        _ => return None,
    })
}

fn check_keys(table: &Table, kind: &str, reader: &mut Reader) {
    for (key, kinds, needed) in KEYS_OF_KINDS {
        let (has, belongs) = (table.contains(key), kinds.contains(&kind));
        if has && !belongs {
            let message = format!("'{key}' hoort niet bij het type '{kind}'");
            reader.fault(Fault::new(table.key_span(key), message).tip(format!("het hoort bij: {}", kinds.join(", "))));
        } else if *needed && belongs && !has {
            let span = table.text("type").map(|word| word.span);
            let message = format!("het type '{kind}' heeft '{key}' nodig");
            reader.fault(Fault::new(span, message).tip(format!("zet '{key}' erbij of kies een ander type")));
        }
    }
}

fn read_options(table: &Table, reader: &mut Reader) -> Vec<Choice> {
    let mut options: Vec<Choice> = Vec::new();
    for option in table.tables("option") {
        let id = identifier(&option, "id");
        if options.iter().any(|known| known.id == id) {
            let span = option.identifier("id").map(|id| id.span);
            let fault = Fault::new(span, format!("de keuze '{id}' staat er twee keer"));
            reader.fault(fault.tip("geef elke keuze een eigen id"));
        }
        options.push(Choice {
            id,
            label: option.string("label").unwrap_or_default(),
            help: option.string("help"),
            consequence: option.string("consequence"),
        });
    }
    if options.len() == 1 {
        let fault = Fault::new(table.key_span("option"), "één keuze is geen keuze");
        reader.fault(fault.tip("geef minstens twee keuzes, of maak er een ja/nee-vraag van"));
    }
    options
}

fn read_levels(table: &Table, reader: &mut Reader) -> Vec<String> {
    let levels: Vec<String> = table.texts("levels").into_iter().map(|level| level.value.to_owned()).collect();
    if table.contains("levels") && !(2..=10).contains(&levels.len()) {
        let fault = Fault::new(table.key_span("levels"), "een schaal heeft twee tot tien treden");
        reader.fault(fault.tip("vijf treden met een duidelijke zin werken goed"));
    }
    levels
}

fn read_number(table: &Table, unit: Option<String>, reader: &mut Reader) -> Kind {
    let (min, max) = (table.integer("min").map(|min| min.value), table.integer("max").map(|max| max.value));
    if let (Some(least), Some(most)) = (min, max)
        && least > most
    {
        let fault = Fault::new(table.key_span("min"), format!("'min' ({least}) is groter dan 'max' ({most})"));
        reader.fault(fault.tip("wissel ze om"));
    }
    Kind::Number { min, max, unit }
}

fn read_fields(table: &Table, reader: &mut Reader) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for field in table.tables("field") {
        let id = identifier(&field, "id");
        let span = field.identifier("id").map(|id| id.span);
        if fields.iter().any(|known| known.id == id) {
            reader.fault(
                Fault::new(span, format!("het veld '{id}' staat er twee keer")).tip("geef elk veld een eigen id"),
            );
        }
        let Some(kind) = read_kind(&field, reader) else { continue };
        check_field_kind(&field, &kind, fields.is_empty(), reader);
        fields.push(Field {
            id,
            label: field.string("label").unwrap_or_default(),
            ask: field.string("ask").unwrap_or_default(),
            help: field.string("help"),
            kind,
        });
    }
    fields
}

fn check_field_kind(field: &Table, kind: &Kind, naming: bool, reader: &mut Reader) {
    let span = field.text("type").map(|word| word.span);
    if matches!(kind, Kind::Group { .. } | Kind::List { .. } | Kind::Choices { .. }) {
        let fault = Fault::new(span, format!("een veld kan niet van het type '{}' zijn", kind.word()));
        reader.fault(fault.tip("een groep in een groep kan niet; maak er een eigen vraag van"));
    } else if naming && !matches!(kind, Kind::Text | Kind::Choice { .. } | Kind::Organisation { .. }) {
        let fault = Fault::new(
            span,
            "het eerste veld geeft het ding zijn naam en is van het type text, choice of organisation",
        );
        reader.fault(fault.tip("zet een veld dat de naam geeft vooraan"));
    }
}
