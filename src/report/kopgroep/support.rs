use super::{KopgroepReport, figures, naming, table};
use crate::analysis::{Footing, Support, SupportRow};
use crate::document::{Block, Rung, text};
use crate::domain::{Meaning, State};
use crate::notation;
use crate::report::{heading, paragraph};

/// What holds signing back, in answers.
pub(super) const SIGNING: &[Meaning] = &[Meaning::SupportUnspoken, Meaning::SupportDoubting, Meaning::SupportBlocker];
/// What it has a place for, open or not.
pub const TELLS: &[Meaning] = &[Meaning::SupportSpecialist, Meaning::SupportManagement, Meaning::SupportBoard];

/// The ladder of support, and who can sign.
pub fn blocks(report: &KopgroepReport) -> Vec<Block> {
    let Some(support) = &report.support else { return Vec::new() };
    let row = |row: &SupportRow| {
        std::iter::once(row.organisation.name.clone()).chain(row.footings.iter().map(footing_words)).collect()
    };
    let nobody = || "Nog van geen organisatie is bekend dat haar bestuur de handtekening zet.".to_owned();
    let columns = std::iter::once("Organisatie").chain(support.levels.iter().map(String::as_str));
    let blocked = |row: &SupportRow| Some((text(&row.organisation.name), text(row.blocker.as_ref()?)));
    let mut blocks = vec![heading(1, "Steun in de organisaties")];
    blocks.extend(figures::support(support));
    blocks.push(table(columns, support.rows.iter().map(row)).into());
    if support.signing_is_past {
        return blocks;
    }
    blocks.extend([
        paragraph(can_sign(support).unwrap_or_else(nobody)),
        heading(2, "Wat tekenen nog tegenhoudt"),
        Block::Definitions(support.rows.iter().filter_map(blocked).collect()),
    ]);
    blocks
}

pub fn can_sign(support: &Support) -> Option<String> {
    naming("Het bestuur zet de handtekening bij", &support.can_sign)
}

/// How far up the ladder, for a picture.
pub fn footing_in_short(footing: &Footing) -> Rung {
    match footing {
        Footing::Step { step, of, .. } => Rung::Step { step: *step, of: *of },
        other => Rung::Off(footing_words(other)),
    }
}

/// `Zegt uren toe (3 van 4)`
pub fn footing_words(footing: &Footing) -> String {
    match footing {
        Footing::Step { step, of, words } => format!("{words} ({step} van {of})"),
        Footing::Unspoken => "nog niet gesproken".to_owned(),
        Footing::Doubting => "twijfelt nog".to_owned(),
        Footing::Unknown => notation::state(&State::Unknown).to_owned(),
        Footing::NotApplicable => notation::state(&State::NotApplicable).to_owned(),
        Footing::Open => super::OPEN.to_owned(),
    }
}
