use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use super::checklist::Arguments as ChecklistArguments;
use crate::advice::{Step, StepId, steps};
use crate::cli::arguments::{Reference, Settings, value};
use crate::domain::Phase;
use crate::ledger::{LedgerError, Mark, MarkedStep, NewStep};
use crate::notation;
use crate::source::nearest;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Werk de stappen bij: afvinken, wie, voor wanneer")]
#[command(before_help = "Zonder opdracht erachter: de lijst van stappen.")]
#[command(after_help = "Voorbeelden:
  regio stap klaar datum-prikken
  regio stap wie zaal-huren \"Fatima\"")]
pub enum Arguments {
    #[command(name = "klaar", about = "Vink stappen af")]
    #[command(before_help = "Handig als een stap gedaan is en regio dat niet zelf kan zien.")]
    #[command(after_help = "Voorbeelden:
  regio stap klaar datum-prikken
  regio stap klaar datum-prikken --op gisteren")]
    Done(StepMark),

    #[command(name = "heropen", about = "Zet stappen weer open")]
    #[command(before_help = "Handig als een stap toch niet klaar is, of toch niet vervalt.")]
    #[command(after_help = "Voorbeeld:
  regio stap heropen datum-prikken")]
    Reopen(StepReopen),

    #[command(name = "vervalt", about = "Laat stappen vervallen")]
    #[command(before_help = "Handig als jullie een stap bewust niet zetten. Hij blijft te zien met --alles.")]
    #[command(after_help = "Voorbeeld:
  regio stap vervalt zaal-huren --notitie \"We doen het online\"")]
    Drop(StepMark),

    #[command(name = "wie", about = "Spreek af wie een stap zet")]
    #[command(after_help = "Voorbeelden:
  regio stap wie zaal-huren \"Fatima\"
  regio stap wie zaal-huren --wis")]
    Owner(StepOwner),

    #[command(name = "voor", about = "Spreek af voor wanneer een stap klaar moet zijn")]
    #[command(after_help = "Voorbeelden:
  regio stap voor zaal-huren 31-1-2027
  regio stap voor zaal-huren \"over 3 weken\"")]
    Due(StepDue),

    #[command(name = "nieuw", about = "Voeg een eigen stap toe")]
    #[command(before_help = "Handig voor wat niet uit de antwoorden volgt maar wel moet gebeuren.")]
    #[command(after_help = "Voorbeeld:
  regio stap nieuw \"Bel de wethouder\" --wie Fatima --voor vrijdag")]
    New(StepNew),

    #[command(name = "lijst", about = "Toon de stappen met hun id")]
    #[command(after_help = "Voorbeelden:
  regio stap lijst
  regio stap lijst verkennen --alles")]
    List(StepList),
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepMark {
    #[arg(value_name = "ID", required = true, value_parser = Reference::parse, help = "De stap of stappen")]
    pub steps: Vec<Reference>,

    #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
    pub date: Option<String>,

    #[arg(long = "notitie", value_name = "TEKST", value_parser = value::text, help = "Een opmerking erbij")]
    pub note: Option<String>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepReopen {
    #[arg(value_name = "ID", required = true, value_parser = Reference::parse, help = "De stap of stappen")]
    pub steps: Vec<Reference>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepOwner {
    #[arg(value_name = "ID", value_parser = Reference::parse, help = "De stap")]
    pub step: Reference,

    /// Nothing takes the earlier name away.
    #[arg(value_name = "NAAM", value_parser = value::text, required_unless_present = "erase")]
    #[arg(help = "Wie de stap zet: een mens of een organisatie")]
    pub owner: Option<String>,

    #[arg(long = "wis", conflicts_with = "owner", help = "Haal de naam weg")]
    erase: bool,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepDue {
    #[arg(value_name = "ID", value_parser = Reference::parse, help = "De stap")]
    pub step: Reference,

    /// Nothing takes the earlier date away.
    #[arg(value_name = "DATUM", required_unless_present = "erase")]
    #[arg(help = "De dag, zoals 31-1-2027, morgen of \"over 3 weken\"")]
    pub date: Option<String>,

    #[arg(long = "wis", conflicts_with = "date", help = "Haal de dag weg; dan geldt de dag die regio uitrekent")]
    erase: bool,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepNew {
    #[arg(value_name = "TITEL", value_parser = value::text, help = "Wat er moet gebeuren, werkwoord voorop")]
    pub title: String,

    #[arg(long = "wie", value_name = "NAAM", value_parser = value::text, help = "Wie de stap zet")]
    pub owner: Option<String>,

    #[arg(long = "voor", value_name = "DATUM", help = "Voor wanneer")]
    pub due: Option<String>,

    #[arg(long = "fase", value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase waar de stap bij hoort")]
    pub phase: Option<Phase>,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct StepList {
    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "Alleen de stappen van deze fase")]
    pub phase: Option<Phase>,

    #[arg(long = "alles", help = "Ook wat klaar, vervallen of nog niet aan de beurt is")]
    pub all: bool,
}

/// `regio stap`: what a person says about a step.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    match arguments {
        Arguments::List(list) => {
            let choice = ChecklistArguments { phase: list.phase, all: list.all, organisation: None };
            super::checklist::run(settings, &choice)
        }
        Arguments::Done(mark) => {
            let (on, note) = (mark_date(&workplace, mark)?, mark.note.clone());
            change(&workplace, &mark.steps, "klaar", &Mark::Done { on, note })
        }
        Arguments::Drop(mark) => {
            let (on, note) = (mark_date(&workplace, mark)?, mark.note.clone());
            change(&workplace, &mark.steps, "vervallen", &Mark::Dropped { on, note })
        }
        Arguments::Reopen(reopen) => change(&workplace, &reopen.steps, "weer open", &Mark::Reopened),
        Arguments::Owner(owner) => {
            let steps = std::slice::from_ref(&owner.step);
            let words =
                owner.owner.as_ref().map_or_else(|| "niemand aangewezen".to_owned(), |name| format!("{name} doet"));
            change(&workplace, steps, &words, &Mark::Owner(owner.owner.clone()))
        }
        Arguments::Due(due) => {
            let date = dates::optional(due.date.as_deref(), workplace.today)?;
            let words = date
                .map_or_else(|| "geen eigen datum meer".to_owned(), |date| format!("voor {}", notation::date(date)));
            change(&workplace, std::slice::from_ref(&due.step), &words, &Mark::Due(date))
        }
        Arguments::New(new) => add(&workplace, new),
    }
}

fn mark_date(workplace: &Workplace, mark: &StepMark) -> Result<NaiveDate, Failure> {
    Ok(dates::optional(mark.date.as_deref(), workplace.today)?.unwrap_or(workplace.today))
}

/// Changes the record of every named step, all or none, and says what became of each.
fn change(workplace: &Workplace, references: &[Reference], became: &str, mark: &Mark) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let all = steps(open.catalog, Phase::ALL, &open.facts(workplace.today));
    let found: Vec<&Step> = references.iter().map(|reference| find(&all, reference)).collect::<Result<_, _>>()?;
    open.ledger(workplace).together(|ledger| {
        found.iter().try_for_each(|step| {
            ledger.mark(&marked(&step.id), mark.clone(), step.state.title(), became)?;
            Ok::<_, LedgerError>(())
        })
    })?;
    let lines: Vec<String> =
        found.iter().map(|step| format!("{}: {}", notation::capital(became), step.title)).collect();
    present::message(&lines.join("\n"))
}

