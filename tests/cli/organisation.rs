use crate::story::Story;

#[test]
fn the_register_holds_who_takes_part() {
    let story = Story::with_project();
    story
        .run(&[
            "organisatie",
            "nieuw",
            "Havenbedrijf",
            "--soort",
            "groot-bedrijf",
            "--contact",
            "Fatima",
            "--mail",
            "f@voorbeeld.nl",
        ])
        .succeeds();
    story.run(&["organisatie"]).succeeds().shows("Havenbedrijf").shows("Fatima").shows("Gemeente Zuidwâld");
    story.run(&["organisatie", "nieuw", "havenbedrijf"]).ends_with(1).says("staat al in het register");
    story
        .run(&["organisatie", "wijzig", "havenbedrijf", "--plaats", "kopgroep"])
        .succeeds()
        .says("Ook het antwoord bij 'Kopgroep' is aangepast");
    story.run(&["organisatie", "lijst", "--plaats", "kopgroep"]).succeeds().shows("Havenbedrijf");
    story.run(&["organisatie", "wijzig", "havenbedrijf", "--contact", "Fatima", "--telefoon", "0612345678"]).succeeds();
    story
        .run(&["geschiedenis"])
        .succeeds()
        .shows("werd 'Havenbedrijf, kopgroep'")
        .shows("Organisatie Havenbedrijf: gegevens bijgewerkt")
        .shows_no("0612345678");
    story.run(&["organisatie", "wijzig", "havenbedrijf", "--plaats", "partner"]).succeeds();
    story.run(&["organisatie", "weg", "havenbedrijf"]).succeeds();
    story.run(&["organisatie"]).succeeds().shows_no("Havenbedrijf");
}

#[test]
fn a_participant_takes_part_and_does_not_steer() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Havenbedrijf"]).succeeds();
    let joins = ["fase", "uitbouwen", "--antwoord", "oefening-deelnemers=Havenbedrijf; Kaas en Zonen"];
    story.run(&[&joins[..], &["--geen-vragen"]].concat()).succeeds();
    let list = ["organisatie", "lijst", "--plaats", "deelnemer"];
    story.run(&list).succeeds().shows("Havenbedrijf").shows("Kaas en Zonen").shows_no("Gemeente Zuidwâld");
    assert!(!kopgroep(&story).contains("havenbedrijf"), "who takes part is not in the kopgroep for it");
    story.run(&["label", "clear"]).succeeds();
    let flyer = ["document", "flyer"];
    story.run(&flyer).succeeds().shows("Aantal deelnemers daarnaast: 2").shows_no("Havenbedrijf");
    story.run(&["document", "roadmap"]).succeeds().shows("Havenbedrijf");
}

#[test]
fn who_is_named_in_an_answer_is_not_taken_away() {
    let story = Story::with_project();
    let before = story.project();
    story.run(&["organisatie", "weg", "gemeente-zuidwald"]).ends_with(1).says("verkennen.kopgroep");
    assert_eq!(story.project(), before);
}

/// The value of the answer that says who is in the kopgroep.
fn kopgroep(story: &Story) -> String {
    let project = story.project();
    let after = project.split("[answer.verkennen.kopgroep]").nth(1).expect("the answer is there").to_owned();
    after.lines().find(|line| line.starts_with("value")).unwrap_or("open").to_owned()
}

