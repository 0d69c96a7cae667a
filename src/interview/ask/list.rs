use super::{Asked, Asking, Left, WalkError, if_said, menu, row};
use crate::domain::{Kind, MOST_ITEMS, Value};
use crate::interview::prompter::{Command, Heading, LinePrompt, Note};
use crate::notation;
use crate::notation::capital;

/// So much of a row is shown after each addition, in characters.
const LONGEST_ROW: usize = 240;

/// What can be done with a row that is there already.
#[derive(Clone, Copy)]
enum RowChoice {
    Leave,
    Add,
    Change,
    Remove,
    Restart,
}

impl Asking<'_, '_> {
    pub(super) fn list(&mut self, earlier: Option<Value>) -> Asked<Value> {
        let (mut items, more) = self.row_so_far(earlier, Self::change_line)?;
        let Some(mut heading) = more else { return Ok(Value::List(items)) };
        let most = self.question.kind.at_most().unwrap_or(MOST_ITEMS);
        while items.len() < most {
            let label = format!("{} {}", capital(&self.item_name()), items.len() + 1);
            let prompt = LinePrompt::new(label, if items.is_empty() { "overslaan" } else { "klaar" });
            let prompt = LinePrompt { heading: std::mem::take(&mut heading), ..prompt };
            match self.line(prompt, |asking, typed| asking.read(&Kind::Text, typed)) {
                Ok(value) if items.contains(&value) => self.prompter.remark("Dat staat er al.")?,
                Ok(value) => {
                    items.push(value);
                    self.keep_part(&items)?;
                    self.show_so_far(&items)?;
                }
                Err(Left::Command(Command::Restart)) => {
                    items.clear();
                    self.keep_part(&items)?;
                }
                Err(Left::Kept) => break,
                Err(left) => return Err(left),
            }
        }
        if items.len() >= most {
            self.prompter.remark(&format!("Dat zijn er {most}: meer kan hier niet."))?;
        }
        row(items)
    }

    /// What is in a row and what becomes of it. Unless it is left so, what stands above the first addition comes along.
    pub(super) fn row_so_far(
        &mut self,
        earlier: Option<Value>,
        change: impl Fn(&mut Self, &mut [Value], usize) -> Asked<()>,
    ) -> Asked<(Vec<Value>, Option<Heading>)> {
        let mut items: Vec<Value> = earlier.map(|value| value.items().to_vec()).unwrap_or_default();
        let mut heading = self.heading();
        while !items.is_empty() {
            match self.row_menu(std::mem::take(&mut heading), &items) {
                Ok(RowChoice::Leave) | Err(Left::Kept) => return Ok((items, None)),
                Ok(RowChoice::Add) => break,
                Ok(RowChoice::Change) => {
                    if let Some(index) = self.choose_item(&items, "Welke wijzig je?")? {
                        change(self, &mut items, index)?;
                    }
                }
                Ok(RowChoice::Remove) => {
                    if let Some(index) = self.choose_item(&items, "Welke haal je weg?")? {
                        items.remove(index);
                        self.keep_part(&items)?;
                    }
                }
                Ok(RowChoice::Restart) => items.clear(),
                Err(left) => return Err(left),
            }
        }
        Ok((items, Some(heading)))
    }

    /// What is there, and what can be done with it.
    fn row_menu(&mut self, heading: Heading, items: &[Value]) -> Asked<RowChoice> {
        let shown = self.shown_items(items);
        let intro = match shown.len() {
            1 => "Er staat er één:".to_owned(),
            count => format!("Er staan er {count}:"),
        };
        if !heading.ask.is_empty() {
            // The heading comes above the list; the menu below it needs none.
            self.prompter.tell(&Note::Title { title: heading.ask, paragraphs: vec![heading.place] })?;
        }
        self.prompter.tell(&Note::Items { intro, items: shown })?;
        let choices = [RowChoice::Leave, RowChoice::Add, RowChoice::Change, RowChoice::Remove, RowChoice::Restart];
        let leave = capital(self.letting_stand());
        let words = [&leave, "Toevoegen", "Wijzigen", "Verwijderen", "Opnieuw beginnen"].map(str::to_owned);
        Ok(choices[self.pick(&menu(Heading::default(), "Wat wil je doen?", words.to_vec()))?])
    }

    fn change_line(&mut self, items: &mut [Value], index: usize) -> Asked<()> {
        let earlier = items[index].as_text().map(str::to_owned);
        let prompt = LinePrompt { earlier, ..LinePrompt::new("Wordt", "zo laten") };
        let changed = if_said(self.line(prompt, |asking, typed| asking.read(&Kind::Text, typed)))?;
        if let Some(value) = changed.filter(|value| !items.contains(value)) {
            items[index] = value;
            self.keep_part(items)?;
        }
        Ok(())
    }

    /// One of the items; nothing when none was chosen after all.
    fn choose_item(&mut self, items: &[Value], label: &str) -> Result<Option<usize>, WalkError> {
        let mut shown = self.shown_items(items);
        shown.push("Toch niet".to_owned());
        let chosen = if_said(self.pick(&menu(Heading::default(), label, shown)))?;
        Ok(chosen.filter(|index| *index < items.len()))
    }

    fn shown_items(&self, items: &[Value]) -> Vec<String> {
        let kind = &self.question.kind;
        items.iter().map(|item| self.words(kind, &Value::List(vec![item.clone()]))).collect()
    }

    /// What a row holds by now, shown after each addition.
    pub(super) fn show_so_far(&mut self, items: &[Value]) -> Result<(), WalkError> {
        let words = self.words(&self.question.kind, &Value::List(items.to_vec()));
        Ok(self.prompter.remark(&format!("Tot nu toe: {}", notation::shortened(&words, LONGEST_ROW)))?)
    }

    /// What one item of the question is called.
    pub(super) fn item_name(&self) -> String {
        match &self.question.kind {
            Kind::List { item, .. } | Kind::Group { item, .. } => item.clone(),
            _ => "antwoord".to_owned(),
        }
    }
}
