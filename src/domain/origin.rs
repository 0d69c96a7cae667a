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

    /// Where the marks of origin are explained.
    pub const LEGEND: &'static str = "Tussen haken staat de herkomst: de handreiking uit 2018 met het punt, daaruit afgeleid, of een aanvulling van de makers zelf.";

    /// The short mark, the same on screen, paper and page: `[handreiking V2.4a]`, `[afgeleid V1.1, V1.2]`, `[aanvulling]`.
    pub fn mark(&self, points: &[String]) -> String {
        let named: Vec<&str> = match self {
            Origin::Supplement { .. } => Vec::new(),
            Origin::Guide | Origin::Derived => points.iter().map(String::as_str).collect(),
        };
        match named.as_slice() {
            [] => format!("[{}]", self.word()),
            points => format!("[{} {}]", self.word(), points.join(", ")),
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            Origin::Guide => "handreiking",
            Origin::Derived => "afgeleid",
            Origin::Supplement { .. } => "aanvulling",
        }
    }
}
