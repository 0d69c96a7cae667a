use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::cli::arguments::{Format, Settings, value};
use crate::cli::commands::organisation;
use crate::cli::exit::Exit;
use crate::cli::failure::{Ended, Failure, Result};
use crate::cli::workplace::{OpenProject, Workplace};
use crate::cli::{files, present};
use crate::domain::{Identifier, Organisation, Phase};
use crate::notation::counted;
use crate::report::{WorksheetChoice, Worksheets};
use crate::round;
use crate::round::{Contents, EarlierAnswers, Inquiry};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    #[arg(value_name = "FASE", value_parser = value::word_of(Phase::WORDS, Phase::parse), ignore_case = true)]
    #[arg(help = "De fase waar de vragen uit komen; anders de fase waar je nu in zit")]
    pub phase: Option<Phase>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen voor deze organisatie; mag vaker")]
    pub organisations: Vec<Identifier>,

    #[arg(long = "met-antwoorden", help = "Zet er alvast in wat deze organisatie eerder antwoordde")]
    pub with_answers: bool,
}

/// The folder beside the project in which the pages come.
pub const FOLDER: &str = "rondvraag";

/// What was made, for `--formaat json`.
#[derive(Serialize)]
struct Made {
    phase: Phase,
    folder: PathBuf,
    files: Vec<MadeFile>,
}

#[derive(Serialize)]
struct MadeFile {
    organisation: Identifier,
    name: String,
    request: String,
    questions: usize,
    /// Of these, what is asked of who has more time.
    extra: usize,
    path: PathBuf,
    #[serde(skip)]
    bytes: Vec<u8>,
}

/// `regio rondvraag maak`: a page for each organisation, to mail.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let (settings, open) = (workplace.settings, workplace.read_project()?);
    let facts = open.facts(workplace.today);
    let phase = arguments.phase.unwrap_or_else(|| open.current_phase());
    let earlier = if arguments.with_answers { EarlierAnswers::Included } else { EarlierAnswers::LeftOut };
    let folder = folder(workplace)?;
    let made = |organisation| {
        let inquiry = Inquiry { catalog: open.catalog, facts: &facts, phase, organisation, earlier };
        make(settings, &inquiry, &folder)
    };
    let organisations = organisations(&open, phase, arguments)?;
    let files = organisations.into_iter().map(made).collect::<Result<Vec<_>, _>>()?;
    write(settings, &folder, &files)?;
    tell(&files, &folder, settings)?;
    if settings.format() != Format::Json {
        return Ok(Exit::Done);
    }
    present::json(&Settings { output_file: None, ..settings.clone() }, &Made { phase, folder, files })
}

/// The folder that is named with `--uit`, or else one beside the project.
fn folder(workplace: &Workplace) -> Result<PathBuf> {
    match &workplace.settings.output_file {
        Some(file) if file.extension().is_some() => {
            let failure =
                Failure::wrong_use("er komt voor elke organisatie een bestand, dus bij '--uit' hoort een map");
            Err(failure.tip("noem de map waar ze komen: --uit post"))
        }
        Some(folder) => Ok(folder.clone()),
        None => Ok(workplace.existing_project_path()?.parent().unwrap_or(Path::new("")).join(FOLDER)),
    }
}

/// Those that are named, each once, or else all who are asked.
fn organisations<'p>(open: &'p OpenProject, phase: Phase, arguments: &Arguments) -> Result<Vec<&'p Organisation>> {
    let mut chosen = organisation::named_or_asked(open, phase, &arguments.organisations)?;
    let mut known = BTreeSet::new();
    chosen.retain(|organisation| known.insert(&organisation.id));
    if chosen.is_empty() {
        let failure = Failure::new("er zit nog geen organisatie in de kopgroep");
        return Err(failure.tip("voeg er een toe: regio organisatie nieuw \"Gemeente Voorbeeld\" --plaats kopgroep"));
    }
    Ok(chosen)
}

fn make(settings: &Settings, inquiry: &Inquiry, folder: &Path) -> Result<MadeFile> {
    let &Inquiry { catalog, facts, phase, organisation, earlier } = inquiry;
    let contents = Contents::new(inquiry);
    let questions = contents.questions().count();
    let extra = contents.sections.iter().filter(|part| part.is_extra).map(|part| part.questions.len()).sum();
    if questions == 0 {
        let failure =
            Failure::new(format!("in de fase {} is er nu niets te vragen aan {}", phase.title(), organisation.name));
        let other = if phase == Phase::Uitbouwen { Phase::Verkennen } else { Phase::Uitbouwen };
        return Err(failure.tip(format!("kies een andere fase: regio rondvraag maak {}", other.word())));
    }
    let (ending, bytes) = if is_on_paper(settings) {
        let choice = WorksheetChoice { phase, organisations: vec![organisation], earlier };
        let sheet = Worksheets::new(catalog, facts, &choice).document();
        (settings.format().ending(), present::printed(settings, &sheet)?.bytes)
    } else {
        ("html", round::page(&contents, facts.today).into_bytes())
    };
    let Organisation { id, name, .. } = organisation.clone();
    let (path, request) = (folder.join(format!("rondvraag-{id}.{ending}")), contents.request.id.clone());
    Ok(MadeFile { organisation: id, name, request, questions, extra, path, bytes })
}

/// Whether sheets for paper and mail are asked, in place of pages.
fn is_on_paper(settings: &Settings) -> bool {
    matches!(settings.format(), Format::Markdown | Format::Docx | Format::Pdf)
}

/// All of them, or none when one is there already.
fn write(settings: &Settings, folder: &Path, made: &[MadeFile]) -> Result<()> {
    if let Some(there) = made.iter().find(|file| !settings.overwrite && files::exists(&file.path)) {
        let failure = Failure::new(format!("het bestand '{}' is er al; er is niets gemaakt", there.path.display()));
        return Err(failure.tip("kies een andere map met --uit, of voeg --overschrijf toe"));
    }
    files::make_folder(folder)?;
    made.iter().try_for_each(|file| files::write_result(&file.path, &file.bytes, settings.overwrite))
}

fn tell(made: &[MadeFile], folder: &Path, settings: &Settings) -> Ended {
    present::message(&format!("Gemaakt in {}:", folder.display()))?;
    for file in made {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let questions = counted(file.questions - file.extra, "vraag", "vragen");
        let more = if file.extra > 0 { format!(", en {} voor wie meer tijd heeft", file.extra) } else { String::new() };
        present::message(&format!("- {name}: {questions} aan {}{more}", file.name))?;
    }
    if is_on_paper(settings) {
        return present::message(
            "Mail elke organisatie haar eigen blad, of druk het af. Typ wat terugkomt over met: regio noteer",
        );
    }
    let mail = "Mail elke organisatie haar eigen pagina. Die opent ze met een dubbelklik. Ze vult hem in en mailt een \
                antwoordbestand terug.";
    present::message(mail)?;
    let words = "Bewaar de antwoordbestanden bij elkaar in een map. Lees ze dan in:";
    present::message(&format!("{words} regio rondvraag lees {}", quoted(folder)))
}

/// A path as it is typed on a command line.
fn quoted(folder: &Path) -> String {
    let path = folder.display().to_string();
    if path.contains(' ') { format!("\"{path}\"") } else { path }
}
