use super::{Block, Document, Layout, Weight, text};

impl Document {
    /// What stands on slides, and apart from that what the speaker says, below the heading of each slide: those who look at the one
    /// have no use for the other. A document that is not shown keeps its blocks as they are, and has no notes.
    pub fn without_notes(&self) -> (Document, Vec<Block>) {
        let (mut slides, mut notes) = (self.clone(), Vec::new());
        if self.layout != Layout::Slides {
            return (slides, notes);
        }
        slides.blocks.clear();
        // The heading of the slide, until it stands among the notes.
        let mut slide = Some(text(self.title.as_str()));
        for block in &self.blocks {
            if let Block::Notice { weight: Weight::Spoken, .. } = block {
                if notes.is_empty() {
                    notes.push(Block::Heading { level: 1, text: text("Wat je erbij zegt") });
                }
                notes.extend(slide.take().map(|text| Block::Heading { level: 2, text }));
                notes.push(block.clone());
                continue;
            }
            if let Block::Heading { text, .. } = block {
                slide = Some(text.clone());
            }
            slides.blocks.push(block.clone());
        }
        (slides, notes)
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
        let (slides, notes) = document.without_notes();
        assert_eq!(slides.blocks, [Block::PageBreak, heading(1, "Doel")]);
        let [title, first, welcome, second, rest @ ..] = notes.as_slice() else { panic!("{notes:?}") };
        assert_eq!([title, first, welcome], [&heading(1, "Wat je erbij zegt"), &heading(2, "Samen"), &said("Welkom")]);
        assert_eq!((second, rest), (&heading(2, "Doel"), &[said("Langzaam"), said("Nog eens")][..]));
        let page = Document { layout: Layout::Page, ..document };
        assert_eq!(page.without_notes(), (page.clone(), Vec::new()));
    }
}
