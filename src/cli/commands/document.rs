use std::path::Path;

use clap::Args;

use super::super::document_texts::DocumentTexts;
use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::paper::Paper;
use super::super::person::Person;
use super::super::workplace::{OpenProject, Workplace};
use super::super::{dates, files, paper, person, present};
use crate::cli::arguments::{Destination, Format, Settings, fits, value};
use crate::domain::{Edition, Identifier, Meaning, Organisation, Phase, Place};
use crate::expression::Facts;
use crate::interview::PickItem;
use crate::report::{Dates, Documents, WorksheetChoice, Worksheets, WrittenChoice};
use crate::round::EarlierAnswers;
use crate::source::nearest;
use crate::wording::Wording;
use crate::{document, notation, report};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Maak een document om uit te delen")]
pub struct Arguments {
    #[arg(value_name = "SOORT", value_parser = value::document, help = "Welk document; 'alles' voor de hele set")]
    pub kind: Option<Identifier>,

    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase waar het over gaat; anders de fase waar je nu in zit")]
    pub phase: Option<Phase>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen voor deze organisatie; mag vaker")]
    pub organisations: Vec<Identifier>,

    #[arg(long = "samen", conflicts_with = "organisations")]
    #[arg(help = "Eén blad met de vragen die de kopgroep samen beantwoordt")]
    pub together: bool,

    #[arg(long = "editie", value_name = "EDITIE", value_parser = value::edition(), ignore_case = true)]
    #[arg(help = "Voor wie het is; anders voor wie het document bedoeld is")]
    pub edition: Option<Edition>,

    #[arg(long = "sinds", value_name = "DATUM")]
    #[arg(help = "Vanaf welke dag je terugkijkt, in 'voortgang'")]
    pub since: Option<String>,

    #[arg(long = "met-antwoorden", help = "Zet er klein bij wat er eerder is geantwoord")]
    pub with_answers: bool,
}

/// The one document that is not written from a text.
const WORKSHEETS: &str = "werkbladen";
/// The documents that have a form of data too.
const ANSWERS: &str = "overzicht";
const INVITATION: &str = "uitnodiging";
const CALENDAR: &str = "jaarkalender";
/// Every document at once.
const EVERYTHING: &str = "alles";

/// `regio document`: something to hand out, or the list of what there is.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let open = workplace.read_project()?;
    let texts = DocumentTexts::of(&workplace, &open)?;
    match arguments.kind.as_ref().map(Identifier::as_str) {
        None => {
            fits("de lijst van documenten", settings.output.format, &[])?;
            let unfit = texts.unfit(open.catalog);
            let documents = Documents::new(open.catalog, &open.facts(workplace.today), &texts.wordings, unfit);
            if let Some(person) = Person::at_hand(settings).filter(|_| settings.output.is_plain_screen()) {
                return choose(person, &workplace, documents, arguments);
            }
            present::report(settings, &documents, || documents.document())
        }
        Some(WORKSHEETS) => {
            fits("een werkblad", settings.output.format, &[])?;
            let worksheets = worksheets(&workplace, &open, arguments)?;
            present::report(settings, &worksheets, || worksheets.document())
        }
        Some(EVERYTHING) => everything(&workplace, &open, &texts, arguments),
        Some(name) => {
            let wording = find(&texts, name)?;
            fits(&format!("het document '{name}'"), settings.output.format, besides(name))?;
            one(&workplace, &open, wording, arguments)
        }
    }
}

/// Asks which document, and where it goes.
fn choose(
    mut person: Person,
    workplace: &Workplace,
    documents: Documents,
    arguments: &Arguments,
) -> Result<Exit, Failure> {
    let known = documents.documents.into_iter().map(|entry| (entry.name, entry.about));
    let known: Vec<(String, String)> =
        known.chain([(EVERYTHING.to_owned(), "Alle documenten tegelijk, in een map.".to_owned())]).collect();
    let items = known.iter().map(|(name, about)| PickItem {
        label: notation::capital(name).replace('-', " "),
        detail: Some(about.clone()),
    });
    let place = person.choose("Welk document?", items.collect(), "geen")?.ok_or_else(person::left)?;
    let name = &known[place].0;
    let arguments = Arguments { kind: Identifier::parse(name), ..arguments.clone() };
    let paper = if name == EVERYTHING { Paper::Set(name) } else { Paper::One(name) };
    let made = paper::put(workplace, &mut person, paper, |settings| run(settings, &arguments))?;
    made.ok_or_else(person::left)
}

fn made(
    workplace: &Workplace,
    open: &OpenProject,
    wording: &Wording,
    arguments: &Arguments,
) -> Result<document::Document, Failure> {
    let choice = WrittenChoice {
        edition: arguments.edition.unwrap_or(wording.edition),
        since: dates::optional(arguments.since.as_deref(), workplace.today)?,
    };
    Ok(report::written(wording, open.catalog, &open.facts(workplace.today), &choice))
}

/// What a document can be made in besides words.
fn besides(name: &str) -> &'static [Format] {
    match name {
        ANSWERS => &[Format::Csv, Format::Xlsx],
        INVITATION | CALENDAR => &[Format::Ics],
        _ => &[],
    }
}

