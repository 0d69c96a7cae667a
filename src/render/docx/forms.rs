use super::larger::for_paper;
use super::piece::{Piece, in_style};

/// White between lines to write on, as the page has it and as a hand needs it: 9 mm from line to line. It is white above each, for
/// LibreOffice makes a line on which nothing stands no higher than its letters.
const LINES: [&str; 2] = [
    "<w:spacing w:before=\"190\" w:after=\"0\"/></w:pPr>",
    "<w:spacing w:before=\"230\" w:after=\"0\" w:line=\"280\" w:lineRule=\"exact\"/></w:pPr>",
];
/// The sign of a box, as large as beside the words of a page and as large as a pen needs it: some 4 mm.
const BOX: [&str; 2] = ["<w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>", "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"];

/// Options as near to each other as on the other papers: the sign of a box comes from a font with high lines.
const OPTIONS: [&str; 2] = [
    "<w:spacing w:before=\"0\" w:after=\"50\"/><w:ind w:left=\"907\"",
    "<w:spacing w:before=\"0\" w:after=\"40\" w:line=\"340\" w:lineRule=\"exact\"/><w:ind w:left=\"907\"",
];

/// A line keeps its height where there is white below it.
pub fn keep_height(pieces: &mut [Piece]) {
    in_style(pieces, "Schrijflijn").for_each(|line| line.height = Some("280"));
    in_style(pieces, "Hokje").for_each(|option| option.height = Some("340"));
}

/// The styles for a page to write on.
pub fn styles(of_page: &str) -> String {
    let roomy = |style: &str| match () {
        () if style.contains("w:styleId=\"Schrijflijn\"") => style.replace(LINES[0], LINES[1]),
        () if style.contains("w:styleId=\"Vakje\"") => style.replace(BOX[0], BOX[1]),
        () if style.contains("w:styleId=\"Hokje\"") => for_paper(&style.replace(OPTIONS[0], OPTIONS[1])),
        () => for_paper(style),
    };
    of_page.split_inclusive("</w:style>").map(roomy).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_boxes_and_lines_are_large_enough_to_write_with() {
        let styles = styles(super::super::STYLES);
        for there in [LINES[1], BOX[1], OPTIONS[1], "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang"] {
            assert!(styles.contains(there), "{there}");
        }
    }
}
