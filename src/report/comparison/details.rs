use std::collections::HashMap;

use super::document::{count_in_words, share, titled};
use crate::document::{Bar, Block, Inline, text};
use crate::domain::{Identifier, Kind};
use crate::notation;
use crate::report::{heading, paragraph};
use crate::round::comparison::{Doubled, Echo, Group, Side, Subject, Voice, Wording, marked, names};

/// A subject with the sides from which anything was said, every word in it.
pub(super) fn subject_blocks(subject: &Subject, shows_set_aside: bool, blocks: &mut Vec<Block>) {
    let sides: Vec<&Side> = subject.sides.iter().filter(|side| side.says_anything()).collect();
    if let [only] = sides.as_slice() {
        blocks.push(heading(1, titled(only.question)));
        return side_blocks(only, shows_set_aside, blocks);
    }
    if !sides.is_empty() {
        blocks.push(heading(1, notation::capital(subject.name)));
    }
    for side in sides {
        blocks.push(heading(2, titled(side.question)));
        side_blocks(side, shows_set_aside, blocks);
    }
    if !subject.echoes.is_empty() {
        blocks.push(heading(2, "Wat van meer kanten komt"));
        blocks.push(Block::Bullets(subject.echoes.iter().map(|echo| text(echo_line(echo))).collect()));
    }
}

fn side_blocks(side: &Side, shows_set_aside: bool, blocks: &mut Vec<Block>) {
    blocks.push(Block::Paragraph(vec![Inline::Emphasis(side.ask.clone())]));
    joint_blocks(side, blocks);
    if !side.voices.is_empty() {
        if is_worded(side) {
            blocks.push(worded_block(side));
        } else {
            blocks.extend(agreed_paragraph(side));
            counted_blocks(side, blocks);
        }
    }
    doubled_blocks(&side.doubled, blocks);
    notes(&side.unknown, blocks);
    notes(&side.not_applicable, blocks);
    notes(&side.only_note, blocks);
    blocks.extend(not_yet_said(side));
    answers("Nu niet meer gevraagd, wel gezegd", &side.no_longer_asked, blocks);
    if shows_set_aside {
        answers("Opzij gelegd", &side.set_aside, blocks);
    }
}

fn joint_blocks(side: &Side, blocks: &mut Vec<Block>) {
    let Some(joint) = &side.joint else { return };
    let mut words =
        vec![Inline::Strong("Dit staat er nu samen:".to_owned()), Inline::Text(format!(" {}", joint.words))];
    words.extend(joint.answer.note.iter().map(|note| Inline::Text(format!("\nToelichting: {note}"))));
    blocks.push(Block::Paragraph(words));
    if side.speakers > 0 && side.groups.iter().any(|group| group.joint) {
        blocks.push(paragraph(match side.agreeing_with_joint {
            0 => "Niemand zegt precies hetzelfde.".to_owned(),
            1 => format!("1 van {} zegt precies hetzelfde.", side.speakers),
            some => notation::capital(&format!("{} zeggen precies hetzelfde.", share(some, side.speakers))),
        }));
    }
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
    let said: Vec<String> = agreed.iter().map(said).collect();
    let word = if all { "Allemaal:" } else { "De meesten:" };
    let said = Inline::Text(format!(" {}", notation::sentence(&notation::enumeration(&said))));
    Some(Block::Paragraph(vec![Inline::Strong(word.to_owned()), said]))
}

/// Whether the answers are told, and not counted.
fn is_worded(side: &Side) -> bool {
    matches!(side.question.kind, Kind::Text | Kind::LongText | Kind::Group { .. })
}

/// Who says it, and the whole of what they say.
fn worded_block(side: &Side) -> Block {
    let mut notes: HashMap<&Identifier, Vec<&str>> = HashMap::new();
    for voice in &side.voices {
        let organisation = voice.organisation.zip(voice.answer.note.as_deref());
        organisation.into_iter().for_each(|(one, note)| notes.entry(&one.id).or_default().push(note));
    }
    Block::Definitions(side.groups.iter().filter_map(|group| worded(side, group, &notes)).collect())
}

type Definition = (Vec<Inline>, Vec<Inline>);

fn worded(side: &Side, group: &Group, notes: &HashMap<&Identifier, Vec<&str>>) -> Option<Definition> {
    let (first, others) = group.wordings.split_first()?;
    let mut term = vec![Inline::Strong(notation::enumeration(&names(&group.organisations)))];
    if group.count > 1 {
        term.push(Inline::Text(match group.agreed {
            true if group.count == side.speakers => " (allemaal)".to_owned(),
            true => format!(" (de meesten: {})", share(group.count, side.speakers)),
            false => format!(" ({})", share(group.count, side.speakers)),
        }));
    }
    let mut lines = vec![first.words.clone()];
    lines.extend(others.iter().map(other_wording));
    for organisation in &group.organisations {
        let own = notes.get(&organisation.id).into_iter().flatten();
        lines.extend(own.map(|note| match group.organisations.as_slice() {
            [_] => format!("Toelichting: {note}"),
            _ => format!("Toelichting van {}: {note}", marked(organisation)),
        }));
    }
    Some((term, text(lines.join("\n"))))
}

fn other_wording(wording: &Wording) -> String {
    format!("{} schrijft: {}", notation::enumeration(&names(&wording.organisations)), wording.words)
}

