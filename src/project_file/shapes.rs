use crate::domain::{OrganisationKind, Phase, Place, Standing, Tlp};
use crate::source::{FULL_ID, IDENTIFIER, Key, Shape, Table, TableShape, schema};

/// The JSON Schema of the project file.
pub fn project_file_schema() -> serde_json::Value {
    schema(&PROJECT_FILE, "Projectbestand van regio", "regio:project")
}

/// The JSON Schema of the answer file.
pub fn answer_file_schema() -> serde_json::Value {
    schema(&ANSWER_FILE, "Antwoordbestand van regio", "regio:answers")
}

pub static PROJECT_FILE: TableShape = TableShape::open(&[
    Key::required("schema", SCHEMA, "de vorm van dit bestand"),
    Key::optional("regio", Shape::Text, "de versie van regio die het bestand het laatst schreef"),
    Key::required("project", Shape::Table(&PROJECT), "het samenwerkingsverband zelf"),
    Key::optional("phase", Shape::Table(&PHASES), "wanneer elke fase begon"),
    Key::optional("organisation", Shape::Tables(&ORGANISATION), "het register van organisaties"),
    Key::optional("answer", ANSWERS, "de antwoorden, per vragenlijst en vraag"),
    Key::optional(
        "view",
        Shape::Map(&Shape::Map(&Shape::Map(&Shape::Table(&ANSWER)))),
        "wat elke organisatie zelf vindt van een vraag aan allen samen, per vragenlijst, vraag en organisatie",
    ),
    Key::optional("variant", Shape::Tables(&VARIANT), "wat een organisatie ook zei, naast het antwoord dat geldt"),
    Key::optional("action", Shape::Map(&Shape::Map(&Shape::Table(&ACTION))), "wat er over een stap is gezegd"),
    Key::optional("own-action", Shape::Tables(&OWN_ACTION), "eigen stappen"),
    Key::optional("decision", Shape::Tables(&DECISION), "besluiten"),
    Key::optional("success", Shape::Tables(&SUCCESS), "successen"),
    Key::optional("history", Shape::Tables(&CHANGE), "wat er veranderde; hier komt alleen iets bij"),
    Key::optional("lapsed", Shape::Tables(&LAPSED), "antwoorden die niet meer passen"),
]);

pub static ANSWER_FILE: TableShape = TableShape::open(&[
    Key::optional("schema", SCHEMA, "de vorm van dit bestand"),
    Key::optional("regio", Shape::Text, "de versie van regio die de uitvraag maakte"),
    Key::optional("request", Shape::Table(&REQUEST), "de uitvraag die hiermee wordt beantwoord"),
    Key::optional("project", Shape::Table(&NAMED), "het samenwerkingsverband zelf, voor wat daar nog leeg is"),
    Key::optional("organisation", Shape::Tables(&ORGANISATION), "organisaties die erbij komen"),
    Key::optional("answer", ANSWERS, "de antwoorden, per vragenlijst en vraag"),
]);

const SCHEMA: Shape = Shape::Integer { min: 1, max: u32::MAX as i64 };

static PROJECT: TableShape = TableShape::open(&[
    Key::required("id", Shape::Text, "willekeurig, verandert nooit: houdt kopieën en antwoordbestanden bij elkaar"),
    NAME,
    REGION,
    TREKKER,
    Key::optional("tlp", TLP, "wie het project hooguit mag zien"),
    Key::required("created", Shape::Date, "de dag waarop het project begon"),
]);

static NAMED: TableShape = TableShape::open(&[NAME, REGION, TREKKER]);

static REQUEST: TableShape = TableShape::open(&[
    Key::optional("id", Shape::Text, "de naam van de uitvraag"),
    Key::required("project", Shape::Text, "de id van het project dat vraagt"),
    Key::required("organisation", IDENTIFIER, "de organisatie die antwoordt"),
    Key::optional("name", Shape::Text, "de naam van die organisatie"),
    Key::optional("by", Shape::Text, "wie het invulde"),
    Key::optional("version", Shape::Map(&Shape::Text), "de versie van elke vragenlijst waar vragen uit komen"),
]);

const NAME: Key = Key::optional("name", Shape::Text, "de naam van de samenwerking");
const REGION: Key = Key::optional("region", Shape::Text, "de regio");
const TREKKER: Key = Key::optional("trekker", Shape::Text, "wie trekt");

const TLP: Shape = Shape::Word(Tlp::WORDS);

static PHASES: TableShape = TableShape::open(&[
    Key::optional(Phase::Verkennen.word(), Shape::Table(&PHASE), "de eerste fase"),
    Key::optional(Phase::Ontwikkelen.word(), Shape::Table(&PHASE), "de tweede fase"),
    Key::optional(Phase::Uitbouwen.word(), Shape::Table(&PHASE), "de derde fase"),
]);

static PHASE: TableShape = TableShape::open(&[Key::required("begun", Shape::Date, "de dag waarop de fase begon")]);

static ORGANISATION: TableShape = TableShape::open(&[
    Key::required("id", IDENTIFIER, "waarmee antwoorden naar de organisatie verwijzen"),
    Key::required("name", Shape::Text, "de naam"),
    Key::optional("kind", Shape::Word(OrganisationKind::WORDS), "de soort organisatie"),
    Key::required("place", Shape::Word(Place::WORDS), "de plaats in de samenwerking"),
    Key::optional("contact", Shape::Tables(&CONTACT), "contactpersonen"),
]);

static CONTACT: TableShape = TableShape::open(&[
    Key::required("name", Shape::Text, "de naam"),
    Key::optional("role", Shape::Text, "de functie"),
    Key::optional("mail", Shape::Text, "het e-mailadres"),
    Key::optional("phone", Shape::Text, "het telefoonnummer"),
]);

