//! What a file brings is counted, named and put in its place.

use super::detail_tests::{after, dependency};
use super::tests::{catalog, full_id, given, id, moment, own_goal, project};
use super::*;
use crate::domain::{Answer, Circle, FullId, Item, Organisation, Scope, Standing, State, Tlp, Variant};

fn received(organisations: Vec<Organisation>, said: Vec<(FullId, Answer)>) -> Received {
    Received {
        path: "post/haven.toml".to_owned(),
        file: "haven.toml".to_owned(),
        organisation: id("haven"),
        formerly: None,
        strange_name: None,
        page_of: None,
        organisations,
        said,
        lapsed: Vec::new(),
    }
}

#[test]
fn every_answer_of_a_file_is_counted_and_keeps_the_strictest_label() {
    let views = catalog().questions().filter(|one| one.perspective.is_some() && !one.scope.is_each()).take(2);
    let answer = |state| Answer { state, given: Some(moment()), ..Answer::open() };
    let mut brought: Vec<(FullId, Answer)> = views.map(|one| (one.id.clone(), answer(State::NotApplicable))).collect();
    assert_eq!(brought.len(), 2);
    brought.push((own_goal(), Answer { tlp: Some(Tlp::Red), ..answer(given("Rust")) }));
    let mut tally = None;
    let (project, _) = after(project(), |ledger| {
        let (tallies, _) = ledger.hear(vec![received(Vec::new(), brought)], None)?;
        tally = tallies.into_values().next();
        Ok(())
    });
    assert_eq!(tally.map(|tally| (tally.new, tally.same)), Some((2, 1)));
    let label = project.said_by(&own_goal(), &id("haven")).and_then(|answer| answer.tlp);
    assert_eq!(label, Some(Tlp::Red));
}

#[test]
fn an_organisation_of_a_file_is_known_by_its_name_and_its_id_is_of_nobody_else() {
    let named = |id: &str, name: &str| Organisation {
        id: self::id(id),
        name: name.to_owned(),
        ..project().organisations[0].clone()
    };
    let mut names = None;
    let (project, _) = after(project(), |ledger| {
        names = Some(ledger.enter_all(&[named("haven", "Haventje"), named("port", "De Haven"), named("werf", "Werf")]));
        Ok(())
    });
    let names = names.expect("they were entered");
    let present = |id: &str| names.present(self::id(id)).to_string();
    assert_eq!([present("haven"), present("port"), present("werf")], ["haventje", "haven", "werf"]);
    let register: Vec<&str> = project.organisations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(register, ["haven", "bakkerij", "haventje", "werf"]);
}

#[test]
fn what_is_called_as_an_organisation_is_one_only_where_organisations_stand() {
    let mut names = None;
    let port = Organisation { id: id("port"), ..project().organisations[0].clone() };
    after(project(), |ledger| {
        names = Some(ledger.enter_all(std::slice::from_ref(&port)));
        Ok(())
    });
    let kind = &catalog().question(&full_id("verkennen.afhankelijkheden")).expect("is asked").kind;
    let renamed = |state: State| Some(names.as_ref()?.renamed(state.value()?.clone(), kind));
    let expected = dependency("haven", "bakkerij", "port").value().cloned();
    assert_eq!(renamed(dependency("port", "bakkerij", "port")), expected);
}

/// Of the words of a file that were read before, one is not taken because it is newer than the one that was chosen.
#[test]
fn what_was_put_aside_stays_aside_when_the_same_file_is_taken_again() {
    let mut before = project();
    let earlier = |minutes| moment() - chrono::Duration::minutes(minutes);
    let words = |text: &str, given| Answer {
        given: Some(given),
        source: Some("haven.toml".to_owned()),
        state: self::given(text),
        ..Answer::open()
    };
    let (chosen, aside) = (words("Rust", earlier(2)), words("Oefenen", earlier(1)));
    let put = Answer { ..chosen.clone() };
    answer::put(&mut before, &Item::of(&own_goal(), &id("haven")), Scope::Each(Circle::Kopgroep), put);
    let (question, organisation, standing) = (own_goal(), id("haven"), Standing::SetAside);
    before.variants = vec![Variant { question, organisation, standing, answer: aside.clone() }];
    let files = || vec![received(Vec::new(), vec![(own_goal(), chosen.clone()), (own_goal(), aside.clone())])];
    let mut counted = None;
    let (project, _) = after(before.clone(), |ledger| {
        let (tallies, differences) = ledger.hear(files(), Some(Choice::Take))?;
        counted = tallies.into_values().next().map(|tally| (tally.same, differences.len()));
        Ok(())
    });
    assert_eq!(project.said_by(&own_goal(), &id("haven")), Some(&chosen));
    assert_eq!(counted, Some((2, 0)));
    let mut counted = None;
    after(before, |ledger| {
        let other = received(Vec::new(), vec![(own_goal(), words("Een sirene", moment()))]);
        counted = ledger.hear(vec![other], None)?.0.into_values().next().map(|tally| tally.differing);
        Ok(())
    });
    assert_eq!(counted, Some(1));
}

/// A remark below a newer stamp names who made it, unless that is who stamps.
#[test]
fn a_remark_keeps_the_name_of_who_made_it() {
    let remark = |note: &str, by: Option<&str>| {
        let of = |minutes, by: Option<&str>| Answer {
            state: given("Rust"),
            given: Some(moment() - chrono::Duration::minutes(minutes)),
            by: by.map(str::to_owned),
            ..Answer::open()
        };
        let holds = Answer { note: Some(note.to_owned()), ..of(2, Some("Anna")) };
        let mut slot = slot::Slot { holds: Some(holds), others: Vec::new() };
        slot.hear(of(1, by), None, false);
        slot.holds.and_then(|holds| holds.note)
    };
    assert_eq!(remark("Navragen", None).as_deref(), Some("Navragen (Anna)"));
    assert_eq!(remark("Navragen", Some("Anna")).as_deref(), Some("Navragen"));
    assert_eq!(remark("Navragen (Bram)", Some("Bram")).as_deref(), Some("Navragen"));
}
