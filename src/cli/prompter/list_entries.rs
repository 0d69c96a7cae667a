use unicode_width::UnicodeWidthStr;

use crate::interview::{Command, PickItem, PickPrompt};
use crate::notation::single_line;

/// One entry of a list with a cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Wrapped already, with newlines between the rows.
    pub text: String,
    /// So many rows are the item itself; the others say more about it.
    pub label_rows: usize,
    pub meaning: Meaning,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An item of the prompt, by its place.
    Item(usize),
    Command(Command),
    /// The commands that have no entry here.
    More,
}

/// The size of the screen, and what stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Of the text, marker included.
    pub width: usize,
    pub columns: usize,
    pub rows: usize,
    pub marker: usize,
}

/// The commands that a list offers as entries of their own, below its items.
const COMMANDS: [(&str, Command); 5] = [
    ("Uitleg en voorbeeld", Command::Help),
    ("Weet ik nog niet", Command::Unknown),
    ("Overslaan", Command::Skip),
    ("Terug", Command::Back),
    ("Bewaren en stoppen", Command::Stop),
];

/// The commands that are asked for less, behind one entry.
const MORE_COMMANDS: [(&str, Command); 4] = [
    ("Niet van toepassing", Command::NotApplicable),
    ("Notitie bij deze vraag", Command::Note(String::new())),
    ("Antwoord wissen", Command::Erase),
    ("Onderdelen van deze fase", Command::Parts),
];

/// The rows that the screen keeps for other things than the list.
const OTHER_ROWS: usize = 4;

/// The entries of a prompt; nothing when they do not fit on the screen together. Where room is scarce, all commands stand
/// behind one entry.
pub(super) fn entries(prompt: &PickPrompt, room: Room) -> Option<Vec<Entry>> {
    let items: Vec<Entry> =
        prompt.items.iter().enumerate().map(|(index, item)| entry(item, Meaning::Item(index), room)).collect();
    if items.is_empty() {
        return None;
    }
    if !prompt.commands {
        return Some(items).filter(|entries| fits(entries, room));
    }
    let mut all = set_apart(&items);
    all.extend(commands(&COMMANDS, prompt, room));
    all.push(command_entry("Meer …", Meaning::More, room));
    let few = |mut entries: Vec<Entry>| {
        entries.push(command_entry("Iets anders …", Meaning::More, room));
        entries
    };
    [all, few(set_apart(&items)), few(items)].into_iter().find(|entries| fits(entries, room))
}

/// The commands behind [`Meaning::More`], below what the list itself offers already.
pub(super) fn more(shown: &[Entry], prompt: &PickPrompt, room: Room) -> Vec<Entry> {
    let mut entries = commands(&COMMANDS, prompt, room);
    entries.extend(commands(&MORE_COMMANDS, prompt, room));
    entries.retain(|entry| !shown.iter().any(|other| other.meaning == entry.meaning));
    entries
}

/// The commands whose words are not those of an item.
fn commands(from: &[(&str, Command)], prompt: &PickPrompt, room: Room) -> Vec<Entry> {
    let is_item = |words: &str| prompt.items.iter().any(|item| item.label.trim().eq_ignore_ascii_case(words));
    let offered = from.iter().filter(|(words, _)| !is_item(words));
    offered.map(|(words, command)| command_entry(words, Meaning::Command(command.clone()), room)).collect()
}

fn command_entry(words: &str, meaning: Meaning, room: Room) -> Entry {
    entry(&PickItem { label: words.to_owned(), detail: None }, meaning, room)
}

/// The same entries with an empty row below the last.
fn set_apart(items: &[Entry]) -> Vec<Entry> {
    let mut items = items.to_vec();
    if let Some(last) = items.last_mut() {
        last.text.push('\n');
    }
    items
}

fn fits(entries: &[Entry], room: Room) -> bool {
    rows(entries) + OTHER_ROWS <= room.rows
}

/// How many rows they take together.
pub(super) fn rows(entries: &[Entry]) -> usize {
    entries.iter().map(|entry| entry.text.split('\n').count()).sum()
}

