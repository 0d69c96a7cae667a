use std::path::{Path, PathBuf};

use clap::Args;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::{OpenProject, Shelf, Workplace};
use super::super::{files, prepared, present, prompter};
use super::example;
use super::guessed_kinds::guessed_kinds;
use super::walk::finish;
use crate::cli::arguments::{Mode, Presets, Settings};
use crate::domain::{Phase, Project};
use crate::interview::{
    Command, Ending, Extent, Heading, LinePrompt, Note, OWN_INTAKE_QUESTIONS, Prompter, Reply, Run, WalkError, Which,
    walk,
};
use crate::ledger::{Keeper, Ledger};
use crate::report::{Checklist, ChecklistChoice};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Begin een nieuw project")]
#[command(before_help = "Hooguit tien vragen, en alles mag open blijven. Daarna krijg je de checklist tot de \
    startbijeenkomst. Een bestaand project blijft zoals het is.")]
#[command(after_help = "Voorbeelden:
  regio init
  regio init Havengebied
  regio init proef --voorbeeld")]
pub struct Arguments {
    #[arg(value_name = "MAP", help = "Map voor het project; anders de map waarin je staat")]
    pub directory: Option<PathBuf>,

    #[arg(long = "voorbeeld", help = "Maak een ingevuld voorbeeld om rond te kijken")]
    pub example: bool,

    #[command(flatten)]
    pub(super) presets: Presets,
}

/// `regio init`: a new project and its checklist up to the startbijeenkomst.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let path = place(arguments.directory.as_deref())?;
    if arguments.example {
        return example::run(&workplace, &path);
    }
    let mut project = Project::new(files::random_id()?, workplace.today);
    let mut shelf = workplace.new_shelf(&path, None)?;
    if settings.asking.mode == Mode::Never {
        let mut open = workplace.open_new(project, shelf)?;
        prepared::take(&workplace, &mut open)?;
        return complete(&workplace, open, &path);
    }
    let mut prompter = prompter::for_terminal(settings);
    let (begun, mut open) = if settings.asking.has_prepared() {
        let mut open = workplace.open_new(project, shelf)?;
        prepared::take(&workplace, &mut open)?;
        (begin(&mut open.project, &mut open.shelf, prompter.as_mut()), open)
    } else {
        // Nothing of the questionnaires is needed for the first questions, so nothing of them is read before.
        let begun = begin(&mut project, &mut shelf, prompter.as_mut());
        (begun, workplace.open_new(project, shelf)?)
    };
    let before = open.project.clone();
    let ending = match begun {
        Ok(Ending::Finished) => ask_intake(&workplace, &mut open, prompter.as_mut()),
        other => other,
    };
    drop(prompter);
    match ending {
        Ok(Ending::Finished) => complete(&workplace, open, &path),
        other => finish(&workplace, &open, &before, other),
    }
}

fn complete(workplace: &Workplace, mut open: OpenProject, path: &Path) -> Result<Exit, Failure> {
    open.begin_phase(workplace, Phase::Verkennen)?;
    hand_over(workplace, &open, path)
}

/// The file to make. What is there already is never overwritten.
fn place(directory: Option<&Path>) -> Result<PathBuf, Failure> {
    let path = directory.unwrap_or(Path::new("")).join(super::super::workplace::PROJECT_FILE);
    if files::exists(&path) {
        let failure = Failure::new(format!("hier staat al een project: {}", path.display()));
        return Err(failure.tip("ga verder met: regio fase, of begin in een andere map: regio init MAP"));
    }
    Ok(path)
}

/// The three things that belong to the project itself; the questionnaire asks the rest.
const OWN_QUESTIONS: [OwnQuestion; OWN_INTAKE_QUESTIONS] = [
    OwnQuestion {
        ask: "Hoe heet de samenwerking?",
        remark: "Een werknaam is genoeg; je kunt hem later veranderen.",
        label: "Naam",
        field: |project| &mut project.name,
    },
    OwnQuestion {
        ask: "In welke regio?",
        remark: "Noem het zoals de mensen daar het noemen: een stad, een streek, een haven.",
        label: "Regio",
        field: |project| &mut project.region,
    },
    OwnQuestion {
        ask: "Wie is de trekker?",
        remark: "De trekker brengt de samenwerking op gang. Vul de naam van een persoon in, waarschijnlijk jijzelf.",
        label: "Naam",
        field: |project| &mut project.trekker,
    },
];

