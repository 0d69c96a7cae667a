//! What only the values of a file together can tell, each fault with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::answers::ReadAnswer;
use super::field::Field;
use super::part::Part;
use super::shapes::is_one_answer;
use crate::domain::{Identifier, Meeting, MeetingKey, Subject};
use crate::notation::{steers, visible};
use crate::source::{Entry, Fault, Faults, Located, Node, SourceFile, Span, Table, nearest, quoted};

/// The most organisations of one register.
const MOST_ORGANISATIONS: usize = 1_000;

pub fn check_project(file: &Table<'_>, answers: &[&ReadAnswer], faults: &mut Vec<Fault>) {
    check_register(file, faults);
    faults.extend(doubled::<Identifier>(file, ("own-action", "id"), "deze stap"));
    faults.extend(doubled::<String>(file, ("decision", "id"), "dit besluit"));
    faults.extend(doubled_meetings(file));
    faults.extend(replaced_decisions(file));
    let variants = file.tables("variant");
    faults.extend(variants.iter().filter_map(|table| state_fault(table, "variant")));
    let owners = answers.iter().filter_map(|read| Some((read.organisation.as_ref()?.as_str(), read.span.clone())));
    let heard = variants.iter().filter_map(|table| table.text("organisation").map(|id| (id.value, id.span)));
    faults.extend(unknown_organisations(file, owners.chain(heard)));
    let changes = file.tables("history");
    faults.extend(changes.iter().filter(|table| Subject::read(table).is_none()).map(|table| {
        Fault::new(table.span(), "er staat niet bij wat er veranderde, of twee dingen tegelijk")
            .tip("noem één van: question, action, organisation, decision, event, project")
    }));
}

/// Texts that hold what steers. They do no harm here, and documents go without it; but nobody sees that it is there.
pub fn steering_texts(source: &SourceFile, file: &Table<'_>) -> Vec<Fault> {
    // Nearly every file is in order, and is not gone through text by text.
    if may_hold_steering(&source.text) { steering_in(file) } else { Vec::new() }
}

/// Whether what steers stands there as it is, or as an escape that can stand for it.
fn may_hold_steering(text: &str) -> bool {
    let escapes = |after: &str| after.starts_with(['b', 'e', 'f', 'r', 'u', 'U', 'x']);
    text.contains(steers) || text.split('\\').skip(1).any(escapes)
}

fn steering_in(table: &Table<'_>) -> Vec<Fault> {
    table.entries().into_iter().flat_map(|entry| steering(entry.node)).collect()
}

fn steering(node: Node<'_>) -> Vec<Fault> {
    if let Some(table) = node.table() {
        return steering_in(&table);
    }
    if let Some(items) = node.items() {
        return items.into_iter().flat_map(steering).collect();
    }
    let text = node.text().unwrap_or_default();
    let signs: BTreeSet<char> = text.replace("\r\n", "\n").chars().filter(|letter| steers(*letter)).collect();
    if signs.is_empty() {
        return Vec::new();
    }
    let message = format!("in deze tekst staat wat je niet ziet: {}", visible(&String::from_iter(signs)));
    vec![Fault::warning(node.span(), message).tip("haal het weg; in documenten laat regio het weg")]
}

/// An id that stands in the register twice, or a register that is too long.
pub fn check_register(file: &Table<'_>, faults: &mut Vec<Fault>) {
    if file.tables("organisation").len() > MOST_ORGANISATIONS {
        let message = format!("dit bestand heeft meer dan {MOST_ORGANISATIONS} organisaties");
        faults.push(Fault::new(file.key_span("organisation"), message));
    } else {
        faults.extend(doubled::<Identifier>(file, ("organisation", "id"), "deze organisatie"));
    }
}

/// A fault for everything whose name, at its own key, stands there a second time.
fn doubled<T: Field + Ord + Display>(file: &Table<'_>, (key, name): (&str, &str), what: &str) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for node in file.tables(key).iter().filter_map(|table| table.get(name)) {
        let Some(id) = T::read(Some(node)) else { continue };
        if seen.contains(&id) {
            let fault = Fault::at(node.span(), format!("{what} staat er al: {}", quoted(&id.to_string())));
            faults.push(fault.tip(format!("geef een van de twee een andere {name}, of haal er een weg")));
        }
        seen.insert(id);
    }
    faults
}

/// A fault for a meeting of a day that has one with the same number.
fn doubled_meetings(file: &Table<'_>) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let tables = file.tables("meeting");
    let meetings = tables.iter().filter_map(|table| Some((table.get("date")?.span(), Meeting::read(table)?.key())));
    let doubled = meetings.filter(|(_, key)| !seen.insert(*key));
    let fault = |(span, (date, number)): (Span, MeetingKey)| {
        Fault::at(span, format!("bijeenkomst {number} van deze dag staat er al: {}", quoted(&date.to_string())))
            .tip("geef een van de twee een andere date of een ander number, of haal er een weg")
    };
    doubled.map(fault).collect()
}

