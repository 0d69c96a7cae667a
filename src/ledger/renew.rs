//! A newer questionnaire: which answers do not fit it any more, and what becomes of them.

use super::answer::put;
use super::convert::{converted, fitting};
use super::ledger::{Ledger, LedgerError};
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Change, FullId, Identifier, Item, Kind, LapsedAnswer, Project, Question, Stamp, State, Subject, Value,
};

/// An answer that was given to an earlier version of its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgrown {
    pub item: Item,
    pub why: Why,
    pub answer: Answer,
    /// What of it goes on, and at which question.
    pub becomes: Vec<(FullId, Value)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The question is not in its questionnaire any more.
    QuestionGone,
    /// It became several questions.
    QuestionSplit,
    /// It takes another kind of answer.
    OtherKind,
    /// It is asked of each organisation now, or of all together.
    AskedOtherwise,
    /// It takes another kind of answer, in which this one can be said too.
    Converted,
    /// It has come to mean something else: the answer stays, to be looked at again.
    OtherMeaning,
}

impl Why {
    /// Whether the answer goes.
    pub fn lapses(self) -> bool {
        !matches!(self, Why::Converted | Why::OtherMeaning)
    }

    /// Whether regio has something to do; else a person says what it is by now.
    pub fn changes(self) -> bool {
        self != Why::OtherMeaning
    }
}

/// The answers that the questionnaires have outgrown. A value that never fitted, by a slip of a hand, is not among them, and neither
/// is what belongs to a questionnaire that is not here.
pub fn outgrown(project: &Project, catalog: &Catalog) -> Vec<Outgrown> {
    let said = project.everything_said().filter(|(_, _, answer)| answer.value().is_some());
    let found = said.filter_map(|(id, organisation, answer)| {
        catalog.questionnaire(&id.questionnaire)?;
        let (why, becomes) = match catalog.question(id) {
            None => gone(id, organisation, answer, project, catalog),
            Some(question) => outgrows(question, organisation, answer, project, catalog)?,
        };
        let item = Item::new(id, organisation);
        Some(Outgrown { item, why, answer: answer.clone(), becomes })
    });
    found.collect()
}

type Becoming = (Why, Vec<(FullId, Value)>);

/// Of a question that was split each part that is not answered yet gets what fits it.
fn gone(id: &FullId, by: Option<&Identifier>, answer: &Answer, project: &Project, catalog: &Catalog) -> Becoming {
    let parts = catalog.questionnaire(&id.questionnaire).map_or(&[][..], |one| one.earlier.parts(&id.local));
    let parts = parts.iter().filter_map(|part| catalog.question(&FullId::new(&id.questionnaire, part)));
    let is_vacant = |part: &&Question| {
        let is_asked = by.is_some() == (part.scope.is_each());
        is_asked && project.answer(&part.id, by).is_none_or(|held| held.state == State::Open)
    };
    let (mut is_split, mut becomes) = (false, Vec::new());
    for part in parts {
        is_split = true;
        let fits = Some(part).filter(is_vacant).and_then(|part| fitted(fitting, &part.kind, answer, project));
        becomes.extend(fits.map(|value| (part.id.clone(), value)));
    }
    (if is_split { Why::QuestionSplit } else { Why::QuestionGone }, becomes)
}

fn outgrows(
    question: &Question,
    by: Option<&Identifier>,
    answer: &Answer,
    project: &Project,
    catalog: &Catalog,
) -> Option<Becoming> {
    let is_view = by.is_some_and(|by| {
        question.perspective.is_some() && project.views.get(&question.id).is_some_and(|views| views.contains_key(by))
    });
    let is_beside = by.is_some_and(|by| {
        let mut beside = project.variants.iter().filter(|one| one.question == question.id && one.organisation == *by);
        beside.any(|one| one.answer == *answer)
    });
    let fits = by.is_some() == (question.scope.is_each()) || is_view || is_beside;
    if !fits {
        return Some((Why::AskedOtherwise, Vec::new()));
    }
    if answer.revision.is_none_or(|revision| revision >= question.revision) {
        return None;
    }
    let known = |id: &str| project.organisation(id).is_some();
    if answer.value().is_some_and(|value| question.kind.check(value, &known).is_ok()) {
        return Some((Why::OtherMeaning, Vec::new()));
    }
    let here = |value: Value| vec![(question.id.clone(), value)];
    let is_declared = catalog.is_converted(&question.id);
    if let Some(value) = fitted(converted, &question.kind, answer, project).filter(|_| is_declared) {
        return Some((Why::Converted, here(value)));
    }
    // Of a row of choices those that are left go on.
    let left = Some(&question.kind).filter(|kind| matches!(kind, Kind::Choices { .. }) && !is_beside);
    let left = left.filter(|_| matches!(answer.value(), Some(Value::List(_))));
    let left = left.and_then(|kind| fitted(fitting, kind, answer, project));
    Some((Why::OtherKind, left.map(here).unwrap_or_default()))
}

