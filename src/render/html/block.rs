use super::definitions;
use crate::document::{Block, BoxItem, CheckItem, CheckState, Inline, Table, Weight, withheld};
use crate::notation;
use crate::notation::Stretch;
use crate::render::bar::{self, Bar, is_one_list};
use crate::render::layout::{announces, words};
use crate::render::picture::svg;
use crate::render::shared_widths::SharedWidths;
use crate::render::widths::is_room_to_write;
use crate::render::xml::{Attributes, Markup};

/// The blocks below each other. Lines of progress that stand together are one list.
pub fn blocks(page: &mut Markup, blocks: &[Block], widths: &SharedWidths) {
    for list in blocks.chunk_by(is_one_list) {
        block(page, list, widths);
        page.own("\n");
    }
}

fn block(page: &mut Markup, blocks: &[Block], widths: &SharedWidths) {
    match &blocks[0] {
        Block::Heading { level, text } => {
            // The title of the document is the first level.
            page.element(&format!("h{}", level.clamp(&1, &4) + 1), &[], |page| line(page, text));
        }
        Block::Paragraph(text) => {
            let class: Attributes = if announces(text) { &[("class", "announces")] } else { &[] };
            page.element("p", class, |page| line(page, text));
        }
        Block::Bullets(items) => list(page, &[], items, |page, item| page.element("li", &[], |page| line(page, item))),
        Block::Checklist(items) => list(page, &[("class", "checklist")], items, check_item),
        Block::Table(table) => self::table(page, table, widths),
        Block::Definitions(pairs) => definitions::lists(page, &[], pairs),
        Block::Notice { weight, word, text, advice } => notice(page, *weight, word, text, advice.as_deref()),
        Block::Figure(figure) => page.element("figure", &[("class", "picture")], |page| {
            page.own(&svg(figure));
            figure.caption().into_iter().for_each(|caption| page.words("figcaption", &[], caption));
        }),
        Block::Quote { text, from } => page.element("figure", &[], |page| {
            page.element("blockquote", &[], |page| line(page, text));
            page.words("figcaption", &[], from);
        }),
        Block::Progress { .. } | Block::Bars { .. } => {
            let bars: Vec<Bar> = blocks.iter().flat_map(bar::bars).collect();
            list(page, &[("class", "progress")], &bars, bar_item);
        }
        Block::Boxes(items) => list(page, &[("class", "boxes")], items, box_item),
        Block::WritingLines(lines) => writing_lines(page, lines),
        Block::Signatures(parties) => list(page, &[("class", "signatures")], parties, |page, one| {
            page.element("li", &[], |page| {
                page.element("p", &[], |page| page.words("strong", &[], &one.party));
                writing_lines(page, &one.lines);
            });
        }),
        Block::Together(blocks) => {
            page.element("div", &[("class", "together")], |page| self::blocks(page, blocks, widths))
        }
        Block::PageBreak => page.element("div", &[("class", "page-break")], |_| {}),
        Block::Sheet(title) => page.element("h2", &[], |page| page.lines(title)),
    }
}

fn writing_lines(page: &mut Markup, lines: &[String]) {
    for before in lines {
        page.element("p", &[("class", "writing-line")], |page| page.words("span", &[], before));
    }
}

/// Nothing where there is nothing to list.
fn list<T>(page: &mut Markup, attributes: Attributes, items: &[T], item: impl Fn(&mut Markup, &T)) {
    if !items.is_empty() {
        page.element("ul", attributes, |page| items.iter().for_each(|one| item(page, one)));
    }
}

pub fn line(page: &mut Markup, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => addressed(page, text),
            Inline::Strong(text) => page.words("strong", &[], text),
            Inline::Emphasis(text) => page.words("em", &[], text),
            Inline::Code(text) => page.words("code", &[], text),
            Inline::Box => page
                .element("span", &[("class", "small-box")], |page| page.words("span", &[("class", "unseen")], "hokje")),
            Inline::Withheld(question) => page.words("em", &[], &withheld(question)),
            Inline::Blank(question) => {
                page.element("span", &[("class", "blank")], |page| page.words("span", &[], question));
            }
        }
    }
}

/// A text in which addresses can be followed.
fn addressed(page: &mut Markup, text: &str) {
    for stretch in notation::addresses(text) {
        match stretch {
            Stretch::Words(words) => page.lines(words),
            Stretch::Site(site) => page.words("a", &[("href", site)], site),
            Stretch::Mail(mail) => page.words("a", &[("href", &format!("mailto:{mail}"))], mail),
        }
    }
}

