//! What was typed at each prompt, to bring it back with the arrow up.

use std::collections::BTreeMap;

use crate::interview::LinePrompt;

/// The lines that were typed in this session.
#[derive(Debug, Default)]
pub(super) struct Recall(BTreeMap<String, Vec<String>>);

impl Recall {
    pub fn keep(&mut self, prompt: &LinePrompt, text: &str) {
        if !text.trim().is_empty() {
            let lines = self.0.entry(name(prompt)).or_default();
            lines.retain(|line| line != text);
            lines.push(text.to_owned());
        }
    }

    /// What can be brought back at this prompt, the oldest first: the answer that was there, and then what was typed.
    pub fn lines(&self, prompt: &LinePrompt) -> Walk {
        let typed = self.0.get(&name(prompt)).into_iter().flatten();
        let earlier = prompt.earlier.iter().filter(|earlier| !typed.clone().any(|line| line == *earlier));
        Walk { lines: earlier.chain(typed.clone()).cloned().collect(), in_hand: Vec::new() }
    }
}

fn name(prompt: &LinePrompt) -> String {
    format!("{} {}", prompt.heading.about, prompt.label)
}

/// A walk along those lines, which loses nothing of what is being typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Walk {
    /// Those that are older than the one in the line.
    lines: Vec<String>,
    /// What the line held before, the newest first.
    in_hand: Vec<String>,
}

impl Walk {
    pub fn older(&mut self, now: &str) -> Option<String> {
        let line = self.lines.pop()?;
        self.in_hand.push(now.to_owned());
        Some(line)
    }

    pub fn newer(&mut self, now: &str) -> Option<String> {
        let line = self.in_hand.pop()?;
        self.lines.push(now.to_owned());
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prompt(label: &str, earlier: Option<&str>) -> LinePrompt {
        LinePrompt { earlier: earlier.map(str::to_owned), ..LinePrompt::new(label, "") }
    }

    #[test]
    fn what_was_typed_comes_back_at_its_own_prompt() {
        let mut recall = Recall::default();
        for typed in ["een", "twee", "een", " "] {
            recall.keep(&prompt("Antwoord", None), typed);
        }
        let mut walk = recall.lines(&prompt("Antwoord", Some("nul")));
        assert_eq!(walk.newer("half"), None);
        for older in ["een", "twee", "nul"] {
            assert_eq!(walk.older("half").as_deref(), Some(older));
        }
        assert_eq!(walk.older("half"), None);
        assert_eq!(recall.lines(&prompt("Naam", None)).older(""), None);
    }

    #[test]
    fn what_is_in_hand_is_not_lost() {
        let mut recall = Recall::default();
        recall.keep(&prompt("Antwoord", None), "een");
        let mut walk = recall.lines(&prompt("Antwoord", None));
        assert_eq!(walk.older("half").as_deref(), Some("een"));
        assert_eq!(walk.newer("een, gewijzigd").as_deref(), Some("half"));
        assert_eq!(walk.older("half").as_deref(), Some("een, gewijzigd"));
    }
}
