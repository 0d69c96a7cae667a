//! When a step is wanted, when it ends, when it comes back, and which one goes first.
#![allow(clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use chrono::NaiveDate;
use regio::advice::{FIRST_STEPS, Step, StepState, steps};
use regio::built_in::catalog;
use regio::domain::{FullId, Identifier, Phase};
use regio::expression::Facts;
use toml::Table;

use crate::told::{project, today};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("is a day")
}

/// The open steps of a project that was told in this row, in their order.
fn on_the_checklist(questionnaire: &str, row: &str, today: NaiveDate) -> Vec<Step> {
    let all = all(questionnaire, row, today);
    all.into_iter().filter(|step| step.state == StepState::Open).collect()
}

fn all(questionnaire: &str, row: &str, today: NaiveDate) -> Vec<Step> {
    let row: Table = row.parse().expect("the row is TOML");
    let project = project(&Identifier::parse(questionnaire).unwrap(), &row, day("2026-06-01"));
    steps(catalog(), Phase::ALL, &Facts::new(&project, catalog(), today))
}

fn find(questionnaire: &str, step: &str, row: &str, today: NaiveDate) -> Step {
    let id = FullId::parse(&format!("{questionnaire}.{step}")).unwrap();
    let mut found = all(questionnaire, row, today).into_iter().filter(|step| step.id.to_string() == id.to_string());
    found.next().unwrap_or_else(|| panic!("there is no step {id}"))
}

#[track_caller]
fn check(step: &str, row: &str, expected: StepState) {
    let (questionnaire, local) = step.split_once('.').unwrap();
    assert_eq!(find(questionnaire, local, row, today()).state, expected, "{step}: {row}");
}

#[test]
fn a_later_fact_ends_a_step() {
    check("verkennen.uitnodiging-sturen", "startbijeenkomst = 2026-12-10", StepState::Open);
    check("verkennen.uitnodiging-sturen", "startbijeenkomst = 2026-11-10", StepState::NotApplicable);
    check("verkennen.collega-bespreken", "kopgroep = ['noord']", StepState::Open);
    check("verkennen.collega-bespreken", "kopgroep = ['noord', 'oost', 'west']", StepState::NotApplicable);
    check("verkennen.afspraken-rondsturen", "startbijeenkomst = 2026-11-12", StepState::Open);
    check("verkennen.afspraken-rondsturen", "startbijeenkomst = 2026-11-01", StepState::NotApplicable);
    check("ontwikkelen.belemmering-wegnemen", "tekenen-belemmering = { noord = 'De jurist' }", StepState::Open);
    let signed = "tekenen-belemmering = { noord = 'De jurist' }\nondertekening = 2026-11-20";
    check("ontwikkelen.belemmering-wegnemen", signed, StepState::NotApplicable);
    check("uitbouwen.scan-kiezen", "scan = 'deskundige'", StepState::NotApplicable);
    check("uitbouwen.scan-kiezen", "scan = 'allebei'", StepState::Open);
    check("uitbouwen.scan-uitvragen", "scan = 'allebei'", StepState::Open);
    check("ontwikkelen.concurrentie-laten-nakijken", "concurrenten = true", StepState::Open);
    check("verkennen.uitval-bespreken", "afhankelijkheden = [{ wie = 'noord', van-wie = 'oost' }]", StepState::Open);
    check("uitbouwen.besloten-omgeving-uitzoeken", "besloten-omgeving = 'dit-jaar'", StepState::Open);
    let used = "besloten-omgeving = 'dit-jaar'\nwaarschuwing-kanaal = 'besloten-omgeving'";
    check("uitbouwen.besloten-omgeving-uitzoeken", used, StepState::NotApplicable);
}

/// What nobody can do any more is no step.
#[test]
fn a_step_goes_when_it_is_too_late_for_it() {
    let three = "kopgroep = ['noord', 'oost', 'west']";
    check("verkennen.soorten-nalopen", &format!("{three}\nstartbijeenkomst = 2027-02-04"), StepState::Open);
    check("verkennen.soorten-nalopen", &format!("{three}\nstartbijeenkomst = 2026-12-04"), StepState::NotApplicable);
    check("verkennen.soorten-nalopen", "kopgroep = ['noord']\nstartbijeenkomst = 2026-12-04", StepState::Open);
    check("uitbouwen.energie-ophalen", "activiteiten = [{ naam = 'a', uitkomst = 'proberen' }]", StepState::Open);
    check(
        "uitbouwen.energie-ophalen",
        "activiteiten = [{ naam = 'a', uitkomst = 'houden' }]",
        StepState::NotApplicable,
    );
}

