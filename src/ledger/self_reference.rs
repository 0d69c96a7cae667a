//! An organisation that would name itself, once it is one with another that it named.

use crate::domain::{Identifier, Kind, Meaning, Question, Value};

/// What an answer says by the new names, without what names two who are one now as two. Nothing when nothing is left.
pub(super) fn without_self_reference(
    question: &Question,
    (was, was_by): (&Value, Option<&Identifier>),
    (is, is_by): (Value, Option<&Identifier>),
) -> Option<Value> {
    let stays = |(before, now): &(&Value, &Value)| {
        names_itself(question, was_by, before) || !names_itself(question, is_by, now)
    };
    let left: Vec<Value> = was.items().iter().zip(is.items()).filter(stays).map(|(_, now)| now.clone()).collect();
    match is {
        Value::List(_) => (!left.is_empty()).then_some(Value::List(left)),
        _ => left.into_iter().next(),
    }
}

/// Of a dependency the first organisation depends on the second; an answer of one's own names others.
fn names_itself(question: &Question, by: Option<&Identifier>, item: &Value) -> bool {
    match &question.kind {
        Kind::Organisation { .. } | Kind::Organisations { .. } if question.scope.is_each() => {
            by.is_some_and(|by| item.as_text() == Some(by.as_str()))
        }
        Kind::Group { fields, .. } if question.means == Some(Meaning::Dependency) => {
            let named = fields.iter().filter(|field| matches!(field.kind, Kind::Organisation { .. }));
            let mut named = named.map(|field| item.as_record().and_then(|record| record.get(field.id.as_str())));
            matches!((named.next().flatten(), named.next().flatten()), (Some(who), Some(on)) if who == on)
        }
        _ => false,
    }
}
