use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::state_folder::{make_private, name_of, state_folder};

/// What was typed and is no answer yet, beside the lock of a project: it is offered the next time its question is asked. Keeping
/// it is a courtesy, so a disk that refuses it keeps nobody from working.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// Nothing where there is no folder for it.
    place: Option<PathBuf>,
    /// Who typed it; the trekker where nobody is named. What one left half-way is no sentence of another.
    writer: String,
}

type Texts = BTreeMap<String, String>;

impl Scratch {
    /// That of the project in this file.
    pub fn of(path: &Path) -> Scratch {
        let folder = state_folder().map(|folder| folder.join("drafts"));
        let place = folder.map(|folder| folder.join(format!("{}.json", name_of(path))));
        Scratch { place, writer: String::new() }
    }

    #[cfg(test)]
    pub fn in_file(place: PathBuf) -> Scratch {
        Scratch { place: Some(place), writer: String::new() }
    }

    pub fn of_writer(self, writer: Option<&str>) -> Scratch {
        Scratch { writer: writer.unwrap_or_default().trim().to_lowercase(), ..self }
    }

    fn key(&self, question: &str) -> String {
        format!("{}\n{question}", self.writer)
    }

    /// What was typed at this question.
    pub fn text(&self, question: &str) -> Option<String> {
        self.texts().remove(&self.key(question))
    }

    pub fn keep(&self, question: &str, text: &str) {
        let mut texts = self.texts();
        texts.insert(self.key(question), text.to_owned());
        self.write(&texts);
    }

    pub fn forget(&self, question: &str) {
        let mut texts = self.texts();
        if texts.remove(&self.key(question)).is_some() {
            self.write(&texts);
        }
    }

    fn texts(&self) -> Texts {
        let bytes = self.place.as_ref().and_then(|place| fs::read(place).ok());
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn write(&self, texts: &Texts) {
        let Some((place, folder)) = self.place.as_ref().and_then(|place| Some((place, place.parent()?))) else {
            return;
        };
        let Ok(bytes) = serde_json::to_vec(texts) else { return };
        if make_private(folder).is_ok() {
            let _ = fs::write(place, bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_lies_there_until_it_is_forgotten() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let scratch = || Scratch { place: Some(folder.path().join("drafts/een.json")), ..Scratch::default() };
        assert_eq!(scratch().text("verkennen.aanleiding"), None);
        scratch().keep("verkennen.aanleiding", "half\naf");
        scratch().keep("verkennen.uren", "16");
        assert_eq!(scratch().text("verkennen.aanleiding").as_deref(), Some("half\naf"));
        assert_eq!(scratch().of_writer(Some("Bram")).text("verkennen.aanleiding"), None);
        scratch().forget("verkennen.aanleiding");
        assert_eq!(scratch().text("verkennen.aanleiding"), None);
        assert_eq!(scratch().text("verkennen.uren").as_deref(), Some("16"));
        fs::write(folder.path().join("drafts/een.json"), "{stuk").expect("it can be written");
        assert_eq!(scratch().text("verkennen.uren"), None);
    }

    #[test]
    fn without_a_folder_nothing_is_kept_and_nothing_fails() {
        let scratch = Scratch::default();
        scratch.keep("verkennen.uren", "16");
        assert_eq!(scratch.text("verkennen.uren"), None);
    }
}
