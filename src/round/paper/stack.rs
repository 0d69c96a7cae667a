use super::code::Code;
use super::codebook::{Found, Meant, split_line};
use super::desk::{Desk, NoteError, Result};
use super::filled_in::FILLED_IN_BY;
use super::sheet_order::Spot;
use super::{naming, tally};
use crate::interview::{Command, Heading, LinePrompt, Refusal, Reply, WalkError};
use crate::ledger::Hand;
use crate::notation;

/// A name before a prompt is cut to so many characters.
const LONGEST_NAME: usize = 24;

/// Whether the typing goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    On,
    /// To what was typed before.
    Back,
    Stop,
}

/// What was refused is told at the end of the turn.
pub(super) type Turn = Result<Next>;

impl<'s> Desk<'_, 's> {
    /// Takes down a whole stack of sheets: code, answer, code, answer, until there is no more. A person may be asked of each who
    /// filled it in.
    pub fn note_stack(&mut self, asks_filler: bool) -> Result<(), WalkError> {
        self.asks_filler = asks_filler && !self.prompter.asks_nobody();
        let mut turn = self.choose_respondent();
        while !matches!(turn, Ok(Next::Stop)) {
            turn.map(drop).or_else(|error| self.tell_refusal(error))?;
            turn = self.take_next();
        }
        Ok(())
    }

    /// The next question of the sheet; behind the last one a code.
    fn take_next(&mut self) -> Turn {
        let Some(question) = self.upcoming() else {
            if matches!(self.spot, Spot::Behind(_)) && !self.prompter.asks_nobody() {
                self.prompter.remark("Dat was de laatste vraag van dit blad.")?;
            }
            self.spot = Spot::Off;
            return self.ask_code();
        };
        match self.ask_answer(question, "")? {
            Next::Back => {
                self.spot = self.neighbours(question).0.map_or(Spot::Off, Spot::At);
                Ok(Next::On)
            }
            next => Ok(next),
        }
    }

    /// Takes down the answer to one question, which is asked.
    pub fn note_question(&mut self, code: &str) -> Result<(), WalkError> {
        let turn = self.question(code).and_then(|question| self.ask_answer(question, ""));
        turn.map(drop).or_else(|error| self.tell_refusal(error))
    }

    /// Whose sheet lies on top.
    fn choose_respondent(&mut self) -> Turn {
        if self.respondent.is_some() {
            return self.ask_filler();
        }
        if self.prompter.asks_nobody() || self.ledger.project().organisations.is_empty() {
            return Ok(Next::On);
        }
        let remarks = vec!["Typ de naam, of de code die bovenaan het blad staat.".to_owned()];
        let heading = Heading { remarks, ..Heading::asking("Van wie is het eerste werkblad?") };
        let mut prompt = LinePrompt { heading, ..LinePrompt::new("Organisatie", "de kopgroep samen") };
        loop {
            match self.prompter.line(&prompt)? {
                Reply::Empty => return Ok(Next::On),
                Reply::Command(Command::Stop | Command::Back) => return Ok(Next::Stop),
                Reply::Command(Command::Wrong(refusal)) => self.prompter.refuse(refusal)?,
                Reply::Command(_) => self.prompter.remark(HOW_TO_CHOOSE)?,
                Reply::Answer(typed) => match self.book().find_respondent(&typed, self.ledger.project()) {
                    Some(meant) => {
                        self.turn_to(&meant)?;
                        return self.ask_filler();
                    }
                    None => {
                        let refusal = self.unknown_respondent(&typed);
                        self.prompter.refuse(refusal)?;
                        prompt.again(typed);
                    }
                },
            }
        }
    }

    /// Whose words these are: the name that stands on the sheet behind 'Ingevuld door'.
    fn ask_filler(&mut self) -> Turn {
        if !self.asks_filler || self.respondent.is_none() {
            return Ok(Next::On);
        }
        let heading = Heading::asking("Wie vulde dit blad in?");
        let mut prompt = LinePrompt { heading, ..LinePrompt::new(FILLED_IN_BY, "staat er niet bij") };
        loop {
            match self.prompter.line(&prompt)? {
                Reply::Command(Command::Stop) => return Ok(Next::Stop),
                Reply::Empty | Reply::Command(Command::Skip | Command::Back | Command::Unknown) => return Ok(Next::On),
                Reply::Answer(line) if self.begins_with_code(&line) => return self.take_line(&line),
                Reply::Answer(name) => match no_name(&name) {
                    Some(refusal) => {
                        self.prompter.refuse(refusal)?;
                        prompt.again(name);
                    }
                    None => {
                        self.ledger.turn_to_hand(Hand::OfSheet(Some(name)));
                        return Ok(Next::On);
                    }
                },
                Reply::Command(Command::Wrong(refusal)) => self.prompter.refuse(refusal)?,
                Reply::Command(_) => self.prompter.remark(WHO_FILLED_IT_IN)?,
            }
        }
    }

    fn unknown_respondent(&self, typed: &str) -> Refusal {
        let found = self.book().find(split_line(typed).0);
        let is_question = matches!(found, Found::One(Meant::Question(_)));
        let near = if let Found::Nothing(near) = found { near } else { Vec::new() };
        let near = near.into_iter().find(|(_, meant)| meant.question().is_none());
        let project = self.ledger.project();
        let name = naming::nearest_organisation(typed, project).or_else(|| naming::longer_name(typed, project));
        let tip = match name {
            Some(near) => format!("bedoel je '{near}'?"),
            None if near.is_some() => naming::did_you_mean(near.as_slice(), self.ledger),
            None if is_question => "dat is de code van een vraag; typ eerst van wie het blad is".to_owned(),
            None => "typ een naam uit het register of de code bovenaan het blad; voor de kopgroep: samen".to_owned(),
        };
        Refusal { fault: format!("'{}' ken ik niet", notation::shortened(typed, 40)), tip }
    }

    fn ask_code(&mut self) -> Turn {
        let whose = self.organisation().map_or("Samen", |one| &one.name);
        let prompt = LinePrompt::new(format!("{}, code", notation::shortened(whose, LONGEST_NAME)), "stoppen");
        match self.prompter.line(&prompt)? {
            Reply::Empty | Reply::Command(Command::Stop) => return Ok(Next::Stop),
            Reply::Answer(line) => return self.take_line(&line),
            Reply::Command(Command::Back) => return self.correct_last(),
            Reply::Command(Command::Parts) => self.tell_open()?,
            Reply::Command(Command::Wrong(refusal)) => self.prompter.refuse(refusal)?,
            Reply::Command(Command::Help) => self.prompter.remark(HOW_TO_TYPE)?,
            Reply::Command(_) => {
                self.prompter.remark("Typ eerst de code van een vraag. Met '?' lees je hoe het werkt.")?
            }
        }
        Ok(Next::On)
    }

    pub(super) fn tell_open(&mut self) -> Result<(), WalkError> {
        let phases = tally::phases(self.ledger, &self.noted);
        Ok(self.prompter.remark(&tally::open_words(self.ledger, self.respondent.as_ref(), &phases))?)
    }

    /// A code, a code with its answer, or whose sheet comes next.
    pub(super) fn take_line(&mut self, line: &str) -> Turn {
        if let Some(meant) = self.book().find_respondent(line, self.ledger.project()) {
            self.turn_to(&meant)?;
            return self.ask_filler();
        }
        let (code, answer) = split_line(line);
        if let Some(meant) = self.book().find_respondent(code, self.ledger.project()) {
            self.turn_to(&meant)?;
            return self.take_line(answer);
        }
        if looks_like_a_name(code) && matches!(self.book().find(code), Found::Nothing(_)) {
            self.lost = self.prompter.asks_nobody();
            return Err(self.unknown_respondent(line).into());
        }
        if self.lost {
            let tip = "verbeter eerst de regel erboven die zegt van wie het werkblad is";
            return Err(Refusal::new("van wie dit antwoord is, is niet duidelijk", tip).into());
        }
        let question = self.question(code)?;
        if answer.is_empty() { self.ask_answer(question, "") } else { self.take_answer(question, answer) }
    }

    pub(super) fn turn_to(&mut self, meant: &Meant) -> Result<(), WalkError> {
        self.lost = false;
        self.spot = Spot::Begin;
        if self.asks_filler {
            self.ledger.turn_to_hand(Hand::Own);
        }
        self.respondent = meant.organisation().cloned();
        let whose = self.organisation().map_or("de kopgroep samen", |one| &one.name);
        self.prompter.remark(&format!("Nu het werkblad van {whose}."))?;
        if !self.prompter.asks_nobody() {
            self.prompter.remark(IN_ORDER)?;
        }
        Ok(())
    }

    /// Back from a code: the answer that was typed last comes again, and before it the one before.
    fn correct_last(&mut self) -> Turn {
        let typed = self.noted.clone();
        for item in typed.iter().rev() {
            let Some(question) = self.ledger.question(&item.question) else { continue };
            let respondent = std::mem::replace(&mut self.respondent, item.organisation.clone());
            let hand = self.ledger.hand().clone();
            if self.asks_filler && self.respondent != respondent {
                // On the sheet before, somebody else said it.
                let filler = self.ledger.answer(item).and_then(|answer| answer.by.clone());
                self.ledger.turn_to_hand(filler.map_or(Hand::Own, |name| Hand::OfSheet(Some(name))));
            }
            let next = self.ask_answer(question, "");
            self.ledger.turn_to_hand(hand);
            self.respondent = respondent;
            if !matches!(next, Ok(Next::Back)) {
                return next;
            }
        }
        let nothing = "Er is nog niets getypt om te verbeteren.";
        self.prompter.remark(if typed.is_empty() { nothing } else { "Verder terug kan niet." })?;
        Ok(Next::On)
    }

    /// What was taken down for whom, and what is still open there.
    pub fn summary(&self) -> Vec<String> {
        tally::summary(self.ledger, &self.taken)
    }

    pub(super) fn tell_refusal(&mut self, error: NoteError) -> Result<(), WalkError> {
        match error {
            NoteError::Refused(refusal) => Ok(self.prompter.refuse(refusal)?),
            NoteError::Broken(error) => Err(error),
        }
    }
}

