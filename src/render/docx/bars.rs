use super::line::{Look, run, tab};
use super::piece::Paragraph;
use crate::document::Bar;
use crate::render::layout;

/// Spaces, drawn as a bar by the colour behind them. To a screen reader they are nothing, and the words behind the bar say
/// the same.
const STEPS: usize = 24;

pub fn progress(label: &str, done: usize, total: usize, remark: Option<&str>) -> Paragraph {
    paragraph(label, done, total, &layout::progress(done, total, remark))
}

pub fn bar(bar: &Bar, of: usize) -> Paragraph {
    paragraph(&bar.label, bar.count, of, &layout::bar(bar.count, of, &bar.names))
}

fn paragraph(label: &str, count: usize, of: usize, said: &str) -> Paragraph {
    let full = (STEPS * count.min(of)).checked_div(of).unwrap_or(0);
    Paragraph::new("Balk", |markup| {
        run(markup, Look::Full, &" ".repeat(full));
        run(markup, Look::Rest, &" ".repeat(STEPS - full));
        tab(markup);
        run(markup, Look::Plain, label);
        if !said.is_empty() {
            run(markup, Look::Quiet, &format!(": {said}"));
        }
    })
}
