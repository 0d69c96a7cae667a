//! Every change is stamped, remembered and kept, or leaves everything as it was.

use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::testing::register;
use super::*;
use crate::catalog::{Catalog, assemble, built_in};
use crate::domain::{
    Answer, Answers, Change, Contact, Event, EventKind, FullId, Identifier, Item, Meeting, OrganisationKind, Place,
    Project, ProjectFact, Stamp, Standing, State, StepId, Subject, Tlp, Value,
};

const BY: &str = "Fatima";

/// Keeps a copy of what it was given, until the disk is full.
#[derive(Default)]
pub(super) struct Disk {
    pub(super) kept: Vec<Kept>,
    pub(super) full: bool,
}

impl Keeper for Disk {
    fn keep(&mut self, project: &Kept) -> Result<Option<Project>, KeepError> {
        if self.full {
            return Err(KeepError::msg("vol"));
        }
        self.kept.push(project.clone());
        Ok(None)
    }
}

pub(super) type Made = Result<(), LedgerError>;

/// A change that goes in: kept once, as it stands in hand; its history is by whom the clock names. The same change with a full
/// disk leaves everything as it was.
#[track_caller]
pub(super) fn goes_in(subject: Option<&Subject>, change: impl Fn(&mut Ledger) -> Made) -> Kept {
    let (before, mut disk) = (Kept::open(project(), catalog()), Disk::default());
    let mut project = before.clone();
    change(&mut ledger(&mut project, &mut disk)).expect("goes in");
    assert_eq!(disk.kept, [project.clone()], "it is kept once, as it stands in hand");
    assert_ne!(project, before);
    let told = &project.history[before.history.len()..];
    assert_eq!(told.iter().map(|change| &change.subject).collect::<Vec<_>>(), Vec::from_iter(subject));
    assert!(told.iter().all(|change| change.at == moment() && change.by.as_deref() == Some(BY)), "{told:?}");

    let mut unchanged = before.clone();
    let mut full = Disk { full: true, ..Disk::default() };
    assert!(matches!(change(&mut ledger(&mut unchanged, &mut full)), Err(LedgerError::Keep(_))));
    assert_eq!(unchanged, before);
    project
}

/// A change that is refused leaves everything as it was, and nothing is written.
#[track_caller]
pub(super) fn is_refused(change: impl Fn(&mut Ledger) -> Made) -> LedgerError {
    let (before, mut disk) = (Kept::open(project(), catalog()), Disk::default());
    let mut project = before.clone();
    let error = change(&mut ledger(&mut project, &mut disk)).expect_err("is refused");
    assert_eq!(project, before);
    assert_eq!(disk.kept, []);
    error
}

#[test]
fn an_answer() {
    let item = Item::together(&reason());
    let subject = Subject::Answer(item.clone());
    let project = goes_in(Some(&subject), |ledger| ledger.record_whole(&item, given("Een storing"), None));
    let answer = project.answer(&reason(), None).expect("was given");
    assert_eq!((&answer.state, answer.given, answer.by.as_deref()), (&given("Een storing"), Some(moment()), Some(BY)));
    let misfit = is_refused(|ledger| ledger.record_whole(&item, State::Given(Value::Flag(true)), None));
    assert!(matches!(misfit, LedgerError::Misfit(question, _) if question == reason()));
}

#[test]
fn a_note() {
    let item = Item::together(&reason());
    let subject = Subject::Note(item.clone());
    goes_in(Some(&subject), |ledger| ledger.note(&item, Some("navragen".to_owned())));
}

#[test]
fn a_label() {
    let subject = Subject::Project("tlp".to_owned());
    let project = goes_in(Some(&subject), |ledger| ledger.label_project(Tlp::Green));
    assert_eq!(project.tlp, Tlp::Green);
    let item = Item::together(&reason());
    let subject = Subject::Label(item.clone());
    let project = goes_in(Some(&subject), |ledger| ledger.label_answer(&item, Some(Tlp::Red)).map(drop));
    assert_eq!(project.answer(&reason(), None).and_then(|answer| answer.tlp), Some(Tlp::Red));
    let nobody = Item::of(&reason(), &id("haven"));
    let refused = is_refused(|ledger| ledger.label_answer(&nobody, Some(Tlp::Red)).map(drop));
    assert!(matches!(refused, LedgerError::NothingSaid(item) if item == nobody));
}

#[test]
fn the_reason_of_a_change() {
    let item = Item::together(&reason());
    let subject = Subject::Answer(item.clone());
    let project = goes_in(Some(&subject), |ledger| {
        ledger.together(|ledger| {
            ledger.record_whole(&item, given("Een storing"), None)?;
            ledger.give_reason(&item, "meer bekend".to_owned())
        })
    });
    assert_eq!(project.history.last().and_then(|change| change.why.as_deref()), Some("meer bekend"));
}

