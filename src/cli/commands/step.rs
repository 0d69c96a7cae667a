use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::super::failure::{Ended, Result};
use super::super::person::Person;
use super::super::workplace::Workplace;
use super::super::{dates, files, person, present};
use super::done::Arguments as DoneArguments;
use super::handover::doer;
use super::{handover, left_lying, reopened};
use crate::advice::{Step, StepState, steps};
use crate::cli::arguments::{Reference, value};
use crate::domain::{Phase, StepId};
use crate::interview::PickItem;
use crate::ledger::{Ledger, Mark, NewStep};
use crate::notation;
use crate::report::begun;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Spreek af wie een stap zet en voor wanneer, of zet er een bij")]
pub enum Arguments {
    #[command(name = "nieuw", about = "Voeg een eigen stap toe")]
    New(StepNew),

    #[command(name = "wie", about = "Spreek af wie een stap zet")]
    Owner {
        #[arg(value_name = "STAP", value_parser = Reference::parse, help = "De stap: een code of een woord")]
        step: Option<Reference>,

        /// Nothing takes the earlier name away, when that is asked.
        #[arg(value_name = "NAAM", value_parser = value::text, help = "Wie de stap zet: een mens of een organisatie")]
        owner: Option<String>,

        #[arg(long = "wis", conflicts_with = "owner", help = "Haal de naam weg")]
        erase: bool,
    },

    #[command(name = "voor", about = "Spreek de dag af waarop een stap klaar moet zijn")]
    Due {
        #[arg(value_name = "STAP", value_parser = Reference::parse, help = "De stap: een code of een woord")]
        step: Option<Reference>,

        /// Nothing takes the earlier date away, when that is asked.
        #[arg(value_name = "DATUM", help = "De dag, zoals 31-1-2027, morgen of \"over 3 weken\"")]
        date: Option<String>,

        #[arg(long = "wis", conflicts_with = "date", help = "Haal de dag weg; dan geldt de dag die regio uitrekent")]
        erase: bool,
    },

    #[command(name = "overdragen", about = "Geef alles wat op iemands naam open staat, aan een ander")]
    HandOver {
        #[arg(value_name = "VAN", value_parser = value::text, help = "Wie het weggeeft: een mens of een organisatie")]
        from: Option<String>,

        #[arg(value_name = "AAN", value_parser = value::text, help = "Wie het overneemt")]
        to: Option<String>,
    },

    #[command(name = "nalopen", about = "Loop na wat is blijven liggen: klaar, een nieuwe dag, of laten vervallen")]
    Review,

    #[command(name = "vervalt", about = "Laat stappen vervallen")]
    Drop(DoneArguments),

    #[command(name = "heropen", about = "Zet stappen weer open")]
    Reopen {
        #[arg(value_name = "STAP", value_parser = Reference::parse, help = "De stap of stappen: een code of een woord")]
        steps: Vec<Reference>,
    },
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepNew {
    #[arg(value_name = "TITEL", value_parser = value::text, help = "Wat er moet gebeuren, werkwoord voorop")]
    pub title: Option<String>,

    #[arg(long = "wie", value_name = "NAAM", value_parser = value::text, help = "Wie de stap zet")]
    pub owner: Option<String>,

    #[arg(long = "voor", value_name = "DATUM")]
    #[arg(help = "De dag waarop de stap klaar moet zijn; voor wie zeg je met --wie")]
    pub due: Option<String>,

    #[arg(long = "fase", value_name = "FASE", value_parser = value::word_of(Phase::WORDS, Phase::parse), ignore_case = true)]
    #[arg(help = "De fase waar de stap bij hoort")]
    pub phase: Option<Phase>,
}

/// `regio stap`: what a person says about a step.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let is_open = |state| state == StepState::Open;
    match arguments {
        Arguments::Drop(DoneArguments { steps, date, note }) => {
            let on = dates::or_today(date.as_deref(), workplace.today)?;
            let steps = chosen(workplace, steps, ("Welke stappen vervallen?", Count::Any), is_open)?;
            change(workplace, &steps, "vervallen", &Mark::Dropped { on, note: note.clone() })
        }
        Arguments::Reopen { steps } => {
            let steps = chosen(workplace, steps, ("Welke stappen gaan weer open?", Count::Any), StepState::is_settled)?;
            reopened::run(workplace, &steps)
        }
        Arguments::Owner { step, owner, erase } => {
            let steps = chosen(workplace, step.as_slice(), ("Om welke stap gaat het?", Count::One), is_open)?;
            let asked = ("Wie zet deze stap?", "Naam");
            let owner =
                (!erase).then(|| person::said(workplace.settings, owner.as_ref(), "de naam", asked)).transpose()?;
            let words = owner.as_ref().map_or_else(|| "niemand aangewezen".to_owned(), |name| format!("{name} doet"));
            change(workplace, &steps, &words, &Mark::Owner(owner))
        }
        Arguments::Due { step, date, erase } => {
            let steps = chosen(workplace, step.as_slice(), ("Om welke stap gaat het?", Count::One), is_open)?;
            let date = match date {
                None if !erase => {
                    let missing = || person::missing("de dag").tip("haal weg wat er stond met --wis");
                    let mut person = Person::instead_of(workplace.settings, missing)?;
                    let asked = ("Voor wanneer moet het klaar zijn?", "Dag");
                    Some(person.day_or_none(asked, "laat maar", workplace.today)?.ok_or_else(person::left)?)
                }
                date => dates::optional(date.as_deref(), workplace.today)?,
            };
            let words = date
                .map_or_else(|| "geen eigen datum meer".to_owned(), |date| format!("voor {}", notation::date(date)));
            change(workplace, &steps, &words, &Mark::Due(date))?;
            tell_of_past(date, workplace.today)
        }
        Arguments::HandOver { from, to } => {
            let asked = ("Wie geeft haar stappen weg?", "Naam");
            let from = person::said(workplace.settings, from.as_ref(), "wie het weggeeft", asked)?;
            let to =
                person::said(workplace.settings, to.as_ref(), "wie het overneemt", ("Wie neemt ze over?", "Naam"))?;
            handover::run(workplace, &from, &to)
        }
        Arguments::Review => left_lying::run(workplace),
        Arguments::New(new) => add(workplace, new),
    }
}

