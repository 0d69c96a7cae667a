use std::collections::BTreeMap;
use std::path::Path;

use super::failure::Failure;
use super::walk_failure::walk_failure;
use super::workplace::{OpenProject, Workplace, faults_failure, outline, read_failure};
use super::{files, present};
use crate::catalog::Catalog;
use crate::cli::arguments::{Preset, Reference};
use crate::domain::{Answer, Identifier, Kind, Organisation, Phase, Project, Question, State, Subject};
use crate::interview::{
    Extent, LinePrompt, Note, PickPrompt, Prepared, PromptError, Prompter, Reply, Run, WalkError, Which, walk,
};
use crate::ledger::{Item, KeepError, Keeper, Ledger};
use crate::project_file::{AnswerFile, read_answers};
use crate::{interview, ledger};

/// Takes the answers of `--antwoord` and `--antwoorden` into the project: through the same walk and the same checks as
/// those of a person, all of them or none. What the command line says goes before a file, and an earlier file before a later
/// one.
pub fn take(workplace: &Workplace, open: &mut OpenProject) -> Result<(), Failure> {
    let before = open.project.clone();
    let left_over = take_all(workplace, open, &before).inspect_err(|_| open.project.clone_from(&before))?;
    if open.project != before {
        open.save()?;
    }
    for item in left_over {
        let owner = item.organisation.map(|id| format!(" van {id}")).unwrap_or_default();
        let words =
            format!("Niet gebruikt: het antwoord bij {}{owner}. Die vraag wordt nu niet gesteld.", item.question);
        present::message(&words)?;
    }
    Ok(())
}

/// Takes the answers in, in hand only; what is handed back was not asked for.
fn take_all(workplace: &Workplace, open: &mut OpenProject, before: &Project) -> Result<Vec<Item>, Failure> {
    let asking = &workplace.settings.asking;
    let mut answers: BTreeMap<Item, Prepared> = BTreeMap::new();
    for preset in &asking.presets {
        take_preset(preset, open, &mut answers)?;
    }
    for path in &asking.files {
        let file = read_file(path, open.catalog)?;
        take_file(file, &mut open.project, &mut answers);
    }
    note_changes(workplace, open, before);
    if answers.is_empty() { Ok(Vec::new()) } else { walk_prepared(workplace, open, answers) }
}

/// Keeps nothing yet: the changes of one command go in together.
struct Later;

impl Keeper for Later {
    fn keep(&mut self, _project: &Project) -> Result<(), KeepError> {
        Ok(())
    }
}

fn walk_prepared(
    workplace: &Workplace,
    open: &mut OpenProject,
    answers: BTreeMap<Item, Prepared>,
) -> Result<Vec<Item>, Failure> {
    let phases: Vec<Phase> = answers.keys().filter_map(|item| open.catalog.phase_of(&item.question)).collect();
    let clock = workplace.clock(open);
    let OpenProject { project, catalog, .. } = open;
    let mut later = Later;
    let mut ledger = Ledger::new(catalog, project, workplace.today, &clock, &mut later);
    let mut prompter = PreparedPrompter { answers };
    let done = || -> Result<(), WalkError> {
        for phase in phases {
            ledger.begin_phase(phase)?;
        }
        walk(&mut ledger, &mut prompter, &mut Run::new(catalog, &Extent::Everything, Which::All)).map(|_| ())
    };
    match done() {
        Ok(()) => Ok(prompter.answers.into_keys().collect()),
        Err(error) => walk_failure(error).map(|_| Vec::new()),
    }
}

/// The names under which the three facts of the project itself are given.
const OWN: &str = "project";

fn take_preset(preset: &Preset, open: &mut OpenProject, answers: &mut BTreeMap<Item, Prepared>) -> Result<(), Failure> {
    if let Reference::Full(id) = &preset.question
        && id.questionnaire.as_str() == OWN
    {
        return take_own(&id.local, &preset.value, &mut open.project);
    }
    let id = preset.question.question(open.catalog)?;
    if let Some(organisation) = &preset.organisation {
        super::commands::organisation::find(&open.project, organisation.as_str())?;
    }
    let Some(question) = open.catalog.question(&id) else { return Ok(()) };
    refuse_commas(question, &preset.value)?;
    register_named(question, &preset.value, &mut open.project);
    answers.insert(
        Item { question: id, organisation: preset.organisation.clone() },
        Prepared::Typed(preset.value.clone()),
    );
    Ok(())
}

