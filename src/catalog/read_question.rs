use super::draft::{Reader, Target};
use super::read_kind::read_kind;
use super::read_origin::{read_origin, read_points};
use super::read_reference::identifier;
use crate::domain::{FullId, Meaning, Period, Perspective, Question, Scope, Template, Tlp};
use crate::source::{Fault, Table};

/// A label longer than this breaks the columns of overviews.
const LONGEST_LABEL: usize = 40;

/// Reads a question that the check has let through. Its expressions are compiled later.
pub(super) fn read_question(table: &Table, place: (usize, usize), reader: &mut Reader) -> Option<Question> {
    let (section, question) = place;
    reader.later(Target::Ask { section, question }, table.text("ask"));
    reader.later(Target::QuestionWhen { section, question }, table.text("when"));
    check_label(table, reader);
    check_perspective(table, reader);
    let means = table.read("means", Meaning::parse);
    reader.meanings.extend(means.clone());
    let per_organisation = table.contains("per");
    if per_organisation && table.flag("intake").is_some_and(|intake| intake.value) {
        let span = table.key_span("intake");
        let fault = Fault::new(span, "een vraag per organisatie kan niet bij 'regio init' horen");
        reader.fault(fault.tip("haal 'intake' of 'per' weg"));
    }
    Some(Question {
        id: FullId::new(reader.questionnaire, &identifier(table, "id")),
        revision: table.integer("revision").and_then(|revision| u32::try_from(revision.value).ok()).unwrap_or(1),
        label: table.string("label").unwrap_or_default(),
        ask: Template::default(),
        kind: read_kind(table, reader)?,
        help: table.string("help").unwrap_or_default(),
        why: table.string("why").unwrap_or_default(),
        example: table.string("example"),
        perspective: table.read("perspective", Perspective::parse).map(|read| read.value),
        subject: table.string("subject"),
        scope: if per_organisation { Scope::PerOrganisation } else { Scope::Together },
        when: None,
        intake: table.flag("intake").is_some_and(|intake| intake.value),
        tlp: table.read("tlp", Tlp::parse).map(|read| read.value),
        review_after: table.read("review_after", Period::parse).map(|read| read.value),
        means: means.map(|means| means.value),
        points: read_points(table, reader),
        origin: read_origin(table, reader),
    })
}

fn check_label(table: &Table, reader: &mut Reader) {
    if let Some(label) = table.text("label").filter(|label| label.value.chars().count() > LONGEST_LABEL) {
        let message = format!("dit label is langer dan {LONGEST_LABEL} tekens");
        reader.fault(
            Fault::at(label.span, message).tip("kies een kort zelfstandig naamwoord; de vraag zelf staat in 'ask'"),
        );
    }
}

fn check_perspective(table: &Table, reader: &mut Reader) {
    let fault = |key: &str, other: &str| {
        Fault::new(table.key_span(key), format!("bij '{key}' hoort ook '{other}'"))
            .tip("de drie kanten van een onderwerp vinden elkaar door 'subject'")
    };
    match (table.contains("perspective"), table.contains("subject")) {
        (true, false) => reader.fault(fault("perspective", "subject")),
        (false, true) => reader.fault(fault("subject", "perspective")),
        _ => {}
    }
}
