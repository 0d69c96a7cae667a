use super::{Block, Document, Inline, Line, each_of};

/// Where something is still to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSpot {
    /// The words of the heading below which it stands, or of the title.
    pub below: String,
    pub question: String,
}

impl Document {
    /// The open spots with a question behind them, from top to bottom.
    pub fn open_spots(&self) -> Vec<OpenSpot> {
        let mut found = Vec::new();
        let mut below = self.title.clone();
        for block in each_of(&self.blocks) {
            match block {
                Block::Sheet(title) => below.clone_from(title),
                Block::Heading { text, .. } => below = text.iter().filter_map(words).collect(),
                _ => {}
            }
            let runs = lines(block).into_iter().flatten();
            found.extend(runs.filter_map(question).map(|question| OpenSpot { below: below.clone(), question }));
        }
        found
    }

    /// The questions whose answers the readers may not see, and whose place tells so.
    pub fn withheld(&self) -> Vec<&str> {
        let runs = each_of(&self.blocks).into_iter().flat_map(lines).flatten();
        runs.filter_map(Inline::withheld).collect()
    }

    /// How many pictures there are to see, but for those that can be said.
    pub fn pictures(&self) -> usize {
        let unsaid = |block: &&Block| matches!(block, Block::Figure(figure) if figure.in_words().is_none());
        each_of(&self.blocks).into_iter().filter(unsaid).count()
    }
}

fn question(run: &Inline) -> Option<String> {
    match run {
        Inline::Blank(question) if !question.trim().is_empty() => Some(question.clone()),
        _ => None,
    }
}

fn words(run: &Inline) -> Option<&str> {
    match run {
        Inline::Text(words) | Inline::Strong(words) | Inline::Emphasis(words) => Some(words),
        Inline::Code(_) | Inline::Blank(_) | Inline::Withheld(_) | Inline::Box => None,
    }
}

/// The lines of a block in which a spot can be open.
fn lines(block: &Block) -> Vec<&Line> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Quote { text, .. } => vec![text],
        Block::Bullets(items) => items.iter().collect(),
        Block::Checklist(items) => {
            let particulars = items.iter().flat_map(|item| item.particulars.iter().map(|(_, text)| text));
            items.iter().map(|item| &item.title).chain(particulars).collect()
        }
        Block::Table(table) => table.rows.iter().flatten().collect(),
        Block::Definitions(pairs) => pairs.iter().flat_map(|(term, text)| [term, text]).collect(),
        Block::Notice { text, advice, .. } => std::iter::once(text).chain(advice).collect(),
        Block::Boxes(items) => items.iter().flat_map(|item| std::iter::once(&item.text).chain(&item.detail)).collect(),
        Block::Together(_)
        | Block::Figure(_)
        | Block::Progress { .. }
        | Block::Bars { .. }
        | Block::WritingLines(_)
        | Block::Signatures(_)
        | Block::PageBreak
        | Block::Sheet(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Table, text};
    use chrono::NaiveDate;

    #[test]
    fn a_spot_is_open_below_its_heading_and_room_to_write_is_none() {
        let spot = |question: &str| vec![Inline::Blank(question.to_owned())];
        let blocks = vec![
            Block::Paragraph(spot("Doel")),
            Block::Heading { level: 1, text: text("Wanneer") },
            Block::Together(vec![Block::Definitions(vec![(text("Dag"), spot("Datum")), (text("Tijd"), spot(" "))])]),
            Table::new(["Wie"], [vec![spot("Naam")]]).into(),
        ];
        let document = Document::new("Uitnodiging", NaiveDate::default(), blocks);
        let found: Vec<(String, String)> =
            document.open_spots().into_iter().map(|spot| (spot.below, spot.question)).collect();
        let expected = [("Uitnodiging", "Doel"), ("Wanneer", "Datum"), ("Wanneer", "Naam")];
        assert_eq!(found, expected.map(|(below, question)| (below.to_owned(), question.to_owned())));
    }
}
