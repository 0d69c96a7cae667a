use std::path::MAIN_SEPARATOR;

use crate::conversation::Conversation;
use crate::story::Story;

/// An answer file of the gemeente, with these tables of answers.
fn file(story: &Story, answers: &str) -> String {
    let project = story.project();
    let id = project.lines().find_map(|line| line.strip_prefix("id = \"")).expect("the project has an id");
    let id = id.trim_end_matches('"');
    format!(
        "schema = 1\n\n[request]\nproject = \"{id}\"\norganisation = \"gemeente-zuidwald\"\nby = \"Samira\"\n\
         version = {{ verkennen = \"1.0.0\" }}\n\n{answers}"
    )
}

fn answer(question: &str, value: &str) -> String {
    format!("[answer.verkennen.{question}.gemeente-zuidwald]\nvalue = {value}\ngiven = 2026-11-20T10:00:00+01:00\n\n")
}

#[test]
fn an_answer_file_comes_in_with_who_when_and_where_from() {
    let story = Story::with_project();
    let said = answer("eigen-doel", "\"Weten wie we bellen\"") + &answer("gezamenlijk-doel", "\"Samen oefenen\"");
    story.write("post/antwoorden-gemeente.toml", &file(&story, &said));
    story.write("post/lijstje.toml", "a = 1\n");
    story.write("post/blad.docx", "PK");
    story
        .run(&["rondvraag", "lees", "post"])
        .succeeds()
        .shows("Gemeente Zuidwâld: 2 nieuw")
        .says(&format!("Overgeslagen: post{MAIN_SEPARATOR}lijstje.toml"))
        .says("blad.docx is een blad van Word; lees het in met: regio noteer");
    let project = story.project();
    assert!(project.contains("[answer.verkennen.eigen-doel.gemeente-zuidwald]\nvalue = \"Weten wie we bellen\""));
    assert!(project.contains("[view.verkennen.gezamenlijk-doel.gemeente-zuidwald]\nvalue = \"Samen oefenen\""));
    assert!(project.contains("by = \"Samira\"\n"));
    assert!(project.contains("source = \"antwoorden-gemeente.toml\""));
    story.run(&["rondvraag", "lees", "post/antwoorden-gemeente.toml"]).succeeds().shows("2 gelijk");
    assert_eq!(story.project(), project);
    story.run(&["controleer"]).succeeds();
}

/// What the page could not read comes as a remark.
#[test]
fn a_remark_beside_an_answer_that_stays_is_news_once() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.volwassenheid.gemeente-zuidwald=2"]).succeeds();
    let remark = "[answer.verkennen.volwassenheid.gemeente-zuidwald]\nstate = \"open\"\n\
                  given = 2026-11-20T10:00:00+01:00\nnote = \"Ingevuld op de pagina: 2 of 3\"\n";
    story.write("a.toml", &file(&story, remark));
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("1 nieuw");
    let project = story.project();
    assert!(project.contains("value = 2\n") && project.contains("Ingevuld op de pagina: 2 of 3"), "{project}");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("1 gelijk");
    assert_eq!(story.project(), project);
    for shown in [
        &["organisatie", "toon", "gemeente-zuidwald"][..],
        &["rondvraag", "vergelijk"],
        &["rondvraag", "vergelijk", "volwassenheid"],
    ] {
        story.run(shown).succeeds().shows("Ingevuld op de pagina: 2 of 3");
    }
}

#[test]
fn what_differs_is_chosen_one_by_one_and_kept_at_once() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.eigen-doel.gemeente-zuidwald=Rust"]).succeeds();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.volwassenheid.gemeente-zuidwald=2"]).succeeds();
    story.write("a.toml", &file(&story, &(answer("eigen-doel", "\"Oefenen\"") + &answer("volwassenheid", "3"))));
    story
        .type_at(&["rondvraag", "lees", "a.toml"], "?\n2\n<\n3\n:stop\n")
        .succeeds()
        .says("Verschil 1 van 2")
        .says("Er staat: “Rust” (Anna, 24 november 2026)")
        .says("Het bestand zegt: “Oefenen” (Samira, 20 november 2026)")
        .says("De organisatie zegt twee dingen")
        .says("Nog niet gekozen: 1 verschil");
    let project = story.project();
    assert!(project.contains("value = \"Rust\""), "what was there holds again after going back");
    assert!(project.contains("standing = \"differs\"\nvalue = \"Oefenen\""));
    assert!(project.contains("volwassenheid.gemeente-zuidwald]\nvalue = 2"));
    story.type_at(&["rondvraag", "lees", "a.toml"], "2\n").succeeds().says("Verschil 1 van 1");
    assert!(story.project().contains("volwassenheid.gemeente-zuidwald]\nvalue = 3"));
    story.run(&["geschiedenis"]).succeeds().shows("ingelezen uit a.toml");
    let chosen = story.project();
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().says_no("Verschil");
    assert_eq!(story.project(), chosen);
}

