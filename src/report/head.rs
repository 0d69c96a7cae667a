use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::document::{Block, Document, without_bare};
use crate::domain::{Project, Tlp};
use crate::expression::{Facts, project_name};

/// What every report on a project begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    pub project: String,
    pub region: Option<String>,
    #[serde(serialize_with = "as_label")]
    pub tlp: Tlp,
    pub date: NaiveDate,
}

/// A label as FIRST writes it, where there is one.
pub(super) fn as_label<S: Serializer>(tlp: &(impl Copy + Into<Option<Tlp>>), serializer: S) -> Result<S::Ok, S::Error> {
    (*tlp).into().map(Tlp::title).serialize(serializer)
}

impl Head {
    /// The head of a report on a project, with the label of the project.
    pub(super) fn of(facts: &Facts) -> Head {
        Head::new(facts.project, facts.project.tlp, facts.today)
    }

    pub(super) fn new(project: &Project, tlp: Tlp, date: NaiveDate) -> Head {
        Head { project: project_name(project), region: project.region.clone(), tlp, date }
    }

    pub(super) fn document(&self, title: impl Into<String>, blocks: Vec<Block>) -> Document {
        let subtitle = Some(self.subtitle());
        Document { subtitle, label: Some(self.tlp.title()), ..Document::new(title, self.date, without_bare(blocks)) }
    }

    /// The project, with its region.
    pub(super) fn subtitle(&self) -> String {
        let region = self.region.iter().map(|region| format!(", {region}"));
        std::iter::once(self.project.clone()).chain(region).collect()
    }
}
