//! Names of files that hold on every system: a project goes from one laptop to the next.

use std::path::{Component, Path};

use super::failure::{Failure, Result};
use crate::notation::single_line;
use crate::source::quoted;

/// What Windows takes for a device, in any folder and with any ending; some also with a number behind them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Signs with a meaning of their own in a path on Windows.
const RESERVED: [char; 7] = ['<', '>', ':', '"', '|', '?', '*'];

/// Refuses a file or a folder that is yet to be made, when its name is of no use on Windows: there what is written disappears in a device,
/// or comes under another name. Folders that are there already have proved themselves.
pub fn check(path: &Path) -> Result<()> {
    let new = path.ancestors().take_while(|part| !part.is_dir());
    new.filter_map(|part| match part.components().next_back() {
        Some(Component::Normal(name)) => Some(name.to_string_lossy()),
        _ => None,
    })
    .find_map(|name| slip(&name))
    .map_or(Ok(()), Err)
}

/// What is wrong with a name.
fn slip(name: &str) -> Option<Failure> {
    let told = single_line(name);
    let shown = quoted(&told);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']) || ["¹", "²", "³"].contains(&number))
    };
    let (what, tip) = if DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.into_iter().any(numbered) {
        let what = format!("{shown} kan geen naam zijn: in Windows is dat een apparaat");
        (what, format!("zet er iets bij, zoals: mijn-{told}"))
    } else if let Some(sign) = name.chars().find(|sign| RESERVED.contains(sign)) {
        let what = format!("in {shown} staat '{sign}', en dat kan in Windows niet in een naam");
        (what, "kies een naam met letters, cijfers, spaties en streepjes".to_owned())
    } else if name.chars().any(char::is_control) {
        let what = format!("in {shown} staat een teken dat niet te zien is");
        (what, "typ de naam opnieuw, met letters, cijfers, spaties en streepjes".to_owned())
    } else if name.ends_with(['.', ' ']) {
        let what = format!("{shown} eindigt op een punt of een spatie, en die laat Windows weg");
        (what, format!("kies: {}", quoted(told.trim_end_matches(['.', ' ']))))
    } else {
        return None;
    };
    Some(Failure::wrong_use(what).tip(tip))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_slip(name: &str, expected: &str) {
        let told = slip(name).map(|failure| failure.faults[0].what.clone());
        assert!(told.is_some_and(|told| told.contains(expected)), "{name}");
    }

    #[test]
    fn usual_names_are_names() {
        for name in [
            "lijst.md",
            "Checklist maart 2026.docx",
            "één & twee.html",
            "..verborgen",
            "console.md",
            "com10.md",
            "nulmeting.md",
        ] {
            assert_eq!(slip(name), None, "{name}");
        }
        for path in ["lijst.md", "../lijst.md", "./post/lijst.md", "/tmp/lijst.md", "."] {
            assert_eq!(check(Path::new(path)), Ok(()), "{path}");
        }
    }

    #[test]
    fn what_windows_makes_something_else_of_is_no_name() {
        for name in ["nul", "NUL", "aux.md", "Con.tar.gz", "com1", "lpt9.txt", "COM².md", "nul .md", "conout$"] {
            check_slip(name, "is dat een apparaat");
        }
        for name in ["lijst.", "lijst.md.", "lijst ", "...md .."] {
            check_slip(name, "eindigt op een punt of een spatie");
        }
        for (name, sign) in
            [("lijst 12:30.md", ':'), ("wat?.md", '?'), ("a*b", '*'), ("<x>", '<'), ("a|b", '|'), ("\"x", '"')]
        {
            check_slip(name, &format!("staat '{sign}'"));
        }
        check_slip("a\u{7}b", "een teken dat niet te zien is");
    }

    #[test]
    fn a_folder_that_is_there_may_be_called_anything() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        if !cfg!(windows) {
            std::fs::create_dir(folder.path().join("12:30")).expect("it can be made");
            assert_eq!(check(&folder.path().join("12:30/lijst.md")), Ok(()));
        }
        assert!(check(&folder.path().join("12:45/lijst.md")).is_err());
        assert!(check(&folder.path().join("nieuw/aux/lijst.md")).is_err());
    }
}
