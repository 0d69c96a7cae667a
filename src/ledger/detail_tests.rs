//! What a change leaves as it was: the parts of a record that it is not about.

use super::answer::changes;
use super::tests::{
    Disk, Made, catalog, day, full_id, given, id, is_refused, ledger, moment, own_goal, project, reason,
};
use super::*;
use crate::domain::{
    Answer, Contact, Departure, FullId, Identifier, Item, LapsedAnswer, Meeting, Organisation, Phase, Place, Project,
    ProjectFact, Scope, Standing, State, StepId, Subject, Tlp, Value, Variant,
};

/// What comes of changes to a project, each of which goes in, and what was kept on the way.
#[track_caller]
pub(super) fn after(project: Project, changes: impl FnOnce(&mut Ledger) -> Made) -> (Kept, usize) {
    let (mut project, mut disk) = (Kept::open(project, catalog()), Disk::default());
    changes(&mut ledger(&mut project, &mut disk)).expect("goes in");
    let kept = disk.kept.len();
    (project, kept)
}

fn said(project: &mut Project, item: &Item, state: State) {
    let scope = catalog().question(&item.question).expect("is asked").scope;
    answer::put(project, item, scope, Answer { state, ..Answer::open() });
}

fn answers_of_reason(project: &Project) -> Vec<(Option<State>, Option<State>)> {
    let about = Subject::Answer(Item::together(&reason()));
    let told = project.history.iter().filter(|change| change.subject == about && change.from.is_some());
    told.map(|change| (change.from.clone(), change.to.clone())).collect()
}

#[test]
fn the_parts_of_one_answer_are_one_change_and_the_next_answer_is_another() {
    let item = Item::together(&reason());
    let (project, _) = after(project(), |ledger| {
        ledger.begin_answer();
        ledger.record(&item, given("Een"), None)?;
        ledger.record(&item, given("Een, twee"), None)?;
        ledger.begin_answer();
        ledger.record(&item, given("Drie"), None)
    });
    let [onrust, both, three] = ["Onrust", "Een, twee", "Drie"].map(|text| Some(given(text)));
    assert_eq!(answers_of_reason(&project), [(onrust, both.clone()), (both, three)]);
}

#[test]
fn what_is_said_again_of_a_question_that_changed_is_no_change_of_the_answer() {
    let mut before = project();
    for (.., answer) in before.everything_said_mut() {
        answer.revision = Some(0);
    }
    let (project, _) = after(before, |ledger| ledger.record_whole(&Item::together(&reason()), given("Onrust"), None));
    assert_eq!(answers_of_reason(&project), []);
    assert_ne!(project.answer(&reason(), None).and_then(|answer| answer.revision), Some(0));
}

#[test]
fn a_remark_and_a_label_stay_with_an_answer_that_changes_or_holds_still() {
    let item = Item::together(&reason());
    let mut before = project();
    for (.., answer) in before.everything_said_mut() {
        (answer.note, answer.tlp) = (Some("navragen".to_owned()), Some(Tlp::Red));
    }
    let kept = |change: &dyn Fn(&mut Ledger) -> Made| {
        let (project, _) = after(before.clone(), change);
        project.answer(&reason(), None).map(|answer| (answer.note.clone(), answer.tlp))
    };
    let expected = Some((Some("navragen".to_owned()), Some(Tlp::Red)));
    assert_eq!(kept(&|ledger| ledger.record_whole(&item, given("Een inbraak"), None)), expected);
    assert_eq!(kept(&|ledger| ledger.reaffirm(&item)), expected);
}

#[test]
fn a_yes_that_is_said_again_holds_for_the_words_of_now() {
    let bound = catalog().questions().find(|question| !question.holds_for.is_empty()).expect("some hold for others");
    let item = Item::together(&bound.id);
    let mut before = project();
    said(&mut before, &item, State::Unknown);
    said(&mut before, &Item::together(&bound.holds_for[0]), given("De Haven"));
    let (project, _) = after(before, |ledger| ledger.reaffirm(&item));
    let held = project.answer(&bound.id, None).and_then(|answer| answer.given_for.clone());
    assert_eq!(held.as_deref(), Some("De Haven"));
}

#[test]
fn another_word_lies_beside_the_first_and_the_same_word_once() {
    let question = catalog().question(&reason()).expect("is asked");
    let (project, _) = after(project(), |ledger| {
        ledger.lay_beside(question, &id("haven"), Standing::Differs, given("Een"))?;
        ledger.lay_beside(question, &id("haven"), Standing::Differs, given("Twee"))?;
        ledger.lay_beside(question, &id("bakkerij"), Standing::Differs, given("Een"))?;
        ledger.lay_beside(question, &id("haven"), Standing::SetAside, given("Een"))
    });
    let lying: Vec<(&str, Standing, &State)> =
        project.variants.iter().map(|one| (one.organisation.as_str(), one.standing, &one.answer.state)).collect();
    let (one, two) = (given("Een"), given("Twee"));
    let differs = Standing::Differs;
    assert_eq!(lying, [("haven", Standing::SetAside, &one), ("haven", differs, &two), ("bakkerij", differs, &one)]);
}

