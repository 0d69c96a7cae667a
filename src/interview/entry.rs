use chrono::NaiveDate;

use super::session::find_organisation;
use crate::domain::Choice;
use crate::domain::Decimal;
use crate::domain::Kind;
use crate::domain::Misfit;
use crate::domain::Project;
use crate::domain::Value;
use crate::notation;

/// Why a typed answer cannot be taken, in Dutch: what is wrong and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub fault: String,
    pub tip: String,
}

impl From<notation::ReadingError> for Refusal {
    fn from(error: notation::ReadingError) -> Refusal {
        Refusal { fault: error.message(), tip: error.tip() }
    }
}

/// Reads an answer as a person types it: `12.500,50`, `volgende week dinsdag`, `ja`, an option's words, a name.
/// Several items stand with a semicolon between them. The value has passed the check of its question.
pub fn read(kind: &Kind, text: &str, today: NaiveDate, project: &Project) -> Result<Value, Refusal> {
    let value = read_unchecked(kind, text.trim(), today, project)?;
    check(kind, &value, project)?;
    Ok(value)
}

/// The one door that every answer goes through, however it came.
pub fn check(kind: &Kind, value: &Value, project: &Project) -> Result<(), Refusal> {
    kind.check(value, &|id| project.organisation(id).is_some()).map_err(|misfit| refusal(&misfit))
}

fn read_unchecked(kind: &Kind, text: &str, today: NaiveDate, project: &Project) -> Result<Value, Refusal> {
    match kind {
        Kind::Text | Kind::LongText => Ok(Value::text(text)),
        Kind::YesNo => notation::read_yes_no(text).map(Value::Flag).map_err(Refusal::from),
        Kind::Choice { options, other } => read_option(options, *other, text),
        Kind::Choices { options, other, .. } => {
            let chosen = items_with_commas(text, options);
            chosen.into_iter().map(|item| read_option(options, *other, item)).collect::<Result<_, _>>().map(Value::List)
        }
        Kind::Scale { levels } => read_level(levels, text),
        Kind::Number { .. } => notation::read_number(text).map(Value::integer).map_err(Refusal::from),
        Kind::Hours { .. } => notation::read_hours(text).map(Value::Number).map_err(Refusal::from),
        Kind::Amount { .. } => notation::read_amount(text).map(Value::Number).map_err(Refusal::from),
        Kind::Date => notation::read_date(text, today).map(Value::Date).map_err(Refusal::from),
        Kind::List { .. } => Ok(Value::List(items(text).map(Value::text).collect())),
        Kind::Organisation { .. } => read_organisation(text, project),
        Kind::Organisations { .. } => {
            items(text).map(|item| read_organisation(item, project)).collect::<Result<_, _>>().map(Value::List)
        }
        Kind::Group { .. } => Err(Refusal {
            fault: "deze vraag heeft meer velden en past niet in één regel".to_owned(),
            tip: "zet het antwoord in een antwoordenbestand, of beantwoord de vraag met 'regio fase'".to_owned(),
        }),
    }
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|item| !item.is_empty())
}

/// Options may stand between commas too, when every part is one: no answer of one's own is torn apart.
fn items_with_commas<'t>(text: &'t str, options: &[Choice]) -> Vec<&'t str> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let all_known = parts.iter().all(|part| read_option(options, false, part).is_ok());
    if all_known && !text.contains(';') { parts } else { items(text).collect() }
}

/// An option by its number, its id or its words.
fn read_option(options: &[Choice], other: bool, text: &str) -> Result<Value, Refusal> {
    let by_number = text.parse::<usize>().ok().and_then(|number| options.get(number.checked_sub(1)?));
    let by_words = || {
        options.iter().find(|option| option.id.as_str() == text || option.label.to_lowercase() == text.to_lowercase())
    };
    match by_number.or_else(by_words) {
        Some(option) => Ok(Value::text(option.id.as_str())),
        None if other && !text.is_empty() => Ok(Value::text(text)),
        None => {
            let options = options.iter().map(|option| option.id.to_string()).collect();
            Err(refusal(&Misfit::NotAnOption { given: text.to_owned(), options }))
        }
    }
}

fn read_level(levels: &[String], text: &str) -> Result<Value, Refusal> {
    let by_words = levels.iter().position(|level| level.to_lowercase() == text.to_lowercase());
    let number = by_words.map(|index| index + 1).or_else(|| text.parse::<usize>().ok());
    match number.and_then(|number| i64::try_from(number).ok()) {
        Some(number) => Ok(Value::integer(number)),
        None => Err(Refusal {
            fault: format!("'{text}' is geen trede"),
            tip: format!("typ een getal van 1 tot en met {}", levels.len()),
        }),
    }
}

fn read_organisation(text: &str, project: &Project) -> Result<Value, Refusal> {
    match find_organisation(project, text) {
        Some(organisation) => Ok(Value::text(organisation.id.as_str())),
        None => Err(refusal(&Misfit::NotAnOrganisation { given: text.to_owned() })),
    }
}

/// What a misfit is called, and what to do about it.
pub fn refusal(misfit: &Misfit) -> Refusal {
    let number = |decimal: &Decimal| notation::number(*decimal);
    let (fault, tip) = match misfit {
        Misfit::Shape { wanted } => {
            ("dit antwoord past niet bij de vraag".to_owned(), format!("de vraag vraagt om {}", notation::kind(wanted)))
        }
        Misfit::Empty => ("er staat niets".to_owned(), "typ een antwoord, of sla de vraag over met '-'".to_owned()),
        Misfit::TooLong => {
            ("de tekst is langer dan 64 KB".to_owned(), "maak de tekst korter, of verwijs naar een document".to_owned())
        }
        Misfit::NotAnOption { given, options } => {
            (format!("'{given}' staat niet bij de keuzes"), format!("kies uit: {}", options.join(", ")))
        }
        Misfit::NotAnOrganisation { given } => (
            format!("'{given}' staat niet in het register"),
            format!("voeg de organisatie eerst toe: regio organisatie nieuw \"{given}\""),
        ),
        Misfit::NotAField { given, fields } => {
            (format!("'{given}' is geen veld van deze vraag"), format!("de velden zijn: {}", fields.join(", ")))
        }
        Misfit::Below { least } => {
            (format!("dat is minder dan {}", number(least)), format!("typ {} of meer", number(least)))
        }
        Misfit::Above { most } => {
            (format!("dat is meer dan {}", number(most)), format!("typ {} of minder", number(most)))
        }
        Misfit::NotWhole => {
            ("hier hoort een heel getal".to_owned(), "typ het zonder komma, bijvoorbeeld 12".to_owned())
        }
        Misfit::NotInQuarters => ("uren gaan per kwartier".to_owned(), "typ bijvoorbeeld 2, 2,25 of 2,5".to_owned()),
        Misfit::Negative => ("dit kan niet minder dan nul zijn".to_owned(), "typ 0 of meer".to_owned()),
        Misfit::TooMany { most } => {
            (format!("dat zijn er te veel: hooguit {most}"), "kies wat het zwaarst weegt".to_owned())
        }
        Misfit::Twice { given } => (format!("'{given}' staat er twee keer"), "noem alles één keer".to_owned()),
        Misfit::Nameless { field } => (format!("'{field}' is nog leeg"), "vul dat veld eerst in".to_owned()),
    };
    Refusal { fault, tip }
}
