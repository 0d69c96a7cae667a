use crate::domain::{Formula, FullId, Identifier, Template};

/// What happens when: a programme, or the course of an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// In what this says the time of the clock is looked for; without it minutes are counted from zero.
    pub begin: Option<Template>,
    /// The titles of the columns: the time, what, and how.
    pub columns: [String; 3],
    pub items: Vec<ScheduleItem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleItem {
    /// The item is there while this holds.
    pub when: Option<Formula>,
    /// It is there once for each record of this group question, whose fields go by `ding.veld`.
    pub records: Option<FullId>,
    /// The records in the order of this field: the first choice, lowest step or earliest day goes first.
    pub by: Option<Identifier>,
    /// Of records that say the same in this field only the first counts.
    pub distinct: Option<Identifier>,
    /// For at most so many records.
    pub most: Option<usize>,
    pub minutes: u32,
    pub what: Template,
    pub how: Template,
}

impl Schedule {
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.begin.iter().chain(self.items.iter().flat_map(|item| [&item.what, &item.how]))
    }
}
