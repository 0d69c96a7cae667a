use crate::story::{Outcome, Story};

/// What a region found out by itself, with a day after which it may be stale.
fn supplement(id: &str, place: &str) -> String {
    format!(
        "schema = 1\nid = \"{id}\"\nseen = 2026-11-20\n\n[[fact]]\nid = \"loket\"\ntext = \"In onze regio is er een loket.\"\n\
         certainty = \"zeker\"\ncheck_before = 2026-12-31\nshows_at = [\"{place}\", \"verkennen.collega-bespreken\"]\n\n\
         [[fact.source]]\nwho = \"De Kustbode\"\npublished = 2026-11-01\n"
    )
}

const TOLD: &str = "In onze regio is er een loket. (zeker; De Kustbode, november 2026; nagekeken op 20 november 2026)";

fn told(outcome: &Outcome) -> String {
    outcome.output.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_lies_beside_the_project_stands_under_what_it_belongs_to() {
    let mut story = Story::with_project();
    story.run(&["fase", "verkennen", "--geen-vragen", "--antwoord", "aanleiding=Een storing."]).succeeds();
    story.write("aanvullingen/kust.toml", &supplement("kust", "verkennen.aanleiding"));
    for words in [
        &["document", "werkbladen", "verkennen", "--samen", "--formaat", "markdown"][..],
        &["document", "overzicht", "--formaat", "markdown"],
        &["checklist", "--alles", "--formaat", "json"],
    ] {
        let page = told(&story.run(words).succeeds());
        assert!(page.contains(TOLD) && !page.contains("verouderd"), "{words:?}: {page}");
        assert!(page.contains("Cyberbeveiligingswet") || words[0] == "checklist", "what is built in stays: {page}");
    }
    story.run(&["controleer", "aanvullingen/kust.toml"]).succeeds().says("In orde");
    story.on("2027-01-02");
    let later = told(&story.run(&["document", "werkbladen", "verkennen", "--samen"]).succeeds());
    assert!(later.contains("Dit kan verouderd zijn."), "{later}");
}

#[test]
fn one_with_the_id_of_the_built_in_one_takes_its_place() {
    let story = Story::with_project();
    let sheet = ["document", "werkbladen", "verkennen", "--samen"];
    assert!(told(&story.run(&sheet).succeeds()).contains("Cyberbeveiligingswet"));
    story.write("aanvullingen/nederland.toml", &supplement("nederland", "verkennen.aanleiding"));
    let page = told(&story.run(&sheet).succeeds());
    assert!(page.contains("De Kustbode") && !page.contains("Cyberbeveiligingswet"), "{page}");
}

#[test]
fn a_slip_in_one_is_shown_with_its_line() {
    let story = Story::with_project();
    story.write("aanvullingen/kust.toml", &supplement("kust", "verkennen.aanlijding"));
    for words in [&["controleer", "aanvullingen/kust.toml"][..], &["status"]] {
        let refused = story.run(words).ends_with(1).says("er is geen vraag of stap 'verkennen.aanlijding'");
        refused.says("kust.toml:10:13").says("shows_at = [").says("noem de volle naam");
    }
}

#[test]
fn two_with_one_id_are_refused_by_their_names() {
    let story = Story::with_project();
    story.write("aanvullingen/kust.toml", &supplement("kust", "verkennen.aanleiding"));
    story.run(&["status"]).succeeds();
    story.write("aanvullingen/kust (kopie).toml", &supplement("kust", "verkennen.aanleiding"));
    let refused = story.run(&["status"]).ends_with(1);
    refused.says("kust.toml").says("kust (kopie).toml").says("hebben allebei de id 'kust'");
}

#[test]
fn nobody_looked_it_up_on_a_day_to_come() {
    let story = Story::with_project();
    let to_come = supplement("kust", "verkennen.aanleiding").replace("seen = 2026-11-20", "seen = 2026-12-20");
    story.write("aanvullingen/kust.toml", &to_come);
    for words in [&["controleer", "aanvullingen/kust.toml"][..], &["status"]] {
        story.run(words).ends_with(1).says("deze dag moet nog komen").says("seen = 2026-12-20");
    }
}

/// A supplement that asks each organisation something, under another id than an earlier one if need be.
fn asking(id: &str, earlier: &str) -> String {
    let question = format!(
        "asked_as = [{earlier}]\n\n[fact.question]\nid = \"{id}\"\nrevision = 1\nlabel = \"Loket\"\n\
         ask = \"Kent {{{{ organisatie }}}} het loket?\"\ntype = \"yes_no\"\nper = \"kopgroep\"\nhelp = \"Denk aan de balie.\"\n\
         why = \"Dan weten we wie we nog vertellen dat het er is.\"\ndepth = \"verdieping\"\norigin = \"aanvulling\"\n\
         source = \"De Kustbode\"\ndated = 2026-11-20\n\n[[fact.source]]"
    );
    supplement("kust", "verkennen.basis-op-orde").replace("\n[[fact.source]]", &question)
}

#[test]
fn what_a_fact_asks_is_a_question_like_any_other() {
    let story = Story::with_project();
    let note = ["noteer", "verkennen.loket", "ja", "--voor", "Gemeente Zuidwâld"];
    story.run(&note).ends_with(1);
    story.write("aanvullingen/kust.toml", &asking("loket", ""));
    story.run(&["controleer", "aanvullingen/kust.toml"]).succeeds().says("In orde");
    story.run(&note).succeeds();
    assert!(story.project().contains("[answer.verkennen.loket.gemeente-zuidwald]"), "{}", story.project());
    let roles = told(&story.run(&["document", "rolverdeling", "--formaat", "markdown"]).succeeds());
    assert!(roles.contains("Ja: Gemeente Zuidwâld.") && roles.contains(TOLD), "{roles}");
    story.run(&["document", "werkbladen", "verkennen"]).succeeds().shows("Kent jullie organisatie het loket?");
    story.run(&["rondvraag", "maak", "verkennen", "--uit", "post"]).succeeds();
    assert!(story.read("post/rondvraag-gemeente-zuidwald.html").contains("het loket?"));
    // Under another id it keeps what was said; without the fact it is kept too, and nobody is asked any more.
    story.write("aanvullingen/kust.toml", &asking("balie", "\"loket\""));
    let roles = told(&story.run(&["document", "rolverdeling", "--formaat", "markdown"]).succeeds());
    assert!(roles.contains("Ja: Gemeente Zuidwâld."), "{roles}");
    story.write("aanvullingen/kust.toml", &supplement("kust", "verkennen.basis-op-orde"));
    let roles = told(&story.run(&["document", "rolverdeling", "--formaat", "markdown"]).succeeds());
    assert!(!roles.contains("Ja: Gemeente Zuidwâld."), "{roles}");
    story.run(&["status"]).succeeds();
    assert!(story.project().contains("[answer.verkennen.loket.gemeente-zuidwald]"), "{}", story.project());
}

#[test]
fn the_built_in_one_asks_who_goes_deeper_and_is_replaced_with_its_question() {
    let story = Story::with_project();
    let note = ["noteer", "verkennen.cyberbeveiligingswet", "uitzoeken", "--voor", "Gemeente Zuidwâld"];
    story.run(&note).succeeds();
    let roles = ["document", "rolverdeling", "--formaat", "markdown"];
    assert!(told(&story.run(&roles).succeeds()).contains("Dat wordt uitgezocht: Gemeente Zuidwâld."));
    story.write("aanvullingen/nederland.toml", &supplement("nederland", "verkennen.aanleiding"));
    assert!(!told(&story.run(&roles).succeeds()).contains("wordt uitgezocht"));
}

#[test]
fn a_slip_in_what_a_fact_asks_is_shown_with_its_line() {
    let story = Story::with_project();
    for (slip, said) in [
        (asking("loket", "").replace("depth = \"verdieping\"\n", ""), "een vraag bij een feit hoort niet bij de kern"),
        (asking("aanleiding", ""), "de id 'aanleiding' is al van een andere vraag"),
        (asking("loket", "").replace("{{ organisatie }}", "{{ niemand }}"), "niemand"),
        (
            asking("loket", "").replace("\"verkennen.basis-op-orde\", ", ""),
            "dit feit staat onder geen vraag, dus deze vraag heeft geen plaats",
        ),
    ] {
        story.write("aanvullingen/kust.toml", &slip);
        story.run(&["controleer", "aanvullingen/kust.toml"]).ends_with(1).says(said).says("kust.toml:");
    }
}
