use super::line::run;
use crate::render::widths::BEHIND_NUMBER;
use crate::render::xml::Markup;

/// What stands below each other on a page of Word.
pub enum Piece {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph, with what differs from its style.
#[derive(Default)]
pub struct Paragraph {
    pub style: &'static str,
    /// On the same page as what follows.
    pub keep_next: bool,
    /// At the top of a page.
    pub starts_page: bool,
    /// How far its further lines stand from the edge, in twentieths of a point; a tab on the first line goes there too.
    pub hanging: Option<usize>,
    pub to_the_right: bool,
    /// The last of a list, with white below it.
    pub ends_list: bool,
    /// How high its line is exactly, in twentieths of a point, where its style says so too: LibreOffice forgets that beside other white.
    pub height: Option<&'static str>,
    /// The measures of the section that ends with it.
    pub ends_section: Option<String>,
    /// Its runs.
    pub inside: String,
}

/// A table whose cells hold one paragraph each.
#[derive(Default)]
pub struct Table {
    pub caption: Option<String>,
    /// In twentieths of a point.
    pub widths: Vec<usize>,
    pub rows: Vec<Row>,
    /// Whether its first column says what each row is about.
    pub is_led: bool,
    /// Between its rows, and around it.
    pub lines: bool,
    pub keep_next: bool,
    /// Whether nothing stands below it. The paragraph that has to follow takes no room then, or it would take a page.
    pub is_last: bool,
}

#[derive(Default)]
pub struct Row {
    /// Stands above the columns, on every page.
    pub heads: bool,
    /// Leaves room for a signature.
    pub tall: bool,
    pub cells: Vec<Paragraph>,
}

impl Paragraph {
    pub fn new(style: &'static str, inside: impl FnOnce(&mut Markup)) -> Paragraph {
        Paragraph { style, inside: Markup::written(inside), ..Paragraph::default() }
    }

    /// One run of text.
    pub fn plain(style: &'static str, text: &str) -> Paragraph {
        Paragraph::new(style, |markup| run(markup, None, text))
    }

    /// White between two tables, which Word would join, and below one.
    pub fn gap() -> Paragraph {
        Paragraph::new("Tussenruimte", |_| {})
    }

    pub fn write(&self, markup: &mut Markup) {
        markup.element("w:p", &[], |markup| {
            markup.element("w:pPr", &[], |markup| self.properties(markup));
            markup.own(&self.inside);
        });
    }

    fn properties(&self, markup: &mut Markup) {
        markup.value("w:pStyle", self.style);
        markup.own_if(self.keep_next, "<w:keepNext/>");
        markup.own_if(self.starts_page, "<w:pageBreakBefore/>");
        if self.ends_list {
            let exact = self.height.into_iter().flat_map(|height| [("w:line", height), ("w:lineRule", "exact")]);
            markup.empty("w:spacing", &[("w:after", "160")].into_iter().chain(exact).collect::<Vec<_>>());
        }
        if let Some(hanging) = self.hanging {
            markup.own(&format!("<w:ind w:left=\"{hanging}\" w:hanging=\"{hanging}\"/>"));
        }
        if self.to_the_right {
            markup.empty("w:ind", &[("w:right", &BEHIND_NUMBER.to_string())]);
            markup.value("w:jc", "right");
        }
        if let Some(measures) = &self.ends_section {
            markup.own(measures);
        }
    }
}

impl Piece {
    pub fn write(&self, markup: &mut Markup) {
        match self {
            Piece::Paragraph(paragraph) => paragraph.write(markup),
            Piece::Table(table) => table.write(markup),
        }
    }

    fn keep_with_next(&mut self) {
        match self {
            Piece::Paragraph(paragraph) => paragraph.keep_next = true,
            Piece::Table(table) => {
                table.keep_next = true;
                table.rows.iter_mut().for_each(Row::keep_with_next);
            }
        }
    }

    fn keep_whole(&mut self) {
        if let Piece::Table(table) = self
            && let [before @ .., _] = table.rows.as_mut_slice()
        {
            before.iter_mut().for_each(Row::keep_with_next);
        }
    }
}

/// The paragraphs in one style.
pub fn in_style<'p>(pieces: &'p mut [Piece], style: &'static str) -> impl Iterator<Item = &'p mut Paragraph> {
    pieces.iter_mut().filter_map(move |piece| match piece {
        Piece::Paragraph(paragraph) if paragraph.style == style => Some(paragraph),
        _ => None,
    })
}

/// A list, with white below its last line.
pub fn listed(mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(Piece::Paragraph(last)) = pieces.last_mut() {
        last.ends_list = true;
    }
    pieces
}

/// On one page where they fit on one.
pub fn together(mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let [before @ .., last] = pieces.as_mut_slice() {
        before.iter_mut().for_each(Piece::keep_with_next);
        last.keep_whole();
    }
    pieces
}

impl Table {
    fn write(&self, markup: &mut Markup) {
        markup.element("w:tbl", &[], |markup| {
            markup.element("w:tblPr", &[], |markup| self.properties(markup));
            markup.element("w:tblGrid", &[], |markup| {
                for width in &self.widths {
                    markup.empty("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            self.rows.iter().for_each(|row| row.write(markup, &self.widths));
        });
        let below = if self.is_last { Paragraph::plain("Slot", "") } else { Paragraph::gap() };
        Paragraph { keep_next: self.keep_next, ..below }.write(markup);
    }

    fn properties(&self, markup: &mut Markup) {
        let width = self.widths.iter().sum::<usize>().to_string();
        let style = if self.lines { "Tabelregio" } else { "Standaardtabel" };
        let (look, first) = if self.is_led { ("06A0", "1") } else { ("0620", "0") };
        let values = [("style", style), ("width", &width), ("look", look), ("first", first)];
        markup.form(include_str!("parts/table.xml"), &values);
        if let Some(caption) = &self.caption {
            markup.value("w:tblCaption", caption);
        }
    }
}

impl Row {
    fn keep_with_next(&mut self) {
        self.cells.iter_mut().for_each(|cell| cell.keep_next = true);
    }

    fn write(&self, markup: &mut Markup, widths: &[usize]) {
        markup.element("w:tr", &[], |markup| {
            markup.element("w:trPr", &[], |markup| {
                markup.own("<w:cantSplit/>");
                markup.own_if(self.tall, "<w:trHeight w:val=\"600\" w:hRule=\"atLeast\"/>");
                markup.own_if(self.heads, "<w:tblHeader/>");
            });
            for (cell, width) in self.cells.iter().zip(widths) {
                markup.element("w:tc", &[], |markup| {
                    markup.own(&format!("<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
                    cell.write(markup);
                });
            }
        });
    }
}
