use crate::domain::{Edition, Formula, FullId, Identifier, Period, Template, Tlp};

use super::schedule::Schedule;

/// The text of one document, in which answers stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The word that is typed after `regio document`.
    pub id: Identifier,
    pub title: Template,
    /// What it is, in one line.
    pub about: String,
    /// For whom it is made unless somebody says otherwise.
    pub edition: Edition,
    /// At most this label: it goes out with it, and what is stricter stays out. Nothing leaves it to the answers.
    pub label: Option<Tlp>,
    /// How far it looks back unless somebody says otherwise.
    pub looks_back: Option<Period>,
    pub layout: Layout,
    /// How many pages it is meant to take.
    pub pages: Option<usize>,
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The part is there while this holds.
    pub when: Option<Formula>,
    /// What stands in it, in the order in which it was written. A heading with nothing below it is left out.
    pub contents: Vec<Content>,
    /// What stands there when there is nothing below the heading.
    pub otherwise: Option<Template>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// What is below it belongs to it.
    Heading(Template),
    /// A smaller one.
    Subheading(Template),
    /// Paragraphs.
    Text(Vec<Template>),
    /// An item that is nothing but a row of answers becomes an item for each of them.
    Items(Vec<Template>),
    /// Things to tick.
    Ticks(Vec<Template>),
    /// A term with what belongs to it.
    Terms(Vec<(String, Template)>),
    /// Things beside each other, each with a title.
    Beside(Vec<(String, Template)>),
    /// Something to notice, with a word before it. What is spoken is for the speaker, beside a slide.
    Notice { word: String, text: Template, spoken: bool },
    /// A table with a row for each organisation of the kopgroep: titles of columns, and what stands in each.
    Each(Vec<(String, Template)>),
    /// What was said to a group question, in a table.
    Records(Records),
    /// The same along its days.
    Timeline(Timeline),
    /// Things around what they have in common.
    Ring(Ring),
    /// Questions to talk about, each with what was said so far.
    Questions(Vec<FullId>),
    /// What happens when.
    Schedule(Schedule),
    /// So many lines to write on.
    Lines(usize),
    /// What follows begins on a new page.
    PageBreak,
    /// What regio works out itself.
    Included(Included),
}

/// A table of the records of a group question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    pub question: FullId,
    /// A table for each option, level or quarter of this field.
    pub by: Option<Identifier>,
    /// Which fields, in this order; without any: all.
    pub fields: Vec<Identifier>,
    /// Only those of which this field says yes.
    pub only: Option<Identifier>,
    /// So many rows to write on when there is no record yet.
    pub blank: usize,
}

crate::domain::vocabulary! {
    /// How the pages of a document are laid out.
    Layout {
        Page = "page", "bladzijden om te lezen";
        Slides = "slides", "dia's om te laten zien";
        Flyer = "flyer", "een blad om uit te delen";
    }
}

/// The records of a group question along the days of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    pub question: FullId,
    pub day: Identifier,
    pub name: Identifier,
    /// A lane for each option, level or quarter of this field.
    pub by: Identifier,
}

/// A picture of things around what they have in common; a list where they are too many, too long or open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    pub middle: Template,
    /// As [`Content::Items`].
    pub around: Vec<Template>,
}

crate::domain::vocabulary! {
    /// What a document can take over from what regio works out.
    Included {
        Agreed = "agreed", "wat er in de laatste bijeenkomst samen is geantwoord";
        Answers = "answers", "elke vraag met alles wat erop is gezegd";
        AskedSince = "asked-since", "wat een feit van na de handreiking vraagt, met wie wat zei";
        Assigned = "assigned", "wie er volgens de laatste bijeenkomst wat doet";
        Attendance = "attendance", "een lijst om rond te geven: wie er zijn, en of hun gegevens gedeeld mogen worden";
        CallCards = "call-cards", "kaartjes om uit te knippen met wie je belt";
        CallList = "call-list", "wie je belt, overdag en 's nachts";
        Calendar = "calendar", "alles wat een dag heeft";
        Changes = "changes", "welke antwoorden er veranderden";
        Comparison = "comparison", "alle antwoorden van de organisaties naast elkaar";
        Contributions = "contributions", "wat ieder inbrengt tegen wat er nodig is";
        Decided = "decided", "wat er in de laatste bijeenkomst is besloten";
        Decisions = "decisions", "de besluiten";
        Dependencies = "dependencies", "wie van wie en waarvan afhangt";
        Differences = "differences", "waar de organisaties verschillen";
        Done = "done", "de stappen die klaar zijn gekomen";
        Events = "events", "wat er gebeurde: successen, tegenvallers, incidenten en overdrachten";
        History = "history", "de hele geschiedenis";
        Late = "late", "de stappen die over tijd zijn";
        Meetings = "meetings", "wanneer jullie bijeenkwamen, wie er waren en wat is geparkeerd";
        Open = "open", "de vragen die nog open staan";
        Parked = "parked", "wat er in de laatste bijeenkomst is geparkeerd";
        Period = "period", "over welke tijd het gaat";
        Present = "present", "wanneer de laatste bijeenkomst was, en wie er waren";
        Progress = "progress", "hoe ver de vragen en de stappen zijn";
        Register = "register", "wie er in het register staan";
        Roles = "roles", "wie wat doet en aan wie verantwoordt";
        Shared = "shared", "waar de organisaties het over eens zijn";
        Signatures = "signatures", "een regel om te tekenen voor elke organisatie";
        Stakeholders = "stakeholders", "wie ertoe doet, naar invloed en belang";
        Steps = "steps", "de eerste stappen die open staan";
        Successes = "successes", "de successen";
        Support = "support", "hoe ver elke organisatie is, per niveau";
        Trail = "trail", "elke stap met hoe het ermee staat";
    }
}

impl Wording {
    /// Every text of the document.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        std::iter::once(&self.title).chain(self.parts.iter().flat_map(Part::templates))
    }

    /// The questions that it asks its readers to talk about.
    pub fn questions(&self) -> impl Iterator<Item = &FullId> {
        let contents = self.parts.iter().flat_map(|part| &part.contents);
        contents.flat_map(|content| match content {
            Content::Questions(questions) => questions.as_slice(),
            _ => &[],
        })
    }

    /// What regio works out itself in it.
    pub fn included(&self) -> impl Iterator<Item = Included> {
        let contents = self.parts.iter().flat_map(|part| &part.contents);
        contents.filter_map(|content| match content {
            Content::Included(included) => Some(*included),
            _ => None,
        })
    }
}

impl Part {
    /// Every text of this part.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.contents.iter().flat_map(Content::templates).chain(&self.otherwise)
    }
}

impl Content {
    /// Every text of this content.
    pub fn templates(&self) -> Vec<&Template> {
        match self {
            Content::Heading(text) | Content::Subheading(text) | Content::Notice { text, .. } => vec![text],
            Content::Text(texts) | Content::Items(texts) | Content::Ticks(texts) => texts.iter().collect(),
            Content::Terms(pairs) | Content::Beside(pairs) | Content::Each(pairs) => {
                pairs.iter().map(|(_, text)| text).collect()
            }
            Content::Ring(ring) => std::iter::once(&ring.middle).chain(&ring.around).collect(),
            Content::Schedule(schedule) => schedule.templates().collect(),
            Content::Records(_)
            | Content::Timeline(_)
            | Content::Questions(_)
            | Content::Lines(_)
            | Content::PageBreak
            | Content::Included(_) => Vec::new(),
        }
    }

    pub fn is_heading(&self) -> bool {
        matches!(self, Content::Heading(_) | Content::Subheading(_))
    }
}
