use crate::domain::{FullId, Phase};

/// What a run goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The questions of `regio init`.
    Intake,
    Phase(Phase),
    /// One section, by the id of its questionnaire and its own.
    Section(FullId),
    Question(FullId),
    /// Every question of every phase.
    Everything,
}