fn one(workplace: &Workplace, open: &OpenProject, wording: &Wording, arguments: &Arguments) -> Result<Exit, Failure> {
    let settings = workplace.settings;
    let (facts, edition) = (open.facts(workplace.today), arguments.edition.unwrap_or(wording.edition));
    match settings.output.format {
        Format::Csv | Format::Xlsx => present::sheet(settings, &report::answers_sheet(open.catalog, &facts, edition)),
        Format::Ics => calendar(open, &facts, (wording.id.as_str(), edition), settings),
        _ => present::document(settings, &made(workplace, open, wording, arguments)?),
    }
}

fn calendar(
    open: &OpenProject,
    facts: &Facts,
    (name, edition): (&str, Edition),
    settings: &Settings,
) -> Result<Exit, Failure> {
    let find = if name == INVITATION { Dates::of_meeting } else { Dates::new };
    let dates = find(open.catalog, facts, edition);
    // Calendars refuse a file with nothing in it.
    if dates.dates.is_empty() {
        let hidden = !find(open.catalog, facts, Edition::Kopgroep).dates.is_empty();
        return Err(nothing_dated(name, hidden, open));
    }
    present::calendar(settings, &dates.calendar())
}

fn nothing_dated(name: &str, hidden: bool, open: &OpenProject) -> Failure {
    let what = if name == INVITATION { "de dag van de startbijeenkomst" } else { "een dag" };
    if hidden {
        return Failure::new(format!("deze lezers mogen {what} niet zien"))
            .tip("kies een andere editie, of geef het antwoord een ruimer label");
    }
    let failure = Failure::new(format!("{what} staat nog niet vast: er is niets voor in een agenda"));
    match open.catalog.meaning(Meaning::MeetingDate) {
        Some(question) => {
            let (phase, local) = (open.catalog.phase_of(&question.id), &question.id.local);
            let phase = phase.map(|phase| phase.word()).unwrap_or_default();
            failure.tip(format!("vul de dag in met: regio fase {phase} --vraag {local}"))
        }
        None => failure,
    }
}

fn find<'w>(texts: &'w DocumentTexts, name: &str) -> Result<&'w Wording, Failure> {
    texts.find(name)?.ok_or_else(|| {
        let known = texts.wordings.iter().map(|wording| wording.id.as_str()).chain([WORKSHEETS, EVERYTHING]);
        Failure::wrong_use(format!("er is geen document '{name}'"))
            .near_or(nearest(name, known), "bekijk alle documenten met: regio document")
    })
}

/// The whole set, in a folder.
fn everything(
    workplace: &Workplace,
    open: &OpenProject,
    texts: &DocumentTexts,
    arguments: &Arguments,
) -> Result<Exit, Failure> {
    let settings = workplace.settings;
    fits("'regio document alles'", settings.output.format, &[])?;
    let Destination::File(folder) = &settings.output.destination else {
        return Err(Failure::wrong_use("bij 'regio document alles' hoort een map")
            .tip("noem de map: regio document alles --uit stukken --formaat html"));
    };
    files::make_folder(folder)?;
    let put = |name: &str, document: &document::Document| -> Result<(), Failure> {
        let (bytes, ending) = present::rendered(settings, document)?;
        files::write_result(&folder.join(format!("{name}.{ending}")), &bytes, settings.output.existing)
    };
    let total = texts.wordings.len() + 1;
    let mut progress = present::progress(settings, total);
    for wording in &texts.wordings {
        progress.begin(wording.id.as_str());
        put(wording.id.as_str(), &made(workplace, open, wording, arguments)?)?;
    }
    progress.begin(WORKSHEETS);
    put(WORKSHEETS, &worksheets(workplace, open, arguments)?.document())?;
    drop(progress);
    let count = notation::counted(total, "document", "documenten");
    let exit = present::message(&format!("Geschreven: {count} in {}", Path::new(folder).display()))?;
    match texts.unfit_names().as_slice() {
        [] => Ok(exit),
        _ => {
            let names = notation::enumeration(texts.unfit_names());
            let failure = Failure::new(format!("niet gemaakt, want een vragenlijst mist iets: {names}"));
            Err(failure.tip("bekijk wat er mist met: regio document"))
        }
    }
}

fn worksheets(workplace: &Workplace, open: &OpenProject, arguments: &Arguments) -> Result<Worksheets, Failure> {
    let choice = WorksheetChoice {
        phase: arguments.phase.unwrap_or_else(|| open.current_phase()),
        organisations: organisations(open, arguments)?,
        earlier: if arguments.with_answers { EarlierAnswers::Included } else { EarlierAnswers::LeftOut },
    };
    Ok(Worksheets::new(open.catalog, &open.facts(workplace.today), &choice))
}

/// Those that were named, or else the kopgroep.
fn organisations<'p>(open: &'p OpenProject, arguments: &Arguments) -> Result<Vec<&'p Organisation>, Failure> {
    if arguments.together {
        return Ok(Vec::new());
    }
    if arguments.organisations.is_empty() {
        return Ok(open.project.in_place(Place::Kopgroep).collect());
    }
    let named = |name| super::organisation::find(&open.project, name);
    arguments.organisations.iter().map(|name| named(name.as_str())).collect()
}