fn check_item(page: &mut Markup, item: &CheckItem) {
    let (class, said) = match item.state {
        CheckState::Open => ("open", "Open"),
        CheckState::Done => ("done", "Klaar"),
        CheckState::Lapsed => ("lapsed", "Vervallen"),
    };
    page.element("li", &[("class", class)], |page| {
        page.element("p", &[("class", "title")], |page| {
            page.element("span", &[("class", "box"), ("aria-hidden", "true")], |_| {});
            page.words("span", &[("class", "unseen")], &format!("{said}: "));
            match item.state {
                CheckState::Open => page.element("strong", &[], |page| line(page, &item.title)),
                CheckState::Done => line(page, &item.title),
                CheckState::Lapsed => page.element("s", &[], |page| line(page, &item.title)),
            }
        });
        let pairs: Vec<_> = item.particulars_and_id().map(|(word, text)| (vec![Inline::Text(word)], text)).collect();
        definitions::lists(page, &[("class", "particulars")], &pairs);
    });
}

/// How wide a table is, in twentieths of a point: as wide as on paper.
const WHOLE: usize = 9_865;

/// On a narrow screen a table becomes a list of cells, each with its column before it. Browsers keep it a table to a screen
/// reader, whatever it looks like.
fn table(page: &mut Markup, table: &Table, shared: &SharedWidths) {
    if table.columns.is_empty() {
        return;
    }
    let class = |numeric: bool| if numeric { "number" } else { "words" };
    let widths = if shared.is_shared(table) { shared.widths(table, WHOLE) } else { Vec::new() };
    page.element("table", &[], |page| {
        if let Some(caption) = &table.caption {
            page.words("caption", &[], caption);
        }
        page.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                for (index, column) in table.columns.iter().enumerate() {
                    let width =
                        widths.get(index).map(|width| format!("width: {}%", width * 100 / WHOLE)).unwrap_or_default();
                    let attributes = [("scope", "col"), ("class", class(column.numeric)), ("style", &width)];
                    let count = if width.is_empty() { 2 } else { 3 };
                    page.words("th", &attributes[..count], &column.title);
                }
            });
        });
        page.element("tbody", &[], |page| {
            for row in &table.rows {
                page.element("tr", &[], |page| {
                    for (index, column) in table.columns.iter().enumerate() {
                        let cell = row.get(index).map(Vec::as_slice).unwrap_or_default();
                        let kind = match cell {
                            [only] if is_room_to_write(only) => "room",
                            cell if words(cell).trim().is_empty() => "nothing",
                            _ => class(column.numeric),
                        };
                        let attributes = [("class", kind), ("data-column", column.title.as_str()), ("scope", "row")];
                        // The last of the columns that lead is what a screen reader says of the row.
                        if index + 1 == table.lead {
                            page.element("th", &attributes, |page| line(page, cell));
                        } else {
                            page.element("td", &attributes[..2], |page| line(page, cell));
                        }
                    }
                });
            }
        });
    });
}

fn notice(page: &mut Markup, weight: Weight, word: &str, text: &[Inline], advice: Option<&[Inline]>) {
    let class = match weight {
        Weight::Risk => "notice risk",
        Weight::Good => "notice good",
        Weight::Spoken => "notice spoken",
        Weight::Attention => "notice",
    };
    page.element("div", &[("class", class)], |page| {
        page.element("p", &[], |page| {
            page.words("strong", &[], &format!("{}:", notation::capital(word)));
            page.lines(" ");
            line(page, text);
        });
        if let Some(advice) = advice {
            page.element("p", &[], |page| line(page, advice));
        }
    });
}

fn box_item(page: &mut Markup, item: &BoxItem) {
    page.element("li", &[], |page| {
        page.element("span", &[("class", "small-box"), ("aria-hidden", "true")], |_| {});
        page.words("span", &[("class", "box-number")], &item.number.to_string());
        page.element("span", &[], |page| {
            line(page, &item.text);
            if let Some(detail) = &item.detail {
                page.element("span", &[("class", "detail")], |page| line(page, detail));
            }
        });
    });
}

/// The part that is done, drawn. The words beside it say the same.
fn bar_item(page: &mut Markup, bar: &Bar) {
    let filled = bar.filled(120).to_string();
    page.element("li", &[], |page| {
        page.words("span", &[], bar.label);
        page.form(include_str!("bar.svg"), &[("filled", &filled)]);
        page.words("span", &[], &bar.words);
    });
}
