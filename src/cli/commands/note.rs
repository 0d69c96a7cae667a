use std::path::Path;

use clap::Args;

use super::super::exit::Exit;
use super::super::explain::broken_off;
use super::super::failure::Failure;
use super::super::workplace::{OpenProject, Workplace};
use super::super::{files, present, prompter};
use crate::cli::arguments::{Asking, Settings, value};
use crate::domain::Identifier;
use crate::interview::{PromptError, Prompter, WalkError};
use crate::ledger::Ledger;
use crate::notation;
use crate::round::{Codebook, Desk, Meant, NoteError, SOURCE, split_line};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Typ antwoorden van papier over, met de code die erbij staat")]
pub struct Arguments {
    #[arg(value_name = "CODE", display_order = 1, value_parser = value::text)]
    #[arg(help = "De code bij de vraag op het werkblad, of een bestand met codes en antwoorden")]
    pub code: Option<String>,

    #[arg(value_name = "ANTWOORD", display_order = 2, value_parser = value::text, help = "Het antwoord, zoals het op papier staat")]
    pub answer: Vec<String>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::text)]
    #[arg(help = "De organisatie die het werkblad invulde: haar naam, of de code van haar blad")]
    pub organisation: Option<String>,
}

/// `regio noteer`: answers from printed sheets, one at a time or a whole stack.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    if arguments.code.is_some() && arguments.answer.is_empty() && settings.asking == Asking::Never {
        return Err(Failure::wrong_use("bij de code hoort een antwoord").tip("bijvoorbeeld: regio noteer T66-3Y 2"));
    }
    let file = arguments.code.as_deref().filter(|word| arguments.answer.is_empty() && is_file_name(word));
    let stack = file.map(|file| files::read_source(Path::new(file))).transpose()?.transpose()?;
    let mut open = workplace.change_project()?;
    let respondent = arguments.organisation.as_ref().map(|name| respondent(&open, name)).transpose()?.flatten();
    let mut ledger = open.ledger(&workplace).from_source(SOURCE);
    if let Some(stack) = stack {
        return note_file(stack.text, &mut ledger, respondent);
    }
    let Some(code) = &arguments.code else { return note_stack(settings, &mut ledger, respondent) };
    let mut prompter: Box<dyn Prompter> = match prompter::for_stack(settings) {
        Some(lines) => Box::new(lines),
        None => prompter::for_terminal(settings),
    };
    note_one(&mut Desk::new(&mut ledger, prompter.as_mut(), respondent), code, &arguments.answer)
}

/// A code has letters, digits and a line.
fn is_file_name(word: &str) -> bool {
    word.contains(['.', '/', '\\'])
}

/// Whose sheet it is, by name, id or code; nobody's is that of the kopgroep together.
fn respondent(open: &OpenProject, named: &str) -> Result<Option<Identifier>, Failure> {
    match Codebook::new(open.catalog, &open.project).find_respondent(named, &open.project) {
        Some(Meant::Organisation(id)) => Ok(Some(id)),
        Some(Meant::Together | Meant::Question(_)) => Ok(None),
        None => super::organisation::find(&open.project, named).map(|organisation| Some(organisation.id.clone())),
    }
}

/// How a stack ended, and what was taken down.
type Ending = (Result<(), WalkError>, Vec<String>);

fn note_stack(settings: &Settings, ledger: &mut Ledger, respondent: Option<Identifier>) -> Result<Exit, Failure> {
    if let Some(mut lines) = prompter::for_stack(settings) {
        return finish_stack(note_all(ledger, &mut lines, respondent), lines.faults);
    }
    // The terminal is given back before anything is told.
    let ending = note_all(ledger, prompter::for_terminal(settings).as_mut(), respondent);
    finish(ending)
}

fn note_file(text: String, ledger: &mut Ledger, respondent: Option<Identifier>) -> Result<Exit, Failure> {
    let mut lines = prompter::for_text(text);
    finish_stack(note_all(ledger, &mut lines, respondent), lines.faults)
}

fn note_all(ledger: &mut Ledger, prompter: &mut dyn Prompter, respondent: Option<Identifier>) -> Ending {
    let mut desk = Desk::new(ledger, prompter, respondent);
    (desk.note_stack(), desk.summary())
}

fn finish((ending, summary): Ending) -> Result<Exit, Failure> {
    let is_empty = summary.is_empty();
    present::messages(summary)?;
    match ending {
        Ok(()) if is_empty => present::message("Er is niets overgenomen."),
        Ok(()) => present::message("Alles is bewaard."),
        Err(error) => broken_off(error),
    }
}

/// The end of a file is its end by right; lines that were not taken are a failure.
fn finish_stack((ending, summary): Ending, faults: usize) -> Result<Exit, Failure> {
    let ending = match ending {
        Err(WalkError::Prompt(PromptError::EndOfInput)) => Ok(()),
        ending => ending,
    };
    let exit = finish((ending, summary))?;
    if faults == 0 {
        return Ok(exit);
    }
    let words = notation::counted(faults, "regel is", "regels zijn");
    Err(Failure::new(format!("{words} niet overgenomen")).tip("verbeter die regels en geef ze nog een keer"))
}

fn note_one(desk: &mut Desk, code: &str, words: &[String]) -> Result<Exit, Failure> {
    // A code may be typed with a space in it, and an answer without quotation marks.
    let line = format!("{code} {}", words.join(" "));
    let (code, answer) = split_line(&line);
    if answer.is_empty() {
        return finish((desk.note_question(code), desk.summary()));
    }
    let noted = desk.question(code).and_then(|question| desk.note(question, answer));
    match noted {
        Ok(noted) => present::messages(noted.sentences()),
        Err(NoteError::Refused(refusal)) => Err(Failure::new(refusal.fault).tip(refusal.tip)),
        Err(NoteError::Broken(error)) => broken_off(error),
    }
}