fn counted_blocks(side: &Side, blocks: &mut Vec<Block>) {
    let bar =
        |group: &Group| Bar { label: group.words.clone(), count: group.count, names: names(&group.organisations) };
    let spoken: Vec<&Group> = side
        .groups
        .iter()
        .filter(|group| matches!(side.question.kind, Kind::Scale { .. }) || !group.wordings.is_empty())
        .collect();
    blocks.push(Block::Bars { of: side.speakers, rows: spoken.iter().map(|group| bar(group)).collect() });
    if let Some(spread) = &side.spread {
        let total = spread.total.iter().map(|total| format!("; samen {total}")).collect::<String>();
        blocks.push(paragraph(format!(
            "Laagste: {}; midden: {}; hoogste: {}{total}.",
            spread.lowest, spread.middle, spread.highest
        )));
    }
    let other = spoken.iter().flat_map(|group| group.wordings.iter().skip(1));
    let other: Vec<_> = other.map(|wording| text(other_wording(wording))).collect();
    if !other.is_empty() {
        blocks.push(Block::Bullets(other));
    }
    if !side.not_chosen.is_empty() {
        blocks.push(paragraph(format!("Door niemand gekozen: {}.", side.not_chosen.join("; "))));
    }
    notes(&side.voices, blocks);
}

fn notes(answers: &[Voice], blocks: &mut Vec<Block>) {
    let noted = |answer: &Voice| {
        let note = answer.answer.note.as_ref()?;
        Some(vec![Inline::Strong(format!("Toelichting van {}:", answer.name())), Inline::Text(format!(" {note}"))])
    };
    let noted: Vec<_> = answers.iter().filter_map(noted).collect();
    if !noted.is_empty() {
        blocks.push(Block::Bullets(noted));
    }
}

fn doubled_blocks(doubled: &[Doubled], blocks: &mut Vec<Block>) {
    for doubled in doubled {
        let count = count_in_words(doubled);
        let holds = doubled.holds.iter().map(|holds| format!("Nu geldt: {}", with_note(holds)));
        let others = doubled.others.iter().map(|other| format!("Ook gezegd{}: {}", by(other), with_note(other)));
        blocks.push(Block::Paragraph(vec![Inline::Strong(format!("{} zegt {count}", marked(doubled.organisation)))]));
        blocks.push(Block::Bullets(holds.chain(others).map(text).collect()));
    }
}

fn by(answer: &Voice) -> String {
    answer.answer.by.as_ref().map(|by| format!(" door {by}")).unwrap_or_default()
}

fn with_note(answer: &Voice) -> String {
    let note = answer.answer.note.iter().map(|note| format!("\nToelichting: {note}")).collect::<String>();
    format!("{}{note}", answer.words)
}

/// Who did not answer, who does not know, and whom it does not touch.
fn not_yet_said(side: &Side) -> Option<Block> {
    let of = |answers: &[Voice]| answers.iter().map(|answer| answer.name()).collect::<Vec<_>>();
    let silent = if side.speakers == 0 && side.silent.len() == side.asked { Vec::new() } else { names(&side.silent) };
    let rows = [
        ("Nog niet gehoord:", silent),
        ("Weet het nog niet:", of(&side.unknown)),
        ("Niet van toepassing:", of(&side.not_applicable)),
    ];
    let mut words: Vec<Inline> = Vec::new();
    if side.asked > 0 && side.silent.len() == side.asked {
        words.push(Inline::Text(match &side.joint {
            Some(_) => "Wat elke organisatie hier zelf van vindt, staat er nog niet.".to_owned(),
            None => "Nog van niemand gehoord.".to_owned(),
        }));
    }
    for (word, names) in rows.iter().filter(|(_, names)| !names.is_empty()) {
        let break_before = if words.is_empty() { "" } else { "\n" };
        words.push(Inline::Text(break_before.to_owned()));
        words.push(Inline::Strong((*word).to_owned()));
        words.push(Inline::Text(format!(" {}", notation::enumeration(names))));
    }
    (!words.is_empty()).then_some(Block::Paragraph(words))
}

fn answers(title: &str, answers: &[Voice], blocks: &mut Vec<Block>) {
    if !answers.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Strong(title.to_owned())]));
        let said = |answer: &Voice| (vec![Inline::Strong(answer.name())], text(with_note(answer)));
        blocks.push(Block::Definitions(answers.iter().map(said).collect()));
    }
}

/// `Oefenen: 3 van 5 bij 'Eigen behoefte', 2 van 4 bij 'Behoefte van anderen'. 2 organisaties zeggen het van elke kant.`
fn echo_line(echo: &Echo) -> String {
    let sides: Vec<String> = echo
        .sides
        .iter()
        .map(|side| match (side.count, side.joint) {
            (0, true) => format!("in het gezamenlijke antwoord bij '{}'", side.question.label),
            (count, true) => {
                format!("{} en het gezamenlijke antwoord bij '{}'", share(count, side.speakers), side.question.label)
            }
            (count, false) => format!("{} bij '{}'", share(count, side.speakers), side.question.label),
        })
        .collect();
    let same = match echo.same {
        0 => String::new(),
        1 => " 1 organisatie zegt het van elke kant.".to_owned(),
        same => format!(" {same} organisaties zeggen het van elke kant."),
    };
    format!("{}: {}.{same}", notation::on_one_line(&echo.words).trim_end_matches('.'), sides.join(", "))
}
