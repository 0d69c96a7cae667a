use clap::{Args, Subcommand};

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, files, present};
use super::checklist::Arguments as ChecklistArguments;
use crate::advice::{Step, StepId, steps};
use crate::cli::arguments::{Reference, Settings, value};
use crate::domain::Phase;
use crate::ledger::{LedgerError, Mark, MarkedStep, NewStep};
use crate::notation;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Werk de stappen bij: afvinken, wie, voor wanneer")]
pub enum Arguments {
    #[command(name = "klaar", about = "Vink stappen af")]
    Done(StepMark),

    #[command(name = "heropen", about = "Zet stappen weer open")]
    Reopen {
        #[arg(value_name = "ID", required = true, value_parser = Reference::parse, help = "De stap of stappen")]
        steps: Vec<Reference>,
    },

    #[command(name = "vervalt", about = "Laat stappen vervallen")]
    Drop(StepMark),

    #[command(name = "wie", about = "Spreek af wie een stap zet")]
    Owner {
        #[arg(value_name = "ID", value_parser = Reference::parse, help = "De stap")]
        step: Reference,

        /// Nothing takes the earlier name away.
        #[arg(value_name = "NAAM", value_parser = value::text, required_unless_present = "erase")]
        #[arg(help = "Wie de stap zet: een mens of een organisatie")]
        owner: Option<String>,

        #[arg(long = "wis", conflicts_with = "owner", help = "Haal de naam weg")]
        erase: bool,
    },

    #[command(name = "voor", about = "Spreek af voor wanneer een stap klaar moet zijn")]
    Due {
        #[arg(value_name = "ID", value_parser = Reference::parse, help = "De stap")]
        step: Reference,

        /// Nothing takes the earlier date away.
        #[arg(value_name = "DATUM", required_unless_present = "erase")]
        #[arg(help = "De dag, zoals 31-1-2027, morgen of \"over 3 weken\"")]
        date: Option<String>,

        #[arg(long = "wis", conflicts_with = "date", help = "Haal de dag weg; dan geldt de dag die regio uitrekent")]
        erase: bool,
    },

    #[command(name = "nieuw", about = "Voeg een eigen stap toe")]
    New(StepNew),

    #[command(name = "lijst", about = "Toon de stappen met hun id")]
    List {
        #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
        #[arg(help = "Alleen de stappen van deze fase")]
        phase: Option<Phase>,

        #[arg(long = "alles", help = "Ook wat klaar, vervallen of nog niet aan de beurt is")]
        all: bool,
    },
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

/// `regio stap`: what a person says about a step.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    match arguments {
        Arguments::List { phase, all } => {
            let choice = ChecklistArguments { phase: *phase, all: *all, owner: None };
            super::checklist::run(settings, &choice)
        }
        Arguments::Done(mark) => {
            let (on, note) = (dates::or_today(mark.date.as_deref(), workplace.today)?, mark.note.clone());
            change(&workplace, &mark.steps, "klaar", &Mark::Done { on, note })
        }
        Arguments::Drop(mark) => {
            let (on, note) = (dates::or_today(mark.date.as_deref(), workplace.today)?, mark.note.clone());
            change(&workplace, &mark.steps, "vervallen", &Mark::Dropped { on, note })
        }
        Arguments::Reopen { steps } => change(&workplace, steps, "weer open", &Mark::Reopened),
        Arguments::Owner { step, owner, .. } => {
            let words = owner.as_ref().map_or_else(|| "niemand aangewezen".to_owned(), |name| format!("{name} doet"));
            change(&workplace, std::slice::from_ref(step), &words, &Mark::Owner(owner.clone()))
        }
        Arguments::Due { step, date, .. } => {
            let date = dates::optional(date.as_deref(), workplace.today)?;
            let words = date
                .map_or_else(|| "geen eigen datum meer".to_owned(), |date| format!("voor {}", notation::date(date)));
            let exit = change(&workplace, std::slice::from_ref(step), &words, &Mark::Due(date))?;
            match date.filter(|date| *date < workplace.today) {
                Some(date) => present::message(&notation::has_been(date)),
                None => Ok(exit),
            }
        }
        Arguments::New(new) => add(&workplace, new),
    }
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

fn find<'s>(steps: &'s [Step], reference: &'s Reference) -> Result<&'s Step, Failure> {
    let is_whole = |id: &StepId| matches!(reference, Reference::Local(wanted) if wanted == id.local());
    let is_known = steps.iter().any(|step| is_whole(&step.id));
    let has_id = |step: &Step| match (reference, &step.id) {
        (Reference::Full(wanted), StepId::Advised(id)) => wanted == id,
        // The code behind the title of an own step need not be typed.
        (Reference::Local(wanted), StepId::Own(id)) if !is_known => {
            let title = id.as_str().rfind('-').unwrap_or_default();
            wanted.as_str().len() >= title && id.as_str().starts_with(wanted.as_str())
        }
        (Reference::Local(_), id) => is_whole(id),
        (Reference::Full(_), StepId::Own(_)) | (Reference::Words(_), _) => false,
    };
    let found = reference.meant(steps, has_id, |step| &step.title);
    let known = || steps.iter().map(|step| step.id.local().to_string()).collect();
    let see = "bekijk de stappen met hun id: regio stap lijst --alles";
    reference.only("stap", &found, |step| format!("{} ({})", step.title, step.id), known, see)
}

fn add(workplace: &Workplace, new: &StepNew) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let due = dates::optional(new.due.as_deref(), workplace.today)?;
    let (title, phase, owner) = (new.title.clone(), new.phase, new.owner.clone());
    let id = open.ledger(workplace).add_step(NewStep { title, phase, owner, due, drawn: files::random_number()? })?;
    present::message(&format!("De stap staat op de checklist (id: {id})."))
}
