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
        let (table, mut errors) = DeTable::parse_recoverable(&source.text);
        if errors.is_empty() {
            return Ok(Parsed { table });
        }
        // The parser recovers in the middle of a line, and then finds more wrong with what is left of it.
        let place = |error: &toml::de::Error| error.span().map(|span| span.start.min(source.text.len()));
        errors.sort_by_key(place);
        errors.dedup_by(|next, kept| match (place(kept), place(next)) {
            (Some(kept), Some(next)) => !source.text.as_bytes()[kept..next].contains(&b'\n'),
            (kept, next) => kept == next,
        });
        let (first, rest) = errors.split_at(errors.len().min(Faults::MOST));
        let faults = Faults::new(source, first.iter().map(|error| syntax_fault(source, error)).collect());
        Err(Faults { left_out: faults.left_out + rest.len(), ..faults })
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
        Table { entries: self.table.get_ref(), span: None }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn a_file_of_nothing_but_slips_is_refused_at_once() {
        const LINES: usize = 40_000;
        let begun = Instant::now();
        let faults = Parsed::read(&SourceFile::new("regio.toml", "= \n".repeat(LINES))).expect_err("must be refused");
        assert_eq!((faults.found.len(), faults.left_out), (Faults::MOST, LINES - Faults::MOST));
        assert_eq!(faults.position(&faults.found[99]).map(|place| place.line), Some(100));
        // Worked out one by one it took minutes.
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}
