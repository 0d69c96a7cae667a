use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::calendar::{Dates, Sort};
use super::checklist::begun;
use super::{Head, label, paragraph, section};
use crate::advice::{Insight, Progress, Step, open_steps, phase_progress, signals};
use crate::catalog::Catalog;
use crate::document::{Block, Document, Inline, text};
use crate::domain::{Edition, Level, Meaning, Phase, Place, Project};
use crate::expression::Facts;
use crate::notation;

/// So many steps stand on the first page.
const FEW: usize = 3;

/// What a trekker wants to see first: the next meeting, what to do before it, and what can be done now. It fits on a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Home {
    #[serde(flatten)]
    pub head: Head,
    pub next: Next,
    pub phases: Vec<PhaseProgress>,
    /// The open steps that matter most now.
    pub steps: Vec<Step>,
    /// How many more are open.
    pub more_steps: usize,
    pub signal: Option<Insight>,
    pub deeds: Vec<Deed>,
}

/// The first day on which people meet, or what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Next {
    Day {
        date: NaiveDate,
        title: String,
    },
    /// No day of the startbijeenkomst was said yet.
    Unknown,
    /// All days that were said have been.
    Past,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PhaseProgress {
    pub phase: Phase,
    pub is_begun: bool,
    pub progress: Progress,
}

/// Something that can be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Begin(Phase),
    GoOn(Phase),
    Tick,
    Checklist,
    Meeting,
    Change,
    Document,
    Ask,
    Read,
    Compare,
    Organisations,
    Decide,
    Celebrate,
    Status,
}

impl Deed {
    /// What it is called, and the command that does the same.
    pub fn words(self) -> (String, String) {
        let with = |of: Phase, verb| (format!("{verb} met {}", of.title()), format!("regio fase {}", of.word()));
        let (title, command) = match self {
            Deed::Begin(phase) => return with(phase, "Beginnen"),
            Deed::GoOn(phase) => return with(phase, "Verder"),
            Deed::Tick => ("Stappen afvinken", "regio klaar"),
            Deed::Checklist => ("De checklist bekijken of op papier zetten", "regio checklist"),
            Deed::Meeting => ("Een bijeenkomst houden", "regio bijeenkomst"),
            Deed::Change => ("Een antwoord bekijken of wijzigen", "regio fase --vraag"),
            Deed::Document => ("Een document maken", "regio document"),
            Deed::Ask => ("Organisaties om hun antwoorden vragen", "regio rondvraag maak"),
            Deed::Read => ("Antwoorden inlezen", "regio rondvraag lees"),
            Deed::Compare => ("Antwoorden naast elkaar leggen", "regio rondvraag vergelijk"),
            Deed::Organisations => ("Organisaties bekijken of toevoegen", "regio organisatie"),
            Deed::Decide => ("Een besluit vastleggen", "regio besluit nieuw"),
            Deed::Celebrate => ("Een succes opschrijven", "regio gebeurtenis nieuw"),
            Deed::Status => ("Alles op een rij", "regio status"),
        };
        (title.to_owned(), command.to_owned())
    }

    fn command(self) -> String {
        self.words().1
    }
}

impl Serialize for Deed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.command())
    }
}

impl Home {
    pub fn new(catalog: &Catalog, facts: &Facts) -> Home {
        let phases = begun(facts.project);
        let mut steps = open_steps(catalog, &phases, facts);
        let is_open = !steps.is_empty();
        steps.retain(|step| !step.left_lying);
        let more_steps = steps.len().saturating_sub(FEW);
        steps.truncate(FEW);
        // A risk, or else something to mind; the risks come first. What goes well can wait for the long page.
        let signal = signals(catalog, &phases, facts).into_iter().find(|signal| signal.level != Level::Good);
        let questions = steps.iter().flat_map(|step| &step.questions);
        let questions = questions.chain(signal.iter().flat_map(|signal| &signal.questions));
        let phase = |phase: &Phase| PhaseProgress {
            phase: *phase,
            is_begun: facts.project.begun.contains_key(phase),
            progress: phase_progress(catalog, *phase, facts),
        };
        let phases: Vec<PhaseProgress> = Phase::ALL.iter().map(phase).collect();
        let (head, next) = (label::head(facts, questions), next(catalog, facts));
        let deeds = deeds(&phases, is_open, facts.project);
        Home { head, next, phases, steps, more_steps, signal, deeds }
    }

