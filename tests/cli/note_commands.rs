//! What can be typed at the table where sheets are typed over, besides answers.

use regio::built_in::catalog;
use regio::domain::{FullId, Identifier, Phase, Place, Question};
use regio::round::{Code, asked_of, asked_questions};

use crate::story::{Outcome, Story};

fn code(question: &str) -> String {
    Code::of_question(&FullId::parse(question).expect("is the id of a question")).to_string()
}

/// Types these lines at the answer to a question that all answer together.
fn at_an_answer(lines: &str) -> (Story, Outcome) {
    let story = Story::with_project();
    story.run(&["noteer", "verkennen.aanleiding", "Een storing"]).succeeds();
    let typed = format!("samen\n{}\n{lines}\n", code("verkennen.aanleiding"));
    let outcome = story.type_at(&["noteer", "--eenvoudig"], &typed);
    (story, outcome)
}

#[test]
fn an_answer_can_be_left_as_it_is() {
    for left in ["-", ":overslaan", ""] {
        let (story, outcome) = at_an_answer(left);
        outcome.succeeds().says("Er staat: Een storing").says_no("Bewaard").says_no("Dat kan hier niet");
        assert!(story.project().contains("value = \"Een storing\""));
    }
}

#[test]
fn that_nobody_knows_or_that_it_does_not_apply_is_an_answer() {
    for (word, state) in [(":weetniet", "unknown"), (":nvt", "not-applicable")] {
        let (story, outcome) = at_an_answer(word);
        outcome.succeeds().says("Bewaard. Aanleiding: ");
        let project = story.project();
        assert!(project.contains(&format!("[answer.verkennen.aanleiding]\nstate = \"{state}\"")), "{project}");
    }
}

#[test]
fn a_remark_is_kept_beside_the_answer_which_is_still_asked() {
    let (story, outcome) = at_an_answer(":notitie Vraag het Jo\nEen inbraak");
    outcome.succeeds().says("Een inbraak");
    let project = story.project();
    assert!(project.contains("value = \"Een inbraak\"") && project.contains("note = \"Vraag het Jo\""), "{project}");
}

#[test]
fn an_answer_can_be_wiped_and_is_still_to_be_read() {
    let (story, outcome) = at_an_answer(":wis");
    outcome.succeeds().says("Het antwoord is gewist. Wat er stond, staat nog in de geschiedenis.");
    let project = story.project();
    assert!(project.contains("from = \"Een storing\""), "{project}");
    assert!(!project.contains("value = \"Een storing\""), "{project}");
}

#[test]
fn what_is_open_is_told_and_the_answer_is_still_asked() {
    let (story, outcome) = at_an_answer(":lijst\n:vanalles\n:opnieuw\nEen inbraak");
    outcome
        .succeeds()
        .says(&code("verkennen.aanleiding"))
        .says("Nog open")
        .says("het commando ':vanalles' bestaat niet")
        .says("Dat kan hier niet. Typ het antwoord, of '<' voor een andere code.");
    assert!(story.project().contains("value = \"Een inbraak\""));
}

#[test]
fn what_is_open_can_be_asked_where_nothing_was_typed_yet() {
    let (_, outcome) = at_an_answer(":lijst\n:stop");
    outcome.succeeds().says("Nog open: ").says_no("Dat kan hier niet").says_no("antwoord overgenomen");
}

/// A word may look like a code that was mistyped; an answer of plain words does not.
#[test]
fn an_answer_that_begins_with_a_short_word_is_no_code() {
    for answer in
        ["Bakkers en slagers", "brs2 is weg", "ABC-12345 is een kenteken", "AB-12 ook", "aBC-12 niet", "Xmfaa en meer"]
    {
        let (story, outcome) = at_an_answer(answer);
        outcome.succeeds();
        assert!(story.project().contains(&format!("value = \"{answer}\"")), "{answer}\n{}", story.project());
    }
    let (story, outcome) = at_an_answer("ABC-12 is een code");
    outcome.says("ABC-12");
    assert!(story.project().contains("value = \"Een storing\""));
}

