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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::catalog::{assemble, built_in};
    use crate::domain::{Circle, FullId, Scope};

    fn asked(id: &str) -> Question {
        let catalog = assemble(&built_in()).expect("is in order");
        catalog.question(&FullId::parse(id).expect("is a full id")).expect("is asked").clone()
    }

    #[test]
    fn only_what_each_says_of_others_can_name_itself() {
        let haven = Identifier::parse("haven").expect("is an identifier");
        let together = asked("verkennen.kopgroep");
        let each = Question { scope: Scope::Each(Circle::Kopgroep), ..together.clone() };
        let names = |question: &Question, name: &str| names_itself(question, Some(&haven), &Value::text(name));
        assert!(names(&each, "haven"));
        assert!(!names(&each, "bakkerij") && !names(&together, "haven"));
    }

    #[test]
    fn two_of_a_record_are_one_only_where_the_one_depends_on_the_other() {
        let depends = asked("verkennen.afhankelijkheden");
        let other = Question { means: None, ..depends.clone() };
        let Kind::Group { fields, .. } = &depends.kind else { panic!("it is a group") };
        let named = fields.iter().filter(|field| matches!(field.kind, Kind::Organisation { .. }));
        let both = named.map(|field| (field.id.to_string(), Value::text("haven")));
        let both = Value::Record(both.collect::<BTreeMap<_, _>>());
        assert!(names_itself(&depends, None, &both));
        assert!(!names_itself(&other, None, &both));
    }
}
