use std::path::{Path, PathBuf};

use clap::Args;

use super::super::exit::Exit;
use super::super::explain::broken_off;
use super::super::failure::{Ended, Failure, Result};
use super::super::files::is_same_file;
use super::super::perhaps_double::perhaps_double;
use super::super::workplace::{OpenProject, Workplace};
use super::super::{copies, person, present, prompter};
use crate::domain::{Project, Stamp};
use crate::expression::Facts;
use crate::interview::{Heading, MenuChoice, PickItem, PickPrompt, PromptError, Prompter, WalkError, choose};
use crate::ledger::{Conflict, Side, grew_from, last_said, merge, nothing_in_common, without_untold_losses};
use crate::notation;
use crate::report::{ConflictReport, Differences, Joining};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Voeg een andere kopie van dit project samen met dit project")]
pub struct Arguments {
    #[arg(value_name = "BESTAND", num_args = 0..=3)]
    #[arg(help = "De andere kopie; voor git drie bestanden: BASIS ONZE HUN")]
    pub files: Vec<PathBuf>,
}

/// `regio samenvoegen`: what somebody else wrote in a copy joins what is here.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match arguments.files.as_slice() {
        [base, ours, theirs] => drive(workplace, base, ours, theirs),
        [theirs] => join(workplace, theirs),
        [] => {
            let asked = ("Welke kopie voeg je samen met dit project?", "Bestand");
            let typed = person::said(workplace.settings, None, "het bestand van de andere kopie", asked)?;
            // A file that is dragged into a terminal comes with quotes around it.
            join(workplace, Path::new(typed.trim().trim_matches(['\'', '"'])))
        }
        _ => Err(Failure::wrong_use("samenvoegen gaat met één bestand, of met drie: BASIS ONZE HUN")),
    }
}

fn join(workplace: &Workplace, path: &Path) -> Ended {
    let mut open = workplace.change_project_at(&workplace.existing_project_path()?, Some(path))?;
    if is_same_file(open.shelf.path(), path) {
        let failure = Failure::new(format!("'{}' is dit project zelf", path.display()));
        return Err(failure.tip("noem een andere kopie van het project"));
    }
    let theirs = other_copy(&open, path)?;
    let before = open.project.clone();
    let base = base(&open, &theirs);
    let newest = merge(&base, &before, &theirs, &|conflict| conflict.newest);
    let chosen = match workplace.settings.no_questions {
        true => Vec::new(),
        false => {
            let facts = Facts::new(&newest.project, open.catalog, workplace.today);
            let report = |conflict: &Conflict| ConflictReport::new(open.catalog, &facts, conflict, conflict.newest);
            let reports = newest.conflicts.iter().map(report).collect();
            let newest = format!("Het laatst gewijzigd: hier {}; in het bestand {}.", last(&before), last(&theirs));
            Choosing { newest, reports, chosen: Vec::new() }
                .walk(prompter::for_terminal(workplace.settings).as_mut())?
        }
    };
    let sides = newest.conflicts.iter().enumerate();
    let sides: Vec<(&Conflict, Side)> =
        sides.map(|(at, conflict)| (conflict, chosen.get(at).copied().flatten().unwrap_or(conflict.newest))).collect();
    let side_of = |conflict: &Conflict| sides.iter().find(|(known, _)| *known == conflict).map(|(_, side)| *side);
    let merged = merge(&base, &before, &theirs, &|conflict| side_of(conflict).unwrap_or(conflict.newest));
    open.ledger(workplace).join(&merged)?;
    let differences = Differences::between(&before, &open.project);
    let facts = open.facts(workplace.today);
    let joining = Joining::new(open.catalog, &facts, path.display().to_string(), differences, &sides);
    present::report(workplace.settings, &joining, Joining::document)?;
    present::messages(perhaps_double(&before, &open.project))
}

/// The driver of a merge in git: nobody is asked, and what differs is told with the exit code.
fn drive(workplace: &Workplace, base: &Path, ours: &Path, theirs: &Path) -> Ended {
    let mut open = workplace.read_project_at(ours)?;
    let theirs = other_copy(&open, theirs)?;
    let common = copies::read(base, open.catalog).ok().filter(|common| common.id == open.project.id);
    let common = common.unwrap_or_else(|| nothing_in_common(&open.project, &theirs));
    let common = without_untold_losses(&without_untold_losses(&common, &open.project), &theirs);
    let merged = merge(&common, &open.project, &theirs, &|conflict| conflict.newest);
    let before = open.project.clone();
    open.ledger(workplace).join(&merged)?;
    present::messages(perhaps_double(&before, &open.project))?;
    if merged.conflicts.is_empty() {
        return Ok(Exit::Done);
    }
    let facts = open.facts(workplace.today);
    let told = |conflict: &Conflict| {
        let report = ConflictReport::new(open.catalog, &facts, conflict, conflict.newest);
        let other = if conflict.newest == Side::Ours { Side::Theirs } else { Side::Ours };
        let (label, holds, other) = (&report.label, report.word(conflict.newest), report.word(other));
        format!("Allebei gewijzigd: {label}. Nu geldt {holds}; {other} staat in de geschiedenis.")
    };
    present::messages(merged.conflicts.iter().map(told))?;
    Err(Failure::quiet(Exit::Failed))
}

