use std::collections::BTreeMap;
use std::fs;

use regio::domain::FullId;
use regio::round::Code;

use crate::conversation::Conversation;
use crate::story::{Outcome, Story};

/// A questionnaire with every kind of question, asked of all together and of each organisation.
const EVERY_KIND: &str = include_str!("../fixtures/all_kinds/proef.toml");

/// How each kind is written on paper, and what then stands in the project file.
const WRITTEN: [(&str, &str, &str); 14] = [
    ("tekst", "Samen; sterk | sneller", "value = \"Samen; sterk | sneller\""),
    ("verhaal", "Het begon in mei.", "value = \"Het begon in mei.\""),
    ("mag", "1", "value = true"),
    ("keuze", "2", "value = \"leren\""),
    ("keuzes", "1 2, een avond met soep", "value = [\"oefenen\", \"leren\", \"een avond met soep\"]"),
    ("trede", "3", "value = 3"),
    ("aantal", "250", "value = 250"),
    ("uren", "2,5", "value = 2.5"),
    ("bedrag", "1.250,50", "value = \"1250.50\""),
    ("datum", "31-12-2026", "value = 2026-12-31"),
    ("rij", "oefenen; leren\\; van elkaar", "value = [\"oefenen\", \"leren; van elkaar\"]"),
    ("wie", "Bakkerij Het Hoekje", "value = \"bakkerij-het-hoekje\""),
    (
        "wieallemaal",
        "gemeente-zuidwald, Bakkerij Het Hoekje",
        "value = [\"gemeente-zuidwald\", \"bakkerij-het-hoekje\"]",
    ),
    (
        "groep",
        "Brand | 1 | 1-2-2027 | Bakkerij Het Hoekje; Mail | echt",
        "{ leider = \"bakkerij-het-hoekje\", naam = \"Brand\", soort = \"tafel\", wanneer = 2027-02-01 }",
    ),
];

fn story() -> Story {
    let story = Story::with_project();
    story.write("vragenlijsten/proef.toml", EVERY_KIND);
    story
}

fn note(story: &Story, words: &[&str]) -> Outcome {
    story.run(&[&["noteer"], words].concat())
}

/// The code of a question or, by its id, of an organisation, as it stands on the sheets.
fn code(story: &Story, id: &str) -> String {
    for choice in [&["--voor", "gemeente-zuidwald", "--voor", "bakkerij-het-hoekje"][..], &["--samen"][..]] {
        for phase in ["verkennen", "uitbouwen"] {
            let worksheets = story
                .run(&[&["document", "werkbladen", phase, "--formaat", "json"], choice].concat())
                .succeeds()
                .json();
            for sheet in worksheets["sheets"].as_array().unwrap() {
                if sheet["organisation"] == id {
                    return sheet["code"].as_str().unwrap().to_owned();
                }
                let sections = sheet["sections"].as_array().unwrap();
                let mut questions = sections.iter().flat_map(|section| section["questions"].as_array().unwrap());
                if let Some(question) = questions.find(|question| question["id"] == id) {
                    return question["code"].as_str().unwrap().to_owned();
                }
            }
        }
    }
    panic!("no sheet has {id}")
}

fn answers(story: &Story, heading: &str) -> String {
    let project = story.project();
    let behind = project.split_once(heading).unwrap_or_else(|| panic!("no {heading} in\n{project}")).1;
    behind.split("\n[").next().unwrap().to_owned()
}

#[test]
fn every_kind_of_question_is_noted_in_one_line_for_all_together() {
    let story = story();
    for (name, written, expected) in WRITTEN {
        let code = code(&story, &format!("proef.samen-{name}"));
        note(&story, &[&code, written]).succeeds().says("Bewaard.");
        let answer = answers(&story, &format!("[answer.proef.samen-{name}]"));
        assert!(answer.contains(expected), "{name}: {answer}");
        assert!(answer.contains("source = \"werkblad\"") && answer.contains("by = \"Anna\""), "{name}: {answer}");
    }
    story.run(&["controleer"]).succeeds();
}

