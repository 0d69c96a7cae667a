use regio::domain::{Edition, Tlp};
use regio::project_file::{Outline, ProjectFile};

use crate::story::Story;
use crate::witness::{Witness, found};

#[test]
fn the_list_says_what_each_document_misses() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen"]).succeeds();
    story
        .run(&["document"])
        .succeeds()
        .shows("Werkbladen")
        .shows("Er zit nog niemand in de kopgroep")
        .shows("nog geen naam")
        .shows("regio document werkbladen");
    Story::with_project().run(&["document"]).succeeds().shows_no("ontbreekt");
}

#[test]
fn each_of_the_kopgroep_gets_a_sheet() {
    let story = Story::with_project();
    let sheets = story.run(&["document", "werkbladen", "verkennen", "--formaat", "json"]).succeeds().json();
    let names: Vec<&str> =
        sheets["sheets"].as_array().unwrap().iter().map(|sheet| sheet["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Gemeente Zuidwâld", "Bakkerij Het Hoekje"]);
    story
        .run(&["document", "werkbladen", "--voor", "Bakkerij Het Hoekje"])
        .succeeds()
        .shows("Werkblad van Bakkerij Het Hoekje")
        .shows_no("Werkblad van Gemeente Zuidwâld");
    story
        .run(&["document", "werkbladen", "--voor", "Bakkerij Het Hoekie"])
        .ends_with(1)
        .says("bedoel je 'bakkerij-het-hoekje'?");
}

/// What was copied from a web page, with what nobody sees in it.
#[test]
fn a_document_that_is_handed_out_shows_letters_and_no_codes() {
    let story = Story::with_project();
    let copied = "Een toe\u{ad}leveringsbedrijf in 北京 lag\u{200b} stil; 👩\u{200d}💻 hielp";
    let reason = format!("verkennen.aanleiding={copied}\u{202e} weer\u{1b}[2J.");
    story.run(&["fase", "--geen-vragen", "--antwoord", &reason]).succeeds();
    for format in ["markdown", "html", "terminal"] {
        story.run(&["document", "uitnodiging", "--formaat", format, "--uit", format]).succeeds();
        let letter = story.read(format);
        assert!(!letter.contains("U+"), "{format}: {letter}");
        assert!(!letter.contains(['\u{202e}', '\u{1b}']), "{format}: {letter:?}");
        let together = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(together(&letter).contains(copied), "{format}: {letter}");
    }
    let json = story.run(&["document", "overzicht", "--formaat", "json"]).succeeds();
    assert!(!json.output.contains(['\u{202e}', '\u{1b}', '\u{ad}']), "{}", json.output);
    assert!(json.json().to_string().contains(copied));
    story
        .run(&["controleer"])
        .succeeds()
        .says("in deze tekst staat wat je niet ziet: ‹U+001B›‹U+202E›")
        .says("regio.toml:")
        .says("In orde");
}

#[test]
fn without_a_kopgroep_there_is_one_sheet_for_all() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen"]).succeeds();
    story.run(&["document", "werkbladen"]).succeeds().shows("Werkblad van de kopgroep samen").shows("Waarom juist nu");
    let with_kopgroep = Story::with_project();
    with_kopgroep.run(&["document", "werkbladen", "--samen"]).succeeds().shows("Werkblad van de kopgroep samen");
    with_kopgroep.run(&["document", "werkbladen", "--samen", "--voor", "x"]).ends_with(2).says("'--samen'");
}

#[test]
fn what_was_answered_before_stands_on_the_sheet_only_when_asked_for() {
    let story = Story::with_project();
    story.run(&["noteer", "verkennen.eigen-doel", "Van elkaar leren", "--voor", "gemeente-zuidwald"]).succeeds();
    let words = &["document", "werkbladen", "--voor", "gemeente-zuidwald"][..];
    story.run(words).succeeds().shows_no("Van elkaar leren");
    story.run(&[words, &["--met-antwoorden"]].concat()).succeeds().shows("Vorige keer: Van elkaar leren");
    story
        .run(&["document", "werkbladen", "--voor", "bakkerij-het-hoekje", "--met-antwoorden"])
        .succeeds()
        .shows_no("Van elkaar leren");
}

