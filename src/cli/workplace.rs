use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::arguments::Settings;
use super::clock::Clock;
use super::failure::{Failure, Result};
use super::shelf::Shelf;
use super::store::{Backups, Printed, Stored};
use super::{copies, disk, file_name, files, present};
use crate::catalog::Catalog;
use crate::document::Imprint;
use crate::domain::{FullId, Phase, Project, Stamp};
use crate::expression::Facts;
use crate::ledger::{Kept, Ledger, contains, outgrown};
use crate::project_file::{Outline, Places, ProjectFile, ReadError, ReadProject};
use crate::source::{Fault as SourceFault, Faults, SourceFile, nearest};
use crate::{built_in, catalog, interview};

/// The name of a project file.
pub const PROJECT_FILE: &str = "regio.toml";

/// The folder beside a project in which questionnaires of one's own may lie.
const OWN_QUESTIONNAIRES: &str = "vragenlijsten";

/// The one in which may lie what changed since the guide.
const OWN_SUPPLEMENTS: &str = "aanvullingen";

/// What every command works with: the settings, the day, and the way to the project.
pub struct Workplace<'s> {
    pub settings: &'s Settings,
    pub today: NaiveDate,
    pub(super) clock: Clock,
}

/// A project that has been read, with its questionnaires and its file.
pub struct OpenProject {
    pub project: Kept,
    /// Lives as long as the program: it is read once and never changes.
    pub catalog: &'static Catalog,
    pub shelf: Shelf,
    /// What is odd in the file but does no harm.
    pub warnings: Option<Faults>,
    places: Places,
    /// Other files beside it that hold the same project, and more than it.
    copies: Vec<PathBuf>,
}

impl<'s> Workplace<'s> {
    pub fn new(settings: &'s Settings) -> Result<Workplace<'s>> {
        let clock = Clock::new()?;
        Ok(Workplace { settings, today: clock.today(), clock })
    }

    /// The same, where something else is asked of a command.
    pub fn asked<'o>(&self, settings: &'o Settings) -> Workplace<'o> {
        Workplace { settings, ..*self }
    }

    pub fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    /// The project file that is named, or the nearest one in this folder and those above it.
    pub fn project_path(&self) -> Result<Option<PathBuf>> {
        self.settings.project.clone().map_or_else(nearest_project, |path| Ok(Some(path)))
    }

    pub fn existing_project_path(&self) -> Result<PathBuf> {
        self.project_path()?.ok_or_else(|| {
            Failure::new("in deze map en de mappen erboven staat geen project")
                .tip("begin er een met 'regio init', of noem het bestand met --project BESTAND")
        })
    }

    /// The questionnaires and supplements that hold here: those built in, unless others are laid over them.
    pub fn catalog(&self) -> Result<&'static Catalog> {
        let supplements = self.beside(OWN_SUPPLEMENTS);
        if self.own_questionnaires().is_none() && supplements.is_none() {
            return Ok(built_in::catalog());
        }
        let mut assembled = catalog::assemble(&self.questionnaire_sources()?)?.with_supplement(built_in::supplement());
        let mut read = BTreeMap::new();
        for path in supplements.map_or(Ok(Vec::new()), |folder| files::toml_files_in(&folder))? {
            let supplement = catalog::read_supplement(&files::read_source(&path)??, &assembled, self.today)?;
            if let Some(other) = read.insert(supplement.id.clone(), path.clone()) {
                let (id, one, other) = (&supplement.id, other.display(), path.display());
                let failure = Failure::new(format!("'{one}' en '{other}' hebben allebei de id '{id}'"));
                return Err(failure.tip("geef een van beide een andere id, of haal er een weg"));
            }
            assembled = assembled.with_supplement(supplement);
        }
        Ok(Box::leak(Box::new(assembled)))
    }

    /// The built-in questionnaires and those that are laid over them.
    pub fn questionnaire_sources(&self) -> Result<Vec<SourceFile>> {
        let mut sources = catalog::built_in();
        if let Some(folder) = self.own_questionnaires() {
            for path in files::questionnaires_in(&folder)? {
                sources.push(files::read_source(&path)??);
            }
        }
        Ok(sources)
    }

    /// A folder with questionnaires of one's own: the one that is named, or the one beside the project.
    fn own_questionnaires(&self) -> Option<PathBuf> {
        self.settings.questionnaires.clone().or_else(|| self.beside(OWN_QUESTIONNAIRES))
    }

    /// A folder of this name beside the project, when there is one.
    pub fn beside(&self, folder: &str) -> Option<PathBuf> {
        let beside = self.project_path().ok()??.parent()?.join(folder);
        beside.is_dir().then_some(beside)
    }

    /// The project, to look at.
    pub fn read_project(&self) -> Result<OpenProject> {
        let open = self.read_project_at(&self.existing_project_path()?)?;
        open.tell_misfits()?;
        Ok(open)
    }

    /// The project, to change, with a copy of how it was.
    pub fn change_project(&self) -> Result<OpenProject> {
        self.change_project_at(&self.existing_project_path()?, None)
    }

    /// The same, perhaps `by` what is in a copy of it: nobody has to be told that it is one.
    pub fn change_project_at(&self, path: &Path, by: Option<&Path>) -> Result<OpenProject> {
        let mut open = self.read_project_at(path)?;
        open.copies.retain(|copy| by.is_none_or(|by| !files::is_same_file(copy, by)));
        open.shelf.keep_copies(self.backups(path, &open.project)?)?;
        open.tell_misfits()?;
        Ok(open)
    }

    fn backups(&self, path: &Path, project: &Project) -> Result<Option<Backups>> {
        let backups = Backups::of(path, project);
        let lacks =
            "Let op: er is geen eigen map voor kopieën. Zet REGIO_STATE op een map van jezelf om dit te verhelpen.";
        present::messages(backups.is_none().then(|| lacks.to_owned()))?;
        Ok(backups)
    }

    pub fn read_project_at(&self, path: &Path) -> Result<OpenProject> {
        let (stored, catalog) = (Stored::open(path)?, self.catalog()?);
        let opened = ProjectFile::open(path.display().to_string(), stored.bytes(), outline(catalog));
        let (file, ReadProject { project, warnings, places }) = opened.map_err(|error| unreadable(path, error))?;
        let shelf = Shelf::new(stored, file, catalog, self);
        let project = Kept::open(project, catalog);
        let copies = copies_with_more(path, &project, catalog);
        let warnings = Some(warnings).filter(|warnings| !warnings.found.is_empty());
        Ok(OpenProject { project, catalog, shelf, warnings, places, copies })
    }

    /// A new project with its questionnaires. It is written with its first change, in a file that is laid out and commented already,
    /// or in a new one.
    pub fn open_new(&self, path: &Path, project: Project, file: Option<ProjectFile>) -> Result<OpenProject> {
        file_name::check(path)?;
        let (stored, catalog) = (Stored::new_file(path)?, self.catalog()?);
        let outline = Outline::of_questions_to_come(|| catalog.questions());
        let new = || ProjectFile::new(path.display().to_string(), Outline::default());
        let file = file.unwrap_or_else(new).with_outline(outline);
        let mut shelf = Shelf::new(stored, file, catalog, self);
        shelf.keep_copies(self.backups(path, &project)?)?;
        let project = Kept::open(project, catalog);
        Ok(OpenProject { project, catalog, shelf, warnings: None, places: Places::new(), copies: Vec::new() })
    }
}

