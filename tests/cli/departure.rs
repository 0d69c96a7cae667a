use crate::story::Story;

/// A kopgroep of three, of which the port has said what it gives and holds steps.
fn story() -> Story {
    let story = Story::with_project();
    story
        .run(&[
            "organisatie",
            "nieuw",
            "Havenbedrijf",
            "--plaats",
            "kopgroep",
            "--contact",
            "Fatima",
            "--soort",
            "groot-bedrijf",
        ])
        .succeeds();
    story.write("uren.toml", "[answer.ontwikkelen.uren-toegezegd.havenbedrijf]\nvalue = 40\n");
    story.run(&["fase", "ontwikkelen", "--geen-vragen", "--antwoorden", "uren.toml"]).succeeds();
    let together = ["fase", "ontwikkelen", "--geen-vragen", "--antwoord", "trekkers=Havenbedrijf; Gemeente Zuidwâld"];
    story.run(&together).succeeds();
    story.run(&["stap", "nieuw", "Bel de bank", "--wie", "Fatima"]).succeeds();
    story.run(&["stap", "nieuw", "Huur de zaal", "--wie", "Havenbedrijf"]).succeeds();
    story
}

fn leaves(story: &Story) {
    let leaves =
        ["organisatie", "vertrokken", "havenbedrijf", "--op", "vandaag", "--reden", "Het bedrijf ging failliet."];
    story
        .run(&leaves)
        .succeeds()
        .says("blijft bewaard")
        .says("'Kopgroep' is aangepast")
        .says("Bel de bank")
        .says("Huur de zaal")
        .says("ontwikkelen.trekkers")
        .says("regio stap overdragen \"Havenbedrijf\"");
}

#[test]
fn who_left_stays_in_the_register_and_counts_for_nothing() {
    let story = story();
    story.run(&["document", "financiering"]).succeeds().shows("Havenbedrijf");
    leaves(&story);
    story.run(&["organisatie"]).succeeds().shows("Havenbedrijf").shows("vertrokken op").shows("failliet");
    story.run(&["organisatie", "lijst", "--plaats", "kopgroep"]).succeeds().shows_no("Havenbedrijf");
    story.run(&["document", "financiering"]).succeeds().shows_no("Havenbedrijf");
    story.run(&["document", "overdracht"]).succeeds().shows("Havenbedrijf (vertrokken)");
    story.run(&["checklist"]).succeeds().shows("Fatima (vertrokken)");
    assert!(story.project().contains("havenbedrijf"), "what it said is kept");
    story.run(&["geschiedenis"]).succeeds().shows("Havenbedrijf, vertrokken op");
    let page = ["rondvraag", "maak", "ontwikkelen", "--voor", "havenbedrijf"];
    story.run(&page).ends_with(1).says("is vertrokken");
}

#[test]
fn an_older_list_brings_nobody_back_and_the_kopgroep_does() {
    let story = story();
    leaves(&story);
    let named =
        ["fase", "uitbouwen", "--geen-vragen", "--antwoord", "oefening-deelnemers=Havenbedrijf; Gemeente Zuidwâld"];
    story.run(&named).succeeds();
    story.run(&["organisatie", "lijst", "--plaats", "vertrokken"]).succeeds().shows("Havenbedrijf");
    story.run(&["organisatie", "wijzig", "havenbedrijf", "--plaats", "kopgroep"]).succeeds().says("is aangepast");
    story.run(&["organisatie"]).succeeds().shows_no("vertrokken");
    assert!(!story.project().contains("left"), "who is back did not leave");
    story.run(&["document", "financiering"]).succeeds().shows("Havenbedrijf");
}

#[test]
fn nobody_leaves_on_a_day_that_is_to_come() {
    let story = story();
    let before = story.project();
    story
        .run(&["organisatie", "vertrokken", "havenbedrijf", "--op", "31-12-2099"])
        .ends_with(1)
        .says("nog niet geweest");
    assert_eq!(story.project(), before);
}

#[test]
fn all_that_is_open_goes_to_another_in_one_change() {
    let story = story();
    story.run(&["stap", "overdragen", "Fatima", "Bram"]).succeeds().says("Bel de bank").says("1 open stap");
    story.run(&["checklist", "--alles"]).succeeds().shows("Bram").shows_no("Fatima");
    story.run(&["stap", "overdragen", "Fatima", "Bram"]).ends_with(1).says("geen open stap");
    story.run(&["fase", "--geen-vragen", "--antwoord", "aanmelden-bij=Anna, 06 12 34 56 78"]).succeeds();
    story
        .run(&["stap", "overdragen", "anna", "Bram"])
        .succeeds()
        .says("Bram is nu de trekker")
        .says("Die naam staat nog in 'Aanmelden bij'");
    story.run(&["status"]).succeeds();
    assert!(story.project().contains("trekker = \"Bram\""));
    leaves_with_a_step_that_goes_nowhere(&story);
}