fn entry(item: &PickItem, meaning: Meaning, room: Room) -> Entry {
    let label = wrapped(&item.label, room);
    let detail = item.detail.as_deref().map(|detail| wrapped(detail, room)).unwrap_or_default();
    let hanging = format!("\n{}", " ".repeat(room.marker));
    Entry { text: [label.clone(), detail].concat().join(&hanging), label_rows: label.len(), meaning }
}

/// dialoguer counts the bytes of a row to know how many rows it takes: a row may not have more bytes than the screen has
/// columns, or it clears a row too many.
fn wrapped(text: &str, room: Room) -> Vec<String> {
    let shown = single_line(text);
    let mut width = room.width.saturating_sub(room.marker).max(1);
    loop {
        let rows: Vec<String> = textwrap::wrap(&shown, width).iter().map(|row| row.to_string()).collect();
        let excess = rows.iter().map(|row| (row.len() + room.marker).saturating_sub(room.columns)).max().unwrap_or(0);
        if excess == 0 || width <= 8 {
            return if rows.is_empty() { vec![String::new()] } else { rows };
        }
        let widest = rows.iter().map(|row| row.width()).max().unwrap_or(width);
        width = widest.min(width).saturating_sub(1).max(8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::Heading;

    const ROOM: Room = Room { width: 39, columns: 40, rows: 24, marker: 2 };

    fn prompt(labels: &[&str]) -> PickPrompt {
        PickPrompt {
            heading: Heading::default(),
            label: "Antwoord".to_owned(),
            items: labels.iter().map(|label| PickItem { label: (*label).to_owned(), detail: None }).collect(),
            chosen: Vec::new(),
            on_empty: String::new(),
            at_most: None,
            commands: true,
        }
    }

    #[track_caller]
    fn check(prompt: &PickPrompt, room: Room, expected: Option<&[&str]>) {
        let entries = entries(prompt, room);
        let texts = entries.as_ref().map(|entries| entries.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>());
        assert_eq!(texts.as_deref(), expected);
    }

    #[test]
    fn the_commands_stand_below_the_items() {
        let commands =
            ["Uitleg en voorbeeld", "Weet ik nog niet", "Overslaan", "Terug", "Bewaren en stoppen", "Meer …"];
        check(&prompt(&["Ja", "Nee"]), ROOM, Some(&[&["Ja", "Nee\n"][..], &commands].concat()));
    }

    #[test]
    fn a_menu_of_commands_has_no_others() {
        check(&PickPrompt { commands: false, ..prompt(&["Verder", "Stoppen"]) }, ROOM, Some(&["Verder", "Stoppen"]));
    }

    #[test]
    fn on_a_small_screen_the_commands_stand_behind_one_entry() {
        check(&prompt(&["Ja", "Nee"]), Room { rows: 8, ..ROOM }, Some(&["Ja", "Nee\n", "Iets anders …"]));
        check(&prompt(&["Ja", "Nee"]), Room { rows: 7, ..ROOM }, Some(&["Ja", "Nee", "Iets anders …"]));
        check(&prompt(&["Ja", "Nee"]), Room { rows: 6, ..ROOM }, None);
        check(&prompt(&[]), ROOM, None);
    }

    #[test]
    fn what_is_an_item_is_no_command_too() {
        let entries = entries(&prompt(&["Ja", "Weet ik nog niet"]), ROOM).expect("it fits");
        assert!(!entries.iter().any(|entry| entry.meaning == Meaning::Command(Command::Unknown)));
    }

    #[test]
    fn a_long_item_hangs_below_its_marker() {
        let mut long = prompt(&["Een keuze die langer is dan de rij breed is"]);
        long.commands = false;
        long.items[0].detail = Some("Dan komt er een volgende stap.".to_owned());
        let rows = "Een keuze die langer is dan de rij\n  breed is\n  Dan komt er een volgende stap.";
        check(&long, ROOM, Some(&[rows]));
        assert_eq!(entries(&long, ROOM).expect("it fits")[0].label_rows, 2);
    }

    #[test]
    fn no_row_has_more_bytes_than_the_screen_has_columns() {
        for text in ["é".repeat(200), "漢字".repeat(80), "één ".repeat(60)] {
            let rows = wrapped(&text, ROOM);
            assert!(rows.iter().all(|row| row.len() + ROOM.marker <= ROOM.columns), "{rows:?}");
        }
    }
}
