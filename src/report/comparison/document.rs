use super::details::subject_blocks;
use super::{Agreed, Comparison, OrganisationCount};
use crate::document::{Block, Document, Inline, text};
use crate::domain::{Project, Question};
use crate::notation;
use crate::report::{heading, paragraph, section, with_command};
use crate::round::comparison::{AgendaPoint, Doubled, Group, Heard, Side, marked, names};

/// So many points are a full meeting; the others come after, when there is time.
const FIRST_POINTS: usize = 6;
/// As much of an answer as fits on the line of an overview. All of it stands in the details.
const GLANCE: usize = 90;
/// So many views of one question can be read out; the others stand in the details.
const MOST_VIEWS: usize = 8;

impl Comparison<'_, '_> {
    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = vec![paragraph(self.opening())];
        let sides = || self.compared.sides();
        // Of one question the details say all there is to say.
        let has_overview = sides().count() > 1;
        if !sides().any(Side::says_anything) {
            blocks.push(nothing_yet());
        } else {
            if has_overview {
                self.overview_blocks(&mut blocks);
            }
            for subject in &self.compared.subjects {
                subject_blocks(subject, self.shows_set_aside, &mut blocks);
            }
            if has_overview {
                self.open_blocks(&mut blocks);
            }
        }
        let title = match &self.chosen {
            Some(chosen) => format!("Vergelijking: {chosen}"),
            None => "Vergelijking".to_owned(),
        };
        self.head.document(title, project, blocks)
    }

    fn opening(&self) -> String {
        if self.compared.kopgroep == 0 {
            return "In de kopgroep zit nog niemand.".to_owned();
        }
        let spoke = match self.spoke() {
            0 => "Nog niemand van hen zei hier iets over".to_owned(),
            1 => "1 van hen zei hier iets over".to_owned(),
            all if all == self.compared.kopgroep => "Ze zeiden hier allemaal iets over".to_owned(),
            some => format!("{some} van hen zeiden hier iets over"),
        };
        format!(
            "De kopgroep telt {}. {spoke}.",
            notation::counted(self.compared.kopgroep, "organisatie", "organisaties")
        )
    }

    fn overview_blocks(&self, blocks: &mut Vec<Block>) {
        self.agreed_blocks(blocks);
        self.agenda_blocks(blocks);
        self.doubled_blocks(blocks);
        self.unheard_blocks(blocks);
        blocks.push(Block::PageBreak);
    }

    fn agreed_blocks(&self, blocks: &mut Vec<Block>) {
        blocks.push(heading(1, "Waar jullie het over eens zijn"));
        if self.agreed.is_empty() {
            return blocks.push(paragraph("Nog nergens zegt een meerderheid hetzelfde."));
        }
        let questions = self.agreed.chunk_by(|one, other| one.heard.question.id == other.heard.question.id);
        blocks.push(Block::Bullets(questions.map(agreed_line).collect()));
    }

    fn agenda_blocks(&self, blocks: &mut Vec<Block>) {
        let (facts, points): (Vec<_>, Vec<_>) = self.agenda.points.iter().partition(|point| point.about_itself);
        let (first, later) = points.split_at(points.len().min(FIRST_POINTS));
        blocks.push(heading(1, "Waar jullie verschillen: de agenda"));
        if first.is_empty() {
            blocks.push(paragraph("Er zijn geen verschillen om te bespreken."));
        } else {
            let minutes: u32 = first.iter().map(|point| point.minutes).sum();
            blocks.push(paragraph(format!(
                "Het grootste verschil staat bovenaan. Samen kost dit ongeveer {}; de tijden zijn een vuistregel.",
                notation::minutes(minutes)
            )));
            first.iter().zip(1..).for_each(|(point, place)| point_blocks(place, point, blocks));
        }
        for (title, points) in [("Daarna, als er tijd is", later), ("Om elkaar te leren kennen", &facts)] {
            if !points.is_empty() {
                let labels: Vec<&str> = points.iter().map(|point| point.side.question.label.as_str()).collect();
                blocks.push(heading(2, title));
                blocks.push(paragraph(notation::sentence(&notation::enumeration(&labels))));
            }
        }
    }

    /// Who says more than one thing has to be asked before the others can answer to it.
    fn doubled_blocks(&self, blocks: &mut Vec<Block>) {
        let doubled = self.compared.sides().flat_map(|side| side.doubled.iter().map(move |doubled| (side, doubled)));
        let line = |(side, doubled): (&Side, &Doubled)| {
            let (who, count) = (marked(doubled.organisation), count_in_words(doubled));
            text(format!("{who} zegt {count} bij '{}'.", side.question.label))
        };
        blocks.extend(section("Eerst navragen", Block::Bullets, doubled.map(line)));
    }

    fn unheard_blocks(&self, blocks: &mut Vec<Block>) {
        let count = |heard: &Heard| format!("{} ({} van {})", heard.question.label, heard.speakers, heard.asked);
        let little: Vec<String> = self.agenda.little_heard.iter().map(count).collect();
        let unheard: Vec<String> = self.agenda.unheard.iter().map(|heard| heard.question.label.clone()).collect();
        if !(little.is_empty() && unheard.is_empty()) {
            blocks.push(heading(1, "Waar nog weinig over gezegd is"));
        }
        for (words, labels) in [("Nog van weinigen gehoord:", little), ("Nog van niemand gehoord:", unheard)] {
            if !labels.is_empty() {
                let labels = Inline::Text(format!(" {}.", notation::enumeration(&labels)));
                blocks.push(Block::Paragraph(vec![Inline::Strong(words.to_owned()), labels]));
            }
        }
    }

    fn open_blocks(&self, blocks: &mut Vec<Block>) {
        let open: Vec<&OrganisationCount> = self.organisations.iter().filter(|one| one.settled < one.asked).collect();
        if open.is_empty() {
            return;
        }
        blocks.push(heading(1, "Wie nog iets te zeggen heeft"));
        blocks.extend(open.into_iter().map(|one| Block::Progress {
            label: one.name.clone(),
            done: one.settled,
            total: one.asked,
            remark: (one.unknown > 0).then(|| format!("{} nog uit te zoeken", one.unknown)),
        }));
    }
}

