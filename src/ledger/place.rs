use super::answer::{given_now, put, remember};
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Departure, Field, Identifier, Item, Kind, Meaning, Organisation, Place, Project, Question, Stamp, State,
    Value,
};

/// Lets the register follow an answer in which organisations get a place. Who is named moves nearer, never further off; who is
/// left out of the answer that says who is in the kopgroep, is in it no longer.
pub(super) fn move_places(project: &mut Project, catalog: &Catalog, question: &Question, state: &State, stamp: &Stamp) {
    let State::Given(value) = state else { return };
    let says_who_is_in = question.means == Some(Meaning::KopgroepMembers);
    let mut moved = Vec::new();
    for organisation in &mut project.organisations {
        let place = place_in(&question.kind, value, organisation.id.as_str());
        // Who left is back when an answer says that it is in the kopgroep, and not because an older list names it.
        let stays_away = organisation.has_left() && !says_who_is_in;
        match place {
            Some(place) if organisation.place < place && !stays_away => {
                organisation.departure = Departure::default();
                organisation.place = place;
                moved.push(organisation.id.clone());
            }
            None if says_who_is_in && organisation.place == Place::Kopgroep => {
                organisation.place = Place::Stakeholder;
            }
            _ => {}
        }
    }
    if !says_who_is_in {
        for organisation in moved {
            follow_place(project, catalog, &organisation, stamp);
        }
    }
}

/// The place that an answer gives the organisation with this id, where it names it: in itself, or in a field of what it tells of.
fn place_in(kind: &Kind, value: &Value, id: &str) -> Option<Place> {
    let Kind::Group { fields, .. } = kind else { return kind.place().filter(|_| value.names(id)) };
    let place = |field: &Field| {
        let records = value.items().iter().filter_map(Value::as_record);
        let naming = records.filter(|record| record.get(field.id.as_str()).is_some_and(|value| value.names(id)));
        naming.filter_map(|record| field.kind.place_in(record)).max()
    };
    fields.iter().filter_map(place).max()
}

/// Lets the answer that says who is in the kopgroep follow the register, after an organisation got another place. An answer
/// that was not given stays open. The label of the question whose answer changed, if it did.
pub(super) fn follow_place<'c>(
    project: &mut Project,
    catalog: &'c Catalog,
    organisation: &Identifier,
    stamp: &Stamp,
) -> Option<&'c str> {
    let question = catalog.meaning(Meaning::KopgroepMembers)?;
    let named = members(project, question)?;
    let is_member = project.organisation(organisation.as_str())?.place == Place::Kopgroep;
    let id = Value::text(organisation.as_str());
    let mut wanted: Vec<Value> = named.iter().filter(|one| **one != id || is_member).cloned().collect();
    if is_member && !wanted.contains(&id) {
        wanted.push(id);
    }
    if wanted == named {
        return None;
    }
    // An empty list is no answer: who was the last leaves the question open.
    let state = if wanted.is_empty() { State::Open } else { State::Given(Value::List(wanted)) };
    let item = Item::together(&question.id);
    let earlier = project.answer(&question.id, None)?.clone();
    remember(project, &item, &earlier, &state, stamp, None);
    let Answer { note, tlp, given_for, .. } = earlier;
    let answer = Answer { note, tlp, given_for, ..given_now(question, state, stamp, None) };
    put(project, &item, question.scope, answer);
    Some(&question.label)
}

/// Who is in the kopgroep by the answer and not by the register, and the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement<'p> {
    pub only_answered: Vec<&'p Organisation>,
    pub only_registered: Vec<&'p Organisation>,
}

/// Whether the register and the answer that says who is in the kopgroep disagree. An answer that was not given says nothing.
pub fn disagreement<'p>(project: &'p Project, catalog: &Catalog) -> Option<Disagreement<'p>> {
    let named = members(project, catalog.meaning(Meaning::KopgroepMembers)?)?;
    let is_named = |organisation: &Organisation| named.contains(&Value::text(organisation.id.as_str()));
    let all = project.organisations.iter();
    let (registered, elsewhere): (Vec<_>, Vec<_>) = all.partition(|one| one.place == Place::Kopgroep);
    let found = Disagreement {
        only_answered: elsewhere.into_iter().filter(|one| is_named(one)).collect(),
        only_registered: registered.into_iter().filter(|one| !is_named(one)).collect(),
    };
    (!found.only_answered.is_empty() || !found.only_registered.is_empty()).then_some(found)
}

fn members(project: &Project, question: &Question) -> Option<Vec<Value>> {
    project.answer(&question.id, None)?.value().map(|value| value.items().to_vec())
}
