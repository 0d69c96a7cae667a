//! Projects in which anyone may have said anything, every text with a word of its own.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::sample;
use crate::domain::{Answer, Decimal, Project, Scope, Standing, State, Value};

/// A project, with every word that somebody said in it. What was set aside is apart: it is not in every overview.
#[derive(Clone, Debug)]
pub struct AnyProject {
    pub project: Project,
    pub words: Vec<String>,
    pub set_aside: Vec<String>,
}

/// What is decided about one thing that is said; which word it holds depends on where it stands.
#[derive(Clone, Debug)]
struct Spark {
    state: u8,
    /// Which option, level or number; and which of a few wordings that nearly are the same.
    choice: usize,
    own_word: bool,
    note: bool,
}

fn spark() -> impl Strategy<Value = Spark> {
    (0_u8..8, 0_usize..8, any::<bool>(), any::<bool>()).prop_map(|(state, choice, own_word, note)| Spark {
        state,
        choice,
        own_word,
        note,
    })
}

const NEAR: [&str; 8] = [
    "samenwerken",
    "Samenwerken.",
    "samenwerkenn",
    "samenwreken",
    "sámenwerken",
    "wel oefenen",
    "niet oefenen",
    "“Samenwerken”",
];

pub fn any_project() -> impl Strategy<Value = AnyProject> {
    let questions = sample::catalog().questions().count();
    let variants = vec((0..questions, 0..sample::KOPGROEP.len(), select(Standing::ALL), spark()), 0..4);
    // For each question: the joint answer, and what each organisation and the partner say.
    (vec(vec(spark(), 6), questions), variants).prop_map(|(sparks, variants)| {
        let mut made = AnyProject { project: sample::project(), words: Vec::new(), set_aside: Vec::new() };
        let catalog = sample::catalog();
        for (question, sparks) in catalog.questions().zip(&sparks) {
            let local = question.id.local.as_str();
            for (last, spark) in sample::KOPGROEP.into_iter().chain([sample::PARTNER]).zip(sparks) {
                let mut words = Vec::new();
                if let Some(answer) = answer(local, spark, &format!("{local}{last}"), &mut words) {
                    sample::say(&mut made.project, local, last, answer);
                    made.words.extend(words);
                }
            }
            let mut words = Vec::new();
            if question.scope == Scope::Together
                && let Some(answer) = answer(local, &sparks[5], &format!("{local}joint"), &mut words)
            {
                sample::together(&mut made.project, local, answer);
                made.words.extend(words);
            }
        }
        for (index, (question, last, standing, spark)) in variants.into_iter().enumerate() {
            let question = catalog.questions().nth(question).expect("it is one of the questions");
            let (local, last) = (question.id.local.as_str(), sample::KOPGROEP[last]);
            let mut words = Vec::new();
            if let Some(answer) = answer(local, &spark, &format!("variant{index}"), &mut words) {
                sample::vary(&mut made.project, local, last, standing, answer);
                if standing == Standing::SetAside { made.set_aside.extend(words) } else { made.words.extend(words) }
            }
        }
        made
    })
}

/// An answer that holds words of its own: none other has them.
fn answer(local: &str, spark: &Spark, place: &str, words: &mut Vec<String>) -> Option<Answer> {
    let unique: String = format!("q{place}e").chars().filter(char::is_ascii_alphanumeric).collect();
    let state = match spark.state {
        0 => return None,
        1 => State::Unknown,
        2 => State::NotApplicable,
        3 => State::Open,
        _ => State::Given(value(local, spark, &unique, words)),
    };
    let note = spark.note.then(|| format!("Noot{unique}n erbij.\nTweede{unique}n"));
    words.extend(spark.note.then(|| [format!("Noot{unique}n"), format!("Tweede{unique}n")]).into_iter().flatten());
    Some(Answer { note, ..sample::in_state(state) })
}

fn value(local: &str, spark: &Spark, unique: &str, words: &mut Vec<String>) -> Value {
    let themes = ["oefenen", "delen", "leren", "inkopen"];
    let theme = themes[spark.choice % 4];
    let mut told = |text: String| {
        words.extend(text.split_whitespace().map(str::to_owned));
        Value::Text(text)
    };
    let near = NEAR[spark.choice];
    match local {
        "uren" => sample::hours(i64::try_from(spark.choice).expect("it is small")),
        "bedrag" => Value::Number(Decimal::from_integer(i64::try_from(spark.choice).expect("it is small"))),
        "volwassenheid" => Value::integer(i64::try_from(spark.choice % 4 + 1).expect("it is small")),
        "bereikbaar" => Value::Flag(spark.choice.is_multiple_of(2)),
        "samen-thema" => Value::text(theme),
        "eigen-thema" if spark.own_word => told(unique.to_owned()),
        "eigen-thema" => Value::text(theme),
        "anderen-thema" if spark.own_word => Value::List(vec![told(unique.to_owned()), Value::text(theme)]),
        "anderen-thema" => Value::List(vec![Value::text(theme)]),
        "eigen-zorg" | "anderen-zorg" if spark.own_word => {
            Value::List(vec![told(near.to_owned()), told(format!("Zorg {unique}"))])
        }
        "eigen-zorg" | "anderen-zorg" => Value::List(vec![told(near.to_owned())]),
        _ if spark.own_word => told(format!("Eerste {unique} regel.\nTweede regel{unique}.")),
        _ => told(near.to_owned()),
    }
}