#[test]
fn a_question_that_may_still_come_says_when() {
    let story = Story::with_project();
    let own = &["document", "werkbladen", "uitbouwen", "--voor", "gemeente-zuidwald"][..];
    story
        .run(own)
        .succeeds()
        .shows("Alleen als 'Dit jaar' of 'Later, na een scan' is gekozen bij 'Plan voor friendly hacks'.");
    story.run(&["noteer", "uitbouwen.friendly-hack", "nooit"]).ends_with(1).says("kies uit:");
    story.run(&["noteer", "uitbouwen.friendly-hack", "1"]).succeeds();
    let sheet = story.run(own).succeeds();
    assert!(!sheet.output.contains("Plan voor friendly hacks"), "{}", sheet.output);
}

#[test]
fn what_nobody_answered_can_be_filled_in_by_hand_and_the_list_says_from_whom() {
    let story = Story::with_project();
    let roles = &["document", "rolverdeling", "--formaat", "markdown"][..];
    story.run(roles).succeeds().shows("Verdeel samen").shows("| Bakkerij Het Hoekje |");
    story
        .run(&["document"])
        .succeeds()
        .shows("Rol (van iedereen); Aan te spreken op (van iedereen)")
        .shows("Leiding van het werk");
    let own_role = &["noteer", "ontwikkelen.rol", "denkt-mee", "--voor", "gemeente-zuidwald"][..];
    story.run(own_role).succeeds();
    story.run(roles).succeeds().shows_no("Verdeel samen").shows("nog open");
    let stakeholders = story.run(&["document", "stakeholderkaart", "--formaat", "markdown"]).succeeds();
    assert_eq!(stakeholders.output.matches("\n| \\_").count(), 10, "{}", stakeholders.output);
}

#[test]
fn what_an_edition_leaves_out_is_not_asked_for_again() {
    let story = Story::with_project();
    let own_role = &["noteer", "ontwikkelen.rol", "denkt-mee", "--voor", "gemeente-zuidwald"][..];
    story.run(own_role).succeeds();
    let roles = |edition| ["document", "rolverdeling", "--formaat", "markdown", "--editie", edition];
    for edition in ["kopgroep", "deelnemers", "openbaar"] {
        story.run(&roles(edition)).succeeds().shows_no("Verdeel samen");
    }
    let told = "Dit stuk is gemaakt voor de kopgroep.";
    story.run(&roles("kopgroep")).succeeds().shows_no(told);
    story.run(&roles("deelnemers")).succeeds().shows(told);
}

#[test]
fn the_whole_set_holds_no_word_that_its_edition_forbids() {
    let story = Story::new();
    let witness = Witness::new(Tlp::Red, Some(Tlp::Red));
    let file = ProjectFile::new("regio.toml", Outline::default()).saying(&witness.project).expect("it can be written");
    story.write("regio.toml", &String::from_utf8(file.to_bytes()).expect("it is text"));
    for edition in Edition::ALL {
        let folder = edition.word();
        let words =
            ["document", "alles", "--editie", folder, "--met-antwoorden", "--uit", folder, "--formaat", "markdown"];
        story.run(&words).succeeds().says("Niet gemaakt: werkbladen, want de werkbladen hebben geen editie");
        let files = std::fs::read_dir(story.path(folder)).expect("the folder is there").flatten();
        let files: Vec<_> = files.map(|file| file.path()).collect();
        assert!(
            files.len() > 10 && !files.iter().any(|path| path.to_string_lossy().ends_with("werkbladen.md")),
            "{files:?}"
        );
        for path in files {
            let text = std::fs::read_to_string(&path).expect("it is text");
            let there = found(&text);
            let forbidden = witness.words.iter().filter(|(_, spot)| !spot.admitted(*edition, Tlp::Red));
            let leaked: Vec<_> = forbidden.filter(|(word, _)| there.contains(word.as_str())).collect();
            assert!(leaked.is_empty(), "{}: {leaked:?}", path.display());
        }
    }
    let refused = story.run(&["document", "werkbladen", "--editie", "openbaar"]).ends_with(2);
    refused.says("de werkbladen hebben geen editie").says("regio document werkbladen");
    story
        .run(&["document", "alles", "--uit", "stukken", "--formaat", "markdown"])
        .succeeds()
        .says_no("Niet gemaakt")
        .says("Begin bij 00-inhoud.md");
    assert!(story.read("stukken/03-werkbladen.md").contains("TLP:RED"));
}

