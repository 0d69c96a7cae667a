use crate::domain::{Filter, Formula, FullId, Organisation, Scope, Value};
use crate::expression::Facts;

/// Settles conditions for the page of one organisation: whatever rests on the project is replaced by whether it holds now,
/// so that only the answers of the page itself, the day and the words of the questionnaire remain.
pub(super) struct Settler<'s, 'f> {
    pub facts: &'s Facts<'f>,
    pub organisation: &'s Organisation,
    /// The questions of the page.
    pub page: &'s [FullId],
}

impl Settler<'_, '_> {
    /// The condition as it may stand in the page.
    pub fn settle(&self, condition: &Formula) -> Formula {
        self.settled(condition).unwrap_or_else(|| self.as_it_stands(condition))
    }

    /// Nothing when the formula yields more than true or false and would carry something of the project along: a number,
    /// a text or a list that is no business of the organisation.
    fn settled(&self, formula: &Formula) -> Option<Formula> {
        if !self.rests_on_project(formula) {
            return Some(formula.clone());
        }
        if !self.rests_on_page(formula) {
            return match self.facts.value(formula, Some(self.organisation)) {
                Some(Value::Flag(flag)) => Some(Formula::Flag(flag)),
                Some(_) => None,
                None => Some(Formula::NotKnown),
            };
        }
        match formula {
            Formula::Not(inner) => Some(negated(self.settle(inner))),
            Formula::And(left, right) => Some(joined(self.settle(left), self.settle(right), true, Formula::And)),
            Formula::Or(left, right) => Some(joined(self.settle(left), self.settle(right), false, Formula::Or)),
            Formula::Compare(..) | Formula::Contains { .. } | Formula::Test(..) => {
                Some(self.with_settled_parts(formula).unwrap_or_else(|| self.as_it_stands(formula)))
            }
            _ => self.with_settled_parts(formula),
        }
    }

    /// What cannot be parted without telling something is settled by the answers that the project holds now.
    fn as_it_stands(&self, condition: &Formula) -> Formula {
        match self.facts.value(condition, Some(self.organisation)) {
            Some(Value::Flag(flag)) => Formula::Flag(flag),
            _ => Formula::NotKnown,
        }
    }

    fn with_settled_parts(&self, formula: &Formula) -> Option<Formula> {
        let part = |inner: &Formula| self.settled(inner).map(Box::new);
        Some(match formula {
            Formula::Compare(left, comparison, right) => Formula::Compare(part(left)?, *comparison, part(right)?),
            Formula::Contains { item, list } => Formula::Contains { item: part(item)?, list: part(list)? },
            Formula::Plus(left, right) => Formula::Plus(part(left)?, part(right)?),
            Formula::Minus(left, right) => Formula::Minus(part(left)?, part(right)?),
            Formula::DaysBetween(left, right) => Formula::DaysBetween(part(left)?, part(right)?),
            Formula::Test(test, inner) => Formula::Test(*test, part(inner)?),
            Formula::Filter(Filter::Count(wanted), inner) => {
                Formula::Filter(Filter::Count(part(wanted)?), part(inner)?)
            }
            _ => return None,
        })
    }

    fn rests_on_page(&self, formula: &Formula) -> bool {
        any(formula, &|part| self.is_answer_of_page(part))
    }

    fn rests_on_project(&self, formula: &Formula) -> bool {
        any(formula, &|part| match part {
            Formula::Answer(_) | Formula::OwnAnswer(_) => !self.is_answer_of_page(part),
            part => is_fact_of_project(part),
        })
    }

    /// The answer of this organisation itself, or its view on what is asked of all together.
    fn is_answer_of_page(&self, formula: &Formula) -> bool {
        match formula {
            Formula::OwnAnswer(id) => self.page.contains(id),
            Formula::Answer(id) => {
                let together = self.facts.question(id).is_some_and(|question| question.scope == Scope::Together);
                together && self.page.contains(id)
            }
            _ => false,
        }
    }
}

/// Whether a formula says the same for every project: no answer stands in it, and no other fact of one.
pub(super) fn is_public(formula: &Formula) -> bool {
    let is_answer = |part: &Formula| matches!(part, Formula::Answer(_) | Formula::OwnAnswer(_));
    !any(formula, &|part| is_answer(part) || is_fact_of_project(part))
}

fn is_fact_of_project(formula: &Formula) -> bool {
    matches!(
        formula,
        Formula::Organisations(_)
            | Formula::KindsPresent
            | Formula::KindsMissing
            | Formula::SuccessCount
            | Formula::StepHolders
            | Formula::DepartedContacts
            | Formula::DecisionCount
            | Formula::Phase
    )
}

fn any(formula: &Formula, wanted: &dyn Fn(&Formula) -> bool) -> bool {
    let mut found = false;
    formula.walk(&mut |part| found = found || wanted(part));
    found
}

fn negated(inner: Formula) -> Formula {
    match inner {
        Formula::Flag(flag) => Formula::Flag(!flag),
        Formula::NotKnown => Formula::NotKnown,
        inner => Formula::Not(Box::new(inner)),
    }
}

