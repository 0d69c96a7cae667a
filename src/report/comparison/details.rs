use std::collections::HashMap;

use super::document::{count_in_words, titled};
use crate::document::{Bar, Block, Definition, Inline, text};
use crate::domain::{Identifier, Kind, Organisation};
use crate::notation::{self, share};
use crate::report::{heading, led_by, paragraph};
use crate::round::comparison::{Doubled, Echo, EchoSide, Group, Side, Subject, Voice, Wording, marked, names};

/// How much of the answers is told.
#[derive(Clone, Copy)]
pub(super) struct Detail {
    /// What was laid aside, too.
    pub shows_set_aside: bool,
    /// Of more organisations than these only their number is told.
    pub most_names: usize,
}

impl Detail {
    fn names(self, organisations: &[&Organisation]) -> Vec<String> {
        if organisations.len() > self.most_names { Vec::new() } else { names(organisations) }
    }

    pub fn who(self, organisations: &[&Organisation]) -> String {
        self.enumerated(names(organisations))
    }

    fn enumerated(self, names: Vec<String>) -> String {
        match names.len() {
            many if many > self.most_names => notation::counted(many, "organisatie", "organisaties"),
            _ => notation::enumeration(names),
        }
    }
}

/// A subject with the sides from which anything was said, every word in it.
pub(super) fn subject_blocks(subject: &Subject, detail: Detail) -> Vec<Block> {
    let sides: Vec<&Side> = subject.sides.iter().filter(|side| side.says_anything()).collect();
    if let [only] = sides.as_slice() {
        return side_blocks(1, only, detail);
    }
    let mut blocks = vec![heading(1, notation::capital(subject.name))];
    blocks.extend(sides.into_iter().flat_map(|side| side_blocks(2, side, detail)));
    blocks.push(heading(2, "Wat van meer kanten komt"));
    blocks.push(Block::Bullets(subject.echoes.iter().map(|echo| text(echo_line(echo))).collect()));
    blocks
}

fn side_blocks(level: u8, side: &Side, detail: Detail) -> Vec<Block> {
    let ask = Block::Paragraph(vec![Inline::Emphasis(side.ask.clone())]);
    let mut blocks = vec![heading(level, titled(side.question)), ask];
    blocks.extend(side.joint.iter().flat_map(|joint| joint_blocks(joint, side)));
    // Whether the answers are told, and not counted.
    let is_worded = matches!(side.question.kind, Kind::Text | Kind::LongText | Kind::Group { .. });
    if !side.voices.is_empty() {
        blocks.extend(if is_worded { vec![worded_block(side, detail)] } else { counted_blocks(side, detail) });
    }
    blocks.extend(side.doubled.iter().flat_map(doubled_blocks));
    blocks.extend([&side.unknown, &side.not_applicable, &side.only_note].map(|answers| notes(answers)));
    blocks.extend(not_yet_said(side, detail));
    blocks.extend(answers("Nu niet meer gevraagd, wel gezegd", &side.no_longer_asked));
    if detail.shows_set_aside {
        blocks.extend(answers("Opzij gelegd", &side.set_aside));
    }
    blocks
}

fn joint_blocks(joint: &Voice, side: &Side) -> Vec<Block> {
    let words = led_by("Dit staat er nu samen:", format!(" {}", with_note(joint)));
    let mut blocks = vec![Block::Paragraph(words)];
    if side.speakers > 0 && side.groups.iter().any(|group| group.joint) {
        blocks.push(paragraph(match side.agreeing_with_joint {
            0 => "Niemand zegt precies hetzelfde.".to_owned(),
            1 => format!("1 van {} zegt precies hetzelfde.", side.speakers),
            some => notation::capital(&format!("{} zeggen precies hetzelfde.", share(some, side.speakers))),
        }));
    }
    blocks
}

fn agreed_paragraph(side: &Side) -> Option<Block> {
    let agreed: Vec<&Group> = side.groups.iter().filter(|group| group.agreed).collect();
    if agreed.is_empty() {
        return None;
    }
    let all = agreed.iter().all(|group| group.count == side.speakers);
    let said = |group: &&Group| match all {
        true => notation::on_one_line(&group.words),
        false => format!("{} ({})", notation::on_one_line(&group.words), share(group.count, side.speakers)),
    };
    let word = if all { notation::capital(all_of(side)) } else { "De meesten".to_owned() };
    let said = notation::sentence(&notation::enumeration(agreed.iter().map(said)));
    Some(Block::Paragraph(led_by(format!("{word}:"), format!(" {said}"))))
}

