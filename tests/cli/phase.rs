use crate::story::Story;

#[test]
fn an_answer_is_kept_before_the_next_question_is_asked() {
    let story = Story::with_project();
    story.type_at(&["fase", "--vraag", "verkennen.aanleiding"], "Een storing bij de buren\n\n").succeeds();
    assert!(story.project().contains("Een storing bij de buren"));
}

#[test]
fn the_answer_of_last_time_is_shown_and_enter_keeps_it() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    let before = story.project();
    story
        .type_at(&["fase", "--vraag", "aanleiding"], "\n")
        .succeeds()
        .says("Vorig antwoord: Een storing (Anna, 24 november 2026)")
        .says("Enter = zo laten");
    assert_eq!(story.project(), before);
}

#[test]
fn a_changed_answer_asks_why_and_enters_the_history() {
    let mut story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story
        .on("2026-12-01")
        .type_at(&["fase", "--vraag", "aanleiding"], "Een nieuwe wethouder\n\nZij vroeg ernaar\n")
        .succeeds()
        .says("Waarom is dit antwoord veranderd?");
    story
        .run(&["geschiedenis", "--vraag", "verkennen.aanleiding"])
        .succeeds()
        .shows("was 'Een storing', werd 'Een nieuwe wethouder'")
        .shows("Waarom: Zij vroeg ernaar")
        .shows("24 november 2026");
}

#[test]
fn help_shows_what_is_meant_and_the_question_comes_again() {
    let story = Story::with_project();
    let outcome =
        story.type_at(&["fase", "--vraag", "aanleiding"], "?\n:stop\n").succeeds().says("Uitleg:").says("Waarom:");
    assert_eq!(outcome.messages.matches("Herkomst:").count(), 1);
}

#[test]
fn not_known_yet_is_an_answer_that_is_listed() {
    let story = Story::with_project();
    story.type_at(&["fase", "--vraag", "aanleiding"], ":weetniet\n").succeeds();
    assert!(story.project().contains("state = \"unknown\""));
    story.run(&["status"]).succeeds().shows("Nog uit te zoeken");
}

#[test]
fn an_answer_is_erased_only_when_that_is_said() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story.type_at(&["fase", "--vraag", "aanleiding"], ":wis\n:stop\n").succeeds().says("gewist");
    story.run(&["geschiedenis"]).succeeds().shows("gewist; er stond 'Een storing'");
    // What comes after it is told too, or the history would end where there was nothing.
    story.type_at(&["fase", "--vraag", "aanleiding"], "Een lek\n\n:stop\n").succeeds();
    story.run(&["geschiedenis", "--vraag", "aanleiding"]).succeeds().shows("Een lek");
}

#[test]
fn a_wrong_date_is_said_with_what_to_type() {
    let story = Story::with_project();
    story
        .type_at(&["fase", "--vraag", "startbijeenkomst"], "31-2-2027\nergens\nover 3 weken\n")
        .succeeds()
        .says("de dag '31-2-2027' bestaat niet")
        .says("'ergens' is geen datum")
        .says("typ bijvoorbeeld 31-12-2026")
        .says("15 december 2026");
}

#[test]
fn a_command_that_does_not_exist_is_no_answer() {
    let story = Story::with_project();
    story.type_at(&["fase", "--vraag", "startbijeenkomst"], ":terg\n:stop\n").succeeds().says("bedoel je ':terug'?");
}

#[test]
fn a_wrong_prepared_answer_is_refused_with_its_question() {
    let story = Story::with_project();
    let before = story.project();
    story
        .run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=ooit"])
        .ends_with(1)
        .says("verkennen.startbijeenkomst")
        .says("'ooit' is geen datum")
        .says_no("er is niets overgenomen");
    story
        .run(&["fase", "--geen-vragen", "--antwoord", "aanleiding=Iets", "--antwoord", "startbijeenkomst=ooit"])
        .ends_with(1)
        .says("'ooit' is geen datum")
        .says("er is niets overgenomen, ook niet wat wel goed was");
    assert_eq!(story.project(), before);
}

#[test]
fn an_unknown_question_gets_a_near_miss() {
    let story = Story::with_project();
    story
        .run(&["fase", "--geen-vragen", "--antwoord", "verkennen.anleiding=x"])
        .ends_with(1)
        .says("er is geen vraag 'verkennen.anleiding'")
        .says("bedoel je 'verkennen.aanleiding'?");
}

#[test]
fn stopping_at_the_reason_keeps_the_answer() {
    let mut story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story
        .on("2026-12-01")
        .type_at(&["fase", "--vraag", "aanleiding"], "Een nieuwe wethouder\n\n?\n:stop\n")
        .succeeds()
        .says("Typ in een paar woorden waarom")
        .says("Gestopt. Alles is bewaard");
    assert!(story.project().contains("Een nieuwe wethouder"));
}

