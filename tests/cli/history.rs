use crate::story::Story;

#[test]
fn a_period_of_the_history() {
    let mut story = Story::with_project();
    story.on("2026-12-10").run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story.run(&["geschiedenis", "--sinds", "1-12-2026"]).succeeds().shows("Een storing").shows_no("Bakkerij");
    story.run(&["geschiedenis"]).succeeds().shows("Bakkerij");
    story.run(&["geschiedenis", "--sinds", "ooit"]).ends_with(2).says("'ooit' is geen datum");
}

/// What stands below the pages of a file beside the day.
fn version(page: &str) -> String {
    let (_, after) = page.split_once("versie ").expect("it has a version");
    after.chars().take(7).collect()
}

#[test]
fn what_changed_since_a_paper_was_made() {
    let story = Story::with_project();
    story.run(&["document", "intentieverklaring", "--uit", "verklaring.html"]).succeeds();
    let version = version(&story.read("verklaring.html"));
    let since = ["geschiedenis", "--sinds", &version];
    let nothing = format!("Sinds 'Intentieverklaring' met versie {version} is er niets veranderd.");
    story.run(&since).succeeds().shows(&nothing).shows_no("Bakkerij");

    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story.run(&["geschiedenis", "--sinds", &version.to_lowercase().replace('-', "")]).succeeds().shows("Een storing");
    // A hand leaves nothing in the history, and is told of all the same.
    let by_hand = story.project().replace("Een storing", "Twee storingen");
    story.write("regio.toml", &by_hand);
    story.run(&since).succeeds().shows(&format!("met versie {version} is veranderd: Aanleiding"));

    // What is in the paper is as it was, so that the paper holds.
    story.run(&["document", "intentieverklaring", "--uit", "nog-eens.html"]).succeeds();
    story.run(&since).succeeds().shows("is veranderd: Aanleiding");
    story
        .run(&["geschiedenis", "--sinds", "K7M-4XP"])
        .ends_with(1)
        .says("van een papier met versie K7M-4XP is hier geen kopie bewaard");
}

#[test]
fn every_paper_that_people_keep_tells_its_version() {
    let story = Story::new();
    story.write("regio.toml", include_str!("../../examples/tweede-jaar/regio.toml"));
    for (name, is_told) in [("agenda", true), ("rolverdeling", true), ("flyer", false), ("presentatie", false)] {
        story.run(&["document", name, "--uit", "a.html", "--overschrijf"]).succeeds();
        assert_eq!(story.read("a.html").contains(" · versie "), is_told, "{name}");
    }
    story.run(&["document", "agenda", "--formaat", "json"]).succeeds().shows("\"imprint\"");
    // To look at something leaves nothing behind.
    let other = Story::with_project();
    let kept = super::restore::kept(&other).len();
    other.run(&["document", "agenda"]).succeeds();
    other.run(&["document", "agenda", "--uit", "a.md"]).succeeds();
    assert_eq!(super::restore::kept(&other).len(), kept);
}

#[test]
fn what_readers_may_not_see_has_no_part_in_the_version() {
    let story = Story::with_project();
    let answer = |words: &str| {
        let said = format!("verkennen.aanleiding={words}");
        story.run(&["fase", "--geen-vragen", "--antwoord", &said]).succeeds();
    };
    let label = |label: &str| drop(story.run(&["label", label, "aanleiding"]).succeeds());
    let made = |edition: &str| {
        let words = ["document", "intentieverklaring", "--editie", edition, "--uit", "a.html", "--overschrijf"];
        story.run(&words).succeeds();
        version(&story.read("a.html"))
    };
    let both = || (made("kopgroep"), made("deelnemers"));
    answer("Een storing");
    label("green");
    let before = both();
    answer("Een brand");
    let seen = both();
    assert!(before.0 != seen.0 && before.1 != seen.1, "these readers see it: {before:?} {seen:?}");
    label("red");
    let hidden = both();
    answer("Een lek");
    let changed = both();
    assert!(hidden.0 != changed.0 && hidden.1 == changed.1, "now the kopgroep alone sees it: {hidden:?} {changed:?}");
}
