use chrono::NaiveDate;

use super::writer::Writer;
use super::{differences, open_questions, past, progress, register, trail};
use crate::document::{Block, Inline, Table, text};
use crate::domain::{Edition, FullId, Project, Tlp};
use crate::report::{Comparison, Dates, Decisions, KopgroepReport, Successes, answers};
use crate::round::comparison::compare;
use crate::wording::Included;

/// What regio works out; nothing at all when it is not for these readers. What the edition leaves out is never called absent.
pub(super) fn blocks(included: Included, writer: &Writer) -> Option<Vec<Block>> {
    if !is_for(included, writer) {
        return None;
    }
    let blocks = worked_out(included, writer);
    let inside = Writer { facts: writer.whole, edition: Edition::Kopgroep, ..*writer };
    let left_out = writer.edition != Edition::Kopgroep && blocks.is_empty();
    (!left_out || worked_out(included, &inside).is_empty()).then_some(blocks)
}

fn worked_out(included: Included, writer: &Writer) -> Vec<Block> {
    let project = &since(writer);
    let kopgroep = || KopgroepReport::new(writer.catalog, writer.facts);
    match included {
        Included::Answers => answers::blocks(writer.catalog, writer.facts, writer.edition),
        Included::Calendar => dates(writer).blocks(),
        Included::Changes => past::changes(writer),
        Included::Comparison => {
            let compared = compare(writer.catalog, writer.facts);
            Comparison::new(&compared, writer.facts, None).document(project).blocks
        }
        Included::Contributions => kopgroep().contributions(),
        Included::Dependencies => kopgroep().dependencies(),
        Included::Roles => kopgroep().roles(),
        Included::Stakeholders => kopgroep().stakeholders(),
        Included::Support => kopgroep().support(),
        Included::Decisions if project.decisions.is_empty() => Vec::new(),
        Included::Decisions => Decisions::new(project, writer.facts.today).document(project).blocks,
        Included::Differences => differences::blocks(writer),
        Included::Done => trail::done(writer),
        Included::History => past::history(writer),
        Included::Late => trail::late(writer),
        Included::Open => open_questions::blocks(writer),
        Included::Period => past::period(writer),
        Included::Progress => progress::blocks(writer),
        Included::Register => register::blocks(writer),
        Included::Signatures => vec![signatures(writer)],
        Included::Steps => trail::first(writer),
        Included::Successes if project.successes.is_empty() => Vec::new(),
        Included::Successes => Successes::new(project, writer.facts.today).document(project).blocks,
        Included::Trail => trail::whole(writer),
    }
}

/// All that has a day, as far as the readers may know it.
fn dates(writer: &Writer) -> Dates {
    Dates::new(writer.catalog, writer.whole, writer.edition)
}

/// The project with what was decided and what went well since the day from which on the document looks back.
fn since(writer: &Writer) -> Project {
    let mut project = writer.facts.project.clone();
    let recent = |date: NaiveDate| writer.since.is_none_or(|since| date >= since);
    project.decisions.retain(|decision| recent(decision.date));
    project.successes.retain(|success| recent(success.date));
    project
}

/// Steps, what is open and what happened show how the kopgroep does.
pub(super) fn is_for(included: Included, writer: &Writer) -> bool {
    let is_for_all = matches!(
        included,
        Included::Answers
            | Included::Calendar
            | Included::Decisions
            | Included::Differences
            | Included::Period
            | Included::Register
            | Included::Signatures
            | Included::Successes
    );
    is_for_all || writer.edition == Edition::Kopgroep
}

/// The questions of which it may repeat answers.
pub(super) fn repeated(included: Included, writer: &Writer) -> Vec<FullId> {
    let project = writer.facts.project;
    match included {
        Included::Answers | Included::Comparison => {
            project.everything_said().map(|(question, _, _)| question.clone()).collect()
        }
        Included::Changes | Included::History => past::questions(writer),
        Included::Differences => differences::questions(writer),
        Included::Done | Included::Late | Included::Steps | Included::Trail => trail::questions(writer),
        Included::Contributions
        | Included::Dependencies
        | Included::Roles
        | Included::Stakeholders
        | Included::Support => KopgroepReport::questions(writer.catalog),
        // What has a day knows its own label.
        Included::Calendar
        | Included::Decisions
        | Included::Open
        | Included::Period
        | Included::Progress
        | Included::Register
        | Included::Signatures
        | Included::Successes => Vec::new(),
    }
}

/// The strictest label of what it shows beside answers.
pub(super) fn label(included: Included, writer: &Writer) -> Tlp {
    match included {
        Included::Calendar => dates(writer).head.tlp,
        _ => Tlp::Clear,
    }
}

fn signatures(writer: &Writer) -> Block {
    let columns = ["Organisatie", "Naam en functie", "Datum", "Handtekening"];
    let blank = || vec![Inline::Blank(String::new())];
    let rows = writer.facts.kopgroep().map(|one| vec![text(&one.name), blank(), blank(), blank()]);
    writer.table_of_kopgroep(Table::new(columns, rows))
}
