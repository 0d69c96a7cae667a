use super::extent::Extent;
use super::junction::section_item;
use super::menu::{MenuChoice, choose};
use super::own_questions::{ask_own_questions, own_answers};
use super::prompter::{Heading, PickItem, PickPrompt, Prompter};
use super::run::{Run, Which};
use super::walk::{Ending, Walked, catch_up, walk};
use crate::advice::question_progress;
use crate::domain::{FullId, Item, Question, Questionnaire, Scope, Section};
use crate::ledger::Ledger;
use crate::notation;

/// All parts of all phases in a list, and behind them every question, until the person is done. It finds an answer without its id.
pub fn browse(ledger: &mut Ledger, prompter: &mut dyn Prompter) -> Walked {
    loop {
        catch_up(ledger, prompter)?;
        let catalog = ledger.catalog;
        let sections =
            || catalog.questionnaires().iter().flat_map(|one| one.sections.iter().map(move |part| (one, part)));
        let parts: Vec<FullId> = sections().map(|(one, part)| FullId::new(&one.id, &part.id)).collect();
        let part = |((one, _), id): ((&Questionnaire, &Section), &FullId)| {
            let item = section_item(ledger, id);
            PickItem { label: format!("{}, {}", one.phase.title(), item.label), ..item }
        };
        let questions = asked(ledger, sections().flat_map(|(_, part)| &part.questions));
        let own = PickItem::with_detail("De samenwerking zelf", own_answers(ledger).join("; "));
        let items = [own].into_iter().chain(sections().zip(&parts).map(part));
        let items = items.chain(questions.iter().map(|question| item(ledger, question)));
        let prompt = PickPrompt::new(Heading::asking("Welk onderdeel, of welke vraag?"), items.collect(), "klaar");
        let ending = match choose(prompter, &prompt)? {
            MenuChoice::Item(0) => ask_own_questions(ledger, prompter, 0)?,
            MenuChoice::Item(place) => match parts.get(place - 1) {
                Some(part) => page(ledger, prompter, part)?,
                None => ask_again(ledger, prompter, questions[place - 1 - parts.len()], Which::All)?,
            },
            MenuChoice::Rest | MenuChoice::Back => return Ok(Ending::Finished),
            MenuChoice::Stop => Ending::Stopped,
        };
        if ending == Ending::Stopped {
            return Ok(ending);
        }
    }
}

/// Those that are asked as things stand. What is asked of each organisation is decided for each.
fn asked<'q>(ledger: &Ledger, questions: impl Iterator<Item = &'q Question>) -> Vec<&'q Question> {
    let facts = ledger.facts();
    let shown = |question: &&Question| question.scope.is_each() || facts.is_asked(question, None);
    questions.filter(shown).collect()
}

fn ask_again(ledger: &mut Ledger, prompter: &mut dyn Prompter, question: &Question, which: Which) -> Walked {
    ledger.catalog.phase_of(&question.id).iter().try_for_each(|phase| ledger.begin_phase(*phase))?;
    walk(ledger, prompter, &mut Run::new(ledger.catalog, &Extent::Question(question.id.clone()), which))
}

/// A part as a page: its questions with their answers, to change one by its number. Enter goes to the next open one.
pub(super) fn page(ledger: &mut Ledger, prompter: &mut dyn Prompter, id: &FullId) -> Walked {
    let Some(section) = ledger.catalog.section(id) else { return Ok(Ending::Finished) };
    loop {
        catch_up(ledger, prompter)?;
        let questions = asked(ledger, section.questions.iter());
        let is_open = |question: &&Question| {
            let progress = question_progress(question, &ledger.facts());
            progress.touched < progress.total
        };
        let open = questions.iter().position(is_open);
        let items = questions.iter().map(|question| item(ledger, question));
        let on_empty = if open.is_some() { "de volgende open vraag" } else { "terug" };
        let prompt = PickPrompt::new(Heading::asking(&section.title), items.collect(), on_empty);
        let (question, which) = match (choose(prompter, &prompt)?, open) {
            (MenuChoice::Item(place), _) => (questions[place], Which::All),
            (MenuChoice::Rest, Some(place)) => (questions[place], Which::Untouched),
            (MenuChoice::Rest, None) | (MenuChoice::Back, _) => return Ok(Ending::Finished),
            (MenuChoice::Stop, _) => return Ok(Ending::Stopped),
        };
        if ask_again(ledger, prompter, question, which)? == Ending::Stopped {
            return Ok(Ending::Stopped);
        }
    }
}

/// `Aanleiding: Een gemeente lag twee weken stil`
fn item(ledger: &Ledger, question: &Question) -> PickItem {
    let words = match question.scope {
        Scope::Each(_) => question_progress(question, &ledger.facts()).words(),
        Scope::Together => {
            let answer = ledger.answer(&Item::together(&question.id));
            answer.map_or_else(|| "open".to_owned(), |answer| ledger.words(question, &answer.state))
        }
    };
    PickItem::new(format!("{}: {}", question.label, notation::shortened(&notation::single_line(&words), MOST_SHOWN)))
}

/// So much of an answer, in signs, tells which one it is.
const MOST_SHOWN: usize = 60;
