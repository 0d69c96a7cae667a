use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::document::{
    Bar, Block, BoxItem, CheckItem, CheckState, Column, Document, Figure, Imprint, Inline, Layout, Picture, Quantity,
    Signature, Table, Waterfall, Weight, text,
};

/// A document with every kind of block.
pub(super) fn document() -> Document {
    document_with("Stel twee dagdelen voor, minstens drie weken vooruit. Anderhalf uur is genoeg voor een eerste keer.")
}

/// The same, with this text wherever a text of a user may stand.
pub(super) fn document_with(words: &str) -> Document {
    let item = |state: CheckState, title: &str| CheckItem {
        state,
        title: text(title),
        id: Some("startbijeenkomst-plannen".to_owned()),
        particulars: vec![
            ("Hoe".to_owned(), text(words)),
            ("Wie".to_owned(), text("Anna")),
            ("Voor".to_owned(), text("dinsdag 1 december 2026 (over een week)")),
        ],
    };
    let column = |title: &str, numeric: bool| Column { title: title.to_owned(), numeric };
    let quantity = |hours: i64| Quantity { hundredths: hours * 100, words: format!("{hours} uur") };
    Document {
        title: "Checklist: Verkennen".to_owned(),
        subtitle: Some("Samen Sterk, Zuidwâld".to_owned()),
        date: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar"),
        label: Some("TLP:AMBER"),
        layout: Layout::Page,
        imprint: Imprint::parse("K7M-4XP"),
        left_out: Vec::new(),
        awaiting_consent: BTreeSet::new(),
        blocks: vec![
            Block::Heading { level: 1, text: text("Eerst deze zes") },
            Block::Checklist(vec![
                item(CheckState::Open, "Prik een datum met de hele kopgroep"),
                item(CheckState::Done, "Stuur de uitnodiging"),
                item(CheckState::Lapsed, words),
            ]),
            Block::Heading { level: 1, text: text("Stand") },
            Block::Progress {
                label: "Doelen en ambities".to_owned(),
                done: 3,
                total: 8,
                remark: Some("2 nog uit te zoeken".to_owned()),
            },
            Block::Progress { label: "De kopgroep".to_owned(), done: 5, total: 5, remark: None },
            Block::Bars {
                of: 5,
                rows: vec![
                    Bar { label: "Oefenen".to_owned(), count: 3, names: vec!["Anna".to_owned(), words.to_owned()] },
                    Bar { label: "Delen".to_owned(), count: 0, names: Vec::new() },
                ],
            },
            Block::Notice {
                weight: Weight::Attention,
                word: "let op".to_owned(),
                text: text(words),
                advice: Some(text("Kies er samen twee.")),
            },
            Block::Bullets(vec![
                text(words),
                vec![Inline::Text("Begin met ".to_owned()), Inline::Code("regio init".to_owned())],
            ]),
            Block::Definitions(vec![
                (text("Uitleg"), text(words)),
                (text("Open"), vec![Inline::Blank("Waarom juist nu?".to_owned())]),
                (text("Plaats"), vec![Inline::Withheld("Waar komen jullie samen?".to_owned())]),
            ]),
            Block::Table(Table {
                caption: Some("Organisaties".to_owned()),
                columns: vec![column("Naam", false), column("Plaats", false), column("Uren", true)],
                rows: vec![
                    vec![text("Gemeente Zuidwâld"), text("kopgroep"), text("12")],
                    vec![text(words), text("kandidaat voor de kopgroep"), text("4")],
                ],
                lead: 1,
            }),
            Block::Figure(Figure {
                title: "Uren: toegezegd naast nodig".to_owned(),
                description: "20 uur nodig, 16 uur toegezegd: 4 uur te weinig.".to_owned(),
                picture: Picture::Waterfall(Waterfall {
                    parts: vec![("Gemeente Zuidwâld".to_owned(), quantity(12)), (words.to_owned(), quantity(4))],
                    total: ("Samen".to_owned(), quantity(16)),
                    needed: Some(quantity(20)),
                    outcome: Some("4 uur te weinig".to_owned()),
                }),
            }),
            Block::Quote { text: text("Begin klein."), from: "CYSSEC".to_owned() },
            Block::Paragraph(vec![Inline::Strong(words.to_owned()), Inline::Emphasis(" Klaar.".to_owned())]),
            Block::PageBreak,
            Block::Together(vec![
                Block::Heading { level: 3, text: text("Welke rol past bij jullie?") },
                Block::Boxes(vec![
                    BoxItem { number: 1, text: text("Trekken"), detail: None },
                    BoxItem { number: 2, text: text("Anders"), detail: Some(text(words)) },
                ]),
                Block::WritingLines(vec!["Naam:".to_owned(), String::new()]),
                Block::Signatures(vec![Signature { party: words.to_owned(), lines: vec!["Handtekening:".to_owned()] }]),
                Block::Paragraph(vec![Inline::Box, Inline::Text(" weet ik nog niet".to_owned())]),
            ]),
        ],
    }
}

/// The same, and with the text in the places that seldom hold a text of a user, too.
pub(super) fn document_full_of(words: &str) -> Document {
    let mut document = document_with(words);
    document.title = words.to_owned();
    document.subtitle = Some(words.to_owned());
    document.blocks.extend([
        Block::Heading { level: 2, text: text(words) },
        Block::Definitions(vec![(text(words), vec![Inline::Blank(words.to_owned())])]),
        Block::Quote { text: text(words), from: words.to_owned() },
        Block::Progress { label: words.to_owned(), done: 1, total: 3, remark: Some(words.to_owned()) },
        Block::Bars { of: 2, rows: vec![Bar { label: words.to_owned(), count: 2, names: vec![words.to_owned()] }] },
        Block::Table(Table {
            caption: Some(words.to_owned()),
            columns: vec![Column { title: words.to_owned(), numeric: false }],
            rows: vec![vec![vec![Inline::Code(words.to_owned())]]],
            lead: 0,
        }),
        Block::Paragraph(vec![
            Inline::Emphasis(words.to_owned()),
            Inline::Text(" ".to_owned()),
            Inline::Code(words.to_owned()),
        ]),
    ]);
    document
}

/// Sheets to fill in, the first of two pages.
pub(super) fn sheets() -> Document {
    let question = || {
        Block::Together(vec![
            Block::Heading { level: 2, text: text("Wat wil je bereiken?") },
            Block::WritingLines(vec![String::new(); 4]),
        ])
    };
    let sheet = |title: &str| Block::Sheet(title.to_owned());
    Document {
        title: "Werkbladen: Verkennen".to_owned(),
        layout: Layout::Forms,
        blocks: vec![
            sheet("Werkblad van De Kade (K7Q)"),
            question(),
            Block::PageBreak,
            question(),
            sheet("Werkblad van Bakkerij Het Hoekje (9JF)"),
            question(),
        ],
        ..document()
    }
}
