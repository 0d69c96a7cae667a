use chrono::NaiveDate;

use super::writer::{Writer, column};
use super::{differences, open_questions, past, progress, register, trail};
use crate::document::{Block, Inline, text};
use crate::domain::{Edition, FullId, Project, Tlp};
use crate::report::answers::Unanswered;
use crate::report::{Comparison, Dates, Decisions, KopgroepPart, Successes, answers};
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
    match included {
        Included::Answers => answers::blocks(writer.catalog, writer.facts, unanswered(writer.edition)),
        Included::Calendar => dates(writer).blocks(),
        Included::Changes => past::changes(writer),
        Included::Comparison => {
            let compared = compare(writer.catalog, writer.facts);
            Comparison::new(&compared, writer.facts, None).document(project).blocks
        }
        Included::Contributions
        | Included::Dependencies
        | Included::Roles
        | Included::Stakeholders
        | Included::Support => part(included).map_or_else(Vec::new, |part| part.blocks(writer.catalog, writer.facts)),
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

/// What is open is for the kopgroep alone; for others an answer that they may not see would look like an open one.
fn unanswered(edition: Edition) -> Unanswered {
    match edition {
        Edition::Kopgroep => Unanswered::Open,
        Edition::Participants | Edition::Public => Unanswered::LeftOut,
    }
}

/// The subject of the kopgroep as a whole that is meant.
fn part(included: Included) -> Option<KopgroepPart> {
    match included {
        Included::Contributions => Some(KopgroepPart::Contributions),
        Included::Dependencies => Some(KopgroepPart::Dependencies),
        Included::Roles => Some(KopgroepPart::Roles),
        Included::Stakeholders => Some(KopgroepPart::Stakeholders),
        Included::Support => Some(KopgroepPart::Support),
        _ => None,
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
    match included {
        Included::Changes
        | Included::Comparison
        | Included::Contributions
        | Included::Dependencies
        | Included::Roles
        | Included::Stakeholders
        | Included::Support
        | Included::Done
        | Included::History
        | Included::Late
        | Included::Open
        | Included::Progress
        | Included::Steps
        | Included::Trail => writer.edition == Edition::Kopgroep,
        Included::Answers
        | Included::Calendar
        | Included::Decisions
        | Included::Differences
        | Included::Period
        | Included::Register
        | Included::Signatures
        | Included::Successes => true,
    }
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
        | Included::Support => KopgroepPart::questions(writer.catalog),
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
        Included::Calendar => dates(writer).tlp,
        _ => Tlp::Clear,
    }
}

fn signatures(writer: &Writer) -> Block {
    let columns = ["Organisatie", "Naam en functie", "Datum", "Handtekening"].map(column).to_vec();
    let blank = || vec![Inline::Blank(String::new())];
    let rows = writer.facts.kopgroep().map(|one| vec![text(&one.name), blank(), blank(), blank()]);
    writer.table_of_kopgroep(columns, rows.collect())
}
