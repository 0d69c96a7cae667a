//! A file of Word as a person reads it: line below line, with a sign for each box.
//!
//! Names and tags of controls are of no use here: LibreOffice drops them when it saves the file again. Styles and words stay.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::cross::{BOX, TICKED, drawn, is_box, is_cross};
use crate::notation;

/// The longest text of a part. A package of a few bytes can hold more than any memory.
const LONGEST_PART: u64 = 64 * 1024 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFile {
    pub pieces: Vec<Piece>,
    /// Whether somebody wrote in the margin.
    pub has_comments: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Line {
        style: String,
        text: String,
    },
    /// The cells of a row of a table.
    Row(Vec<String>),
}

/// It is no file of Word, or a broken one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOfWord;

impl WordFile {
    pub fn read(bytes: &[u8]) -> Result<WordFile, NotOfWord> {
        let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotOfWord)?;
        let relations = part(&mut package, "_rels/.rels").ok_or(NotOfWord)?;
        let text = part(&mut package, &main_part(&parsed(&relations)?).ok_or(NotOfWord)?).ok_or(NotOfWord)?;
        let comments = part(&mut package, "word/comments.xml").unwrap_or_default();
        Ok(WordFile { pieces: pieces(&parsed(&text)?), has_comments: comments.contains("<w:comment ") })
    }
}

fn part(package: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    package.by_name(name).ok()?.take(LONGEST_PART).read_to_string(&mut text).ok()?;
    Some(text)
}

fn parsed(text: &str) -> Result<Document<'_>, NotOfWord> {
    Document::parse(text).map_err(|_| NotOfWord)
}

/// Word does not always call it `word/document.xml`.
fn main_part(relations: &Document) -> Option<String> {
    let is_main = |node: &Node| node.attribute("Type").is_some_and(|sort| sort.ends_with("/officeDocument"));
    let target = relations.descendants().find(is_main)?.attribute("Target")?;
    Some(target.trim_start_matches('/').to_owned())
}

fn pieces(document: &Document) -> Vec<Piece> {
    let piece = |node: Node| match node.tag_name().name() {
        "tr" if !is_within(node, &["tr"]) => {
            Some(Piece::Row(node.children().filter_map(|child| cell(child).map(words)).collect()))
        }
        "p" if !is_within(node, &["tr", "p"]) => Some(Piece::Line { style: style(node), text: words(node) }),
        _ => None,
    };
    document.descendants().filter_map(piece).collect()
}

/// A cell may stand in a control of its own.
fn cell<'a, 'i>(child: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child.descendants().find(|node| is(node, "tc"))
}

fn style(paragraph: Node) -> String {
    let style = paragraph.descendants().find(|node| is(node, "pStyle"));
    style.and_then(value).unwrap_or_default().to_owned()
}

