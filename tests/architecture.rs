//! The arrows between the layers run one way, and only the shell touches the world.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which layer may import which. A layer always knows itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("document", &[]),
    ("notation", &["domain"]),
    ("source", &["domain", "notation"]),
    ("expression", &["domain", "notation", "source"]),
    ("catalog", &["domain", "expression", "source"]),
    ("built_in", &["catalog", "domain"]),
    ("wording", &["domain", "source", "expression", "catalog"]),
    ("project_file", &["domain", "notation", "source"]),
    ("advice", &["domain", "notation", "expression", "catalog"]),
    ("ledger", &["domain", "notation", "expression", "catalog"]),
    ("interview", &["domain", "notation", "expression", "catalog", "advice", "ledger"]),
    ("round", &["domain", "notation", "source", "expression", "catalog", "project_file", "ledger", "interview"]),
    ("analysis", &["domain", "notation", "expression", "catalog", "round"]),
    (
        "report",
        &[
            "domain",
            "notation",
            "expression",
            "catalog",
            "wording",
            "advice",
            "ledger",
            "round",
            "analysis",
            "document",
        ],
    ),
    ("render", &["document", "notation"]),
    (
        "cli",
        &[
            "built_in",
            "domain",
            "document",
            "notation",
            "source",
            "expression",
            "catalog",
            "wording",
            "project_file",
            "advice",
            "ledger",
            "interview",
            "round",
            "analysis",
            "report",
            "render",
        ],
    ),
];

/// What only the shell may name.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "io::stdin",
    "io::stdout",
    "io::stderr",
    "Local::now",
    "Utc::now",
    "SystemTime::now",
    "println!",
    "print!(",
    "eprintln!",
];

struct Source {
    path: PathBuf,
    layer: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    assert!(found.len() > 80, "the walk found only {} files", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("src is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let layer = path.components().nth(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
            let text = fs::read_to_string(&path).expect("a source file is text");
            found.push(Source { layer: layer.unwrap_or_default().trim_end_matches(".rs").to_owned(), path, text });
        }
    }
}

/// The layers that a text imports, with the line on which it does.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (offset, _) in text.match_indices("crate::") {
        let line_start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
        if text[line_start..offset].contains("//") {
            continue;
        }
        let line = text[..offset].matches('\n').count() + 1;
        let rest = &text[offset + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        let first = |path: &str| -> String {
            path.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
        };
        found.extend(names.into_iter().map(first).filter(|name| !name.is_empty()).map(|name| (line, name)));
    }
    found
}

fn faults(layer: &str, text: &str) -> Vec<String> {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let Some(allowed) = arrows.get(layer) else { return vec![format!("the layer '{layer}' is not in the table")] };
    let wrong = |name: &str| arrows.contains_key(name) && name != layer && !allowed.contains(&name);
    imports(text).into_iter().filter(|(_, name)| wrong(name)).map(|(line, name)| format!("{line}: {name}")).collect()
}

#[test]
fn the_arrows_run_one_way() {
    let tests = |source: &&Source| source.path.ends_with("tests.rs");
    for source in sources().iter().filter(|source| !["lib", "main"].contains(&source.layer.as_str()) && !tests(source))
    {
        let faults = faults(&source.layer, &source.text);
        assert!(faults.is_empty(), "{} may not import: {faults:?}", source.path.display());
    }
}

#[test]
fn a_wrong_arrow_is_caught() {
    assert_eq!(faults("domain", "use crate::catalog::Catalog;"), ["1: catalog"]);
    assert_eq!(faults("render", "fn x(p: &crate::domain::Project) {}"), ["1: domain"]);
    assert_eq!(faults("render", "use crate::{\n    catalog, document,\n};"), ["1: catalog"]);
    assert!(faults("render", "use crate::document::Block;").is_empty());
    assert!(!faults("nieuw", "").is_empty());
}

#[test]
fn only_the_shell_touches_the_world() {
    for source in sources().iter().filter(|source| !["cli", "main"].contains(&source.layer.as_str())) {
        let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        let found: Vec<&&str> = WORLD.iter().filter(|name| code.contains(**name)).collect();
        assert!(found.is_empty(), "{} names {found:?}", source.path.display());
    }
}

#[test]
fn one_file_knows_dialoguer() {
    let knows: Vec<PathBuf> =
        sources().into_iter().filter(|source| source.text.contains("dialoguer::")).map(|source| source.path).collect();
    assert_eq!(knows, [PathBuf::from("src/cli/prompter/cursor_list.rs")]);
}

/// The modules from which a text takes names in more than one `use` at the same depth.
fn taken_from_twice(text: &str) -> Vec<String> {
    let mut seen = Vec::new();
    let mut twice = Vec::new();
    let above = std::iter::once("").chain(text.lines());
    // What only some builds import stands apart.
    let everywhere = text.lines().zip(above).filter(|(_, above)| !above.starts_with("#[cfg"));
    for (line, _) in everywhere.filter(|(line, _)| line.starts_with("use ")) {
        let path = line.split('{').next().unwrap_or_default().trim_end_matches(';');
        let module = if line.contains('{') {
            path.trim_end_matches("::")
        } else {
            path.rsplit_once("::").unwrap_or((path, "")).0
        };
        match seen.contains(&module.to_owned()) {
            true => twice.push(module.to_owned()),
            false => seen.push(module.to_owned()),
        }
    }
    twice
}

