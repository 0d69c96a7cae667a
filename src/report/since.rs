use crate::catalog::Catalog;
use crate::domain::Question;
use crate::expression::Facts;
use crate::notation;

/// What stands before a fact from after the guide.
pub(super) const SINCE: &str = "Sinds 2018:";

/// What changed about a question since the guide.
pub(super) fn since(catalog: &Catalog, facts: &Facts, question: &Question) -> Vec<String> {
    catalog.facts_at(&question.id).map(|fact| notation::dated_fact(fact, facts.today)).collect()
}
