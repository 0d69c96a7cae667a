use super::page::WIDTH;
use super::piece::Piece;

/// How wide the text on a slide is, in twentieths of a point: A4 on its side without its margins.
const SLIDE_WIDTH: usize = 14_344;
/// Type is so much larger on a slide, in percents.
const LARGER: usize = 220;
/// What is not there to be read from afar keeps its size.
const KEPT: [&str; 3] = ["Koptekst", "Voettekst", "Spreektekst"];

/// The styles with larger type, for a page on its side.
pub fn styles(of_page: &str) -> String {
    let wide = of_page.replace(&format!("w:pos=\"{WIDTH}\""), &format!("w:pos=\"{SLIDE_WIDTH}\""));
    let kept = |style: &str| KEPT.iter().any(|name| style.contains(&format!("w:styleId=\"{name}\"")));
    let styles = wide.split_inclusive("</w:style>");
    styles.map(|style| if kept(style) { style.to_owned() } else { larger(style) }).collect()
}

/// A table as wide as the slide, and what hangs behind a term as far as larger letters need.
pub fn enlarge(piece: &mut Piece) {
    match piece {
        Piece::Paragraph(paragraph) => paragraph.hanging = paragraph.hanging.map(|hanging| hanging * LARGER / 100),
        Piece::Table(table) => table.widths.iter_mut().for_each(|width| *width = *width * SLIDE_WIDTH / WIDTH),
    }
}

/// Every size of type in it made larger.
fn larger(style: &str) -> String {
    let mut sizes = style.split_inclusive("<w:sz");
    let first = sizes.next().unwrap_or_default().to_owned();
    sizes.fold(first, |done, behind| done + &larger_size(behind).unwrap_or_else(|| behind.to_owned()))
}

/// ` w:val="21"/>…` and `Cs w:val="21"/>…` with the number made larger.
fn larger_size(behind: &str) -> Option<String> {
    let (before, number) = behind.split_once("w:val=\"")?;
    let (number, after) = number.split_once('"')?;
    let half_points: usize = number.parse().ok()?;
    Some(format!("{before}w:val=\"{}\"{after}", half_points * LARGER / 100))
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
