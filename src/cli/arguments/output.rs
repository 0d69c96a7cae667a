use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::value;
use crate::cli::{Failure, Result, file_name};
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
    /// The word on the command line.
    fn word(self) -> String {
        self.to_possible_value().map(|word| word.get_name().to_owned()).unwrap_or_default()
    }

    /// How the name of a file in this format ends.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Terminal => "txt",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Ics => "ics",
            Format::Json => "json",
        }
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
    let known: Vec<String> = WORDS.iter().chain(besides).map(|format| format.word()).collect();
    Err(Failure::wrong_use(format!("{what} kan niet als {}", format.word()))
        .tip(format!("{what} kan als {}", value::alternatives(&known))))
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
    ) -> Result<Output> {
        if overwrite && file.is_none() && !makes_files {
            return Err(Failure::wrong_use("'--overschrijf' hoort bij '--uit'")
                .tip("noem het bestand: --uit checklist.md --overschrijf"));
        }
        file.iter().try_for_each(|path| file_name::check(path))?;
        let format = match (format, &file) {
            (Some(format), _) => format,
            (None, Some(path)) => format_of(path)?,
            (None, None) => Format::Terminal,
        };
        if format == Format::Pdf && !cfg!(feature = "pdf") {
            return Err(Failure::new("dit programma is gemaakt zonder PDF").tip(
                "kies --formaat html en druk de bladzijde af vanuit je browser, of kies --formaat docx. Maak je regio zelf, dan komt de PDF \
                 erbij met: cargo install --path . --features pdf",
            ));
        }
        let existing = if overwrite { Existing::Overwrite } else { Existing::Keep };
        let destination = file.map_or(Destination::Standard, Destination::File);
        Ok(Output { format, destination, existing })
    }
}

fn format_of(path: &Path) -> Result<Format> {
    let Some(ending) = path.extension() else { return Ok(Format::Terminal) };
    let ending = ending.to_string_lossy().to_lowercase();
    let ending = match ending.as_str() {
        "markdown" => "md",
        "htm" => "html",
        known => known,
    };
    let formats = Format::value_variants().iter().copied();
    formats.clone().find(|format| format.ending() == ending).ok_or_else(|| {
        let name = quoted(&path.file_name().unwrap_or_default().to_string_lossy());
        let endings: Vec<String> = formats.map(|format| format!(".{}", format.ending())).collect();
        let known = value::alternatives(&endings);
        Failure::wrong_use(format!("aan de naam {name} zie ik niet welk formaat je wilt"))
            .tip(format!("laat de naam eindigen op {known}, of kies met --formaat"))
    })
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
