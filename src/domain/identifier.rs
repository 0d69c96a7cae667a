use std::fmt;

/// A name of a thing in a file: lower-case letters, digits and hyphens, beginning with a letter, at most 64 long.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Identifier(String);

impl Identifier {
    pub const LONGEST: usize = 64;

    /// Nothing when the text is not of this form.
    pub fn parse(text: &str) -> Option<Identifier> {
        let begins_well = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let well_formed =
            begins_well && text.len() <= Identifier::LONGEST && text.bytes().all(allowed) && !text.ends_with('-');
        well_formed.then(|| Identifier(text.to_owned()))
    }

    /// The nearest identifier to a name that a person typed: `Gemeente Súdwâld` becomes `gemeente-sudwald`.
    /// Nothing when no letter or digit is left.
    pub fn from_name(name: &str) -> Option<Identifier> {
        use unicode_normalization::UnicodeNormalization;
        let mut made = String::new();
        for letter in name.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)) {
            if letter.is_ascii_alphanumeric() {
                made.push(letter.to_ascii_lowercase());
            } else if !made.is_empty() && !made.ends_with('-') && letter != '\'' && letter != '’' {
                made.push('-');
            }
        }
        if made.starts_with(|first: char| first.is_ascii_digit()) {
            made.insert_str(0, "o-");
        }
        made.truncate(Identifier::LONGEST - 4);
        Identifier::parse(made.trim_end_matches('-'))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The full name of a question, action or signal: that of its questionnaire and its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct FullId {
    pub questionnaire: Identifier,
    pub local: Identifier,
}

impl FullId {
    pub fn new(questionnaire: &Identifier, local: &Identifier) -> FullId {
        FullId { questionnaire: questionnaire.clone(), local: local.clone() }
    }

    /// Reads `verkennen.aanleiding`.
    pub fn parse(text: &str) -> Option<FullId> {
        let (questionnaire, local) = text.split_once('.')?;
        Some(FullId { questionnaire: Identifier::parse(questionnaire)?, local: Identifier::parse(local)? })
    }
}

impl fmt::Display for FullId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.questionnaire, self.local)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_name(name: &str, expected: Option<&str>) {
        assert_eq!(Identifier::from_name(name).as_ref().map(Identifier::as_str), expected, "{name}");
    }

    #[test]
    fn names_become_identifiers() {
        check_name("Gemeente Súdwâld", Some("gemeente-sudwald"));
        check_name("  Bakkerij 't Hoekje & Zn. ", Some("bakkerij-t-hoekje-zn"));
        check_name("112 Alarm", Some("o-112-alarm"));
        check_name("日本", None);
        check_name("---", None);
    }

    #[test]
    fn only_the_plain_form_is_read() {
        for wrong in ["", "Aanleiding", "eigen_doel", "-x", "x-", "9x", "a b", "é"] {
            assert_eq!(Identifier::parse(wrong), None, "{wrong}");
        }
        assert!(FullId::parse("verkennen.eigen-doel").is_some());
        assert!(FullId::parse("eigen-doel").is_none());
    }
}
