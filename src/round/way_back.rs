use chrono::NaiveDate;

use crate::catalog::Catalog;
use crate::domain::{Meaning, Value};
use crate::expression::Facts;
use crate::notation;

/// To whom goes back what was filled in, and until when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WayBack {
    pub trekker: Option<String>,
    /// As far as the register has them.
    pub mail: Option<String>,
    pub phone: Option<String>,
    pub until: Option<NaiveDate>,
}

impl WayBack {
    pub fn new(catalog: &Catalog, facts: &Facts) -> WayBack {
        let trekker = facts.project.trekker.clone();
        let known = trekker.as_ref().map(|trekker| trekker.to_lowercase());
        let mut contacts = facts.project.organisations.iter().flat_map(|organisation| &organisation.contacts);
        let contact = known.and_then(|known| contacts.find(|contact| contact.name.to_lowercase() == known));
        WayBack {
            trekker,
            mail: contact.and_then(|contact| contact.mail.clone()),
            phone: contact.and_then(|contact| contact.phone.clone()),
            until: until(catalog, facts),
        }
    }

    /// The mail address and the telephone number.
    pub fn reached_at(&self) -> Option<String> {
        notation::joined([&self.mail, &self.phone].into_iter().flatten(), ", ")
    }
}

/// The day on which who was invited answers at the latest; a day that has been is no deadline.
fn until(catalog: &Catalog, facts: &Facts) -> Option<NaiveDate> {
    let question = catalog.meaning(Meaning::MeetingAnswerBy)?;
    match facts.answer(&question.id, None)?.value()? {
        Value::Date(day) => Some(*day).filter(|day| *day >= facts.today),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{assemble, built_in};
    use crate::domain::{Answer, Answers, Project, State};

    #[test]
    fn a_day_that_has_been_is_no_deadline() {
        let catalog = assemble(&built_in()).expect("is in order");
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
        let question = catalog.meaning(Meaning::MeetingAnswerBy).expect("is asked");
        for (day, is_deadline) in [(today.pred_opt(), false), (Some(today), true), (today.succ_opt(), true)] {
            let mut project = Project::new("abc".to_owned(), today);
            let answer = Answer { state: State::Given(Value::Date(day.expect("a day"))), ..Answer::open() };
            project.answers.insert(question.id.clone(), Answers::Together(answer));
            let until = WayBack::new(&catalog, &Facts::new(&project, &catalog, today)).until;
            assert_eq!(until, day.filter(|_| is_deadline));
        }
    }
}
