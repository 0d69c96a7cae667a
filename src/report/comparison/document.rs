use super::details::{Detail, subject_blocks};
use super::{Agreed, Comparison};
use crate::document::{Block, Document, Line, text};
use crate::domain::Question;
use crate::notation::{self, share};
use crate::report::{heading, hint, led_by, paragraph, progress, section};
use crate::round::comparison::{AgendaPoint, Doubled, Group, Heard, Side, marked};

/// So many points are a full meeting; the others come after, when there is time.
const FIRST_POINTS: usize = 6;
/// As much of an answer as fits on the line of an overview. All of it stands in the details.
const GLANCE: usize = 90;
/// So many views of one question can be read out; the others stand in the details.
const MOST_VIEWS: usize = 8;
/// In a larger kopgroep nobody reads a row of more names than these: how many there are says more.
const SMALL_KOPGROEP: usize = 10;
const MOST_NAMES: usize = 5;

impl Comparison<'_, '_> {
    pub fn document(&self) -> Document {
        let chosen = self.chosen.iter().map(|chosen| format!(": {chosen}"));
        let title: String = std::iter::once("Vergelijking".to_owned()).chain(chosen).collect();
        let mut blocks = vec![paragraph(self.opening())];
        // Of one question the details say all there is to say.
        let has_overview = self.compared.sides().count() > 1;
        if !self.compared.sides().any(Side::says_anything) {
            let before = "Er valt nog niets te vergelijken. Vraag elke organisatie om haar antwoorden met ";
            blocks.push(hint(before, "regio rondvraag maak", "."));
            return self.head.document(title, blocks);
        }
        if has_overview {
            blocks.extend([self.agreed_blocks(), self.agenda_blocks(), self.doubled_blocks()].concat());
            blocks.extend(self.unheard_blocks());
            blocks.push(Block::PageBreak);
        }
        let subjects = self.compared.subjects.iter();
        blocks.extend(subjects.flat_map(|subject| subject_blocks(subject, self.detail())));
        if has_overview {
            let open = self.organisations.iter().filter(|one| one.settled < one.asked);
            blocks.push(heading(1, "Wie nog iets te zeggen heeft"));
            blocks.extend(open.map(|one| progress(&one.name, one.settled, one.unknown, one.asked)));
        }
        self.head.document(title, blocks)
    }

    /// Of one question all names are told.
    fn detail(&self) -> Detail {
        let is_short = self.compared.sides().count() > 1 && self.compared.kopgroep > SMALL_KOPGROEP;
        let most_names = if is_short { MOST_NAMES } else { usize::MAX };
        Detail { shows_set_aside: self.shows_set_aside, most_names }
    }

    fn opening(&self) -> String {
        if self.compared.kopgroep == 0 {
            return "In de kopgroep zit nog niemand.".to_owned();
        }
        // Who settled anything, or said not to know.
        let spoke = match self.organisations.iter().filter(|one| one.settled + one.unknown > 0).count() {
            0 => "Nog niemand van hen zei hier iets over".to_owned(),
            1 => "1 van hen zei hier iets over".to_owned(),
            all if all == self.compared.kopgroep => "Ze zeiden hier allemaal iets over".to_owned(),
            some => format!("{some} van hen zeiden hier iets over"),
        };
        let counted = notation::counted(self.compared.kopgroep, "organisatie", "organisaties");
        let is_short = self.compared.kopgroep > self.detail().most_names;
        let names = if is_short { " Gaat het om meer dan vijf, dan staat er alleen hoeveel." } else { "" };
        format!("De kopgroep telt {counted}. {spoke}.{names}")
    }

    fn agreed_blocks(&self) -> Vec<Block> {
        let (alike, agreed): (Vec<_>, Vec<_>) = self.agreed.iter().partition(|one| one.is_about_itself());
        let told = match agreed.is_empty() {
            true if alike.is_empty() => paragraph("Nog nergens zegt een meerderheid hetzelfde."),
            true => paragraph("Over wat jullie willen, zegt nog nergens een meerderheid hetzelfde."),
            false => Block::Bullets(agreed_lines(&agreed)),
        };
        let alike = Block::Bullets(agreed_lines(&alike));
        vec![heading(1, "Waar jullie het over eens zijn"), told, heading(2, "Waarin jullie op elkaar lijken"), alike]
    }

