/// A part of a text: plain words, or an address to go to or to write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'t> {
    Words(&'t str),
    Site(&'t str),
    Mail(&'t str),
}

/// The text in parts, in which mail addresses and addresses of sites stand by themselves. Nothing else is ever an address: what a
/// program could run is not.
pub fn addresses(text: &str) -> Vec<Stretch<'_>> {
    let mut stretches = Vec::new();
    // Where the word stands, and where the words begin that were seen and not yet told.
    let (mut at, mut words) = (0, 0);
    for word in text.split_inclusive(is_edge) {
        let bare = word.trim_end_matches(is_edge).trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        if let Some(address) = address(bare) {
            if words < at {
                stretches.push(Stretch::Words(&text[words..at]));
            }
            stretches.push(address);
            words = at + bare.len();
        }
        at += word.len();
    }
    if words < text.len() {
        stretches.push(Stretch::Words(&text[words..]));
    }
    stretches
}

/// What stands around an address.
fn is_edge(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || "()<>[]{}\"“”„|\\".contains(letter)
}

fn address(word: &str) -> Option<Stretch<'_>> {
    let site = ["https://", "http://"].iter().find_map(|scheme| word.strip_prefix(scheme));
    if let Some(site) = site {
        return (site.starts_with(char::is_alphanumeric) && site.is_ascii()).then_some(Stretch::Site(word));
    }
    let (name, host) = word.split_once('@')?;
    let is_name = |part: &str| {
        !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "._+-".contains(letter))
    };
    let is_host =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    (is_name(name) && host.contains('.') && host.split('.').all(is_host)).then_some(Stretch::Mail(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sites stand between `[`, mail addresses between `<`.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = addresses(text).into_iter().map(|stretch| match stretch {
            Stretch::Words(words) => words.to_owned(),
            Stretch::Site(site) => format!("[{site}]"),
            Stretch::Mail(mail) => format!("<{mail}>"),
        });
        assert_eq!(shown.collect::<String>(), expected);
    }

    #[test]
    fn only_addresses_are_addresses() {
        check("Mail anna@zuidwald.example, of bel.", "Mail <anna@zuidwald.example>, of bel.");
        check("Zie (https://regio.example/a?b=c).", "Zie ([https://regio.example/a?b=c]).");
        check(
            "javascript:alert(1) a@b @ x@y. https:// ftp://x.nl",
            "javascript:alert(1) a@b @ x@y. https:// ftp://x.nl",
        );
        check("", "");
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "[a-z@.:/ \n€()<>\"]{0,40}|.{0,30}") {
            let parts: String = addresses(&text).into_iter().map(|stretch| match stretch {
                Stretch::Words(part) | Stretch::Site(part) | Stretch::Mail(part) => part,
            }).collect();
            prop_assert_eq!(parts, text);
        }
    }
}
