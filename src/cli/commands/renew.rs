use clap::Args;

use super::super::exit::Exit;
use super::super::failure::Ended;
use super::super::present;
use super::super::workplace::{OpenProject, Workplace};
use crate::domain::Kind;
use crate::expression::Words;
use crate::ledger::{Outgrown, Why, outgrown};
use crate::notation;

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Werk het project bij als de vragenlijsten nieuwer zijn dan je antwoorden")]
pub struct Arguments {
    #[arg(long = "proef", help = "Laat alleen zien wat er zou veranderen")]
    pub trial: bool,
}

/// `regio bijwerken`: what a newer questionnaire has outgrown lapses, in words.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    if arguments.trial {
        let open = workplace.read_project()?;
        let found = outgrown(&open.project, open.catalog);
        tell(workplace, &open, &found, ["Dit zou vervallen", "Dit zou regio anders opschrijven"])?;
        return Ok(if found.iter().any(|one| one.why.changes()) { Exit::Waiting } else { Exit::Done });
    }
    let mut open = workplace.change_project()?;
    let found = open.ledger(workplace).renew()?;
    tell(workplace, &open, &found, ["Dit is vervallen", "Dit staat er nu anders"])?;
    let read = "Wat er stond, blijft te lezen in: regio document overzicht. Terug naar hoe het was: regio herstel";
    present::messages(found.iter().any(|one| one.why.changes()).then(|| read.to_owned()))
}

fn tell(workplace: &Workplace, open: &OpenProject, found: &[Outgrown], [lapsed, said]: [&str; 2]) -> Ended {
    let facts = open.facts(workplace.today);
    let line = |one: &Outgrown| {
        let Outgrown { item, why, answer, becomes } = one;
        let words = Words::new(&facts);
        let owner = item.organisation.as_ref().map(|id| words.organisation(id.as_str()));
        let question = open.catalog.question(&item.question);
        let label = question.map_or_else(|| item.question.to_string(), |question| question.label.clone());
        let why = match why {
            Why::QuestionGone => "de vraag is er niet meer",
            Why::QuestionSplit => "de vraag is gesplitst",
            Why::OtherKind | Why::Converted => "de vraag wil nu een ander soort antwoord",
            Why::AskedOtherwise => "de vraag wordt nu aan anderen gesteld",
            Why::OtherMeaning => "de vraag betekent nu iets anders",
        };
        let said = answer.value().map(|value| words.value(&Kind::LongText, value)).unwrap_or_default();
        let first = format!("- {label}{}: {} ({why})", notation::in_brackets(&owner), notation::single_line(&said));
        let goes_on = becomes.iter().filter_map(|(id, value)| {
            let question = open.catalog.question(id)?;
            let value = words.value(&question.kind, value);
            Some(format!("  nu bij {}: {}", question.label, notation::single_line(&value)))
        });
        notation::joined(std::iter::once(first).chain(goes_on), "\n").unwrap_or_default()
    };
    let part = |title: &str, is_meant: fn(Why) -> bool| {
        let lines: Vec<String> = found.iter().filter(|one| is_meant(one.why)).map(line).collect();
        (!lines.is_empty()).then(|| format!("{title}:")).into_iter().chain(lines)
    };
    let again = part("Loop deze opnieuw langs", |why| why == Why::OtherMeaning);
    let lines = part(lapsed, Why::lapses).chain(part(said, |why| why == Why::Converted)).chain(again);
    let lines: Vec<String> = lines.collect();
    match lines.is_empty() {
        true => present::message("Alle antwoorden passen bij de vragenlijsten. Er is niets bij te werken."),
        false => present::messages(lines),
    }
}
