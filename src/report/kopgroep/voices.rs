use super::{naming, table};
use crate::analysis::Voice;
use crate::document::Block;
use crate::report::{heading, paragraph};

/// Who has said how much.
pub(super) fn blocks(voices: &[Voice]) -> Vec<Block> {
    if voices.iter().all(|voice| voice.asked == 0) {
        return Vec::new();
    }
    let row = |Voice { organisation, asked, answered, unknown, open }: &Voice| {
        vec![organisation.name.clone(), format!("{answered} van {asked}"), unknown.to_string(), open.to_string()]
    };
    let columns = ["Organisatie", "Gezegd", "Weet het nog niet", "Nog open"];
    let silent = voices.iter().filter(|voice| voice.is_silent()).map(|voice| &voice.organisation);
    let silent = naming("Nog niets gezegd", silent);
    vec![
        heading(1, "Wie al iets zei"),
        paragraph(
            "Dit gaat over de vragen die elke organisatie voor zichzelf beantwoordt, in de fases die begonnen zijn.",
        ),
        table(columns, voices.iter().map(row)).counting(&["Weet het nog niet", "Nog open"]).into(),
        paragraph(silent.unwrap_or_else(|| "Van elke organisatie is al iets bekend.".to_owned())),
    ]
}