/// By questionnaire and question; of a question asked per organisation, by organisation.
const ANSWERS: Shape = Shape::Map(&Shape::Map(&Shape::Fork {
    is_first: is_one_answer,
    first: &ANSWER,
    second: &Shape::Map(&Shape::Table(&ANSWER)),
}));

pub static ANSWER: TableShape = TableShape::open(&[VALUE, STATE, GIVEN, BY, REVISION, NOTE, ANSWER_TLP, SOURCE]);

static VARIANT: TableShape = TableShape::open(&[
    Key::required("question", FULL_ID, "de vraag"),
    Key::required("organisation", IDENTIFIER, "de organisatie die dit zei"),
    Key::required("standing", Shape::Word(Standing::WORDS), "hoe het staat naast het antwoord dat geldt"),
    VALUE,
    STATE,
    GIVEN,
    BY,
    REVISION,
    NOTE,
    ANSWER_TLP,
    SOURCE,
]);

const VALUE: Key = Key::optional("value", Shape::Value, "het antwoord");
const STATE: Key = Key::optional("state", Shape::Word(STATES), "als er geen antwoord is: waarom niet");
const GIVEN: Key = Key::optional("given", Shape::Moment, "wanneer het antwoord is gegeven");
const BY: Key = Key::optional("by", Shape::Text, "wie het antwoord gaf");
const REVISION: Key =
    Key::optional("revision", Shape::Integer { min: 1, max: u32::MAX as i64 }, "de uitgave van de vraag");
const NOTE: Key = Key::optional("note", Shape::Text, "een opmerking bij het antwoord");
const ANSWER_TLP: Key = Key::optional("tlp", TLP, "wie dit antwoord hooguit mag zien");
const SOURCE: Key = Key::optional("source", Shape::Text, "waar het antwoord vandaan komt");

const STATES: &[&str] = &["open", "unknown", "not-applicable", "skipped"];

/// A table with only tables in it holds an answer for each organisation.
pub fn is_one_answer(table: &Table<'_>) -> bool {
    let entries = table.entries();
    entries.is_empty() || entries.iter().any(|entry| entry.node.table().is_none())
}

static ACTION: TableShape = TableShape::open(ACTION_KEYS);

const ACTION_KEYS: &[Key] = &[
    Key::optional("done", Shape::Date, "de dag waarop de stap klaar was"),
    Key::optional("dropped", Shape::Date, "de dag waarop de stap verviel"),
    Key::optional("owner", Shape::Text, "wie de stap doet"),
    Key::optional("due", Shape::Date, "voor wanneer"),
    Key::optional("note", Shape::Text, "een opmerking"),
];

static OWN_ACTION: TableShape = TableShape::open(&[
    Key::required("id", IDENTIFIER, "de naam van de stap"),
    Key::required("title", Shape::Text, "wat er gedaan wordt"),
    Key::optional("phase", Shape::Word(Phase::WORDS), "de fase waar de stap bij hoort"),
    Key::required("created", Shape::Date, "de dag waarop de stap is bedacht"),
    Key::optional("done", Shape::Date, "de dag waarop de stap klaar was"),
    Key::optional("dropped", Shape::Date, "de dag waarop de stap verviel"),
    Key::optional("owner", Shape::Text, "wie de stap doet"),
    Key::optional("due", Shape::Date, "voor wanneer"),
    Key::optional("note", Shape::Text, "een opmerking"),
]);

static DECISION: TableShape = TableShape::open(&[
    Key::required("id", Shape::Text, "de naam van het besluit"),
    Key::required("text", Shape::Text, "wat er besloten is"),
    Key::required("date", Shape::Date, "wanneer"),
    Key::optional("by", Shape::Text, "door wie"),
    Key::optional("why", Shape::Text, "waarom"),
    Key::optional("replaces", Shape::Text, "het besluit dat hiermee vervalt"),
]);

static SUCCESS: TableShape = TableShape::open(&[
    Key::required("text", Shape::Text, "wat er gelukt is"),
    Key::required("date", Shape::Date, "wanneer"),
    Key::optional("by", Shape::Text, "door wie het is genoteerd"),
]);

static CHANGE: TableShape = TableShape::open(&[
    Key::required("at", Shape::Moment, "wanneer"),
    Key::optional("by", Shape::Text, "door wie"),
    Key::optional("question", FULL_ID, "de vraag waar het over gaat"),
    Key::optional("organisation", IDENTIFIER, "de organisatie waar het over gaat"),
    Key::optional("action", Shape::Text, "de stap waar het over gaat"),
    Key::optional("decision", Shape::Text, "het besluit waar het over gaat"),
    Key::optional("note", Shape::Flag, "true als het over de opmerking bij dat antwoord gaat"),
    Key::optional("success", Shape::Flag, "true als het over een succes gaat"),
    Key::optional("project", Shape::Text, "wat er van het project zelf veranderde"),
    Key::optional("from", Shape::Value, "hoe het was"),
    Key::optional("to", Shape::Value, "hoe het werd"),
    Key::optional("why", Shape::Text, "waarom"),
]);

static LAPSED: TableShape = TableShape::open(&[
    Key::required("question", FULL_ID, "de vraag"),
    Key::optional("organisation", IDENTIFIER, "de organisatie die het antwoord gaf"),
    Key::required("ask", Shape::Text, "de vraag zoals die was"),
    Key::optional("value", Shape::Value, "het antwoord"),
    Key::optional("given", Shape::Moment, "wanneer het antwoord is gegeven"),
    Key::optional("by", Shape::Text, "wie het antwoord gaf"),
    Key::required("why", Shape::Text, "waarom het niet meer past"),
]);
