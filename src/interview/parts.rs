//! Several things in one line, with a sign between them. A backslash before the sign makes it part of a text.

/// The parts between the signs, also the empty ones.
pub(super) fn split(text: &str, between: char) -> Vec<String> {
    let (mut found, mut part, mut backslashes) = (Vec::new(), String::new(), 0);
    for letter in text.chars() {
        if letter == '\\' {
            backslashes += 1;
            continue;
        }
        // Before the sign, two backslashes are one; an odd one is for the sign itself.
        let kept = if letter == between { backslashes / 2 } else { backslashes };
        part.push_str(&"\\".repeat(kept));
        if letter == between && backslashes % 2 == 0 {
            found.push(std::mem::take(&mut part));
        } else {
            part.push(letter);
        }
        backslashes = 0;
    }
    found.push(part + &"\\".repeat(backslashes));
    found
}

/// The parts that say something, without the white space around them.
pub(super) fn parts(text: &str, between: char) -> Vec<String> {
    split(text, between).iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The line that is split into these parts again.
pub fn joined_parts(parts: &[String], between: char) -> String {
    let mut line = String::new();
    for (index, part) in parts.iter().enumerate() {
        let mut backslashes = 0;
        for letter in part.chars() {
            if letter == between {
                line.push_str(&"\\".repeat(backslashes + 1));
            }
            backslashes = if letter == '\\' { backslashes + 1 } else { 0 };
            line.push(letter);
        }
        if index + 1 < parts.len() {
            line.push_str(&"\\".repeat(backslashes));
            line.push(between);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(parts(text, ';'), expected, "{text}");
    }

    #[test]
    fn a_sign_stands_between_parts() {
        check("oefenen; leren ;;", &["oefenen", "leren"]);
        check("", &[]);
        check(r"punt\; komma; twee", &["punt; komma", "twee"]);
        check(r"map\\; twee", &["map\\", "twee"]);
        check(r"\\server\map", &["\\\\server\\map"]);
    }

    proptest! {
        #[test]
        fn any_parts_can_stand_in_a_line(parts in proptest::collection::vec(r"[a-z\\;| ]{0,6}", 1..5)) {
            prop_assert_eq!(split(&joined_parts(&parts, ';'), ';'), parts);
        }
    }
}
