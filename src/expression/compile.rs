use std::ops::Range;

use minijinja::machinery::ast::Expr;
use minijinja::machinery::{ast, parse_expr};
use minijinja::value::ValueKind;

use super::fault::{FormulaError, FormulaFault};
use super::names::{Asker, Names, TESTS, hyphenated, nearest, underscored};
use super::operand::{Operand, kind_of_answer, words};
use crate::domain::{
    Comparison, Decimal, Formula, FormulaKind, FullId, Identifier, Meaning, Measure, Place, ProjectFact, Scope, Test,
};

/// The longest expression, in bytes. The parser recurses on what it reads.
const LONGEST: usize = 500;

/// A name that regio has itself, and what it yields.
type OwnName = (&'static str, fn() -> Operand);

const NAMES: &[OwnName] = &[
    ("kopgroep", || organisations(Some(Place::Kopgroep))),
    ("kandidaten", || organisations(Some(Place::Candidate))),
    ("deelnemers", || organisations(Some(Place::Participant))),
    ("partners", || organisations(Some(Place::Partner))),
    ("stakeholders", || organisations(Some(Place::Stakeholder))),
    ("vertrokken", || organisations(Some(Place::Departed))),
    ("vertrokken_met_stappen", || Operand::list(Formula::StepHolders, FormulaKind::Organisation)),
    ("vertrokken_contacten", || Operand::list(Formula::DepartedContacts, FormulaKind::Organisation)),
    ("organisaties", || organisations(None)),
    ("soorten", || Operand::list(Formula::KindsPresent, FormulaKind::OrganisationKind)),
    ("ontbrekende_soorten", || Operand::list(Formula::KindsMissing, FormulaKind::OrganisationKind)),
    ("vandaag", || Operand::new(Formula::Today, FormulaKind::Date)),
    ("successen", || Operand::number(Formula::SuccessCount)),
    ("besluiten", || Operand::number(Formula::DecisionCount)),
    ("fase", || Operand::new(Formula::Phase, FormulaKind::Phase)),
];

/// Of whom a text speaks that is said of each organisation.
const ORGANISATION: &str = "organisatie";

fn organisations(place: Option<Place>) -> Operand {
    Operand::list(Formula::Organisations(place), FormulaKind::Organisation)
}

/// Compiles an expression that is true or false.
pub fn compile_condition(text: &str, names: &Names, asker: &Asker) -> Result<Formula, FormulaError> {
    compile(text, names, asker)?.condition(0..text.len())
}

pub(super) fn compile(text: &str, names: &Names, asker: &Asker) -> Result<Operand, FormulaError> {
    if text.len() > LONGEST {
        return Err(FormulaError { span: 0..text.len(), fault: FormulaFault::TooLong { most: LONGEST } });
    }
    let expression = parse_expr(text)
        .map_err(|error| FormulaError { span: place_of_slip(&error, text), fault: FormulaFault::Syntax })?;
    Compiler { names, asker }.expression(&expression)
}

/// The word at which the parser gave up; the whole text where it names no whole character of it.
fn place_of_slip(error: &minijinja::Error, text: &str) -> Range<usize> {
    let word = error.range().filter(|range| text.get(range.clone()).is_some_and(|word| !word.is_empty()));
    word.unwrap_or(0..text.len())
}

pub(super) struct Compiler<'c> {
    pub(super) names: &'c Names<'c>,
    pub(super) asker: &'c Asker<'c>,
}

pub(super) type Compiled<T = Operand> = Result<T, FormulaError>;

pub(super) fn fail<T>(at: Range<usize>, fault: FormulaFault) -> Result<T, FormulaError> {
    Err(FormulaError { span: at, fault })
}

pub(super) fn place_of(expression: &Expr) -> Range<usize> {
    let span = expression.span();
    span.start_offset as usize..span.end_offset as usize
}

