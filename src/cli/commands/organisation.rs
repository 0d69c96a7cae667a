use clap::{Args, Subcommand};

use super::super::failure::{Ended, Failure, Result};
use super::super::person::Person;
use super::super::workplace::{OpenProject, Workplace};
use super::super::{dates, person, present};
use super::guessed_kinds::guessed_kinds;
use super::{departure, join_organisations};
use crate::cli::arguments::value;
use crate::domain::{Contact, Departure, Identifier, Organisation, OrganisationKind, Phase, Place, Project};
use crate::interview::PickItem;
use crate::ledger::{
    Altered, Gone, Particulars, answers_of, double_of, find_organisation, gone, resembling_organisation,
};
use crate::notation::{self, capital, counted};
use crate::report::{KopgroepReport, OrganisationDetail, Organisations};
use crate::round::asked_questions;
use crate::source::nearest;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Houd bij wie er meedoen")]
pub enum Arguments {
    #[command(name = "lijst", about = "Toon de organisaties")]
    List {
        #[arg(long = "plaats", value_name = "PLAATS", value_parser = value::word_of(Place::WORDS, Place::parse), ignore_case = true)]
        #[arg(help = "Alleen wie op deze plaats staat")]
        place: Option<Place>,
    },

    #[command(name = "toon", about = "Toon de kopgroep als geheel, of één organisatie")]
    Show {
        #[arg(value_name = "ORGANISATIE", value_parser = value::organisation)]
        #[arg(help = "De naam of de id; zonder: de hele kopgroep")]
        organisation: Option<Identifier>,
    },

    #[command(name = "nieuw", about = "Voeg een organisatie toe")]
    New {
        #[arg(value_name = "NAAM", value_parser = value::text, help = "De naam, zoals die in stukken komt")]
        name: Option<String>,

        #[command(flatten)]
        details: OrganisationDetails,

        #[arg(long = "ja", help = "Ze is een andere dan die met bijna dezelfde naam")]
        is_another: bool,
    },

    #[command(name = "wijzig", about = "Verander wat er over een organisatie staat")]
    Change(OrganisationChange),

    #[command(name = "vertrokken", about = "Schrijf op dat een organisatie niet meer meedoet")]
    Leave {
        #[arg(value_name = "ORGANISATIE", value_parser = value::organisation, help = "De naam of de id")]
        organisation: Option<Identifier>,

        #[arg(long = "op", value_name = "DATUM", help = "De dag waarop ze vertrok; anders vandaag")]
        on: Option<String>,

        #[arg(long = "reden", value_name = "TEKST", value_parser = value::text, help = "Waarom ze vertrok")]
        because: Option<String>,

        #[arg(long = "laat-achter", value_name = "TEKST", value_parser = value::text)]
        #[arg(help = "Wat er zonder haar blijft liggen")]
        behind: Option<String>,
    },

    #[command(name = "samenvoegen", about = "Maak van twee organisaties één")]
    Join {
        #[arg(value_name = "BLIJFT", value_parser = value::organisation, help = "De organisatie die blijft")]
        stays: Option<Identifier>,

        #[arg(value_name = "GAAT", value_parser = value::organisation, help = "De organisatie die daarin opgaat")]
        goes: Option<Identifier>,
    },

