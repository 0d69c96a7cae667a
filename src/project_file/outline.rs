use std::collections::BTreeMap;

use crate::domain::{Decimal, FullId, Kind, Piece, Question, Questionnaire, Template, Value};

/// What the project file must know of the questionnaires: the order of the questions, their words, and where amounts
/// stand. Amounts are strings in the files, since a TOML float is no exact number.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    lines: BTreeMap<FullId, Line>,
}

#[derive(Clone, Debug)]
struct Line {
    order: usize,
    words: String,
    amounts: Amounts,
}

#[derive(Clone, Debug)]
enum Amounts {
    None,
    Whole,
    Fields(Vec<String>),
}

impl Outline {
    pub fn new<'q>(questionnaires: impl IntoIterator<Item = &'q Questionnaire>) -> Outline {
        Outline::of_questions(questionnaires.into_iter().flat_map(Questionnaire::questions))
    }

    /// The questions in the order in which they stand in the file.
    pub fn of_questions<'q>(questions: impl IntoIterator<Item = &'q Question>) -> Outline {
        let lines = questions.into_iter().enumerate().map(|(order, question)| {
            let line = Line { order, words: plain_words(&question.ask), amounts: Amounts::of(&question.kind) };
            (question.id.clone(), line)
        });
        Outline { lines: lines.collect() }
    }

    /// The place of a question; questions that are not known come last.
    pub fn order(&self, question: &FullId) -> usize {
        self.lines.get(question).map_or(usize::MAX, |line| line.order)
    }

    /// The words of a question, on one line.
    pub fn words(&self, question: &FullId) -> Option<&str> {
        self.lines.get(question).map(|line| line.words.as_str())
    }

    /// A value as it stands in the file, with its amounts as numbers.
    pub fn with_numbers(&self, question: &FullId, value: Value) -> Value {
        self.change_amounts(question, value, &|text| match text {
            Value::Text(text) => Decimal::parse(&text).map_or(Value::Text(text), Value::Number),
            other => other,
        })
    }

    /// A value with its amounts as they stand in the file.
    pub fn with_strings(&self, question: &FullId, value: Value) -> Value {
        self.change_amounts(question, value, &|number| match number {
            Value::Number(number) => Value::Text(number.to_string()),
            other => other,
        })
    }

    fn change_amounts(&self, question: &FullId, value: Value, change: &dyn Fn(Value) -> Value) -> Value {
        match self.lines.get(question).map(|line| &line.amounts) {
            Some(Amounts::Whole) => change(value),
            Some(Amounts::Fields(names)) => change_fields(names, value, change),
            Some(Amounts::None) | None => value,
        }
    }
}

impl Amounts {
    fn of(kind: &Kind) -> Amounts {
        let amount_fields = kind.fields().iter().filter(|field| matches!(field.kind, Kind::Amount { .. }));
        let names: Vec<String> = amount_fields.map(|field| field.id.to_string()).collect();
        match kind {
            Kind::Amount { .. } => Amounts::Whole,
            _ if names.is_empty() => Amounts::None,
            _ => Amounts::Fields(names),
        }
    }
}

fn change_fields(names: &[String], value: Value, change: &dyn Fn(Value) -> Value) -> Value {
    match value {
        Value::List(items) => Value::List(items.into_iter().map(|item| change_fields(names, item, change)).collect()),
        Value::Record(fields) => Value::Record(BTreeMap::from_iter(fields.into_iter().map(|(name, value)| {
            let value = if names.contains(&name) { change(value) } else { value };
            (name, value)
        }))),
        other => other,
    }
}

fn plain_words(template: &Template) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Value(..) => "…".to_owned(),
    };
    template.pieces.iter().map(piece).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
