//! What two people changed in copies of one project is in the merged one, every word of it.

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;

use super::contest::{Conflict, Side};
use super::lineage::{contains, grew_from};
use super::merge::{Merged, merge, nothing_in_common};
use crate::domain::{
    ActionRecord, Answer, Answers, Change, Contact, Decision, Departure, Event, EventKind, FullId, Identifier, Item,
    Meeting, Organisation, OwnAction, Place, Project, State, Subject, Tlp, Value,
};

/// A change that someone makes; the word is of that change alone.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Name,
    Answer(usize),
    /// As regio changes an answer: what it was, stands in the history.
    Changed(usize),
    OwnAnswer(usize, usize),
    Note(usize),
    Owner(usize),
    OwnStep,
    Decision,
    Success,
    Present,
    Parked,
    Organisation,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Name),
        (0_usize..3).prop_map(Edit::Answer),
        (0_usize..3).prop_map(Edit::Changed),
        ((0_usize..2), (0_usize..2)).prop_map(|(question, organisation)| Edit::OwnAnswer(question, organisation)),
        (0_usize..3).prop_map(Edit::Note),
        (0_usize..3).prop_map(Edit::Owner),
        Just(Edit::OwnStep),
        Just(Edit::Decision),
        Just(Edit::Success),
        Just(Edit::Present),
        Just(Edit::Parked),
        Just(Edit::Organisation),
    ]
}

fn id(name: &str) -> Identifier {
    Identifier::from_name(name).expect("the tests name things in letters")
}

fn question(number: usize) -> FullId {
    FullId::new(&id("verkennen"), &id(&format!("vraag-{}", ["een", "twee", "drie"][number])))
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
}

fn moment() -> DateTime<FixedOffset> {
    day().and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset()
}

/// The first part of a word is the name of who says it.
fn speaker(word: &str) -> Option<String> {
    word.split_once('-').map(|(who, _)| who.to_owned())
}

fn answer(word: &str) -> Answer {
    let state = State::Given(Value::Text(word.to_owned()));
    let given = speaker(word).map(|_| moment());
    Answer { state, given, by: speaker(word), revision: None, note: None, tlp: None, source: None, given_for: None }
}

fn apply(project: &mut Project, edit: Edit, word: &str) {
    let text = word.to_owned();
    match edit {
        Edit::Name => project.name = Some(text),
        Edit::Answer(number) => drop(project.answers.insert(question(number), Answers::Together(answer(word)))),
        Edit::Changed(number) => {
            let earlier = project.answer(&question(number), None).map(|answer| answer.state.clone());
            let answered = answer(word);
            project.history.push(Change {
                at: moment(),
                by: speaker(word),
                subject: Subject::Answer(Item::together(&question(number))),
                from: earlier,
                to: Some(answered.state.clone()),
                why: None,
            });
            project.answers.insert(question(number), Answers::Together(answered));
        }
        Edit::OwnAnswer(number, organisation) => {
            let own = FullId::new(&id("ontwikkelen"), &question(number).local);
            let answers = project.answers.entry(own).or_insert_with(|| Answers::PerOrganisation([].into()));
            if let Answers::PerOrganisation(each) = answers {
                each.insert(id(["bakkerij", "haven"][organisation]), answer(word));
            }
        }
        Edit::Note(number) => {
            let answers = project.answers.entry(question(number)).or_insert_with(|| Answers::Together(answer("eerst")));
            answers.each_mut().into_iter().for_each(|(_, answer)| answer.note = Some(text.clone()));
        }
        Edit::Owner(number) => {
            let record = project.actions.entry(question(number)).or_default();
            record.owner = Some(text);
        }
        Edit::OwnStep => project.own_actions.push(OwnAction {
            id: id(word),
            title: text,
            phase: None,
            created: day(),
            record: ActionRecord::default(),
        }),
        Edit::Decision => project.decisions.push(Decision {
            id: text.clone(),
            text,
            date: day(),
            by: None,
            why: None,
            replaces: None,
        }),
        Edit::Success => {
            project.events.push(Event::new(EventKind::Success, text, day()));
        }
        Edit::Present => meeting(project).present.push(text),
        Edit::Parked => meeting(project).parked.push(text),
        Edit::Organisation => project.organisations.push(Organisation {
            id: id(word),
            name: text,
            kind: None,
            place: Place::Partner,
            departure: Departure::default(),
            contacts: Vec::new(),
        }),
    }
}

