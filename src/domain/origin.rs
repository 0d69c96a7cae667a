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
    pub const LEGEND: &'static str = "Tussen haken staat de herkomst: § met een punt van de handreiking uit 2018, 'naar §' wat daaruit is afgeleid, 'eigen' wat de makers zelf aanraden.";

    /// The short mark, the same on screen, paper and page: `[§V2.4a]`, `[naar §V1.1, V1.2]`, `[eigen]`.
    pub fn mark(&self, points: &[String]) -> String {
        let named = points.join(", ");
        match self {
            Origin::Supplement { .. } => "[eigen]".to_owned(),
            _ if named.is_empty() => format!("[{}]", self.word()),
            Origin::Guide => format!("[§{named}]"),
            Origin::Derived => format!("[naar §{named}]"),
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
