use std::collections::BTreeSet;

use proptest::prelude::*;

use super::Comparison;
use crate::domain::{Project, State, Tlp, Value};
use crate::render::{Markdown, Plain, Renderer, Terminal};
use crate::round::comparison::any_project::any_project;
use crate::round::comparison::{Choice, compare, sample};

/// Looks at the comparison of a project, or at what a name chooses of it.
fn look<R>(project: &Project, name: Option<&str>, look: impl FnOnce(&Comparison) -> R) -> R {
    sample::with_facts(project, |catalog, facts| {
        let choice = name.map(|name| (name, Choice::find(catalog, project, name).expect("it is a question")));
        let choice = choice.as_ref().map(|(name, choice)| (*name, choice));
        let mut compared = compare(catalog, facts);
        choice.iter().for_each(|(_, choice)| compared.only(choice));
        look(&Comparison::new(&compared, facts, choice))
    })
}

fn rendered(project: &Project, name: Option<&str>, renderer: &dyn Renderer) -> String {
    let document = look(project, name, |comparison| comparison.document());
    String::from_utf8(renderer.render(&document).expect("every document fits")).expect("the text is UTF-8")
}

fn json(project: &Project) -> String {
    look(project, None, |comparison| serde_json::to_string_pretty(comparison).expect("it fits in JSON"))
}

fn label(project: &Project, name: Option<&str>) -> &'static str {
    look(project, name, |comparison| comparison.head.tlp.title())
}

#[test]
fn a_lively_kopgroep_on_a_terminal() {
    insta::assert_snapshot!(rendered(&sample::lively(), None, &Terminal { width: 80, colour: false }));
}

#[test]
fn a_lively_kopgroep_in_plain_words() {
    insta::assert_snapshot!(rendered(&sample::lively(), None, &Plain { width: Some(80) }));
}

#[test]
fn a_lively_kopgroep_in_markdown() {
    insta::assert_snapshot!(rendered(&sample::lively(), None, &Markdown));
}

#[test]
fn one_question_shows_what_was_set_aside_too() {
    insta::assert_snapshot!(rendered(&sample::lively(), Some("eigen-doel"), &Terminal { width: 40, colour: false }));
}

#[test]
fn nothing_is_said_of_nothing() {
    let project = Project::new("abc".to_owned(), sample::TODAY);
    let shown = rendered(&project, None, &Plain { width: Some(80) });
    assert!(shown.contains("regio rondvraag maak"), "{shown}");
}

#[test]
fn the_label_is_the_strictest_of_what_is_repeated() {
    let mut project = sample::lively();
    let mut secret = sample::given(Value::text("geheim"));
    secret.tlp = Some(Tlp::Red);
    sample::say(&mut project, "samen-doel", "d", secret);
    assert_eq!(label(&project, None), "TLP:RED");
    assert_eq!(label(&project, Some("doel")), "TLP:RED");
    assert_eq!(label(&project, Some("thema")), "TLP:AMBER");
    let mut unknown = sample::in_state(State::Unknown);
    unknown.tlp = Some(Tlp::AmberStrict);
    sample::say(&mut project, "uren", "d", unknown);
    assert_eq!(label(&project, Some("uren")), "TLP:AMBER+STRICT");
}

/// The words of a text, without the punctuation around them.
fn words_in(text: &str) -> BTreeSet<String> {
    let lines = text.replace("\\n", " ");
    lines.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_word_that_anyone_said_is_there(made in any_project()) {
        let overviews = [
            ("terminal", rendered(&made.project, None, &Terminal { width: 80, colour: false })),
            ("narrow", rendered(&made.project, None, &Terminal { width: 40, colour: false })),
            ("plain", rendered(&made.project, None, &Plain { width: None })),
            ("markdown", rendered(&made.project, None, &Markdown)),
            ("json", json(&made.project)),
        ];
        for (format, shown) in &overviews {
            let seen = words_in(shown);
            for word in made.words.iter().flat_map(|word| words_in(word)) {
                prop_assert!(seen.contains(&word), "no '{}' in {}:\n{}", word, format, shown);
            }
        }
        let seen = words_in(&overviews[4].1);
        for word in made.set_aside.iter().flat_map(|word| words_in(word)) {
            prop_assert!(seen.contains(&word), "no '{}' in JSON", word);
        }
    }
}
