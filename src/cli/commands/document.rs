use std::collections::BTreeSet;

use clap::Args;

use super::super::document_texts::DocumentTexts;
use super::super::failure::{Ended, Failure, Result};
use super::super::paper::Paper;
use super::super::person::Person;
use super::super::workplace::{OpenProject, Workplace};
use super::super::{dates, files, paper, person, present};
use super::organisation;
use crate::cli::arguments::{Format, Settings, fits, value};
use crate::document::{Calendar, Document, Layout};
use crate::domain::{Edition, Identifier, Meaning, Phase};
use crate::expression::Facts;
use crate::interview::PickItem;
use crate::render::{Printed, ics};
use crate::report::{Dates, Documents, PaperEntry, PaperSet, WorksheetChoice, Worksheets, WrittenChoice};
use crate::round::EarlierAnswers;
use crate::source::nearest;
use crate::wording::Wording;
use crate::{notation, report};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Maak een document om uit te delen")]
pub struct Arguments {
    #[arg(value_name = "SOORT", value_parser = value::document, help = "Welk document; 'alles' voor de hele set")]
    pub kind: Option<Identifier>,

    #[arg(value_name = "FASE", value_parser = value::word_of(Phase::WORDS, Phase::parse), ignore_case = true)]
    #[arg(help = "De fase waar het over gaat; anders de fase waar je nu in zit")]
    pub phase: Option<Phase>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen voor deze organisatie; mag vaker")]
    pub organisations: Vec<Identifier>,

    #[arg(long = "samen", conflicts_with = "organisations")]
    #[arg(help = "Eén blad met de vragen die de kopgroep samen beantwoordt")]
    pub together: bool,

    #[arg(long = "editie", value_name = "EDITIE", value_parser = value::word_of(Edition::WORDS, Edition::parse))]
    #[arg(ignore_case = true, help = "Voor wie het is; anders voor wie het document bedoeld is")]
    pub edition: Option<Edition>,

    #[arg(long = "sinds", value_name = "DATUM")]
    #[arg(help = "Vanaf welke dag je terugkijkt, in 'voortgang'")]
    pub since: Option<String>,

    #[arg(long = "met-antwoorden", help = "Zet er klein bij wat er eerder is geantwoord")]
    pub with_answers: bool,

    #[arg(long = "met-open-plekken", help = "Maak ook een flyer waarop nog iets open staat")]
    pub with_open_spots: bool,
}

/// The one document that is not written from a text.
const WORKSHEETS: &str = "werkbladen";
/// The documents that have a form of data too.
const ANSWERS: &str = "overzicht";
const INVITATION: &str = "uitnodiging";
const CALENDAR: &str = "jaarkalender";
const AGENDA: &str = "agenda";
/// Every document at once.
const EVERYTHING: &str = "alles";
/// What does not fit in a format, behind its name.
const THAT: &str = "dat";
/// The page that comes first.
const CONTENTS: &str = "00-inhoud";

/// `regio document`: something to hand out, or the list of what there is.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let open = workplace.read_project()?;
    let texts = DocumentTexts::of(workplace, &open)?;
    let making = Making { settings: workplace.settings, open: &open, facts: &open.facts(workplace.today), arguments };
    let format = workplace.settings.format();
    match arguments.kind.as_ref().map(Identifier::as_str) {
        None => {
            fits("de lijst van documenten", format, &[])?;
            let unfit = texts.told_unfit(open.catalog);
            let documents = Documents::new(open.catalog, making.facts, &texts.wordings, unfit);
            match Person::at_hand(workplace.settings).filter(|_| workplace.settings.is_plain_screen()) {
                Some(person) => choose(person, workplace, documents, arguments),
                None => present::report(workplace.settings, &documents, Documents::document),
            }
        }
        Some(WORKSHEETS) => {
            let worksheets = making.worksheets("een werkblad")?;
            present::report(workplace.settings, &worksheets, Worksheets::document)
        }
        Some(EVERYTHING) => making.everything(&texts),
        Some(name) => {
            let wording = find(&texts, name)?;
            let (made, document) = making.made(wording, &format!("het document '{name}'"))?;
            let Some(document) = document else { return present::deliver(workplace.settings, &made.bytes) };
            let exit = present::paper(workplace.settings, &document, &made, wording.pages)?;
            making.keep_printed(&document);
            Ok(exit)
        }
    }
}

