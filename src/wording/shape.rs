use super::wording::Included;
use crate::domain::Edition;
use crate::domain::Meaning;
use crate::source::IDENTIFIER;
use crate::source::Key;
use crate::source::Shape;
use crate::source::TableShape;
use crate::source::schema;

/// The JSON Schema of a file with the text of a document.
pub fn wording_schema() -> serde_json::Value {
    schema(&WORDING, "Tekst van een document van regio", "regio:document")
}

pub static WORDING: TableShape = TableShape::strict(&[
    Key::optional("$schema", Shape::Text, "waar het JSON Schema staat"),
    Key::required("schema", Shape::Integer { min: 1, max: i64::MAX }, "de vorm van dit bestand: 1"),
    Key::required("id", IDENTIFIER, "het woord na 'regio document'"),
    Key::required("title", Shape::Text, "de titel"),
    Key::required("about", Shape::Text, "wat het is, in één regel"),
    Key::required("edition", Shape::Word(Edition::WORDS), "voor wie het bedoeld is"),
    Key::required("part", Shape::Tables(&PART), "een stuk van het document"),
]);

static PART: TableShape = TableShape::strict(&[
    Key::optional("when", Shape::Text, "het stuk staat er alleen als dit geldt"),
    Key::optional("heading", Shape::Text, "een kop"),
    Key::optional("text", Shape::Text, "alinea's, met een lege regel ertussen"),
    Key::optional("items", Shape::List(&Shape::Text), "een opsomming"),
    Key::optional("ticks", Shape::List(&Shape::Text), "dingen om af te vinken"),
    Key::optional("terms", Shape::Tables(&TERM), "woorden met wat erbij hoort"),
    Key::optional("each", Shape::Tables(&TERM), "een tabel met een rij voor elke organisatie van de kopgroep"),
    Key::optional("records", Shape::Word(Meaning::WORDS), "een tabel van de dingen in een groepsvraag"),
    Key::optional("lines", Shape::Integer { min: 1, max: 40 }, "regels om op te schrijven"),
    Key::optional("page-break", Shape::Flag, "hierna een nieuwe bladzijde"),
    Key::optional("include", Shape::Word(Included::WORDS), "wat regio zelf uitwerkt"),
]);

static TERM: TableShape = TableShape::strict(&[
    Key::required("term", Shape::Text, "het woord, of de kop van de kolom"),
    Key::required("text", Shape::Text, "wat erbij staat"),
]);
