use super::command::Command;
use super::decision::Decision;
use super::organisation::Organisation;
use super::output::Format;
use super::success::Success;
use crate::cli::Failure;

/// What every result can be made in: words, and the data itself.
const WORDS: &[Format] = &[Format::Terminal, Format::Markdown, Format::Html, Format::Docx, Format::Pdf, Format::Json];
const TABLES: &[Format] = &[Format::Csv, Format::Xlsx];

impl Command {
    /// Refuses a format that makes no sense for this command, before anything is done. The documents differ among each
    /// other: they look for themselves.
    pub(super) fn fits(&self, format: Format) -> Result<(), Failure> {
        match self {
            Command::Document(_) => Ok(()),
            Command::Checklist(_) => fits("een checklist", format, TABLES),
            Command::Organisation(Organisation::List(_)) => fits("het register", format, TABLES),
            Command::History(_) => fits("de geschiedenis", format, TABLES),
            Command::Decision(Decision::List(_)) => fits("een lijst van besluiten", format, TABLES),
            Command::Success(Success::List) => fits("een lijst van successen", format, TABLES),
            _ => fits("het resultaat van deze opdracht", format, &[]),
        }
    }
}

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
