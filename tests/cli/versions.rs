//! Five versions of one questionnaire, with every kind of change: what was declared comes along, what no longer fits lapses and
//! stays to be read, and every step can be undone.

use super::restore::{kept, name, text};
use crate::story::Story;

fn version(number: usize) -> String {
    let path = format!("tests/fixtures/versions/{number}.toml");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const SAID: [(&str, &str); 9] = [
    ("aanleiding", "Een storing bij de haven"),
    ("vorm", "convenant"),
    ("plek-en-dag", "3 maart 2027"),
    ("begin", "5 april 2027"),
    ("hulp", "geld; kennis"),
    ("bijdrage", "Ieder wat hij kan"),
    ("eigen-rol.gemeente-zuidwald", "Wij trekken"),
    ("zorg", "Te weinig tijd"),
    ("afscheid", "Na drie jaar"),
];

fn answered(said: &[(&str, &str)]) -> Story {
    let story = Story::with_project();
    story.write("vragenlijsten/eigen.toml", &version(1));
    for (id, value) in said {
        story.run(&["fase", "--geen-vragen", "--antwoord", &format!("eigen.{id}={value}")]).succeeds();
    }
    story
}

/// What stands in the project for the questionnaire, without when it was written.
fn stands(story: &Story) -> toml::Table {
    let project: toml::Table = story.project().parse().expect("it is TOML");
    let own = project["answer"].as_table().and_then(|answers| answers.get("eigen"));
    own.and_then(toml::Value::as_table).cloned().unwrap_or_default()
}

fn written(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => format!("{text:?}"),
        toml::Value::Datetime(day) => day.to_string(),
        toml::Value::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", ")),
        other => format!("{other:?}"),
    }
}

fn value(story: &Story, id: &str) -> String {
    let stands = stands(story);
    stands.get(id).and_then(|answer| answer.get("value")).map(written).unwrap_or_default()
}

/// The words of what has lapsed.
fn lapsed(story: &Story) -> Vec<String> {
    let project: toml::Table = story.project().parse().expect("it is TOML");
    let all = project.get("lapsed").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let mut words: Vec<String> = all.iter().map(|one| written(&one["value"])).collect();
    words.sort();
    words
}

/// What stood there before the last command comes back, to the byte.
#[track_caller]
fn put_back(story: &Story, before: &str) {
    let copy = kept(story).into_iter().find(|copy| text(copy) == before).expect("what was found is kept");
    story.run(&["herstel", &name(&copy)]).succeeds();
    assert_eq!(story.project(), before);
}

#[test]
fn from_the_first_version_to_the_fifth_at_once() {
    let story = answered(&SAID);
    let kept = "note = \"Navragen bij de burgemeester\"\ntlp = \"RED\"\n";
    let written = story.project().replace("value = \"Na drie jaar\"\n", &format!("value = \"Na drie jaar\"\n{kept}"));
    story.write("regio.toml", &written);
    story.write("vragenlijsten/eigen.toml", &version(5));
    story.run(&["status"]).succeeds().says("regio bijwerken --proef");
    let before = story.project();
    let trial = story.run(&["bijwerken", "--proef"]).ends_with(3);
    trial
        .says("Dit zou vervallen:")
        .says("- eigen.plek-en-dag: 3 maart 2027 (de vraag is gesplitst)\n  nu bij Plek: 3 maart 2027\n  nu bij Dag: 3 maart 2027")
        .says("- Hulp: geld en kennis (de vraag wil nu een ander soort antwoord)\n  nu bij Hulp: Geld")
        .says("- Bijdrage: Ieder wat hij kan (de vraag wordt nu aan anderen gesteld)")
        .says("- Eigen rol (Gemeente Zuidwâld): Wij trekken (de vraag wordt nu aan anderen gesteld)")
        .says("- eigen.afscheid: Na drie jaar (de vraag is er niet meer)")
        .says("Dit zou regio anders opschrijven:")
        .says("- Vorm: afspraak (de vraag wil nu een ander soort antwoord)\n  nu bij Vorm: Afspraak")
        .says("- Begin: 5 april 2027 (de vraag wil nu een ander soort antwoord)\n  nu bij Begin: 5 april 2027")
        .says("Loop deze opnieuw langs:\n- Zorg: Te weinig tijd (de vraag betekent nu iets anders)")
        .says_no("Een storing bij de haven");
    assert_eq!(story.project(), before, "a trial changes nothing");

    story.run(&["bijwerken"]).succeeds().says("Dit is vervallen:").says("Dit staat er nu anders:");
    assert_eq!(value(&story, "reden"), "\"Een storing bij de haven\"");
    assert_eq!(value(&story, "vorm"), "[\"afspraak\"]");
    assert_eq!(value(&story, "begin"), "2027-04-05");
    assert_eq!(value(&story, "plek"), "\"3 maart 2027\"");
    assert_eq!(value(&story, "dag"), "2027-03-03");
    assert_eq!(value(&story, "hulp"), "[\"geld\"]");
    assert_eq!(value(&story, "zorg"), "\"Te weinig tijd\"");
    let words =
        ["\"3 maart 2027\"", "\"Ieder wat hij kan\"", "\"Na drie jaar\"", "\"Wij trekken\"", "[\"geld\", \"kennis\"]"];
    assert_eq!(lapsed(&story), words);
    // What was carried over without anybody having looked at it is asked again; what was converted is not.
    let again = story.run(&["bijwerken", "--proef"]).succeeds();
    for label in ["Plek", "Dag", "Hulp", "Zorg"] {
        assert!(again.messages.contains(&format!("- {label}: ")), "{label}: {}", again.messages);
    }
    again.says_no("- Begin").says_no("- Vorm").says_no("Dit zou");
    story.run(&["controleer"]).succeeds().says("In orde");
    // What has lapsed keeps its remark and its label: a print of it bears that.
    let told = story.run(&["document", "overzicht"]).succeeds();
    told.shows("Wat niet meer past").shows("Na drie jaar").shows("Navragen bij de burgemeester").shows("TLP:RED");
    story.run(&["bijwerken"]).succeeds();

    put_back(&story, &before);
}

