use std::collections::BTreeMap;

use super::SCHEMA;
use super::draft::{Draft, Reader};
use super::questionnaire_shape::QUESTIONNAIRE;
use super::read_action::{read_action, read_signal};
use super::read_origin::read_points;
use super::read_question::read_question;
use super::read_reference::identifier;
use crate::domain::{
    Bound, Decimal, Identifier, Lesson, Phase, Questionnaire, Renamed, Section, Threshold, Tip, Version,
};
use crate::source::{Fault, Faults, Located, Parsed, SourceFile, Table, check, did_you_mean, quoted};

/// Reads one file. Everything that can be judged from this file alone is a fault here.
pub(super) fn read_questionnaire(source: &SourceFile) -> Result<Draft, Faults> {
    let parsed = Parsed::read(source)?;
    let table = parsed.table();
    if let Some(schema) = table.integer("schema").filter(|schema| schema.value > SCHEMA) {
        return Err(Faults::new(source, vec![newer(&schema)]));
    }
    let faults = check(&table, &QUESTIONNAIRE);
    if !faults.is_empty() {
        return Err(Faults::new(source, faults));
    }
    // The check has found every key; what it cannot read is the id of the file, and that was checked too.
    let Some(id) = table.identifier("id") else {
        return Err(Faults::new(source, vec![Fault::new(None, "de vragenlijst heeft geen id")]));
    };
    let mut reader = Reader {
        questionnaire: &id.value,
        faults: Vec::new(),
        pending: Vec::new(),
        anchors: Vec::new(),
        meanings: Vec::new(),
    };
    let questionnaire = read_checked(&table, &id.value, &mut reader);
    let Reader { faults, pending, anchors, meanings, .. } = reader;
    if faults.is_empty() {
        Ok(Draft { questionnaire, pending, anchors, id_span: id.span, meanings })
    } else {
        Err(Faults::new(source, faults))
    }
}

fn newer(schema: &Located<i64>) -> Fault {
    let message = format!("dit bestand heeft schema {}, dit programma leest schema {SCHEMA}", schema.value);
    Fault::at(schema.span.clone(), message).tip("gebruik een nieuwere versie van regio")
}

fn read_checked(table: &Table, id: &Identifier, reader: &mut Reader) -> Questionnaire {
    let mut seen = Seen::default();
    let sections: Vec<Section> = table
        .tables("section")
        .iter()
        .enumerate()
        .map(|(index, section)| read_section(section, index, reader, &mut seen))
        .collect();
    let actions = table.tables("action");
    let signals = table.tables("signal");
    for one in actions.iter().chain(&signals) {
        check_section(one, &sections, reader);
    }
    let actions = actions.iter().enumerate().map(|(index, action)| read_action(action, index, reader)).collect();
    let signals = signals.iter().enumerate().map(|(index, signal)| read_signal(signal, index, reader)).collect();
    doubled(&table.tables("action"), "de stappen", reader);
    doubled(&table.tables("signal"), "de signalen", reader);
    doubled(&table.tables("section"), "de onderdelen", reader);
    Questionnaire {
        id: id.clone(),
        version: table
            .read("version", Version::parse)
            .map_or(Version { major: 1, minor: 0, patch: 0 }, |read| read.value),
        phase: table.read("phase", Phase::parse).map_or(Phase::Verkennen, |read| read.value),
        title: table.string("title").unwrap_or_default(),
        intro: table.string("intro").unwrap_or_default(),
        thresholds: read_thresholds(table, reader),
        renamed: read_renamed(table, &sections, reader),
        sections,
        actions,
        signals,
    }
}

/// The ids of questions that were met, each with its place.
#[derive(Default)]
pub(super) struct Seen(BTreeMap<Identifier, std::ops::Range<usize>>);

impl Seen {
    /// Notes an id; a second one is a fault.
    pub fn note(&mut self, id: &Located<Identifier>, what: &str, reader: &mut Reader) {
        if self.0.insert(id.value.clone(), id.span.clone()).is_some() {
            let message = format!("de id '{}' is al van een andere {what}", id.value);
            reader.fault(Fault::at(id.span.clone(), message).tip("geef elke vraag een eigen naam"));
        }
    }
}

fn doubled(tables: &[Table], what: &str, reader: &mut Reader) {
    let mut seen = Vec::new();
    for id in tables.iter().filter_map(|table| table.identifier("id")) {
        if seen.contains(&id.value) {
            let message = format!("de id '{}' staat twee keer bij {what}", id.value);
            reader.fault(Fault::at(id.span.clone(), message).tip("geef alles een eigen naam"));
        }
        seen.push(id.value);
    }
}

