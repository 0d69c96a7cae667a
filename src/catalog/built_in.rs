use crate::source::SourceFile;

/// The questionnaires that come with the program, in the order of the phases.
pub fn built_in() -> Vec<SourceFile> {
    vec![
        SourceFile::new("verkennen.toml", include_str!("../../questionnaires/verkennen.toml")),
        SourceFile::new("ontwikkelen.toml", include_str!("../../questionnaires/ontwikkelen.toml")),
        SourceFile::new("uitbouwen.toml", include_str!("../../questionnaires/uitbouwen.toml")),
    ]
}

/// What changed since the guide, as far as somebody looked.
pub fn built_in_supplement() -> SourceFile {
    SourceFile::new("nederland.toml", include_str!("../../supplements/nederland.toml"))
}

/// The same, with another version of the first.
#[cfg(test)]
pub fn built_in_after(verkennen: &str) -> Vec<SourceFile> {
    let mut all = built_in();
    all[0] = SourceFile::new("verkennen.toml", verkennen);
    all
}
