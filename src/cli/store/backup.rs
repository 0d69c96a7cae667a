use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::saver;
use super::state_folder::{canonical, fingerprint, make_private, state_folder};
use crate::domain::{Identifier, Project};

/// The folder of all copies.
const BACKUPS: &str = "backups";

/// Beside the copies: where the file of the project was seen, a line each.
const PATHS: &str = "paths.txt";

/// Beside the copies: of which file each is a copy, a line each.
const ORIGINS: &str = "origins.txt";

/// The name of a copy before its number.
const MOMENT: &str = "%Y-%m-%d_%H%M%S";

/// So many bytes of a fingerprint tell projects apart.
const MARK: usize = 4;

/// So many copies are kept, and besides them one a day for so many days.
const NEWEST: usize = 20;
const DAYS: i64 = 30;

/// A name that is found back by a person: that of the project, and so many letters.
const LONGEST_NAME: usize = 40;

/// Copies of one project: as it was found at the start of a session, and as the session left it. They lie in the user's own folder:
/// beside the project they would be mailed and synchronised along with it. They belong to the project and not to its file, so a
/// file that moves keeps them.
#[derive(Clone, Debug)]
pub struct Backups {
    folder: PathBuf,
    /// The file of the project.
    file: PathBuf,
    /// The copy of what this session wrote last.
    written: Option<PathBuf>,
}

impl Backups {
    /// Those of the project in this file. Nothing where there is no folder for them.
    pub fn of(file: &Path, project: &Project) -> Option<Backups> {
        let all = state_folder()?.join(BACKUPS);
        let mark = fingerprint(project.id.as_bytes(), MARK);
        let known = entries_of(&all).into_iter().find(|folder| is_marked(folder, &mark));
        let name = || {
            let name = project.name.as_deref().and_then(Identifier::from_name).map(|name| name.to_string());
            let name: String = name.unwrap_or_else(|| "project".to_owned()).chars().take(LONGEST_NAME).collect();
            all.join(format!("{}-{mark}", name.trim_end_matches('-')))
        };
        Some(Backups::at(known.unwrap_or_else(name), file))
    }

    fn at(folder: PathBuf, file: &Path) -> Backups {
        Backups { folder, file: file.to_owned(), written: None }
    }

    /// Those of the project that this text names by its id, for a file that cannot be read as a project any more.
    pub fn named_in(file: &Path, text: &[u8]) -> Option<Backups> {
        let all = entries_of(&state_folder()?.join(BACKUPS));
        let text = String::from_utf8_lossy(text);
        let ids = text.lines().filter_map(|line| line.trim().strip_prefix("id")?.trim_start().strip_prefix('='));
        let marks = ids.map(|id| fingerprint(id.trim().trim_matches(['"', '\'']).as_bytes(), MARK));
        let mut known = marks.filter_map(|mark| all.iter().find(|folder| is_marked(folder, &mark)));
        known.next().map(|folder| Backups::at(folder.clone(), file))
    }

    /// Those of every project, for a file that says nothing of which it is.
    pub fn of_all(file: &Path) -> Vec<Backups> {
        let all = state_folder().map(|folder| entries_of(&folder.join(BACKUPS))).unwrap_or_default().into_iter();
        all.map(|folder| Backups::at(folder, file)).filter(|backups| !backups.list().is_empty()).collect()
    }

    /// Those of the project that was last seen at this path, for a file that cannot be read any more.
    pub fn last_seen_at(file: &Path) -> Option<Backups> {
        let all = Backups::of_all(file).into_iter().filter(Backups::knows_file);
        all.max_by_key(|backups| backups.list().first().and_then(|copy| copy.file_name().map(OsStr::to_owned)))
    }

    /// The file goes on elsewhere.
    pub fn move_to(&mut self, file: &Path) {
        self.file = file.to_owned();
    }

    /// Keeps a copy of what was found, unless the newest one is the same.
    pub fn keep_found(&self, bytes: &[u8], now: DateTime<FixedOffset>) -> io::Result<()> {
        self.keep(bytes, now).map(drop)
    }

    /// Keeps a copy of what was written, in the place of what this session wrote before. A project may get its name with what is
    /// written first.
    pub fn keep_written(&mut self, project: &Project, bytes: &[u8], now: DateTime<FixedOffset>) -> io::Result<()> {
        if !self.folder.is_dir() {
            let named = Backups::of(&self.file, project).map(|named| named.folder);
            self.folder = named.unwrap_or_else(|| self.folder.clone());
        }
        if let Some(copy) = self.keep(bytes, now)?
            && let Some(before) = self.written.replace(copy)
            && !self.was_printed(&before)
        {
            // A copy too many does no harm.
            let _ = fs::remove_file(before);
        }
        Ok(())
    }

