use super::guess_kind::guess_kind;
use super::known_name::{double_of, find_organisation, resembling_organisation};
use super::ledger::{Ledger, LedgerError};
use super::place::follow_place;
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Answers, Contact, Departure, FullId, Identifier, Item, LapsedAnswer, Organisation, OrganisationKind, Place,
    Project, Subject,
};
use crate::notation;

/// What is said of an organisation; what is not said stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Particulars {
    pub name: Option<String>,
    pub kind: Option<OrganisationKind>,
    pub place: Option<Place>,
    /// When and why it left, of who does.
    pub departure: Departure,
    /// Joins the contacts, or what is known of the one with this name.
    pub contact: Option<Contact>,
    /// The name of the contact that leaves.
    pub leaving: Option<String>,
    /// It is another one than that of which the name is nearly the same.
    pub is_another: bool,
}

/// What became of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    pub organisation: Organisation,
    /// Something of the organisation itself is other than it was.
    pub is_changed: bool,
    /// The label of the question whose answer followed the place.
    pub followed: Option<String>,
}

impl Particulars {
    fn put(&self, organisation: &mut Organisation) -> Result<(), LedgerError> {
        organisation.name = self.name.clone().unwrap_or_else(|| organisation.name.clone());
        organisation.kind = self.kind.or(organisation.kind);
        organisation.place = self.place.unwrap_or(organisation.place);
        organisation.departure = match organisation.has_left() {
            true => Departure {
                left: self.departure.left.or(organisation.departure.left),
                left_because: self.departure.left_because.clone().or(organisation.departure.left_because.take()),
                left_behind: self.departure.left_behind.clone().or(organisation.departure.left_behind.take()),
            },
            false => Departure::default(),
        };
        if let Some(said) = &self.contact {
            match organisation.contacts.iter_mut().find(|contact| contact.name == said.name) {
                Some(known) => *known = said.or(known),
                None => organisation.contacts.push(said.clone()),
            }
        }
        if let Some(leaving) = &self.leaving
            && organisation.contacts.extract_if(.., |contact| contact.name == *leaving).count() == 0
        {
            let (organisation, contact) = (organisation.name.clone(), leaving.clone());
            return Err(LedgerError::UnknownContact { organisation, contact });
        }
        Ok(())
    }
}

impl Ledger<'_> {
    /// Finds an organisation by id or name, or enters it in the register with the given place. It is kept with the answer that
    /// names it.
    pub fn register(&mut self, name: &str, place: Place) -> Option<Identifier> {
        let known = self.project.organisations.len();
        let id = register(self.project.open_for_change(), name, place)?;
        if self.project.organisations.len() > known {
            self.newcomers.push(id.clone());
        }
        Some(id)
    }

    /// Takes out of the register who entered it for an answer that was not given after all.
    pub fn forget_newcomers(&mut self) {
        let newcomers = std::mem::take(&mut self.newcomers);
        self.project.open_for_change().organisations.retain(|organisation| !newcomers.contains(&organisation.id));
    }

    /// Enters an organisation that the register does not know.
    pub fn enter(&mut self, name: &str, said: &Particulars) -> Result<Altered, LedgerError> {
        if let Some(known) = find_organisation(self.project(), name) {
            return Err(LedgerError::KnownOrganisation(Box::new(known.clone())));
        }
        if let Some(known) = resembling_organisation(self.project(), name).filter(|_| !said.is_another) {
            let (name, known) = (name.to_owned(), Box::new(known.clone()));
            return Err(LedgerError::ResemblingOrganisation { name, known, renamed: None });
        }
        let newcomer = newcomer(self.project(), name, said.place.unwrap_or(Place::Candidate));
        let mut organisation = newcomer.ok_or_else(|| LedgerError::Nameless(name.to_owned()))?;
        said.put(&mut organisation)?;
        self.put_organisation(organisation, (None, Some(name.to_owned())))
    }

    /// Changes what is known of an organisation of the register.
    pub fn alter(&mut self, organisation: &Organisation, said: &Particulars) -> Result<Altered, LedgerError> {
        let namesake = said.name.as_deref().and_then(|name| find_organisation(self.project(), name));
        if let Some(known) = namesake.filter(|known| known.id != organisation.id) {
            return Err(LedgerError::KnownOrganisation(Box::new(known.clone())));
        }
        if let Some(name) = said.name.as_ref().filter(|name| **name != organisation.name && !said.is_another)
            && let Some(known) = double_of(self.project(), &Organisation { name: name.clone(), ..organisation.clone() })
        {
            let (name, known, renamed) = (name.clone(), Box::new(known.clone()), Some(organisation.id.clone()));
            return Err(LedgerError::ResemblingOrganisation { name, known, renamed });
        }
        let mut altered = organisation.clone();
        said.put(&mut altered)?;
        if altered.has_left() {
            altered.departure.left = altered.departure.left.or(Some(self.today));
        }
        let (from, to) = (told(organisation), told(&altered));
        // What the history holds stays there; a telephone number that somebody took away does not belong in it.
        let told = if from == to { (None, Some("gegevens bijgewerkt".to_owned())) } else { (Some(from), Some(to)) };
        if altered == *organisation {
            let (catalog, stamp) = (self.catalog, self.stamp());
            let followed =
                self.change(|project| follow_place(project, catalog, &altered.id, &stamp))?.map(str::to_owned);
            return Ok(Altered { organisation: altered, is_changed: false, followed });
        }
        self.put_organisation(altered, told)
    }

    fn put_organisation(
        &mut self,
        organisation: Organisation,
        told: (Option<String>, Option<String>),
    ) -> Result<Altered, LedgerError> {
        let (catalog, stamp, id) = (self.catalog, self.stamp(), organisation.id.clone());
        let followed = self.remembering(Subject::Organisation(id.clone()), told, |project| {
            match project.organisations.iter_mut().find(|known| known.id == id) {
                Some(known) => known.clone_from(&organisation),
                None => project.organisations.push(organisation.clone()),
            }
            follow_place(project, catalog, &id, &stamp)
        })?;
        Ok(Altered { organisation, is_changed: true, followed: followed.map(str::to_owned) })
    }

    /// Takes an organisation out of the register. What it said is kept as lapsed, with the question as it was.
    pub fn remove(&mut self, organisation: &Organisation) -> Result<(), LedgerError> {
        if let Some(question) = naming(self.project(), &organisation.id).next().cloned() {
            return Err(LedgerError::StillNamed { organisation: organisation.name.clone(), question });
        }
        let catalog = self.catalog;
        let subject = Subject::Organisation(organisation.id.clone());
        self.remembering(subject, (Some(organisation.name.clone()), None), |project| {
            lapse_answers(project, catalog, organisation);
            project.organisations.retain(|known| known.id != organisation.id);
        })
    }
}

