use crate::story::Story;

fn decide(story: &Story, words: &[&str]) -> String {
    let outcome = story.run(&[&["besluit", "nieuw"], words].concat()).succeeds();
    let told = outcome.messages.trim().strip_prefix("Besluit ").expect("it is told");
    told.split(' ').next().expect("it has an id").to_owned()
}

#[test]
fn a_new_decision_replaces_an_old_one() {
    let story = Story::with_project();
    let old = decide(&story, &["We komen elke maand bijeen"]);
    let begin = old[..3].to_uppercase();
    let new = decide(&story, &["Elk kwartaal is genoeg", "--vervangt", &begin, "--waarom", "Te druk"]);
    story.run(&["besluit"]).succeeds().shows("Elk kwartaal").shows_no("elke maand");
    let replaced = format!("vervangen door {new}");
    story.run(&["besluit", "lijst", "--alles"]).succeeds().shows("elke maand").shows(&replaced);
    story.run(&["besluit", "nieuw", "Iets", "--vervangt", "9"]).ends_with(1).says("er is geen besluit '9'");
}

/// Until its day comes, what is to be replaced holds.
#[test]
fn a_decision_of_a_day_to_come_replaces_on_that_day() {
    let mut story = Story::with_project();
    let old = decide(&story, &["We komen elke maand bijeen"]);
    let told = story.run(&["besluit", "nieuw", "Elk kwartaal", "--vervangt", &old, "--op", "1-3-2027"]).succeeds();
    told.says(&format!("Vanaf 1 maart 2027 vervangt het besluit {old}."));
    story.run(&["besluit"]).succeeds().shows("Geldt tot 1 maart 2027: dan vervangen door");
    story.on("2027-03-01").run(&["besluit"]).succeeds().shows("Elk kwartaal").shows_no("elke maand");
}

/// Both stand, and nobody is left to think that one of them was never taken.
#[test]
fn a_decision_that_two_copies_replaced_is_told() {
    let (one, other) = (Story::with_project(), Story::new());
    let old = decide(&one, &["We komen elke maand bijeen"]);
    other.write("regio.toml", &one.project());
    let quarterly = decide(&one, &["Elk kwartaal", "--vervangt", &old]);
    let weekly = decide(&other, &["Elke week", "--vervangt", &old]);
    one.write("ander.toml", &other.project());
    let told = one.run(&["samenvoegen", "ander.toml"]).succeeds();
    told.says(&format!("door 'Elk kwartaal' ({quarterly}) en 'Elke week' ({weekly}). Spreek af welk besluit geldt"));
    one.run(&["samenvoegen", "ander.toml"]).succeeds().says_no("Spreek af");
    one.run(&["besluit", "lijst", "--alles"]).succeeds().shows("Spreek af welk van die besluiten geldt.");
    one.run(&["controleer"]).succeeds().says("nog een besluit dat");
    decide(&one, &["Elke maand toch", "--vervangt", &weekly]);
    one.run(&["besluit"]).succeeds().shows("Elk kwartaal").shows_no("Elke week");
}

/// Two copies of a project go on apart, on the same day and by the same person. Git lays them together, and of what differs both
/// sides are kept.
#[test]
#[cfg_attr(windows, ignore = "wine has no git")]
fn what_two_copies_made_apart_can_stand_in_one_file() {
    let (one, other) = (Story::with_project(), Story::new());
    let before = one.project();
    other.write("regio.toml", &before);
    one.write("merge/before.toml", &before);
    for (story, decision, step) in [
        (&one, "We komen elke maand bijeen", "Bel de wethouder"),
        (&other, "De gemeente betaalt de zaal", "Bel de brandweer"),
    ] {
        decide(story, &[decision]);
        story.run(&["stap", "nieuw", step]).succeeds();
        story.run(&["gebeurtenis", "nieuw", &format!("{step}: het lukte")]).succeeds();
    }
    one.write("merge/other.toml", &other.project());
    let merged = std::process::Command::new("git")
        .current_dir(one.path(""))
        .args(["merge-file", "--union", "regio.toml", "merge/before.toml", "merge/other.toml"])
        .status();
    assert!(merged.expect("git is there").success());
    one.run(&["controleer"]).succeeds();
    for made in ["elke maand", "de zaal"] {
        one.run(&["besluit"]).succeeds().shows(made);
    }
    for made in ["wethouder", "brandweer"] {
        one.run(&["checklist"]).succeeds().shows(made);
        one.run(&["gebeurtenis"]).succeeds().shows(made);
    }
}

