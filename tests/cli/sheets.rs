use crate::story::Story;

#[test]
fn a_spreadsheet_of_the_steps() {
    let story = Story::with_project();
    let csv = story.run(&["checklist", "--formaat", "csv"]).succeeds();
    assert!(csv.output.starts_with("\u{feff}\"Klaar\";\"Code\";\"Stap\";"), "{}", csv.output);
    csv.shows("\"nee\"").shows("\"TLP:AMBER\"").shows("verkennen.kopgroep");
    story.run(&["checklist", "--uit", "stappen.xlsx"]).succeeds().says("Geschreven: stappen.xlsx");
    assert!(std::fs::read(story.path("stappen.xlsx")).unwrap().starts_with(b"PK"));
    story.run(&["checklist", "--uit", "stappen.xlsx"]).ends_with(1).says("is er al").says("--overschrijf");
}

#[test]
fn a_format_that_makes_no_sense_is_refused_before_anything_is_done() {
    let story = Story::with_project();
    story
        .run(&["checklist", "--formaat", "ics"])
        .ends_with(2)
        .says("een checklist kan niet als ics")
        .says("een checklist kan als terminal, markdown, html, docx, pdf, json, csv of xlsx");
    let before = story.project();
    story.run(&["stap", "nieuw", "Bel Anna", "--formaat", "csv"]).ends_with(2).says("kan niet als csv");
    story.run(&["fase", "--geen-vragen", "--uit", "fase.xlsx"]).ends_with(2).says("kan niet als xlsx");
    assert_eq!(story.project(), before);
    story
        .run(&["document", "besluiten", "--formaat", "ics"])
        .ends_with(2)
        .says("het document 'besluiten' kan niet als ics");
    story.run(&["document", "werkbladen", "--formaat", "csv"]).ends_with(2).says("een werkblad kan niet als csv");
    story.run(&["document", "--formaat", "csv"]).ends_with(2).says("de lijst van documenten kan niet als csv");
    assert!(!story.path("fase.xlsx").exists());
    // A slip of the pen is told before the format.
    story.run(&["document", "uitnodigng", "--formaat", "ics"]).ends_with(2).says("bedoel je 'uitnodiging'?");
}

#[test]
fn an_invitation_has_a_calendar_file_once_the_day_is_known() {
    let story = Story::with_project();
    let invite = ["document", "uitnodiging", "--formaat", "ics"];
    story.run(&invite).ends_with(1).says("staat nog niet vast").says("regio fase verkennen --vraag startbijeenkomst");
    story
        .run(&[
            "fase",
            "--geen-vragen",
            "--antwoord",
            "verkennen.startbijeenkomst=15-12-2026",
            "--antwoord",
            "verkennen.startbijeenkomst-tijd=15.00 tot 16.30 uur",
        ])
        .succeeds();
    let calendar = story.run(&invite).succeeds();
    assert!(calendar.output.contains("DTSTART;TZID=Europe/Amsterdam:20261215T150000\r\n"), "{}", calendar.output);
    let public = story.run(&["document", "uitnodiging", "--editie", "openbaar", "--formaat", "ics"]);
    public.ends_with(1).says("deze lezers mogen de dag van de startbijeenkomst niet zien");
}

#[test]
fn a_calendar_of_the_year_to_read_and_to_load() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-12-2026"]).succeeds();
    story
        .run(&["document", "jaarkalender"])
        .succeeds()
        .shows("December 2026")
        .shows("Dinsdag 15 december 2026: Startbijeenkomst.")
        .shows("Stap: ");
    let calendar = story.run(&["document", "jaarkalender", "--uit", "jaar.ics"]).succeeds();
    calendar.says("Geschreven: jaar.ics");
    assert!(story.read("jaar.ics").matches("BEGIN:VEVENT").count() > 3);
    story.run(&["document", "jaarkalender", "--editie", "deelnemers"]).succeeds().shows_no("Stap: ");
}

#[test]
fn every_answer_in_a_table() {
    let story = Story::with_project();
    story
        .run(&["document", "overzicht", "--formaat", "csv"])
        .succeeds()
        .shows("\"Gemeente Zuidwâld en Bakkerij Het Hoekje\"")
        .shows("\"nog open\"")
        .shows("\"verkennen.kopgroep\"");
    let public = story.run(&["document", "overzicht", "--editie", "openbaar", "--formaat", "csv"]).succeeds();
    public.shows("\"niet voor deze lezers\"").shows("\"TLP:CLEAR\"").shows_no("Bakkerij");
    story.run(&["document", "jaarkalender", "--editie", "openbaar"]).succeeds().shows("Hier staat nog geen dag");
    story.run(&["organisatie", "--formaat", "csv"]).succeeds().shows("\"Bakkerij Het Hoekje\"");
    story.run(&["geschiedenis", "--formaat", "csv"]).succeeds().shows("\"2026-11-24\";\"12:00\"");
    story.run(&["besluit", "nieuw", "=1+1"]).succeeds();
    story.run(&["besluit", "--formaat", "csv"]).succeeds().shows("\"'=1+1\"");
    story.run(&["gebeurtenis", "nieuw", "Het lukte"]).succeeds();
    story.run(&["gebeurtenis", "--formaat", "csv"]).succeeds().shows("\"Het lukte\"");
}

/// A calendar holds what is still to come: the invitation has none after its day.
#[test]
fn of_the_whole_set_what_a_format_cannot_hold_is_left_out_and_told() {
    let story = Story::new();
    story.write("regio.toml", include_str!("../../examples/tweede-jaar/regio.toml"));
    let names = |folder: &str| {
        let files = std::fs::read_dir(story.path(folder)).expect("the folder is there").flatten();
        let mut names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let make = |format: &str| story.run(&["document", "alles", "--formaat", format, "--uit", format]).succeeds();
    make("ics").says("Geschreven: 1 document in ics").says("want dat kan niet als ics").says("al geweest");
    assert_eq!(names("ics"), ["00-inhoud.txt", "01-jaarkalender.ics"]);
    let calendar = story.read("ics/01-jaarkalender.ics");
    let days = calendar.lines().filter_map(|line| line.strip_prefix("DTSTART")?.split_once(':').map(|(_, day)| day));
    let days: Vec<&str> = days.collect();
    assert!(days.iter().filter(|day| **day >= "20261124").count() > 3, "{days:?}");
    // The rules of summer time began long ago.
    assert!(days.iter().all(|day| *day >= "20261124" || day.starts_with("1996")), "{days:?}");
    make("xlsx");
    assert_eq!(names("xlsx"), ["00-inhoud.txt", "01-overzicht.xlsx"]);
    let told = story.read("xlsx/00-inhoud.txt").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("dat kan niet als xlsx"), "{told}");
}
