//! The letters of the pages, so that what fits does not depend on the machine. Of all that the style sheet can come out at, DejaVu
//! Sans is the widest, and what many a computer with Linux has: what fits in it, fits. What must stay on one page is also laid out
//! in Liberation Sans, whose letters are as wide as those of Arial, and in Open Sans, which comes close to Segoe UI.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Where the Debian packages fonts-dejavu-core, fonts-liberation and fonts-open-sans put them.
const FOLDER: &str = "/usr/share/fonts/truetype";
const FILES: [&str; 8] = [
    "dejavu/DejaVuSans.ttf",
    "dejavu/DejaVuSans-Bold.ttf",
    "dejavu/DejaVuSansMono.ttf",
    "dejavu/DejaVuSansMono-Bold.ttf",
    "liberation/LiberationSans-Regular.ttf",
    "liberation/LiberationSans-Bold.ttf",
    "open-sans/OpenSans-Regular.ttf",
    "open-sans/OpenSans-Bold.ttf",
];

/// A file that has programs find these fonts and no others.
pub static FONTS: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fonts");
    let files = folder.join("files");
    fs::create_dir_all(&files).expect("the folder for the files of tests can be written");
    for name in FILES {
        let font = Path::new(FOLDER).join(name);
        let name = font.file_name().expect("each is a file");
        fs::copy(&font, files.join(name)).map_err(|_| format!("er is geen {}", font.display()))?;
    }
    let configuration = folder.join("fonts.conf");
    fs::write(&configuration, said(&files, &folder.join("cache"))).expect("the folder can be written");
    Ok(configuration)
});

fn said(files: &Path, cache: &Path) -> String {
    let preferred = |kind: &str, font: &str| {
        format!("<alias><family>{kind}</family><prefer><family>{font}</family></prefer></alias>\n")
    };
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n<fontconfig>\n<dir>{}</dir>\n\
         <cachedir>{}</cachedir>\n{}{}</fontconfig>\n",
        files.display(),
        cache.display(),
        preferred("sans-serif", "DejaVu Sans"),
        preferred("monospace", "DejaVu Sans Mono"),
    )
}