impl Compiler<'_> {
    pub(super) fn expression(&self, expression: &Expr) -> Compiled {
        let at = place_of(expression);
        match expression {
            Expr::Const(constant) => self.constant(&constant.value, at),
            Expr::Var(variable) => self.name(variable.id, at),
            Expr::GetAttr(attribute) => self.attribute(attribute, at),
            Expr::UnaryOp(unary) => self.unary(unary, at),
            Expr::BinOp(binary) => self.binary(binary, at),
            Expr::Compare(chain) => self.chain(chain),
            Expr::Test(test) => self.test(test, at),
            Expr::Filter(filter) => self.filter(filter, at),
            _ => fail(at, FormulaFault::NotSupported),
        }
    }

    fn constant(&self, value: &minijinja::Value, at: Range<usize>) -> Compiled {
        match value.kind() {
            ValueKind::Bool => Ok(Operand::flag(Formula::Flag(value.is_true()))),
            ValueKind::String => {
                let text = value.as_str().unwrap_or_default().to_owned();
                Ok(Operand::new(Formula::Text(text), FormulaKind::Text))
            }
            ValueKind::Number => match Decimal::parse(&value.to_string()) {
                Some(number) => Ok(Operand::number(Formula::Number(number))),
                None => fail(at, FormulaFault::NotSupported),
            },
            _ => fail(at, FormulaFault::NotSupported),
        }
    }

    fn name(&self, name: &str, at: Range<usize>) -> Compiled {
        // A question of the questionnaire itself comes first: its author knows it, and may not know every built-in name.
        if let Some(local) = hyphenated(name) {
            let id = FullId::new(self.asker.questionnaire, &local);
            if name != "kopgroep" && self.names.question(&id).is_some() {
                return self.answer(id, name, at);
            }
        }
        if let Some((_, operand)) = NAMES.iter().find(|(known, _)| *known == name) {
            return Ok(operand());
        }
        if name == ORGANISATION {
            return match self.asker.scope {
                Scope::Each(_) => Ok(Operand::new(Formula::OrganisationName, FormulaKind::Organisation)),
                Scope::Together => fail(at, FormulaFault::NoOrganisationHere),
            };
        }
        if let Some(id) = Meaning::parse(name).and_then(|meaning| self.names.meaning(meaning)) {
            return self.answer(id.clone(), name, at);
        }
        let known = NAMES.iter().map(|(known, _)| *known).chain([ORGANISATION]).map(str::to_owned);
        let near = nearest(name, known.chain(self.names.question_names(self.asker.questionnaire)));
        fail(at, FormulaFault::UnknownName { name: name.to_owned(), near })
    }

    fn answer(&self, id: FullId, name: &str, at: Range<usize>) -> Compiled {
        let Some(named) = self.names.question(&id) else {
            let near = nearest(name, self.names.question_names(&id.questionnaire));
            return fail(at, FormulaFault::UnknownName { name: name.to_owned(), near });
        };
        let (kind, scope) = (kind_of_answer(&named.kind, &id, None), named.scope);
        if let Some(asking) = self.asker.question
            && !self.names.is_earlier(&id, asking)
        {
            return fail(at, FormulaFault::Later { name: name.to_owned() });
        }
        match (scope, self.asker.scope) {
            (Scope::Together, _) => Ok(Operand::new(Formula::Answer(id), kind)),
            (Scope::Each(_), Scope::Each(_)) => Ok(Operand::new(Formula::OwnAnswer(id), kind)),
            // The answers of several organisations that each are a row are laid in one row of rows: nothing works on that.
            (Scope::Each(_), Scope::Together) => Ok(Operand::list(Formula::Answer(id), kind)),
        }
    }

    /// `verkennen.aanleiding`, `value.kopgroep_groot`, `project.name`, and meanings such as `goal.reason`.
    fn attribute(&self, attribute: &ast::GetAttr, at: Range<usize>) -> Compiled {
        let Expr::Var(owner) = &attribute.expr else { return fail(at, FormulaFault::NotSupported) };
        let whole = format!("{}.{}", owner.id, attribute.name);
        let unknown = |near| FormulaFault::UnknownName { name: whole.clone(), near };
        let (Some(questionnaire), Some(local)) = (hyphenated(owner.id), hyphenated(attribute.name)) else {
            return fail(at, unknown(None));
        };
        if owner.id == "value" {
            return self.threshold(attribute.name, &local, at);
        }
        if owner.id == "ding" {
            let Some(of) = self.asker.record else { return fail(at, FormulaFault::NoRecordHere) };
            return self.record_field(of, &local, at);
        }
        if owner.id == "project" {
            if let Some(fact) = ProjectFact::parse(attribute.name) {
                return Ok(Operand::new(Formula::Project(fact), FormulaKind::Text));
            }
            let known = ProjectFact::WORDS.iter().map(|fact| format!("project.{fact}"));
            return fail(at, unknown(nearest(&whole, known)));
        }
        if let Some(id) = Meaning::parse(&whole).and_then(|meaning| self.names.meaning(meaning)) {
            return self.answer(id.clone(), attribute.name, at);
        }
        if !self.names.is_questionnaire(&questionnaire) {
            let near = nearest(&whole, self.names.meanings());
            return fail(at, unknown(near));
        }
        self.answer(FullId { questionnaire, local }, attribute.name, at)
    }

    /// `ding.waarin`: a field of the record at hand.
    fn record_field(&self, question: &FullId, local: &Identifier, at: Range<usize>) -> Compiled {
        let fields = self.names.question(question).map(|named| named.kind.fields()).unwrap_or_default();
        let Some(field) = fields.iter().find(|field| field.id == *local) else {
            let known = fields.iter().map(|field| format!("ding.{}", underscored(&field.id)));
            let near = nearest(&format!("ding.{}", underscored(local)), known);
            return fail(at, FormulaFault::UnknownField { name: local.to_string(), near });
        };
        let kind = kind_of_answer(&field.kind, question, Some(&field.id));
        Ok(Operand::new(Formula::RecordField { question: question.clone(), field: field.id.clone() }, kind))
    }

    fn threshold(&self, name: &str, id: &Identifier, at: Range<usize>) -> Compiled {
        let Some(threshold) = self.names.threshold(self.asker.questionnaire, id) else {
            let near = nearest(name, self.names.threshold_names(self.asker.questionnaire));
            return fail(at, FormulaFault::UnknownThreshold { name: name.to_owned(), near });
        };
        Ok(Operand::number(Formula::Threshold { name: id.clone(), value: threshold.is }))
    }

    fn unary(&self, unary: &ast::UnaryOp, at: Range<usize>) -> Compiled {
        match unary.op {
            ast::UnaryOpKind::Not => Ok(Operand::flag(Formula::Not(Box::new(self.condition(&unary.expr)?)))),
            ast::UnaryOpKind::Neg => match self.expression(&unary.expr)?.formula {
                Formula::Number(number) => Ok(Operand::number(Formula::Number(Decimal::ZERO.minus(number)))),
                _ => fail(at, FormulaFault::NotSupported),
            },
        }
    }

    fn condition(&self, expression: &Expr) -> Result<Formula, FormulaError> {
        self.expression(expression)?.condition(place_of(expression))
    }

    fn binary(&self, binary: &ast::BinOp, at: Range<usize>) -> Compiled {
        use ast::BinOpKind;
        let comparison = match binary.op {
            BinOpKind::ScAnd => return self.join(binary, Formula::And),
            BinOpKind::ScOr => return self.join(binary, Formula::Or),
            BinOpKind::Add | BinOpKind::Sub => return self.reckon(binary, at),
            BinOpKind::In => return self.contains(&binary.left, &binary.right),
            BinOpKind::Eq => Comparison::Equal,
            BinOpKind::Ne => Comparison::Unequal,
            BinOpKind::Lt => Comparison::Less,
            BinOpKind::Lte => Comparison::AtMost,
            BinOpKind::Gt => Comparison::More,
            BinOpKind::Gte => Comparison::AtLeast,
            _ => return fail(at, FormulaFault::NotSupported),
        };
        self.compare(&binary.left, comparison, &binary.right)
    }

    fn join(&self, binary: &ast::BinOp, make: fn(Box<Formula>, Box<Formula>) -> Formula) -> Compiled {
        let (left, right) = (self.condition(&binary.left)?, self.condition(&binary.right)?);
        Ok(Operand::flag(make(Box::new(left), Box::new(right))))
    }

    fn reckon(&self, binary: &ast::BinOp, at: Range<usize>) -> Compiled {
        let (left, right) = (self.expression(&binary.left)?, self.expression(&binary.right)?);
        let (one, other) = (Box::new(left.formula), Box::new(right.formula));
        let plus = matches!(binary.op, ast::BinOpKind::Add);
        match (left.kind, right.kind) {
            (FormulaKind::Number(left), FormulaKind::Number(right)) => {
                let measure = if left == Measure::Plain { right } else { left };
                let make = if plus { Formula::Plus } else { Formula::Minus };
                Ok(Operand::new(make(one, other), FormulaKind::Number(measure)))
            }
            (FormulaKind::Date, FormulaKind::Date) if !plus => Ok(Operand::number(Formula::DaysBetween(one, other))),
            (FormulaKind::Number(_), kind) | (kind, _) => fail(at, FormulaFault::NotCounted { kind: words(&kind) }),
        }
    }

    /// `0 < x < 10` is two comparisons joined.
    fn chain(&self, chain: &ast::Compare) -> Compiled {
        let lefts = std::iter::once(&chain.expr).chain(chain.ops.iter().map(|step| &step.expr));
        let steps = lefts.zip(&chain.ops).map(|(left, step)| self.step(left, step.op, &step.expr));
        let steps: Vec<Operand> = steps.collect::<Result<_, _>>()?;
        let both = |one: Formula, other: Formula| Formula::And(Box::new(one), Box::new(other));
        match steps.into_iter().map(|step| step.formula).reduce(both) {
            Some(formula) => Ok(Operand::flag(formula)),
            None => fail(place_of(&chain.expr), FormulaFault::Syntax),
        }
    }

    fn step(&self, left: &Expr, operator: ast::CompareOpKind, right: &Expr) -> Compiled {
        use ast::CompareOpKind;
        let comparison = match operator {
            CompareOpKind::Eq => Comparison::Equal,
            CompareOpKind::Ne => Comparison::Unequal,
            CompareOpKind::Lt => Comparison::Less,
            CompareOpKind::Lte => Comparison::AtMost,
            CompareOpKind::Gt => Comparison::More,
            CompareOpKind::Gte => Comparison::AtLeast,
            CompareOpKind::In => return self.contains(left, right),
            CompareOpKind::NotIn => {
                let contains = self.contains(left, right)?.formula;
                return Ok(Operand::flag(Formula::Not(Box::new(contains))));
            }
        };
        self.compare(left, comparison, right)
    }

    fn test(&self, test: &ast::Test, at: Range<usize>) -> Compiled {
        let name = test.name;
        if !test.args.is_empty() {
            return fail(at, FormulaFault::Arguments { name: name.to_owned(), wanted: 0 });
        }
        let operand = self.expression(&test.expr)?;
        let is_answer = matches!(operand.formula, Formula::Answer(_) | Formula::OwnAnswer(_));
        let compiled = match name {
            "given" => Test::Given,
            "unknown" if is_answer => Test::Unknown,
            "complete" if self.is_row_of_answers(&operand) => Test::Complete,
            "complete" => return fail(at, FormulaFault::NotPerOrganisation { name: "is complete".to_owned() }),
            "past" if operand.kind == FormulaKind::Date => Test::Past,
            "upcoming" if operand.kind == FormulaKind::Date => Test::Upcoming,
            "unknown" | "past" | "upcoming" => {
                let kind = words(&operand.kind);
                return fail(at, FormulaFault::NotForKind { name: format!("is {name}"), kind });
            }
            _ => {
                let near = nearest(name, TESTS.iter().map(|&test| test.to_owned()));
                return fail(at, FormulaFault::UnknownTest { name: name.to_owned(), near });
            }
        };
        Ok(Operand::flag(Formula::Test(compiled, Box::new(operand.formula))))
    }

    /// Whether it is the row of the kopgroep's answers to a question asked per organisation.
    pub(super) fn is_row_of_answers(&self, operand: &Operand) -> bool {
        let is_each = |id: &FullId| self.names.question(id).is_some_and(|named| named.scope.is_each());
        matches!(&operand.formula, Formula::Answer(id) if is_each(id))
    }
}
