use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::saver;
use super::state_folder::{make_private, name_of, state_folder};

/// So many copies are kept, and besides them one a day for so many days.
const NEWEST: usize = 20;
const DAYS: i64 = 30;

/// Copies of one project as it was at the start of earlier sessions. They lie in the user's own folder: beside the project
/// they would be mailed and synchronised along with it.
#[derive(Clone, Debug)]
pub struct Backups {
    folder: PathBuf,
}

impl Backups {
    pub fn of(path: &Path) -> Option<Backups> {
        Some(Backups { folder: state_folder()?.join("backups").join(name_of(path)) })
    }

    /// Keeps a copy, unless the newest one is the same.
    pub fn keep(&self, bytes: &[u8], now: DateTime<FixedOffset>) -> io::Result<()> {
        make_private(&self.folder)?;
        let newest = self.list().into_iter().next();
        if newest.is_some_and(|copy| fs::read(copy).is_ok_and(|known| known == bytes)) {
            return Ok(());
        }
        saver::create_numbered(&self.folder, &now.format("%Y-%m-%d_%H%M%S").to_string(), bytes)?;
        self.thin_out(now.date_naive());
        Ok(())
    }

    /// The copies, newest first.
    pub fn list(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let mut copies: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        copies.sort_unstable_by(|one, other| other.cmp(one));
        copies
    }

    fn thin_out(&self, today: NaiveDate) {
        let mut kept_days: Vec<NaiveDate> = Vec::new();
        for (index, copy) in self.list().into_iter().enumerate() {
            let day = day_of(&copy);
            let is_new_day = day.is_some_and(|day| !kept_days.contains(&day) && (today - day).num_days() <= DAYS);
            if index < NEWEST || is_new_day {
                kept_days.extend(day);
            } else {
                // A copy too many does no harm.
                let _ = fs::remove_file(copy);
            }
        }
    }
}

fn day_of(copy: &Path) -> Option<NaiveDate> {
    copy.file_name()?.to_str()?.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).expect("the tests write moments in RFC 3339")
    }

    fn backups() -> (tempfile::TempDir, Backups) {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let backups = Backups { folder: folder.path().join("kopieën") };
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
        let days: Vec<NaiveDate> = kept.iter().filter_map(|copy| day_of(copy)).collect();
        assert_eq!(
            contents(&backups)[..20],
            (100..120).rev().map(|count| format!("kopie {count}")).collect::<Vec<_>>()
        );
        let older = &days[20..];
        assert!(older.windows(2).all(|pair| pair[0] != pair[1]), "{older:?}");
        assert_eq!(days.last().map(NaiveDate::to_string).as_deref(), Some("2026-10-10"));
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
