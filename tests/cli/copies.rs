//! Copies of a project that went their own way.

use std::fs;
use std::path::MAIN_SEPARATOR;
use std::process::Command;

use crate::conversation::Conversation;
use crate::story::Story;

pub fn answer(story: &Story, question: &str, words: &str, by: &str) {
    let preset = format!("{question}={words}");
    story.run(&["fase", "--geen-vragen", "--antwoord", &preset, "--door", by]).succeeds();
}

/// Two people who each have a copy of one project, and changed in it what they say.
fn apart(ours: impl Fn(&Story), theirs: impl Fn(&Story)) -> Story {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    let before = story.project();
    theirs(&story);
    story.write("post/regio.toml", &story.project());
    story.write("regio.toml", &before);
    ours(&story);
    story
}

/// Anna here and Bram there answered the same two questions; he did something more.
fn apart_on_two_answers(more: impl Fn(&Story)) -> Story {
    let said = |story: &Story, [reason, border]: [&str; 2], by: &str| {
        answer(story, "verkennen.aanleiding", reason, by);
        answer(story, "verkennen.grens", border, by);
    };
    apart(
        |story| said(story, ["Een storing", "De stad"], "Anna"),
        |story| {
            said(story, ["Een lek", "De haven"], "Bram");
            more(story);
        },
    )
}

fn join(story: &Story) -> crate::story::Outcome {
    story.run(&["samenvoegen", "post/regio.toml", "--geen-vragen"]).succeeds()
}

