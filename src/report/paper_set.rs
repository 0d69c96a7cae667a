use super::documents::worksheets_entry;
use super::{Head, UnfitDocument, is_mostly_open, open_spots, paragraph, section};
use crate::catalog::Catalog;
use crate::document::{Block, Document, Table, text};
use crate::expression::Facts;
use crate::notation;
use crate::wording::Wording;

/// All papers of a project, numbered in the order in which they are used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSet {
    head: Head,
    pub papers: Vec<PaperEntry>,
    /// What was not made, each with why.
    left_out: Vec<(String, String)>,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperEntry {
    name: String,
    about: String,
    open: usize,
    is_mostly_open: bool,
    /// So many answers its readers may not see.
    hidden: usize,
    /// So many answers may not leave the kopgroep until somebody says yes.
    awaiting: usize,
}

impl PaperEntry {
    pub fn of(wording: &Wording, catalog: &Catalog, facts: &Facts) -> PaperEntry {
        let (name, about) = (wording.id.to_string(), wording.about.clone());
        let open = open_spots(wording, catalog, facts).len();
        let is_mostly_open = is_mostly_open(wording, catalog, facts);
        PaperEntry { name, about, open, is_mostly_open, ..PaperEntry::default() }
    }

    /// The same with what its readers may not see of it, or not yet.
    #[must_use]
    pub fn made(self, document: &Document) -> PaperEntry {
        let hidden = document.withheld().len() + document.left_out.len();
        PaperEntry { hidden, awaiting: document.awaiting_consent.len(), ..self }
    }

    pub fn worksheets(facts: &Facts) -> PaperEntry {
        let entry = worksheets_entry(facts.project);
        PaperEntry { name: entry.name, about: entry.about, ..PaperEntry::default() }
    }

    fn state(&self) -> String {
        let hidden = notation::counted(self.hidden, "antwoord", "antwoorden");
        let hidden = (self.hidden > 0).then(|| format!("zonder {hidden} die deze lezers niet mogen zien"));
        let open = match self.open {
            0 => (hidden.is_none() && self.awaiting == 0).then(|| "klaar om te lezen".to_owned()),
            open if self.is_mostly_open => Some(format!("nog vooral leeg: {}", spots(open))),
            open => Some(format!("nog {}", spots(open))),
        };
        let awaiting = notation::counted(self.awaiting, "antwoord wacht", "antwoorden wachten");
        let awaiting = (self.awaiting > 0).then(|| format!("{awaiting} op toestemming"));
        notation::joined(open.iter().chain(&awaiting).chain(&hidden), "; ").unwrap_or_default()
    }
}

fn spots(open: usize) -> String {
    notation::counted(open, "open plek", "open plekken")
}

impl PaperSet {
    pub fn new(facts: &Facts, unfit: Vec<UnfitDocument>) -> PaperSet {
        let lacks =
            |one: UnfitDocument| (one.name, format!("jullie vragenlijst mist {}", notation::enumeration(one.lacks)));
        PaperSet { head: Head::of(facts), papers: Vec::new(), left_out: unfit.into_iter().map(lacks).collect() }
    }

    /// Puts one behind the others; says what it is called then.
    pub fn add(&mut self, paper: PaperEntry) -> String {
        self.papers.push(paper);
        file(self.papers.len(), &self.papers[self.papers.len() - 1].name)
    }

    pub fn leave_out(&mut self, name: &str, why: &str) {
        self.left_out.push((name.to_owned(), why.to_owned()));
    }

    /// What to know of the set when it was made.
    pub fn told(&self) -> Vec<String> {
        let named = |told: &str, is_told: fn(&PaperEntry) -> bool| {
            let names = notation::enumeration(self.papers.iter().filter(|one| is_told(one)).map(|one| &one.name));
            (!names.is_empty()).then(|| format!("{told}: {names}."))
        };
        let told = [
            named("Nog vooral leeg", |paper| paper.is_mostly_open),
            named("Op toestemming wacht iets in", |paper| paper.awaiting > 0),
            named("Niet alles mogen de lezers zien van", |paper| paper.hidden > 0),
        ];
        let left_out = self.reasons().map(|(names, why)| format!("Niet gemaakt: {names}, want {why}."));
        told.into_iter().flatten().chain(left_out).collect()
    }

    /// What was left out for the same reason, with that reason.
    fn reasons(&self) -> impl Iterator<Item = (String, &str)> {
        let alike = self.left_out.chunk_by(|(_, why), (_, next)| why == next);
        alike.map(|alike| (notation::enumeration(alike.iter().map(|(name, _)| name)), alike[0].1.as_str()))
    }

    /// The page that comes first.
    pub fn document(&self) -> Document {
        let row = |(number, paper): (usize, &PaperEntry)| {
            vec![text(file(number, &paper.name)), text(&paper.about), text(paper.state())]
        };
        let table = Table::new(["Stuk", "Waarvoor", "Stand"], (1..).zip(&self.papers).map(row)).led_by(1);
        let told =
            "De stukken staan op volgorde van gebruik. Je hoeft ze niet allemaal uit te delen: kies wat nu helpt.";
        let pair = |(names, why): (String, &str)| (text(notation::capital(&names)), text(notation::sentence(why)));
        let left_out = section("Niet gemaakt", Block::Definitions, self.reasons().map(pair));
        self.head.document("Inhoud", [vec![paragraph(told), table.into()], left_out].concat())
    }
}

fn file(number: usize, name: &str) -> String {
    format!("{number:02}-{name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Project;
    use chrono::NaiveDate;

    #[test]
    fn papers_are_numbered_and_what_is_left_out_says_why() {
        let project = Project::new("proef".to_owned(), NaiveDate::default());
        let head = Head::new(&project, project.tlp, NaiveDate::default());
        let mut set = PaperSet { head, papers: Vec::new(), left_out: Vec::new() };
        let paper = |name: &str, open, is_mostly_open| PaperEntry {
            name: name.to_owned(),
            about: "Waarvoor".to_owned(),
            open,
            is_mostly_open,
            hidden: 0,
            awaiting: usize::from(name == "pitch"),
        };
        assert_eq!(set.add(paper("uitnodiging", 1, false)), "01-uitnodiging");
        assert_eq!(set.add(paper("flyer", 7, true)), "02-flyer");
        assert_eq!(set.add(paper("pitch", 0, false)), "03-pitch");
        set.leave_out("agenda", "dat kan niet als ics");
        set.leave_out("verslag", "dat kan niet als ics");
        assert_eq!(
            set.told(),
            [
                "Nog vooral leeg: flyer.",
                "Op toestemming wacht iets in: pitch.",
                "Niet gemaakt: agenda en verslag, want dat kan niet als ics."
            ]
        );
        let words = format!("{:?}", set.document().blocks);
        for said in [
            "nog 1 open plek",
            "nog vooral leeg: 7 open plekken",
            "1 antwoord wacht op toestemming",
            "Agenda en verslag",
        ] {
            assert!(words.contains(said), "{words}");
        }
    }
}