    fn keep(&self, bytes: &[u8], now: DateTime<FixedOffset>) -> io::Result<Option<PathBuf>> {
        make_private(&self.folder)?;
        if !self.knows_file() {
            let known = format!("{}{}\n", self.said_in(PATHS), canonical(&self.file).display());
            fs::write(self.folder.join(PATHS), known)?;
        }
        let newest = self.list().into_iter().next();
        if let Some(same) = newest.filter(|copy| fs::read(copy).is_ok_and(|known| known == bytes)) {
            let _ = self.note_origin(&same);
            return Ok(None);
        }
        let copy = saver::create_numbered(&self.folder, &now.format(MOMENT).to_string(), bytes)?;
        let _ = self.note_origin(&copy);
        self.thin_out(now.date_naive());
        Ok(Some(copy))
    }

    /// The copies, newest first.
    pub fn list(&self) -> Vec<PathBuf> {
        let is_copy = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
        entries_of(&self.folder).into_iter().rev().filter(is_copy).collect()
    }

    /// The file that a copy is of, when it is known to be another one than this.
    pub fn other_file(&self, copy: &Path) -> Option<PathBuf> {
        let name = copy.file_name()?.to_string_lossy().into_owned();
        let origins = self.said_in(ORIGINS);
        let of_copy = origins.lines().filter_map(|line| line.split_once(' ')).filter(|(known, _)| *known == name);
        let files: Vec<PathBuf> = of_copy.map(|(_, file)| PathBuf::from(file)).collect();
        files.first().filter(|_| !files.contains(&canonical(&self.file))).cloned()
    }

    /// Two files may have been the same. A copy of which nobody knows the file is a copy all the same.
    fn note_origin(&self, copy: &Path) -> io::Result<()> {
        let name = copy.file_name().unwrap_or_default().to_string_lossy();
        let line = format!("{name} {}\n", canonical(&self.file).display());
        let is_kept = |line: &&str| line.split_once(' ').is_some_and(|(name, _)| self.folder.join(name).exists());
        let known = self.said_in(ORIGINS);
        if known.contains(&line) {
            return Ok(());
        }
        let lines: String = known.lines().filter(is_kept).map(|line| format!("{line}\n")).collect();
        fs::write(self.folder.join(ORIGINS), lines + &line)
    }

    pub(super) fn file_beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What a file beside the copies says, in lines.
    pub(super) fn said_in(&self, name: &str) -> String {
        fs::read_to_string(self.file_beside(name)).unwrap_or_default()
    }

    fn knows_file(&self) -> bool {
        let file = canonical(&self.file).display().to_string();
        self.said_in(PATHS).lines().any(|known| known == file)
    }

    fn thin_out(&self, today: NaiveDate) {
        // A folder that was copied along is another file of the same project: its copies push out none of this one.
        let mut kept: BTreeMap<Option<PathBuf>, (usize, Vec<NaiveDate>)> = BTreeMap::new();
        for copy in self.list() {
            let (count, kept_days) = kept.entry(self.other_file(&copy)).or_default();
            let index = *count;
            *count += 1;
            let day = moment_of(&copy).map(|moment| moment.date());
            let is_new_day = day.is_some_and(|day| !kept_days.contains(&day) && (today - day).num_days() <= DAYS);
            if index < NEWEST || is_new_day || self.was_printed(&copy) {
                kept_days.extend(day);
            } else {
                // A copy too many does no harm.
                let _ = fs::remove_file(copy);
            }
        }
    }
}

/// When a copy was made, as its name tells.
pub fn moment_of(copy: &Path) -> Option<NaiveDateTime> {
    let (moment, _) = copy.file_stem()?.to_str()?.rsplit_once('-')?;
    NaiveDateTime::parse_from_str(moment, MOMENT).ok()
}

/// What lies in a folder, by name.
fn entries_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort_unstable();
    paths
}

