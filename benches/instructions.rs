//! How many instructions the commands take in the program as it is handed out, beside what nobody can do without.
//!
//! `cargo bench --bench instructions` writes `docs/snelheid.md`, and fails when a budget of `benches/instructions.toml` is spent. Linux only, with valgrind.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "it stands outside the program and looks at it")]

#[allow(dead_code, reason = "the tests use all of it")]
mod callgrind;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, hint};

use callgrind::{EXAMPLE, FIRST_PROMPT, SAVING, STATUS};

/// Lines of history: a file of half a megabyte, and one of a quarter.
const LINES: usize = 1_000;

const BEGIN: &str = "<!-- begin: benches/instructions.rs -->";
const END: &str = "<!-- einde -->";

/// One row of the table, and whether its budget is kept.
struct Measured {
    what: &'static str,
    millions: Option<f64>,
    beside: &'static str,
    times: f64,
    budget: Option<f64>,
}

fn main() -> ExitCode {
    // Built with the same settings as the program, it parses for it.
    if env::args().nth(1).is_some_and(|word| word == "parse") {
        let text = fs::read_to_string("regio.toml").expect("the project is there");
        hint::black_box(toml::from_str::<toml::Table>(&text).expect("the project is in order"));
        return ExitCode::SUCCESS;
    }
    let rows = measured();
    write(&rows);
    let spent = rows.iter().filter(|row| row.budget.is_some_and(|budget| row.times > budget));
    let spent: Vec<&str> = spent.map(|row| row.what).collect();
    if spent.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("too much: {}", spent.join(", "));
    ExitCode::FAILURE
}

fn measured() -> Vec<Measured> {
    let budgets = callgrind::budgets();
    let regio = Path::new(env!("CARGO_BIN_EXE_regio"));
    let itself = env::current_exe().expect("the system knows which program this is");
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let one_line = callgrind::millions(&one_line(folder.path()), &[], None);
    let parsing = callgrind::millions(&itself, &["parse"], Some(EXAMPLE));
    let beside = |what, millions: f64, beside, of: f64, budget| Measured {
        what,
        millions: Some(millions),
        beside,
        times: millions / of,
        budget,
    };
    let growth = |what, words| Measured {
        what,
        millions: None,
        beside: "één keer zoveel erbij",
        times: callgrind::growth(regio, words, LINES),
        budget: Some(budgets.growth),
    };
    vec![
        beside("Een programma dat één regel schrijft", one_line, "zichzelf", one_line, None),
        beside(
            "`regio init` tot de eerste vraag",
            callgrind::millions(regio, FIRST_PROMPT, None),
            "één regel",
            one_line,
            // What may pass before it is time: `benches/start.rs`.
            None,
        ),
        beside("Het voorbeeld `tweede-jaar` ontleden als TOML", parsing, "zichzelf", parsing, None),
        beside(
            "`regio status` daarvan",
            callgrind::millions(regio, STATUS, Some(EXAMPLE)),
            "ontleden",
            parsing,
            Some(budgets.times.status),
        ),
        beside(
            "Daarin een gebeurtenis bewaren",
            callgrind::millions(regio, SAVING, Some(EXAMPLE)),
            "ontleden",
            parsing,
            None,
        ),
        growth("Lezen: twee keer zoveel geschiedenis erbij", STATUS),
        growth("Bewaren: twee keer zoveel geschiedenis erbij", SAVING),
    ]
}

/// A program of one line, compiled as the program is.
fn one_line(folder: &Path) -> PathBuf {
    let (source, program) = (folder.join("one_line.rs"), folder.join("one_line"));
    fs::write(&source, "fn main() { println!(\"regio\"); }").expect("the folder can be written");
    let settings = ["-C", "opt-level=s", "-C", "lto=fat", "-C", "codegen-units=1", "-C", "strip=symbols", "-o"];
    let compiled = Command::new("rustc").args(settings).arg(&program).arg(&source).status();
    assert!(compiled.expect("rustc is there").success());
    program
}

fn write(rows: &[Measured]) {
    let mut table =
        "| Wat | Miljoen instructies | Vergeleken met | Keer zoveel | Hooguit |\n| --- | ---: | --- | ---: | ---: |\n"
            .to_owned();
    for Measured { what, millions, beside, times, budget } in rows {
        let millions = millions.map_or_else(|| "-".to_owned(), |millions| dutch(millions, 2));
        let budget = budget.map_or_else(|| "-".to_owned(), |budget| dutch(budget, 2));
        table.push_str(&format!("| {what} | {millions} | {beside} | {} | {budget} |\n", dutch(*times, 2)));
    }
    println!("{table}");
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/snelheid.md");
    let text = fs::read_to_string(&place).expect("the page is there");
    let (before, rest) = text.split_once(BEGIN).expect("the table has its begin");
    let (_, after) = rest.split_once(END).expect("the table has its end");
    fs::write(&place, format!("{before}{BEGIN}\n\n{table}\n{END}{after}")).expect("the page can be written");
}

fn dutch(number: f64, decimals: usize) -> String {
    format!("{number:.decimals$}").replace('.', ",")
}
