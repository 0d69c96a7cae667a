use super::fault::{Fault, Faults, Span};

/// The largest file that is read, in bytes. Parsed, a file of many tables takes a hundred times its size in memory.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// A text as it was read, with single newlines and without byte order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub name: String,
    pub text: String,
    form: Form,
}

/// Where something stands, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    /// In characters.
    pub column: usize,
}

/// What was taken off when reading and is put back when writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Form {
    byte_order_mark: bool,
    line_ends: LineEnds,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum LineEnds {
    #[default]
    Lf,
    CrLf,
    /// Both: the text as it was, for when nothing changes.
    Mixed(String),
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

impl SourceFile {
    /// A text of our own making.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile { name: name.into(), text: text.into(), form: Form::default() }
    }

    /// What stands in a file. Refused: too large, another encoding than UTF-8, NUL, git's conflict markers.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Result<SourceFile, Faults> {
        let name = name.into();
        let refuse = |fault| Faults::new(&SourceFile::new(name.clone(), ""), vec![fault]);
        let text = decode(bytes).map_err(refuse)?;
        let source = SourceFile::normalised(name.clone(), text);
        match conflict_marker(&source.text) {
            Some(span) => Err(Faults::new(&source, vec![conflict(span)])),
            None => Ok(source),
        }
    }

    /// The text with byte order mark and line ends as this file had them.
    pub fn in_own_form(&self, text: &str) -> String {
        let mark = if self.form.byte_order_mark { BYTE_ORDER_MARK } else { "" };
        match &self.form.line_ends {
            LineEnds::Mixed(original) if self.text == text => format!("{mark}{original}"),
            LineEnds::CrLf => format!("{mark}{}", text.replace('\n', "\r\n")),
            LineEnds::Lf | LineEnds::Mixed(_) => format!("{mark}{text}"),
        }
    }

    /// The place of a byte of the text.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    fn normalised(name: String, text: &str) -> SourceFile {
        let (byte_order_mark, text) = match text.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let pairs = text.matches("\r\n").count();
        let line_ends = match (pairs, text.matches('\n').count() - pairs) {
            (0, _) => LineEnds::Lf,
            (_, 0) => LineEnds::CrLf,
            (_, _) => LineEnds::Mixed(text.to_owned()),
        };
        SourceFile { name, text: text.replace("\r\n", "\n"), form: Form { byte_order_mark, line_ends } }
    }
}

fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > LARGEST_FILE {
        let fault = format!("dit bestand is groter dan {} MB", LARGEST_FILE / 1024 / 1024);
        return Err(Fault::new(None, fault).tip("kijk of dit het goede bestand is"));
    }
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
    let mut offset = 0;
    let mut begin = None;
    for line in text.split('\n') {
        if line.starts_with("<<<<<<< ") && begin.is_none() {
            begin = Some(offset..offset + line.len());
        } else if line.starts_with(">>>>>>> ") && begin.is_some() {
            return begin;
        }
        offset += line.len() + 1;
    }
    None
}

fn conflict(span: Span) -> Fault {
    Fault::new(Some(span), "hier staan twee versies door elkaar: git kon ze niet samenvoegen")
        .tip("kies per plek wat moet blijven en haal de regels met <<<<<<<, ======= en >>>>>>> weg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(bytes: &[u8], expected: &str) {
        let faults = SourceFile::from_bytes("regio.toml", bytes).expect_err("must be refused");
        assert_eq!(faults.found[0].message, expected);
    }

    #[track_caller]
    fn check_kept(bytes: &str, text: &str) {
        let source = SourceFile::from_bytes("regio.toml", bytes.as_bytes()).expect("is a text");
        assert_eq!(source.text, text);
        assert_eq!(source.in_own_form(text), bytes);
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
        let conflict = b"a = 1\n<<<<<<< ours\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n";
        check_refused(conflict, "hier staan twee versies door elkaar: git kon ze niet samenvoegen");
    }

    #[test]
    fn mark_and_line_ends_come_back() {
        check_kept("a = 1\nb = 2\n", "a = 1\nb = 2\n");
        check_kept("\u{feff}a = 1\r\nb = 2\r\n", "a = 1\nb = 2\n");
        check_kept("a = 1\r\nb = 2\n", "a = 1\nb = 2\n");
        check_kept("", "");
    }

    #[test]
    fn columns_are_characters() {
        let source = SourceFile::new("a.toml", "één\nëb = 1");
        assert_eq!(source.position(source.text.find('b').expect("is there")), Position { line: 2, column: 2 });
        assert_eq!(source.position(usize::MAX), Position { line: 2, column: 7 });
    }
}
