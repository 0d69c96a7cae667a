use super::table::Table;
use super::text_form::TextForm;

/// What may stand in a table. From one description come the check and the JSON Schema.
#[derive(Debug)]
pub struct TableShape {
    pub keys: &'static [Key],
    pub unknown: Unknown,
}

/// What happens to a key that the shape does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    Refused,
    /// Left alone, with a warning.
    Kept,
}

#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub required: bool,
    /// What it is for, in Dutch.
    pub about: &'static str,
}

/// What may stand at one place.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text that is not blank.
    Text,
    /// Text of a set form.
    Form(&'static TextForm),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number from `min` up to and with `max`.
    Integer { min: i64, max: i64 },
    /// `true` or `false`.
    Flag,
    /// A date without time.
    Date,
    /// A date with time and time zone.
    Moment,
    /// A list of which every item has this shape.
    List(&'static Shape),
    /// A table with keys of its own.
    Table(&'static TableShape),
    /// An array of tables.
    Tables(&'static TableShape),
    /// A table whose keys are names of things.
    Map(&'static Shape),
    /// A table of one shape or of another.
    Fork { is_first: fn(&Table<'_>) -> bool, first: &'static TableShape, second: &'static Shape },
    /// The value of an answer.
    Value,
}

impl TableShape {
    /// A table in which an unknown key is a fault.
    pub const fn strict(keys: &'static [Key]) -> TableShape {
        TableShape { keys, unknown: Unknown::Refused }
    }

    /// A table in which unknown keys are left alone.
    pub const fn open(keys: &'static [Key]) -> TableShape {
        TableShape { keys, unknown: Unknown::Kept }
    }

    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Key {
    pub const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
        Key { name, shape, required: true, about }
    }

    pub const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Key {
        Key { name, shape, required: false, about }
    }
}
