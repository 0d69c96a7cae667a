use serde::Serialize;

use super::{Head, heading, hint, open_spots, paragraph};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Document, text};
use crate::domain::{Edition, Place, Project};
use crate::expression::Facts;
use crate::notation;
use crate::wording::Wording;

/// The documents that can be made, with what each still misses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Documents {
    #[serde(flatten)]
    pub head: Head,
    pub documents: Vec<DocumentEntry>,
    /// Those that cannot be made, because the questionnaires lack something.
    pub unfit: Vec<UnfitDocument>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentEntry {
    /// The word that is typed behind `regio document`.
    pub name: String,
    pub about: String,
    /// For whom it is made unless somebody says otherwise.
    pub edition: Edition,
    /// The open spots that it would have now.
    pub missing: Vec<String>,
}

/// A document whose text asks for what the questionnaires do not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnfitDocument {
    pub name: String,
    /// What it needs and does not find, each in words.
    pub lacks: Vec<String>,
}

impl Documents {
    pub fn new(catalog: &Catalog, facts: &Facts, wordings: &[Wording], unfit: Vec<UnfitDocument>) -> Documents {
        let entry = |wording: &Wording| {
            let (name, about, edition) = (wording.id.to_string(), wording.about.clone(), wording.edition);
            DocumentEntry { name, about, edition, missing: open_spots(wording, catalog, facts) }
        };
        let documents = wordings.iter().map(entry).chain([worksheets_entry(facts.project)]).collect();
        Documents { head: Head::of(facts), documents, unfit }
    }

    pub fn document(&self) -> Document {
        let mut blocks = Vec::new();
        for entry in &self.documents {
            blocks.extend([heading(1, notation::capital(&entry.name)), paragraph(&entry.about)]);
            let missing = notation::joined(&entry.missing, "; ").map(|missing| notation::sentence(&missing));
            blocks.extend(missing.map(|missing| paragraph(format!("Nog in te vullen: {missing}"))));
            blocks.push(hint("Maak het met: ", &format!("regio document {}", entry.name), ""));
        }
        if !self.unfit.is_empty() {
            blocks.extend([heading(1, "Niet te maken"), paragraph(UNFIT)]);
            blocks.push(Block::Definitions(self.unfit.iter().map(lacking).collect()));
        }
        self.head.document("Documenten", blocks)
    }
}

const UNFIT: &str = "In jullie eigen vragenlijst ontbreekt iets wat deze documenten nodig hebben. Zet het erin: bij een \
                     vraag staat haar betekenis achter 'means'. Of leg een eigen tekst voor het document in de map \
                     'documenten' naast je project.";

fn lacking(unfit: &UnfitDocument) -> Definition {
    let lacks = notation::sentence(&notation::enumeration(&unfit.lacks));
    (text(notation::capital(&unfit.name)), text(format!("Mist {lacks}")))
}

pub(super) fn worksheets_entry(project: &Project) -> DocumentEntry {
    let nameless = project.name.is_none().then_some("De samenwerking heeft nog geen naam.");
    let nobody = "Er zit nog niemand in de kopgroep. Je krijgt dan één blad voor iedereen samen.";
    let nobody = project.in_place(Place::Kopgroep).next().is_none().then_some(nobody);
    DocumentEntry {
        name: "werkbladen".to_owned(),
        about:
            "De vragen van een fase op papier: een blad voor elke organisatie van de kopgroep, met een code bij elke \
                vraag."
                .to_owned(),
        edition: Edition::Kopgroep,
        missing: nameless.into_iter().chain(nobody).map(str::to_owned).collect(),
    }
}
