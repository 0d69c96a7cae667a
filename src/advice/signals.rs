use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::depth::is_pursued;
use super::reason::{Reason, reasons};
use super::step::{Step, StepState};
use super::steps::steps;
use crate::catalog::Catalog;
use crate::domain::{Formula, FullId, Identifier, Level, Meaning, Organisation, Phase, Place, Signal};
use crate::expression::{Departed, Facts, fill};

/// A signal that holds now, with its answers filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Insight {
    #[serde(serialize_with = "as_text")]
    pub id: FullId,
    pub phase: Phase,
    pub level: Level,
    pub text: String,
    pub advice: String,
    pub reasons: Vec<Reason>,
    /// Where it comes from, in short.
    pub mark: String,
    /// The questions whose answers it repeats, in its reasons and its texts.
    #[serde(skip)]
    pub questions: Vec<FullId>,
}

fn as_text<S: Serializer>(id: &FullId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// So many days what goes well is news: after that everybody knows it.
const NEWS: i64 = 60;

/// The signals that hold, risks first, then what asks attention, then what goes well.
pub fn signals(catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Insight> {
    let facts = &facts
        .of_advice()
        .with_departed(Departed { step_holders: step_holders(catalog, facts), contacts: contacts(catalog, facts) });
    let mut insights = Vec::new();
    for questionnaire in catalog.questionnaires().iter().filter(|one| phases.contains(&one.phase)) {
        let is_pursued = |signal: &&Signal| is_pursued(questionnaire, &signal.section, facts);
        let is_over = questionnaire.phase < facts.project.phase();
        let is_sent = |signal: &&Signal| is_sent(signal, is_over, facts);
        for signal in questionnaire.signals.iter().filter(is_sent).filter(is_pursued) {
            insights.push(Insight {
                id: signal.id.clone(),
                phase: questionnaire.phase,
                level: signal.level,
                text: fill(&signal.text, facts, None),
                advice: fill(&signal.advice, facts, None),
                mark: signal.origin.mark(&signal.points),
                reasons: reasons(&signal.when, facts),
                questions: [signal.when.questions(), signal.text.questions(), signal.advice.questions()].concat(),
            });
        }
    }
    insights.sort_by_key(|insight| std::cmp::Reverse(insight.level));
    insights
}

/// Who left and still holds open steps.
fn step_holders(catalog: &Catalog, facts: &Facts) -> Vec<Identifier> {
    let gone: Vec<&Organisation> = facts.project.in_place(Place::Departed).collect();
    let open = if gone.is_empty() { Vec::new() } else { steps(catalog, Phase::ALL, facts) };
    let holds = |one: &&Organisation, step: &Step| {
        step.state == StepState::Open && step.named.as_ref().is_some_and(|named| one.answers_to(named))
    };
    gone.into_iter().filter(|one| open.iter().any(|step| holds(one, step))).map(|one| one.id.clone()).collect()
}

/// Who left and is still named as whom to ask, or as trekker.
fn contacts(catalog: &Catalog, facts: &Facts) -> Vec<Identifier> {
    let answer = |means: &Meaning| facts.answer(&catalog.meaning(*means)?.id, None)?.value()?.as_text();
    let named = Meaning::CONTACTS.iter().filter_map(answer).chain(facts.project.trekker.as_deref());
    let gone: BTreeSet<&Identifier> =
        named.filter_map(|who| facts.project.departed_in(who)).map(|one| &one.id).collect();
    gone.into_iter().cloned().collect()
}

/// The steps that go first: a signal of risk that holds asks for them.
pub(super) fn lifted(catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<FullId> {
    let questionnaires = catalog.questionnaires().iter().filter(|one| phases.contains(&one.phase));
    let risks = questionnaires.flat_map(|one| &one.signals).filter(|signal| signal.level == Level::Risk);
    risks.filter(|signal| facts.holds(&signal.when)).flat_map(|signal| signal.lifts.clone()).collect()
}

/// What goes well in a phase after which another was begun, is known by then.
fn is_sent(signal: &Signal, is_over: bool, facts: &Facts) -> bool {
    facts.holds(&signal.when) && (signal.level != Level::Good || !is_over && is_news(&signal.when, facts))
}

/// Whether something that it rests on was said not long ago. What bears no day stays news.
fn is_news(condition: &Formula, facts: &Facts) -> bool {
    let mut days: Vec<NaiveDate> = Vec::new();
    condition.walk(&mut |part| match part {
        Formula::Answer(id) => {
            let answers = facts.question(id).map(|question| facts.answers(question)).unwrap_or_default();
            let given = answers.into_iter().filter_map(|(_, answer)| answer?.given);
            days.extend(given.map(|given| given.date_naive()));
        }
        Formula::SuccessCount => days.extend(facts.project.successes().map(|success| success.date)),
        Formula::DecisionCount => days.extend(facts.project.decisions.iter().map(|decision| decision.date)),
        _ => {}
    });
    days.into_iter().max().is_none_or(|last| facts.today.signed_duration_since(last).num_days() <= NEWS)
}
