use std::ops::Range;

use super::names::{FILTERS, TESTS};

const READ_ON: &str = "questionnaires/README.md noemt alle bewerkingen, toetsen en filters";

/// What is wrong with an expression, and where in its text (bytes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    pub span: Range<usize>,
    pub fault: FormulaFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaFault {
    /// The parser recurses on what it reads.
    TooLong { most: usize },
    /// The parser gave up.
    Syntax,
    /// `{{` without its `}}`.
    Unclosed,
    /// The parser knows it, and regio does not.
    NotSupported,
    /// No question, fact or built-in thing has this name.
    UnknownName { name: String, near: Option<String> },
    /// Only questions that were asked earlier can decide whether this one is asked.
    Later { name: String },
    /// The questionnaire has no such threshold.
    UnknownThreshold { name: String, near: Option<String> },
    /// Behind `|`.
    UnknownFilter { name: String, near: Option<String> },
    /// Behind `is`.
    UnknownTest { name: String, near: Option<String> },
    /// The group has no such field.
    UnknownField { name: String, near: Option<String> },
    /// The question has no such option, or there is no such kind of organisation.
    UnknownOption { name: String, near: Option<String> },
    /// Too many or too few values between brackets.
    Arguments { name: String, wanted: usize },
    /// Two kinds of things that are never the same.
    NotComparable { left: &'static str, right: &'static str },
    /// Nothing of this kind is more or less than another.
    NotOrdered { kind: &'static str },
    /// Nothing of this kind can be added up.
    NotCounted { kind: &'static str },
    /// It yields something else than true or false.
    NotACondition { kind: &'static str },
    /// The filter or test does not work on this.
    NotForKind { name: String, kind: &'static str },
    /// The filter or test works only on the answers to a question asked per organisation.
    NotPerOrganisation { name: String },
    /// The text is not said of one organisation.
    NoOrganisationHere,
    /// The text is not said of one record.
    NoRecordHere,
    /// A row of organisations inside a row of records.
    ListInList,
}

impl FormulaFault {
    pub fn message(&self) -> String {
        match self {
            FormulaFault::TooLong { most } => format!("deze uitdrukking is langer dan {most} tekens"),
            FormulaFault::Syntax => {
                "deze uitdrukking klopt niet: er ontbreekt iets of er staat iets te veel".to_owned()
            }
            FormulaFault::Unclosed => "hier begint een uitdrukking met '{{' die niet met '}}' eindigt".to_owned(),
            FormulaFault::NotSupported => "deze schrijfwijze kan niet in een uitdrukking".to_owned(),
            FormulaFault::UnknownName { name, .. } => format!("onbekende naam '{name}' in de uitdrukking"),
            FormulaFault::Later { name } => format!("de vraag '{name}' komt pas later"),
            FormulaFault::UnknownThreshold { name, .. } => format!("onbekende drempel 'value.{name}'"),
            FormulaFault::UnknownFilter { name, .. } => format!("onbekend filter '{name}'"),
            FormulaFault::UnknownTest { name, .. } => format!("onbekende toets 'is {name}'"),
            FormulaFault::UnknownField { name, .. } => format!("de groep heeft geen veld '{name}'"),
            FormulaFault::UnknownOption { name, .. } => format!("'{name}' is geen keuze bij deze vraag"),
            FormulaFault::Arguments { name, wanted: 0 } => format!("'{name}' krijgt niets tussen haakjes mee"),
            FormulaFault::Arguments { name, wanted } => format!("'{name}' krijgt {wanted} waarde tussen haakjes mee"),
            FormulaFault::NotComparable { left, right } => format!("{left} en {right} kun je niet vergelijken"),
            FormulaFault::NotOrdered { kind } => format!("{kind} heeft geen volgorde van klein naar groot"),
            FormulaFault::NotCounted { kind } => format!("met {kind} kun je niet rekenen"),
            FormulaFault::NotACondition { kind } => format!("hier hoort iets dat waar of onwaar is, er staat {kind}"),
            FormulaFault::NotForKind { name, kind } => format!("'{name}' werkt niet op {kind}"),
            FormulaFault::NotPerOrganisation { name } => {
                format!("'{name}' werkt alleen op een vraag die per organisatie wordt gesteld")
            }
            FormulaFault::NoOrganisationHere => {
                "de naam 'organisatie' kan alleen bij een vraag met per = \"kopgroep\"".to_owned()
            }
            FormulaFault::NoRecordHere => "de naam 'ding' kan alleen in een regel met for".to_owned(),
            FormulaFault::ListInList => "een rij kan niet in een rij zitten".to_owned(),
        }
    }

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
