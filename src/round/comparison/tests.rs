//! What is agreed, what differs, what was not said: the analysis as a whole.

use super::sample::*;
use super::*;
use crate::domain::{Project, Standing, State, Value};
use crate::expression::Facts;
use crate::notation;

/// One question of a project, in words: `thing: who (count); …`.
fn told(project: &Project, question: &str) -> String {
    with_facts(project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let side = compared.sides().find(|side| side.question.id == full_id(question)).expect("it is compared");
        let group = |group: &Group| {
            let names: Vec<&str> = group.organisations.iter().map(|one| &one.name["Gemeente ".len()..]).collect();
            let words = notation::answer(&side.question.kind, &group.value, &|_| None);
            let mark = if group.agreed { "!" } else { "" };
            let joint = if group.joint { " samen" } else { "" };
            format!("{words}: {}{joint} {}{mark}", names.concat(), group.count)
        };
        let spoken = side.groups.iter().filter(|group| group.joint || !group.wordings.is_empty());
        spoken.map(group).collect::<Vec<_>>().join("; ")
    })
}

/// What each of a, b, c … says to a question, and how it is told.
#[track_caller]
fn check(question: &str, said: &[Value], expected: &str) {
    let mut project = project();
    for (last, value) in KOPGROEP.iter().zip(said) {
        say(&mut project, question, last, given(value.clone()));
    }
    assert_eq!(told(&project, question), expected);
}

fn texts<const N: usize>(words: [&str; N]) -> [Value; N] {
    words.map(Value::text)
}

#[test]
fn equal_words_stand_together_and_the_most_used_wording_is_shown() {
    check("eigen-doel", &texts(["Rust.", "rust", "rust", "Onrust"]), "rust: ABC 3!; Onrust: D 1");
    check("eigen-doel", &texts(["Elkaar waarschuwen", "elkaar waarschuwenn"]), "Elkaar waarschuwen: AB 2!");
    check("eigen-doel", &texts(["Wel oefenen", "Niet oefenen"]), "Niet oefenen: B 1; Wel oefenen: A 1");
    check("eigen-doel", &texts(["Twee keer", "2 keer", "3 keer"]), "2 keer: B 1; 3 keer: C 1; Twee keer: A 1");
}

#[test]
fn options_levels_and_numbers_are_counted() {
    check("eigen-thema", &texts(["delen", "oefenen", "oefenen", "Vissen"]), "Oefenen: BC 2; Delen: A 1; Vissen: D 1");
    let several = [list(&["oefenen", "delen"]), list(&["delen"]), list(&["delen", "Vissen"])];
    check("anderen-thema", &several, "Delen: ABC 3!; Oefenen: A 1; Vissen: C 1");
    let levels = [4, 1, 1].map(Value::integer);
    check("volwassenheid", &levels, "1 (Begint): BC 2!; 4 (Helpt anderen): A 1");
    check("uren", &[hours(8), hours(6), hours(8)], "1,5 uur: B 1; 2 uur: AC 2!");
    check("bereikbaar", &[Value::Flag(false), Value::Flag(true)], "ja: B 1; nee: A 1");
}

#[test]
fn one_who_speaks_alone_agrees_with_nobody() {
    check("eigen-thema", &texts(["delen"]), "Delen: A 1");
    check("eigen-thema", &texts(["delen", "oefenen"]), "Oefenen: B 1; Delen: A 1");
}

#[test]
fn who_stands_beside_the_kopgroep_is_named_and_not_counted() {
    let mut project = project();
    for last in ["a", PARTNER] {
        say(&mut project, "samen-thema", last, given(Value::text("delen")));
    }
    assert_eq!(told(&project, "samen-thema"), "Delen: AP 1");
}

#[test]
fn the_joint_answer_stands_beside_the_views() {
    let project = lively();
    assert_eq!(told(&project, "samen-doel"), "Elkaar op tijd waarschuwen: AB samen 2!; Stageplekken.: P 0");
    assert_eq!(told(&project, "samen-thema"), "Oefenen: ABCD 4!; Leren:  samen 0");
    with_facts(&project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let agreeing = |question: &str| {
            let side = compared.sides().find(|side| side.question.id == full_id(question));
            side.map(|side| side.agreeing_with_joint)
        };
        assert_eq!(agreeing("samen-doel"), Some(2));
        assert_eq!(agreeing("samen-thema"), Some(0));
        assert_eq!(agreeing("anderen-thema"), Some(0));
    });
}

