use std::collections::{BTreeMap, BTreeSet, VecDeque};

use sha2::{Digest, Sha256};
use toml_edit::{DocumentMut, Item, Table};

use super::edit::{change_fields, change_table, new_table, tables_in};
use super::file::WriteError;
use super::heading::hand_on_heading;
use super::record::{Rank, Record, Section};
use super::tree::{find_mut, last_position, place, put_in, take_out, visit_tables};

/// The room between two tables that stood in the file, for new ones.
const ROOM: isize = 50_000;

/// A document in which tables are changed, put in and taken out, each at its place.
pub struct Arrangement<'d> {
    document: &'d mut DocumentMut,
    old: &'d [Record],
    /// The position of every record that has one, new ones included.
    placed: BTreeMap<Rank, isize>,
    /// The text as it was, in which a heading may already stand.
    text: &'d str,
}

impl<'d> Arrangement<'d> {
    pub fn new(document: &'d mut DocumentMut, text: &'d str, old: &'d [Record]) -> Arrangement<'d> {
        make_room(document.as_table_mut());
        let position = |record: &Record| {
            let table = if record.section.is_array() {
                document.get_mut(record.section.word())?.as_array_of_tables_mut()?.get_mut(record.order)
            } else {
                find_mut(document.as_item_mut(), &record.path)?.as_table_mut()
            };
            Some((record.rank(), last_position(table?)?))
        };
        let placed = old.iter().filter_map(position).collect();
        Arrangement { document, old, placed, text }
    }

    /// Makes the document say what the records say.
    pub fn apply(mut self, new: &[Record]) -> Result<(), WriteError> {
        self.take_out_tables(new);
        let old: BTreeMap<&[String], &Record> = self.old.iter().map(|record| (&*record.path, record)).collect();
        for section in Section::ALL {
            let mut records = new.iter().filter(|record| record.section == *section);
            if section.is_array() {
                self.change_array(*section, &records.collect::<Vec<_>>())?;
            } else {
                records.try_for_each(|record| self.change_or_put_in(record, old.get(&*record.path).copied()))?;
            }
        }
        Ok(())
    }

    /// Behind the record that comes before it; before the first one when there is none.
    fn position_for(&self, rank: &Rank) -> isize {
        match self.placed.range(..rank).next_back() {
            Some((_, position)) => position + 1,
            None => self.placed.values().min().map_or(ROOM, |first| first - ROOM / 2),
        }
    }

    fn take_out_tables(&mut self, new: &[Record]) {
        let kept: BTreeSet<&[String]> = new.iter().map(|record| &*record.path).collect();
        let gone = |record: &&Record| !record.section.is_array() && !kept.contains(&*record.path);
        for record in self.old.iter().filter(gone) {
            let taken = take_out(self.document.as_item_mut(), &record.path);
            self.placed.remove(&record.rank());
            if let Some(table) = taken.as_ref().and_then(Item::as_table) {
                let is_empty = !new.iter().any(|other| other.section == record.section);
                self.hand_on_heading(table, record.section, is_empty);
            }
        }
    }

    fn hand_on_heading(&mut self, gone: &Table, section: Section, is_empty: bool) {
        hand_on_heading(self.document, gone, section.heading().filter(|_| is_empty).as_deref());
    }

    fn change_or_put_in(&mut self, record: &Record, old: Option<&Record>) -> Result<(), WriteError> {
        if let (Some(old), Some(item)) = (old, find_mut(self.document.as_item_mut(), &record.path)) {
            return change_fields(item, &old.fields, &record.fields);
        }
        let mut table = self.new_table(record)?;
        let position = self.position_for(&record.rank());
        place(&mut table, position);
        self.placed.insert(record.rank(), position);
        put_in(self.document.as_item_mut(), &record.path, table);
        Ok(())
    }

    fn new_table(&self, record: &Record) -> Result<Table, WriteError> {
        let mut table = new_table(&record.fields)?;
        table.decor_mut().set_prefix(self.prefix(record));
        if record.section.grows() {
            // Git lays two copies side by side line by line: without a first line of its own, what was added to both would melt together.
            let digest = Sha256::digest(record.path.join("."));
            table.decor_mut().set_suffix(format!(" # {:02x}{:02x}{:02x}", digest[0], digest[1], digest[2]));
        }
        Ok(table)
    }

    /// What stands above a new table: an empty line, a heading when it is the first of its section, and its comment.
    fn prefix(&self, record: &Record) -> String {
        let from = |order| self.placed.range((record.section, order, String::new())..).next().map(|(rank, _)| rank);
        let is_placed = from(0).is_some_and(|rank| rank.0 == record.section);
        let is_first_of_array = !record.section.is_array() || record.order == 0;
        let stood_already = self.old.iter().any(|old| old.section == record.section);
        let is_first = is_first_of_array && !is_placed && !stood_already;
        let heading = record.section.heading().filter(|heading| is_first && !self.text.contains(heading.as_str()));
        let heading = heading.map_or(String::new(), |heading| format!("\n{heading}\n"));
        let is_said = |rank: &Rank| rank.0 == record.section && rank.1 == record.order;
        let comment = record.comment.as_ref().filter(|_| !from(record.order).is_some_and(is_said));
        let comment = comment.map_or(String::new(), |words| format!("# {}\n", in_comment(words)));
        format!("{heading}\n{comment}")
    }

    fn change_array(&mut self, section: Section, new: &[&Record]) -> Result<(), WriteError> {
        let old: Vec<&Record> = self.old.iter().filter(|record| record.section == section).collect();
        if old.len() == new.len()
            && old.iter().zip(new).all(|(old, new)| old.path == new.path && old.fields == new.fields)
        {
            return Ok(());
        }
        let tables = tables_in(self.document.get_mut(section.word()).map(std::mem::take));
        let heading = tables.get(0).and_then(|table| table.decor().prefix().cloned());
        let mut standing: BTreeMap<&[String], VecDeque<(&Record, Table)>> = BTreeMap::new();
        for (record, table) in old.into_iter().zip(tables) {
            standing.entry(&record.path).or_default().push_back((record, table));
        }
        let all_are_new = !new.iter().any(|record| standing.contains_key(&*record.path));
        let mut arranged = Vec::new();
        for record in new {
            let table = match standing.get_mut(&*record.path).and_then(VecDeque::pop_front) {
                Some((old, mut table)) => change_table(&mut table, &old.fields, &record.fields).map(|()| table)?,
                None => self.new_table(record)?,
            };
            arranged.push((*record, table));
        }
        if let (true, Some(heading), Some((_, first))) = (all_are_new, heading, arranged.first_mut()) {
            // Nothing of the array stays, so what stood above it stands above what takes its place.
            first.decor_mut().set_prefix(heading);
            standing.clear();
        }
        self.placed.retain(|(other, ..), _| *other != section);
        self.set_positions(&mut arranged);
        let tables = arranged.into_iter().map(|(_, table)| table).collect();
        self.document.insert(section.word(), Item::ArrayOfTables(tables));
        for (_, gone) in standing.into_values().flatten() {
            self.hand_on_heading(&gone, section, new.is_empty());
        }
        Ok(())
    }

    /// Tables that stood in the file keep their position; new ones come behind the one before them.
    fn set_positions(&mut self, arranged: &mut [(&Record, Table)]) {
        let standing: Vec<isize> = arranged.iter().filter_map(|(_, table)| table.position()).collect();
        let in_order = standing.is_sorted();
        let mut next = match (standing.iter().min(), arranged.first()) {
            (Some(first), Some((_, table))) if table.position().is_none() && in_order => first - ROOM / 2,
            (Some(first), _) => *first,
            (None, Some((record, _))) => self.position_for(&record.rank()),
            (None, None) => return,
        };
        for (record, table) in arranged {
            if !in_order || table.position().is_none() {
                place(table, next);
            }
            let last = last_position(table).unwrap_or(next);
            self.placed.insert(record.rank(), last);
            next = last + 1;
        }
    }
}

/// Numbers the tables in their order, with room between each two.
fn make_room(root: &mut Table) {
    let mut positions = BTreeSet::new();
    visit_tables(root, &mut |table| positions.extend(table.position()));
    let roomy: BTreeMap<isize, isize> = positions.into_iter().zip((0..).map(|place| place * ROOM)).collect();
    visit_tables(root, &mut |table| {
        let position = table.position().and_then(|position| roomy.get(&position).copied());
        table.set_position(position);
    });
}

fn in_comment(words: &str) -> String {
    const LONGEST: usize = 110;
    let words: String = words.chars().filter(|letter| !letter.is_control()).collect();
    if words.chars().count() <= LONGEST { words } else { words.chars().take(LONGEST).chain(['…']).collect() }
}