/// Asks which document, and where it goes.
fn choose(mut person: Person, workplace: &Workplace, documents: Documents, arguments: &Arguments) -> Ended {
    let known = documents.documents.into_iter().map(|entry| (entry.name, entry.about));
    let known: Vec<(String, String)> =
        known.chain([(EVERYTHING.to_owned(), "Alle documenten tegelijk, in een map.".to_owned())]).collect();
    let items =
        known.iter().map(|(name, about)| PickItem::with_detail(notation::capital(name).replace('-', " "), about));
    let name = &known[person.choose("Welk document?", items.collect(), "geen")?].0;
    let arguments = Arguments { kind: Identifier::parse(name), ..arguments.clone() };
    let paper = if name == EVERYTHING { Paper::Set(name) } else { Paper::One(name) };
    let made = paper::put(workplace, &mut person, paper, |workplace| run(workplace, &arguments))?;
    made.ok_or_else(person::left)
}

/// What a document can be made in besides words.
fn besides(name: &str) -> &'static [Format] {
    match name {
        ANSWERS => &[Format::Csv, Format::Xlsx],
        INVITATION | CALENDAR => &[Format::Ics],
        _ => &[],
    }
}

/// The documents in the order in which they are used; the worksheets go with the agenda.
fn in_order(texts: &DocumentTexts) -> Vec<&str> {
    let mut names: Vec<&str> = texts.wordings.iter().map(|wording| wording.id.as_str()).collect();
    let place = names.iter().position(|name| *name == AGENDA).map_or(0, |place| place + 1);
    names.insert(place, WORKSHEETS);
    names
}

fn find<'w>(texts: &'w DocumentTexts, name: &str) -> Result<&'w Wording> {
    texts.find(name)?.ok_or_else(|| {
        let known = texts.wordings.iter().map(|wording| wording.id.as_str()).chain([WORKSHEETS, EVERYTHING]);
        Failure::wrong_use(format!("er is geen document '{name}'"))
            .near_or(nearest(name, known), "bekijk alle documenten met: regio document")
    })
}

/// What documents are made from, and how they were asked for.
struct Making<'m> {
    settings: &'m Settings,
    open: &'m OpenProject,
    facts: &'m Facts<'m>,
    arguments: &'m Arguments,
}

