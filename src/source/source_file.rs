use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::fault::{Fault, Faults, Span};

/// The largest file that is read, in bytes. Parsed, a file of many tables takes a hundred times its size in memory.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// More signs that divide values than any project has. Each value takes some kilobytes while a file is read and written, however short it is.
const MOST_DIVIDING: usize = 500_000;

/// A text as it was read, with single newlines and without byte order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub name: String,
    pub text: String,
    // What was taken off when reading and is put back when writing.
    byte_order_mark: bool,
    line_ends: LineEnds,
}

/// Where something stands, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    /// In characters.
    pub column: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum LineEnds {
    Lf,
    CrLf,
    /// Both: for each newline of the text whether it was a CR LF.
    Mixed(Vec<bool>),
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

impl SourceFile {
    /// A text of our own making.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile { name: name.into(), text: text.into(), byte_order_mark: false, line_ends: LineEnds::Lf }
    }

    /// What stands in a file. Refused: too large, another encoding than UTF-8, NUL, git's conflict markers.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Result<SourceFile, Faults> {
        let name = name.into();
        match too_large(bytes) {
            Some(fault) => Err(Faults::new(&SourceFile::new(name, ""), vec![fault])),
            None => SourceFile::of_any_size(name, bytes),
        }
    }

    /// Whoever keeps it says himself what is too large to be kept.
    pub fn of_any_size(name: String, bytes: &[u8]) -> Result<SourceFile, Faults> {
        let refuse = |fault| Faults::new(&SourceFile::new(name.clone(), ""), vec![fault]);
        let text = decode(bytes).map_err(refuse)?;
        let source = SourceFile::normalised(name.clone(), text);
        match conflict_marker(&source.text) {
            Some(span) => {
                let fault = Fault::at(span, "hier staan twee versies door elkaar: git kon ze niet samenvoegen");
                let tip = "kies per plek wat moet blijven en haal de regels met <<<<<<<, ======= en >>>>>>> weg";
                Err(Faults::new(&source, vec![fault.tip(tip)]))
            }
            None => Ok(source),
        }
    }

    /// This file with another text in it. Lines that stay keep their ends, new ones end as the line above them does, and a
    /// file that did not end in a newline does not end in one now.
    pub fn with_text(&self, text: String) -> SourceFile {
        let unended = !self.text.is_empty() && !self.text.ends_with('\n');
        let text = if unended { text.trim_end_matches('\n').to_owned() } else { text };
        let line_ends = match &self.line_ends {
            LineEnds::Mixed(ends) => LineEnds::Mixed(ends_of_changed_text(&self.text, ends, &text)),
            same => same.clone(),
        };
        SourceFile { name: self.name.clone(), text, byte_order_mark: self.byte_order_mark, line_ends }
    }

    /// What stands in the file: the text with its byte order mark and line ends. Undoes `from_bytes`.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mark = if self.byte_order_mark { BYTE_ORDER_MARK } else { "" };
        let text = match &self.line_ends {
            LineEnds::Lf => self.text.clone(),
            LineEnds::CrLf => self.text.replace('\n', "\r\n"),
            LineEnds::Mixed(ends) => {
                let ends = ends.iter().map(|pair| if *pair { "\r\n" } else { "\n" }).chain([""]);
                self.text.split('\n').zip(ends).flat_map(|(line, end)| [line, end]).collect()
            }
        };
        format!("{mark}{text}").into_bytes()
    }

    /// The place of a byte of the text.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    fn normalised(name: String, text: &str) -> SourceFile {
        let unmarked = text.strip_prefix(BYTE_ORDER_MARK);
        let (byte_order_mark, text) = (unmarked.is_some(), unmarked.unwrap_or(text));
        // Nearly every file has none: then nothing in it has to be counted or replaced.
        let pairs = if text.contains('\r') { text.matches("\r\n").count() } else { 0 };
        let line_ends = match pairs {
            0 => LineEnds::Lf,
            pairs if pairs == text.matches('\n').count() => LineEnds::CrLf,
            _ => LineEnds::Mixed(text.match_indices('\n').map(|(at, _)| text[..at].ends_with('\r')).collect()),
        };
        let text = if pairs == 0 { text.to_owned() } else { text.replace("\r\n", "\n") };
        SourceFile { name, text, byte_order_mark, line_ends }
    }
}

/// For each newline of the new text whether it is a CR LF: as it was where the line stayed or moved, or else as the one above.
fn ends_of_changed_text(old: &str, ends: &[bool], new: &str) -> Vec<bool> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let mut moved: BTreeMap<&str, bool> = old.iter().copied().zip(ends.iter().copied()).collect();
    let mut stayed = vec![None; new.len()];
    for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
        if let DiffOp::Equal { old_index, new_index, len } = operation {
            for offset in 0..len {
                stayed[new_index + offset] = ends.get(old_index + offset).copied();
            }
        }
    }
    // An empty line is the same as every other one, so none of them is known to have moved.
    moved.remove("");
    let mut above = ends.first().copied().unwrap_or_default();
    let each = stayed.into_iter().zip(&new).map(|(end, line)| {
        above = end.or_else(|| moved.get(line).copied()).unwrap_or(above);
        above
    });
    each.take(new.len() - 1).collect()
}

