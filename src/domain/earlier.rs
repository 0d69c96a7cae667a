use std::collections::BTreeMap;

use super::identifier::Identifier;
use super::questionnaire::Version;
use super::value::Value;

/// What earlier versions of a questionnaire had, and where it is now: how old answers find their place.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Earlier {
    pub renamed: Vec<Renamed>,
    pub renamed_options: Vec<RenamedOption>,
    /// The questions that take another kind of answer, in which the old answers can be said too.
    pub converted: Vec<Identifier>,
    /// The questions that became several.
    pub split: BTreeMap<Identifier, Vec<Identifier>>,
}

/// An id that changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Renamed {
    pub from: Identifier,
    pub to: Identifier,
    pub since: Version,
}

/// An option of a question that got another id, or went into another option.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RenamedOption {
    pub question: Identifier,
    pub renamed: Renamed,
}

impl Earlier {
    /// The id by now of a question.
    pub fn question(&self, earlier: &Identifier) -> Identifier {
        self.renamed.iter().fold(earlier, |now, one| if one.from == *now { &one.to } else { now }).clone()
    }

    /// The value, with the options of this question as they are called now.
    pub fn value(&self, question: &Identifier, value: Value) -> Value {
        let own = || self.renamed_options.iter().filter(|one| one.question == *question);
        match value {
            Value::Text(option) => Value::Text(own().fold(option, |now, one| {
                if one.renamed.from.as_str() == now { one.renamed.to.to_string() } else { now }
            })),
            // Two options that became one are chosen once.
            Value::List(items) if own().next().is_some() => {
                Value::list_of_each_once(items.into_iter().map(|item| self.value(question, item)))
            }
            other => other,
        }
    }

    /// What the question was split into.
    pub fn parts(&self, question: &Identifier) -> &[Identifier] {
        self.split.get(question).map_or(&[], Vec::as_slice)
    }
}
