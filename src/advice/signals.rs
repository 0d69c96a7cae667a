use serde::{Serialize, Serializer};

use super::reason::{Reason, reasons};
use crate::catalog::Catalog;
use crate::domain::{FullId, Level, Phase};
use crate::expression::{Facts, fill};

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
    /// The questions whose answers it repeats, in its reasons and its texts.
    #[serde(skip)]
    pub questions: Vec<FullId>,
}

fn as_text<S: Serializer>(id: &FullId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// The signals that hold, risks first, then what asks attention, then what goes well.
pub fn signals(catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Insight> {
    let mut insights = Vec::new();
    for questionnaire in catalog.questionnaires().iter().filter(|one| phases.contains(&one.phase)) {
        for signal in questionnaire.signals.iter().filter(|signal| facts.holds(&signal.when)) {
            insights.push(Insight {
                id: signal.id.clone(),
                phase: questionnaire.phase,
                level: signal.level,
                text: fill(&signal.text, facts, None),
                advice: fill(&signal.advice, facts, None),
                reasons: reasons(&signal.when, facts),
                questions: [signal.when.questions(), signal.text.questions(), signal.advice.questions()].concat(),
            });
        }
    }
    insights.sort_by_key(|insight| std::cmp::Reverse(insight.level));
    insights
}