impl OpenProject {
    pub fn facts(&self, today: NaiveDate) -> Facts<'_> {
        Facts::new(&self.project, self.catalog, today)
    }

    /// The phase that is being worked on: the last one that was begun.
    pub fn current_phase(&self) -> Phase {
        self.project.begun.keys().next_back().copied().unwrap_or(Phase::Verkennen)
    }

    /// The way to change the project, kept in its file. Who changes it is the one whom the settings name, or else the trekker.
    pub fn ledger<'o>(&'o mut self, workplace: &'o Workplace) -> Ledger<'o> {
        let (clock, by) = (workplace.clock, &workplace.settings.by);
        let clock =
            move |project: &Project| Stamp { at: clock.now(), by: by.clone().or_else(|| project.trekker.clone()) };
        Ledger::new(self.catalog, &mut self.project, workplace.today, clock, &mut self.shelf)
    }

    /// The paper with this imprint, when it was made here.
    pub fn printed(&self, imprint: Imprint) -> Option<Printed> {
        Backups::of(self.shelf.path(), &self.project)?.printed(imprint)
    }

    /// Answers and steps that no questionnaire here knows: a slip of the pen, or a questionnaire that is not at hand. They
    /// are kept as they are.
    pub fn strangers(&self) -> Vec<String> {
        let questions: Vec<&FullId> = self.catalog.questions().map(|question| &question.id).collect();
        let actions: Vec<&FullId> = self.catalog.actions().map(|action| &action.id).collect();
        let answers = self.project.answers.keys().map(|id| ("de vraag", id, &questions));
        let steps = self.project.actions.keys().map(|id| ("de stap", id, &actions));
        let strangers: Vec<_> = answers.chain(steps).filter(|(_, id, known)| !known.contains(id)).collect();
        let told = strangers.iter().take(Faults::MOST).map(|(what, id, known)| {
            let known: Vec<String> = known.iter().map(|id| id.to_string()).collect();
            let near = nearest(&id.to_string(), known.iter().map(String::as_str));
            let near = near.map(|near| format!(" Bedoel je '{near}'?")).unwrap_or_default();
            format!("let op: geen vragenlijst kent {what} '{id}'.{near}")
        });
        let more = strangers.len().saturating_sub(Faults::MOST);
        told.chain((more > 0).then(|| format!("… en nog {more} meer."))).collect()
    }

    /// Says what counts for nothing because it does not fit or stands below a mistyped key, so that no command leaves it out without
    /// a word.
    fn tell_misfits(&self) -> Result<()> {
        present::messages(self.told_copies())?;
        let slips = self.warnings.as_ref().and_then(Faults::slips);
        present::messages(slips.map(|slips| format!("{slips}\nWat daar staat, telt niet mee.")))?;
        let is_outgrown = outgrown(&self.project, self.catalog).iter().any(|one| one.why.changes());
        let see = "Let op: er zijn antwoorden die niet meer bij de vragenlijsten passen. Bekijk ze met: regio bijwerken --proef";
        let misfits = self.misfits().map(|all| format!("{all}\nZolang dat zo is, telt zo'n antwoord niet mee."));
        present::messages([is_outgrown.then(|| see.to_owned()), misfits]).map(drop)
    }

    /// Says which files beside the project hold it too: what is in them alone is easily overlooked.
    pub fn told_copies(&self) -> Vec<String> {
        let what = "is een kopie van hetzelfde project, bijvoorbeeld van een synchronisatie";
        // Another file than the usual one has to be named, or the copy would be joined with itself.
        let own = self.shelf.path();
        let is_usual = own.file_name().is_some_and(|name| name == PROJECT_FILE);
        let project = if is_usual { String::new() } else { format!(" --project \"{}\"", own.display()) };
        let told = |copy: &PathBuf| {
            // The file that every command takes is not called a copy, nor taken away.
            if copy.file_name().is_some_and(|name| name == PROJECT_FILE) {
                let (own, usual) = (own.display(), copy.display());
                return format!(
                    "Let op: dit is een kopie van het project in '{usual}', en daar staat meer in. Voeg haar daar bij met: \
                     regio samenvoegen \"{own}\" --project \"{usual}\"."
                );
            }
            let (copy, mend) = (copy.display(), "en haal haar dan weg");
            format!("Let op: '{copy}' {what}. Voeg haar samen met: regio samenvoegen \"{copy}\"{project}, {mend}.")
        };
        self.copies.iter().map(told).collect()
    }

    /// The answers that do not fit their questions, each with its place in the file; nothing when all fit.
    pub fn misfits(&self) -> Option<Faults> {
        let mut found = Vec::new();
        for (id, owner, answer) in self.project.everything_said() {
            let Some(question) = self.catalog.question(id) else { continue };
            // What fitted an earlier version of the question is told apart.
            if answer.revision.is_some_and(|revision| revision < question.revision) {
                continue;
            }
            let misfit = answer.value().and_then(|value| interview::check(&question.kind, value, &self.project).err());
            if let Some(refusal) = misfit {
                let of = owner.map(|owner| format!(" van {owner}")).unwrap_or_default();
                let held = self.project.said(id, owner);
                // What was said besides stands elsewhere in the file than the answer that holds.
                let place = self.places.get(&(id.clone(), owner.cloned())).filter(|_| held == Some(answer)).cloned();
                let words = format!("het antwoord bij {id}{of} past niet: {}", refusal.fault);
                found.push(SourceFault::new(place, words).tip(refusal.tip));
            }
        }
        (!found.is_empty()).then(|| Faults::new(self.shelf.source(), found))
    }
}

