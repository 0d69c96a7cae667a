use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::document::{Block, Datum, Document, Sheet, SheetColumn};
use crate::domain::{Project, Tlp};
use crate::expression::project_name;

/// What every report on a project begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    pub project: String,
    #[serde(serialize_with = "as_label")]
    pub tlp: Tlp,
    pub date: NaiveDate,
}

/// A label as FIRST writes it.
pub(super) fn as_label<S: Serializer>(tlp: &Tlp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(tlp.title())
}

impl Head {
    pub(super) fn new(project: &Project, tlp: Tlp, date: NaiveDate) -> Head {
        Head { project: project_name(project), tlp, date }
    }

    pub(super) fn document(&self, title: impl Into<String>, project: &Project, blocks: Vec<Block>) -> Document {
        let subtitle = Some(self.subtitle(project));
        Document { subtitle, label: Some(self.tlp.title()), ..Document::new(title, self.date, blocks) }
    }

    pub(super) fn sheet(
        &self,
        (name, title): (&'static str, String),
        project: &Project,
        columns: &[SheetColumn],
        rows: Vec<Vec<Datum>>,
    ) -> Sheet {
        let subtitle = Some(self.subtitle(project));
        let (date, label) = (self.date, self.tlp.title());
        Sheet { name, title, subtitle, date, label, columns: columns.to_vec(), rows }
    }

    pub(super) fn subtitle(&self, project: &Project) -> String {
        let region = project.region.as_ref().map(|region| format!(", {region}")).unwrap_or_default();
        format!("{}{region}", self.project)
    }
}