/// The one meeting of the day.
fn meeting(project: &mut Project) -> &mut Meeting {
    if project.meetings.is_empty() {
        project.meetings.push(Meeting { date: day(), ..Meeting::default() });
    }
    &mut project.meetings[0]
}

/// Words that no change made later has replaced.
fn said(project: &Project, words: &[String]) -> Vec<String> {
    let shown = format!("{project:?}");
    words.iter().filter(|word| shown.contains(word.as_str())).cloned().collect()
}

fn changed(base: &Project, edits: &[Edit], who: &str) -> (Project, Vec<String>) {
    let mut project = base.clone();
    let words: Vec<String> = (0..edits.len()).map(|place| format!("{who}-woord-{}", letters(place))).collect();
    edits.iter().zip(&words).for_each(|(edit, word)| apply(&mut project, *edit, word));
    let said = said(&project, &words);
    (project, said)
}

fn letters(place: usize) -> String {
    let place = u8::try_from(place).expect("the tests make few changes");
    char::from(b'a' + place).to_string()
}

fn join(ours: &Project, theirs: &Project) -> Merged {
    merge(&nothing_in_common(ours, theirs), ours, theirs, &newest)
}

fn newest(conflict: &Conflict) -> Side {
    conflict.newest
}

fn ours_holds(_: &Conflict) -> Side {
    Side::Ours
}

/// The same whatever the order of what has no order of its own.
fn in_order(merged: &Merged) -> String {
    fn sorted<T: std::fmt::Debug>(things: &mut [T]) {
        things.sort_by_key(|thing| format!("{thing:?}"));
    }
    let mut project = merged.project.clone();
    sorted(&mut project.organisations);
    sorted(&mut project.own_actions);
    sorted(&mut project.decisions);
    sorted(&mut project.events);
    sorted(&mut project.history);
    for meeting in &mut project.meetings {
        sorted(&mut meeting.present);
        sorted(&mut meeting.parked);
    }
    format!("{project:#?} {}", merged.conflicts.len())
}

proptest! {
    #[test]
    fn either_order_gives_the_same_and_twice_changes_nothing(
        first in vec(edit(), 0..6),
        one in vec(edit(), 0..6),
        other in vec(edit(), 0..6),
    ) {
        let (base, _) = changed(&Project::new("proef".to_owned(), day()), &first, "eerst");
        let (one, one_words) = changed(&base, &one, "een");
        let (other, other_words) = changed(&base, &other, "ander");
        let merged = join(&one, &other);
        prop_assert_eq!(in_order(&merged), in_order(&join(&other, &one)));
        prop_assert_eq!(in_order(&merge(&base, &one, &other, &newest)), in_order(&merge(&base, &other, &one, &newest)));
        for words in [&one_words, &other_words] {
            prop_assert_eq!(&said(&merged.project, words), words);
        }
        for change in merged.project.history.iter().filter(|change| matches!(change.subject, Subject::Answer(_))) {
            let word = change.to.as_ref().and_then(State::value).and_then(Value::as_text);
            prop_assert!(word.is_none_or(|word| speaker(word) == change.by), "{change:?}");
        }
        for (known, words) in [(&one, &one_words), (&other, &other_words)] {
            prop_assert!(contains(&merged.project, known));
            let is_new = words.iter().any(|word| !format!("{base:?}").contains(word.as_str()));
            prop_assert!(!is_new || !contains(&base, known));
            prop_assert_eq!(join(&merged.project, known), Merged { conflicts: Vec::new(), ..merged.clone() });
        }
        // Whatever was chosen by hand, it is not asked again.
        let chosen = merge(&base, &one, &other, &|_| Side::Theirs).project;
        let alone = merge(&nothing_in_common(&one, &other), &one, &other, &|_| Side::Theirs).project;
        for known in [&one, &other] {
            prop_assert_eq!(merge(&base, &chosen, known, &newest), Merged { project: chosen.clone(), conflicts: Vec::new() });
            prop_assert_eq!(join(&alone, known), Merged { project: alone.clone(), conflicts: Vec::new() });
        }
    }

    #[test]
    fn no_word_is_lost_and_again_changes_nothing(
        first in vec(edit(), 0..6),
        ours in vec(edit(), 0..6),
        theirs in vec(edit(), 0..6),
    ) {
        let (base, _) = changed(&Project::new("proef".to_owned(), day()), &first, "eerst");
        let (ours, our_words) = changed(&base, &ours, "onze");
        let (theirs, their_words) = changed(&base, &theirs, "hun");
        let merged = merge(&base, &ours, &theirs, &ours_holds).project;
        for words in [&our_words, &their_words] {
            prop_assert_eq!(&said(&merged, words), words);
        }
        prop_assert_eq!(&merge(&base, &merged, &theirs, &ours_holds).project, &merged);
        prop_assert_eq!(&merge(&theirs, &merged, &theirs, &ours_holds).project, &merged);
    }

    #[test]
    fn what_one_alone_changed_is_taken_over_as_it_is(first in vec(edit(), 0..6), more in vec(edit(), 0..6)) {
        let (base, _) = changed(&Project::new("proef".to_owned(), day()), &first, "eerst");
        let (changed, _) = changed(&base, &more, "meer");
        let (theirs, ours) = (merge(&base, &base, &changed, &ours_holds), merge(&base, &changed, &base, &ours_holds));
        prop_assert_eq!((&theirs.project, theirs.conflicts), (&changed, Vec::new()));
        prop_assert_eq!((&ours.project, ours.conflicts), (&changed, Vec::new()));
    }
}