fn take_own(key: &Identifier, value: &str, project: &mut Project) -> Result<(), Failure> {
    let place = match key.as_str() {
        "name" | "naam" => &mut project.name,
        "region" | "regio" => &mut project.region,
        "trekker" => &mut project.trekker,
        other => {
            let failure = Failure::wrong_use(format!("het project heeft geen '{other}'"));
            return Err(failure.tip("wel: project.naam, project.regio en project.trekker"));
        }
    };
    *place = Some(value.to_owned());
    Ok(())
}

/// What the project was called before is worth knowing; its first names are not a change.
fn note_changes(workplace: &Workplace, open: &mut OpenProject, before: &Project) {
    let named = |project: &Project| [project.name.clone(), project.region.clone(), project.trekker.clone()];
    let changes = ["name", "region", "trekker"].into_iter().zip(named(before).into_iter().zip(named(&open.project)));
    for (key, (from, to)) in changes {
        if from.is_some() && from != to {
            open.note(workplace, Subject::Project(key.to_owned()), from, to);
        }
    }
}

/// Several names with commas between them would become one organisation with a strange name.
fn refuse_commas(question: &Question, typed: &str) -> Result<(), Failure> {
    let several = matches!(question.kind, Kind::Organisations { place: Some(_), .. });
    if several && typed.contains(',') && !typed.contains(';') {
        let failure = Failure::wrong_use(format!("tussen de organisaties bij {} hoort een puntkomma", question.id));
        return Err(failure
            .tip("schrijf \"Gemeente Voorbeeld; Bakkerij Het Hoekje\"; is het één naam, zet er dan een ; achter"));
    }
    Ok(())
}

/// Names that stand in an answer about organisations with a place of their own enter the register, as they do when they
/// are typed at the question.
fn register_named(question: &Question, typed: &str, project: &mut Project) {
    for (name, place) in interview::named_organisations(&question.kind, typed, project) {
        if let Some(place) = place {
            ledger::register(project, &name, place);
        }
    }
}

/// The answers of a file, checked as a file; whether each fits its question is found in the walk.
pub fn read_file(path: &Path, catalog: &Catalog) -> Result<AnswerFile, Failure> {
    let source = files::read_source(path)?.map_err(|faults| faults_failure(&[faults]))?;
    let file = read_answers(&source, &outline(catalog)).map_err(|error| read_failure(&error))?;
    let unknown = file.answers.iter().find(|answer| catalog.question(&answer.question).is_none());
    if let Some(answer) = unknown {
        let message = format!("er is geen vraag '{}'", answer.question);
        let fault = crate::source::Fault::at(answer.span.clone(), message)
            .tip("bekijk de vragen met: regio vragenlijst toon verkennen");
        return Err(faults_failure(&[crate::source::Faults::new(&source, vec![fault])]));
    }
    Ok(file)
}

fn take_file(file: AnswerFile, project: &mut Project, answers: &mut BTreeMap<Item, Prepared>) {
    project.name = project.name.take().or(file.project.name);
    project.region = project.region.take().or(file.project.region);
    project.trekker = project.trekker.take().or(file.project.trekker);
    for organisation in file.organisations {
        if project.organisation(organisation.id.as_str()).is_none() {
            project.organisations.push(organisation);
        }
    }
    for read in file.answers {
        let item = Item { question: read.question, organisation: read.organisation };
        answers.entry(item).or_insert_with(|| prepared(read.answer));
    }
}

fn prepared(answer: Answer) -> Prepared {
    match answer.state {
        State::Given(value) => Prepared::Value(value),
        State::Open => Prepared::Nothing,
        state => Prepared::State(state),
    }
}

/// A prompter that asks nobody: it has the answers already, or leaves the question as it is.
struct PreparedPrompter {
    answers: BTreeMap<Item, Prepared>,
}

impl Prompter for PreparedPrompter {
    fn tell(&mut self, _note: &Note) -> Result<(), PromptError> {
        Ok(())
    }

    fn line(&mut self, _prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        Err(PromptError::EndOfInput)
    }

    fn lines(&mut self, _prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
        Err(PromptError::EndOfInput)
    }

    fn pick(&mut self, _prompt: &PickPrompt) -> Result<Reply<usize>, PromptError> {
        Err(PromptError::EndOfInput)
    }

    fn pick_several(&mut self, _prompt: &PickPrompt) -> Result<Reply<Vec<usize>>, PromptError> {
        Err(PromptError::EndOfInput)
    }

    fn prepared(&mut self, question: &Question, organisation: Option<&Organisation>) -> Option<Prepared> {
        let organisation = organisation.map(|organisation| organisation.id.clone());
        let item = Item { question: question.id.clone(), organisation };
        Some(self.answers.remove(&item).unwrap_or(Prepared::Nothing))
    }

    fn asks_nobody(&self) -> bool {
        true
    }
}
