use proptest::prelude::*;

use super::Html;
use crate::document::{Block, Document, Layout, Table, Weight, text};
use crate::render::on_paper::on_paper;
use crate::render::{Renderer, any_document, sample};

fn page(document: &Document) -> String {
    String::from_utf8(Html.render(document).expect("takes every document")).expect("is UTF-8")
}

#[test]
fn the_sample() {
    let page = page(&sample::document());
    let body = page.split_once("</head>").expect("there is a head").1.replace("><", ">\n<");
    insta::assert_snapshot!(body);
}

#[test]
fn nothing_that_was_typed_becomes_mark_up() {
    let typed = "</style><script>alert(1)</script><img src=x onerror=alert(1)> & \" ' <!-- ]]>";
    let page = page(&sample::document_full_of(typed));
    for mark in ["<script", "<img", "<!--", "]]>"] {
        assert!(!page.contains(mark), "{mark} in the page");
    }
    assert_eq!(page.matches("</style>").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Only our own tags are there, each closed by its own.
    #[test]
    fn the_page_is_well_formed_whatever_was_typed(document in any_document::document()) {
        let page = page(&document);
        let body = page.split_once("<body").expect("there is a body").1;
        let mut open: Vec<&str> = vec!["html", "body"];
        for tag in body.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').expect("a tag ends");
            let name = tag.split(' ').next().unwrap_or_default();
            match name.strip_prefix('/') {
                Some(closed) => prop_assert_eq!(open.pop(), Some(closed)),
                None if name == "br" || tag.ends_with('/') => {}
                None => open.push(name),
            }
        }
        prop_assert!(open.is_empty());
    }

    #[test]
    fn every_word_is_there(document in any_document::document()) {
        let page = page(&document).replace("<br>", "\n").replace("&lt;", "<").replace("&gt;", ">");
        let page = folded(&page.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
        for text in any_document::texts(&on_paper(&document)) {
            let expected: String = crate::notation::printed(&text).chars().map(in_html).collect();
            prop_assert!(page.contains(&folded(&expected)), "{:?} is missing", expected);
        }
    }
}

/// White space, capitals and the sign that asks for a picture aside.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{fe0f}')
        .flat_map(char::to_uppercase)
        .collect()
}

/// What may not stand in HTML is shown as the sign for a character that cannot be shown.
fn in_html(letter: char) -> char {
    let never = u32::from(letter) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&letter);
    if never { '\u{fffd}' } else { letter }
}

#[test]
fn slides_are_marked_on_the_page() {
    let slides = Document { layout: Layout::Slides, ..sample::document() };
    assert!(page(&slides).contains("<body class=\"slides\">"));
    assert!(page(&sample::document()).contains("<body>"));
}

#[test]
fn the_chapters_of_a_long_document_lead_to_their_headings() {
    let heading = |level: u8, words: &str| Block::Heading { level, text: text(words) };
    let mut blocks = vec![heading(1, "Eén & al"), heading(2, "Dieper"), heading(1, "Twee")];
    blocks.extend((0..300).map(|_| Block::Paragraph(text("woorden"))));
    let page = page(&Document { blocks, ..sample::document() });
    for said in [
        "<a href=\"#deel-1\">Eén &amp; al</a>",
        "<h2 id=\"deel-1\">Eén &amp; al</h2>",
        "<a href=\"#deel-2\">Twee</a>",
        "<h2 id=\"deel-2\">Twee</h2>",
        "<h3>Dieper</h3>",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_flyer_bears_no_day_and_no_page_number() {
    let flyer = page(&Document { layout: Layout::Flyer, ..sample::document() });
    assert!(flyer.contains("class=\"flyer\"") && !flyer.contains("<time") && !flyer.contains("bladzijde \" counter"));
}

#[test]
fn each_sheet_has_paper_and_numbers_of_its_own() {
    let page = page(&sample::sheets());
    assert!(page.contains("<body class=\"forms\">") && page.contains("<main class=\"sheet-1\">"));
    for (number, name) in [(1, "Werkblad van De Kade \\28 K7Q\\29 "), (2, "Werkblad van Bakkerij ")] {
        assert!(page.contains(&format!("<section class=\"sheet sheet-{number}\"><h2>")), "{page}");
        let paper = format!("@page sheet-{number} {{ counter-increment: sheet-{number}; @bottom-left {{ content: \"");
        let foot = page.split_once(&paper).expect("it has paper of its own").1;
        let foot = foot.split_once(" }").expect("the foot ends").0;
        assert!(foot.starts_with(name.split('\\').next().expect("it begins")), "{foot}");
        assert!(foot.contains(&format!("bladzijde \" counter(sheet-{number});")), "{foot}");
    }
}

#[test]
fn an_address_can_be_followed_and_a_date_in_a_cell_stays_whole() {
    let cell = "Mail anna@zuidwald.example voor 1 december 2026, of zie https://regio.example/a. javascript:alert(1)";
    let page = page(&Document {
        blocks: vec![Table::new(["Wie"], [vec![text(cell)]]).led_by(1).into()],
        ..sample::document()
    });
    let expected = "Mail <a href=\"mailto:anna@zuidwald.example\">anna@zuidwald.example</a> voor 1\u{a0}december\u{a0}2026, of zie \
                    <a href=\"https://regio.example/a\">https://regio.example/a</a>. javascript:alert(1)</th>";
    assert!(page.contains(expected), "{page}");
}

#[test]
fn tables_with_the_same_titles_are_as_wide_in_each_column() {
    let table = |words: &str| Block::from(Table::new(["Wie", "Wat"], [vec![text(words), text("kort")]]));
    let page = page(&Document { blocks: vec![table("x"), table("een langere tekst")], ..sample::document() });
    let widths: Vec<&str> = page.split("style=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!((widths.len(), &widths[..2]), (4, &widths[2..]), "{page}");
}

#[test]
fn what_is_said_beside_a_slide_stands_behind_the_slides() {
    let said = Block::Notice {
        weight: Weight::Spoken,
        word: "zeg erbij".to_owned(),
        text: text("Welkom allemaal"),
        advice: None,
    };
    let blocks = vec![said, Block::PageBreak, Block::Paragraph(text("Laatste dia"))];
    let page = page(&Document { layout: Layout::Slides, blocks, ..sample::document() });
    let (slides, notes) = page.split_once("<section class=\"notes\">").expect("there are notes");
    assert!(slides.contains("Laatste dia") && !slides.contains("Welkom allemaal"), "{page}");
    assert!(notes.contains("Wat je erbij zegt") && notes.contains("Welkom allemaal"), "{page}");
}