impl Making<'_> {
    /// A document in the format that was asked for, with its words where it is made of words.
    fn made(&self, wording: &Wording, what: &str) -> Result<(Printed, Option<Document>)> {
        let (name, format) = (wording.id.as_str(), self.settings.format());
        fits(what, format, besides(name))?;
        let edition = self.arguments.edition.unwrap_or(wording.edition);
        let bytes = match format {
            Format::Csv | Format::Xlsx => {
                present::cells(self.settings, &report::answers_sheet(self.open.catalog, self.facts, edition))?
            }
            Format::Ics => ics(&self.calendar(name, edition)?),
            _ => {
                let since = dates::optional(self.arguments.since.as_deref(), self.facts.today)?;
                let choice = WrittenChoice { edition, since };
                let document = report::written(wording, self.open.catalog, self.facts, &choice);
                self.refuse_unfinished(wording, &document)?;
                return Ok((present::printed(self.settings, &document)?, Some(document)));
            }
        };
        Ok((Printed { bytes, ..Printed::default() }, None))
    }

    /// What has pages tells below them which version it is.
    fn keep_printed(&self, document: &Document) {
        if self.has_pages() {
            self.open.shelf.keep_printed(document);
        }
    }

    fn has_pages(&self) -> bool {
        matches!(self.settings.format(), Format::Html | Format::Docx | Format::Pdf)
    }

    /// A flyer goes to who knows nothing yet: one with gaps is printed only by who says so.
    fn refuse_unfinished(&self, wording: &Wording, document: &Document) -> Result<()> {
        if document.layout != Layout::Flyer || self.arguments.with_open_spots || !self.has_pages() {
            return Ok(());
        }
        let open: BTreeSet<String> =
            document.open_spots().into_iter().map(|spot| format!("'{}'", spot.question)).collect();
        if open.is_empty() {
            return Ok(());
        }
        let open = notation::enumeration(open);
        let failure = Failure::new(format!("het document '{}' is nog niet af: er ontbreekt {open}", wording.id));
        Err(failure.tip(format!(
            "bekijk het eerst op het scherm met: regio document {}; druk je het toch af, zet er dan --met-open-plekken bij",
            wording.id
        )))
    }

    /// Calendars refuse a file with nothing in it.
    fn calendar(&self, name: &str, edition: Edition) -> Result<Calendar> {
        let find = if name == INVITATION { Dates::of_meeting } else { Dates::new };
        let dates = find(self.open.catalog, self.facts, edition);
        let calendar = dates.calendar();
        if !calendar.entries.is_empty() {
            return Ok(calendar);
        }
        if !dates.dates.is_empty() {
            return Err(Failure::new("er komt geen dag meer: alles wat een dag heeft, is al geweest")
                .tip("bekijk alle dagen met: regio document jaarkalender"));
        }
        let what = if name == INVITATION { "de dag van de startbijeenkomst" } else { "een dag" };
        if !find(self.open.catalog, self.facts, Edition::Kopgroep).dates.is_empty() {
            return Err(Failure::new(format!("deze lezers mogen {what} niet zien"))
                .tip("kies een andere editie, of geef het antwoord een ruimer label"));
        }
        let fill_in = self.open.catalog.meaning(Meaning::MeetingDate).map(|question| {
            let phase = self.open.catalog.phase_of(&question.id).map(|phase| phase.word()).unwrap_or_default();
            format!("vul de dag in met: regio fase {phase} --vraag {}", question.id.local)
        });
        Err(Failure::new(format!("{what} staat nog niet vast: er is niets voor in een agenda")).tips(fill_in))
    }

    /// The whole set, in a folder: numbered in the order in which they are used, behind a page that says what each is for. What
    /// cannot be made is told there, and keeps nothing else from being made.
    fn everything(&self, texts: &DocumentTexts) -> Ended {
        let Some(folder) = &self.settings.output_file else {
            return Err(Failure::wrong_use("bij 'regio document alles' hoort een map")
                .tip("noem de map: regio document alles --uit stukken --formaat html"));
        };
        files::make_folder(folder)?;
        let put = |name: &str, bytes: &[u8]| files::write_result(&folder.join(name), bytes, self.settings.overwrite);
        let names = in_order(texts);
        let mut progress = present::progress(self.settings, names.len());
        let mut set = PaperSet::new(self.facts, texts.told_unfit(self.open.catalog));
        for name in names {
            progress.begin(name);
            match self.paper(name, texts) {
                Ok((paper, bytes)) => put(&format!("{}.{}", set.add(paper), self.settings.format().ending()), &bytes)?,
                Err(failure) => set.leave_out(name, &notation::enumeration(failure.faults.iter().map(|one| &one.what))),
            }
        }
        drop(progress);
        let (contents, ending) = present::contents(self.settings, &set.document())?;
        put(&format!("{CONTENTS}.{ending}"), &contents)?;
        let count = notation::counted(set.papers.len(), "document", "documenten");
        let told = format!("Geschreven: {count} in {}. Begin bij {CONTENTS}.{ending}", folder.display());
        present::messages(std::iter::once(told).chain(set.told()))
    }

    /// One of the set, with what there is to say of it.
    fn paper(&self, name: &str, texts: &DocumentTexts) -> Result<(PaperEntry, Vec<u8>)> {
        if name == WORKSHEETS {
            let bytes = present::printed(self.settings, &self.worksheets(THAT)?.document())?.bytes;
            return Ok((PaperEntry::worksheets(self.facts), bytes));
        }
        let wording = find(texts, name)?;
        let (made, document) = self.made(wording, THAT)?;
        let entry = PaperEntry::of(wording, self.open.catalog, self.facts);
        let Some(document) = document else { return Ok((entry, made.bytes)) };
        self.keep_printed(&document);
        Ok((entry.made(&document), made.bytes))
    }

    /// Those of the organisations that were named, or else of all who are asked; or the one that it fills in together.
    fn worksheets(&self, what: &str) -> Result<Worksheets> {
        fits(what, self.settings.format(), &[])?;
        // They name who fills them in, and hold what was answered when that is asked.
        if self.arguments.edition.is_some() {
            let failure = Failure::wrong_use("de werkbladen hebben geen editie: ze zijn alleen voor wie ze invult");
            return Err(failure.tip("maak ze zonder --editie: regio document werkbladen"));
        }
        let Arguments { phase, organisations, together, with_answers, .. } = self.arguments;
        let earlier = if *with_answers { EarlierAnswers::Included } else { EarlierAnswers::LeftOut };
        let phase = phase.unwrap_or_else(|| self.open.current_phase());
        let named = || organisation::named_or_asked(self.open, phase, organisations);
        let organisations = if *together { Vec::new() } else { named()? };
        let choice = WorksheetChoice { phase, organisations, earlier };
        Ok(Worksheets::new(self.open.catalog, self.facts, &choice))
    }
}