/// The same words in two copies are two things.
#[test]
fn no_two_copies_give_the_same_id() {
    let (one, other) = (Story::with_project(), Story::new());
    other.write("regio.toml", &one.project());
    assert_ne!(decide(&one, &["We komen elke maand bijeen"]), decide(&other, &["We komen elke maand bijeen"]));
    let step = |story: &Story| story.run(&["stap", "nieuw", "Bel de wethouder"]).succeeds().messages;
    assert_ne!(step(&one), step(&other));
}

#[test]
fn decisions_of_an_older_file_keep_their_ids() {
    let story = Story::with_project();
    let decision = |id: &str| format!("\n[[decision]]\nid = \"{id}\"\ntext = \"Besluit {id}\"\ndate = 2026-11-20\n");
    story.write("regio.toml", &(story.project() + &decision("1") + &decision("12") + &decision("13")));
    decide(&story, &["Anders", "--vervangt", "1"]);
    story.run(&["besluit"]).succeeds().shows("Vervangt 1.");
    story.write("regio.toml", &story.project().replace("id = \"1\"", "id = \"14\""));
    story.run(&["besluit", "nieuw", "Iets", "--vervangt", "1"]).ends_with(1).says("kies uit: 14, 12, 13");
}

#[test]
fn a_success_is_noted() {
    let story = Story::with_project();
    story.run(&["gebeurtenis", "nieuw", "Zes bedrijven deelden hun noodnummers", "--op", "gisteren"]).succeeds();
    story.run(&["gebeurtenis"]).succeeds().shows("23 november 2026").shows("noodnummers");
}

#[test]
fn who_took_a_decision_is_not_made_up() {
    let story = Story::with_project();
    story.run(&["besluit", "nieuw", "We huren samen iemand in"]).succeeds();
    story.run(&["besluit"]).succeeds().shows("We huren samen iemand in").shows_no("Door:");
    story.run(&["besluit", "nieuw", "Eens per maand", "--genomen-door", "De kopgroep"]).succeeds();
    story.run(&["besluit"]).succeeds().shows("Door: De kopgroep");
}

#[test]
fn what_happened_on_a_day_to_come_is_pointed_out() {
    let story = Story::with_project();
    let to_come = "Let op: 1 maart 2031 moet nog komen.";
    story.run(&["besluit", "nieuw", "We gaan door", "--op", "1-3-2031"]).succeeds().says(to_come);
    story.run(&["gebeurtenis", "nieuw", "Een oefening", "--op", "1-3-2031"]).succeeds().says(to_come);
    story.run(&["gebeurtenis", "nieuw", "Een oefening"]).succeeds().says_no("moet nog komen");
}

#[test]
fn a_week_is_no_day() {
    let story = Story::with_project();
    let refused = story.run(&["besluit", "nieuw", "We gaan door", "--op", "volgende week"]).ends_with(2);
    refused.says("'volgende week' is nog geen dag").says("welke dag? maandag").says("volgende week dinsdag");
}

