use clap::Args;

use super::super::explain::broken_off;
use super::super::failure::{Ended, Failure, Result};
use super::super::workplace::{OpenProject, Workplace};
use super::super::{prepared, present, prompter};
use super::guessed_kinds::guessed_kinds;
use crate::advice::{Step, StepState, phase_progress, steps};
use crate::catalog::Catalog;
use crate::cli::arguments::{Presets, Reference, value};
use crate::domain::{FullId, Identifier, Phase, Project, Questionnaire};
use crate::expression::Facts;
use crate::interview::{Ending, Extent, Run, Walked, Which, browse, walk, walk_phase};
use crate::notation;
use crate::source::nearest;

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Loop door de vragen van een fase")]
pub struct Arguments {
    #[arg(value_name = "FASE", value_parser = value::word_of(Phase::WORDS, Phase::parse), ignore_case = true)]
    #[arg(help = "De fase; anders de fase waarin je bezig bent")]
    pub phase: Option<Phase>,

    #[arg(long = "onderdeel", value_name = "ID", value_parser = value::section)]
    #[arg(help = "Begin bij dit onderdeel")]
    pub section: Option<Identifier>,

    /// Without a value the question is chosen on the terminal.
    #[arg(long = "vraag", value_name = "VRAAG", value_parser = Reference::parse, num_args = 0..=1, conflicts_with = "section")]
    #[arg(help = "Stel alleen deze vraag: een id of een woord; zonder kies je haar uit een lijst")]
    pub question: Option<Option<Reference>>,

    #[arg(long = "open", help = "Stel alleen wat nog open staat")]
    pub only_open: bool,

    #[arg(long = "verouderd", conflicts_with_all = ["only_open", "question"])]
    #[arg(help = "Loop alleen de antwoorden na die oud zijn of waarvan de vraag veranderde")]
    pub outdated: bool,

    #[command(flatten)]
    pub presets: Presets,
}

/// `regio fase`: walks a phase, the first time and again.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let mut open = workplace.change_project()?;
    let target = target(&open, arguments)?;
    let before = open.project.clone();
    prepared::take(workplace, &arguments.presets, &mut open)?;
    if workplace.settings.no_questions {
        if let Target::Phase(phase) = target {
            open.ledger(workplace).begin_phase(phase)?;
        }
        return say_new_steps(workplace, &open, &before);
    }
    if arguments.outdated
        && let Target::Part(extent, _) = &target
        && Run::new(open.catalog, extent, Which::Outdated).is_done(&open.facts(workplace.today))
    {
        return present::message("Er is hier geen antwoord dat oud is of waarvan de vraag veranderde.");
    }
    let which = match (arguments.only_open, arguments.outdated) {
        (true, _) => Which::Unsettled,
        (_, true) => Which::Outdated,
        _ => Which::All,
    };
    let ending = ask(workplace, &mut open, &target, which);
    finish(workplace, &open, &before, ending)
}

/// What is walked.
enum Target {
    Phase(Phase),
    /// Less than a phase, with the phase that it belongs to.
    Part(Extent, Option<Phase>),
    /// What a person chooses.
    Chosen,
}

fn target(open: &OpenProject, arguments: &Arguments) -> Result<Target> {
    if let Some(question) = &arguments.question {
        let Some(reference) = question else { return Ok(Target::Chosen) };
        let id = reference.question(open.catalog)?;
        let phase = open.catalog.phase_of(&id);
        return Ok(Target::Part(Extent::Question(id), phase));
    }
    if let Some(section) = &arguments.section {
        let found =
            open.catalog.questionnaires().iter().filter(|one| arguments.phase.is_none_or(|phase| one.phase == phase));
        let sections: Vec<(&Questionnaire, &Identifier)> =
            found.flat_map(|one| one.sections.iter().map(move |section| (one, &section.id))).collect();
        if let Some((one, id)) = sections.iter().find(|(_, id)| *id == section) {
            return Ok(Target::Part(Extent::Section(FullId::new(&one.id, id)), Some(one.phase)));
        }
        let known: Vec<&str> = sections.iter().map(|(_, id)| id.as_str()).collect();
        let near = nearest(section.as_str(), known.iter().copied());
        let all = format!("kies uit: {}", known.join(", "));
        return Err(Failure::new(format!("er is geen onderdeel '{section}'")).near_or(near, all));
    }
    if arguments.outdated {
        // No phase begins by it, and nothing is asked but what was answered.
        return Ok(Target::Part(arguments.phase.map_or(Extent::Everything, Extent::Phase), None));
    }
    Ok(Target::Phase(arguments.phase.unwrap_or_else(|| open.current_phase())))
}

