/// A text that can be nothing but text in mark-up, between tags and between double quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_tag_or_ends_an_attribute() {
        assert_eq!(escaped("</script> \"&"), "&lt;/script&gt; &quot;&amp;");
    }
}
