use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, heading, paragraph, with_command};
use crate::document::{Block, Document, Inline, Row, Table, text};
use crate::domain::{Contact, Organisation, OrganisationKind, Place, Project};
use crate::notation;

/// The register, nearest places first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organisations {
    #[serde(flatten)]
    pub head: Head,
    pub organisations: Vec<Organisation>,
    /// The guide's kinds of candidate that the kopgroep lacks.
    pub missing_kinds: Vec<OrganisationKind>,
    /// Who is in the kopgroep and of what kind is not filled in.
    pub without_kind: Vec<String>,
}

impl Organisations {
    pub fn new(project: &Project, today: NaiveDate) -> Organisations {
        let held: Vec<OrganisationKind> = project.in_place(Place::Kopgroep).filter_map(|one| one.kind).collect();
        let missing = OrganisationKind::candidates().iter().filter(|kind| !held.contains(kind));
        Organisations {
            head: Head::new(project, project.tlp, today),
            organisations: nearest_first(project).into_iter().cloned().collect(),
            without_kind: project
                .in_place(Place::Kopgroep)
                .filter(|one| one.kind.is_none())
                .map(|one| one.name.clone())
                .collect(),
            missing_kinds: missing.copied().collect(),
        }
    }

    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = Vec::new();
        if self.organisations.is_empty() {
            blocks.push(paragraph("Het register is nog leeg."));
            let command = "regio organisatie nieuw \"Gemeente Voorbeeld\"";
            blocks.push(Block::Paragraph(with_command("Voeg een organisatie toe met ", command, ".")));
        } else {
            let columns = ["Naam", "Soort", "Plaats", "Contact", "Id"];
            blocks.push(Table::new(columns, self.organisations.iter().map(row)).into());
            self.missing(&mut blocks);
        }
        self.head.document("Organisaties", project, blocks)
    }

    fn missing(&self, blocks: &mut Vec<Block>) {
        let titles: Vec<&str> = self.missing_kinds.iter().map(|kind| kind.title()).collect();
        if !titles.is_empty() {
            blocks.push(heading(1, "Nog niet in de kopgroep"));
            blocks.push(paragraph(format!(
                "De handreiking noemt acht soorten kandidaten voor de kopgroep. Deze zitten er nog niet in: {}. \
                 Dat hoeft ook niet: klein beginnen mag.",
                notation::enumeration(&titles)
            )));
            if !self.without_kind.is_empty() {
                let unfilled = notation::enumeration(&self.without_kind);
                blocks.push(paragraph(format!(
                    "Van {unfilled} is de soort nog niet ingevuld. Misschien zit er dus toch een van tussen."
                )));
            }
        }
    }
}

pub(super) fn nearest_first(project: &Project) -> Vec<&Organisation> {
    let mut known: Vec<&Organisation> = project.organisations.iter().collect();
    known.sort_by_key(|organisation| (std::cmp::Reverse(organisation.place), organisation.name.to_lowercase()));
    known
}

fn row(organisation: &Organisation) -> Row {
    let kind = organisation.kind.map_or("nog niet gekozen", OrganisationKind::title);
    let contacts: Vec<String> = organisation.contacts.iter().map(contact_words).collect();
    vec![
        text(&organisation.name),
        text(kind),
        text(organisation.place.title()),
        text(contacts.join("; ")),
        vec![Inline::Code(organisation.id.to_string())],
    ]
}

pub(super) fn contact_words(contact: &Contact) -> String {
    let more: Vec<&str> =
        [&contact.role, &contact.mail, &contact.phone].into_iter().filter_map(|part| part.as_deref()).collect();
    if more.is_empty() { contact.name.clone() } else { format!("{} ({})", contact.name, more.join(", ")) }
}
