use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::Args;

use super::choose;
use crate::cli::arguments::{Settings, value};
use crate::cli::exit::Exit;
use crate::cli::failure::{Ended, Failure, Fault, Result};
use crate::cli::perhaps_double::perhaps_double;
use crate::cli::workplace::{OpenProject, Workplace, outline};
use crate::cli::{answer_files, person, present};
use crate::domain::{Identifier, Phase};
use crate::ledger::{Choice, LedgerError, PageOf, Received};
use crate::notation;
use crate::report::{NewcomerReport, Reading};
use crate::round::Recipient;
use crate::source::Faults;

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    #[arg(value_name = "BESTAND", help = "Antwoordbestanden, of mappen waar ze in staan")]
    pub paths: Vec<PathBuf>,

    #[arg(long = "bij-verschil", value_name = "KEUZE", value_parser = value::one_of(CHOICES.map(|(word, _)| word)))]
    #[arg(ignore_case = true, help = "Wat er geldt als er al iets anders stond; anders wordt het gevraagd")]
    pub on_difference: Option<String>,

    #[arg(long = "ander-project", help = "Neem ook bestanden aan die bij een ander project zijn gemaakt")]
    pub other_project: bool,
}

/// What holds where a file says something else than the project; nothing when it is asked.
const CHOICES: [(&str, Option<Choice>); 4] =
    [("houd", Some(Choice::Keep)), ("neem", Some(Choice::Take)), ("beide", Some(Choice::Both)), ("vraag", None)];

/// `regio rondvraag lees`: what organisations sent back, laid beside what is there.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let paths = paths(workplace.settings, arguments)?;
    let mut open = workplace.change_project()?;
    let (received, refused) = look(&open, &paths, arguments)?;
    let owners = owners(&open, &received);
    let warnings = received.iter().flat_map(|file| to_look_at(&open, file)).collect();
    let named = named(&received);
    let known = open.project.organisations.len();
    let phases = phases(&open, &received);
    let choice = choice(workplace.settings, arguments);
    let before = open.project.clone();
    let (tallies, differences) = open.ledger(workplace).together(|ledger| {
        let heard = ledger.hear(received, choice)?;
        // Who answers questions of a phase has begun it.
        phases.into_iter().try_for_each(|phase| ledger.begin_phase(phase))?;
        Ok::<_, LedgerError>(heard)
    })?;
    let facts = open.facts(workplace.today);
    let newcomers = open.project.organisations.iter().skip(known);
    let newcomers = newcomers.map(|one| NewcomerReport::new(one, named.get(&one.name).cloned())).collect();
    let names = refused.iter().map(|(path, _)| path.display().to_string()).collect();
    let mut reading = Reading::new(open.catalog, &facts, &tallies, &owners, names, &differences, choice);
    (reading.newcomers, reading.warnings) = (newcomers, warnings);
    let ended = if choice.is_none() && !differences.is_empty() {
        choose::choose(workplace, &mut open, differences)?
    } else {
        Exit::Done
    };
    present::report(workplace.settings, &reading, Reading::document)?;
    present::messages(perhaps_double(&before, &open.project))?;
    refuse(refused, tallies.len())?;
    Ok(ended)
}

/// What could be read, and what is refused.
type Post = (Vec<Received>, Vec<(PathBuf, Failure)>);

/// The files that were named, or those of the place that a person names.
fn paths(settings: &Settings, arguments: &Arguments) -> Result<Vec<PathBuf>> {
    if !arguments.paths.is_empty() {
        return Ok(arguments.paths.clone());
    }
    let asked = ("In welke map staan de antwoordbestanden, of hoe heet het bestand?", "Map of bestand");
    let typed = person::said(settings, None, "welke bestanden, of de map waar ze in staan", asked)?;
    // A file that is dragged into a terminal comes with quotes around it.
    Ok(vec![PathBuf::from(typed.trim().trim_matches(['\'', '"']))])
}