type Fit = fn(&Value, &Kind, Option<chrono::NaiveDate>, &dyn Fn(&str) -> bool) -> Option<Value>;

fn fitted(fit: Fit, kind: &Kind, answer: &Answer, project: &Project) -> Option<Value> {
    let said_on = answer.given.map(|given| given.date_naive());
    fit(answer.value()?, kind, said_on, &|id| project.organisation(id).is_some())
}

impl Ledger<'_> {
    /// Lets what the questionnaires have outgrown go on in what it became, or lapse: then it stays to be read, with its question, and
    /// holds no more.
    pub fn renew(&mut self) -> Result<Vec<Outgrown>, LedgerError> {
        let all = outgrown(self.project(), self.catalog);
        let changing: Vec<&Outgrown> = all.iter().filter(|one| one.why.changes()).collect();
        if changing.is_empty() {
            return Ok(all);
        }
        let (stamp, catalog) = (self.stamp(), self.catalog);
        self.change(|project| changing.into_iter().for_each(|one| renew(project, catalog, one, &stamp)))?;
        Ok(all)
    }
}

fn renew(project: &mut Project, catalog: &Catalog, one: &Outgrown, stamp: &Stamp) {
    let Outgrown { item, why, answer, becomes } = one;
    let words = match why {
        Why::QuestionGone => "de vraag staat niet meer in de vragenlijst",
        Why::QuestionSplit => "de vraag is gesplitst",
        Why::OtherKind | Why::Converted => "de vraag vraagt nu om een ander soort antwoord",
        Why::AskedOtherwise => "de vraag wordt nu aan anderen gesteld",
        Why::OtherMeaning => "de vraag betekent nu iets anders",
    };
    let Stamp { at, by } = stamp.clone();
    let tell = |project: &mut Project, item: &Item, from: Option<State>, to: State| {
        let (by, subject, why) = (by.clone(), Subject::Answer(item.clone()), Some(words.to_owned()));
        project.history.push(Change { at, by, subject, from, to: Some(to), why });
    };
    if *why == Why::Converted {
        for (id, value) in becomes {
            let revision = catalog.question(id).map(|question| question.revision);
            let now = Answer { state: State::Given(value.clone()), revision, ..answer.clone() };
            tell(project, item, Some(answer.state.clone()), now.state.clone());
            // Wherever the answer stood.
            let said = project.everything_said_mut().filter(|(id, by, said)| item.is(id, *by) && *said == answer);
            said.for_each(|(.., place)| place.clone_from(&now));
        }
        return;
    }
    project.retain_said(|question, by, said| !item.is(question, by) || said != answer);
    project.lapsed.push(LapsedAnswer::new(item.clone(), catalog.question(&item.question), answer, words.to_owned()));
    tell(project, item, Some(answer.state.clone()), State::Open);
    for (id, value) in becomes {
        let Some(question) = catalog.question(id) else { continue };
        // Of an earlier revision: somebody has to look whether it says it all.
        let revision = Some(question.revision - 1);
        let state = State::Given(value.clone());
        let part = Item::new(id, item.organisation.as_ref());
        tell(project, &part, None, state.clone());
        put(project, &part, question.scope, Answer { state, revision, ..answer.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{assemble, built_in, built_in_after};
    use crate::domain::{Answers, Place, Standing, Variant};

    #[test]
    fn a_word_beside_the_one_that_holds_stays_where_an_answer_of_one_lapses() {
        let catalog = assemble(&built_in()).expect("is in order");
        let id = |text: &str| Identifier::parse(text).expect("is an identifier");
        let asked = FullId::new(&id("verkennen"), &id("aanleiding"));
        let said = Answer { state: State::Given(Value::text("Onrust")), ..Answer::open() };
        let (question, organisation, standing) = (asked.clone(), id("bakkerij"), Standing::Differs);
        let beside = Variant { question, organisation, standing, answer: said.clone() };
        let mut project = Project { variants: vec![beside.clone()], ..Project::default() };
        assert_eq!(outgrown(&project, &catalog), []);

        project.answers.insert(asked.clone(), Answers::PerOrganisation([(id("haven"), said)].into()));
        let found = outgrown(&project, &catalog);
        let [one] = &found[..] else { panic!("one is asked otherwise now: {found:?}") };
        assert_eq!((&one.item, one.why), (&Item::of(&asked, &id("haven")), Why::AskedOtherwise));
        renew(&mut project, &catalog, one, &Stamp { at: chrono::DateTime::UNIX_EPOCH.fixed_offset(), by: None });
        assert_eq!((project.answers.len(), project.lapsed.len(), &project.variants[..]), (0, 1, &[beside][..]));
    }

    /// The first questionnaire with these questions asked anew: the goal in words where a number was asked.
    fn renewed(questions: &[(&str, u32)]) -> Catalog {
        let mut text = include_str!("../../questionnaires/verkennen.toml").to_owned();
        for (id, revision) in questions {
            let now = format!("id = \"{id}\"\nrevision = {revision}");
            text = text.replacen(&format!("id = \"{id}\"\nrevision = 1"), &now, 1);
        }
        // Where words of one's own may stand beside the choices, none is wrong.
        text = text.replace("type = \"choices\"\nother = true", "type = \"choices\"");
        text += "\n[[converted]]\nquestion = \"eigen-doel\"\nfrom = \"number\"\nsince = \"1.0.0\"\n";
        assemble(&built_in_after(&text)).unwrap_or_else(|faults| panic!("{}", faults[0]))
    }

    fn asked(local: &str) -> FullId {
        FullId::parse(&format!("verkennen.{local}")).expect("is a full id")
    }

    fn said(value: Value) -> Answer {
        Answer { state: State::Given(value), revision: Some(1), ..Answer::open() }
    }

    fn after(mut project: Project, catalog: &Catalog) -> Project {
        let stamp = Stamp { at: "2026-11-24T10:00:00+01:00".parse().expect("a moment"), by: None };
        for one in outgrown(&project.clone(), catalog).iter().filter(|one| one.why.changes()) {
            renew(&mut project, catalog, one, &stamp);
        }
        project
    }

    #[test]
    fn each_word_is_converted_by_itself() {
        let catalog = renewed(&[("eigen-doel", 2)]);
        let haven = Identifier::parse("haven").expect("is an identifier");
        let goal = asked("eigen-doel");
        let beside = Variant {
            question: goal.clone(),
            organisation: haven.clone(),
            standing: Standing::Differs,
            answer: said(Value::integer(8)),
        };
        let mut project = Project { variants: vec![beside], ..Project::default() };
        project.answers.insert(goal.clone(), Answers::PerOrganisation([(haven, said(Value::integer(7)))].into()));
        let now = after(project, &catalog);
        let words: Vec<_> = now.everything_said().map(|(.., answer)| answer.value().cloned()).collect();
        assert_eq!(words, ["7", "8"].map(|word| Some(Value::text(word))));
    }

    #[test]
    fn what_is_left_of_choices_is_to_be_looked_at_and_of_names_nothing_is_left() {
        let catalog = renewed(&[("eigen-doel", 2), ("ambities", 3), ("kopgroep", 2)]);
        let ambitions = catalog.question(&asked("ambities")).expect("is asked");
        let stays = Value::text(ambitions.kind.options()[0].id.as_str());
        let mut project = Project::default();
        let chosen = said(Value::List(vec![stays.clone(), Value::text("vervallen")]));
        project.answers.insert(ambitions.id.clone(), Answers::Together(chosen));
        let now = after(project, &catalog);
        let left = now.answer(&ambitions.id, None).expect("stands");
        assert_eq!((left.value(), left.revision), (Some(&Value::List(vec![stays])), Some(2)));

        let mut project = Project::default();
        crate::ledger::organisation::register(&mut project, "Haven", Place::Kopgroep);
        let named = said(Value::List(["haven", "weg"].map(Value::text).into()));
        project.answers.insert(asked("kopgroep"), Answers::Together(named));
        let found = outgrown(&project, &catalog);
        assert_eq!((found.len(), found[0].becomes.len()), (1, 0));
    }
}
