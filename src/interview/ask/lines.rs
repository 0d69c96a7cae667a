use super::single::on_empty;
use super::{Asked, Asking, menu};
use crate::domain::{Kind, Value};
use crate::interview::entry;
use crate::interview::prompter::{Command, Heading, LinePrompt, Reply};

impl Asking<'_, '_> {
    pub(super) fn long_text(&mut self, heading: Heading, label: &str, earlier: Option<Value>) -> Asked<Value> {
        let earlier = earlier.as_ref().and_then(Value::as_text).map(str::to_owned);
        let mut prompt = LinePrompt {
            heading,
            label: label.to_owned(),
            on_empty: on_empty(earlier.is_some()),
            earlier: earlier.clone(),
        };
        loop {
            let typed = match self.prompter.lines(&prompt)? {
                Reply::Answer(typed) => typed,
                Reply::Empty => return Ok(Reply::Empty),
                Reply::Command(Command::Edit) => match &earlier {
                    Some(text) => return self.edit(text),
                    None => {
                        self.remark("Er is nog geen tekst om te wijzigen.")?;
                        continue;
                    }
                },
                Reply::Command(command) => match self.common(command)? {
                    Some(command) => return Ok(Reply::Command(command)),
                    None => continue,
                },
            };
            match entry::read(&Kind::LongText, &typed, self.ledger.today, self.ledger.project()) {
                Ok(value) => return Ok(Reply::Answer(value)),
                Err(refusal) => self.refuse(refusal)?,
            }
            prompt.heading = Heading::default();
        }
    }

    /// Changes an earlier text line by line: pick a line, type what comes in its place.
    fn edit(&mut self, text: &str) -> Asked<Value> {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        loop {
            let mut entries = vec!["Klaar met wijzigen".to_owned(), "Regel erbij".to_owned()];
            entries.extend(lines.iter().enumerate().map(|(index, line)| format!("Regel {}: {line}", index + 1)));
            match self.pick(&menu(Heading::default(), "Welke regel?", &entries))? {
                Reply::Empty | Reply::Answer(0) => break,
                Reply::Answer(1) => lines.push(String::new()),
                Reply::Answer(_) if lines.is_empty() => continue,
                Reply::Command(command) => return Ok(Reply::Command(command)),
                Reply::Answer(index) => {
                    self.edit_line(&mut lines, index - 2)?;
                    continue;
                }
            }
            let last = lines.len() - 1;
            self.edit_line(&mut lines, last)?;
        }
        let text = lines.join("\n");
        if text.trim().is_empty() { Ok(Reply::Empty) } else { Ok(Reply::Answer(Value::text(text))) }
    }

    /// Enter keeps the line, `-` takes it out.
    fn edit_line(&mut self, lines: &mut Vec<String>, index: usize) -> Result<(), super::WalkError> {
        let Some(line) = lines.get(index).cloned() else { return Ok(()) };
        let earlier = (!line.is_empty()).then_some(line);
        let prompt = LinePrompt {
            heading: Heading::default(),
            label: format!("Regel {}", index + 1),
            on_empty: "zo laten ('-' haalt de regel weg)".to_owned(),
            earlier,
        };
        match self.line(&prompt, |_, typed| Ok(typed.to_owned()))? {
            Reply::Answer(typed) => lines[index] = typed,
            Reply::Command(Command::Skip) => {
                lines.remove(index);
            }
            Reply::Empty if lines[index].is_empty() => {
                lines.remove(index);
            }
            Reply::Empty | Reply::Command(_) => {}
        }
        Ok(())
    }
}