/// The other copy, of the same project.
fn other_copy(open: &OpenProject, path: &Path) -> Result<Project> {
    let theirs = copies::read(path, open.catalog)?;
    if theirs.id == open.project.id {
        return Ok(theirs);
    }
    let failure = Failure::new(format!("'{}' is een ander project", path.display()));
    Err(failure.tip("samenvoegen gaat alleen met een kopie van hetzelfde project: [project] id is dan gelijk"))
}

/// The newest copy that both grew from.
fn base(open: &OpenProject, theirs: &Project) -> Project {
    let copies = open.shelf.backups().into_iter().flat_map(|backups| copies::read_all(backups, open.catalog));
    // One of both may have grown from the other.
    let both = [Project::clone(&open.project), theirs.clone()];
    let known = both.into_iter().chain(copies.filter_map(|copy| copy.project));
    let fitting = known.into_iter().find(|copy| grew_from(&open.project, copy) && grew_from(theirs, copy));
    fitting.unwrap_or_else(|| nothing_in_common(&open.project, theirs))
}

/// When a project was changed last, and by whom.
fn last(project: &Project) -> String {
    let words = |Stamp { at, by }| format!("{}{}", notation::moment(at), notation::in_brackets(&by));
    last_said(project).map_or_else(|| "nog niet".to_owned(), words)
}

const SIDES: [Side; 2] = [Side::Ours, Side::Theirs];

/// Asks which word holds, one conflict after the other. Nothing changes before all of them have been passed.
struct Choosing {
    /// When each of both was changed last, and by whom.
    newest: String,
    reports: Vec<ConflictReport>,
    /// What was chosen for those that were passed, nothing for one that was left to the newest.
    chosen: Vec<Option<Side>>,
}

impl Choosing {
    fn walk(mut self, prompter: &mut dyn Prompter) -> Result<Vec<Option<Side>>> {
        while self.chosen.len() < self.reports.len() {
            match self.turn(prompter) {
                Ok(true) => {}
                Ok(false) => return Err(person::left()),
                Err(WalkError::Prompt(PromptError::EndOfInput)) => {
                    let failure = Failure::new("de invoer was op voordat alles was gekozen; er is niets veranderd");
                    return Err(failure.tip("laat overal het nieuwste gelden met --geen-vragen"));
                }
                Err(WalkError::Prompt(PromptError::Interrupted)) => {
                    present::message("Gestopt. Er is niets veranderd.")?;
                    return Err(Failure::quiet(Exit::Interrupted));
                }
                Err(error) => return broken_off(error).map(|_| Vec::new()),
            }
        }
        Ok(self.chosen)
    }

    /// False for who stops.
    fn turn(&mut self, prompter: &mut dyn Prompter) -> Result<bool, WalkError> {
        match choose(prompter, &self.prompt())? {
            MenuChoice::Item(index) => self.chosen.push(SIDES.get(index).copied()),
            MenuChoice::Rest => self.chosen.push(None),
            MenuChoice::Back if self.chosen.pop().is_some() => {}
            MenuChoice::Back => prompter.remark("Dit is het eerste verschil.")?,
            MenuChoice::Stop => return Ok(false),
        }
        Ok(true)
    }

    fn prompt(&self) -> PickPrompt {
        let at = self.chosen.len();
        let report = &self.reports[at];
        let remarks = vec![
            self.newest.clone(),
            format!("Hier staat: {}", report.word(Side::Ours)),
            format!("In het bestand staat: {}", report.word(Side::Theirs)),
            "Wat niet geldt, blijft in de geschiedenis staan.".to_owned(),
        ];
        let place = format!("Verschil {} van {}", at + 1, self.reports.len());
        let heading = Heading::at(place, format!("Wat geldt: {}?", report.label), remarks);
        let items = ["Houd wat hier staat", "Neem wat in het bestand staat"].map(PickItem::new).to_vec();
        PickPrompt::with_commands(heading, "Kies", items, "het nieuwste")
    }
}
