use super::project::Project;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What is known of the collaboration itself, besides the answers to questions.
    ProjectFact {
        Name = "name", "de naam van de samenwerking";
        Region = "region", "de regio";
        Trekker = "trekker", "wie trekt";
    }
}

impl ProjectFact {
    pub fn of(self, project: &Project) -> Option<&str> {
        match self {
            ProjectFact::Name => project.name.as_deref(),
            ProjectFact::Region => project.region.as_deref(),
            ProjectFact::Trekker => project.trekker.as_deref(),
        }
    }

    pub fn place(self, project: &mut Project) -> &mut Option<String> {
        match self {
            ProjectFact::Name => &mut project.name,
            ProjectFact::Region => &mut project.region,
            ProjectFact::Trekker => &mut project.trekker,
        }
    }
}