#[test]
fn what_two_people_changed_apart_comes_together() {
    let story = apart(
        |story| {
            answer(story, "verkennen.aanleiding", "Een storing", "Anna");
            story.run(&["organisatie", "weg", "werf-de-kade"]).succeeds();
        },
        |story| {
            answer(story, "verkennen.grens", "De haven", "Bram");
            story.run(&["gebeurtenis", "nieuw", "De eerste koffie"]).succeeds();
            story.run(&["besluit", "nieuw", "Samen oefenen"]).succeeds();
        },
    );
    join(&story).shows("1 antwoord, 1 besluit en andere gegevens erbij of anders").shows_no("allebei");
    let joined = story.project();
    for kept in ["Een storing", "De haven", "De eerste koffie", "Samen oefenen"] {
        assert!(joined.contains(kept), "no {kept} in\n{joined}");
    }
    assert!(!joined.contains("[[organisation]]\nid = \"werf-de-kade\""), "what was taken out stays out\n{joined}");
    join(&story).shows("staat niets wat hier niet al staat");
    assert_eq!(story.project(), joined, "twice changes nothing");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn either_way_the_same_word_holds_and_the_other_is_in_the_history() {
    let anna = |story: &Story| answer(story, "verkennen.aanleiding", "Een storing", "Anna");
    let bram = |story: &Story| answer(story, "verkennen.aanleiding", "Een lek", "Bram");
    for (ours, theirs) in [(&anna as &dyn Fn(&Story), &bram as &dyn Fn(&Story)), (&bram, &anna)] {
        let story = apart(ours, theirs);
        join(&story)
            .shows("Wat jullie allebei wijzigden")
            .shows("“Een lek” (Bram, ")
            .shows("stond “Een storing” (Anna, ");
        assert!(story.project().contains("[answer.verkennen.aanleiding]\nvalue = \"Een lek\""), "{}", story.project());
        let told = story.run(&["geschiedenis", "--formaat", "json"]).succeeds().json();
        let said = |change: &serde_json::Value| (change["by"].clone(), change["to"].clone(), change["from"].clone());
        let told: Vec<_> = told["changes"].as_array().expect("a list").iter().map(said).collect();
        for (by, to) in [("Anna", "Een storing"), ("Bram", "Een lek")] {
            let said =
                |(who, what, _): &(serde_json::Value, serde_json::Value, serde_json::Value)| who == by && what == to;
            assert!(told.iter().any(said), "{by}: {told:?}");
        }
        story.run(&["geschiedenis"]).succeeds().shows("was 'Een storing', werd 'Een lek'");
        join(&story).shows_no("allebei");
    }
}

#[test]
fn what_both_changed_is_asked_and_nothing_changes_before_all_is_said() {
    let story = apart_on_two_answers(|_| ());
    story
        .type_at(&["samenvoegen", "post/regio.toml"], "2\n<\n1\n2\n")
        .succeeds()
        .says("Verschil 1 van 2")
        .says("Hier staat: “Een storing”")
        .says("In het bestand staat: “Een lek”");
    let project = story.project();
    assert!(project.contains("[answer.verkennen.aanleiding]\nvalue = \"Een storing\""), "{project}");
    assert!(project.contains("[answer.verkennen.grens]\nvalue = \"De haven\""), "{project}");
    for word in ["Een lek", "De stad"] {
        assert!(project.contains(word), "no {word} in\n{project}");
    }
    story.type_at(&["samenvoegen", "post/regio.toml"], "").succeeds().says_no("Verschil");
    assert_eq!(story.project(), project);
}

/// Who stops, or is gone before all was said, chose nothing.
#[test]
fn who_stops_while_choosing_leaves_everything_as_it_was() {
    let story = apart_on_two_answers(|story| drop(story.run(&["gebeurtenis", "nieuw", "De eerste koffie"]).succeeds()));
    let before = story.project();
    let asked = story.type_at(&["samenvoegen", "post/regio.toml"], "2\n:stop\n").succeeds();
    let asked = asked.says("Er is niets veranderd.").says("Het laatst gewijzigd: hier 24 november 2026");
    asked.says("“Een storing” (Anna, ").says("“Een lek” (Bram, ").says("het nieuwste)");
    assert_eq!(story.project(), before);
    let asked = story.type_at(&["samenvoegen", "post/regio.toml"], "2\n").ends_with(1);
    asked.says("er is niets veranderd").says("--geen-vragen");
    assert_eq!(story.project(), before);
}

#[test]
fn a_word_that_was_changed_knowing_the_other_goes_first() {
    let story = Story::with_project();
    answer(&story, "verkennen.aanleiding", "Van Anna", "Anna");
    story.write("post/regio.toml", &story.project());
    answer(&story, "verkennen.aanleiding", "Van Bram", "Bram");
    fs::remove_dir_all(story.path("state")).expect("the copies can be removed");
    let newer = story.project();
    join(&story).shows("staat niets wat hier niet al staat");
    assert_eq!(story.project(), newer);
}

#[test]
fn a_whole_project_is_no_answer_file() {
    let story = apart(|_| {}, |story| answer(story, "verkennen.aanleiding", "Een storing", "Bram"));
    let before = story.project();
    story
        .run(&["fase", "--geen-vragen", "--antwoorden", "post/regio.toml"])
        .ends_with(1)
        .says("'post/regio.toml' is een heel project")
        .says("regio samenvoegen \"post/regio.toml\"");
    story.run(&["rondvraag", "lees", "post/regio.toml"]).ends_with(1).says("regio samenvoegen");
    assert_eq!(story.project(), before);
}

#[test]
fn another_project_or_a_faulty_one_does_not_join() {
    let story = Story::with_project();
    let before = story.project();
    story.write("ander.toml", &before.replace("\nid = \"", "\nid = \"anders-"));
    story.run(&["samenvoegen", "ander.toml"]).ends_with(1).says("'ander.toml' is een ander project");
    story.write("stuk.toml", "[project\n");
    story.run(&["samenvoegen", "stuk.toml"]).ends_with(1);
    story.run(&["samenvoegen", "weg.toml"]).ends_with(1).says("'weg.toml' is er niet");
    story.run(&["samenvoegen", "een.toml", "twee.toml"]).ends_with(2);
    story.run(&["samenvoegen"]).ends_with(2).says("hier ontbreekt nog");
    assert_eq!(story.project(), before);
}

#[test]
fn a_copy_beside_the_project_and_a_rescued_one_name_the_command_that_joins_them() {
    let story = Story::with_project();
    story.write("regio (kopie van Bram).toml", &story.project().replace("Samen Sterk", "Samen Sterker"));
    story
        .run(&["status"])
        .succeeds()
        .says(if cfg!(windows) { "regio samenvoegen \"" } else { "regio samenvoegen \"/" })
        .says(&format!("{MAIN_SEPARATOR}regio (kopie van Bram).toml\", en haal haar dan weg"));
    story.run(&["samenvoegen", "./regio (kopie van Bram).toml", "--geen-vragen"]).succeeds();
    story.run(&["status"]).succeeds().says_no("kopie van Bram");
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    story.run(&["controleer"]).succeeds().says_no("kopie van Bram");
    // Somebody went on in the copy.
    let copy = ["--project", "regio (kopie van Bram).toml"];
    story.run(&[&["besluit", "nieuw", "Samen oefenen"], &copy[..]].concat()).succeeds();
    story.run(&["status"]).succeeds().says("kopie van Bram");
    story.run(&["samenvoegen", "./regio (kopie van Bram).toml", "--geen-vragen"]).succeeds();
    story.run(&["status"]).succeeds().says_no("kopie van Bram");
    fs::remove_file(story.path("regio (kopie van Bram).toml")).expect("it can be removed");

    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    let good = story.project();
    story.write("regio.toml", "[stuk");
    walk.answer("Een storing\n");
    let (code, rest) = walk.end();
    assert_eq!(code, Some(1), "{rest}");
    let (_, rescued) = rest.split_once("regio samenvoegen \"").expect("the command is named");
    let (rescued, _) = rescued.split_once('"').expect("the path ends");
    story.write("regio.toml", &good);
    story.run(&["samenvoegen", rescued, "--geen-vragen"]).succeeds();
    assert!(story.project().contains("Een storing"));
}

#[test]
#[cfg_attr(windows, ignore = "wine has no git")]
fn git_merges_projects_with_regio_as_its_driver() {
    let story = Story::with_project();
    let git = |words: &[&str]| {
        let identity = ["-c", "user.name=Anna", "-c", "user.email=anna@voorbeeld.nl"];
        let program = env!("CARGO_BIN_EXE_regio");
        let driver = format!("merge.regio.driver='{program}' samenvoegen %O %A %B");
        let mut command = Command::new("git");
        command.current_dir(story.path("")).args(identity).args(["-c", &driver]).args(words);
        command.env("REGIO_STATE", story.path("state")).env("REGIO_VANDAAG", "2026-11-24");
        let done = command.output().expect("git is there");
        (done.status.success(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    let commit = || assert!(git(&["commit", "-qam", "wijziging"]).0);
    story.write(".gitattributes", "regio.toml merge=regio\n");
    assert!(git(&["init", "-q", "-b", "hier"]).0 && git(&["add", ".gitattributes", "regio.toml"]).0);
    commit();
    assert!(git(&["checkout", "-q", "-b", "daar"]).0);
    answer(&story, "verkennen.grens", "De haven", "Bram");
    story.run(&["gebeurtenis", "nieuw", "De eerste koffie"]).succeeds();
    commit();
    assert!(git(&["checkout", "-q", "hier"]).0);
    answer(&story, "verkennen.aanleiding", "Een storing", "Anna");
    story.run(&["gebeurtenis", "nieuw", "Het eerste gesprek"]).succeeds();
    commit();
    let (merged, told) = git(&["merge", "-q", "daar"]);
    assert!(merged, "{told}");
    for kept in ["De haven", "De eerste koffie", "Een storing", "Het eerste gesprek"] {
        assert!(story.project().contains(kept), "no {kept} in\n{}", story.project());
    }
    // The same question answered on both sides: the file stays readable with both words in it, and git tells.
    assert!(git(&["checkout", "-q", "daar"]).0);
    answer(&story, "verkennen.aanleiding", "Een lek", "Bram");
    commit();
    assert!(git(&["checkout", "-q", "hier"]).0);
    let (merged, told) = git(&["merge", "-q", "daar"]);
    assert!(!merged && told.contains("Allebei gewijzigd"), "{told}");
    assert!(story.project().contains("Een lek") && story.project().contains("Een storing"));
    story.run(&["controleer"]).succeeds();
}

/// A copy that nobody touched since brings nothing back that was taken away here.
#[test]
fn an_older_copy_takes_nothing_back() {
    let mut story = Story::with_project();
    answer(&story, "verkennen.grens", "Tot de rivier", "Anna");
    story.run(&["organisatie", "nieuw", "Proefclub"]).succeeds();
    story.run(&["organisatie", "nieuw", "Bakker Zuid", "--plaats", "kopgroep"]).succeeds();
    let older = story.project();
    story.on("2026-11-28");
    story.run(&["organisatie", "weg", "proefclub"]).succeeds();
    story.type_at(&["fase", "--vraag", "grens"], ":wis\n").succeeds();
    story.run(&["organisatie", "samenvoegen", "bakkerij-het-hoekje", "bakker-zuid", "--geen-vragen"]).succeeds();
    // Of what was said at one moment the history may tell in another order.
    let parts = |story: &Story| {
        let project = story.project();
        let mut parts: Vec<String> = project.trim_end().split("\n\n").map(str::to_owned).collect();
        parts.sort();
        parts
    };
    let now = parts(&story);
    story.write("ouder/regio.toml", &older);
    story.run(&["samenvoegen", "ouder/regio.toml", "--geen-vragen"]).succeeds();
    assert_eq!(parts(&story), now);
}

/// Who was made one with another here, and answered there, keeps her words.
#[test]
fn an_answer_of_who_is_gone_here_still_joins() {
    let mut story = Story::with_project();
    let base = story.project();
    story.run(&["organisatie", "nieuw", "Bakker Zuid"]).succeeds();
    story.run(&["organisatie", "samenvoegen", "bakker-zuid", "bakkerij-het-hoekje", "--geen-vragen"]).succeeds();
    let ours = story.project();
    story.write("regio.toml", &base);
    story.on("2026-11-25");
    answer(&story, "verkennen.eigen-doel.bakkerij-het-hoekje", "Rust in de winkel", "Bram");
    answer(&story, "verkennen.grens", "Tot de dijk", "Bram");
    story.write("hun/regio.toml", &story.project());
    story.write("basis.toml", &base);
    story.write("regio.toml", &ours);
    story.run(&["samenvoegen", "basis.toml", "regio.toml", "hun/regio.toml"]);
    let joined = story.project();
    assert!(joined.contains("Rust in de winkel") && joined.contains("Tot de dijk"), "{joined}");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn names_that_are_alike_after_joining_are_told_with_the_command_that_makes_one_of_them() {
    let alike = |story: &Story| drop(story.run(&["organisatie", "nieuw", "De Haven B.V."]).succeeds());
    let story = apart(|story| drop(story.run(&["organisatie", "nieuw", "Haven"]).succeeds()), alike);
    join(&story).says("'De Haven B.V.' lijkt op 'Haven'").says("regio organisatie samenvoegen haven de-haven-b-v");
    story.run(&["organisatie", "samenvoegen", "haven", "de-haven-b-v"]).succeeds().says_no("lijkt op");
}

/// A file that was cut short took nothing away.
#[test]
fn what_is_gone_without_a_word_in_the_history_stays() {
    let story = Story::with_project();
    let without = story.project();
    answer(&story, "verkennen.aanleiding", "B zegt dat", "Anna");
    let with = story.project();
    story.write("basis.toml", &with);
    story.write("hun.toml", &without);
    story.run(&["samenvoegen", "basis.toml", "regio.toml", "hun.toml"]).succeeds();
    assert!(story.project().contains("B zegt dat"), "{}", story.project());
}

#[test]
fn a_project_does_not_join_with_itself() {
    let story = Story::with_project();
    story.run(&["samenvoegen", "./regio.toml", "--geen-vragen"]).ends_with(1).says("is dit project zelf");
    story.write("kopie.toml", &story.project());
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds().says_no("kopie.toml");
    let told = story.run(&["status", "--project", "kopie.toml"]).succeeds();
    told.says("samenvoegen \"kopie.toml\" --project").says("regio.toml\".");
}
