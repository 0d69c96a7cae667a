use std::path::Path;

use super::value;
use crate::cli::{Failure, Result};
use crate::domain::vocabulary;
use crate::source::quoted;

vocabulary! {
    /// The shape of a result: the word on the command line, and how the name of a file ends.
    Format {
        Terminal = "terminal", "txt";
        Markdown = "markdown", "md";
        Html = "html", "html";
        Docx = "docx", "docx";
        Pdf = "pdf", "pdf";
        Csv = "csv", "csv";
        Xlsx = "xlsx", "xlsx";
        Ics = "ics", "ics";
        Json = "json", "json";
    }
}

impl Format {
    /// How the name of a file in this format ends.
    pub fn ending(self) -> &'static str {
        self.title()
    }

    /// What a file of bytes that are no text is called: it would only confuse a terminal.
    pub fn binary(self) -> Option<&'static str> {
        match self {
            Format::Docx => Some("een bestand voor Word"),
            Format::Pdf => Some("een PDF"),
            Format::Xlsx => Some("een bestand voor Excel"),
            _ => None,
        }
    }
}

/// What every result can be made in: words, and the data itself.
const WORDS: &[Format] = &[Format::Terminal, Format::Markdown, Format::Html, Format::Docx, Format::Pdf, Format::Json];

/// Refuses a format that is neither words nor one of these.
pub fn fits(what: &str, format: Format, besides: &[Format]) -> Result<()> {
    if WORDS.contains(&format) || besides.contains(&format) {
        return Ok(());
    }
    let known: Vec<&str> = WORDS.iter().chain(besides).map(|format| format.word()).collect();
    Err(Failure::wrong_use(format!("{what} kan niet als {}", format.word()))
        .tip(format!("{what} kan als {}", value::alternatives(&known))))
}

/// The format that the ending of a file tells.
pub(super) fn format_of(path: &Path) -> Result<Format> {
    let Some(ending) = path.extension() else { return Ok(Format::Terminal) };
    let ending = ending.to_string_lossy().to_lowercase();
    let ending = match ending.as_str() {
        "markdown" => "md",
        "htm" => "html",
        known => known,
    };
    Format::ALL.iter().copied().find(|format| format.ending() == ending).ok_or_else(|| {
        let name = quoted(&path.file_name().unwrap_or_default().to_string_lossy());
        let endings: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
        let known = value::alternatives(&endings);
        Failure::wrong_use(format!("aan de naam {name} zie ik niet welk formaat je wilt"))
            .tip(format!("laat de naam eindigen op {known}, of kies met --formaat"))
    })
}
