use chrono::NaiveDate;

use super::decimal::Decimal;
use super::identifier::{FullId, Identifier};
use super::organisation::Place;
use super::project_fact::ProjectFact;

/// A checked expression of a questionnaire. It has no loops and calls nothing, so its size bounds its time.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Formula {
    /// What is not known, whatever the answers are.
    NotKnown,
    Flag(bool),
    Number(Decimal),
    Text(String),
    Date(NaiveDate),
    /// A named threshold of a questionnaire.
    Threshold {
        name: Identifier,
        value: Decimal,
    },
    /// The answer to a question; of a question asked per organisation, the row of the kopgroep's answers.
    Answer(FullId),
    /// The answer that the organisation at hand gave to a question asked per organisation.
    OwnAnswer(FullId),
    /// A field of the record at hand, of a group question.
    RecordField {
        question: FullId,
        field: Identifier,
    },
    /// The organisations of the register, all of them or those in one place.
    Organisations(Option<Place>),
    /// The kinds of organisation in the kopgroep.
    KindsPresent,
    /// The guide's eight kinds of candidate that the kopgroep lacks.
    KindsMissing,
    Today,
    /// The organisations that left and still hold open steps.
    StepHolders,
    /// The organisations that left and whose people are still named as whom to ask.
    DepartedContacts,
    SuccessCount,
    DecisionCount,
    /// The last phase that was begun.
    Phase,
    /// The name of the organisation at hand.
    OrganisationName,
    Project(ProjectFact),
    Not(Box<Formula>),
    And(Box<Formula>, Box<Formula>),
    Or(Box<Formula>, Box<Formula>),
    Compare(Box<Formula>, Comparison, Box<Formula>),
    Contains {
        item: Box<Formula>,
        list: Box<Formula>,
    },
    Plus(Box<Formula>, Box<Formula>),
    Minus(Box<Formula>, Box<Formula>),
    /// Days from the second date to the first.
    DaysBetween(Box<Formula>, Box<Formula>),
    Test(Test, Box<Formula>),
    Filter(Filter, Box<Formula>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Test {
    Given,
    Unknown,
    Complete,
    Past,
    Upcoming,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Filter {
    Length,
    Sum,
    Smallest,
    Largest,
    Unique,
    /// How often a value stands in the list.
    Count(Box<Formula>),
    /// What stands in the list and not in another.
    Without(Box<Formula>),
    /// What stands in the list so many times or more, each once.
    Often(Decimal),
    /// One field of every record of a group.
    Field(Identifier),
    /// The records of a group whose field holds just this.
    Where(Identifier, Box<Formula>),
    /// The records of a group whose field is yes, and the others as long as they were said less than a year ago: what comes once
    /// comes no more.
    Lasting(Identifier),
    /// A number that is taken where none is known.
    Default(Decimal),
    /// The sum, if everyone who has not answered would answer the most that was answered.
    AtBest,
    /// The organisations of the kopgroep that have not answered.
    Missing,
    /// The organisations that answered just this.
    Who(Box<Formula>),
    /// The organisations whose answer is this or lower.
    AtMost(Decimal),
    /// The organisations whose answer is this or higher.
    AtLeast(Decimal),
}

/// What a formula yields, found when the questionnaires load.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum FormulaKind {
    Flag,
    Number(Measure),
    Text,
    Date,
    /// An option of the question, or of one field of a group question.
    Option {
        question: FullId,
        field: Option<Identifier>,
    },
    Organisation,
    OrganisationKind,
    Phase,
    /// One record of a group question.
    Record(FullId),
    List(Box<FormulaKind>),
}

/// How a number is written for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Measure {
    Plain,
    Hours,
    Euros,
}

/// A text of a questionnaire in which answers may stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Template {
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Piece {
    Words(String),
    Value(Formula, FormulaKind),
}

impl Template {
    /// The questions whose answers stand in the text.
    pub fn questions(&self) -> Vec<FullId> {
        let questions = |piece: &Piece| match piece {
            Piece::Words(_) => Vec::new(),
            Piece::Value(formula, _) => formula.questions(),
        };
        self.pieces.iter().flat_map(questions).collect()
    }

    pub fn plain(words: &str) -> Template {
        Template { pieces: vec![Piece::Words(words.to_owned())] }
    }
}

impl Formula {
    /// Calls `visit` for this formula and every one inside it, outermost first.
    pub fn walk(&self, visit: &mut impl FnMut(&Formula)) {
        visit(self);
        match self {
            Formula::Not(inner) | Formula::Test(_, inner) => inner.walk(visit),
            Formula::And(left, right)
            | Formula::Or(left, right)
            | Formula::Compare(left, _, right)
            | Formula::Plus(left, right)
            | Formula::Minus(left, right)
            | Formula::DaysBetween(left, right)
            | Formula::Contains { item: left, list: right } => {
                left.walk(visit);
                right.walk(visit);
            }
            Formula::Filter(filter, inner) => {
                inner.walk(visit);
                if let Filter::Count(argument) | Filter::Who(argument) | Filter::Without(argument) = filter {
                    argument.walk(visit);
                }
            }
            Formula::NotKnown
            | Formula::Flag(_)
            | Formula::Number(_)
            | Formula::Text(_)
            | Formula::Date(_)
            | Formula::Threshold { .. }
            | Formula::Answer(_)
            | Formula::OwnAnswer(_)
            | Formula::RecordField { .. }
            | Formula::Organisations(_)
            | Formula::KindsPresent
            | Formula::KindsMissing
            | Formula::Today
            | Formula::SuccessCount
            | Formula::StepHolders
            | Formula::DepartedContacts
            | Formula::DecisionCount
            | Formula::Phase
            | Formula::OrganisationName
            | Formula::Project(_) => {}
        }
    }

    /// The questions whose answers it uses, each once, in the order in which they stand.
    pub fn questions(&self) -> Vec<FullId> {
        let mut found: Vec<FullId> = Vec::new();
        self.walk(&mut |formula| {
            if let Formula::Answer(id) | Formula::OwnAnswer(id) | Formula::RecordField { question: id, .. } = formula
                && !found.contains(id)
            {
                found.push(id.clone());
            }
        });
        found
    }
}
