use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, heading, nothing_yet, paragraph};
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
        let without_kind = project.in_place(Place::Kopgroep).filter(|one| one.kind.is_none());
        let without_kind = without_kind.map(|one| one.name.clone()).collect();
        let organisations = nearest_first(project).into_iter().cloned().collect();
        let head = Head::new(project, project.tlp, today);
        Organisations { head, organisations, missing_kinds: missing.copied().collect(), without_kind }
    }

    pub fn document(&self) -> Document {
        let command = "regio organisatie nieuw \"Gemeente Voorbeeld\"";
        let nothing = || nothing_yet("Het register is nog leeg.", "Voeg een organisatie toe met ", command);
        let blocks = if self.organisations.is_empty() { nothing() } else { self.table_and_missing() };
        self.head.document("Organisaties", blocks)
    }

    fn table_and_missing(&self) -> Vec<Block> {
        let id = |one: &Organisation| vec![Inline::Code(one.id.to_string())];
        let row = |one: &Organisation| -> Row { [row(one, contact_words), vec![id(one)]].concat() };
        let table = Table::new(["Naam", "Soort", "Plaats", "Contact", "Id"], self.organisations.iter().map(row));
        let mut blocks = vec![table.into()];
        if !self.missing_kinds.is_empty() {
            let titles = notation::enumeration(self.missing_kinds.iter().map(|kind| kind.title()));
            blocks.push(heading(1, "Nog niet in de kopgroep"));
            blocks.push(paragraph(format!(
                "De handreiking noemt acht soorten kandidaten voor de kopgroep. Deze zitten er nog niet in: {titles}. \
                 Dat hoeft ook niet: klein beginnen mag."
            )));
            let perhaps = "Misschien zit er dus toch een van tussen.";
            let names = notation::enumeration(&self.without_kind);
            let told = (!names.is_empty()).then(|| format!("Van {names} is de soort nog niet ingevuld. {perhaps}"));
            blocks.extend(told.map(paragraph));
        }
        blocks
    }
}

pub(super) fn nearest_first(project: &Project) -> Vec<&Organisation> {
    let mut known: Vec<&Organisation> = project.organisations.iter().collect();
    known.sort_by_key(|organisation| (std::cmp::Reverse(organisation.place), organisation.name.to_lowercase()));
    known
}

/// An organisation in a table: its name, kind and place, and those to speak to.
pub(super) fn row(organisation: &Organisation, contact: fn(&Contact) -> String) -> Row {
    let kind = organisation.kind.map_or("nog niet gekozen", OrganisationKind::title);
    let contacts: Vec<String> = organisation.contacts.iter().map(contact).collect();
    vec![text(&organisation.name), text(kind), text(notation::place(organisation)), text(contacts.join("; "))]
}

/// `Anna de Wit (beleidsadviseur, anna@voorbeeld.nl)`
pub(super) fn contact_words(contact: &Contact) -> String {
    format!("{}{}", contact.name, notation::in_brackets(&contact_details(contact)))
}

/// `beleidsadviseur, anna@voorbeeld.nl`
pub(super) fn contact_details(contact: &Contact) -> Option<String> {
    notation::joined([&contact.role, &contact.mail, &contact.phone].into_iter().flatten(), ", ")
}