#[test]
fn going_back_takes_back_only_what_was_chosen_here() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.eigen-doel.gemeente-zuidwald=Rust"]).succeeds();
    story.write("a.toml", &file(&story, &answer("eigen-doel", "\"Oefenen\"")));
    let mut reading = Conversation::begin(&story, &["rondvraag", "lees", "a.toml"]);
    reading.wait_for("Er staat: “Rust”");
    story.run(&["gebeurtenis", "nieuw", "De eerste koffie"]).succeeds();
    reading.answer("neem\n<\n:stop");
    let (code, rest) = reading.end();
    assert_eq!(code, Some(0), "{rest}");
    let project = story.project();
    assert!(project.contains("De eerste koffie"), "{project}");
    assert!(project.contains("value = \"Rust\""), "{project}");
}

#[test]
fn the_last_choice_can_go_for_all_that_follow() {
    let story = Story::with_project();
    let own = [
        ("eigen-doel", "Rust", "\"Oefenen\""),
        ("volwassenheid", "2", "3"),
        ("gezamenlijk-doel", "Rust", "\"Oefenen\""),
    ];
    for (question, was, _) in &own[..2] {
        let answer = format!("verkennen.{question}.gemeente-zuidwald={was}");
        story.run(&["fase", "--geen-vragen", "--antwoord", &answer]).succeeds();
    }
    story.write("eerst.toml", &file(&story, &answer("gezamenlijk-doel", "\"Rust\"")));
    story.run(&["rondvraag", "lees", "eerst.toml"]).succeeds();
    let said: String = own.iter().map(|(question, _, says)| answer(question, says)).collect();
    story.write("a.toml", &file(&story, &said));
    story
        .type_at(&["rondvraag", "lees", "a.toml"], "2\nalle volgende\n")
        .succeeds()
        .says("Verschil 2 van 3")
        .says("Neem wat het bestand zegt, 2 keer")
        .says_no("Verschil 3 van 3")
        .says_no("Nog niet gekozen");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("3 gelijk");
}

#[test]
fn what_holds_at_a_difference_can_be_said_beforehand() {
    for (choice, holds, aside) in
        [("houd", "Rust", "set-aside"), ("neem", "Oefenen", "set-aside"), ("beide", "Rust", "differs")]
    {
        let story = Story::with_project();
        story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.eigen-doel.gemeente-zuidwald=Rust"]).succeeds();
        story.write("a.toml", &file(&story, &answer("eigen-doel", "\"Oefenen\"")));
        story.run(&["rondvraag", "lees", "a.toml", "--bij-verschil", choice]).succeeds().shows("naast “Oefenen”");
        let project = story.project();
        assert!(
            project.contains(&format!("eigen-doel.gemeente-zuidwald]\nvalue = \"{holds}\"")),
            "{choice}: {project}"
        );
        assert!(project.contains(&format!("standing = \"{aside}\"")), "{choice}: {project}");
        assert!(project.contains("\"Rust\"") && project.contains("\"Oefenen\""));
    }
}

