use super::{KopgroepReport, OPEN, names, or_open, table};
use crate::analysis::{Accountability, Gap, Party, RoleGap, RoleRow, Roles};
use crate::document::{Block, text};
use crate::domain::Meaning;
use crate::report::{heading, paragraph};

/// What it has a place for, open or not.
pub const TELLS: &[Meaning] = &[
    Meaning::RoleTaken,
    Meaning::RoleTask,
    Meaning::SteeringLead,
    Meaning::SteeringTrekkers,
    Meaning::SteeringInfluence,
    Meaning::AccountabilityTo,
    Meaning::AccountabilityHow,
];

/// Who wants what, who does what, and to whom they answer.
pub fn blocks(KopgroepReport { roles, .. }: &KopgroepReport) -> Vec<Block> {
    let silent = roles.rows.iter().all(|row| row.wanted.is_none() && row.taken.is_none() && row.task.is_none());
    let told = if silent { paragraph("Nog geen organisatie zei welke rol zij wil.") } else { role_table(roles) };
    let differing = roles.rows.iter().filter(|row| row.differs).filter_map(differing);
    let mut blocks = vec![heading(1, "Rollen en verantwoording"), told, Block::Bullets(differing.map(text).collect())];
    let is_told = roles.accountability != Accountability::default();
    blocks.extend(is_told.then(|| line(&roles.accountability)));
    blocks.push(heading(2, "Wat hier nog ontbreekt"));
    blocks.push(Block::Bullets(roles.gaps.iter().map(gap_words).map(text).collect()));
    blocks
}

/// Roles are wanted before they are taken: what nobody speaks of yet has no column.
fn role_table(roles: &Roles) -> Block {
    let taken = roles.rows.iter().any(|row| row.taken.is_some() || row.task.is_some());
    let row = |row: &RoleRow| {
        let wanted = [row.organisation.name.clone(), or_open(&row.wanted)];
        let more = [or_open(&row.taken), or_open(&row.task)];
        wanted.into_iter().chain(more.into_iter().filter(|_| taken)).collect()
    };
    let columns = ["Organisatie", "Wil", "Doet", "Aan te spreken op"];
    let count = if taken { columns.len() } else { 2 };
    table(&columns[..count], roles.rows.iter().map(row)).into()
}

fn differing(row: &RoleRow) -> Option<String> {
    let (wanted, taken) = (row.wanted.as_ref()?, row.taken.as_ref()?);
    Some(format!("{} wilde: {wanted}. Nu is de rol: {taken}.", row.organisation.name))
}

fn line(line: &Accountability) -> Block {
    let named = |parties: &[Party]| if parties.is_empty() { OPEN.to_owned() } else { names(parties) };
    let pairs = [
        ("Leidt het werk", named(&line.lead)),
        ("Trekt", named(&line.trekkers)),
        ("Beslist mee over de koers", named(&line.influence)),
        ("De trekkers geven uitleg aan", or_open(&line.to)),
        ("Zo geven zij uitleg", or_open(&line.how)),
    ];
    Block::Definitions(pairs.into_iter().map(|(term, words)| (text(term), text(words))).collect())
}

fn gap_words(RoleGap { gap, organisations }: &RoleGap) -> String {
    match gap {
        _ if organisations.is_empty() => format!("{}.", gap.title()),
        Gap::WithoutInfluence => format!("{}: {}.", gap.title(), names(organisations)),
        _ => format!("{}: {}.", gap.title(), in_the_table(organisations)),
    }
}

/// Of more than these the table above tells who they are.
fn in_the_table(organisations: &[Party]) -> String {
    const MOST: usize = 10;
    match organisations.len() {
        count if count > MOST => format!("{count} organisaties, waar hierboven '{OPEN}' staat"),
        _ => names(organisations),
    }
}
