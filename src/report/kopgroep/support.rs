use super::{figures, names, table};
use crate::analysis::{Footing, Support, SupportRow};
use crate::document::{Block, Rung, text};
use crate::domain::{Meaning, State};
use crate::notation;
use crate::report::{heading, paragraph};

/// What holds signing back, in answers.
pub(super) const SIGNING: [Meaning; 2] = [Meaning::SupportNotYet, Meaning::SupportBlocker];

/// The ladder of support, and who can sign.
pub(super) fn blocks(support: &Support) -> Vec<Block> {
    let row = |row: &SupportRow| {
        std::iter::once(row.organisation.name.clone()).chain(row.footings.iter().map(footing_words)).collect()
    };
    let columns = std::iter::once("Organisatie").chain(support.levels.iter().map(String::as_str));
    let can_sign = match support.can_sign.len() {
        0 => "Nog van geen organisatie is bekend dat haar bestuur gaat tekenen.".to_owned(),
        _ => format!("Klaar om te tekenen: {}.", names(&support.can_sign)),
    };
    let mut blocks = vec![heading(1, "Steun in de organisaties")];
    blocks.extend(figures::support(support));
    blocks.extend([table(columns, support.rows.iter().map(row)).into(), paragraph(can_sign)]);
    let blocked =
        support.rows.iter().filter_map(|row| Some((text(&row.organisation.name), text(row.blocker.as_ref()?))));
    let blocked: Vec<_> = blocked.collect();
    if !blocked.is_empty() {
        blocks.push(heading(2, "Wat tekenen nog tegenhoudt"));
        blocks.push(Block::Definitions(blocked));
    }
    blocks
}

/// How far up the ladder, for a picture.
pub fn footing_in_short(footing: &Footing) -> Rung {
    match footing {
        Footing::Step { step, of, .. } => Rung::Step { step: usize::try_from(*step).unwrap_or(0), of: *of },
        Footing::NotYet => Rung::Off("nog niet".to_owned()),
        other => Rung::Off(footing_words(other)),
    }
}

/// `trede 3 van 4: Zegt uren toe`
pub fn footing_words(footing: &Footing) -> String {
    match footing {
        Footing::Step { step, of, words } => format!("trede {step} van {of}: {words}"),
        Footing::NotYet => "staat er nog niet achter".to_owned(),
        Footing::Unknown => notation::state(&State::Unknown).to_owned(),
        Footing::NotApplicable => notation::state(&State::NotApplicable).to_owned(),
        Footing::Open => super::OPEN.to_owned(),
    }
}
