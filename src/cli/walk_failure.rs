use super::exit::Exit;
use super::failure::Failure;
use super::present;
use crate::interview;
use crate::interview::{PromptError, WalkError};

/// What to say when a walk broke off. Answers that were confirmed are kept in every case.
pub fn walk_failure(error: WalkError) -> Result<Exit, Failure> {
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
        WalkError::Keep(error) => Err(match error.downcast::<super::store::StoreError>() {
            Ok(error) => super::workplace::store_failure(&error),
            Err(error) => Failure::new(format!("{error:#}")),
        }),
        WalkError::Misfit(question, misfit) => {
            let refusal = interview::refusal(&misfit);
            Err(Failure::new(format!("het antwoord bij {question}: {}", refusal.fault)).tip(refusal.tip))
        }
        WalkError::Prepared(item, refusal) => {
            let owner = item.organisation.map(|id| format!(" van {id}")).unwrap_or_default();
            Err(Failure::new(format!("het antwoord bij {}{owner}: {}", item.question, refusal.fault)).tip(refusal.tip))
        }
    }
}