#[test]
fn what_went_wrong_stays_in_the_kopgroep_until_she_says_yes() {
    let story = Story::with_project();
    let happened = "Bij Kwekerij Zonneveld stond de klimaatcomputer een nacht stil";
    story.run(&["organisatie", "nieuw", "Kwekerij Zonneveld", "--soort", "mkb-bedrijf"]).succeeds();
    let new = ["gebeurtenis", "nieuw", happened, "--soort", "incident"];
    story.run(&new).succeeds().says("incident 1").says("blijft in de kopgroep");
    story.run(&["gebeurtenis", "nieuw", "De eerste oefening"]).succeeds().says("Het eerste succes");
    story.run(&["gebeurtenis"]).succeeds().shows("Incident: ").shows("AMBER+STRICT");
    story.run(&["gebeurtenis", "lijst", "--soort", "succes"]).succeeds().shows_no("klimaatcomputer");
    let read = |edition: &str| {
        let outcome = story.run(&["document", "voortgang", "--editie", edition, "--formaat", "json"]).succeeds();
        outcome.output.contains("klimaatcomputer")
    };
    assert!(read("kopgroep") && !read("deelnemers") && !read("openbaar"));
    story.run(&["gebeurtenis", "akkoord", "raket", "Wie ook"]).ends_with(1).says("er is geen gebeurtenis met 'raket'");
    story.run(&["gebeurtenis", "akkoord", "e", "Wie ook"]).ends_with(1).says("er zijn 2 gebeurtenissen");
    let to_come = ["gebeurtenis", "akkoord", "KLIMAAT", "Kwekerij Zonneveld", "--sinds", "1-1-2030"];
    story.run(&to_come).ends_with(1).says("is nog niet geweest");
    story.run(&["gebeurtenis", "akkoord", "KLIMAAT", "Kwekerij Zonneveld"]).succeeds();
    assert!(read("kopgroep") && read("deelnemers"));
    story.run(&["geschiedenis"]).succeeds().shows("Wie goedvindt dat anderen").shows("Kwekerij Zonneveld");
    story.run(&["gebeurtenis"]).succeeds().shows("Mag naar buiten van Kwekerij Zonneveld sinds");
    story.run(&["gebeurtenis", "akkoord", "KLIMAAT", "--intrekken"]).succeeds().says("blijft nu in de kopgroep");
    assert!(read("kopgroep") && !read("deelnemers"));
    story.run(&["gebeurtenis", "akkoord", "KLIMAAT", "--intrekken"]).succeeds().says("Er is niets veranderd");
    story.run(&["gebeurtenis", "weg", "KLIMAAT"]).succeeds().says("Weggehaald");
    assert!(!read("kopgroep"));
    story.run(&["geschiedenis"]).succeeds().shows(happened);
}

#[test]
fn a_yes_is_of_somebody_whom_the_register_knows() {
    let story = Story::with_project();
    let incident = ["gebeurtenis", "nieuw", "De mail lag stil", "--soort", "incident", "--akkoord"];
    for nobody in ["nee", "ja", "niemand", "nvt"] {
        story.run(&[&incident[..], &[nobody]].concat()).ends_with(1).says("zegt niet wie het goed vindt");
    }
    story.run(&[&incident[..], &["Bakkerij Het Hoekj"]].concat()).succeeds();
    story
        .run(&["gebeurtenis", "akkoord", "mail", "Bakerij Het Hoekje"])
        .ends_with(1)
        .says("bedoel je 'Bakkerij Het Hoekje'");
    story.run(&["gebeurtenis", "akkoord", "mail"]).ends_with(2);
    assert!(story.project().contains("consent = \"Bakkerij Het Hoekje\""), "{}", story.project());
}

#[test]
fn a_yes_holds_for_the_words_to_which_it_was_said() {
    let story = Story::with_project();
    let incident = ["gebeurtenis", "nieuw", "De mail lag stil", "--soort", "incident", "--akkoord", "hoekje"];
    story.run(&incident).succeeds();
    let is_told = || {
        let outcome = story.run(&["document", "voortgang", "--editie", "deelnemers", "--formaat", "json"]).succeeds();
        outcome.output.contains("De mail lag stil")
    };
    assert!(is_told());
    story.write(
        "regio.toml",
        &story.project().replace("\ntext = \"De mail lag stil", "\ntext = \"De mail lag stil door ons"),
    );
    assert!(!is_told());
    story.run(&["controleer"]).succeeds().says("Bakkerij Het Hoekje zei ja toen").says("Dat ja telt niet meer");
    story.run(&["gebeurtenis"]).succeeds().shows("vraag het opnieuw").shows_no("Mag naar buiten");
    story.run(&["gebeurtenis", "akkoord", "mail", "hoekje"]).succeeds();
    assert!(is_told());
    story.run(&["controleer"]).succeeds().says_no("zei ja toen");
}

