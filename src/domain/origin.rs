use chrono::NaiveDate;

/// Where a question, step or signal comes from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Origin {
    /// The guide asks or advises it.
    Guide,
    /// Worked out from the guide's prose.
    Derived,
    /// regio's own, resting on `source`, as of `dated`.
    Supplement { source: String, dated: NaiveDate },
}

impl Origin {
    pub const WORDS: &'static [&'static str] = &["handreiking", "afgeleid", "aanvulling"];

    pub fn word(&self) -> &'static str {
        match self {
            Origin::Guide => "handreiking",
            Origin::Derived => "afgeleid",
            Origin::Supplement { .. } => "aanvulling",
        }
    }
}