#[test]
fn a_phase_that_is_begun_is_not_kept_again_unless_it_has_new_questions() {
    let (begun, kept) = after(project(), |ledger| {
        ledger.begin_phase(Phase::Uitbouwen)?;
        ledger.begin_phase(Phase::Uitbouwen)
    });
    assert_eq!(kept, 1);
    let mut earlier = (*begun).clone();
    let is_of_phase = |question: &&FullId| catalog().phase_of(question) == Some(Phase::Uitbouwen);
    let question = begun.answers.keys().find(is_of_phase).expect("its questions are there, open").clone();
    earlier.answers.remove(&question);
    let (again, _) = after(earlier, |ledger| ledger.begin_phase(Phase::Uitbouwen));
    assert!(again.answers.contains_key(&question));
}

#[test]
fn the_history_tells_of_a_first_answer_only_when_it_was_wiped_before() {
    let stamp = crate::domain::Stamp { at: moment(), by: None };
    let told = |state, told| changes(&Item::together(&reason()), &Answer::open(), &state, &stamp, None, told).len();
    let counts =
        [told(given("Een"), false), told(State::Open, true), told(State::Open, false), told(given("Een"), true)];
    assert_eq!(counts, [0, 0, 0, 1]);
}

#[test]
fn at_a_meeting_only_what_was_said_together_is_agreed_and_without_its_remark() {
    let (project, _) = after(project(), |ledger| {
        ledger.meeting = Some((day(), 1));
        assert!(ledger.is_at_meeting());
        ledger.record_whole(&Item::of(&own_goal(), &id("haven")), given("Samen oefenen"), None)?;
        assert_eq!(ledger.project().meetings, [], "it is of one organisation");
        ledger.record_whole(&Item::together(&full_id("verkennen.gezamenlijk-doel")), State::Unknown, None)?;
        assert_eq!(ledger.project().meetings, [], "nothing was agreed");
        ledger.source = Some("werkblad");
        ledger.note(&Item::together(&reason()), Some("navragen".to_owned()))?;
        ledger.record_whole(&Item::together(&reason()), given("Een storing"), None)
    });
    let [meeting] = &project.meetings[..] else { panic!("one was held: {:?}", project.meetings) };
    let [agreed] = &meeting.agreed[..] else { panic!("one thing was agreed: {:?}", meeting.agreed) };
    assert_eq!(
        (&agreed.answer.state, &agreed.answer.note, &agreed.answer.source),
        (&given("Een storing"), &None, &None)
    );
}

fn contact(name: &str, mail: Option<&str>, phone: Option<&str>) -> Contact {
    let [mail, phone] = [mail, phone].map(|words| words.map(str::to_owned));
    Contact { name: name.to_owned(), role: None, mail, phone }
}

#[test]
fn the_contact_that_leaves_is_the_one_that_is_named() {
    let mut before = project();
    before.organisations[0].contacts = vec![contact("Piet", None, None), contact("Mo", None, None)];
    let haven = before.organisations[0].clone();
    let leaving = Particulars { leaving: Some("Piet".to_owned()), ..Particulars::default() };
    let (project, _) = after(before, |ledger| ledger.alter(&haven, &leaving).map(drop));
    assert_eq!(project.organisations[0].contacts, [contact("Mo", None, None)]);
}

#[test]
fn who_was_known_is_no_newcomer() {
    let (project, _) = after(project(), |ledger| {
        ledger.register("De Haven", Place::Candidate);
        ledger.forget_newcomers();
        Ok(())
    });
    assert!(project.organisation("haven").is_some());
}

#[test]
fn a_name_that_stays_is_not_held_against_another_that_is_like_it() {
    let mut before = project();
    let alike =
        Organisation { id: id("haven-bv"), name: "De Haven B.V.".to_owned(), ..before.organisations[0].clone() };
    before.organisations.push(alike);
    let haven = before.organisations[0].clone();
    let said =
        Particulars { name: Some(haven.name.clone()), place: Some(Place::Participant), ..Particulars::default() };
    let (project, _) = after(before, |ledger| ledger.alter(&haven, &said).map(drop));
    assert_eq!(project.organisations[0].place, Place::Participant);
}

