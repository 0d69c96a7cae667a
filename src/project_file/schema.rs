use toml_edit::{DocumentMut, Item};

use crate::source::{Fault, SourceFile, Table};

/// The shape of a file; goes up when older programs can no longer read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Schema(pub u32);

/// One step from a schema to the next, on the bare document.
type Step = fn(&mut DocumentMut);

/// The step at place 0 goes from schema 1 to schema 2.
const STEPS: &[Step] = &[];

impl Schema {
    pub const CURRENT: Schema = Schema(1 + STEPS.len() as u32);

    /// The schema that a file says it has; nothing when it says none, or nonsense, which the check reports.
    pub(super) fn of(table: &Table<'_>) -> Option<Schema> {
        u32::try_from(table.integer("schema")?.value).ok().filter(|number| *number >= 1).map(Schema)
    }
}

/// The text brought to the current schema, or nothing when it has it already.
pub(super) fn brought_up_to_date(source: &SourceFile, from: Schema) -> Result<Option<String>, Fault> {
    if from >= Schema::CURRENT {
        return Ok(None);
    }
    // Unreachable for a text that was parsed before; but never write what was not wholly read.
    let unreadable = |_| Fault::new(None, "dit bestand is niet om te zetten naar de nieuwe vorm");
    let mut document = source.text.parse::<DocumentMut>().map_err(unreadable)?;
    bring_up_to_date(&mut document);
    Ok(Some(document.to_string()))
}

/// Takes every step from the schema that the document says it has; one that says none is of now.
pub(super) fn bring_up_to_date(document: &mut DocumentMut) {
    step_up(document, STEPS);
}

fn step_up(document: &mut DocumentMut, steps: &[Step]) {
    let written = document.get("schema").and_then(Item::as_integer).and_then(|number| usize::try_from(number).ok());
    let behind = written.filter(|number| *number >= 1).and_then(|number| steps.get(number - 1..)).unwrap_or_default();
    behind.iter().for_each(|step| step(document));
    if !behind.is_empty() {
        document["schema"] = toml_edit::value(1 + steps.len() as i64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename_region(document: &mut DocumentMut) {
        if let Some(region) = document.remove("gebied") {
            document.insert("region", region);
        }
    }

    fn add_mark(document: &mut DocumentMut) {
        document["mark"] = toml_edit::value(true);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut document = text.parse().expect("it is TOML");
        step_up(&mut document, &[rename_region, add_mark]);
        assert_eq!(document.to_string(), expected);
    }

    #[test]
    fn every_step_from_the_schema_of_the_file_is_taken() {
        check("schema = 1\ngebied = 'x'\n", "schema = 3\nregion = 'x'\nmark = true\n");
        check("schema = 2\n# van mij\ngebied = 'x'\n", "schema = 3\n# van mij\ngebied = 'x'\nmark = true\n");
        for untouched in ["schema = 3\ngebied = 'x'\n", "gebied = 'x'\n"] {
            check(untouched, untouched);
        }
    }
}
