use std::path::{Path, PathBuf};

use clap::Args;

use super::super::failure::{Ended, Failure, Result};
use super::super::person::Person;
use super::super::workplace::{OpenProject, PROJECT_FILE, Workplace};
use super::super::{files, prepared, present, prompter};
use super::example;
use super::guessed_kinds::guessed_kinds;
use super::walk::finish;
use crate::cli::arguments::Presets;
use crate::domain::{Phase, Project, ProjectFact};
use crate::interview::{
    Ending, Extent, Note, OWN_INTAKE_QUESTIONS, Prompter, Run, Walked, Which, ask_own_questions, walk,
};
use crate::ledger::Ledger;
use crate::notation::counted;
use crate::report::{Checklist, ChecklistChoice};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Begin een nieuw project")]
pub struct Arguments {
    #[arg(value_name = "MAP", help = "Map voor het project; anders de map waarin je staat")]
    pub directory: Option<PathBuf>,

    #[arg(long = "voorbeeld", help = "Maak een ingevuld voorbeeld om rond te kijken")]
    pub example: bool,

    #[command(flatten)]
    pub presets: Presets,
}

/// `regio init`: a new project and its checklist up to the startbijeenkomst.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let path = arguments.directory.as_deref().unwrap_or(Path::new("")).join(PROJECT_FILE);
    let mut open = match files::exists(&path) {
        true if arguments.example || workplace.settings.no_questions => return Err(is_there(&path)),
        true => unfinished(workplace, &path)?,
        false if arguments.example => return example::run(workplace, &path),
        false => workplace.open_new(&path, Project::new(files::random_id()?, workplace.today), None)?,
    };
    prepared::take(workplace, &arguments.presets, &mut open)?;
    if workplace.settings.no_questions {
        return complete(workplace, open, &path);
    }
    let (before, scratch) = (open.project.clone(), open.shelf.scratch());
    let ending = ask(&mut open.ledger(workplace), prompter::for_project(workplace.settings, scratch).as_mut());
    if let Ok(Ending::Finished) = ending {
        return complete(workplace, open, &path);
    }
    finish(workplace, &open, &before, ending)
}

/// The project that was begun here, as long as it has no name, region or trekker: the questions go on there.
fn unfinished(workplace: &Workplace, path: &Path) -> Result<OpenProject> {
    let open = workplace.change_project_at(path, None)?;
    if ProjectFact::ALL.iter().all(|fact| fact.of(&open.project).is_some()) {
        return Err(is_there(path));
    }
    present::message("Hier staat een project dat nog niet af is: we gaan ermee verder.")?;
    Ok(open)
}

/// What is there already is never overwritten.
fn is_there(path: &Path) -> Failure {
    Failure::new(format!("hier staat al een project: {}", path.display()))
        .tip("ga verder met: regio fase, of begin in een andere map: regio init MAP")
}

/// The questions of the intake. Back over the first of them leads to the project's own questions, and on from there.
fn ask(ledger: &mut Ledger, prompter: &mut dyn Prompter) -> Walked {
    let about = "Hooguit tien vragen, samen zo'n drie minuten. Alles mag open blijven: druk dan op Enter.";
    prompter.tell(&Note::Title { title: "Een nieuwe samenwerking".to_owned(), paragraphs: vec![about.to_owned()] })?;
    // The project's own questions are asked before the questionnaires are unpacked for the others.
    let (catalog, mut run) = (ledger.catalog, None);
    let mut first = 0;
    loop {
        let own = ask_own_questions(ledger, prompter, first)?;
        if own != Ending::Finished {
            return Ok(own);
        }
        match walk(ledger, prompter, run.get_or_insert_with(|| Run::new(catalog, &Extent::Intake, Which::All)))? {
            Ending::Back => first = OWN_INTAKE_QUESTIONS - 1,
            ending => return Ok(ending),
        }
    }
}

/// Begins the first phase, with its checklist up to the startbijeenkomst, and tells how to go on.
fn complete(workplace: &Workplace, mut open: OpenProject, path: &Path) -> Ended {
    open.ledger(workplace).begin_phase(Phase::Verkennen)?;
    let facts = open.facts(workplace.today);
    let phase = Some(Phase::Verkennen);
    let choice = ChecklistChoice { phase, until_meeting: true, ..ChecklistChoice::default() };
    let checklist = Checklist::new(open.catalog, &facts, choice);
    let nothing = Project::new(String::new(), workplace.today);
    let stands = format!("Het project staat in {}.", path.display());
    present::messages([stands].into_iter().chain(guessed_kinds(&nothing, &open.project)))?;
    let on_screen = Person::at_hand(workplace.settings).is_some();
    let document = if on_screen { Checklist::in_brief } else { Checklist::document };
    present::report(workplace.settings, &checklist, document)?;
    let more = if on_screen { checklist.then.len() } else { 0 };
    let more = (more > 0).then(|| format!("Er volgen nog {}: regio checklist\n", counted(more, "stap", "stappen")));
    present::message(&format!("{}Ga verder met: regio fase verkennen", more.unwrap_or_default()))
}