#[test]
fn step_by_step_it_comes_to_the_same() {
    let at_once = answered(&SAID);
    at_once.write("vragenlijsten/eigen.toml", &version(5));
    at_once.run(&["bijwerken"]).succeeds();

    let by_steps = answered(&SAID);
    for number in 2..=5 {
        by_steps.write("vragenlijsten/eigen.toml", &version(number));
        let before = by_steps.project();
        by_steps.run(&["bijwerken"]).succeeds();
        let after = by_steps.project();
        if after != before {
            put_back(&by_steps, &before);
            by_steps.run(&["bijwerken"]).succeeds();
        }
    }
    for id in ["reden", "vorm", "begin", "plek", "dag", "hulp", "zorg"] {
        assert_ne!(value(&at_once, id), "", "{id}");
        assert_eq!(value(&by_steps, id), value(&at_once, id), "{id}");
    }
    assert_eq!(lapsed(&by_steps), lapsed(&at_once));
}

#[test]
fn what_lapsed_is_told_once_when_a_copy_from_before_is_joined() {
    let story = answered(&SAID);
    let before = story.project();
    story.write("vragenlijsten/eigen.toml", &version(5));
    story.write("eerder.toml", &before);
    story.run(&["bijwerken", "--project", "eerder.toml"]).succeeds();
    let elsewhere = story.read("eerder.toml");
    story.run(&["bijwerken"]).succeeds();
    let once = lapsed(&story);
    // Elsewhere nobody knows what both grew from.
    std::fs::remove_dir_all(story.path("state")).expect("copies are kept there");
    for copy in [before, elsewhere] {
        story.write("eerder.toml", &copy);
        story.run(&["samenvoegen", "eerder.toml"]).succeeds();
        story.run(&["bijwerken"]).succeeds();
        assert_eq!(lapsed(&story), once);
    }
    story.run(&["controleer"]).succeeds().says("In orde");
}

#[test]
fn only_what_touches_this_project_is_named() {
    let story = answered(&[("begin", "5 april 2027")]);
    story.write("vragenlijsten/eigen.toml", &version(5));
    let trial = story.run(&["bijwerken", "--proef"]).ends_with(3);
    assert_eq!(trial.messages.lines().filter(|line| line.starts_with("- ")).count(), 1, "{}", trial.messages);
    let story = answered(&[("aanleiding", "Een storing")]);
    story.write("vragenlijsten/eigen.toml", &version(5));
    story.run(&["bijwerken", "--proef"]).succeeds().says("Er is niets bij te werken");
}

#[test]
fn what_cannot_be_said_as_declared_lapses() {
    let story = answered(&[("begin", "ergens in het voorjaar"), ("plek-en-dag", "In het dorpshuis")]);
    story.write("vragenlijsten/eigen.toml", &version(5));
    story
        .run(&["bijwerken"])
        .succeeds()
        .says("- Begin: ergens in het voorjaar (de vraag wil nu een ander soort antwoord)")
        .says("nu bij Plek: In het dorpshuis")
        .says_no("nu bij Dag")
        .says_no("Dit staat er nu anders");
    assert_eq!(lapsed(&story), ["\"In het dorpshuis\"", "\"ergens in het voorjaar\""]);
    story.run(&["document", "overzicht"]).succeeds().shows("ergens in het voorjaar");
}

