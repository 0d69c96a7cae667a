use super::answers::NamedProject;
use super::descriptions::{Head, PhaseRecord};
use super::field::key;
use super::part::Part;
use crate::domain::{
    ActionRecord, Answer, Change, Decision, Event, Identifier, LapsedAnswer, Meeting, Organisation, OwnAction, Phase,
    Variant,
};
use crate::source::{Key, Shape, Table, TableShape};

pub static PROJECT_FILE: TableShape = TableShape::open(&[
    key::<u32>("schema", "de vorm van dit bestand"),
    key::<Option<String>>("regio", "de versie van regio die het bestand het laatst schreef"),
    Key::required("project", Shape::Table(Head::SHAPE), "het samenwerkingsverband zelf"),
    Key::optional("phase", Shape::Table(&PHASES), "wanneer elke fase begon"),
    key::<Vec<Organisation>>("organisation", "het register van organisaties"),
    Key::optional("answer", ANSWERS, "de antwoorden, per vragenlijst en vraag"),
    Key::optional(
        "view",
        Shape::Map(&Shape::Map(&Shape::Map(&Shape::Table(Answer::SHAPE)))),
        "wat elke organisatie zelf vindt van een vraag aan allen samen, per vragenlijst, vraag en organisatie",
    ),
    key::<Vec<Variant>>("variant", "wat een organisatie ook zei, naast het antwoord dat geldt"),
    Key::optional(
        "action",
        Shape::Map(&Shape::Map(&Shape::Table(ActionRecord::SHAPE))),
        "wat er over een stap is gezegd",
    ),
    key::<Vec<OwnAction>>("own-action", "eigen stappen"),
    key::<Vec<Decision>>("decision", "besluiten"),
    key::<Vec<Event>>("event", "wat er gebeurde"),
    key::<Vec<Meeting>>("meeting", "bijeenkomsten, met wat er is gezegd"),
    key::<Vec<Change>>("history", "wat er veranderde; hier komt alleen iets bij"),
    key::<Vec<LapsedAnswer>>("lapsed", "antwoorden die niet meer passen"),
]);

pub static ANSWER_FILE: TableShape = TableShape::open(&[
    key::<Option<u32>>("schema", "de vorm van dit bestand"),
    key::<Option<String>>("regio", "de versie van regio die de rondvraag maakte"),
    Key::optional("request", Shape::Table(&REQUEST), "de rondvraag die hiermee wordt beantwoord"),
    Key::optional(
        "project",
        Shape::Table(NamedProject::SHAPE),
        "het samenwerkingsverband zelf, voor wat daar nog leeg is",
    ),
    key::<Vec<Organisation>>("organisation", "organisaties die erbij komen"),
    Key::optional("answer", ANSWERS, "de antwoorden, per vragenlijst en vraag"),
]);

static REQUEST: TableShape = TableShape::open(&[
    key::<Option<String>>("id", "de naam van de rondvraag"),
    key::<String>("project", "de id van het project dat vraagt"),
    key::<Identifier>("organisation", "de organisatie die antwoordt"),
    key::<Option<String>>("name", "de naam van die organisatie"),
    key::<Option<String>>("by", "wie het invulde"),
    Key::optional("version", Shape::Map(&Shape::Text), "de versie van elke vragenlijst waar vragen uit komen"),
]);

static PHASES: TableShape = TableShape::open(&[
    Key::optional(Phase::Verkennen.word(), Shape::Table(PhaseRecord::SHAPE), "de eerste fase"),
    Key::optional(Phase::Ontwikkelen.word(), Shape::Table(PhaseRecord::SHAPE), "de tweede fase"),
    Key::optional(Phase::Uitbouwen.word(), Shape::Table(PhaseRecord::SHAPE), "de derde fase"),
]);

/// By questionnaire and question; of a question asked per organisation, by organisation.
const ANSWERS: Shape = Shape::Map(&Shape::Map(&Shape::Fork {
    is_first: is_one_answer,
    first: Answer::SHAPE,
    second: &Shape::Map(&Shape::Table(Answer::SHAPE)),
}));

/// A table with only tables in it holds an answer for each organisation.
pub fn is_one_answer(table: &Table<'_>) -> bool {
    let entries = table.entries();
    entries.is_empty() || entries.iter().any(|entry| entry.node.table().is_none())
}
