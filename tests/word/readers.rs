use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value as Json;

/// Where the reader in Python stands.
const FOLDER: &str = "tests/word";

/// A Python of our own with the packages of the list, below the folder for the files of tests.
static PYTHON: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word-python");
    let list = format!("{FOLDER}/requirements.txt");
    let (python, installed) = (folder.join("bin/python"), folder.join("installed.txt"));
    let wanted = std::fs::read(&list).expect("the list is there");
    if std::fs::read(&installed).ok().as_ref() != Some(&wanted) {
        done(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let options = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", &list];
        done(Command::new(&python).args(options))?;
        std::fs::write(&installed, wanted).expect("the folder can be written");
    }
    Ok(python)
});

static OFFICE: LazyLock<Result<(), String>> = LazyLock::new(|| {
    done(Command::new("soffice").arg("--version"))?;
    done(Command::new("pdftotext").arg("-v"))?;
    Ok(())
});

fn done(command: &mut Command) -> Result<Output, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) if output.status.success() => Ok(output),
        Ok(output) => Err(format!("{name} lukt niet: {}", String::from_utf8_lossy(&output.stderr))),
        Err(_) => Err(format!("er is geen {name}")),
    }
}

/// What is not on this machine is told aloud, and is a fault where the tests must be complete.
#[track_caller]
fn there<'t, T>(reader: &'t Result<T, String>, name: &str, packages: &str) -> Option<&'t T> {
    let missing = match reader {
        Ok(there) => return Some(there),
        Err(missing) => missing,
    };
    let words = format!("NIET BEPROEFD met {name}, want {missing}. Zet {packages} op deze machine.");
    assert!(std::env::var_os("CI").is_none(), "{words}");
    // Past the test framework, which keeps what `eprintln` says of a test that passes.
    writeln!(std::io::stderr(), "\n*** {words} ***\n").expect("somebody hears it");
    None
}

/// What python-docx reads in each of these files.
#[track_caller]
pub fn read(files: &[PathBuf]) -> Option<Vec<Json>> {
    let python = there(&PYTHON, "python-docx", "python3 en python3-venv")?;
    let output = Command::new(python).arg(format!("{FOLDER}/read.py")).args(files).output().expect("Python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("the reader prints JSON"))
}

/// What openxml-audit finds wrong in the files of this folder, each with the name of its file.
#[track_caller]
pub fn faults(folder: &Path) -> Option<Vec<String>> {
    let python = there(&PYTHON, "openxml-audit", "python3 en python3-venv")?;
    let options = ["--recursive", "--max-errors", "0", "--format", "microsoft365", "--output", "json"];
    let output =
        Command::new(python).args(["-m", "openxml_audit"]).args(options).arg(folder).output().expect("Python starts");
    let files: Vec<Json> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let count = std::fs::read_dir(folder).expect("the folder is there").count();
    assert_eq!(files.len(), count, "the checker read another number of files");
    let of_file = |file: &Json| {
        let faults = file["errors"].as_array().expect("there is a list of faults").clone();
        let name = file["file"].as_str().expect("the file has a name").to_owned();
        faults.into_iter().map(move |fault| format!("{name}: {} {}", fault["path"], fault["description"]))
    };
    Some(files.iter().flat_map(of_file).collect())
}

/// Fills in a sheet with python-docx; whether that is there.
#[track_caller]
pub fn fill_in(sheet: &Path, filled_in: &Path, fillings: &Json) -> bool {
    let Some(python) = there(&PYTHON, "python-docx", "python3 en python3-venv") else { return false };
    let mut filling = Command::new(python);
    filling.arg(format!("{FOLDER}/fill.py")).args([sheet, filled_in]).arg(fillings.to_string());
    done(&mut filling).unwrap_or_else(|error| panic!("{error}"));
    true
}

/// What LibreOffice saves of a file in another format, or again in its own.
#[track_caller]
pub fn saved_as(file: &Path, ending: &str, folder: &Path) -> Option<PathBuf> {
    there(&OFFICE, "LibreOffice", "libreoffice-writer-nogui en poppler-utils")?;
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args(["--headless", &profile, "--convert-to", ending, "--outdir"]).args([folder, file]);
    done(&mut office).unwrap_or_else(|error| panic!("{error}"));
    Some(folder.join(file.file_name().expect("a file has a name")).with_extension(ending))
}

/// What LibreOffice makes of a file.
pub struct Pages {
    /// As they look: the words of a line beside each other.
    pub laid_out: Vec<String>,
    /// All words in the order of the text, cell by cell.
    pub in_order: String,
}

/// The pages that LibreOffice makes of each of these files.
#[track_caller]
pub fn pages(files: &[PathBuf]) -> Option<Vec<Pages>> {
    there(&OFFICE, "LibreOffice", "libreoffice-writer-nogui en poppler-utils")?;
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    done(&mut conversion(folder.path(), files)).unwrap_or_else(|error| panic!("{error}"));
    let read = |file: &PathBuf| {
        let made = folder.path().join(file.file_name().expect("a file has a name")).with_extension("pdf");
        Some(Pages { laid_out: words_of_pages(&made)?, in_order: words(&made, "-raw") })
    };
    files.iter().map(read).collect()
}

/// How many pages LibreOffice makes of each of these files, whatever letters are on this machine beside those of the tests.
#[track_caller]
pub fn page_counts(files: &[PathBuf]) -> Option<Vec<usize>> {
    there(&OFFICE, "LibreOffice", "libreoffice-writer-nogui en poppler-utils")?;
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let fonts = folder.path().join("fonts.conf");
    std::fs::write(&fonts, FONTS.replace("{folder}", &folder.path().to_string_lossy())).expect("can be written");
    let mut office = conversion(folder.path(), files);
    done(office.env("FONTCONFIG_FILE", fonts)).unwrap_or_else(|error| panic!("{error}"));
    let count = |file: &PathBuf| {
        let made = folder.path().join(file.file_name().expect("a file has a name")).with_extension("pdf");
        words(&made, "-raw").split_terminator('\u{c}').count()
    };
    Some(files.iter().map(count).collect())
}

/// Liberation is as wide as Arial; DejaVu has the signs.
const FONTS: &str = "<fontconfig><dir>/usr/share/fonts/truetype/liberation</dir><dir>/usr/share/fonts/truetype/dejavu</dir>\
                     <cachedir>{folder}/fonts</cachedir></fontconfig>";

fn conversion(folder: &Path, files: &[PathBuf]) -> Command {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args(["--headless", &profile, "--convert-to", "pdf", "--outdir"]).arg(folder).args(files);
    office
}

/// The words of each page of a PDF, as they look; nothing where no program reads them.
#[track_caller]
pub fn words_of_pages(file: &Path) -> Option<Vec<String>> {
    there(&OFFICE, "LibreOffice", "libreoffice-writer-nogui en poppler-utils")?;
    Some(words(file, "-layout").split_terminator('\u{c}').map(str::to_owned).collect())
}

/// Where each word of a PDF stands, as `pdftotext -bbox` says it; nothing where no program reads them.
#[track_caller]
pub fn words_in_place(file: &Path) -> Option<String> {
    there(&OFFICE, "LibreOffice", "libreoffice-writer-nogui en poppler-utils")?;
    Some(words(file, "-bbox"))
}

#[track_caller]
fn words(pages: &Path, order: &str) -> String {
    let output = done(Command::new("pdftotext").arg(order).arg(pages).arg("-"));
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", pages.display()));
    String::from_utf8(output.stdout).expect("is UTF-8")
}