#[test]
fn who_is_named_in_the_view_of_another_stays_and_in_its_own_it_may_go() {
    let members = catalog().meaning(crate::domain::Meaning::KopgroepMembers).expect("is asked").id.clone();
    let named = |by: &str| {
        let mut project = project();
        let value = State::Given(Value::List(vec![Value::text("haven")]));
        said(&mut project, &Item::of(&members, &id(by)), value);
        naming(&project, &id("haven")).next().is_some()
    };
    assert!(named("bakkerij"));
    assert!(!named("haven"));
}

#[test]
fn to_be_called_as_before_is_no_change_to_remember() {
    let before = project();
    let (project, _) = after(before.clone(), |ledger| ledger.call(ProjectFact::Name, "Samen Sterk".to_owned()));
    assert_eq!(project.history, before.history);
}

/// A day that was agreed goes with a round that comes back, and stays with what is done once.
#[test]
fn what_is_done_keeps_its_day_unless_it_comes_back() {
    let due_after = |comes_back: bool| {
        let action = catalog().actions().find(|action| action.every.is_some() == comes_back).expect("there are both");
        let step = StepId::Advised(action.id.clone());
        let (project, _) = after(project(), |ledger| {
            ledger.mark(&step, Mark::Due(Some(day())), "open", "open")?;
            ledger.mark(&step, Mark::Done { on: day(), note: None }, "open", "klaar")
        });
        project.actions[&action.id].due
    };
    assert_eq!(due_after(false), Some(day()));
    assert_eq!(due_after(true), None);
}

#[test]
fn a_decision_is_noted_once_and_replaces_no_later_one() {
    let decision = |text: &str, later: u64, replaces: Option<&str>| NewDecision {
        text: text.to_owned(),
        date: day() + chrono::Days::new(later),
        by: None,
        why: None,
        replaces: replaces.map(str::to_owned),
        drawn: later,
    };
    let twice = |second: NewDecision| {
        is_refused(|ledger| {
            ledger.together(|ledger| {
                let first = ledger.decide(decision("Eens per maand", 1, None))?;
                let replaces = second.replaces.as_ref().map(|_| first);
                let NewDecision { text, date, drawn, .. } = &second;
                ledger.decide(NewDecision {
                    text: text.clone(),
                    date: *date,
                    by: None,
                    why: None,
                    replaces,
                    drawn: *drawn,
                })?;
                Ok(())
            })
        })
    };
    let earlier = twice(decision("Eens per kwartaal", 0, Some("de eerste")));
    assert!(matches!(earlier, LedgerError::LaterDecision(old) if old.text == "Eens per maand"));
    let again = twice(decision("Eens per maand ", 1, None));
    assert!(matches!(again, LedgerError::KnownDecision(_)));
    let (project, _) = after(project(), |ledger| {
        ledger.decide(decision("Eens per maand", 1, None))?;
        ledger.decide(decision("Eens per maand", 2, None)).map(drop)
    });
    assert_eq!(project.decisions.len(), 2, "on another day it is another one");
}

#[test]
fn two_of_whom_one_goes_are_joined_word_for_word() {
    let mut before = project();
    let (haven, bakery) = (id("haven"), id("bakkerij"));
    let left = |day| Departure { left: Some(day), left_because: None, left_behind: None };
    before.organisations.iter_mut().for_each(|one| one.place = Place::Departed);
    before.organisations[0].departure = left(day());
    before.organisations[1].departure = left(day() + chrono::Days::new(1));
    before.organisations[0].contacts = vec![contact("Jo", Some("jo@a.nl"), None), contact("Mo", None, Some("1"))];
    before.organisations[1].contacts = vec![
        contact("Jo", None, Some("2")),
        Contact { role: Some("chef".to_owned()), ..contact("Mo", Some("mo@a.nl"), Some("1")) },
    ];
    said(&mut before, &Item::of(&own_goal(), &bakery), given("Rust"));
    let beside = |standing, text| Variant {
        question: own_goal(),
        organisation: bakery.clone(),
        standing,
        answer: Answer { state: given(text), ..Answer::open() },
    };
    before.variants = vec![beside(Standing::SetAside, "Oud"), beside(Standing::Differs, "Anders")];
    let present = |names: &[&str], number| Meeting {
        present: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Meeting::new((day(), number))
    };
    before.meetings = vec![present(&["De Haven", "Bakkerij", "Anna"], 1), present(&["Bakkerij"], 2)];
    let lapsed = |by: &Identifier| LapsedAnswer::new(Item::of(&own_goal(), by), None, &Answer::open(), String::new());
    before.lapsed = vec![lapsed(&bakery), lapsed(&id("werf"))];

    let [stays, goes] = [0, 1].map(|place| before.organisations[place].clone());
    let mut joined = None;
    let (project, _) = after(before, |ledger| {
        joined = Some(ledger.join_organisations(&stays, &goes)?);
        Ok(())
    });
    let joined = joined.expect("it was joined");
    assert_eq!((joined.answers, joined.differing), (1, 1), "of one question, whose other words came along");
    let made = project.organisation("haven").expect("it stays");
    assert_eq!(made.departure, left(day()), "it left on its own day");
    let jo = contact("Jo", Some("jo@a.nl"), Some("2"));
    let mo = Contact { role: Some("chef".to_owned()), ..contact("Mo", Some("mo@a.nl"), Some("1")) };
    assert_eq!(made.contacts, [jo, mo]);
    let mut words: Vec<(Standing, &State)> =
        project.variants.iter().map(|one| (one.standing, &one.answer.state)).collect();
    words.sort();
    assert_eq!(words, [(Standing::Differs, &given("Anders")), (Standing::SetAside, &given("Oud"))]);
    let present: Vec<&[String]> = project.meetings.iter().map(|meeting| &meeting.present[..]).collect();
    assert_eq!(present, [&["De Haven".to_owned(), "Anna".to_owned()][..], &["De Haven".to_owned()]]);
    let by: Vec<&str> = project.lapsed.iter().flat_map(|one| &one.organisation).map(Identifier::as_str).collect();
    assert_eq!(by, [haven.as_str(), "werf"]);
    assert_eq!(answers_of_reason(&project), [], "what did not change is not told");
}

