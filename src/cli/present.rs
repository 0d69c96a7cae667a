use std::io;
use std::io::{IsTerminal, Write};
use std::time::Instant;

use serde::Serialize;

use super::arguments::{Format, Settings};
use super::exit::Exit;
use super::failure::{Ended, Failure, Result};
use super::progress::{Progress, Way};
use super::remarks::remarks;
use super::{files, prompter, sequences, standard_output};
use crate::document::{Document, Sheet};
use crate::notation;
#[cfg(feature = "pdf")]
use crate::render::Pdf;
use crate::render::{Docx, Html, Markdown, Plain, PlainScreen, Printed, RenderError, Renderer, Terminal, csv, xlsx};

/// A result in the format that was asked for: the data itself as JSON, the document in words otherwise.
pub fn report<T: Serialize>(settings: &Settings, data: &T, words: impl FnOnce(&T) -> Document) -> Ended {
    match settings.format() {
        Format::Json => json(settings, data),
        _ => document(settings, &words(data)),
    }
}

/// A result that is a table of data too, for a spreadsheet.
pub fn table<T: Serialize>(settings: &Settings, data: &T, words: fn(&T) -> Document, sheet: fn(&T) -> Sheet) -> Ended {
    match settings.format() {
        Format::Csv | Format::Xlsx => deliver(settings, &cells(settings, &sheet(data))?),
        _ => report(settings, data, words),
    }
}

/// A table of data as CSV, or as a workbook.
pub fn cells(settings: &Settings, sheet: &Sheet) -> Result<Vec<u8>> {
    let rendered = if settings.format() == Format::Csv { csv(sheet) } else { xlsx(sheet) };
    rendered.map_err(unfit)
}

fn unfit(error: RenderError) -> Failure {
    let failure = Failure::new(error.to_string());
    match error {
        RenderError::TextTooLong => failure.tip("kies csv: daar past elke tekst in"),
        RenderError::Typesetting(_) => failure.tip("kies --formaat html of docx: daarin past elk document"),
        RenderError::Unfit => failure,
    }
}

pub fn document(settings: &Settings, document: &Document) -> Ended {
    paper(settings, document, &printed(settings, document)?, None)
}

/// A document that was meant for so many pages. In a file, it comes with what to know before it is handed out.
pub fn paper(settings: &Settings, document: &Document, printed: &Printed, meant: Option<usize>) -> Ended {
    let exit = deliver(settings, &printed.bytes)?;
    if settings.output_file.is_some() {
        messages(remarks(document, settings.format(), printed, meant))?;
    }
    Ok(exit)
}

/// A document in the format that was asked for.
pub fn printed(settings: &Settings, document: &Document) -> Result<Printed> {
    let printed = match settings.format() {
        Format::Markdown => Markdown.print(document),
        Format::Html => Html.print(document),
        Format::Docx => Docx.print(document),
        #[cfg(feature = "pdf")]
        Format::Pdf => Pdf.print(document),
        Format::Json => return Ok(Printed { bytes: as_json(document)?, ..Printed::default() }),
        Format::Terminal => renderer(settings).print(document),
        // Asked for before, and refused: a document of words has no cells and no days, and this program may be made without PDF.
        _ => Err(RenderError::Unfit),
    };
    printed.map_err(unfit)
}

/// A page of contents, in the format of what it stands beside or else as text, and how the name of its file ends.
pub fn contents(settings: &Settings, document: &Document) -> Result<(Vec<u8>, &'static str)> {
    let mut settings = settings.clone();
    if matches!(settings.format(), Format::Csv | Format::Xlsx | Format::Ics) {
        settings.format = Some(Format::Terminal);
    }
    Ok((printed(&settings, document)?.bytes, settings.format().ending()))
}

pub fn json(settings: &Settings, data: &impl Serialize) -> Ended {
    deliver(settings, &as_json(data)?)
}

fn as_json(data: &impl Serialize) -> Result<Vec<u8>> {
    let json = serde_json::to_string_pretty(data).map_err(|_| Failure::new("het resultaat past niet in JSON"))?;
    Ok((escaped(&json) + "\n").into_bytes())
}

/// What steers or hides stands in texts alone, where JSON has a number for it.
fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + 1);
    for letter in json.chars() {
        match notation::hides(letter) {
            true => letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| safe.push_str(&format!("\\u{unit:04x}"))),
            false => safe.push(letter),
        }
    }
    safe
}

pub fn deliver(settings: &Settings, bytes: &[u8]) -> Ended {
    match &settings.output_file {
        None => {
            refuse_where_it_breaks(settings)?;
            standard_output::write(bytes)?;
        }
        Some(path) => {
            files::write_result(path, bytes, settings.overwrite)?;
            message(&format!("Geschreven: {}", path.display()))?;
        }
    }
    Ok(Exit::Done)
}

