use crate::domain::{FullId, Identifier};
use crate::source::Table;

/// An id that the check has let through.
pub(super) fn identifier(table: &Table, key: &str) -> Identifier {
    let fallback = || Identifier::parse("naamloos").expect("a plain word is an identifier");
    table.identifier(key).map_or_else(fallback, |id| id.value)
}

/// The full name behind a reference: `vraag` in this questionnaire, `andere.vraag` elsewhere.
pub(super) fn reference(text: &str, questionnaire: &Identifier) -> Option<FullId> {
    FullId::parse(text).or_else(|| Some(FullId::new(questionnaire, &Identifier::parse(text)?)))
}
