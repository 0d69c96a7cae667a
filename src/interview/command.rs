use super::{Command, Refusal};

impl Command {
    /// The command in what was typed at a prompt; nothing when it is an answer.
    pub fn read(typed: &str) -> Option<Command> {
        let typed = typed.trim();
        let is_word = |behind_colon: &&str| behind_colon.is_empty() || behind_colon.starts_with(char::is_alphabetic);
        known(typed).or_else(|| typed.strip_prefix(':').filter(is_word).map(Command::named))
    }

    /// The answer in what was typed, without the backslash that keeps a command from being read: `\:stop` says `:stop`.
    pub fn answer(typed: &str) -> &str {
        let Some(rest) = typed.strip_prefix('\\') else { return typed };
        if Command::read(rest.trim_start_matches('\\')).is_some() { rest } else { typed }
    }

    fn named(behind_colon: &str) -> Command {
        let (name, rest) = behind_colon.split_once(char::is_whitespace).unwrap_or((behind_colon, ""));
        let name = name.to_lowercase();
        match known(&format!(":{name}")) {
            Some(Command::Note(_)) => Command::Note(rest.trim().to_owned()),
            Some(command) if rest.trim().is_empty() => command,
            _ => Command::Wrong(wrong(behind_colon, nearest(&name))),
        }
    }
}

/// The commands as they are typed, in the order in which a list offers them, each with what it does there in words. Without
/// words it does nothing there.
pub static COMMANDS: [(&str, &str, Command); 15] = [
    ("?", "uitleg en voorbeeld", Command::Help),
    ("<", "terug", Command::Back),
    ("-", "overslaan", Command::Skip),
    (":stop", "bewaren en stoppen", Command::Stop),
    (":lijst", "de onderdelen van deze fase", Command::Parts),
    (":weetniet", "weet ik nog niet", Command::Unknown),
    (":nvt", "niet van toepassing", Command::NotApplicable),
    (":notitie", "een notitie bij deze vraag", Command::Note(String::new())),
    (":wis", "het antwoord wissen", Command::Erase),
    (":uitleg", "uitleg en voorbeeld", Command::Help),
    (":terug", "terug", Command::Back),
    (":overslaan", "overslaan", Command::Skip),
    (":opnieuw", "opnieuw beginnen", Command::Restart),
    (":wijzig", "wijzigen", Command::Edit),
    (":editor", "", Command::Editor),
];

/// What people type who know other programs, or another form of the word.
const OTHER_WORDS: [(&str, &[&str]); 7] = [
    ("terug", &["back", "vorige"]),
    ("overslaan", &["skip", "volgende"]),
    ("uitleg", &["help", "hulp", "h"]),
    ("weetniet", &["onbekend"]),
    ("stop", &["einde", "exit", "quit", "q"]),
    ("wis", &["verwijder"]),
    ("notitie", &["opmerking"]),
];

fn known(typed: &str) -> Option<Command> {
    COMMANDS.iter().find(|(known, ..)| *known == typed).map(|(.., command)| command.clone())
}

/// What to say of a word behind a colon that is no command.
fn wrong(behind_colon: &str, nearest: Option<String>) -> Refusal {
    let tip = match nearest {
        Some(nearest) => format!("bedoel je '{nearest}'?"),
        None => "typ '?' voor uitleg; begint je antwoord zelf met ':', typ dan '\\:'".to_owned(),
    };
    Refusal::new(format!("het commando ':{behind_colon}' bestaat niet"), tip)
}

/// The command that was probably meant, as it is typed: `:terug`.
fn nearest(name: &str) -> Option<String> {
    let own = COMMANDS.iter().filter_map(|(typed, ..)| typed.strip_prefix(':')).map(|word| (word, word));
    let other = OTHER_WORDS.iter().flat_map(|(meant, words)| words.iter().map(|word| (*word, *meant)));
    own.chain(other)
        .map(|(word, meant)| (strsim::osa_distance(word, name), meant, word.len()))
        .filter(|(distance, _, length)| distance * 3 <= *length)
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, meant, _)| format!(":{meant}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(typed: &str, expected: Option<Command>) {
        assert_eq!(Command::read(typed), expected, "{typed:?}");
    }

    fn wrong(typed: &str, nearest: Option<&str>) -> Option<Command> {
        Some(Command::Wrong(super::wrong(&typed[1..], nearest.map(str::to_owned))))
    }

    #[test]
    fn signs_and_words_are_commands() {
        check("<", Some(Command::Back));
        check(" - ", Some(Command::Skip));
        check("?", Some(Command::Help));
        check(":Terug", Some(Command::Back));
        check(":OVERSLAAN", Some(Command::Skip));
        check(":uitleg", Some(Command::Help));
        check(":weetniet ", Some(Command::Unknown));
        check(":nvt", Some(Command::NotApplicable));
        check(":stop", Some(Command::Stop));
        check(":lijst", Some(Command::Parts));
        check(":wijzig", Some(Command::Edit));
        check(":wis", Some(Command::Erase));
        check(":opnieuw", Some(Command::Restart));
        check(":editor", Some(Command::Editor));
    }

    #[test]
    fn what_is_no_command_is_told_with_what_was_meant() {
        let refusal = super::wrong("stpo", Some(":stop".to_owned()));
        assert_eq!(refusal, Refusal::new("het commando ':stpo' bestaat niet", "bedoel je ':stop'?"));
    }

    #[test]
    fn a_note_takes_the_rest_of_the_line() {
        check(":notitie Vraag dit aan Mo. ", Some(Command::Note("Vraag dit aan Mo.".to_owned())));
        check(":Notitie", Some(Command::Note(String::new())));
    }

    #[test]
    fn more_behind_a_sign_is_an_answer() {
        check("- eerst bellen", None);
        check("<50 uur", None);
        check("?!", None);
        check("", None);
        check("stop", None);
        check(":-)", None);
        check(": dit bedoel ik", None);
    }

    #[test]
    fn an_unknown_word_behind_a_colon_is_wrong_with_a_near_miss() {
        check(":terg", wrong(":terg", Some(":terug")));
        check(":help", wrong(":help", Some(":uitleg")));
        check(":Overslan", wrong(":Overslan", Some(":overslaan")));
        check(":stop nu", wrong(":stop nu", Some(":stop")));
        check(":abracadabra", wrong(":abracadabra", None));
        check(":", wrong(":", None));
    }

    #[test]
    fn a_backslash_makes_an_answer_of_a_command() {
        let check = |typed: &str, expected: &str| {
            assert_eq!(Command::read(typed), None, "{typed:?}");
            assert_eq!(Command::answer(typed), expected, "{typed:?}");
        };
        check(r"\:stop", ":stop");
        check(r"\:x", ":x");
        check(r"\-", "-");
        check(r"\\:stop", r"\:stop");
        check(r"\\server\map", r"\\server\map");
        check("gewoon", "gewoon");
    }

    proptest! {
        #[test]
        fn every_text_can_be_given_as_an_answer(text in r"[\\:<?\-a-z ]{0,8}") {
            let typed = if Command::read(text.trim_start_matches('\\')).is_some() { format!("\\{text}") } else { text.clone() };
            prop_assert_eq!(Command::read(&typed), None);
            prop_assert_eq!(Command::answer(&typed), text);
        }
    }
}
