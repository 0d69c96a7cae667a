use super::parts::{Layout, Wording};
use super::read_part::read_part;
use super::shape::WORDING;
use crate::catalog::Catalog;
use crate::domain::{Edition, Period, Tlp};
use crate::expression::{Names, Reader};
use crate::source::{Faults, Parsed, SourceFile, Table};

/// The form of these files that is known here.
const SCHEMA: i64 = 1;

/// Reads the text of a document: the whole of it, or every fault.
pub fn read(source: &SourceFile, catalog: &Catalog) -> Result<Wording, Faults> {
    let parsed = Parsed::checked(source, &WORDING, SCHEMA)?;
    let table = parsed.table();
    let id = table.identifier("id").expect("the shape asks for an id").value;
    let names = Names::gather(catalog.questionnaires());
    let mut reader = Reader::new(source, &id, Some(&names));
    let wording = read_wording(&table, &mut reader);
    reader.finish(wording)
}

fn read_wording(table: &Table, reader: &mut Reader) -> Option<Wording> {
    let title = reader.text(table, "title", reader.asker());
    let parts = table.tables("part").iter().map(|part| read_part(part, reader)).collect();
    Some(Wording {
        id: reader.id.clone(),
        title: title?,
        about: table.string("about")?,
        edition: table.read("edition", Edition::parse)?.value,
        label: table.read("label", Tlp::parse).map(|label| label.value),
        looks_back: table.read("looks_back", Period::parse).map(|period| period.value),
        layout: table.read("layout", Layout::parse).map_or(Layout::Page, |layout| layout.value),
        pages: table.whole("pages"),
        parts,
    })
}
