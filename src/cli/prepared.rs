use std::collections::BTreeMap;
use std::path::Path;

use super::explain::{broken_off, refused};
use super::failure::{Failure, Result};
use super::workplace::{OpenProject, Workplace, outline};
use super::{files, present};
use crate::catalog::Catalog;
use crate::cli::arguments::{Preset, Presets, Reference};
use crate::domain::{Identifier, Item, Kind, Organisation, Phase, ProjectFact, Question, State};
use crate::interview::{Extent, LinePrompt, Note, Prepared, PromptError, Prompter, Reply, Run, Which, walk};
use crate::ledger::Ledger;
use crate::project_file::{AnswerFile, NamedProject, read_answers};
use crate::source::{Parsed, SourceFile};
use crate::{interview, notation};

/// Takes the answers of `--antwoord` and `--antwoorden` into the project: through the same walk and the same checks as
/// those of a person, all of them or none. What the command line says goes before a file, and an earlier file before a later
/// one.
pub fn take(workplace: &Workplace, presets: &Presets, open: &mut OpenProject) -> Result<()> {
    let catalog = open.catalog;
    let files: Result<Vec<AnswerFile>> = presets.files.iter().map(|path| read_file(path, catalog)).collect();
    let remarks = files.and_then(|files| {
        open.ledger(workplace).together(|ledger| {
            let mut answers = BTreeMap::new();
            presets.answers.iter().try_for_each(|preset| take_preset(preset, ledger, &mut answers))?;
            files.into_iter().try_for_each(|file| take_file(file, ledger, &mut answers))?;
            walk_prepared(ledger, answers)
        })
    });
    let is_one_answer = presets.answers.len() == 1 && presets.files.is_empty();
    let nothing = "er is niets overgenomen, ook niet wat wel goed was";
    let all_refused = |failure: Failure| if is_one_answer { failure } else { failure.and(nothing) };
    present::messages(remarks.map_err(all_refused)?).map(drop)
}

/// Tells how many were taken, what is probably not meant so, and which answers were not asked for.
fn walk_prepared(ledger: &mut Ledger, answers: BTreeMap<Item, Prepared>) -> Result<Vec<String>> {
    if answers.is_empty() {
        return Ok(Vec::new());
    }
    let catalog = ledger.catalog;
    let phases: Vec<Phase> = answers.keys().filter_map(|item| catalog.phase_of(&item.question)).collect();
    phases.into_iter().try_for_each(|phase| ledger.begin_phase(phase))?;
    let given = answers.len();
    let mut prompter = PreparedPrompter { answers, warnings: Vec::new() };
    if let Err(error) = walk(ledger, &mut prompter, &mut Run::new(catalog, &Extent::Everything, Which::All)) {
        return broken_off(error).map(|_| Vec::new());
    }
    let taken = given - prompter.answers.len();
    let taken = (taken > 0).then(|| format!("Overgenomen: {}.", notation::counted(taken, "antwoord", "antwoorden")));
    let unused = prompter.answers.into_keys().map(|Item { question, organisation }| {
        let owner = organisation.map(|id| format!(" van {id}")).unwrap_or_default();
        format!("Niet gebruikt: het antwoord bij {question}{owner}. Die vraag wordt nu niet gesteld.")
    });
    Ok(taken.into_iter().chain(prompter.warnings).chain(unused).collect())
}

/// The names under which the three facts of the project itself are given.
const OWN: &str = "project";

fn take_preset(preset: &Preset, ledger: &mut Ledger, answers: &mut BTreeMap<Item, Prepared>) -> Result<()> {
    if let Reference::Full(id) = &preset.question
        && id.questionnaire.as_str() == OWN
    {
        return Ok(ledger.call(own_fact(&id.local)?, preset.value.clone())?);
    }
    let id = preset.question.question(ledger.catalog)?;
    if let Some(organisation) = &preset.organisation {
        super::commands::organisation::find(ledger.project(), organisation.as_str())?;
    }
    let Some(question) = ledger.question(&id) else { return Ok(()) };
    refuse_commas(question, &preset.value)?;
    // Such names enter the register, as they do when they are typed at the question.
    for (name, place) in interview::named_organisations(&question.kind, &preset.value, ledger.project()) {
        if let Some(refusal) = interview::resembling(&name, ledger.project()) {
            return Err(refused(&id, &None, refusal));
        }
        if let Some(place) = place {
            ledger.register(&name, place);
        }
    }
    let item = Item { question: id, organisation: preset.organisation.clone() };
    answers.insert(item, Prepared::Typed(preset.value.clone()));
    Ok(())
}

