use super::codebook::{Codebook, Found, Meant};
use super::noted::{Noted, Outcome};
use super::sheet_order::Spot;
use super::{naming, writing};
use crate::domain::{FullId, Identifier, Item, Meaning, Organisation, Place, Question, Scope, State};
use crate::interview;
use crate::interview::{PickItem, Prompter, Refusal, WalkError, read_state, refusal};
use crate::ledger::{Hand, Ledger, LedgerError};

/// Where an answer from paper comes from, as it stands with the answer.
pub const SOURCE: &str = "werkblad";

/// Takes down answers that were given on paper, one at a time, each to its place.
pub struct Desk<'d, 's> {
    pub(super) ledger: &'d mut Ledger<'s>,
    pub(super) prompter: &'d mut dyn Prompter,
    /// Whose sheet it is; nobody's is that of the kopgroep together.
    pub(super) respondent: Option<Identifier>,
    /// What was taken down, each once, newest last.
    pub(super) noted: Vec<Item>,
    /// Of these, what holds now and did not before.
    pub(super) taken: Vec<Item>,
    /// A line that should have said whose sheet comes next could not be read: whose the next answers are, nobody knows.
    pub(super) lost: bool,
    /// Who types was asked something and stopped there.
    pub(super) stops: bool,
    /// Whether who types is asked who filled in the sheet, because nobody said it yet.
    pub(super) asks_filler: bool,
    pub(super) spot: Spot<'s>,
}

/// What became of an answer, unless nothing did.
pub type Result<T, E = NoteError> = std::result::Result<T, E>;

/// Why nothing became of an answer.
#[derive(Debug)]
pub enum NoteError {
    Refused(Refusal),
    Broken(WalkError),
}

impl From<Refusal> for NoteError {
    fn from(refusal: Refusal) -> NoteError {
        NoteError::Refused(refusal)
    }
}

impl<E: Into<WalkError>> From<E> for NoteError {
    fn from(error: E) -> NoteError {
        match error.into() {
            WalkError::Ledger(LedgerError::Misfit(_, misfit)) => NoteError::Refused(refusal(&misfit)),
            error => NoteError::Broken(error),
        }
    }
}

impl<'d, 's> Desk<'d, 's> {
    pub fn new(ledger: &'d mut Ledger<'s>, prompter: &'d mut dyn Prompter, whose: Option<Identifier>) -> Desk<'d, 's> {
        let (noted, taken, spot) = (Vec::new(), Vec::new(), Spot::Begin);
        let (lost, stops, asks_filler) = (false, false, false);
        Desk { ledger, prompter, respondent: whose, noted, taken, lost, stops, asks_filler, spot }
    }

    /// Whose sheet it is; nothing for that of the kopgroep together.
    pub(super) fn organisation(&self) -> Option<&Organisation> {
        self.respondent.as_ref().and_then(|id| self.ledger.project().organisation(id.as_str()))
    }