fn leaves_with_a_step_that_goes_nowhere(story: &Story) {
    story.run(&["organisatie", "vertrokken", "havenbedrijf"]).succeeds().says("Huur de zaal");
    story.run(&["stap", "overdragen", "Bram", "havenbedrijf"]).ends_with(1).says("is vertrokken");
    story.run(&["stap", "overdragen", "havenbedrijf", "Gemeente Zuidwâld"]).succeeds().says("Huur de zaal");
    story.run(&["checklist", "--alles"]).succeeds().shows_no("(vertrokken)");
}

/// The steps of her people left with her.
#[test]
fn what_stood_on_the_name_of_her_contact_goes_along() {
    let story = story();
    leaves(&story);
    let handed_over = story.run(&["stap", "overdragen", "Havenbedrijf", "Gemeente Zuidwâld"]).succeeds();
    handed_over.says("Huur de zaal").says("Bel de bank");
    story.run(&["checklist", "--alles"]).succeeds().shows_no("(vertrokken)");
}

#[test]
fn who_comes_back_gets_the_place_that_she_had() {
    let story = story();
    story.run(&["organisatie", "nieuw", "Lab Zeven", "--plaats", "deelnemer", "--soort", "mkb-bedrijf"]).succeeds();
    let leave = ["organisatie", "vertrokken", "lab-zeven"];
    story.run(&leave).succeeds().says("regio organisatie wijzig lab-zeven --plaats deelnemer");
    story.run(&leave).succeeds().says_no("Komt ze terug");
}

#[test]
fn nobody_is_sent_to_who_left() {
    let story = story();
    let contact = ["organisatie", "wijzig", "havenbedrijf", "--contact", "Noor de Wit"];
    story.run(&contact).succeeds();
    let answers = [
        "fase",
        "ontwikkelen",
        "--geen-vragen",
        "--antwoord",
        "gezicht=Noor de Wit van de haven",
        "--antwoord",
        "gezicht-toestemming=Noor de Wit | 24-11-2026",
        "--antwoord",
        "projectleiding=Havenbedrijf",
        "--antwoord",
        "project.trekker=Noor de Wit",
    ];
    story.run(&answers).succeeds();
    let papers = ["flyer", "welkomstbrief", "bestuursblad", "pitch"];
    for paper in papers {
        story.run(&["document", paper]).succeeds().shows("Noor de Wit");
    }
    story.run(&["status", "--formaat", "json"]).succeeds().shows_no("aanspreekpunt is iemand van wie vertrok");
    leaves(&story);
    for paper in papers {
        story.run(&["document", paper]).succeeds().shows_no("Noor de Wit");
    }
    let status = story.run(&["status", "--formaat", "json"]);
    status
        .shows("aanspreekpunt komt van een organisatie die vertrok: Havenbedrijf")
        .shows("staat er nog als leider van het werk");
}

/// The register knows who left, and the log tells of it: the same fact does not stand in two places.
#[test]
fn the_log_tells_who_left_and_what_stays_behind() {
    let story = story();
    story
        .run(&[
            "organisatie",
            "vertrokken",
            "havenbedrijf",
            "--reden",
            "failliet",
            "--laat-achter",
            "de sleutels van de website",
        ])
        .succeeds();
    assert!(!story.project().contains("[[event]]"), "{}", story.project());
    let log = story.run(&["gebeurtenis"]).succeeds();
    let log = log.shows("Vertrek: Havenbedrijf. Failliet. Blijft liggen: de sleutels van de website.");
    log.shows("Nog op haar naam: 'Bel de bank' en 'Huur de zaal'.");
    for document in ["voortgang", "overdracht", "overzicht"] {
        story.run(&["document", document]).succeeds().shows("Vertrek: Havenbedrijf. Failliet.");
        let others = ["document", document, "--editie", "deelnemers"];
        story.run(&others).succeeds().shows_no("Failliet");
    }
    story.run(&["gebeurtenis", "lijst", "--soort", "vertrek"]).succeeds().shows("Failliet");
    story.run(&["gebeurtenis", "lijst", "--soort", "succes"]).succeeds().shows_no("Failliet");
    story.run(&["gebeurtenis", "nieuw", "Ze ging", "--soort", "vertrek"]).ends_with(2);
    story.run(&["stap", "overdragen", "havenbedrijf", "Gemeente Zuidwâld"]).succeeds();
    story.run(&["gebeurtenis"]).succeeds().shows_no("Nog op haar naam");
    // What one document looks back to is a day, and she left before it.
    story.run(&["document", "voortgang", "--sinds", "2099-01-01"]).succeeds().shows_no("Failliet");
    story.run(&["organisatie", "wijzig", "havenbedrijf", "--plaats", "kopgroep"]).succeeds();
    story.run(&["gebeurtenis", "lijst", "--soort", "vertrek"]).succeeds().shows_no("Havenbedrijf");
}

