use std::io::{BufRead, Write};
use std::path::Path;

use clap::Args;

use super::super::explain::broken_off;
use super::super::failure::{Ended, Failure, Result};
use super::super::prompter::StackPrompter;
use super::super::workplace::{OpenProject, Workplace};
use super::super::{present, prompter, store};
use crate::cli::arguments::{Settings, value};
use crate::domain::Identifier;
use crate::interview::{PromptError, Prompter, WalkError};
use crate::ledger::Ledger;
use crate::notation;
use crate::round::{Codebook, Desk, Meant, NotOfWord, NoteError, SOURCE, WordFile, split_line};
use crate::source::SourceFile;

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Typ antwoorden van papier over, met de code die erbij staat")]
pub struct Arguments {
    #[arg(value_name = "CODE", display_order = 1, value_parser = value::text)]
    #[arg(
        help = "De code bij de vraag op het werkblad, of een bestand: een ingevuld werkblad van Word, of codes met antwoorden"
    )]
    pub code: Option<String>,

    #[arg(value_name = "ANTWOORD", display_order = 2, value_parser = value::text, help = "Het antwoord, zoals het op papier staat")]
    pub answer: Vec<String>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::text)]
    #[arg(help = "De organisatie die het werkblad invulde: haar naam, of de code van haar blad")]
    pub organisation: Option<String>,

    #[arg(long = "ander-project", help = "Neem ook een ingevuld werkblad aan dat bij een ander project is gemaakt")]
    pub other_project: bool,
}

/// `regio noteer`: answers from printed sheets, one at a time or a whole stack.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let alone = arguments.code.as_deref().filter(|_| arguments.answer.is_empty());
    // A code has letters, digits and a line.
    let file = alone.filter(|word| word.contains(['.', '/', '\\']));
    if file.is_none() && alone.is_some() && workplace.settings.no_questions {
        return Err(Failure::wrong_use("bij de code hoort een antwoord").tip("bijvoorbeeld: regio noteer T66-3Y 2"));
    }
    let paper = file.map(|file| read_paper(Path::new(file))).transpose()?;
    let mut open = workplace.change_project()?;
    let named = arguments.organisation.as_ref().map(|name| respondent(&open, name)).transpose()?;
    let respondent = named.as_ref().and_then(Meant::organisation).cloned();
    let mut ledger = open.ledger(workplace).from_source(SOURCE);
    match (paper, &arguments.code) {
        (Some(Paper::Word(file)), _) => note_word(&file, &mut ledger, named.as_ref(), arguments.other_project),
        (Some(Paper::Lines(text)), _) => note_lines(&mut ledger, prompter::for_text(text), respondent),
        (None, None) => note_stack(workplace.settings, &mut ledger, respondent),
        (None, Some(code)) => {
            let lines = prompter::for_stack(workplace.settings).map(|lines| Box::new(lines) as Box<dyn Prompter>);
            let mut prompter = lines.unwrap_or_else(|| prompter::for_terminal(workplace.settings));
            note_one(&mut Desk::new(&mut ledger, prompter.as_mut(), respondent), code, &arguments.answer)
        }
    }
}

/// What a file with answers is.
enum Paper {
    /// Codes, each with its answer.
    Lines(String),
    /// Sheets that were filled in.
    Word(WordFile),
}

fn read_paper(path: &Path) -> Result<Paper> {
    let bytes = store::read(path)?;
    let begins = |sign: &&[u8]| bytes.starts_with(sign);
    let is_called_so = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    if !is_called_so && !OF_OFFICE.iter().any(begins) {
        let text = SourceFile::from_bytes(path.display().to_string(), &bytes)?.text;
        // Old programs end a line with a carriage return alone.
        return Ok(Paper::Lines(text.replace("\r\n", "\n").replace('\r', "\n")));
    }
    WordFile::read(&bytes).map(Paper::Word).map_err(|NotOfWord| {
        let tip = "open het in Word of LibreOffice en bewaar het als .docx, zonder wachtwoord; wat op papier of in een PDF \
                   staat, typ je over: regio noteer";
        Failure::new(format!("'{}' is geen blad van Word (.docx)", path.display())).tip(tip)
    })
}

