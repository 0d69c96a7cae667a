use super::compile::compile;
use super::evaluate::evaluate;
use super::facts::Facts;
use super::fault::{FormulaError, FormulaFault};
use super::names::{Asker, Names};
use super::operand::kind_of_answer;
use super::words::Words;
use crate::domain::{
    Formula, FormulaKind, FullId, Identifier, Measure, Organisation, OrganisationKind, Phase, Piece, ProjectFact,
    Template, Value,
};
use crate::notation;

/// What stands in a text for something that is not known.
const NOT_KNOWN: &str = "(nog open)";

/// Compiles a text in which expressions stand between `{{` and `}}`.
pub fn compile_template(text: &str, names: &Names, asker: &Asker) -> Result<Template, FormulaError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("{{") {
        let start = text.len() - inside.len();
        let Some((formula, after)) = inside.split_once("}}") else {
            return Err(FormulaError { span: start - 2..text.len(), fault: FormulaFault::Unclosed });
        };
        let in_text = |FormulaError { span, fault }| FormulaError { span: span.start + start..span.end + start, fault };
        let operand = compile(formula, names, asker).map_err(in_text)?;
        pieces.extend([Piece::Words(before.to_owned()), Piece::Value(operand.formula, operand.kind)]);
        rest = after;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    Ok(Template { pieces })
}

/// A piece of a text in which answers stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled {
    /// Words of the author.
    Words(String),
    /// What was answered, in words.
    Answer(String),
    /// What was answered when it is a row of things, each in words.
    Answers(Vec<String>),
    /// Nothing is known yet: the first question that would tell, or what the project would say.
    Open(Missing),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The answer to a question.
    Answer(FullId),
    /// A field of a record of a group question.
    Field { question: FullId, field: Identifier },
    /// What the project says of itself.
    Fact(ProjectFact),
    /// Something that no one question tells.
    Other,
}

/// The pieces of a text, filled in. What is not known is told apart from what is.
pub fn pieces(template: &Template, facts: &Facts, organisation: Option<&Organisation>) -> Vec<Filled> {
    let filled = |piece: &Piece| match piece {
        Piece::Words(words) => Filled::Words(words.clone()),
        Piece::Value(formula, kind) => match (evaluate(formula, facts, organisation), kind) {
            (Some(Value::List(items)), FormulaKind::List(element)) => {
                Filled::Answers(items.iter().map(|item| words(item, element, facts)).collect())
            }
            // On paper a day is planned by its name.
            (Some(Value::Date(date)), _) => Filled::Answer(notation::date_with_weekday(date)),
            (Some(value), kind) => Filled::Answer(words(&value, kind, facts)),
            (None, _) => Filled::Open(missing(formula)),
        },
    };
    template.pieces.iter().map(filled).collect()
}

fn missing(formula: &Formula) -> Missing {
    let mut found = Missing::Other;
    formula.walk(&mut |inner| match (inner, &found) {
        (Formula::Answer(id) | Formula::OwnAnswer(id), Missing::Other) => found = Missing::Answer(id.clone()),
        (Formula::RecordField { question, field }, Missing::Other) => {
            found = Missing::Field { question: question.clone(), field: field.clone() };
        }
        (Formula::Project(fact), Missing::Other) => found = Missing::Fact(*fact),
        _ => {}
    });
    found
}

/// The text with its answers filled in.
pub fn fill(template: &Template, facts: &Facts, organisation: Option<&Organisation>) -> String {
    let said = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Value(formula, kind) => evaluate(formula, facts, organisation)
            .map_or_else(|| NOT_KNOWN.to_owned(), |value| words(&value, kind, facts)),
    };
    template.pieces.iter().map(said).collect()
}

/// A value as people say it.
fn words(value: &Value, kind: &FormulaKind, facts: &Facts) -> String {
    match (value, kind) {
        (Value::List(items), FormulaKind::List(element)) => {
            let items: Vec<String> = items.iter().map(|item| words(item, element, facts)).collect();
            if items.is_empty() { "niemand of niets".to_owned() } else { notation::enumeration(&items) }
        }
        (Value::Flag(flag), _) => if *flag { "ja" } else { "nee" }.to_owned(),
        (Value::Number(number), FormulaKind::Number(Measure::Hours)) => notation::hours(*number),
        (Value::Number(number), FormulaKind::Number(Measure::Euros)) => notation::amount(*number),
        (Value::Number(number), _) => notation::number(*number),
        (Value::Date(date), _) => notation::date(*date),
        (Value::Text(id), FormulaKind::Organisation) => Words::new(facts).organisation(id),
        (Value::Text(word), FormulaKind::OrganisationKind) => {
            OrganisationKind::parse(word).map_or(word.as_str(), |kind| kind.title()).to_owned()
        }
        (Value::Text(word), FormulaKind::Phase) => {
            Phase::parse(word).map_or(word.as_str(), |phase| phase.title()).to_owned()
        }
        (Value::Text(id), FormulaKind::Option { question, field }) => {
            let kind = facts.question(question).and_then(|question| question.kind.of_field(field.as_ref()));
            kind.and_then(|kind| kind.option(id)).map_or_else(|| id.clone(), |option| option.label.clone())
        }
        (Value::Text(text), _) => text.clone(),
        (Value::Record(fields), FormulaKind::Record(question)) => {
            let group = facts.question(question).map(|question| question.kind.fields()).unwrap_or_default();
            match group.first().and_then(|field| Some((field, fields.get(field.id.as_str())?))) {
                Some((field, name)) => words(name, &kind_of_answer(&field.kind, question, Some(&field.id)), facts),
                None => NOT_KNOWN.to_owned(),
            }
        }
        (Value::Record(_) | Value::List(_), _) => NOT_KNOWN.to_owned(),
    }
}
