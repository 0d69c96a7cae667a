use super::browse::page;
use super::entry::Refusal;
use super::extent::Extent;
use super::junction::section_item;
use super::menu::{MenuChoice, choose};
use super::own_questions::ask_open_own_questions;
use super::prompter::{Command, Heading, LinePrompt, Note, PickItem, PickPrompt, Prompter, Reply};
use super::run::{Run, Which};
use super::walk::{Ending, WalkError, Walked, walk};
use crate::advice::{minutes, phase_progress, section_progress};
use crate::domain::{FullId, Item, Phase};
use crate::ledger::Ledger;
use crate::notation;

/// Walks a whole phase: shows its parts, lets the user choose where to begin, and looks back at the end.
pub fn walk_phase(ledger: &mut Ledger, prompter: &mut dyn Prompter, phase: Phase, which: Which) -> Walked {
    ledger.begin_phase(phase)?;
    let extent = Extent::Phase(phase);
    if prompter.asks_nobody() {
        return walk(ledger, prompter, &mut Run::new(ledger.catalog, &extent, which));
    }
    if phase == Phase::Verkennen && ask_open_own_questions(ledger, prompter)? == Ending::Stopped {
        return Ok(Ending::Stopped);
    }
    let Some(mut run) = open(ledger, prompter, phase, which)? else { return Ok(Ending::Stopped) };
    loop {
        if walk(ledger, prompter, &mut run)? == Ending::Stopped {
            return Ok(Ending::Stopped);
        }
        let Some(item) = look_back(ledger, prompter, &run)? else { return Ok(Ending::Finished) };
        let mut again = Run::new(ledger.catalog, &Extent::Question(item.question.clone()), Which::All);
        if let Some(organisation) = item.organisation {
            again.choose_organisations(std::slice::from_ref(&organisation), vec![organisation.clone()]);
        }
        if walk(ledger, prompter, &mut again)? == Ending::Stopped {
            return Ok(Ending::Stopped);
        }
    }
}

/// Where to begin. Nothing when the user would rather stop.
fn open<'s>(
    ledger: &mut Ledger<'s>,
    prompter: &mut dyn Prompter,
    phase: Phase,
    which: Which,
) -> Result<Option<Run<'s>>, WalkError> {
    let run = Run::new(ledger.catalog, &Extent::Phase(phase), which);
    prompter
        .tell(&Note::Title { title: format!("Fase: {}", phase.title()), paragraphs: introduction(ledger, phase) })?;
    let progress = phase_progress(ledger.catalog, phase, &ledger.facts());
    if which != Which::All || progress.touched == 0 {
        let items = run.sections().iter().map(|id| section_item(ledger, id).label).collect();
        prompter.tell(&Note::Items { intro: "De onderdelen:".to_owned(), items })?;
        return Ok(Some(run));
    }
    while let Some((which, part)) = choose_begin(ledger, prompter, phase)? {
        let section = part.as_ref().and_then(|id| ledger.catalog.section(id));
        match part {
            // A part in which something was said already is shown first.
            Some(part) if section.is_some_and(|one| section_progress(one, &ledger.facts()).touched > 0) => {
                if page(ledger, prompter, &part)? == Ending::Stopped {
                    return Ok(None);
                }
            }
            part => {
                let mut run = Run::new(ledger.catalog, &Extent::Phase(phase), which);
                part.iter().for_each(|part| run.start_at(part));
                return Ok(Some(run));
            }
        }
    }
    Ok(None)
}

/// What to go through, and from which part on where it is not the first.
type Begin = Option<(Which, Option<FullId>)>;