fn is_marked(folder: &Path, mark: &str) -> bool {
    folder.to_string_lossy().rsplit_once('-').is_some_and(|(_, known)| known == mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn moment(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).expect("the tests write moments in RFC 3339")
    }

    fn backups() -> (tempfile::TempDir, Backups) {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let backups =
            Backups { folder: folder.path().join("kopieën"), file: folder.path().join("regio.toml"), written: None };
        (folder, backups)
    }

    fn contents(backups: &Backups) -> Vec<String> {
        backups.list().iter().map(|copy| fs::read_to_string(copy).expect("the copy is there")).collect()
    }

    #[test]
    fn copies_are_listed_newest_first_also_within_a_second() {
        let (_folder, backups) = backups();
        for text in ["een", "twee", "twee", "drie"] {
            backups.keep(text.as_bytes(), moment("2026-11-24T20:15:00+01:00")).expect("it can be kept");
        }
        assert_eq!(contents(&backups), ["drie", "twee", "een"]);
    }

    #[test]
    fn the_last_twenty_stay_and_before_them_one_a_day_for_thirty_days() {
        let (_folder, backups) = backups();
        // Three copies on each of forty days.
        let first = moment("2026-10-01T09:00:00+01:00");
        for count in 0..120 {
            let now = first + chrono::Duration::days(count / 3) + chrono::Duration::hours(count % 3);
            backups.keep(format!("kopie {count}").as_bytes(), now).expect("it can be kept");
        }
        let kept = backups.list();
        let days: Vec<NaiveDate> = kept.iter().filter_map(|copy| Some(moment_of(copy)?.date())).collect();
        assert_eq!(
            contents(&backups)[..20],
            (100..120).rev().map(|count| format!("kopie {count}")).collect::<Vec<_>>()
        );
        let older = &days[20..];
        assert!(older.windows(2).all(|pair| pair[0] != pair[1]), "{older:?}");
        assert_eq!(days.last().map(NaiveDate::to_string).as_deref(), Some("2026-10-10"));
    }

    #[test]
    fn what_was_printed_keeps_its_copy() {
        let (_folder, backups) = backups();
        let document = Document { label: Some("TLP:CLEAR"), ..Document::new("Verslag", NaiveDate::MIN, Vec::new()) };
        let imprint = document.with_imprint().imprint.expect("it is a page");
        let first = moment("2026-01-01T09:00:00+01:00");
        backups.keep_found(b"gedrukt", first).expect("it can be kept");
        backups.keep_printed(imprint, "Verslag\nvan de haven").expect("it can be kept");
        for count in 1..200 {
            let now = first + chrono::Duration::days(count);
            backups.keep(format!("kopie {count}").as_bytes(), now).expect("it can be kept");
        }
        let printed = backups.printed(imprint).expect("it is known");
        assert_eq!(fs::read(&printed.copy).ok().as_deref(), Some(&b"gedrukt"[..]));
        assert_eq!(printed.title, "Verslag van de haven");
        assert_eq!(backups.list().len(), 20 + 11 + 1);
        // The same words of a later day go back to the first.
        backups.keep_found(b"later", first).expect("it can be kept");
        backups.keep_printed(imprint, "Verslag").expect("it can be kept");
        assert_eq!(backups.printed(imprint), Some(printed));
    }

    #[test]
    fn another_file_of_the_project_pushes_out_no_copy_of_this_one() {
        let (_folder, backups) = backups();
        let first = moment("2026-11-24T09:00:00+01:00");
        backups.keep(b"van hier", first).expect("it can be kept");
        let elsewhere =
            Backups { file: backups.folder.join("elders.toml"), written: None, folder: backups.folder.clone() };
        for count in 0..30 {
            let now = first + chrono::Duration::minutes(1 + count);
            elsewhere.keep(format!("elders {count}").as_bytes(), now).expect("it can be kept");
        }
        let kept = contents(&backups);
        assert_eq!(kept.len(), 21, "{kept:?}");
        assert_eq!(kept.last().map(String::as_str), Some("van hier"));
    }

    #[test]
    fn of_what_a_session_wrote_the_last_stays() {
        let (_folder, mut backups) = backups();
        let now = moment("2026-11-24T20:15:00+01:00");
        backups.keep_found(b"gevonden", now).expect("it can be kept");
        for text in ["een", "twee", "drie"] {
            backups.keep_written(&Project::default(), text.as_bytes(), now).expect("it can be kept");
        }
        assert_eq!(contents(&backups), ["drie", "gevonden"]);
        let mut next = Backups { written: None, ..backups };
        next.keep_written(&Project::default(), b"vier", now).expect("it can be kept");
        assert_eq!(contents(&next), ["vier", "drie", "gevonden"]);
        assert!(next.knows_file());
        assert!(!Backups { file: next.folder.join("ander.toml"), ..next }.knows_file());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_look_into_the_copies() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, backups) = backups();
        backups.keep(b"een", moment("2026-11-24T20:15:00+01:00")).expect("it can be kept");
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(mode(&backups.folder), 0o700);
        assert!(backups.list().iter().all(|copy| mode(copy) == 0o600));
    }
}
