use super::entry::Refusal;
use super::prompter::{Command, Heading, LinePrompt, Note, Prompter, Reply};
use super::run::OWN_INTAKE_QUESTIONS;
use super::walk::{Ending, Walked, catch_up};
use crate::domain::ProjectFact;
use crate::ledger::{Ledger, LedgerError};

/// The three things that belong to the project itself; the questionnaires ask the rest.
const OWN_QUESTIONS: [OwnQuestion; OWN_INTAKE_QUESTIONS] = [
    OwnQuestion {
        ask: "Hoe heet de samenwerking?",
        remark: "Een werknaam is genoeg; je kunt hem later veranderen.",
        label: "Naam",
        fact: ProjectFact::Name,
    },
    OwnQuestion {
        ask: "In welke regio?",
        remark: "Noem het zoals de mensen daar het noemen: een stad, een streek, een haven.",
        label: "Regio",
        fact: ProjectFact::Region,
    },
    OwnQuestion {
        ask: "Wie is de trekker?",
        remark: "De trekker brengt de samenwerking op gang. Vul de naam van een persoon in, waarschijnlijk jijzelf.",
        label: "Naam",
        fact: ProjectFact::Trekker,
    },
];

struct OwnQuestion {
    ask: &'static str,
    remark: &'static str,
    label: &'static str,
    fact: ProjectFact,
}

/// Asks the name, the region and the trekker, from the `first` of them on. Back over the first stays there.
pub fn ask_own_questions(ledger: &mut Ledger, prompter: &mut dyn Prompter, first: usize) -> Walked {
    ask(ledger, prompter, &OWN_QUESTIONS.iter().collect::<Vec<_>>(), first)
}

/// Asks what an earlier beginning left open of them.
pub fn ask_open_own_questions(ledger: &mut Ledger, prompter: &mut dyn Prompter) -> Walked {
    let open: Vec<&OwnQuestion> =
        OWN_QUESTIONS.iter().filter(|question| question.fact.of(ledger.project()).is_none()).collect();
    ask(ledger, prompter, &open, 0)
}

/// `Naam: Havengebied`, each with what is known of it.
pub(super) fn own_answers(ledger: &Ledger) -> Vec<String> {
    let said = |question: &OwnQuestion| question.fact.of(ledger.project()).unwrap_or("open").to_owned();
    let labels = ["Samenwerking", "Regio", "Trekker"];
    OWN_QUESTIONS.iter().zip(labels).map(|(question, label)| format!("{label}: {}", said(question))).collect()
}

fn ask(ledger: &mut Ledger, prompter: &mut dyn Prompter, questions: &[&OwnQuestion], first: usize) -> Walked {
    let mut index = first;
    while let Some(question) = questions.get(index) {
        catch_up(ledger, prompter)?;
        let earlier = question.fact.of(ledger.project()).map(str::to_owned);
        let shown = earlier.as_ref().map(|earlier| format!("Vorig antwoord: {earlier}"));
        let remarks = [Some(question.remark.to_owned()), shown].into_iter().flatten().collect();
        let heading = Heading::at(format!("Vraag {}", index + 1), question.ask, remarks);
        let heading = Heading { about: question.label.to_lowercase(), ..heading };
        let on_empty = if earlier.is_some() { "zo laten" } else { "overslaan" };
        let prompt = LinePrompt { heading, earlier, ..LinePrompt::new(question.label, on_empty) };
        index = match prompter.line(&prompt)? {
            Reply::Answer(typed) => match ledger.call(question.fact, typed) {
                Err(error @ (LedgerError::NamesNobody(_) | LedgerError::Departed(_))) => {
                    let tip = "noem een mens, of druk op Enter als het nog niet bekend is";
                    prompter.refuse(Refusal::new(error.to_string(), tip))?;
                    index
                }
                said => said.map(|()| index + 1)?,
            },
            Reply::Command(Command::Back) if index > 0 => index - 1,
            Reply::Command(Command::Back) => {
                prompter.remark("Dit is de eerste vraag: verder terug kan niet.")?;
                index
            }
            Reply::Command(Command::Stop) => return Ok(Ending::Stopped),
            Reply::Command(Command::Help) => {
                prompter.tell(&Note::Explanation(vec![("Uitleg".to_owned(), question.remark.to_owned())]))?;
                index
            }
            Reply::Empty | Reply::Command(_) => index + 1,
        };
    }
    Ok(Ending::Finished)
}