#[test]
fn a_word_beside_the_one_that_holds() {
    let question = catalog().question(&reason()).expect("is asked");
    let project =
        goes_in(None, |ledger| ledger.lay_beside(question, &id("haven"), Standing::Differs, given("Een inbraak")));
    let variant = &project.variants[0].answer;
    assert_eq!((variant.given, variant.by.as_deref()), (Some(moment()), Some(BY)));
}

#[test]
fn a_phase() {
    let project = goes_in(None, |ledger| ledger.begin_phase(crate::domain::Phase::Ontwikkelen));
    assert_eq!(project.begun[&crate::domain::Phase::Ontwikkelen], day());
}

#[test]
fn a_name_of_the_collaboration() {
    let subject = Subject::Project("name".to_owned());
    goes_in(Some(&subject), |ledger| ledger.call(ProjectFact::Name, "Samen Veilig".to_owned()));
    // A first name is no change.
    goes_in(None, |ledger| ledger.call(ProjectFact::Region, "Zuid".to_owned()));
}

#[test]
fn a_decision() {
    let decision = |replaces: Option<&str>| NewDecision {
        text: "Eens per maand".to_owned(),
        date: day(),
        by: None,
        why: None,
        replaces: replaces.map(str::to_owned),
        drawn: 0,
    };
    let project =
        goes_in(Some(&Subject::Decision("cccccc".to_owned())), |ledger| ledger.decide(decision(None)).map(drop));
    // Who took it, nobody said; who noted it stands in the history.
    assert_eq!(project.decisions[0].by, None);
    let error = is_refused(|ledger| ledger.decide(decision(Some("7"))).map(drop));
    assert!(matches!(error, LedgerError::UnknownDecision(id) if id == "7"));
}

fn a_visit() -> Event {
    Event::new(EventKind::Success, "Zestig bezoekers", day())
}

#[test]
fn a_success() {
    let events =
        goes_in(Some(&Subject::Event(a_visit().key())), |ledger| ledger.happen(a_visit()).map(drop)).events.clone();
    assert_eq!(events[0].by.as_deref(), Some(BY));
}

#[test]
fn a_meeting_of_a_day_is_one() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let project = goes_in(None, |ledger| {
        ledger.meeting = Some((day(), 1));
        ledger.meet(names(&["Anna", "Bram"]))
    });
    let first = Meeting { present: names(&["Anna", "Bram"]), ..Meeting::new((day(), 1)) };
    assert_eq!(project.meetings, std::slice::from_ref(&first));
    let project = goes_in(None, |ledger| {
        ledger.meeting = Some((day(), 1));
        ledger.together(|ledger| {
            ledger.park("Nieuwe leden".to_owned())?;
            ledger.meet(names(&["Bram"]))?;
            ledger.park("Nieuwe leden".to_owned())
        })
    });
    assert_eq!(project.meetings, [Meeting { present: names(&["Bram"]), parked: names(&["Nieuwe leden"]), ..first }]);
}

#[test]
fn what_is_said_at_a_meeting_stands_in_its_minutes_as_it_was_said_there() {
    let answered = |words: &str, meeting: Option<u32>| {
        let words = given(words);
        move |ledger: &mut Ledger| {
            ledger.meeting = meeting.map(|number| (day(), number));
            ledger.record_whole(&Item::together(&reason()), words.clone(), None)
        }
    };
    let mut project = Kept::open(project(), catalog());
    let mut disk = Disk::default();
    let mut say = |change: &dyn Fn(&mut Ledger) -> Made| change(&mut ledger(&mut project, &mut disk)).expect("goes in");
    say(&answered("Thuis, ervoor", None));
    say(&answered("Aan tafel", Some(1)));
    say(&answered("Aan tafel, later", Some(2)));
    say(&|ledger| {
        ledger.meeting = Some((day(), 2));
        ledger.record_whole(&Item::together(&reason()), State::Open, None)?;
        let step = NewStep { title: "Zaal huren".to_owned(), phase: None, owner: None, due: None, drawn: 0 };
        let step = ledger.add_step(step)?;
        ledger.meeting = None;
        ledger.mark(&StepId::Own(step), Mark::Owner(Some("Anna".to_owned())), "open", "anders")
    });
    say(&answered("Thuis, erna", None));
    let [first, second] = &project.meetings[..] else { panic!("two were held: {:?}", project.meetings) };
    let agreed: Vec<_> = first.agreed.iter().map(|agreed| (&agreed.question, &agreed.answer.state)).collect();
    assert_eq!(agreed, [(&reason(), &given("Aan tafel"))]);
    assert_eq!((&second.agreed, second.key()), (&Vec::new(), (day(), 2)), "what was taken away was not agreed");
    assert_eq!(second.steps[0].record.owner, None);
}

