use super::kopgroep::{footing_words, names, quadrant_words};
use super::organisation_detail::{Contribution, OpenQuestion, OrganisationDetail, Said, SaidKind};
use super::organisations::contact_words;
use super::{Word, paragraph, section, with_command};
use crate::advice::Step;
use crate::analysis::Dependency;
use crate::document::{Block, Document, Inline, text};
use crate::domain::{OrganisationKind, Place, Project};
use crate::notation;

type Pairs = Vec<(Vec<Inline>, Vec<Inline>)>;

impl OrganisationDetail {
    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = vec![self.register()];
        blocks.extend(section("Rol, bijdrage en steun", Block::Definitions, self.part()));
        blocks.extend(section("Afhankelijkheden", Block::Bullets, self.dependency_lines()));
        if self.said.is_empty() && self.organisation.place == Place::Kopgroep {
            blocks.push(paragraph("Deze organisatie heeft nog niets gezegd."));
        }
        blocks.extend(section("Wat zij zei", Block::Definitions, self.said.iter().map(said_words)));
        blocks.extend(section("Nog open", Block::Bullets, self.open.iter().map(open_words)));
        if let Some(question) = self.open.iter().find(|open| !open.view) {
            let command = format!("regio fase --vraag {}", question.question);
            blocks.push(Block::Paragraph(with_command("Vul er een in met bijvoorbeeld ", &command, ".")));
        }
        blocks.extend(section("Haar stappen", Block::Checklist, self.steps.iter().map(Step::in_short)));
        if self.more_steps > 0 {
            let before = format!("Er staan nog {} open: ", notation::counted(self.more_steps, "stap", "stappen"));
            let command = format!("regio checklist --voor {}", self.organisation.id);
            blocks.push(Block::Paragraph(with_command(&before, &command, ".")));
        }
        self.head.document(&self.organisation.name, project, blocks)
    }

    fn register(&self) -> Block {
        let organisation = &self.organisation;
        let kind = organisation.kind.map_or("nog niet ingevuld", OrganisationKind::title);
        let mut pairs: Pairs = vec![
            (text("Plaats"), text(organisation.place.title())),
            (text("Soort"), text(kind)),
            (text("Id"), vec![Inline::Code(organisation.id.to_string())]),
        ];
        pairs.extend(organisation.contacts.iter().map(|contact| (text("Contact"), text(contact_words(contact)))));
        Block::Definitions(pairs)
    }

    /// What it is in the whole: its role, what it brings, how far its people are.
    fn part(&self) -> Pairs {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut add = |term: &str, words: Option<String>| pairs.extend(words.map(|words| (term.to_owned(), words)));
        let role = self.role.as_ref();
        add("Wil", role.and_then(|role| role.wanted.clone()));
        add("Doet", role.and_then(|role| role.taken.clone()));
        add("Aan te spreken op", role.and_then(|role| role.task.clone()));
        add("Leiding", self.leads.then(|| "leidt het werk".to_owned()));
        add("Koers", self.steers.then(|| "beslist mee over de koers".to_owned()));
        add("Uren", self.hours.as_ref().map(contribution_words));
        add("Geld", self.amount.as_ref().map(contribution_words));
        for (level, footing) in self.levels.iter().zip(self.support.iter().flat_map(|row| &row.footings)) {
            add(level, Some(footing_words(footing)));
        }
        add("Houdt tekenen tegen", self.support.as_ref().and_then(|row| row.blocker.clone()));
        add("Als stakeholder", self.stakeholder.as_ref().and_then(|one| one.quadrant).map(quadrant_words));
        pairs.into_iter().map(|(term, words)| (text(term), text(words))).collect()
    }

    fn dependency_lines(&self) -> Vec<Vec<Inline>> {
        let own = |one: &Dependency| one.who.id == self.organisation.id.as_str();
        let mut lines: Vec<String> = self.dependencies.iter().map(|one| dependency_words(one, own(one))).collect();
        if let Some(node) = &self.node {
            let through =
                |parties: &[_], words: &str| (!parties.is_empty()).then(|| format!("{words}: {}.", names(parties)));
            lines.extend(through(&node.depends_on_through_others, "Hangt via een ander ook af van"));
            lines.extend(through(&node.needed_by_through_others, "Via een ander hangt ook van haar af"));
        }
        lines.into_iter().map(text).collect()
    }
}

/// `12 uur per maand (alle organisaties samen 40 uur per maand)`
fn contribution_words(contribution: &Contribution) -> String {
    match &contribution.pledged {
        Some(pledged) => format!("{pledged} toegezegd (alle organisaties samen: {})", contribution.all),
        None => format!("nog open (alle organisaties samen: {})", contribution.all),
    }
}

fn dependency_words(one: &Dependency, own: bool) -> String {
    let open = "nog onbekend wie";
    let mut words = match own {
        true => format!("Hangt af van {}", one.on.as_ref().map_or(open, |on| &on.name)),
        false => format!("{} hangt van haar af", one.who.name),
    };
    words.extend(one.what.iter().map(|what| format!(" voor {what}")));
    let details: Vec<String> = one
        .kind
        .iter()
        .map(|kind| kind.to_lowercase())
        .chain(one.without.iter().map(|without| format!("kan zonder: {}", without.to_lowercase())))
        .collect();
    if details.is_empty() { format!("{words}.") } else { format!("{words} ({}).", details.join("; ")) }
}

fn said_words(said: &Said) -> (Vec<Inline>, Vec<Inline>) {
    let kind = match said.kind {
        SaidKind::Answer => "",
        SaidKind::View => " (haar kijk op een gezamenlijke vraag)",
        SaidKind::Differs => " (zei zij ook; het verschilt)",
        SaidKind::SetAside => " (zei zij ook; opzij gelegd)",
    };
    let mut words = vec![Inline::Text(said.word.answer.clone())];
    let given = given_words(&said.word);
    words.extend((!given.is_empty()).then(|| Inline::Text(format!(" ({given})"))));
    words.extend(said.word.note.iter().map(|note| Inline::Text(format!(" Opmerking: {}", notation::sentence(note)))));
    if !said.counts {
        words.push(Inline::Text(" Telt nu niet mee: deze vraag wordt nu niet gesteld.".to_owned()));
    }
    (text(format!("{}{kind}", said.label)), words)
}

fn open_words(open: &OpenQuestion) -> Vec<Inline> {
    let unknown = match (open.view, open.unknown) {
        (_, true) => ", weet zij nog niet",
        (true, false) => ", haar eigen kijk",
        (false, false) => "",
    };
    let id = Inline::Code(open.question.clone());
    vec![Inline::Text(format!("{}{unknown} (", open.label)), id, Inline::Text(")".to_owned())]
}

/// `Omar Yildiz, 9 juni 2026, bron: werkblad`
fn given_words(word: &Word) -> String {
    let source = word.source.as_ref().map(|source| format!("bron: {source}"));
    [notation::stamp(&word.by, word.given), source].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