#[test]
fn the_log_tells_what_was_handed_over() {
    let story = story();
    story.run(&["stap", "overdragen", "Fatima", "Bram"]).succeeds();
    let log = story.run(&["gebeurtenis"]).succeeds();
    log.shows("Overdracht: Een stap ging van Fatima naar Bram. Stappen: 'Bel de bank'.");
    story.run(&["stap", "overdragen", "Anna", "Bram"]).succeeds().says("nu de trekker");
    let events = story.run(&["gebeurtenis", "--formaat", "json"]).succeeds();
    events.shows("Het trekken ging van Anna naar Bram.").shows("bel-de-bank-");
    for document in ["voortgang", "overdracht"] {
        story.run(&["document", document]).succeeds().shows("Het trekken ging van Anna naar Bram.");
    }
    // To and fro in one day: the log tells it once, and the second time is no fault.
    story.run(&["stap", "overdragen", "Bram", "Anna"]).succeeds();
    story.run(&["stap", "overdragen", "Anna", "Bram"]).succeeds();
    assert_eq!(story.project().matches("Het trekken ging van Anna naar Bram.").count(), 2, "{}", story.project());
}

/// Who gives it away says so, from whom it came stands there, and nobody is no successor.
#[test]
fn the_history_of_a_handover_names_who_gave_it_and_who_had_it() {
    let story = Story::with_project();
    story.run(&["stap", "nieuw", "Bel de bank", "--wie", "Anna"]).succeeds();
    story.run(&["stap", "overdragen", "Anna", "niemand"]).ends_with(1).says("'niemand' is geen naam");
    story.run(&["stap", "overdragen", "Anna", "Bram"]).succeeds();
    let history = story.run(&["geschiedenis"]).succeeds();
    history.shows("Anna: Stap 'Bel de bank': was 'Anna doet', werd 'Bram doet'").shows("Anna: Trekker: was 'Anna'");
}

#[test]
fn no_step_goes_to_nobody_or_to_who_left() {
    let story = Story::with_project();
    story.run(&["organisatie", "vertrokken", "Bakkerij Het Hoekje"]).succeeds();
    story.run(&["stap", "nieuw", "Bel de bank"]).succeeds();
    for (name, why) in [("nog niemand", "is geen naam"), ("Bakkerij Het Hoekje", "is vertrokken")] {
        story.run(&["stap", "nieuw", "Huur de zaal", "--wie", name]).ends_with(1).says(why);
        story.run(&["stap", "wie", "bank", name]).ends_with(1).says(why);
    }
    let unnamed = ["fase", "--geen-vragen", "--antwoord", "project.trekker=nee"];
    story.run(&unnamed).ends_with(1).says("'nee' is geen naam");
    assert!(story.project().contains("trekker = \"Anna\""));
    assert!(!story.project().contains("Huur de zaal") && !story.project().contains("owner ="));
}

#[test]
fn what_is_of_the_kopgroep_goes_to_somebody_step_by_step() {
    let story = Story::with_project();
    story.run(&["stap", "overdragen", "kopgroep", "Bram"]).ends_with(1).says("regio stap wie STAP NAAM");
}

#[test]
fn nothing_goes_to_the_people_of_who_left_and_its_day_stays() {
    let story = story();
    story.run(&["organisatie", "vertrokken", "havenbedrijf", "--op", "1-11-2026"]).succeeds();
    story.run(&["organisatie", "vertrokken", "havenbedrijf", "--reden", "Failliet."]).succeeds().says_no("..");
    assert!(story.project().contains("left = 2026-11-01") && story.project().contains("Failliet"));
    story.run(&["stap", "wie", "bank", "Fatima"]).ends_with(1).says("'Fatima' is vertrokken");
}

#[test]
fn nobody_is_no_organisation() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen", "--antwoord", "verkennen.kopgroep=niemand"]).ends_with(1);
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "niemand"]).ends_with(1).says("van 'niemand' kan ik geen naam maken");
    assert!(!story.project().contains("\"niemand\""));
}