fn own_fact(key: &Identifier) -> Result<ProjectFact> {
    let fact = match key.as_str() {
        "naam" => Some(ProjectFact::Name),
        "regio" => Some(ProjectFact::Region),
        word => ProjectFact::parse(word),
    };
    let failure = || Failure::wrong_use(format!("het project heeft geen '{key}'"));
    fact.ok_or_else(|| failure().tip("wel: project.naam, project.regio en project.trekker"))
}

/// Several names with commas between them would become one organisation with a strange name.
fn refuse_commas(question: &Question, typed: &str) -> Result<()> {
    let several = matches!(question.kind, Kind::Organisations { place: Some(_), .. });
    if several && typed.contains(',') && !typed.contains(';') {
        let failure = Failure::wrong_use(format!("tussen de organisaties bij {} hoort een puntkomma", question.id));
        return Err(failure
            .tip("schrijf \"Gemeente Voorbeeld; Bakkerij Het Hoekje\"; is het één naam, zet er dan een ; achter"));
    }
    Ok(())
}

/// The answers of a file, checked as a file; whether each fits its question is found in the walk.
pub fn read_file(path: &Path, catalog: &Catalog) -> Result<AnswerFile> {
    let source = files::read_source(path)??;
    refuse_project(path, &source)?;
    let file = read_answers(&source, &outline(catalog))?;
    if let Some(slips) = file.warnings.slips() {
        present::message(&slips.to_string())?;
    }
    let unknown = file.answers.iter().find(|answer| catalog.question(&answer.question).is_none());
    if let Some(answer) = unknown {
        let message = format!("er is geen vraag '{}'", answer.question);
        let fault = crate::source::Fault::at(answer.span.clone(), message)
            .tip("bekijk de vragen met: regio vragenlijst toon verkennen");
        return Err(crate::source::Faults::new(&source, vec![fault]).into());
    }
    if file.says_nothing() {
        let failure = Failure::new(format!("in '{}' staat niets dat regio kan overnemen", path.display()));
        return Err(failure.tip("een antwoord begint met een regel als [answer.verkennen.aanleiding]"));
    }
    Ok(file)
}

/// A whole project says who gave which answer when; taken as answers it would put old words over newer ones.
fn refuse_project(path: &Path, source: &SourceFile) -> Result<()> {
    let parsed = Parsed::read(source)?;
    let own = parsed.table().table("project");
    if !own.is_some_and(|own| own.contains("id") || own.contains("created")) {
        return Ok(());
    }
    let path = path.display();
    let failure = Failure::new(format!("'{path}' is een heel project en geen antwoordenbestand"));
    Err(failure.tip(format!("is het een kopie van dit project, voeg het dan samen met: regio samenvoegen \"{path}\"")))
}

fn take_file(file: AnswerFile, ledger: &mut Ledger, answers: &mut BTreeMap<Item, Prepared>) -> Result<()> {
    let NamedProject { name, region, trekker } = file.project;
    for (&fact, said) in ProjectFact::ALL.iter().zip([name, region, trekker]) {
        if let (None, Some(said)) = (fact.of(ledger.project()), said) {
            ledger.call(fact, said)?;
        }
    }
    let names = ledger.enter_all(&file.organisations);
    for read in file.answers {
        let Some(question) = ledger.question(&read.question) else { continue };
        let prepared = match read.answer.state {
            State::Given(value) => {
                let value = ledger.catalog.value_now(&question.id, value);
                Prepared::State(State::Given(names.renamed(value, &question.kind)))
            }
            State::Open => Prepared::Nothing,
            state => Prepared::State(state),
        };
        let organisation = read.organisation.map(|id| names.present(id));
        answers.entry(Item { question: read.question, organisation }).or_insert(prepared);
    }
    Ok(())
}

/// A prompter that asks nobody: it has the answers already, or leaves the question as it is.
struct PreparedPrompter {
    answers: BTreeMap<Item, Prepared>,
    warnings: Vec<String>,
}

impl Prompter for PreparedPrompter {
    fn tell(&mut self, note: &Note) -> Result<(), PromptError> {
        if let Note::Warning(words) = note {
            self.warnings.push(words.clone());
        }
        Ok(())
    }

    fn line(&mut self, _prompt: &LinePrompt) -> Result<Reply<String>, PromptError> {
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