#[test]
fn where_both_changed_it_ours_holds_and_theirs_is_remembered() {
    let base = Project::new("proef".to_owned(), day());
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    apply(&mut ours, Edit::Answer(0), "Samen oefenen");
    apply(&mut theirs, Edit::Answer(0), "Elkaar bellen");
    let merged = merge(&base, &ours, &theirs, &ours_holds);
    assert_eq!(merged.conflicts.len(), 1);
    let holds = merged.project.answer(&question(0), None).map(|answer| answer.state.clone());
    assert_eq!(holds, Some(State::Given(Value::Text("Samen oefenen".to_owned()))));
    let told: Vec<_> = merged.project.history.iter().map(|change| change.from.clone()).collect();
    assert_eq!(told, [Some(State::Given(Value::Text("Elkaar bellen".to_owned())))]);
}

#[test]
fn every_word_stands_in_the_history_under_the_name_of_who_said_it() {
    let base = Project::new("proef".to_owned(), day());
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    apply(&mut ours, Edit::Answer(0), "anna-belt");
    apply(&mut theirs, Edit::Answer(0), "bram-mailt");
    for holds in [Side::Ours, Side::Theirs] {
        let merged = merge(&base, &ours, &theirs, &|_| holds).project;
        let told = merged.history.iter().map(|change| (change.by.as_deref(), change.to.clone(), change.why.is_some()));
        let said = |word: &str| Some(State::Given(Value::text(word)));
        let (kept, lost) = if holds == Side::Ours { ("anna-belt", "bram-mailt") } else { ("bram-mailt", "anna-belt") };
        let wanted = [(lost, false), (kept, true)].map(|(word, is_told)| (speaker(word), said(word), is_told));
        assert!(told.eq(wanted.iter().map(|(by, to, is_told)| (by.as_deref(), to.clone(), *is_told))), "{merged:?}");
    }
}

/// Who chose a wider label knew the stricter one; of two choices the stricter holds.
#[test]
fn a_label_that_one_chose_stays_when_the_other_answers() {
    let labelled = |word: &str, tlp| {
        let mut project = Project::new("proef".to_owned(), day());
        project.answers.insert(question(0), Answers::Together(Answer { tlp, ..answer(word) }));
        project
    };
    let label = |project: &Project| project.answer(&question(0), None).and_then(|answer| answer.tlp);
    let base = labelled("anna-belt", Some(Tlp::Red));
    let (wider, answered) = (labelled("anna-belt", Some(Tlp::Green)), labelled("bram-mailt", Some(Tlp::Red)));
    assert_eq!(label(&merge(&base, &wider, &answered, &newest).project), Some(Tlp::Green));
    assert_eq!(label(&merge(&base, &answered, &wider, &newest).project), Some(Tlp::Green));
    let stricter = labelled("bram-mailt", Some(Tlp::AmberStrict));
    assert_eq!(label(&merge(&base, &wider, &stricter, &newest).project), Some(Tlp::AmberStrict));
}