fn ask(workplace: &Workplace, open: &mut OpenProject, target: &Target, which: Which) -> Walked {
    let (catalog, mut prompter) = (open.catalog, prompter::for_project(workplace.settings, open.shelf.scratch()));
    let (prompter, mut ledger) = (prompter.as_mut(), open.ledger(workplace));
    if which == Which::Outdated {
        prompter.remark("Klopt een antwoord nog, druk dan op Enter: dan staat erbij dat jullie dat vandaag zeiden.")?;
    }
    match target {
        Target::Phase(phase) => walk_phase(&mut ledger, prompter, *phase, which),
        Target::Part(extent, phase) => {
            phase.iter().try_for_each(|phase| ledger.begin_phase(*phase))?;
            walk(&mut ledger, prompter, &mut Run::new(catalog, extent, which))
        }
        Target::Chosen => browse(&mut ledger, prompter),
    }
}

/// Says how the walk ended and what it brought.
pub fn finish(workplace: &Workplace, open: &OpenProject, before: &Project, ending: Walked) -> Ended {
    match ending {
        Ok(Ending::Finished) => {
            say_new_steps(workplace, open, before)?;
            present::messages(open.shelf.told_move())?;
            let phase = open.current_phase();
            let progress = phase_progress(open.catalog, phase, &open.facts(workplace.today)).words();
            let (title, paper) = (phase.title(), "De stappen op papier: regio checklist --uit checklist.docx");
            present::message(&format!("Alles is bewaard. {title}: {progress}.\n{paper}"))
        }
        Ok(Ending::Stopped | Ending::Back) => {
            let stopped = "Gestopt. Alles is bewaard; ga later verder met: regio fase".to_owned();
            present::messages([guessed_kinds(before, &open.project), Some(stopped), open.shelf.told_move()])
        }
        Err(error) => broken_off(error),
    }
}

/// The open steps by title.
fn open_steps(project: &Project, catalog: &Catalog, workplace: &Workplace) -> Vec<String> {
    let all = steps(catalog, Phase::ALL, &Facts::new(project, catalog, workplace.today));
    let begun = |step: &Step| step.phase.is_none_or(|phase| project.begun.contains_key(&phase));
    all.into_iter().filter(|step| step.state == StepState::Open && begun(step)).map(|step| step.title).collect()
}

/// So many new steps are named after a walk; the checklist has them all.
const MOST_NEW: usize = 6;

fn say_new_steps(workplace: &Workplace, open: &OpenProject, before: &Project) -> Ended {
    let guessed = guessed_kinds(before, &open.project);
    let before = open_steps(before, open.catalog, workplace);
    let now = open_steps(&open.project, open.catalog, workplace);
    let fresh: Vec<&String> = now.iter().filter(|title| !before.contains(title)).collect();
    let gone = before.iter().filter(|title| !now.contains(title)).count();
    let mut lines: Vec<String> = guessed.into_iter().collect();
    let counted = |count: usize| notation::counted(count, "stap", "stappen");
    lines.extend((gone > 0).then(|| format!("{} minder open dan eerst.", counted(gone))));
    lines.extend((!fresh.is_empty()).then(|| format!("{} erbij:", counted(fresh.len()))));
    lines.extend(fresh.iter().take(MOST_NEW).map(|title| format!("- {title}")));
    lines.extend(fresh.len().checked_sub(MOST_NEW).filter(|more| *more > 0).map(|more| format!("- en nog {more}")));
    present::messages(lines)
}
