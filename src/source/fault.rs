use std::fmt;
use std::ops::Range;

use super::excerpt::excerpt;
use super::source_file::{Position, SourceFile};
use crate::notation::visible;

/// Bytes of a text.
pub type Span = Range<usize>;

/// Something wrong in a file, in Dutch, safe to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub severity: Severity,
    /// Nothing when it is about the whole file.
    pub span: Option<Span>,
    pub message: String,
    pub tip: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used like this.
    Error,
    /// Probably mistyped: what stands there counts for nothing.
    Slip,
    /// Worth a look.
    Warning,
}

impl Severity {
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "fout",
            Severity::Slip | Severity::Warning => "let op",
        }
    }
}

impl Fault {
    pub fn new(span: Option<Span>, message: impl AsRef<str>) -> Fault {
        Fault { severity: Severity::Error, span, message: on_one_line(message.as_ref()), tip: None }
    }

    pub fn at(span: Span, message: impl AsRef<str>) -> Fault {
        Fault::new(Some(span), message)
    }

    pub fn warning(span: Span, message: impl AsRef<str>) -> Fault {
        Fault { severity: Severity::Warning, ..Fault::at(span, message) }
    }

    pub fn slip(span: Span, message: impl AsRef<str>) -> Fault {
        Fault { severity: Severity::Slip, ..Fault::at(span, message) }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    pub fn tip(self, tip: impl AsRef<str>) -> Fault {
        Fault { tip: Some(on_one_line(tip.as_ref())), ..self }
    }

    pub fn tip_if(self, tip: Option<impl AsRef<str>>) -> Fault {
        tip.into_iter().fold(self, Fault::tip)
    }
}

/// A name from a file between quotes, short and on one line.
pub fn quoted(name: &str) -> String {
    const LONGEST: usize = 48;
    let mut shown: String = name.chars().take(LONGEST).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    format!("'{}'", on_one_line(&shown))
}

/// Text on one line, without anything that cannot be seen.
pub(super) fn on_one_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// The faults of one file, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    pub source: SourceFile,
    /// The first hundred; errors before warnings when there are more.
    pub found: Vec<Fault>,
    /// How many more there are.
    pub left_out: usize,
}

impl std::error::Error for Faults {}

impl Faults {
    /// What is more than this is only counted.
    pub const MOST: usize = 100;

    pub fn new(source: &SourceFile, mut found: Vec<Fault>) -> Faults {
        found.sort_by_key(|fault| fault.span.as_ref().map(|span| (span.start, span.end)));
        found.dedup();
        let all = found.len();
        if all > Faults::MOST && found.iter().any(Fault::is_error) {
            found.retain(Fault::is_error);
        }
        found.truncate(Faults::MOST);
        Faults { source: source.clone(), left_out: all - found.len(), found }
    }

    /// Whether the file cannot be used.
    pub fn any_error(&self) -> bool {
        self.found.iter().any(Fault::is_error)
    }

    /// Those that are probably mistyped, if there are any.
    pub fn slips(&self) -> Option<Faults> {
        let found: Vec<Fault> = self.found.iter().filter(|fault| fault.severity == Severity::Slip).cloned().collect();
        (!found.is_empty()).then(|| Faults::new(&self.source, found))
    }

    pub fn position(&self, fault: &Fault) -> Option<Position> {
        fault.span.as_ref().map(|span| self.source.position(span.start))
    }
}

/// Every fault with its place, its line and what to do, an empty line between two.
impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown: Vec<String> = self.found.iter().map(|fault| excerpt(&self.source, fault)).collect();
        if self.left_out > 0 {
            shown.push(format!("… en nog {} meer.", self.left_out));
        }
        formatter.write_str(&shown.join("\n\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_not_lost_behind_many_warnings() {
        let source = SourceFile::new("regio.toml", "x".repeat(300));
        let mut found: Vec<Fault> = (0..200).map(|at| Fault::warning(at..at + 1, "let op")).collect();
        found.push(Fault::at(250..251, "mis"));
        let faults = Faults::new(&source, found);
        assert!(faults.any_error());
        assert_eq!(faults.to_string().lines().last(), Some("… en nog 200 meer."));
    }

    #[test]
    fn names_of_a_file_are_short_and_on_one_line() {
        assert_eq!(quoted("a\nb\u{202e}"), "'a b‹U+202E›'");
        assert_eq!(quoted(&"x".repeat(1_000)).chars().count(), 51);
    }
}
