use crate::story::Story;

/// What can be made as HTML can be made as PDF, and the other way round.
const COMMANDS: &[&[&str]] = &[
    &["status"],
    &["checklist"],
    &["checklist", "--alles"],
    &["organisatie"],
    &["organisatie", "toon", "gemeente-zuidwald"],
    &["geschiedenis"],
    &["besluit"],
    &["gebeurtenis"],
    &["vragenlijst"],
    &["rondvraag", "vergelijk"],
    &["document"],
    &["document", "uitnodiging"],
    &["document", "werkbladen"],
];

#[cfg(feature = "pdf")]
mod with {
    use super::*;

    fn is_pdf(bytes: &[u8]) -> bool {
        bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF")
    }

    #[test]
    fn every_overview_goes_to_a_pdf() {
        let story = Story::with_project();
        for (at, words) in COMMANDS.iter().enumerate() {
            let file = format!("{at}.pdf");
            story.run(&[words, &["--uit", &file][..]].concat()).succeeds().says("Geschreven:");
            let bytes = std::fs::read(story.path(&file)).expect("it was written");
            assert!(is_pdf(&bytes), "{words:?}");
        }
    }

    #[test]
    fn the_format_holds_whatever_the_name_of_the_file() {
        let story = Story::with_project();
        story.run(&["status", "--formaat", "pdf", "--uit", "stand.bin"]).succeeds();
        assert!(is_pdf(&std::fs::read(story.path("stand.bin")).expect("it was written")));
        story.run(&["checklist", "--uit", "stand.bin"]).ends_with(2);
    }

    #[test]
    fn the_whole_set_and_the_sheets_of_a_round_are_made() {
        let story = Story::with_project();
        story
            .run(&["document", "alles", "--formaat", "pdf", "--uit", "stukken"])
            .succeeds()
            .says("documenten in stukken");
        story.run(&["rondvraag", "maak", "--formaat", "pdf"]).succeeds().says("of druk het af");
        for file in
            ["stukken/01-uitnodiging.pdf", "stukken/03-werkbladen.pdf", "rondvraag/rondvraag-gemeente-zuidwald.pdf"]
        {
            assert!(is_pdf(&std::fs::read(story.path(file)).expect("it was made")), "{file}");
        }
    }

    #[test]
    fn a_pdf_is_written_over_only_when_asked() {
        let story = Story::with_project();
        story.run(&["status", "--uit", "stand.pdf"]).succeeds();
        story.run(&["status", "--uit", "stand.pdf"]).ends_with(1).says("--overschrijf");
        story.run(&["status", "--uit", "stand.pdf", "--overschrijf"]).succeeds();
    }
}

#[cfg(not(feature = "pdf"))]
mod without {
    use super::*;

    #[test]
    fn a_pdf_is_refused_with_what_works_at_once() {
        let story = Story::with_project();
        let more = [&["document", "alles", "--uit", "stukken"][..], &["rondvraag", "maak"]];
        for words in COMMANDS.iter().chain(&more) {
            let refused = story.run(&[words, &["--formaat", "pdf"][..]].concat()).ends_with(1);
            refused.says("fout: dit programma is gemaakt zonder PDF").says("--formaat html").says("--features pdf");
        }
        assert!(!story.path("stukken").exists() && !story.path("rondvraag").exists());
    }

    #[test]
    fn the_name_of_the_file_asks_for_it_too() {
        let story = Story::with_project();
        story.run(&["status", "--uit", "stand.pdf"]).ends_with(1).says("gemaakt zonder PDF");
        assert!(!story.path("stand.pdf").exists());
        // Another format in a file with that name is what was asked.
        story.run(&["status", "--formaat", "markdown", "--uit", "stand.pdf"]).succeeds();
    }
}
