use chrono::NaiveDate;
use toml::de::DeTable;

use super::fault::Span;
use super::node::{Located, Node};
use crate::domain::Identifier;

/// A table of a file. The getters give nothing when a key is not there or holds something else, which `check` reports.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    pub(super) entries: &'t DeTable<'t>,
    pub(super) span: Option<Span>,
}

#[derive(Clone, Debug)]
pub struct Entry<'t> {
    pub key: Located<&'t str>,
    pub node: Node<'t>,
}

impl<'t> Table<'t> {
    /// Its heading or, inline, the whole of it. Nothing for the whole file.
    pub fn span(&self) -> Option<Span> {
        self.span.clone()
    }

    /// What stands in it, in the order of the file.
    pub fn entries(&self) -> Vec<Entry<'t>> {
        let entry = |(key, value): (&'t toml::Spanned<toml::de::DeString<'t>>, &'t toml::Spanned<_>)| Entry {
            key: Located { value: key.get_ref().as_ref(), span: key.span() },
            node: Node(value),
        };
        let mut entries: Vec<Entry<'t>> = self.entries.iter().map(entry).collect();
        entries.sort_by_key(|entry| entry.key.span.start);
        entries
    }

    pub fn contains(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    pub fn get(&self, key: &str) -> Option<Node<'t>> {
        self.entries.get(key).map(Node)
    }

    /// Where a key itself stands.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entries.get_key_value(key).map(|(key, _)| key.span())
    }

    pub fn text(&self, key: &str) -> Option<Located<&'t str>> {
        self.located(key, Node::text)
    }

    /// The text of a key without its place.
    pub fn string(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.value.to_owned())
    }

    /// Text that `parse` reads: a word of a vocabulary, a form.
    pub fn read<T>(&self, key: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<Located<T>> {
        self.located(key, |node| parse(node.text()?))
    }

    pub fn identifier(&self, key: &str) -> Option<Located<Identifier>> {
        self.read(key, Identifier::parse)
    }

    pub fn integer(&self, key: &str) -> Option<Located<i64>> {
        self.located(key, Node::integer)
    }

    /// A whole number that fits.
    pub fn whole<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        T::try_from(self.integer(key)?.value).ok()
    }

    pub fn is_true(&self, key: &str) -> bool {
        self.get(key).and_then(Node::flag).unwrap_or_default()
    }

    pub fn date(&self, key: &str) -> Option<Located<NaiveDate>> {
        self.located(key, Node::date)
    }

    /// The texts of a list; empty when there is none.
    pub fn texts(&self, key: &str) -> Vec<Located<&'t str>> {
        let text = |node: Node<'t>| node.text().map(|value| Located { value, span: node.span() });
        self.get(key).and_then(Node::items).unwrap_or_default().into_iter().filter_map(text).collect()
    }

    pub fn table(&self, key: &str) -> Option<Table<'t>> {
        self.get(key)?.table()
    }

    /// The tables of an array; empty when there is none.
    pub fn tables(&self, key: &str) -> Vec<Table<'t>> {
        self.get(key).and_then(Node::items).unwrap_or_default().into_iter().filter_map(Node::table).collect()
    }

    fn located<T>(&self, key: &str, read: impl FnOnce(Node<'t>) -> Option<T>) -> Option<Located<T>> {
        let node = self.get(key)?;
        read(node).map(|value| Located { value, span: node.span() })
    }
}
