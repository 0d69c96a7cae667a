//! A list as numbered lines, for plain mode and for lists that do not fit on the screen.

use super::layout;
use super::layout::Line;
use crate::interview::{Command, PickItem, PickPrompt, Picked, folded, pick};
use crate::notation::single_line;

pub(super) fn lines(prompt: &PickPrompt, several: bool, width: usize) -> Vec<Line> {
    let numbered = |(place, item): (usize, &PickItem)| {
        let stands = match (prompt.chosen.contains(&place), several) {
            (true, true) => " (gekozen)",
            (true, false) if prompt.commands => " (vorige keuze)",
            _ => "",
        };
        layout::numbered(place, &format!("{}{stands}", item.label), item.detail.as_deref(), width)
    };
    prompt.items.iter().enumerate().flat_map(numbered).collect()
}

/// What to type below the list.
pub(super) fn what_to_type(several: bool) -> &'static str {
    if several { "nummers met komma's ertussen; 0 = geen" } else { "nummer" }
}

/// Several items in the order of the list: `1, 3`, `1 3`, their words with commas between them, or `0` for none.
pub(super) fn several(typed: &str, prompt: &PickPrompt) -> Result<Vec<usize>, String> {
    let mut places = match one(typed, prompt) {
        Ok(place) => vec![place],
        Err(_) if matches!(typed.trim(), "0" | "geen") => Vec::new(),
        Err(_) => parts(typed).map(|part| one(part, prompt)).collect::<Result<_, _>>()?,
    };
    places.sort_unstable();
    places.dedup();
    check_number(&places, prompt)?;
    Ok(places)
}

/// Whether there are not too many.
pub(super) fn check_number(places: &[usize], prompt: &PickPrompt) -> Result<(), String> {
    match prompt.at_most {
        Some(most) if places.len() > most => Err(format!("Dat zijn er {}. Kies er hooguit {most}.", places.len())),
        _ => Ok(()),
    }
}

/// The words of the items at these places.
pub(super) fn words(places: &[usize], prompt: &PickPrompt) -> String {
    let labels: Vec<&str> =
        places.iter().filter_map(|place| prompt.items.get(*place)).map(|item| item.label.as_str()).collect();
    if labels.is_empty() { "geen".to_owned() } else { labels.join(", ") }
}

/// The text of an answer, with the backslash taken off that keeps a line from being a command.
pub(super) fn unescaped(text: &str) -> String {
    text.lines().map(|line| Command::answer(line.trim_end())).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The parts between commas; numbers may stand apart with spaces only.
fn parts(typed: &str) -> impl Iterator<Item = &str> {
    let numbers_only = typed.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace());
    let divides = move |sign: char| matches!(sign, ',' | ';') || (numbers_only && sign.is_whitespace());
    typed.split(divides).map(str::trim).filter(|part| !part.is_empty())
}

/// Numbers of the list with commas or spaces between them; nothing when there is anything else, or only one.
pub(super) fn numbers(typed: &str, prompt: &PickPrompt) -> Option<Vec<usize>> {
    let signs = |sign: char| sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, ',' | ';');
    let all: Option<Vec<usize>> =
        typed.chars().all(signs).then(|| parts(typed).map(|part| one(part, prompt).ok()).collect())?;
    all.filter(|places| places.len() > 1)
}

/// Whether a word stands somewhere in the list, though it chooses nothing there.
pub(super) fn is_within(typed: &str, prompt: &PickPrompt) -> bool {
    prompt.items.iter().any(|item| folded(&item.label).contains(&folded(typed)))
}

/// One item by its number or its words; or why it is none, in a sentence.
pub(super) fn one(typed: &str, prompt: &PickPrompt) -> Result<usize, String> {
    let typed = single_line(typed);
    match pick(prompt.items.iter().map(|item| item.label.as_str()), &typed) {
        Picked::One(place) => Ok(place),
        Picked::Several(places) => {
            let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
            Err(format!("'{typed}' past bij {}. Typ meer letters, of het nummer.", numbers.join(" en ")))
        }
        Picked::Nothing | Picked::Unknown => {
            let why = if is_within(&typed, prompt) { "is te weinig om te kiezen" } else { "staat niet in de lijst" };
            Err(format!("'{typed}' {why}. Typ een nummer van 1 tot en met {}.", prompt.items.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::Heading;

    fn list(at_most: Option<usize>) -> PickPrompt {
        let labels = ["Ja", "Nee", "Nee, nog niet", "Weet ik nog niet.", "Café"];
        PickPrompt {
            heading: Heading::default(),
            label: "Keuze".to_owned(),
            items: labels.map(|label| PickItem { label: label.to_owned(), detail: None }).to_vec(),
            chosen: Vec::new(),
            on_empty: String::new(),
            at_most,
            closing: None,
            commands: true,
        }
    }

    #[test]
    fn one_choice_is_a_number_or_words() {
        let check = |typed: &str, expected: Option<usize>| {
            assert_eq!(one(typed, &list(None)).ok(), expected, "{typed:?}");
        };
        check("1", Some(0));
        check(" 5. ", Some(4));
        check("nee", Some(1));
        check("NEE, nog niet", Some(2));
        check("weet", Some(3));
        check("CAFÉ", Some(4));
        check("n", None);
        check("0", None);
        check("6", None);
        check("99999999999999999999999", None);
        check("", None);
    }

    #[test]
    fn several_choices_come_in_the_order_of_the_list() {
        let check = |typed: &str, expected: Option<&[usize]>| {
            assert_eq!(several(typed, &list(Some(3))).ok().as_deref(), expected, "{typed:?}");
        };
        check("3, 1", Some(&[0, 2]));
        check("1 3", Some(&[0, 2]));
        check("1,1", Some(&[0]));
        check("ja; café", Some(&[0, 4]));
        check("nee, nog niet", Some(&[2]));
        check("0", Some(&[]));
        check("geen", Some(&[]));
        check("1, 2, 3, 4", None);
        check("1, 9", None);
        check("misschien", None);
    }

    #[test]
    fn a_refusal_says_what_is_allowed() {
        let refusal = one("9", &list(None)).expect_err("there are five items");
        assert_eq!(refusal, "'9' staat niet in de lijst. Typ een nummer van 1 tot en met 5.");
    }
}