fn choose_begin(ledger: &Ledger, prompter: &mut dyn Prompter, phase: Phase) -> Result<Begin, WalkError> {
    let extent = Extent::Phase(phase);
    let sections = Run::new(ledger.catalog, &extent, Which::All).sections();
    let parts = sections.iter().map(|id| section_item(ledger, id));
    let wholes =
        ["Verder met wat nog niet aan de beurt was", "Alleen wat nog open is", "Alles langslopen, vanaf het begin"];
    let stop = PickItem::new("Stoppen");
    let items: Vec<PickItem> = wholes.map(PickItem::new).into_iter().chain(parts).chain([stop]).collect();
    let untouched_left = !Run::new(ledger.catalog, &extent, Which::Untouched).is_done(&ledger.facts());
    let (first, on_empty) = if untouched_left { (0, "verder") } else { (2, "alles langslopen") };
    let prompt = PickPrompt {
        label: "Begin".to_owned(),
        chosen: vec![first],
        ..PickPrompt::new(Heading::asking("Waar wil je beginnen?"), items, on_empty)
    };
    let chosen = match choose(prompter, &prompt)? {
        MenuChoice::Item(index) => index,
        MenuChoice::Rest => first,
        MenuChoice::Stop | MenuChoice::Back => return Ok(None),
    };
    Ok(match chosen {
        0 if untouched_left => Some((Which::Untouched, None)),
        0 | 1 => Some((Which::Unsettled, None)),
        2 => Some((Which::All, None)),
        // Behind the parts stands that one stops.
        index => sections.get(index - 3).map(|part| (Which::All, Some(part.clone()))),
    })
}

fn introduction(ledger: &Ledger, phase: Phase) -> Vec<String> {
    let questionnaires = ledger.catalog.questionnaires().iter().filter(|one| one.phase == phase);
    let minutes = minutes(questionnaires.clone().flat_map(|one| &one.sections), &ledger.facts());
    let duration = format!(
        "Alles samen duurt ongeveer {}. Je kunt bij elke vraag stoppen; wat je hebt geantwoord, is dan al bewaard.",
        notation::minutes(minutes)
    );
    questionnaires.map(|one| one.intro.clone()).chain([duration]).collect()
}

/// The answers of this run with a number each, to change one. Nothing when all is well.
fn look_back(ledger: &Ledger, prompter: &mut dyn Prompter, run: &Run) -> Result<Option<Item>, WalkError> {
    let passed: Vec<Item> = run.passed(ledger.project());
    if passed.is_empty() {
        prompter.remark("Er staat hier niets meer open.")?;
        return Ok(None);
    }
    let items: Vec<String> = passed.iter().map(|item| summary(ledger, item)).collect();
    let count = items.len();
    prompter.tell(&Note::Items { intro: "Dit heb je nu doorgenomen:".to_owned(), items })?;
    let prompt = LinePrompt::new("Nummer om te wijzigen", "klaar");
    loop {
        match prompter.line(&prompt)? {
            Reply::Answer(typed) => match typed.trim().parse::<usize>() {
                Ok(number) if (1..=count).contains(&number) => return Ok(Some(passed[number - 1].clone())),
                _ => {
                    let fault = format!("'{typed}' is geen nummer uit de lijst");
                    let tip = format!("typ een getal van 1 tot en met {count}, of druk op Enter als je klaar bent");
                    prompter.refuse(Refusal { fault, tip })?;
                }
            },
            Reply::Empty | Reply::Command(Command::Stop | Command::Skip) => return Ok(None),
            Reply::Command(_) => prompter.remark("Typ een nummer om dat antwoord te wijzigen. Enter is klaar.")?,
        }
    }
}

fn summary(ledger: &Ledger, item: &Item) -> String {
    let Some(question) = ledger.question(&item.question) else { return item.question.to_string() };
    let organisation = item.organisation.as_ref().and_then(|id| ledger.project().organisation(id.as_str()));
    let owner = organisation.map(|organisation| format!(" ({})", organisation.name)).unwrap_or_default();
    let answer = ledger.answer(item).map_or("open".to_owned(), |answer| ledger.words(question, &answer.state));
    format!("{}{owner}: {}", question.label, answer.replace('\n', " "))
}
