use std::collections::BTreeMap;

use super::ids::{doubled, ids};
use super::read_action::{read_action, read_signal};
use super::read_earlier::read_earlier;
use super::read_origin::read_points;
use super::read_question::read_question;
use crate::domain::{Bound, Decimal, Identifier, Lesson, Phase, Questionnaire, Section, Threshold, Tip, Version};
use crate::expression::Reader;
use crate::source::{Fault, Table, quoted};

/// Reads a file whose shape was checked.
pub(super) fn read_questionnaire(table: &Table, reader: &mut Reader) -> Option<Questionnaire> {
    let (sections, actions, signals) = (table.tables("section"), table.tables("action"), table.tables("signal"));
    for (tables, what) in [(&actions, "de stappen"), (&signals, "de signalen"), (&sections, "de onderdelen")] {
        let message = |id: &str| format!("de id '{id}' staat twee keer bij {what}");
        reader.faults.extend(doubled(tables, message, "geef alles een eigen naam"));
    }
    reader.faults.extend(doubled_questions(table));
    for section in actions.iter().chain(&signals).filter_map(|one| one.text("section")) {
        reader.is_known(&section, &ids(&sections), format!("er is geen onderdeel {}", quoted(section.value)));
    }
    let sections: Vec<Section> = sections.iter().filter_map(|section| read_section(section, reader)).collect();
    Some(Questionnaire {
        id: reader.id.clone(),
        version: table.read("version", Version::parse)?.value,
        phase: table.read("phase", Phase::parse)?.value,
        title: table.string("title")?,
        intro: table.string("intro")?,
        thresholds: read_thresholds(table)?,
        actions: actions.iter().filter_map(|action| read_action(action, reader)).collect(),
        signals: signals.iter().filter_map(|signal| read_signal(signal, reader, &ids(&actions))).collect(),
        earlier: read_earlier(table, &sections, reader)?,
        sections,
    })
}

/// The questions of all sections.
pub(super) fn questions_of<'t>(table: &Table<'t>) -> Vec<Table<'t>> {
    table.tables("section").iter().flat_map(|section| section.tables("question")).collect()
}

pub(super) fn doubled_questions(table: &Table) -> Vec<Fault> {
    let message = |id: &str| format!("de id '{id}' is al van een andere vraag");
    doubled(&questions_of(table), message, "geef elke vraag een eigen naam")
}

fn read_section(table: &Table, reader: &mut Reader) -> Option<Section> {
    let (questions, tips, lessons) = (table.tables("question"), table.tables("tip"), table.tables("lesson"));
    for question in tips.iter().chain(&lessons).filter_map(|one| one.text("question")) {
        let message = format!("dit onderdeel heeft geen vraag {}", quoted(question.value));
        reader.is_known(&question, &ids(&questions), message);
    }
    Some(Section {
        id: table.identifier("id")?.value,
        title: table.string("title")?,
        intro: table.string("intro")?,
        walk_when: reader.condition(table, "walk_when", reader.asker()),
        questions: questions.iter().filter_map(|question| read_question(question, reader)).collect(),
        tips: tips.iter().filter_map(|tip| read_tip(tip, reader)).collect(),
        lessons: lessons.iter().filter_map(|lesson| read_lesson(lesson, reader)).collect(),
    })
}

fn read_tip(table: &Table, reader: &mut Reader) -> Option<Tip> {
    Some(Tip {
        question: table.identifier("question").map(|id| id.value),
        text: table.string("text")?,
        points: read_points(table, reader),
    })
}

fn read_lesson(table: &Table, reader: &mut Reader) -> Option<Lesson> {
    let Tip { question, text, points } = read_tip(table, reader)?;
    Some(Lesson { from: table.string("from")?, year: table.whole("year"), question, text, points })
}

pub(super) fn read_thresholds(table: &Table) -> Option<BTreeMap<Identifier, Threshold>> {
    let entries = table.table("value").map(|values| values.entries()).unwrap_or_default();
    let thresholds = entries.iter().map(|entry| {
        let value = entry.node.table()?;
        let is = Decimal::from_integer(value.integer("is")?.value);
        let means = value.read("means", Bound::parse).map(|means| means.value);
        Some((Identifier::parse(entry.key.value)?, Threshold { is, about: value.string("about")?, means }))
    });
    thresholds.collect()
}
