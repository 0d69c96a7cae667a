//! Readers of our files that are not ours: packages of Python, in an environment of their own that is made when it is missing.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

static MAKING: Mutex<()> = Mutex::new(());

/// Runs a script with these packages and gives what it printed. Without Python or a package that can be installed there is no
/// answer: that is told loudly, and is a failure where `CI` is set.
pub fn run(packages: &[&str], script: &str, arguments: &[&Path]) -> Option<String> {
    let Some(python) = environment(packages) else {
        assert!(std::env::var_os("CI").is_none(), "Python with {packages:?} is needed here");
        // Written past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "\n!!! NOT TESTED: there is no Python with {packages:?} !!!\n");
        return None;
    };
    let done = Command::new(python).arg("-c").arg(script).args(arguments).output().expect("Python starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Some(String::from_utf8(done.stdout).expect("Python prints UTF-8"))
}

/// The Python of the environment, with the packages in it.
fn environment(packages: &[&str]) -> Option<PathBuf> {
    let _one_at_a_time = MAKING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join("python");
    fs::create_dir_all(folder.parent()?).ok()?;
    // Other test programs may be making it at the same moment.
    let lock = fs::File::create(folder.with_extension("lock")).ok()?;
    lock.lock().ok()?;
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        let makers = ["python3", "python"];
        makers.iter().find(|maker| succeeds(Command::new(maker).args(["-m", "venv"]).arg(&folder)))?;
    }
    let imports: Vec<String> = packages.iter().map(|package| format!("import {}", module(package))).collect();
    let knows = || succeeds(Command::new(&python).args(["-c", &imports.join("; ")]));
    let install = || succeeds(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages));
    (knows() || install() && knows()).then_some(python)
}

/// The name by which a package, with or without a version, is imported.
fn module(package: &str) -> &str {
    match package.split("==").next().unwrap_or_default() {
        "page-validation" => "page",
        "python-docx" => "docx",
        other => other,
    }
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
