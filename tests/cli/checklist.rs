use crate::story::Story;

#[test]
fn every_step_says_why_who_and_before_when() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-12-2026"]).succeeds();
    let checklist = story.run(&["checklist", "--formaat", "json"]).succeeds().json();
    let steps = checklist["first"].as_array().cloned().unwrap_or_default();
    assert_eq!(steps.len(), 6, "{checklist:#}");
    for step in steps {
        assert!(step["why"].as_str().is_some_and(|why| !why.is_empty()), "{step:#}");
        assert!(step["owner"].as_str().is_some_and(|owner| !owner.is_empty()), "{step:#}");
    }
    story.run(&["checklist"]).succeeds().shows("Wie:").shows("Voor:").shows("TLP:AMBER").shows_no("Waarom:");
    story.run(&["checklist", "--uitleg"]).succeeds().shows("Hoe:").shows("Waarom:").shows("Wie:").shows("TLP:AMBER");
}

#[test]
fn dates_are_counted_back_from_the_meeting() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=1-3-2027"]).succeeds();
    let checklist = story.run(&["checklist", "--formaat", "json", "--alles"]).succeeds().json();
    let all = ["first", "then"].map(|part| checklist[part].as_array().cloned().unwrap_or_default()).concat();
    let dated = all.iter().filter(|step| step["due"].is_string()).count();
    assert!(dated >= 3, "{checklist:#}");
    assert!(all.iter().any(|step| step["due"].as_str().is_some_and(|due| ("2027-01-01".."2027-03-02").contains(&due))));
}

#[test]
fn a_checklist_goes_to_a_file_once() {
    let story = Story::with_project();
    story.run(&["checklist", "--uit", "lijst.md"]).succeeds().says("Geschreven: lijst.md");
    assert!(story.read("lijst.md").contains("| `"));
    story.run(&["checklist", "--uit", "lijst.md"]).ends_with(1).says("is er al").says("--overschrijf");
    story.run(&["checklist", "--uit", "lijst.md", "--overschrijf"]).succeeds();
}

#[test]
fn a_checklist_goes_to_no_name_that_windows_cannot_hold() {
    let story = Story::with_project();
    let files = || std::fs::read_dir(story.path("")).expect("it is there").count();
    let before = files();
    for name in ["lijst 12:30.md", "nul", "AUX.md", "lijst.md.", "lijst.md "] {
        story.run(&["checklist", "--formaat", "markdown", "--uit", name]).ends_with(2).says("tip: ");
    }
    assert_eq!(files(), before, "something was made");
    story.run(&["checklist", "--uit", "nulmeting.md"]).succeeds();
}

#[test]
fn a_file_for_word_goes_through_a_pipe_where_that_changes_nothing() {
    let story = Story::with_project();
    let made =
        story.command(&story.path(""), &["checklist", "--formaat", "docx"]).output().expect("the program starts");
    if cfg!(windows) {
        assert_eq!(made.status.code(), Some(2));
        assert!(made.stdout.is_empty() && String::from_utf8_lossy(&made.stderr).contains("--uit document.docx"));
    } else {
        assert!(made.stdout.starts_with(b"PK"), "{}", String::from_utf8_lossy(&made.stderr));
    }
}

#[test]
fn an_unknown_organisation_is_said() {
    let story = Story::with_project();
    story.run(&["checklist", "--voor", "gemeente-zuidwalt"]).ends_with(1).says("bedoel je 'gemeente-zuidwald'?");
}

#[test]
fn the_list_of_one_person() {
    let story = Story::with_project();
    story.run(&["stap", "wie", "kopgroep-zoeken", "Kim de Vries"]).succeeds();
    for name in ["Kim de Vries", "kim"] {
        story.run(&["checklist", "--voor", name]).succeeds().shows("Bel drie organisaties").shows_no("Maak de agenda");
    }
    story.run(&["checklist", "--voor", "Ki"]).ends_with(1).says("er is geen organisatie 'Ki' in het register");
}

