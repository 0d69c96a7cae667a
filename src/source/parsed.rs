use toml::Spanned;
use toml::de::DeTable;

use super::fault::Faults;
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

    pub fn table(&self) -> Table<'_> {
        Table::new(self.table.get_ref(), None)
    }
}