    /// What stands on the screen above the menu: a line each.
    pub fn lines(&self) -> Vec<String> {
        let widest = self.phases.iter().map(|one| one.phase.title().len()).max().unwrap_or(0);
        let phase = |one: &PhaseProgress| format!("{:widest$}  {}", one.phase.title(), one.words());
        let title = [format!("{} · {}", self.head.subtitle(), self.head.tlp.title()), self.next.words(self.head.date)];
        let first = (!self.steps.is_empty()).then(|| FIRST.to_owned());
        let steps = self.steps_in_lines().map(|step| format!("  {step}"));
        title.into_iter().chain(self.phases.iter().map(phase)).chain(first).chain(steps).chain(self.warning()).collect()
    }

    /// The same as a page, with the commands where there is no menu.
    pub fn document(&self) -> Document {
        let phases = self.phases.iter().map(|one| text(format!("{}: {}", one.phase.title(), one.words())));
        let mut blocks = vec![paragraph(self.next.words(self.head.date)), Block::Bullets(phases.collect())];
        blocks.extend(section(FIRST, Block::Bullets, self.steps_in_lines().map(text)));
        blocks.extend(self.warning().map(paragraph));
        // What is named where there is no menu.
        use Deed::{Begin, Checklist, Document as Paper, GoOn, Status, Tick};
        let is_daily = |deed: &&Deed| matches!(deed, Begin(_) | GoOn(_) | Tick | Checklist | Paper | Status);
        let commands = self.deeds.iter().filter(is_daily).map(|deed| vec![Inline::Code(deed.command())]);
        let commands = commands.collect::<Vec<_>>().join(&Inline::Text(", ".to_owned()));
        blocks.push(Block::Paragraph([text("Nu te doen: "), commands].concat()));
        Document { label: Some(self.head.tlp.title()), ..Document::new(self.head.subtitle(), self.head.date, blocks) }
    }

    fn steps_in_lines(&self) -> impl Iterator<Item = String> {
        self.steps.iter().map(|step| step.in_a_line(self.head.date))
    }

    fn warning(&self) -> Option<String> {
        self.signal.as_ref().map(|signal| format!("{}: {}", notation::capital(signal.level.title()), signal.text))
    }
}

const FIRST: &str = "Eerst deze stappen:";

impl PhaseProgress {
    fn words(self) -> String {
        if self.is_begun { self.progress.words() } else { "nog niet begonnen".to_owned() }
    }
}

impl Next {
    fn words(&self, today: NaiveDate) -> String {
        match self {
            Next::Day { date, title } => {
                let when = notation::capital(&notation::relative(*date, today));
                format!("{when}: {title}, {}.", notation::date(*date))
            }
            Next::Unknown => "De dag van de startbijeenkomst staat nog niet vast.".to_owned(),
            Next::Past => "Er staat geen volgende bijeenkomst in de agenda.".to_owned(),
        }
    }
}

fn next(catalog: &Catalog, facts: &Facts) -> Next {
    let dates = Dates::new(catalog, facts, Edition::Kopgroep).dates;
    let mut days = dates.into_iter().filter(|date| matches!(date.sort, Sort::Meeting | Sort::Day));
    if let Some(date) = days.find(|date| date.day >= facts.today) {
        return Next::Day { date: date.day, title: date.title };
    }
    let meeting = catalog.meaning(Meaning::MeetingDate).and_then(|question| facts.answer(&question.id, None));
    if meeting.is_some_and(|answer| answer.value().is_some()) { Next::Past } else { Next::Unknown }
}

fn deeds(phases: &[PhaseProgress], has_steps: bool, project: &Project) -> Vec<Deed> {
    let current = phases.iter().rfind(|one| one.is_begun);
    let is_whole = current.is_some_and(|one| one.progress.settled == one.progress.total);
    let coming = phases.iter().find(|one| !one.is_begun).map(|one| Deed::Begin(one.phase));
    let going_on = current.map(|one| Deed::GoOn(one.phase));
    let (first, last) = if is_whole { (coming, going_on) } else { (going_on.or(coming), going_on.and(coming)) };
    let first = first.into_iter().chain(has_steps.then_some(Deed::Tick));
    let always = [Deed::Checklist, Deed::Meeting, Deed::Change, Deed::Document, Deed::Organisations];
    let of_round: &[Deed] = match project.in_place(Place::Kopgroep).count() {
        0 => &[],
        1 => &[Deed::Ask, Deed::Read],
        _ => &[Deed::Ask, Deed::Read, Deed::Compare],
    };
    let last = [Deed::Decide, Deed::Celebrate].into_iter().chain(last).chain([Deed::Status]);
    first.chain(always).chain(of_round.iter().copied()).chain(last).collect()
}