#[test]
fn the_answer_follows_the_register() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Havenbedrijf", "--plaats", "kopgroep"]).succeeds();
    assert_eq!(kopgroep(&story), r#"value = ["gemeente-zuidwald", "bakkerij-het-hoekje", "havenbedrijf"]"#);
    story.run(&["organisatie", "wijzig", "gemeente-zuidwald", "--plaats", "partner"]).succeeds();
    assert_eq!(kopgroep(&story), r#"value = ["bakkerij-het-hoekje", "havenbedrijf"]"#);
    story.run(&["geschiedenis", "--vraag", "verkennen.kopgroep"]).succeeds().shows("Havenbedrijf");
    story.run(&["controleer"]).succeeds().says_no("let op");
    for one in ["havenbedrijf", "bakkerij-het-hoekje"] {
        story.run(&["organisatie", "wijzig", one, "--plaats", "kandidaat"]).succeeds();
    }
    assert_eq!(kopgroep(&story), "open");
    story.run(&["controleer"]).succeeds().says_no("let op");
}

#[test]
fn a_kopgroep_that_differs_between_answer_and_register_is_said() {
    let story = Story::with_project();
    let project = story.project().replace(r#", "bakkerij-het-hoekje"]"#, "]");
    story.write("regio.toml", &project);
    story
        .run(&["controleer"])
        .succeeds()
        .says("volgens het register in de kopgroep, volgens het antwoord niet: Bakkerij Het Hoekje")
        .says("regio organisatie wijzig bakkerij-het-hoekje --plaats kopgroep");
    story.run(&["organisatie", "wijzig", "bakkerij-het-hoekje", "--plaats", "kopgroep"]).succeeds().says("Kopgroep");
    story.run(&["controleer"]).succeeds().says_no("let op");
    story.write("regio.toml", &story.project().replacen("place = \"kopgroep\"", "place = \"partner\"", 1));
    story
        .run(&["controleer"])
        .succeeds()
        .says("volgens het antwoord in de kopgroep, volgens het register niet: Gemeente");
}

#[test]
fn who_sits_in_the_kopgroep_is_not_asked_for_it() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Stichting Dorp"]).succeeds();
    let kandidaten = ["fase", "--vraag", "kandidaten"];
    story.type_at(&kandidaten, "Stichting\n\n").succeeds().says("2. Stichting Dorp").says_no("Gemeente");
    assert!(story.project().contains("value = [\"stichting-dorp\"]"), "{}", story.project());
    // Whom the answer names stays in sight, wherever she sits since.
    story.run(&["organisatie", "wijzig", "stichting-dorp", "--plaats", "kopgroep"]).succeeds();
    story.type_at(&kandidaten, "\n").succeeds().says("Stichting Dorp");
}

#[test]
fn a_kind_that_the_name_gives_away_is_filled_in_and_said() {
    let story = Story::new();
    let kopgroep = "verkennen.kopgroep=Gemeente Zuidwâld; Bakkerij Het Hoekje";
    story
        .run(&["init", "--geen-vragen", "--antwoord", kopgroep])
        .succeeds()
        .says("Soort volgens de naam: Gemeente Zuidwâld (gemeente, provincie of Rijk).")
        .says("regio organisatie wijzig gemeente-zuidwald --soort SOORT");
    story.run(&["status"]).succeeds().shows("Soort nog niet ingevuld: Bakkerij Het Hoekje");
    story.run(&["organisatie"]).succeeds().shows("Van Bakkerij Het Hoekje is de soort nog niet ingevuld.");
    story.run(&["organisatie", "toon"]).succeeds().shows("Soort nog niet ingevuld Stand: nog onbekend Wie: Bakkerij");
    let candidates = "verkennen.kandidaten=Provincie Oost";
    story.run(&["fase", "--geen-vragen", "--antwoord", candidates]).succeeds().says("Provincie Oost (gemeente");
    story.run(&["organisatie", "nieuw", "Veiligheidsregio Oost"]).succeeds().says("(veiligheidsregio)");
    story.run(&["organisatie", "nieuw", "Politie Oost", "--soort", "overig"]).succeeds().says_no("Soort volgens");
    story.run(&["organisatie", "wijzig", "bakkerij-het-hoekje", "--soort", "mkb-bedrijf"]).succeeds();
    let json = story.run(&["organisatie", "toon", "--formaat", "json"]).succeeds().json();
    let kinds = json["composition"]["kinds"].as_array().expect("there are kinds").clone();
    assert_eq!(kinds.len(), 8);
    assert_eq!(kinds[0]["on_board"][0]["name"], "Gemeente Zuidwâld");
    assert_eq!(kinds[1]["asked"][0]["name"], "Veiligheidsregio Oost");
    assert_eq!(kinds[2]["asked"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_kopgroep_as_a_whole() {
    let story = Story::new();
    story.write("regio.toml", &std::fs::read_to_string("examples/halverwege/regio.toml").expect("it is there"));
    insta::assert_snapshot!(story.run(&["organisatie", "toon"]).succeeds().output);
    story
        .run(&["organisatie", "toon", "--formaat", "markdown"])
        .succeeds()
        .shows("| Lab Zeven | nog open | een zaaltje");
    let json = story.run(&["organisatie", "toon", "--formaat", "json"]).succeeds().json();
    assert_eq!(json["tlp"], "TLP:AMBER+STRICT");
    assert_eq!(json["hours"]["outcome"]["is"], "short");
    assert_eq!(json["hours"]["outcome"]["gap"], "2");
    assert_eq!(json["amount"]["outcome"]["is"], "enough");
}

#[test]
fn everything_about_one_organisation() {
    let story = Story::new();
    story.write("regio.toml", &std::fs::read_to_string("examples/halverwege/regio.toml").expect("it is there"));
    insta::assert_snapshot!(story.run(&["organisatie", "toon", "lab-zeven"]).succeeds().output);
    story.run(&["organisatie", "toon", "Lindeveld Bank"]).succeeds().shows("Pieternel de Haas");
    story.run(&["organisatie", "toon", "netwerkbeheer-oost"]).succeeds().shows("Chipbouw Lindeveld hangt van haar af");
    story.run(&["organisatie", "toon", "lab-zevn"]).ends_with(1).says("bedoel je 'lab-zeven'?");
}

#[test]
fn views_and_other_words_are_shown_with_who_said_them() {
    let story = Story::with_project();
    story.write(
        "regio.toml",
        &(story.project()
            + r#"
[view.verkennen.gezamenlijk-doel.gemeente-zuidwald]
value = "Elkaar waarschuwen"
given = 2026-11-20T10:00:00+01:00
by = "Piet"
source = "rondvraag"

[[variant]]
question = "verkennen.gezamenlijk-doel"
organisation = "gemeente-zuidwald"
standing = "differs"
value = "Liever samen oefenen"
given = 2026-11-21T10:00:00+01:00
by = "Els"
"#),
    );
    story
        .run(&["organisatie", "toon", "gemeente-zuidwald"])
        .succeeds()
        .shows("Elkaar waarschuwen (Piet, 20 november 2026, bron: rondvraag)")
        .shows("Liever samen oefenen (Els, 21 november 2026)")
        .shows("het verschilt");
}

#[test]
fn people_in_the_register_make_it_confidential() {
    let story = Story::with_project();
    story.write("regio.toml", &story.project().replace("tlp = \"AMBER\"", "tlp = \"CLEAR\""));
    story.run(&["organisatie", "toon", "gemeente-zuidwald"]).succeeds().shows("TLP:CLEAR");
    story.run(&["organisatie", "wijzig", "gemeente-zuidwald", "--contact", "Piet"]).succeeds();
    story.run(&["organisatie", "toon", "gemeente-zuidwald"]).succeeds().shows("TLP:AMBER");
}

#[test]
fn an_empty_kopgroep_says_how_to_begin() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen"]).succeeds();
    story.run(&["organisatie", "toon"]).succeeds().shows("regio organisatie nieuw NAAM --plaats kopgroep");
    story.run(&["status"]).succeeds().shows("Er zit nog niemand in.");
}

#[test]
fn a_guess_is_said_also_when_the_walk_stops_halfway() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen"]).succeeds();
    story
        .type_at(&["fase", "--vraag", "verkennen.kopgroep"], "Politie Oost\n:stop\n")
        .succeeds()
        .says("Soort volgens de naam: Politie Oost (politieregio).")
        .says("Gestopt. Alles is bewaard");
    assert!(story.project().contains("kind = \"politieregio\""), "{}", story.project());
}

#[test]
fn one_organisation_bears_the_label_of_what_is_told_of_it() {
    let story = Story::with_project();
    let answer = "verkennen.volwassenheid.bakkerij-het-hoekje=2";
    story.run(&["fase", "--geen-vragen", "--antwoord", answer]).succeeds();
    story.run(&["organisatie", "toon", "gemeente-zuidwald"]).succeeds().shows("TLP:AMBER").shows_no("STRICT");
    story.run(&["organisatie", "toon", "bakkerij-het-hoekje"]).succeeds().shows("TLP:AMBER+STRICT");
    story.run(&["organisatie", "toon"]).succeeds().shows("TLP:AMBER+STRICT");
}

/// How often a name stands in the list of the register.
fn count(story: &Story) -> usize {
    story.run(&["organisatie", "lijst", "--formaat", "json"]).succeeds().json()["organisations"]
        .as_array()
        .map_or(0, Vec::len)
}

#[test]
fn another_spelling_of_a_name_is_no_other_organisation() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    let before = count(&story);
    for name in ["WERF DE KADE.", "werf\u{a0}de  kade", "Werf-de-Kade"] {
        story.run(&["organisatie", "nieuw", name]).ends_with(1).says("'Werf De Kade' staat al in het register");
        let answer = format!("kopgroep={name}; Gemeente Zuidwâld");
        story.run(&["fase", "--geen-vragen", "--antwoord", &answer]).succeeds();
        assert!(kopgroep(&story).contains("werf-de-kade"), "{}", kopgroep(&story));
        assert_eq!(count(&story), before, "{name}");
    }
    story.run(&["organisatie", "nieuw", "Werf De Kade B.V."]).ends_with(1).says("lijkt op 'Werf De Kade'");
    story
        .run(&["fase", "--geen-vragen", "--antwoord", "kopgroep=Werf De Kade BV"])
        .ends_with(1)
        .says("bedoel je 'Werf De Kade'?");
    story.run(&["organisatie", "wijzig", "bakkerij-het-hoekje", "--naam", "werf de kade"]).ends_with(1);
    assert_eq!(count(&story), before);
    story.run(&["organisatie", "nieuw", "Werf De Kade B.V.", "--ja"]).succeeds();
    assert_eq!(count(&story), before + 1);
}

#[test]
fn a_name_that_is_nearly_known_is_asked_back() {
    let story = Story::with_project();
    let before = count(&story);
    let ask = ["fase", "--vraag", "kopgroep"];
    let asked = story.type_at(&ask, "3\nBakkerij Het Hoekje B.V.\n1\n\n").succeeds();
    asked.says("Bedoel je Bakkerij Het Hoekje?").says("Ja, Bakkerij Het Hoekje");
    assert_eq!(count(&story), before);
    story.type_at(&ask, "3\nBakkerij Het Hoekje B.V.\nnee\n\n").succeeds();
    assert_eq!(count(&story), before + 1);
}

#[test]
fn two_organisations_become_one_with_all_they_said() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Hoekje Brood", "--plaats", "kopgroep", "--contact", "Mo"]).succeeds();
    let own = |organisation: &str, words: &str| {
        let answer = format!("verkennen.eigen-doel.{organisation}={words}");
        story.run(&["fase", "--geen-vragen", "--antwoord", &answer]).succeeds();
    };
    own("bakkerij-het-hoekje", "samen oefenen");
    own("hoekje-brood", "minder storingen");
    // What both said alike brings nothing.
    for organisation in ["bakkerij-het-hoekje", "hoekje-brood"] {
        let answer = format!("verkennen.eigen-behoefte.{organisation}=Een nummer om te bellen");
        story.run(&["fase", "--geen-vragen", "--antwoord", &answer]).succeeds();
    }
    let before = story.project();
    story.run(&["organisatie", "samenvoegen", "hoekje-brood"]).ends_with(2).says("welke organisatie erin opgaat");
    story.run(&["organisatie", "samenvoegen", "hoekje-brood", "Hoekje Brood"]).ends_with(1);
    assert_eq!(story.project(), before);
    story
        .run(&["organisatie", "samenvoegen", "Bakkerij Het Hoekje", "hoekje-brood"])
        .succeeds()
        .says("1 antwoord ging mee")
        .says("Bij 1 vraag zeiden ze iets anders");
    let project = story.project();
    assert!(project.contains("samen oefenen") && project.contains("minder storingen"), "{project}");
    assert_eq!(kopgroep(&story), r#"value = ["gemeente-zuidwald", "bakkerij-het-hoekje"]"#);
    assert_eq!(count(&story), 2);
    story.run(&["organisatie"]).succeeds().shows("Mo");
    story.run(&["geschiedenis"]).succeeds().shows("was 'Bakkerij Het Hoekje en Hoekje Brood'");
    story.run(&["controleer"]).succeeds();
}

/// Who depended on the other cannot depend on itself, and what was said of it is remembered.
#[test]
fn two_that_are_one_do_not_depend_on_themselves() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Bakker Zuid"]).succeeds();
    let said = "\n[answer.verkennen.afhankelijkheden]\nvalue = [\n  { wie = \"bakker-zuid\", van-wie = \"bakkerij-het-hoekje\", \
                waarin = \"Meel\" },\n  { wie = \"bakker-zuid\", van-wie = \"gemeente-zuidwald\", waarin = \"Stroom\" },\n]\n";
    let project = story.project();
    let (before, after) = match project.split_once("[answer.verkennen.afhankelijkheden]") {
        Some((before, rest)) => (before, rest.split_once("\n\n").map_or("", |(_, rest)| rest)),
        None => (project.as_str(), ""),
    };
    story.write("regio.toml", &format!("{before}{said}\n{after}"));
    let joined = story.run(&["organisatie", "samenvoegen", "bakkerij-het-hoekje", "bakker-zuid"]).succeeds();
    joined.says("Bij 'Afhankelijkheden' noemde 'Bakkerij Het Hoekje' zo zichzelf");
    let (answers, _) =
        story.project().split_once("[[history]]").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("told");
    assert!(answers.contains("Stroom") && !answers.contains("Meel"), "{answers}");
    story.run(&["geschiedenis"]).succeeds().shows("Meel").shows("zijn nu één: wat ze van elkaar zeiden, viel weg");
    story.run(&["organisatie", "toon", "bakkerij-het-hoekje"]).succeeds().shows_no("Hangt af van Bakkerij");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn a_name_that_is_nearly_that_of_another_is_refused_at_a_change_too() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    story.run(&["organisatie", "nieuw", "Haven"]).succeeds();
    let before = story.project();
    let rename = ["organisatie", "wijzig", "haven", "--naam", "De Werf de Kade B.V."];
    let refused = story.run(&rename).ends_with(1).says("lijkt op 'Werf De Kade'");
    refused.says("regio organisatie samenvoegen werf-de-kade haven").says("--ja");
    assert_eq!(story.project(), before);
    story.run(&[&rename[..], &["--ja"]].concat()).succeeds();
    // Its own name in another form is no other organisation.
    story.run(&["organisatie", "wijzig", "gemeente-zuidwald", "--naam", "De Gemeente Zuidwâld"]).succeeds();
    story.run(&["organisatie", "toon", "haven"]).succeeds().shows("De Werf de Kade B.V.");
}

#[test]
fn who_was_joined_with_another_is_known_by_the_old_name() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Bakker Zuid"]).succeeds();
    story.run(&["organisatie", "samenvoegen", "bakkerij-het-hoekje", "bakker-zuid"]).succeeds();
    let told = story.run(&["organisatie", "toon", "Bakker Zuid"]).ends_with(1);
    told.says("samengevoegd met 'Bakkerij Het Hoekje'").says("noem haar: bakkerij-het-hoekje");
    story.run(&["geschiedenis"]).succeeds().shows("was 'Bakker Zuid', werd 'Bakkerij Het Hoekje'");
}