    pub(super) fn book(&self) -> Codebook<'s> {
        Codebook::new(self.ledger.catalog, self.ledger.project())
    }

    /// The question behind a code or an id.
    pub fn question(&mut self, typed: &str) -> Result<&'s Question> {
        let id = match self.book().find(typed) {
            Found::One(Meant::Question(id)) => id,
            Found::One(_) => {
                let fault = format!("'{}' is de code van een werkblad, niet van een vraag", typed.trim());
                return Err(Refusal::new(fault, "de code van de vraag staat links van de vraag").into());
            }
            Found::Several(meant) => self.choose(typed, &meant)?,
            Found::Nothing(near) => return Err(naming::unknown_code(typed, &near, self.ledger).into()),
        };
        self.ledger.question(&id).ok_or_else(|| NoteError::Refused(naming::unknown_code(typed, &[], self.ledger)))
    }

    /// One of the questions that share a code.
    fn choose(&mut self, typed: &str, meant: &[Meant]) -> Result<FullId> {
        let questions: Vec<FullId> = meant.iter().filter_map(Meant::question).cloned().collect();
        let refusal = || {
            let names: Vec<String> = questions.iter().map(FullId::to_string).collect();
            let tip = format!("typ de naam die erachter staat: {}", names.join(" of "));
            Refusal::new(format!("de code '{}' staat bij meer dan één vraag", typed.trim()), tip)
        };
        if self.prompter.asks_nobody() {
            return Err(refusal().into());
        }
        let items = meant.iter().map(|one| PickItem::new(naming::meant(one, self.ledger))).collect();
        let picked = self.pick("Welke vraag bedoel je? Ze hebben dezelfde code.", items)?;
        picked.and_then(|index| questions.get(index).cloned()).ok_or_else(|| refusal().into())
    }

    /// Reads an answer as it is written on paper, and puts it where it belongs.
    pub fn note(&mut self, question: &'s Question, text: &str) -> Result<Noted> {
        let item = self.item(question)?;
        let text = &writing::without_numbers(&question.kind, text);
        if self.is_of_sheet()
            && let Some(date) = interview::relative_dates(&question.kind, text).first()
        {
            let fault = format!("'{date}' is op een blad geen datum: vanaf welke dag dat telt, weet niemand");
            return Err(Refusal::new(fault, "vraag na welke dag bedoeld is").into());
        }
        let noted = self.register_named(question, text).map_err(NoteError::from).and_then(|newcomers| {
            let state = read_state(&question.kind, text, self.ledger.today, self.ledger.project())?;
            self.put(question, &item, state, newcomers)
        });
        if !noted.as_ref().is_ok_and(|noted| noted.outcome != Outcome::Left) {
            self.ledger.forget_newcomers();
        }
        noted
    }

    /// Puts down what was said to a question.
    pub fn note_state(&mut self, question: &'s Question, state: State) -> Result<Noted> {
        let item = self.item(question)?;
        self.put(question, &item, state, Vec::new())
    }

    /// Whose answer it is. A question asked per organisation needs one.
    pub(super) fn item(&self, question: &Question) -> Result<Item, Refusal> {
        if let Some(one) = self.organisation()
            && one.place == Place::Participant
            && !question.scope.asks(one.place)
        {
            let fault = format!("niet gebruikt: '{}' wordt niet gevraagd aan {}", question.label, one.name);
            return Err(Refusal::new(fault, "kijk of de code klopt, en van wie het blad is"));
        }
        match (&self.respondent, question.scope) {
            (Some(organisation), _) => Ok(Item::of(&question.id, organisation)),
            (None, Scope::Together) => Ok(Item::together(&question.id)),
            (None, Scope::Each(_)) => {
                let mut kopgroep = self.ledger.project().in_place(Place::Kopgroep);
                if let (Some(only), None) = (kopgroep.next(), kopgroep.next()) {
                    return Ok(Item::of(&question.id, &only.id));
                }
                let tip = "zeg van wie het antwoord is: met --voor, of typ eerst de code of de naam van de organisatie";
                Err(Refusal::new(format!("'{}' is voor elke organisatie apart", question.label), tip))
            }
        }
    }

    fn put(&mut self, question: &'s Question, item: &Item, state: State, newcomers: Vec<String>) -> Result<Noted> {
        let earlier = self.ledger.answer(item).cloned();
        let mut chosen = false;
        let outcome = match earlier.filter(|earlier| earlier.state.is_said()) {
            Some(earlier) if earlier.state == state => Outcome::Same,
            Some(earlier) if self.is_of_somebody_else(&earlier) => {
                let outcome = self.settle(question, item, &earlier, &state)?;
                chosen = !self.prompter.asks_nobody() && !self.stops;
                outcome
            }
            Some(earlier) => Outcome::Replaced(self.ledger.words(question, &earlier.state)),
            None => Outcome::Kept,
        };
        if let Some(moved) = self.would_move(question, item, &outcome, &state) {
            let moved = moved.join(", ");
            let fault = format!("een blad maakt niemand lid van de kopgroep, en haalt er niemand uit: {moved}");
            let tip = "bespreek het met elkaar; daarna: regio organisatie wijzig NAAM --plaats kopgroep";
            return Err(Refusal::new(fault, tip).into());
        }
        match (&outcome, &item.organisation) {
            (Outcome::Beside(standing, _), Some(organisation)) => {
                self.ledger.lay_beside(question, organisation, *standing, state.clone())?;
            }
            (Outcome::Left | Outcome::Beside(..), _) => {}
            (Outcome::Kept | Outcome::Replaced(_) | Outcome::Same, _) => {
                self.ledger.catalog.phase_of(&item.question).map_or(Ok(()), |phase| self.ledger.begin_phase(phase))?;
                self.ledger.record_whole(item, state.clone(), None)?;
            }
        }
        if outcome != Outcome::Left {
            self.noted.retain(|earlier| earlier != item);
            self.noted.push(item.clone());
        }
        if outcome.is_taken() && !self.taken.contains(item) {
            self.taken.push(item.clone());
        }
        let mut remarks: Vec<String> = newcomers.iter().map(|name| format!("Nieuw in het register: {name}.")).collect();
        if !self.ledger.facts().is_asked(question, self.owner(item)) {
            let words = "Deze vraag telt nu niet mee, door andere antwoorden. Het antwoord is wel bewaard.";
            remarks.push(words.to_owned());
        }
        if let State::Given(value) = &state {
            remarks.extend(interview::doubt(question, value, self.ledger.today));
            remarks.extend(interview::leads_from_outside(question, value, self.ledger));
        }
        let (answer, label) = (self.ledger.words(question, &state), self.label(question, item));
        Ok(Noted { outcome, label, question: question.label.clone(), chosen, answer, remarks })
    }

    /// Names that are new enter the register, as they do at the prompt. One that looks like a known name is a slip sooner
    /// than a newcomer.
    fn register_named(&mut self, question: &Question, text: &str) -> Result<Vec<String>, Refusal> {
        let named = interview::named_organisations(&question.kind, text, self.ledger.project());
        let mut newcomers = Vec::new();
        for (name, place) in named {
            if crate::ledger::find_organisation(self.ledger.project(), &name).is_some() {
                continue;
            }
            if let Some(refusal) = interview::resembling(&name, self.ledger.project()) {
                return Err(refusal);
            }
            if let Some(near) = naming::nearest_organisation(&name, self.ledger.project()) {
                let tip =
                    format!("bedoel je '{near}'? Zo niet, voeg haar dan eerst toe: regio organisatie nieuw \"{name}\"");
                return Err(Refusal::new(format!("'{name}' staat niet in het register"), tip));
            }
            if self.ledger.register(&name, self.place_of_newcomer(place)).is_some() {
                newcomers.push(name);
            }
        }
        Ok(newcomers)
    }

    /// Who comes in by a sheet is a candidate at most.
    fn place_of_newcomer(&self, place: Option<Place>) -> Place {
        let place = place.unwrap_or(Place::Stakeholder);
        if self.is_of_sheet() { place.clamp(Place::Stakeholder, Place::Candidate) } else { place }
    }

    /// Who would come into the kopgroep, or leave it, by an answer of all together on a sheet.
    fn would_move(&self, question: &Question, item: &Item, outcome: &Outcome, state: &State) -> Option<Vec<String>> {
        let says_who_is_in = question.kind.place() == Some(Place::Kopgroep);
        let State::Given(value) = state else { return None };
        if !(self.is_of_sheet() && outcome.is_taken() && says_who_is_in && item.organisation.is_none()) {
            return None;
        }
        let says_all = question.means == Some(Meaning::KopgroepMembers);
        let moves = |one: &&Organisation| match (value.names(one.id.as_str()), one.place == Place::Kopgroep) {
            (true, is_in) => !is_in,
            (false, is_in) => says_all && is_in,
        };
        let moved = self.ledger.project().organisations.iter().filter(moves).map(|one| one.name.clone());
        Some(moved.collect()).filter(|moved: &Vec<String>| !moved.is_empty())
    }

    pub(super) fn is_of_sheet(&self) -> bool {
        matches!(self.ledger.hand(), Hand::OfSheet(_))
    }

    pub(super) fn owner(&self, item: &Item) -> Option<&Organisation> {
        item.organisation.as_ref().and_then(|id| self.ledger.project().organisation(id.as_str()))
    }

    /// `Eigen doel van Gemeente Zuid`, or `Gezamenlijk doel volgens Gemeente Zuid` where it is asked of all together.
    pub(super) fn label(&self, question: &Question, item: &Item) -> String {
        let between = if question.scope == Scope::Together { "volgens" } else { "van" };
        let whose = self.owner(item).map(|organisation| format!(" {between} {}", organisation.name));
        format!("{}{}", question.label, whose.unwrap_or_default())
    }
}
