//! What there is to say of an answer that was kept.

use chrono::NaiveDate;

use crate::domain::{Meaning, Organisation, Question, Value};
use crate::ledger::Ledger;
use crate::notation;
use crate::notation::Times;

/// What makes an answer a slip, perhaps: what is asked for a day is still to come, so that one that has been is most often
/// another year; a time that cannot be read stands in no calendar.
pub fn doubt(question: &Question, value: &Value, today: NaiveDate) -> Option<String> {
    match value {
        Value::Date(day) if *day < today => Some(notation::has_been(*day)),
        Value::Text(text) if question.means == Some(Meaning::MeetingTime) && notation::read_times(text).is_none() => {
            Some(format!(
                "Let op: in '{}' lees ik geen tijd voor de agenda. Typ bijvoorbeeld: 9.30 tot 12.00 uur.",
                notation::shortened(text, 40)
            ))
        }
        _ => None,
    }
}

/// Who leads and is not in the kopgroep by this answer.
pub(super) fn leaders_outside<'l>(question: &Question, value: &Value, ledger: &'l Ledger) -> Vec<&'l Organisation> {
    let says_who_is_in = question.means == Some(Meaning::KopgroepMembers);
    let leads = ledger.catalog.meaning(Meaning::TrekkerOrganisation).filter(|_| says_who_is_in);
    let leaders = leads.and_then(|leads| ledger.project().answer(&leads.id, None)?.value());
    let outside = leaders.into_iter().flat_map(Value::items).filter(|one| !value.items().contains(one));
    let known = outside.filter_map(|one| ledger.project().organisation(one.as_text()?));
    known.filter(|organisation| !organisation.has_left()).collect()
}

/// That is said where nobody can be asked whether it is meant.
pub fn leads_from_outside(question: &Question, value: &Value, ledger: &Ledger) -> Option<String> {
    let names: Vec<&str> =
        leaders_outside(question, value, ledger).iter().map(|organisation| organisation.name.as_str()).collect();
    let (leads, stands, belongs) =
        if names.len() == 1 { ("trekt", "staat", "Hoort") } else { ("trekken", "staan", "Horen") };
    let all = notation::enumeration(&names);
    (!names.is_empty()).then(|| {
        format!("Let op: {all} {leads} de samenwerking, en {stands} zo niet in de kopgroep. {belongs} ze daar wel bij, antwoord dan opnieuw.")
    })
}

/// How times were understood, when they were typed in other words.
pub fn understood(question: &Question, value: &Value) -> Option<String> {
    let text = value.as_text().filter(|_| question.means == Some(Meaning::MeetingTime))?;
    let Times { from, to } = notation::read_times(text)?;
    let until = to.map(|to| format!(" tot {}", notation::clock(to))).unwrap_or_default();
    let times = format!("{}{until}", notation::clock(from));
    (!text.contains(&times)).then(|| format!("In de agenda komt: {times} uur."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{assemble, built_in};

    #[track_caller]
    fn check(typed: &str, said: &str) {
        let catalog = assemble(&built_in()).expect("is sound");
        let question = catalog.meaning(Meaning::MeetingTime).expect("is asked");
        let value = Value::text(typed);
        let today = NaiveDate::from_ymd_opt(2026, 11, 29).expect("is a day");
        let all = doubt(question, &value, today).or_else(|| understood(question, &value)).unwrap_or_default();
        assert!(if said.is_empty() { all.is_empty() } else { all.contains(said) }, "{typed}: {all}");
    }

    #[test]
    fn times_are_said_as_they_were_understood_or_doubted() {
        check("9.30 tot 12.00 uur", "");
        check("half tien 's ochtends tot twaalf uur 's middags", "9.30 tot 12.00 uur");
        check("15:00-16:30", "15.00 tot 16.30 uur");
        check("half tien tot twaalf", "9.30 tot 12.00 uur");
        check("9 tot half 12", "9.00 tot 11.30 uur");
        check("half acht tot negen", "geen tijd voor de agenda");
        check("na de lunch", "geen tijd voor de agenda");
    }
}