#[test]
fn what_a_file_says_is_taken_whatever_its_clock_said() {
    let story = Story::with_project();
    let holds = |value: &str| {
        let held = format!("eigen-doel.gemeente-zuidwald]\nvalue = \"{value}\"");
        assert!(story.project().contains(&held), "{value}: {}", story.project());
    };
    let said = |name: &str, value: &str, day: &str| {
        let answer = answer("eigen-doel", &format!("\"{value}\"")).replace("2026-11-20", day);
        story.write(name, &file(&story, &answer));
    };
    said("a.toml", "Eerst", "2026-11-22");
    said("b.toml", "Verbeterd", "2026-11-01");
    said("c.toml", "Klok vooruit", "9999-01-01");
    said("d.toml", "Laatst", "2026-11-23");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds();
    let take = |name: &str| story.run(&["rondvraag", "lees", name, "--bij-verschil", "neem"]).succeeds();
    take("b.toml").shows("Wat het bestand zegt, geldt nu").shows_no("moet nog komen");
    holds("Verbeterd");
    take(".");
    holds("Laatst");
    take("a.toml");
    holds("Eerst");
    take("c.toml").shows("volgens het bestand is er iets gezegd op 1 januari 9999");
    holds("Klok vooruit");
    assert!(!story.project().contains("9999"), "a time that is yet to come is not kept");
    story.run(&["rondvraag", "lees", "d.toml", "--bij-verschil", "beide"]).succeeds();
    take("d.toml");
    holds("Laatst");
}

#[test]
fn a_faulty_file_is_refused_whole_and_the_good_ones_are_taken() {
    let story = Story::with_project();
    let good = file(&story, &answer("eigen-doel", "\"Oefenen\""));
    story.write("post/goed.toml", &good);
    story.write(
        "post/trede.toml",
        &file(&story, &(answer("eigen-behoefte", "\"Hulp\"") + &answer("volwassenheid", "9"))),
    );
    story.write("post/vraag.toml", &file(&story, &answer("eigen-doell", "\"Oefenen\"")));
    story.write("post/wie.toml", &good.replace("gemeente-zuidwald", "gemeente-zuidwold"));
    story.write("post/kapot.toml", &good.replace("schema = 1", "schema = "));
    let outcome =
        story.run(&["rondvraag", "lees", "post", "weg.toml"]).ends_with(1).shows("Gemeente Zuidwâld: 1 nieuw");
    outcome
        .says("dat is meer dan 5")
        .says(&format!("post{MAIN_SEPARATOR}trede.toml:13"))
        .says("bedoel je 'verkennen.eigen-doel'?")
        .says("bedoel je 'gemeente-zuidwald'?")
        .says(&format!("post{MAIN_SEPARATOR}kapot.toml:1"))
        .says("het bestand 'weg.toml' is er niet")
        .says("5 bestanden geweigerd, 1 bestand ingelezen");
    assert!(!story.project().contains("Hulp"), "a faulty file brings nothing");
}

#[test]
fn a_file_of_another_project_is_refused_unless_told() {
    let story = Story::with_project();
    let other = file(&story, &answer("eigen-doel", "\"Oefenen\"")).replace("project = \"", "project = \"9");
    story.write("a.toml", &other);
    let before = story.project();
    story
        .run(&["rondvraag", "lees", "a.toml"])
        .ends_with(1)
        .says("hoort bij een ander project")
        .says("--ander-project");
    assert_eq!(story.project(), before);
    story.run(&["rondvraag", "lees", "a.toml", "--ander-project"]).succeeds().shows("1 nieuw");
}

#[test]
fn answers_to_an_older_questionnaire_travel_or_lapse() {
    let story = Story::with_project();
    let questionnaire = std::fs::read_to_string("questionnaires/verkennen.toml").expect("it is there");
    let newer = questionnaire.replacen("version = \"1.0.0\"", "version = \"2.0.0\"", 1).replacen(
        "id = \"eigen-behoefte\"",
        "id = \"behoefte-zelf\"",
        1,
    );
    let newer = newer.replace("eigen_behoefte", "behoefte_zelf")
        + "\n[[renamed]]\nfrom = \"eigen-behoefte\"\nto = \"behoefte-zelf\"\nsince = \"2.0.0\"\n";
    story.write("vragenlijsten/verkennen.toml", &newer);
    let said = answer("eigen-behoefte", "\"Hulp\"")
        + &answer("vroeger-gevraagd", "\"Toch bewaren\"")
        + &answer("volwassenheid", "7");
    story.write("a.toml", &file(&story, &said));
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("1 nieuw, 2 vervallen");
    let project = story.project();
    assert!(project.contains("[answer.verkennen.behoefte-zelf.gemeente-zuidwald]\nvalue = \"Hulp\""), "{project}");
    assert!(project.contains("value = \"Toch bewaren\""), "{project}");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("1 gelijk");
    assert_eq!(story.project(), project);
    let future = file(&story, &answer("volwassenheid", "2")).replace("\"1.0.0\"", "\"3.0.0\"");
    story.write("b.toml", &future);
    story.run(&["rondvraag", "lees", "b.toml"]).ends_with(1).says("nieuwere vragenlijst: verkennen 3.0.0");
}

