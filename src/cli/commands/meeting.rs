use std::collections::BTreeMap;

use clap::Args;

use super::super::exit::Exit;
use super::super::failure::{Ended, Failure, Result};
use super::super::paper::Paper;
use super::super::person::{Form, FormLine, Person};
use super::super::workplace::{OpenProject, Workplace};
use super::super::{files, paper, person, present};
use super::{decision, document};
use crate::domain::{FullId, Identifier, Meeting, vocabulary};
use crate::interview::{Ending, Extent, Heading, MenuChoice, PickItem, PickPrompt, Run, Which};
use crate::ledger::{Ledger, LedgerError, NewDecision, NewStep};
use crate::notation;
use crate::report::{AT_TABLE, Topic, Topics};

#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[command(about = "Houd een bijeenkomst: één onderwerp op een scherm, en het verslag na afloop")]
pub struct Arguments {}

/// The document that is made of what was said.
const MINUTES: &str = "verslag";

/// `regio bijeenkomst`: at the table, one topic a screen.
pub fn run(workplace: &Workplace, _: &Arguments) -> Ended {
    if workplace.settings.no_questions {
        return Err(Failure::wrong_use("een bijeenkomst gaat niet zonder vragen").tip("laat --geen-vragen weg"));
    }
    let open = workplace.change_project()?;
    let topics = Topics::new(open.catalog, &open.facts(workplace.today));
    let person = Person::walking(workplace.settings, open.shelf.scratch());
    let number = open.project.meetings_on(workplace.today).map(|meeting| meeting.key().1).max().unwrap_or(1);
    let mut table = Table { workplace, open, person, number };
    let held = table.hold(&topics);
    let is_noted = table.meeting().is_some();
    let has_ended = table.person.has_ended;
    drop(table);
    match held {
        // Who stopped in the middle of a question has held the meeting so far.
        Err(failure) if failure.exit != Exit::Done => Err(failure),
        _ if is_noted => offer_minutes(workplace),
        _ if has_ended => Ok(Exit::Done),
        _ => Err(person::left()),
    }
}

fn offer_minutes(workplace: &Workplace) -> Ended {
    let told = format!("Alles is bewaard. Maak het verslag met: regio document {MINUTES}");
    let Some(mut person) = Person::at_hand(workplace.settings) else { return present::message(&told) };
    person.show([told])?;
    let arguments = document::Arguments { kind: Identifier::parse(MINUTES), ..document::Arguments::default() };
    let make = |workplace: &Workplace| document::run(workplace, &arguments);
    Ok(paper::put(workplace, &mut person, Paper::One(MINUTES), make)?.unwrap_or(Exit::Done))
}

/// Where the people sit.
struct Table<'t> {
    workplace: &'t Workplace<'t>,
    open: OpenProject,
    person: Person,
    /// Which meeting of today it is.
    number: u32,
}

vocabulary! {
    /// What can be done at a topic, and what a list calls it.
    Deed {
        Answer = "answer", "Samen antwoorden";
        Decide = "decide", "Een besluit vastleggen";
        Step = "step", "Een stap afspreken";
        Park = "park", "Parkeren voor later";
        Next = "next", "Verder";
        Back = "back", "Terug naar het vorige onderwerp";
        Stop = "stop", "Stoppen";
    }
}

