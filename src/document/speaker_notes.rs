use super::{Block, Document, Layout, Weight, text};

/// What stands on slides, and apart from that what the speaker says: those who look at the one have no use for the other.
pub struct SpeakerNotes {
    pub slides: Vec<Block>,
    /// Below the heading of each slide what is said beside it; nothing where nothing is.
    pub notes: Vec<Block>,
}

impl Document {
    /// The notes of slides taken apart. A document that is not shown keeps its blocks as they are.
    pub fn without_notes(&self) -> SpeakerNotes {
        let mut apart = SpeakerNotes { slides: Vec::new(), notes: Vec::new() };
        if self.layout != Layout::Slides {
            apart.slides.clone_from(&self.blocks);
            return apart;
        }
        // The heading of the slide, until it stands among the notes.
        let mut slide = Some(text(self.title.as_str()));
        for block in &self.blocks {
            if let Block::Notice { weight: Weight::Spoken, .. } = block {
                if apart.notes.is_empty() {
                    apart.notes.push(Block::Heading { level: 1, text: text("Wat je erbij zegt") });
                }
                apart.notes.extend(slide.take().map(|text| Block::Heading { level: 2, text }));
                apart.notes.push(block.clone());
                continue;
            }
            if let Block::Heading { text, .. } = block {
                slide = Some(text.clone());
            }
            apart.slides.push(block.clone());
        }
        apart
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn what_is_said_stands_apart_below_the_heading_of_its_slide() {
        let heading = |level, words: &str| Block::Heading { level, text: text(words) };
        let said = |words: &str| Block::Notice {
            weight: Weight::Spoken,
            word: "zeg erbij".to_owned(),
            text: text(words),
            advice: None,
        };
        let blocks = vec![said("Welkom"), Block::PageBreak, heading(1, "Doel"), said("Langzaam"), said("Nog eens")];
        let document = Document { layout: Layout::Slides, ..Document::new("Samen", NaiveDate::default(), blocks) };
        let apart = document.without_notes();
        assert_eq!(apart.slides, [Block::PageBreak, heading(1, "Doel")]);
        let [title, first, welcome, second, rest @ ..] = apart.notes.as_slice() else { panic!("{:?}", apart.notes) };
        assert_eq!([title, first, welcome], [&heading(1, "Wat je erbij zegt"), &heading(2, "Samen"), &said("Welkom")]);
        assert_eq!((second, rest), (&heading(2, "Doel"), &[said("Langzaam"), said("Nog eens")][..]));
        let page = Document { layout: Layout::Page, ..document };
        assert_eq!((page.without_notes().slides, page.without_notes().notes.len()), (page.blocks.clone(), 0));
    }
}
