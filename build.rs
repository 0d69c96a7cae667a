//! Checks the built-in questionnaires and puts them in the program as they are used, so that no start of the program has to
//! read and compile them again. A fault in a questionnaire fails the build, with its line and its mend.
#![allow(dead_code, unused_imports, reason = "the layers are shared with the program, which uses all of them")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a build script is a shell of its own"
)]

#[path = "src/catalog/mod.rs"]
mod catalog;
#[path = "src/domain/mod.rs"]
mod domain;
#[path = "src/expression/mod.rs"]
mod expression;
#[path = "src/notation/mod.rs"]
mod notation;
#[path = "src/source/mod.rs"]
mod source;

use std::path::Path;
use std::process::exit;
use std::{env, fs};

fn main() {
    for input in [
        "questionnaires",
        "supplements",
        "src/catalog",
        "src/domain",
        "src/expression",
        "src/notation",
        "src/source",
        "build.rs",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    let assembled = catalog::assemble(&catalog::built_in()).unwrap_or_else(|refused| {
        refused.iter().for_each(|faults| eprintln!("{faults}\n"));
        exit(1)
    });
    let supplement = catalog::read_supplement(&catalog::built_in_supplement(), &assembled, chrono::NaiveDate::MAX)
        .unwrap_or_else(|faults| {
            eprintln!("{faults}\n");
            exit(1)
        });
    let bytes = postcard::to_allocvec(assembled.questionnaires()).expect("a questionnaire holds plain values only");
    let supplement = postcard::to_allocvec(&supplement).expect("a fact holds plain values only");
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder for what is generated");
    for (name, bytes) in [("questionnaires.bin", bytes), ("supplement.bin", supplement)] {
        fs::write(Path::new(&folder).join(name), bytes).expect("the folder for what is generated can be written");
    }
}
