use super::block;
use super::larger::larger;
use super::page::WIDTH;
use super::picture::Pictures;
use super::piece::{Piece, in_style};
use crate::document::Block;
use crate::render::shared_widths::SharedWidths;

/// How wide the text on a slide is, in twentieths of a point: A4 on its side without its margins.
const SLIDE_WIDTH: usize = 14_344;
/// Type is so much larger on a slide, in percents.
const LARGER: usize = 220;
/// What is not there to be read from afar keeps its size.
const KEPT: [&str; 4] = ["Koptekst", "Voettekst", "Spreektekst", "Spreekkop"];

/// What is said beside the slides, on pages behind them. The heading of a slide, above what is said beside it, is not there to be read from afar either.
pub fn notes(notes: &[Block], pictures: &mut Pictures, widths: &SharedWidths) -> Vec<Piece> {
    let on_a_new_page = [&[Block::PageBreak], notes].concat();
    let mut pieces = block::pieces(&on_a_new_page, pictures, widths);
    in_style(&mut pieces, "Kop2").for_each(|heading| heading.style = "Spreekkop");
    pieces
}

/// The styles with larger type, for a page on its side.
pub fn styles(of_page: &str) -> String {
    let wide = of_page.replace(&format!("w:pos=\"{WIDTH}\""), &format!("w:pos=\"{SLIDE_WIDTH}\""));
    larger(&wide, LARGER, &KEPT)
}

/// A table as wide as the slide, and what hangs behind a term as far as larger letters need.
pub fn enlarge(piece: &mut Piece) {
    match piece {
        Piece::Paragraph(paragraph) => paragraph.hanging = paragraph.hanging.map(|hanging| hanging * LARGER / 100),
        Piece::Table(table) => table.widths.iter_mut().for_each(|width| *width = *width * SLIDE_WIDTH / WIDTH),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_is_larger_but_in_what_stands_beside_the_slide() {
        let style = |name: &str, size: usize| {
            format!(
                "<w:style w:styleId=\"{name}\"><w:color w:val=\"10\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:style>"
            )
        };
        let of_page = style("Kop1", 30) + &style("Spreektekst", 24) + "<w:tab w:pos=\"9412\"/>";
        assert_eq!(styles(&of_page), style("Kop1", 66) + &style("Spreektekst", 24) + "<w:tab w:pos=\"14344\"/>");
    }
}
