use serde::Serialize;

use super::composition::size_words;
use super::support::SIGNING;
use super::{balance_words, names, naming};
use crate::analysis::{Balance, Composition, Footing, Measure, Party, SupportRow};
use crate::catalog::Catalog;
use crate::document::{Block, text};
use crate::domain::{FullId, Meaning, OrganisationKind};
use crate::expression::Facts;
use crate::report::{heading, hint};
use crate::{analysis, notation};

/// The few things to know of the kopgroep as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KopgroepInShort {
    pub composition: Composition,
    /// Who said nothing of what was asked.
    pub silent: Vec<Party>,
    pub hours: Option<Balance>,
    /// Who named something that holds signing back.
    pub blocked: Vec<Party>,
    /// Where somebody doubts the plan.
    pub doubting: Vec<Party>,
    /// Where nobody spoke with somebody yet.
    pub unspoken: Vec<Party>,
}

impl KopgroepInShort {
    pub fn new(catalog: &Catalog, facts: &Facts) -> KopgroepInShort {
        let support = analysis::support(catalog, facts).map(|support| support.rows).unwrap_or_default();
        let rows = |wanted: fn(&SupportRow) -> bool| -> Vec<Party> {
            support.iter().filter(|row| wanted(row)).map(|row| row.organisation.clone()).collect()
        };
        let voices = analysis::voices(catalog, facts).into_iter();
        KopgroepInShort {
            composition: analysis::composition(catalog, facts),
            silent: voices.filter(analysis::Voice::is_silent).map(|voice| voice.organisation).collect(),
            hours: analysis::balance(catalog, facts, Measure::Hours),
            blocked: rows(|row| row.blocker.is_some()),
            doubting: rows(|row| row.footings.contains(&Footing::Doubting)),
            unspoken: rows(|row| row.footings.contains(&Footing::Unspoken)),
        }
    }

    /// The questions whose answers it repeats.
    pub fn questions(catalog: &Catalog) -> impl Iterator<Item = &FullId> {
        let hours = [Meaning::FinanceNeededHours, Meaning::OrganisationHours, Meaning::ContributionOutside];
        super::questions(catalog, [Meaning::CandidateAsked].into_iter().chain(hours).chain(SIGNING.iter().copied()))
    }

    pub fn blocks(&self) -> Vec<Block> {
        let silent = naming("Nog niets gezegd", &self.silent);
        let size = match self.composition.members.is_empty() {
            true => "Er zit nog niemand in".to_owned(),
            false => size_words(&self.composition),
        };
        let lines = [Some(size), self.kinds(), silent, self.hours(), self.signing()];
        let lines = lines.into_iter().flatten().map(|line| text(notation::sentence(&line)));
        vec![
            heading(1, "De kopgroep"),
            Block::Bullets(lines.collect()),
            hint("Alles over de kopgroep: ", "regio organisatie toon", "."),
        ]
    }

    /// A kind that nobody filled in is never counted as missing.
    fn kinds(&self) -> Option<String> {
        let unfilled = naming("Soort nog niet ingevuld", &self.composition.without_kind);
        let missing = notation::enumeration(self.composition.missing().map(OrganisationKind::title));
        let missing = match missing.is_empty() {
            true => "Alle acht soorten kandidaten zitten aan tafel of zijn genoemd".to_owned(),
            false => format!("Soorten kandidaten die nog niet genoemd zijn: {missing}"),
        };
        (!self.composition.members.is_empty()).then(|| unfilled.unwrap_or(missing))
    }

    fn hours(&self) -> Option<String> {
        let hours = self.hours.as_ref()?;
        let open = match hours.open.len() {
            0 => String::new(),
            _ if hours.pledges.is_empty() => " Nog niemand noemde uren.".to_owned(),
            _ => format!(" Nog geen uren van {}.", names(&hours.open)),
        };
        (hours.needed.is_some() || !hours.pledges.is_empty()).then(|| format!("{}{open}", balance_words(hours)))
    }

    fn signing(&self) -> Option<String> {
        let parts = [
            naming("Nog een bezwaar tegen tekenen bij", &self.blocked),
            naming("Er twijfelt nog iemand bij", &self.doubting),
            naming("Nog niet met iedereen is gesproken bij", &self.unspoken),
        ];
        notation::joined(parts.into_iter().flatten(), " ")
    }
}
