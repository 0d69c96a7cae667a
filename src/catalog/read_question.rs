use super::read_kind::read_kind;
use super::read_origin::{read_origin, read_points};
use crate::domain::{Circle, Depth, FullId, Identifier, Meaning, Moment, Period, Perspective, Question, Scope, Tlp};
use crate::expression::{Asker, Reader};
use crate::source::{Fault, Table};

/// A label longer than this breaks the columns of overviews.
const LONGEST_LABEL: usize = 40;

/// Reads a question whose shape was checked.
pub(super) fn read_question(table: &Table, reader: &mut Reader) -> Option<Question> {
    let (id, scope) = (FullId::new(reader.id, &table.identifier("id")?.value), scope_of(table));
    check_label(table, reader);
    check_perspective(table, reader);
    check_intake(table, reader);
    check_meaning(table, &id, reader);
    let asker = Asker { question: Some(&id), scope, ..reader.asker() };
    let (ask, when) = (reader.text(table, "ask", asker), reader.condition(table, "when", asker));
    // It may rest on what is asked later.
    let consent = reader.condition(table, "consent", reader.asker());
    let holds_for = read_holds_for(table, reader);
    let (kind, points) = (read_kind(table, &mut reader.faults), read_points(table, reader));
    let origin = read_origin(table, reader);
    Some(Question {
        revision: table.whole("revision")?,
        label: table.string("label")?,
        ask: ask?,
        kind: kind?,
        help: table.string("help")?,
        why: table.string("why")?,
        example: table.string("example"),
        perspective: table.read("perspective", Perspective::parse).map(|read| read.value),
        subject: table.string("subject"),
        scope,
        when,
        intake: table.is_true("intake"),
        depth: table.read("depth", Depth::parse).map_or(Depth::Core, |read| read.value),
        moment: table.read("moment", Moment::parse).map_or(Moment::Later, |read| read.value),
        tlp: table.read("tlp", Tlp::parse).map(|read| read.value),
        consent,
        holds_for,
        review_after: table.read("review_after", Period::parse).map(|read| read.value),
        means: table.read("means", Meaning::parse).map(|read| read.value),
        points,
        origin: origin?,
        id,
    })
}

/// Said once, of what is said once: of the words of each organisation there would be no telling whose changed.
fn read_holds_for(table: &Table, reader: &mut Reader) -> Vec<FullId> {
    let Some(names) = reader.names else { return Vec::new() };
    let is_each = scope_of(table).is_each();
    let mut named = Vec::new();
    for one in table.texts("holds_for") {
        let id = Identifier::parse(one.value).map(|local| FullId::new(reader.id, &local));
        match id.and_then(|id| names.question(&id).map(|question| (id, question.scope))) {
            Some((id, scope)) if !is_each && !scope.is_each() => named.push(id),
            Some(_) => {
                let fault = Fault::at(one.span, "'holds_for' kan niet bij een vraag met 'per', en er geen noemen");
                reader.fault(fault.tip("haal 'holds_for' of 'per' weg"));
            }
            None => {
                let fault = Fault::at(one.span, format!("er is geen vraag '{}' in deze vragenlijst", one.value));
                reader.fault(fault.tip("noem de vragen waar dit antwoord bij hoort"));
            }
        }
    }
    named
}

pub(super) fn scope_of(table: &Table) -> Scope {
    table.text("per").and_then(|per| Circle::parse(per.value)).map_or(Scope::Together, Scope::Each)
}

fn check_label(table: &Table, reader: &mut Reader) {
    if let Some(label) = table.text("label").filter(|label| label.value.chars().count() > LONGEST_LABEL) {
        let fault = Fault::at(label.span, format!("dit label is langer dan {LONGEST_LABEL} tekens"));
        reader.fault(fault.tip("kies een kort zelfstandig naamwoord; de vraag zelf staat in 'ask'"));
    }
}

fn check_perspective(table: &Table, reader: &mut Reader) {
    for (key, other) in [("perspective", "subject"), ("subject", "perspective")] {
        if table.contains(key) && !table.contains(other) {
            let fault = Fault::new(table.key_span(key), format!("bij '{key}' hoort ook '{other}'"));
            reader.fault(fault.tip("de drie kanten van een onderwerp vinden elkaar door 'subject'"));
        }
    }
}

fn check_intake(table: &Table, reader: &mut Reader) {
    if scope_of(table).is_each() && table.is_true("intake") {
        let fault = Fault::new(table.key_span("intake"), "een vraag per organisatie kan niet bij 'regio init' horen");
        reader.fault(fault.tip("haal 'intake' of 'per' weg"));
    }
}

fn check_meaning(table: &Table, id: &FullId, reader: &mut Reader) {
    let Some(meaning) = table.read("means", Meaning::parse) else { return };
    let first = reader.names.and_then(|names| names.meaning(meaning.value));
    if let Some(other) = first.filter(|first| *first != id) {
        let message = format!("de betekenis '{}' is al van de vraag '{other}'", meaning.value.word());
        reader.fault(Fault::at(meaning.span, message).tip("elke betekenis hoort bij één vraag"));
    }
}