/// Who has a copy of a faulty project need not mend it by hand.
fn unreadable(path: &Path, error: ReadError) -> Failure {
    let is_kept = matches!(error, ReadError::Faulty(_)) && Backups::last_seen_at(path).is_some();
    let failure = Failure::from(error);
    if !is_kept {
        return failure;
    }
    let failure = failure.and("zo is het project niet te lezen");
    failure.tip("verbeter het, of zet een kopie van eerder terug met: regio herstel")
}

/// The files in the folder of a project that have its id and hold something that it does not know. What cannot be read is no copy.
fn copies_with_more(path: &Path, project: &Project, catalog: &Catalog) -> Vec<PathBuf> {
    let line = format!("id = \"{}\"", project.id);
    let is_copy = |other: &PathBuf| {
        other.file_name() != path.file_name()
            && matches!(files::read_source(other), Ok(Ok(source)) if source.text.lines().any(|one| one == line))
    };
    let is_joined = |other: &PathBuf| copies::read(other, catalog).is_ok_and(|theirs| contains(project, &theirs));
    let found = files::toml_files_in(disk::folder_of(path)).unwrap_or_default().into_iter();
    found.filter(is_copy).filter(|copy| !is_joined(copy)).collect()
}

/// What the project file has to know of the questions.
pub fn outline(catalog: &Catalog) -> Outline {
    Outline::of_questions(catalog.questions())
}

#[expect(clippy::disallowed_methods, reason = "looks for the project from where the program stands")]
fn nearest_project() -> Result<Option<PathBuf>> {
    let here = std::env::current_dir().map_err(|_| {
        Failure::new("de map waarin je staat is er niet meer").tip("ga naar een andere map en probeer het opnieuw")
    })?;
    Ok(here.ancestors().map(|folder| folder.join(PROJECT_FILE)).find(|path| path.is_file()))
}