#[test]
fn a_mark_at_a_step() {
    let step = StepId::Advised(full_id("verkennen.bel-gemeente"));
    let subject = Subject::Action("verkennen.bel-gemeente".to_owned());
    let marks = [
        Mark::Done { on: day(), note: None },
        Mark::Dropped { on: day(), note: Some("hoeft niet".to_owned()) },
        Mark::Owner(Some("Anna".to_owned())),
        Mark::Due(Some(day())),
        Mark::Reopened { on: day() },
    ];
    for mark in marks {
        goes_in(Some(&subject), |ledger| ledger.mark(&step, mark.clone(), "open", "anders"));
    }
}

#[test]
fn a_step_of_ones_own() {
    let new = || NewStep { title: "Zaal huren".to_owned(), phase: None, owner: None, due: None, drawn: 0 };
    let subject = Subject::Action("zaal-huren-cccccc".to_owned());
    let project = goes_in(Some(&subject), |ledger| ledger.add_step(new()).map(drop));
    assert_eq!(project.own_actions[0].created, day());
}

#[test]
fn an_organisation_enters_changes_and_leaves() {
    let said = Particulars { kind: Some(OrganisationKind::Government), ..Particulars::default() };
    let entered = Subject::Organisation(id("gemeente-noord"));
    goes_in(Some(&entered), |ledger| ledger.enter("Gemeente Noord", &said).map(drop));
    let known = is_refused(|ledger| ledger.enter(" de HAVEN ", &said).map(drop));
    assert!(matches!(known, LedgerError::KnownOrganisation(known) if known.id == id("haven")));

    let haven = project().organisation("haven").expect("is in the register").clone();
    let contact = Contact { name: "Piet".to_owned(), phone: Some("06".to_owned()), ..Contact::default() };
    let said = Particulars { contact: Some(contact), ..Particulars::default() };
    let project = goes_in(Some(&Subject::Organisation(id("haven"))), |ledger| ledger.alter(&haven, &said).map(drop));
    assert!(!format!("{:?}", project.history).contains("06"), "the history keeps no telephone number");
    let said = Particulars { leaving: Some("Jan".to_owned()), ..Particulars::default() };
    let unknown = is_refused(|ledger| ledger.alter(&haven, &said).map(drop));
    assert!(matches!(unknown, LedgerError::UnknownContact { contact, .. } if contact == "Jan"));

    let project = goes_in(Some(&Subject::Organisation(id("haven"))), |ledger| ledger.remove(&haven));
    assert_eq!(project.lapsed.len(), 1, "what it said is kept as lapsed");
    let bakery = project.organisation("bakkerij").expect("is in the register").clone();
    let named = is_refused(|ledger| ledger.remove(&bakery));
    assert!(matches!(named, LedgerError::StillNamed { .. }));
}

#[test]
fn what_answer_files_bring() {
    let brought = |answer| Received {
        path: "post/haven.toml".to_owned(),
        file: "haven.toml".to_owned(),
        organisation: id("haven"),
        formerly: None,
        strange_name: None,
        page_of: None,
        organisations: Vec::new(),
        said: vec![(own_goal(), answer)],
        lapsed: Vec::new(),
    };
    let answer = Answer { state: given("Samen oefenen"), ..Answer::open() };
    let subject = Subject::Answer(Item::of(&own_goal(), &id("haven")));
    let heard = |ledger: &mut Ledger| ledger.hear(vec![brought(answer.clone())], Some(Choice::Take));
    goes_in(Some(&subject), |ledger| heard(ledger).map(drop));
    goes_in(Some(&subject), |ledger| {
        ledger.together(|ledger| {
            let (_, differences) = ledger.hear(vec![brought(answer.clone())], None)?;
            differences.into_iter().try_for_each(|difference| ledger.settle(difference, Choice::Take).map(drop))
        })
    });
}

