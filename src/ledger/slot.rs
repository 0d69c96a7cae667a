use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::domain::{Answer, Standing, State};

/// All that one organisation said to one question: the word that holds, and its other words.
///
/// Words of the same state are one word, so a slot is a set of states, each with its newest stamp. That makes hearing the
/// same words in another order, or again, come to the same thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    pub holds: Option<Answer>,
    pub others: Vec<(Standing, Answer)>,
}

/// Which word holds where two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What stood there; the other is set aside.
    Keep,
    /// What comes in; the other is set aside.
    Take,
    /// Both stand, as differing words. The newest holds, unless the project's own word was there.
    Both,
}

/// What hearing a word came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It said nothing, or nothing new.
    Same,
    New,
    /// It differs from the word that holds, and both are kept.
    Differed,
    /// It differs, and nobody has chosen yet: it is not in the slot.
    Undecided,
}

impl Slot {
    /// Hears one word. Without a choice a difference is left out of the slot, to be asked. What was put aside stays there,
    /// unless somebody takes it `again`.
    pub fn hear(&mut self, heard: Answer, choice: Option<Choice>, again: bool) -> Heard {
        if !heard.says_something() {
            return Heard::Same;
        }
        if let Some(holds) = self.holds.as_mut().filter(|holds| holds.state == heard.state) {
            let merged = merged(holds, &heard);
            let news = merged != *holds;
            *holds = merged;
            if !is_settled(holds) {
                // The one with a remark may be older than the one without, for which it came in.
                self.let_newest_hold(Standing::SetAside, |other| !is_settled(other));
            } else if news && choice == Some(Choice::Both) {
                self.let_newest_of_files_hold();
            }
            return Heard::Same;
        }
        let known = self.others.iter_mut().find(|(_, other)| other.state == heard.state);
        let heard = match known.map(|(_, known)| (merged(known, &heard), known)) {
            // Said before and not said anew: at most a remark came with it.
            Some((merged, known)) if !again && newest_stamp(&merged, known) == Ordering::Equal => {
                *known = merged;
                return Heard::Same;
            }
            Some((merged, _)) => merged,
            None => heard,
        };
        let differs = is_settled(&heard) && self.holds.as_ref().is_some_and(is_settled);
        match choice {
            _ if !differs => self.place(heard),
            Some(choice) => {
                self.choose(heard, choice);
                if choice == Choice::Both {
                    self.let_newest_of_files_hold();
                }
                Heard::Differed
            }
            // What is known of it stays as it is until somebody chooses.
            None => Heard::Undecided,
        }
    }

    /// What somebody chose about a word that differs from the one that holds.
    pub fn settle(&mut self, heard: Answer, choice: Choice) {
        let known = self.others.iter().find(|(_, other)| other.state == heard.state);
        let heard = known.map_or_else(|| heard.clone(), |(_, known)| merged(known, &heard));
        self.choose(heard, choice);
    }

    fn forget(&mut self, state: &State) {
        self.others.retain(|(_, other)| other.state != *state);
    }

    /// Of two words that are not both an answer, the one that is holds, or else the newest.
    fn place(&mut self, heard: Answer) -> Heard {
        self.forget(&heard.state);
        let Some(holds) = self.holds.as_ref().filter(|holds| holds.says_something()) else {
            self.holds = Some(heard);
            return Heard::New;
        };
        if newest_last(holds, &heard) == Ordering::Less {
            self.replace(heard, Standing::SetAside);
            return Heard::New;
        }
        // A remark is news, also beside an answer that stays.
        let is_news = heard.note.is_some() || !is_settled(holds);
        self.put_aside(Standing::SetAside, heard);
        if is_news { Heard::New } else { Heard::Same }
    }

    fn choose(&mut self, heard: Answer, choice: Choice) {
        self.forget(&heard.state);
        match choice {
            Choice::Keep => self.put_aside(Standing::SetAside, heard),
            Choice::Both => self.put_aside(Standing::Differs, heard),
            Choice::Take => self.replace(heard, Standing::SetAside),
        }
    }

    /// Among the words that came from files the newest one holds; the project's own word stays.
    fn let_newest_of_files_hold(&mut self) {
        if self.holds.as_ref().is_some_and(|holds| !is_own(holds)) {
            self.let_newest_hold(Standing::Differs, |other| !is_own(other));
        }
    }

