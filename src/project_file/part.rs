use super::field::{Field, Fields, key};
use crate::source::{Key, Table, TableShape};

/// What stands in a table, or takes up some of its keys.
pub trait Part: Sized {
    const KEYS: &'static [Key];
    const SHAPE: &'static TableShape = &TableShape::open(Self::KEYS);

    /// Nothing when it is not wholly there, which the check of the shape reports.
    fn read(table: &Table<'_>) -> Option<Self>;

    fn fields(&self) -> Fields;
}

/// Describes a record: each field, in the order of the file, with what it is for. From its type follow its shape, how it is
/// read and how it is written. A field of which nothing is said is itself a part, with keys of its own.
macro_rules! part {
    ($type:ident { $($field:ident $(as $key:ident)? $(: $about:literal)?),+ $(,)? }) => {
        impl Part for $type {
            const KEYS: &'static [Key] = {
                const PARTS: &[&[Key]] = &[$(part!(@keys $type $field $(as $key)? $(: $about)?)),+];
                const KEYS: [Key; count(PARTS)] = joined(PARTS);
                &KEYS
            };

            fn read(table: &Table<'_>) -> Option<$type> {
                Some($type { $($field: part!(@read table $field $(as $key)? $(: $about)?)),+ })
            }

            fn fields(&self) -> Fields {
                let mut fields = Fields::new();
                $(fields.extend(part!(@fields (self.$field) $field $(as $key)? $(: $about)?));)+
                fields
            }
        }
    };
    (@keys $type:ident $field:ident) => { keys_of_part(|it: &$type| &it.$field) };
    (@keys $type:ident $field:ident : $about:literal) => { part!(@keys $type $field as $field: $about) };
    (@keys $type:ident $field:ident as $key:ident : $about:literal) => {
        &[key_of_field(stringify!($key), |it: &$type| &it.$field, $about)]
    };
    (@read $table:ident $field:ident) => { Part::read($table)? };
    (@read $table:ident $field:ident : $about:literal) => { part!(@read $table $field as $field: $about) };
    (@read $table:ident $field:ident as $key:ident : $about:literal) => { Field::read($table.get(stringify!($key)))? };
    (@fields $value:tt $field:ident) => { Part::fields(&$value) };
    (@fields $value:tt $field:ident : $about:literal) => { part!(@fields $value $field as $field: $about) };
    (@fields $value:tt $field:ident as $key:ident : $about:literal) => {
        Field::written(&$value).map(|written| (stringify!($key), written))
    };
}

pub(super) use part;

pub const fn key_of_field<T, F: Field>(name: &'static str, _: fn(&T) -> &F, about: &'static str) -> Key {
    key::<F>(name, about)
}

pub const fn keys_of_part<T, P: Part>(_: fn(&T) -> &P) -> &'static [Key] {
    P::KEYS
}

pub const fn count(parts: &[&[Key]]) -> usize {
    let (mut all, mut part) = (0, 0);
    while part < parts.len() {
        all += parts[part].len();
        part += 1;
    }
    all
}

pub const fn joined<const ALL: usize>(parts: &[&[Key]]) -> [Key; ALL] {
    let mut keys = [parts[0][0]; ALL];
    let (mut made, mut part, mut place) = (0, 0, 0);
    while made < ALL {
        if place < parts[part].len() {
            keys[made] = parts[part][place];
            (made, place) = (made + 1, place + 1);
        } else {
            (part, place) = (part + 1, 0);
        }
    }
    keys
}
