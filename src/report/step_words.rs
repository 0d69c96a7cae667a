use crate::advice::{Step, StepState};
use crate::document::{CheckItem, CheckState, Inline, text};
use crate::notation;

type Pair = (String, Vec<Inline>);

impl Step {
    /// The step to hand out, with all that helps to take it.
    pub fn in_full(&self) -> CheckItem {
        let mut particulars = Vec::new();
        particulars.extend(self.how.iter().map(|how| ("Hoe".to_owned(), text(how))));
        particulars.extend(self.why_and_from());
        particulars.extend(self.who_and_when());
        self.item(particulars)
    }

    /// The step in a longer list: why, who and before when.
    pub fn in_short(&self) -> CheckItem {
        let mut particulars = Vec::new();
        particulars.extend(self.why.iter().map(|why| ("Waarom".to_owned(), text(why))));
        particulars.extend(self.who_and_when());
        self.item(particulars)
    }

    /// A step that asks nothing more: what became of it.
    pub fn became(&self) -> CheckItem {
        let became = match self.state {
            StepState::DoneByHand(date) => format!("afgevinkt op {}", notation::date(date)),
            StepState::DoneByItself => "vanzelf klaar, volgt uit de antwoorden".to_owned(),
            StepState::Dropped(date) => format!("laten vervallen op {}", notation::date(date)),
            StepState::Lapsed => "de reden is er niet meer".to_owned(),
            StepState::Open | StepState::NotApplicable => "nu niet van toepassing".to_owned(),
        };
        let gone = if self.reason_gone { " (nu niet meer nodig)" } else { "" };
        let mut particulars = vec![("Stand".to_owned(), text(format!("{became}{gone}")))];
        particulars.extend(self.from());
        particulars.extend(self.note.iter().map(|note| ("Notitie".to_owned(), text(note))));
        self.item(particulars)
    }

    /// The step in a list of all that became of the steps.
    pub fn in_trail(&self) -> CheckItem {
        if self.state == StepState::Open {
            return self.in_short();
        }
        let mut item = self.became();
        item.particulars.push(("Wie".to_owned(), text(&self.owner)));
        item
    }

    fn item(&self, particulars: Vec<Pair>) -> CheckItem {
        CheckItem {
            state: match self.state {
                StepState::Open => CheckState::Open,
                state if state.is_done() => CheckState::Done,
                _ => CheckState::Lapsed,
            },
            title: text(&self.title),
            id: Some(self.id.local().to_string()),
            particulars,
        }
    }

    fn why_and_from(&self) -> Vec<Pair> {
        let why = self.why.iter().map(|why| ("Waarom".to_owned(), text(why)));
        why.chain(self.from()).collect()
    }

    fn from(&self) -> Option<Pair> {
        let answers: Vec<String> =
            self.reasons.iter().map(|reason| format!("{}: {}", reason.label, reason.answer)).collect();
        (!answers.is_empty()).then(|| ("Volgt uit".to_owned(), text(answers.join("; "))))
    }

    fn who_and_when(&self) -> Vec<Pair> {
        let mut particulars = vec![("Wie".to_owned(), text(&self.owner))];
        particulars.extend(self.due_words.iter().map(|due| ("Voor".to_owned(), text(due))));
        particulars.extend(self.note.iter().map(|note| ("Notitie".to_owned(), text(note))));
        particulars
    }
}
