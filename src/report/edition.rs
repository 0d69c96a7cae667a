use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Agreed, Answer, Answers, Contact, Edition, Event, EventKind, Field, FullId, Identifier, Kind, Meaning, Meeting,
    Organisation, Place, Project, State, Tlp, Value,
};
use crate::expression::Facts;

/// The project as far as an edition may show it. What is left out here never reaches a document, whatever is made of it.
///
/// The edition of the kopgroep holds everything. The others hold no remark, no name of who answered, no history and no answer that
/// has lapsed or whose question is not asked now, of contacts at most the name, and of the register who takes part. What has no label of its own has that of the
/// project; only its name and region are always there.
pub fn in_edition(facts: &Facts, edition: Edition) -> Project {
    in_edition_up_to(facts, edition, Tlp::Red)
}

/// The same, without what bears a stricter label than this.
pub fn in_edition_up_to(facts: &Facts, edition: Edition, most: Tlp) -> Project {
    let admits = |label: Tlp| edition.admits(label) && label <= most;
    let project = facts.project;
    if edition == Edition::Kopgroep {
        return project.clone();
    }
    let whole = admits(project.tlp);
    let mut shown = Project::new(project.id.clone(), project.created);
    shown.name.clone_from(&project.name);
    shown.region.clone_from(&project.region);
    shown.tlp = if whole { project.tlp } else { Tlp::Clear };
    shown.begun.clone_from(&project.begun);
    let contact = |contact: &Contact| Contact { name: contact.name.clone(), ..Contact::default() };
    // The name of a contact is not for everybody: who may be public stands in an answer, with by whose word.
    let named = |one: &Organisation| one.contacts.iter().filter(|_| edition != Edition::Public).map(contact).collect();
    // Who takes part. Who is thought of, or watched from afar, is for the kopgroep alone.
    let taking_part = project.organisations.iter().filter(|one| whole && one.place >= Place::Partner);
    shown.organisations = taking_part.map(|one| Organisation { contacts: named(one), ..one.clone() }).collect();
    let known = shown.organisations.iter().map(|organisation| organisation.id.to_string()).collect();
    let knife = Knife { facts, admits: &admits, known, withheld: withheld(facts) };
    shown.answers = knife.answers();
    shown.organisations.extend(knife.named_with_consent());
    // What one organisation thinks itself of what is asked of all is for those at the table.
    if edition != Edition::Public {
        shown.views = knife.views();
    }
    if whole {
        shown.trekker = project.trekker.clone().filter(|trekker| project.departed_in(trekker).is_none());
        shown.actions.clone_from(&project.actions);
        shown.actions.values_mut().for_each(|record| record.note = None);
        shown.own_actions.clone_from(&project.own_actions);
        shown.own_actions.iter_mut().for_each(|own| own.record.note = None);
        shown.decisions.clone_from(&project.decisions);
        shown.decisions.iter_mut().for_each(|decision| decision.by = None);
        // Who took over from whom is for those who do the work; the name of who left may stand in it.
        let told = project.events.iter().filter(|event| event.may_be_told() && event.kind != EventKind::Handover);
        shown.events = told.map(|event| Event::new(event.kind, event.text.clone(), event.date)).collect();
        shown.meetings = project.meetings.iter().map(|meeting| knife.meeting(meeting)).collect();
    }
    shown
}

/// What each organisation said.
type Each = BTreeMap<Identifier, Answer>;

/// Cuts away what an edition may not show.
struct Knife<'k> {
    facts: &'k Facts<'k>,
    admits: &'k dyn Fn(Tlp) -> bool,
    /// The organisations that the edition knows.
    known: BTreeSet<String>,
    /// The bare names of the organisations that did not consent to being named.
    withheld: Vec<String>,
}

/// The organisations that are asked whether they may be named, with whether they consented.
fn asked_to_be_named<'f>(facts: &'f Facts) -> impl Iterator<Item = (&'f Organisation, bool)> {
    facts.project.everything_said().filter_map(|(id, _, answer)| {
        let question = facts.question(id).filter(|question| question.consent.is_some())?;
        let named = answer.value().filter(|_| matches!(question.kind, Kind::Organisation { .. }))?;
        let organisation = facts.project.organisation(named.as_text()?)?;
        Some((organisation, facts.is_asked(question, None) && facts.has_consent(question)))
    })
}

/// The letters and digits of a text, so that no space, hyphen or capital hides a name in it.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn withheld(facts: &Facts) -> Vec<String> {
    asked_to_be_named(facts).filter(|(_, consents)| !consents).map(|(one, _)| bare(&one.name)).collect()
}

