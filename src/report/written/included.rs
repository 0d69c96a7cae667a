use super::writer::Writer;
use super::{
    asked_since, attendance, call_list, differences, meeting, open_questions, past, progress, register, shared, trail,
};
use crate::document::{Block, Signature, without_bare};
use crate::domain::{Edition, EventKind, Meaning, Organisation, Project, Tlp};
use crate::report::kopgroep::{contributions, dependencies, roles, stakeholders, support};
use crate::report::{Comparison, Dates, Decisions, Events, History, HistoryChoice, KopgroepReport, answers, label};
use crate::round::comparison::compare;
use crate::wording::Included;

/// How regio works something out.
pub(super) struct Work {
    /// Steps, what is open and what happened show how the kopgroep does: these are for it alone.
    is_for_all: bool,
    /// The strictest label of what it repeats.
    pub label: fn(&Writer) -> Tlp,
    blocks: fn(&Writer) -> Vec<Block>,
    /// What it has a place for, open or not.
    pub tells: &'static [Meaning],
}

pub(super) fn work(included: Included) -> Work {
    let for_all = |label, blocks| Work { is_for_all: true, label, blocks, tells: &[] };
    let for_kopgroep = |label, blocks| Work { is_for_all: false, label, blocks, tells: &[] };
    let of_kopgroep = |tells, blocks| Work { is_for_all: false, label: of_meanings, blocks, tells };
    match included {
        Included::Agreed => for_all(meeting::label, meeting::agreed),
        Included::Answers => for_all(of_everything, |one| answers::blocks(one.catalog, one.facts, one.edition)),
        Included::AskedSince => for_all(asked_since::label, asked_since::blocks),
        Included::Assigned => for_kopgroep(trail::label, meeting::assigned),
        Included::Attendance => for_all(of_nothing, |one| vec![attendance::list(one)]),
        Included::CallCards => for_kopgroep(call_list::label, call_list::cards),
        Included::CallList => for_kopgroep(call_list::label, |one| vec![call_list::sheet(one)]),
        Included::Calendar => for_all(|one| dates(one).head.tlp, |one| dates(one).blocks()),
        Included::Changes => for_kopgroep(of_history, past::changes),
        Included::Comparison => for_kopgroep(of_everything, |one| {
            Comparison::new(&compare(one.catalog, one.facts), one.facts, None).document().blocks
        }),
        Included::Contributions => of_kopgroep(contributions::TELLS, |one| contributions::blocks(&kopgroep(one))),
        Included::Decided => for_all(of_nothing, meeting::decided),
        Included::Decisions => for_all(of_nothing, |one| vec![Decisions::new(&since(one), one.facts.today).list()]),
        Included::Dependencies => of_kopgroep(&[Meaning::Dependency], |one| dependencies::blocks(&kopgroep(one))),
        Included::Differences => for_all(differences::label, differences::blocks),
        Included::Done => for_kopgroep(trail::label, |one| vec![trail::done(one)]),
        Included::Events => for_all(|one| events(one).head.tlp, |one| vec![events(one).list()]),
        Included::History => for_kopgroep(of_history, |one| vec![history(one).list()]),
        Included::Late => for_kopgroep(trail::label, trail::late),
        Included::Meetings => for_kopgroep(of_nothing, |one| vec![meeting::all(one)]),
        Included::Open => for_kopgroep(of_nothing, |one| vec![open_questions::block(one)]),
        Included::Parked => for_kopgroep(of_nothing, meeting::parked),
        Included::Period => for_all(of_nothing, |one| vec![past::period(one)]),
        Included::Present => for_all(of_nothing, meeting::present),
        Included::Progress => for_kopgroep(of_nothing, progress::blocks),
        Included::Register => for_all(of_nothing, |one| vec![register::block(one)]),
        Included::Roles => of_kopgroep(roles::TELLS, |one| roles::blocks(&kopgroep(one))),
        Included::Shared => for_all(shared::label, shared::blocks),
        Included::Signatures => for_all(of_representatives, |one| vec![signatures(one)]),
        Included::Stakeholders => of_kopgroep(&[Meaning::Stakeholder], |one| stakeholders::blocks(&kopgroep(one))),
        Included::Steps => for_kopgroep(trail::label, |one| vec![trail::first(one)]),
        Included::Successes => for_all(of_nothing, |one| vec![successes(one).list()]),
        Included::Support => of_kopgroep(support::TELLS, |one| support::blocks(&kopgroep(one))),
        Included::Trail => for_kopgroep(trail::label, trail::whole),
    }
}

