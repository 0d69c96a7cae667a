//! Two changes of different facts go together, whoever made which, and of the same fact one word holds and the other is told.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};

use super::contest::{Conflict, Side};
use super::merge::{merge, nothing_in_common};
use crate::domain::{
    ActionRecord, Agreed, Answer, Answers, Change, Contact, Decision, Departure, FullId, Identifier, Item,
    LapsedAnswer, Meeting, Organisation, OrganisationKind, OwnAction, Phase, Place, Project, Standing, State, Subject,
    Tlp, Value, Variant,
};

fn id(name: &str) -> Identifier {
    Identifier::from_name(name).expect("the tests name things in letters")
}

fn question() -> FullId {
    FullId::new(&id("verkennen"), &id("doel"))
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day of the calendar") + Days::new(number)
}

fn moment(number: u64) -> DateTime<FixedOffset> {
    day(number).and_time(NaiveTime::MIN).and_utc().fixed_offset()
}

fn answer(words: &str) -> Answer {
    let state = State::Given(Value::text(words));
    Answer { state, given: Some(moment(1)), by: Some(words.to_owned()), ..Answer::open() }
}

fn organisation(name: &str) -> Organisation {
    Organisation {
        id: id(name),
        name: name.to_owned(),
        kind: None,
        place: Place::Partner,
        departure: Departure::default(),
        contacts: Vec::new(),
    }
}

fn step(name: &str) -> OwnAction {
    OwnAction { id: id(name), title: name.to_owned(), phase: None, created: day(1), record: ActionRecord::default() }
}

fn contact(name: &str) -> Contact {
    Contact { name: name.to_owned(), ..Contact::default() }
}

fn agreed(name: &str) -> Agreed {
    Agreed { question: FullId::new(&id("verkennen"), &id(name)), answer: answer("Samen") }
}

fn lapsed(ask: &str) -> LapsedAnswer {
    LapsedAnswer {
        question: question(),
        organisation: None,
        ask: ask.to_owned(),
        value: None,
        given: None,
        by: None,
        note: None,
        tlp: None,
        why: String::new(),
    }
}

fn variant(organisation: &str, answer: Answer) -> Variant {
    Variant { question: question(), organisation: id(organisation), standing: Standing::Differs, answer }
}

fn decision(text: &str) -> Decision {
    let (id, text, by) = ("b1".to_owned(), text.to_owned(), Some("Fatima".to_owned()));
    Decision { id, text, date: day(2), by, why: None, replaces: None }
}

fn base() -> Project {
    let mut base = Project::new("proef".to_owned(), day(0));
    let own = || Answers::PerOrganisation([(id("haven"), answer("Eerst"))].into());
    let (kind, contacts) = (Some(OrganisationKind::Other), vec![contact("Iris")]);
    base.organisations.push(Organisation { kind, contacts, ..organisation("haven") });
    base.answers.insert(question(), Answers::Together(answer("Eerst")));
    base.answers.insert(FullId::new(&id("verkennen"), &id("eigen")), own());
    base.views.insert(question(), [(id("haven"), answer("Eerst"))].into());
    base.actions.insert(question(), ActionRecord::default());
    base.own_actions.push(step("bellen"));
    base.decisions.push(decision("Eerst"));
    base.lapsed.push(lapsed("Eerst?"));
    base.meetings.push(Meeting { date: day(1), present: vec!["Iris".to_owned()], ..Meeting::default() });
    base
}

fn together(project: &mut Project) -> &mut Answer {
    match project.answers.get_mut(&question()) {
        Some(Answers::Together(answer)) => answer,
        _ => panic!("it is asked of all together"),
    }
}

fn record(project: &mut Project) -> &mut ActionRecord {
    project.actions.entry(question()).or_default()
}

type Edit = fn(&mut Project);

