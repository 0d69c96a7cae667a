//! Earlier states of a project, and copies of it that went their own way.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::process::Command;

use crate::conversation::Conversation;
use crate::story::Story;

/// The copies that were kept, oldest first.
fn kept(story: &Story) -> Vec<PathBuf> {
    let folders = fs::read_dir(story.path("state/backups")).expect("copies are kept").flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).expect("it is a folder").flatten());
    let mut copies: Vec<PathBuf> =
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    copies.sort();
    copies
}

fn name(copy: &Path) -> String {
    copy.file_stem().expect("it has a name").to_string_lossy().into_owned()
}

fn text(copy: &Path) -> String {
    fs::read_to_string(copy).expect("a copy is text")
}

fn answer(story: &Story, question: &str, words: &str, by: &str) {
    let preset = format!("{question}={words}");
    story.run(&["fase", "--geen-vragen", "--antwoord", &preset, "--door", by]).succeeds();
}

#[test]
fn what_a_session_found_and_what_it_left_are_kept_in_a_folder_that_tells_whose_it_is() {
    let story = Story::with_project();
    let found = story.project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    walk.answer("Een storing\n");
    assert_eq!(walk.end().0, Some(0));
    let copies = kept(&story);
    assert_eq!(copies.iter().map(|copy| text(copy)).collect::<Vec<_>>(), [found.clone(), story.project()]);
    let folder = copies[0].parent().and_then(Path::file_name).expect("it lies in a folder").to_string_lossy();
    assert!(folder.starts_with("samen-sterk-"), "{folder}");

    // A program that synchronises puts the older text back: what was said since is in a copy.
    let said = story.project();
    story.write("regio.toml", &found);
    story.run(&["succes", "nieuw", "Iets anders"]).succeeds();
    assert!(kept(&story).iter().any(|copy| text(copy) == said));
}

#[test]
fn a_copy_is_put_back_byte_for_byte_and_what_it_replaces_is_a_copy_too() {
    let story = Story::with_project();
    let found = story.project().replace("# Het", "# van mij\r\n# Het");
    story.write("regio.toml", &found);
    answer(&story, "verkennen.aanleiding", "Een storing", "Anna");
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    let last = story.project();
    let listed = story.run(&["herstel"]).succeeds().shows("hetzelfde als nu").shows("24 november 2026, 12:00");
    let listed = listed.shows("1 antwoord en 1 organisatie anders dan nu");
    let first = listed.output.find(&name(&kept(&story)[1])).expect("it is listed");
    let newest = listed.output.find(&name(kept(&story).last().expect("there are copies"))).expect("it is listed");
    assert!(newest < first, "{}", listed.output);

    let copy = kept(&story).into_iter().find(|copy| text(copy) == found).expect("what was found is kept");
    story.run(&["herstel", &name(&copy)]).succeeds().says("Teruggezet: de kopie van 24 november 2026, 12:00.");
    assert_eq!(story.project(), found);
    assert!(kept(&story).iter().any(|copy| text(copy) == last));
    story.run(&["herstel", "1999"]).ends_with(1).says("er is geen kopie '1999'").says("regio herstel");
    story.run(&["herstel", "2026"]).ends_with(1).says("kopieën beginnen met '2026'");
    let copies = story.run(&["herstel", "--formaat", "json"]).succeeds().json();
    assert_eq!(copies["copies"][0]["differences"]["answers"], 0);
}

#[test]
fn a_project_that_is_broken_or_gone_or_moved_is_put_back() {
    let story = Story::with_project();
    answer(&story, "verkennen.aanleiding", "Een storing", "Anna");
    let good = story.project();
    let broken = format!("{good}\n[answer.verkennen\n");
    story.write("regio.toml", &broken);
    story.run(&["status"]).ends_with(1).says("zet een kopie van eerder terug met: regio herstel");
    let copy = kept(&story).into_iter().find(|copy| text(copy) == good).expect("what was written is kept");
    story.run(&["herstel"]).succeeds().shows(&name(&copy)).shows("2 organisaties");
    story.run(&["herstel", &name(&copy)]).succeeds().says("Wat er stond, zet je weer terug met");
    assert_eq!(story.project(), good);
    assert!(kept(&story).iter().any(|copy| text(copy) == broken));
    let broken = kept(&story).into_iter().find(|copy| text(copy) == broken).expect("it is kept");
    story.run(&["herstel"]).succeeds().shows("niet te lezen").shows(&name(&broken));

    fs::remove_file(story.path("regio.toml")).expect("it can be removed");
    story.run(&["herstel", &name(&copy)]).succeeds().says_no("Wat er stond");
    assert_eq!(story.project(), good);

    fs::create_dir(story.path("elders")).expect("it can be made");
    fs::rename(story.path("regio.toml"), story.path("elders/regio.toml")).expect("it can be moved");
    let moved = ["herstel", "--project", "elders/regio.toml"];
    story.run(&moved).succeeds().shows(&name(&copy)).shows("hetzelfde als nu");
    story.write("elders/ander.toml", "schema = 1\n\n[project]\nid = \"ander\"\ncreated = 2026-11-24\n");
    story
        .run(&["herstel", "--project", "elders/ander.toml"])
        .ends_with(1)
        .says("van 'elders/ander.toml' is hier geen kopie bewaard");
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
            story.run(&["succes", "nieuw", "De eerste koffie"]).succeeds();
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
        join(&story).shows("Wat jullie allebei wijzigden").shows("“Een lek”").shows("stond “Een storing”.");
        assert!(story.project().contains("[answer.verkennen.aanleiding]\nvalue = \"Een lek\""), "{}", story.project());
        story.run(&["geschiedenis"]).succeeds().shows("was 'Een storing', werd 'Een lek'");
        join(&story).shows_no("allebei");
    }
}

#[test]
fn what_both_changed_is_asked_and_nothing_changes_before_all_is_said() {
    let story = apart(
        |story| {
            answer(story, "verkennen.aanleiding", "Een storing", "Anna");
            answer(story, "verkennen.grens", "De stad", "Anna");
        },
        |story| {
            answer(story, "verkennen.aanleiding", "Een lek", "Bram");
            answer(story, "verkennen.grens", "De haven", "Bram");
        },
    );
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
    story.run(&["succes", "nieuw", "De eerste koffie"]).succeeds();
    commit();
    assert!(git(&["checkout", "-q", "hier"]).0);
    answer(&story, "verkennen.aanleiding", "Een storing", "Anna");
    story.run(&["succes", "nieuw", "Het eerste gesprek"]).succeeds();
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
    let told = story.run(&["status", "--project", "kopie.toml"]).succeeds();
    told.says("regio.toml\" --project \"kopie.toml\"");
}
