use super::codebook::Meant;
use super::desk::{Desk, NoteError};
use super::filled_in::{FilledIn, Said, Sheet, sheets};
use super::word_file::WordFile;
use crate::interview::{Refusal, WalkError};
use crate::notation;

/// Sheets that were filled in in Word: their answers go the same way as those that are typed.
impl Desk<'_, '_> {
    /// How many sheets there were.
    pub fn note_file(&mut self, file: &WordFile) -> Result<usize, WalkError> {
        let sheets = sheets(file);
        sheets.iter().try_for_each(|sheet| self.note_sheet(sheet))?;
        if file.has_comments {
            self.prompter.remark("In de kantlijn staan opmerkingen. Die neemt regio niet over: lees ze zelf.")?;
        }
        Ok(sheets.len())
    }

    fn note_sheet(&mut self, sheet: &Sheet) -> Result<(), WalkError> {
        let meant = sheet.code.as_ref().and_then(|code| self.book().find_respondent(code, self.ledger.project()));
        match (meant, &self.respondent) {
            (Some(meant @ (Meant::Organisation(_) | Meant::Together)), _) => drop(self.turn_to(meant)?),
            (_, Some(_)) => {}
            _ => return self.tell_refusal(of_nobody(sheet).into()).map(drop),
        }
        if let Some(name) = &sheet.filled_in_by {
            self.prompter.remark(&format!("Ingevuld door {}.", notation::single_line(name)))?;
        }
        sheet.answers.iter().try_for_each(|answer| self.note_filled_in(answer))
    }

    fn note_filled_in(&mut self, answer: &FilledIn) -> Result<(), WalkError> {
        let question = match self.question(&answer.question) {
            Ok(question) => question,
            Err(error) => return self.tell_refusal(error).map(drop),
        };
        let place = |refusal: Refusal| {
            Refusal::new(format!("{} ({}): {}", answer.question, question.label, refusal.fault), refusal.tip)
        };
        let filling = match answer.read(&question.kind) {
            Ok(filling) => filling,
            Err(refusal) => return self.tell_refusal(place(refusal).into()).map(drop),
        };
        let noted = match filling.said {
            Some(Said::State(state)) => Some(self.note_state(question, state)),
            Some(Said::Text(text)) => Some(self.note(question, &text)),
            None => None,
        };
        match noted {
            Some(Ok(noted)) => drop(self.confirm(&noted)?),
            Some(Err(NoteError::Refused(refusal))) => drop(self.tell_refusal(place(refusal).into())?),
            Some(Err(NoteError::Broken(error))) => return Err(error),
            None => {}
        }
        for words in filling.unread {
            let fault = format!("hier staat iets dat geen antwoord is: '{}'", notation::shortened(&words, 120));
            let tip = "hoort het erbij, zet het dan als opmerking bij het antwoord";
            self.tell_refusal(place(Refusal::new(fault, tip)).into())?;
        }
        Ok(())
    }
}

fn of_nobody(sheet: &Sheet) -> Refusal {
    let fault = match &sheet.code {
        Some(code) => format!("het blad met de code '{}' is van niemand in dit project", notation::shortened(code, 20)),
        None => "op dit blad staat niet meer van wie het is".to_owned(),
    };
    Refusal::new(fault, "zeg van wie het is met --voor, en geef het nog een keer")
}
