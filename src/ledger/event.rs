use super::contest::{Contest, Word};
use super::ledger::{Ledger, LedgerError};
use super::merge::{either, listed};
use crate::domain::{Change, Consent, Event, Project, Subject};

impl Ledger<'_> {
    /// How many of its kind there are by now. The same words of the same day are told once.
    pub fn happen(&mut self, event: Event) -> Result<usize, LedgerError> {
        if let Some(known) = self.project().events.iter().find(|known| known.is_same(&event)) {
            return Err(LedgerError::KnownEvent(Box::new(known.clone())));
        }
        let event = Event { by: self.stamp().by, ..event };
        let (text, consent) = (event.text.clone(), event.consent.by.clone());
        self.together(|ledger| {
            let count = ledger.remembering(Subject::Event(event.key()), (None, Some(text)), |project| {
                project.events.push(event.clone());
                project.events.iter().filter(|one| one.kind == event.kind).count()
            })?;
            if consent.is_some() {
                ledger.remembering(Subject::Consent(event.key()), (None, consent), |_| ())?;
            }
            Ok(count)
        })
    }

    /// Somebody said yes to it that others read of an event, or takes that back.
    pub fn consent(&mut self, event: &Event, consent: Consent) -> Result<(), LedgerError> {
        let told = (event.consent.by.clone(), consent.by.clone());
        self.remembering(Subject::Consent(event.key()), told, |project| {
            for one in project.events.iter_mut().filter(|one| one.is_same(event)) {
                one.consent.clone_from(&consent);
            }
        })
    }

    /// What did not happen, or not so, is told no longer.
    pub fn erase_event(&mut self, event: &Event) -> Result<(), LedgerError> {
        self.remembering(Subject::Event(event.key()), (Some(event.text.clone()), None), |project| {
            project.events.retain(|one| !one.is_same(event));
        })
    }
}

/// What the history tells of an event, and of the yes to it.
pub(super) fn changes_of<'p>(project: &'p Project, event: &'p Event) -> impl Iterator<Item = &'p Change> {
    let is_of = |change: &&Change| match &change.subject {
        Subject::Event(key) | Subject::Consent(key) => key.is_of(event),
        _ => false,
    };
    project.history.iter().filter(is_of)
}

/// Whether this project has heard all that the other tells of an event, and more.
fn knows_more(project: &Project, other: &Project, event: &Event) -> bool {
    changes_of(other, event).all(|change| project.history.contains(change))
        && changes_of(project, event).any(|change| !other.history.contains(change))
}

/// The events of two projects, each once.
pub(super) fn merged_events([base, ours, theirs]: [&Project; 3], contest: &mut Contest) -> Vec<Event> {
    let key = |event: &Event| (event.date, event.text.clone(), event.kind);
    let both = |_: Option<&Event>, ours: &Event, theirs: &Event| {
        let by = [&ours.by, &theirs.by].into_iter().flatten().min().cloned();
        Event { by, steps: ours.steps.clone().max(theirs.steps.clone()), ..ours.clone() }
    };
    let sides = [base.events.clone(), without_taken_away(ours, theirs), without_taken_away(theirs, ours)];
    let mut merged = listed(sides.each_ref().map(Vec::as_slice), key, both);
    for event in &mut merged {
        let of =
            |project: &Project| project.events.iter().find(|one| key(one) == key(event)).map(|one| one.consent.clone());
        if let (Some(one), Some(other)) = (of(ours), of(theirs)) {
            let decided = if one == other || knows_more(ours, theirs, event) {
                Some(one.clone())
            } else if knows_more(theirs, ours, event) {
                Some(other.clone())
            } else {
                // Without what both grew from, nobody knows whether the yes was given or taken back.
                of(base).and_then(|base| either(Some(&base), &one, &other).cloned())
            };
            if decided.is_none() {
                let mut agreed = [one, other];
                agreed.sort();
                for by in agreed.into_iter().filter_map(|consent| consent.by) {
                    contest.tell(Subject::Consent(event.key()), Word::text(by), Word::nothing());
                }
            }
            event.consent = decided.unwrap_or_default();
        }
    }
    merged
}