#[test]
fn only_what_was_never_dealt_with_comes_when_one_goes_on() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.kopgroep=Bakkerij Jansen;"]).succeeds();
    let outcome = story.type_at(&["fase", "verkennen"], "1\n-\n:stop\n").succeeds().says("Welke organisatie trekt");
    assert!(!outcome.messages.contains("Wie zitten er in de kopgroep?"), "{}", outcome.messages);
}

#[test]
fn several_prepared_items_stand_between_semicolons() {
    let story = Story::with_project();
    let given = |answer: &str| story.run(&["fase", "--geen-vragen", "--antwoord", answer]);
    given("verkennen.ambities=csirt, oefenen").succeeds();
    assert!(story.project().contains("value = [\"csirt\", \"oefenen\"]"), "{}", story.project());
    given("verkennen.ambities=Een avond, met soep").succeeds();
    assert!(story.project().contains("value = [\"Een avond, met soep\"]"), "{}", story.project());
    given("verkennen.kandidaten=Bank A, Bank B").ends_with(2).says("hoort een puntkomma");
    given("verkennen.kandidaten=Bakker, Zoon & Co;").succeeds();
    assert!(story.project().contains("name = \"Bakker, Zoon & Co\""));
}

#[test]
fn more_own_answers_than_the_question_takes_are_refused() {
    let story = Story::with_project();
    let before = story.project();
    let own = "verkennen.argumenten=eigen een; eigen twee; eigen drie; eigen vier";
    story.run(&["fase", "--geen-vragen", "--antwoord", own]).ends_with(1).says("dat zijn er te veel: hooguit 3");
    assert_eq!(story.project(), before);
    let three = "verkennen.argumenten=eigen een; eigen twee; eigen drie";
    story.run(&["fase", "--geen-vragen", "--antwoord", three]).succeeds();
    // Two options beside three answers of one's own: five, and the list itself only counts its lines.
    let asked = story.type_at(&["fase", "verkennen", "--vraag", "argumenten"], "1,2,9\n\n");
    asked.says("dat zijn er te veel: hooguit 3");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn a_choice_that_goes_with_no_other_stands_alone() {
    let story = Story::with_project();
    let given = |answer: &str| story.run(&["fase", "ontwikkelen", "--geen-vragen", "--antwoord", answer]);
    given("ontwikkelen.steun-nog-niet.gemeente-zuidwald=niemand; bestuur")
        .ends_with(1)
        .says("'Niemand: wie gesproken is, staat erachter' gaat met geen andere keuze samen");
    given("ontwikkelen.steun-nog-niet.gemeente-zuidwald=niemand").succeeds();
    let question = ["fase", "ontwikkelen", "--vraag", "steun-nog-niet"];
    story.type_at(&question, "1\n1,2\n2\n\n").says("gaat met geen andere keuze samen");
    story.run(&["controleer"]).succeeds().says("In orde");
}

#[test]
fn a_refused_answer_takes_the_others_of_its_command_along() {
    let story = Story::with_project();
    let before = story.project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "ontwikkelen.bedrag-nodig=veel"]).ends_with(1);
    assert_eq!(story.project(), before, "no phase begins");
    let both = ["--antwoord", "verkennen.grens=De haven", "--antwoord", "verkennen.omvang=veertig"];
    story.run(&[&["fase", "--geen-vragen"], &both[..]].concat()).ends_with(1);
    assert_eq!(story.project(), before, "no good answer goes in beside a refused one");
}

#[test]
fn a_note_is_made_in_a_list_as_at_a_text() {
    let story = Story::with_project();
    for (question, note) in [("tempo", "keuze"), ("ambities", "meer"), ("aanleiding", "tekst"), ("kopgroep", "wie")] {
        let typed = format!(":notitie {note} aan Mo\n:stop\n");
        story.type_at(&["fase", "verkennen", "--vraag", question], &typed).says("Notitie bewaard bij deze vraag.");
        assert!(story.project().contains(&format!("note = \"{note} aan Mo\"")), "{question}: {}", story.project());
    }
}

#[test]
fn what_was_noted_before_stays_in_the_history() {
    let story = Story::with_project();
    let ask = ["fase", "verkennen", "--vraag", "aanleiding"];
    story.type_at(&ask, ":notitie een belangrijke eerste\n:stop\n").says("Notitie bewaard bij deze vraag.");
    story.type_at(&ask, ":notitie een tweede\n:stop\n").says("De vorige staat in de geschiedenis");
    story.type_at(&ask, ":notitie\n:stop\n").says("Zet de notitie erachter");
    assert!(story.project().contains("note = \"een tweede\""), "{}", story.project());
    let history = story.run(&["geschiedenis"]).succeeds();
    history.shows("Notitie bij 'Aanleiding'").shows("een belangrijke eerste");
}

