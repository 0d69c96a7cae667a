use std::borrow::Cow;

use super::SCHEMA;
use super::catalog::Catalog;
use super::questionnaire_shape::QUESTIONNAIRE;
use super::read_kind::read_kind;
use super::read_question::scope_of;
use super::read_questionnaire::{doubled_questions, questions_of, read_questionnaire, read_thresholds};
use crate::domain::{FullId, Identifier, Meaning, Phase, Questionnaire};
use crate::expression::{Names, Reader};
use crate::source::{Fault, Faults, Located, Parsed, SourceFile, Table};

/// The questions of `regio init` that a person answers in three minutes.
const MOST_INTAKE: usize = 7;

/// A questionnaire whose shape was checked.
struct File<'f> {
    source: &'f SourceFile,
    table: Table<'f>,
    id: Located<Identifier>,
    phase: Phase,
}

/// Makes a catalog of questionnaire files. A later file with the id of an earlier one takes its place. Every fault of
/// every file is found at once.
pub fn assemble(sources: &[SourceFile]) -> Result<Catalog, Vec<Faults>> {
    let (mut parsed, mut refused) = (Vec::new(), Vec::new());
    for source in sources {
        match Parsed::checked(source, &QUESTIONNAIRE, SCHEMA) {
            Ok(file) => parsed.push((source, file)),
            Err(faults) => refused.push(faults),
        }
    }
    let files: Vec<File> = parsed.iter().filter_map(|(source, parsed)| open(source, parsed.table())).collect();
    let (latest, replaced) = latest(&files);
    let names = if refused.is_empty() { gather(&latest) } else { None };
    let mut intake = names.as_ref().and_then(|_| intake_fault(&latest));
    let mut questionnaires = Vec::new();
    for file in latest {
        match read(file, names.as_ref(), intake.take()) {
            Ok(questionnaire) => questionnaires.push(questionnaire),
            Err(faults) => refused.push(faults),
        }
    }
    // What nobody names any more is held against its own rules all the same.
    refused.extend(replaced.into_iter().filter_map(|file| read(file, None, None).err()));
    refused.sort_by_key(|faults| sources.iter().position(|source| *source == faults.source));
    if refused.is_empty() { Ok(Catalog::new(questionnaires)) } else { Err(refused) }
}

fn open<'f>(source: &'f SourceFile, table: Table<'f>) -> Option<File<'f>> {
    Some(File { source, id: table.identifier("id")?, phase: table.read("phase", Phase::parse)?.value, table })
}

/// The last file of every id, in the order of the phases, and the files that it replaces.
fn latest<'f>(files: &'f [File<'f>]) -> (Vec<&'f File<'f>>, Vec<&'f File<'f>>) {
    let (mut latest, mut replaced): (Vec<&File>, Vec<&File>) = (Vec::new(), Vec::new());
    for file in files {
        match latest.iter_mut().find(|earlier| earlier.id.value == file.id.value) {
            Some(earlier) => replaced.push(std::mem::replace(earlier, file)),
            None => latest.push(file),
        }
    }
    latest.sort_by_key(|file| file.phase);
    (latest, replaced)
}

/// Every name that an expression may use. Nothing when one of them has a fault, which reading its file tells.
fn gather<'n>(files: &[&File]) -> Option<Names<'n>> {
    let (mut names, mut faults) = (Names::default(), Vec::new());
    for file in files {
        names.add_questionnaire(file.id.value.clone(), Cow::Owned(read_thresholds(&file.table)?));
        faults.extend(doubled_questions(&file.table));
        for question in questions_of(&file.table) {
            let id = FullId::new(&file.id.value, &question.identifier("id")?.value);
            let means = question.read("means", Meaning::parse).map(|means| means.value);
            names.add_question(id, Cow::Owned(read_kind(&question, &mut faults)?), scope_of(&question), means);
        }
    }
    faults.is_empty().then_some(names)
}

fn read(file: &File, names: Option<&Names>, intake: Option<Fault>) -> Result<Questionnaire, Faults> {
    let mut reader = Reader::new(file.source, &file.id.value, names);
    reader.faults.extend(intake);
    let questionnaire = read_questionnaire(&file.table, &mut reader);
    reader.finish(questionnaire)
}

/// Stands with the first file, because it is about all of them.
fn intake_fault(files: &[&File]) -> Option<Fault> {
    let questions = files.iter().flat_map(|file| questions_of(&file.table));
    let intake = questions.filter(|question| question.is_true("intake")).count();
    let message = format!("{intake} vragen horen bij 'regio init': hooguit {MOST_INTAKE} kan");
    let fault = Fault::at(files.first()?.id.span.clone(), message);
    (intake > MOST_INTAKE).then(|| fault.tip("haal 'intake = true' weg bij vragen die kunnen wachten"))
}
