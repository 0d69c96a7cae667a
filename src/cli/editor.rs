#![expect(clippy::disallowed_methods, reason = "the one place that starts an editor of the user's own")]

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// What is on every computer with this system.
const USUAL: Option<&str> = if cfg!(windows) { Some("notepad") } else { None };

/// Lets the user write a text in the editor of `VISUAL` or `EDITOR`, from what was typed so far or else the earlier answer. The
/// error is a sentence for the user.
pub fn edit(typed: &str, earlier: Option<&str>) -> Result<String, String> {
    let text = if typed.is_empty() { earlier.unwrap_or_default() } else { typed };
    let named = ["VISUAL", "EDITOR"].iter().find_map(env::var_os).filter(|editor| !editor.is_empty());
    let editor = named.map(|editor| editor.to_string_lossy().into_owned()).or_else(|| USUAL.map(str::to_owned));
    let Some(editor) = editor else {
        return Err("Er is geen editor ingesteld: zet de naam in EDITOR, of typ de tekst hier.".to_owned());
    };
    let not_written = |_| "De tekst kon niet naar de editor.".to_owned();
    let mut file = tempfile::Builder::new().suffix(".txt").tempfile().map_err(not_written)?;
    file.write_all(text.as_bytes()).map_err(not_written)?;
    let words = words(&editor, |path| path.is_file());
    let (program, arguments) = words.split_first().ok_or_else(|| "EDITOR is leeg.".to_owned())?;
    match Command::new(program).args(arguments).arg(file.path()).status() {
        Ok(status) if status.success() => {
            let bytes = fs::read(file.path()).map_err(|_| "De tekst van de editor is niet te lezen.".to_owned())?;
            let text = String::from_utf8(bytes).map_err(|_| "De tekst van de editor is geen UTF-8.".to_owned())?;
            Ok(text.trim_start_matches('\u{feff}').replace('\r', "").trim_end().to_owned())
        }
        Ok(_) => Err("De editor stopte met een fout; de tekst is niet overgenomen.".to_owned()),
        Err(_) => Err(format!("De editor '{program}' start niet; kijk naar EDITOR.")),
    }
}

/// The program and its arguments. A program whose name has spaces, as in `C:\Program Files`, is found as a file.
fn words(editor: &str, is_file: impl Fn(&Path) -> bool) -> Vec<&str> {
    let ends = editor.match_indices(char::is_whitespace).map(|(end, _)| end).chain([editor.len()]);
    let program = ends.map(|end| &editor[..end]).find(|start| is_file(Path::new(start)));
    match program {
        Some(program) => [program].into_iter().chain(editor[program.len()..].split_whitespace()).collect(),
        None => editor.split_whitespace().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(editor: &str, file: &str, expected: &[&str]) {
        assert_eq!(words(editor, |path| path == Path::new(file)), expected);
    }

    #[test]
    fn an_editor_may_have_arguments_and_spaces_in_its_name() {
        check("nano", "geen", &["nano"]);
        check("code --wait", "geen", &["code", "--wait"]);
        check(" code  --wait ", "geen", &["code", "--wait"]);
        check("  ", "geen", &[]);
        let program = r"C:\Program Files\Een editor\een.exe";
        check(program, program, &[program]);
        check(&format!("{program} -n  --wacht"), program, &[program, "-n", "--wacht"]);
    }
}