/// Who is silent has said nothing that all say.
fn all_of(side: &Side) -> &'static str {
    if side.silent.is_empty() { "allemaal" } else { "allen die iets zeiden" }
}

/// Who says it, and the whole of what they say.
fn worded_block(side: &Side, detail: Detail) -> Block {
    let mut notes = Notes::new();
    for voice in &side.voices {
        let organisation = voice.organisation.zip(voice.answer.note.as_deref());
        organisation.into_iter().for_each(|(one, note)| notes.entry(&one.id).or_default().push(note));
    }
    let groups = (1..).zip(&side.groups);
    Block::Definitions(groups.filter_map(|group| worded(side, group, &notes, detail)).collect())
}

type Notes<'n> = HashMap<&'n Identifier, Vec<&'n str>>;

fn worded(side: &Side, (number, group): (usize, &Group), notes: &Notes, detail: Detail) -> Option<Definition> {
    let (first, others) = group.wordings.split_first()?;
    let counted = group.counted();
    let (speakers, beside) = if counted.is_empty() { (&group.beside, &[][..]) } else { (&counted, &*group.beside) };
    // As many organisations as said something else are not the same ones.
    let who = match speakers.len() > detail.most_names {
        true => format!("{number}. {}", detail.who(speakers)),
        false => detail.who(speakers),
    };
    let mut term = vec![Inline::Strong(who)];
    if group.count > 1 {
        term.push(Inline::Text(match group.agreed {
            true if group.count == side.speakers => format!(" ({})", all_of(side)),
            true => format!(" (de meesten: {})", share(group.count, side.speakers)),
            false => format!(" ({})", share(group.count, side.speakers)),
        }));
    }
    if !beside.is_empty() {
        term.push(Inline::Text(format!("; niet meegeteld: {}", detail.who(beside))));
    }
    let mut lines = vec![first.words.clone()];
    lines.extend(others.iter().map(|other| other_wording(other, detail)));
    for organisation in &group.organisations {
        let own = notes.get(&organisation.id).into_iter().flatten();
        lines.extend(own.map(|note| match group.organisations.as_slice() {
            [_] => format!("Toelichting: {note}"),
            _ => format!("Toelichting van {}: {note}", marked(organisation)),
        }));
    }
    Some((term, text(lines.join("\n"))))
}

fn other_wording(wording: &Wording, detail: Detail) -> String {
    format!("{} schrijft: {}", detail.who(&wording.organisations), wording.words)
}

fn counted_blocks(side: &Side, detail: Detail) -> Vec<Block> {
    let is_scale = matches!(side.question.kind, Kind::Scale { .. });
    let spoken = || side.groups.iter().filter(|group| is_scale || !group.wordings.is_empty());
    let bar =
        |group: &Group| Bar { label: group.words.clone(), count: group.count, names: detail.names(&group.counted()) };
    let other = spoken().flat_map(|group| group.wordings.iter().skip(1));
    let mut blocks = Vec::from_iter(agreed_paragraph(side));
    blocks.push(Block::Bars { of: side.speakers, rows: spoken().map(bar).collect() });
    // Number and names are of one circle; who speaks from beside it is told apart.
    let beside = spoken().filter(|group| !group.beside.is_empty()).map(|group| {
        let who = detail.who(&group.beside);
        text(format!("Niet meegeteld bij '{}': {who}.", notation::on_one_line(&group.words)))
    });
    blocks.push(Block::Bullets(beside.collect()));
    blocks.extend(side.spread.as_ref().map(|spread| {
        let total = spread.total.iter().map(|total| format!("; samen {total}")).collect::<String>();
        let (lowest, middle, highest) = (&spread.lowest, &spread.middle, &spread.highest);
        paragraph(format!("Laagste: {lowest}; midden: {middle}; hoogste: {highest}{total}."))
    }));
    blocks.push(Block::Bullets(other.map(|wording| text(other_wording(wording, detail))).collect()));
    let not_chosen = notation::joined(side.not_chosen.iter().copied(), "; ");
    blocks.extend(not_chosen.map(|options| paragraph(format!("Door niemand gekozen: {options}."))));
    blocks.push(notes(&side.voices));
    blocks
}