#[test]
fn who_leaves_the_kopgroep_or_comes_into_it_is_told() {
    let story = Story::with_project();
    story
        .type_at(&["fase", "--vraag", "kopgroep"], "1\n\n")
        .succeeds()
        .says("Bakkerij Het Hoekje zit niet in de kopgroep en staat nu als stakeholder in het register.");
    story
        .type_at(&["fase", "--vraag", "trekkende-organisatie"], "andere\nHaven Zuid\n\n")
        .succeeds()
        .says("Haven Zuid staat nu in het register, en hoort bij de kopgroep.");
}

#[test]
fn a_change_of_heart_within_the_day_needs_no_reason() {
    let mut story = Story::with_project();
    let why = "Waarom is dit antwoord veranderd?";
    let ask = ["fase", "--vraag", "aanleiding"];
    story.type_at(&ask, "Een storing\n\n").succeeds();
    story.type_at(&ask, "Een grote storing\n\n").succeeds().says_no(why);
    story.on("2026-12-24");
    story.type_at(&ask, "Een storing bij de buren\n\n\n").succeeds().says(why);
}

#[test]
fn a_kind_that_a_file_says_is_that_of_the_organisation() {
    let story = Story::new();
    let named = |id: &str, name: &str, kind: &str| {
        format!("[[organisation]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"{kind}\"\nplace = \"kopgroep\"\n\n")
    };
    let known =
        named("glaskracht", "Glaskracht", "ondernemersvereniging") + &named("nieuw-bv", "Nieuw BV", "mkb-bedrijf");
    let answers = "[answer.verkennen.kopgroep]\nvalue = [\"glaskracht\", \"nieuw-bv\"]\n";
    story.write("antwoorden.toml", &format!("schema = 1\n\n{known}{answers}"));
    story.run(&["init", "--geen-vragen", "--antwoord", "verkennen.kopgroep=Glaskracht"]).succeeds();
    let walk = ["fase", "verkennen", "--geen-vragen", "--antwoorden", "antwoorden.toml"];
    story.run(&walk).succeeds().says_no("Soort volgens de naam");
    story.run(&["organisatie", "toon", "Glaskracht"]).succeeds().shows("ondernemersvereniging");
    story.run(&["organisatie", "toon", "Nieuw BV"]).succeeds().shows("klein of middelgroot bedrijf");
}

#[test]
fn a_contact_has_a_name_an_address_and_a_number_that_can_be_used() {
    let story = Story::with_project();
    for (option, typed, why) in [
        ("--contact", "niemand", "'niemand' bij '--contact' is geen naam"),
        ("--mail", "noor", "is geen mailadres"),
        ("--mail", "noor @gemeente.nl", "is geen mailadres"),
        ("--telefoon", "geen", "is geen telefoonnummer"),
    ] {
        let named: &[&str] = if option == "--contact" { &[] } else { &["--contact", "Noor"] };
        let typed = [&["organisatie", "wijzig", "gemeente-zuidwald"], named, &[option, typed]].concat();
        story.run(&typed).ends_with(2).says(why);
    }
    let sound = ["--contact", "Noor", "--mail", "noor@zuidwald.example", "--telefoon", "+31 6 12345678"];
    story.run(&[&["organisatie", "wijzig", "gemeente-zuidwald"], &sound[..]].concat()).succeeds();
}
