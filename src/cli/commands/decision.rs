use clap::{Args, Subcommand};

use super::super::failure::{Ended, Failure, Result};
use super::super::person::{FormLine, Person};
use super::super::workplace::Workplace;
use super::super::{dates, files, person, present};
use crate::cli::arguments::value;
use crate::domain::Project;
use crate::ledger::NewDecision;
use crate::notation;
use crate::report::Decisions;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Leg besluiten vast en zoek ze terug")]
pub enum Arguments {
    #[command(name = "nieuw", about = "Leg een besluit vast")]
    New(DecisionNew),

    #[command(name = "lijst", about = "Toon de besluiten")]
    List {
        #[arg(long = "alles", help = "Ook besluiten die zijn vervangen")]
        all: bool,
    },
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionNew {
    #[arg(value_name = "TEKST", value_parser = value::text, help = "Wat er is besloten")]
    pub text: Option<String>,

    #[arg(long = "waarom", value_name = "TEKST", value_parser = value::text, help = "De reden")]
    pub why: Option<String>,

    #[arg(long = "genomen-door", value_name = "NAAM", value_parser = value::text, help = "Wie het besluit nam")]
    pub taken_by: Option<String>,

    #[arg(long = "vervangt", value_name = "ID", value_parser = value::text)]
    #[arg(help = "Het oudere besluit waar dit voor in de plaats komt; het begin van de id is genoeg")]
    pub replaces: Option<String>,

    #[arg(long = "op", value_name = "DATUM", help = "De dag van het besluit; anders vandaag")]
    pub date: Option<String>,
}

/// `regio besluit`: what was decided, when and by whom.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match arguments {
        Arguments::List { all } => {
            let open = workplace.read_project()?;
            let mut decisions = Decisions::new(&open.project, workplace.today);
            if !all {
                decisions.decisions.retain(|report| report.holds_on(workplace.today));
            }
            present::table(workplace.settings, &decisions, Decisions::document, Decisions::sheet)
        }
        Arguments::New(new) => add(workplace, new),
    }
}

/// A decision, where it is typed.
pub const FORM: [FormLine; 2] = [
    FormLine { asked: ("Wat is er besloten?", "Besluit"), on_empty: "laat maar", day_from: None },
    FormLine { asked: ("Waarom?", "Reden"), on_empty: "overslaan", day_from: None },
];

fn add(workplace: &Workplace, new: &DecisionNew) -> Ended {
    let DecisionNew { text, why, taken_by: by, replaces, date } = new.clone();
    let date = dates::or_today(date.as_deref(), workplace.today)?;
    let (text, why) = match text {
        Some(text) => (text, why),
        None => {
            let mut person = Person::instead_of(workplace.settings, || person::missing("wat er is besloten"))?;
            let [text, why] = person.form(&FORM)?.ok_or_else(person::left)?.lines;
            (text.unwrap_or_default(), why)
        }
    };
    let mut open = workplace.change_project()?;
    let replaces = replaces.map(|typed| meant(&open.project, &typed)).transpose()?;
    let decision = NewDecision { text, date, by, why, replaces: replaces.clone(), drawn: files::random_number()? };
    let id = open.ledger(workplace).decide(decision)?;
    let instead = replaces.map(|old| match date > workplace.today {
        true => format!(" Vanaf {} vervangt het besluit {old}.", notation::date(date)),
        false => format!(" Het vervangt besluit {old}."),
    });
    let instead = instead.unwrap_or_default();
    let noted = format!("Besluit {id} is vastgelegd.{instead} Bekijk ze alle met: regio besluit");
    present::messages([Some(noted), dates::to_come(date, workplace.today)])
}

/// The id of the decision that is meant, by its beginning; what fits none stays as it was typed, to be refused.
fn meant(project: &Project, typed: &str) -> Result<String> {
    let typed = typed.trim().to_lowercase();
    let ids = project.decisions.iter().map(|decision| decision.id.as_str());
    let begin: Vec<&str> = ids.filter(|id| id.to_lowercase().starts_with(&typed)).collect();
    match begin.as_slice() {
        [one] => Ok((*one).to_owned()),
        several if several.is_empty() || several.contains(&typed.as_str()) => Ok(typed),
        several => Err(Failure::new(format!("'{typed}' kan meer dan één besluit zijn"))
            .tip(format!("kies uit: {}", several.join(", ")))),
    }
}
