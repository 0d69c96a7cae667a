use crate::cli::store::Scratch;
use crate::interview::{Command, Heading, LinePrompt, PickPrompt};

/// What was typed but not yet given as an answer. It comes back when the same question is asked again: after help, after
/// going back and forth, or, from the scratch of the project, the next time.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    kept: Option<(Heading, String, String)>,
    pending: Option<Command>,
    pub scratch: Scratch,
}

/// The place of one prompt in the scratch: what is typed there comes back in a next session. It takes nothing where nobody could
/// know the prompt again.
#[derive(Debug)]
pub(super) struct Slip {
    scratch: Scratch,
    name: String,
}

impl Slip {
    pub fn text(&self) -> Option<String> {
        self.scratch.text(&self.name).filter(|text| !text.trim().is_empty())
    }

    pub fn keep(&self, text: &str) {
        self.scratch.keep(&self.name, text);
    }

    /// There is an answer, so what was typed has been said.
    pub fn forget(&self) {
        self.scratch.forget(&self.name);
    }
}

impl Drafts {
    pub fn slip(&self, heading: &Heading, label: &str) -> Slip {
        let scratch = if heading.about.is_empty() { Scratch::default() } else { self.scratch.clone() };
        Slip { scratch, name: format!("{} {label}", heading.about) }
    }

    pub fn keep(&mut self, prompt: &LinePrompt, text: &str) {
        if !text.trim().is_empty() {
            self.kept = Some((prompt.heading.clone(), prompt.label.clone(), text.to_owned()));
        }
    }

    /// What was typed at this prompt before.
    pub fn take(&mut self, prompt: &LinePrompt) -> Option<String> {
        let (heading, label, _) = self.kept.as_ref()?;
        let is_same =
            heading.ask == prompt.heading.ask && heading.place == prompt.heading.place && *label == prompt.label;
        // A prompt without a question can only be told from others by coming at once.
        let is_over = is_same || heading.ask.is_empty();
        self.kept.take_if(|_| is_over).filter(|_| is_same).map(|(_, _, text)| text)
    }

    /// Whether a command behind a text takes the text as the answer first, so that stopping loses nothing. The command
    /// then waits for the next prompt.
    pub fn answers_first(&mut self, command: &Command, text: &str) -> bool {
        let keeps = matches!(command, Command::Stop | Command::Parts) && !text.trim().is_empty();
        if keeps {
            self.pending = Some(command.clone());
        }
        keeps
    }

    /// Whether a command would throw away the text that was typed before it.
    pub fn would_lose(command: &Command, text: &str) -> bool {
        let instead = matches!(command, Command::Skip | Command::Unknown | Command::NotApplicable | Command::Erase);
        instead && !text.trim().is_empty()
    }

    /// A command that waits for a prompt.
    pub fn pending(&mut self) -> Option<Command> {
        self.pending.take()
    }
}

/// What was chosen in a list for several but not yet given as an answer.
#[derive(Debug, Default)]
pub(super) struct Ticks(Option<(Heading, Vec<usize>)>);

impl Ticks {
    /// What was chosen in this list in an earlier session, by the words of the items. What somebody answered since goes before it.
    pub fn earlier(slip: &Slip, prompt: &PickPrompt) -> Option<Vec<usize>> {
        let (before, chosen): (Vec<String>, Vec<String>) = serde_json::from_str(&slip.text()?).ok()?;
        let place = |label: &String| prompt.items.iter().position(|item| item.label == *label);
        let chosen: Vec<usize> = chosen.iter().filter_map(place).collect();
        Some(chosen).filter(|chosen| !chosen.is_empty() && before == labels(prompt, &prompt.chosen))
    }

    /// What is chosen so far, for a next session; nothing any more once it was said.
    pub fn note(slip: &Slip, prompt: &PickPrompt, chosen: &[usize]) {
        if chosen == prompt.chosen {
            return slip.forget();
        }
        if let Ok(noted) = serde_json::to_string(&(labels(prompt, &prompt.chosen), labels(prompt, chosen))) {
            slip.keep(&noted);
        }
    }

    pub fn keep(&mut self, heading: &Heading, chosen: Vec<usize>) {
        self.0 = Some((heading.clone(), chosen));
    }

    /// What was chosen in the list of this question before.
    pub fn take(&mut self, heading: &Heading) -> Option<Vec<usize>> {
        self.0.take_if(|(kept, _)| kept == heading).map(|(_, chosen)| chosen)
    }
}

fn labels(prompt: &PickPrompt, chosen: &[usize]) -> Vec<String> {
    chosen.iter().filter_map(|item| Some(prompt.items.get(*item)?.label.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prompt(ask: &str, label: &str) -> LinePrompt {
        let heading = Heading { ask: ask.to_owned(), ..Heading::default() };
        LinePrompt { heading, ..LinePrompt::new(label, "") }
    }

    #[test]
    fn a_draft_comes_back_with_its_question_once() {
        let mut drafts = Drafts::default();
        drafts.keep(&prompt("Wat?", "Antwoord"), "half af");
        assert_eq!(drafts.take(&prompt("Wie?", "Antwoord")), None);
        assert_eq!(drafts.take(&prompt("Wat?", "Antwoord")).as_deref(), Some("half af"));
        assert_eq!(drafts.take(&prompt("Wat?", "Antwoord")), None);
    }

    #[test]
    fn a_draft_without_a_question_comes_back_only_at_once() {
        let mut drafts = Drafts::default();
        drafts.keep(&prompt("", "Antwoord"), "half af");
        assert_eq!(drafts.take(&prompt("Wie?", "Antwoord")), None);
        assert_eq!(drafts.take(&prompt("", "Antwoord")), None);
    }

    #[test]
    fn ticks_of_an_earlier_session_give_way_to_an_answer_since() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let slip = Slip { scratch: Scratch::in_file(folder.path().join("een.json")), name: "keuze".to_owned() };
        let list = |chosen: &[usize]| {
            let items = ["Een", "Twee", "Drie"].map(crate::interview::PickItem::new).to_vec();
            PickPrompt { chosen: chosen.to_vec(), ..PickPrompt::new(Heading::default(), items, "") }
        };
        Ticks::note(&slip, &list(&[0]), &[0, 2]);
        assert_eq!(Ticks::earlier(&slip, &list(&[0])), Some(vec![0, 2]));
        assert_eq!(Ticks::earlier(&slip, &list(&[0, 1])), None, "somebody answered since");
    }

    #[test]
    fn stopping_behind_a_text_keeps_the_text_first() {
        let mut drafts = Drafts::default();
        assert!(!drafts.answers_first(&Command::Stop, " \n"));
        assert!(!drafts.answers_first(&Command::Help, "tekst"));
        assert_eq!(drafts.pending(), None);
        assert!(drafts.answers_first(&Command::Stop, "tekst"));
        assert_eq!(drafts.pending(), Some(Command::Stop));
        assert_eq!(drafts.pending(), None);
    }
}
