use serde::Serialize;

use super::party::Party;
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Answer, Formula, FullId, Kind, Meaning, Organisation, Question, State, Value};
use crate::expression::Facts;

/// The levels inside an organisation at which support is won, from the work floor up.
const LEVELS: [Meaning; 3] = [Meaning::SupportSpecialist, Meaning::SupportManagement, Meaning::SupportBoard];

/// The ladder of support: how far each organisation is at each level, and what keeps it from signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Support {
    /// What the levels are called: the labels of their questions.
    pub levels: Vec<String>,
    pub rows: Vec<SupportRow>,
    /// Their board is on the highest step and nothing was named that holds them back.
    pub can_sign: Vec<Party>,
    /// The day to sign has been: who can sign is no question any more. Who signed stands on the declaration.
    pub signing_is_past: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupportRow {
    pub organisation: Party,
    /// One for each level.
    pub footings: Vec<Footing>,
    /// What holds it back from signing.
    pub blocker: Option<String>,
}

/// How far an organisation is at one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Footing {
    /// On a step of the ladder: the first is 1, the last is `of`.
    Step {
        step: usize,
        of: usize,
        words: String,
    },
    /// Nobody has spoken with this level yet: that is not a no.
    Unspoken,
    /// Knows the plan and is not behind it yet.
    Doubting,
    Unknown,
    NotApplicable,
    Open,
}

/// Nothing when it is not yet time to speak of it.
pub fn support(catalog: &Catalog, facts: &Facts) -> Option<Support> {
    let asked: Vec<&Question> = LEVELS.iter().filter_map(|level| catalog.meaning(*level)).collect();
    if !LEVELS.iter().any(|level| said::is_at_hand(catalog, facts, *level)) {
        return None;
    }
    let rows: Vec<SupportRow> =
        facts.kopgroep().map(|organisation| row(catalog, facts, &asked, organisation)).collect();
    let board = asked.iter().position(|question| question.means == Some(Meaning::SupportBoard));
    let is_highest = |footing: &Footing| matches!(footing, Footing::Step { step, of, .. } if step >= of);
    let at_board = |row: &SupportRow| board.is_some_and(|board| is_highest(&row.footings[board]));
    let can_sign = rows.iter().filter(|row| at_board(row) && row.blocker.is_none());
    let can_sign = can_sign.map(|row| row.organisation.clone()).collect();
    let signing = said::together(catalog, facts, Meaning::DeclarationDate).and_then(Value::as_date);
    let signing_is_past = signing.is_some_and(|day| day < facts.today);
    let levels = asked.iter().map(|question| question.label.clone()).collect();
    Some(Support { levels, rows, can_sign, signing_is_past })
}

fn row(catalog: &Catalog, facts: &Facts, asked: &[&Question], organisation: &Organisation) -> SupportRow {
    let blocker = said::by(catalog, facts, Meaning::SupportBlocker, organisation);
    SupportRow {
        organisation: organisation.into(),
        footings: asked.iter().map(|question| footing(catalog, facts, question, organisation)).collect(),
        blocker: blocker.map(|(question, value)| said::in_words(question, value, facts)),
    }
}

fn footing(catalog: &Catalog, facts: &Facts, question: &Question, organisation: &Organisation) -> Footing {
    if !facts.is_asked(question, Some(organisation)) {
        return unasked(catalog, facts, question, organisation);
    }
    match facts.project.said_by(&question.id, &organisation.id) {
        Some(Answer { state: State::Given(value), .. }) => step(question, value).unwrap_or(Footing::Open),
        Some(Answer { state: State::Unknown, .. }) => Footing::Unknown,
        Some(Answer { state: State::NotApplicable, .. }) => Footing::NotApplicable,
        _ => Footing::Open,
    }
}

/// What keeps a level off the ladder, in the order in which it is asked.
const OFF: [(Meaning, Footing); 2] =
    [(Meaning::SupportUnspoken, Footing::Unspoken), (Meaning::SupportDoubting, Footing::Doubting)];

/// A step is not asked of a level that was not spoken with or that doubts. Where nothing was said of that, or the question hangs
/// on something else, nothing follows from its not being asked.
fn unasked(catalog: &Catalog, facts: &Facts, question: &Question, organisation: &Organisation) -> Footing {
    let mut hangs_on_it = false;
    for (meaning, footing) in OFF {
        let Some(off) = catalog.meaning(meaning) else { continue };
        let Some(level) = question.when.as_ref().and_then(|when| item_of(when, &off.id)) else { continue };
        hangs_on_it = true;
        let said = facts.project.said_by(&off.id, &organisation.id).and_then(Answer::value);
        if said.is_some_and(|said| said.items().contains(&level)) {
            return footing;
        }
    }
    if hangs_on_it { Footing::Open } else { Footing::NotApplicable }
}

/// The choice of a question that a condition speaks of.
fn item_of(condition: &Formula, question: &FullId) -> Option<Value> {
    let mut found = None;
    condition.walk(&mut |formula| {
        if let Formula::Contains { item, list } = formula
            && matches!(&**list, Formula::Answer(id) | Formula::OwnAnswer(id) if id == question)
            && let Formula::Text(option) = &**item
        {
            found = Some(Value::text(option));
        }
    });
    found
}

fn step(question: &Question, value: &Value) -> Option<Footing> {
    let Kind::Scale { levels } = &question.kind else { return None };
    let step = usize::try_from(value.as_number()?.to_integer()?).ok()?;
    let words = levels.get(step.wrapping_sub(1)).cloned().unwrap_or_default();
    Some(Footing::Step { step, of: levels.len(), words })
}