#[test]
fn only_those_who_are_asked_can_be_silent() {
    with_facts(&lively(), |catalog, facts| {
        let compared = compare(catalog, facts);
        let side = compared.sides().find(|side| side.question.id == full_id("specialist")).expect("it is compared");
        assert_eq!((side.asked, side.speakers, side.silent.len()), (1, 1, 0));
        assert_eq!(side.no_longer_asked.len(), 1);
        let doel = compared.sides().find(|side| side.question.id == full_id("eigen-doel")).expect("it is compared");
        assert_eq!(doel.silent.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["gemeente-c"]);
        assert_eq!((doel.doubled.len(), doel.set_aside.len()), (1, 1));
    });
}

#[test]
fn a_phase_that_has_not_begun_shows_only_what_was_said() {
    let mut project = project();
    project.begun.clear();
    let count = |project: &Project| with_facts(project, |catalog, facts| compare(catalog, facts).sides().count());
    assert_eq!(count(&project), 0);
    say(&mut project, "uren", "a", given(hours(4)));
    assert_eq!(count(&project), 1);
}

#[test]
fn numbers_have_a_spread_in_which_only_the_kopgroep_counts() {
    let mut project = lively();
    say(&mut project, "uren", PARTNER, given(hours(400)));
    with_facts(&project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let side = compared.sides().find(|side| side.question.id == full_id("uren")).expect("it is compared");
        let spread = side.spread.as_ref().expect("hours were given");
        assert_eq!([&spread.lowest, &spread.middle, &spread.highest], ["2 uur", "4 uur", "12 uur"]);
        assert_eq!(spread.total.as_deref(), Some("18 uur"));
    });
}

#[test]
fn what_comes_back_from_another_side_is_counted() {
    with_facts(&lively(), |catalog, facts| {
        let compared = compare(catalog, facts);
        let told = |name: &str| -> Vec<String> {
            let subject = compared.subjects.iter().find(|subject| subject.name == name).expect("it is compared");
            let side = |side: &EchoSide| format!("{} {}", side.question.id.local, side.count);
            let echo = |echo: &Echo| {
                let sides: Vec<String> = echo.sides.iter().map(side).collect();
                format!("{}: {} ({})", echo.value.as_text().unwrap_or_default(), sides.join(", "), echo.same)
            };
            subject.echoes.iter().map(echo).collect()
        };
        assert_eq!(
            told("thema"),
            ["oefenen: eigen-thema 2, samen-thema 4, anderen-thema 2 (2)", "delen: eigen-thema 1, anderen-thema 1 (0)"]
        );
        assert_eq!(told("zorg"), ["Valse facturen: eigen-zorg 1, anderen-zorg 2 (1)"]);
        assert!(told("doel").is_empty());
    });
}

#[test]
fn what_has_two_wordings_on_both_sides_comes_back_once() {
    let mut project = project();
    for (last, word) in [("a", "waarschuwen"), ("b", "waarschuwenn")] {
        say(&mut project, "eigen-zorg", last, given(list(&[word])));
        say(&mut project, "anderen-zorg", last, given(list(&[word])));
    }
    with_facts(&project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let echoes: Vec<usize> = compared.subjects.iter().flat_map(|one| &one.echoes).map(|echo| echo.same).collect();
        assert_eq!(echoes, [2]);
    });
}

#[test]
fn the_greatest_difference_comes_first_and_facts_come_last() {
    with_facts(&lively(), |catalog, facts| {
        let compared = compare(catalog, facts);
        let agenda = agenda(&compared);
        let points: Vec<&str> = agenda.points.iter().map(|point| point.side.question.id.local.as_str()).collect();
        assert_eq!(
            points,
            [
                "samen-thema",
                "eigen-thema",
                "uren",
                "eigen-doel",
                "anderen-thema",
                "anderen-zorg",
                "volwassenheid",
                "bereikbaar"
            ]
        );
        assert_eq!(agenda.points[0].minutes, 20);
        let unheard: Vec<&str> = agenda.unheard.iter().map(|side| side.question.id.local.as_str()).collect();
        assert_eq!(unheard, ["bedrag"]);
        let little: Vec<&str> = agenda.little_heard.iter().map(|side| side.question.id.local.as_str()).collect();
        assert_eq!(little, ["eigen-zorg"]);
    });
}