impl Work {
    pub fn is_for(&self, edition: Edition) -> bool {
        self.is_for_all || edition == Edition::Kopgroep
    }

    /// What is worked out; nothing at all when it is not for these readers. What the edition leaves out is never called absent.
    pub fn shown(&self, writer: &Writer) -> Option<Vec<Block>> {
        let blocks = |writer: &Writer| without_bare((self.blocks)(writer));
        let shown = self.is_for(writer.edition).then(|| blocks(writer))?;
        let inside = Writer { facts: writer.whole, edition: Edition::Kopgroep, ..*writer };
        let is_whole = writer.edition == Edition::Kopgroep || !shown.is_empty();
        (is_whole || blocks(&inside).is_empty()).then_some(shown)
    }
}

fn of_nothing(_: &Writer) -> Tlp {
    Tlp::Clear
}

fn of_representatives(writer: &Writer) -> Tlp {
    let representative = writer.catalog.meaning(Meaning::DeclarationRepresentative);
    label::strictest(writer.facts, representative.map(|question| &question.id))
}

fn of_everything(writer: &Writer) -> Tlp {
    let project = writer.facts.project;
    let lapsed = project.lapsed.iter().map(|lapsed| &lapsed.question);
    label::strictest(writer.facts, project.everything_said().map(|(question, _, _)| question).chain(lapsed))
}

fn of_meanings(writer: &Writer) -> Tlp {
    label::strictest(writer.facts, KopgroepReport::questions(writer.catalog))
}

fn of_history(writer: &Writer) -> Tlp {
    history(writer).head.tlp
}

fn history(writer: &Writer) -> History {
    History::new(writer.catalog, writer.facts, &HistoryChoice::default())
}

fn kopgroep(writer: &Writer) -> KopgroepReport {
    KopgroepReport::new(writer.catalog, writer.facts)
}

/// All that has a day, as far as the readers may know it.
fn dates(writer: &Writer) -> Dates {
    Dates::new(writer.catalog, writer.whole, writer.edition)
}

fn events(writer: &Writer) -> Events {
    Events::new(writer.catalog, writer.facts, None, |day| writer.looks_back_to(day))
}

/// What went well; what is yet to come has not.
fn successes(writer: &Writer) -> Events {
    let has_been = |day| writer.looks_back_to(day) && day <= writer.facts.today;
    Events::new(writer.catalog, writer.facts, Some(EventKind::Success), has_been)
}

/// The project with what was decided since the day from which on the document looks back.
fn since(writer: &Writer) -> Project {
    let mut project = writer.facts.project.clone();
    project.decisions.retain(|decision| writer.looks_back_to(decision.date));
    project
}

fn signatures(writer: &Writer) -> Block {
    let representative = writer.catalog.meaning(Meaning::DeclarationRepresentative);
    let signs = |one: &Organisation| {
        let answer = writer.facts.answer(&representative?.id, Some(one))?.value()?;
        answer.as_text().map(|said| format!("{}, vertegenwoordigd door {said}", one.name))
    };
    let party = |one: &Organisation| {
        let signs = signs(one);
        let unknown = if signs.is_none() { ["Naam:", "Functie:"].as_slice() } else { &[] };
        let lines = [unknown, &["Plaats en datum:", "Handtekening:"]].concat();
        Signature {
            party: signs.unwrap_or_else(|| one.name.clone()),
            lines: lines.into_iter().map(str::to_owned).collect(),
        }
    };
    writer.of_kopgroep(Block::Signatures(writer.facts.kopgroep().map(party).collect()))
}
