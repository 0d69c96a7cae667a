use super::code::Code;
use super::codebook::{Found, split_line};
use super::desk::{Desk, NoteError};
use super::noted::Noted;
use super::sheet_order::Spot;
use super::stack::{Next, Turn};
use super::{naming, writing};
use crate::domain::{Answer, Item, Question, State};
use crate::expression::fill;
use crate::interview::{Command, Heading, LinePrompt, Note, Refusal, Reply, WalkError, explanation, keep_note};

/// One answer of a stack: from its question to where it is kept.
impl<'s> Desk<'_, 's> {
    /// The answer to the question at hand, until there is one or it is left. What was refused stands in the line again.
    pub(super) fn ask_answer(&mut self, question: &'s Question, refused: &str) -> Turn {
        self.spot = Spot::Behind(question);
        let item = self.item(question)?;
        let earlier = self.ledger.answer(&item).filter(|answer| answer.state.is_said());
        let on_empty = if earlier.is_some() { "zo laten" } else { "overslaan" };
        let words = |answer: &Answer| self.ledger.words(question, &answer.state);
        let stood = earlier.map(|answer| format!("Er staat: {}{}", words(answer), naming::stamp(answer)));
        let remarks = stood.into_iter().chain(writing::how_to_write(&question.kind)).collect();
        let place = Code::of_question(&question.id).to_string();
        let heading = Heading { place, remarks, ..Heading::asking(self.label(question, &item)) };
        let prompt = LinePrompt { heading, refused: refused.to_owned(), ..LinePrompt::new("Antwoord", on_empty) };
        loop {
            let command = match self.prompter.line(&prompt) {
                // The answer was left open, and this is the next one.
                Ok(Reply::Answer(text)) if self.begins_with_code(&text) => {
                    self.tell_left_open(question)?;
                    // A code that nothing has is refused, and this question stays the one that is at hand.
                    if matches!(self.book().find(split_line(&text).0), Found::Nothing(_)) {
                        self.spot = Spot::At(question);
                    }
                    return self.take_line(&text);
                }
                Ok(Reply::Answer(text)) => return self.take_answer(question, &text),
                Ok(Reply::Empty) => return Ok(Next::On),
                Ok(Reply::Command(command)) => command,
                Err(end) => {
                    self.tell_left_open(question)?;
                    return Err(end.into());
                }
            };
            match command {
                Command::Back => return Ok(Next::Back),
                Command::Skip => return Ok(Next::On),
                Command::Stop => return Ok(Next::Stop),
                Command::Unknown => return self.take_state(question, State::Unknown),
                Command::NotApplicable => return self.take_state(question, State::NotApplicable),
                Command::Help => self.explain(question, &item)?,
                Command::Note(note) => {
                    let words = keep_note(self.ledger, &item, note)?;
                    self.prompter.remark(words)?;
                }
                Command::Erase => {
                    self.ledger.record_whole(&item, State::Open, None)?;
                    self.prompter.remark("Het antwoord is gewist. Wat er stond, staat nog in de geschiedenis.")?;
                    return Ok(Next::On);
                }
                Command::Parts => self.tell_open()?,
                Command::Wrong(refusal) => self.prompter.refuse(refusal)?,
                _ => self.prompter.remark("Dat kan hier niet. Typ het antwoord, of '<' voor een andere code.")?,
            }
        }
    }

    pub(super) fn begins_with_code(&self, text: &str) -> bool {
        let (code, _) = split_line(text);
        match self.book().find(code) {
            Found::Nothing(near) => is_written_as_a_code(code) || !near.is_empty() && resembles_a_code(code),
            _ => Code::parse(code).is_some(),
        }
    }

    /// Says it where nobody sees it.
    fn tell_left_open(&mut self, question: &Question) -> Result<(), WalkError> {
        if !self.prompter.asks_nobody() {
            return Ok(());
        }
        let fault = format!("bij '{}' staat geen antwoord", question.label);
        let tip = "zet het antwoord achter de code, op dezelfde regel of op de volgende";
        Ok(self.prompter.refuse(Refusal::new(fault, tip))?)
    }

    pub(super) fn take_answer(&mut self, question: &'s Question, text: &str) -> Turn {
        self.spot = Spot::Behind(question);
        match self.note(question, text) {
            Ok(noted) => self.confirm(&noted),
            // Where nobody is there to type it again, the next line is another answer.
            Err(NoteError::Refused(refusal)) if !self.prompter.asks_nobody() && self.item(question).is_ok() => {
                self.prompter.refuse(refusal)?;
                self.ask_answer(question, text)
            }
            Err(error) => Err(error),
        }
    }

    fn take_state(&mut self, question: &'s Question, state: State) -> Turn {
        let noted = self.note_state(question, state)?;
        self.confirm(&noted)
    }

    pub(super) fn confirm(&mut self, noted: &Noted) -> Turn {
        let sentences = if noted.outcome.is_taken() {
            let note = Note::Confirmed { label: noted.question.clone(), answer: noted.answer.clone() };
            self.prompter.tell(&note)?;
            noted.further()
        } else {
            noted.sentences()
        };
        sentences.iter().try_for_each(|sentence| self.prompter.remark(sentence))?;
        Ok(if self.stops { Next::Stop } else { Next::On })
    }

    fn explain(&mut self, question: &Question, item: &Item) -> Result<(), WalkError> {
        let ask = fill(&question.ask, &self.ledger.facts(), self.owner(item));
        let options = writing::options(&question.kind);
        let note = if options.is_empty() { Note::Remark(ask) } else { Note::Items { intro: ask, items: options } };
        self.prompter.tell(&note)?;
        Ok(self.prompter.tell(&explanation(self.ledger.catalog, question, self.ledger.today))?)
    }
}

/// Whether a word is a slip in a code sooner than a word of an answer: letters and digits together, or letters among which no word
/// does without.
fn resembles_a_code(word: &str) -> bool {
    let signs = Code::signs_in(word).to_lowercase();
    let has_letter = signs.contains(char::is_alphabetic);
    has_letter && (signs.contains(|sign: char| sign.is_ascii_digit()) || !signs.contains(['a', 'e', 'i', 'o', 'u']))
}

/// As codes are printed: three capitals or digits, a dash, two more.
fn is_written_as_a_code(word: &str) -> bool {
    let is_sign = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit();
    word.split_once('-').is_some_and(|(first, last)| {
        (first.len(), last.len()) == (3, 2) && first.chars().all(is_sign) && last.chars().all(is_sign)
    })
}
