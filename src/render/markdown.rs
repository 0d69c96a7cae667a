use super::bar::{bars, is_one_list};
use super::layout::{line_in, on_page, run_in, strong, words_in};
use super::markdown_signs::{closes, code, escaped, escaped_after, marked, opens};
use super::{RenderError, Renderer, Unseen};
use crate::document::{
    Block, BoxItem, CheckItem, CheckState, Column, Document, Inline, Row, Signature, Table, each_of, text,
};
use crate::notation;

/// CommonMark with tables and task lists. What a user typed is text and never becomes mark-up.
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

impl Renderer for Markdown {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(document.label.map(escaped));
        parts.push(format!("# {}", escaped(&document.title)));
        let subtitle = document.subtitle.iter().map(|subtitle| escaped(subtitle));
        let below: Vec<String> =
            subtitle.chain([notation::date(document.date)]).filter(|line| !line.is_empty()).collect();
        parts.push(below.join("\\\n"));
        // Markdown knows no pages on which blocks stand together.
        for list in each_of(&document.blocks).chunk_by(|one, next| is_one_list(one, next)) {
            let text = below_each_other(list, |part| block(part));
            // Two lists below each other are one list, unless their signs differ.
            let after_list = parts.last().is_some_and(|last| last.starts_with("- "));
            if !text.is_empty() {
                parts.push(if after_list { with_stars(&text) } else { text });
            }
        }
        parts.extend(document.label.map(escaped));
        let mut text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
        text.push('\n');
        Ok(text.into_bytes())
    }

    fn unseen(&self, document: &Document) -> Unseen {
        Unseen { pictures: document.pictures(), ..Unseen::default() }
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level).clamp(1, 5) + 1), line(text)),
        Block::Paragraph(text) => lines(text, ""),
        Block::Bullets(items) => below_each_other(items, |item| format!("- {}", lines(item, "  "))),
        Block::Checklist(items) => below_each_other(items, check_item),
        Block::Table(table) => self::table(table),
        Block::Definitions(pairs) => {
            below_each_other(pairs, |(term, text)| format!("- {}: {}", line(&strong(term)), lines(text, "  ")))
        }
        Block::Notice { word, text, advice, .. } => {
            let advice = advice.iter().map(|advice| lines(advice, "> ")).filter(|advice| !advice.is_empty());
            let advice: String = advice.map(|advice| format!("\\\n> {advice}")).collect();
            format!("> **{}:** {}{advice}", escaped(word), lines(text, "> "))
        }
        Block::Quote { text, from } => format!("> {} ({})", lines(text, "> "), escaped(from)),
        Block::Progress { .. } | Block::Bars { .. } => {
            below_each_other(&bars(block), |bar| format!("- {}: {}", escaped(bar.label), escaped(&bar.words)))
        }
        Block::Boxes(items) => below_each_other(items, box_item),
        Block::WritingLines(lines) => writing_lines(lines),
        Block::Signatures(parties) => {
            let party = |one: &Signature| {
                format!("{}\n\n{}", line(&[Inline::Strong(one.party.clone())]), writing_lines(&one.lines))
            };
            parties.iter().map(party).collect::<Vec<_>>().join("\n\n")
        }
        // What another picture shows stands in words beside it.
        Block::Figure(figure) => figure.in_words().map(|words| self::block(&words)).unwrap_or_default(),
        // Its blocks come one by one.
        Block::Together(_) => String::new(),
        Block::PageBreak => "---".to_owned(),
        Block::Sheet(title) => format!("## {}", line(&text(title))),
    }
}

fn writing_lines(lines: &[String]) -> String {
    let line = |before: &String| line(&[Inline::Text(format!("{before} ")), Inline::Blank(String::new())]);
    lines.iter().map(line).collect::<Vec<_>>().join("\n\n")
}

