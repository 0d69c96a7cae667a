use super::Alignment::Number;
use super::Alignment::Text;
use super::names;
use super::table;
use crate::analysis::Voice;
use crate::document::Block;
use crate::report::heading;
use crate::report::paragraph;

/// Who has said how much.
pub(super) fn blocks(voices: &[Voice]) -> Vec<Block> {
    if voices.iter().all(|voice| voice.asked == 0) {
        return Vec::new();
    }
    let row = |voice: &Voice| {
        let counts = [voice.asked, voice.answered, voice.unknown, voice.open];
        std::iter::once(voice.organisation.name.clone()).chain(counts.map(|count| count.to_string())).collect()
    };
    let columns = [
        ("Organisatie", Text),
        ("Gevraagd", Number),
        ("Gezegd", Number),
        ("Weet het nog niet", Number),
        ("Open", Number),
    ];
    let silent: Vec<&Voice> = voices.iter().filter(|voice| voice.is_silent()).collect();
    let words = match silent.len() {
        0 => "Van elke organisatie is al iets bekend.".to_owned(),
        _ => format!("Nog niets gezegd: {}.", names(silent.iter().map(|voice| &voice.organisation))),
    };
    vec![
        heading(1, "Wie al iets zei"),
        paragraph(
            "Dit gaat over de vragen die elke organisatie voor zichzelf beantwoordt, in de fases die begonnen zijn.",
        ),
        table(None, &columns, voices.iter().map(row).collect()),
        paragraph(words),
    ]
}