impl Table<'_> {
    /// One topic after the other, and at the end whatever belongs to none.
    fn hold(&mut self, topics: &Topics) -> Result<()> {
        self.go_on_or_begin()?;
        self.welcome(topics)?;
        let mut place = 0;
        // What was written down at each topic, and stands there when it comes back.
        let mut noted: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        loop {
            let told = self.ledger().catch_up();
            self.person.show(told)?;
            let question = topics.questions.get(place).and_then(|id| self.open.catalog.question(id));
            let (heading, together) = match question {
                Some(question) => {
                    let topic = Topic::new(self.open.catalog, &self.open.facts(self.workplace.today), question);
                    let is_parked = self.meeting().is_some_and(|one| one.parked.contains(&question.id.to_string()));
                    let mut remarks = topic.voices;
                    remarks.extend(noted.get(&place).into_iter().flatten().cloned());
                    remarks.extend(is_parked.then(|| "Geparkeerd voor later.".to_owned()));
                    let place = format!("Onderwerp {} van {}: {}", place + 1, topics.questions.len(), question.label);
                    (Heading { place, remarks, ..Heading::asking(topic.ask) }, topic.together)
                }
                None => (Heading::asking("Willen jullie nog iets vastleggen?"), None),
            };
            let deeds = together.iter().map(|_| Deed::Answer).chain([Deed::Decide, Deed::Step, Deed::Park]);
            let deeds: Vec<Deed> = deeds.chain((place > 0).then_some(Deed::Back)).chain([Deed::Stop]).collect();
            let items = deeds.iter().map(|deed| PickItem::new(deed.title())).collect();
            let deed = match self.person.menu(&PickPrompt::new(heading, items, "verder"))? {
                MenuChoice::Item(place) => deeds[place],
                MenuChoice::Rest => Deed::Next,
                MenuChoice::Back => Deed::Back,
                MenuChoice::Stop => Deed::Stop,
            };
            match (deed, question) {
                (Deed::Answer, _) => together.map_or(Ok(()), |question| self.answer(&question.id))?,
                (Deed::Decide, _) => noted.entry(place).or_default().extend(self.decide()?),
                (Deed::Step, _) => noted.entry(place).or_default().extend(self.add_step()?),
                (Deed::Park, Some(question)) => {
                    self.note(|ledger| ledger.park(question.id.to_string()))?;
                    place += 1;
                }
                (Deed::Park, None) => {
                    let asked = ("Wat parkeren jullie voor later?", "Onderwerp");
                    if let Some(what) = self.person.text_or_none(asked, "niets")? {
                        self.note(|ledger| ledger.park(what))?;
                    }
                }
                (Deed::Next, Some(_)) => place += 1,
                (Deed::Back, _) if place == 0 => self.person.show(["Dit is het eerste onderwerp.".to_owned()])?,
                (Deed::Back, _) => place -= 1,
                (Deed::Next, None) | (Deed::Stop, _) => return Ok(()),
            }
        }
    }

    fn meeting(&self) -> Option<&Meeting> {
        self.open.project.meeting((self.workplace.today, self.number))
    }

    fn ledger(&mut self) -> Ledger<'_> {
        self.open.ledger(self.workplace).at_meeting(self.number)
    }

    /// Where one was held today, only the people know whether it goes on after a break.
    fn go_on_or_begin(&mut self) -> Result<()> {
        if self.meeting().is_some() {
            let items = ["Verder met die bijeenkomst", "Een nieuwe bijeenkomst"].map(PickItem::new).to_vec();
            let chosen =
                self.person.choose_or_first("Vandaag was er al een bijeenkomst. Gaan jullie verder?", items)?;
            self.number += u32::from(chosen == Some(1));
        }
        Ok(())
    }

    /// What is on the table, and who sit at it.
    fn welcome(&mut self, topics: &Topics) -> Result<()> {
        let today = self.workplace.today;
        let count = notation::counted(topics.questions.len(), "onderwerp", "onderwerpen");
        let agreed = notation::joined(&topics.agreed, ", ").map(|all| format!("Hierover zijn jullie het eens: {all}."));
        let opening = format!("Bijeenkomst van {}: {count}.", notation::date(today));
        self.person.show([opening].into_iter().chain(agreed))?;
        let earlier = self.meeting().map(|meeting| meeting.present.clone()).unwrap_or_default();
        let mut names: Vec<String> = self.open.project.organisations.iter().map(|one| one.name.clone()).collect();
        names.extend(earlier.iter().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
        let heading = Heading { about: format!("aanwezig {today} {}", self.number), ..Heading::asking("Wie zijn er?") };
        let chosen = (0..names.len()).filter(|place| earlier.contains(&names[*place])).collect();
        let items = names.iter().map(PickItem::new).collect();
        let mut prompt = PickPrompt { chosen, ..PickPrompt::new(heading, items, "verder") };
        let asked = ("Wie zijn er nog meer?", "Namen, met een komma ertussen");
        let others = [FormLine { asked, on_empty: "niemand", day_from: None }];
        let typed = loop {
            if let Some(chosen) = self.person.several(&prompt)? {
                // Who is there has been said, also when the people stop before the next question.
                let present = chosen.iter().map(|place| names[*place].clone()).collect();
                prompt.chosen = chosen;
                self.ledger().meet(present)?;
            }
            if let Some(Form { lines: [typed], then }) = self.person.form(&others)? {
                then?;
                break typed.unwrap_or_default();
            }
        };
        let mut present: Vec<String> = prompt.chosen.iter().map(|place| names[*place].clone()).collect();
        let others = typed.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
        let (named, nameless): (Vec<&str>, Vec<&str>) =
            others.filter(|name| !notation::names_nobody(name)).partition(|name| name.contains(char::is_alphabetic));
        present.extend(named.into_iter().filter(|name| !earlier.iter().any(|one| one == name)).map(str::to_owned));
        let nameless = notation::joined(nameless, ", ");
        self.person.show(nameless.map(|all| format!("Dit is geen naam, dus het komt niet in het verslag: {all}.")))?;
        if present == earlier { Ok(()) } else { Ok(self.ledger().meet(present)?) }
    }

    fn answer(&mut self, id: &FullId) -> Result<()> {
        let catalog = self.open.catalog;
        let mut ledger = self.open.ledger(self.workplace).at_meeting(self.number);
        catalog.phase_of(id).iter().try_for_each(|phase| ledger.begin_phase(*phase))?;
        let mut run = Run::new(catalog, &Extent::Question(id.clone()), Which::All);
        run.readers = AT_TABLE;
        let ending = self.person.walk(&mut ledger, &mut run)?;
        if ending == Ending::Stopped { Err(Failure::quiet(Exit::Done)) } else { Ok(()) }
    }

    /// What was decided, to show it; nothing when it was left.
    fn decide(&mut self) -> Result<Option<String>> {
        let Some(Form { lines: [text, why], then }) = self.person.form(&decision::FORM)? else { return Ok(None) };
        let text = text.unwrap_or_default();
        let (date, by, drawn) = (self.workplace.today, Some("de bijeenkomst".to_owned()), files::random_number()?);
        let noted = format!("Besloten: {}", notation::sentence(&text));
        let decision = NewDecision { text, date, by, why, replaces: None, drawn };
        self.note(|ledger| ledger.decide(decision).map(drop))?;
        then.map(|()| Some(noted))
    }

    /// What was agreed to do, to show it; nothing when it was left.
    fn add_step(&mut self) -> Result<Option<String>> {
        let today = self.workplace.today;
        let line = |asked, on_empty, day_from| FormLine { asked, on_empty, day_from };
        let form = self.person.form(&[
            line(("Wat gaan jullie doen?", "Stap"), "laat maar", None),
            line(("Wie doet het?", "Naam"), "nog niemand", None),
            line(("Voor wanneer?", "Dag"), "nog geen dag", Some(today)),
        ])?;
        let Some(Form { lines: [title, typed, due], then }) = form else { return Ok(None) };
        let due = due.and_then(|typed| notation::read_date(&typed, today).ok());
        let title = title.unwrap_or_default();
        let refused = typed.as_ref().and_then(|name| self.ledger().check_doer(name).err());
        if let Some(error) = refused.as_ref().filter(|_| !typed.as_ref().is_some_and(|name| name.contains("niemand"))) {
            let fault = notation::capital(&error.to_string());
            self.person.show([format!("{fault}: de stap staat er zonder naam.")])?;
        }
        let owner = typed.filter(|_| refused.is_none());
        let about = [owner.clone(), due.map(notation::date)].into_iter().flatten();
        let about = notation::in_brackets(&notation::joined(about, ", "));
        let noted = format!("Afgesproken: {title}{about}.");
        let step = NewStep { title, phase: None, owner, due, drawn: files::random_number()? };
        self.note(|ledger| ledger.add_step(step).map(drop))?;
        self.person.show(due.filter(|due| *due < today).map(notation::has_been))?;
        then.map(|()| Some(noted))
    }

    /// Writes down what was said, as said at this meeting.
    fn note(&mut self, say: impl FnOnce(&mut Ledger) -> Result<(), LedgerError>) -> Result<()> {
        say(&mut self.ledger())?;
        self.person.show(["Opgeschreven.".to_owned()])
    }
}
