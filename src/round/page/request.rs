use sha2::{Digest, Sha256};

use crate::domain::{Identifier, Phase, Project};

/// The name of what one organisation is asked in one phase: the same each time it is asked.
pub fn request_id(project: &Project, phase: Phase, organisation: &Identifier) -> String {
    let digest = Sha256::digest(format!("{}\n{}\n{organisation}", project.id, phase.word()));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn it_is_the_same_each_time_and_another_for_each_organisation_and_phase() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a day");
        let project = Project::new("a1".to_owned(), day);
        let [bakker, slager] = ["bakker", "slager"].map(|id| Identifier::parse(id).expect("is an id"));
        let id = request_id(&project, Phase::Verkennen, &bakker);
        // printf 'a1\nverkennen\nbakker' | sha256sum
        assert_eq!(id, "117aa1055b7e5119");
        assert_eq!(id, request_id(&project, Phase::Verkennen, &bakker));
        assert_ne!(id, request_id(&project, Phase::Verkennen, &slager));
        assert_ne!(id, request_id(&project, Phase::Uitbouwen, &bakker));
    }
}