#[test]
fn a_part_that_was_answered_already_keeps_its_answer() {
    let story = answered(&[("plek-en-dag", "3 maart 2027")]);
    story.write("vragenlijsten/eigen.toml", &version(5));
    story.run(&["fase", "--geen-vragen", "--antwoord", "eigen.plek=Het dorpshuis"]).succeeds();
    story.run(&["bijwerken"]).succeeds();
    assert_eq!(
        (value(&story, "plek"), value(&story, "dag")),
        ("\"Het dorpshuis\"".to_owned(), "2027-03-03".to_owned())
    );
}

/// A file that was made with the first version and comes back after the fifth.
#[test]
fn a_mailed_answer_of_the_first_version_comes_along() {
    let own = |text: String| {
        let (head, parts) = text.split_once("\n[[section.question]]").expect("it has questions");
        let (questions, history) = parts.split_once("\n[[renamed]]").unwrap_or((parts, ""));
        let history = if history.is_empty() { String::new() } else { format!("\n[[renamed]]{history}") };
        let questions = questions.replace("\nhelp = ", "\nper = \"kopgroep\"\nhelp = ");
        let questions = questions.replace("per = \"kopgroep\"\nper = \"kopgroep\"", "per = \"kopgroep\"");
        format!("{head}\n[[section.question]]{questions}{history}")
    };
    let story = Story::with_project();
    story.write("vragenlijsten/eigen.toml", &own(version(5)));
    let project: toml::Table = story.project().parse().expect("it is TOML");
    let project = project["project"]["id"].as_str().expect("it has an id").to_owned();
    let said = |id: &str, value: &str| {
        format!(
            "[answer.eigen.{id}.gemeente-zuidwald]\nvalue = {value}\ngiven = 2026-11-20T10:00:00+01:00\nrevision = 1\n\n"
        )
    };
    let head = format!(
        "schema = 1\n\n[request]\nproject = \"{project}\"\norganisation = \"gemeente-zuidwald\"\nby = \"Jan\"\n\n[request.version]\neigen = \"1.0.0\"\n\n"
    );
    let answers = [
        said("aanleiding", "\"Een storing\""),
        said("vorm", "\"convenant\""),
        said("begin", "\"volgende maandag\""),
        said("afscheid", "\"Na drie jaar\""),
    ];
    story.write("a.toml", &(head + &answers.concat()));
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("3 nieuw, 1 vervallen");
    let heard = |id: &str| written(&stands(&story)[id]["gemeente-zuidwald"]["value"]);
    assert_eq!(heard("reden"), "\"Een storing\"");
    assert_eq!(heard("vorm"), "[\"afspraak\"]");
    assert_eq!(heard("begin"), "2026-11-23", "reckoned from the day on which it was said");
    assert_eq!(lapsed(&story), ["\"Na drie jaar\""]);
}

/// A second version of a questionnaire that is built in: a question that went, one that means something else and one with another name.
#[test]
fn a_second_version_of_a_built_in_questionnaire() {
    let story = Story::with_project();
    for (id, value) in
        [("aanleiding", "Een storing"), ("eigen-behoefte.gemeente-zuidwald", "Hulp"), ("grens", "De haven")]
    {
        story.run(&["fase", "--geen-vragen", "--antwoord", &format!("verkennen.{id}={value}")]).succeeds();
    }
    let first = std::fs::read_to_string("questionnaires/verkennen.toml").expect("it is there");
    let renamed = "\n[[renamed]]\nfrom = \"eigen-behoefte\"\nto = \"behoefte-zelf\"\nsince = \"2.0.0\"\n";
    let second = first
        .replacen("version = \"1.0.0\"", "version = \"2.0.0\"", 1)
        .replace("\"eigen-behoefte\"", "\"behoefte-zelf\"")
        .replace("eigen_behoefte", "behoefte_zelf")
        .replacen("id = \"aanleiding\"\nrevision = 1", "id = \"aanleiding\"\nrevision = 2", 1);
    assert_ne!(first.replace("eigen", ""), second.replace("eigen", ""));
    story.write("vragenlijsten/verkennen.toml", &(second + renamed));
    let before = story.project();
    story.run(&["status"]).succeeds();
    let told = story.run(&["bijwerken", "--proef"]).succeeds();
    told.says("Loop deze opnieuw langs:\n- Aanleiding: Een storing").says_no("Hulp").says_no("De haven");
    assert_eq!(story.project(), before);
    story.run(&["gebeurtenis", "nieuw", "Een proef"]).succeeds();
    assert!(
        story.project().contains("[answer.verkennen.behoefte-zelf.gemeente-zuidwald]\nvalue = \"Hulp\""),
        "{}",
        story.project()
    );
    story.run(&["controleer"]).succeeds().says("In orde");
}