    #[command(name = "weg", about = "Haal een organisatie weg")]
    Remove {
        #[arg(value_name = "ORGANISATIE", value_parser = value::organisation, help = "De naam of de id")]
        organisation: Option<Identifier>,

        #[arg(long = "ja", help = "Vraag niet of je het zeker weet")]
        sure: bool,
    },
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationChange {
    #[arg(value_name = "ORGANISATIE", value_parser = value::organisation, help = "De naam of de id")]
    pub organisation: Option<Identifier>,

    #[arg(long = "naam", value_name = "NAAM", value_parser = value::text, help = "De nieuwe naam")]
    pub name: Option<String>,

    #[command(flatten)]
    pub details: OrganisationDetails,

    #[arg(long = "contact-weg", value_name = "NAAM", value_parser = value::text, help = "Haal dit contact weg")]
    pub remove_contact: Option<String>,

    #[arg(long = "ja", requires = "name", help = "Ze is een andere dan die met bijna dezelfde naam")]
    pub is_another: bool,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationDetails {
    #[arg(long = "soort", value_name = "SOORT", value_parser = value::word_of(OrganisationKind::WORDS, OrganisationKind::parse), ignore_case = true)]
    #[arg(help = "Wat voor organisatie het is")]
    pub kind: Option<OrganisationKind>,

    #[arg(long = "plaats", value_name = "PLAATS", value_parser = value::word_of(Place::WORDS, Place::parse), ignore_case = true)]
    #[arg(help = "De plaats in de samenwerking")]
    pub place: Option<Place>,

    #[arg(long = "contact", value_name = "NAAM", value_parser = value::person, help = "Met wie je contact hebt")]
    pub contact: Option<String>,

    #[arg(long = "functie", value_name = "TEKST", value_parser = value::text, requires = "contact")]
    #[arg(help = "De functie van dat contact")]
    pub role: Option<String>,

    #[arg(long = "mail", value_name = "ADRES", value_parser = value::mail, requires = "contact")]
    #[arg(help = "Het mailadres van dat contact")]
    pub mail: Option<String>,

    #[arg(long = "telefoon", value_name = "NUMMER", value_parser = value::phone, requires = "contact")]
    #[arg(help = "Het telefoonnummer van dat contact")]
    pub phone: Option<String>,
}

/// `regio organisatie`: the register.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match arguments {
        Arguments::List { place } => {
            let open = workplace.read_project()?;
            let mut organisations = Organisations::new(&open.project, workplace.today);
            if let Some(place) = *place {
                organisations.organisations.retain(|organisation| organisation.place == place);
            }
            present::table(workplace.settings, &organisations, Organisations::document, Organisations::sheet)
        }
        Arguments::Show { organisation } => show_in_full(workplace, organisation.as_ref()),
        Arguments::New { name, details, is_another } => {
            let name = person::said(workplace.settings, name.as_ref(), "de naam", NAME)?;
            add(workplace, &name, Particulars { is_another: *is_another, ..particulars(details) })
        }
        Arguments::Change(change) => alter(workplace, change),
        Arguments::Leave { organisation: None, on: None, because: None, behind: None } => {
            let organisation = meant(workplace, None)?;
            let mut person = Person::instead_of(workplace.settings, person::left)?;
            departure::asked(workplace, &mut person, &organisation)
        }
        Arguments::Leave { organisation, on, because, behind } => {
            let left = dates::optional(on.as_deref(), workplace.today)?;
            let organisation = meant(workplace, organisation.as_ref())?;
            let (left_because, left_behind) = (because.clone(), behind.clone());
            departure::leave(workplace, &organisation, Departure { left, left_because, left_behind })
        }
        Arguments::Join { stays, goes } => join_organisations::run(workplace, stays.as_ref(), goes.as_ref()),
        Arguments::Remove { organisation, sure } => take_away(workplace, organisation.as_ref(), *sure),
    }
}

/// Looks around in the register: one organisation, or a new one.
pub fn visit(workplace: &Workplace, person: &mut Person) -> Ended {
    let open = workplace.read_project()?;
    let mut items = items(&open.project);
    items.push(PickItem::with_detail("Een organisatie toevoegen", "regio organisatie nieuw"));
    let chosen = person.choose(WHICH, items, "terug")?;
    let Some(organisation) = open.project.organisations.get(chosen) else {
        let name = person.text(NAME)?;
        let place = place(person)?;
        return add(workplace, &name, Particulars { place, ..Particulars::default() });
    };
    let id = &organisation.id;
    let change = format!("regio organisatie wijzig {id}");
    let deeds = vec![
        PickItem::with_detail("Alles over haar bekijken", format!("regio organisatie toon {id}")),
        PickItem::with_detail("Een andere plaats geven", format!("{change} --plaats PLAATS")),
        PickItem::with_detail("De naam veranderen", format!("{change} --naam NAAM")),
        PickItem::with_detail("Zeggen wat voor organisatie ze is", format!("{change} --soort SOORT")),
        PickItem::with_detail("Ze doet niet meer mee", format!("regio organisatie vertrokken {id}")),
        PickItem::with_detail("Samenvoegen met een andere", format!("regio organisatie samenvoegen {id} ANDERE")),
        PickItem::with_detail("Uit het register halen", format!("regio organisatie weg {id}")),
    ];
    let mut change = OrganisationChange { organisation: Some(id.clone()), ..OrganisationChange::default() };
    match person.choose(&organisation.name, deeds, "terug")? {
        0 => return show_in_full(workplace, Some(id)),
        1 => change.details.place = Some(place(person)?.ok_or_else(person::left)?),
        2 => change.name = Some(person.text(NAME)?),
        3 => change.details.kind = Some(kind(person)?),
        4 => return departure::asked(workplace, person, organisation),
        5 => return join_organisations::run(workplace, Some(id), None),
        _ => return take_away(workplace, Some(id), false),
    }
    alter(workplace, &change)
}

