use clap::Subcommand;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, person, present};
use crate::cli::arguments::{Settings, value};
use crate::domain::{Event, EventKind};
use crate::report::Events;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Schrijf op wat er gebeurde")]
pub enum Arguments {
    #[command(name = "nieuw", about = "Schrijf een gebeurtenis op: een succes, of met --soort iets anders")]
    New {
        #[arg(value_name = "TEKST", value_parser = value::text, help = "Wat er gebeurde")]
        text: Option<String>,

        #[arg(long = "soort", value_name = "SOORT", value_parser = value::event_kind(), ignore_case = true)]
        #[arg(default_value = EventKind::Success.word(), help = "Wat voor gebeurtenis")]
        kind: EventKind,

        #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
        date: Option<String>,

        #[arg(long = "akkoord", value_name = "WIE", value_parser = value::text)]
        #[arg(help = "Wie het goed vindt dat anderen dit lezen")]
        consent: Option<String>,
    },

    #[command(name = "akkoord", about = "Zeg wie het goed vindt dat anderen een gebeurtenis lezen")]
    Consent {
        #[arg(value_name = "WOORDEN", value_parser = value::text, help = "Woorden uit de gebeurtenis")]
        words: String,

        #[arg(value_name = "WIE", value_parser = value::text, help = "Wie ja zei")]
        who: String,
    },

    #[command(name = "lijst", about = "Toon wat er gebeurde")]
    List {
        #[arg(long = "soort", value_name = "SOORT", value_parser = value::event_kind(), ignore_case = true)]
        #[arg(help = "Alleen deze soort")]
        kind: Option<EventKind>,
    },
}

impl Arguments {
    /// A success, with what it was still to be said.
    pub fn success() -> Arguments {
        Arguments::New { text: None, kind: EventKind::Success, date: None, consent: None }
    }
}

/// `regio gebeurtenis`: what happened.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    match arguments {
        Arguments::List { kind } => {
            let open = workplace.read_project()?;
            let events = Events::new(&open.project, *kind, workplace.today);
            present::table(settings, &events, Events::document, Events::sheet)
        }
        Arguments::New { text, kind, date, consent } => {
            add(&workplace, text.as_ref(), *kind, date.as_deref(), consent.clone())
        }
        Arguments::Consent { words, who } => agree(&workplace, words, who),
    }
}

fn add(
    workplace: &Workplace,
    text: Option<&String>,
    kind: EventKind,
    date: Option<&str>,
    consent: Option<String>,
) -> Result<Exit, Failure> {
    let date = dates::or_today(date, workplace.today)?;
    let ask = if kind == EventKind::Success { "Wat is er gelukt?" } else { "Wat is er gebeurd?" };
    let text = person::said(workplace.settings, text, "wat er gebeurde", (ask, "Gebeurtenis"))?;
    let event = Event { kind, text, date, by: None, consent };
    let is_kept_inside = !event.may_be_told();
    let mut open = workplace.change_project()?;
    let count = open.ledger(workplace).happen(event)?;
    let noted = match (kind, count) {
        (EventKind::Success, 1) => {
            "Het eerste succes staat erin. Vier het, en laat het zien met: regio document resultaten".to_owned()
        }
        _ => format!("Genoteerd: dit is {} {count}. Bekijk alles met: regio gebeurtenis", kind.title()),
    };
    let inside = "Dit blijft in de kopgroep. Vindt wie het overkwam het goed dat anderen het lezen, zeg dan: \
                  regio gebeurtenis akkoord WOORDEN WIE";
    let inside = is_kept_inside.then(|| inside.to_owned());
    present::messages([noted].into_iter().chain(inside).chain(dates::to_come(date, workplace.today)))
}

fn agree(workplace: &Workplace, words: &str, who: &str) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let wanted = words.to_lowercase();
    let found: Vec<Event> =
        open.project.events.iter().filter(|event| event.text.to_lowercase().contains(&wanted)).cloned().collect();
    let [event] = found.as_slice() else {
        let failure = Failure::new(match found.len() {
            0 => format!("er is geen gebeurtenis met '{words}'"),
            count => format!("er zijn {count} gebeurtenissen met '{words}'"),
        });
        return Err(failure.tip("neem woorden die alleen daarin staan; bekijk alles met: regio gebeurtenis lijst"));
    };
    open.ledger(workplace).consent(event, who.to_owned())?;
    present::message(&format!("Genoteerd: {who} vindt goed dat anderen dit lezen."))
}