#[test]
fn an_answer_file_is_checked_against_the_project_it_is_for() {
    let story = Story::with_project();
    story.write("a.toml", &file(&story, &answer("volwassenheid", "2")));
    story.run(&["controleer", "a.toml"]).succeeds().says("1 antwoord van Gemeente Zuidwâld");
    story.write("a.toml", &file(&story, &answer("volwassenheid", "8")));
    story.run(&["controleer", "a.toml"]).ends_with(1).says("dat is meer dan 5");
}

#[test]
fn what_an_organisation_said_lapses_with_its_name_when_it_goes() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Haven", "--plaats", "partner"]).succeeds();
    let said = answer("eigen-doel", "\"Oefenen\"") + &answer("gezamenlijk-doel", "\"Samen\"");
    story.write("a.toml", &file(&story, &said).replace("gemeente-zuidwald", "haven"));
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds();
    story.run(&["organisatie", "weg", "haven"]).ends_with(1).says("2 antwoorden");
    story.run(&["organisatie", "weg", "haven", "--ja"]).succeeds();
    let project = story.project();
    assert!(
        project.contains("[[lapsed]]\nquestion = \"verkennen.gezamenlijk-doel\"\norganisation = \"haven\""),
        "{project}"
    );
    assert!(project.contains("\"Samen\"") && !project.contains("[view."));
}

#[test]
fn what_mail_makes_of_a_file_is_read_or_named() {
    let story = Story::with_project();
    story.write("post/antwoorden-gemeente.toml.txt", &file(&story, &answer("eigen-doel", "\"Weten wie we bellen\"")));
    story.write("post/Rondvraag-gemeente.HTML", "<!doctype html>");
    story
        .run(&["rondvraag", "lees", "post"])
        .succeeds()
        .shows("Gemeente Zuidwâld: 1 nieuw")
        .says("Rondvraag-gemeente.HTML is een pagina");
}

#[test]
fn a_mailed_file_makes_nobody_a_member_and_says_itself_where_it_comes_from_in_vain() {
    let story = Story::with_project();
    let mallory = "[[organisation]]\nid = \"mallory-bv\"\nname = \"Mallory BV\"\nplace = \"kopgroep\"\n\n\
                   [[organisation.contact]]\nname = \"Mal\"\n\n";
    let said = answer("eigen-doel", "\"Oefenen\"") + "source = \"antwoorden-van-een-ander.toml\"\n";
    story.write("a.toml", &file(&story, &(mallory.to_owned() + &said)));
    let read = story.run(&["rondvraag", "lees", "a.toml"]).succeeds();
    read.shows("Nieuw in het register").shows("Mallory BV (kandidaat voor de kopgroep), uit a.toml");
    let project = story.project();
    assert!(project.contains("name = \"Mallory BV\"\nplace = \"kandidaat\""), "{project}");
    assert!(project.contains("source = \"a.toml\"") && !project.contains("van-een-ander"), "{project}");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows_no("Nieuw in het register");
}

#[test]
fn a_file_made_with_the_page_of_another_is_pointed_out() {
    let story = Story::with_project();
    story.run(&["rondvraag", "maak", "verkennen", "--uit", "vragen"]).succeeds();
    let id = |name: &str| {
        let is_page = |path: &std::path::PathBuf| path.to_string_lossy().contains(name);
        let page = pages_of(&story).into_iter().find(is_page).expect("it has a page");
        let page = std::fs::read_to_string(page).expect("it is text");
        let (_, rest) = page.split_once("\"request\":{\"id\":\"").expect("the page holds its name");
        rest.split('"').next().expect("the name ends").to_owned()
    };
    let with = |id: &str| {
        let text = file(&story, &answer("eigen-doel", "\"Oefenen\""));
        story.write("a.toml", &text.replace("[request]\n", &format!("[request]\nid = \"{id}\"\n")));
        story.run(&["rondvraag", "lees", "a.toml"]).succeeds()
    };
    with(&id("gemeente")).shows_no("Let op");
    with(&id("bakkerij")).shows("a.toml is gemaakt met de pagina van Bakkerij Het Hoekje, en het spreekt voor");
    with("0123456789abcdef").shows("a.toml is met geen pagina van dit project gemaakt");
}

