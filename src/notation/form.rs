/// A form of ours with something in the place of each name that stands between braces. What goes in is not looked at again.
pub fn filled(form: &str, values: &[(&str, impl AsRef<str>)]) -> String {
    let mut pieces = form.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |made, piece| {
        let (name, after) = piece.split_once('}').expect("every brace of a form is closed");
        let (_, value) = values.iter().find(|(known, _)| *known == name).expect("every name of a form has a value");
        made + value.as_ref() + after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_is_not_looked_at_again() {
        assert_eq!(filled("<p>{one} {other}</p>", &[("one", "{other}"), ("other", "2")]), "<p>{other} 2</p>");
    }
}
