//! The questionnaires that come with the program, checked and compiled when it was built.

use std::sync::OnceLock;

use crate::catalog::Catalog;
use crate::domain::{DatedFact, Questionnaire};

static QUESTIONNAIRES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/questionnaires.bin"));

static FACTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/supplement.bin"));

static CATALOG: OnceLock<Catalog> = OnceLock::new();

/// The built-in questionnaires, ready to use; unpacked when they are first asked for.
pub fn catalog() -> &'static Catalog {
    CATALOG.get_or_init(|| {
        let questionnaires: Vec<Questionnaire> =
            postcard::from_bytes(QUESTIONNAIRES).expect("the build wrote what this program reads");
        Catalog::new(questionnaires).with_facts(facts())
    })
}

/// What changed since the guide.
pub fn facts() -> Vec<DatedFact> {
    postcard::from_bytes(FACTS).expect("the build wrote what this program reads")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compiled_is_what_the_files_say() {
        let assembled = crate::catalog::assemble(&crate::catalog::built_in()).expect("the build has checked them");
        assert_eq!(catalog().questionnaires(), assembled.questionnaires());
    }
}