impl Knife<'_> {
    /// Of who is named with consent and is not known otherwise: the name alone.
    fn named_with_consent(&self) -> Vec<Organisation> {
        let named = asked_to_be_named(self.facts).filter(|(_, consents)| *consents).map(|(one, _)| (&one.id, one));
        let named: BTreeMap<&Identifier, &Organisation> = named.collect();
        let named = named.into_values().filter(|one| !self.known.contains(one.id.as_str()));
        let (place, kind, contacts) = (Place::Stakeholder, None, Vec::new);
        named.map(|one| Organisation { place, kind, contacts: contacts(), ..one.clone() }).collect()
    }

    fn answers(&self) -> BTreeMap<FullId, Answers> {
        let shown = self.facts.project.answers.iter().filter_map(|(question, answers)| {
            let of = |owner: &Identifier, answer: &Answer| self.answer(question, Some(owner), answer);
            let answers = match answers {
                Answers::Together(answer) => Answers::Together(self.answer(question, None, answer)?),
                Answers::PerOrganisation(each) => Answers::PerOrganisation(self.each(each, of)),
            };
            Some((question.clone(), answers))
        });
        shown.collect()
    }

    /// When it was, what was decided, and what was agreed as far as the edition may show it.
    fn meeting(&self, meeting: &Meeting) -> Meeting {
        let stands = |id: &FullId, agreed: &Answer| {
            // Who said yes, did so to the words of now.
            let is_free = self.facts.question(id).is_some_and(|question| question.consent.is_none());
            is_free || self.facts.project.answer(id, None).is_some_and(|now| now.state == agreed.state)
        };
        let agreed = meeting.agreed.iter().filter(|agreed| stands(&agreed.question, &agreed.answer));
        let agreed = agreed.filter_map(|Agreed { question, answer }| {
            Some(Agreed { question: question.clone(), answer: self.answer(question, None, answer)? })
        });
        let (agreed, decided) = (agreed.collect(), meeting.decided.clone());
        Meeting { date: meeting.date, number: meeting.number, agreed, decided, ..Meeting::default() }
    }

    fn views(&self) -> BTreeMap<FullId, Each> {
        let view = |id, views| self.each(views, |_, view| self.answer(id, None, view));
        self.facts.project.views.iter().map(|(id, views)| (id.clone(), view(id, views))).collect()
    }

    /// What is shown of the answers of the organisations that the edition knows.
    fn each(&self, answers: &Each, shown: impl Fn(&Identifier, &Answer) -> Option<Answer>) -> Each {
        let known = answers.iter().filter(|(owner, _)| self.known.contains(owner.as_str()));
        known.filter_map(|(owner, answer)| Some((owner.clone(), shown(owner, answer)?))).collect()
    }

    /// The answer without remarks and names; nothing when its label forbids it, or when no questionnaire says what it is, and when
    /// its question is not asked now.
    fn answer(&self, id: &FullId, owner: Option<&Identifier>, answer: &Answer) -> Option<Answer> {
        let question = self.facts.question(id)?;
        let organisation = owner.and_then(|owner| self.facts.project.organisation(owner.as_str()));
        let is_admitted = (self.admits)(self.facts.label(Some(question), answer));
        let is_withheld = question.consent.is_some() && self.names_somebody_withheld(answer);
        // Nobody is sent to who left.
        let contact = question.means.filter(|means| Meaning::CONTACTS.contains(means));
        let has_left = contact.and_then(|_| self.facts.project.departed_in(answer.value()?.as_text()?)).is_some();
        if !self.facts.is_asked(question, organisation) || !is_admitted || is_withheld || has_left {
            return None;
        }
        let state = match &answer.state {
            // Who consented to being named may be, whoever else the edition knows.
            State::Given(value) if question.consent.is_some() => State::Given(value.clone()),
            State::Given(value) => State::Given(self.value(&question.kind, value)?),
            other => other.clone(),
        };
        Some(Answer { state, by: None, note: None, source: None, ..answer.clone() })
    }

    fn names_somebody_withheld(&self, answer: &Answer) -> bool {
        let words = bare(answer.value().and_then(Value::as_text).unwrap_or_default());
        self.withheld.iter().any(|name| words.contains(name))
    }

    /// The value without organisations that the edition does not know; nothing when nothing is left of it.
    fn value(&self, kind: &Kind, value: &Value) -> Option<Value> {
        match (kind, value) {
            (Kind::Organisations { .. } | Kind::Group { .. }, Value::List(items)) => {
                let items: Vec<Value> = items.iter().filter_map(|item| self.value(kind, item)).collect();
                (!items.is_empty()).then_some(Value::List(items))
            }
            (Kind::Organisation { .. } | Kind::Organisations { .. }, Value::Text(id)) => {
                self.known.contains(id).then(|| value.clone())
            }
            (Kind::Group { fields, .. }, Value::Record(record)) => self.record(fields, record),
            (Kind::Organisations { .. } | Kind::Group { .. }, _) => None,
            _ => Some(value.clone()),
        }
    }

    /// A record without the fields that name somebody unknown; nothing when that is its first field, which names it.
    fn record(&self, fields: &[Field], record: &BTreeMap<String, Value>) -> Option<Value> {
        let kept = fields.iter().filter_map(|field| {
            let value = self.value(&field.kind, record.get(field.id.as_str())?)?;
            Some((field.id.to_string(), value))
        });
        let kept: BTreeMap<String, Value> = kept.collect();
        kept.contains_key(fields.first()?.id.as_str()).then_some(Value::Record(kept))
    }
}
