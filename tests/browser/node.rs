use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex};

use super::fonts::FONTS;

/// Where the stories in JavaScript stand.
const FOLDER: &str = "tests/browser";
/// Where the modules of the page stand.
pub const MODULES: &str = "src/round/page";
const CHROMIUM: &str = "/usr/bin/chromium";

/// What a story needs to run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    Node,
    Browser,
    Validator,
}

static NODE: LazyLock<Result<(), String>> = LazyLock::new(|| runs("node"));
static BROWSER: LazyLock<Result<(), String>> = LazyLock::new(|| {
    NODE.clone()?;
    let chromium = std::env::var_os("REGIO_CHROMIUM").map_or(PathBuf::from(CHROMIUM), PathBuf::from);
    if !chromium.exists() {
        return Err(format!("er is geen {}", chromium.display()));
    }
    FONTS.as_ref().map_err(String::clone)?;
    packages()
});

static VALIDATOR: LazyLock<Result<(), String>> = LazyLock::new(|| {
    NODE.clone()?;
    runs("java")?;
    packages()
});

/// Runs a story and gives what it printed; nothing when what it needs is not on this machine.
#[track_caller]
pub fn story(needs: Needs, script: &str, arguments: &[&Path]) -> Option<String> {
    let there = match needs {
        Needs::Node => &NODE,
        Needs::Browser => &BROWSER,
        Needs::Validator => &VALIDATOR,
    };
    if let Err(missing) = &**there {
        let words = format!(
            "NIET BEPROEFD: {script}, want {missing}. Zet nodejs, npm, chromium, fonts-dejavu-core, fonts-liberation, fonts-open-sans en default-jre-headless op deze machine."
        );
        assert!(std::env::var_os("CI").is_none(), "{words}");
        // Past the test framework, which keeps what `eprintln` says of a test that passes.
        writeln!(std::io::stderr(), "\n*** {words} ***\n").expect("somebody hears it");
        return None;
    }
    let mut node = Command::new("node");
    node.arg(format!("{FOLDER}/{script}")).args(arguments).env("TZ", "Europe/Amsterdam");
    if let (Needs::Browser, Ok(fonts)) = (needs, &*FONTS) {
        node.env("FONTCONFIG_FILE", fonts);
    }
    let output = node.output().expect("node starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}:\n{told}");
    Some(String::from_utf8(output.stdout).expect("a story prints UTF-8"))
}

fn runs(program: &str) -> Result<(), String> {
    match Command::new(program).arg("--version").output() {
        Ok(output) if output.status.success() => Ok(()),
        _ => Err(format!("er is geen {program}")),
    }
}

/// Installs the packages that look at the pages, exactly those of the lock file, where one is missing.
fn packages() -> Result<(), String> {
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = INSTALLING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let there = |name: &&str| Path::new(FOLDER).join("node_modules").join(name).join("package.json").exists();
    if ["playwright-core", "axe-core", "vnu-jar"].iter().all(there) {
        return Ok(());
    }
    runs("npm")?;
    let done = Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(FOLDER).output();
    match done {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("npm ci lukt niet: {}", String::from_utf8_lossy(&output.stderr))),
        Err(error) => Err(format!("npm ci lukt niet: {error}")),
    }
}
