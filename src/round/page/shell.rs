/// The template with what stands between braces replaced, once: what goes in is not looked at again.
pub fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut made = String::with_capacity(template.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').expect("every brace of the template is closed");
        let value = values.iter().find(|(known, _)| *known == name).expect("every name of the template has a value");
        made.push_str(before);
        made.push_str(value.1);
        rest = after;
    }
    made.push_str(rest);
    made
}

/// Text that can be nothing but text, between tags and in attributes.
pub fn escaped(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            '\'' => made.push_str("&#39;"),
            plain => made.push(plain),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_is_not_looked_at_again() {
        assert_eq!(filled("<p>{one} {other}</p>", &[("one", "{other}"), ("other", "2")]), "<p>{other} 2</p>");
    }

    #[test]
    fn nothing_becomes_a_tag_or_ends_an_attribute() {
        assert_eq!(escaped("</script> \"'&"), "&lt;/script&gt; &quot;&#39;&amp;");
    }
}