/// One fact each.
const CHANGES: [Edit; 38] = [
    |project| project.name = Some("Let Op".to_owned()),
    |project| project.region = Some("Lindeveld".to_owned()),
    |project| project.trekker = Some("Fatima".to_owned()),
    |project| project.tlp = Tlp::Red,
    |project| project.begun.extend([(Phase::Verkennen, day(3))]),
    |project| project.begun.extend([(Phase::Ontwikkelen, day(4))]),
    |project| project.organisations[0].name = "Haven".to_owned(),
    |project| project.organisations[0].kind = Some(OrganisationKind::Care),
    |project| project.organisations[0].place = Place::Kopgroep,
    |project| project.organisations[0].contacts.push(contact("Meike")),
    |project| project.organisations[0].contacts.retain(|contact| contact.name != "Iris"),
    |project| project.organisations.push(organisation("bakkerij")),
    |project| together(project).state = State::Given(Value::text("Anders")),
    |project| together(project).note = Some("Navragen".to_owned()),
    |project| together(project).tlp = Some(Tlp::Red),
    |project| drop(project.views.entry(question()).or_default().insert(id("bakkerij"), answer("Zelf"))),
    |project| drop(project.views.entry(question()).or_default().insert(id("haven"), answer("Zelf"))),
    |project| project.variants.push(variant("haven", answer("Ook"))),
    |project| project.variants.push(variant("bakkerij", answer("Ook"))),
    |project| project.variants.push(variant("bakkerij", Answer { given: Some(moment(0)), ..answer("Eerder") })),
    |project| record(project).done = Some(day(5)),
    |project| record(project).owner = Some("Meike".to_owned()),
    |project| record(project).due = Some(day(6)),
    |project| record(project).note = Some("Met taart".to_owned()),
    |project| record(project).reopened = Some(day(4)),
    |project| project.own_actions[0].title = "Opbellen".to_owned(),
    |project| project.own_actions[0].record.owner = Some("Meike".to_owned()),
    |project| project.own_actions.push(step("mailen")),
    |project| project.decisions[0] = decision("Anders"),
    |project| project.meetings[0].present.push("Meike".to_owned()),
    |project| project.meetings[0].present.retain(|name| name != "Iris"),
    |project| project.meetings[0].parked.push("De kosten".to_owned()),
    |project| project.meetings[0].agreed.push(agreed("een")),
    |project| project.meetings[0].agreed.push(agreed("twee")),
    |project| project.meetings[0].decided.push("b1".to_owned()),
    |project| project.meetings[0].steps.push(step("mailen")),
    |project| project.lapsed.push(lapsed("Later?")),
    |project| project.lapsed.retain(|lapsed| lapsed.ask != "Eerst?"),
];

fn newest(conflict: &Conflict) -> Side {
    conflict.newest
}

#[test]
fn two_changes_of_different_facts_go_together() {
    for (first, change) in CHANGES.iter().enumerate() {
        for (second, other) in CHANGES.iter().enumerate().filter(|(second, _)| *second != first) {
            let (mut ours, mut theirs) = (base(), base());
            change(&mut ours);
            other(&mut theirs);
            let mut both = ours.clone();
            other(&mut both);
            // Other words stand in an order of their own: by question, by organisation, and the newest last.
            both.variants.sort_by_key(|variant| (variant.organisation.clone(), variant.answer.given));
            let merged = merge(&base(), &ours, &theirs, &newest);
            assert_eq!(merged.project, both, "{first} and {second}");
            assert_eq!(merged.conflicts, [], "{first} and {second}");
        }
    }
}

#[test]
fn the_earliest_begin_the_latest_opening_and_the_strictest_label_hold() {
    let made = |begun: u64, tlp: Tlp| {
        let mut project = Project { tlp, ..Project::new("proef".to_owned(), day(begun)) };
        project.begun.insert(Phase::Verkennen, day(begun));
        record(&mut project).reopened = Some(day(begun));
        together_with(&mut project, Some(tlp));
        project
    };
    for strictest in [Tlp::Amber, Tlp::Red] {
        let (early, late) = (made(1, Tlp::Green), made(2, strictest));
        for (ours, theirs) in [(&early, &late), (&late, &early)] {
            let mut merged = merge(&nothing_in_common(ours, theirs), ours, theirs, &newest).project;
            assert_eq!((merged.created, merged.begun[&Phase::Verkennen]), (day(1), day(1)));
            assert_eq!(record(&mut merged).reopened, Some(day(2)));
            assert_eq!((merged.tlp, together(&mut merged).tlp), (strictest, Some(strictest)));
            // Each changed it since, in its own way.
            assert_eq!(merge(&made(3, Tlp::AmberStrict), ours, theirs, &newest).project.tlp, strictest);
        }
    }
}

