use std::path::Path;
use std::process::Command;

use regio::document;
use regio::domain::Edition;

use crate::desk::{EXAMPLES, SHIPPED, today};
use crate::{python, sample};

/// Holds every file of a folder against the schema; says how many are in order, and which spoilt ones are not.
const VALIDATE: &str = r#"
import sys, json, pathlib, copy
from jsonschema import Draft202012Validator
schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
files = sorted(pathlib.Path(sys.argv[2]).rglob("*.json"))
for file in files:
    faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:300]}" for fault in validator.iter_errors(json.loads(file.read_text()))]
    assert not faults, (file.name, faults[:3])
sample = json.loads((pathlib.Path(sys.argv[2]) / "sample.json").read_text())
def spoilt(spoil):
    broken = copy.deepcopy(sample)
    spoil(broken)
    return not validator.is_valid(broken)
assert spoilt(lambda document: document.pop("layout"))
assert spoilt(lambda document: document.update(author="Anna"))
assert spoilt(lambda document: document["blocks"].append({"poem": "…"}))
assert spoilt(lambda document: document["blocks"].append({"paragraph": [{"shout": "…"}]}))
assert spoilt(lambda document: document["blocks"].append({"together": [{"quote": {"text": []}}]}))
print(len(files))
"#;

/// Every document of the examples with its contents and with worksheets, of one of them in every edition, and one with everything that a document can hold.
#[test]
fn every_document_as_json_fits_the_schema_that_is_published() {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    for example in EXAMPLES {
        make(folder.path(), example, None);
    }
    for edition in Edition::ALL {
        make(folder.path(), "tweede-jaar", Some(*edition));
    }
    let sample = serde_json::to_string(&sample::document()).expect("a document is JSON");
    std::fs::write(folder.path().join("sample.json"), sample).expect("can be written");
    let schema = Path::new("docs/schemas/geschreven-document.schema.json");
    if let Some(printed) = python::run(&["jsonschema"], VALIDATE, &[schema, folder.path()]) {
        let set = SHIPPED.len() + 1;
        assert_eq!(printed.trim(), (EXAMPLES.len() * (set + 1) + Edition::ALL.len() * set + 1).to_string());
    }
}

fn make(folder: &Path, example: &str, edition: Option<Edition>) {
    let wanted = edition.map(|edition| ["--editie", edition.word()]);
    let name = edition.map_or("alles", Edition::word);
    let output = Command::new(env!("CARGO_BIN_EXE_regio"))
        .args(["document", "alles", "--formaat", "json", "--uit"])
        .arg(folder.join(format!("{example}-{name}")))
        .args(wanted.into_iter().flatten())
        .args(["--project", &format!("examples/{example}/regio.toml")])
        .env("REGIO_STATE", folder.join("state"))
        .env("REGIO_VANDAAG", today().to_string())
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_sample_holds_every_kind_that_the_schema_knows() {
    let samples = [sample::document(), sample::sheets()];
    let sample = serde_json::to_string(&samples).expect("a document is JSON");
    let schema = document::schema();
    for kinds in ["block", "run"] {
        let kinds = schema["$defs"][kinds]["oneOf"].as_array().expect("it is a list");
        for kind in kinds {
            let name = kind["required"][0].as_str().or(kind["const"].as_str()).expect("it has a name");
            assert!(sample.contains(&format!("\"{name}\"")), "the sample has no {name}");
        }
    }
}