fn words(node: Node) -> String {
    let mut words = String::new();
    for inner in node.descendants().filter(Node::is_element) {
        match inner.tag_name().name() {
            "checkbox" => words.push_str(&ticked_or_not(inner)),
            "t" | "sym" if !is_repeated(inner) => words.push_str(&written(inner)),
            "tab" if is_within(inner, &["r"]) => words.push('\t'),
            "br" | "cr" => words.push('\n'),
            // The next paragraph of a cell.
            "p" if inner != node && !words.is_empty() => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// What stands in one text, or the sign that is drawn there.
fn written(node: Node) -> String {
    if !is(&node, "sym") {
        let seen = node.text().unwrap_or_default().chars().filter(|letter| !notation::hides(*letter));
        return notation::breakable(&seen.collect::<String>());
    }
    let named = |name: &str| node.attributes().find(|attribute| attribute.name() == name).map(|one| one.value());
    drawn(named("font").unwrap_or_default(), named("char").unwrap_or_default()).to_string()
}

/// The box of a control. Who types a cross in it, ticks it too; what else is typed there stands behind it.
fn ticked_or_not(checkbox: Node) -> String {
    let control = checkbox.ancestors().find(|above| is(above, "sdt"));
    let content = control.and_then(|control| control.children().find(|child| is(child, "sdtContent")));
    let texts = content.into_iter().flat_map(|content| content.descendants());
    let texts = texts.filter(|node| (is(node, "t") || is(node, "sym")) && !is_within(*node, &GONE));
    let content: String = texts.map(written).collect();
    let typed = content.trim().trim_matches(BOX).trim();
    let has_cross = is_cross(typed);
    let sign = if is_ticked(checkbox) || has_cross { TICKED } else { BOX };
    match has_cross || typed.chars().all(is_box) {
        true => sign.to_string(),
        false => format!("{sign} {typed} "),
    }
}

fn is_ticked(checkbox: Node) -> bool {
    let checked = checkbox.children().find(|child| is(child, "checked"));
    checked.is_some_and(|checked| !matches!(value(checked), Some("0" | "false" | "off")))
}

/// What was struck out, and what stands there for older programs.
const GONE: [&str; 3] = ["del", "moveFrom", "Fallback"];

/// What was struck out, what stands there for older programs, and the sign of a box, which is told already.
fn is_repeated(text: Node) -> bool {
    is_within(text, &GONE)
        || text.ancestors().any(|above| {
            let properties = above.children().find(|child| is(child, "sdtPr"));
            properties.is_some_and(|all| all.children().any(|child| is(&child, "checkbox")))
        })
}

fn is_within(node: Node, names: &[&str]) -> bool {
    node.ancestors().skip(1).any(|above| names.contains(&above.tag_name().name()))
}

/// The attribute that Word calls so, in any of its namespaces.
fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == "val").map(|attribute| attribute.value())
}

/// Whether it is this element, in any of the namespaces of Word.
fn is(node: &Node, name: &str) -> bool {
    node.tag_name().name() == name
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn package(body: &str) -> Vec<u8> {
        let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let relations = "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
        let body = format!("<w:document xmlns:w=\"w\" xmlns:w14=\"w14\"><w:body>{body}</w:body></w:document>");
        for (name, text) in [("_rels/.rels", relations), ("word/document2.xml", &body)] {
            package.start_file(name, zip::write::SimpleFileOptions::default()).expect("memory can be written");
            package.write_all(text.as_bytes()).expect("memory can be written");
        }
        package.finish().expect("memory can be written").into_inner()
    }

    #[track_caller]
    fn check(body: &str, expected: &[Piece]) {
        assert_eq!(WordFile::read(&package(body)).expect("is a file of Word").pieces, expected);
    }

    fn line(style: &str, text: &str) -> Piece {
        Piece::Line { style: style.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn lines_and_rows_are_read_as_they_look() {
        check(
            "<w:p><w:pPr><w:pStyle w:val=\"Kop3\"/><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Wat</w:t><w:tab/><w:t>is\u{ad}</w:t><w:br/><w:t>dit</w:t></w:r></w:p>",
            &[line("Kop3", "Wat\tis\ndit")],
        );
        check(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
            &[Piece::Row(vec!["1".to_owned(), "a\nb".to_owned()])],
        );
        // A table in a cell is part of what stands there.
        check(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            &[Piece::Row(vec!["1\na".to_owned()])],
        );
    }

    #[test]
    fn a_box_is_as_its_control_says_and_what_was_struck_out_is_gone() {
        let ticked = |state: &str| {
            format!(
                "<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"{state}\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>\u{2610}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> ja</w:t></w:r></w:p>"
            )
        };
        check(&ticked("1"), &[line("", "\u{2611} ja")]);
        check(&ticked("0"), &[line("", "\u{2610} ja")]);
        for typed in ["X", "\u{2612}", "\u{2610}x"] {
            check(&ticked("0").replace('\u{2610}', typed), &[line("", "\u{2611} ja")]);
        }
        check(&ticked("0").replace('\u{2610}', "soms"), &[line("", "\u{2610} soms  ja")]);
        check(
            "<w:p><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>",
            &[line("", "nieuw")],
        );
    }

    #[test]
    fn a_sign_that_is_drawn_is_read_as_it_looks() {
        let sign = |font: &str, code: &str| {
            format!("<w:p><w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/><w:tab/><w:t>1</w:t></w:r></w:p>")
        };
        check(&sign("Wingdings", "F0FE"), &[line("", "\u{2611}\t1")]);
        check(&sign("Wingdings", "F0A8"), &[line("", "\u{2610}\t1")]);
        check(&sign("Wingdings 2", "F052"), &[line("", "\u{2611}\t1")]);
        check(&sign("Symbol", "F0A7"), &[line("", "\u{fffd}\t1")]);
    }

    #[test]
    fn what_is_no_file_of_word_is_refused() {
        for bytes in [&b"PK\x03\x04"[..], b"", b"tekst", &package("<w:p>")] {
            assert_eq!(WordFile::read(bytes), Err(NotOfWord));
        }
    }
}
