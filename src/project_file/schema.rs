use toml_edit::DocumentMut;

use crate::source::{Fault, Faults, Parsed, SourceFile, Table};

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

/// The text in the current schema.
pub(super) fn up_to_date_text(source: &SourceFile) -> Result<String, Faults> {
    let schema = Schema::of(&Parsed::read(source)?.table()).unwrap_or(Schema::CURRENT);
    let newer = brought_up_to_date(source, schema).map_err(|fault| Faults::new(source, vec![fault]))?;
    Ok(newer.unwrap_or_else(|| source.text.clone()))
}

/// The text brought to the current schema, or nothing when it has it already.
pub(super) fn brought_up_to_date(source: &SourceFile, from: Schema) -> Result<Option<String>, Fault> {
    if from >= Schema::CURRENT { Ok(None) } else { stepped(&source.text, from, STEPS).map(Some) }
}

fn stepped(text: &str, from: Schema, steps: &[Step]) -> Result<String, Fault> {
    // Unreachable for a text that was parsed before; but never write what was not wholly read.
    let unreadable = |_| Fault::new(None, "dit bestand is niet om te zetten naar de nieuwe vorm");
    let mut document = text.parse::<DocumentMut>().map_err(unreadable)?;
    for step in steps.iter().skip(from.0.saturating_sub(1) as usize) {
        step(&mut document);
    }
    document["schema"] = toml_edit::value(1 + steps.len() as i64);
    Ok(document.to_string())
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
    fn check(from: u32, text: &str, expected: &str) {
        assert_eq!(stepped(text, Schema(from), &[rename_region, add_mark]).as_deref(), Ok(expected));
    }

    #[test]
    fn every_step_from_the_schema_of_the_file_is_taken() {
        check(1, "schema = 1\ngebied = 'x'\n", "schema = 3\nregion = 'x'\nmark = true\n");
        check(2, "schema = 2\n# van mij\ngebied = 'x'\n", "schema = 3\n# van mij\ngebied = 'x'\nmark = true\n");
    }
}
