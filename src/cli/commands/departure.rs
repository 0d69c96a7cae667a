use super::super::failure::Ended;
use super::super::person::Person;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use super::organisation::followed;
use crate::domain::{Departure, FullId, Organisation, Place};
use crate::ledger::{Particulars, naming};
use crate::notation;
use crate::report::open_on_name;

/// What a person says of a departure that was chosen from a list.
pub fn asked(workplace: &Workplace, person: &mut Person, organisation: &Organisation) -> Ended {
    let because = person.text_or_none(("Waarom gaat ze weg?", "Reden"), "overslaan")?;
    let behind = person.text_or_none(("Wat blijft er zonder haar liggen?", "Blijft liggen"), "overslaan")?;
    let on_empty = if organisation.has_left() { "zo laten" } else { "vandaag" };
    let left = person.day_or_none(("Sinds wanneer doet ze niet meer mee?", "Dag"), on_empty, workplace.today)?;
    leave(workplace, organisation, Departure { left, left_because: because, left_behind: behind })
}

/// An organisation leaves: the register keeps it, and what hangs on it is named.
pub fn leave(workplace: &Workplace, organisation: &Organisation, said: Departure) -> Ended {
    let tip = "schrijf het op als de organisatie echt weg is, of zet er een stap voor: regio stap nieuw";
    // Who says more of a departure leaves its day as it was.
    let left = said.left.or(organisation.departure.left).unwrap_or(workplace.today);
    dates::has_been(left, workplace.today, tip)?;
    let mut open = workplace.change_project()?;
    let departure = Departure { left: Some(left), ..said };
    let said = Particulars { place: Some(Place::Departed), departure, ..Particulars::default() };
    let altered = open.ledger(workplace).alter(organisation, &said)?;
    let (gone, facts) = (&altered.organisation, open.facts(workplace.today));
    let steps = open_on_name(gone, open.catalog, &facts);
    let steps: Vec<String> = steps.iter().map(|step| format!("- {} ({})", step.title, step.id.code())).collect();
    let label = |id: &FullId| open.catalog.question(id).map_or_else(|| id.to_string(), |one| one.label.clone());
    let named: Vec<String> = naming(&open.project, &gone.id).map(|id| format!("- {} ({id})", label(id))).collect();
    let list = |what: String, lines: &[String]| (!lines.is_empty()).then(|| format!("{what}\n{}", lines.join("\n")));
    let name = &gone.name;
    let back = (!organisation.has_left()).then(|| {
        let place = organisation.place.word();
        format!("Komt ze terug, dan zeg je: regio organisatie wijzig {} --plaats {place}", gone.id)
    });
    let place = notation::sentence(&format!("{name}: {}", notation::place(gone)));
    present::messages([
        Some(format!("{place} Wat zij zei, blijft bewaard en telt niet meer mee.")),
        followed(&altered),
        list(format!("Nog op haar naam; geef het door met 'regio stap overdragen \"{name}\" NAAM':"), &steps),
        list("Zij wordt nog genoemd bij, en daar staat nu (vertrokken) achter haar naam:".to_owned(), &named),
        back,
    ])
}
