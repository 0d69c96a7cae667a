use super::read_origin::{read_origin, read_points};
use crate::domain::{Action, Anchor, DueRule, FullId, Identifier, Kind, Level, Owner, Period, Scope, Signal};
use crate::expression::{Names, Reader};
use crate::source::{Fault, Located, Table, did_you_mean, quoted};

/// Reads a step whose shape was checked.
pub(super) fn read_action(table: &Table, reader: &mut Reader) -> Option<Action> {
    let asker = reader.asker();
    let [title, how, why] = ["title", "how", "why"].map(|key| reader.text(table, key, asker));
    let [when, done_when, lapses_when] =
        ["when", "done_when", "lapses_when"].map(|key| reader.condition(table, key, asker));
    let due = table.table("due").and_then(|due| read_due(&due, reader));
    let (points, origin) = (read_points(table, reader), read_origin(table, reader));
    Some(Action {
        id: FullId::new(reader.id, &table.identifier("id")?.value),
        section: table.identifier("section")?.value,
        title: title?,
        how: how?,
        why: why?,
        when,
        done_when,
        lapses_when,
        every: table.read("every", Period::parse).map(|read| read.value),
        due,
        owner: table.read("owner", Owner::parse)?.value,
        weight: table.whole("weight")?,
        points,
        origin: origin?,
    })
}

fn read_due(table: &Table, reader: &mut Reader) -> Option<DueRule> {
    let (written, days) = (table.text("anchor")?, table.whole("days")?);
    if written.value == "begin" {
        return Some(DueRule { anchor: Anchor::PhaseBegin, days });
    }
    let elsewhere = FullId::parse(written.value);
    let Some(question) = elsewhere.or_else(|| Some(FullId::new(reader.id, &Identifier::parse(written.value)?))) else {
        let fault = Fault::at(written.span, format!("{} kan geen anker zijn", quoted(written.value)));
        reader.fault(fault.tip("noem een datumvraag, of \"begin\""));
        return None;
    };
    reader.faults.extend(reader.names.and_then(|names| anchor_fault(&question, &written, names)));
    Some(DueRule { anchor: Anchor::Answer(question), days })
}

/// What is wrong with an anchor: it is no question, or one that gives no date.
fn anchor_fault(question: &FullId, written: &Located<&str>, names: &Names) -> Option<Fault> {
    let span = written.span.clone();
    match names.question(question) {
        Some(named) if *named.kind == Kind::Date && named.scope == Scope::Together => None,
        Some(_) => {
            let fault = Fault::at(span, format!("de vraag '{question}' geeft geen datum"));
            Some(fault.tip("een anker is een vraag van het type date, of \"begin\""))
        }
        None => {
            let dates: Vec<&str> = names.dates().map(|id| id.local.as_str()).collect();
            let fault = Fault::at(span, format!("er is geen vraag {}", quoted(&question.to_string())));
            Some(fault.tip_if(did_you_mean(question.local.as_str(), &dates)))
        }
    }
}

/// Reads a signal whose shape was checked.
pub(super) fn read_signal(table: &Table, reader: &mut Reader, actions: &[&str]) -> Option<Signal> {
    let lifts = table.texts("lifts");
    for step in &lifts {
        reader.is_known(step, actions, format!("er is geen stap {}", quoted(step.value)));
    }
    let asker = reader.asker();
    let [text, advice] = ["text", "advice"].map(|key| reader.text(table, key, asker));
    let when = reader.condition(table, "when", asker);
    let (points, origin) = (read_points(table, reader), read_origin(table, reader));
    Some(Signal {
        id: FullId::new(reader.id, &table.identifier("id")?.value),
        section: table.identifier("section")?.value,
        level: table.read("level", Level::parse)?.value,
        when: when?,
        text: text?,
        advice: advice?,
        lifts: lifts.iter().filter_map(|step| Some(FullId::new(reader.id, &Identifier::parse(step.value)?))).collect(),
        points,
        origin: origin?,
    })
}