const NAME: person::Asked = ("Hoe heet de organisatie?", "Naam");

const WHICH: &str = "Welke organisatie?";

/// The register as a list to choose from.
fn items(project: &Project) -> Vec<PickItem> {
    project.organisations.iter().map(|one| PickItem::with_detail(&one.name, one.place.title())).collect()
}

/// The organisation that was named, or the one that a person chooses.
fn meant(workplace: &Workplace, named: Option<&Identifier>) -> Result<Organisation> {
    let open = workplace.read_project()?;
    if let Some(named) = named {
        return find(&open.project, named.as_str()).cloned();
    }
    chosen(workplace, &open.project, "welke organisatie", WHICH)
}

/// The organisation that a person chooses, or else the failure that says what was missing.
pub(super) fn chosen(workplace: &Workplace, project: &Project, missing: &str, ask: &str) -> Result<Organisation> {
    let mut person = Person::instead_of(workplace.settings, || person::missing(missing))?;
    let place = person.choose(ask, items(project), "geen")?;
    Ok(project.organisations[place].clone())
}

/// The place in the collaboration; nothing leaves it to the register.
fn place(person: &mut Person) -> Result<Option<Place>> {
    let items = Place::ALL.iter().map(|place| PickItem::new(capital(place.title())));
    let chosen = person.choose_or_none("Welke plaats heeft ze in de samenwerking?", items.collect(), "overslaan")?;
    Ok(chosen.map(|at| Place::ALL[at]))
}

fn kind(person: &mut Person) -> Result<OrganisationKind> {
    let items = OrganisationKind::ALL.iter().map(|kind| PickItem::new(capital(kind.title()))).collect();
    Ok(OrganisationKind::ALL[person.choose("Wat voor organisatie is het?", items, "laat maar")?])
}

/// The organisation that is meant by an id or a name.
pub fn find<'p>(project: &'p Project, name: &str) -> Result<&'p Organisation> {
    let by_name =
        |organisation: &&Organisation| Identifier::from_name(&organisation.name).is_some_and(|id| id.as_str() == name);
    let found = find_organisation(project, name);
    found.or_else(|| project.organisations.iter().find(by_name)).ok_or_else(|| {
        if let Some(Gone { name, into }) = Identifier::from_name(name).and_then(|id| gone(project, &id)) {
            let Organisation { id, name: now, .. } = into;
            let what = format!("'{name}' staat niet meer in het register: ze is samengevoegd met '{now}'");
            return Failure::new(what).tip(format!("noem haar: {id}"));
        }
        let known: Vec<&str> = project.organisations.iter().map(|organisation| organisation.id.as_str()).collect();
        Failure::new(format!("er is geen organisatie '{name}' in het register"))
            .near_or(nearest(name, known), "bekijk het register met: regio organisatie lijst")
    })
}

/// Those that are named, or else the kopgroep, with who takes part in what the phase asks all who take part.
pub fn named_or_asked<'p>(open: &'p OpenProject, phase: Phase, named: &[Identifier]) -> Result<Vec<&'p Organisation>> {
    let project = &open.project;
    if named.is_empty() {
        let has_questions = |place: &Place| asked_questions(open.catalog, Some(phase), *place).next().is_some();
        let participants = Some(Place::Participant).filter(has_questions);
        let places = [Place::Kopgroep].into_iter().chain(participants);
        return Ok(places.flat_map(|place| project.in_place(place)).collect());
    }
    let still_here = |name: &Identifier| {
        let organisation = find(project, name.as_str())?;
        let back = || format!("komt ze terug, zeg dan: regio organisatie wijzig {} --plaats PLAATS", organisation.id);
        let gone = || Failure::new(format!("'{}' is vertrokken en wordt niets meer gevraagd", organisation.name));
        if organisation.has_left() { Err(gone().tip(back())) } else { Ok(organisation) }
    };
    named.iter().map(still_here).collect()
}

/// The kopgroep as a whole, or everything about one organisation.
fn show_in_full(workplace: &Workplace, chosen: Option<&Identifier>) -> Ended {
    let open = workplace.read_project()?;
    let facts = open.facts(workplace.today);
    match chosen {
        Some(chosen) => {
            let organisation = find(&open.project, chosen.as_str())?;
            let detail = OrganisationDetail::new(open.catalog, &facts, organisation);
            present::report(workplace.settings, &detail, OrganisationDetail::document)
        }
        None => {
            present::report(workplace.settings, &KopgroepReport::new(open.catalog, &facts), KopgroepReport::document)
        }
    }
}