#[test]
fn every_kind_of_question_is_noted_in_one_line_for_one_organisation() {
    let story = story();
    for (name, written, expected) in WRITTEN {
        let code = code(&story, &format!("proef.eigen-{name}")).to_lowercase().replace('-', " ");
        note(&story, &[&code, written, "--voor", "Gemeente Zuidwâld", "--door", "Fatima"]).succeeds();
        let answer = answers(&story, &format!("[answer.proef.eigen-{name}.gemeente-zuidwald]"));
        assert!(answer.contains(expected), "{name}: {answer}");
        assert!(answer.contains("by = \"Fatima\""), "{name}: {answer}");
    }
}

#[test]
fn what_is_not_known_or_does_not_apply_is_noted_too() {
    let story = story();
    let date = code(&story, "proef.samen-datum");
    note(&story, &[&date, "weet niet"]).succeeds().says("weet ik nog niet");
    assert!(answers(&story, "[answer.proef.samen-datum]").contains("state = \"unknown\""));
    note(&story, &[&date, "nvt"]).succeeds().says("Bij 'Datum' stond: weet ik nog niet.");
    assert!(answers(&story, "[answer.proef.samen-datum]").contains("state = \"not-applicable\""));
}

#[test]
fn a_wrong_answer_is_refused_with_what_to_write() {
    let story = story();
    let before = story.project();
    let refused = |name: &str, written: &str| {
        note(&story, &[&code(&story, &format!("proef.samen-{name}")), written]).ends_with(1)
    };
    refused("datum", "ooit").says("'ooit' is geen datum");
    refused("keuzes", "1 5").says("'5' staat niet bij de keuzes").says("typ een nummer van 1 tot en met 2");
    refused("trede", "4").says("dat is meer dan 3");
    refused("groep", "Brand | 9").says("Soort: '9' staat niet bij de keuzes");
    refused("groep", "a|1|1-2-2027|bakkerij-het-hoekje|bakkerij-het-hoekje|x")
        .says("er staan 6 velden, en er passen er 5");
    refused("wie", "Bakkerij Het Hoekie").says("bedoel je 'Bakkerij Het Hoekje'?");
    assert_eq!(story.project(), before);
}

#[test]
fn a_new_name_enters_the_register() {
    let story = story();
    note(&story, &[&code(&story, "proef.samen-wie"), "Bibliotheek Oost"])
        .succeeds()
        .says("Nieuw in het register: Bibliotheek Oost");
    story.run(&["organisatie"]).succeeds().shows("Bibliotheek Oost");
}

#[test]
fn a_wrong_code_says_which_was_meant() {
    let story = story();
    let right = code(&story, "verkennen.aanleiding").replace('-', "");
    let swapped: String = [1, 0, 2, 3, 4].iter().map(|place| right.chars().nth(*place).unwrap()).collect();
    note(&story, &[&swapped, "Een storing"]).ends_with(1).says("bestaat niet").says("(Aanleiding)");
    note(&story, &["XXXXX", "Een storing"]).ends_with(1).says("de code 'XXXXX' bestaat niet");
    note(&story, &["verkennen.aanleiding", "Een storing"]).succeeds();
    assert!(answers(&story, "[answer.verkennen.aanleiding]").contains("Een storing"));
}

#[test]
fn a_question_for_each_organisation_needs_one_unless_there_is_only_one() {
    let story = story();
    let role = code(&story, "verkennen.eigen-rol");
    note(&story, &[&role, "1"]).ends_with(1).says("is voor elke organisatie apart").says("--voor");
    story.run(&["organisatie", "wijzig", "bakkerij-het-hoekje", "--plaats", "partner"]).succeeds();
    note(&story, &[&role, "1"]).succeeds().says("van Gemeente Zuidwâld");
}

