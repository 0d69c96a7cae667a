use chrono::NaiveDate;

use super::handed_out::handed_out;
use super::included::work;
use super::writer::Writer;
use crate::catalog::Catalog;
use crate::document::{Block, Document, Inline, Layout};
use crate::domain::{Edition, FullId, Template, Tlp};
use crate::expression::Facts;
use crate::report::{Head, in_edition_up_to, label, paragraph};
use crate::wording;
use crate::wording::{Content, Included, Wording};

/// For whom a document is made, and how far it looks back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenChoice {
    pub edition: Edition,
    pub since: Option<NaiveDate>,
}

/// A document written from its text and the answers. What was not answered is an open spot with the question behind it;
/// nothing is made up.
pub fn written(wording: &Wording, catalog: &Catalog, facts: &Facts, choice: &WrittenChoice) -> Document {
    let going_out = wording.label.filter(|_| choice.edition != Edition::Kopgroep);
    // What has no label of its own goes out with that of the document, unless somebody chose a stricter one for the project.
    let mut labelled = facts.project.clone();
    if labelled.tlp == Tlp::default() {
        labelled.tlp = going_out.map_or(labelled.tlp, |label| label.min(labelled.tlp));
    }
    let facts = &Facts::new(&labelled, catalog, facts.today);
    let shown = in_edition_up_to(facts, choice.edition, going_out.unwrap_or(Tlp::Red));
    let shown = Facts::new(&shown, catalog, facts.today).in_edition(choice.edition);
    let looks_back = wording.looks_back.and_then(|period| period.before(facts.today));
    let since = choice.since.or(looks_back);
    let asks: Vec<FullId> = wording.questions().cloned().collect();
    let writer = Writer { catalog, whole: facts, facts: &shown, edition: choice.edition, asks: &asks, since };
    let blocks = joined(wording.parts.iter().flat_map(|part| writer.part(part)));
    let goes_out = wording.edition == Edition::Public || wording.layout != wording::Layout::Page;
    let (mut blocks, left_out) = if goes_out { handed_out(&blocks) } else { (blocks, Vec::new()) };
    if blocks.is_empty() {
        blocks.push(paragraph("Voor deze lezers staat hier niets."));
    }
    blocks.splice(0..0, narrowed(wording, &writer));
    let title = writer.line(&wording.title, None);
    let title: String = title.iter().map(|inline| inline.said().unwrap_or("…")).collect();
    let says = |text: &[Inline]| text.iter().filter_map(Inline::said).collect::<String>();
    blocks.retain(|block| !matches!(block, Block::Heading { text, .. } if says(text) == title));
    let head = Head::new(shown.project, label(wording, &writer), facts.today);
    // What anybody may read says so by its label.
    let readers = (choice.edition != Edition::Public).then(|| format!(" – voor {}", choice.edition.title()));
    let told = wording.parts.iter().filter(|part| part.when.as_ref().is_none_or(|when| facts.holds(when)));
    let told = told.flat_map(|part| &part.contents).flat_map(|content| content.templates());
    let awaiting_consent = writer.awaiting_consent(told.chain([&wording.title]).flat_map(Template::questions));
    Document {
        layout: match wording.layout {
            wording::Layout::Page => Layout::Page,
            wording::Layout::Slides => Layout::Slides,
            wording::Layout::Flyer => Layout::Flyer,
        },
        subtitle: Some(head.subtitle() + &readers.unwrap_or_default()),
        blocks,
        left_out,
        awaiting_consent,
        ..head.document(title, Vec::new())
    }
    .with_imprint()
}

/// What readers have to know of a print of all answers or of a document that others may read more of, said alike whether anything
/// was left out or not.
fn narrowed(wording: &Wording, writer: &Writer) -> Option<Block> {
    let readers = match writer.edition {
        Edition::Kopgroep => return None,
        Edition::Participants => "de deelnemers mogen",
        Edition::Public => "iedereen mag",
    };
    if wording.included().any(|included| included == Included::Answers) {
        return Some(paragraph(format!(
            "Hier staan alleen de antwoorden die {readers} lezen. Andere antwoorden en open vragen staan er niet in."
        )));
    }
    let is_cut = wording.included().any(|included| !work(included).is_for(writer.edition));
    is_cut.then(|| paragraph("Dit stuk is gemaakt voor de kopgroep. Wat alleen zij mag lezen, staat hier niet."))
}

/// Terms of parts that follow each other stand in one list.
fn joined(blocks: impl Iterator<Item = Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::new();
    for block in blocks {
        match (joined.last_mut(), block) {
            (Some(Block::Definitions(before)), Block::Definitions(pairs)) => before.extend(pairs),
            (_, block) => joined.push(block),
        }
    }
    joined
}

/// The strictest label of the answers that the document may repeat, and of what regio works out itself.
fn label(wording: &Wording, writer: &Writer) -> Tlp {
    let of_content = |content: &Content| match content {
        Content::Records(records) => vec![records.question.clone()],
        Content::Timeline(timeline) => vec![timeline.question.clone()],
        Content::Questions(questions) => questions.clone(),
        _ => Vec::new(),
    };
    let contents = wording.parts.iter().flat_map(|part| &part.contents).flat_map(of_content);
    let repeated: Vec<FullId> = wording.templates().flat_map(Template::questions).chain(contents).collect();
    let worked_out = wording.included().map(|included| (work(included).label)(writer));
    worked_out.fold(label::strictest(writer.facts, &repeated), Tlp::max)
}
