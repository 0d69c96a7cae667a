use super::shape::WORDING;
use super::wording::Content;
use super::wording::Included;
use super::wording::Part;
use super::wording::Wording;
use crate::catalog::Catalog;
use crate::domain::Edition;
use crate::domain::Formula;
use crate::domain::Identifier;
use crate::domain::Kind;
use crate::domain::Meaning;
use crate::domain::Scope;
use crate::domain::Template;
use crate::expression::Asker;
use crate::expression::FormulaError;
use crate::expression::Names;
use crate::expression::compile_condition;
use crate::expression::compile_template;
use crate::source::Fault;
use crate::source::Faults;
use crate::source::Located;
use crate::source::Parsed;
use crate::source::SourceFile;
use crate::source::Table;
use crate::source::check;

/// Reads the text of a document: the whole of it, or every fault.
pub fn read(source: &SourceFile, catalog: &Catalog) -> Result<Wording, Faults> {
    let parsed = Parsed::read(source)?;
    let table = parsed.table();
    let faults = check(&table, &WORDING);
    if faults.iter().any(Fault::is_error) {
        return Err(Faults::new(source, faults));
    }
    let names = Names::gather(catalog.questionnaires());
    let id = table.identifier("id").map(|id| id.value);
    let Some(id) = id else { return Err(Faults::new(source, vec![Fault::new(None, "hier ontbreekt een id")])) };
    let mut reader = Reader { id: &id, names: &names, catalog, source, faults };
    let title = reader.text(&table, "title", Scope::Together).unwrap_or_default();
    let parts = table.tables("part").iter().filter_map(|part| reader.part(part)).collect();
    let faults = reader.faults;
    if faults.iter().any(Fault::is_error) {
        return Err(Faults::new(source, faults));
    }
    Ok(Wording {
        title,
        about: table.string("about").unwrap_or_default(),
        edition: table.read("edition", Edition::parse).map_or(Edition::Kopgroep, |edition| edition.value),
        parts,
        id,
    })
}

struct Reader<'r> {
    id: &'r Identifier,
    names: &'r Names<'r>,
    catalog: &'r Catalog,
    source: &'r SourceFile,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn part(&mut self, table: &Table) -> Option<Part> {
        let kinds: Vec<_> = table.entries().into_iter().filter(|entry| entry.key.value != "when").collect();
        let [kind] = kinds.as_slice() else {
            let span = table.span();
            let fault = Fault::new(span, "een stuk is één ding: een kop, een tekst, een opsomming …");
            self.faults.push(fault.tip("maak van elk ding een eigen [[part]]"));
            return None;
        };
        let when = table.text("when").and_then(|when| self.condition(&when));
        let content = match kind.key.value {
            "heading" => Content::Heading(self.text(table, "heading", Scope::Together)?),
            "text" => Content::Text(self.paragraphs(table)),
            "items" => Content::Items(self.list(table, "items")),
            "ticks" => Content::Ticks(self.list(table, "ticks")),
            "terms" => Content::Terms(self.terms(table, "terms", Scope::Together)),
            "each" => Content::Each(self.terms(table, "each", Scope::PerOrganisation)),
            "records" => self.records(table)?,
            "lines" => Content::Lines(table.integer("lines").and_then(|lines| usize::try_from(lines.value).ok())?),
            "page-break" => Content::PageBreak,
            _ => Content::Included(table.read("include", Included::parse)?.value),
        };
        Some(Part { when, content })
    }

    fn records(&mut self, table: &Table) -> Option<Content> {
        let meaning = table.read("records", Meaning::parse)?;
        let question = self.catalog.questions().find(|question| question.means == Some(meaning.value));
        match question.filter(|question| matches!(question.kind, Kind::Group { .. })) {
            Some(question) => Some(Content::Records(question.id.clone())),
            None => {
                let message = format!("geen groepsvraag heeft de betekenis '{}'", meaning.value.word());
                self.faults.push(Fault::at(meaning.span, message));
                None
            }
        }
    }

    fn paragraphs(&mut self, table: &Table) -> Vec<Template> {
        let Some(text) = table.text("text") else { return Vec::new() };
        let paragraphs: Vec<String> = text.value.split("\n\n").map(on_one_line).filter(|one| !one.is_empty()).collect();
        let located = paragraphs.iter().map(|one| Located { value: one.as_str(), span: text.span.clone() });
        located.filter_map(|one| self.template(&one, Scope::Together)).collect()
    }

    fn list(&mut self, table: &Table, key: &str) -> Vec<Template> {
        let items = table.get(key).and_then(|node| node.items()).unwrap_or_default();
        let texts = items.into_iter().filter_map(|item| Some(Located { value: item.text()?, span: item.span() }));
        texts.filter_map(|text| self.template(&text, Scope::Together)).collect()
    }

    fn terms(&mut self, table: &Table, key: &str, scope: Scope) -> Vec<(String, Template)> {
        let terms = table.tables(key);
        terms.iter().filter_map(|term| Some((term.string("term")?, self.text(term, "text", scope)?))).collect()
    }

    fn text(&mut self, table: &Table, key: &str, scope: Scope) -> Option<Template> {
        self.template(&table.text(key)?, scope)
    }

    fn template(&mut self, text: &Located<&str>, scope: Scope) -> Option<Template> {
        let asker = Asker { questionnaire: self.id, question: None, scope };
        let compiled = compile_template(text.value, self.names, &asker);
        compiled.map_err(|error| self.fault(error, text)).ok()
    }

    fn condition(&mut self, text: &Located<&str>) -> Option<Formula> {
        let asker = Asker { questionnaire: self.id, question: None, scope: Scope::Together };
        let compiled = compile_condition(text.value, self.names, &asker);
        compiled.map_err(|error| self.fault(error, text)).ok()
    }

    fn fault(&mut self, error: FormulaError, text: &Located<&str>) {
        // Where the text stands in the file as it is, the place is exact; else it is the whole text.
        let written = self.source.text.get(text.span.clone()).and_then(|whole| whole.find(text.value));
        let span = match written {
            Some(start) => text.span.start + start + error.span.start..text.span.start + start + error.span.end,
            None => text.span.clone(),
        };
        self.faults.push(Fault::at(span, error.fault.message()).tip_if(error.fault.tip()));
    }
}

/// Lines of a paragraph are for the writer; the document breaks them itself.
fn on_one_line(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
