use super::definitions;
use crate::document::{Bar, Block, BoxItem, CheckItem, CheckState, Inline, Table, Weight};
use crate::notation;
use crate::render::layout::{bar as counted, progress, words};
use crate::render::picture::svg;
use crate::render::xml::Markup;

/// The blocks below each other. Lines of progress that stand together are one list.
pub fn blocks(page: &mut Markup, blocks: &[Block]) {
    let mut rest = blocks;
    while let [first, behind @ ..] = rest {
        rest = if let Block::Progress { .. } = first { progress_list(page, rest) } else { behind };
        block(page, first);
        page.newline();
    }
}

fn block(page: &mut Markup, block: &Block) {
    match block {
        Block::Heading { level, text } => {
            page.element(heading(*level), &[], |page| line(page, text));
        }
        Block::Paragraph(text) => page.element("p", &[], |page| line(page, text)),
        Block::Bullets(items) if items.is_empty() => {}
        Block::Bullets(items) => page.element("ul", &[], |page| {
            items.iter().for_each(|item| page.element("li", &[], |page| line(page, item)));
        }),
        Block::Checklist(items) if items.is_empty() => {}
        Block::Checklist(items) => page.element("ul", &[("class", "checklist")], |page| {
            items.iter().for_each(|item| check_item(page, item));
        }),
        Block::Table(table) => self::table(page, table),
        Block::Definitions(pairs) => definitions::lists(page, &[], pairs),
        Block::Notice { weight, word, text, advice } => notice(page, *weight, word, text, advice.as_deref()),
        Block::Figure(figure) => page.element("figure", &[("class", "picture")], |page| {
            page.own(&svg(figure));
            page.words("figcaption", &[], &figure.title);
        }),
        Block::Quote { text, from } => page.element("figure", &[], |page| {
            page.element("blockquote", &[], |page| line(page, text));
            page.words("figcaption", &[], from);
        }),
        // Progress is written as a list.
        Block::Progress { .. } => {}
        Block::Bars { of, rows } => bars(page, *of, rows),
        Block::Boxes(items) if items.is_empty() => {}
        Block::Boxes(items) => page.element("ul", &[("class", "boxes")], |page| {
            items.iter().for_each(|item| box_item(page, item));
        }),
        Block::WritingLines(lines) => lines.iter().for_each(|before| {
            page.element("p", &[("class", "writing-line")], |page| page.words("span", &[], before));
        }),
        Block::Together(blocks) => page.element("div", &[("class", "together")], |page| self::blocks(page, blocks)),
        Block::PageBreak => page.element("div", &[("class", "page-break")], |_| {}),
    }
}

/// The title of the document is the first level.
fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h2",
        2 => "h3",
        3 => "h4",
        _ => "h5",
    }
}

pub fn line(page: &mut Markup, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => page.lines(text),
            Inline::Strong(text) => page.words("strong", &[], text),
            Inline::Emphasis(text) => page.words("em", &[], text),
            Inline::Code(text) => page.words("code", &[], text),
            Inline::Box => page
                .element("span", &[("class", "small-box")], |page| page.words("span", &[("class", "unseen")], "hokje")),
            Inline::Blank(question) => {
                page.element("span", &[("class", "blank")], |page| page.words("span", &[], question));
            }
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

/// On a narrow screen a table becomes a list of cells, each with its column before it. Browsers keep it a table to a screen
/// reader, whatever it looks like.
fn table(page: &mut Markup, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let class = |numeric: bool| if numeric { "number" } else { "words" };
    page.element("table", &[], |page| {
        if let Some(caption) = &table.caption {
            page.words("caption", &[], caption);
        }
        page.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                for column in &table.columns {
                    let attributes = [("scope", "col"), ("class", class(column.numeric))];
                    page.words("th", &attributes, &column.title);
                }
            });
        });
        page.element("tbody", &[], |page| {
            for row in &table.rows {
                page.element("tr", &[], |page| {
                    for (index, column) in table.columns.iter().enumerate() {
                        let cell = row.get(index).map(Vec::as_slice).unwrap_or_default();
                        let kind = if words(cell).trim().is_empty() { "nothing" } else { class(column.numeric) };
                        let attributes = [("class", kind), ("data-column", column.title.as_str())];
                        page.element("td", &attributes, |page| line(page, cell));
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

/// Writes the lines of progress at the start as one list. Hands back the blocks behind them.
fn progress_list<'b>(page: &mut Markup, blocks: &'b [Block]) -> &'b [Block] {
    let lines = blocks.iter().take_while(|block| matches!(block, Block::Progress { .. })).count();
    page.element("ul", &[("class", "progress")], |page| {
        for block in &blocks[..lines] {
            if let Block::Progress { label, done, total, remark } = block {
                page.element("li", &[], |page| {
                    page.words("span", &[], label);
                    bar(page, *done, *total);
                    page.words("span", &[], &progress(*done, *total, remark.as_deref()));
                });
            }
        }
    });
    &blocks[lines..]
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

fn bars(page: &mut Markup, of: usize, rows: &[Bar]) {
    if rows.is_empty() {
        return;
    }
    page.element("ul", &[("class", "progress")], |page| {
        for row in rows {
            page.element("li", &[], |page| {
                page.words("span", &[], &row.label);
                bar(page, row.count, of);
                page.words("span", &[], &counted(row.count, of, &row.names));
            });
        }
    });
}

/// The part that is done, drawn. The words beside it say the same.
fn bar(page: &mut Markup, done: usize, total: usize) {
    const WIDTH: usize = 120;
    let filled = (WIDTH * done.min(total)).checked_div(total).unwrap_or(0).to_string();
    let whole = WIDTH.to_string();
    page.element(
        "svg",
        &[("viewBox", "-1 -1 122 14"), ("width", "122"), ("height", "14"), ("aria-hidden", "true")],
        |page| {
            page.element("rect", &[("class", "whole"), ("width", &whole), ("height", "12")], |_| {});
            page.element("rect", &[("class", "part"), ("width", &filled), ("height", "12")], |_| {});
        },
    );
}
