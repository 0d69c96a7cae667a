use std::ops::Range;

use thiserror::Error;

use super::names::{FILTERS, TESTS};

const READ_ON: &str = "questionnaires/README.md noemt alle bewerkingen, toetsen en filters";

/// What is wrong with an expression, and where in its text (bytes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    pub span: Range<usize>,
    pub fault: FormulaFault,
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormulaFault {
    /// The parser recurses on what it reads.
    #[error("deze uitdrukking is langer dan {most} tekens")]
    TooLong { most: usize },
    /// The parser gave up.
    #[error("deze uitdrukking klopt niet: er ontbreekt iets of er staat iets te veel")]
    Syntax,
    /// `{{` without its `}}`.
    #[error("hier begint een uitdrukking met '{{{{' die niet met '}}}}' eindigt")]
    Unclosed,
    /// The parser knows it, and regio does not.
    #[error("deze schrijfwijze kan niet in een uitdrukking")]
    NotSupported,
    /// No question, fact or built-in thing has this name.
    #[error("onbekende naam '{name}' in de uitdrukking")]
    UnknownName { name: String, near: Option<String> },
    /// Only questions that were asked earlier can decide whether this one is asked.
    #[error("de vraag '{name}' komt pas later")]
    Later { name: String },
    /// The questionnaire has no such threshold.
    #[error("onbekende drempel 'value.{name}'")]
    UnknownThreshold { name: String, near: Option<String> },
    /// Behind `|`.
    #[error("onbekend filter '{name}'")]
    UnknownFilter { name: String, near: Option<String> },
    /// Behind `is`.
    #[error("onbekende toets 'is {name}'")]
    UnknownTest { name: String, near: Option<String> },
    /// The group has no such field.
    #[error("de groep heeft geen veld '{name}'")]
    UnknownField { name: String, near: Option<String> },
    /// The question has no such option, or there is no such kind of organisation.
    #[error("'{name}' is geen keuze bij deze vraag")]
    UnknownOption { name: String, near: Option<String> },
    /// Too many or too few values between brackets.
    #[error("'{name}' krijgt {} tussen haakjes mee", in_words(*wanted))]
    Arguments { name: String, wanted: usize },
    /// Two kinds of things that are never the same.
    #[error("{left} en {right} kun je niet vergelijken")]
    NotComparable { left: &'static str, right: &'static str },
    /// Nothing of this kind is more or less than another.
    #[error("{kind} heeft geen volgorde van klein naar groot")]
    NotOrdered { kind: &'static str },
    /// Nothing of this kind can be added up.
    #[error("met {kind} kun je niet rekenen")]
    NotCounted { kind: &'static str },
    /// It yields something else than true or false.
    #[error("hier hoort iets dat waar of onwaar is, er staat {kind}")]
    NotACondition { kind: &'static str },
    /// The filter or test does not work on this.
    #[error("'{name}' werkt niet op {kind}")]
    NotForKind { name: String, kind: &'static str },
    /// The filter or test works only on the answers to a question asked per organisation.
    #[error("'{name}' werkt alleen op een vraag die per organisatie wordt gesteld")]
    NotPerOrganisation { name: String },
    /// The text is not said of one organisation.
    #[error("de naam 'organisatie' kan alleen bij een vraag met per = \"kopgroep\"")]
    NoOrganisationHere,
    /// The text is not said of one record.
    #[error("de naam 'ding' kan alleen in een regel met for")]
    NoRecordHere,
    /// A row of organisations inside a row of records.
    #[error("een rij kan niet in een rij zitten")]
    ListInList,
}

/// How many values there have to be between brackets.
fn in_words(wanted: usize) -> String {
    if wanted == 0 { "niets".to_owned() } else { format!("{wanted} waarde") }
}

impl FormulaFault {
    pub fn tip(&self) -> String {
        let near_or = |near: &Option<String>, otherwise: String| match near {
            Some(near) => format!("bedoel je '{near}'?"),
            None => otherwise,
        };
        let tip = match self {
            FormulaFault::UnknownName { name, near } => {
                let underscores = "een id met een streepje schrijf je hier met een laag streepje";
                return near_or(near, format!("{underscores}; bestaat '{name}' wel?"));
            }
            FormulaFault::UnknownThreshold { near, .. }
            | FormulaFault::UnknownField { near, .. }
            | FormulaFault::UnknownOption { near, .. } => return near_or(near, READ_ON.to_owned()),
            FormulaFault::UnknownFilter { near, .. } => {
                return near_or(near, format!("de filters zijn: '{}'", FILTERS.join("', '")));
            }
            FormulaFault::UnknownTest { near, .. } => {
                return near_or(near, format!("de toetsen zijn: '{}'", TESTS.join("', '")));
            }
            FormulaFault::Arguments { name, wanted: 0 } => return format!("haal de haakjes achter '{name}' weg"),
            FormulaFault::Arguments { name, .. } => {
                return format!("schrijf bijvoorbeeld '{name}(3)', met de waarde tussen de haakjes");
            }
            FormulaFault::Later { .. } => "noem alleen vragen die eerder komen, of zet deze vraag verder naar achteren",
            FormulaFault::NotComparable { left: "een rij", .. }
            | FormulaFault::NotComparable { right: "een rij", .. } => "gebruik \"'x' in rij\" of \"rij | length\"",
            FormulaFault::NotACondition { .. } => "schrijf bijvoorbeeld 'naam is given' of 'naam > 3'",
            FormulaFault::TooLong { .. } => "knip hem op, of stel een vraag die het antwoord al geeft",
            FormulaFault::Unclosed => "zet '}}' achter de uitdrukking",
            FormulaFault::NotComparable { .. } | FormulaFault::NotOrdered { .. } | FormulaFault::NotCounted { .. } => {
                "vergelijk en reken alleen met gelijke soorten; ordenen kan met getallen en datums"
            }
            FormulaFault::NotForKind { .. } | FormulaFault::NotSupported | FormulaFault::Syntax => READ_ON,
            FormulaFault::NotPerOrganisation { .. } => {
                "zet per = \"kopgroep\" bij die vraag, of gebruik 'is given' en 'length'"
            }
            FormulaFault::NoOrganisationHere => {
                "zet per = \"kopgroep\" bij de vraag, gebruik 'each' in een document, of haal de naam weg"
            }
            FormulaFault::NoRecordHere => {
                "zet for = \"…\" bij de regel, met de betekenis van een groepsvraag, of haal de naam weg"
            }
            FormulaFault::ListInList => "neem een ander veld van de groep",
        };
        tip.to_owned()
    }
}