#[test]
fn each_of_two_events_that_are_called_alike_can_be_meant() {
    let story = Story::with_project();
    let new = |text: &str, on: &str| story.run(&["gebeurtenis", "nieuw", text, "--soort", "incident", "--op", on]);
    new("De mail lag stil", "20-11-2026").succeeds();
    new("De mail lag stil", "21-11-2026").succeeds();
    new("De mail lag stil op kantoor", "21-11-2026").succeeds();
    new("De mail lag stil", "21-11-2026").ends_with(1).says("staat er al");
    let agree = |words: &[&str]| story.run(&[&["gebeurtenis", "akkoord"], words].concat());
    agree(&["De mail lag stil", "hoekje"]).ends_with(1).says("noem de dag met --op").says("21 november 2026");
    agree(&["De mail lag stil", "hoekje", "--op", "21-11-2026"]).succeeds();
    agree(&["op kantoor", "Gemeente"]).succeeds();
    let project = story.project();
    assert_eq!(project.matches("consent_to = \"De mail lag stil\"").count(), 1, "{project}");
    assert_eq!(project.matches("consent_to = \"De mail lag stil op kantoor\"").count(), 1, "{project}");
}

/// A yes that was taken back does not come back with a copy that does not know of it.
#[test]
fn a_yes_that_was_taken_back_stays_away() {
    let story = Story::with_project();
    story.run(&["gebeurtenis", "nieuw", "De mail lag stil", "--soort", "incident", "--akkoord", "hoekje"]).succeeds();
    story.write("kopie.toml", &story.project());
    story.run(&["gebeurtenis", "akkoord", "mail", "--intrekken"]).succeeds();
    story.run(&["--project", "kopie.toml", "gebeurtenis", "nieuw", "Koffie met de burgemeester"]).succeeds();
    story.run(&["samenvoegen", "kopie.toml"]).succeeds();
    let project = story.project();
    assert!(project.contains("Koffie") && !project.contains("\nconsent_since"), "{project}");
}

/// A yes that came later is known to the copy that knows the event without it: neither is lost, and nothing is doubled.
#[test]
fn a_yes_comes_along_when_two_copies_join() {
    let story = Story::with_project();
    story.run(&["gebeurtenis", "nieuw", "De mail lag stil", "--soort", "incident"]).succeeds();
    story.write("kopie.toml", &story.project());
    story.run(&["gebeurtenis", "akkoord", "mail", "Bakkerij Het Hoekje"]).succeeds();
    story.run(&["--project", "kopie.toml", "gebeurtenis", "nieuw", "Koffie met de burgemeester"]).succeeds();
    story.run(&["samenvoegen", "kopie.toml"]).succeeds();
    let events = story.project();
    assert_eq!(events.matches("kind = \"incident\"").count(), 1, "{events}");
    assert!(events.contains("consent = \"Bakkerij Het Hoekje\"") && events.contains("Koffie met de burgemeester"));
}

#[test]
fn a_decision_stands_there_once() {
    let story = Story::with_project();
    story.run(&["besluit", "nieuw", "We huren een zaal"]).succeeds();
    let before = story.project();
    story.run(&["besluit", "nieuw", " We huren een zaal "]).ends_with(1).says("staat er al").says("--vervangt");
    assert_eq!(story.project(), before);
    story.run(&["besluit", "nieuw", "We huren een zaal", "--op", "2026-11-20"]).succeeds();
}

#[test]
fn a_decision_is_replaced_once_and_by_a_later_one() {
    let story = Story::with_project();
    let decision = |id: &str| format!("\n[[decision]]\nid = \"{id}\"\ntext = \"Besluit {id}\"\ndate = 2026-11-20\n");
    story.write("regio.toml", &(story.project() + &decision("1")));
    let earlier = ["besluit", "nieuw", "Anders", "--vervangt", "1", "--op", "1-11-2026"];
    story.run(&earlier).ends_with(1).says("is van later: 20 november 2026");
    decide(&story, &["Anders", "--vervangt", "1"]);
    let again = ["besluit", "nieuw", "Nog eens anders", "--vervangt", "1"];
    story.run(&again).ends_with(1).says("al vervangen door 'Anders'").says("--vervangt ");
}

#[test]
fn a_success_to_come_is_not_among_those_that_were() {
    let story = Story::with_project();
    story.run(&["gebeurtenis", "nieuw", "De lijst hangt er", "--op", "gisteren"]).succeeds();
    story.run(&["gebeurtenis", "nieuw", "Een oefening", "--op", "1-3-2031"]).succeeds();
    for document in ["resultaten", "flyer"] {
        let told = story.run(&["document", document, "--editie", "kopgroep"]).succeeds();
        told.shows("De lijst hangt er").shows_no("Een oefening");
    }
}
