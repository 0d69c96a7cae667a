//! Where a walk asks which way to go: of which organisations, into what goes deeper, to which part.

use super::prompter::{Command, Heading, PickItem, PickPrompt, Reply};
use super::run::Run;
use super::walk::{Ending, Onward, WalkError, Walker};
use crate::advice::{minutes_of, section_progress};
use crate::domain::{FullId, Identifier, Item, Question};
use crate::expression::Facts;
use crate::ledger::Ledger;
use crate::notation;

impl Walker<'_, '_> {
    /// Which organisations answer now; the others keep their open questions for later.
    pub(super) fn choose_organisations(
        &mut self,
        run: &mut Run,
        questions: &[FullId],
        organisations: &[Identifier],
    ) -> Onward {
        if self.prompter.asks_nobody() {
            run.choose_organisations(organisations, organisations.to_vec());
            return Ok(None);
        }
        let prompt = organisations_prompt(self.ledger, questions, organisations);
        let take = |run: &mut Run, picked: Vec<usize>| {
            let chosen = picked.iter().filter_map(|index| organisations.get(*index).cloned()).collect();
            run.choose_organisations(organisations, chosen);
        };
        let help = "De vragen die nu komen, zijn voor elke organisatie apart. Kies van wie je de antwoorden nu weet. \
                    De anderen blijven open; die vul je later in.";
        let elsewhere = "Dat kan hier niet. Kies organisaties, of typ '-' voor later.";
        let reply = self.prompter.pick_several(&prompt)?;
        self.go_on(run, reply, take, [help, elsewhere])
    }

    /// What goes deeper into a part is offered when its core was asked.
    pub(super) fn offer_deeper(&mut self, run: &mut Run, section: &FullId, questions: &[FullId]) -> Onward {
        if self.prompter.asks_nobody() {
            run.go_deeper(section, true);
            return Ok(None);
        }
        let title = self.ledger.catalog.section(section).map_or("", |section| section.title.as_str());
        let questions: Vec<&Question> = questions.iter().filter_map(|id| self.ledger.catalog.question(id)).collect();
        let labels: Vec<&str> = questions.iter().map(|question| question.label.as_str()).collect();
        let count = notation::counted(questions.len(), "vraag", "vragen");
        let minutes = notation::minutes(minutes_of(questions.iter().copied()));
        let told = format!("Nog {count}, ongeveer {minutes}: {}.", labels.join("; "));
        let heading = Heading::at(format!("{title}, verdieping"), "Wil je hier dieper op ingaan?", vec![told]);
        let items = ["Nee, verder", "Ja, ook deze vragen"].map(PickItem::new).to_vec();
        let prompt = PickPrompt::with_commands(heading, "Dieper", items, "verder");
        let help = "De kern van dit onderdeel heb je gehad. Deze vragen helpen als je er meer van wilt weten. Sla ze gerust over: \
                    met 'regio fase --onderdeel' komen ze later ook.";
        let elsewhere = "Dat kan hier niet. Kies, of druk op Enter om verder te gaan.";
        let reply = self.prompter.pick(&prompt)?;
        self.go_on(run, reply, |run, index: usize| run.go_deeper(section, index == 1), [help, elsewhere])
    }

    /// Goes the way that was chosen, or else the one of who chooses nothing.
    fn go_on<T: Default>(
        &mut self,
        run: &mut Run,
        reply: Reply<T>,
        take: impl FnOnce(&mut Run, T),
        [help, elsewhere]: [&str; 2],
    ) -> Onward {
        match reply {
            Reply::Answer(chosen) => take(run, chosen),
            Reply::Empty | Reply::Command(Command::Skip | Command::Unknown | Command::NotApplicable) => {
                take(run, T::default());
            }
            Reply::Command(Command::Help) => self.prompter.remark(help)?,
            Reply::Command(Command::Back) => return self.go_back(run),
            Reply::Command(Command::Parts) => self.choose_section(run)?,
            Reply::Command(Command::Stop) => return Ok(Some(Ending::Stopped)),
            Reply::Command(_) => self.prompter.remark(elsewhere)?,
        }
        Ok(None)
    }

    /// The parts with how far each is, to jump to one.
    pub(super) fn choose_section(&mut self, run: &mut Run) -> Result<(), WalkError> {
        let sections = run.sections();
        let mut items: Vec<PickItem> = sections.iter().map(|id| section_item(self.ledger, id)).collect();
        items.push(PickItem::new("Blijven bij deze vraag"));
        let here = self.announced.as_ref().and_then(|id| sections.iter().position(|section| section == id));
        let prompt = PickPrompt {
            label: "Onderdeel".to_owned(),
            chosen: vec![here.unwrap_or(0)],
            ..PickPrompt::new(Heading::asking("Naar welk onderdeel?"), items, "blijven")
        };
        if let Reply::Answer(index) = self.prompter.pick(&prompt)?
            && let Some(section) = sections.get(index)
        {
            self.announced = None;
            run.jump(section);
        }
        Ok(())
    }
}

fn organisations_prompt(ledger: &Ledger, questions: &[FullId], organisations: &[Identifier]) -> PickPrompt {
    let organisation = |id: &Identifier| {
        let name = ledger.project().organisation(id.as_str()).map_or(id.as_str(), |one| one.name.as_str());
        let settled =
            questions.iter().filter(|question| Facts::settles(ledger.answer(&Item::of(question, id)))).count();
        match settled {
            0 => PickItem::new(name),
            settled => PickItem::new(format!("{name}: {settled} van {} klaar", questions.len())),
        }
    };
    let count = notation::counted(questions.len(), "vraag", "vragen");
    let labels: Vec<&str> =
        questions.iter().filter_map(|id| ledger.catalog.question(id)).map(|question| question.label.as_str()).collect();
    let (place, about) = (format!("{count} voor elke organisatie apart"), labels.join("; "));
    let later = "De andere organisaties blijven open voor later.".to_owned();
    let remarks = vec![format!("Het gaat over: {about}."), later];
    let heading = Heading::at(place, "Van welke organisaties vul je nu de antwoorden in?", remarks);
    let items = organisations.iter().map(organisation).collect();
    PickPrompt::with_commands(heading, "Organisaties", items, "allemaal later")
}

pub(super) fn section_item(ledger: &Ledger, id: &FullId) -> PickItem {
    let Some(section) = ledger.catalog.section(id) else { return PickItem::new(id.to_string()) };
    let progress = section_progress(section, &ledger.facts());
    PickItem::new(format!("{}: {}", section.title, progress.words()))
}
