//! Everything that the program is built of may be used together with the EUPL-1.2.
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::process::Command;

use serde_json::Value;

const ALLOWED: &[&str] = &[
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// One of the alternatives, each of whose parts is allowed.
fn is_allowed(licence: &str) -> bool {
    let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
    plain.split(" OR ").any(|choice| choice.split(" AND ").all(|part| ALLOWED.contains(&part.trim())))
}

#[test]
fn every_licence_is_allowed() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .output()
        .expect("cargo is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo speaks JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    assert!(packages.len() > 50);
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none");
        // `(MIT OR Apache-2.0) AND Unicode-3.0` holds its alternatives in brackets.
        let parts: Vec<&str> = licence.split(" AND ").collect();
        let allowed = is_allowed(licence) || parts.iter().all(|part| is_allowed(part));
        assert!(allowed, "{}: {licence}", package["name"]);
    }
}

#[test]
fn who_checks_otherwise_allows_the_same() {
    let rules: toml::Table = std::fs::read_to_string("deny.toml").expect("it is there").parse().expect("it is TOML");
    let allowed = rules["licenses"]["allow"].as_array().expect("it is a list");
    let allowed: Vec<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    assert_eq!(allowed, ALLOWED);
}

/// What is handed out has a list of all that is in it, and of nothing that only the tests need.
#[test]
fn the_bill_of_materials_names_what_is_built_in() {
    let made = Command::new("python3").arg("benches/bill_of_materials.py").output();
    let Ok(made) = made.map(|made| made.stdout) else {
        return assert!(std::env::var_os("CI").is_none(), "CI needs python3");
    };
    let bill: Value = serde_json::from_slice(&made).expect("it is JSON");
    let parts = bill["components"].as_array().expect("there are parts");
    let names: Vec<&str> = parts.iter().filter_map(|part| part["name"].as_str()).collect();
    assert!(names.contains(&"toml_edit") && names.contains(&"chrono"), "{names:?}");
    assert!(!names.contains(&"proptest") && !names.contains(&"regio"), "{names:?}");
    for part in parts {
        let sum = part["hashes"][0]["content"].as_str().unwrap_or_default();
        assert!(sum.len() == 64 && part["licenses"][0]["expression"].is_string(), "{part}");
    }
}

#[test]
fn another_licence_is_caught() {
    assert!(is_allowed("MIT OR Apache-2.0") && is_allowed("GPL-3.0 OR MIT"));
    assert!(!is_allowed("GPL-3.0-only") && !is_allowed("MIT AND GPL-3.0-only") && !is_allowed("none"));
}

/// The catalogues of public code read other files than cargo does.
#[test]
fn what_is_told_of_the_program_agrees() {
    let read = |name: &str| std::fs::read_to_string(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    let manifest: toml::Table = read("Cargo.toml").parse().expect("cargo reads it too");
    let package = |key: &str| manifest["package"][key].as_str().unwrap_or_else(|| panic!("{key} is a text")).to_owned();
    let public = read("publiccode.yml");
    assert!(public.contains(&format!("\nname: {}\n", package("name"))), "the name");
    assert!(public.contains(&format!("  license: {}\n", package("license"))), "the licence");
    assert!(
        read(&package("readme")).contains(&format!("Rust ({} or newer)", package("rust-version"))),
        "the version of Rust"
    );
    assert!(read("CONTRIBUTING.md").contains(&format!("Rust {} or newer", package("rust-version"))));
    for line in public.lines().filter_map(|line| line.trim().strip_prefix("shortDescription: ")) {
        assert!(line.chars().count() <= 150, "too long for the standard: {line}");
    }
    for key in ["publiccodeYmlVersion", "developmentStatus", "softwareType", "platforms", "maintenance", "localisation"]
    {
        assert!(public.contains(&format!("\n{key}:")), "{key}");
    }
}
