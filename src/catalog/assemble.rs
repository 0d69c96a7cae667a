use super::catalog::Catalog;
use super::check_together::check_together;
use super::draft::{Draft, Pending, Target};
use super::read_questionnaire::read_questionnaire;
use crate::domain::{Formula, Questionnaire, Template};
use crate::expression::{Asker, FormulaError, Names, compile_condition, compile_template};
use crate::source::{Fault, Faults, SourceFile};

/// Makes a catalog of questionnaire files. A later file with the id of an earlier one takes its place. Every fault of
/// every file is found at once.
pub fn assemble(sources: &[SourceFile]) -> Result<Catalog, Vec<Faults>> {
    let mut drafts: Vec<(&SourceFile, Draft)> = Vec::new();
    let mut refused = Vec::new();
    for source in sources {
        match read_questionnaire(source) {
            Ok(draft) => {
                let same = |known: &(&SourceFile, Draft)| known.1.questionnaire.id == draft.questionnaire.id;
                match drafts.iter().position(same) {
                    Some(index) => drafts[index] = (source, draft),
                    None => drafts.push((source, draft)),
                }
            }
            Err(faults) => refused.push(faults),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    drafts.sort_by_key(|(_, draft)| draft.questionnaire.phase);
    let (sources, drafts): (Vec<&SourceFile>, Vec<Draft>) = drafts.into_iter().unzip();
    let mut faults = check_together(&drafts);
    let compiled = compile_all(&sources, &drafts, &mut faults);
    let refused: Vec<Faults> = sources
        .iter()
        .zip(faults)
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(source, faults)| Faults::new(source, faults))
        .collect();
    if !refused.is_empty() {
        return Err(refused);
    }
    let mut questionnaires: Vec<Questionnaire> = drafts.into_iter().map(|draft| draft.questionnaire).collect();
    for (questionnaire, compiled) in questionnaires.iter_mut().zip(compiled) {
        for (target, made) in compiled {
            put(questionnaire, target, made);
        }
    }
    Ok(Catalog::new(questionnaires))
}

enum Made {
    Condition(Formula),
    Text(Template),
}

/// Compiles every expression of every draft, now that all names are known.
fn compile_all(sources: &[&SourceFile], drafts: &[Draft], faults: &mut [Vec<Fault>]) -> Vec<Vec<(Target, Made)>> {
    let names = Names::gather(drafts.iter().map(|draft| &draft.questionnaire));
    let mut compiled = Vec::new();
    for ((draft, source), faults) in drafts.iter().zip(sources).zip(faults) {
        let mut made = Vec::new();
        for pending in &draft.pending {
            match compile_one(pending, draft, &names) {
                Ok(result) => made.push((pending.target, result)),
                Err(error) => faults.push(located(error, pending, source)),
            }
        }
        compiled.push(made);
    }
    compiled
}

fn compile_one(pending: &Pending, draft: &Draft, names: &Names) -> Result<Made, FormulaError> {
    let question = pending.target.question(&draft.questionnaire);
    let asker = Asker {
        questionnaire: &draft.questionnaire.id,
        question: question.as_ref().map(|(id, _)| id),
        scope: question.as_ref().map_or(crate::domain::Scope::Together, |(_, scope)| *scope),
        record: None,
    };
    let text = &pending.text.value;
    match pending.target {
        Target::QuestionWhen { .. } | Target::ActionWhen(_) | Target::ActionDoneWhen(_) | Target::SignalWhen(_) => {
            compile_condition(text, names, &asker).map(Made::Condition)
        }
        _ => compile_template(text, names, &asker).map(Made::Text),
    }
}

/// The place in the file of a fault in an expression: exact where the text stands in the file as it is, between single
/// quotation marks; else the whole text.
fn located(error: FormulaError, pending: &Pending, source: &SourceFile) -> Fault {
    let whole = pending.text.span.clone();
    let inside = whole.start + 1..whole.end.saturating_sub(1).max(whole.start + 1);
    let exact = source.text.get(inside.clone()) == Some(pending.text.value.as_str());
    let span = if exact && error.span.end <= pending.text.value.len() {
        inside.start + error.span.start..inside.start + error.span.end
    } else {
        whole
    };
    Fault::at(span, error.fault.message()).tip_if(error.fault.tip())
}

fn put(questionnaire: &mut Questionnaire, target: Target, made: Made) {
    match (target, made) {
        (Target::Ask { section, question }, Made::Text(text)) => {
            questionnaire.sections[section].questions[question].ask = text;
        }
        (Target::QuestionWhen { section, question }, Made::Condition(when)) => {
            questionnaire.sections[section].questions[question].when = Some(when);
        }
        (Target::ActionTitle(index), Made::Text(text)) => questionnaire.actions[index].title = text,
        (Target::ActionHow(index), Made::Text(text)) => questionnaire.actions[index].how = text,
        (Target::ActionWhy(index), Made::Text(text)) => questionnaire.actions[index].why = text,
        (Target::ActionWhen(index), Made::Condition(when)) => questionnaire.actions[index].when = Some(when),
        (Target::ActionDoneWhen(index), Made::Condition(when)) => questionnaire.actions[index].done_when = Some(when),
        (Target::SignalWhen(index), Made::Condition(when)) => questionnaire.signals[index].when = when,
        (Target::SignalText(index), Made::Text(text)) => questionnaire.signals[index].text = text,
        (Target::SignalAdvice(index), Made::Text(text)) => questionnaire.signals[index].advice = text,
        _ => {}
    }
}
