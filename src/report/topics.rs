use std::collections::BTreeSet;

use super::in_edition;
use super::written::{differences, open};
use crate::catalog::Catalog;
use crate::domain::{Answer, Edition, FullId, Identifier, Moment, Perspective, Project, Question, Scope};
use crate::expression::{Facts, Words};
use crate::notation;
use crate::round::comparison::{Comparison, Side, compare, names};

/// Who see the screen at a meeting.
pub const AT_TABLE: Edition = Edition::Participants;

/// More than so many topics a meeting does not come to: a rule of thumb.
const MOST: usize = 9;

/// So much of what somebody said, in signs, is read on a wall.
const LONGEST_VOICE: usize = 160;

/// What there is to talk about at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topics {
    /// What need not be asked, because the kopgroep says the same: labels of questions.
    pub agreed: Vec<String>,
    /// The differences first, the farthest apart before the others, and then what is open.
    pub questions: Vec<FullId>,
}

/// One question with all that was said to it, as far as everyone at the table may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic<'c> {
    pub ask: String,
    /// `Gemeente Zuid en Bakkerij: Samen oefenen.`, how many voices are left out, and what else there is to know.
    pub voices: Vec<String>,
    /// The question that all together answer here.
    pub together: Option<&'c Question>,
}

impl Topics {
    /// Where the round differs, and what is open of all that is meant for the table; without what was dealt with.
    pub fn new(catalog: &Catalog, facts: &Facts) -> Topics {
        let shown = in_edition(facts, AT_TABLE);
        let shown = Facts::new(&shown, catalog, facts.today).in_edition(AT_TABLE);
        let compared = compare(catalog, &shown);
        let is_unanimous = |side: &Side| side.speakers > 1 && side.divergence == 0.0;
        let is_agreed = |question: &&Question| side(&compared, &question.id).is_some_and(is_unanimous);
        let at_table = |one: &&Question| one.moment == Moment::Table && catalog.is_begun(&one.id, facts.project);
        let open = catalog.questions().filter(at_table).filter(|question| open(question, facts).is_some());
        let (agreed, open): (Vec<&Question>, Vec<&Question>) = open.partition(is_agreed);
        let differences = differences::points(&compared).into_iter().take(differences::MOST);
        let differing = differences.map(|point| &point.side.question.id);
        let mut questions: Vec<FullId> = differing.chain(open.into_iter().map(|one| &one.id)).cloned().collect();
        let mut known = BTreeSet::new();
        questions.retain(|id| known.insert(id.clone()) && !is_dealt_with(id, facts));
        questions.truncate(MOST);
        Topics { agreed: agreed.into_iter().map(|question| question.label.clone()).collect(), questions }
    }
}

/// Put off today, or answered together after the last that anyone said of it.
fn is_dealt_with(id: &FullId, facts: &Facts) -> bool {
    let is_parked = facts.project.meetings_on(facts.today).any(|meeting| meeting.parked.contains(&id.to_string()));
    let said = facts.project.everything_said().filter(|(question, owner, _)| *question == id && owner.is_some());
    let last = said.filter_map(|(_, _, answer)| answer.given).max();
    let joint = facts.project.answer(id, None).filter(|answer| answer.value().is_some());
    is_parked || joint.is_some_and(|joint| joint.given >= last)
}

impl<'c> Topic<'c> {
    pub fn new(catalog: &'c Catalog, facts: &Facts, question: &'c Question) -> Topic<'c> {
        let project = in_edition(facts, AT_TABLE);
        let shown = Facts::new(&project, catalog, facts.today).in_edition(AT_TABLE);
        let compared = compare(catalog, &shown);
        let side = side(&compared, &question.id);
        let left_out = speakers(facts.project, &question.id).difference(&speakers(&project, &question.id)).count();
        let mut voices: Vec<String> = side.into_iter().flat_map(said).collect();
        // Who says nothing would be known from who is not named, where some may not be shown.
        let silent = side.filter(|side| left_out == 0 && !side.silent.is_empty() && !voices.is_empty());
        voices.extend(silent.map(|side| format!("Nog niets gezegd: {}", notation::enumeration(names(&side.silent)))));
        let joint = shown.answer(&question.id, None).filter(|answer| answer.value().is_some());
        voices.extend(joint.map(|joint| {
            let words = Words::new(&shown).said(&question.kind, joint);
            format!("Nu staat er samen: {}", in_short(&words))
        }));
        voices.extend(match left_out {
            0 if voices.is_empty() => Some("Hierover zei nog niemand iets.".to_owned()),
            0 => None,
            some => Some(format!("Niet voor iedereen aan tafel: {}.", notation::counted(some, "stem", "stemmen"))),
        });
        let together = together(catalog, [facts, &shown], question);
        let other = together.filter(|other| other.id != question.id);
        voices.extend(other.map(|other| format!("Samen antwoorden jullie op: {}.", other.label)));
        Topic { ask: Words::new(&shown).ask(question), voices, together }
    }
}

fn side<'c, 'a>(compared: &'c Comparison<'a>, id: &FullId) -> Option<&'c Side<'a>> {
    compared.sides().find(|side| side.question.id == *id)
}

fn said(side: &Side) -> Vec<String> {
    let spoken = side.groups.iter().filter(|group| !group.organisations.is_empty());
    let spoken = spoken.map(|group| (notation::enumeration(names(&group.organisations)), &group.words));
    let others = side.unknown.iter().chain(&side.not_applicable).map(|voice| (voice.name(), &voice.words));
    spoken.chain(others).map(|(who, words)| format!("{who}: {}", in_short(words))).collect()
}

fn in_short(words: &str) -> String {
    notation::shortened(&notation::sentence(words), LONGEST_VOICE)
}

fn speakers<'p>(project: &'p Project, id: &FullId) -> BTreeSet<&'p Identifier> {
    project.everything_said().filter(|(question, _, _)| *question == id).filter_map(|(_, owner, _)| owner).collect()
}

/// The question itself where it is asked of all together, or else the one that asks the same of them; nothing when what stands
/// there is not for everyone here.
fn together<'c>(catalog: &'c Catalog, [facts, shown]: [&Facts; 2], question: &'c Question) -> Option<&'c Question> {
    let is_same = |other: &&Question| {
        let asks_same = question.subject.is_some() && other.subject == question.subject;
        asks_same && other.scope == Scope::Together && other.perspective == Some(Perspective::Together)
    };
    let found = match question.scope {
        Scope::Together => Some(question),
        Scope::Each(_) => catalog.questions().find(is_same),
    };
    let value = |facts: &Facts, id: &FullId| facts.answer(id, None).and_then(Answer::value).is_some();
    let is_seen = |question: &&Question| value(facts, &question.id) == value(shown, &question.id);
    found.filter(|question| facts.is_asked(question, None)).filter(is_seen)
}
