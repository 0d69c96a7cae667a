use super::draft::{Reader, Target};
use super::read_origin::{read_origin, read_points};
use super::read_reference::{identifier, reference};
use crate::domain::{Action, Anchor, DueRule, Formula, FullId, Level, Owner, Signal, Template};
use crate::source::{Fault, Located, Table, quoted};

/// Reads a step that the check has let through. Its expressions are compiled later.
pub(super) fn read_action(table: &Table, index: usize, reader: &mut Reader) -> Action {
    reader.later(Target::ActionTitle(index), table.text("title"));
    reader.later(Target::ActionHow(index), table.text("how"));
    reader.later(Target::ActionWhy(index), table.text("why"));
    reader.later(Target::ActionWhen(index), table.text("when"));
    reader.later(Target::ActionDoneWhen(index), table.text("done_when"));
    Action {
        id: FullId::new(reader.questionnaire, &identifier(table, "id")),
        section: identifier(table, "section"),
        title: Template::default(),
        how: Template::default(),
        why: Template::default(),
        when: None,
        done_when: None,
        due: table.table("due").and_then(|due| read_due(&due, reader)),
        owner: table.read("owner", Owner::parse).map_or(Owner::Trekker, |read| read.value),
        weight: table.integer("weight").and_then(|weight| u32::try_from(weight.value).ok()).unwrap_or(1),
        points: read_points(table, reader),
        origin: read_origin(table, reader),
    }
}

fn read_due(table: &Table, reader: &mut Reader) -> Option<DueRule> {
    let anchor = table.text("anchor")?;
    let days = table.integer("days").and_then(|days| i32::try_from(days.value).ok())?;
    if anchor.value == "begin" {
        return Some(DueRule { anchor: Anchor::PhaseBegin, days });
    }
    let Some(question) = reference(anchor.value, reader.questionnaire) else {
        let message = format!("{} kan geen anker zijn", quoted(anchor.value));
        reader.fault(Fault::at(anchor.span, message).tip("noem een datumvraag, of \"begin\""));
        return None;
    };
    reader.anchors.push(Located { value: question.clone(), span: anchor.span });
    Some(DueRule { anchor: Anchor::Answer(question), days })
}

/// Reads a signal that the check has let through. Its expressions are compiled later.
pub(super) fn read_signal(table: &Table, index: usize, reader: &mut Reader) -> Signal {
    reader.later(Target::SignalWhen(index), table.text("when"));
    reader.later(Target::SignalText(index), table.text("text"));
    reader.later(Target::SignalAdvice(index), table.text("advice"));
    Signal {
        id: FullId::new(reader.questionnaire, &identifier(table, "id")),
        section: identifier(table, "section"),
        level: table.read("level", Level::parse).map_or(Level::Attention, |read| read.value),
        when: Formula::Flag(false),
        text: Template::default(),
        advice: Template::default(),
        points: read_points(table, reader),
        origin: read_origin(table, reader),
    }
}