#[test]
fn what_is_done_stands_in_one_line_and_what_is_late_can_be_asked() {
    let story = Story::with_project();
    story.run(&["klaar", "bel drie"]).succeeds();
    story.run(&["stap", "voor", "uitnodiging", "gisteren"]).succeeds();
    let shown = story.run(&["checklist"]).succeeds();
    shown.shows("Klaar: 1.").shows_no("Bel drie organisaties").shows("23 november 2026, te laat");
    let young = Story::with_project();
    young.run(&["checklist", "--te-laat"]).succeeds().shows("Er is niets te laat.").shows_no("geen stappen open");
    let late = story.run(&["checklist", "--te-laat"]).succeeds().shows("Deze stap staat open");
    assert_eq!(late.output.matches("[ ]").count(), 1, "{}", late.output);
    story.run(&["checklist", "--alles"]).succeeds().shows("[x] Bel drie organisaties");
}

/// What stands on paper is what one types.
#[test]
fn the_code_on_the_checklist_ticks_the_step() {
    let story = Story::with_project();
    let checklist = story.run(&["checklist"]).succeeds().output;
    let line = checklist.lines().find(|line| line.starts_with("[ ] ")).expect("a step is open").to_owned();
    let (code, title) = line["[ ] ".len()..].split_once(' ').expect("a code and a title");
    let title = title.split(" [").next().expect("a title stands before its mark");
    story.run(&["klaar", &code.to_lowercase()]).succeeds().says(&format!("Klaar: {title}"));
}

/// A year later the checklist does not show the past as what has to be done now.
#[test]
fn what_is_left_lying_leaves_the_list_and_is_walked_through_apart() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2027"]).succeeds();
    let later = |day: &str, words: &[&str]| {
        let mut command = story.command(&story.path(""), words);
        let done = command.env("REGIO_VANDAAG", day).output().expect("the program starts");
        String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr)
    };
    let soon = later("2027-01-20", &["checklist"]);
    assert!(soon.contains("te laat") && !soon.contains("Blijven liggen"), "{soon}");
    let year = later("2028-01-20", &["checklist"]);
    assert!(year.contains("Blijven liggen: ") && year.contains("regio stap nalopen"), "{year}");
    assert!(!year.contains("te laat"), "{year}");
    let home = later("2028-01-20", &[]);
    assert!(!home.contains("te laat"), "{home}");
    assert!(later("2028-01-20", &["checklist", "--te-laat"]).contains("te laat"));
    assert!(later("2028-01-20", &["stap", "nalopen"]).contains("hier ontbreekt nog"));
    assert!(later("2027-01-20", &["stap", "nalopen"]).contains("Er is niets blijven liggen."));
}

/// A step of each organisation waits for those who did not do their part.
#[test]
fn who_did_its_part_of_a_step_does_not_see_it_any_more() {
    let story = Story::new();
    story
        .write("regio.toml", &std::fs::read_to_string("examples/halverwege/regio.toml").expect("the example is there"));
    let hours = "hoeveel uur je mag toezeggen";
    story.run(&["checklist"]).succeeds().shows(hours);
    story.run(&["checklist", "--voor", "Lindeveld Bank"]).succeeds().shows_no(hours);
    story.run(&["checklist", "--voor", "Lab Zeven"]).succeeds().shows(hours);
    // Where a height is wanted, an answer below it is not enough.
    let board = "ontwikkelen.steun-management.lab-zeven";
    let support = "Bespreek het plan met je eigen directie";
    story.run(&["fase", "--geen-vragen", "--antwoord", &format!("{board}=1")]).succeeds();
    story.run(&["checklist", "--voor", "Lab Zeven"]).succeeds().shows(support);
    story.run(&["fase", "--geen-vragen", "--antwoord", &format!("{board}=4")]).succeeds();
    story.run(&["checklist", "--voor", "Lab Zeven"]).succeeds().shows_no(support);
}
