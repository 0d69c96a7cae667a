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
    TooLong {
        most: usize,
    },
    Syntax,
    Unclosed,
    NotSupported,
    UnknownName {
        name: String,
        near: Option<String>,
    },
    /// Only questions that were asked earlier can decide whether this one is asked.
    Later {
        name: String,
    },
    UnknownThreshold {
        name: String,
        near: Option<String>,
    },
    UnknownFilter {
        name: String,
        near: Option<String>,
    },
    UnknownTest {
        name: String,
        near: Option<String>,
    },
    UnknownField {
        name: String,
        near: Option<String>,
    },
    UnknownOption {
        name: String,
        near: Option<String>,
    },
    Arguments {
        name: String,
        wanted: usize,
    },
    NotComparable {
        left: &'static str,
        right: &'static str,
    },
    NotOrdered {
        kind: &'static str,
    },
    NotCounted {
        kind: &'static str,
    },
    NotACondition {
        kind: &'static str,
    },
    NotForKind {
        name: String,
        kind: &'static str,
    },
    /// The filter or test works only on the answers to a question asked per organisation.
    NotPerOrganisation {
        name: String,
    },
    NoOrganisationHere,
    NoRecordHere,
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
                "de naam 'organisatie' kan alleen bij een vraag met per = \"organisation\"".to_owned()
            }
            FormulaFault::NoRecordHere => "de naam 'ding' kan alleen in een regel met for".to_owned(),
            FormulaFault::ListInList => "een rij kan niet in een rij zitten".to_owned(),
        }
    }

    pub fn tip(&self) -> Option<String> {
        let near_miss = |near: &Option<String>| near.as_ref().map(|near| format!("bedoel je '{near}'?"));
        match self {
            FormulaFault::UnknownName { name, near } => near_miss(near).or_else(|| {
                Some(format!("een id met een streepje schrijf je hier met een laag streepje; bestaat '{name}' wel?"))
            }),
            FormulaFault::UnknownThreshold { near, .. }
            | FormulaFault::UnknownField { near, .. }
            | FormulaFault::UnknownOption { near, .. } => near_miss(near).or_else(|| Some(READ_ON.to_owned())),
            FormulaFault::UnknownFilter { near, .. } => {
                near_miss(near).or_else(|| Some(format!("de filters zijn: '{}'", FILTERS.join("', '"))))
            }
            FormulaFault::UnknownTest { near, .. } => {
                near_miss(near).or_else(|| Some(format!("de toetsen zijn: '{}'", TESTS.join("', '"))))
            }
            FormulaFault::Later { .. } => {
                Some("noem alleen vragen die eerder komen, of zet deze vraag verder naar achteren".to_owned())
            }
            FormulaFault::NotComparable { left: "een rij", .. }
            | FormulaFault::NotComparable { right: "een rij", .. } => {
                Some("gebruik \"'x' in rij\" of \"rij | length\"".to_owned())
            }
            FormulaFault::NotACondition { .. } => Some("schrijf bijvoorbeeld 'naam is given' of 'naam > 3'".to_owned()),
            FormulaFault::TooLong { .. } => Some("knip hem op, of stel een vraag die het antwoord al geeft".to_owned()),
            FormulaFault::Unclosed => Some("zet '}}' achter de uitdrukking".to_owned()),
            FormulaFault::Arguments { name, wanted: 0 } => Some(format!("haal de haakjes achter '{name}' weg")),
            FormulaFault::Arguments { name, .. } => {
                Some(format!("schrijf bijvoorbeeld '{name}(3)', met de waarde tussen de haakjes"))
            }
            FormulaFault::NotComparable { .. } | FormulaFault::NotOrdered { .. } | FormulaFault::NotCounted { .. } => {
                Some("vergelijk en reken alleen met gelijke soorten; ordenen kan met getallen en datums".to_owned())
            }
            FormulaFault::NotForKind { .. } | FormulaFault::NotSupported | FormulaFault::Syntax => {
                Some(READ_ON.to_owned())
            }
            FormulaFault::NotPerOrganisation { .. } => {
                Some("zet per = \"organisation\" bij die vraag, of gebruik 'is given' en 'length'".to_owned())
            }
            FormulaFault::NoOrganisationHere => Some(
                "zet per = \"organisation\" bij de vraag, gebruik 'each' in een document, of haal de naam weg"
                    .to_owned(),
            ),
            FormulaFault::NoRecordHere => Some(
                "zet for = \"…\" bij de regel, met de betekenis van een groepsvraag, of haal de naam weg".to_owned(),
            ),
            FormulaFault::ListInList => Some("neem een ander veld van de groep".to_owned()),
        }
    }
}
