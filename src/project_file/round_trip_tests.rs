//! What is written reads back as the same project, whatever it holds and whatever file it is written into.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::file::ProjectFile;
use super::read::read;
use super::sample::{SAMPLE, full_id, identifier, outline, source, write};
use crate::domain::{
    ActionRecord, Agreed, Answer, Answers, Change, Consent, Contact, Decimal, Decision, Departure, Event, EventKey,
    EventKind, FullId, Identifier, Item, LapsedAnswer, Meeting, Organisation, OrganisationKind, OwnAction, Phase,
    Place, Project, Standing, State, Subject, Tlp, Value, Variant,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_new_file_reads_back(project in project()) {
        let text = write(None, &project).expect("is written");
        prop_assert_eq!(read(&source(&text), &outline()).expect("is read").project, project);
    }

    #[test]
    fn any_project_is_written_over_any_other(old in project(), new in project()) {
        let text = write(None, &old).expect("is written");
        let over = write(Some(&source(&text)), &new).expect("is written over");
        prop_assert_eq!(read(&source(&over), &outline()).expect("is read").project, new.clone());
        let again = write(Some(&source(&over)), &new).expect("is written again");
        prop_assert_eq!(over, again);
    }

    #[test]
    fn a_file_of_a_person_is_written_over(new in project()) {
        let over = write(Some(&source(SAMPLE)), &new).expect("is written over");
        prop_assert_eq!(read(&source(&over), &outline()).expect("is read").project, new);
        prop_assert!(over.contains("[mijn.notities]\na = 1"));
        prop_assert!(over.contains("mijn-eigen = \"blijft\""));
    }

    #[test]
    fn a_row_of_changes_keeps_the_form_of_the_file(
        rows in vec(project(), 1..4),
        mark: bool,
        unended: bool,
        ends in vec(any::<bool>(), 3),
    ) {
        let bytes = in_form(mark, unended, &ends);
        let mut file = ProjectFile::open("regio.toml", bytes.as_bytes(), outline()).expect("is read").0;
        for project in rows {
            let before = String::from_utf8(file.to_bytes()).expect("is UTF-8");
            file = file.saying(&project).expect("is written");
            let after = String::from_utf8(file.to_bytes()).expect("is UTF-8");
            let (again, back) = ProjectFile::open("regio.toml", after.as_bytes(), outline()).expect("is read");
            prop_assert_eq!(&back.project, &project);
            prop_assert_eq!(after.matches('\u{feff}').count(), usize::from(mark));
            prop_assert_eq!(after.ends_with('\n'), !unended);
            prop_assert!(!after.contains("\r\r"));
            if ends.iter().all(|pair| *pair) {
                prop_assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
            }
            if !ends.contains(&true) {
                prop_assert!(!after.contains('\r'));
            }
            // What a person wrote keeps each of its bytes.
            for line in before.split_inclusive('\n').filter(|line| line.contains("mijn")) {
                prop_assert!(after.contains(line), "{line:?} went");
            }
            // A file that stays in hand changes as one that is opened anew does.
            prop_assert_eq!(again.saying(&project).expect("is written").to_bytes(), after.into_bytes());
            let opened = ProjectFile::open("regio.toml", before.as_bytes(), outline()).expect("is read").0;
            prop_assert_eq!(opened.saying(&project).expect("is written").to_bytes(), file.to_bytes());
        }
    }
}

/// The sample as another program would have saved it; the ends of its lines take turns.
fn in_form(mark: bool, unended: bool, ends: &[bool]) -> String {
    let ends = ends.iter().cycle().map(|pair| if *pair { "\r\n" } else { "\n" });
    let text: String = SAMPLE.lines().zip(ends).flat_map(|(line, end)| [line, end]).collect();
    let text = if unended { text.trim_end() } else { &text };
    format!("{}{text}", if mark { "\u{feff}" } else { "" })
}

/// Text that a file must not break on.
fn text() -> impl Strategy<Value = String> {
    let hostile = "[a\"'\\\\#=\\[\\]{}\n\r\t\u{0}\u{1b}\u{7f}\u{9b}\u{202e}\u{feff}\u{2028}<> é日😀]{1,12}";
    let marks = Just("a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n".to_owned());
    prop_oneof![4 => hostile, 2 => "[a-z ]{1,20}x", 1 => marks].prop_filter("blank", |text| !text.trim().is_empty())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..20_000i32).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(730_000 + days).expect("is a date"))
}

fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (0..2_000_000_000i64, 0..1_000_000_000u32, -1_400..1_400i32).prop_map(|(seconds, nanos, minutes)| {
        let offset = FixedOffset::east_opt(minutes * 60 + 7).expect("is an offset");
        DateTime::from_timestamp(seconds, nanos).expect("is a moment").with_timezone(&offset)
    })
}