fn below_each_other<T>(items: &[T], line: impl Fn(&T) -> String) -> String {
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn box_item(item: &BoxItem) -> String {
    let detail = item.detail.iter().map(|detail| lines(detail, "  ")).filter(|detail| !detail.is_empty());
    let detail: String = detail.map(|detail| format!("\\\n  {detail}")).collect();
    format!("- [ ] {} – {}{detail}", item.number, lines(&item.text, "  "))
}

fn with_stars(list: &str) -> String {
    let star = |line: &str| line.strip_prefix("- ").map_or_else(|| line.to_owned(), |item| format!("* {item}"));
    list.split('\n').map(star).collect::<Vec<_>>().join("\n")
}

fn check_item(item: &CheckItem) -> String {
    // The whole title is marked by its state, and marks within marks would undo each other.
    let title = escaped(&words_in(&item.title, on_page));
    let head = match item.state {
        CheckState::Open => format!("- [ ] {}", marked("**", &title)),
        CheckState::Done => format!("- [x] {title}"),
        CheckState::Lapsed => format!("- {} (vervallen)", marked("~~", &title)),
    };
    let id = item.id.iter().map(|id| format!("  - Id: {}", code("", &line_in(id, on_page))));
    let particulars =
        item.particulars.iter().map(|(word, text)| format!("  - {}: {}", escaped(word), lines(text, "    ")));
    std::iter::once(head).chain(particulars).chain(id).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let cells = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut rows = Vec::new();
    rows.extend(table.caption.iter().map(|caption| format!("{}\n", escaped(caption))));
    rows.push(cells(table.columns.iter().map(|column| escaped(&column.title)).collect()));
    let rule = |column: &Column| if column.numeric { "---:" } else { "---" }.to_owned();
    rows.push(cells(table.columns.iter().map(rule).collect()));
    let row = |row: &Row| cells(row.iter().take(table.columns.len()).map(|cell| line(cell)).collect());
    rows.extend(table.rows.iter().map(row));
    rows.join("\n")
}

/// Runs on one line.
fn line(inlines: &[Inline]) -> String {
    broken(inlines).join(" ")
}

/// Runs in which the lines that a user broke stay broken, each after an indent.
fn lines(inlines: &[Inline], indent: &str) -> String {
    broken(inlines).join(&format!("\\\n{indent}"))
}

/// The lines of the runs behind each other, without the empty ones.
fn broken(inlines: &[Inline]) -> Vec<String> {
    let mut lines = vec![Line::default()];
    for (index, inline) in inlines.iter().enumerate() {
        // A mark goes round one line.
        let words = match inline {
            Inline::Text(_) | Inline::Blank(_) | Inline::Withheld(_) | Inline::Box => run_in(inline, on_page),
            Inline::Strong(_) | Inline::Emphasis(_) | Inline::Code(_) => run_in(inline, on_page).replace('\n', " "),
        };
        let after = inlines.iter().skip(index + 1).find_map(|next| run_in(next, on_page).chars().next());
        let mut parts = words.split('\n').peekable();
        while let Some(part) = parts.next() {
            let after = if parts.peek().is_some() { None } else { after };
            if let Some(line) = lines.last_mut() {
                line.append(inline, part, after);
            }
            if parts.peek().is_some() {
                lines.push(Line::default());
            }
        }
    }
    lines.iter().map(|line| line.written.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A line as far as it is written, and the words that a reader sees of it: what a sign means depends on what stands before.
#[derive(Default)]
struct Line {
    written: String,
    words: String,
}

impl Line {
    fn append(&mut self, inline: &Inline, text: &str, after: Option<char>) {
        let inner = text.trim();
        let start = &text[..text.len() - text.trim_start().len()];
        let end = &text[start.len() + inner.len()..];
        let stands_alone = (!start.is_empty() || opens(self.written.chars().next_back()))
            && (!end.is_empty() || closes(after))
            && !inner.is_empty();
        let written = match inline {
            Inline::Strong(_) if stands_alone => format!("**{}**", escaped_after(&self.words, inner)),
            Inline::Emphasis(_) if stands_alone => format!("*{}*", escaped_after(&self.words, inner)),
            Inline::Code(_) if stands_alone => code(&self.words, inner),
            _ => escaped_after(&self.words, inner),
        };
        self.written.extend([start, &written, end]);
        self.words.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text;
    use crate::notation::printed;
    use crate::render::{any_document, sample};
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    fn markdown(text: &str) -> String {
        written(&sample::document_full_of(text))
    }

    fn written(document: &Document) -> String {
        let bytes = Markdown.render(document).expect("every document fits");
        String::from_utf8(bytes).expect("the text is UTF-8")
    }

    /// What a reader of Markdown makes of it, without the words: only the marks.
    fn marks(text: &str) -> Vec<String> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
        Parser::new_ext(text, options)
            .filter_map(|event| match event {
                Event::Html(_) | Event::InlineHtml(_) => Some("html".to_owned()),
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) => Some("link".to_owned()),
                Event::Start(Tag::CodeBlock(_)) => Some("code block".to_owned()),
                Event::Start(tag) => Some(format!("{:?}", std::mem::discriminant(&tag))),
                Event::Rule => Some("rule".to_owned()),
                _ => None,
            })
            .collect()
    }

    /// The words that a reader of Markdown sees, without white space.
    fn words_seen(text: &str) -> String {
        let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
        let seen: String = Parser::new_ext(text, options)
            .filter_map(|event| match event {
                Event::Text(words) | Event::Code(words) => Some(words.into_string()),
                _ => None,
            })
            .collect();
        seen.split_whitespace().collect()
    }

    /// The hostile text is seen as it was typed, just as often as a harmless word.
    #[track_caller]
    fn check_words(hostile: &str) {
        let typed: String = hostile.split_whitespace().collect();
        let expected = words_seen(&markdown("qqqq")).replace("qqqq", &typed);
        assert_eq!(words_seen(&markdown(hostile)), expected, "{hostile}\n{}", markdown(hostile));
    }

    #[test]
    fn no_sign_that_was_typed_is_lost() {
        for hostile in ["werk met C #", "# kop #", "a \\ b", "a\\", "&amp;", "*", "a|b", "`a`", "1. een", "a ## ##"] {
            check_words(hostile);
        }
    }

    #[test]
    fn lists_below_each_other_stay_lists_of_their_own() {
        let list = |word: &str| Block::Bullets(vec![text(word), text(word)]);
        let blocks = vec![list("een"), list("twee"), list("drie")];
        let lists = written(&Document { blocks, ..sample::document() });
        let starts = Parser::new(&lists).filter(|event| matches!(event, Event::Start(Tag::List(_)))).count();
        assert_eq!(starts, 3, "{lists}");
    }

    #[test]
    fn the_sample() {
        insta::assert_snapshot!("the_sample", written(&sample::document_with("Stel twee dagdelen voor.")));
    }

    /// The hostile text makes just the marks that a harmless word makes.
    #[track_caller]
    fn check(hostile: &str) {
        assert_eq!(marks(&markdown(hostile)), marks(&markdown("woord")), "{hostile}\n{}", markdown(hostile));
    }

    #[test]
    fn what_a_user_typed_is_text() {
        for hostile in [
            "# kop",
            "1. lijst",
            "1) lijst",
            "- lijst",
            "+ lijst",
            "* lijst",
            "> citaat",
            "*schuin* **vet** _x_ __y__",
            "`code`",
            "~~weg~~",
            "[link](http://kwaad.example)",
            "![beeld](x)",
            "<script>alert(1)</script>",
            "<b>vet</b>",
            "a | b | c",
            "&lt;b&gt; &amp;",
            "```\ncode\n```",
            "***",
            "---",
            "===",
            "http://kwaad.example",
            "www.kwaad.example",
            "x@kwaad.example",
            "\\*niet schuin\\*",
            "[x]: http://kwaad.example",
            "| a |\n|---|\n| b |",
            "    code",
            "[ ] vakje",
            "regel\n# kop",
            "regel\n- lijst",
            "regel\n\n# kop",
            "regel\n===",
            "\ttab",
        ] {
            check(hostile);
        }
    }

    proptest! {
        #[test]
        fn no_text_of_any_document_is_lost_or_becomes_a_mark(document in any_document::document()) {
            let shown = written(&document);
            let foreign: Vec<String> = marks(&shown).into_iter().filter(|mark| !mark.starts_with("Discriminant")).collect();
            let page_breaks = each_of(&document.blocks).into_iter().filter(|block| **block == Block::PageBreak).count();
            prop_assert_eq!(&foreign, &vec!["rule".to_owned(); page_breaks], "{}", shown);
            prop_assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n'));
            let seen = words_seen(&shown).replace('\u{fe0f}', "");
            // No mark of ours is left over as a sign, and none was typed for us.
            let texts = [any_document::texts(&document), any_document::texts_of_pictures(&document)].concat();
            let typed = texts.concat();
            for sign in ['*', '~', '`', '\\', '|', '#'] {
                prop_assert_eq!(seen.matches(sign).count(), typed.matches(sign).count(), "{} in\n{}", sign, shown);
            }
            for text in texts {
                let expected: String = printed(&text).replace('\u{fe0f}', "").split_whitespace().collect();
                prop_assert!(seen.contains(&expected), "{}\n{}\n{}", expected, seen, shown);
            }
        }

        #[test]
        fn signs_never_become_marks(text in "[a-z #*_<>\\[\\]()|~`!&=:.0-9\\\\/+@$-]{1,24}") {
            prop_assume!(!text.trim().is_empty());
            prop_assert_eq!(marks(&markdown(&text)), marks(&markdown("woord")), "{}", markdown(&text));
            check_words(&text);
        }
    }
}
