use std::collections::BTreeMap;

use crate::domain::{
    ActionRecord, Change, Decision, FullId, Identifier, LapsedAnswer, OwnAction, Phase, Standing, State, Subject,
    Success, Variant,
};
use crate::source::{Fault, Located, Table, quoted, read_value};

use super::answers::{entries, full_id, read_one};
use super::outline::Outline;
use super::register::doubled;

/// What a person said about advised steps.
pub fn read_actions(file: &Table<'_>) -> BTreeMap<FullId, ActionRecord> {
    let mut actions = BTreeMap::new();
    for questionnaire in entries(file.table("action")) {
        for step in entries(questionnaire.node.table()) {
            let record = step.node.table().map(|table| read_record(&table)).unwrap_or_default();
            if let Some(id) = full_id(&questionnaire, &step).filter(|_| record != ActionRecord::default()) {
                actions.insert(id, record);
            }
        }
    }
    actions
}

pub fn read_own_actions(file: &Table<'_>, faults: &mut Vec<Fault>) -> Vec<OwnAction> {
    let tables = file.tables("own-action");
    let ids = tables.iter().filter_map(|table| table.identifier("id"));
    faults.extend(doubled(ids.map(|id| id.map(|id| id.to_string())), "deze stap"));
    tables.iter().filter_map(read_own_action).collect()
}

pub fn read_decisions(file: &Table<'_>, faults: &mut Vec<Fault>) -> Vec<Decision> {
    let tables = file.tables("decision");
    let ids = || tables.iter().filter_map(|table| table.text("id")).map(|id| id.map(str::to_owned));
    faults.extend(doubled(ids(), "dit besluit"));
    for replaced in tables.iter().filter_map(|table| table.text("replaces")) {
        if !ids().any(|id| id.value == replaced.value) {
            faults.push(Fault::warning(replaced.span, format!("er is geen besluit {}", quoted(replaced.value))));
        }
    }
    tables.iter().filter_map(read_decision).collect()
}

pub fn read_successes(file: &Table<'_>) -> Vec<Success> {
    let success = |table: &Table<'_>| {
        Some(Success { text: table.string("text")?, date: table.date("date")?.value, by: table.string("by") })
    };
    file.tables("success").iter().filter_map(success).collect()
}

pub fn read_changes(file: &Table<'_>, outline: &Outline, faults: &mut Vec<Fault>) -> Vec<Change> {
    file.tables("history").iter().filter_map(|table| read_change(table, outline, faults)).collect()
}

/// The variants, and where each names its organisation.
pub fn read_variants(
    file: &Table<'_>,
    outline: &Outline,
    faults: &mut Vec<Fault>,
) -> (Vec<Variant>, Vec<Located<Identifier>>) {
    let tables = file.tables("variant");
    let variants = tables.iter().filter_map(|table| read_variant(table, outline, faults)).collect();
    (variants, tables.iter().filter_map(|table| table.identifier("organisation")).collect())
}

fn read_variant(table: &Table<'_>, outline: &Outline, faults: &mut Vec<Fault>) -> Option<Variant> {
    let question = table.read("question", FullId::parse)?;
    let name = Located { value: "variant", span: question.span.clone() };
    Some(Variant {
        organisation: table.identifier("organisation")?.value,
        standing: table.read("standing", Standing::parse)?.value,
        answer: read_one(&question.value, table, &name, outline, faults)?,
        question: question.value,
    })
}

pub fn read_lapsed(file: &Table<'_>, outline: &Outline) -> Vec<LapsedAnswer> {
    file.tables("lapsed").iter().filter_map(|table| read_lapsed_answer(table, outline)).collect()
}

fn read_record(table: &Table<'_>) -> ActionRecord {
    ActionRecord {
        done: table.date("done").map(|date| date.value),
        dropped: table.date("dropped").map(|date| date.value),
        owner: table.string("owner"),
        due: table.date("due").map(|date| date.value),
        note: table.string("note"),
    }
}

fn read_own_action(table: &Table<'_>) -> Option<OwnAction> {
    Some(OwnAction {
        id: table.identifier("id")?.value,
        title: table.string("title")?,
        phase: table.read("phase", Phase::parse).map(|phase| phase.value),
        created: table.date("created")?.value,
        record: read_record(table),
    })
}

fn read_decision(table: &Table<'_>) -> Option<Decision> {
    Some(Decision {
        id: table.string("id")?,
        text: table.string("text")?,
        date: table.date("date")?.value,
        by: table.string("by"),
        why: table.string("why"),
        replaces: table.string("replaces"),
    })
}

fn read_change(table: &Table<'_>, outline: &Outline, faults: &mut Vec<Fault>) -> Option<Change> {
    let subject = read_subject(table);
    if subject.is_none() {
        let fault = Fault::new(table.span(), "er staat niet bij wat er veranderde, of twee dingen tegelijk");
        faults.push(fault.tip("noem één van: question, action, organisation, decision, success, project"));
    }
    Some(Change {
        at: table.moment("at")?.value,
        by: table.string("by"),
        subject: subject?,
        from: read_said(table, "from", outline),
        to: read_said(table, "to", outline),
        why: table.string("why"),
    })
}

/// What was said before or after a change: a value, or `{ state = "unknown" }`.
fn read_said(table: &Table<'_>, key: &str, outline: &Outline) -> Option<State> {
    let node = table.get(key)?;
    let alone = node.table().filter(|inner| inner.entries().len() == 1);
    if let Some(state) = alone.and_then(|inner| inner.read("state", State::parse_without_value)) {
        return Some(state.value);
    }
    let value = read_value(node).ok()?;
    Some(State::Given(match table.read("question", FullId::parse) {
        Some(question) if table.get("note").is_none() => outline.with_numbers(&question.value, value),
        _ => value,
    }))
}

/// What a change is about; only a question may have an organisation beside it.
fn read_subject(table: &Table<'_>) -> Option<Subject> {
    let question = table.read("question", FullId::parse).map(|question| question.value);
    let organisation = table.identifier("organisation").map(|organisation| organisation.value);
    let is_about_note = table.is_true("note");
    let success = table.is_true("success").then_some(Subject::Success);
    let mut subjects = [
        table.string("action").map(Subject::Action),
        table.string("decision").map(Subject::Decision),
        table.string("project").map(Subject::Project),
        success,
        match (question, organisation) {
            (Some(question), organisation) if is_about_note => Some(Subject::Note { question, organisation }),
            (Some(question), organisation) => Some(Subject::Answer { question, organisation }),
            (None, organisation) => organisation.map(Subject::Organisation),
        },
    ]
    .into_iter()
    .flatten();
    let subject = subjects.next()?;
    subjects.next().is_none().then_some(subject)
}

fn read_lapsed_answer(table: &Table<'_>, outline: &Outline) -> Option<LapsedAnswer> {
    let question = table.read("question", FullId::parse)?.value;
    let value = table.get("value").and_then(|value| read_value(value).ok());
    Some(LapsedAnswer {
        organisation: table.identifier("organisation").map(|organisation| organisation.value),
        ask: table.string("ask")?,
        value: value.map(|value| outline.with_numbers(&question, value)),
        question,
        given: table.moment("given").map(|given| given.value),
        by: table.string("by"),
        why: table.string("why")?,
    })
}