fn together_with(project: &mut Project, tlp: Option<Tlp>) {
    project.answers.insert(question(), Answers::Together(Answer { tlp, ..answer("Eerst") }));
}

#[test]
fn who_was_taken_out_stays_as_long_as_she_says_something_or_is_named() {
    let says = |project: &mut Project| {
        project.views.insert(question(), [(id("haven"), answer("Anders"))].into());
    };
    let is_named = |project: &mut Project| together(project).state = State::Given(Value::text("haven"));
    let does_nothing = |_: &mut Project| {};
    let changes: [(Edit, bool); 3] = [(says, true), (is_named, true), (does_nothing, false)];
    for (change, stays) in changes {
        let mut without = base();
        without.organisations.clear();
        without.views.clear();
        without.answers.retain(|known, _| *known == question());
        let mut with = base();
        with.answers.retain(|known, _| *known == question());
        let known = with.clone();
        change(&mut with);
        for (ours, theirs) in [(&without, &with), (&with, &without)] {
            let merged = merge(&known, ours, theirs, &newest).project;
            assert_eq!(merged.organisation("haven").is_some(), stays);
            assert!(merged.organisations.len() <= 1);
        }
    }
}

/// What both changed, each in its own way, and what the history tells of the one that does not hold.
#[track_caller]
fn check_told(change: Edit, other: Edit, subject: &Subject, lost: &str) {
    let (mut ours, mut theirs) = (base(), base());
    change(&mut ours);
    other(&mut theirs);
    let merged = merge(&base(), &ours, &theirs, &|_| Side::Ours);
    assert_eq!(Project { history: Vec::new(), ..merged.project.clone() }, ours);
    let told = |change: &Change| change.subject == *subject && change.from == Some(State::Given(Value::text(lost)));
    assert!(merged.project.history.iter().any(told), "{:#?}", merged.project.history);
    let turned = merge(&base(), &theirs, &ours, &|_| Side::Theirs);
    assert_eq!(Project { history: Vec::new(), ..turned.project }, ours);
}

#[test]
fn of_one_fact_one_word_holds_and_the_other_is_told_whole() {
    let haven = Subject::Organisation(id("haven"));
    let done = |project: &mut Project| record(project).done = Some(day(5));
    check_told(
        |project| project.organisations[0].name = "Haven".to_owned(),
        |project| project.organisations[0].name = "De haven".to_owned(),
        &haven,
        "De haven, partner",
    );
    check_told(
        |project| project.organisations[0].kind = Some(OrganisationKind::Care),
        |project| project.organisations[0].kind = Some(OrganisationKind::Collaboration),
        &haven,
        "samenwerkingsverband",
    );
    let step = Subject::Action(question().to_string());
    check_told(done, |project| record(project).dropped = Some(day(6)), &step, "vervallen op 7 november 2026");
    check_told(|project| record(project).dropped = Some(day(6)), done, &step, "klaar op 6 november 2026");
    check_told(
        |project| record(project).due = Some(day(5)),
        |project| record(project).due = Some(day(6)),
        &step,
        "voor 7 november 2026",
    );
    check_told(
        |project| project.decisions[0] = decision("Anders"),
        |project| project.decisions[0] = decision("Niet"),
        &Subject::Decision("b1".to_owned()),
        "Niet (3 november 2026; Fatima)",
    );
}

/// A question that is asked of all together in one copy, and of each in the other.
#[test]
fn what_was_said_together_comes_first_and_the_own_word_is_told_once() {
    let begun = Project::new("proef".to_owned(), day(0));
    let (mut ours, mut theirs) = (begun.clone(), begun.clone());
    ours.answers.insert(question(), Answers::Together(answer("Samen")));
    theirs.answers.insert(question(), Answers::PerOrganisation([(id("haven"), answer("Zelf"))].into()));
    let merged = merge(&begun, &ours, &theirs, &newest).project;
    assert_eq!(merged.answers, ours.answers);
    let told = |change: &&Change| change.from == Some(State::Given(Value::text("Zelf")));
    assert_eq!(merged.history.iter().filter(told).count(), 1);
    assert_eq!(merge(&begun, &merged, &theirs, &newest).project, merged);
}

