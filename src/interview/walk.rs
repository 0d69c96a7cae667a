use thiserror::Error;

use super::ask::{Asking, Left, experience};
use super::doubt::{doubt, leads_from_outside, understood};
use super::entry;
use super::entry::Refusal;
use super::prompter::{Command, LinePrompt, Note, Prepared, PromptError, Prompter, Reply};
use super::run::{Run, Turn, Which};
use crate::advice::minutes;
use crate::domain::{Answer, FullId, Item, Meaning, Organisation, Place, Question, State};
use crate::ledger::{Ledger, LedgerError};
use crate::notation;

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Finished,
    /// By choice, before the end.
    Stopped,
    /// Back over the first question of an intake: to what was asked before it.
    Back,
}

#[derive(Debug, Error)]
pub enum WalkError {
    #[error(transparent)]
    Prompt(#[from] PromptError),
    /// A change that did not go in. A value that its question does not take is asked again.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// An answer that was prepared does not fit its question.
    #[error("het antwoord bij {item} past niet", item = .0.question)]
    Prepared(Item, Refusal),
}

/// How a walk ended, unless something went wrong.
pub type Walked = Result<Ending, WalkError>;

/// Walks a run from where it stands: asks, records, keeps, and asks on.
pub fn walk(ledger: &mut Ledger, prompter: &mut dyn Prompter, run: &mut Run) -> Walked {
    let mut walker = Walker { ledger, prompter, announced: None };
    walker.ledger.keeper().tells_later(true);
    let ended = walker.walk(run);
    // Who stops is told too.
    let told = catch_up(walker.ledger, walker.prompter).and_then(|()| walker.tell_of_keeping());
    walker.ledger.keeper().tells_later(false);
    ended.and_then(|ending| told.map(|()| ending))
}

/// What somebody else wrote meanwhile holds before something is asked, and is told above it.
pub(super) fn catch_up(ledger: &mut Ledger, prompter: &mut dyn Prompter) -> Result<(), WalkError> {
    let told = ledger.catch_up();
    Ok(told.into_iter().try_for_each(|words| prompter.tell(&Note::Warning(words)))?)
}

impl Walker<'_, '_> {
    fn walk(&mut self, run: &mut Run) -> Walked {
        loop {
            catch_up(self.ledger, self.prompter)?;
            let turn = run.turn(&self.ledger.facts());
            let ending = match turn {
                Turn::Done => return Ok(Ending::Finished),
                Turn::OfferDeeper { section, questions } => self.offer_deeper(run, &section, &questions)?,
                Turn::ChooseOrganisations { section, questions, organisations } => {
                    self.announce(run, &section)?;
                    self.choose_organisations(run, &questions, &organisations)?
                }
                Turn::Ask { section, item } => {
                    self.announce(run, &section)?;
                    match self.ask(run, &section, &item) {
                        Err(WalkError::Ledger(LedgerError::Misfit(_, misfit))) => {
                            self.prompter.refuse(entry::refusal(&misfit))?;
                            None
                        }
                        other => other?,
                    }
                }
            };
            if let Some(ending) = ending {
                return Ok(ending);
            }
        }
    }

    /// What was told about keeping stands above the next question.
    fn tell_of_keeping(&mut self) -> Result<(), WalkError> {
        let told = self.ledger.keeper().told();
        Ok(told.into_iter().try_for_each(|words| self.prompter.tell(&Note::Warning(words)))?)
    }
}

/// How the walk ends, where it goes no further.
pub(super) type Onward = Result<Option<Ending>, WalkError>;

pub(super) struct Walker<'w, 's> {
    pub(super) ledger: &'w mut Ledger<'s>,
    pub(super) prompter: &'w mut dyn Prompter,
    /// The section that was opened last.
    pub(super) announced: Option<FullId>,
}

impl Walker<'_, '_> {
    /// Opens a section: its title, how long it takes, what helps.
    fn announce(&mut self, run: &Run, id: &FullId) -> Result<(), WalkError> {
        if self.announced.as_ref() == Some(id) || run.is_single() || run.is_intake() {
            return Ok(());
        }
        self.announced = Some(id.clone());
        let Some(section) = self.ledger.catalog.section(id) else { return Ok(()) };
        let minutes = notation::minutes(minutes(std::iter::once(section), &self.ledger.facts()));
        let title = format!("{} ({minutes})", section.title);
        let helps = experience(section, None).map(|(word, text)| format!("{word}: {text}"));
        let paragraphs = std::iter::once(section.intro.clone()).chain(helps).collect();
        Ok(self.prompter.tell(&Note::Title { title, paragraphs })?)
    }