/// Why regio does not take a file of this size, if it does not.
pub fn too_large(bytes: &[u8]) -> Option<Fault> {
    let dividing = || bytes.iter().filter(|byte| matches!(byte, b'=' | b'{' | b',')).count();
    let fault = if bytes.len() > LARGEST_FILE {
        format!("dit bestand is groter dan {} MB", LARGEST_FILE / 1024 / 1024)
    } else if bytes.len() > MOST_DIVIDING && dividing() > MOST_DIVIDING {
        "dit bestand bestaat uit meer losse waarden dan regio aankan".to_owned()
    } else {
        return None;
    };
    Some(Fault::new(None, fault).tip("kijk of dit het goede bestand is"))
}

fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Fault::new(None, "dit bestand is opgeslagen als UTF-16").tip(SAVE_AS_UTF_8));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_of(bytes, offset);
        let fault = format!("op regel {line} staat een NUL-teken: dit is geen tekstbestand, of het is beschadigd");
        return Err(Fault::new(None, fault).tip("zet een eerdere kopie terug"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let line = line_of(bytes, error.valid_up_to());
        Fault::new(None, format!("regel {line} is geen UTF-8")).tip(SAVE_AS_UTF_8)
    })
}

const SAVE_AS_UTF_8: &str = "sla het bestand in je editor op als UTF-8";

fn line_of(bytes: &[u8], offset: usize) -> usize {
    bytes[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The first line of the three that git leaves where two people changed the same.
fn conflict_marker(text: &str) -> Option<Span> {
    let start = line_that_begins(text, "<<<<<<< ")?;
    let length = text[start..].find('\n').unwrap_or(text.len() - start);
    line_that_begins(&text[start..], ">>>>>>> ").map(|_| start..start + length)
}

fn line_that_begins(text: &str, with: &str) -> Option<usize> {
    text.match_indices(with).map(|(at, _)| at).find(|at| *at == 0 || text[..*at].ends_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(bytes: &[u8], expected: &str) {
        let faults = SourceFile::from_bytes("regio.toml", bytes).expect_err("must be refused");
        assert_eq!(faults.found[0].message, expected);
    }

    /// Bytes, the text in them, another text, and the bytes of that in the same file.
    #[track_caller]
    fn check_kept(bytes: &str, text: &str, changed: &str, expected: &str) {
        let source = SourceFile::from_bytes("regio.toml", bytes.as_bytes()).expect("is a text");
        assert_eq!(source.text, text);
        assert_eq!(String::from_utf8(source.to_bytes()).as_deref(), Ok(bytes));
        let written = source.with_text(changed.to_owned()).to_bytes();
        assert_eq!(String::from_utf8(written.clone()).as_deref(), Ok(expected));
        let back = SourceFile::from_bytes("regio.toml", &written).expect("is a text");
        assert_eq!(String::from_utf8(back.with_text(back.text.clone()).to_bytes()).as_deref(), Ok(expected));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check_refused(b"\xff\xfea\0", "dit bestand is opgeslagen als UTF-16");
        check_refused(
            b"a = 1\nb = \0",
            "op regel 2 staat een NUL-teken: dit is geen tekstbestand, of het is beschadigd",
        );
        check_refused(b"a = 1\n\nb = '\xe9'", "regel 3 is geen UTF-8");
        check_refused(&vec![b'#'; LARGEST_FILE + 1], "dit bestand is groter dan 8 MB");
        let values = "{a=1},".repeat(MOST_DIVIDING / 3 + 1);
        check_refused(values.as_bytes(), "dit bestand bestaat uit meer losse waarden dan regio aankan");
        let conflict = b"a = 1\n<<<<<<< ours\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n";
        check_refused(conflict, "hier staan twee versies door elkaar: git kon ze niet samenvoegen");
    }

    #[test]
    fn mark_and_line_ends_come_back() {
        check_kept("a = 1\nb = 2\n", "a = 1\nb = 2\n", "a = 1\n", "a = 1\n");
        check_kept("\u{feff}a\r\nb\r\n", "a\nb\n", "a\nc\nb\n", "\u{feff}a\r\nc\r\nb\r\n");
        check_kept("\u{feff}\u{feff}a\n", "\u{feff}a\n", "b\n", "\u{feff}b\n");
        check_kept("a\r\nb\nc\r\n", "a\nb\nc\n", "x\na\nb\ny\nc\n", "x\r\na\r\nb\ny\nc\r\n");
        check_kept("a\nb\r\nc", "a\nb\nc", "b\nd\nc\n", "b\r\nd\r\nc");
        check_kept("a\r\nb", "a\nb", "a\nb\nc\n", "a\r\nb\r\nc");
        check_kept("", "", "a\n", "a\n");
    }

    #[test]
    fn columns_are_characters() {
        let source = SourceFile::new("a.toml", "één\nëb = 1");
        assert_eq!(source.position(source.text.find('b').expect("is there")), Position { line: 2, column: 2 });
        assert_eq!(source.position(usize::MAX), Position { line: 2, column: 7 });
    }
}
