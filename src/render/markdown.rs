use super::RenderError;
use super::Renderer;
use super::layout::BLANK;
use super::layout::progress;
use crate::document::Block;
use crate::document::CheckItem;
use crate::document::CheckState;
use crate::document::Document;
use crate::document::Inline;
use crate::document::Table;
use crate::notation;
use crate::notation::single_line;
use crate::notation::visible;

/// CommonMark with tables and task lists. What a user typed is text and never becomes mark-up.
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

impl Renderer for Markdown {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(document.label.map(escaped));
        parts.push(format!("# {}", escaped(&single_line(&document.title))));
        let subtitle = document.subtitle.iter().map(|subtitle| escaped(&single_line(subtitle)));
        let below: Vec<String> = subtitle.chain([notation::date(document.date)]).collect();
        parts.push(below.join("\\\n"));
        let mut blocks = document.blocks.iter().peekable();
        while let Some(part) = blocks.next() {
            let mut text = block(part);
            // Neighbouring lines of progress are one list.
            while matches!((part, blocks.peek()), (Block::Progress { .. }, Some(Block::Progress { .. }))) {
                if let Some(next) = blocks.next() {
                    text.push('\n');
                    text.push_str(&block(next));
                }
            }
            // Two lists below each other are one list, unless their signs differ.
            let after_list = parts.last().is_some_and(|last| last.starts_with("- "));
            parts.push(if after_list { with_stars(&text) } else { text });
        }
        parts.extend(document.label.map(escaped));
        let mut text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
        text.push('\n');
        Ok(text.into_bytes())
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level) + 1), line(text)),
        Block::Paragraph(text) => lines(text, ""),
        Block::Bullets(items) => {
            items.iter().map(|item| format!("- {}", lines(item, "  "))).collect::<Vec<_>>().join("\n")
        }
        Block::Checklist(items) => items.iter().map(check_item).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => self::table(table),
        Block::Definitions(pairs) => pairs
            .iter()
            .map(|(term, text)| format!("- {}: {}", strong(term), lines(text, "  ")))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Notice { word, text, advice } => {
            let advice = advice.iter().map(|advice| format!("\\\n> {}", lines(advice, "> "))).collect::<String>();
            format!("> **{}:** {}{advice}", escaped(word), lines(text, "> "))
        }
        Block::Quote { text, from } => format!("> {} ({})", lines(text, "> "), escaped(&single_line(from))),
        Block::Progress { label, done, total, remark } => {
            format!("- {}: {}", escaped(&single_line(label)), escaped(&progress(*done, *total, remark.as_deref())))
        }
        Block::PageBreak => String::new(),
    }
}

fn with_stars(list: &str) -> String {
    let star = |line: &str| line.strip_prefix("- ").map_or_else(|| line.to_owned(), |item| format!("* {item}"));
    list.split('\n').map(star).collect::<Vec<_>>().join("\n")
}

fn check_item(item: &CheckItem) -> String {
    let title = line(&item.title);
    let head = match item.state {
        CheckState::Open => format!("- [ ] **{title}**"),
        CheckState::Done => format!("- [x] {title}"),
        CheckState::Lapsed => format!("- {title} (vervallen)"),
    };
    let id = item.id.iter().map(|id| format!("  - Id: {}", code(id)));
    let particulars =
        item.particulars.iter().map(|(word, text)| format!("  - {}: {}", escaped(word), lines(text, "    ")));
    std::iter::once(head).chain(particulars).chain(id).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let cells = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut rows = Vec::new();
    rows.extend(table.caption.iter().map(|caption| format!("{}\n", escaped(&single_line(caption)))));
    rows.push(cells(table.columns.iter().map(|column| escaped(&single_line(&column.title))).collect()));
    rows.push(cells(
        table.columns.iter().map(|column| if column.numeric { "---:" } else { "---" }.to_owned()).collect(),
    ));
    rows.extend(table.rows.iter().map(|row| cells(row.iter().map(|cell| line(cell)).collect())));
    rows.join("\n")
}

fn strong(term: &[Inline]) -> String {
    match term {
        [Inline::Text(text)] => format!("**{}**", escaped(&single_line(text))),
        other => line(other),
    }
}

/// Runs on one line.
fn line(inlines: &[Inline]) -> String {
    let whole: String = inlines.iter().map(|inline| run(inline, &|text| escaped(&single_line_kept(text)))).collect();
    whole.trim_start().to_owned()
}

/// Runs in which the lines that a user broke stay broken, each after an indent.
fn lines(inlines: &[Inline], indent: &str) -> String {
    // White space at the start of a line would make it code; within a line it parts two runs.
    let part = |(index, part): (usize, &str)| escaped(if index == 0 { part } else { part.trim_start() });
    let broken = |text: &str| {
        // A run of one space only parts its neighbours, and must stay.
        if !text.contains('\n') {
            return escaped(text);
        }
        let parts: Vec<String> =
            text.split('\n').enumerate().map(part).filter(|part| !part.trim().is_empty()).collect();
        parts.join(&format!("\\\n{indent}"))
    };
    let whole: String = inlines.iter().map(|inline| run(inline, &broken)).collect();
    whole.trim_start().to_owned()
}

fn run(inline: &Inline, words: &dyn Fn(&str) -> String) -> String {
    match inline {
        Inline::Text(text) => words(text),
        Inline::Strong(text) => wrapped_in("**", &single_line(text)),
        Inline::Emphasis(text) => wrapped_in("*", text),
        Inline::Code(text) => code(text),
        Inline::Blank(question) => format!("{} ({})", BLANK.replace('_', "\\_"), words(question)),
    }
}

/// Mark-up may not begin or end with white space.
fn wrapped_in(mark: &str, text: &str) -> String {
    let text = text.replace('\n', " ");
    let inner = text.trim();
    if inner.is_empty() {
        return text;
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{mark}{}{mark}{after}", escaped(inner))
}

fn single_line_kept(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

fn code(text: &str) -> String {
    let text = single_line(text);
    // Within code nothing can be escaped, and a table asks for another `|` than a line does.
    if text.contains(['`', '|']) { escaped(&text) } else { format!("`{text}`") }
}

/// Every sign that Markdown or HTML could take for its own gets a backslash; a number with a point at the start of a line
/// would become a list.
fn escaped(text: &str) -> String {
    let shown = visible(text);
    let mut safe = String::with_capacity(shown.len() + 8);
    for (index, letter) in shown.char_indices() {
        let at_start = shown[..index].trim().is_empty();
        let after_digits = !at_start && shown[..index].trim_start().bytes().all(|byte| byte.is_ascii_digit());
        let is_sign = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => true,
            // At the end of a heading it would be taken for its close.
            '#' => true,
            '+' | '-' | '=' | ':' => at_start,
            '.' | ')' => after_digits,
            '!' => shown[index + 1..].starts_with('['),
            '@' => true,
            '/' => shown[..index].ends_with(':') || shown[..index].ends_with("ww"),
            _ => false,
        };
        if is_sign {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text;
    use crate::render::sample;
    use proptest::prelude::*;
    use pulldown_cmark::Event;
    use pulldown_cmark::Options;
    use pulldown_cmark::Parser;
    use pulldown_cmark::Tag;

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
        fn signs_never_become_marks(text in "[a-z #*_<>\\[\\]()|~`!&=:.0-9\\\\/+@$-]{1,24}") {
            prop_assume!(!text.trim().is_empty());
            prop_assert_eq!(marks(&markdown(&text)), marks(&markdown("woord")), "{}", markdown(&text));
            check_words(&text);
        }
    }
}
