use chrono::NaiveDate;

use crate::advice::{Due, Step, StepState};
use crate::document::{CheckItem, CheckState, Inline, Line, Row, text};
use crate::notation;

/// A word with what belongs to it, where there is anything.
type Particular = Option<(String, Line)>;

fn particular(word: &str, words: Option<impl Into<String>>) -> Particular {
    words.map(|words| (word.to_owned(), text(words)))
}

impl Step {
    /// The step to hand out, with all that helps to take it.
    pub fn in_full(&self) -> CheckItem {
        let how = particular("Hoe", self.how.as_ref());
        let since = particular("Sinds 2018", notation::joined(&self.since, " "));
        self.item([how, since, self.reason(), self.from(), self.taken_by(), self.before(), self.noted()])
    }

    /// The step in a table for a meeting: the box, the code, what, who, and before when.
    pub fn row(&self) -> Row {
        let note = notation::in_brackets(&self.note);
        let due = match &self.due {
            Due::On(date) if self.late => vec![Inline::Strong(format!("{}, te laat", notation::date(*date)))],
            Due::On(date) => text(notation::date(*date)),
            Due::Soon => text("zo snel mogelijk"),
            Due::Waits { .. } => text("dag nog open"),
            Due::Never => Vec::new(),
        };
        vec![
            vec![Inline::Box],
            vec![Inline::Code(self.id.code())],
            text(format!("{}{note}{}", self.title, self.mark())),
            text(&self.owner),
            due,
        ]
    }

    /// `K7M Nodig de organisaties uit (over 4 dagen)`
    pub fn in_a_line(&self, today: NaiveDate) -> String {
        let due = match &self.due {
            Due::On(date) if self.late => format!(" (te laat: {})", notation::date(*date)),
            Due::On(date) => format!(" ({})", notation::relative(*date, today)),
            Due::Soon => " (zo snel mogelijk)".to_owned(),
            Due::Waits { .. } | Due::Never => String::new(),
        };
        format!("{} {}{due}", self.id.code(), self.title)
    }

    /// The step in a longer list: why, who and before when.
    pub fn in_short(&self) -> CheckItem {
        self.item([self.reason(), self.taken_by(), self.before(), self.noted()])
    }

    /// A step that asks nothing more: what became of it.
    pub fn became(&self) -> CheckItem {
        self.item([self.stand(), self.from(), self.noted()])
    }

    /// What became of the step, and who took it. At a meeting the answers that it followed from are behind it.
    pub fn at_meeting(&self) -> CheckItem {
        self.item([self.stand(), self.noted(), self.taken_by()])
    }

    /// The step in a list of all that became of the steps.
    pub fn in_trail(&self) -> CheckItem {
        match self.state {
            StepState::Open => self.in_short(),
            _ => self.item([self.stand(), self.from(), self.noted(), self.taken_by()]),
        }
    }

    fn item<const COUNT: usize>(&self, particulars: [Particular; COUNT]) -> CheckItem {
        CheckItem {
            state: match self.state {
                StepState::Open => CheckState::Open,
                state if state.is_done() => CheckState::Done,
                _ => CheckState::Lapsed,
            },
            title: text(&self.title),
            id: Some(self.id.code()),
            particulars: particulars.into_iter().flatten().collect(),
        }
    }

    fn stand(&self) -> Particular {
        let on = self.settled.map(|day| format!(" op {}", notation::date(day))).unwrap_or_default();
        let became = match self.state {
            StepState::DoneByHand => format!("afgevinkt{on}"),
            StepState::DoneByItself => "vanzelf klaar, volgt uit de antwoorden".to_owned(),
            StepState::Dropped => format!("laten vervallen{on}"),
            StepState::Lapsed => "de reden is er niet meer".to_owned(),
            StepState::Open | StepState::NotApplicable => "nu niet van toepassing".to_owned(),
        };
        let gone = if self.reason_gone { " (nu niet meer nodig)" } else { "" };
        particular("Stand", Some(format!("{became}{gone}")))
    }

    fn taken_by(&self) -> Particular {
        particular("Wie", Some(&self.owner))
    }

    fn before(&self) -> Particular {
        particular("Voor", self.due_words.as_ref())
    }

    fn noted(&self) -> Particular {
        particular("Notitie", self.note.as_ref())
    }

    fn reason(&self) -> Particular {
        particular("Waarom", self.why.as_ref().map(|why| format!("{why}{}", self.mark())))
    }

    fn from(&self) -> Particular {
        particular("Volgt uit", (!self.reasons.is_empty()).then(|| self.reasons_in_words().join("; ")))
    }

    /// Where the step comes from, behind a space; nothing for one of the user's own.
    fn mark(&self) -> String {
        self.origin.as_ref().map(|origin| format!(" {}", origin.mark(&self.points))).unwrap_or_default()
    }

    pub(super) fn reasons_in_words(&self) -> Vec<String> {
        self.reasons.iter().map(|reason| format!("{}: {}", reason.label, reason.answer)).collect()
    }
}
