use chrono::NaiveDate;

use super::SCHEMA;
use super::catalog::Catalog;
use super::questionnaire_shape::QUESTION;
use super::read_question::read_question;
use crate::domain::{Certainty, DatedFact, Depth, FullId, Identifier, Question, Source, Supplement};
use crate::expression::{Names, Reader};
use crate::source::{FULL_ID, Fault, Faults, IDENTIFIER, Key, Parsed, Shape, SourceFile, Table, TableShape, quoted};

/// What may stand in a file with facts from after the guide.
pub const SUPPLEMENT: TableShape = TableShape::strict(&[
    Key::required("schema", Shape::Integer { min: 1, max: i64::MAX }, "de vorm van dit bestand: 1"),
    Key::required("id", IDENTIFIER, "de naam van het bestand"),
    Key::required("seen", Shape::Date, "wanneer alles is nagekeken"),
    Key::required("fact", Shape::Tables(&FACT), "wat er veranderde"),
]);

const FACT: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam"),
    Key::required("text", Shape::Text, "wat er veranderde, en wat je eraan hebt"),
    Key::required("certainty", Shape::Word(Certainty::WORDS), "hoe zeker het is"),
    Key::required("check_before", Shape::Date, "de dag waarna het verouderd kan zijn"),
    Key::required("shows_at", Shape::List(&FULL_ID), "de vragen en stappen waar het bij hoort"),
    Key::optional("question", Shape::Table(&QUESTION), "wat je er van organisaties over wilt weten"),
    Key::optional("asked_as", Shape::List(&IDENTIFIER), "hoe die vraag in een eerder bestand heette"),
    Key::required("source", Shape::Tables(&SOURCE), "waar het staat"),
]);

const SOURCE: TableShape = TableShape::strict(&[
    Key::optional("title", Shape::Text, "de titel"),
    Key::required("who", Shape::Text, "wie het schreef"),
    Key::optional("published", Shape::Date, "wanneer het verscheen"),
    Key::optional("url", Shape::Text, "het adres"),
]);

/// The facts of a file; each stands under questions and steps that there are, and was looked up today or earlier.
pub fn read_supplement(file: &SourceFile, catalog: &Catalog, today: NaiveDate) -> Result<Supplement, Faults> {
    let parsed = Parsed::checked(file, &SUPPLEMENT, SCHEMA)?;
    let table = parsed.table();
    // What this file asked before stands there no more: it takes its own place.
    let own = table.identifier("id").map(|id| id.value);
    let catalog = &own.map_or_else(|| catalog.clone(), |id| catalog.clone().without_supplement(&id));
    let mut faults = Vec::new();
    let mut asking = Asking { file, catalog, faults: &mut faults };
    let facts: Option<Vec<DatedFact>> =
        table.tables("fact").iter().map(|fact| read_fact(fact, &table, &mut asking)).collect();
    for place in table.tables("fact").iter().flat_map(|fact| fact.texts("shows_at")) {
        let is_there = |id: &FullId| catalog.question(id).is_some() || catalog.actions().any(|action| action.id == *id);
        if !FullId::parse(place.value).is_some_and(|id| is_there(&id)) {
            let fault = Fault::at(place.span, format!("er is geen vraag of stap {}", quoted(place.value)));
            faults.push(fault.tip("noem de volle naam: vragenlijst.vraag, zoals verkennen.aanleiding"));
        }
    }
    if let Some(seen) = table.date("seen").filter(|seen| seen.value > today) {
        let fault = Fault::at(seen.span, "deze dag moet nog komen");
        faults.push(fault.tip("noem de dag waarop alles is nagekeken: vandaag of eerder"));
    }
    match table.identifier("id").zip(facts) {
        Some((id, facts)) if faults.is_empty() => Ok(Supplement { id: id.value, facts }),
        _ => Err(Faults::new(file, faults)),
    }
}

/// Reads what facts ask, against all that is asked already.
struct Asking<'a> {
    file: &'a SourceFile,
    catalog: &'a Catalog,
    faults: &'a mut Vec<Fault>,
}

impl Asking<'_> {
    /// The question of a fact, in the questionnaire of the first question under which the fact stands. Nothing when it cannot be
    /// asked there, with the fault that says why.
    fn read(&mut self, asked: &Table, shows_at: &[FullId]) -> Option<Question> {
        let Some(first) = shows_at.iter().find(|id| self.catalog.question(id).is_some()) else {
            let fault = Fault::new(asked.span(), "dit feit staat onder geen vraag, dus deze vraag heeft geen plaats");
            self.faults.push(fault.tip("noem in shows_at de vraag waar deze achter komt"));
            return None;
        };
        let id = asked.identifier("id")?;
        if self.catalog.question(&FullId::new(&first.questionnaire, &id.value)).is_some() {
            let fault = Fault::at(id.span, format!("de id '{}' is al van een andere vraag", id.value));
            self.faults.push(fault.tip("geef elke vraag een eigen naam"));
        }
        if asked.text("depth").is_none_or(|depth| depth.value != Depth::Deeper.word()) {
            let fault = Fault::new(asked.span(), "een vraag bij een feit hoort niet bij de kern");
            self.faults.push(fault.tip("zet erbij: depth = \"verdieping\""));
        }
        let names = Names::gather(self.catalog.questionnaires());
        let mut reader = Reader::new(self.file, &first.questionnaire, Some(&names));
        let question = read_question(asked, &mut reader);
        self.faults.append(&mut reader.faults);
        question
    }
}

fn read_fact(fact: &Table, file: &Table, asking: &mut Asking) -> Option<DatedFact> {
    let shows_at: Vec<FullId> = fact.texts("shows_at").iter().filter_map(|place| FullId::parse(place.value)).collect();
    let question = fact.table("question").and_then(|asked| asking.read(&asked, &shows_at));
    Some(DatedFact {
        id: fact.read("id", Identifier::parse)?.value,
        text: fact.string("text")?,
        certainty: fact.read("certainty", Certainty::parse)?.value,
        seen: file.date("seen")?.value,
        check_before: fact.date("check_before")?.value,
        shows_at,
        question,
        asked_as: fact.texts("asked_as").iter().filter_map(|id| Identifier::parse(id.value)).collect(),
        sources: fact.tables("source").iter().map(read_source).collect::<Option<_>>()?,
    })
}

fn read_source(source: &Table) -> Option<Source> {
    Some(Source {
        title: source.string("title"),
        who: source.string("who")?,
        published: source.date("published").map(|date| date.value),
        url: source.string("url"),
    })
}