/// Going back chooses nothing, and neither does stopping where nothing can lie beside.
#[test]
fn who_chooses_nothing_leaves_what_stood() {
    let story = Story::with_project();
    story.run(&["noteer", "verkennen.aanleiding", "Een storing", "--door", "Fatima"]).succeeds();
    let goal = ["noteer", "verkennen.eigen-doel", "Leren", "--voor", "gemeente-zuidwald", "--door", "Fatima"];
    story.run(&goal).succeeds();
    let before = story.project();
    let (reason, goal) = (code("verkennen.aanleiding"), code("verkennen.eigen-doel"));
    let back = format!("gemeente zuidwâld\nJoris\n{goal} Rust\n<\n:stop\n");
    for lines in [back, format!("samen\n{reason} Een wet\n:stop\n")] {
        story.type_at(&["noteer", "--eenvoudig"], &lines).says("Wat geldt?").says_no("opzij gelegd");
        assert_eq!(story.project(), before, "{lines}");
    }
}

fn type_over(story: &Story, lines: &str) -> Outcome {
    story.type_at(&["noteer", "--eenvoudig"], lines)
}

/// What is open on the sheet of the town after all but the first of its questions that are always asked.
#[test]
fn the_end_tells_what_is_open_as_far_as_it_fits() {
    let catalog = catalog();
    let asked: Vec<&Question> = asked_questions(catalog, Some(Phase::Verkennen), Place::Kopgroep).collect();
    let (always, sometimes): (Vec<&Question>, Vec<&Question>) = asked.iter().partition(|one| one.when.is_none());
    let labels: Vec<&str> = always.iter().map(|one| one.label.as_str()).collect();
    for (left, told) in [
        (0, "Daar staat nu niets meer open.".to_owned()),
        (1, format!("Nog open: 1 vraag ({}).", labels[0])),
        (8, format!("Nog open: 8 vragen ({}).", labels[..8].join("; "))),
        (9, format!("Nog open: 9 vragen ({}; en nog 1).", labels[..8].join("; "))),
    ] {
        let story = Story::with_project();
        let known = always[left..].iter().chain(&sometimes);
        let lines: String = known.map(|one| format!("{} weet niet\n", Code::of_question(&one.id))).collect();
        let told = format!("{} antwoorden overgenomen. {told}", asked.len() - left);
        story.type_at(&["noteer"], &format!("gemeente zuidwâld\n{lines}")).succeeds().says(&told);
    }
}

/// Whose phase is not the last that was begun.
#[test]
fn what_is_open_is_told_of_the_phase_that_is_typed_in() {
    let story = Story::with_project();
    story
        .run(&["fase", "ontwikkelen", "--geen-vragen", "--antwoord", "ontwikkelen.trekkers=Gemeente Zuidwâld"])
        .ends_with(0);
    let lines = format!("samen\n{} Een storing\n:lijst\n:stop\n", code("verkennen.aanleiding"));
    let first = asked_of(catalog(), Phase::Verkennen, None);
    let first = first.iter().find(|one| one.when.is_none() && one.id.local.as_str() != "aanleiding").expect("is asked");
    let other = asked_of(catalog(), Phase::Ontwikkelen, None);
    let other = other.iter().find(|one| one.when.is_none()).expect("is asked");
    type_over(&story, &lines)
        .succeeds()
        .says("Nog open: ")
        .says(&first.label)
        .says_no(&format!("vragen ({}", other.label));
}

#[test]
fn a_sheet_is_typed_in_its_order_and_its_end_is_told() {
    let catalog = catalog();
    let asked = asked_of(catalog, Phase::Verkennen, None);
    let last = Code::of_question(&asked.iter().rfind(|one| one.when.is_none()).expect("is asked").id);
    let lines = format!("samen\n{last} weet niet\n{}", "\n".repeat(9));
    let story = Story::with_project();
    type_over(&story, &lines)
        .says("Typ de naam, of de code die bovenaan het blad staat.")
        .says("Typ de antwoorden in de volgorde van het blad.")
        .says("Dat was de laatste vraag van dit blad.");
    let story = Story::with_project();
    story
        .type_at(&["noteer"], &format!("samen\n{last} weet niet\n"))
        .succeeds()
        .says_no("Typ de antwoorden in de volgorde")
        .says_no("Dat was de laatste vraag");
    // Nothing was typed before a code was asked: then the end of the sheet is not told.
    type_over(&Story::with_project(), "samen\n<\n:stop\n").succeeds().says_no("Dat was de laatste vraag");
}

