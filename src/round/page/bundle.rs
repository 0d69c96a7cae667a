/// The modules of the page, each behind those that it imports.
const MODULES: &[(&str, &str)] = &[
    ("decimal.mjs", include_str!("decimal.mjs")),
    ("conditions.mjs", include_str!("conditions.mjs")),
    ("notation.mjs", include_str!("notation.mjs")),
    ("reading.mjs", include_str!("reading.mjs")),
    ("names.mjs", include_str!("names.mjs")),
    ("answer_file.mjs", include_str!("answer_file.mjs")),
    ("moment.mjs", include_str!("moment.mjs")),
    ("answers.mjs", include_str!("answers.mjs")),
    ("elements.mjs", include_str!("elements.mjs")),
    ("fields.mjs", include_str!("fields.mjs")),
    ("question.mjs", include_str!("question.mjs")),
    ("store.mjs", include_str!("store.mjs")),
    ("page.mjs", include_str!("page.mjs")),
];

/// The reader of TOML, which is not ours.
const TOML: &str = include_str!("smol-toml/index.cjs");

/// One script of all modules. A module cannot be loaded beside a page on disk, so each becomes a function that gives back
/// what it exports.
pub fn script() -> String {
    let mut made = String::from("\"use strict\";\nconst modules = {};\n");
    made.push_str("modules[\"smol-toml/index.cjs\"] = (module => {\nconst exports = module.exports;\n");
    // The reader holds a bare control character in quotes, which HTML forbids.
    made.push_str(&TOML.replace('\u{7f}', "\\x7f"));
    made.push_str("\nreturn module.exports;\n})({ exports: {} });\n");
    for (name, source) in MODULES {
        made.push_str(&wrapped(name, source));
    }
    made
}

fn wrapped(name: &str, source: &str) -> String {
    let mut exported = Vec::new();
    let mut body = String::with_capacity(source.len());
    for line in source.lines() {
        body.push_str(&own_line(line, &mut exported));
        body.push('\n');
    }
    format!("modules[\"{name}\"] = (() => {{\n{body}return {{ {} }};\n}})();\n", exported.join(", "))
}

/// `import { a } from "./b.mjs";` takes from what is there; `export function a` becomes a plain function.
fn own_line(line: &str, exported: &mut Vec<String>) -> String {
    if let Some((names, path)) = line.strip_prefix("import ").and_then(|import| import.split_once(" from \"./")) {
        return format!("const {names} = modules[\"{}];", path.trim_end_matches(';'));
    }
    let Some(plain) = line.strip_prefix("export ") else { return line.to_owned() };
    let name = plain.split([' ', '(', '=']).filter(|word| !["", "async"].contains(word)).nth(1).unwrap_or_default();
    exported.push(name.to_owned());
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_a_function_that_gives_back_what_it_exports() {
        let source = "import { a, b } from \"./one.mjs\";\nimport c from \"./two.cjs\";\n\nexport const D = a;\n\
                      export async function e(x) {\n}\nexport class F {\n}\n";
        let expected = "modules[\"x.mjs\"] = (() => {\nconst { a, b } = modules[\"one.mjs\"];\nconst c = modules[\"two.cjs\"];\n\n\
                        const D = a;\nasync function e(x) {\n}\nclass F {\n}\nreturn { D, e, F };\n})();\n";
        assert_eq!(wrapped("x.mjs", source), expected);
    }

    #[test]
    fn a_module_stands_behind_those_that_it_imports() {
        for (index, (name, source)) in MODULES.iter().enumerate() {
            for path in source.lines().filter_map(|line| line.strip_prefix("import ")?.split_once(" from \"./")) {
                let path = path.1.trim_end_matches("\";");
                let earlier = MODULES[..index].iter().any(|(known, _)| *known == path);
                assert!(earlier || path == "smol-toml/index.cjs", "{name} imports {path}");
            }
        }
    }

    #[test]
    fn the_reader_of_toml_is_the_one_that_was_published() {
        use sha2::Digest;
        let digest: String = sha2::Sha256::digest(TOML).iter().map(|byte| format!("{byte:02x}")).collect();
        // smol-toml 1.9.1, dist/index.cjs
        assert_eq!(digest, "f9029370259e9a43a2f3e64fa1d39e72f3598188380ace83a0abb8261fa33555");
    }

    #[test]
    fn nothing_in_it_ends_the_element_that_holds_it() {
        let script = script().to_lowercase();
        assert!(!script.contains("</script") && !script.contains("<!--"));
    }
}