/// What decisions replace: one that is not there does no harm, and neither do two in the place of one or a ring; but nobody sees it.
fn replaced_decisions(file: &Table<'_>) -> Vec<Fault> {
    let tables = file.tables("decision");
    let word = |table: &Table<'_>, key| table.text(key).map(|id| (id.value.to_owned(), id.span));
    let ids: BTreeSet<String> = tables.iter().filter_map(|table| Some(word(table, "id")?.0)).collect();
    let replaced: Vec<(String, (String, Span))> =
        tables.iter().filter_map(|table| Some((word(table, "id")?.0, word(table, "replaces")?))).collect();
    let ring = ring(&replaced.iter().map(|(new, (old, _))| (new.as_str(), old.as_str())).collect());
    let mut seen = BTreeSet::new();
    let faults = replaced.iter().filter_map(|(new, (old, span))| {
        let warning = |message: String| Fault::warning(span.clone(), message);
        if !ids.contains(old) {
            Some(warning(format!("er is geen besluit {}", quoted(old))))
        } else if ring.contains(new.as_str()) {
            let told = warning("deze besluiten vervangen elkaar, en dan geldt er geen".to_owned());
            Some(told.tip("haal replaces weg bij het besluit dat jullie het eerst namen"))
        } else if !seen.insert(old.as_str()) {
            let told = warning(format!("nog een besluit dat {} vervangt", quoted(old)));
            Some(told.tip("spreek af welk besluit geldt, en geef dat bij replaces de id van het andere"))
        } else {
            None
        }
    });
    faults.collect()
}

/// Those that come back to themselves, of things that each lead to one other.
fn ring<'i>(leads: &BTreeMap<&'i str, &'i str>) -> BTreeSet<&'i str> {
    let follow = |id: &&'i str| leads.get(id).copied();
    let (mut ring, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for start in leads.keys() {
        let way = std::iter::successors(Some(*start), follow).take_while(|id| seen.insert(*id));
        let way: Vec<&str> = way.collect();
        // Where the way comes back to one of its own, what stands from there on is a ring.
        let back = way.last().and_then(follow);
        ring.extend(way.into_iter().skip_while(|id| Some(*id) != back));
    }
    ring
}

/// Words of an organisation that is not in the register, faulty organisations left aside.
fn unknown_organisations<'o>(file: &Table<'_>, owners: impl Iterator<Item = (&'o str, Span)>) -> Vec<Fault> {
    let tables = file.tables("organisation");
    let known: BTreeSet<&str> = tables.iter().filter_map(|table| table.text("id")).map(|id| id.value).collect();
    // Only the first are shown, and looking for what was meant takes time.
    let fault = |(count, (name, span)): (usize, (&str, Span))| {
        let near = if count < Faults::MOST { nearest(name, known.iter().copied()) } else { None };
        let tip = match near {
            Some(near) => format!("bedoel je '{near}'?"),
            None => "zet de organisatie in het register: [[organisation]], of haal dit antwoord weg".to_owned(),
        };
        Fault::at(span, format!("de organisatie {} staat niet in het register", quoted(name))).tip(tip)
    };
    owners.filter(|(name, _)| !known.contains(name)).enumerate().map(fault).collect()
}

/// An answer of the whole kopgroep that holds an answer of one organisation too: one of the two would get lost.
pub fn mixed(table: &Table<'_>) -> Vec<Fault> {
    let is_answer = |entry: &Entry<'_>| entry.node.table().is_some_and(|inner| is_one_answer(&inner));
    let fault = |Located { value, span }: Located<&str>| {
        let message = format!("hier staat een antwoord van {} in het antwoord van iedereen samen", quoted(value));
        Fault::at(span, message).tip("kies een van de twee: één antwoord samen, of een antwoord per organisatie")
    };
    let inner = table.entries().into_iter().filter(|entry| entry.key.value != "value" && is_answer(entry));
    inner.map(|entry| fault(entry.key)).collect()
}

/// A value beside a state, or neither of the two. `name` is what stands above the table.
pub fn state_fault(table: &Table<'_>, name: &str) -> Option<Fault> {
    match (table.get("value"), table.get("state")) {
        (Some(_), Some(state)) => Some(
            Fault::at(state.span(), "hier staat een antwoord, en ook dat er geen antwoord is")
                .tip("haal state weg, of haal value weg"),
        ),
        (None, None) => Some(
            Fault::new(table.span(), format!("bij {} staat geen antwoord", quoted(name)))
                .tip("zet erbij: value = \"…\", of als er nog geen antwoord is: state = \"open\""),
        ),
        _ => None,
    }
}