#[test]
fn the_history_stands_in_the_order_of_time() {
    let change = |number: u64| Change {
        at: moment(number),
        by: None,
        subject: Subject::Project("name".to_owned()),
        from: None,
        to: None,
        why: None,
    };
    let (mut ours, mut theirs) = (base(), base());
    ours.history.extend([change(1), change(4)]);
    theirs.history.extend([change(2), change(3)]);
    let merged = merge(&base(), &ours, &theirs, &newest).project;
    assert_eq!(merged.history, [1, 2, 3, 4].map(change));
}

#[test]
fn of_the_same_words_the_newest_stay() {
    let said = |number: u64, words: &str| {
        let words = Answer { given: Some(moment(number)), ..answer(words) };
        let mut project = Project::new("proef".to_owned(), day(0));
        project.answers.insert(question(), Answers::Together(words.clone()));
        let agreed = vec![Agreed { question: question(), answer: words }];
        project.meetings.push(Meeting { date: day(1), agreed, ..Meeting::default() });
        project
    };
    let (earlier, later) = (said(2, "Samen"), said(3, "Samen"));
    for (ours, theirs) in [(&earlier, &later), (&later, &earlier)] {
        assert_eq!(merge(&said(1, "Eerst"), ours, theirs, &newest).project, later);
    }
}

#[test]
fn a_remark_that_was_written_over_another_takes_its_place() {
    let (mut earlier, mut later) = (base(), base());
    together(&mut earlier).note = Some("Navragen".to_owned());
    together(&mut later).note = Some("Nagevraagd".to_owned());
    later.history.push(Change {
        at: moment(2),
        by: None,
        subject: Subject::Note(Item::together(&question())),
        from: Some(State::Given(Value::text("Navragen"))),
        to: Some(State::Given(Value::text("Nagevraagd"))),
        why: None,
    });
    for (ours, theirs) in [(&earlier, &later), (&later, &earlier)] {
        let mut merged = merge(&nothing_in_common(ours, theirs), ours, theirs, &newest).project;
        assert_eq!(together(&mut merged).note.as_deref(), Some("Nagevraagd"));
    }
}

#[test]
fn who_opened_a_step_again_did_not_know_that_it_lapsed() {
    let mut known = base();
    record(&mut known).done = Some(day(5));
    let (mut ours, mut theirs) = (base(), base());
    record(&mut theirs).dropped = Some(day(6));
    record(&mut ours).owner = Some("Meike".to_owned());
    let merged = merge(&known, &ours, &theirs, &newest);
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.project.actions[&question()].dropped, Some(day(6)));
}

/// Of two who gave it another name: the one who said so, and not who changed something else of it later.
#[test]
fn a_conflict_names_who_said_each_word_and_the_history_tells_a_word_once() {
    let change = |subject: &Subject, at: u64, by: &str, to: &str| Change {
        at: moment(at),
        by: Some(by.to_owned()),
        subject: subject.clone(),
        from: None,
        to: Some(State::Given(Value::text(to))),
        why: None,
    };
    let haven = Subject::Organisation(id("haven"));
    let called = |name: &str, by: &str| {
        let mut project = Project::new("p".to_owned(), day(1));
        project.organisations = vec![Organisation { name: name.to_owned(), ..organisation("haven") }];
        let words = super::organisation::told(&project.organisations[0]);
        project.history = vec![change(&haven, 2, by, &words), change(&haven, 3, "Bram", &format!("{name} anders"))];
        project
    };
    let merged = merge(&base(), &called("Noord", "Anna"), &called("Zuid", "Carla"), &newest);
    let [conflict] = &merged.conflicts[..] else { panic!("they differ in one thing: {:?}", merged.conflicts) };
    assert_eq!([&conflict.ours.by, &conflict.theirs.by].map(Option::as_deref), [Some("Anna"), Some("Carla")]);

    let asked = Subject::Answer(Item::together(&question()));
    let answered = |words: &str, told: &str| {
        let mut project = Project::new("p".to_owned(), day(1));
        project.answers.insert(question(), Answers::Together(answer(words)));
        project.history.push(change(&asked, 1, "Anna", told));
        project
    };
    let told_of_anna = |told: &str| {
        let merged = merge(&base(), &answered("Anna", told), &answered("Zuid", "Zuid"), &newest).project;
        let word = Some(State::Given(Value::text("Anna")));
        merged.history.iter().filter(|change| change.to == word).count()
    };
    assert_eq!([told_of_anna("Anna"), told_of_anna("vroeger")], [1, 1]);
}
