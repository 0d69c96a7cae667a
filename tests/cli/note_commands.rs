//! What can be typed at the table where sheets are typed over, besides answers.

use regio::domain::FullId;
use regio::round::Code;

use crate::story::Story;

fn code(question: &str) -> String {
    Code::of_question(&FullId::parse(question).expect("is the id of a question")).to_string()
}

/// Types these lines at the answer to a question that all answer together.
fn at_an_answer(lines: &str) -> (Story, crate::story::Outcome) {
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
        outcome.succeeds().says("Er staat: Een storing").says_no("Bewaard");
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
        .says("Nog open")
        .says("het commando ':vanalles' bestaat niet")
        .says("Dat kan hier niet. Typ het antwoord, of '<' voor een andere code.");
    assert!(story.project().contains("value = \"Een inbraak\""));
}

/// A word may look like a code that was mistyped; an answer of plain words does not.
#[test]
fn an_answer_that_begins_with_a_short_word_is_no_code() {
    for answer in ["Bakkers en slagers", "brs2 is weg", "ABC-12345 is een kenteken", "AB-12 ook", "aBC-12 niet"] {
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