fn look(open: &OpenProject, paths: &[PathBuf], arguments: &Arguments) -> Result<Post> {
    let outline = outline(open.catalog);
    let other_projects = arguments.other_project;
    let recipient = Recipient { project: &open.project, catalog: open.catalog, outline: &outline, other_projects };
    let (mut received, mut refused) = Post::default();
    for (path, looked) in answer_files::read_all(paths, &recipient)? {
        match looked {
            Ok(Some((file, slips))) => {
                present::messages(slips.iter().map(Faults::to_string))?;
                received.push(file);
            }
            Err(failure) => refused.push((path, failure)),
            Ok(None) => {
                let (ending, path) = (path.extension().unwrap_or_default().to_ascii_lowercase(), path.display());
                let what = match ending.to_str() {
                    Some("html") => "is een pagina; vraag om het bestand dat de knop op de pagina maakt".to_owned(),
                    Some("docx") => format!("is een blad van Word; lees het in met: regio noteer \"{path}\""),
                    _ => "is geen antwoordbestand".to_owned(),
                };
                present::message(&format!("Overgeslagen: {path} {what}."))?;
            }
        }
    }
    if received.is_empty() && refused.is_empty() {
        return Err(Failure::new("er is geen antwoordbestand gevonden")
            .tip("bewaar de bijlagen uit de mail in één map, en noem die map"));
    }
    Ok((received, refused))
}

/// What holds at a difference; nothing when it is asked.
fn choice(settings: &Settings, arguments: &Arguments) -> Option<Choice> {
    let named = arguments.on_difference.as_deref();
    let said = CHOICES.iter().find(|(word, _)| named == Some(word)).and_then(|(_, choice)| *choice);
    said.or_else(|| settings.no_questions.then_some(Choice::Both))
}

fn owners(open: &OpenProject, received: &[Received]) -> BTreeMap<String, String> {
    let owner = |file: &Received| open.project.organisation(file.organisation.as_str());
    let name = |file: &Received| owner(file).map(|organisation| organisation.name.clone()).unwrap_or_default();
    received.iter().map(|file| (file.path.clone(), name(file))).collect()
}

/// By the name of each organisation that files bring in: the first that names it.
fn named(received: &[Received]) -> BTreeMap<String, String> {
    let last_first = received.iter().rev();
    last_first.flat_map(|file| file.organisations.iter().map(|one| (one.name.clone(), file.file.clone()))).collect()
}

/// What to look at in a file: it is of an organisation that went into another one since, calls her by a name that is not hers, or speaks
/// for another organisation than the page was made for.
fn to_look_at(open: &OpenProject, received: &Received) -> Vec<String> {
    let Received { file, organisation, formerly, strange_name, page_of, .. } = received;
    let known = |id: &Identifier| open.project.organisation(id.as_str()).map(|one| one.name.clone());
    let name = |id: &Identifier| known(id).unwrap_or_else(|| id.to_string());
    let now = known(organisation);
    let formerly = formerly.as_ref().zip(now.as_ref()).map(|(formerly, now)| {
        format!("{file} is van {formerly}, die is samengevoegd met {now}. De antwoorden staan nu bij {now}.")
    });
    let called_otherwise = strange_name.as_ref().zip(now.as_ref()).map(|(name, now)| {
        format!(
            "{file} noemt haar {name}, en heeft de id van {now}. De antwoorden staan bij {now}; vraag na of dat klopt."
        )
    });
    let other_page = page_of.as_ref().map(|page| {
        let page = match page {
            PageOf::Organisation(other) => format!("is gemaakt met de pagina van {}", name(other)),
            PageOf::Stranger => "is met geen pagina van dit project gemaakt".to_owned(),
        };
        format!("{file} {page}, en het spreekt voor {}. Vraag na of dat klopt.", name(organisation))
    });
    [formerly, called_otherwise, other_page].into_iter().flatten().collect()
}

/// The phases that the questions of files belong to.
fn phases(open: &OpenProject, received: &[Received]) -> BTreeSet<Phase> {
    let asked = received.iter().flat_map(|file| &file.said);
    asked.filter_map(|(question, _)| open.catalog.phase_of(question)).collect()
}

/// Reading never succeeds in part without saying so.
fn refuse(refused: Vec<(PathBuf, Failure)>, taken: usize) -> Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    let count = notation::counted(refused.len(), "bestand", "bestanden");
    let (mut reports, mut faults) = (Vec::new(), Vec::new());
    for (_, failure) in refused {
        reports.extend(failure.report);
        faults.extend(failure.faults);
    }
    let rest = (taken > 0).then(|| format!(", {} ingelezen", notation::counted(taken, "bestand", "bestanden")));
    faults.push(Fault::new(format!("{count} geweigerd{}", rest.unwrap_or_default())));
    let report = (!reports.is_empty()).then(|| reports.join("\n\n"));
    Err(Failure { report, ..Failure::from(faults) }
        .tip("verbeter het bestand of vraag het opnieuw, en lees het dan nog eens in"))
}