/// The events of a project, but for those that the other took away after it had heard all that is told of them here.
fn without_taken_away(project: &Project, other: &Project) -> Vec<Event> {
    let is_taken_away = |event: &Event| {
        let erased = |change: &Change| {
            matches!(change.subject, Subject::Event(_)) && change.to.is_none() && !project.history.contains(change)
        };
        !other.events.iter().any(|one| one.is_same(event))
            && knows_more(other, project, event)
            && changes_of(other, event).any(erased)
    };
    project.events.iter().filter(|event| !is_taken_away(event)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{EventKind, Place, State, Value};
    use crate::ledger::contest::{Conflict, Side};
    use crate::ledger::lineage::contains;
    use crate::ledger::merge::{merge, nothing_in_common};

    const TEXT: &str = "De mail lag stil";

    fn day() -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
    }

    fn begin() -> Project {
        let mut project = Project::new("proef".to_owned(), day());
        let event = Event::new(EventKind::Incident, TEXT, day());
        say(&mut project, 0, Subject::Event(event.key()), [None, Some(TEXT)]);
        project.events.push(event);
        project
    }

    fn say(project: &mut Project, minute: u32, subject: Subject, said: [Option<&str>; 2]) {
        let at = day().and_hms_opt(9, minute, 0).expect("a time of the clock").and_utc().fixed_offset();
        let [from, to] = said.map(|words| Some(State::Given(Value::text(words?))));
        project.history.push(Change { at, by: None, subject, from, to, why: None });
    }

    /// As the ledger does it, with its place in the history.
    fn agree(project: &mut Project, minute: u32, who: Option<&str>) {
        let Some(event) = project.events.first().cloned() else { return };
        let before = event.consent.by.as_deref();
        say(project, minute, Subject::Consent(event.key()), [before, who]);
        project.events[0].consent = who.map(yes).unwrap_or_default();
    }

    fn yes(who: &str) -> Consent {
        Consent { by: Some(who.to_owned()), since: Some(day()), to: Some(TEXT.to_owned()) }
    }

    fn erase(project: &mut Project, minute: u32) {
        let Some(before) = project.events.pop() else { return };
        say(project, minute, Subject::Event(before.key()), [Some(TEXT), None]);
    }

    fn newest(conflict: &Conflict) -> Side {
        conflict.newest
    }

    fn joined(base: Option<&Project>, ours: &Project, theirs: &Project) -> Project {
        let nothing = nothing_in_common(ours, theirs);
        merge(base.unwrap_or(&nothing), ours, theirs, &newest).project
    }

    /// In either order, and with and without what they grew from.
    #[track_caller]
    fn check(base: &Project, ours: &Project, theirs: &Project, expected: &[Option<&str>]) {
        for (base, one, other) in
            [(Some(base), ours, theirs), (Some(base), theirs, ours), (None, ours, theirs), (None, theirs, ours)]
        {
            let joined = joined(base, one, other);
            let consents: Vec<Option<&str>> = joined.events.iter().map(|event| event.consent.by.as_deref()).collect();
            assert_eq!(consents, expected, "{:#?}", joined.history);
            assert!(contains(&joined, one) && contains(&joined, other));
        }
    }

    #[test]
    fn a_yes_comes_along_and_one_that_was_taken_back_does_not() {
        let (base, mut given) = (begin(), begin());
        agree(&mut given, 1, Some("Haven"));
        check(&base, &given, &base, &[Some("Haven")]);
        let mut withdrawn = given.clone();
        agree(&mut withdrawn, 2, None);
        check(&base, &withdrawn, &given, &[None]);
        check(&given, &withdrawn, &given, &[None]);
    }

    #[test]
    fn with_two_different_yeses_it_happened_once_and_there_is_none() {
        let (base, mut one, mut other) = (begin(), begin(), begin());
        agree(&mut one, 1, Some("Haven"));
        agree(&mut other, 2, Some("Bakkerij"));
        check(&base, &one, &other, &[None]);
    }

    /// A hand leaves nothing in the history: only what both grew from tells who changed it.
    #[test]
    fn a_yes_of_a_hand_holds_where_it_is_known_that_it_is_new() {
        let (base, mut by_hand) = (begin(), begin());
        by_hand.events[0].consent = yes("Haven");
        let consent =
            |base: Option<&Project>, project: &Project| joined(base, project, &begin()).events[0].consent.by.clone();
        assert_eq!(consent(Some(&base), &by_hand).as_deref(), Some("Haven"));
        assert_eq!(consent(None, &by_hand), None);
    }

    #[test]
    fn what_was_taken_away_stays_away() {
        let (base, mut given, mut erased) = (begin(), begin(), begin());
        erase(&mut erased, 1);
        check(&base, &erased, &base, &[]);
        agree(&mut given, 2, Some("Haven"));
        check(&base, &erased, &given, &[Some("Haven")]);
    }

    /// A list that was cut short by hand tells nothing, whatever else was heard of the event there.
    #[test]
    fn what_no_history_took_away_stays() {
        let (known, mut cut) = (begin(), begin());
        agree(&mut cut, 1, Some("Haven"));
        agree(&mut cut, 2, None);
        cut.events.clear();
        assert_eq!(joined(None, &known, &cut).events.len(), 1);
    }

    #[test]
    fn of_two_who_wrote_it_down_one_name_stays_and_all_steps() {
        let (mut one, mut other) = (begin(), begin());
        one.events[0].by = Some("Bram".to_owned());
        (other.events[0].by, other.events[0].steps) = (Some("Anna".to_owned()), vec!["zaal".to_owned()]);
        for (ours, theirs) in [(&one, &other), (&other, &one)] {
            let event = &joined(None, ours, theirs).events[0];
            assert_eq!((event.by.as_deref(), &event.steps[..]), (Some("Anna"), &["zaal".to_owned()][..]));
        }
    }

    #[derive(Clone, Copy, Debug)]
    enum Edit {
        Agree(Place),
        Withdraw,
        Erase,
    }

    fn edits() -> impl Strategy<Value = Vec<Edit>> {
        let edit = prop_oneof![
            prop_oneof![Just(Place::Kopgroep), Just(Place::Partner)].prop_map(Edit::Agree),
            Just(Edit::Withdraw),
            Just(Edit::Erase),
        ];
        prop::collection::vec(edit, 0..4)
    }

    fn edited(base: &Project, edits: &[Edit], start: u32) -> Project {
        let mut project = base.clone();
        for (minute, edit) in (start..).zip(edits) {
            match edit {
                Edit::Agree(who) => agree(&mut project, minute, Some(who.word())),
                Edit::Withdraw => agree(&mut project, minute, None),
                Edit::Erase => erase(&mut project, minute),
            }
        }
        project
    }

    proptest! {
        #[test]
        fn either_order_gives_the_same_and_again_changes_nothing(first in edits(), one in edits(), other in edits()) {
            let base = edited(&begin(), &first, 1);
            let (one, other) = (edited(&base, &one, 10), edited(&base, &other, 20));
            let merged = joined(None, &one, &other);
            prop_assert_eq!(&merged.events, &joined(None, &other, &one).events);
            prop_assert_eq!(&joined(None, &merged, &one).events, &merged.events);
            prop_assert_eq!(&joined(None, &other, &merged).events, &merged.events);
        }
    }
}