    /// The newest of the other words with this standing takes the place of the one that holds, when it is newer.
    fn let_newest_hold(&mut self, standing: Standing, counts: impl Fn(&Answer) -> bool) {
        let Some(holds) = &self.holds else { return };
        let others = self.others.iter().filter(|(known, other)| *known == standing && counts(other));
        let newest = others.map(|(_, other)| other).max_by(|one, other| newest_last(one, other));
        if let Some(newest) = newest.filter(|other| newest_last(holds, other) == Ordering::Less).cloned() {
            self.others.retain(|(_, other)| *other != newest);
            self.replace(newest, standing);
        }
    }

    fn replace(&mut self, heard: Answer, standing: Standing) {
        if let Some(earlier) = self.holds.replace(heard) {
            self.put_aside(standing, earlier);
        }
    }

    /// An answer that is none and has no words is not worth keeping.
    fn put_aside(&mut self, standing: Standing, answer: Answer) {
        if is_settled(&answer) || answer.note.is_some() {
            self.others.push((standing, answer));
        }
    }
}

fn is_settled(answer: &Answer) -> bool {
    matches!(answer.state, State::Given(_) | State::NotApplicable)
}

/// The project's own word: it came from no file.
fn is_own(answer: &Answer) -> bool {
    answer.source.is_none()
}

/// The order of two words: by when they were given, then by who and what, so that it is the same everywhere.
pub fn newest_last(one: &Answer, other: &Answer) -> Ordering {
    fn key(answer: &Answer) -> impl Ord + '_ {
        (is_settled(answer), answer.given, &answer.by, &answer.source, &answer.state, &answer.note)
    }
    key(one).cmp(&key(other))
}

/// Two words of the same state: the newest stamp, the strictest label, and the remarks of both. Of two that say nothing but a
/// remark, the one with the remark is all there is.
fn merged(one: &Answer, other: &Answer) -> Answer {
    match (is_settled(one), &one.note, &other.note) {
        (false, Some(_), None) => return one.clone(),
        (false, None, Some(_)) => return other.clone(),
        _ => {}
    }
    let newest = if newest_stamp(one, other) == Ordering::Less { other } else { one };
    Answer {
        note: merged_notes(remark(one, newest), remark(other, newest)),
        tlp: one.tlp.max(other.tlp),
        revision: one.revision.max(other.revision),
        ..newest.clone()
    }
}

fn newest_stamp(one: &Answer, other: &Answer) -> Ordering {
    (one.given, &one.by, &one.source).cmp(&(other.given, &other.by, &other.source))
}

/// The remark with an answer, as it stands below a newer stamp: each paragraph names who made it, unless that is the same
/// person.
fn remark(answer: &Answer, newest: &Answer) -> Option<String> {
    let note = answer.note.as_ref()?;
    let same_person = answer.by.is_some() && answer.by == newest.by;
    let stays = same_person || newest_stamp(answer, newest) == Ordering::Equal;
    let by = answer.by.as_deref().unwrap_or("iemand anders");
    let own = newest.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
    let named = |paragraph: &str| match paragraph.strip_suffix(own.as_str()) {
        Some(plain) if !own.is_empty() => plain.to_owned(),
        _ if stays || paragraph.ends_with(')') => paragraph.to_owned(),
        _ => format!("{paragraph} ({by})"),
    };
    let written = note.split("\n\n").map(named).collect::<Vec<_>>().join("\n\n");
    if written == *note { Some(written) } else { Some(in_order(written.split("\n\n"))) }
}

/// The remarks of both.
pub fn merged_notes(one: Option<String>, other: Option<String>) -> Option<String> {
    let (Some(one), Some(other)) = (&one, &other) else { return one.or(other) };
    if one == other {
        return Some(one.clone());
    }
    Some(in_order(one.split("\n\n").chain(other.split("\n\n"))))
}

/// Paragraphs, each once, in an order that hangs on nothing else.
fn in_order<'p>(paragraphs: impl Iterator<Item = &'p str>) -> String {
    let paragraphs: BTreeSet<&str> = paragraphs.collect();
    paragraphs.into_iter().collect::<Vec<_>>().join("\n\n")
}
