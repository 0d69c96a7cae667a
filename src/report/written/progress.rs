use super::trail;
use super::writer::Writer;
use crate::advice::{StepState, phase_progress};
use crate::document::{Block, Figure, Picture, Share, Shares, Table, text};
use crate::domain::Phase;
use crate::notation;

/// How many questions of each phase are answered and how many steps are done, as a picture and in a table.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let mut rows: Vec<(Share, String)> = Phase::ALL.iter().filter_map(|phase| of_phase(*phase, writer)).collect();
    rows.extend(of_steps(writer));
    let cells = rows.iter().map(|(share, remark)| [&share.label, &share.words, remark].map(text).to_vec());
    let table = Table::new(["Wat", "Klaar", "En verder"], cells).led_by(1);
    let described = rows.iter().map(|(share, _)| format!("{}: {}", share.label, share.words)).collect::<Vec<_>>();
    let figure = Figure {
        title: "Hoe ver de vragen en de stappen zijn".to_owned(),
        description: notation::sentence(&described.join("; ")),
        picture: Picture::Shares(Shares { rows: rows.into_iter().map(|(share, _)| share).collect() }),
    };
    vec![Block::Figure(figure), table.into()]
}

fn share(label: String, part: usize, whole: usize) -> Share {
    Share { label, part, whole, words: format!("{part} van {whole}") }
}

fn of_phase(phase: Phase, writer: &Writer) -> Option<(Share, String)> {
    let progress = phase_progress(writer.catalog, phase, writer.facts);
    let remark = match (writer.facts.project.begun.contains_key(&phase), progress.unknown) {
        (false, _) => "nog niet begonnen".to_owned(),
        (true, 0) => String::new(),
        (true, unknown) => format!("{unknown} nog uit te zoeken"),
    };
    let label = format!("Vragen van {}", phase.title());
    (progress.total > 0).then(|| (share(label, progress.settled, progress.total), remark))
}

/// A step that lapsed is neither done nor to be done.
fn of_steps(writer: &Writer) -> Option<(Share, String)> {
    let steps = trail::known(writer);
    let done = steps.iter().filter(|step| step.state.is_done()).count();
    let open = steps.iter().filter(|step| step.state == StepState::Open);
    let late = open.clone().filter(|step| step.late).count();
    let whole = done + open.count();
    let remark = if late > 0 { format!("{late} over tijd") } else { String::new() };
    (whole > 0).then(|| (share("Stappen".to_owned(), done, whole), remark))
}