#[test]
fn with_an_organisation_an_answer_to_a_joint_question_is_a_view() {
    let story = story();
    let goal = code(&story, "verkennen.gezamenlijk-doel");
    note(&story, &[&goal, "Samen oefenen", "--voor", "gemeente-zuidwald"]).succeeds().says("volgens Gemeente Zuidwâld");
    assert!(answers(&story, "[view.verkennen.gezamenlijk-doel.gemeente-zuidwald]").contains("Samen oefenen"));
}

#[test]
fn an_answer_of_somebody_else_stays_and_the_new_one_is_put_aside() {
    let story = story();
    let role = code(&story, "verkennen.eigen-rol");
    let given = |number: &str, by: &str| note(&story, &[&role, number, "--voor", "gemeente-zuidwald", "--door", by]);
    given("1", "Fatima").succeeds();
    given("2", "Piet").succeeds().says("Niet vervangen.").says("(Fatima, 24 november 2026)").says("opzij gelegd");
    let variant = answers(&story, "[[variant]]");
    assert!(variant.contains("standing = \"set-aside\"") && variant.contains("by = \"Piet\""), "{variant}");
    given("3", "Fatima").succeeds().says("Bij 'Gewenste rol' stond:");
    story.run(&["geschiedenis", "--vraag", "verkennen.eigen-rol"]).succeeds().shows("Fatima");
}

#[test]
fn a_joint_answer_of_somebody_else_is_not_replaced_without_asking() {
    let story = story();
    let reason = code(&story, "verkennen.aanleiding");
    note(&story, &[&reason, "Een storing", "--door", "Fatima"]).succeeds();
    note(&story, &[&reason, "Een wet"]).ends_with(1).says("'Een storing' (Fatima, 24 november 2026)");
    let asked = |choice: &str| story.type_at(&["noteer", &reason, "Een wet", "--eenvoudig"], choice).succeeds();
    asked("1\n").says("Wat geldt?").says("Niets veranderd");
    assert!(answers(&story, "[answer.verkennen.aanleiding]").contains("Een storing"));
    asked("2\n").says("Bewaard.");
    assert!(answers(&story, "[answer.verkennen.aanleiding]").contains("Een wet"));
}

#[test]
fn both_words_can_be_kept_to_talk_about() {
    let story = story();
    let role = code(&story, "verkennen.eigen-rol");
    note(&story, &[&role, "1", "--voor", "gemeente-zuidwald", "--door", "Fatima"]).succeeds();
    story
        .type_at(&["noteer", &role, "2", "--voor", "gemeente-zuidwald", "--eenvoudig"], "3\n")
        .succeeds()
        .says("Beide zijn bewaard");
    assert!(answers(&story, "[[variant]]").contains("standing = \"differs\""));
}

#[test]
fn a_stack_of_notes_comes_through_a_pipe_and_a_faulty_line_costs_no_other() {
    let story = story();
    let [town, baker] = ["gemeente-zuidwald", "bakkerij-het-hoekje"].map(|id| code(&story, id));
    let [role, reason] = ["verkennen.eigen-rol", "verkennen.aanleiding"].map(|id| code(&story, id));
    let stack = format!(
        "# de stapel van dinsdag\n{town}\n{role} 2\n\n{role}\n3\n{baker}\n{role} 9\nXXXXX 1\n{role} 1\nsamen\n{reason} Een storing\n"
    );
    story
        .type_at(&["noteer"], &stack)
        .ends_with(1)
        .says("regel 8: '9' staat niet bij de keuzes")
        .says("regel 9: de code 'XXXXX' bestaat niet")
        .says("2 regels zijn niet overgenomen")
        .says("Gemeente Zuidwâld: 1 antwoord overgenomen. Nog open:");
    assert!(answers(&story, "[answer.verkennen.eigen-rol.gemeente-zuidwald]").contains("value = \"kennis"));
    assert!(answers(&story, "[answer.verkennen.eigen-rol.bakkerij-het-hoekje]").contains("value = \"trekken\""));
    assert!(answers(&story, "[answer.verkennen.aanleiding]").contains("Een storing"));
}