    fn agenda_blocks(&self) -> Vec<Block> {
        let (facts, points): (Vec<_>, Vec<_>) = self.agenda.points.iter().partition(|point| point.about_itself);
        let (first, later) = points.split_at(points.len().min(FIRST_POINTS));
        let minutes = notation::minutes(first.iter().map(|point| point.minutes).sum());
        let order = "Het grootste verschil staat bovenaan.";
        let told = match first.is_empty() {
            true => "Er zijn geen verschillen om te bespreken.".to_owned(),
            false => format!("{order} Samen kost dit ongeveer {minutes}; de tijden zijn een vuistregel."),
        };
        let mut blocks = vec![heading(1, "Waar jullie verschillen: de agenda"), paragraph(told)];
        blocks.extend(first.iter().zip(1..).flat_map(|(point, place)| point_blocks(place, point, self.detail())));
        for (title, points) in [("Daarna, als er tijd is", later), ("Om elkaar te leren kennen", &facts)] {
            if !points.is_empty() {
                let labels = notation::enumeration(points.iter().map(|point| &point.side.question.label));
                blocks.extend([heading(2, title), paragraph(notation::sentence(&labels))]);
            }
        }
        blocks
    }

    /// Who says more than one thing has to be asked before the others can answer to it.
    fn doubled_blocks(&self) -> Vec<Block> {
        let doubled = self.compared.sides().flat_map(|side| side.doubled.iter().map(move |doubled| (side, doubled)));
        let line = |(side, doubled): (&Side, &Doubled)| {
            let (who, count) = (marked(doubled.organisation), count_in_words(doubled));
            text(format!("{who} zegt {count} bij '{}'.", side.question.label))
        };
        section("Eerst navragen", Block::Bullets, doubled.map(line))
    }

    fn unheard_blocks(&self) -> Vec<Block> {
        let count = |heard: &Heard| format!("{} ({} van {})", heard.question.label, heard.speakers, heard.asked);
        let little: Vec<String> = self.agenda.little_heard.iter().map(count).collect();
        let unheard: Vec<String> = self.agenda.unheard.iter().map(|heard| heard.question.label.clone()).collect();
        let rows = [("Nog van weinigen gehoord:", little), ("Nog van niemand gehoord:", unheard)];
        let rows = rows.into_iter().filter(|(_, labels)| !labels.is_empty());
        let told = rows.map(|(words, labels)| led_by(words, format!(" {}.", notation::enumeration(labels))));
        std::iter::once(heading(1, "Waar nog weinig over gezegd is")).chain(told.map(Block::Paragraph)).collect()
    }
}

/// What a majority says, a line for each question.
pub(in crate::report) fn agreed_lines(agreed: &[&Agreed]) -> Vec<Line> {
    agreed.chunk_by(|one, other| one.heard.question.id == other.heard.question.id).map(agreed_line).collect()
}

/// `Eigen rol (ieder voor zich): Meedoen (alle 5)`
fn agreed_line(agreed: &[&Agreed]) -> Line {
    let words = |one: &Agreed| notation::shortened(&one.group.words, GLANCE);
    let said = agreed.iter().map(|one| format!("{} ({})", words(one), share_of_speakers(one)));
    let said = notation::enumeration(said);
    led_by(titled(agreed[0].heard.question), format!(": {said}"))
}

/// The question, what stands there already, and who says what.
fn point_blocks(place: usize, point: &AgendaPoint, detail: Detail) -> [Block; 3] {
    let title = format!("{place}. {}, {}", titled(point.side.question), notation::minutes(point.minutes));
    let joint = point.joint().map(|joint| format!("\nNu staat er samen: {}", glance(joint)));
    let question = format!("{}{}", point.side.ask, joint.unwrap_or_default());
    let view =
        |view: &&Group| led_by(format!("{}:", detail.who(&view.organisations)), format!(" {}", glance(&view.words)));
    let all = point.views();
    let mut views: Vec<Line> = all.iter().take(MOST_VIEWS).map(view).collect();
    let more = all.len() - views.len();
    if more > 0 {
        let counted = notation::counted(more, "antwoord", "andere antwoorden");
        views.push(text(format!("En nog {counted}; ze staan hieronder.")));
    }
    [heading(2, title), paragraph(question), Block::Bullets(views)]
}

fn glance(words: &str) -> String {
    notation::sentence(&notation::shortened(words, GLANCE))
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