#[test]
fn a_tick_stays_when_the_step_has_ended() {
    let row = "startbijeenkomst = 2026-11-10\nafgevinkt = { uitnodiging-sturen = 2026-10-20 }";
    let step = find("verkennen", "uitnodiging-sturen", row, today());
    assert_eq!((step.state, step.settled), (StepState::DoneByHand, Some(day("2026-10-20"))));
    assert!(!step.reason_gone, "it was needed when it was taken");
}

#[test]
fn signing_waits_for_support() {
    check("ontwikkelen.ondertekening-plannen", "draagvlak-genoeg = 'ja'", StepState::Open);
    check("ontwikkelen.ondertekening-plannen", "draagvlak-genoeg = 'nog-niet'", StepState::NotApplicable);
    check("ontwikkelen.ondertekening-plannen", "draagvlak-genoeg = 'stoppen'", StepState::NotApplicable);
}

#[test]
fn what_does_not_apply_asks_no_step() {
    check("verkennen.tijd-vrijmaken", "trekker-tijd = 4", StepState::Open);
    check("verkennen.tijd-vrijmaken", "trekker-tijd = 'nvt'", StepState::NotApplicable);
    check("uitbouwen.onderwijs-benaderen", "onderwijs-contact = 'nvt'", StepState::NotApplicable);
    check("ontwikkelen.verantwoording-vastleggen", "verantwoording-aan = 'nvt'", StepState::Open);
    let both = "verantwoording-aan = 'nvt'\nverantwoording-hoe = 'gesprek'";
    check("ontwikkelen.verantwoording-vastleggen", both, StepState::NotApplicable);
}

/// Words with which a title asks for more than one.
const COUNTS: &[&str] = &["twee", "drie", "vier", "vijf"];

/// What stands beside what a step asks does not tick it: one is not three. The hours of the trekker are those that were agreed.
#[test]
fn a_step_ends_by_what_it_asks_and_not_by_what_stands_beside_it() {
    check("verkennen.tijd-vrijmaken", "trekker-tijd = 8", StepState::DoneByItself);
    check("verkennen.succes-vieren", "", StepState::NotApplicable);
    check("verkennen.succes-vieren", "startbijeenkomst = 2026-11-20", StepState::Open);
    check("verkennen.succes-vieren", "successen = 1", StepState::Open);
    check("verkennen.soorten-nalopen", "kopgroep = ['noord']\nkandidaten = ['oost']", StepState::Open);
    check("uitbouwen.succes-noteren", "successen = 1", StepState::DoneByItself);
    check("verkennen.verhaal-verzamelen", "bewustwording = ['a', 'b']", StepState::Open);
    check("verkennen.verhaal-verzamelen", "bewustwording = ['a', 'b', 'c']", StepState::DoneByItself);
    check("verkennen.doelen-kiezen", "doelen-korte-termijn = ['a', 'b']", StepState::Open);
    check("verkennen.doelen-kiezen", "doelen-korte-termijn = ['a', 'b', 'c']", StepState::DoneByItself);
    let activities = |count| {
        format!("activiteiten = [{}]", ["{ naam = 'a' }", "{ naam = 'b' }", "{ naam = 'c' }"][..count].join(", "))
    };
    check("uitbouwen.roadmap-schetsen", &activities(1), StepState::Open);
    check("uitbouwen.roadmap-schetsen", &activities(3), StepState::DoneByItself);
    let planned = |dated: usize| {
        let talk =
            |at: usize| if at < dated { "{ organisatie = 'a', datum = 2026-12-01 }" } else { "{ organisatie = 'b' }" };
        format!("kennismakingen = [{}]", (0..5).map(talk).collect::<Vec<_>>().join(", "))
    };
    check("ontwikkelen.kennismaking-voeren", &planned(4), StepState::Open);
    check("ontwikkelen.kennismaking-voeren", &planned(5), StepState::DoneByItself);
}

/// The title says how many; less than that leaves it open.
#[test]
fn a_step_that_asks_for_a_number_counts_them() {
    let actions = catalog().actions().filter_map(|action| Some((action, action.done_when.as_ref()?)));
    let mut counted = 0;
    for (action, done) in actions {
        let title = format!("{:?}", action.title).to_lowercase();
        let asked = COUNTS.iter().find(|word| title.contains(&format!(" {word} ")) && !title.contains("zinnen"));
        let Some(word) = asked else { continue };
        counted += 1;
        let rule = format!("{done:?}");
        assert!(rule.contains("Length"), "{}: it asks for {word}, and ends by {rule}", action.id);
    }
    assert!(counted >= 4, "only {counted}");
}

