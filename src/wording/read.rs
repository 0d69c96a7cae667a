use super::parts::{Layout, Wording};
use super::read_part::Reader;
use super::shape::WORDING;
use crate::catalog::Catalog;
use crate::domain::{Edition, Period};
use crate::expression::Names;
use crate::source::{Fault, Faults, Parsed, SourceFile, check};

/// The form of these files that is known here.
const SCHEMA: i64 = 1;

/// Reads the text of a document: the whole of it, or every fault.
pub fn read(source: &SourceFile, catalog: &Catalog) -> Result<Wording, Faults> {
    let parsed = Parsed::read(source)?;
    let table = parsed.table();
    if let Some(schema) = table.integer("schema").filter(|schema| schema.value > SCHEMA) {
        let message = format!("dit bestand heeft schema {}, dit programma leest schema {SCHEMA}", schema.value);
        let fault = Fault::at(schema.span, message).tip("gebruik een nieuwere versie van regio");
        return Err(Faults::new(source, vec![fault]));
    }
    let faults = check(&table, &WORDING);
    if faults.iter().any(Fault::is_error) {
        return Err(Faults::new(source, faults));
    }
    let names = Names::gather(catalog.questionnaires());
    let id = table.identifier("id").map(|id| id.value);
    let Some(id) = id else { return Err(Faults::new(source, vec![Fault::new(None, "hier ontbreekt een id")])) };
    let mut reader = Reader { id: &id, names: &names, catalog, source, faults };
    let title = reader.text(&table, "title").unwrap_or_default();
    let parts = table.tables("part").iter().map(|part| reader.part(part)).collect();
    let faults = reader.faults;
    if faults.iter().any(Fault::is_error) {
        return Err(Faults::new(source, faults));
    }
    Ok(Wording {
        title,
        about: table.string("about").unwrap_or_default(),
        edition: table.read("edition", Edition::parse).map_or(Edition::Kopgroep, |edition| edition.value),
        looks_back: table.read("looks_back", Period::parse).map(|period| period.value),
        layout: table.read("layout", Layout::parse).map_or(Layout::Page, |layout| layout.value),
        parts,
        id,
    })
}
