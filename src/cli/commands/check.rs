use std::path::{Path, PathBuf};

use clap::Args;

use super::super::failure::{Ended, Failure, Result};
use super::super::workplace::{OpenProject, Workplace, outline};
use super::super::{files, present};
use crate::domain::{Event, Organisation};
use crate::project_file::Outline;
use crate::round::Recipient;
use crate::source::{Faults, Parsed, SourceFile};
use crate::{catalog, ledger, notation, project_file, wording};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Kijk een bestand na en noem alle fouten")]
pub struct Arguments {
    #[arg(value_name = "BESTAND")]
    #[arg(help = "Een project, antwoordbestand, vragenlijst of aanvulling; anders dit project")]
    pub file: Option<PathBuf>,
}

/// `regio controleer`: every fault of a file at once.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match &arguments.file {
        None => check_project(workplace, &workplace.existing_project_path()?),
        Some(path) => check_file(workplace, path),
    }
}

/// What kind of file it is, it says itself: a project has `[project]`, a questionnaire `[[section]]`, the text of a
/// document `[[part]]`, a supplement `[[fact]]`.
fn check_file(workplace: &Workplace, path: &Path) -> Ended {
    let source = files::read_source(path)??;
    let parsed = Parsed::read(&source)?;
    let table = parsed.table();
    if table.contains("project") {
        check_project(workplace, path)
    } else if table.contains("part") {
        wording::read(&source, workplace.catalog()?)?;
        present::message(&format!("In orde: {}.", path.display()))
    } else if table.contains("section") || table.contains("phase") && table.contains("id") {
        super::questionnaire::check_files(workplace, &[path.to_owned()])
    } else if table.contains("fact") {
        catalog::read_supplement(&source, workplace.catalog()?, workplace.today)?;
        present::message(&format!("In orde: {}.", path.display()))
    } else if table.contains("answer") || table.contains("request") {
        check_answers(workplace, path, &source)
    } else {
        let failure = Failure::new(format!("'{}' is geen bestand van regio", path.display()));
        Err(failure
            .tip("een project heeft [project], een vragenlijst [[section]], een document [[part]], een aanvulling [[fact]], een antwoordenbestand [answer]"))
    }
}

/// How many answers there are in what came back, and of whom.
fn received(open: &OpenProject, outline: &Outline, source: &SourceFile) -> Result<(usize, String)> {
    let recipient = Recipient { project: &open.project, catalog: open.catalog, outline, other_projects: false };
    let (received, _) = recipient.receive(source)?;
    let name = open.project.organisation(received.organisation.as_str()).map(|organisation| organisation.name.as_str());
    Ok((received.said.len(), format!(" van {}", name.unwrap_or_default())))
}

fn check_project(workplace: &Workplace, path: &Path) -> Ended {
    let open = workplace.read_project_at(path)?;
    if let Some(misfits) = open.misfits() {
        return Err(misfits.into());
    }
    let warnings = open.warnings.iter().map(Faults::to_string).collect();
    let remarks =
        [warnings, open.strangers(), lapsed_consents(&open), disagreements(&open), open.told_copies()].concat();
    present::messages(remarks)?;
    present::message(&format!("In orde: {}.", path.display()))
}

/// What somebody said yes to, when its words were others.
fn lapsed_consents(open: &OpenProject) -> Vec<String> {
    let told = |event: &Event| {
        let who = event.consent.by.as_deref()?;
        Some(format!(
            "let op: {who} zei ja toen bij '{}' nog iets anders stond. Dat ja telt niet meer. Vraag het opnieuw en typ dan: \
             regio gebeurtenis akkoord \"{}\" \"{who}\".",
            event.text, event.text
        ))
    };
    open.project.events.iter().filter(|event| event.has_lapsed_consent()).filter_map(told).collect()
}

/// The register and the answer that says who is in the kopgroep, where they differ.
fn disagreements(open: &OpenProject) -> Vec<String> {
    let Some(found) = ledger::disagreement(&open.project, open.catalog) else { return Vec::new() };
    let told = |what: &str, who: &[&Organisation]| {
        let first = who.first()?;
        let names: Vec<&str> = who.iter().map(|organisation| organisation.name.as_str()).collect();
        Some(format!(
            "let op: {what}: {}. Zet het gelijk met 'regio organisatie wijzig {} --plaats kopgroep' (doet mee) of \
             '--plaats deelnemer' (doet mee, stuurt niet).",
            notation::enumeration(&names),
            first.id
        ))
    };
    let answered = told("volgens het antwoord in de kopgroep, volgens het register niet", &found.only_answered);
    let registered = told("volgens het register in de kopgroep, volgens het antwoord niet", &found.only_registered);
    [answered, registered].into_iter().flatten().collect()
}

/// An answer file of a round is held against the project that it would be read into, when there is one.
fn check_answers(workplace: &Workplace, path: &Path, source: &SourceFile) -> Ended {
    let catalog = workplace.catalog()?;
    let outline = outline(catalog);
    let project_file::AnswerFile { request, warnings, .. } = project_file::read_answers(source, &outline)?;
    if !warnings.found.is_empty() {
        present::message(&warnings.to_string())?;
    }
    let (count, of) = match (request, workplace.project_path()?) {
        (Some(_), Some(project)) => received(&workplace.read_project_at(&project)?, &outline, source)?,
        _ => (super::super::prepared::read_file(path, catalog)?.answers.len(), String::new()),
    };
    let count = notation::counted(count, "antwoord", "antwoorden");
    present::message(&format!("In orde: {} ({count}{of}).", path.display()))
}
