use super::kopgroep::{footing_words, naming, quadrant_words};
use super::organisation_detail::{Contribution, OpenQuestion, OrganisationDetail, Said};
use super::organisations::contact_words;
use super::said::SaidAs;
use super::status::more_steps;
use super::{Word, hint, paragraph, section, with_command};
use crate::advice::Step;
use crate::analysis::Dependency;
use crate::document::{Block, Definition, Document, Inline, Line, text};
use crate::domain::{OrganisationKind, Place, Standing};
use crate::notation;

impl OrganisationDetail {
    pub fn document(&self) -> Document {
        let mut blocks = vec![self.register()];
        blocks.extend(section("Rol, bijdrage en steun", Block::Definitions, self.part()));
        blocks.extend(section("Afhankelijkheden", Block::Bullets, self.dependency_lines()));
        if self.said.is_empty() && self.organisation.place == Place::Kopgroep {
            blocks.push(paragraph("Deze organisatie heeft nog niets gezegd."));
        }
        blocks.extend(section("Wat zij zei", Block::Definitions, self.said.iter().map(said_words)));
        blocks.extend(section("Nog open", Block::Bullets, self.open.iter().map(open_words)));
        let first = self.open.iter().find(|open| !open.view).map(|one| format!("regio fase --vraag {}", one.question));
        blocks.extend(first.map(|command| hint("Vul er een in met bijvoorbeeld ", &command, ".")));
        blocks.extend(section("Haar stappen", Block::Checklist, self.steps.iter().map(Step::in_short)));
        blocks.extend(more_steps(self.more_steps, &format!("regio checklist --voor {}", self.organisation.id)));
        self.head.document(&self.organisation.name, blocks)
    }

    fn register(&self) -> Block {
        let organisation = &self.organisation;
        let kind = organisation.kind.map_or("nog niet ingevuld", OrganisationKind::title);
        let mut pairs = vec![
            (text("Plaats"), text(notation::place(organisation))),
            (text("Soort"), text(kind)),
            (text("Id"), vec![Inline::Code(organisation.id.to_string())]),
        ];
        pairs.extend(organisation.contacts.iter().map(|contact| (text("Contact"), text(contact_words(contact)))));
        Block::Definitions(pairs)
    }

    /// What it is in the whole: its role, what it brings, how far its people are.
    fn part(&self) -> impl Iterator<Item = Definition> {
        let (role, support) = (self.role.as_ref(), self.support.as_ref());
        let work = [
            ("Wil", role.and_then(|role| role.wanted.clone())),
            ("Doet", role.and_then(|role| role.taken.clone())),
            ("Aan te spreken op", role.and_then(|role| role.task.clone())),
            ("Leiding", self.leads.then(|| "leidt het werk".to_owned())),
            ("Koers", self.steers.then(|| "beslist mee over de koers".to_owned())),
            ("Uren", self.hours.as_ref().map(contribution_words)),
            ("Geld", self.amount.as_ref().map(contribution_words)),
        ];
        let footings = support.into_iter().flat_map(|row| &row.footings).map(|footing| Some(footing_words(footing)));
        let plan = [
            ("Houdt tekenen tegen", support.and_then(|row| row.blocker.clone())),
            ("Als stakeholder", self.stakeholder.as_ref().and_then(|one| one.quadrant).map(quadrant_words)),
        ];
        let all = work.into_iter().chain(self.levels.iter().map(String::as_str).zip(footings)).chain(plan);
        all.filter_map(|(term, words)| Some((text(term), text(words?))))
    }

    fn dependency_lines(&self) -> impl Iterator<Item = Line> {
        let own = |one: &Dependency| one.who.id == self.organisation.id.as_str();
        let direct = self.dependencies.iter().map(move |one| dependency_words(one, own(one)));
        let node = self.node.as_ref();
        let far = node.and_then(|one| naming("Hangt via een ander ook af van", &one.depends_on_through_others));
        let near = node.and_then(|one| naming("Via een ander hangt ook van haar af", &one.needed_by_through_others));
        direct.chain(far).chain(near).map(text)
    }
}

/// `12 uur per maand (alle organisaties samen 40 uur per maand)`
fn contribution_words(Contribution { pledged, all }: &Contribution) -> String {
    let own = pledged.as_ref().map_or_else(|| "nog open".to_owned(), |pledged| format!("{pledged} toegezegd"));
    format!("{own} (alle organisaties samen: {all})")
}

fn dependency_words(one: &Dependency, own: bool) -> String {
    let open = "nog onbekend wie";
    let mut words = match own {
        true => format!("Hangt af van {}", one.on.as_ref().map_or(open, |on| &on.name)),
        false => format!("{} hangt van haar af", one.who.name),
    };
    words.extend(one.what.iter().map(|what| format!(" voor {what}")));
    let without = one.without.iter().map(|without| format!("kan zonder: {}", without.to_lowercase()));
    let details = notation::joined(one.kind.iter().map(|kind| kind.to_lowercase()).chain(without), "; ");
    format!("{words}{}.", notation::in_brackets(&details))
}

fn said_words(said: &Said) -> Definition {
    let kind = match said.kind {
        _ if said.only_note => " (alleen een opmerking)",
        SaidAs::Answer => "",
        SaidAs::View => " (haar kijk op een gezamenlijke vraag)",
        SaidAs::Variant(Standing::Differs) => " (zei zij ook; het verschilt)",
        SaidAs::Variant(Standing::SetAside) => " (zei zij ook; opzij gelegd)",
    };
    let given = notation::in_brackets(&given_words(&said.word));
    let note = said.word.note.iter().filter(|_| !said.only_note);
    let note = note.map(|note| format!(" Opmerking: {}", notation::sentence(note)));
    let counts = if said.counts { "" } else { " Telt nu niet mee: deze vraag wordt nu niet gesteld." };
    let answer = said.word.note.as_ref().filter(|_| said.only_note).unwrap_or(&said.word.answer);
    let words = format!("{answer}{given}{}{counts}", note.collect::<String>());
    (text(format!("{}{kind}", said.label)), text(words))
}

fn open_words(open: &OpenQuestion) -> Line {
    let unknown = match (open.view, open.unknown) {
        (_, true) => ", weet zij nog niet",
        (true, false) => ", haar eigen kijk",
        (false, false) => "",
    };
    with_command(&format!("{}{unknown} (", open.label), &open.question, ")")
}

/// `Omar Yildiz, 9 juni 2026, bron: werkblad`
fn given_words(word: &Word) -> Option<String> {
    let source = word.source.as_ref().map(|source| format!("bron: {source}"));
    notation::joined([notation::stamp(&word.by, word.given), source].into_iter().flatten(), ", ")
}
