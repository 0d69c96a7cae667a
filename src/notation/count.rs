/// `1 organisatie`, `3 organisaties`.
pub fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// `a`, `a en b`, `a, b en c`.
pub fn enumeration(items: &[impl AsRef<str>]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} en {}", first.join(", "), last.as_ref())
        }
    }
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
        assert_eq!(enumeration(&["a"]), "a");
        assert_eq!(enumeration(&["a", "b"]), "a en b");
        assert_eq!(enumeration(&["a", "b", "c"]), "a, b en c");
        assert_eq!(counted(1, "stap", "stappen"), "1 stap");
        assert_eq!(counted(0, "stap", "stappen"), "0 stappen");
    }
}