fn add(workplace: &Workplace, name: &str, mut said: Particulars) -> Ended {
    let mut open = workplace.change_project()?;
    let before = open.project.clone();
    if let Some(known) = resembling_organisation(&open.project, name).filter(|_| !said.is_another) {
        said.is_another = is_another(workplace, name, known)?;
    }
    let entered = open.ledger(workplace).enter(name, &said)?;
    let (id, place) = (&entered.organisation.id, entered.organisation.place.title());
    let words = format!("'{}' staat in het register als {place} (id: {id}).", entered.organisation.name);
    let joins = (entered.organisation.place == Place::Candidate)
        .then(|| format!("Zegt ze ja, typ dan: regio organisatie wijzig {id} --plaats kopgroep"));
    let guessed = if said.kind.is_none() { guessed_kinds(&before, &open.project) } else { None };
    present::messages([Some(words), followed(&entered), guessed, joins])
}

/// Whether a person says that it is another one than the one that is called nearly so; who says that it is the same leaves. Where
/// nobody can say it, nobody has.
fn is_another(workplace: &Workplace, name: &str, known: &Organisation) -> Result<bool> {
    let items = [format!("Ja, {}", known.name), format!("Nee, {name} is een andere organisatie")];
    takes(workplace, &format!("Bedoel je {}?", known.name), items, 1)
}

/// Whether a person takes this one of the two; who takes the other, or nothing, leaves. Where nobody is there, nobody does.
pub(super) fn takes(workplace: &Workplace, ask: &str, items: [String; 2], wanted: usize) -> Result<bool> {
    let Some(mut person) = Person::at_hand(workplace.settings) else { return Ok(false) };
    let taken = person.choose(ask, items.map(PickItem::new).to_vec(), "laat maar")?;
    if taken == wanted { Ok(true) } else { Err(person::left()) }
}

fn alter(workplace: &Workplace, change: &OrganisationChange) -> Ended {
    let organisation = meant(workplace, change.organisation.as_ref())?;
    let mut open = workplace.change_project()?;
    let (name, leaving) = (change.name.clone(), change.remove_contact.clone());
    let mut said = Particulars { name, leaving, is_another: change.is_another, ..particulars(&change.details) };
    if let Some(name) = said.name.clone().filter(|name| *name != organisation.name && !said.is_another)
        && find_organisation(&open.project, &name).is_none_or(|known| known.id == organisation.id)
        && let Some(known) = double_of(&open.project, &Organisation { name: name.clone(), ..organisation.clone() })
    {
        said.is_another = is_another(workplace, &name, known)?;
    }
    let altered = open.ledger(workplace).alter(&organisation, &said)?;
    let (name, place) = (&altered.organisation.name, notation::place(&altered.organisation));
    let changed = altered.is_changed.then(|| format!("Bijgewerkt: {name}, {place}."));
    match (changed, followed(&altered)) {
        (None, None) => present::message("Er is niets veranderd: dit stond er al zo."),
        (changed, followed) => present::messages([changed, followed]),
    }
}

pub(super) fn followed(altered: &Altered) -> Option<String> {
    altered.followed.as_ref().map(|label| format!("Ook het antwoord bij '{label}' is aangepast."))
}

fn particulars(details: &OrganisationDetails) -> Particulars {
    let OrganisationDetails { kind, place, contact, role, mail, phone } = details.clone();
    let contact = contact.map(|name| Contact { name, role, mail, phone });
    Particulars { kind, place, contact, ..Particulars::default() }
}

fn take_away(workplace: &Workplace, named: Option<&Identifier>, sure: bool) -> Ended {
    let organisation = meant(workplace, named)?;
    let mut open = workplace.change_project()?;
    let answers = answers_of(&open.project, &organisation.id);
    if answers > 0 && !sure {
        let count = counted(answers, "antwoord", "antwoorden");
        let failure = Failure::new(format!("van '{}' staan er {count} in het project", organisation.name));
        return Err(failure.tip("ze blijven bewaard als vervallen; weet je het zeker, voeg dan --ja toe"));
    }
    open.ledger(workplace).remove(&organisation)?;
    present::message(&format!("'{}' is uit het register.", organisation.name))
}
