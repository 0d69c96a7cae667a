use crate::domain::Standing;
use crate::notation;

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub outcome: Outcome,
    /// The question, with whose answer it is.
    pub label: String,
    /// The label of the question alone.
    pub question: String,
    /// Whether somebody chose this, and so knows what stood there.
    pub chosen: bool,
    /// What was written, in words.
    pub answer: String,
    /// What there is to know besides.
    pub remarks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Kept,
    /// What stood there before, in words.
    Replaced(String),
    /// It stood there already.
    Same,
    /// What stood there stays, and the new answer is not kept.
    Left,
    /// What stood there stays, and the new answer lies beside it.
    Beside(Standing, String),
}

impl Outcome {
    /// Whether the new answer holds now and did not before.
    pub(super) fn is_taken(&self) -> bool {
        matches!(self, Outcome::Kept | Outcome::Replaced(_))
    }
}

impl Noted {
    /// What became of it, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let Noted { label, answer, .. } = self;
        let mut sentences = vec![match &self.outcome {
            Outcome::Kept | Outcome::Replaced(_) => format!("Bewaard. {label}: {answer}"),
            Outcome::Same => format!("Dat stond er al. {label}: {answer}"),
            Outcome::Left => "Niets veranderd: er staat nog wat er stond.".to_owned(),
            Outcome::Beside(Standing::Differs, _) => format!("Beide zijn bewaard. Ernaast staat nu: {answer}"),
            Outcome::Beside(Standing::SetAside, _) => format!("Niet vervangen. {label}: {answer}"),
        }];
        sentences.extend(self.further());
        sentences
    }

    /// The sentences behind the first.
    pub(super) fn further(&self) -> Vec<String> {
        let about_earlier = match &self.outcome {
            _ if self.chosen => None,
            Outcome::Replaced(before) => {
                let before = notation::sentence(&notation::shortened(before, 120));
                Some(format!("Bij '{}' stond: {before}", self.question))
            }
            Outcome::Beside(_, stood) => {
                Some(format!("Bij '{}' geldt nog {stood}; het nieuwe antwoord is opzij gelegd.", self.question))
            }
            Outcome::Kept | Outcome::Same | Outcome::Left => None,
        };
        about_earlier.into_iter().chain(self.remarks.iter().cloned()).collect()
    }
}
