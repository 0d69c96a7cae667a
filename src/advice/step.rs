use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::due::Due;
use super::reason::Reason;
use crate::domain::{FullId, Origin, Owner, Phase, Project, StepId, vocabulary};

/// One step of a checklist: advised by a questionnaire, or the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub id: StepId,
    pub phase: Option<Phase>,
    pub title: String,
    pub how: Option<String>,
    /// The advice that it rests on.
    pub why: Option<String>,
    /// What changed about it since the guide.
    pub since: Vec<String>,
    /// The answers that it follows from.
    pub reasons: Vec<Reason>,
    /// Who takes it, in words.
    pub owner: String,
    /// Who was named for it, as it was said.
    #[serde(skip)]
    pub named: Option<String>,
    /// Who takes it by the questionnaire's rule; nothing when a person was named.
    #[serde(skip)]
    pub owner_rule: Option<Owner>,
    pub due: Due,
    /// Before when, in words.
    pub due_words: Option<String>,
    pub late: bool,
    #[serde(skip)]
    pub precedence: Precedence,
    /// Late for so long that it will not be taken as it stands: someone has to say what becomes of it.
    pub left_lying: bool,
    pub state: StepState,
    /// The day on which a person ticked it or let it lapse.
    pub settled: Option<NaiveDate>,
    /// What the answers make of it, whatever a person said of it.
    #[serde(skip)]
    pub by_answers: StepState,
    /// The answers that let it not be open.
    #[serde(skip)]
    pub settling: Vec<Reason>,
    /// A person ticked it, and since then its reason has gone.
    pub reason_gone: bool,
    pub note: Option<String>,
    pub weight: u32,
    /// The questions whose answers it repeats, in its reasons and its texts.
    #[serde(skip)]
    pub questions: Vec<FullId>,
    #[serde(serialize_with = "origin_word")]
    pub origin: Option<Origin>,
    pub points: Vec<String>,
}

fn origin_word<S: Serializer>(origin: &Option<Origin>, serializer: S) -> Result<S::Ok, S::Error> {
    origin.as_ref().map(Origin::word).serialize(serializer)
}

impl StepId {
    /// The short code on screen and paper: `K7M`. Worked out from the id alone, so nothing that comes or goes changes it. Two
    /// steps of one's own may have the same one; then there is something to choose.
    pub fn code(&self) -> String {
        let digest = Sha256::digest(format!("stap/1/{self}"));
        let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        let sign = |signs: &[u8], number: u64| char::from(signs[(number % signs.len() as u64) as usize]);
        let (letters, digits) = (CODE_LETTERS.len() as u64, CODE_DIGITS.len() as u64);
        let any: Vec<u8> = [CODE_DIGITS, CODE_LETTERS].concat();
        [sign(CODE_LETTERS, number), sign(CODE_DIGITS, number / letters), sign(&any, number / letters / digits)]
            .iter()
            .collect()
    }
}

/// Signs that look like no other one in handwriting.
const CODE_LETTERS: &[u8] = b"ACDEFGHJKMNPRTVWXY";
const CODE_DIGITS: &[u8] = b"34679";

/// Whether a step goes before or behind the others, whatever its day and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precedence {
    /// A signal of risk asks for it.
    Lifted,
    Current,
    /// It is of a phase after which another was begun.
    Former,
}

impl Precedence {
    pub(super) fn of(phase: Phase, project: &Project) -> Precedence {
        if phase < project.phase() { Precedence::Former } else { Precedence::Current }
    }
}

vocabulary! {
    /// How a step stands.
    StepState {
        Open = "open", "open";
        DoneByHand = "done", "klaar";
        DoneByItself = "done-by-itself", "vanzelf klaar";
        NotApplicable = "not-applicable", "niet van toepassing";
        /// Someone had said something about it, and its reason has gone.
        Lapsed = "lapsed", "vervallen";
        /// A person let it lapse.
        Dropped = "dropped", "vervallen";
    }
}

impl StepState {
    /// A person ticked it or let it lapse.
    pub const fn is_settled(self) -> bool {
        matches!(self, StepState::DoneByHand | StepState::Dropped)
    }

    /// Its reason has gone, or a person let it lapse.
    pub const fn is_lapsed(self) -> bool {
        matches!(self, StepState::Lapsed | StepState::Dropped)
    }

    pub const fn is_done(self) -> bool {
        matches!(self, StepState::DoneByHand | StepState::DoneByItself)
    }
}
