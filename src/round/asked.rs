use crate::catalog::Catalog;
use crate::domain::{Moment, Organisation, Perspective, Phase, Place, Question, Scope, Section};

/// The questions that one organisation answers by itself: those asked per organisation, and those that have a perspective,
/// on which its answer is a view. Who takes part and does not steer answers what asks all who take part. Of one phase, or of all; of
/// each phase first what it is asked before a meeting, and else in the order of the questionnaires.
pub fn asked_questions(catalog: &Catalog, phase: Option<Phase>, place: Place) -> impl Iterator<Item = &Question> {
    let wanted = move |question: &&Question| phase.is_none_or(|phase| catalog.phase_of(&question.id) == Some(phase));
    let is_asked = move |question: &&Question| match place {
        Place::Participant => question.scope.asks(place),
        _ => is_asked_of_each(question),
    };
    let asked = catalog.questions().filter(is_asked).filter(wanted);
    in_turn(catalog, asked.collect(), is_beforehand).into_iter()
}

/// The questions of a phase that all answer together, first those that are meant for the table.
fn asked_together(catalog: &Catalog, phase: Phase) -> Vec<&Question> {
    let together = catalog.questions().filter(|question| question.scope == Scope::Together);
    let of_phase = together.filter(move |question| catalog.phase_of(&question.id) == Some(phase));
    in_turn(catalog, of_phase.collect(), is_for_table)
}

/// The questions of a phase on the sheet of an organisation, or on that of all together.
pub fn asked_of<'c>(catalog: &'c Catalog, phase: Phase, organisation: Option<&Organisation>) -> Vec<&'c Question> {
    match organisation {
        Some(one) => asked_questions(catalog, Some(phase), one.place).collect(),
        None => asked_together(catalog, phase),
    }
}

fn in_turn<'c>(catalog: &Catalog, mut questions: Vec<&'c Question>, comes_first: ComesFirst) -> Vec<&'c Question> {
    questions.sort_by_key(|question| (catalog.phase_of(&question.id), !comes_first(question)));
    questions
}

/// Whether a question comes before the others of its phase.
type ComesFirst = fn(&Question) -> bool;

/// Each organisation is asked these before the meeting: some answers, and the voices to what the table talks about.
pub fn is_beforehand(question: &Question) -> bool {
    question.scope.is_each() && question.moment != Moment::Later
}

/// What all together talk about at a meeting.
pub fn is_for_table(question: &Question) -> bool {
    question.scope == Scope::Together && question.moment == Moment::Table
}

/// Questions that follow each other on a page or a sheet and are of one section.
pub struct AskedPart<'c> {
    pub section: &'c Section,
    pub questions: Vec<&'c Question>,
    /// Who has little time has had the questions that matter most.
    pub is_extra: bool,
}

/// What stands above the first part that is extra.
pub const EXTRA: [&str; 2] =
    ["Heb je meer tijd?", "De vragen hierboven zijn de belangrijkste. Deze helpen ook. Overslaan mag."];

/// Questions in the order of `asked_questions` or `asked_together`, in parts.
pub fn asked_parts<'c>(
    catalog: &'c Catalog,
    questions: &[&'c Question],
    comes_first: ComesFirst,
) -> Vec<AskedPart<'c>> {
    let has_first = questions.iter().any(|question| comes_first(question));
    let mut parts: Vec<AskedPart> = Vec::new();
    for question in questions {
        let Some(section) = catalog.section_of(&question.id) else { continue };
        let is_extra = has_first && !comes_first(question);
        match parts.last_mut().filter(|part| part.section == section && part.is_extra == is_extra) {
            Some(part) => part.questions.push(question),
            None => parts.push(AskedPart { section, questions: vec![question], is_extra }),
        }
    }
    parts
}

/// Whether each organisation answers it by itself.
pub(super) fn is_asked_of_each(question: &Question) -> bool {
    question.scope.is_each() || question.perspective.is_some()
}

/// How one organisation answers what all answer together, on the page and on paper.
pub fn own_view(question: &Question) -> Option<&'static str> {
    match question.perspective? {
        _ if question.scope.is_each() => None,
        Perspective::Own => None,
        Perspective::Together => {
            Some("Dit beantwoorden jullie later samen. Zeg hier wat jouw organisatie ervan vindt.")
        }
        Perspective::Others => {
            Some("Deze vraag gaat over de anderen. Zeg hier wat jouw organisatie van hen ziet of weet.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{assemble, built_in};

    #[test]
    fn what_is_meant_for_the_table_comes_first_on_the_sheet_of_all_together() {
        let catalog = assemble(&built_in()).expect("is in order");
        for phase in Phase::ALL {
            let asked = asked_of(&catalog, *phase, None);
            let at_table: Vec<bool> = asked.iter().map(|question| question.moment == Moment::Table).collect();
            assert!(at_table.contains(&true) && at_table.contains(&false), "{phase:?}");
            assert!(at_table.is_sorted_by_key(|first| !first), "{phase:?}: {at_table:?}");
            let parts = asked_parts(&catalog, &asked, is_for_table);
            assert!(parts.iter().all(|part| part.is_extra == (part.questions[0].moment != Moment::Table)));
        }
    }
}
