use crate::cli::exit::Exit;
use crate::cli::explain::broken_off;
use crate::cli::failure::Ended;
use crate::cli::workplace::{OpenProject, Workplace};
use crate::cli::{present, prompter};
use crate::domain::Answer;
use crate::interview::{Command, Heading, Note, PickItem, PickPrompt, Prompter, Refusal, Reply, WalkError};
use crate::ledger::{Choice, Difference, Undoable};
use crate::notation;
use crate::report::Word;

const CHOICES: [Choice; 3] = [Choice::Keep, Choice::Take, Choice::Both];

/// Asks what holds, one difference after the other. Each choice is on disk before the next one is asked.
pub fn choose(workplace: &Workplace, open: &mut OpenProject, differences: Vec<Difference>) -> Ended {
    let mut choosing = Choosing { workplace, open, differences, passed: Vec::new(), last: None };
    let ended = choosing.walk(prompter::for_terminal(workplace.settings).as_mut());
    let left = choosing.differences.len() - choosing.passed.iter().flatten().count();
    if left > 0 {
        let count = notation::counted(left, "verschil", "verschillen");
        present::message(&format!(
            "Nog niet gekozen: {count}. Lees de bestanden later nog eens in, dan vraagt regio het opnieuw."
        ))?;
    }
    ended.map_or_else(broken_off, |()| Ok(Exit::Done))
}

struct Choosing<'c, 's> {
    workplace: &'c Workplace<'s>,
    open: &'c mut OpenProject,
    differences: Vec<Difference>,
    /// For each difference that was passed what was chosen, nothing for one that was left open. Back takes it back.
    passed: Vec<Option<Undoable>>,
    /// What was chosen last.
    last: Option<Choice>,
}

impl Choosing<'_, '_> {
    fn walk(&mut self, prompter: &mut dyn Prompter) -> Result<(), WalkError> {
        while self.passed.len() < self.differences.len() {
            let at = self.passed.len();
            match prompter.pick(&self.prompt(at))? {
                Reply::Answer(index) => match CHOICES.get(index) {
                    Some(choice) => {
                        self.last = Some(*choice);
                        self.settle(at, self.last)?;
                    }
                    None => (at..self.differences.len()).try_for_each(|at| self.settle(at, self.last))?,
                },
                Reply::Empty | Reply::Command(Command::Skip) => self.settle(at, None)?,
                Reply::Command(Command::Back) => match self.passed.pop() {
                    Some(Some(chosen)) => self.open.ledger(self.workplace).undo(&chosen)?,
                    Some(None) => {}
                    None => prompter.remark("Dit is het eerste verschil.")?,
                },
                Reply::Command(Command::Help) => prompter.tell(&Note::Explanation(explanation()))?,
                Reply::Command(Command::Stop) => break,
                Reply::Command(_) => {
                    let tip = "kies wat er geldt, of typ '-' om het later te kiezen";
                    prompter.refuse(Refusal::new("dat kan hier niet", tip))?;
                }
            }
        }
        Ok(())
    }

    fn prompt(&self, at: usize) -> PickPrompt {
        let difference = &self.differences[at];
        let project = &self.open.project;
        let organisation = project.organisation(difference.organisation.as_str());
        let name = organisation.map_or_else(|| difference.organisation.to_string(), |one| one.name.clone());
        let question = self.open.catalog.question(&difference.question);
        let label = question.map_or_else(|| difference.question.to_string(), |question| question.label.clone());
        let said = |answer: &Answer| self.sentence(difference, answer);
        let place = format!("Verschil {} van {}", at + 1, self.differences.len());
        let (held, heard) = (said(&difference.holds), said(&difference.heard));
        let remarks = vec![format!("Er staat: {held}"), format!("Het bestand zegt: {heard}")];
        let heading = Heading::at(place, format!("Wat geldt voor {name} bij '{label}'?"), remarks);
        let items = CHOICES.map(in_words).into_iter().chain(self.alike(at)).collect();
        PickPrompt::with_commands(heading, "Kies", items, "later kiezen")
    }

    /// The last choice for all that follow, when there is more than one to come.
    fn alike(&self, at: usize) -> Option<PickItem> {
        let (last, count) = (self.last?, self.differences.len() - at);
        let detail = format!("{}, {count} keer", in_words(last).label);
        (count > 1).then(|| PickItem::with_detail("Alle volgende net zo", detail))
    }

    fn sentence(&self, difference: &Difference, answer: &Answer) -> String {
        let name = |id: &str| self.open.project.organisation(id).map(|organisation| organisation.name.clone());
        let question = self.open.catalog.question(&difference.question);
        let words = question.map(|question| notation::said(&question.kind, &answer.state, &name)).unwrap_or_default();
        Word::new(answer, words).sentence()
    }

    fn settle(&mut self, at: usize, choice: Option<Choice>) -> Result<(), WalkError> {
        let settle = |choice| self.open.ledger(self.workplace).settle(self.differences[at].clone(), choice);
        self.passed.push(choice.map(settle).transpose()?);
        Ok(())
    }
}

fn in_words(choice: Choice) -> PickItem {
    match choice {
        Choice::Keep => PickItem::with_detail("Houd wat er staat", "het andere wordt opzij gelegd"),
        Choice::Take => PickItem::with_detail("Neem wat het bestand zegt", "wat er stond, wordt opzij gelegd"),
        Choice::Both => PickItem::with_detail("Houd beide", "ze staan naast elkaar als twee meningen"),
    }
}

fn explanation() -> Vec<(String, String)> {
    let parts = [
        ("Houd", "Wat er staat, blijft gelden. Het andere blijft bewaard en komt niet in de vergelijking."),
        ("Neem", "Het bestand gaat gelden. Wat er stond, blijft bewaard en staat ook in de geschiedenis."),
        ("Beide", "De organisatie zegt twee dingen. In de vergelijking staan ze allebei, met wie het zei."),
    ];
    parts.map(|(word, text)| (word.to_owned(), text.to_owned())).to_vec()
}
