//! What happens when an answer cannot be kept while a person is there: it is held in hand, and they say when it is tried again, or where
//! it goes instead.

use std::path::{Path, PathBuf};

use super::arguments::Settings;
use super::store::StoreError;
use super::workplace::PROJECT_FILE;
use super::{file_name, files, prompter};
use crate::interview::{Command, Heading, LinePrompt, Note, PromptError, Prompter, Reply};

/// What a person wants to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Again,
    Elsewhere(PathBuf),
    Leave,
}

/// Who cannot be asked any more leaves.
pub fn ask(settings: &Settings, error: &StoreError) -> Next {
    ask_with(prompter::for_terminal(settings).as_mut(), error).unwrap_or(Next::Leave)
}

fn ask_with(prompter: &mut dyn Prompter, error: &StoreError) -> Result<Next, PromptError> {
    let (cause, copy) = match error {
        StoreError::Rescued { cause, copy } => (cause.as_ref(), Some(copy)),
        error => (error, None),
    };
    prompter.tell(&Note::Warning(format!("Nog niet bewaard: {cause}. Tip: {}.", cause.tip())))?;
    if let Some(copy) = copy {
        prompter.remark(&format!("Wat je invulde, staat zolang in {}.", copy.display()))?;
    }
    let ways = "Druk op Enter om het nog eens te proberen. Of typ waar het project heen moet: een map, of een bestand dat \
                eindigt op .toml.";
    let heading = Heading { remarks: vec![ways.to_owned()], ..Heading::asking("Hoe bewaren we het?") };
    let mut prompt = LinePrompt { heading, ..LinePrompt::new("Plaats", "nog eens proberen") };
    loop {
        let typed = match prompter.line(&prompt)? {
            Reply::Empty => return Ok(Next::Again),
            Reply::Command(Command::Stop) => return Ok(Next::Leave),
            Reply::Command(_) => {
                prompter.remark("Dat kan hier niet. Druk op Enter, typ een plaats, of stop met ':stop'.")?;
                continue;
            }
            Reply::Answer(typed) => typed,
        };
        match place(Path::new(typed.trim())) {
            Ok(path) => return Ok(Next::Elsewhere(path)),
            Err(why) => prompter.tell(&Note::Warning(why))?,
        }
        prompt.again(typed);
    }
}

/// The file that is meant, where nothing stands yet. What looks like an answer to the next question is no place.
fn place(typed: &Path) -> Result<PathBuf, String> {
    let is_file = typed.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let path = match typed.is_dir() {
        true => typed.join(PROJECT_FILE),
        false if is_file => typed.to_owned(),
        false => return Err("Dat is geen map die er is, en geen bestand dat eindigt op .toml.".to_owned()),
    };
    if files::exists(&path) {
        return Err(format!("Daar staat al iets: {}. Kies een andere plaats.", path.display()));
    }
    let unfit = |_| "Die naam kan niet in Windows. Kies een naam met letters, cijfers en streepjes.".to_owned();
    file_name::check(&path).map_err(unfit).map(|()| path)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "puts a file in the way")]
mod tests {
    use super::*;
    use crate::cli::prompter::{PlainPrompter, Typist};

    /// What comes of what is typed, and what was said.
    fn asked(typed: &str) -> (Next, String) {
        let mut said = Vec::new();
        let error = StoreError::Rescued {
            cause: Box::new(StoreError::Busy("regio.toml".into())),
            copy: "staat/rescued/1.toml".into(),
        };
        let mut prompter = PlainPrompter::new(typed.as_bytes(), &mut said, Typist::Program);
        let next = ask_with(&mut prompter, &error).unwrap_or(Next::Leave);
        drop(prompter);
        (next, String::from_utf8_lossy(&said).into_owned())
    }

    #[test]
    fn enter_tries_again_and_stop_leaves() {
        let (next, said) = asked("\n");
        assert_eq!(next, Next::Again);
        assert!(said.contains("een ander programma houdt 'regio.toml' vast"), "{said}");
        assert!(said.contains("staat zolang in staat/rescued/1.toml"), "{said}");
        assert_eq!(asked("?\n:stop\n").0, Next::Leave);
        assert_eq!(asked("").0, Next::Leave);
    }

    #[test]
    fn a_place_is_a_folder_that_is_there_or_a_new_file() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let (here, file) = (folder.path().display(), folder.path().join("regio.toml"));
        assert_eq!(asked(&format!("{here}\n")).0, Next::Elsewhere(file.clone()));
        let other = folder.path().join("nieuw/ander.toml");
        assert_eq!(asked(&format!("{}\n", other.display())).0, Next::Elsewhere(other));
        std::fs::write(&file, "iets").expect("it can be written");
        for slip in [here.to_string(), "Gemeente Waterkant".to_owned(), format!("{here}/aux.toml")] {
            assert_eq!(asked(&format!("{slip}\n\n")).0, Next::Again, "{slip}");
        }
    }
}
