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
        story.run(&["succes", "nieuw", &format!("{step}: het lukte")]).succeeds();
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
        one.run(&["succes"]).succeeds().shows(made);
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
    story.run(&["succes", "nieuw", "Zes bedrijven deelden hun noodnummers", "--op", "gisteren"]).succeeds();
    story.run(&["succes"]).succeeds().shows("23 november 2026").shows("noodnummers");
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
    story.run(&["succes", "nieuw", "Een oefening", "--op", "1-3-2031"]).succeeds().says(to_come);
    story.run(&["succes", "nieuw", "Een oefening"]).succeeds().says_no("moet nog komen");
}

#[test]
fn a_week_is_no_day() {
    let story = Story::with_project();
    let refused = story.run(&["besluit", "nieuw", "We gaan door", "--op", "volgende week"]).ends_with(2);
    refused.says("'volgende week' is nog geen dag").says("welke dag? maandag").says("volgende week dinsdag");
}
