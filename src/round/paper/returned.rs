use chrono::NaiveDate;

use super::codebook::Meant;
use super::desk::{Desk, NoteError, Result};
use super::filled_in::{FILLED_IN_ON, FilledIn, Said, Sheet, sheets};
use super::naming;
use super::word_file::WordFile;
use crate::interview::{Refusal, WalkError};
use crate::ledger::Hand;
use crate::notation;

/// Sheets that were filled in in Word: their answers go the same way as those that are typed.
impl Desk<'_, '_> {
    /// How many sheets there were. Whose they are may be said beforehand; sheets of other projects are taken when that is asked.
    pub fn note_file(&mut self, file: &WordFile, named: Option<&Meant>, any_project: bool) -> Result<usize, WalkError> {
        let sheets = sheets(file);
        for sheet in &sheets {
            let strange = self.strange_project(sheet).filter(|_| !any_project);
            let noted = strange.map_or_else(|| self.note_sheet(sheet, named), |refusal| Err(refusal.into()));
            noted.or_else(|error| self.tell_refusal(error))?;
        }
        if file.has_comments {
            self.prompter.remark("In de kantlijn staan opmerkingen. Die neemt regio niet over: lees ze zelf.")?;
        }
        Ok(sheets.len())
    }

    fn note_sheet(&mut self, sheet: &Sheet, named: Option<&Meant>) -> Result<()> {
        let meant = sheet.code.as_ref().and_then(|code| self.book().find_respondent(code, self.ledger.project()));
        match (meant, named) {
            (Some(meant), Some(named)) if meant != *named => {
                let [on_sheet, named] = [&meant, named].map(|one| naming::meant(one, self.ledger));
                let fault = format!("volgens zijn code is dit het {on_sheet}, en --voor zegt: {named}");
                return Err(Refusal::new(fault, "laat --voor weg, of vraag na van wie het blad is").into());
            }
            (Some(meant), _) => self.turn_to(&meant)?,
            (None, Some(named)) => self.turn_to(named)?,
            (None, None) => return Err(of_nobody(sheet).into()),
        }
        if let Some(gone) = self.organisation().filter(|one| one.has_left()) {
            let fault = format!("'{}' is vertrokken: haar blad telt niet mee", gone.name);
            let tip =
                "doet ze weer mee, geef haar dan eerst een plaats: regio organisatie wijzig NAAM --plaats kopgroep";
            return Err(Refusal::new(fault, tip).into());
        }
        let filler = sheet.filled_in_by.as_deref().map(notation::single_line);
        if let Some(name) = &filler {
            self.prompter.remark(&format!("Ingevuld door {name}."))?;
        }
        self.ledger.turn_to_hand(Hand::OfSheet(filler));
        if let Some(refusal) = sheet.filled_in_on.as_deref().and_then(|day| no_day(day, self.ledger.today)) {
            self.prompter.refuse(refusal)?;
        }
        for answer in &sheet.answers {
            self.note_filled_in(answer).or_else(|error| self.tell_refusal(error))?;
        }
        Ok(())
    }

    /// What to say of a sheet that names another project.
    fn strange_project(&self, sheet: &Sheet) -> Option<Refusal> {
        let letters =
            |name: &str| name.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
        let (named, own) = (sheet.project.as_deref()?, self.ledger.project().name.as_deref()?);
        (letters(named) != letters(own)).then(|| {
            let fault = format!("dit blad hoort bij een ander project: '{}'", notation::shortened(named, 60));
            Refusal::new(fault, "weet je zeker dat het hier hoort, voeg dan --ander-project toe")
        })
    }

    fn note_filled_in(&mut self, answer: &FilledIn) -> Result<()> {
        let question = self.question(&answer.question)?;
        let place = |refusal: Refusal| {
            Refusal::new(format!("{} ({}): {}", answer.question, question.label, refusal.fault), refusal.tip)
        };
        let filling = answer.read(&question.kind).map_err(place)?;
        let noted = filling.said.map(|said| match said {
            Said::State(state) => self.note_state(question, state),
            Said::Text(text) => self.note(question, &text),
        });
        match noted {
            Some(Ok(noted)) => drop(self.confirm(&noted)?),
            Some(Err(NoteError::Refused(refusal))) => self.prompter.refuse(place(refusal))?,
            Some(Err(error)) => return Err(error),
            None => {}
        }
        for words in filling.unread {
            let fault = format!("hier staat iets dat geen antwoord is: '{}'", notation::shortened(&words, 120));
            let tip = "hoort het erbij, zet het dan als opmerking bij het antwoord";
            self.prompter.refuse(place(Refusal::new(fault, tip)))?;
        }
        Ok(())
    }
}

/// What to say of the day on which a sheet was filled in, when it is none.
fn no_day(written: &str, today: NaiveDate) -> Option<Refusal> {
    let fault = match notation::read_date(written, today) {
        _ if notation::is_relative_date(written) => format!("'{written}' is geen datum"),
        Ok(_) => return None,
        // Which of two days is meant does not matter here.
        Err(error) if !error.days().is_empty() => return None,
        Err(error) => error.message(),
    };
    Some(Refusal::new(format!("{FILLED_IN_ON}: {fault}"), "vraag na wanneer het blad is ingevuld"))
}

fn of_nobody(sheet: &Sheet) -> Refusal {
    let fault = match &sheet.code {
        Some(code) => format!("het blad met de code '{}' is van niemand in dit project", notation::shortened(code, 20)),
        None => "op dit blad staat niet meer van wie het is".to_owned(),
    };
    Refusal::new(fault, "zeg van wie het is met --voor, en geef het nog een keer")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_on_a_sheet_is_a_day_that_stays_the_same() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
        for day in ["12 november", "12-11-2026", "3-4-2026"] {
            assert_eq!(no_day(day, today), None, "{day}");
        }
        for (written, fault) in [("gisteren", "'gisteren' is geen datum"), ("ooit", "'ooit' is geen datum")] {
            let told = no_day(written, today).expect("is no day").fault;
            assert!(told.ends_with(fault), "{told}");
        }
    }
}
