use crate::story::Story;

const ANSWERS: &str = "Samen Sterk\nZuidwâld\nAnna\n";

#[test]
fn a_trekker_begins_a_project_and_gets_a_checklist() {
    let story = Story::new();
    story
        .type_at(&["init"], &format!("{ANSWERS}{}", "\n".repeat(12)))
        .succeeds()
        .says("Hoe heet de samenwerking?")
        .says("Het project staat in regio.toml")
        .shows("Checklist: Verkennen")
        .shows("Samen Sterk, Zuidwâld")
        .shows("[ ]")
        .shows("Wie: Anna");
    assert!(story.project().contains("name = \"Samen Sterk\""));
}

#[test]
fn every_question_may_stay_open() {
    let story = Story::new();
    story.type_at(&["init"], &"\n".repeat(15)).succeeds().shows("Samenwerking zonder naam");
}

#[test]
fn at_most_ten_questions_are_asked() {
    let story = Story::new();
    let outcome = story.type_at(&["init"], &"\n".repeat(30)).succeeds();
    let is_asked = |number: &usize| {
        [format!("\nVraag {number}\n"), format!("\nVraag {number} [")]
            .iter()
            .any(|line| outcome.messages.contains(line))
    };
    let numbers: Vec<usize> = (1..=40).filter(is_asked).collect();
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{}", outcome.messages);
    assert!((4..=10).contains(&numbers.len()), "{numbers:?}");
}

#[test]
fn a_project_is_never_overwritten() {
    let story = Story::with_project();
    let before = story.project();
    story.type_at(&["init"], ANSWERS).ends_with(1).says("hier staat al een project");
    story.run(&["init", "--voorbeeld"]).ends_with(1).says("hier staat al een project");
    assert_eq!(story.project(), before);
}

/// On any system: the folder may go to a laptop with Windows.
#[test]
fn a_folder_gets_a_name_that_every_system_can_hold() {
    let story = Story::new();
    for (name, words) in
        [("nieuw:map", "':'"), ("aux", "apparaat"), ("map/nul.oud", "apparaat"), ("map.", "eindigt op een punt")]
    {
        story.type_at(&["init", name], ANSWERS).ends_with(2).says(words).says("tip: ");
        assert!(!story.path(name).exists(), "{name}");
    }
}

#[test]
fn what_was_answered_before_the_input_ends_is_kept() {
    let story = Story::new();
    story.type_at(&["init"], "Samen Sterk\nZuidwâld").succeeds().says("De invoer is op");
    let project = story.project();
    assert!(project.contains("name = \"Samen Sterk\"") && project.contains("region = \"Zuidwâld\""), "{project}");
}

#[test]
fn nothing_answered_leaves_nothing_behind() {
    let story = Story::new();
    story.type_at(&["init"], "").succeeds();
    assert!(!story.path("regio.toml").exists());
}

#[test]
fn stop_keeps_and_back_returns() {
    let story = Story::new();
    story.type_at(&["init"], "Eerste naam\n<\nTweede naam\n:stop\n").succeeds().says("Gestopt. Alles is bewaard");
    assert!(story.project().contains("name = \"Tweede naam\""));
}

#[test]
fn the_example_is_filled_and_belongs_to_today() {
    let mut story = Story::new();
    story.on("2031-05-06").run(&["init", "proef", "--voorbeeld"]).succeeds().says("proef");
    let path = story.path("proef/regio.toml");
    let path = path.to_str().expect("the path is UTF-8").to_owned();
    story.run(&["controleer", "--project", &path]).succeeds().says("In orde");
    let checklist = story.run(&["checklist", "--project", &path, "--formaat", "json"]).succeeds().json();
    assert!(checklist["first"].as_array().is_some_and(|steps| steps.len() == 6));
    assert!(story.read("proef/regio.toml").contains("2031-05-06"));
}

#[test]
fn without_questions_everything_can_be_given_beforehand() {
    let story = Story::with_project();
    let project = story.project();
    for expected in
        ["name = \"Samen Sterk\"", "value = [\"gemeente-zuidwald\", \"bakkerij-het-hoekje\"]", "trekker = \"Anna\""]
    {
        assert!(project.contains(expected), "no {expected} in:\n{project}");
    }
}

#[test]
fn prepared_names_fill_what_is_empty_and_stand_ready_at_the_prompt() {
    let story = Story::new();
    story.write("namen.toml", "[project]\nname = \"Uit het bestand\"\nregion = \"Zuidwâld\"\n");
    let prepared = ["--antwoorden", "namen.toml", "--antwoord", "project.naam=Van de regel"];
    story
        .type_at(&[&["init"], &prepared[..]].concat(), &"\n".repeat(15))
        .succeeds()
        .says("Vorig antwoord: Van de regel");
    let begun = story.project();
    assert!(begun.contains("name = \"Van de regel\"") && begun.contains("region = \"Zuidwâld\""), "{begun}");

    story.write("andere.toml", "[project]\nname = \"Een andere\"\ntrekker = \"Anna\"\n");
    story.run(&["fase", "--geen-vragen", "--antwoorden", "andere.toml"]).succeeds();
    let after = story.project();
    assert!(after.contains("name = \"Van de regel\"") && after.contains("trekker = \"Anna\""), "{after}");

    story.run(&["fase", "--geen-vragen", "--antwoord", "project.naam=Weer een andere"]).succeeds();
    story.run(&["geschiedenis"]).succeeds().shows("Van de regel").shows("Weer een andere");
}

#[test]
fn back_leads_over_the_first_question_of_the_list_to_the_name() {
    let story = Story::new();
    let typed = format!("Samen Sterk\nZuidwâld\nAnna\n<\n<\n<\nBeter Samen\n\n\n{}", "\n".repeat(12));
    story.type_at(&["init"], &typed).succeeds().says("Vorig antwoord: Samen Sterk").says_no("verder terug kan niet");
    let project = story.project();
    for kept in ["name = \"Beter Samen\"", "region = \"Zuidwâld\"", "trekker = \"Anna\""] {
        assert!(project.contains(kept), "no {kept} in\n{project}");
    }
}

#[test]
fn in_the_example_every_heading_stands_above_its_tables() {
    let mut story = Story::new();
    story.on("2028-03-09").run(&["init", "--voorbeeld"]).succeeds();
    let project = story.project();
    for (heading, table) in
        [("# Wat er gebeurde", "[[event]]"), ("# Wat er veranderde", "[[history]]"), ("# Besluiten", "[[decision]]")]
    {
        let below = project.split_once(heading).unwrap_or_else(|| panic!("no '{heading}' in\n{project}")).1;
        let next = below.lines().skip(1).find(|line| !line.trim().is_empty());
        assert!(next.is_some_and(|next| next.starts_with(table)), "below '{heading}': {next:?}");
        assert_eq!(below.matches(heading).count(), 0, "'{heading}' stands twice");
    }
}

#[test]
fn a_project_that_is_not_finished_is_gone_on_with() {
    let story = Story::new();
    story.type_at(&["init"], "Rondom de Sluis\n:stop\n").succeeds();
    story
        .type_at(&["init"], &"\n".repeat(20))
        .succeeds()
        .says("niet af")
        .says("In welke regio?")
        .says("Wie is de trekker?");
    story.type_at(&["init"], "\nSluisstreek\nFatima\n:stop\n").succeeds();
    let project = story.project();
    for said in ["name = \"Rondom de Sluis\"", "region = \"Sluisstreek\"", "trekker = \"Fatima\""] {
        assert!(project.contains(said), "no {said} in\n{project}");
    }
    story.type_at(&["init"], "").ends_with(1).says("hier staat al een project");
}
