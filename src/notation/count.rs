/// `1 organisatie`, `3 organisaties`.
pub fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// `3 van 5`, `allebei`, `alle 5`; nothing where there is nothing to count.
pub fn share(count: usize, of: usize) -> String {
    match (count, of) {
        (_, 0) => String::new(),
        (2, 2) => "allebei".to_owned(),
        (count, of) if count == of && of > 1 => format!("alle {of}"),
        (count, of) => format!("{count} van {of}"),
    }
}

/// `a`, `a en b`, `a, b en c`.
pub fn enumeration(items: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    match items.into_iter().collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} en {}", first.join(", "), last.as_ref())
        }
    }
}

/// The parts with a sign between them; nothing where there are none.
pub fn joined(parts: impl IntoIterator<Item = impl Into<String>>, sign: &str) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().map(Into::into).collect();
    (!parts.is_empty()).then(|| parts.join(sign))
}

/// A small number in words: `drie`, `één`.
pub(super) fn read_count(word: &str) -> Option<u32> {
    const COUNTS: [&str; 12] =
        ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    let plain = word.replace('é', "e");
    let index = COUNTS.iter().position(|known| *known == plain)?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_end_with_en() {
        assert_eq!(enumeration(&[] as &[&str]), "");
        assert_eq!(enumeration(["a"]), "a");
        assert_eq!(enumeration(["a", "b"]), "a en b");
        assert_eq!(enumeration(["a", "b", "c"]), "a, b en c");
        assert_eq!(counted(1, "stap", "stappen"), "1 stap");
        assert_eq!(counted(0, "stap", "stappen"), "0 stappen");
    }
}
