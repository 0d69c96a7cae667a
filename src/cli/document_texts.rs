use super::failure::Result;
use super::files;
use super::workplace::{OpenProject, Workplace};
use crate::catalog::Catalog;
use crate::domain::Meaning;
use crate::report::UnfitDocument;
use crate::source::Faults;
use crate::wording;
use crate::wording::Wording;

/// The folder beside a project in which texts of documents of one's own may lie.
const OWN_WORDINGS: &str = "documenten";

/// The texts of documents that go with a project: those built in, and over them those beside the project.
pub struct DocumentTexts {
    pub wordings: Vec<Wording>,
    /// Built-in texts, by name, that ask for what a questionnaire of one's own does not give.
    pub unfit: Vec<(String, Faults)>,
}

impl DocumentTexts {
    pub fn of(workplace: &Workplace, open: &OpenProject) -> Result<DocumentTexts> {
        let mut texts = DocumentTexts { wordings: Vec::new(), unfit: Vec::new() };
        for source in wording::built_in() {
            match wording::read(&source, open.catalog) {
                Ok(wording) => texts.wordings.push(wording),
                Err(faults) => texts.unfit.push((source.name.trim_end_matches(".toml").to_owned(), faults)),
            }
        }
        if let Some(folder) = workplace.beside(OWN_WORDINGS) {
            for path in files::toml_files_in(&folder)? {
                let source = files::read_source(&path)??;
                texts.put(wording::read(&source, open.catalog)?);
            }
        }
        Ok(texts)
    }

    fn put(&mut self, wording: Wording) {
        self.unfit.retain(|(name, _)| name != wording.id.as_str());
        match self.wordings.iter_mut().find(|known| known.id == wording.id) {
            Some(known) => *known = wording,
            None => self.wordings.push(wording),
        }
    }

    /// The built-in texts that do not fit the questionnaires, each with what it lacks.
    pub fn told_unfit(&self, catalog: &Catalog) -> Vec<UnfitDocument> {
        let told =
            |(name, faults): &(String, Faults)| UnfitDocument { name: name.clone(), lacks: lacks(faults, catalog) };
        self.unfit.iter().map(told).collect()
    }

    /// The text of that name; a failure when it is there and does not fit the questionnaires.
    pub fn find(&self, name: &str) -> Result<Option<&Wording>> {
        match self.unfit.iter().find(|(unfit, _)| unfit == name) {
            Some((_, faults)) => Err(faults.clone().into()),
            None => Ok(self.wordings.iter().find(|wording| wording.id.as_str() == name)),
        }
    }
}

/// What a text asks for and does not find, each thing once.
fn lacks(faults: &Faults, catalog: &Catalog) -> Vec<String> {
    let mut lacks: Vec<String> = Vec::new();
    for fault in faults.found.iter().filter(|fault| fault.is_error()) {
        let named = fault.span.clone().and_then(|span| faults.source.text.get(span)).unwrap_or_default();
        let unbound = Meaning::parse(named.trim_matches('"')).filter(|meaning| catalog.meaning(*meaning).is_none());
        let words = unbound.map(|meaning| format!("een vraag met de betekenis '{}'", meaning.word()));
        let words = words.unwrap_or_else(|| fault.message.clone());
        if !lacks.contains(&words) {
            lacks.push(words);
        }
    }
    lacks
}