/// Whether something that is no known code says whose sheet comes next, sooner than which question: a name, or a code that
/// begins with a digit.
fn looks_like_a_name(code: &str) -> bool {
    let signs = Code::signs_in(code);
    let as_long_as_a_code = signs.chars().count().abs_diff(Code::LENGTH) <= 1;
    !as_long_as_a_code || signs.starts_with(|first: char| first.is_ascii_digit())
}

/// What to say of a word that is no name of a person.
fn no_name(typed: &str) -> Option<Refusal> {
    let is_name = typed.contains(char::is_alphabetic) && !notation::names_nobody(typed);
    let fault = || format!("'{}' is geen naam", notation::shortened(typed, 40));
    (!is_name).then(|| Refusal::new(fault(), "typ wie het blad invulde; staat dat er niet bij, druk dan op Enter"))
}

const WHO_FILLED_IT_IN: &str =
    "Typ de naam die op het blad staat. Die komt bij de antwoorden. Staat er geen naam, druk dan op Enter.";

const HOW_TO_CHOOSE: &str =
    "Typ de naam van de organisatie, of de code bovenaan haar blad. Enter is het blad van de kopgroep samen.";

const IN_ORDER: &str =
    "Typ de antwoorden in de volgorde van het blad. Enter slaat over, een code springt, ':stop' stopt.";

const HOW_TO_TYPE: &str = "Typ de code die bij de vraag staat, en daarna het antwoord. Het mag ook op één regel: \
     T66-3Y 2. Daarna komen de vragen in de volgorde van het blad. Bij keuzes typ je de nummers. Is het vakje 'weet ik nog niet' aangekruist, typ dan: weet niet; bij 'niet \
     van toepassing': nvt. Een ander blad? Typ de code of de naam van de organisatie, of: samen. Met '<' verbeter je het \
     laatste antwoord, met ':lijst' zie je wat nog open is.";
