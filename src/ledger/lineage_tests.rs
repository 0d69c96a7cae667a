//! What went without a word was lost, and what the history tells of was changed or taken away.

use super::lineage::{grew_from, without_untold_losses};
use super::tests::{day, full_id, given, id, moment, own_goal, project, reason};
use crate::domain::{
    ActionRecord, Answer, Change, Decision, Event, EventKind, Item, LapsedAnswer, OwnAction, Project, Subject,
};

/// A project with one of everything of which the history tells, and how each of them goes.
fn with_everything() -> Project {
    let mut project = project();
    project.actions.insert(full_id("verkennen.bel-gemeente"), ActionRecord::default());
    let (title, record) = ("Zaal huren".to_owned(), ActionRecord::default());
    project.own_actions.push(OwnAction { id: id("zaal"), title, phase: None, created: day(), record });
    let (id, text) = ("d".to_owned(), "Eens per maand".to_owned());
    project.decisions.push(Decision { id, text, date: day(), by: None, why: None, replaces: None });
    project
}

/// Takes one thing out of a project, and says what a change of it would be about.
type Loss = (fn(&mut Project), fn() -> Subject);

const LOSSES: [Loss; 5] = [
    (|project| project.organisations.retain(|one| one.id.as_str() != "haven"), || Subject::Organisation(id("haven"))),
    (|project| project.actions.clear(), || Subject::Action("verkennen.bel-gemeente".to_owned())),
    (|project| project.own_actions.clear(), || Subject::Action("zaal".to_owned())),
    (|project| project.decisions.clear(), || Subject::Decision("d".to_owned())),
    (|project| drop(project.answers.remove(&reason())), || Subject::Answer(Item::together(&reason()))),
];

fn told(subject: Subject) -> Change {
    Change { at: moment(), by: None, subject, from: Some(given("Onrust")), to: None, why: None }
}

#[test]
fn what_went_without_a_word_was_lost_and_what_is_told_was_taken_away() {
    for (take, subject) in LOSSES {
        let (earlier, mut lost) = (with_everything(), with_everything());
        take(&mut lost);
        let mut taken = lost.clone();
        taken.history.push(told(subject()));
        assert!(!grew_from(&lost, &earlier), "{:?}", subject());
        assert!(grew_from(&taken, &earlier), "{:?}", subject());
        assert_eq!(without_untold_losses(&earlier, &lost), lost, "nothing was taken away");
        assert_eq!(without_untold_losses(&earlier, &taken), earlier, "{:?}", subject());
    }
    let (earlier, mut lost) = (with_everything(), with_everything());
    lost.answers.retain(|question, _| *question != own_goal());
    assert_eq!(without_untold_losses(&earlier, &lost), lost, "of each organisation too");
    assert_eq!(without_untold_losses(&earlier, &earlier), earlier);
}

#[test]
fn a_remark_a_lapsed_answer_and_an_event_are_lost_too() {
    let full = || {
        let mut project = with_everything();
        project.everything_said_mut().for_each(|(.., answer)| answer.note = Some("een\n\ntwee".to_owned()));
        let item = Item::of(&own_goal(), &id("haven"));
        project.lapsed.push(LapsedAnswer::new(item, None, &Answer::open(), "weg".to_owned()));
        project.events.push(Event::new(EventKind::Success, "Zestig bezoekers", day()));
        project
    };
    let is_lost = |take: fn(&mut Project)| {
        let mut now = full();
        take(&mut now);
        !grew_from(&now, &full())
    };
    assert!(!is_lost(|_| ()));
    assert!(is_lost(|project| project.history.clear()));
    assert!(is_lost(|project| project.id = "een ander".to_owned()));
    assert!(is_lost(|project| project.lapsed.clear()));
    assert!(is_lost(|project| project.events.clear()));
    assert!(is_lost(|project| project
        .everything_said_mut()
        .for_each(|(.., answer)| answer.note = Some("een".to_owned()))));
    // A yes that came since is no other event; a yes that was there and is another one now, is.
    assert!(!is_lost(|project| project.events[0].consent.by = Some("Anna".to_owned())));
    assert!(is_lost(|project| project.events[0].by = Some("Anna".to_owned())));
}

/// Nor is it an answer of hers when the same words lapsed, or when another says them now.
#[test]
fn an_answer_of_one_who_is_still_here_is_not_in_the_words_of_another() {
    let earlier = with_everything();
    let haven = Item::of(&own_goal(), &id("haven"));
    let rust = earlier.said_by(&own_goal(), &id("haven")).cloned().expect("it said something");
    let mut lost = with_everything();
    lost.retain_said(|question, _, _| *question != own_goal());
    let mut lapsed = lost.clone();
    lapsed.lapsed.push(LapsedAnswer::new(haven, None, &rust, "weg".to_owned()));
    assert!(!grew_from(&lapsed, &earlier));
    lost.views.entry(own_goal()).or_default().insert(id("bakkerij"), rust);
    assert!(!grew_from(&lost, &earlier));
    lost.history.push(told(Subject::Organisation(id("haven"))));
    assert!(!grew_from(&lost, &earlier), "it got another name, and did not go");
}

#[test]
fn an_answer_of_one_who_went_is_known_when_it_lapsed() {
    let earlier = with_everything();
    let haven = Item::of(&own_goal(), &id("haven"));
    let said = earlier.said_by(&own_goal(), &id("haven")).cloned().expect("it said something");
    let mut gone = with_everything();
    gone.organisations.retain(|one| one.id.as_str() != "haven");
    gone.retain_said(|question, _, _| *question != own_goal());
    gone.history.push(told(Subject::Organisation(id("haven"))));
    assert!(!grew_from(&gone, &earlier));
    for (lapses, is_known) in [(said, true), (Answer { state: given("Onrust"), ..Answer::open() }, false)] {
        let mut now = gone.clone();
        now.lapsed.push(LapsedAnswer::new(haven.clone(), None, &lapses, "weg".to_owned()));
        assert_eq!(grew_from(&now, &earlier), is_known, "{lapses:?}");
    }
}