/// A file of another program shows as nonsense on a terminal, and on Windows a pipe may change it. Through any other pipe it may go.
#[expect(clippy::disallowed_methods, reason = "asks whether standard output is a terminal")]
fn refuse_where_it_breaks(settings: &Settings) -> Result<()> {
    let format = settings.format();
    let Some(what) = format.binary() else { return Ok(()) };
    let why = if io::stdout().is_terminal() {
        "past niet op het scherm"
    } else if standard_output::changes_bytes() {
        "gaat in Windows stuk op weg naar een ander programma"
    } else {
        return Ok(());
    };
    Err(Failure::wrong_use(format!("{what} {why}"))
        .tip(format!("schrijf het naar een bestand, bijvoorbeeld: --uit document.{}", format.ending())))
}

/// How wide a page is that goes to paper or to a file.
const PAGE_WIDTH: usize = 88;

/// The terminal as it is; a pipe or a file gets plain text. A pipe may end on a screen.
#[expect(clippy::disallowed_methods, reason = "asks whether standard output is a terminal")]
fn renderer(settings: &Settings) -> Box<dyn Renderer> {
    let to_terminal = settings.output_file.is_none() && io::stdout().is_terminal();
    let console = console::Term::stdout();
    let width = console.size_checked().map_or(PAGE_WIDTH, |(_, columns)| usize::from(columns));
    let plain = prompter::asks_plain(settings.plain);
    let raw = to_terminal && !sequences::are_understood(sequences::Stream::Output);
    let colour = settings.is_coloured(to_terminal && console::colors_enabled()) && !raw;
    let width = if to_terminal { Some(width) } else { (!plain).then_some(PAGE_WIDTH) };
    match (width, &settings.output_file) {
        (Some(width), _) if !plain && (to_terminal || colour) => Box::new(Terminal { width, colour }),
        (width, None) => Box::new(PlainScreen { width }),
        (width, Some(_)) => Box::new(Plain { width }),
    }
}

/// Tells on standard error how far a job of so many steps is, when it takes long.
pub fn progress(settings: &Settings, total: usize) -> Progress {
    let term = console::Term::stderr();
    let on_terminal = term.features().is_attended() && sequences::are_understood(sequences::Stream::Error);
    let way = Way::choose(prompter::asks_plain(settings.plain), on_terminal);
    let begun = Instant::now();
    Progress::new(total, way, term, move || begun.elapsed())
}

/// Something to know, on standard error: what was done, where a file stands.
#[expect(clippy::disallowed_methods, reason = "the one place that writes messages")]
pub fn message(words: &str) -> Ended {
    // Nobody is left to tell when stderr is closed; what was done is done.
    let _ = writeln!(io::stderr().lock(), "{}", between_words(&notation::visible(words)));
    Ok(Exit::Done)
}

/// Several such things, as far as there is something to say, each on a line of its own.
pub fn messages<T: Into<Option<String>>>(lines: impl IntoIterator<Item = T>) -> Ended {
    lines.into_iter().filter_map(T::into).try_for_each(|words| message(&words).map(drop))?;
    Ok(Exit::Done)
}

/// What went wrong, on standard error, when there is more to do after it.
#[expect(clippy::disallowed_methods, reason = "the one place that writes messages")]
pub fn failure(failure: &Failure) {
    // Nobody is left to tell when stderr is closed.
    let mut written = Vec::new();
    let _ = failure.write_to(&mut written);
    for line in String::from_utf8_lossy(&written).lines() {
        // An excerpt of a file stays as it is.
        let is_sentence = ["fout: ", "tip: "].iter().any(|front| line.starts_with(front));
        let shown = if is_sentence { between_words(line) } else { line.to_owned() };
        let _ = writeln!(io::stderr().lock(), "{shown}");
    }
}

/// Broken between words on a terminal. A command or a path stays whole where it can: it is there to be copied.
#[expect(clippy::disallowed_methods, reason = "asks whether standard error is a terminal")]
fn between_words(words: &str) -> String {
    let width = console::Term::stderr().size_checked().map(|(_, columns)| usize::from(columns));
    let Some(width) = width.filter(|_| io::stderr().is_terminal()) else { return words.to_owned() };
    let options = textwrap::Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(words, options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn json_says_the_same_and_hides_nothing(texts in proptest::collection::vec("[a-z\"\\\\\n\u{85}\u{202e}\u{e0041}👩\u{200d}]{0,12}", 0..4)) {
            let written = String::from_utf8(as_json(&texts).expect("texts fit")).expect("it is UTF-8");
            prop_assert!(!written.contains(notation::hides), "{}", written);
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&written).expect("it is JSON"), texts);
        }
    }
}
