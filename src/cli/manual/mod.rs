//! The manual, of which `regio help ONDERWERP` shows a chapter: one text for the book and for the terminal.

mod page;

/// A chapter, by the name of its file.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    pub name: &'static str,
    markdown: &'static str,
}

macro_rules! chapters {
    ($($name:literal)*) => {
        &[$(Chapter { name: $name, markdown: include_str!(concat!("../../../docs/handleiding/src/", $name, ".md")) }),*]
    };
}

pub const CHAPTERS: &[Chapter] = chapters![
    "starten" "stappen" "meedoen" "delen" "papier" "tafel" "stukken" "vertrouwelijk" "opnieuw" "misgaat" "windows" "toegankelijk"
    "schrijven" "beheer" "woordenlijst"
];

pub fn chapter(name: &str) -> Option<&'static Chapter> {
    CHAPTERS.iter().find(|chapter| chapter.name == name)
}

impl Chapter {
    pub fn title(&self) -> &'static str {
        self.markdown.lines().next().unwrap_or_default().trim_start_matches("# ")
    }

    /// In lines of at most so many columns, but for what is typed: that stays whole.
    pub fn text(&self, width: usize) -> String {
        page::text(self.markdown, width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_and_the_terminal_have_the_same_chapters() {
        let summary = include_str!("../../../docs/handleiding/src/SUMMARY.md").lines();
        let listed: Vec<&str> = summary.filter(|line| line.starts_with("- ")).collect();
        let shown: Vec<String> =
            CHAPTERS.iter().map(|chapter| format!("- [{}]({}.md)", chapter.title(), chapter.name)).collect();
        assert_eq!(listed, shown);
    }

    #[test]
    fn a_chapter_in_the_terminal_is_without_the_signs_of_markdown() {
        for chapter in CHAPTERS {
            let text = chapter.text(72);
            for sign in ["<!--", "```", "**", "](", "`", "\n#", "| ---"] {
                assert!(!text.contains(sign), "{}: {sign}\n{text}", chapter.name);
            }
            // Two columns go without their titles.
            let next = chapter.markdown.lines().skip(1).chain([""]);
            let lines = chapter
                .markdown
                .lines()
                .zip(next)
                .filter(|(line, next)| !line.starts_with("<!--") && *next != "| --- | --- |");
            let prose =
                lines.map(|(line, _)| line).collect::<Vec<_>>().join("\n").split("```").step_by(2).collect::<String>();
            for word in prose.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
                assert!(text.contains(word), "{}: {word}", chapter.name);
            }
        }
    }
}