fn marked(id: &StepId) -> MarkedStep {
    match id {
        StepId::Advised(id) => MarkedStep::Advised(id.clone()),
        StepId::Own(id) => MarkedStep::Own(id.clone()),
    }
}

fn find<'s>(steps: &'s [Step], reference: &Reference) -> Result<&'s Step, Failure> {
    let matches = |step: &&Step| match (reference, &step.id) {
        (Reference::Full(wanted), StepId::Advised(id)) => wanted == id,
        (Reference::Local(wanted), id) => wanted == id.local(),
        (Reference::Full(_), StepId::Own(_)) => false,
    };
    let found: Vec<&Step> = steps.iter().filter(matches).collect();
    match found.as_slice() {
        [step] => Ok(step),
        [] => {
            let known: Vec<&str> = steps.iter().map(|step| step.id.local().as_str()).collect();
            let failure = Failure::new(format!("er is geen stap '{reference}'"));
            Err(match nearest(&reference.to_string(), known) {
                Some(near) => failure.tip(format!("bedoel je '{near}'?")),
                None => failure.tip("bekijk de stappen met hun id: regio stap lijst --alles"),
            })
        }
        several => {
            let names: Vec<String> = several.iter().map(|step| step.id.to_string()).collect();
            Err(Failure::new(format!("'{reference}' kan meer dan één stap zijn"))
                .tip(format!("kies uit: {}", names.join(", "))))
        }
    }
}

fn add(workplace: &Workplace, new: &StepNew) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let due = dates::optional(new.due.as_deref(), workplace.today)?;
    let (title, phase, owner) = (new.title.clone(), new.phase, new.owner.clone());
    let id = open.ledger(workplace).add_step(NewStep { title, phase, owner, due })?;
    present::message(&format!("De stap staat op de checklist (id: {id})."))
}
