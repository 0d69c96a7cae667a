use chrono::{DateTime, FixedOffset, NaiveDate};

use super::literal;
use super::part::Part;
use crate::domain::{EventKind, FullId, Identifier, OrganisationKind, Phase, Place, Standing, State, Tlp, Value};
use crate::source::{FULL_ID, IDENTIFIER, Key, Node, Shape, read_value};

/// What can stand at one key of a table.
pub trait Field: Sized {
    const SHAPE: Shape;
    const REQUIRED: bool = true;

    /// Nothing when there is something else, which the check of the shape reports.
    fn read(node: Option<Node<'_>>) -> Option<Self>;

    /// Nothing when the key is left out.
    fn written(&self) -> Option<Written>;
}

/// What is written at a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A value in TOML.
    Literal(String),
    Tables(Vec<Fields>),
}

/// The keys that stand in a table, in their order.
pub type Fields = Vec<(&'static str, Written)>;

/// A key at which a field of this type stands.
pub const fn key<T: Field>(name: &'static str, about: &'static str) -> Key {
    Key { name, shape: T::SHAPE, required: T::REQUIRED, about }
}

macro_rules! fields {
    ($($type:ty: $shape:expr, $read:expr, $literal:expr;)+) => {$(
        impl Field for $type {
            const SHAPE: Shape = $shape;

            fn read(node: Option<Node<'_>>) -> Option<$type> {
                let read: fn(Node<'_>) -> Option<$type> = $read;
                read(node?)
            }

            fn written(&self) -> Option<Written> {
                let literal: fn(&$type) -> String = $literal;
                Some(Written::Literal(literal(self)))
            }
        }
    )+};
}

macro_rules! words {
    ($($type:ty),+) => {
        fields! { $($type: Shape::Word(<$type>::WORDS), |node| <$type>::parse(node.text()?), |it| literal::text(it.word());)+ }
    };
}

fields! {
    String: Shape::Text, |node| node.text().map(str::to_owned), |text| literal::text(text);
    u32: Shape::Integer { min: 1, max: u32::MAX as i64 }, |node| node.integer()?.try_into().ok(), u32::to_string;
    bool: Shape::Flag, |node| node.flag(), bool::to_string;
    NaiveDate: Shape::Date, |node| node.date(), NaiveDate::to_string;
    DateTime<FixedOffset>: Shape::Moment, |node| node.moment(), |at| literal::moment(*at);
    Identifier: IDENTIFIER, |node| Identifier::parse(node.text()?), |id| literal::text(id.as_str());
    FullId: FULL_ID, |node| FullId::parse(node.text()?), |id| literal::text(&id.to_string());
    EventKind: Shape::Word(EventKind::WRITTEN), |node| EventKind::parse(node.text()?), |kind| literal::text(kind.word());
    Value: Shape::Value, |node| read_value(node).ok(), literal::value;
    State: Shape::Value, read_said, said;
}

words!(OrganisationKind, Phase, Place, Standing, Tlp);

/// What was said before or after a change: a value, or `{ state = "unknown" }`.
fn read_said(node: Node<'_>) -> Option<State> {
    let alone = node.table().filter(|table| table.entries().len() == 1);
    let state = alone.and_then(|table| State::parse_without_value(table.get("state")?.text()?));
    state.or_else(|| read_value(node).ok().map(State::Given))
}

fn said(state: &State) -> String {
    match state {
        State::Given(value) => literal::value(value),
        other => format!("{{ state = {} }}", literal::one_line(other.word())),
    }
}

impl<T: Field> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;

    fn read(node: Option<Node<'_>>) -> Option<Option<T>> {
        Some(node.and_then(|node| T::read(Some(node))))
    }

    fn written(&self) -> Option<Written> {
        self.as_ref().and_then(T::written)
    }
}

impl Field for Vec<String> {
    const SHAPE: Shape = Shape::List(&Shape::Text);
    const REQUIRED: bool = false;

    fn read(node: Option<Node<'_>>) -> Option<Vec<String>> {
        node.and_then(Node::items).unwrap_or_default().into_iter().map(|item| item.text().map(str::to_owned)).collect()
    }

    fn written(&self) -> Option<Written> {
        let items = || self.iter().map(|text| Value::Text(text.clone())).collect();
        (!self.is_empty()).then(|| Written::Literal(literal::value(&Value::List(items()))))
    }
}

impl<T: Part> Field for Vec<T> {
    const SHAPE: Shape = Shape::Tables(T::SHAPE);
    const REQUIRED: bool = false;

    fn read(node: Option<Node<'_>>) -> Option<Vec<T>> {
        let items = node.and_then(Node::items).unwrap_or_default();
        Some(items.into_iter().filter_map(|item| T::read(&item.table()?)).collect())
    }

    fn written(&self) -> Option<Written> {
        (!self.is_empty()).then(|| Written::Tables(self.iter().map(Part::fields).collect()))
    }
}
