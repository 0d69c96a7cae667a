use crate::story::Story;

fn first_step(story: &Story) -> String {
    let checklist = story.run(&["checklist", "--formaat", "json"]).succeeds().json();
    let id = checklist["first"][0]["id"].as_str().expect("there is a first step").to_owned();
    id.rsplit_once('.').map_or(id.clone(), |(_, local)| local.to_owned())
}

#[test]
fn a_tick_survives_and_can_be_taken_back() {
    let story = Story::with_project();
    let step = first_step(&story);
    story.run(&["klaar", &step]).succeeds().says("Klaar:");
    story.run(&["checklist", "--alles"]).succeeds().shows("[x]").shows("afgevinkt op 24 november 2026");
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story.run(&["checklist", "--alles"]).succeeds().shows("afgevinkt op 24 november 2026");
    story.run(&["stap", "heropen", &step]).succeeds();
    story.run(&["checklist", "--alles"]).succeeds().shows_no("afgevinkt");
}

#[test]
fn a_person_says_who_and_before_when() {
    let story = Story::with_project();
    let step = first_step(&story);
    story.run(&["stap", "wie", &step, "Fatima"]).succeeds();
    story.run(&["stap", "voor", &step, "over 2 weken"]).succeeds();
    story.run(&["checklist"]).succeeds().shows("Wie: Fatima").shows("8 december 2026");
    story.run(&["geschiedenis"]).succeeds().shows("Fatima doet").shows("voor 8 december 2026");
}

#[test]
fn a_step_of_ones_own_stands_on_the_checklist() {
    let story = Story::with_project();
    story.run(&["stap", "nieuw", "Bel de wethouder", "--voor", "vrijdag"]).succeeds().says("met code");
    story.run(&["checklist", "--alles"]).succeeds().shows("Bel de wethouder").shows("27 november 2026");
    story.run(&["klaar", "bel-de-wethouder"]).succeeds();
    // Its title without the code is enough, until another step has it too.
    story.run(&["stap", "nieuw", "Bel de wethouder"]).succeeds();
    story.run(&["klaar", "bel-de-wethouder"]).ends_with(1).says("kan meer dan één stap zijn");
    let checklist = story.run(&["checklist", "--formaat", "json"]).succeeds().output;
    let id = checklist.split('"').find(|word| word.starts_with("bel-de-wethouder-")).expect("it is there").to_owned();
    story.run(&["klaar", &id]).succeeds().says("Bel de wethouder");
}

#[test]
fn a_step_of_an_older_file_keeps_its_id() {
    let story = Story::with_project();
    let own = |id: &str| format!("\n[[own-action]]\nid = \"{id}\"\ntitle = \"Bel {id}\"\ncreated = 2026-11-24\n");
    story.write("regio.toml", &(story.project() + &own("bel") + &own("bel-2")));
    story.run(&["klaar", "bel"]).succeeds().says("Klaar: Bel bel");
    story.run(&["klaar", "bel-2"]).succeeds().says("Klaar: Bel bel-2");
}

#[test]
fn a_step_that_is_let_go_is_shown_as_lapsed() {
    let story = Story::with_project();
    let step = first_step(&story);
    story.run(&["stap", "vervalt", &step, "--notitie", "We doen het anders"]).succeeds();
    story.run(&["checklist", "--alles"]).succeeds().shows("Vervallen").shows("We doen het anders");
}

#[test]
fn an_unknown_step_changes_nothing() {
    let story = Story::with_project();
    let (before, step) = (story.project(), first_step(&story));
    story.run(&["klaar", &step, "bestaat-niet"]).ends_with(1).says("er is geen stap 'bestaat-niet'");
    assert_eq!(story.project(), before);
}

/// Says of the meeting place what is needed, and of the vehicle what was chosen.
fn choose(story: &Story, choice: &str) {
    let vehicle = format!("verkennen.vehikel-keuze={choice}");
    story.write(
        "antwoorden.toml",
        "schema = 1\n[answer.verkennen.bestaande-samenwerkingen]\nvalue = [{ naam = \"Havenoverleg\" }]\n",
    );
    let words = ["fase", "--geen-vragen", "--antwoorden", "antwoorden.toml", "--antwoord", &vehicle];
    story.run(&words).succeeds();
}

#[test]
fn a_step_whose_reason_is_gone_is_lapsed_and_never_dropped_in_silence() {
    let story = Story::with_project();
    choose(&story, "aansluiten");
    let open = "Leg met de bestaande samenwerking vast wie waarover gaat";
    story.run(&["checklist", "--alles"]).succeeds().shows(open).shows_no(&format!("[-] {open}"));
    story.run(&["stap", "wie", "vehikel-afspreken", "Fatima"]).succeeds();
    choose(&story, "zelf");
    story.run(&["checklist", "--alles"]).succeeds().shows(&format!("[-] {open}")).shows("de reden is er niet meer");
    choose(&story, "aansluiten");
    story.run(&["checklist", "--alles"]).succeeds().shows(open).shows_no(&format!("[-] {open}")).shows("Wie: Fatima");
    story.run(&["klaar", "vehikel-afspreken"]).succeeds();
    choose(&story, "zelf");
    story.run(&["checklist", "--alles"]).succeeds().shows(&format!("[x] {open}")).shows("nu niet meer nodig");
}

#[test]
fn a_step_ticks_itself_when_the_answers_say_so() {
    let story = Story::with_project();
    story.run(&["checklist", "--alles"]).succeeds().shows("Prik een datum").shows_no("[x] Prik een datum");
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2027"]).succeeds();
    story
        .run(&["checklist", "--alles"])
        .succeeds()
        .shows("[x] Prik een datum")
        .shows("Volgt uit: Startbijeenkomst: 15 januari 2027");
}

#[test]
fn a_step_is_named_by_words_of_its_title_too() {
    let story = Story::with_project();
    story.run(&["klaar", "bel drie"]).succeeds().says("Klaar: Bel drie organisaties");
    story.run(&["klaar", "organisaties"]).ends_with(1).says("kan meer dan één stap zijn").says("krijgen (");
    story.run(&["klaar", "iets met soep"]).ends_with(1).says("er is geen stap 'iets met soep'");
}

#[test]
fn a_command_that_has_commands_names_them() {
    let story = Story::with_project();
    for (command, inner) in [("stap", "nieuw, wie, voor"), ("rondvraag", "maak, lees, vergelijk")] {
        story.run(&[command]).ends_with(2).says("hoort nog een opdracht").says(inner);
    }
}
