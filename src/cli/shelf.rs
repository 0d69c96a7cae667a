use std::path::Path;

use super::arguments::Settings;
use super::clock::Clock;
use super::failure::Result;
use super::perhaps_double::perhaps_double;
use super::second_try::Next;
use super::store::{Backups, Saved, Scratch, StoreError, Stored};
use super::workplace::Workplace;
use super::{present, prompter, second_try};
use crate::catalog::Catalog;
use crate::document::Document;
use crate::domain::Project;
use crate::expression::Facts;
use crate::ledger::{KeepError, Keeper, Kept, Side, merge};
use crate::project_file::ProjectFile;
use crate::report::changed_meanwhile;
use crate::source::SourceFile;

/// The file of a project: keeps it after every change.
pub struct Shelf {
    stored: Stored,
    file: ProjectFile,
    catalog: &'static Catalog,
    /// Where copies go; nothing for a project that is only looked at.
    backups: Option<Backups>,
    clock: Clock,
    /// Who is asked when it cannot be kept, when a person is there.
    second_try: Option<Settings>,
    /// What is special about the way of saving is told once.
    told: bool,
    /// What waits to be told, when it waits.
    later: Option<Vec<String>>,
    /// It was kept elsewhere than it was opened.
    moved: bool,
}

impl Keeper for Shelf {
    fn keep(&mut self, project: &Kept) -> Result<Option<Project>, KeepError> {
        let mut merged: Option<Project> = None;
        loop {
            let ours = merged.as_ref().unwrap_or(project);
            let written = self.file.saying(ours)?;
            let error = match self.stored.save(&written.to_bytes()) {
                Ok(saved) => {
                    self.file = written;
                    self.keep_written();
                    self.tell(saved);
                    return Ok(merged);
                }
                Err(StoreError::ChangedMeanwhile(path)) => match self.with_theirs(ours) {
                    Some((more, told)) => {
                        told.into_iter().for_each(|words| self.say(words));
                        merged = Some(more);
                        continue;
                    }
                    // What can be read and cannot be joined is no project, or another one.
                    None if self.stored.changed().is_some() => StoreError::SpoiledMeanwhile(path),
                    None => StoreError::ChangedMeanwhile(path),
                },
                Err(error) => error,
            };
            let error = self.stored.rescued(error, &written.to_bytes());
            self.ask_again(error)?;
        }
    }

    fn newer(&mut self, project: &Kept) -> Option<(Project, Vec<String>)> {
        self.with_theirs(project)
    }

    fn tells_later(&mut self, later: bool) {
        self.later = later.then(Vec::new);
    }

    fn told(&mut self) -> Vec<String> {
        self.later.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

impl Shelf {
    pub fn new(stored: Stored, file: ProjectFile, catalog: &'static Catalog, workplace: &Workplace) -> Shelf {
        let (clock, settings) = (workplace.clock, workplace.settings);
        let second_try = prompter::person_at_hand(settings).then(|| settings.clone());
        Shelf { stored, file, catalog, backups: None, clock, second_try, told: false, later: None, moved: false }
    }

    pub fn path(&self) -> &Path {
        self.stored.path()
    }

    pub fn source(&self) -> &SourceFile {
        self.file.source()
    }

    /// What was typed in an earlier session and is no answer yet.
    pub fn scratch(&self) -> Scratch {
        self.stored.scratch()
    }

    /// Where copies go, when it was opened to be changed.
    pub fn backups(&self) -> Option<&Backups> {
        self.backups.as_ref()
    }

    /// From here on copies are kept here, the first of them as the file was found.
    pub fn keep_copies(&mut self, backups: Option<Backups>) -> Result<()> {
        self.backups = backups;
        let (bytes, now) = (self.stored.bytes(), self.clock.now());
        // Of a new file there is nothing yet.
        let kept = self.backups.as_ref().filter(|_| !bytes.is_empty()).map(|backups| backups.keep_found(bytes, now));
        // A copy that fails to be made must not keep anyone from working; the file itself is what counts.
        let is_lacking = matches!(kept, Some(Err(_)));
        present::messages(is_lacking.then(|| "Let op: er is geen kopie te maken van hoe het was.".to_owned())).map(drop)
    }

    /// Keeps the project from which this was made, so that later can be told what changed since.
    pub fn keep_printed(&self, document: &Document) {
        if let (Some(imprint), Some(project)) = (document.imprint, self.file.project())
            && let Some(backups) = Backups::of(self.path(), project)
        {
            // Paper that cannot be traced back is paper all the same.
            let kept = backups.keep_found(self.stored.bytes(), self.clock.now());
            let _ = kept.and_then(|()| backups.keep_printed(imprint, &document.title));
        }
    }

    /// How to come back to a project that was kept elsewhere than it was opened.
    pub fn told_move(&self) -> Option<String> {
        let path = self.path().display();
        self.moved.then(|| format!("Het project staat nu in {path}. Open het voortaan met: --project \"{path}\""))
    }

    /// Waits until the person has seen to it that it can be kept, or says where else. Fails when nobody is there, or when they stop.
    fn ask_again(&mut self, error: StoreError) -> Result<(), StoreError> {
        match self.second_try.as_ref().map_or(Next::Leave, |settings| second_try::ask(settings, &error)) {
            Next::Leave => return Err(error),
            Next::Again => {}
            Next::Elsewhere(path) => {
                if let Some(backups) = &mut self.backups {
                    backups.move_to(&path);
                }
                self.stored.move_to(path);
                self.moved = true;
            }
        }
        Ok(())
    }

    fn keep_written(&mut self) {
        if let (Some(backups), Some(project)) = (&mut self.backups, self.file.project()) {
            let _ = backups.keep_written(project, self.stored.bytes(), self.clock.now());
        }
    }

    /// The project with what somebody else changed in the file meanwhile, and what to tell of that. Nothing when nobody did, or
    /// when the file is not this project any more.
    fn with_theirs(&mut self, ours: &Project) -> Option<(Project, Vec<String>)> {
        let bytes = self.stored.changed()?;
        let base = self.file.project()?.clone();
        let (file, theirs) = self.file.again(&bytes).ok()?;
        if theirs.project.id != ours.id {
            return None;
        }
        self.file = file;
        self.stored.know(bytes);
        if let Some(backups) = &self.backups {
            // What they wrote may be what a copy of theirs grows from.
            let _ = backups.keep_found(self.stored.bytes(), self.clock.now());
        }
        let merged = merge(&base, ours, &theirs.project, &|_| Side::Ours);
        let facts = |project| Facts::new(project, self.catalog, self.clock.today());
        let [base, theirs, all] = [&base, &theirs.project, &merged.project].map(facts);
        let mut told = changed_meanwhile(self.catalog, [&base, &theirs, &all], &merged.conflicts);
        told.extend(perhaps_double(ours, &merged.project));
        Some((merged.project, told))
    }

    fn say(&mut self, words: String) {
        match &mut self.later {
            Some(later) => later.push(words),
            // Telling it is all there is to do: everything is kept.
            None => _ = present::message(&words),
        }
    }

    fn tell(&mut self, saved: Saved) {
        let words = match saved {
            Saved::Surely => return,
            Saved::Perhaps => "Bewaard, maar deze schijf zegt niet zeker dat het ook een stroomstoring overleeft.",
            Saved::InPlace => {
                "Bewaard over het oude bestand heen, omdat in deze map geen nieuw bestand mag. Zet het project liever in \
                 een map waar je mag schrijven."
            }
        };
        if !self.told {
            self.told = true;
            self.say(words.to_owned());
        }
    }
}
