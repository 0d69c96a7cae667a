//! Earlier states of a project: what of it is kept, told and put back.

use std::collections::BTreeSet;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::copies::answer;
use crate::conversation::Conversation;
use crate::story::Story;

/// The copies that were kept, oldest first.
pub fn kept(story: &Story) -> Vec<PathBuf> {
    let folders = fs::read_dir(story.path("state/backups")).expect("copies are kept").flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).expect("it is a folder").flatten());
    let mut copies: Vec<PathBuf> =
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    copies.sort();
    copies
}

pub fn name(copy: &Path) -> String {
    copy.file_stem().expect("it has a name").to_string_lossy().into_owned()
}

pub fn text(copy: &Path) -> String {
    fs::read_to_string(copy).expect("a copy is text")
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
    story.run(&["gebeurtenis", "nieuw", "Iets anders"]).succeeds();
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

#[test]
fn each_copy_says_what_changed_after_it_and_from_which_folder_it_comes() {
    let story = Story::with_project();
    answer(&story, "verkennen.aanleiding", "Een storing", "Anna");
    answer(&story, "verkennen.grens", "De haven", "Anna");
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    let listed = story.run(&["herstel"]).succeeds().shows("Zo zag Samen Sterk er eerder uit");
    let listed = listed.shows("daarna gewijzigd: Aanleiding").shows("daarna gewijzigd: Werf De Kade");
    listed.shows_no("; uit ");
    let copies = story.run(&["herstel", "--formaat", "json"]).succeeds().json();
    let lines: Vec<String> =
        copies["copies"].as_array().expect("a list").iter().map(|copy| copy["later"].to_string()).collect();
    assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "all alike: {lines:?}");

    story.write("post/regio.toml", &story.project());
    let elsewhere = ["--project", "post/regio.toml"];
    story.run(&[&["besluit", "nieuw", "Samen oefenen"], &elsewhere[..]].concat()).succeeds();
    let listed = story.run(&["herstel"]).succeeds().shows("1 besluit anders dan nu");
    let listed = listed.shows(&format!("post{MAIN_SEPARATOR}regio.toml"));
    listed.shows_no("gewijzigd: besluit");
    story.run(&[&["herstel"], &elsewhere[..]].concat()).succeeds().shows("daarna gewijzigd: besluit 'Samen oefenen'");
}

/// What it was is told by the id in it, though nothing of it can be read and it was never seen there.
#[test]
fn a_project_that_is_broken_and_was_moved_is_put_back() {
    let story = Story::with_project();
    let good = story.project();
    answer(&story, "verkennen.aanleiding", "Een storing", "Anna");
    fs::remove_file(story.path("regio.toml")).expect("it can be removed");
    story.write("elders/regio.toml", &format!("{good}\n[answer.verkennen\n"));
    let moved = ["--project", "elders/regio.toml"];
    let copy = kept(&story).into_iter().find(|copy| text(copy) == good).expect("it is kept");
    story.run(&[&["herstel"], &moved[..]].concat()).succeeds().shows(&name(&copy));
    story.run(&[&["herstel", name(&copy).as_str()], &moved[..]].concat()).succeeds();
    assert_eq!(story.read("elders/regio.toml"), good);
    story.write("leeg/regio.toml", "[stuk");
    let unknown = ["herstel", "--project", "leeg/regio.toml"];
    story.run(&unknown).ends_with(1).says("is hier geen kopie bewaard");
}