#[test]
fn a_document_asks_only_what_can_be_asked() {
    let story = Story::with_project();
    story.write(
        "documenten/vragen.toml",
        "schema = 1\nid = \"vragen\"\ntitle = \"Vragen\"\nabout = \"Wat we nog vragen.\"\nedition = \"deelnemers\"\n\n\
         [[part]]\nquestions = [\"goal.together\", \"goal.out_of_scope\"]\n",
    );
    let fill = |said: &str| drop(story.run(&["fase", "--geen-vragen", "--antwoord", said]).succeeds());
    let (question, asked) = ("Wat doen jullie dit jaar bewust niet?", ["document", "vragen"]);
    story.run(&asked).succeeds().shows_no(question).shows("Wat willen jullie samen bereiken?");
    fill("verkennen.ambities=oefenen");
    fill("verkennen.niet-nu=Een eigen kantoor");
    story.run(&asked).succeeds().shows(question).shows("Een eigen kantoor");
    // Its condition is gone again; what was answered is kept and hidden.
    let ambition = "[answer.verkennen.ambities]";
    let project = story.project();
    let (before, rest) = project.split_once(ambition).expect("it was answered");
    let rest = rest.split_once("\n\n").expect("more stands below it").1;
    story.write("regio.toml", &format!("{before}{ambition}\nstate = \"open\"\n\n{rest}"));
    assert!(story.project().contains("Een eigen kantoor"));
    story.run(&asked).succeeds().shows_no(question).shows_no("Een eigen kantoor");
    story.type_at(&["bijeenkomst"], &("\n\n".to_owned() + &"-\n".repeat(30))).says_no(question);
}

/// Money that came once, more than a year ago, covers nothing any more: not in the document, and not in what is noticed.
#[test]
fn what_came_once_is_not_counted_for_ever() {
    let mut story = Story::new();
    story
        .write("regio.toml", &std::fs::read_to_string("examples/derde-jaar/regio.toml").expect("the example is there"));
    story
        .on("2026-06-22")
        .run(&["document", "financiering"])
        .succeeds()
        .shows("Eenmalig is € 7.500 (genoteerd op 23 juni 2025)");
    story.run(&["status"]).succeeds().shows_no("De rest is nog niet gedekt");
    story
        .on("2026-06-23")
        .run(&["document", "financiering"])
        .succeeds()
        .shows("dus niet meegeteld: € 7.500 van Provincie Zandkust");
    story.run(&["status"]).succeeds().shows("De rest is nog niet gedekt");
    // Of who signs nobody asks after the day.
    story.run(&["document", "draagvlak"]).succeeds().shows_no("dat haar bestuur de handtekening zet");
    // Who brings something in is named where it is signed for.
    story.run(&["document", "intentieverklaring"]).succeeds().shows("Provincie Zandkust");
}

/// On a screen one sees how far it is; on paper it would be handed out with gaps.
#[test]
fn a_flyer_with_gaps_is_printed_only_by_who_says_so() {
    let story = Story::with_project();
    story.run(&["document", "flyer"]).succeeds().shows("Doe mee");
    let flyer = ["document", "flyer", "--uit", "flyer.html"];
    let refused = story.run(&flyer).ends_with(1).says("het document 'flyer' is nog niet af: er ontbreekt '");
    refused.says("--met-open-plekken");
    assert!(!story.path("flyer.html").exists());
    let set = ["document", "alles", "--uit", "stukken", "--formaat", "html"];
    story.run(&set).succeeds().says("Niet gemaakt: flyer, want het document 'flyer' is nog niet af");
    story.run(&[&flyer[..], &["--met-open-plekken"]].concat()).succeeds();
    assert!(story.read("flyer.html").contains("Doe mee"));
    let set = [&set[..], &["--overschrijf", "--met-open-plekken"]].concat();
    story.run(&set).succeeds().says_no("Niet gemaakt");
    story.write("regio.toml", include_str!("../../examples/tweede-jaar/regio.toml"));
    story.run(&["document", "flyer", "--uit", "heel.html"]).succeeds();
}
