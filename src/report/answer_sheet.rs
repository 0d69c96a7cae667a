use chrono::NaiveDate;
use serde::Serialize;

use super::heading;
use super::paragraph;
use crate::document::Block;
use crate::document::CheckItem;
use crate::document::CheckState;
use crate::document::Document;
use crate::document::Inline;
use crate::document::text;
use crate::domain::Choice;
use crate::domain::Kind;
use crate::round::Asked;
use crate::round::Contents;

/// What one organisation is asked, to fill in on paper or in a mail.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerSheet {
    pub contents: Contents,
    #[serde(skip)]
    date: NaiveDate,
}

impl AnswerSheet {
    pub fn new(contents: Contents, today: NaiveDate) -> AnswerSheet {
        AnswerSheet { contents, date: today }
    }

    pub fn document(&self) -> Document {
        let mut blocks = vec![
            paragraph(
                "Een antwoord mag kort zijn. Weet je iets nog niet, schrijf dat dan op; een vraag openlaten mag ook.",
            ),
            blank("Wie vult dit in?"),
        ];
        for part in &self.contents.sections {
            blocks.push(heading(1, &part.title));
            blocks.push(paragraph(&part.intro));
            part.questions.iter().for_each(|question| self.question(question, &mut blocks));
        }
        let trekker = self.contents.trekker.as_deref().unwrap_or("wie je dit blad gaf");
        blocks.push(paragraph(format!("Klaar? Geef of mail dit blad terug aan {trekker}.")));
        Document {
            title: format!("Vragen aan {}", self.contents.organisation.name),
            subtitle: Some(self.contents.project.clone()),
            date: self.date,
            label: Some(self.contents.label.title()),
            blocks,
        }
    }

    fn question(&self, question: &Asked, blocks: &mut Vec<Block>) {
        blocks.push(heading(2, &question.ask));
        blocks.push(paragraph(&question.help));
        if question.when.is_some() {
            blocks.push(paragraph("Past deze vraag niet bij wat je eerder invulde? Sla hem dan over."));
        }
        if let Some(earlier) = self.contents.earlier.get(&question.id) {
            let note = earlier.note.as_ref().map(|note| format!(" Opmerking: {note}")).unwrap_or_default();
            blocks.push(paragraph(format!("Eerder geantwoord: {}.{note}", earlier.words)));
        }
        room(&question.kind, blocks);
        blocks.extend(question.tlp.iter().map(|words| Block::Paragraph(vec![Inline::Emphasis(words.clone())])));
    }
}

/// Boxes to tick, or lines to write on.
fn room(kind: &Kind, blocks: &mut Vec<Block>) {
    match kind {
        Kind::YesNo => blocks.push(boxes(["Ja", "Nee"].map(str::to_owned))),
        Kind::Scale { levels } => {
            let words = levels.iter().enumerate().map(|(index, level)| format!("{}. {level}", index + 1));
            blocks.push(boxes(words));
        }
        Kind::Choice { options, other } => {
            blocks.push(paragraph("Kies er één."));
            options_and_other(options, *other, blocks);
        }
        Kind::Choices { options, other, at_most } => {
            let most = at_most.map_or("Je mag er meer kiezen.".to_owned(), |most| format!("Kies er hooguit {most}."));
            blocks.push(paragraph(most));
            options_and_other(options, *other, blocks);
        }
        Kind::Group { fields, item, .. } => {
            for number in 1..=2 {
                blocks.push(Block::Paragraph(vec![Inline::Strong(format!("{item} {number}"))]));
                fields.iter().for_each(|field| blocks.push(blank(&field.ask)));
            }
        }
        Kind::List { item, .. } => (1..=3).for_each(|number| blocks.push(blank(&format!("{item} {number}")))),
        Kind::Hours { unit } | Kind::Amount { unit } | Kind::Number { unit, .. } => {
            blocks.push(blank(unit.as_deref().unwrap_or("Antwoord")));
        }
        Kind::LongText => (1..=3).for_each(|_| blocks.push(blank("Antwoord"))),
        Kind::Text | Kind::Date | Kind::Organisation { .. } | Kind::Organisations { .. } => {
            blocks.push(blank("Antwoord"))
        }
    }
}

fn options_and_other(options: &[Choice], other: bool, blocks: &mut Vec<Block>) {
    blocks.push(boxes(options.iter().map(|option| option.label.clone())));
    if other {
        blocks.push(blank("Iets anders, namelijk"));
    }
}

fn boxes(words: impl IntoIterator<Item = String>) -> Block {
    let item =
        |words: String| CheckItem { state: CheckState::Open, title: text(words), id: None, particulars: Vec::new() };
    Block::Checklist(words.into_iter().map(item).collect())
}

fn blank(words: &str) -> Block {
    Block::Paragraph(vec![Inline::Blank(words.to_owned())])
}
