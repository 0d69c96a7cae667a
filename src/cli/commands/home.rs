use std::path::Path;

use super::super::exit::Exit;
use super::super::failure::{Ended, Failure, Result};
use super::super::paper::Paper;
use super::super::person::Person;
use super::super::workplace::{PROJECT_FILE, Workplace};
use super::super::{files, paper, present};
use super::{checklist, decision, document, done, event, init, meeting, organisation, round, status, walk};
use crate::cli::arguments::Settings;
use crate::interview::PickItem;
use crate::report::{Deed, Home, welcome};

/// `regio` alone: what matters now, and on a terminal a menu of what can be done. No lock is held here: each deed takes its own.
pub fn run(settings: &Settings) -> Ended {
    let mut settings = settings.clone();
    loop {
        let workplace = Workplace::new(&settings)?;
        let person = if settings.is_plain_screen() { Person::at_hand(&settings) } else { None };
        if workplace.project_path()?.is_none() {
            let Some(person) = person else { return present::document(&settings, &welcome(workplace.today)) };
            let Some(begun) = begin(person, &workplace)? else { return Ok(Exit::Done) };
            settings = begun;
            continue;
        }
        let open = workplace.read_project()?;
        let home = Home::new(open.catalog, &open.facts(workplace.today));
        let Some(person) = person else { return present::report(&settings, &home, Home::document) };
        if !turn(person, &workplace, &home)? {
            return Ok(Exit::Done);
        }
    }
}

/// Shows where the project stands and does what is chosen. What goes wrong there is told, and home goes on; Ctrl-C ends it all.
/// False when the person is done.
fn turn(mut person: Person, workplace: &Workplace, home: &Home) -> Result<bool> {
    person.show(home.lines())?;
    let items =
        home.deeds.iter().map(|deed| deed.words()).map(|(title, command)| PickItem::with_detail(title, command));
    let items = items.chain([PickItem::new("Stoppen")]);
    let chosen = person.choose_or_first("Wat wil je doen?", items.collect())?;
    let Some(deed) = chosen.and_then(|place| home.deeds.get(place)) else { return Ok(false) };
    match act(*deed, workplace, &mut person) {
        Ok(Exit::Interrupted) => return Err(Failure::quiet(Exit::Interrupted)),
        Err(failure) if failure.exit == Exit::Interrupted => return Err(failure),
        Err(failure) => present::failure(&failure),
        Ok(_) => {}
    }
    person.wait("Enter = terug naar het begin")?;
    Ok(true)
}

fn act(deed: Deed, workplace: &Workplace, person: &mut Person) -> Ended {
    // A menu may stand there until the next day.
    let workplace = &Workplace::new(workplace.settings)?;
    let mut on_paper = |name, make: fn(&Workplace) -> Ended| {
        Ok(paper::put(workplace, person, Paper::One(name), make)?.unwrap_or(Exit::Done))
    };
    match deed {
        Deed::Begin(phase) | Deed::GoOn(phase) => {
            walk::run(workplace, &walk::Arguments { phase: Some(phase), ..walk::Arguments::default() })
        }
        Deed::Tick => done::run(workplace, &done::Arguments::default()),
        Deed::Checklist => on_paper("checklist", |workplace| checklist::run(workplace, &Default::default())),
        Deed::Meeting => meeting::run(workplace, &meeting::Arguments::default()),
        Deed::Change => walk::run(workplace, &walk::Arguments { question: Some(None), ..walk::Arguments::default() }),
        Deed::Document => document::run(workplace, &document::Arguments::default()),
        Deed::Ask => {
            // What was sent before stays; here nobody could say that it may be written over.
            let mut settings = workplace.settings.clone();
            let beside = workplace.existing_project_path()?.with_file_name("");
            settings.output_file = Some(paper::free(&beside, round::FOLDER, ""));
            round::run(&workplace.asked(&settings), &round::Arguments::Make(Default::default()))
        }
        Deed::Read => round::run(workplace, &round::Arguments::Read(Default::default())),
        Deed::Compare => {
            on_paper("vergelijking", |workplace| round::run(workplace, &round::Arguments::Compare(Default::default())))
        }
        Deed::Organisations => organisation::visit(workplace, person),
        Deed::Decide => decision::run(workplace, &decision::Arguments::New(Default::default())),
        Deed::Celebrate => event::run(workplace, &event::Arguments::success()),
        Deed::Status => status::run(workplace, &status::Arguments {}),
    }
}

/// Where the example comes that one can look around in.
const EXAMPLE: &str = "voorbeeld";

/// A first project. The settings to go on with; nothing when the person would rather stop.
fn begin(mut person: Person, workplace: &Workplace) -> Result<Option<Settings>> {
    let items = vec![
        PickItem::with_detail("Een nieuwe samenwerking beginnen, in drie minuten", "regio init"),
        PickItem::with_detail("Rondkijken in een ingevuld voorbeeld", "regio init voorbeeld --voorbeeld"),
        PickItem::new("Stoppen"),
    ];
    let chosen = person.choose_or_first("Hier staat nog geen project. Wat wil je doen?", items)?;
    drop(person);
    let mut begun = workplace.settings.clone();
    match chosen {
        Some(0) => drop(init::run(workplace, &init::Arguments::default())?),
        Some(1) => {
            let example = init::Arguments { directory: Some(EXAMPLE.into()), example: true, ..Default::default() };
            let path = Path::new(EXAMPLE).join(PROJECT_FILE);
            // It may be there from an earlier look around.
            if !files::exists(&path) {
                init::run(workplace, &example)?;
            }
            begun.project = Some(path);
        }
        _ => return Ok(None),
    }
    Ok(Some(begun))
}
