use super::{Asked, Asking, Left, WalkError, Wanted, menu};
use crate::domain::{Kind, Value};
use crate::interview::prompter::{Command, Heading, LinePrompt};

impl Asking<'_, '_> {
    pub(super) fn long_text(&mut self, wanted: Wanted) -> Asked<Value> {
        let mut prompt = self.line_prompt(&Kind::LongText, wanted);
        loop {
            let reply = self.prompter.lines(&prompt)?;
            match (self.answer(reply), &prompt.earlier) {
                (Ok(Some(typed)), _) => match self.read(&Kind::LongText, &typed) {
                    Ok(value) => return Ok(value),
                    Err(refusal) => {
                        self.prompter.refuse(refusal)?;
                        prompt.again(typed);
                    }
                },
                (Ok(None), _) => {}
                (Err(Left::Command(Command::Edit)), Some(text)) => return self.edit(text),
                (Err(Left::Command(Command::Edit)), None) => {
                    self.prompter.remark("Er is nog geen tekst om te wijzigen.")?;
                }
                (Err(left), _) => return Err(left),
            }
        }
    }

    /// Changes an earlier text line by line: pick a line, type what comes in its place.
    fn edit(&mut self, text: &str) -> Asked<Value> {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        loop {
            let mut entries = vec!["Klaar met wijzigen".to_owned(), "Regel erbij".to_owned()];
            entries.extend(lines.iter().enumerate().map(|(index, line)| format!("Regel {}: {line}", index + 1)));
            let line = match self.pick(&menu(Heading::default(), "Welke regel?", entries)) {
                Ok(0) | Err(Left::Kept) => break,
                Ok(1) => {
                    lines.push(String::new());
                    lines.len() - 1
                }
                Ok(index) => index - 2,
                Err(left) => return Err(left),
            };
            self.edit_line(&mut lines, line)?;
        }
        let text = lines.join("\n");
        if text.trim().is_empty() { Err(Left::Command(Command::Skip)) } else { Ok(Value::text(text)) }
    }

    /// Enter keeps the line, `-` takes it out.
    fn edit_line(&mut self, lines: &mut Vec<String>, index: usize) -> Result<(), WalkError> {
        let Some(line) = lines.get(index).cloned() else { return Ok(()) };
        let prompt = LinePrompt::new(format!("Regel {}", index + 1), "zo laten ('-' haalt de regel weg)");
        let earlier = Some(line).filter(|line| !line.is_empty());
        match self.words_typed(LinePrompt { earlier, ..prompt }) {
            Ok(typed) => lines[index] = typed,
            Err(Left::Kept) if !lines[index].is_empty() => {}
            Err(Left::Kept | Left::Command(Command::Skip)) => {
                lines.remove(index);
            }
            Err(Left::Command(_)) => {}
            Err(Left::Broken(error)) => return Err(error),
        }
        Ok(())
    }
}
