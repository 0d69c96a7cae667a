use crate::domain::{Answer, Depth, Identifier, Kind, Question, Questionnaire, Section, State};
use crate::expression::Facts;

/// Whether the walk through a phase asks this: the core of a part that is chosen, and whatever was gone into before.
pub fn is_walked(section: &Section, question: &Question, answer: Option<&Answer>, facts: &Facts) -> bool {
    let is_touched = |answer: &Answer| answer.state != State::Open;
    // What was said of something that is otherwise by now is gone into again.
    let lapsed = (!question.holds_for.is_empty()).then(|| facts.project.answer(&question.id, None)).flatten();
    answer.or(lapsed).is_some_and(is_touched) || (question.depth == Depth::Core && is_chosen(section, facts))
}

/// Whether the walk through a phase goes into this part.
pub fn is_chosen(section: &Section, facts: &Facts) -> bool {
    section.walk_when.as_ref().is_none_or(|when| facts.holds(when))
}

/// Whether there is anything to say of this part: it is chosen, or somebody answered in it. An idea that nobody took up lacks nothing.
pub(super) fn is_pursued(questionnaire: &Questionnaire, section: &Identifier, facts: &Facts) -> bool {
    let section = questionnaire.sections.iter().find(|one| one.id == *section);
    let answered = |question: &Question| {
        facts.answers(question).iter().any(|(_, answer)| answer.is_some_and(|answer| answer.value().is_some()))
    };
    section.is_none_or(|section| is_chosen(section, facts) || section.questions.iter().any(answered))
}

/// How many minutes the walk through these parts takes at one's desk, in steps of five: it follows from what is asked, and of how
/// many organisations. A rule of thumb.
pub fn minutes<'s>(sections: impl Iterator<Item = &'s Section>, facts: &Facts) -> u32 {
    let walked = |section: &'s Section, question: &'s Question| {
        facts.answers(question).into_iter().filter(|(_, answer)| is_walked(section, question, *answer, facts)).count()
    };
    let seconds = |section: &'s Section| {
        section.questions.iter().map(move |one| seconds(&one.kind) * walked(section, one)).sum::<usize>()
    };
    in_fives(sections.map(seconds).sum())
}

/// How many minutes these questions take one who answers them once.
pub fn minutes_of<'q>(questions: impl Iterator<Item = &'q Question>) -> u32 {
    in_fives(questions.map(|question| seconds(&question.kind)).sum())
}

fn in_fives(seconds: usize) -> u32 {
    const FIVE_MINUTES: usize = 300;
    u32::try_from(seconds.div_ceil(FIVE_MINUTES).max(1) * 5).unwrap_or(u32::MAX)
}

/// To pick, to look up, to put into words.
fn seconds(kind: &Kind) -> usize {
    match kind {
        Kind::YesNo | Kind::Choice { .. } | Kind::Scale { .. } => 30,
        Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. } | Kind::Date => 45,
        Kind::Choices { .. } | Kind::Organisation { .. } | Kind::Organisations { .. } => 60,
        Kind::Text | Kind::LongText => 90,
        Kind::List { .. } => 120,
        Kind::Group { .. } => 240,
    }
}