#[test]
fn who_is_left_out_of_the_kopgroep_is_out_of_it_everywhere() {
    let story = Story::with_project();
    let answer = |given: &str| story.run(&["fase", "--geen-vragen", "--antwoord", given]).succeeds();
    answer("verkennen.kopgroep=Werf De Kade; Gieterij Van Oost; Gemeente Zuidwâld");
    answer("verkennen.kopgroep=Werf De Kade; Gemeente Zuidwâld");
    let register = story.run(&["organisatie", "lijst", "--formaat", "json"]).json();
    let place = |name: &str| {
        let all = register["organisations"].as_array().expect("the register is a list");
        all.iter().find(|one| one["name"] == name).map(|one| one["place"].as_str().expect("a word").to_owned())
    };
    assert_eq!(place("Gieterij Van Oost").as_deref(), Some("stakeholder"));
    assert_eq!(place("Werf De Kade").as_deref(), Some("kopgroep"));
    story.run(&["document", "intentieverklaring"]).succeeds().shows("Werf De Kade").shows_no("Gieterij");
    story.run(&["controleer"]).succeeds().says_no("let op");
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_its_line_by_every_command() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2027"]).succeeds();
    story.write("regio.toml", &story.project().replace("value = 2027-01-15", "value = \"15-1-2027\""));
    for words in [&["status"][..], &["checklist"], &["document", "agenda"], &["gebeurtenis", "nieuw", "x"]] {
        let outcome = story.run(words).succeeds();
        outcome
            .says("het antwoord bij verkennen.startbijeenkomst past niet")
            .says("regio.toml:")
            .says("telt zo'n antwoord niet mee");
    }
    story.run(&["controleer"]).ends_with(1).says("de vraag vraagt om een datum");
}

#[test]
fn a_day_that_has_been_is_pointed_out() {
    let story = Story::with_project();
    story
        .run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2026"])
        .succeeds()
        .says("Let op: 15 januari 2026 is al geweest.");
    story
        .type_at(&["fase", "--vraag", "startbijeenkomst"], "16-1-2026\n\n")
        .succeeds()
        .says("Let op: 16 januari 2026 is al geweest.");
}

#[test]
fn which_day_of_a_week_is_asked() {
    let story = Story::with_project();
    let ask = ["fase", "--vraag", "startbijeenkomst"];
    story.type_at(&ask, "volgende week\n2\n\n").succeeds().says("Welke dag bedoel je?").says("dinsdag");
    story.type_at(&ask, "15-1-47\nja\n\n").succeeds().says("Bedoel je dinsdag 15 januari 2047?");
    assert!(story.project().contains("value = 2047-01-15"), "{}", story.project());
}

#[test]
fn hours_are_read_with_what_stands_behind_them() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "trekker-tijd=8 uur per maand"]).succeeds();
    assert!(story.project().contains("value = 8"), "{}", story.project());
    story.run(&["fase", "--geen-vragen", "--antwoord", "trekker-tijd=8 uur per week"]).ends_with(1);
    story.type_at(&["fase", "--vraag", "trekker-tijd"], "1u30 per maand\n\n").succeeds();
    assert!(story.project().contains("value = 1.5"), "{}", story.project());
}

#[test]
fn a_time_that_no_calendar_can_read_is_told() {
    let story = Story::with_project();
    let give = |time: &str| {
        story.run(&["fase", "--geen-vragen", "--antwoord", &format!("startbijeenkomst-tijd={time}")]).succeeds()
    };
    give("half acht tot negen").says("lees ik geen tijd voor de agenda");
    give("9.30 tot 12.00 uur").says("Overgenomen: 1 antwoord.").says_no("lees ik geen tijd");
}

/// Who leads is asked for, and does not slip in under somebody's name.
#[test]
fn the_kopgroep_is_who_was_chosen() {
    let story = Story::with_project();
    let kopgroep = |typed: &str| {
        story.run(&["fase", "--geen-vragen", "--antwoord", "trekkende-organisatie=Gemeente Zuidwâld"]).succeeds();
        story.type_at(&["fase", "--vraag", "kopgroep"], typed).succeeds()
    };
    let without = "[answer.verkennen.kopgroep]\nvalue = [\"bakkerij-het-hoekje\"]";
    kopgroep("2\nnee\n").says("Gemeente Zuidwâld trekt de samenwerking. Zit zij ook in de kopgroep?");
    assert!(story.project().contains(without), "{}", story.project());
    kopgroep("2\nja\n");
    assert!(!story.project().contains(without), "{}", story.project());
    let answer = ["fase", "--geen-vragen", "--antwoord", "kopgroep=Bakkerij Het Hoekje"];
    story.run(&answer).succeeds().says("Gemeente Zuidwâld trekt de samenwerking, en staat zo niet in de kopgroep");
    assert!(story.project().contains(without), "{}", story.project());
}
