use super::step::Step;
use crate::catalog::Catalog;
use crate::domain::{Answer, Filter, Formula, FullId, Organisation, StepId, Test, Value};
use crate::expression::Facts;

/// Whether an organisation did all that a step of each organisation waits for: then it waits for the others alone. What the step
/// wants otherwise than by an answer or a height of each, cannot be said of one.
pub fn did_its_part(organisation: &Organisation, step: &Step, catalog: &Catalog, facts: &Facts) -> bool {
    let action = catalog.actions().find(|action| step.id == StepId::Advised(action.id.clone()));
    let Some(done) = action.and_then(|action| action.done_when.as_ref()) else { return false };
    let is_of_each = |id: &FullId| catalog.question(id).is_some_and(|question| question.scope.is_each());
    let said = |of: &Formula| match of {
        Formula::Answer(id) => Some(facts.answer(id, Some(organisation))),
        _ => None,
    };
    let level = |said: Option<&Answer>| said.and_then(Answer::value).and_then(Value::as_number);
    let (mut parts, mut wanted) = (Vec::new(), 0);
    done.walk(&mut |part| match part {
        Formula::Answer(id) if is_of_each(id) => wanted += 1,
        Formula::Test(Test::Complete, of) => parts.extend(said(of).map(Facts::settles)),
        Formula::Filter(Filter::AtLeast(least), of) => parts.extend(said(of).map(|said| level(said) >= Some(*least))),
        _ => {}
    });
    wanted > 0 && parts.len() == wanted && parts.into_iter().all(|part| part)
}
