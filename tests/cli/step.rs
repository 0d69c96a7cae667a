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
    story.run(&["stap", "wie", &step, "Anna"]).succeeds();
    story.run(&["geschiedenis"]).succeeds().shows("was 'Fatima doet', werd 'Anna doet'");
}

/// Words are read off the checklist; what does not stand there yet has its code.
#[test]
fn words_mean_a_step_that_is_on_the_list() {
    let story = Story::with_project();
    let before = story.project();
    story.run(&["checklist", "--alles"]).succeeds().shows_no("Maak een flyer");
    story.run(&["klaar", "flyer"]).ends_with(1).says("er is geen stap 'flyer'");
    story.run(&["klaar", "een"]).ends_with(1).says("typ meer woorden").says_no("kies uit");
    assert_eq!(story.project(), before);
    story.run(&["klaar", "flyer-maken"]).succeeds().says("Klaar: Maak een flyer");
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
    story.run(&["klaar", "de startbijeenkomst"]).ends_with(1).says("kan meer dan één stap zijn").says("(E77)");
    story.run(&["klaar", "iets met soep"]).ends_with(1).says("er is geen stap 'iets met soep'");
}

#[test]
fn a_command_that_has_commands_names_them() {
    let story = Story::with_project();
    for (command, inner) in [("stap", "nieuw, wie, voor"), ("rondvraag", "maak, lees, vergelijk")] {
        story.run(&[command]).ends_with(2).says("hoort nog een opdracht").says(inner);
    }
}

#[test]
fn a_step_that_the_answers_settle_is_not_opened_again() {
    let story = Story::with_project();
    story.run(&["klaar", "startbijeenkomst-plannen"]).succeeds();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2027"]).succeeds();
    let before = story.project();
    let first = first_step(&story);
    // All or none: the other one does not open either.
    story
        .run(&["stap", "heropen", &first, "startbijeenkomst-plannen"])
        .ends_with(1)
        .says("volgt dat de stap al klaar is (Startbijeenkomst: 15 januari 2027)")
        .says("regio fase --vraag verkennen.startbijeenkomst");
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=1-11-2026"]).succeeds();
    story
        .run(&["stap", "heropen", "uitnodiging-sturen"])
        .ends_with(1)
        .says("nu niet nodig is (Startbijeenkomst: 1 november 2026)");
    assert_eq!(story.project().matches("reopened").count(), 0);
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2027"]).succeeds();
    story.run(&["stap", "heropen", &first]).succeeds().says("Staat al open").says_no("Weer open");
    assert_eq!(story.project().matches("weer open").count(), before.matches("weer open").count());
}

#[test]
fn a_step_that_opens_again_is_not_late_at_once() {
    for own in [false, true] {
        let mut story = Story::with_project();
        let step = first_step(&story);
        if own {
            story.run(&["stap", "voor", &step, "1-12-2026"]).succeeds();
        }
        story.run(&["klaar", &step]).succeeds();
        story.on("2027-01-04");
        story
            .run(&["stap", "heropen", &step])
            .succeeds()
            .says("Weer open")
            .says("Spreek een nieuwe af met: regio stap voor");
        let late = story.run(&["checklist", "--te-laat", "--formaat", "json"]).succeeds().output;
        assert!(!late.contains(&format!(".{step}\"")), "{late}");
        let all = story.run(&["checklist", "--alles", "--formaat", "json"]).succeeds().output;
        assert!(all.contains(&format!(".{step}\"")), "{all}");
        story.run(&["stap", "voor", &step, "11-1-2027"]).succeeds();
        story.run(&["checklist", "--alles"]).succeeds().shows("11 januari 2027");
    }
}