    fn ask(&mut self, run: &mut Run, section: &FullId, item: &Item) -> Onward {
        let Some(question) = self.ledger.question(&item.question) else {
            run.pass();
            return Ok(None);
        };
        let organisation = item.organisation.as_ref().and_then(|id| self.ledger.project().organisation(id.as_str()));
        if let Some(prepared) = self.prompter.prepared(question, organisation) {
            self.take_prepared(question, item, prepared)?;
            run.pass();
            return Ok(None);
        }
        self.ledger.begin_answer();
        let before = self.ledger.answer(item).cloned();
        let register = self.ledger.project().organisations.clone();
        let place = format!("{} {}", self.place(run, section, item), question.mark());
        let (readers, again) = (run.readers, run.which() == Which::Outdated);
        let asked =
            Asking { ledger: self.ledger, prompter: self.prompter, question, item, place, readers, again }.ask();
        let held = before.as_ref().and_then(Answer::value);
        match asked {
            Ok(value) if again && held == Some(&value) => self.say_again(run, item, before.as_ref()),
            Ok(value) => {
                let command = self.keep_value(question, item, before.as_ref(), State::Given(value), &register)?;
                run.pass();
                match command {
                    Some(Command::Stop) => Ok(Some(Ending::Stopped)),
                    Some(Command::Back) => self.go_back(run),
                    _ => Ok(None),
                }
            }
            Err(Left::Kept) if again => self.say_again(run, item, before.as_ref()),
            Err(Left::Kept) => self.leave(run, item),
            Err(Left::Command(command)) => self.obey(run, question, item, command),
            Err(Left::Broken(error)) => Err(error),
        }
    }

    /// What is there stays; what has no answer, from anyone, was skipped.
    fn leave(&mut self, run: &mut Run, item: &Item) -> Onward {
        catch_up(self.ledger, self.prompter)?;
        if self.ledger.answer(item).is_none_or(|answer| answer.state == State::Open) {
            self.ledger.record(item, State::Skipped, None)?;
        }
        run.pass();
        Ok(None)
    }

    /// What stood there holds still, unless somebody else changed it meanwhile.
    fn say_again(&mut self, run: &mut Run, item: &Item, before: Option<&Answer>) -> Onward {
        catch_up(self.ledger, self.prompter)?;
        if self.ledger.answer(item) == before {
            self.ledger.reaffirm(item)?;
        }
        run.pass();
        Ok(None)
    }

    /// Records a value; when an earlier answer changes, asks for the reason, unless the same person gave it today. A command
    /// that leaves the question comes back.
    fn keep_value(
        &mut self,
        question: &Question,
        item: &Item,
        before: Option<&Answer>,
        state: State,
        register: &[Organisation],
    ) -> Result<Option<Command>, WalkError> {
        let changed = before.filter(|before| matches!(before.state, State::Given(_)) && before.state != state);
        let (today, author) = (self.ledger.today, self.ledger.author());
        // At a meeting the minutes tell why.
        let asks_why =
            !self.ledger.is_at_meeting() && changed.is_some_and(|before| !before.is_of(today) || before.by != author);
        self.ledger.record(item, state, None)?;
        self.confirm(question, item)?;
        self.tell_places(question, register)?;
        if asks_why { self.ask_reason(item) } else { Ok(None) }
    }

    /// Who left the kopgroep by this answer, or came into it by an answer that does not say who is in it.
    fn tell_places(&mut self, question: &Question, before: &[Organisation]) -> Result<(), WalkError> {
        let says_who_is_in = question.means == Some(Meaning::KopgroepMembers);
        let mut told = Vec::new();
        for organisation in &self.ledger.project().organisations {
            let was = before.iter().find(|known| known.id == organisation.id).map(|known| known.place);
            let (name, place) = (&organisation.name, organisation.place);
            if was == Some(Place::Kopgroep) && place != Place::Kopgroep {
                told.push(format!("{name} zit niet in de kopgroep en staat nu als {} in het register.", place.title()));
            }
            // Of the first one nobody has to be told where it stands.
            if was != Some(Place::Kopgroep) && place == Place::Kopgroep && !says_who_is_in && !before.is_empty() {
                told.push(format!("{name} staat nu in het register, en hoort bij de kopgroep."));
            }
        }
        Ok(told.into_iter().try_for_each(|words| self.prompter.remark(&words))?)
    }

    fn ask_reason(&mut self, item: &Item) -> Result<Option<Command>, WalkError> {
        let prompt = LinePrompt::new("Waarom is dit antwoord veranderd?", "overslaan");
        loop {
            match self.prompter.line(&prompt)? {
                Reply::Answer(why) => {
                    self.ledger.give_reason(item, why)?;
                    return Ok(None);
                }
                Reply::Empty | Reply::Command(Command::Skip) => return Ok(None),
                Reply::Command(command @ (Command::Stop | Command::Back)) => return Ok(Some(command)),
                Reply::Command(_) => {
                    self.prompter.remark(
                        "Typ in een paar woorden waarom, of druk op Enter. De reden komt in de geschiedenis.",
                    )?;
                }
            }
        }
    }

