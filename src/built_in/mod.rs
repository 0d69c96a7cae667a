//! The questionnaires that come with the program, checked and compiled when it was built.

use std::sync::OnceLock;

use crate::catalog::Catalog;
use crate::domain::{Questionnaire, Supplement};

static QUESTIONNAIRES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/questionnaires.bin"));

static SUPPLEMENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/supplement.bin"));

static CATALOG: OnceLock<Catalog> = OnceLock::new();

/// The built-in questionnaires, ready to use; unpacked when they are first asked for.
pub fn catalog() -> &'static Catalog {
    CATALOG.get_or_init(|| Catalog::packed(questionnaires).with_supplement(supplement()))
}

fn questionnaires() -> Vec<Questionnaire> {
    postcard::from_bytes(QUESTIONNAIRES).expect("the build wrote what this program reads")
}

/// What changed since the guide.
pub fn supplement() -> Supplement {
    postcard::from_bytes(SUPPLEMENT).expect("the build wrote what this program reads")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compiled_is_what_the_files_say() {
        let assembled = crate::catalog::assemble(&crate::catalog::built_in()).expect("the build has checked them");
        let today = chrono::NaiveDate::MAX;
        let supplement = crate::catalog::read_supplement(&crate::catalog::built_in_supplement(), &assembled, today);
        let assembled = assembled.with_supplement(supplement.expect("the build has checked it"));
        assert_eq!(catalog().questionnaires(), assembled.questionnaires());
    }
}