/// Finds an organisation by id or name, or enters it in the register. Nothing when no identifier can be made of the name.
pub(super) fn register(project: &mut Project, name: &str, place: Place) -> Option<Identifier> {
    if let Some(known) = find_organisation(project, name) {
        return Some(known.id.clone());
    }
    let organisation = newcomer(project, name, place)?;
    let id = organisation.id.clone();
    project.organisations.push(organisation);
    Some(id)
}

/// An organisation with an id that the register does not have. Its kind is filled in where the name leaves no doubt.
pub(super) fn newcomer(project: &Project, name: &str, place: Place) -> Option<Organisation> {
    let name = Some(name.trim()).filter(|name| !notation::names_nobody(name))?;
    let taken = |id: &Identifier| project.organisation(id.as_str()).is_some();
    let id = match Identifier::from_name(name) {
        Some(plain) if !taken(&plain) => plain,
        plain => {
            let plain = plain.map_or_else(|| "organisatie".to_owned(), |plain| plain.to_string());
            Identifier::parse(&format!("{}-{:x}", &plain[..plain.len().min(LONGEST_ID)], fingerprint(name)))
                .filter(|id| !taken(id))?
        }
    };
    Some(Organisation {
        id,
        name: name.to_owned(),
        kind: guess_kind(name),
        place,
        departure: Departure::default(),
        contacts: Vec::new(),
    })
}

/// Leaves room for a fingerprint.
const LONGEST_ID: usize = 50;

/// Tells names apart of which the same id would be made, or none. It hangs on the name alone: in another copy, and on the page of a
/// request (`names.mjs`), the same name gets the same id.
fn fingerprint(name: &str) -> u32 {
    name.chars().fold(7, |sum: u32, letter| sum.wrapping_mul(31).wrapping_add(u32::from(letter)))
}

/// An organisation in the words in which the history tells of it.
pub(super) fn told(organisation: &Organisation) -> String {
    format!("{}, {}", organisation.name, notation::place(organisation))
}

/// How many answers stand in the project that this organisation gave.
pub fn answers_of(project: &Project, id: &Identifier) -> usize {
    project.everything_said().filter(|(_, owner, _)| *owner == Some(id)).count()
}

/// The questions in whose answer another than the organisation itself names it.
pub fn naming<'p>(project: &'p Project, id: &'p Identifier) -> impl Iterator<Item = &'p FullId> {
    let mentions = |answer: &Answer| answer.value().is_some_and(|value| value.names(id.as_str()));
    let named = move |question: &&FullId| {
        let mut answers = project.answers.get(*question).into_iter().flat_map(Answers::each);
        let mut views = project.views.get(*question).into_iter().flatten();
        answers.any(|(_, answer)| mentions(answer)) || views.any(|(by, view)| by != id && mentions(view))
    };
    project.answers.keys().chain(project.views.keys()).filter(named)
}

/// What an organisation said stays to be read, with its questions as they were.
fn lapse_answers(project: &mut Project, catalog: &Catalog, organisation: &Organisation) {
    let why = format!("'{}' is uit het register gehaald", organisation.name);
    let mut lapsed = Vec::new();
    project.retain_said(|question, by, answer| {
        let stays = by != Some(&organisation.id);
        if !stays {
            let asked = catalog.question(question);
            lapsed.push(LapsedAnswer::new(Item::new(question, by), asked, answer, why.clone()));
        }
        stays
    });
    project.lapsed.extend(lapsed);
}
