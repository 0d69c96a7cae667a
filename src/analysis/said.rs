use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::domain::{Answer, Answers, Field, Kind, Meaning, Organisation, Question, Scope, Value};
use crate::expression::Facts;
use crate::notation;

/// What an organisation said to a question, or nothing yet.
pub(super) type Row<'p> = (&'p Organisation, Option<&'p Answer>);

/// What each organisation of the kopgroep said, of those to which the question is asked now.
pub(super) fn of_each<'p>(catalog: &Catalog, facts: &Facts<'p>, meaning: Meaning) -> Vec<Row<'p>> {
    let Some(question) = catalog.meaning(meaning) else { return Vec::new() };
    let project = facts.project;
    let asked = facts.kopgroep().filter(|organisation| facts.is_asked(question, Some(organisation)));
    asked.map(|organisation| (organisation, project.said_by(&question.id, &organisation.id))).collect()
}

/// A question with what was answered.
pub(super) type Said<'p> = (&'p Question, &'p Value);

/// What an organisation answered to a question that is asked of it now.
pub(super) fn by<'p>(
    catalog: &'p Catalog,
    facts: &Facts<'p>,
    meaning: Meaning,
    one: &Organisation,
) -> Option<Said<'p>> {
    let question = catalog.meaning(meaning)?;
    let asked = facts.is_asked(question, Some(one));
    let answer = facts.project.said_by(&question.id, &one.id).filter(|_| asked)?;
    Some((question, answer.value()?))
}

/// What was answered together.
pub fn together<'p>(catalog: &Catalog, facts: &Facts<'p>, meaning: Meaning) -> Option<&'p Value> {
    noted(catalog, facts, meaning)?.value()
}

/// The answer that was given together, as it was noted.
pub(super) fn noted<'p>(catalog: &Catalog, facts: &Facts<'p>, meaning: Meaning) -> Option<&'p Answer> {
    facts.answer(&catalog.meaning(meaning)?.id, None)
}

/// The answer that was given together, in words.
pub(super) fn together_in_words(catalog: &Catalog, facts: &Facts, meaning: Meaning) -> Option<String> {
    let value = together(catalog, facts, meaning)?;
    Some(in_words(catalog.meaning(meaning)?, value, facts))
}

pub(super) type Record = BTreeMap<String, Value>;
type Fields<'c, const COUNT: usize> = [Option<&'c Field>; COUNT];

/// The first fields of a group that hold this: what a field means is known by what it holds.
pub(super) fn fields<const COUNT: usize>(
    catalog: &Catalog,
    group: Meaning,
    of: fn(&Kind) -> bool,
) -> Fields<'_, COUNT> {
    let fields = catalog.meaning(group).map(|question| question.kind.fields()).unwrap_or_default();
    let mut found = fields.iter().filter(|field| of(&field.kind));
    std::array::from_fn(|_| found.next())
}

/// What a record says in a field.
pub(super) fn in_field<'r>(record: &'r Record, field: Option<&Field>) -> Option<&'r Value> {
    record.get(field?.id.as_str())
}

/// The records of a group: those answered together, or those of every organisation.
pub(super) fn records<'p>(catalog: &Catalog, facts: &Facts<'p>, meaning: Meaning) -> Vec<&'p Record> {
    let Some(question) = catalog.meaning(meaning) else { return Vec::new() };
    let values: Vec<&'p Value> = match question.scope {
        Scope::Together => together(catalog, facts, meaning).into_iter().collect(),
        Scope::Each(_) => of_each(catalog, facts, meaning).into_iter().filter_map(|(_, said)| said?.value()).collect(),
    };
    values.into_iter().flat_map(Value::items).filter_map(Value::as_record).collect()
}

/// A value as the people at the table know it.
pub(super) fn in_words(question: &Question, value: &Value, facts: &Facts) -> String {
    notation::answer(&question.kind, value, &|id| name(facts, id))
}

pub(super) fn name(facts: &Facts, id: &str) -> Option<String> {
    facts.project.organisation(id).map(Organisation::known_as)
}

/// Whether it is time to speak of what an answer means: its phase was begun, or something was said.
pub(super) fn is_at_hand(catalog: &Catalog, facts: &Facts, meaning: Meaning) -> bool {
    let Some(Question { id, .. }) = catalog.meaning(meaning) else { return false };
    let answers = facts.project.answers.get(id).map(Answers::each).unwrap_or_default();
    let views = facts.project.views.get(id).into_iter().flat_map(BTreeMap::values);
    let mut said = answers.into_iter().map(|(_, answer)| answer).chain(views);
    catalog.is_begun(id, facts.project) || said.any(|answer| answer.state.is_said())
}
