use chrono::NaiveDate;

use super::{paragraph, with_command};
use crate::document::{Block, Document, Layout};

/// What there is to do where no project is.
pub fn welcome(today: NaiveDate) -> Document {
    let steps = [
        ("Begin een nieuwe samenwerking: ", "regio init", ". Dat kost drie minuten."),
        ("Kijk eerst rond in een ingevuld voorbeeld: ", "regio init voorbeeld --voorbeeld", "."),
        ("Staat je project ergens anders? Noem het bestand: ", "regio status --project PAD/regio.toml", "."),
        ("Lees alles wat je kunt doen: ", "regio --help", "."),
    ];
    Document {
        title: "regio".to_owned(),
        subtitle: Some("start een regionale samenwerking op cybersecurity".to_owned()),
        date: today,
        label: None,
        layout: Layout::Page,
        blocks: vec![
            paragraph("In deze map en de mappen erboven staat nog geen project."),
            Block::Bullets(
                steps.into_iter().map(|(before, command, after)| with_command(before, command, after)).collect(),
            ),
        ],
    }
}
