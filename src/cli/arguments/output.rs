use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::Failure;
use crate::source::quoted;

/// The shape of a result, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub format: Format,
    pub destination: Destination,
    /// What happens to files that are there already.
    pub existing: Existing,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Terminal,
    Markdown,
    Html,
    Docx,
    Pdf,
    Csv,
    Xlsx,
    Ics,
    Json,
}

impl Format {
    /// The word on the command line; a file in this format ends in it, those for the terminal and in Markdown aside.
    pub fn word(self) -> &'static str {
        match self {
            Format::Terminal => "terminal",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Ics => "ics",
            Format::Json => "json",
        }
    }

    /// Bytes that are no text would only confuse a terminal.
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Docx | Format::Pdf | Format::Xlsx)
    }
}

/// What every result can be made in: words, and the data itself.
const WORDS: &[Format] = &[Format::Terminal, Format::Markdown, Format::Html, Format::Docx, Format::Pdf, Format::Json];

/// Refuses a format that is neither words nor one of these.
pub fn fits(what: &str, format: Format, besides: &[Format]) -> Result<(), Failure> {
    if WORDS.contains(&format) || besides.contains(&format) {
        return Ok(());
    }
    let known: Vec<&str> = WORDS.iter().chain(besides).map(|format| format.word()).collect();
    let (last, first) = known.split_last().unwrap_or((&"", &[]));
    Err(Failure::wrong_use(format!("{what} kan niet als {}", format.word()))
        .tip(format!("{what} kan als {} of {last}", first.join(", "))))
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    Standard,
    File(PathBuf),
}

/// What happens to a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Overwrite,
}

/// When colours are shown.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    #[value(name = "auto")]
    Automatic,
    #[value(name = "altijd")]
    Always,
    #[value(name = "nooit")]
    Never,
}

impl Colour {
    /// Whether colours are shown, where they would be by themselves or not.
    pub fn is_shown(self, by_itself: bool) -> bool {
        match self {
            Colour::Automatic => by_itself,
            Colour::Always => true,
            Colour::Never => false,
        }
    }
}

impl Output {
    /// Whether the result is words on the screen, as it is when nothing was said about it.
    pub fn is_plain_screen(&self) -> bool {
        self.format == Format::Terminal && self.destination == Destination::Standard
    }

    /// The format that is named, else the one that the ending of the file tells, else that of the terminal. A command that
    /// `makes_files` of its own may overwrite them without one that is named.
    pub(super) fn choose(
        format: Option<Format>,
        file: Option<PathBuf>,
        overwrite: bool,
        makes_files: bool,
    ) -> Result<Output, Failure> {
        if overwrite && file.is_none() && !makes_files {
            return Err(Failure::wrong_use("'--overschrijf' hoort bij '--uit'")
                .tip("noem het bestand: --uit checklist.md --overschrijf"));
        }
        let format = match (format, &file) {
            (Some(format), _) => format,
            (None, Some(path)) => format_of(path)?,
            (None, None) => Format::Terminal,
        };
        if format == Format::Pdf && !cfg!(feature = "pdf") {
            return Err(without_pdf());
        }
        let existing = if overwrite { Existing::Overwrite } else { Existing::Keep };
        let destination = file.map_or(Destination::Standard, Destination::File);
        Ok(Output { format, destination, existing })
    }
}

fn without_pdf() -> Failure {
    Failure::new("dit programma is gemaakt zonder PDF").tip(
        "kies --formaat html en druk de bladzijde af vanuit je browser, of kies --formaat docx. Maak je regio zelf, dan komt de PDF erbij \
         met: cargo install --path . --features pdf",
    )
}

fn format_of(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None | Some("txt") => Ok(Format::Terminal),
        Some("md" | "markdown") => Ok(Format::Markdown),
        Some("html" | "htm") => Ok(Format::Html),
        Some("docx") => Ok(Format::Docx),
        Some("pdf") => Ok(Format::Pdf),
        Some("csv") => Ok(Format::Csv),
        Some("xlsx") => Ok(Format::Xlsx),
        Some("ics") => Ok(Format::Ics),
        Some("json") => Ok(Format::Json),
        Some(_) => Err(Failure::wrong_use(format!(
            "aan de naam {} zie ik niet welk formaat je wilt",
            quoted(&path.file_name().unwrap_or_default().to_string_lossy())
        ))
        .tip(
            "laat de naam eindigen op .txt, .md, .html, .docx, .pdf, .csv, .xlsx, .ics of .json, of kies met --formaat",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(named: Option<Format>, file: Option<&str>, expected: Option<Format>) {
        let chosen = Output::choose(named, file.map(PathBuf::from), false, false);
        assert_eq!(chosen.ok().map(|output| output.format), expected);
    }

    #[test]
    fn the_ending_tells_the_format_unless_one_is_named() {
        check(None, None, Some(Format::Terminal));
        check(None, Some("lijst.MD"), Some(Format::Markdown));
        check(None, Some("lijst.json"), Some(Format::Json));
        check(None, Some("lijst.Docx"), Some(Format::Docx));
        check(None, Some("lijst"), Some(Format::Terminal));
        check(None, Some("Stappen.XLSX"), Some(Format::Xlsx));
        check(None, Some("agenda.ics"), Some(Format::Ics));
        check(None, Some("lijst.odt"), None);
        check(None, Some("lijst.pdf"), cfg!(feature = "pdf").then_some(Format::Pdf));
        check(Some(Format::Json), Some("lijst.pdf"), Some(Format::Json));
    }

    #[test]
    fn something_to_write_over_has_a_name() {
        assert!(Output::choose(None, None, true, false).is_err());
        assert!(Output::choose(None, None, true, true).is_ok());
    }
}