struct OwnQuestion {
    ask: &'static str,
    remark: &'static str,
    label: &'static str,
    field: fn(&mut Project) -> &mut Option<String>,
}

/// The questions of the intake. Back over the first of them leads to the project's own questions, and on from there.
fn ask_intake(workplace: &Workplace, open: &mut OpenProject, prompter: &mut dyn Prompter) -> Result<Ending, WalkError> {
    let clock = workplace.clock(open);
    let OpenProject { project, catalog, shelf, .. } = open;
    let mut run = Run::new(catalog, &Extent::Intake, Which::All);
    loop {
        let mut ledger = Ledger::new(catalog, project, workplace.today, &clock, shelf);
        match walk(&mut ledger, prompter, &mut run)? {
            Ending::Back => {
                let ending = ask_own_questions(project, shelf, prompter, OWN_QUESTIONS.len() - 1)?;
                if ending != Ending::Finished {
                    return Ok(ending);
                }
            }
            ending => return Ok(ending),
        }
    }
}

fn begin(project: &mut Project, shelf: &mut Shelf, prompter: &mut dyn Prompter) -> Result<Ending, WalkError> {
    prompter.tell(&Note::Title {
        title: "Een nieuwe samenwerking".to_owned(),
        paragraphs: vec![
            "Hooguit tien vragen, samen zo'n drie minuten. Alles mag open blijven: druk dan op Enter.".to_owned(),
        ],
    })?;
    ask_own_questions(project, shelf, prompter, 0)
}

fn ask_own_questions(
    project: &mut Project,
    shelf: &mut Shelf,
    prompter: &mut dyn Prompter,
    first: usize,
) -> Result<Ending, WalkError> {
    let mut index = first;
    while let Some(question) = OWN_QUESTIONS.get(index) {
        let earlier = (question.field)(project).clone();
        let shown = earlier.as_ref().map(|earlier| format!("Vorig antwoord: {earlier}"));
        let prompt = LinePrompt {
            heading: Heading {
                place: format!("Vraag {}", index + 1),
                ask: question.ask.to_owned(),
                remarks: [Some(question.remark.to_owned()), shown].into_iter().flatten().collect(),
            },
            label: question.label.to_owned(),
            on_empty: if earlier.is_some() { "zo laten" } else { "overslaan" }.to_owned(),
            earlier,
        };
        match prompter.line(&prompt)? {
            Reply::Answer(typed) => {
                *(question.field)(project) = Some(typed);
                shelf.keep(project).map_err(WalkError::Keep)?;
            }
            Reply::Command(Command::Back) if index > 0 => {
                index -= 1;
                continue;
            }
            Reply::Command(Command::Back) => {
                prompter.tell(&Note::Remark("Dit is de eerste vraag: verder terug kan niet.".to_owned()))?;
                continue;
            }
            Reply::Command(Command::Stop) => return Ok(Ending::Stopped),
            Reply::Command(Command::Help) => {
                prompter.tell(&Note::Explanation(vec![("Uitleg".to_owned(), question.remark.to_owned())]))?;
                continue;
            }
            Reply::Empty | Reply::Command(_) => {}
        }
        index += 1;
    }
    Ok(Ending::Finished)
}

/// The checklist up to the startbijeenkomst, and how to go on.
fn hand_over(workplace: &Workplace, open: &OpenProject, path: &Path) -> Result<Exit, Failure> {
    let facts = open.facts(workplace.today);
    let choice =
        ChecklistChoice { phase: Some(Phase::Verkennen), everything: false, organisation: None, until_meeting: true };
    let checklist = Checklist::new(open.catalog, &facts, &choice);
    let nothing = Project::new(String::new(), workplace.today);
    let words = [Some(format!("Het project staat in {}.", path.display())), guessed_kinds(&nothing, &open.project)];
    present::message(&words.into_iter().flatten().collect::<Vec<_>>().join("\n"))?;
    present::report(workplace.settings, &checklist, || checklist.document(&open.project))?;
    present::message("Ga verder met: regio fase verkennen")
}
