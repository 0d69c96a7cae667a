use textwrap::{Options, WordSeparator, WordSplitter};

/// As much of Markdown as the manual is written in, as lines for a terminal: titles at the edge, the rest a little to the right.
pub fn text(markdown: &str, width: usize) -> String {
    let mut page = Page { width, lines: Vec::new(), open: None, titles: Vec::new() };
    let mut typed = false;
    for line in markdown.lines() {
        match line {
            line if line.starts_with("```") => {
                page.close();
                typed = !typed;
            }
            line if typed => page.lines.push(format!("    {line}").trim_end().to_owned()),
            line if line.starts_with("<!--") => page.close(),
            line => page.read(line),
        }
    }
    page.close();
    page.lines.join("\n") + "\n"
}

struct Page {
    width: usize,
    lines: Vec<String>,
    /// What has been read of a paragraph, with what stands before its first line and before the next ones.
    open: Option<(String, &'static str, String)>,
    /// Of the columns of the table that is being read.
    titles: Vec<String>,
}

impl Page {
    fn read(&mut self, line: &str) {
        if line.is_empty() {
            self.close();
            self.titles.clear();
            if self.lines.last().is_some_and(|line| !line.is_empty()) {
                self.lines.push(String::new());
            }
        } else if line.starts_with('#') {
            self.lines.push(line.trim_start_matches('#').trim_start().to_owned());
        } else if let Some(row) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) {
            self.row(row);
        } else if let Some(marker) = marker(line) {
            self.close();
            self.open = Some((format!("  {marker}"), "    ", line[marker.len()..].to_owned()));
        } else {
            let (_, _, text) = self.open.get_or_insert_with(|| ("  ".to_owned(), "  ", String::new()));
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line.trim());
        }
    }

    /// The first cell, and below it the others; from three columns on each with its title.
    fn row(&mut self, row: &str) {
        let cells: Vec<String> =
            row.replace("\\|", "\u{0}").split(" | ").map(|cell| cell.replace('\u{0}', "|")).collect();
        if self.titles.is_empty() {
            self.titles = cells;
        } else if !row.starts_with("---") {
            self.add("  ", "  ", &cells[0]);
            for (title, cell) in self.titles.clone().iter().zip(&cells).skip(1) {
                let cell = if cells.len() > 2 { format!("{title}: {cell}") } else { cell.clone() };
                self.add("      ", "      ", &cell);
            }
        }
    }

    fn close(&mut self) {
        if let Some((first, next, text)) = self.open.take() {
            self.add(&first, next, &text);
        }
    }

    fn add(&mut self, first: &str, next: &str, text: &str) {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(next)
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        self.lines.extend(textwrap::wrap(&spoken(text), options).iter().map(|line| line.replace(UNBROKEN, " ")));
    }
}

/// What stands before an item of a list.
fn marker(line: &str) -> Option<&str> {
    let end = line.find(' ').map(|end| end + 1)?;
    let marker = &line[..end];
    let counts = |marker: &str| marker.strip_suffix(". ").is_some_and(|number| number.parse::<u8>().is_ok());
    (marker == "- " || counts(marker)).then_some(marker)
}

/// A space at which no line is broken.
const UNBROKEN: &str = "\u{a0}";

/// The words without what makes them bold or typed; what is typed stays as it is, on one line.
fn spoken(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(place, part)| if place % 2 == 0 { part.replace('*', "") } else { part.replace(' ', UNBROKEN) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        assert_eq!(text(markdown, 24), expected);
    }

    #[test]
    fn titles_stand_at_the_edge_and_paragraphs_are_wrapped() {
        check(
            "# Een\n\nTwee drie\nvier vijf zes zeven.\n\n## Acht",
            "Een\n\n  Twee drie vier vijf\n  zes zeven.\n\nAcht\n",
        );
    }

    #[test]
    fn what_is_typed_stays_whole() {
        check(
            "Lees dan `regio help delen`.\n\n<!-- sessie -->\n```sh\nregio fase --vraag verkennen.aanleiding\n\n# zo\n```\n\nEn *dan* `a * b`.",
            "  Lees dan\n  regio help delen.\n\n    regio fase --vraag verkennen.aanleiding\n\n    # zo\n\n  En dan a * b.\n",
        );
    }

    #[test]
    fn lists_hang_below_their_marker() {
        check(
            "- **Een** twee drie vier\n  vijf\n- zes\n\n1. zeven",
            "  - Een twee drie vier\n    vijf\n  - zes\n\n  1. zeven\n",
        );
    }

    #[test]
    fn a_row_of_a_table_is_its_first_cell_and_the_others_below_it() {
        check("| a | b |\n| --- | --- |\n| `x \\| y` | z |", "  x | y\n      z\n");
        check("| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |", "  1\n      b: 2\n      c: 3\n");
    }
}
