use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::options::{read_level, read_option, read_options, read_yes_no};
use super::parts::{parts, split};
use crate::domain::{Decimal, Field, Kind, Misfit, Place, Project, State, Value};
use crate::ledger::{find_organisation, resembling_organisation};
use crate::notation;

/// Why a typed answer cannot be taken, in Dutch: what is wrong and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    pub fault: String,
    pub tip: String,
}

impl From<notation::ReadingError> for Refusal {
    fn from(error: notation::ReadingError) -> Refusal {
        Refusal::new(error.message(), error.tip())
    }
}

/// Reads an answer as a person types it: `12.500,50`, `volgende week dinsdag`, `ja`, an option's number or words, a name.
/// Several items stand with a semicolon between them, the fields of one thing with a bar. The value has passed the check of
/// its question.
pub fn read(kind: &Kind, text: &str, today: NaiveDate, project: &Project) -> Result<Value, Refusal> {
    let value = read_unchecked(kind, text.trim(), today, project)?;
    check(kind, &value, project)?;
    Ok(value)
}

/// The one door that every answer goes through, however it came.
pub fn check(kind: &Kind, value: &Value, project: &Project) -> Result<(), Refusal> {
    kind.check(value, &|id| project.organisation(id).is_some()).map_err(|misfit| refusal(&misfit))
}

/// An answer as a person writes or types it, also when it is no value: `weet niet`, `nvt`. A backslash before such words makes
/// them a text.
pub fn read_state(kind: &Kind, text: &str, today: NaiveDate, project: &Project) -> Result<State, Refusal> {
    let text = text.trim();
    if let Some(state) = without_value(text) {
        return Ok(state);
    }
    let plain = text.strip_prefix('\\').filter(|rest| without_value(rest.trim_start_matches('\\')).is_some());
    read(kind, plain.unwrap_or(text), today, project).map(State::Given)
}

pub(super) fn without_value(text: &str) -> Option<State> {
    match text.to_lowercase().as_str() {
        "weet niet" | "weetniet" | "weet ik niet" | "weet ik nog niet" | ":weetniet" => Some(State::Unknown),
        "nvt" | "n.v.t." | "n.v.t" | "niet van toepassing" | ":nvt" => Some(State::NotApplicable),
        _ => None,
    }
}

fn read_unchecked(kind: &Kind, text: &str, today: NaiveDate, project: &Project) -> Result<Value, Refusal> {
    match kind {
        Kind::Text | Kind::LongText => Ok(Value::text(text)),
        Kind::YesNo => read_yes_no(text),
        Kind::Choice { options, other } => read_option(options, *other, text),
        Kind::Choices { options, other, .. } => read_options(options, *other, text),
        Kind::Scale { levels } => read_level(levels, text),
        Kind::Number { unit, .. } => Ok(Value::integer(notation::read_number(plain(text, unit))?)),
        Kind::Hours { unit } => Ok(Value::Number(notation::read_hours(plain(text, unit))?)),
        Kind::Amount { unit } => Ok(Value::Number(notation::read_amount(plain(text, unit))?)),
        Kind::Date => Ok(Value::Date(notation::read_date(text, today)?)),
        Kind::List { .. } => Ok(Value::List(parts(text, ';').into_iter().map(Value::Text).collect())),
        Kind::Organisation { .. } => read_organisation(text, project),
        Kind::Organisations { .. } => {
            let names = organisation_parts(text, project);
            names.iter().map(|name| read_organisation(name, project)).collect::<Result<_, _>>().map(Value::List)
        }
        Kind::Group { fields, item, .. } => {
            let records = parts(text, ';');
            let several = records.len() > 1;
            let record = |(index, record): (usize, &String)| {
                let name = format!("{item} {}", index + 1);
                read_record(fields, record, today, project)
                    .map_err(|refusal| if several { refusal.about(&name) } else { refusal })
            };
            records.iter().enumerate().map(record).collect::<Result<_, _>>().map(Value::List)
        }
    }
}

fn plain<'t>(text: &'t str, unit: &Option<String>) -> &'t str {
    notation::without_unit(text, unit.as_deref())
}

/// One thing of a group: its fields in their order with a bar between them. The last ones may be left out.
fn read_record(fields: &[Field], text: &str, today: NaiveDate, project: &Project) -> Result<Value, Refusal> {
    let written = split(text, '|');
    if written.len() > fields.len() {
        let labels: Vec<&str> = fields.iter().map(|field| field.label.as_str()).collect();
        let tip = format!("schrijf het als {}; hoort de | bij een tekst, typ dan \\|", labels.join(" | "));
        return Err(Refusal::new(format!("er staan {} velden, en er passen er {}", written.len(), fields.len()), tip));
    }
    let mut record = BTreeMap::new();
    for (field, text) in fields.iter().zip(&written).filter(|(_, text)| !text.trim().is_empty()) {
        let value = read(&field.kind, text, today, project).map_err(|refusal| refusal.about(&field.label))?;
        record.insert(field.id.to_string(), value);
    }
    Ok(Value::Record(record))
}

impl Refusal {
    pub fn new(fault: impl Into<String>, tip: impl Into<String>) -> Refusal {
        Refusal { fault: fault.into(), tip: tip.into() }
    }

    /// Says which part of the answer it is about.
    fn about(self, part: &str) -> Refusal {
        Refusal::new(format!("{part}: {}", self.fault), self.tip)
    }
}