fn read_section(table: &Table, index: usize, reader: &mut Reader, seen: &mut Seen) -> Section {
    let questions: Vec<_> = table
        .tables("question")
        .iter()
        .enumerate()
        .filter_map(|(place, question)| {
            if let Some(id) = question.identifier("id") {
                seen.note(&id, "vraag", reader);
            }
            read_question(question, (index, place), reader)
        })
        .collect();
    let known: Vec<&str> = questions.iter().map(|question| question.id.local.as_str()).collect();
    let tips = table.tables("tip");
    let lessons = table.tables("lesson");
    for one in tips.iter().chain(&lessons) {
        if let Some(question) = one.identifier("question").filter(|id| !known.contains(&id.value.as_str())) {
            let message = format!("dit onderdeel heeft geen vraag {}", quoted(question.value.as_str()));
            let tip = did_you_mean(question.value.as_str(), &known);
            reader.fault(Fault::at(question.span.clone(), message).tip_if(tip));
        }
    }
    Section {
        id: identifier(table, "id"),
        title: table.string("title").unwrap_or_default(),
        minutes: table.integer("minutes").and_then(|minutes| u32::try_from(minutes.value).ok()).unwrap_or(1),
        intro: table.string("intro").unwrap_or_default(),
        tips: tips.iter().map(|tip| read_tip(tip, reader)).collect(),
        lessons: lessons.iter().map(|lesson| read_lesson(lesson, reader)).collect(),
        questions,
    }
}

fn read_tip(table: &Table, reader: &mut Reader) -> Tip {
    Tip {
        question: table.identifier("question").map(|id| id.value),
        text: table.string("text").unwrap_or_default(),
        points: read_points(table, reader),
    }
}

fn read_lesson(table: &Table, reader: &mut Reader) -> Lesson {
    Lesson {
        from: table.string("from").unwrap_or_default(),
        question: table.identifier("question").map(|id| id.value),
        text: table.string("text").unwrap_or_default(),
        points: read_points(table, reader),
    }
}

fn check_section(table: &Table, sections: &[Section], reader: &mut Reader) {
    let Some(section) = table.identifier("section") else { return };
    let known: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    if !known.contains(&section.value.as_str()) {
        let message = format!("er is geen onderdeel {}", quoted(section.value.as_str()));
        let tip = did_you_mean(section.value.as_str(), &known);
        reader.fault(Fault::at(section.span, message).tip_if(tip));
    }
}

fn read_thresholds(table: &Table, reader: &mut Reader) -> BTreeMap<Identifier, Threshold> {
    let mut thresholds = BTreeMap::new();
    for entry in table.table("value").map(|values| values.entries()).unwrap_or_default() {
        let (Some(id), Some(value)) = (Identifier::parse(entry.key.value), entry.node.table()) else {
            let message = format!("{} kan geen naam van een drempel zijn", quoted(entry.key.value));
            reader.fault(Fault::at(entry.key.span, message).tip("gebruik kleine letters, cijfers en streepjes"));
            continue;
        };
        let is = value.integer("is").map_or(Decimal::ZERO, |is| Decimal::from_integer(is.value));
        thresholds.insert(
            id,
            Threshold {
                is,
                about: value.string("about").unwrap_or_default(),
                means: value.read("means", Bound::parse).map(|means| means.value),
            },
        );
    }
    thresholds
}

fn read_renamed(table: &Table, sections: &[Section], reader: &mut Reader) -> Vec<Renamed> {
    let known: Vec<&Identifier> =
        sections.iter().flat_map(|section| &section.questions).map(|question| &question.id.local).collect();
    let mut renamed = Vec::new();
    for one in table.tables("renamed") {
        let (Some(from), Some(to), Some(since)) =
            (one.identifier("from"), one.identifier("to"), one.read("since", Version::parse))
        else {
            continue;
        };
        if known.contains(&&from.value) {
            let message = format!("de oude id '{}' is nog in gebruik", from.value);
            reader
                .fault(Fault::at(from.span.clone(), message).tip("een id die eens bestond, gebruik je nooit opnieuw"));
        }
        renamed.push(Renamed { from: from.value, to: to.value, since: since.value });
    }
    for one in &renamed {
        let travels = known.contains(&&one.to) || renamed.iter().any(|next| next.from == one.to);
        if !travels {
            let message = format!("de nieuwe id '{}' bestaat niet", one.to);
            reader.fault(Fault::new(table.key_span("renamed"), message).tip("noem een vraag van deze vragenlijst"));
        }
    }
    renamed
}
