use chrono::NaiveDate;

use super::{paragraph, with_command};
use crate::document::{Block, Document};

/// What there is to do where no project is.
pub fn welcome(today: NaiveDate) -> Document {
    let steps = [
        ("Begin een nieuwe samenwerking: ", "regio init", ". Dat kost drie minuten."),
        ("Kijk eerst rond in een ingevuld voorbeeld: ", "regio init voorbeeld --voorbeeld", "."),
        ("Staat je project ergens anders? Noem het bestand: ", "regio status --project PAD/regio.toml", "."),
        ("Lees alles wat je kunt doen: ", "regio --help", "."),
    ];
    let steps = steps.map(|(before, command, after)| with_command(before, command, after));
    let told = paragraph("In deze map en de mappen erboven staat nog geen project.");
    let subtitle = Some("start een regionale samenwerking op cybersecurity".to_owned());
    Document { subtitle, ..Document::new("regio", today, vec![told, Block::Bullets(steps.to_vec())]) }
}