/// How files begin that are no text: those of Word and LibreOffice, those of older programs or with a password, and PDF.
const OF_OFFICE: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"];

/// Whose sheet it is, by name, id or code.
fn respondent(open: &OpenProject, named: &str) -> Result<Meant> {
    let by_name = || Ok(Meant::Organisation(super::organisation::find(&open.project, named)?.id.clone()));
    Codebook::new(open.catalog, &open.project).find_respondent(named, &open.project).map_or_else(by_name, Ok)
}

/// How a stack ended, and what was taken down.
type Ending = (Result<(), WalkError>, Vec<String>);

fn note_stack(settings: &Settings, ledger: &mut Ledger, respondent: Option<Identifier>) -> Ended {
    if let Some(lines) = prompter::for_stack(settings) {
        return note_lines(ledger, lines, respondent);
    }
    // The terminal is given back before anything is told.
    let mut prompter = prompter::for_terminal(settings);
    let mut desk = Desk::new(ledger, prompter.as_mut(), respondent);
    let ending = (desk.note_stack(settings.by.is_none()), desk.summary());
    drop(prompter);
    finish(ending)
}

fn note_word(file: &WordFile, ledger: &mut Ledger, named: Option<&Meant>, other_projects: bool) -> Ended {
    let mut nobody = prompter::for_text(String::new());
    let mut desk = Desk::new(ledger, &mut nobody, None);
    let ending = match desk.note_file(file, named, other_projects) {
        Ok(0) => {
            let failure = Failure::new("in dit bestand staan geen vragen van een werkblad");
            return Err(failure.tip("geef het blad zoals regio het maakte, ingevuld en bewaard als .docx"));
        }
        ending => ending.map(drop),
    };
    let summary = desk.summary();
    let tip = "typ over wat nodig is, met de code die erbij staat: regio noteer T66-3Y 2 --voor \"Gemeente Voorbeeld\"";
    finish_stack((ending, summary), nobody.faults, ["plek is", "plekken zijn"], tip)
}

fn note_lines(
    ledger: &mut Ledger,
    mut lines: StackPrompter<impl BufRead, impl Write>,
    respondent: Option<Identifier>,
) -> Ended {
    let mut desk = Desk::new(ledger, &mut lines, respondent);
    let ending = (desk.note_stack(false), desk.summary());
    finish_stack(ending, lines.faults, ["regel is", "regels zijn"], "verbeter die regels en geef ze nog een keer")
}

fn finish((ending, summary): Ending) -> Ended {
    let is_empty = summary.is_empty();
    present::messages(summary)?;
    match ending {
        Ok(()) if is_empty => present::message("Er is niets overgenomen."),
        Ok(()) => present::message("Alles is bewaard. Leg de antwoorden naast elkaar met: regio rondvraag vergelijk"),
        Err(error) => broken_off(error),
    }
}

/// The end of a file is its end by right; what was not taken is a failure.
fn finish_stack((ending, summary): Ending, faults: usize, [one, more]: [&str; 2], tip: &str) -> Ended {
    let has_ended = matches!(ending, Err(WalkError::Prompt(PromptError::EndOfInput)));
    let exit = finish((if has_ended { Ok(()) } else { ending }, summary))?;
    if faults == 0 {
        return Ok(exit);
    }
    let words = notation::counted(faults, one, more);
    Err(Failure::new(format!("{words} niet overgenomen")).tip(tip))
}

fn note_one(desk: &mut Desk, code: &str, words: &[String]) -> Ended {
    // A code may be typed with a space in it, and an answer without quotation marks.
    let line = format!("{code} {}", words.join(" "));
    let (code, answer) = split_line(&line);
    if answer.is_empty() {
        return finish((desk.note_question(code), desk.summary()));
    }
    let noted = desk.question(code).and_then(|question| desk.note(question, answer));
    match noted {
        Ok(noted) => present::messages(noted.sentences()),
        Err(NoteError::Refused(refusal)) => Err(refusal.into()),
        Err(NoteError::Broken(error)) => broken_off(error),
    }
}