/// Two conditions in one, of which the value that is `idle` changes nothing and the other one decides.
fn joined(left: Formula, right: Formula, idle: bool, join: fn(Box<Formula>, Box<Formula>) -> Formula) -> Formula {
    match (left, right) {
        (Formula::Flag(flag), other) | (other, Formula::Flag(flag)) if flag == idle => other,
        (Formula::Flag(flag), _) | (_, Formula::Flag(flag)) => Formula::Flag(flag),
        (left, right) => join(Box::new(left), Box::new(right)),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::catalog::{assemble, built_in};
    use crate::domain::{Answer, Answers, Circle, Identifier, Phase, Place, Project, State, Value};
    use crate::expression::{Asker, Names, compile_condition};
    use crate::ledger::testing::register;
    use crate::round::asked_questions;
    use crate::source::SourceFile;

    const PROOF: &str = include_str!("../../../tests/fixtures/rondvraag/uitbouwen.toml");

    fn full_id(text: &str) -> FullId {
        FullId::parse(text).expect("is a full id")
    }

    /// Two organisations in the kopgroep; the trekker has twelve hours.
    fn project() -> Project {
        let mut project = Project::new("a1".to_owned(), NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a day"));
        register(&mut project, "Bakker", Place::Kopgroep);
        register(&mut project, "Slager", Place::Kopgroep);
        let hours = Answer { state: State::Given(Value::integer(12)), ..Answer::open() };
        project.answers.insert(full_id("verkennen.trekker-tijd"), Answers::Together(hours));
        project
    }

    /// A condition of the last question of the proof questionnaire, settled for the first organisation.
    #[track_caller]
    fn check(condition: &str, expected: &str) {
        check_in(&project(), condition, expected);
    }

    /// In what is expected, a question of the project that nobody answered stands for what is not known.
    #[track_caller]
    fn check_in(project: &Project, condition: &str, expected: &str) {
        let sources = [built_in(), vec![SourceFile::new("uitbouwen.toml", PROOF)]].concat();
        let catalog = assemble(&sources).expect("is sound");
        let names = Names::gather(catalog.questionnaires());
        let questionnaire = Identifier::parse("uitbouwen").expect("is an id");
        let asking = full_id("uitbouwen.alleen");
        let asker = Asker {
            questionnaire: &questionnaire,
            question: Some(&asking),
            scope: Scope::Each(Circle::Kopgroep),
            record: None,
        };
        let compiled = |text: &str| compile_condition(text, &names, &asker).expect("is a condition");
        let page: Vec<FullId> = asked_questions(&catalog, Some(Phase::Uitbouwen), Place::Kopgroep)
            .map(|question| question.id.clone())
            .collect();
        let facts = Facts::new(project, &catalog, project.created);
        let settler = Settler { facts: &facts, organisation: &project.organisations[0], page: &page };
        let unknown = ["verkennen.ecosysteem-aantal", "verkennen.startbijeenkomst", "verkennen.aanleiding"];
        let expected = if expected == "onbekend" { Formula::NotKnown } else { compiled(expected) };
        let expected = unknown.iter().fold(format!("{expected:?}"), |told, question| {
            told.replace(&format!("{:?}", Formula::Answer(full_id(question))), &format!("{:?}", Formula::NotKnown))
        });
        assert_eq!(format!("{:?}", settler.settle(&compiled(condition))), expected, "{condition}");
    }

    #[test]
    fn what_rests_on_the_page_stays() {
        check("janee and uren > value.veel", "janee and uren > value.veel");
        check("samen is given", "samen is given");
        check("datum is upcoming or datum < vandaag", "datum is upcoming or datum < vandaag");
    }

    #[test]
    fn what_rests_on_the_project_is_settled_now() {
        check("kopgroep | length == 2", "true");
        check("successen > 0", "false");
        check("verkennen.startbijeenkomst is upcoming", "onbekend");
        check("janee and kopgroep | length == 2", "janee");
        check("janee or kopgroep | length == 2", "true");
        check("janee and successen > 0", "false");
        check("not (janee and kopgroep | length == 2)", "not janee");
        check("janee or successen > 0", "janee");
        check("janee or not kopgroep | length == 2", "janee");
        check("not (janee and successen > 0)", "true");
    }

    #[test]
    fn what_does_not_tell_anything_goes_along_with_what_the_page_asks() {
        check("(kopgroep | length == 2) == janee", "true == janee");
        for both in [
            "uren > verkennen.ecosysteem_aantal",
            "uren + verkennen.ecosysteem_aantal > 3",
            "uren - verkennen.ecosysteem_aantal > 3",
            "datum - verkennen.startbijeenkomst > 3",
            "(uren + verkennen.ecosysteem_aantal) is given",
            "verkennen.aanleiding in rij",
            "rij | count(verkennen.aanleiding) > 0",
        ] {
            check(both, both);
        }
    }

    /// Where a number of the project stands beside an answer of the page, what holds now decides.
    #[test]
    fn what_cannot_be_parted_is_settled_by_what_was_answered_before() {
        let with_hours = |hours: i64| {
            let mut project = project();
            let answer = Answer { state: State::Given(Value::integer(hours)), ..Answer::open() };
            let each = [(project.organisations[0].id.clone(), answer)];
            project.answers.insert(full_id("uitbouwen.uren"), Answers::PerOrganisation(each.into()));
            project
        };
        check_in(&with_hours(11), "uren > verkennen.trekker_tijd", "false");
        check_in(&with_hours(13), "uren > verkennen.trekker_tijd", "true");
        check_in(&with_hours(13), "janee and uren > verkennen.trekker_tijd", "janee");
        check_in(&with_hours(13), "(uren > verkennen.trekker_tijd) == janee", "true == janee");
    }

    #[test]
    fn what_says_the_same_for_every_project_is_public() {
        assert!(is_public(&Formula::Not(Box::new(Formula::Flag(true)))));
        for told in [Formula::SuccessCount, Formula::Answer(full_id("uitbouwen.uren")), Formula::Phase] {
            assert!(!is_public(&Formula::Not(Box::new(told))));
        }
    }

    #[test]
    fn a_number_text_or_list_of_the_project_never_goes_along() {
        check("uren > verkennen.trekker_tijd", "onbekend");
        check("uren + verkennen.trekker_tijd > 3", "onbekend");
        check("hulp in kopgroep", "onbekend");
    }
}
