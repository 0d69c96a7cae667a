use super::item::Item;
use super::ledger::{Ledger, LedgerError};
use crate::domain::{Answer, Answers, Project, Subject, Tlp};

impl Ledger<'_> {
    /// Says who may see at most what has no label of its own.
    pub fn label_project(&mut self, label: Tlp) -> Result<(), LedgerError> {
        let earlier = self.project().tlp;
        if earlier == label {
            return Ok(());
        }
        let became = (Some(earlier.title().to_owned()), Some(label.title().to_owned()));
        self.remembering(Subject::Project("tlp".to_owned()), became, |project| project.tlp = label)
    }

    /// Says who may see at most what was said to one question, the words beside the one that holds too; without a label that is for
    /// the question to say, or the project. Gives whether it is another label than there was.
    pub fn label_answer(&mut self, item: &Item, label: Option<Tlp>) -> Result<bool, LedgerError> {
        let mut said = Project::clone(self.project());
        let said = answers_to(&mut said, item);
        if said.iter().all(|answer| **answer == Answer::open()) {
            return Err(LedgerError::NothingSaid(item.clone()));
        }
        let earlier = said.iter().map(|answer| answer.tlp).max().flatten();
        if said.iter().all(|answer| answer.tlp == label) {
            return Ok(false);
        }
        let Item { question, organisation } = item.clone();
        let title = |label: Option<Tlp>| label.map(|label| label.title().to_owned());
        self.remembering(Subject::Label { question, organisation }, (title(earlier), title(label)), |project| {
            answers_to(project, item).into_iter().for_each(|answer| answer.tlp = label);
            true
        })
    }
}

/// All that was said to it: what holds and what lies beside it.
fn answers_to<'p>(project: &'p mut Project, item: &Item) -> Vec<&'p mut Answer> {
    let holds = match (project.answers.get_mut(&item.question), &item.organisation) {
        (Some(Answers::Together(answer)), None) => Some(answer),
        (Some(Answers::PerOrganisation(each)), Some(organisation)) => each.get_mut(organisation),
        _ => None,
    };
    let views = project.views.get_mut(&item.question);
    let view = item.organisation.as_ref().and_then(|organisation| views?.get_mut(organisation));
    let beside = project
        .variants
        .iter_mut()
        .filter(|one| one.question == item.question && item.organisation.as_ref() == Some(&one.organisation));
    holds.into_iter().chain(view).chain(beside.map(|one| &mut one.answer)).collect()
}
