use super::Asking;
use crate::domain::{Answer, Kind, Perspective, State};
use crate::expression::fill;
use crate::interview::prompter::Heading;
use crate::notation;

/// So many organisations are shown below a question, and so much of what each said.
const MOST_VOICES: usize = 8;
const LONGEST_VOICE: usize = 160;

impl Asking<'_, '_> {
    /// The question in words, with what was said to it before.
    pub(super) fn heading(&self) -> Heading {
        let organisation = self.item.organisation.as_ref();
        let organisation = organisation.and_then(|id| self.ledger.project().organisation(id.as_str()));
        let ask = fill(&self.question.ask, &self.ledger.facts(), organisation);
        let mut remarks = self.voices();
        if let Some(answer) = self.ledger.answer(self.item) {
            remarks.extend(self.earlier(answer));
        }
        remarks.extend(expected(&self.question.kind));
        Heading { about: self.item.name(), place: self.place.clone(), ask, remarks }
    }

    fn earlier(&self, answer: &Answer) -> Option<String> {
        let said = match &answer.state {
            State::Given(value) if self.standing_value().is_none() => {
                let words = self.words(&self.question.kind, value);
                format!("Dit geldt niet meer, want waarvoor het gezegd was, is veranderd: {words}")
            }
            State::Given(value) => format!("Vorig antwoord: {}", self.words(&self.question.kind, value)),
            State::Skipped => return None,
            State::Open => return answer.note.as_ref().map(|note| format!("Notitie: {note}")),
            other => format!("Vorige keer: {}", notation::state(other)),
        };
        let stamp = notation::in_brackets(&notation::stamp(&answer.by, answer.given));
        let note = answer.note.as_ref().map(|note| format!(" Notitie: {note}")).unwrap_or_default();
        Some(format!("{said}{stamp}{note}"))
    }

    /// What the organisations said themselves, below the question that asks the same of all together.
    fn voices(&self) -> Vec<String> {
        let (Some(subject), Some(Perspective::Together)) = (&self.question.subject, self.question.perspective) else {
            return Vec::new();
        };
        let own = self.ledger.catalog.questions().filter(|question| {
            question.subject.as_ref() == Some(subject) && question.perspective == Some(Perspective::Own)
        });
        let facts = self.ledger.facts();
        let mut voices = Vec::new();
        for question in own {
            for (organisation, answer) in facts.answers_of_each(&question.id) {
                let shown = answer.filter(|answer| self.readers.admits(facts.label(Some(question), answer)));
                if let Some(value) = shown.and_then(Answer::value) {
                    let said = self.words(&question.kind, value);
                    voices.push(format!("{}: {}", organisation.name, notation::shortened(&said, LONGEST_VOICE)));
                }
            }
        }
        let more = voices.len().saturating_sub(MOST_VOICES);
        voices.truncate(MOST_VOICES);
        if more > 0 {
            voices.push(format!("… en nog {more}"));
        }
        voices
    }
}

/// What to type, where that is not plain.
pub(super) fn expected(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Date => Some("Een datum, bijvoorbeeld 31-12-2026 of over 3 weken".to_owned()),
        Kind::Number { unit: words, .. } => Some(format!("Een heel getal{}", notation::in_brackets(words))),
        Kind::Hours { unit: words } => {
            Some(format!("Een aantal uren{}, bijvoorbeeld 4 of 2,5", notation::in_brackets(words)))
        }
        Kind::Amount { unit: words } => {
            Some(format!("Een bedrag in euro{}, bijvoorbeeld 1.250 of 0", notation::in_brackets(words)))
        }
        Kind::Choices { at_most: Some(most), .. } | Kind::Organisations { at_most: Some(most), .. } => {
            Some(format!("Kies er hooguit {most}"))
        }
        _ => None,
    }
}
