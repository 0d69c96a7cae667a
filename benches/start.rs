//! How much processor time passes from start to first prompt, beside a bare Rust program that prints one line.
//!
//! `cargo bench --bench start` prints the medians of paired runs. Linux only: the kernel counts the nanoseconds that a
//! process ran in `/proc/PID/task/*/schedstat`, which is read while the program waits at its first prompt.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "it stands outside the program and looks at it"
)]

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const RUNS: usize = 41;

const BARE: &str = "fn main() { println!(\"regio:\"); let _ = std::io::stdin().read_line(&mut String::new()); }";

fn main() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let bare = folder.path().join("bare");
    fs::write(folder.path().join("bare.rs"), BARE).expect("the folder can be written");
    let compiled = Command::new("rustc").args(["-O", "-o"]).arg(&bare).arg(folder.path().join("bare.rs")).status();
    assert!(compiled.expect("rustc is there").success());
    let project = folder.path().join("project");
    fs::create_dir(&project).expect("the folder can be written");
    prepare(&project, folder.path());

    let regio = |words: &'static [&'static str], place: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regio"));
        command.args(words).current_dir(place).env("REGIO_STATE", folder.path().join("state"));
        command
    };
    compare("regio init", &|| regio(&["init", "nieuw"], folder.path()), "Naam", &bare);
    compare("regio fase verkennen", &|| regio(&["fase", "verkennen"], &project), "Begin", &bare);
}

fn prepare(project: &Path, folder: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_regio"))
        .args(["init", "--voorbeeld"])
        .current_dir(project)
        .env("REGIO_STATE", folder.join("state"))
        .stderr(Stdio::null())
        .status();
    assert!(done.expect("the program starts").success());
}

/// Runs the two in turn, so that a busy moment of the machine touches both.
fn compare(name: &str, command: &dyn Fn() -> Command, prompt: &str, bare: &Path) {
    let (mut times, mut bares, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let time = until(&mut command(), prompt);
        let other = until(&mut Command::new(bare), "regio");
        times.push(time);
        bares.push(other);
        ratios.push(time / other);
    }
    println!(
        "{name}: {:.2} ms to the first prompt; bare program: {:.2} ms; ratio {:.2} (medians of {RUNS} pairs)",
        median(&mut times),
        median(&mut bares),
        median(&mut ratios)
    );
}

/// Milliseconds of processor time until these words have been printed.
fn until(command: &mut Command, words: &str) -> f64 {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    wait_for(&mut child, words);
    let time = processor_time(child.id());
    child.kill().expect("the program waits at its prompt");
    child.wait().expect("the program ends");
    time
}

fn wait_for(child: &mut Child, words: &str) {
    let mut output = child.stdout.take().expect("standard output is a pipe");
    let mut messages = child.stderr.take().expect("standard error is a pipe");
    let bare = words == "regio";
    let mut seen = String::new();
    let mut buffer = [0_u8; 4_096];
    while !seen.contains(words) {
        let read = if bare { output.read(&mut buffer) } else { messages.read(&mut buffer) };
        let read = read.expect("the pipe can be read");
        assert!(read > 0, "the program ended before '{words}':\n{seen}");
        seen.push_str(&String::from_utf8_lossy(&buffer[..read]));
    }
    // The pipes stay open until the time has been read.
    std::mem::forget((output, messages));
}

fn processor_time(process: u32) -> f64 {
    // The program needs a moment to go from its last word to waiting.
    std::thread::sleep(std::time::Duration::from_millis(2));
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("the process is there");
    let nanoseconds: u64 = threads
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok())
        .filter_map(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .sum();
    nanoseconds as f64 / 1e6
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
