use super::control;
use super::line::{line, run, tab};
use super::piece::{Paragraph, Piece, together};
use crate::document::{BoxItem, CheckItem, CheckState, Inline};

pub fn check_item(item: &CheckItem) -> Vec<Piece> {
    let style = match item.state {
        CheckState::Open if item.particulars_and_id().next().is_none() => "Aftekenen",
        CheckState::Open => "Stap",
        CheckState::Done => "Stapklaar",
        CheckState::Lapsed => "Stapvervallen",
    };
    let title = Paragraph::new(style, |markup| {
        if item.state == CheckState::Lapsed {
            // Never ticked, so there is no box.
            run(markup, None, "\u{2013}");
            tab(markup);
            run(markup, Some("Zwaar"), "Vervallen: ");
        } else {
            control::check_box(markup, "Klaar", item.state == CheckState::Done);
            tab(markup);
        }
        line(markup, &item.title);
    });
    let particulars = item.particulars_and_id().map(|(word, text)| particular(&word, &text));
    together(std::iter::once(title).chain(particulars).map(Piece::Paragraph).collect())
}

fn particular(word: &str, text: &[Inline]) -> Paragraph {
    Paragraph::new("Bijstap", |markup| {
        run(markup, Some("Bijzaak"), word);
        tab(markup);
        line(markup, text);
    })
}

pub fn box_item(item: &BoxItem) -> Vec<Piece> {
    let choice = Paragraph::new("Hokje", |markup| {
        control::check_box(markup, &format!("Keuze {}", item.number), false);
        tab(markup);
        run(markup, None, &item.number.to_string());
        tab(markup);
        line(markup, &item.text);
    });
    let detail = item.detail.as_ref().map(|detail| Paragraph::new("Bijhokje", |markup| line(markup, detail)));
    together(std::iter::once(choice).chain(detail).map(Piece::Paragraph).collect())
}
