use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::domain::{
    Answer, Change, Decimal, FullId, Kind, Piece, Project, Question, Questionnaire, State, Subject, Template, Value,
};

/// What the project file must know of the questionnaires: the order of the questions, their words, and where amounts
/// stand. Amounts are strings in the files, since a TOML float is no exact number.
#[derive(Clone, Debug)]
pub struct Outline {
    lines: Arc<LazyLock<Lines, Box<dyn FnOnce() -> Lines + Send>>>,
}

type Lines = BTreeMap<FullId, Line>;

impl Default for Outline {
    fn default() -> Outline {
        Outline::of_questions([])
    }
}

#[derive(Clone, Debug)]
struct Line {
    order: usize,
    words: String,
    kind: Kind,
}

impl Outline {
    pub fn new<'q>(questionnaires: impl IntoIterator<Item = &'q Questionnaire>) -> Outline {
        Outline::of_questions(questionnaires.into_iter().flat_map(Questionnaire::questions))
    }

    /// The questions in the order in which they stand in the file.
    pub fn of_questions<'q>(questions: impl IntoIterator<Item = &'q Question>) -> Outline {
        let lines = lines(questions);
        Outline { lines: Arc::new(LazyLock::new(Box::new(|| lines))) }
    }

    /// The same, of questions that are not asked for before a file has them.
    pub fn of_questions_to_come<Q>(questions: impl FnOnce() -> Q + Send + 'static) -> Outline
    where
        Q: IntoIterator<Item = &'static Question>,
    {
        Outline { lines: Arc::new(LazyLock::new(Box::new(|| lines(questions())))) }
    }

    /// The place of a question; questions that are not known come last.
    pub fn order(&self, question: &FullId) -> usize {
        self.lines.get(question).map_or(usize::MAX, |line| line.order)
    }

    /// The words of a question, on one line.
    pub fn words(&self, question: &FullId) -> Option<&str> {
        self.lines.get(question).map(|line| line.words.as_str())
    }

    /// Makes numbers of the amounts in a project as it was read.
    pub fn numbers_in(&self, project: &mut Project) {
        change_values(project, |question, value| self.change_amounts(question, value, to_number));
    }

    pub fn numbers_in_answer(&self, question: &FullId, answer: &mut Answer) {
        if let State::Given(value) = &mut answer.state {
            self.change_amounts(question, value, to_number);
        }
    }

    /// A project with its amounts as they stand in the file.
    pub fn strings_in(&self, mut project: Project) -> Project {
        change_values(&mut project, |question, value| self.change_amounts(question, value, to_string));
        project
    }

    /// A value with its amounts as they stand in the file.
    pub fn with_strings(&self, question: &FullId, mut value: Value) -> Value {
        self.change_amounts(question, &mut value, to_string);
        value
    }

    fn change_amounts(&self, question: &FullId, value: &mut Value, change: fn(&mut Value)) {
        if let Some(line) = self.lines.get(question) {
            change_amounts(&line.kind, value, change);
        }
    }
}

fn change_amounts(kind: &Kind, value: &mut Value, change: fn(&mut Value)) {
    match (kind, value) {
        (Kind::Amount { .. }, amount) => change(amount),
        (Kind::Group { .. }, Value::List(items)) => {
            items.iter_mut().for_each(|item| change_amounts(kind, item, change));
        }
        (Kind::Group { fields, .. }, Value::Record(record)) => {
            for field in fields {
                if let Some(value) = record.get_mut(field.id.as_str()) {
                    change_amounts(&field.kind, value, change);
                }
            }
        }
        _ => {}
    }
}

fn to_number(value: &mut Value) {
    if let Some(number) = value.as_text().and_then(Decimal::parse) {
        *value = Value::Number(number);
    }
}

fn to_string(value: &mut Value) {
    if let Some(number) = value.as_number() {
        *value = Value::Text(number.to_string());
    }
}

/// Changes every value that answers a question.
fn change_values(project: &mut Project, mut change: impl FnMut(&FullId, &mut Value)) {
    let mut in_state = |question: &FullId, state: &mut State| {
        if let State::Given(value) = state {
            change(question, value);
        }
    };
    project.everything_said_mut().for_each(|(question, _, answer)| in_state(question, &mut answer.state));
    project.agreed_mut().for_each(|agreed| in_state(&agreed.question, &mut agreed.answer.state));
    for Change { subject, from, to, .. } in &mut project.history {
        if let Subject::Answer(item) = subject {
            from.iter_mut().chain(to).for_each(|state| in_state(&item.question, state));
        }
    }
    for lapsed in &mut project.lapsed {
        lapsed.value.iter_mut().for_each(|value| change(&lapsed.question, value));
    }
}

fn lines<'q>(questions: impl IntoIterator<Item = &'q Question>) -> Lines {
    let lines = questions.into_iter().enumerate().map(|(order, question)| {
        let line = Line { order, words: plain_words(&question.ask), kind: question.kind.clone() };
        (question.id.clone(), line)
    });
    lines.collect()
}

fn plain_words(template: &Template) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Value(..) => "…".to_owned(),
    };
    template.pieces.iter().map(piece).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