fn notes(answers: &[Voice]) -> Block {
    let noted = |answer: &Voice| {
        let note = answer.answer.note.as_ref()?;
        Some(led_by(format!("Toelichting van {}:", answer.name()), format!(" {note}")))
    };
    Block::Bullets(answers.iter().filter_map(noted).collect())
}

fn doubled_blocks(doubled: &Doubled) -> [Block; 2] {
    let says = format!("{} zegt {}", marked(doubled.organisation), count_in_words(doubled));
    let holds = doubled.holds.iter().map(|holds| format!("Nu geldt: {}", with_note(holds)));
    let by = |other: &Voice| other.answer.by.as_ref().map(|by| format!(" door {by}")).unwrap_or_default();
    let others = doubled.others.iter().map(|other| format!("Ook gezegd{}: {}", by(other), with_note(other)));
    [Block::Paragraph(vec![Inline::Strong(says)]), Block::Bullets(holds.chain(others).map(text).collect())]
}

fn with_note(answer: &Voice) -> String {
    let note = answer.answer.note.iter().map(|note| format!("\nToelichting: {note}")).collect::<String>();
    format!("{}{note}", answer.words)
}

/// Who did not answer, who does not know, and whom it does not touch.
fn not_yet_said(side: &Side, detail: Detail) -> Option<Block> {
    let of = |answers: &[Voice]| answers.iter().map(|answer| answer.name()).collect::<Vec<_>>();
    let silent = if side.speakers == 0 && side.silent.len() == side.asked { Vec::new() } else { names(&side.silent) };
    let rows = [
        ("Nog niet gehoord:", silent),
        ("Weet het nog niet:", of(&side.unknown)),
        ("Niet van toepassing:", of(&side.not_applicable)),
    ];
    let mut words = match &side.joint {
        _ if side.asked == 0 || side.silent.len() < side.asked => Vec::new(),
        Some(_) => text("Wat elke organisatie hier zelf van vindt, staat er nog niet."),
        None => text("Nog van niemand gehoord."),
    };
    for (word, names) in rows.into_iter().filter(|(_, names)| !names.is_empty()) {
        let break_before = if words.is_empty() { "" } else { "\n" };
        words.push(Inline::Text(break_before.to_owned()));
        words.extend(led_by(word, format!(" {}", detail.enumerated(names))));
    }
    (!words.is_empty()).then_some(Block::Paragraph(words))
}

fn answers(title: &str, answers: &[Voice]) -> Vec<Block> {
    let said = |answer: &Voice| (vec![Inline::Strong(answer.name())], text(with_note(answer)));
    let title = Block::Paragraph(vec![Inline::Strong(title.to_owned())]);
    let answers = Block::Definitions(answers.iter().map(said).collect());
    if answers.is_empty() { Vec::new() } else { vec![title, answers] }
}

/// `Oefenen: 3 van 5 bij 'Eigen behoefte', 2 van 4 bij 'Behoefte van anderen'. 2 organisaties zeggen het van elke kant.`
fn echo_line(echo: &Echo) -> String {
    let side = |side: &EchoSide| {
        let share = share(side.count, side.speakers);
        let said = match (side.count, side.joint) {
            (0, true) => "in het gezamenlijke antwoord".to_owned(),
            (_, true) => format!("{share} en het gezamenlijke antwoord"),
            (_, false) => share,
        };
        format!("{said} bij '{}'", side.question.label)
    };
    let sides: Vec<String> = echo.sides.iter().map(side).collect();
    let same = match echo.same {
        0 => String::new(),
        1 => " 1 organisatie zegt het van elke kant.".to_owned(),
        same => format!(" {same} organisaties zeggen het van elke kant."),
    };
    format!("{}: {}.{same}", notation::on_one_line(&echo.words).trim_end_matches('.'), sides.join(", "))
}
