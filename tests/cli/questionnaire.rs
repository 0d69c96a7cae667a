use crate::story::Story;

#[test]
fn the_questionnaires_are_listed_shown_and_in_order() {
    let story = Story::new();
    story.run(&["vragenlijst"]).succeeds().shows("verkennen").shows("ontwikkelen").shows("uitbouwen");
    story.run(&["vragenlijst", "toon", "verkennen"]).succeeds().shows("Herkomst").shows("Stappen");
    story.run(&["vragenlijst", "toon", "verkenen"]).ends_with(1).says("kies uit");
    story.run(&["vragenlijst", "controleer"]).succeeds().says("In orde");
}

#[test]
fn the_schemas_are_json() {
    let story = Story::new();
    for kind in ["vragenlijst", "project", "antwoorden"] {
        let schema = story.run(&["vragenlijst", "schema", kind]).succeeds().json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(schema["properties"].is_object());
    }
}

const OWN: &str = r#"
schema = 1
id = "eigen"
version = "1.0.0"
phase = "verkennen"
title = "Eigen vragen"
intro = "Wat onze regio nog wil weten."

[[section]]
id = "extra"
title = "Extra"
intro = "Een vraag erbij."

[[section.question]]
id = "waterschap"
revision = 1
label = "Waterschap"
ask = "Doet het waterschap mee?"
type = "yes_no"
help = "Bel de dijkgraaf."
why = "Zonder water geen haven."
origin = "aanvulling"
source = "eigen wens"
dated = 2026-11-24
"#;

#[test]
fn a_questionnaire_of_ones_own_joins_in() {
    let story = Story::with_project();
    story.write("vragenlijsten/eigen.toml", OWN);
    story.run(&["vragenlijst"]).succeeds().shows("eigen");
    story.type_at(&["fase", "--vraag", "waterschap"], "ja\n").succeeds().says("Doet het waterschap mee?");
    assert!(story.project().contains("[answer.eigen.waterschap]\nvalue = true"), "{}", story.project());
}

/// Names that changed lead, from the top down, to a question of now, each by one way.
#[test]
fn what_earlier_versions_had_leads_to_one_place() {
    let story = Story::new();
    let with = |history: &[(&str, &str)]| {
        let entry = |(from, to): &(&str, &str)| match to.split_once('+') {
            None => format!("\n[[renamed]]\nfrom = \"{from}\"\nto = \"{to}\"\nsince = \"1.1.0\"\n"),
            Some(parts) => {
                let into = [parts.0, parts.1].map(|part| format!("\"{part}\"")).join(", ");
                format!("\n[[split]]\nfrom = \"{from}\"\ninto = [{into}]\nsince = \"1.1.0\"\n")
            }
        };
        let newer = OWN.replace("revision = 1", "revision = 2");
        story.write("eigen.toml", &format!("{newer}{}", history.iter().map(entry).collect::<String>()));
        story.run(&["vragenlijst", "controleer", "eigen.toml"])
    };
    with(&[("a", "b"), ("b", "waterschap")]).succeeds();
    with(&[("b", "waterschap"), ("a", "b")]).ends_with(1).says("de nieuwe id 'b' bestaat niet");
    with(&[("a", "b"), ("b", "a")]).ends_with(1).says("de nieuwe id 'a' bestaat niet");
    with(&[("a", "a")]).ends_with(1).says("de nieuwe id 'a' bestaat niet");
    with(&[("a", "waterschap"), ("a", "waterschap")]).ends_with(1).says("de oude id 'a' staat hier al");
    with(&[("a", "waterschap+waterschap")]).ends_with(1).says("'a' is niet gesplitst");
}

#[test]
fn a_fault_is_shown_with_its_place_and_its_mend() {
    let story = Story::new();
    story.write("eigen.toml", &OWN.replace("yes_no", "ja_nee"));
    story.run(&["vragenlijst", "controleer", "eigen.toml"]).ends_with(1).says("--> eigen.toml:19:8").says("tip:");
}

#[test]
fn the_answer_to_a_question_that_was_renamed_travels_along() {
    let story = Story::with_project();
    story.write("vragenlijsten/eigen.toml", OWN);
    story.type_at(&["fase", "--vraag", "waterschap"], "ja\n").succeeds();
    let renamed = OWN.replace("id = \"waterschap\"", "id = \"doet-waterschap-mee\"");
    let history = "\n[[renamed]]\nfrom = \"waterschap\"\nto = \"doet-waterschap-mee\"\nsince = \"1.1.0\"\n";
    story.write("vragenlijsten/eigen.toml", &format!("{renamed}{history}"));
    story.type_at(&["fase", "--vraag", "doet-waterschap-mee"], "\n").succeeds().says("Vorig antwoord: ja");
    story.run(&["controleer"]).succeeds();
}
