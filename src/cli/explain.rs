//! What a person is told about the errors of other rooms: each sentence in one place.

use super::exit::Exit;
use super::failure::{Ended, Failure};
use super::present;
use super::store::StoreError;
use crate::interview;
use crate::interview::{PromptError, WalkError};
use crate::ledger::LedgerError;
use crate::project_file::ReadError;
use crate::source::Faults;

/// The faults of files, each with its place.
impl From<Vec<Faults>> for Failure {
    fn from(faults: Vec<Faults>) -> Failure {
        let mut all: Vec<String> = faults.iter().map(Faults::to_string).collect();
        all.dedup();
        Failure::report(all.join("\n\n"))
    }
}

impl From<Faults> for Failure {
    fn from(faults: Faults) -> Failure {
        Failure::from(vec![faults])
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Failure {
        match error {
            ReadError::Faulty(faults) => Failure::from(faults),
            other => Failure::new(other.to_string()).tips(other.tip()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::new(error.to_string()).tip(error.tip())
    }
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Failure {
        let failure = Failure::new(error.to_string());
        match error {
            LedgerError::Keep(error) => match error.downcast::<StoreError>() {
                Ok(error) => Failure::from(error),
                Err(error) => Failure::new(format!("{error:#}")),
            },
            LedgerError::Misfit(question, misfit) => {
                let refusal = interview::refusal(&misfit);
                Failure::new(format!("het antwoord bij {question}: {}", refusal.fault)).tip(refusal.tip)
            }
            LedgerError::KnownOrganisation(known) => {
                let id = known.id;
                failure.tip(format!(
                    "verander haar met: regio organisatie wijzig {id}; staat ze er twee keer, dan maakt \
                     'regio organisatie samenvoegen' er één van"
                ))
            }
            LedgerError::ResemblingOrganisation { known, renamed: Some(renamed), .. } => failure.tip(format!(
                "is het dezelfde, maak er dan één van: regio organisatie samenvoegen {} {renamed}; is het een andere, zet er \
                 dan --ja achter",
                known.id
            )),
            LedgerError::ResemblingOrganisation { name, known, renamed: None } => failure.tip(format!(
                "is het dezelfde, dan hoef je niets te doen; heet ze nu zo, typ dan: regio organisatie wijzig {} --naam \"{name}\"; \
                 is het een andere, zet er dan --ja achter",
                known.id
            )),
            LedgerError::SameOrganisation(_) => failure.tip("noem twee verschillende organisaties van het register"),
            LedgerError::Nameless(_) | LedgerError::UnknownContact { .. } => failure,
            LedgerError::StillNamed { question, .. } => {
                failure.tip(format!(
                    "doet ze niet meer mee, gebruik dan 'regio organisatie vertrokken'; stond ze er ten onrechte, wijzig dan eerst \
                     dat antwoord: regio fase --vraag {question}"
                ))
            }
            LedgerError::NothingSaid(item) => {
                failure.tip(format!("beantwoord de vraag eerst: regio fase --vraag {}", item.question))
            }
            LedgerError::KnownEvent(_) => {
                failure.tip("was het op een andere dag, zeg dat dan met --op; bekijk alles met: regio gebeurtenis lijst")
            }
            LedgerError::KnownDecision(known) => {
                failure.tip(format!("komt er een ander voor in de plaats, typ dan: regio besluit nieuw --vervangt {}", known.id))
            }
            LedgerError::NamesNobody(_) => {
                failure.tip("noem een mens of een organisatie; is er nog niemand, laat de naam dan weg")
            }
            LedgerError::Departed(_) => failure.tip("noem iemand die nog meedoet"),
            LedgerError::ReplacedDecision { by, .. } => {
                failure.tip(format!("vervang het nieuwste, met: --vervangt {}", by.id))
            }
            LedgerError::LaterDecision(_) => failure.tip("een besluit vervangt er een dat eerder is genomen"),
            LedgerError::UnknownDecision(_) => failure.tip("bekijk de besluiten met: regio besluit lijst --alles"),
        }
    }
}

/// What to say when a walk broke off. Answers that were confirmed are kept in every case.
pub fn broken_off(error: WalkError) -> Ended {
    match error {
        WalkError::Prompt(PromptError::EndOfInput) => {
            present::message("De invoer is op. Wat je hebt geantwoord, is bewaard.")
        }
        WalkError::Prompt(PromptError::Interrupted) => {
            present::message("Gestopt. Wat je hebt geantwoord, is bewaard.")?;
            Ok(Exit::Interrupted)
        }
        WalkError::Prompt(PromptError::Io(_)) => {
            Err(Failure::new("het scherm of het toetsenbord doet niet meer mee; wat je hebt geantwoord, is bewaard")
                .tip("probeer het met --eenvoudig"))
        }
        WalkError::Ledger(error) => Err(error.into()),
        WalkError::Prepared(item, refusal) => {
            let owner = item.organisation.map(|id| format!(" van {id}")).unwrap_or_default();
            Err(Failure::new(format!("het antwoord bij {}{owner}: {}", item.question, refusal.fault)).tip(refusal.tip))
        }
    }
}