/// Who depends on whom, and for what.
pub(super) fn dependency(who: &str, on: &str, what: &str) -> State {
    let fields = [("wie", who), ("van-wie", on), ("waarin", what)];
    let record = fields.map(|(name, words)| (name.to_owned(), Value::text(words)));
    State::Given(Value::List(vec![Value::Record(record.into())]))
}

#[test]
fn two_who_said_the_same_and_depended_on_each_other_are_one_who_says_it_once() {
    let mut before = project();
    let asked = Item::together(&full_id("verkennen.afhankelijkheden"));
    said(&mut before, &asked, dependency("haven", "bakkerij", "brood"));
    said(&mut before, &Item::of(&own_goal(), &id("bakkerij")), given("Rust"));
    let role = |role: &str| vec![Contact { role: Some(role.to_owned()), ..contact("Mo", None, Some("1")) }];
    (before.organisations[0].contacts, before.organisations[1].contacts) = (role("chef"), role("baas"));
    let [stays, goes] = [0, 1].map(|place| before.organisations[place].clone());
    let mut counted = None;
    let (project, _) = after(before, |ledger| {
        let joined = ledger.join_organisations(&stays, &goes)?;
        counted = Some((joined.answers, joined.differing, joined.fell_away.len()));
        Ok(())
    });
    assert_eq!(counted, Some((0, 0, 1)));
    let told = project.history.iter().find(|change| change.subject == Subject::Answer(asked.clone()));
    assert_eq!(told.map(|change| change.to.clone()), Some(None), "nothing is left of it");
    let names = project.organisations[0].contacts.iter().map(|contact| contact.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Mo", "Mo (Bakkerij)"]);

    // Who comes back is another one than the one into which it went.
    let mut names = None;
    after((*project).clone(), |ledger| {
        ledger.register("Bakkerij", Place::Candidate);
        names = Some(ledger.enter_all(&[]).present(id("bakkerij")));
        Ok(())
    });
    assert_eq!(names, Some(id("bakkerij")));
}

#[test]
fn a_remark_and_a_label_stay_with_who_is_in_the_kopgroep_when_somebody_goes() {
    let members = full_id("verkennen.kopgroep");
    let mut before = project();
    let named = before.organisations.iter().map(|one| Value::text(one.id.as_str())).collect();
    let answer = Answer { note: Some("Nu".to_owned()), tlp: Some(Tlp::Red), ..Answer::open() };
    let answer = Answer { state: State::Given(Value::List(named)), ..answer };
    answer::put(&mut before, &Item::together(&members), Scope::Together, answer);
    before.organisations.iter_mut().for_each(|one| one.place = Place::Kopgroep);
    let haven = before.organisation("haven").expect("is in the register").clone();
    let partner = Particulars { place: Some(Place::Partner), ..Particulars::default() };
    let (project, _) = after(before, |ledger| ledger.alter(&haven, &partner).map(drop));
    let now = project.answer(&members, None).expect("is answered");
    assert!(!now.value().is_some_and(|value| value.names("haven")), "{now:?}");
    assert_eq!((now.note.as_deref(), now.tlp), (Some("Nu"), Some(Tlp::Red)));
}
