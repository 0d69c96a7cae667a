use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::super::failure::{Ended, Failure, Result};
use super::super::workplace::Workplace;
use super::super::{dates, person, present};
use super::who_agrees::who_agrees;
use crate::cli::arguments::value;
use crate::domain::{Consent, Event, EventKind, Project};
use crate::notation;
use crate::report::Events;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Schrijf op wat er gebeurde")]
pub enum Arguments {
    #[command(name = "nieuw", about = "Schrijf een gebeurtenis op: een succes, of met --soort iets anders")]
    New(EventNew),

    #[command(name = "akkoord", about = "Zeg wie het goed vindt dat anderen een gebeurtenis lezen")]
    Consent {
        #[command(flatten)]
        which: Which,

        #[arg(value_name = "WIE", value_parser = value::text, required_unless_present = "withdraw")]
        #[arg(help = "Wie ja zei: een organisatie of een contact uit het register")]
        who: Option<String>,

        #[arg(long = "sinds", value_name = "DATUM", help = "Sinds wanneer; anders vandaag")]
        since: Option<String>,

        #[arg(long = "intrekken", conflicts_with_all = ["who", "since"], help = "Neem het ja terug")]
        withdraw: bool,
    },

    #[command(name = "weg", about = "Haal een gebeurtenis weg die er niet hoort")]
    Erase(Which),

    #[command(name = "lijst", about = "Toon wat er gebeurde")]
    List {
        #[arg(long = "soort", value_name = "SOORT", value_parser = value::word_of(EventKind::WORDS, EventKind::parse))]
        #[arg(ignore_case = true, help = "Alleen deze soort")]
        kind: Option<EventKind>,
    },
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct EventNew {
    #[arg(value_name = "TEKST", value_parser = value::text, help = "Wat er gebeurde")]
    pub text: Option<String>,

    /// That somebody left stands in the register.
    #[arg(long = "soort", value_name = "SOORT", value_parser = value::word_of(EventKind::WRITTEN, EventKind::parse))]
    #[arg(ignore_case = true, default_value = EventKind::Success.word(), help = "Wat voor gebeurtenis")]
    pub kind: EventKind,

    #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
    pub date: Option<String>,

    #[arg(long = "akkoord", value_name = "WIE", value_parser = value::text)]
    #[arg(help = "Wie het goed vindt dat anderen dit lezen: een organisatie of een contact uit het register")]
    pub consent: Option<String>,
}

/// The event that is meant.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct Which {
    #[arg(value_name = "WOORDEN", value_parser = value::text, help = "Woorden uit de gebeurtenis")]
    words: String,

    #[arg(long = "op", value_name = "DATUM", help = "De dag waarop het gebeurde, als er meer met die woorden zijn")]
    date: Option<String>,
}

impl Arguments {
    /// A success, with what it was still to be said.
    pub fn success() -> Arguments {
        Arguments::New(EventNew { text: None, kind: EventKind::Success, date: None, consent: None })
    }
}

/// `regio gebeurtenis`: what happened.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match arguments {
        Arguments::List { kind } => {
            let open = workplace.read_project()?;
            let events = Events::new(open.catalog, &open.facts(workplace.today), *kind, |_| true);
            present::table(workplace.settings, &events, Events::document, Events::sheet)
        }
        Arguments::New(new) => add(workplace, new),
        Arguments::Consent { which, who, since, .. } => agree(workplace, which, who.as_deref(), since.as_deref()),
        Arguments::Erase(which) => erase(workplace, which),
    }
}

