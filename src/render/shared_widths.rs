use super::widths::widths;
use crate::document::{Block, Document, Table, each_of};

/// The tables of a document. Those with the same titles are as wide in each column: what is alike stands below each other.
pub(super) struct SharedWidths<'d>(Vec<&'d Table>);

impl<'d> SharedWidths<'d> {
    pub fn of(document: &'d Document) -> SharedWidths<'d> {
        let tables = each_of(&document.blocks).into_iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        SharedWidths(tables.collect())
    }

    /// How wide each column is, on a page that is so wide.
    pub fn widths(&self, table: &Table, page: usize) -> Vec<usize> {
        let rows = self.alike(table).flat_map(|alike| alike.rows.iter().cloned()).collect();
        widths(&Table { rows, ..table.clone() }, page)
    }

    /// Whether there is another table with these titles.
    pub fn is_shared(&self, table: &Table) -> bool {
        self.alike(table).count() > 1
    }

    fn alike<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = &'t Table> {
        self.0.iter().copied().filter(|other| other.columns == table.columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text;
    use chrono::NaiveDate;

    #[test]
    fn tables_with_the_same_titles_have_the_same_widths() {
        let table = |titles: [&str; 2], words: &str| Table::new(titles, [vec![text(words), text("kort")]]);
        let [one, two] =
            ["x", "een veel langere tekst dan in de andere tabel staat"].map(|words| table(["Wie", "Wat"], words));
        let other = table(["Wie", "Waar"], "x");
        let blocks = [&one, &two, &other].map(|table| Block::Table(table.clone())).into();
        let document = Document::new("Tabellen", NaiveDate::default(), blocks);
        let shared = SharedWidths::of(&document);
        assert_eq!(shared.widths(&one, 9_000), shared.widths(&two, 9_000));
        assert_ne!(shared.widths(&one, 9_000), shared.widths(&other, 9_000));
        assert!(shared.is_shared(&one) && !shared.is_shared(&other));
    }
}