#[test]
fn a_day_that_has_been_is_told_wherever_a_step_gets_one() {
    let story = Story::with_project();
    let step = first_step(&story);
    let told = "Let op: 1 november 2026 is al geweest.";
    story.run(&["stap", "voor", &step, "1-11-2026"]).succeeds().says(told);
    story.run(&["stap", "voor", &step, "1-12-2026"]).succeeds().says_no("geweest");
    story.run(&["stap", "nieuw", "Bel de bakker", "--voor", "1-11-2026"]).succeeds().says(told);
    story.run(&["stap", "nieuw", "Bel de slager", "--voor", "1-12-2026"]).succeeds().says_no("geweest");
    let at_table = "1\n\n3\nZaal huren\n\n1-11-2026\n:stop\n";
    story.type_at(&["bijeenkomst", "--eenvoudig"], at_table).succeeds().says(told);
}

#[test]
fn a_step_in_a_rhythm_that_is_taken_early_counts() {
    let mut story = Story::with_project();
    story.run(&["fase", "uitbouwen", "--geen-vragen"]).succeeds();
    story.run(&["stap", "voor", "voorbeeld-bellen", "1-12-2026"]).succeeds();
    story.run(&["klaar", "voorbeeld-bellen"]).succeeds();
    let open = |story: &Story| {
        let list = story.run(&["checklist", "uitbouwen", "--formaat", "json"]).succeeds().json();
        [list["first"].to_string(), list["then"].to_string(), list["left-lying"].to_string()].concat()
    };
    assert!(!open(&story).contains("uitbouwen.voorbeeld-bellen"), "it was taken for this round");
    story.on("2027-11-10");
    let list = open(&story);
    assert!(list.contains("uitbouwen.voorbeeld-bellen") && list.contains("24 november 2027"), "{list}");
}

#[test]
fn home_and_status_order_the_steps_alike() {
    for example in ["vroeg", "halverwege", "tweede-jaar"] {
        let story = Story::new();
        let project = std::fs::read_to_string(format!("examples/{example}/regio.toml")).expect("it is there");
        story.write("regio.toml", &project);
        let steps = |command: &[&str], key: &str| {
            let data = story.run(&[command, &["--formaat", "json"]].concat()).succeeds().json();
            let steps = data[key].as_array().expect("there are steps").clone();
            steps.into_iter().map(|step| step["id"].to_string()).collect::<Vec<_>>()
        };
        let (home, status, checklist) =
            (steps(&[], "steps"), steps(&["status"], "steps"), steps(&["checklist"], "first"));
        assert!(!home.is_empty() && status.starts_with(&home), "{example}: {home:?} {status:?}");
        assert!(checklist.starts_with(&home), "{example}: {home:?} {checklist:?}");
    }
}

#[test]
fn who_has_done_something_is_told_what_comes_next() {
    let story = Story::with_project();
    let ticked = story.run(&["klaar", "bel drie"]).succeeds();
    let next = ticked.messages.lines().find_map(|line| line.strip_prefix("Hierna: ")).expect("the next step is told");
    let code = next.split(' ').next().expect("a step begins with its code").to_owned();
    story.run(&["klaar", &code]).succeeds().says("Hierna: ").says_no(&format!("Hierna: {code}"));
    story.run(&["stap", "nieuw", "Leen stoelen"]).succeeds().says("Spreek af wie hem zet: regio stap wie ");
    story.run(&["stap", "nieuw", "Leen tafels", "--wie", "Anna"]).succeeds().says_no("Spreek af wie");
    story.run(&["besluit", "nieuw", "Elke maand"]).succeeds().says("Bekijk ze alle met: regio besluit");
    story.run(&["gebeurtenis", "nieuw", "Gelukt"]).succeeds().says("regio document resultaten");
    story.run(&["organisatie", "nieuw", "Bank X", "--plaats", "partner"]).succeeds().says_no("Zegt ze ja");
    let candidate = story.run(&["organisatie", "nieuw", "Bank Y", "--plaats", "kandidaat"]).succeeds();
    candidate.says("Zegt ze ja, typ dan: regio organisatie wijzig bank-y --plaats kopgroep");
}
