use chrono::NaiveDate;

/// By whose word others may read something, since when, and the words to which that yes was said: it holds for no others.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Consent {
    #[serde(rename = "consent")]
    pub by: Option<String>,
    #[serde(rename = "consent_since")]
    pub since: Option<NaiveDate>,
    #[serde(rename = "consent_to")]
    pub to: Option<String>,
}
