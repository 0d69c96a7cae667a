use crate::domain::{FullId, Identifier, Period};

use super::shape::Shape;

/// A set form of text: a version, a period, the name of a thing.
#[derive(Debug)]
pub struct TextForm {
    pub reads: fn(&str) -> bool,
    /// What belongs here, with an example: `een versie als "1.0.0"`.
    pub wanted: &'static str,
    /// The same as a regular expression, for the JSON Schema.
    pub pattern: &'static str,
}

/// The name of a thing.
pub const IDENTIFIER: Shape = Shape::Form(&TextForm {
    reads: |text| Identifier::parse(text).is_some(),
    wanted: "een naam van kleine letters, cijfers en streepjes, zoals \"eigen-doel\"",
    pattern: "^[a-z]([a-z0-9-]{0,62}[a-z0-9])?$",
});

/// The full name of a question, step or signal.
pub const FULL_ID: Shape = Shape::Form(&TextForm {
    reads: |text| FullId::parse(text).is_some(),
    wanted: "een volle naam, zoals \"verkennen.eigen-doel\"",
    pattern: "^[a-z]([a-z0-9-]{0,62}[a-z0-9])?\\.[a-z]([a-z0-9-]{0,62}[a-z0-9])?$",
});

/// A length of time, as people say it.
pub const PERIOD: Shape = Shape::Form(&TextForm {
    reads: |text| Period::parse(text).is_some(),
    wanted: "een tijd, zoals \"3 weken\", \"6 maanden\" of \"1 jaar\"",
    pattern: "^[0-9]+ (dag|dagen|week|weken|maand|maanden|jaar)$",
});