#[test]
fn a_stack_of_notes_comes_from_a_file_of_any_system() {
    let story = story();
    let [role, reason] = ["verkennen.eigen-rol", "verkennen.aanleiding"].map(|id| code(&story, id));
    story.write(
        "stapel.txt",
        &format!(
            "\u{feff}# dinsdag\r\n{}\r\n{role} 9\r\nsamen\r\n{reason} Eén storing\r\n",
            code(&story, "gemeente-zuidwald")
        ),
    );
    story
        .run(&["noteer", "stapel.txt"])
        .ends_with(1)
        .says("regel 3: '9' staat niet bij de keuzes")
        .says("1 regel is niet overgenomen");
    assert!(answers(&story, "[answer.verkennen.aanleiding]").contains("Eén storing"));
    let old = format!("# oud\r{}\r{role} 1\rsamen\r{reason} Een wet\r", code(&story, "gemeente-zuidwald"));
    story.write("oud.txt", &old);
    story.run(&["noteer", "oud.txt", "--geen-vragen"]).succeeds().says("Gemeente Zuidwâld: 1 antwoord overgenomen.");
    assert!(answers(&story, "[answer.verkennen.aanleiding]").contains("Een wet"));
    story.run(&["noteer", "weg.txt"]).ends_with(1).says("het bestand 'weg.txt' is er niet");
}

#[test]
fn behind_a_line_that_cannot_name_the_sheet_no_answer_goes_to_the_wrong_one() {
    let story = story();
    let role = code(&story, "verkennen.eigen-rol");
    let stack = format!("gemeente zuidwâld\n{role} 1\nbakerij het hoekje\n{role} 2\nbakkerij het hoekje\n{role} 3\n");
    story
        .type_at(&["noteer"], &stack)
        .ends_with(1)
        .says("regel 3: 'bakerij het hoekje' ken ik niet")
        .says("bedoel je 'Bakkerij Het Hoekje'?")
        .says("regel 4: van wie dit antwoord is, is niet duidelijk");
    assert!(answers(&story, "[answer.verkennen.eigen-rol.gemeente-zuidwald]").contains("trekken"));
}

#[test]
fn the_loop_asks_code_after_code_and_ends_with_what_is_open() {
    let story = story();
    let [role, goal] = ["verkennen.eigen-rol", "verkennen.eigen-doel"].map(|id| code(&story, id));
    let town = code(&story, "gemeente-zuidwald");
    let lines = format!("{role} 1\n{town}\n?\n9\nAnna\n{role}\n?\n9\n2\n{goal} Leren\n<\nVan elkaar leren\n:lijst\n\n");
    story
        .type_at(&["noteer", "--eenvoudig"], &lines)
        .succeeds()
        .says("Van wie is het eerste werkblad?")
        .says("dat is de code van een vraag; typ eerst van wie het blad is")
        .says("Nu het werkblad van Gemeente Zuidwâld.")
        .says("Typ de naam die op het blad staat.")
        .says("'9' is geen naam")
        .says("Een nummer van 1 tot en met 6")
        .says("Uitleg:")
        .says("Dat kan niet: '9' staat niet bij de keuzes.")
        .says("Er staat: Leren (Anna, 24 november 2026)")
        .says("Gemeente Zuidwâld: 2 antwoorden overgenomen. Nog open:");
    assert!(answers(&story, "[answer.verkennen.eigen-doel.gemeente-zuidwald]").contains("Van elkaar leren"));
}

#[test]
fn what_is_not_asked_of_an_organisation_is_not_used() {
    let story = story();
    let role = code(&story, "verkennen.eigen-rol");
    story.run(&["organisatie", "wijzig", "bakkerij-het-hoekje", "--plaats", "deelnemer"]).succeeds();
    let before = story.project();
    let given = [role.as_str(), "1", "--voor", "bakkerij-het-hoekje"];
    note(&story, &given).ends_with(1).says("niet gebruikt: 'Gewenste rol' wordt niet gevraagd aan Bakkerij Het Hoekje");
    assert_eq!(story.project(), before);
}