#[test]
fn a_step_comes_back_in_its_rhythm() {
    let row = "fase = 'uitbouwen'\nactiviteiten = [{ naam = 'a' }]\nafgevinkt = { voortgang-vertellen = 2026-11-02 }";
    let on = |today: &str| find("uitbouwen", "voortgang-vertellen", row, day(today));
    let taken = on("2027-01-11");
    assert_eq!((taken.state, taken.settled), (StepState::DoneByHand, Some(day("2026-11-02"))));
    let again = on("2027-01-12");
    assert_eq!((again.state, again.due.date()), (StepState::Open, Some(day("2027-02-02"))));
    assert_eq!(again.due_words.unwrap(), "dinsdag 2 februari 2027 (over 3 weken); komt elke 3 maanden terug");
    assert!(on("2027-02-10").late);
    // Rounds do not pile up.
    assert_eq!(on("2028-12-01").due.date(), Some(day("2028-11-02")));
}

#[test]
fn a_step_with_a_day_of_its_own_does_not_lapse() {
    check("ontwikkelen.directie-spreken", "fase = 'uitbouwen'", StepState::NotApplicable);
    check(
        "ontwikkelen.directie-spreken",
        "fase = 'uitbouwen'\nvoor = { directie-spreken = 2026-12-18 }",
        StepState::Open,
    );
}

#[test]
fn a_step_that_hangs_on_a_day_comes_back_with_the_next_day() {
    let row = |meeting: &str| {
        format!("fase = 'uitbouwen'\nvolgende-bijeenkomst = {meeting}\nafgevinkt = {{ verteller-vragen = 2026-11-02 }}")
    };
    let stand = |meeting: &str| {
        let step = find("uitbouwen", "verteller-vragen", &row(meeting), today());
        (step.state, step.settled)
    };
    let taken = (StepState::DoneByHand, Some(day("2026-11-02")));
    assert_eq!(stand("2026-12-07"), taken, "it was taken for this day");
    assert_eq!(stand("2027-01-18"), (StepState::Open, None));
    let next = |meeting: &str| {
        let row = format!("volgende-bijeenkomst = {meeting}\nafgevinkt = {{ bijeenkomst-volgende = 2026-10-20 }}");
        find("uitbouwen", "bijeenkomst-volgende", &row, today()).state
    };
    assert_eq!(next("2026-10-19"), StepState::DoneByHand);
    assert_eq!(next("2026-11-20"), StepState::Open, "the next one has been as well");
}

#[test]
fn a_campaign_comes_back_every_year() {
    let row = "fase = 'ontwikkelen'\nondertekening = 2026-03-02\nafgevinkt = { campagne-aansluiten = 2026-10-05 }";
    let state = |today: &str| find("ontwikkelen", "campagne-aansluiten", row, day(today)).state;
    assert_eq!((state("2027-05-03"), state("2027-10-04")), (StepState::DoneByHand, StepState::Open));
}

#[test]
fn what_changed_since_the_guide_stands_with_its_step() {
    let since = |today: &str| find("ontwikkelen", "campagne-aansluiten", "fase = 'ontwikkelen'", day(today)).since;
    let fresh = since("2026-12-01");
    assert!(fresh.len() == 1 && fresh[0].ends_with("; nagekeken op 29 november 2026)"), "{fresh:?}");
    assert!(since("2027-01-01")[0].ends_with("Dit kan verouderd zijn."));
    assert!(find("verkennen", "collega-bespreken", "", today()).since.is_empty());
}

#[test]
fn a_phase_that_is_behind_us_sinks() {
    let row = "fase = 'ontwikkelen'\nstartbijeenkomst = 2026-11-20\naanleiding = 'open'";
    let steps = on_the_checklist("verkennen", row, today());
    let phases: Vec<Option<Phase>> = steps.iter().filter(|step| !step.left_lying).map(|step| step.phase).collect();
    let current = phases.iter().position(|phase| *phase == Some(Phase::Verkennen)).expect("some are still open");
    assert!(current >= FIRST_STEPS, "{current}");
    assert!(phases[current..].iter().all(|phase| *phase != Some(Phase::Ontwikkelen)), "{phases:?}");
}

#[test]
fn a_day_of_its_own_keeps_a_former_step_up() {
    let row =
        "fase = 'ontwikkelen'\nvoor = { specialisten-bellen = 2026-11-26 }\nspecialisten-elders = [{ naam = 'Bo' }]";
    let steps = on_the_checklist("verkennen", row, today());
    let place = steps.iter().position(|step| step.id.local().as_str() == "specialisten-bellen").expect("is open");
    assert!(steps[place..].iter().any(|step| step.phase == Some(Phase::Ontwikkelen)), "{place} of {}", steps.len());
}

#[test]
fn a_risk_lifts_its_step() {
    let place = |row: &str| {
        let steps = on_the_checklist("uitbouwen", &format!("fase = 'uitbouwen'\n{row}"), day("2026-06-10"));
        steps.iter().position(|step| step.id.local().as_str() == "bellijst-maken").expect("is open")
    };
    assert_eq!(place("bereikbaar = { noord = false }"), 0);
    assert!(place("bereikbaar = { noord = true }") > 0);
}