fn nothing_yet() -> Block {
    let before = "Er valt nog niets te vergelijken. Vraag elke organisatie om haar antwoorden met ";
    Block::Paragraph(with_command(before, "regio uitvraag maak", "."))
}

/// `Eigen rol (ieder voor zich): Meedoen (alle 5)`
fn agreed_line(agreed: &[Agreed]) -> Vec<Inline> {
    let said = |one: &Agreed| format!("{} ({})", notation::shortened(&one.group.words, GLANCE), share_of_speakers(one));
    let said: Vec<String> = agreed.iter().map(said).collect();
    vec![Inline::Strong(titled(agreed[0].heard.question)), Inline::Text(format!(": {}", notation::enumeration(&said)))]
}

/// The question, what stands there already, and who says what.
fn point_blocks(place: usize, point: &AgendaPoint, blocks: &mut Vec<Block>) {
    let title = titled(point.side.question);
    blocks.push(heading(2, format!("{place}. {title}, {}", notation::minutes(point.minutes))));
    let mut question = text(&point.side.ask);
    question.extend(point.joint().map(|joint| Inline::Text(format!("\nNu staat er samen: {}", glance(joint)))));
    blocks.push(Block::Paragraph(question));
    let view = |view: &&Group| {
        let names = format!("{}:", notation::enumeration(&names(&view.organisations)));
        vec![Inline::Strong(names), Inline::Text(format!(" {}", glance(&view.words)))]
    };
    let all = point.views();
    let mut views: Vec<Vec<Inline>> = all.iter().take(MOST_VIEWS).map(view).collect();
    let more = all.len() - views.len();
    if more > 0 {
        views.push(text(format!(
            "En nog {}; ze staan hieronder.",
            notation::counted(more, "antwoord", "andere antwoorden")
        )));
    }
    blocks.push(Block::Bullets(views));
}

fn glance(words: &str) -> String {
    notation::sentence(&notation::shortened(words, GLANCE))
}

/// `3 van 5`, `allebei`, `alle 5`.
pub(super) fn share(count: usize, of: usize) -> String {
    match (count, of) {
        (2, 2) => "allebei".to_owned(),
        (count, of) if count == of && of > 1 => format!("alle {of}"),
        (count, of) => format!("{count} van {of}"),
    }
}

/// The same of those who spoke, when not all did.
fn share_of_speakers(one: &Agreed) -> String {
    match (one.group.count, one.heard.speakers) {
        (count, speakers) if speakers == one.heard.asked => share(count, speakers),
        (count, speakers) if count == speakers => format!("alle {count} die iets zeiden"),
        (count, speakers) => format!("{count} van de {speakers} die iets zeiden"),
    }
}

pub(super) fn count_in_words(doubled: &Doubled) -> String {
    match doubled.others.len() + usize::from(doubled.holds.is_some()) {
        1 => "iets anders".to_owned(),
        2 => "twee dingen".to_owned(),
        more => format!("{more} dingen"),
    }
}

/// The label of a question with the side from which it is asked.
pub(super) fn titled(question: &Question) -> String {
    match question.perspective {
        Some(perspective) => format!("{} ({})", question.label, perspective.title()),
        None => question.label.clone(),
    }
}
