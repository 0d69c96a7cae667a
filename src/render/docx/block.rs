use super::line::{line, run, tab};
use super::page::WIDTH;
use super::picture::Pictures;
use super::piece::{Paragraph, Piece, Row, Table, listed, together};
use super::{list, table};
use crate::document::{Block, Definition, Inline, Signature, Weight};
use crate::notation;
use crate::render::bar::{self, Bar};
use crate::render::layout::{announces, strong, words};
use crate::render::shared_widths::SharedWidths;

/// The blocks below each other.
pub fn pieces(blocks: &[Block], pictures: &mut Pictures, widths: &SharedWidths) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut on_new_page = false;
    for block in blocks {
        let mut made = piece(block, pictures, widths);
        if on_new_page && !made.is_empty() {
            start_page(&mut made);
        }
        on_new_page = matches!(block, Block::PageBreak) || (on_new_page && made.is_empty());
        all.append(&mut made);
    }
    all
}

fn start_page(pieces: &mut Vec<Piece>) {
    if !matches!(pieces.first(), Some(Piece::Paragraph(_))) {
        pieces.insert(0, Piece::Paragraph(Paragraph::gap()));
    }
    if let Some(Piece::Paragraph(first)) = pieces.first_mut() {
        first.starts_page = true;
    }
}

fn piece(block: &Block, pictures: &mut Pictures, widths: &SharedWidths) -> Vec<Piece> {
    match block {
        Block::Heading { level, text } => paragraphs([words_in(heading(*level), text)]),
        Block::Paragraph(text) => paragraphs([Paragraph { keep_next: announces(text), ..words_in("Standaard", text) }]),
        Block::Bullets(items) => listed(paragraphs(items.iter().map(|item| words_in("Lijstopsomteken", item)))),
        Block::Checklist(items) => listed(items.iter().flat_map(list::check_item).collect()),
        Block::Table(table) => table::table(table, widths.widths(table, WIDTH)),
        Block::Definitions(pairs) => definitions(pairs),
        Block::Notice { weight, word, text, advice } => notice(*weight, word, text, advice.as_deref()),
        Block::Quote { text, from } => together(paragraphs([words_in("Citaat", text), Paragraph::plain("Bron", from)])),
        Block::Progress { .. } => paragraphs(bar::bars(block).iter().map(bar_line)),
        Block::Bars { .. } => listed(paragraphs(bar::bars(block).iter().map(bar_line))),
        Block::Boxes(items) => listed(items.iter().flat_map(list::box_item).collect()),
        Block::WritingLines(lines) => {
            listed(paragraphs(lines.iter().map(|line| line_to_the_edge("Schrijflijn", line))))
        }
        Block::Signatures(parties) => signatures(parties),
        Block::Together(blocks) => together(pieces(blocks, pictures, widths)),
        Block::Figure(figure) => match pictures.paragraph(figure) {
            Some(picture) => {
                let caption = figure.caption().map(|caption| Paragraph::plain("Onderschrift", caption));
                let keep_next = caption.is_some();
                paragraphs(std::iter::once(Paragraph { keep_next, ..picture }).chain(caption))
            }
            None => figure.in_words().map(|words| piece(&words, pictures, widths)).unwrap_or_default(),
        },
        Block::PageBreak => Vec::new(),
        Block::Sheet(title) => paragraphs([Paragraph::plain(heading(1), title)]),
    }
}

fn paragraphs(paragraphs: impl IntoIterator<Item = Paragraph>) -> Vec<Piece> {
    paragraphs.into_iter().map(Piece::Paragraph).collect()
}

fn words_in(style: &'static str, text: &[Inline]) -> Paragraph {
    Paragraph::new(style, |markup| line(markup, text))
}

/// The title of the document stands above the headings.
fn heading(level: u8) -> &'static str {
    ["Kop1", "Kop2", "Kop3", "Kop4"][usize::from(level).clamp(1, 4) - 1]
}

/// Terms of more letters than this stand above what belongs to them.
const LONGEST_TERM: usize = 28;
/// A letter of a term is about so wide, in twentieths of a point.
const LETTER: usize = 125;

