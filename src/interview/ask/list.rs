use super::{Asked, Asking, WalkError, menu};
use crate::domain::{Kind, Value};
use crate::interview::entry;
use crate::interview::prompter::{Command, Heading, LinePrompt, Note, Reply};
use crate::notation;
use crate::notation::capital;

/// So much of a row is shown after each addition, in characters.
const LONGEST_ROW: usize = 240;

/// What can be done with a row that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowChoice {
    Leave,
    Add,
    Change,
    Remove,
    Restart,
}

impl Asking<'_, '_> {
    pub(super) fn list(&mut self, earlier: Option<Value>) -> Asked<Value> {
        let mut items: Vec<Value> = earlier.map(|value| value.items().to_vec()).unwrap_or_default();
        let mut heading = self.heading();
        let name = self.item_name();
        while !items.is_empty() {
            match self.row_menu(std::mem::take(&mut heading), &items)? {
                Reply::Empty | Reply::Answer(RowChoice::Leave) => return Ok(Reply::Answer(Value::List(items))),
                Reply::Answer(RowChoice::Add) => break,
                Reply::Answer(RowChoice::Restart) => items.clear(),
                Reply::Answer(RowChoice::Remove) => self.remove_from(&mut items)?,
                Reply::Answer(RowChoice::Change) => self.change_line(&mut items)?,
                Reply::Command(command) => return Ok(Reply::Command(command)),
            }
        }
        self.add_lines(heading, &name, items)
    }

    fn add_lines(&mut self, mut heading: Heading, name: &str, mut items: Vec<Value>) -> Asked<Value> {
        let most = self.question.kind.at_most().unwrap_or(crate::domain::MOST_ITEMS);
        while items.len() < most {
            let label = format!("{} {}", capital(name), items.len() + 1);
            let on_empty = if items.is_empty() { "overslaan" } else { "klaar" }.to_owned();
            let prompt = LinePrompt { heading: std::mem::take(&mut heading), label, earlier: None, on_empty };
            match self.line(&prompt, |asking, typed| asking.read_text(typed))? {
                Reply::Answer(value) if items.contains(&value) => self.remark("Dat staat er al.")?,
                Reply::Answer(value) => {
                    items.push(value);
                    self.keep_part(&items)?;
                    self.show_so_far(&items)?;
                }
                Reply::Command(Command::Restart) => {
                    items.clear();
                    self.keep_part(&items)?;
                }
                Reply::Command(command) => return Ok(Reply::Command(command)),
                Reply::Empty => break,
            }
        }
        if items.len() >= most {
            self.remark(format!("Dat zijn er {most}: meer kan hier niet."))?;
        }
        if items.is_empty() { Ok(Reply::Empty) } else { Ok(Reply::Answer(Value::List(items))) }
    }

    fn read_text(&mut self, typed: &str) -> Result<Value, entry::Refusal> {
        entry::read(&Kind::Text, typed, self.ledger.today, self.ledger.project())
    }

    /// What is there, and what can be done with it.
    pub(super) fn row_menu(&mut self, heading: Heading, items: &[Value]) -> Asked<RowChoice> {
        let shown = self.shown_items(items);
        let intro = match shown.len() {
            1 => "Er staat er één:".to_owned(),
            count => format!("Er staan er {count}:"),
        };
        if !heading.ask.is_empty() {
            // The heading comes above the list; the menu below it needs none.
            self.prompter.tell(&Note::Title { title: heading.ask.clone(), paragraphs: vec![heading.place.clone()] })?;
        }
        self.prompter.tell(&Note::Items { intro, items: shown })?;
        let choices = [RowChoice::Leave, RowChoice::Add, RowChoice::Change, RowChoice::Remove, RowChoice::Restart];
        let words = ["Zo laten", "Toevoegen", "Wijzigen", "Verwijderen", "Opnieuw beginnen"].map(str::to_owned);
        Ok(self.pick(&menu(Heading::default(), "Wat wil je doen?", &words))?.map(|index| choices[index]))
    }

    pub(super) fn remove_from(&mut self, items: &mut Vec<Value>) -> Result<(), WalkError> {
        if let Some(index) = self.choose_item(items, "Welke haal je weg?")? {
            items.remove(index);
            self.keep_part(items)?;
        }
        Ok(())
    }

    fn change_line(&mut self, items: &mut [Value]) -> Result<(), WalkError> {
        let Some(index) = self.choose_item(items, "Welke wijzig je?")? else { return Ok(()) };
        let earlier = items[index].as_text().map(str::to_owned);
        let prompt = LinePrompt {
            heading: Heading::default(),
            label: "Wordt".to_owned(),
            earlier,
            on_empty: "zo laten".to_owned(),
        };
        if let Reply::Answer(value) = self.line(&prompt, |asking, typed| asking.read_text(typed))?
            && !items.contains(&value)
        {
            items[index] = value;
            self.keep_part(items)?;
        }
        Ok(())
    }

    /// One of the items; nothing when none was chosen after all.
    pub(super) fn choose_item(&mut self, items: &[Value], label: &str) -> Result<Option<usize>, WalkError> {
        let mut shown = self.shown_items(items);
        shown.push("Toch niet".to_owned());
        match self.pick(&menu(Heading::default(), label, &shown))? {
            Reply::Answer(index) if index < items.len() => Ok(Some(index)),
            _ => Ok(None),
        }
    }

    fn shown_items(&self, items: &[Value]) -> Vec<String> {
        let kind = &self.question.kind;
        items.iter().map(|item| self.words(kind, &Value::List(vec![item.clone()]))).collect()
    }

    /// What a row holds by now, shown after each addition.
    pub(super) fn show_so_far(&mut self, items: &[Value]) -> Result<(), WalkError> {
        let words = self.words(&self.question.kind, &Value::List(items.to_vec()));
        self.remark(format!("Tot nu toe: {}", notation::shortened(&words, LONGEST_ROW)))
    }

    /// What one item of the question is called.
    pub(super) fn item_name(&self) -> String {
        match &self.question.kind {
            Kind::List { item, .. } | Kind::Group { item, .. } => item.clone(),
            _ => "antwoord".to_owned(),
        }
    }
}