#[test]
fn what_came_from_elsewhere_stays_when_a_choice_is_taken_back() {
    /// Somebody else writes down a success at the first save.
    #[derive(Default)]
    struct Shared(bool);
    impl Keeper for Shared {
        fn keep(&mut self, project: &Kept) -> Result<Option<Project>, KeepError> {
            let is_first = !std::mem::replace(&mut self.0, true);
            Ok(is_first.then(|| Project { events: vec![a_visit()], ..(**project).clone() }))
        }
    }
    let said = |text: &str| Answer { state: given(text), ..Answer::open() };
    let mut project = project();
    let answers = Answers::PerOrganisation([(id("haven"), said("Rust"))].into());
    project.answers.insert(own_goal(), answers);
    let (mut project, mut shared) = (Kept::open(project, catalog()), Shared::default());
    let (before, stamp) = (project.clone(), |_: &Project| Stamp { at: moment(), by: None });
    let mut ledger = Ledger::new(catalog(), &mut project, day(), stamp, &mut shared);
    let (question, organisation) = (own_goal(), id("haven"));
    let difference = Difference { question, organisation, holds: said("Rust"), heard: said("Samen oefenen") };
    let settled = ledger.settle(difference, Choice::Take).expect("it is kept");
    assert_eq!(ledger.project().said_by(&own_goal(), &id("haven")), Some(&said("Samen oefenen")));
    ledger.undo(&settled).expect("it is kept");
    drop(ledger);
    assert_eq!(project.events.len(), 1, "it is not ours to take back");
    assert_eq!(Project { events: Vec::new(), ..(*project).clone() }, *before);
}

#[test]
fn several_changes_go_in_together_or_not_at_all() {
    let item = Item::together(&reason());
    let error = is_refused(|ledger| {
        ledger.together(|ledger| {
            ledger.call(ProjectFact::Region, "Zuid".to_owned())?;
            ledger.register("Gemeente Noord", Place::Candidate);
            ledger.record_whole(&item, State::Given(Value::Flag(true)), None)
        })
    });
    assert!(matches!(error, LedgerError::Misfit(..)));
}

#[test]
fn a_newcomer_waits_for_the_answer_that_names_it() {
    let (before, mut disk) = (Kept::open(project(), catalog()), Disk::default());
    let mut project = before.clone();
    let mut ledger = ledger(&mut project, &mut disk);
    assert_eq!(ledger.register("Gemeente Noord", Place::Candidate), Some(id("gemeente-noord")));
    ledger.forget_newcomers();
    assert_eq!(*ledger.project(), before);
    ledger.register("Gemeente Noord", Place::Candidate);
    ledger.note(&Item::together(&reason()), Some("navragen".to_owned())).expect("goes in");
    ledger.forget_newcomers();
    assert!(ledger.project().organisation("gemeente-noord").is_some(), "what is kept is not forgotten");
}

/// A port that said what it wants, a bakery that is in the kopgroep, and a reason that was given.
pub(super) fn project() -> Project {
    let mut project = Project::new("p".to_owned(), day());
    project.name = Some("Samen Sterk".to_owned());
    register(&mut project, "Haven", Place::Partner);
    register(&mut project, "Bakkerij", Place::Kopgroep);
    project.organisations[0].name = "De Haven".to_owned();
    let answer = |state| Answer { given: Some(moment()), state, ..Answer::open() };
    let mut put = |item: Item, state| {
        let scope = catalog().question(&item.question).expect("is asked").scope;
        answer::put(&mut project, &item, scope, answer(state));
        // The history has told of it, so that a change says no more than itself.
        let subject = Subject::Answer(item.clone());
        project.history.push(Change { at: moment(), by: None, subject, from: None, to: None, why: None });
    };
    put(Item::together(&reason()), given("Onrust"));
    put(Item::of(&own_goal(), &id("haven")), given("Rust"));
    let members = catalog().meaning(crate::domain::Meaning::KopgroepMembers).expect("is asked");
    put(Item::together(&members.id), State::Given(Value::List(vec![Value::text("bakkerij")])));
    project
}

pub(super) fn ledger<'l>(project: &'l mut Kept, disk: &'l mut Disk) -> Ledger<'l> {
    Ledger::new(catalog(), project, day(), |_: &Project| Stamp { at: moment(), by: Some(BY.to_owned()) }, disk)
}

pub(super) fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| assemble(&built_in()).expect("is in order"));
    &CATALOG
}

pub(super) fn reason() -> FullId {
    full_id("verkennen.aanleiding")
}

pub(super) fn own_goal() -> FullId {
    full_id("verkennen.eigen-doel")
}

pub(super) fn full_id(text: &str) -> FullId {
    FullId::parse(text).expect("is a full id")
}

pub(super) fn id(text: &str) -> Identifier {
    Identifier::parse(text).expect("is an identifier")
}

pub(super) fn given(text: &str) -> State {
    State::Given(Value::text(text))
}

pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 29).expect("is a day")
}

pub(super) fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-29T12:00:00+01:00").expect("is a moment")
}