#[test]
fn what_comes_from_one_module_is_imported_in_one_line() {
    for source in sources() {
        let twice = taken_from_twice(&source.text);
        assert!(twice.is_empty(), "{}: {twice:?}", source.path.display());
    }
    assert_eq!(
        taken_from_twice("use crate::domain::Answer;\nuse crate::domain::{Project, Value};"),
        ["use crate::domain"]
    );
}

#[test]
fn files_are_called_after_what_they_hold() {
    for source in sources() {
        let stem = source.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        assert!(
            !["utils", "util", "misc", "helpers", "helper", "common"].contains(&stem.as_str()),
            "{}",
            source.path.display()
        );
    }
}

/// What stands in `tests` and is no part of a program of tests would never run.
#[test]
fn every_file_of_tests_is_run() {
    let program = fs::read_to_string("tests/main.rs").expect("the program of tests is there");
    let gate = fs::read_to_string(".ci/run").expect("the gate is there");
    for entry in fs::read_dir("tests").expect("tests are there").flatten() {
        let path = entry.path();
        let name = path.file_stem().expect("has a name").to_string_lossy().into_owned();
        if name != "main" && (path.extension().is_some_and(|ending| ending == "rs") || path.join("mod.rs").exists()) {
            assert!(program.lines().any(|line| line == format!("mod {name};")), "tests/main.rs does not name {name}");
        }
        // A program of its own runs where the gate says so.
        if let Ok(own) = fs::read_to_string(path.join("main.rs")) {
            assert!(
                gate.contains(&format!("--test {name} ")),
                "{} is a program that the gate does not run",
                path.display()
            );
            for file in fs::read_dir(&path).expect("its files are there").flatten().map(|entry| entry.path()) {
                let module = file.file_stem().expect("has a name").to_string_lossy().into_owned();
                let is_named = module == "main" || own.lines().any(|line| line == format!("mod {module};"));
                assert!(
                    is_named || file.extension().is_none_or(|ending| ending != "rs"),
                    "{} is not run",
                    file.display()
                );
            }
        }
    }
}

/// A project at work begins where its file is read or its first line is written, and nowhere else.
#[test]
fn a_project_at_work_comes_from_its_file() {
    for source in sources() {
        let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_test = ["ledger/tests.rs", "ledger/detail_tests.rs"].iter().any(|tests| source.path.ends_with(tests));
        let begins = code.contains("Kept::open(") && !is_test;
        assert!(!begins || source.path.ends_with("cli/workplace.rs"), "{} begins one", source.path.display());
    }
}

/// A file that grows past this is two concepts.
const LONGEST: usize = 400;

#[test]
fn files_stay_short() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", source.path.display());
    }
}

/// The paths that a text names: words that begin with a folder of the package or of `src`.
fn paths(text: &str) -> Vec<String> {
    let folders = |place: &str| -> Vec<String> {
        let entries =
            fs::read_dir(place).expect("the package is there").flatten().filter(|entry| entry.path().is_dir());
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|name| name != "target").collect()
    };
    let known = [folders("."), folders("src")].concat();
    let words = text.split(|sign: char| !sign.is_alphanumeric() && !"/._-*".contains(sign));
    let words = words.map(|word| word.trim_end_matches(['.', '/', '-']));
    words
        .filter(|word| word.split_once('/').is_some_and(|(first, _)| known.iter().any(|folder| folder == first)))
        .map(str::to_owned)
        .collect()
}

/// A part of a name with a star, or the number of a decision, is enough.
fn exists(path: &str) -> bool {
    ["", "src/"].into_iter().any(|root| {
        let path = PathBuf::from(format!("{root}{path}"));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let begins = name.split('*').next().unwrap_or_default().to_owned();
        let beside = path.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let numbered = begins.chars().all(|sign| sign.is_ascii_digit());
        path.exists()
            || (name.contains('*') || numbered)
                && beside.map(|entry| entry.file_name()).any(|found| found.to_string_lossy().starts_with(&begins))
    })
}

fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()) {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_dir() && !hidden && !path.ends_with("target") && !path.ends_with("node_modules") {
            texts(&path, found);
        } else if path.extension().is_some_and(|ending| ["md", "rs", "mjs"].iter().any(|known| ending == *known)) {
            found.push(path);
        }
    }
}

#[test]
fn every_path_that_is_named_is_there() {
    let mut files = Vec::new();
    texts(Path::new("."), &mut files);
    let mut missing = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file is text");
        let prose = file.extension().is_some_and(|ending| ending == "md");
        let told = |line: &&str| prose || line.trim_start().starts_with("//");
        for line in text.lines().filter(told) {
            let gone = paths(line).into_iter().filter(|path| !exists(path));
            missing.extend(gone.map(|path| format!("{}: {path}", file.display())));
        }
    }
    assert!(missing.is_empty(), "named and not there: {missing:#?}");
}

#[test]
fn a_path_that_is_not_there_is_caught() {
    assert_eq!(
        paths("See `src/nergens.rs`, tests/dutch.rs, and/or docs/adr/0003."),
        ["src/nergens.rs", "tests/dutch.rs", "docs/adr/0003"]
    );
    assert!(exists("tests/dutch.rs") && exists("docs/adr/0003") && exists("documents/*.toml"));
    assert!(!exists("src/nergens.rs") && !exists("docs/adr/9999") && !exists("documents/nergens*"));
}
