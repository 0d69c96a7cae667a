use crate::advice::{Step, StepState};
use crate::document::{CheckItem, CheckState, Inline, text};
use crate::notation;

type Pair = (String, Vec<Inline>);

impl Step {
    /// The step to hand out, with all that helps to take it.
    pub fn in_full(&self) -> CheckItem {
        let how = self.how.as_ref().map(|how| ("Hoe".to_owned(), text(how)));
        self.item(how.into_iter().chain(self.reason()).chain(self.from()).chain(self.who_and_when()).collect())
    }

    /// The step in a longer list: why, who and before when.
    pub fn in_short(&self) -> CheckItem {
        self.item(self.reason().into_iter().chain(self.who_and_when()).collect())
    }

    /// A step that asks nothing more: what became of it.
    pub fn became(&self) -> CheckItem {
        self.item([self.stand()].into_iter().chain(self.from()).chain(self.noted()).collect())
    }

    /// What became of the step, and who took it. At a meeting the answers that it followed from are behind it.
    pub fn at_meeting(&self) -> CheckItem {
        self.item([self.stand()].into_iter().chain(self.noted()).chain([self.taken_by()]).collect())
    }

    /// The step in a list of all that became of the steps.
    pub fn in_trail(&self) -> CheckItem {
        if self.state == StepState::Open {
            return self.in_short();
        }
        let mut item = self.became();
        item.particulars.push(self.taken_by());
        item
    }

    fn stand(&self) -> Pair {
        let became = match self.state {
            StepState::DoneByHand(date) => format!("afgevinkt op {}", notation::date(date)),
            StepState::DoneByItself => "vanzelf klaar, volgt uit de antwoorden".to_owned(),
            StepState::Dropped(date) => format!("laten vervallen op {}", notation::date(date)),
            StepState::Lapsed => "de reden is er niet meer".to_owned(),
            StepState::Open | StepState::NotApplicable => "nu niet van toepassing".to_owned(),
        };
        let gone = if self.reason_gone { " (nu niet meer nodig)" } else { "" };
        ("Stand".to_owned(), text(format!("{became}{gone}")))
    }

    fn taken_by(&self) -> Pair {
        ("Wie".to_owned(), text(&self.owner))
    }

    fn noted(&self) -> Option<Pair> {
        self.note.as_ref().map(|note| ("Notitie".to_owned(), text(note)))
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

    fn reason(&self) -> Option<Pair> {
        self.why.as_ref().map(|why| ("Waarom".to_owned(), text(why)))
    }

    pub(super) fn reasons_in_words(&self) -> Vec<String> {
        self.reasons.iter().map(|reason| format!("{}: {}", reason.label, reason.answer)).collect()
    }

    fn from(&self) -> Option<Pair> {
        let answers = self.reasons_in_words();
        (!answers.is_empty()).then(|| ("Volgt uit".to_owned(), text(answers.join("; "))))
    }

    fn who_and_when(&self) -> impl Iterator<Item = Pair> {
        let due = self.due_words.as_ref().map(|due| ("Voor".to_owned(), text(due)));
        [self.taken_by()].into_iter().chain(due).chain(self.noted())
    }
}