    fn confirm(&mut self, question: &Question, item: &Item) -> Result<(), WalkError> {
        let answer = self.ledger.answer(item).map(|answer| self.ledger.words(question, &answer.state));
        let label = question.label.clone();
        self.prompter.tell(&Note::Confirmed { label, answer: answer.unwrap_or_default() })?;
        self.tell_of_keeping()?;
        self.warn(question, item)
    }

    fn warn(&mut self, question: &Question, item: &Item) -> Result<(), WalkError> {
        let Some(value) = self.ledger.answer(item).and_then(Answer::value) else { return Ok(()) };
        let notes = [
            doubt(question, value, self.ledger.today).map(Note::Warning),
            understood(question, value).map(Note::Remark),
        ];
        Ok(notes.into_iter().flatten().try_for_each(|note| self.prompter.tell(&note))?)
    }

    fn take_prepared(&mut self, question: &Question, item: &Item, prepared: Prepared) -> Result<(), WalkError> {
        let refused = |refusal| WalkError::Prepared(item.clone(), refusal);
        let state = match prepared {
            Prepared::Nothing => return Ok(()),
            Prepared::State(state) => state,
            Prepared::Typed(text) => {
                entry::read_state(&question.kind, &text, self.ledger.today, self.ledger.project()).map_err(refused)?
            }
        };
        self.ledger.begin_answer();
        self.ledger.record(item, state, None).map_err(|error| match error {
            LedgerError::Misfit(_, misfit) => refused(entry::refusal(&misfit)),
            other => other.into(),
        })?;
        let value = self.ledger.answer(item).and_then(Answer::value);
        if let Some(words) = value.and_then(|value| leads_from_outside(question, value, self.ledger)) {
            self.prompter.tell(&Note::Warning(words))?;
        }
        self.warn(question, item)
    }

    fn obey(&mut self, run: &mut Run, question: &Question, item: &Item, command: Command) -> Onward {
        match command {
            Command::Back => return self.go_back(run),
            Command::Skip => return self.leave(run, item),
            Command::Unknown | Command::NotApplicable => {
                let state = if command == Command::Unknown { State::Unknown } else { State::NotApplicable };
                self.ledger.record(item, state, None)?;
                self.confirm(question, item)?;
                run.pass();
            }
            Command::Erase => {
                self.ledger.record(item, State::Open, None)?;
                self.prompter.remark("Het antwoord is gewist. Wat er stond, staat nog in de geschiedenis.")?;
            }
            Command::Parts => self.choose_section(run)?,
            Command::Stop => return Ok(Some(Ending::Stopped)),
            Command::Edit => self.prompter.remark("':wijzig' werkt alleen bij een langere tekst die er al staat.")?,
            Command::Restart => self.prompter.remark("':opnieuw' werkt alleen bij een rij.")?,
            Command::Editor => self.prompter.remark("':editor' werkt alleen bij een langere tekst.")?,
            Command::Help | Command::Wrong(_) | Command::Note(_) => {}
        }
        Ok(None)
    }

    pub(super) fn go_back(&mut self, run: &mut Run) -> Onward {
        if !run.back() {
            if run.is_intake() || run.is_single() {
                return Ok(Some(Ending::Back));
            }
            self.prompter.remark("Dit is de eerste vraag: verder terug kan niet.")?;
        }
        Ok(None)
    }

    /// `Doelen en ambities, vraag 3 van 8`, with the name of the organisation that is asked.
    fn place(&self, run: &Run, section: &FullId, item: &Item) -> String {
        if let Some(number) = run.intake_number() {
            return format!("Vraag {number}");
        }
        let Some(part) = self.ledger.catalog.section(section) else { return String::new() };
        let facts = self.ledger.facts();
        let organisation = item.organisation.as_ref().and_then(|id| self.ledger.project().organisation(id.as_str()));
        let is_asked = |question: &&Question| {
            let other = Item { question: question.id.clone(), ..item.clone() };
            let asks = organisation.is_none_or(|one| !question.scope.is_each() || question.scope.asks(one.place));
            let is_asked = || facts.is_asked(question, organisation) && run.is_walked(section, &other, &facts);
            question.id == item.question || (asks && is_asked())
        };
        let asked: Vec<&Question> = part.questions.iter().filter(is_asked).collect();
        let number = asked.iter().position(|question| question.id == item.question).map_or(1, |index| index + 1);
        let owner = organisation.map(|organisation| format!(": {}", organisation.name)).unwrap_or_default();
        format!("{}, vraag {number} van {}{owner}", part.title, asked.len())
    }
}
