use crate::source::SourceFile;

/// The documents that come with the program, in the order in which they are listed.
pub fn built_in() -> Vec<SourceFile> {
    vec![
        SourceFile::new("uitnodiging.toml", include_str!("../../documents/uitnodiging.toml")),
        SourceFile::new("overzicht.toml", include_str!("../../documents/overzicht.toml")),
        SourceFile::new("jaarkalender.toml", include_str!("../../documents/jaarkalender.toml")),
        SourceFile::new("besluiten.toml", include_str!("../../documents/besluiten.toml")),
        SourceFile::new("resultaten.toml", include_str!("../../documents/resultaten.toml")),
    ]
}