fn add(workplace: &Workplace, new: &EventNew) -> Ended {
    let EventNew { text, kind, date, consent } = new.clone();
    let date = dates::or_today(date.as_deref(), workplace.today)?;
    let ask = if kind == EventKind::Success { "Wat is er gelukt?" } else { "Wat is er gebeurd?" };
    let text = person::said(workplace.settings, text.as_ref(), "wat er gebeurde", (ask, "Gebeurtenis"))?;
    let mut open = workplace.change_project()?;
    let consent = consent.map(|who| who_agrees(&open.project, &who)).transpose()?;
    let consent = consent.map(|who| said_yes(who, &text, workplace.today)).unwrap_or_default();
    let event = Event { consent, ..Event::new(kind, text, date) };
    let is_kept_inside = !event.may_be_told();
    let count = open.ledger(workplace).happen(event)?;
    let mut noted = format!("Genoteerd: dit is {} {count}. Bekijk alles met: regio gebeurtenis", kind.title());
    if (kind, count) == (EventKind::Success, 1) {
        noted = "Het eerste succes staat erin. Vier het, en laat het zien met: regio document resultaten".to_owned();
    }
    let inside = "Dit blijft in de kopgroep. Vindt wie het overkwam het goed dat anderen het lezen, zeg dan: \
                  regio gebeurtenis akkoord WOORDEN WIE";
    let inside = is_kept_inside.then(|| inside.to_owned());
    present::messages([Some(noted), inside, dates::to_come(date, workplace.today)])
}

/// Without a name the yes is taken back.
fn agree(workplace: &Workplace, which: &Which, who: Option<&str>, since: Option<&str>) -> Ended {
    let since = dates::or_today(since, workplace.today)?;
    dates::has_been(since, workplace.today, "noem de dag waarop iemand ja zei")?;
    let mut open = workplace.change_project()?;
    let event = meant(workplace, &open.project, which)?;
    let who = who.map(|who| who_agrees(&open.project, who)).transpose()?;
    if who.is_none() && event.consent.by.is_none() {
        return present::message("Niemand had ja gezegd. Er is niets veranderd.");
    }
    let told = who.as_ref().map(|who| format!("Genoteerd: {who} vindt goed dat anderen dit lezen."));
    let told = told.unwrap_or_else(|| "Het ja is teruggenomen.".to_owned());
    let consent = who.map(|who| said_yes(who, &event.text, since)).unwrap_or_default();
    let inside = !Event { consent: consent.clone(), ..event.clone() }.may_be_told();
    open.ledger(workplace).consent(&event, consent)?;
    let inside = inside.then(|| "Dit blijft nu in de kopgroep. Wat al rondging, haal je zelf terug.".to_owned());
    present::messages([Some(told), inside])
}

fn said_yes(who: String, text: &str, since: NaiveDate) -> Consent {
    Consent { by: Some(who), since: Some(since), to: Some(text.to_owned()) }
}

fn erase(workplace: &Workplace, which: &Which) -> Ended {
    let mut open = workplace.change_project()?;
    let event = meant(workplace, &open.project, which)?;
    open.ledger(workplace).erase_event(&event)?;
    let told = format!("Weggehaald: '{}' van {}.", event.text, notation::date(event.date));
    present::messages([told, "In de geschiedenis blijft het staan: regio geschiedenis".to_owned()])
}

/// The event with these words: the whole text goes before a part of it, and the day sets apart what is called the same.
fn meant(workplace: &Workplace, project: &Project, which: &Which) -> Result<Event> {
    let words = &which.words;
    let date = which.date.as_deref().map(|date| dates::or_today(Some(date), workplace.today)).transpose()?;
    let wanted = words.trim().to_lowercase();
    let on_day = || project.events.iter().filter(|event| date.is_none_or(|date| event.date == date));
    let whole: Vec<&Event> = on_day().filter(|event| event.text.trim().to_lowercase() == wanted).collect();
    let parts: Vec<&Event> = on_day().filter(|event| event.text.to_lowercase().contains(&wanted)).collect();
    let found = if whole.is_empty() { parts } else { whole };
    let list = "bekijk alles met: regio gebeurtenis lijst";
    match found.as_slice() {
        [] => Err(Failure::new(format!("er is geen gebeurtenis met '{words}'")).tip(list)),
        [event, others @ ..] if others.iter().all(|other| other.is_same(event)) => Ok((*event).clone()),
        [event, others @ ..] => {
            let failure = Failure::new(format!("er zijn {} gebeurtenissen met '{words}'", found.len()));
            let is_called_alike = others.iter().all(|other| other.text == event.text);
            let days: Vec<String> = found.iter().map(|event| notation::date(event.date)).collect();
            Err(failure.tip(match is_called_alike {
                true => format!("noem de dag met --op; kies uit: {}", notation::enumeration(&days)),
                false => format!("typ de hele tekst, of woorden die alleen daarin staan; {list}"),
            }))
        }
    }
}