#[test]
fn what_one_took_away_and_the_other_changed_stays() {
    let mut base = Project::new("proef".to_owned(), day());
    apply(&mut base, Edit::Answer(0), "eerst");
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.answers.clear();
    assert!(merge(&base, &ours, &theirs, &ours_holds).project.answers.is_empty());
    apply(&mut theirs, Edit::Answer(0), "anders");
    assert_eq!(merge(&base, &ours, &theirs, &ours_holds).project.answers, theirs.answers);
}

#[test]
fn who_changed_an_answer_knowing_the_other_goes_first_without_a_base() {
    let mut earlier = Project::new("proef".to_owned(), day());
    apply(&mut earlier, Edit::Answer(0), "Elkaar bellen");
    let mut later = earlier.clone();
    apply(&mut later, Edit::Changed(0), "Samen oefenen");
    for merged in [join(&earlier, &later), join(&later, &earlier)] {
        assert_eq!((&merged.project, merged.conflicts), (&later, Vec::new()));
    }
}

/// A change of the same thing elsewhere tells nothing of this word.
#[test]
fn a_project_did_not_grow_from_a_word_that_it_never_heard() {
    let base = Project::new("proef".to_owned(), day());
    let (mut ours, mut theirs) = (base.clone(), base);
    apply(&mut ours, Edit::Answer(0), "anna-belt");
    apply(&mut ours, Edit::Changed(0), "anna-mailt");
    apply(&mut theirs, Edit::Answer(0), "bram-zwijgt");
    assert!(!grew_from(&ours, &theirs) && !contains(&ours, &theirs));
}

#[test]
fn a_project_grew_from_what_it_still_has_or_tells_of() {
    let mut earlier = Project::new("proef".to_owned(), day());
    for (edit, word) in [(Edit::Answer(0), "eerst"), (Edit::Note(0), "navragen"), (Edit::Success, "koffie")] {
        apply(&mut earlier, edit, word);
    }
    let mut later = earlier.clone();
    apply(&mut later, Edit::Changed(0), "nu");
    apply(&mut later, Edit::Organisation, "haven");
    assert!(grew_from(&earlier, &earlier) && grew_from(&later, &earlier));
    assert!(!grew_from(&earlier, &later), "it has no haven and knows nothing of a change");
    let mut by_hand = later.clone();
    by_hand.events.clear();
    assert!(!grew_from(&by_hand, &earlier), "nothing tells where the success went");
    let mut taken_out = later.clone();
    taken_out.organisations.clear();
    assert!(!grew_from(&taken_out, &later));
    taken_out.history.push(Change {
        at: later.history[0].at,
        by: None,
        subject: Subject::Organisation(id("haven")),
        from: Some(State::Given(Value::text("haven"))),
        to: None,
        why: None,
    });
    assert!(grew_from(&taken_out, &later));
    // With that base it stays out, and without one nobody can know.
    assert_eq!(merge(&later, &taken_out, &later, &newest).project.organisations.len(), 0);
    assert_eq!(join(&taken_out, &later).project.organisations.len(), 1);
}

/// The place, the day and the reason are one fact; what the other copy says of a contact comes along.
#[test]
fn who_left_in_one_copy_left_in_both_with_day_and_reason() {
    let mut base = Project::new("proef".to_owned(), day());
    apply(&mut base, Edit::Organisation, "haven");
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let departure = Departure { left: Some(day()), left_because: Some("failliet".to_owned()), ..Departure::default() };
    (theirs.organisations[0].place, theirs.organisations[0].departure) = (Place::Departed, departure.clone());
    ours.organisations[0].contacts.push(Contact { name: "Fatima".to_owned(), ..Contact::default() });
    for merged in [merge(&base, &ours, &theirs, &ours_holds), merge(&base, &theirs, &ours, &ours_holds)] {
        let organisation = &merged.project.organisations[0];
        assert_eq!(organisation.standing(), (Place::Departed, &departure));
        assert_eq!(organisation.contacts.len(), 1);
    }
}