#[test]
fn what_each_wants_itself_differs_by_nature_and_weighs_half() {
    let mut project = project();
    for (last, theme) in KOPGROEP.iter().zip(["oefenen", "delen", "leren", "inkopen"]) {
        say(&mut project, "eigen-thema", last, given(Value::text(theme)));
        say(&mut project, "samen-thema", last, given(Value::text(theme)));
        say(&mut project, "bereikbaar", last, given(Value::Flag(theme == "delen")));
    }
    with_facts(&project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let agenda = agenda(&compared);
        let told = agenda
            .points
            .iter()
            .map(|point| (point.side.question.id.local.as_str(), point.weight, point.minutes, point.about_itself));
        let expected =
            [("samen-thema", 1.0, 20, false), ("eigen-thema", 0.5, 15, false), ("bereikbaar", 0.25, 10, true)];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    });
}

#[test]
fn who_is_not_asked_or_spoke_together_is_no_silence() {
    let unheard = |project: &Project| {
        with_facts(project, |catalog, facts| {
            let compared = compare(catalog, facts);
            let unheard = agenda(&compared).unheard;
            unheard.iter().map(|side| side.question.id.local.to_string()).collect::<Vec<_>>()
        })
    };
    let mut project = project();
    let before = unheard(&project);
    assert!(before.contains(&"samen-doel".to_owned()), "{before:?}");
    together(&mut project, "samen-doel", given(Value::text("Rust")));
    for last in KOPGROEP {
        say(&mut project, "bereikbaar", last, given(Value::Flag(false)));
    }
    // What was said when it was still asked, is no longer asked of anybody.
    say(&mut project, "specialist", "a", given(Value::text("Iris")));
    let after = unheard(&project);
    assert!(!after.contains(&"samen-doel".to_owned()) && !after.contains(&"specialist".to_owned()), "{after:?}");
}

#[test]
fn a_subject_a_question_or_a_label_can_be_chosen() {
    let project = project();
    with_facts(&project, |catalog, facts: &Facts| {
        let chosen = |name: &str| Choice::find(catalog, facts.project, name).map(|choice| choice.questions.len());
        assert_eq!(chosen("doel"), Ok(2));
        assert_eq!(chosen(" Thema"), Ok(3));
        assert_eq!(chosen("uren"), Ok(1));
        assert_eq!(chosen("verkennen.eigen-doel"), Ok(1));
        assert_eq!(chosen("Gezamenlijk Doel"), Ok(1));
        let near = |name: &str| chosen(name).map_err(|unknown| unknown.near);
        assert_eq!(near("zorgg"), Err(Some("zorg".to_owned())));
        assert_eq!(near("verkennen.eigen-dool"), Err(Some("verkennen.eigen-doel".to_owned())));
        assert_eq!(near("xyz"), Err(None));
    });
}

#[test]
fn what_was_said_about_nothing_else_than_a_note_is_kept() {
    let mut project = project();
    let note = crate::domain::Answer { note: Some("Bel me".to_owned()), ..in_state(State::Open) };
    say(&mut project, "uren", "a", note);
    vary(&mut project, "uren", "b", Standing::Differs, given(hours(2)));
    with_facts(&project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let side = compared.sides().find(|side| side.question.id == full_id("uren")).expect("it is compared");
        assert_eq!((side.only_note.len(), side.silent.len(), side.doubled.len()), (1, 4, 1));
        assert_eq!(side.doubled[0].holds, None);
    });
}

#[test]
fn how_far_apart_they_lie_is_told_in_hundredths() {
    let mut project = project();
    for (last, thing) in KOPGROEP.iter().zip(["oefenen", "delen", "delen"]) {
        say(&mut project, "eigen-thema", last, given(Value::text(thing)));
    }
    with_facts(&project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let side = compared.sides().find(|side| side.question.id == full_id("eigen-thema")).expect("it is compared");
        let told = serde_json::to_value(side).expect("can be told")["divergence"].as_f64().expect("is a number");
        assert!((side.divergence - 2.0 / 3.0).abs() < 1e-9, "{}", side.divergence);
        assert_eq!(told.to_string(), "0.67");
    });
}