/// A page that was sent before two became one comes back after it.
#[test]
fn a_file_of_who_was_joined_with_another_lands_with_the_other() {
    let story = Story::with_project();
    for name in ["Werf De Kade", "Kade Zuid"] {
        story.run(&["organisatie", "nieuw", name]).succeeds();
    }
    let said =
        answer("eigen-doel", "\"Weten wie we bellen\"") + &answer("kopgroep", "[\"gemeente-zuidwald\", \"kade-zuid\"]");
    let named = "name = \"Kade Zuid\"\nby = ";
    let text = file(&story, &said).replace("gemeente-zuidwald]", "kade-zuid]").replace("by = ", named);
    let text = text.replace("organisation = \"gemeente-zuidwald\"", "organisation = \"kade-zuid\"");
    story.run(&["organisatie", "samenvoegen", "werf-de-kade", "kade-zuid"]).succeeds();
    story.run(&["organisatie", "nieuw", "De Dijk"]).succeeds();
    // Who stayed may go on into yet another.
    for stays in ["werf-de-kade", "de-dijk"] {
        if stays == "de-dijk" {
            story.run(&["organisatie", "samenvoegen", "de-dijk", "werf-de-kade"]).succeeds();
        }
        story.write("kade.toml", &text);
        let read = story.run(&["rondvraag", "lees", "kade.toml"]).succeeds();
        read.shows("kade.toml is van Kade Zuid, die is samengevoegd met")
            .shows_no("Nieuw in het register")
            .shows_no("noemt haar");
        let project = story.project();
        assert!(
            project.contains(&format!("[answer.verkennen.eigen-doel.{stays}]\nvalue = \"Weten wie we bellen\"")),
            "{project}"
        );
        assert!(
            project
                .contains(&format!("[view.verkennen.kopgroep.{stays}]\nvalue = [\"gemeente-zuidwald\", \"{stays}\"]")),
            "{project}"
        );
        story.run(&["controleer"]).succeeds();
    }
    story.run(&["controleer", "kade.toml"]).succeeds();
}

/// The name and the id in a file are of one organisation, or nobody knows whose words they are.
#[test]
fn a_file_with_the_id_of_one_and_the_name_of_another_is_not_taken_silently() {
    let story = Story::with_project();
    let named = |name: &str| {
        let text = file(&story, &answer("eigen-doel", "\"Oefenen\""));
        story.write("a.toml", &text.replace("by = ", &format!("name = \"{name}\"\nby = ")));
    };
    let before = story.project();
    named("Bakkerij Het Hoekje");
    let refused = story.run(&["rondvraag", "lees", "a.toml"]).ends_with(1).says("a.toml:");
    refused.says("de id gemeente-zuidwald is van 'Gemeente Zuidwâld', de naam erbij is van 'Bakkerij Het Hoekje'");
    let register =
        "[[organisation]]\nid = \"bakkerij-het-hoekje\"\nname = \"Gemeente Zuidwâld\"\nplace = \"kandidaat\"\n\n";
    story.write("a.toml", &file(&story, &(register.to_owned() + &answer("eigen-doel", "\"Oefenen\""))));
    story.run(&["rondvraag", "lees", "a.toml"]).ends_with(1).says("de id bakkerij-het-hoekje is van");
    assert_eq!(story.project(), before);
    named("Gemeente Noord");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("a.toml noemt haar Gemeente Noord");
    named("gemeente zuidwâld");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows_no("Let op");
    story.run(&["organisatie", "wijzig", "gemeente-zuidwald", "--naam", "Stad Zuidwâld"]).succeeds();
    named("Gemeente Zuidwâld");
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows_no("Let op");
}

fn pages_of(story: &Story) -> Vec<std::path::PathBuf> {
    std::fs::read_dir(story.path("vragen")).expect("the pages are made").flatten().map(|page| page.path()).collect()
}
