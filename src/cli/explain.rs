//! What a person is told about the errors of other rooms: each sentence in one place.

use super::exit::Exit;
use super::failure::{Ended, Failure};
use super::present;
use super::store::StoreError;
use crate::domain::{FullId, Identifier, Item};
use crate::interview;
use crate::interview::{PromptError, Refusal, WalkError};
use crate::ledger::LedgerError;
use crate::project_file::ReadError;
use crate::source::Faults;

/// The faults of files, each with its place.
impl From<Vec<Faults>> for Failure {
    fn from(faults: Vec<Faults>) -> Failure {
        let mut all: Vec<String> = faults.iter().map(Faults::to_string).collect();
        all.dedup();
        Failure { report: Some(all.join("\n\n")), ..Failure::quiet(Exit::Failed) }
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

impl From<Refusal> for Failure {
    fn from(Refusal { fault, tip }: Refusal) -> Failure {
        Failure::new(fault).tip(tip)
    }
}

/// Why an answer was not taken, with the question.
pub fn refused(question: &FullId, owner: &Option<Identifier>, refusal: Refusal) -> Failure {
    let owner = owner.as_ref().map(|id| format!(" van {id}")).unwrap_or_default();
    Failure::new(format!("het antwoord bij {question}{owner}: {}", refusal.fault)).tip(refusal.tip)
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Failure {
        let failure = Failure::new(error.to_string());
        let tip = match error {
            LedgerError::Keep(error) => {
                let unknown = |error| Failure::new(format!("{error:#}"));
                return error.downcast::<StoreError>().map_or_else(unknown, Failure::from);
            }
            LedgerError::Misfit(question, misfit) => return refused(&question, &None, interview::refusal(&misfit)),
            LedgerError::Nameless(_) | LedgerError::UnknownContact { .. } => return failure,
            LedgerError::KnownOrganisation(known) => format!(
                "verander haar met: regio organisatie wijzig {}; staat ze er twee keer, dan maakt \
                 'regio organisatie samenvoegen' er één van",
                known.id
            ),
            LedgerError::ResemblingOrganisation { known, renamed: Some(renamed), .. } => format!(
                "is het dezelfde, maak er dan één van: regio organisatie samenvoegen {} {renamed}; is het een andere, zet er \
                 dan --ja achter",
                known.id
            ),
            LedgerError::ResemblingOrganisation { name, known, renamed: None } => format!(
                "is het dezelfde, dan hoef je niets te doen; heet ze nu zo, typ dan: regio organisatie wijzig {} --naam \"{name}\"; \
                 is het een andere, zet er dan --ja achter",
                known.id
            ),
            LedgerError::StillNamed { question, .. } => format!(
                "doet ze niet meer mee, gebruik dan 'regio organisatie vertrokken'; stond ze er ten onrechte, wijzig dan eerst \
                 dat antwoord: regio fase --vraag {question}"
            ),
            LedgerError::NothingSaid(Item { question, .. }) => {
                format!("beantwoord de vraag eerst: regio fase --vraag {question}")
            }
            LedgerError::KnownDecision(known) => {
                format!("komt er een ander voor in de plaats, typ dan: regio besluit nieuw --vervangt {}", known.id)
            }
            LedgerError::ReplacedDecision { by, .. } => format!("vervang het nieuwste, met: --vervangt {}", by.id),
            LedgerError::SameOrganisation(_) => "noem twee verschillende organisaties van het register".to_owned(),
            LedgerError::KnownEvent(_) => {
                "was het op een andere dag, zeg dat dan met --op; bekijk alles met: regio gebeurtenis lijst".to_owned()
            }
            LedgerError::NamesNobody(_) => {
                "noem een mens of een organisatie; is er nog niemand, laat de naam dan weg".to_owned()
            }
            LedgerError::Departed(_) => "noem iemand die nog meedoet".to_owned(),
            LedgerError::LaterDecision(_) => "een besluit vervangt er een dat eerder is genomen".to_owned(),
            LedgerError::UnknownDecision(_) => "bekijk de besluiten met: regio besluit lijst --alles".to_owned(),
        };
        failure.tip(tip)
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
        WalkError::Prepared(item, refusal) => Err(refused(&item.question, &item.organisation, refusal)),
    }
}
