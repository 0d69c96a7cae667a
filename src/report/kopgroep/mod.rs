//! The kopgroep as a whole, in full: one file for each part.

mod composition;
pub(super) mod contributions;
pub(super) mod dependencies;
mod figures;
mod in_short;
pub(super) mod roles;
mod spread;
pub(super) mod stakeholders;
pub(super) mod support;
mod voices;

use contributions::balance_words;
pub(super) use in_short::KopgroepInShort;
pub(super) use stakeholders::quadrant_words;
pub(super) use support::footing_words;

use serde::Serialize;

use super::{Head, label};
use crate::analysis::{
    Balance, Composition, Dependencies, InKind, Measure, Party, Roles, Spread, Stakeholders, Support, Voice,
};
use crate::catalog::Catalog;
use crate::document::{Document, Table, text};
use crate::domain::{FullId, Meaning};
use crate::expression::Facts;
use crate::{analysis, notation};

/// Everything that the answers show of the kopgroep together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KopgroepReport {
    #[serde(flatten)]
    pub head: Head,
    pub composition: Composition,
    pub sectors: Option<Spread>,
    pub maturity: Option<Spread>,
    pub voices: Vec<Voice>,
    pub roles: Roles,
    pub hours: Option<Balance>,
    pub amount: Option<Balance>,
    pub in_kind: Vec<InKind>,
    pub support: Option<Support>,
    pub stakeholders: Option<Stakeholders>,
    pub dependencies: Option<Dependencies>,
}

/// What the report repeats answers of.
const MEANINGS: [&[Meaning]; 8] = [
    &[Meaning::CandidateAsked, Meaning::OrganisationSector, Meaning::OrganisationMaturity, Meaning::RoleWanted],
    roles::TELLS,
    &[Meaning::FinanceNeededHours, Meaning::FinanceNeededAmount],
    contributions::TELLS,
    &[Meaning::ContributionOutside, Meaning::OrganisationInKind],
    support::TELLS,
    support::SIGNING,
    &[Meaning::Stakeholder, Meaning::Dependency, Meaning::SystemShared],
];

impl KopgroepReport {
    pub fn new(catalog: &Catalog, facts: &Facts) -> KopgroepReport {
        KopgroepReport {
            head: label::head(facts, KopgroepReport::questions(catalog)),
            composition: analysis::composition(catalog, facts),
            sectors: analysis::spread(catalog, facts, Meaning::OrganisationSector),
            maturity: analysis::spread(catalog, facts, Meaning::OrganisationMaturity),
            voices: analysis::voices(catalog, facts),
            roles: analysis::roles(catalog, facts),
            hours: analysis::balance(catalog, facts, Measure::Hours),
            amount: analysis::balance(catalog, facts, Measure::Amount),
            in_kind: analysis::in_kind(catalog, facts),
            support: analysis::support(catalog, facts),
            stakeholders: analysis::stakeholders(catalog, facts),
            dependencies: analysis::dependencies(catalog, facts),
        }
    }

    pub fn document(&self) -> Document {
        let mut blocks = composition::blocks(&self.composition);
        if !self.composition.members.is_empty() {
            blocks.extend(voices::blocks(&self.voices));
            blocks.extend(spread::blocks(&[&self.sectors, &self.maturity]));
            blocks.extend([roles::blocks(self), contributions::blocks(self), support::blocks(self)].concat());
        }
        blocks.extend([stakeholders::blocks(self), dependencies::blocks(self)].concat());
        self.head.document("De kopgroep als geheel", blocks)
    }

    /// The questions of which it repeats answers, and more: a label is rather too strict than too wide.
    pub fn questions(catalog: &Catalog) -> impl Iterator<Item = &FullId> {
        questions(catalog, MEANINGS.into_iter().flatten().copied())
    }
}

/// The questions that bear these meanings.
pub(super) fn questions(catalog: &Catalog, of: impl IntoIterator<Item = Meaning>) -> impl Iterator<Item = &FullId> {
    of.into_iter().filter_map(|meaning| Some(&catalog.meaning(meaning)?.id))
}

/// `a`, `a en b`, `a, b en c`: the names.
fn names<'p>(parties: impl IntoIterator<Item = &'p Party>) -> String {
    notation::enumeration(parties.into_iter().map(|party| &party.name))
}

/// `Nog niets gezegd: a, b en c.` Nothing where nobody is to be named.
pub(super) fn naming<'p>(words: &str, parties: impl IntoIterator<Item = &'p Party>) -> Option<String> {
    let names = names(parties);
    (!names.is_empty()).then(|| format!("{words}: {names}."))
}

/// A table of words, of which the first says what the row is about.
fn table<T: AsRef<str>>(titles: impl IntoIterator<Item = T>, rows: impl IntoIterator<Item = Vec<String>>) -> Table {
    Table::new(titles, rows.into_iter().map(|cells| cells.into_iter().map(text).collect())).led_by(1)
}

/// What stands where nothing was said.
const OPEN: &str = "nog open";

fn or_open(said: &Option<String>) -> String {
    said.clone().unwrap_or_else(|| OPEN.to_owned())
}
