use std::collections::BTreeMap;

use super::decimal::Decimal;
use super::identifier::Identifier;
use super::organisation::Place;
use super::value::Value;
use super::vocabulary::vocabulary;

/// What kind of answer a question takes, with all that belongs to the kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    Text,
    LongText,
    YesNo,
    Choice {
        options: Vec<Choice>,
        other: bool,
    },
    Choices {
        options: Vec<Choice>,
        other: bool,
        at_most: Option<usize>,
    },
    /// Level 1 is the first.
    Scale {
        levels: Vec<String>,
    },
    Number {
        min: Option<i64>,
        max: Option<i64>,
        unit: Option<String>,
    },
    /// Hours, in quarters.
    Hours {
        unit: Option<String>,
    },
    /// Whole cents of a euro.
    Amount {
        unit: Option<String>,
    },
    Date,
    List {
        item: String,
        at_most: Option<usize>,
    },
    Organisation {
        place: Option<Place>,
        /// In a record: the field that has to say yes before the place is given.
        place_if: Option<Identifier>,
    },
    Organisations {
        place: Option<Place>,
        at_most: Option<usize>,
    },
    Group {
        item: String,
        fields: Vec<Field>,
        at_most: Option<usize>,
    },
}

vocabulary! {
    /// What a kind is called in the files, and what a question of that kind asks for.
    KindName {
        Text = "text", "een regel tekst";
        LongText = "long_text", "een stuk tekst";
        YesNo = "yes_no", "ja of nee";
        Choice = "choice", "één keuze";
        Choices = "choices", "een of meer keuzes";
        Scale = "scale", "een trede";
        Number = "number", "een heel getal";
        Hours = "hours", "een aantal uren";
        Amount = "amount", "een bedrag in euro";
        Date = "date", "een datum";
        List = "list", "een rij korte teksten";
        Organisation = "organisation", "één organisatie";
        Organisations = "organisations", "een of meer organisaties";
        Group = "group", "een rij dingen met velden";
    }
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Choice {
    pub id: Identifier,
    pub label: String,
    pub help: Option<String>,
    /// What choosing it brings, where the guide leaves room for both.
    pub consequence: Option<String>,
    /// Where several may be chosen, this one goes with no other.
    pub alone: bool,
}

/// One field of the records of a group. The first field names the record.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Field {
    pub id: Identifier,
    pub label: String,
    pub ask: String,
    pub help: Option<String>,
    /// Never a list or a group.
    pub kind: Kind,
}

impl Kind {
    pub fn name(&self) -> KindName {
        match self {
            Kind::Text => KindName::Text,
            Kind::LongText => KindName::LongText,
            Kind::YesNo => KindName::YesNo,
            Kind::Choice { .. } => KindName::Choice,
            Kind::Choices { .. } => KindName::Choices,
            Kind::Scale { .. } => KindName::Scale,
            Kind::Number { .. } => KindName::Number,
            Kind::Hours { .. } => KindName::Hours,
            Kind::Amount { .. } => KindName::Amount,
            Kind::Date => KindName::Date,
            Kind::List { .. } => KindName::List,
            Kind::Organisation { .. } => KindName::Organisation,
            Kind::Organisations { .. } => KindName::Organisations,
            Kind::Group { .. } => KindName::Group,
        }
    }

    /// Whether what was said when the question took this kind of answer can be said in the kind that it takes now.
    pub fn takes_over(&self, earlier: &str) -> bool {
        let earlier_kinds: &[&str] = match self {
            Kind::Date
            | Kind::YesNo
            | Kind::Number { .. }
            | Kind::Hours { .. }
            | Kind::Amount { .. }
            | Kind::List { .. } => &["text", "long_text"],
            Kind::Text | Kind::LongText => &["yes_no", "number", "hours", "amount", "date", "list"],
            Kind::Choice { .. } => &["choices"],
            Kind::Choices { .. } => &["choice"],
            Kind::Organisation { .. } => &["organisations"],
            Kind::Organisations { .. } => &["organisation"],
            Kind::Scale { .. } | Kind::Group { .. } => &[],
        };
        earlier_kinds.contains(&earlier)
    }

    pub fn options(&self) -> &[Choice] {
        match self {
            Kind::Choice { options, .. } | Kind::Choices { options, .. } => options,
            _ => &[],
        }
    }

    pub fn option(&self, id: &str) -> Option<&Choice> {
        self.options().iter().find(|option| option.id.as_str() == id)
    }

    pub fn fields(&self) -> &[Field] {
        match self {
            Kind::Group { fields, .. } => fields,
            _ => &[],
        }
    }

    /// The kind itself, or that of one field of the group.
    pub fn of_field(&self, field: Option<&Identifier>) -> Option<&Kind> {
        let Some(id) = field else { return Some(self) };
        self.fields().iter().find(|field| field.id == *id).map(|field| &field.kind)
    }

    /// How many items the answer may hold, for kinds that hold several.
    pub fn at_most(&self) -> Option<usize> {
        match self {
            Kind::Choices { at_most, .. }
            | Kind::List { at_most, .. }
            | Kind::Organisations { at_most, .. }
            | Kind::Group { at_most, .. } => *at_most,
            _ => None,
        }
    }

    /// The place in the register that organisations named in the answer get.
    pub fn place(&self) -> Option<Place> {
        match self {
            Kind::Organisation { place, place_if: None } | Kind::Organisations { place, .. } => *place,
            _ => None,
        }
    }

    /// Where an organisation that is named here and that the register does not know yet begins.
    pub fn first_place(&self) -> Option<Place> {
        match self {
            Kind::Organisation { place: Some(_), place_if: Some(_) } => Some(Place::Stakeholder),
            _ => self.place(),
        }
    }

    /// The place that an organisation named in this field of a record gets, by what else the record says.
    pub fn place_in(&self, record: &BTreeMap<String, Value>) -> Option<Place> {
        match self {
            Kind::Organisation { place, place_if: Some(field) } => {
                place.filter(|_| record.get(field.as_str()) == Some(&Value::Flag(true)))
            }
            _ => self.place(),
        }
    }
}

/// The smallest and largest step of hours: a quarter of an hour.
pub const QUARTER: Decimal = Decimal::from_hundredths(25);
