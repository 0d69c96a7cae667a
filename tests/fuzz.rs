//! What the fuzzer was given and found goes through the same functions in every run of the tests, with changes of it that are the same each time.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it stands outside the program, looks at it and tells how much"
)]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

#[path = "../fuzz/parsers.rs"]
mod parsers;

use parsers::{TARGETS, Target};

/// For how long every target is tried with changed inputs. `REGIO_FUZZ` names another number of seconds.
const SECONDS: u64 = 1;

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new("fuzz/corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten();
    let read = |path: &Path| (path.display().to_string(), fs::read(path).expect("an input can be read"));
    let mut all: Vec<(String, Vec<u8>)> = entries.map(|entry| read(&entry.path())).collect();
    all.sort();
    assert!(all.len() >= 4, "{target}: there is next to nothing to try");
    all
}

#[track_caller]
fn stands(target: &str, run: Target, name: &str, bytes: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| run(bytes))).is_err() {
        let input = String::from_utf8_lossy(bytes);
        panic!("{target} does not stand {name}; keep it in fuzz/corpus/{target}:\n{input}");
    }
}

#[test]
fn every_input_that_was_kept() {
    for (target, run) in TARGETS {
        corpus(target).iter().for_each(|(name, bytes)| stands(target, run, name, bytes));
    }
}

#[test]
fn changes_of_what_was_kept() {
    let seconds = std::env::var("REGIO_FUZZ").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(SECONDS);
    for (target, run) in TARGETS {
        let corpus: Vec<Vec<u8>> = corpus(target).into_iter().map(|(_, bytes)| bytes).collect();
        let (mut chance, mut tried, begun) = (Chance(0x9e37_79b9_7f4a_7c15), 0, Instant::now());
        while begun.elapsed() < Duration::from_secs(seconds) {
            let bytes = changed(&corpus, &mut chance);
            stands(target, run, &format!("change {tried}"), &bytes);
            tried += 1;
        }
        println!("{target}: {tried}");
        assert!(tried >= 10, "{target}: only {tried} in {seconds} s");
    }
}

/// Every target has inputs that it takes, or nothing behind the first check is ever tried.
#[test]
fn inputs_come_past_the_first_check() {
    use regio::project_file::{Outline, ProjectFile, read_answers};
    use regio::source::SourceFile;
    let outline = || Outline::of_questions(regio::built_in::catalog().questions());
    let taken = |target: &str, takes: &dyn Fn(&[u8]) -> bool| {
        let count = corpus(target).iter().filter(|(_, bytes)| takes(bytes)).count();
        assert!(count > 0, "{target}");
    };
    taken("project", &|bytes| ProjectFile::open("x", bytes, outline()).is_ok());
    taken("answers", &|bytes| {
        SourceFile::from_bytes("x", bytes).is_ok_and(|source| read_answers(&source, &outline()).is_ok())
    });
    taken("questionnaire", &|bytes| {
        SourceFile::from_bytes("x", bytes).is_ok_and(|source| regio::catalog::assemble(&[source]).is_ok())
    });
    taken("wording", &|bytes| {
        let catalog = regio::built_in::catalog();
        SourceFile::from_bytes("x", bytes).is_ok_and(|source| regio::wording::read(&source, catalog).is_ok())
    });
    taken("merge", &|bytes| {
        let parts = String::from_utf8_lossy(bytes);
        let mut parts = parts.split("\n########\n");
        parts.all(|part| ProjectFile::open("x", part.as_bytes(), outline()).is_ok())
    });
}

/// Numbers that come in the same order each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).expect("it is below a number of this size")
    }
}

/// One input with some things done to it: a letter changed, a piece gone, doubled, or put in from another input.
fn changed(corpus: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    const SIGNS: &[&str] = &[
        "\u{1b}", "\"", "\"\"\"", "[", "]", "{", "}", "=", "\\", "\r\n", "\u{202e}", "é", "\0", "0", "-", "9999", "'",
    ];
    let mut bytes = corpus[chance.below(corpus.len())].clone();
    for _ in 0..=chance.below(4) {
        let from = chance.below(bytes.len() + 1);
        let until = (from + chance.below(40)).min(bytes.len());
        let piece: Vec<u8> = match chance.below(5) {
            0 => Vec::new(),
            1 => SIGNS[chance.below(SIGNS.len())].as_bytes().to_vec(),
            2 => bytes[from..until].repeat(2),
            3 => vec![u8::try_from(chance.below(256)).expect("it is below 256")],
            _ => {
                let other = &corpus[chance.below(corpus.len())];
                let start = chance.below(other.len() + 1);
                other[start..(start + chance.below(60)).min(other.len())].to_vec()
            }
        };
        bytes.splice(from..until, piece);
    }
    bytes
}
