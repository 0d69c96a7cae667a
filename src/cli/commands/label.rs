use clap::Args;

use super::super::failure::{Ended, Failure, Result};
use super::super::person::Person;
use super::super::present;
use super::super::workplace::{OpenProject, Workplace};
use super::organisation;
use crate::cli::arguments::{ChosenLabel, Reference, value};
use crate::domain::{Identifier, Item, Organisation, Question, Scope, Tlp};
use crate::interview::PickItem;
use crate::report::{Labels, readers};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon en bepaal wie iets mag lezen: het TLP-label van het project of van een antwoord")]
pub struct Arguments {
    #[arg(value_name = "LABEL", value_parser = value::label)]
    #[arg(help = "clear, green, amber, amber+strict of red; standaard neemt het label weer weg")]
    pub label: Option<ChosenLabel>,

    #[arg(value_name = "VRAAG", value_parser = Reference::parse, help = "De vraag met het antwoord; zonder: het project")]
    pub question: Option<Reference>,

    #[arg(long = "organisatie", value_name = "ORGANISATIE", value_parser = value::organisation, requires = "question")]
    #[arg(help = "Alleen wat deze organisatie zei")]
    pub organisation: Option<Identifier>,
}

/// `regio label`: who may read what.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match (arguments.label, &arguments.question) {
        (None, _) => {
            let open = workplace.read_project()?;
            let labels = Labels::new(open.catalog, &open.facts(workplace.today));
            present::report(workplace.settings, &labels, Labels::document)
        }
        (Some(ChosenLabel(label)), None) => label_project(workplace, label.unwrap_or_default()),
        (Some(ChosenLabel(label)), Some(question)) => {
            label_answer(workplace, label, question, arguments.organisation.as_ref())
        }
    }
}

fn label_project(workplace: &Workplace, label: Tlp) -> Ended {
    let mut open = workplace.change_project()?;
    open.ledger(workplace).label_project(label)?;
    let (title, readers) = (label.title(), readers(label));
    present::message(&format!("Het project heeft nu {title}: {readers}. Antwoorden met een eigen label houden dat."))
}

fn label_answer(workplace: &Workplace, label: Option<Tlp>, asked: &Reference, named: Option<&Identifier>) -> Ended {
    let mut open = workplace.change_project()?;
    let catalog = open.catalog;
    let id = asked.question(catalog)?;
    let question = catalog.question(&id).expect("a reference is to a question of the catalog");
    let item = item(workplace, &open, question, named)?;
    let is_changed = open.ledger(workplace).label_answer(&item, label)?;
    let owner = item.organisation.as_ref().and_then(|id| open.project.organisation(id.as_str()));
    let answer = open.project.said(&id, item.organisation.as_ref());
    let of = owner.map(|owner| format!(" van {}", owner.name)).unwrap_or_default();
    let became = answer.map(|answer| open.facts(workplace.today).label(Some(question), answer));
    let holds = became.map(|label| format!("{}: {}", label.title(), readers(label))).unwrap_or_default();
    let now = if is_changed { "heeft nu" } else { "had al" };
    let waits = became > label && label.is_some();
    let waits = waits.then(|| "Zolang er geen toestemming is, blijft het binnen de kopgroep.".to_owned());
    let wider = label.zip(question.tlp).filter(|(label, own)| label < own).map(|(_, own)| {
        format!("Let op: de vraag zelf vraagt om {}. Nu mogen meer mensen dit antwoord lezen.", own.title())
    });
    let told = format!("'{}'{of} {now} {holds}.", question.label);
    present::messages([Some(told), waits, wider])
}

/// What was said by all together, or by one: who is named, or whom a person chooses.
fn item(workplace: &Workplace, open: &OpenProject, question: &Question, named: Option<&Identifier>) -> Result<Item> {
    if let Some(named) = named {
        return Ok(Item::of(&question.id, &organisation::find(&open.project, named.as_str())?.id));
    }
    if question.scope == Scope::Together {
        return Ok(Item::together(&question.id));
    }
    let said = |one: &&Organisation| open.project.said_by(&question.id, &one.id).is_some();
    let speakers: Vec<&Organisation> = open.project.organisations.iter().filter(said).collect();
    let missing = || {
        Failure::wrong_use("elke organisatie heeft hier een eigen antwoord")
            .tip("zeg van wie: --organisatie ORGANISATIE")
    };
    let mut person = Person::instead_of(workplace.settings, missing)?;
    let items = speakers.iter().map(|one| PickItem::with_detail(&one.name, one.place.title())).collect();
    Ok(Item::of(&question.id, &speakers[person.choose("Van welke organisatie?", items, "geen")?].id))
}