#[test]
fn every_answer_is_on_disk_before_the_next_code_is_asked() {
    let story = story();
    let role = code(&story, "verkennen.eigen-rol");
    let mut conversation = Conversation::begin(&story, &["noteer", "--eenvoudig", "--voor", "gemeente-zuidwald"]);
    conversation.wait_for("Wie vulde dit blad in?");
    conversation.answer("Joris");
    conversation.wait_for("Antwoord (Enter = overslaan): ");
    conversation.answer(&format!("{role} 2"));
    conversation.wait_for("Bewaard. Gewenste rol");
    conversation.kill();
    let text = fs::read_to_string(story.path("regio.toml")).unwrap();
    assert!(text.contains("[answer.verkennen.eigen-rol.gemeente-zuidwald]"), "{text}");
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_now_is_kept_and_said() {
    let story = story();
    note(&story, &[&code(&story, "proef.samen-mag"), "nee"]).succeeds();
    note(&story, &["proef.samen-uren", "4"]).succeeds().says("telt nu niet mee");
    assert!(answers(&story, "[answer.proef.samen-uren]").contains("value = 4"));
}

#[test]
fn an_answer_may_be_typed_without_quotation_marks() {
    let story = story();
    let code = code(&story, "proef.samen-keuzes").to_lowercase();
    let (front, back) = code.split_once('-').unwrap();
    note(&story, &[front, back, "1", "en", "2"]).succeeds();
    assert!(answers(&story, "[answer.proef.samen-keuzes]").contains("[\"oefenen\", \"leren\"]"));
    note(&story, &[&code, "--geen-vragen"]).ends_with(2).says("bij de code hoort een antwoord");
}

/// Two ids of questions that have the same code.
fn colliding() -> (String, String, Code) {
    let mut seen: BTreeMap<Code, String> = BTreeMap::new();
    for number in 0..10_000 {
        let local = format!("vraag-{number}");
        let code = Code::of_question(&FullId::parse(&format!("proef.{local}")).unwrap());
        if let Some(earlier) = seen.insert(code, local.clone()) {
            return (earlier, local, code);
        }
    }
    panic!("no two of ten thousand questions share a code");
}

#[test]
fn two_questions_with_one_code_do_no_harm() {
    let story = Story::with_project();
    let (one, other, code) = colliding();
    let renamed =
        EVERY_KIND.replace("\"samen-tekst\"", &format!("{one:?}")).replace("\"samen-aantal\"", &format!("{other:?}"));
    story.write("vragenlijsten/proef.toml", &renamed);
    let code = code.to_string();
    let names = format!("proef.{one} of proef.{other}");
    story
        .run(&["document", "werkbladen", "uitbouwen", "--samen"])
        .succeeds()
        .shows(&format!("{code} proef.{one}"))
        .shows(&format!("{code} proef.{other}"));
    let before = story.project();
    note(&story, &[&code, "12"]).ends_with(1).says("staat bij meer dan één vraag").says(&names);
    assert_eq!(story.project(), before);
    note(&story, &[&format!("proef.{one}"), "12"]).succeeds().says("Slogan: 12");
    story
        .type_at(&["noteer", &code, "34", "--eenvoudig"], "2\n")
        .succeeds()
        .says("Welke vraag bedoel je?")
        .says("Aantal: 34 bedrijven");
}

#[test]
fn a_code_without_an_answer_swallows_no_other_line() {
    let story = story();
    let [reason, text, flag] =
        ["verkennen.aanleiding", "proef.samen-tekst", "proef.samen-mag"].map(|id| code(&story, id));
    story
        .type_at(&["noteer"], &format!("{reason}\n{flag} 1\n{text}\n"))
        .ends_with(1)
        .says("regel 2: bij 'Aanleiding' staat geen antwoord")
        .says("bij 'Slogan' staat geen antwoord")
        .says("De kopgroep samen: 1 antwoord overgenomen");
    assert!(answers(&story, "[answer.proef.samen-mag]").contains("value = true"));
    story.type_at(&["noteer", "--eenvoudig"], &format!("\n{reason}\n{flag} 2\n\n")).succeeds();
    assert!(answers(&story, "[answer.proef.samen-mag]").contains("value = false"));
}

#[test]
fn the_sheet_is_named_by_its_code_too() {
    let story = story();
    let [town, together] = ["gemeente-zuidwald", ""]
        .map(|id| if id.is_empty() { Code::of_all_together().to_string() } else { code(&story, id) });
    note(&story, &["proef.eigen-tekst", "Sterk", "--voor", &town]).succeeds().says("van Gemeente Zuidwâld");
    note(&story, &["proef.samen-tekst", "Sterk", "--voor", &together]).succeeds().says("Bewaard. Slogan: Sterk");
    note(&story, &["proef.eigen-tekst", "Sterk", "--voor", "Gemeente Zuidwold"])
        .ends_with(1)
        .says("bedoel je 'gemeente-zuidwald'?");
}

#[test]
fn a_code_alone_asks_for_its_answer() {
    let story = story();
    let text = code(&story, "proef.samen-tekst");
    story
        .type_at(&["noteer", &text, "--eenvoudig"], "Samen sterk\n")
        .succeeds()
        .says("Antwoord (Enter = overslaan):")
        .says("Bewaard. Slogan: Samen sterk");
}

#[test]
fn prepared_answers_are_read_in_the_same_way() {
    let story = story();
    let prepared = |answer: &str| story.run(&["fase", "--geen-vragen", "--antwoord", answer]);
    prepared("verkennen.bestaande-samenwerkingen=Beheerders | parkeren | Ilse | 1; Havenoverleg").succeeds();
    let answer = answers(&story, "[answer.verkennen.bestaande-samenwerkingen]");
    assert!(answer.contains("naam = \"Beheerders\"") && answer.contains("{ naam = \"Havenoverleg\" }"), "{answer}");
    prepared("verkennen.startbijeenkomst=weet niet").succeeds();
    assert!(answers(&story, "[answer.verkennen.startbijeenkomst]").contains("state = \"unknown\""));
    prepared("verkennen.bestaande-samenwerkingen=A | b | c | d").ends_with(1).says("Kan het plan erin: 'd' staat niet");
}

/// What the keys are, besides those of the answers themselves: the code of the sheet, and an Enter for each line.
#[test]
fn a_sheet_is_typed_in_its_own_order_with_few_keys() {
    const ANSWERS: usize = 12;
    const MOST_KEYS: usize = 60;
    let story = Story::with_project();
    let town = code(&story, "gemeente-zuidwald");
    let lines = format!("{town}\nAnna\n{}", "1\n".repeat(ANSWERS));
    let told = format!("Gemeente Zuidwâld: {ANSWERS} antwoorden overgenomen.");
    story.type_at(&["noteer", "--eenvoudig"], &format!("{lines}:stop\n")).succeeds().says(&told);
    let keys = lines.chars().count() - ANSWERS;
    assert!(keys <= MOST_KEYS, "{keys}");
    let documented = fs::read_to_string("docs/toetsen.md").expect("it is there");
    assert!(documented.contains(&format!("| Een blad van {ANSWERS} antwoorden overtypen (`regio noteer`) | {keys} |")));
}

#[test]
fn on_a_sheet_enter_skips_and_a_code_jumps() {
    let story = Story::with_project();
    let sheet = story
        .run(&["document", "werkbladen", "verkennen", "--formaat", "json", "--voor", "gemeente-zuidwald"])
        .succeeds()
        .json();
    let sections = sheet["sheets"][0]["sections"].as_array().unwrap();
    let questions = sections.iter().flat_map(|section| section["questions"].as_array().unwrap());
    let asked: Vec<(String, String)> = questions
        .filter(|question| question["only_if"].is_null())
        .map(|question| (question["code"].as_str().unwrap().to_owned(), question["id"].as_str().unwrap().to_owned()))
        .collect();
    let town = code(&story, "gemeente-zuidwald");
    // The first is answered, the second passed over, the third answered; then back to the second by its code.
    let lines = format!("{town}\n\n1\n\n2\n{}\n3\n:stop\n", asked[1].0);
    story.type_at(&["noteer", "--eenvoudig"], &lines).succeeds().says("3 antwoorden overgenomen");
    let given = |place: usize| answers(&story, &format!("[answer.{}.gemeente-zuidwald]", asked[place].1));
    for place in 0..3 {
        assert!(given(place).contains("value = "), "{place}: {}", story.project());
    }
    // A slip in a code is no answer, wherever it is typed, and the question stays at hand.
    let slips = format!("{town}\n\nXFM-AK de oven\nZZZ-99 2\n2\n:stop\n");
    story.type_at(&["noteer", "--eenvoudig"], &slips).succeeds().says("1 antwoord overgenomen");
    assert!(given(0).contains("value = ") && !story.project().contains("de oven"), "{}", story.project());
    let before = story.project();
    story.type_at(&["noteer", "--eenvoudig"], &format!("{town}\n\n{}x 1\n:stop\n", &asked[4].0[..5])).succeeds();
    assert_eq!(story.project(), before);
}

/// Who types over is not who said it.
#[test]
fn what_was_typed_over_is_of_who_filled_in_the_sheet() {
    let story = story();
    let [town, bakery] = ["gemeente-zuidwald", "bakkerij-het-hoekje"].map(|id| code(&story, id));
    let goal = code(&story, "verkennen.eigen-doel");
    let lines = format!("{town}\nJoris Bakker\n{goal} Leren\n{bakery}\n\n{goal} Slapen\n:stop\n");
    story.type_at(&["noteer", "--eenvoudig"], &lines).succeeds().says("Wie vulde dit blad in?");
    let said = |by: &str| answers(&story, &format!("[answer.verkennen.eigen-doel.{by}]"));
    assert!(said("gemeente-zuidwald").contains("by = \"Joris Bakker\""), "{}", said("gemeente-zuidwald"));
    assert!(said("bakkerij-het-hoekje").contains("by = \"Anna\""), "{}", said("bakkerij-het-hoekje"));
    // Back on the sheet before, its own filler says it.
    let other = code(&story, "verkennen.eigen-rol");
    let lines = format!("{town}\nMarie\n{other} 2\n{bakery}\nKees\n<\n<\n1\n:stop\n");
    story.type_at(&["noteer", "--eenvoudig"], &lines).succeeds();
    let role = answers(&story, "[answer.verkennen.eigen-rol.gemeente-zuidwald]");
    assert!(role.contains("value = \"trekken\"") && role.contains("by = \"Marie\""), "{role}");
    let lines = format!("{town}\n{goal} Rust\n1\n:stop\n");
    let asked = story.type_at(&["noteer", "--eenvoudig", "--door", "Mo"], &lines).succeeds();
    asked.says_no("Wie vulde dit blad in?").says("Wat geldt?");
}

#[test]
fn who_stops_at_a_choice_loses_nothing_of_what_was_typed() {
    let story = story();
    let goal = code(&story, "verkennen.eigen-doel");
    let town = code(&story, "gemeente-zuidwald");
    note(&story, &[&goal, "Leren", "--voor", "gemeente-zuidwald"]).succeeds();
    let lines = format!("{town}\nJoris\n{goal} Rust\n:stop\nWeg\n");
    let told = story.type_at(&["noteer", "--eenvoudig"], &lines).succeeds();
    told.says("opzij gelegd").says_no("Weg");
    assert!(story.project().contains("\"Rust\"") && story.project().contains("\"Leren\""));
}
