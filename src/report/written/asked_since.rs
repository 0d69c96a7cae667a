use super::writer::Writer;
use crate::document::{Block, text};
use crate::domain::{Question, Tlp};
use crate::expression::Words;
use crate::notation;
use crate::report::{label as labels, paragraph};

/// What facts from after the guide ask, with who said what. What nobody spoke of yet has no place here.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let told = writer.catalog.asking_facts().filter_map(|(fact, question)| {
        let said = (text(&question.label), text(said(question, writer)?));
        let fact = paragraph(notation::dated_fact(fact, writer.facts.today));
        Some([Block::Definitions(vec![said]), fact])
    });
    told.flatten().collect()
}

pub(super) fn label(writer: &Writer) -> Tlp {
    labels::strictest(writer.facts, writer.catalog.asking_facts().map(|(_, question)| &question.id))
}

/// `Ja: Haven en Bakkerij. Nog niet gezegd: Gemeente.`
fn said(question: &Question, writer: &Writer) -> Option<String> {
    let words = Words::new(writer.facts);
    let mut parts: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for (owner, answer) in writer.facts.answers(question) {
        let answer = answer.filter(|answer| answer.state.is_said());
        let said = answer.map(|answer| words.state(&question.kind, &answer.state));
        let name = owner.map_or_else(|| "samen".to_owned(), |owner| owner.name.clone());
        match parts.iter_mut().find(|(known, _)| *known == said) {
            Some((_, names)) => names.push(name),
            None => parts.push((said, vec![name])),
        }
    }
    // Who said nothing yet stands last.
    parts.sort_by_key(|(said, _)| said.is_none());
    parts.first()?.0.as_ref()?;
    let part = |(said, names): &(Option<String>, Vec<String>)| {
        let said = said.as_deref().unwrap_or("nog niet gezegd");
        format!("{}: {}.", notation::capital(said), notation::enumeration(names))
    };
    Some(parts.iter().map(part).collect::<Vec<_>>().join(" "))
}
