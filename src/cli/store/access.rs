use std::fs::File;

/// The new file belongs to whom the old one did, and whoever could read it still can; nobody more. A file made anew is its owner's
/// own, and what cannot be carried over leaves it so.
#[cfg(unix)]
pub(super) fn carry_over(from: &File, to: &File) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let Ok(about) = from.metadata() else { return };
    // Only root may give a file away. The group is asked for by itself, or a colleague's file in a shared folder would be
    // lost to the rest of the group.
    if fchown(to, Some(about.uid()), Some(about.gid())).is_err() {
        let _ = fchown(to, None, Some(about.gid()));
    }
    let keeps_group = to.metadata().is_ok_and(|now| now.gid() == about.gid());
    let set = |mode: u32| to.set_permissions(PermissionsExt::from_mode(mode));
    let mode = about.mode() & 0o777;
    // Beside such a list the bits of the group tell what anybody in the list may do at most, and not what the group may.
    #[cfg(target_os = "linux")]
    if let Some(mut list) = access_list::read(from) {
        if !keeps_group {
            access_list::group_as_others(&mut list);
        }
        if set(mode & !0o070).is_ok() {
            access_list::write(to, &list);
        }
        return;
    }
    drop(set(if keeps_group { mode } else { group_as_others(mode) }));
}

#[cfg(not(unix))]
pub(super) fn carry_over(_from: &File, _to: &File) {}

/// Another group than the one that was meant may do no more than everybody.
#[cfg(unix)]
fn group_as_others(mode: u32) -> u32 {
    mode & !0o070 | mode & (mode << 3) & 0o070
}

/// Who may do what beside the owner and the group, as Linux keeps it with a file: entries of eight bytes, with what it is about in the
/// first two and what is allowed in the next.
#[cfg(target_os = "linux")]
mod access_list {
    use std::fs::File;

    use rustix::fs::{XattrFlags, fgetxattr, fsetxattr};

    const NAME: &str = "system.posix_acl_access";
    const VERSION: usize = 4;
    const ENTRY: usize = 8;
    const GROUP: u16 = 0x04;
    const OTHERS: u16 = 0x20;

    /// Nothing where there is no list.
    pub fn read(file: &File) -> Option<Vec<u8>> {
        let mut list = vec![0; 64 * 1024];
        let length = fgetxattr(file, NAME, list.as_mut_slice()).ok()?;
        list.truncate(length);
        Some(list)
    }

    pub fn write(file: &File, list: &[u8]) {
        // Without the list the file stays its owner's own.
        let _ = fsetxattr(file, NAME, list, XattrFlags::empty());
    }

    pub fn group_as_others(list: &mut [u8]) {
        let entries = |list: &[u8], wanted: u16| {
            let places = (VERSION..list.len().saturating_sub(ENTRY - 1)).step_by(ENTRY);
            places.filter(|at| list[*at..*at + 2] == wanted.to_le_bytes()).collect::<Vec<usize>>()
        };
        let others = entries(list, OTHERS).first().map_or(0, |at| list[at + 2]);
        for at in entries(list, GROUP) {
            list[at + 2] &= others;
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    use super::super::stored::Stored;
    use super::*;

    const OWNER: u16 = 0x01;
    const ONE: u16 = 0x02;
    const GROUP: u16 = 0x04;
    const MOST: u16 = 0x10;
    const OTHERS: u16 = 0x20;

    /// One person may write, and the group of the file may nothing.
    fn list(group: u8) -> Vec<u8> {
        let entries = [
            (OWNER, 6, u32::MAX),
            (ONE, 6, 12_345),
            (GROUP, group, u32::MAX),
            (MOST, 6, u32::MAX),
            (OTHERS, 0, u32::MAX),
        ];
        let entry = |(tag, may, id): (u16, u8, u32)| [&tag.to_le_bytes()[..], &[may, 0], &id.to_le_bytes()].concat();
        [2_u32.to_le_bytes().to_vec(), entries.map(entry).concat()].concat()
    }

    fn saved(prepare: impl FnOnce(&File)) -> File {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let path = folder.path().join("regio.toml");
        fs::write(&path, "een").expect("it can be written");
        prepare(&File::options().write(true).open(&path).expect("it is there"));
        Stored::open(&path).expect("it is there").save(b"twee").expect("it can be replaced");
        let file = File::open(&path).expect("it is there");
        assert_eq!(fs::read(&path).expect("it is there"), b"twee");
        file
    }

    fn mode(file: &File) -> u32 {
        file.metadata().expect("it is there").mode() & 0o777
    }

    #[test]
    fn a_save_keeps_the_group_and_widens_nothing() {
        for wanted in [0o600, 0o640, 0o660, 0o664] {
            let own = saved(|file| file.set_permissions(PermissionsExt::from_mode(wanted)).expect("it is ours"));
            assert_eq!(mode(&own), wanted);
        }
        let mut given = false;
        let file = saved(|file| {
            given = fchown(file, None, Some(12_345)).is_ok();
            file.set_permissions(PermissionsExt::from_mode(0o640)).expect("it is ours");
        });
        assert_eq!(mode(&file), 0o640);
        // Only who may give a file to a group can try it.
        assert!(!given || file.metadata().expect("it is there").gid() == 12_345);
    }

    #[test]
    fn a_group_that_was_not_meant_may_no_more_than_everybody() {
        for (mode, narrowed) in [(0o600, 0o600), (0o640, 0o600), (0o660, 0o600), (0o664, 0o644), (0o775, 0o755)] {
            assert_eq!(group_as_others(mode), narrowed, "{mode:o}");
        }
        let mut narrowed = list(6);
        access_list::group_as_others(&mut narrowed);
        assert_eq!(narrowed, list(0));
    }

    #[test]
    fn who_has_a_place_in_the_list_keeps_it_and_the_group_gets_nothing() {
        let mut kept = false;
        let file = saved(|file| {
            access_list::write(file, &list(0));
            kept = access_list::read(file).is_some();
        });
        // Not every disk keeps such lists.
        if kept {
            assert_eq!(access_list::read(&file), Some(list(0)));
            assert_eq!(mode(&file), 0o660, "what anybody in the list may do at most");
        }
    }
}