/// The names that stand where organisations are meant, each with the place that the question gives.
pub fn named_organisations(kind: &Kind, text: &str, project: &Project) -> Vec<(String, Option<Place>)> {
    let named = |(kind, text): (&Kind, String)| match kind {
        Kind::Organisation { .. } if !text.trim().is_empty() => vec![(text.trim().to_owned(), kind.first_place())],
        Kind::Organisations { place, .. } => {
            organisation_parts(&text, project).into_iter().map(|name| (name, *place)).collect()
        }
        _ => Vec::new(),
    };
    written(kind, text).into_iter().flat_map(named).collect()
}

/// The dates in an answer that count from the day on which it was written.
pub fn relative_dates(kind: &Kind, text: &str) -> Vec<String> {
    let dates = written(kind, text).into_iter().filter(|(kind, _)| matches!(kind, Kind::Date));
    dates.filter(|(_, text)| notation::is_relative_date(text)).map(|(_, text)| text.trim().to_owned()).collect()
}

/// What is written in each field of each thing of a group; of any other kind the whole text.
fn written<'k>(kind: &'k Kind, text: &str) -> Vec<(&'k Kind, String)> {
    let Kind::Group { fields, .. } = kind else { return vec![(kind, text.to_owned())] };
    let records = parts(text, ';').into_iter();
    let fields = records.flat_map(|record| fields.iter().zip(split(&record, '|')));
    fields.flat_map(|(field, text)| written(&field.kind, &text)).collect()
}

/// Names with semicolons between them. Commas do too, when every part is a name of the register.
fn organisation_parts(text: &str, project: &Project) -> Vec<String> {
    let with_commas = parts(text, ',');
    let known = |name: &String| find_organisation(project, name).is_some();
    let is_one = find_organisation(project, text.trim()).is_some();
    if !is_one && with_commas.iter().all(known) { with_commas } else { parts(text, ';') }
}

fn read_organisation(text: &str, project: &Project) -> Result<Value, Refusal> {
    let unknown = || refusal(&Misfit::NotAnOrganisation(text.to_owned()));
    let known = find_organisation(project, text).map(|organisation| Value::text(organisation.id.as_str()));
    known.ok_or_else(|| resembling(text, project).unwrap_or_else(unknown))
}

/// Why a name cannot be taken as it is: the register holds nearly the same.
pub fn resembling(name: &str, project: &Project) -> Option<Refusal> {
    let known = resembling_organisation(project, name)?;
    let fault = format!("'{name}' staat niet in het register, en '{}' wel", known.name);
    let tip = format!(
        "bedoel je '{}'? Zo niet, voeg haar dan eerst toe: regio organisatie nieuw \"{name}\" --ja",
        known.name
    );
    Some(Refusal::new(fault, tip))
}

/// What a misfit is called, and what to do about it.
pub fn refusal(misfit: &Misfit) -> Refusal {
    let number = |decimal: &Decimal| notation::number(*decimal);
    match misfit {
        Misfit::Shape(wanted) => {
            let tip = format!("de vraag vraagt om {}", wanted.title());
            Refusal::new("dit antwoord past niet bij de vraag", tip)
        }
        Misfit::Empty => Refusal::new("er staat niets", "typ een antwoord, of sla de vraag over met '-'"),
        Misfit::TooLong => {
            Refusal::new("de tekst is langer dan 64 KB", "maak de tekst korter, of verwijs naar een document")
        }
        Misfit::NotAnOption { given, options } => {
            let tip = format!("kies uit: {}", options.join("; "));
            Refusal::new(format!("'{given}' staat niet bij de keuzes"), tip)
        }
        Misfit::NotAnOrganisation(given) => {
            let tip = format!("voeg de organisatie eerst toe: regio organisatie nieuw \"{given}\"");
            Refusal::new(format!("'{given}' staat niet in het register"), tip)
        }
        Misfit::NotAField { given, fields } => {
            let tip = format!("de velden zijn: {}", fields.join(", "));
            Refusal::new(format!("'{given}' is geen veld van deze vraag"), tip)
        }
        Misfit::Below(bound) => {
            Refusal::new(format!("dat is minder dan {}", number(bound)), format!("typ {} of meer", number(bound)))
        }
        Misfit::Above(bound) => {
            Refusal::new(format!("dat is meer dan {}", number(bound)), format!("typ {} of minder", number(bound)))
        }
        Misfit::NotWhole => Refusal::new("hier hoort een heel getal", "typ het zonder komma, bijvoorbeeld 12"),
        Misfit::NotInQuarters => Refusal::new("uren gaan per kwartier", "typ bijvoorbeeld 2, 2,25 of 2,5"),
        Misfit::Negative => Refusal::new("dit kan niet minder dan nul zijn", "typ 0 of meer"),
        Misfit::TooMany(most) => {
            Refusal::new(format!("dat zijn er te veel: hooguit {most}"), "kies wat het zwaarst weegt")
        }
        Misfit::NotAlone(option) => Refusal::new(
            format!("'{option}' gaat met geen andere keuze samen"),
            "kies alleen die, of laat die juist weg",
        ),
        Misfit::Twice(given) => Refusal::new(format!("'{given}' staat er twee keer"), "noem alles één keer"),
        Misfit::NoConsent(given) => Refusal::new(
            format!("'{given}' zegt niet wie ja zei"),
            "noem alleen de naam, en de dag apart; zei nog niemand ja, laat de vraag dan open",
        ),
        Misfit::YetToCome => Refusal::new("die dag moet nog komen", "noem de dag waarop iemand ja zei"),
        Misfit::Nameless(field) => Refusal::new(format!("'{field}' is nog leeg"), "vul dat veld eerst in"),
    }
}