#[test]
fn an_answer_that_is_refused_is_asked_again() {
    let role = code("verkennen.eigen-rol");
    for refused in [format!("{role}\n9"), format!("{role} 9")] {
        let story = Story::with_project();
        let lines = format!("gemeente zuidwâld\n\n{refused}\n2\n:stop\n");
        type_over(&story, &lines).succeeds().says("'9' staat niet");
        let project = story.project();
        let said = "[answer.verkennen.eigen-rol.gemeente-zuidwald]\nvalue = \"meedenken\"";
        assert!(project.contains(said), "{project}");
    }
}

#[test]
fn a_code_may_be_typed_where_a_name_is_asked() {
    let story = Story::with_project();
    let line = format!("gemeente zuidwâld\n{} Rust\n:stop\n", code("verkennen.eigen-doel"));
    type_over(&story, &line).succeeds();
    assert!(story.project().contains("[answer.verkennen.eigen-doel.gemeente-zuidwald]\nvalue = \"Rust\""));
}

#[test]
fn who_is_not_known_is_told_who_may_be_meant() {
    let town = Code::of_organisation(&Identifier::parse("gemeente-zuidwald").expect("is a name"));
    let mut slip: Vec<char> = town.to_string().chars().collect();
    slip.swap(0, 1);
    let slip: String = slip.into_iter().collect();
    for (typed, tip) in [
        ("Hoekje", "bedoel je 'Bakkerij Het Hoekje'?"),
        (&*slip, &*format!("bedoel je {town} (")),
        ("Verweggistan", "typ een naam uit het register of de code bovenaan het blad"),
        (&*code("verkennen.aanleiding"), "dat is de code van een vraag; typ eerst van wie het blad is"),
    ] {
        type_over(&Story::with_project(), &format!("{typed}\n:stop\n")).succeeds().says(tip);
    }
}

/// From the sheet of another back to the one before: who types it over says it, whoever said what stood there.
#[test]
fn who_corrects_the_last_answer_says_it() {
    let story = Story::with_project();
    let goal = code("verkennen.eigen-doel");
    story.run(&["noteer", &goal, "Leren", "--voor", "gemeente-zuidwald", "--door", "Fatima"]).succeeds();
    let bakery = Code::of_organisation(&Identifier::parse("bakkerij-het-hoekje").expect("is a name"));
    let lines = format!("gemeente zuidwâld\n{goal} Rust\n3\n{bakery}\n<\n<\nVrede\n3\n:stop\n");
    let typed = story.type_at(&["noteer", "--eenvoudig", "--door", "Mo"], &lines).succeeds();
    typed.says("Nu het werkblad van Bakkerij Het Hoekje.").says_no("Verder terug kan niet.");
    let project = story.project();
    let held = project.split("[answer.verkennen.eigen-doel.gemeente-zuidwald]").nth(1).expect("is there");
    let held = held.split("\n[").next().expect("it ends");
    assert!(held.contains("value = \"Leren\"") && held.contains("by = \"Fatima\""), "{project}");
    assert!(project.contains("value = \"Vrede\""), "{project}");
    assert_eq!(project.matches("by = \"Fatima\"").count(), 1, "{project}");
}

#[test]
fn who_chose_what_holds_is_not_told_what_stood_there() {
    let story = Story::with_project();
    let reason = code("verkennen.aanleiding");
    story.run(&["noteer", &reason, "Een storing", "--door", "Fatima"]).succeeds();
    let replaced = type_over(&story, &format!("samen\n{reason} Een wet\n2\n:stop\n")).succeeds();
    replaced.says("Wat geldt?").says_no("Bij 'Aanleiding' stond");
    let again = type_over(&story, &format!("samen\n{reason} Een inbraak\n:stop\n")).succeeds();
    again.says("Bij 'Aanleiding' stond: Een wet");
}

/// On a sheet nobody may; who says it himself may.
#[test]
fn who_types_his_own_answer_may_say_who_is_in_the_kopgroep() {
    let story = Story::with_project();
    story.run(&["noteer", &code("verkennen.kopgroep"), "Gemeente Zuidwâld"]).succeeds();
    let project = story.project();
    let bakery = project.split("name = \"Bakkerij Het Hoekje\"").nth(1).expect("is in the register");
    assert!(!bakery.lines().nth(1).expect("it has a place").contains("kopgroep"), "{project}");
}
