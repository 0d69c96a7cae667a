use toml::Spanned;
use toml::de::DeTable;

use super::check::check;
use super::fault::{Fault, Faults};
use super::shape::TableShape;
use super::source_file::SourceFile;
use super::syntax::syntax_fault;
use super::table::Table;

/// A file that is well-formed TOML.
#[derive(Debug)]
pub struct Parsed<'s> {
    table: Spanned<DeTable<'s>>,
}

impl<'s> Parsed<'s> {
    /// All that is not well-formed is a fault.
    pub fn read(source: &'s SourceFile) -> Result<Parsed<'s>, Faults> {
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        if errors.is_empty() {
            return Ok(Parsed { table });
        }
        let mut faults: Vec<_> = errors.iter().map(|error| syntax_fault(source, error)).collect();
        // The parser recovers in the middle of a line, and then finds more wrong with what is left of it.
        faults.sort_by_key(|fault| fault.span.as_ref().map(|span| span.start));
        faults.dedup_by_key(|fault| fault.span.as_ref().map(|span| source.position(span.start).line));
        Err(Faults::new(source, faults))
    }

    /// A file that fits its shape, in the schema that is known here or an older one.
    pub fn checked(source: &'s SourceFile, shape: &TableShape, schema: i64) -> Result<Parsed<'s>, Faults> {
        let parsed = Parsed::read(source)?;
        let faults = match parsed.table().integer("schema").filter(|written| written.value > schema) {
            Some(newer) => {
                let message = format!("dit bestand heeft schema {}, dit programma leest schema {schema}", newer.value);
                vec![Fault::at(newer.span, message).tip("gebruik een nieuwere versie van regio")]
            }
            None => check(&parsed.table(), shape),
        };
        if faults.iter().any(Fault::is_error) { Err(Faults::new(source, faults)) } else { Ok(parsed) }
    }

    pub fn table(&self) -> Table<'_> {
        Table::new(self.table.get_ref(), None)
    }
}
