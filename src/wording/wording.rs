use crate::domain::Edition;
use crate::domain::Formula;
use crate::domain::FullId;
use crate::domain::Identifier;
use crate::domain::Template;

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
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The part is there while this holds.
    pub when: Option<Formula>,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Heading(Template),
    /// Paragraphs.
    Text(Vec<Template>),
    /// An item that is nothing but a row of answers becomes an item for each of them.
    Items(Vec<Template>),
    /// Things to tick.
    Ticks(Vec<Template>),
    /// A term with what belongs to it.
    Terms(Vec<(String, Template)>),
    /// A table with a row for each organisation of the kopgroep: titles of columns, and what stands in each.
    Each(Vec<(String, Template)>),
    /// A table of the records of a group question.
    Records(FullId),
    /// So many lines to write on.
    Lines(usize),
    PageBreak,
    /// What regio works out itself.
    Included(Included),
}

crate::domain::vocabulary! {
    /// What a document can take over from what regio works out.
    Included {
        Decisions = "decisions", "de besluiten";
        Successes = "successes", "de successen";
        Answers = "answers", "elke vraag met haar antwoord";
        Calendar = "calendar", "alles wat een dag heeft";
        Signatures = "signatures", "een regel om te tekenen voor elke organisatie";
    }
}

impl Wording {
    /// Every text of the document.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        std::iter::once(&self.title).chain(self.parts.iter().flat_map(|part| part.content.templates()))
    }
}

impl Content {
    /// Every text of this part.
    pub fn templates(&self) -> Vec<&Template> {
        match self {
            Content::Heading(text) => vec![text],
            Content::Text(texts) | Content::Items(texts) | Content::Ticks(texts) => texts.iter().collect(),
            Content::Terms(pairs) | Content::Each(pairs) => pairs.iter().map(|(_, text)| text).collect(),
            Content::Records(_) | Content::Lines(_) | Content::PageBreak | Content::Included(_) => Vec::new(),
        }
    }
}