fn definitions(pairs: &[Definition]) -> Vec<Piece> {
    let length = |term: &[Inline]| words(term).chars().count();
    let longest = pairs.iter().map(|(term, _)| length(term)).max().unwrap_or(0);
    if longest <= LONGEST_TERM {
        let hanging = (longest.max(8) + 2) * LETTER;
        return listed(paragraphs(pairs.iter().map(|(term, text)| beside(term, text, hanging))));
    }
    let below =
        |(term, text): &Definition| together(paragraphs([words_in("Begrip", term), words_in("Omschrijving", text)]));
    pairs.iter().flat_map(below).collect()
}

fn beside(term: &[Inline], text: &[Inline], hanging: usize) -> Paragraph {
    let pair = Paragraph::new("Begripmetomschrijving", |markup| {
        line(markup, &strong(term));
        tab(markup);
        line(markup, text);
    });
    Paragraph { hanging: Some(hanging), ..pair }
}

fn notice(weight: Weight, word: &str, text: &[Inline], advice: Option<&[Inline]>) -> Vec<Piece> {
    let style = match weight {
        Weight::Risk => "Risico",
        Weight::Good => "Goed",
        Weight::Spoken => "Spreektekst",
        Weight::Attention => "Letop",
    };
    let said = Paragraph::new(style, |markup| {
        run(markup, Some("Zwaar"), &format!("{}: ", notation::capital(word)));
        line(markup, text);
    });
    let lines = std::iter::once(said).chain(advice.map(|advice| words_in(style, advice)));
    // Without white between them Word would draw two notices as one.
    together(paragraphs(lines)).into_iter().chain(paragraphs([Paragraph::gap()])).collect()
}

/// Two parties beside each other, as a table without lines: its rows stay on one page.
fn signatures(parties: &[Signature]) -> Vec<Piece> {
    const BETWEEN: usize = 412;
    let column = (WIDTH - BETWEEN) / 2;
    let rows = parties.chunks(2).flat_map(|pair| {
        let height = pair.iter().map(|one| one.lines.len()).max().unwrap_or(0);
        (0..=height).map(move |at| Row {
            cells: [pair.first(), None, pair.get(1)].map(|one| signature_line(one, at, at < height)).into(),
            ..Row::default()
        })
    });
    let table = Table { widths: vec![column, BETWEEN, column], rows: rows.collect(), ..Table::default() };
    if parties.is_empty() { Vec::new() } else { vec![Piece::Table(table)] }
}

/// The name of the party, or one of its lines.
fn signature_line(one: Option<&Signature>, at: usize, keep_next: bool) -> Paragraph {
    let Some(one) = one else { return Paragraph { keep_next, ..Paragraph::plain("Tabeltekst", "") } };
    let paragraph = match at.checked_sub(1).map(|at| (at, one.lines.get(at))) {
        None => Paragraph::new("Partij", |markup| run(markup, Some("Zwaar"), &one.party)),
        Some((at, Some(before))) if at + 1 == one.lines.len() => line_to_the_edge("Handtekeninglijn", before),
        Some((_, Some(before))) => line_to_the_edge("Partijlijn", before),
        Some((_, None)) => Paragraph::plain("Tabeltekst", ""),
    };
    Paragraph { keep_next, ..paragraph }
}

/// The style draws the line, up to the edge of the page.
fn line_to_the_edge(style: &'static str, before: &str) -> Paragraph {
    Paragraph::new(style, |markup| {
        let before = notation::printed_line(before);
        if !before.is_empty() {
            run(markup, None, &format!("{before} "));
        }
        tab(markup);
    })
}

/// Spaces, drawn as a bar by the colour behind them. To a screen reader they are nothing, and the words behind the bar say
/// the same.
fn bar_line(bar: &Bar) -> Paragraph {
    const STEPS: usize = 24;
    let full = bar.filled(STEPS);
    Paragraph::new("Balk", |markup| {
        run(markup, Some("Balkvol"), &" ".repeat(full));
        run(markup, Some("Balkleeg"), &" ".repeat(STEPS - full));
        tab(markup);
        run(markup, None, bar.label);
        if !bar.words.is_empty() {
            run(markup, Some("Bijzaak"), &format!(": {}", bar.words));
        }
    })
}
