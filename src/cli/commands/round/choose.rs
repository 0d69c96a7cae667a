use crate::cli::exit::Exit;
use crate::cli::explain::broken_off;
use crate::cli::failure::Failure;
use crate::cli::workplace::{OpenProject, Workplace};
use crate::cli::{present, prompter};
use crate::domain::Answer;
use crate::interview::{Command, Heading, Note, PickItem, PickPrompt, PromptError, Prompter, Reply, WalkError};
use crate::ledger::{Choice, Difference, Kept};
use crate::notation;
use crate::report::Word;

const CHOICES: [Choice; 3] = [Choice::Keep, Choice::Take, Choice::Both];

/// Asks what holds, one difference after the other. Each choice is on disk before the next one is asked.
pub fn choose(workplace: &Workplace, open: &mut OpenProject, differences: Vec<Difference>) -> Result<Exit, Failure> {
    let mut prompter = prompter::for_terminal(workplace.settings);
    let mut choosing = Choosing { workplace, open, differences, undone: Vec::new(), left: 0 };
    let ended = choosing.walk(prompter.as_mut());
    drop(prompter);
    let left = choosing.left;
    if left > 0 {
        let count = notation::counted(left, "verschil", "verschillen");
        present::message(&format!(
            "Nog niet gekozen: {count}. Lees de bestanden later nog eens in, dan vraagt regio het opnieuw."
        ))?;
    }
    match ended {
        Ok(()) => Ok(Exit::Done),
        Err(error) => broken_off(error),
    }
}

struct Choosing<'c, 's> {
    workplace: &'c Workplace<'s>,
    open: &'c mut OpenProject,
    differences: Vec<Difference>,
    /// The project before each choice, and whether a choice was made: back returns there.
    undone: Vec<(Kept, usize)>,
    /// How many were passed over.
    left: usize,
}

impl Choosing<'_, '_> {
    fn walk(&mut self, prompter: &mut dyn Prompter) -> Result<(), WalkError> {
        let mut at = 0;
        while at < self.differences.len() {
            match self.ask(prompter, at) {
                Ok(Some(Reply::Answer(index))) => self.settle(at, CHOICES.get(index).copied())?,
                Ok(Some(Reply::Command(Command::Back))) => {
                    match self.undone.pop() {
                        Some((project, left)) => {
                            self.open.ledger(self.workplace).return_to(project)?;
                            self.left = left;
                            at -= 1;
                        }
                        None => prompter.tell(&Note::Remark("Dit is het eerste verschil.".to_owned()))?,
                    }
                    continue;
                }
                Ok(Some(Reply::Command(Command::Skip) | Reply::Empty)) => self.settle(at, None)?,
                Ok(None) => continue,
                Ok(Some(Reply::Command(_))) => {
                    self.left += self.differences.len() - at;
                    return Ok(());
                }
                Err(error) => {
                    self.left += self.differences.len() - at;
                    return Err(error.into());
                }
            }
            at += 1;
        }
        Ok(())
    }

    /// One choice. Nothing when it has to be asked again.
    fn ask(&self, prompter: &mut dyn Prompter, at: usize) -> Result<Option<Reply<usize>>, PromptError> {
        let reply = prompter.pick(&self.prompt(at))?;
        match &reply {
            Reply::Answer(_) | Reply::Empty => Ok(Some(reply)),
            Reply::Command(Command::Back | Command::Skip | Command::Stop) => Ok(Some(reply)),
            Reply::Command(Command::Help) => {
                prompter.tell(&Note::Explanation(explanation()))?;
                Ok(None)
            }
            Reply::Command(_) => {
                prompter.tell(&Note::Refused {
                    fault: "dat kan hier niet".to_owned(),
                    tip: "kies wat er geldt, of typ '-' om het later te kiezen".to_owned(),
                })?;
                Ok(None)
            }
        }
    }

    fn prompt(&self, at: usize) -> PickPrompt {
        let difference = &self.differences[at];
        let project = &self.open.project;
        let organisation = project.organisation(difference.organisation.as_str());
        let name = organisation.map_or_else(|| difference.organisation.to_string(), |one| one.name.clone());
        let label = self.open.catalog.question(&difference.question).map(|question| question.label.clone());
        let label = label.unwrap_or_else(|| difference.question.to_string());
        let (held, heard) =
            (self.sentence(difference, &difference.holds), self.sentence(difference, &difference.heard));
        let item = |label: &str, detail: &str| PickItem { label: label.to_owned(), detail: Some(detail.to_owned()) };
        PickPrompt {
            heading: Heading {
                place: format!("Verschil {} van {}", at + 1, self.differences.len()),
                ask: format!("Wat geldt voor {name} bij '{label}'?"),
                remarks: vec![format!("Er staat: {held}"), format!("Het bestand zegt: {heard}")],
                ..Heading::default()
            },
            label: "Kies".to_owned(),
            items: vec![
                item("Houd wat er staat", "het andere wordt opzij gelegd"),
                item("Neem wat het bestand zegt", "wat er stond, wordt opzij gelegd"),
                item("Houd beide", "ze staan naast elkaar als twee meningen"),
            ],
            chosen: Vec::new(),
            on_empty: "later kiezen".to_owned(),
            at_most: None,
            closing: None,
            commands: true,
        }
    }

    fn sentence(&self, difference: &Difference, answer: &Answer) -> String {
        let name = |id: &str| self.open.project.organisation(id).map(|organisation| organisation.name.clone());
        let question = self.open.catalog.question(&difference.question);
        let words = question.map(|question| notation::said(&question.kind, &answer.state, &name)).unwrap_or_default();
        Word::new(answer, words).sentence()
    }

    fn settle(&mut self, at: usize, choice: Option<Choice>) -> Result<(), WalkError> {
        self.undone.push((self.open.project.clone(), self.left));
        let Some(choice) = choice else {
            self.left += 1;
            return Ok(());
        };
        let difference = self.differences[at].clone();
        Ok(self.open.ledger(self.workplace).settle(difference, choice)?)
    }
}

fn explanation() -> Vec<(String, String)> {
    let part = |word: &str, text: &str| (word.to_owned(), text.to_owned());
    vec![
        part("Houd", "Wat er staat, blijft gelden. Het andere blijft bewaard en komt niet in de vergelijking."),
        part("Neem", "Het bestand gaat gelden. Wat er stond, blijft bewaard en staat ook in de geschiedenis."),
        part("Beide", "De organisatie zegt twee dingen. In de vergelijking staan ze allebei, met wie het zei."),
    ]
}