fn value() -> impl Strategy<Value = Value> {
    let plain = prop_oneof![
        text().prop_map(Value::Text),
        any::<bool>().prop_map(Value::Flag),
        (-9_000_000_000_000_000_000..9_000_000_000_000_000_000i64)
            .prop_map(|number| Value::Number(Decimal::from_hundredths(number))),
        (-2_000..2_000i64).prop_map(|number| Value::Number(Decimal::from_hundredths(number * 25))),
        date().prop_map(Value::Date),
    ];
    let record = btree_map(prop_oneof![Just("kosten".to_owned()), text()], plain.clone(), 0..3).prop_map(Value::Record);
    let item = prop_oneof![plain.clone(), record];
    prop_oneof![3 => plain, 2 => vec(item, 0..4).prop_map(Value::List)]
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        3 => value().prop_map(State::Given),
        1 => select(vec![State::Open, State::Unknown, State::NotApplicable, State::Skipped])
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let stamp = (of(moment()), of(text()), of(1..u32::MAX));
    (state(), stamp, of(text()), of(select(Tlp::ALL)), of(text())).prop_map(
        |(state, (given, by, revision), note, tlp, source)| Answer {
            state,
            given,
            by,
            revision,
            note,
            tlp,
            given_for: source.clone(),
            source,
        },
    )
}

fn question() -> impl Strategy<Value = FullId> {
    let known = ["verkennen.aanleiding", "verkennen.eigen-doel", "uitbouwen.bedrag", "uitbouwen.activiteiten"];
    prop_oneof![
        select(known.map(full_id).to_vec()),
        ("[a-c]", "(value|state|a|b)").prop_map(|(a, b)| full_id(&format!("{a}.{b}")))
    ]
}

fn name() -> impl Strategy<Value = Identifier> {
    select(["gemeente-voorbeeld", "bakker", "value", "state", "a", "b"].map(identifier).to_vec())
}

fn answers(organisations: Vec<Identifier>) -> impl Strategy<Value = Answers> {
    let together = answer().prop_map(Answers::Together);
    if organisations.is_empty() {
        return together.boxed();
    }
    let each = btree_map(select(organisations), answer(), 1..3).prop_map(Answers::PerOrganisation);
    prop_oneof![together, each].boxed()
}

type Views = BTreeMap<FullId, BTreeMap<Identifier, Answer>>;

fn views(organisations: Vec<Identifier>) -> BoxedStrategy<Views> {
    if organisations.is_empty() {
        return Just(BTreeMap::new()).boxed();
    }
    btree_map(question(), btree_map(select(organisations), answer(), 1..3), 0..3).boxed()
}

fn variants(organisations: Vec<Identifier>) -> BoxedStrategy<Vec<Variant>> {
    if organisations.is_empty() {
        return Just(Vec::new()).boxed();
    }
    let variant = (question(), select(organisations), select(Standing::ALL), answer())
        .prop_map(|(question, organisation, standing, answer)| Variant { question, organisation, standing, answer });
    vec(variant, 0..4).boxed()
}

fn departure() -> impl Strategy<Value = Departure> {
    (of(date()), of(text()), of(text())).prop_map(|(left, left_because, left_behind)| Departure {
        left,
        left_because,
        left_behind,
    })
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    let contact = (text(), of(text()), of(text()), of(text()));
    let contact = contact.prop_map(|(name, role, mail, phone)| Contact { name, role, mail, phone });
    let rest = (text(), of(select(OrganisationKind::ALL)), select(Place::ALL), departure(), vec(contact, 0..3));
    btree_map(name(), rest, 0..4)
        .prop_map(BTreeMap::into_iter)
        .prop_map(Iterator::collect::<Vec<_>>)
        .prop_shuffle()
        .prop_map(|all| {
            let organisation = |(id, (name, kind, place, departure, contacts))| Organisation {
                id,
                name,
                kind,
                place,
                departure,
                contacts,
            };
            all.into_iter().map(organisation).collect()
        })
}

fn record() -> impl Strategy<Value = ActionRecord> {
    (of(date()), of(date()), of(text()), of(date()), of(text()), of(date())).prop_map(
        |(done, dropped, owner, due, note, reopened)| ActionRecord { done, dropped, owner, due, note, reopened },
    )
}

fn own_actions() -> impl Strategy<Value = Vec<OwnAction>> {
    let rest = (text(), of(select(Phase::ALL)), date(), record());
    btree_map(name(), rest, 0..3).prop_map(|all| {
        let own = |(id, (title, phase, created, record))| OwnAction { id, title, phase, created, record };
        all.into_iter().map(own).collect()
    })
}

fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let rest = (text(), date(), of(text()), of(text()), of(text()));
    btree_map(text(), rest, 0..3).prop_map(|all| {
        let decision = |(id, (text, date, by, why, replaces))| Decision { id, text, date, by, why, replaces };
        all.into_iter().map(decision).collect()
    })
}

fn item() -> impl Strategy<Value = Item> {
    (question(), of(name())).prop_map(|(question, organisation)| Item { question, organisation })
}

fn event_key() -> impl Strategy<Value = EventKey> {
    (of(date()), text()).prop_map(|(date, text)| EventKey { date, text })
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        item().prop_map(Subject::Answer),
        item().prop_map(Subject::Note),
        item().prop_map(Subject::Label),
        text().prop_map(Subject::Action),
        name().prop_map(Subject::Organisation),
        text().prop_map(Subject::Decision),
        event_key().prop_map(Subject::Event),
        event_key().prop_map(Subject::Consent),
        text().prop_map(Subject::Project),
    ]
}

/// What happened is told by its own words.
fn words_of(subject: &Subject) -> Option<State> {
    let Subject::Event(key) = subject else { return None };
    Some(State::Given(Value::text(&key.text)))
}

fn change() -> impl Strategy<Value = Change> {
    (moment(), of(text()), subject(), of(state()), of(state()), of(text())).prop_map(
        |(at, by, subject, from, to, why)| Change { at, by, to: words_of(&subject).or(to), subject, from, why },
    )
}

fn lapsed() -> impl Strategy<Value = LapsedAnswer> {
    (question(), of(name()), text(), of(value()), of(moment()), of(text()), of(text()), of(select(Tlp::ALL)), text())
        .prop_map(|(question, organisation, ask, value, given, by, note, tlp, why)| LapsedAnswer {
            question,
            organisation,
            ask,
            value,
            given,
            by,
            note,
            tlp,
            why,
        })
}

fn event() -> impl Strategy<Value = Event> {
    let consent = (of(text()), of(date()), of(text())).prop_map(|(by, since, to)| Consent { by, since, to });
    let kinds: Vec<EventKind> = EventKind::WRITTEN.iter().filter_map(|word| EventKind::parse(word)).collect();
    (select(kinds), text(), date(), of(text()), vec(text(), 0..3), consent)
        .prop_map(|(kind, text, date, by, steps, consent)| Event { kind, text, date, by, steps, consent })
}

fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    let meeting = |((date, number), ((present, parked, decided), agreed, steps))| Meeting {
        date,
        number,
        present,
        parked,
        agreed,
        decided,
        steps,
    };
    let agreed = (question(), answer()).prop_map(|(question, answer)| Agreed { question, answer });
    let words = (vec(text(), 0..3), vec(text(), 0..3), vec(text(), 0..3));
    btree_map((date(), of(2_u32..4)), (words, vec(agreed, 0..3), own_actions()), 0..3)
        .prop_map(move |days| days.into_iter().map(meeting).collect())
}

type Head = (String, [Option<String>; 3], Tlp, NaiveDate, BTreeMap<Phase, NaiveDate>);

fn head() -> impl Strategy<Value = Head> {
    let names = [of(text()), of(text()), of(text())];
    (text(), names, select(Tlp::ALL), date(), btree_map(select(Phase::ALL), date(), 0..3))
}

fn project() -> impl Strategy<Value = Project> {
    organisations().prop_flat_map(|organisations| {
        let ids: Vec<Identifier> = organisations.iter().map(|organisation| organisation.id.clone()).collect();
        let actions = btree_map(question(), record(), 0..3);
        let said = (actions, own_actions(), decisions(), vec(event(), 0..3), meetings());
        let past = (vec(change(), 0..4), vec(lapsed(), 0..3));
        let answers = (btree_map(question(), answers(ids.clone()), 0..5), views(ids.clone()), variants(ids));
        (head(), Just(organisations), answers, said, past).prop_map(assemble)
    })
}

type Answered = (BTreeMap<FullId, Answers>, Views, Vec<Variant>);
type Said = (BTreeMap<FullId, ActionRecord>, Vec<OwnAction>, Vec<Decision>, Vec<Event>, Vec<Meeting>);
type Past = (Vec<Change>, Vec<LapsedAnswer>);

fn assemble(parts: (Head, Vec<Organisation>, Answered, Said, Past)) -> Project {
    let ((id, [name, region, trekker], tlp, created, begun), organisations, answers, said, (history, lapsed)) = parts;
    let (answers, views, variants) = answers;
    let (mut actions, own_actions, decisions, events, meetings) = said;
    actions.retain(|_, record| *record != ActionRecord::default());
    Project {
        id,
        name,
        region,
        trekker,
        tlp,
        created,
        begun,
        organisations,
        answers,
        views,
        variants,
        actions,
        own_actions,
        decisions,
        events,
        meetings,
        history,
        lapsed,
    }
}