/// How many steps a person may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    One,
    Any,
}

/// The steps that are meant, or else those that a person chooses from the ones that `may` be meant.
pub fn chosen(
    workplace: &Workplace,
    references: &[Reference],
    (ask, count): (&str, Count),
    may: impl Fn(StepState) -> bool,
) -> Result<Vec<Step>> {
    let open = workplace.read_project()?;
    let mut all = steps(open.catalog, Phase::ALL, &open.facts(workplace.today));
    let begun = begun(&open.project);
    let is_begun = |step: &Step| step.phase.is_none_or(|phase| begun.contains(&phase));
    if !references.is_empty() {
        // Words mean a step of a phase that was begun; a code or an id means any step.
        let listed: Vec<Step> = all.iter().filter(|step| is_begun(step)).cloned().collect();
        return references.iter().map(|reference| find((&all, &listed), reference)).collect();
    }
    let mut person = Person::instead_of(workplace.settings, || {
        person::missing("welke stap")
            .tip("noem de code die op de checklist staat, of een woord uit de stap; bekijk ze met: regio checklist")
    })?;
    all.retain(|step| may(step.state) && is_begun(step));
    if all.is_empty() {
        present::message("Er is geen stap waarvoor dat kan.")?;
        return Err(person::left());
    }
    let items = all.iter().map(|step| {
        let due = step.due_words.as_ref().map(|due| format!(", {due}")).unwrap_or_default();
        PickItem::with_detail(&step.title, format!("{}{due}", step.owner))
    });
    let places = match count {
        Count::One => vec![person.choose(ask, items.collect(), "geen")?],
        Count::Any => person.choose_several(ask, items.collect())?,
    };
    Ok(places.into_iter().map(|place| all[place].clone()).collect())
}

/// Changes the record of every step, all or none, and says what became of each.
pub fn change(workplace: &Workplace, steps: &[Step], became: &str, mark: &Mark) -> Ended {
    let mut open = workplace.change_project()?;
    let mark_one = |ledger: &mut Ledger, step: &Step| {
        let was = if matches!(mark, Mark::Owner(_)) { doer(step) } else { step.state.title().to_owned() };
        ledger.mark(&step.id, mark.clone(), &was, became)
    };
    open.ledger(workplace).together(|ledger| steps.iter().try_for_each(|step| mark_one(ledger, step)))?;
    present::messages(steps.iter().map(|step| format!("{}: {}", notation::capital(became), step.title)))
}

/// By id or the code on paper among all steps, or by words of the title among those that are listed.
fn find((steps, listed): (&[Step], &[Step]), reference: &Reference) -> Result<Step> {
    let code = reference.to_string().to_uppercase();
    let is_whole = |id: &StepId| matches!(reference, Reference::Local(wanted) if wanted == id.local());
    let is_known = steps.iter().any(|step| is_whole(&step.id));
    let is_named = |step: &Step| match (reference, &step.id) {
        (_, id) if id.code() == code => true,
        (Reference::Full(wanted), StepId::Advised(id)) => wanted == id,
        // The code behind the title of an own step need not be typed.
        (Reference::Local(wanted), StepId::Own(id)) if !is_known => {
            let title = id.as_str().rfind('-').unwrap_or_default();
            wanted.as_str().len() >= title && id.as_str().starts_with(wanted.as_str())
        }
        (Reference::Local(_), id) => is_whole(id),
        (Reference::Full(_), StepId::Own(_)) | (Reference::Words(_), _) => false,
    };
    let among = if steps.iter().any(is_named) { steps } else { listed };
    let found = reference.meant(among, is_named, |step| &step.title);
    let known = || steps.iter().map(|step| step.id.local().to_string()).collect();
    let see = "bekijk de stappen met hun code: regio checklist --alles";
    reference.only("stap", &found, |step| format!("{} ({})", step.title, step.id.code()), known, see).cloned()
}

/// A day that has been is kept as it was said, and told.
pub fn tell_of_past(date: Option<NaiveDate>, today: NaiveDate) -> Ended {
    present::messages(date.filter(|date| *date < today).map(notation::has_been))
}

fn add(workplace: &Workplace, new: &StepNew) -> Ended {
    let StepNew { title, owner, due, phase } = new.clone();
    let due = dates::optional(due.as_deref(), workplace.today)?;
    let asked = ("Wat moet er gebeuren?", "Stap");
    let title = person::said(workplace.settings, title.as_ref(), "wat er moet gebeuren", asked)?;
    let mut open = workplace.change_project()?;
    let is_owned = owner.is_some();
    let id = open.ledger(workplace).add_step(NewStep { title, phase, owner, due, drawn: files::random_number()? })?;
    let code = StepId::Own(id).code();
    let who = if is_owned { String::new() } else { format!(" Spreek af wie hem zet: regio stap wie {code} NAAM") };
    present::message(&format!("De stap staat op de checklist, met code {code}.{who}"))?;
    tell_of_past(due, workplace.today)
}
