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
    .find_map(|name| slip(&name).map(|slip| slip.failure(&name)))
    .map_or(Ok(()), Err)
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    Device,
    Ending,
    Sign(char),
    Control,
}

fn slip(name: &str) -> Option<Slip> {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']) || ["¹", "²", "³"].contains(&number))
    };
    if DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.into_iter().any(numbered) {
        return Some(Slip::Device);
    }
    if let Some(sign) = name.chars().find(|sign| RESERVED.contains(sign)) {
        return Some(Slip::Sign(sign));
    }
    if name.chars().any(char::is_control) {
        return Some(Slip::Control);
    }
    name.ends_with(['.', ' ']).then_some(Slip::Ending)
}

impl Slip {
    fn failure(self, name: &str) -> Failure {
        let shown = quoted(&single_line(name));
        let (what, tip) = match self {
            Slip::Device => (
                format!("{shown} kan geen naam zijn: in Windows is dat een apparaat"),
                format!("zet er iets bij, zoals: mijn-{}", single_line(name)),
            ),
            Slip::Sign(sign) => (
                format!("in {shown} staat '{sign}', en dat kan in Windows niet in een naam"),
                "kies een naam met letters, cijfers, spaties en streepjes".to_owned(),
            ),
            Slip::Control => (
                format!("in {shown} staat een teken dat niet te zien is"),
                "typ de naam opnieuw, met letters, cijfers, spaties en streepjes".to_owned(),
            ),
            Slip::Ending => (
                format!("{shown} eindigt op een punt of een spatie, en die laat Windows weg"),
                format!("kies: {}", quoted(single_line(name).trim_end_matches(['.', ' ']))),
            ),
        };
        Failure::wrong_use(what).tip(tip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(slip(name), Some(Slip::Device), "{name}");
        }
        for name in ["lijst.", "lijst.md.", "lijst ", "...md .."] {
            assert_eq!(slip(name), Some(Slip::Ending), "{name}");
        }
        for (name, sign) in
            [("lijst 12:30.md", ':'), ("wat?.md", '?'), ("a*b", '*'), ("<x>", '<'), ("a|b", '|'), ("\"x", '"')]
        {
            assert_eq!(slip(name), Some(Slip::Sign(sign)), "{name}");
        }
        assert_eq!(slip("a\u{7}b"), Some(Slip::Control));
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
