use super::facts::Questions;
use crate::domain::{Comparison, Formula, FullId, Kind, Question, Test};
use crate::notation;

/// A condition as one tells it to a person: `'Dit jaar' is gekozen bij vraag T66-3Y`. It stands behind `Alleen als`. `name` is
/// how the person knows a question. Nothing when it cannot be told well in one sentence.
pub fn in_words(condition: &Formula, questions: &dyn Questions, name: &dyn Fn(&Question) -> String) -> Option<String> {
    Teller { questions, name }.tell(condition).map(|telling| telling.words)
}

struct Teller<'t> {
    questions: &'t dyn Questions,
    name: &'t dyn Fn(&Question) -> String,
}

struct Telling {
    words: String,
    /// Whether it holds an `of` that an `en` beside it would tear apart.
    has_or: bool,
}

fn simple(words: String) -> Telling {
    Telling { words, has_or: false }
}

impl Teller<'_> {
    fn tell(&self, condition: &Formula) -> Option<Telling> {
        match condition {
            Formula::Not(inner) => self.tell_fact(inner, false),
            Formula::Or(left, right) => self.tell_or(left, right),
            Formula::And(left, right) if is_given(left).is_some_and(|id| right.questions() == [id.clone()]) => {
                self.tell(right)
            }
            Formula::And(left, right) => {
                let (left, right) = (self.tell(left)?, self.tell(right)?);
                let clear = !left.has_or && !right.has_or;
                clear.then(|| simple(format!("{} en {}", left.words, right.words)))
            }
            Formula::Compare(left, comparison, right) => self.tell_comparison(left, *comparison, right),
            fact => self.tell_fact(fact, true),
        }
    }

    /// What can be told as well as its opposite.
    fn tell_fact(&self, fact: &Formula, holds: bool) -> Option<Telling> {
        Some(simple(match fact {
            Formula::Test(Test::Given, answer) => {
                let what = if holds { "iets" } else { "niets" };
                format!("er {what} is ingevuld {}", self.at(self.asked(answer)?))
            }
            Formula::Contains { item, list } => {
                let question = self.asked(list)?;
                let not = if holds { "" } else { "niet " };
                format!("{} {not}is aangekruist {}", quoted(question, item)?, self.at(question))
            }
            answer => {
                let question = self.asked(answer).filter(|question| matches!(question.kind, Kind::YesNo))?;
                format!("er {} staat {}", if holds { "ja" } else { "nee" }, self.at(question))
            }
        }))
    }

    fn tell_or(&self, left: &Formula, right: &Formula) -> Option<Telling> {
        // `x is not given or x != 'a'`: to a person it is one thing.
        if let Formula::Not(test) = left
            && let Some(id) = is_given(test)
            && right.questions() == [id.clone()]
        {
            return self.tell(right);
        }
        // `x == 'a' or x == 'b'`
        if let (Some((one, first)), Some((other, second))) = (equality(left), equality(right))
            && one == other
        {
            let question = self.questions.question(one)?;
            let options = format!("{} of {}", quoted(question, first)?, quoted(question, second)?);
            return Some(simple(format!("{options} is gekozen {}", self.at(question))));
        }
        let (left, right) = (self.tell(left)?, self.tell(right)?);
        Some(Telling { words: format!("{} of {}", left.words, right.words), has_or: true })
    }

    fn tell_comparison(&self, left: &Formula, comparison: Comparison, right: &Formula) -> Option<Telling> {
        let question = self.asked(left)?;
        let at = self.at(question);
        if matches!(question.kind, Kind::Choice { .. }) {
            let option = quoted(question, right)?;
            return match comparison {
                Comparison::Equal => Some(simple(format!("{option} is gekozen {at}"))),
                Comparison::Unequal => Some(simple(format!("iets anders dan {option} is gekozen {at}"))),
                _ => None,
            };
        }
        let (Formula::Number(number) | Formula::Threshold { value: number, .. }) = right else { return None };
        let number = notation::number(*number);
        let words = match (&question.kind, comparison) {
            (Kind::Scale { .. }, Comparison::Equal) => format!("trede {number}"),
            (Kind::Scale { .. }, Comparison::Unequal) => format!("een andere trede dan {number}"),
            (Kind::Scale { .. }, Comparison::Less) => format!("een lagere trede dan {number}"),
            (Kind::Scale { .. }, Comparison::AtMost) => format!("trede {number} of lager"),
            (Kind::Scale { .. }, Comparison::More) => format!("een hogere trede dan {number}"),
            (Kind::Scale { .. }, Comparison::AtLeast) => format!("trede {number} of hoger"),
            (_, Comparison::Equal) => number,
            (_, Comparison::Unequal) => format!("iets anders dan {number}"),
            (_, Comparison::Less) => format!("minder dan {number}"),
            (_, Comparison::AtMost) => format!("{number} of minder"),
            (_, Comparison::More) => format!("meer dan {number}"),
            (_, Comparison::AtLeast) => format!("{number} of meer"),
        };
        Some(simple(format!("er {words} staat {at}")))
    }

    fn asked(&self, formula: &Formula) -> Option<&Question> {
        self.questions.question(answered(formula)?)
    }

    /// `bij vraag T66-3Y`
    fn at(&self, question: &Question) -> String {
        format!("bij {}", (self.name)(question))
    }
}

/// The question, where the condition is that it was answered.
fn is_given(formula: &Formula) -> Option<&FullId> {
    match formula {
        Formula::Test(Test::Given, answer) => answered(answer),
        _ => None,
    }
}

fn equality(formula: &Formula) -> Option<(&FullId, &Formula)> {
    match formula {
        Formula::Compare(left, Comparison::Equal, right) => Some((answered(left)?, right)),
        _ => None,
    }
}

fn answered(formula: &Formula) -> Option<&FullId> {
    match formula {
        Formula::Answer(id) | Formula::OwnAnswer(id) => Some(id),
        _ => None,
    }
}

/// The words of an option, as they stand on paper.
fn quoted(question: &Question, option: &Formula) -> Option<String> {
    let Formula::Text(id) = option else { return None };
    Some(format!("'{}'", question.kind.option(id)?.label))
}
