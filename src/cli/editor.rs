#![expect(clippy::disallowed_methods, reason = "the one place that starts an editor of the user's own")]

use std::io::Write;
use std::process::Command;
use std::{env, fs};

/// Lets the user write a text in the editor of `VISUAL` or `EDITOR`, from what was typed so far or else the earlier answer. The
/// error is a sentence for the user.
pub fn edit(typed: &str, earlier: Option<&str>) -> Result<String, String> {
    let text = if typed.is_empty() { earlier.unwrap_or_default() } else { typed };
    let editor = ["VISUAL", "EDITOR"].iter().find_map(env::var_os).filter(|editor| !editor.is_empty());
    let Some(editor) = editor else {
        return Err("Er is geen editor ingesteld: zet de naam in EDITOR, of typ de tekst hier.".to_owned());
    };
    let not_written = |_| "De tekst kon niet naar de editor.".to_owned();
    let mut file = tempfile::Builder::new().suffix(".txt").tempfile().map_err(not_written)?;
    file.write_all(text.as_bytes()).map_err(not_written)?;
    let words: Vec<String> = editor.to_string_lossy().split_whitespace().map(str::to_owned).collect();
    let (program, arguments) = words.split_first().ok_or_else(|| "EDITOR is leeg.".to_owned())?;
    let ended = Command::new(program).args(arguments).arg(file.path()).status();
    match ended {
        Ok(status) if status.success() => {
            let bytes = fs::read(file.path()).map_err(|_| "De tekst van de editor is niet te lezen.".to_owned())?;
            let text = String::from_utf8(bytes).map_err(|_| "De tekst van de editor is geen UTF-8.".to_owned())?;
            Ok(text.replace('\r', "").trim_end().to_owned())
        }
        Ok(_) => Err("De editor stopte met een fout; de tekst is niet overgenomen.".to_owned()),
        Err(_) => Err(format!("De editor '{program}' start niet; kijk naar EDITOR.")),
    }
}
