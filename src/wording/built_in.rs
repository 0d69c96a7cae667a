use crate::source::SourceFile;

/// The documents that come with the program, in the order in which they are listed.
pub fn built_in() -> Vec<SourceFile> {
    vec![
        SourceFile::new("uitnodiging.toml", include_str!("../../documents/uitnodiging.toml")),
        SourceFile::new("agenda.toml", include_str!("../../documents/agenda.toml")),
        SourceFile::new("presentielijst.toml", include_str!("../../documents/presentielijst.toml")),
        SourceFile::new("verslag.toml", include_str!("../../documents/verslag.toml")),
        SourceFile::new("vergelijking.toml", include_str!("../../documents/vergelijking.toml")),
        SourceFile::new("rolverdeling.toml", include_str!("../../documents/rolverdeling.toml")),
        SourceFile::new("financiering.toml", include_str!("../../documents/financiering.toml")),
        SourceFile::new("draagvlak.toml", include_str!("../../documents/draagvlak.toml")),
        SourceFile::new("stakeholderkaart.toml", include_str!("../../documents/stakeholderkaart.toml")),
        SourceFile::new("afhankelijkheden.toml", include_str!("../../documents/afhankelijkheden.toml")),
        SourceFile::new("bestuursblad.toml", include_str!("../../documents/bestuursblad.toml")),
        SourceFile::new("intentieverklaring.toml", include_str!("../../documents/intentieverklaring.toml")),
        SourceFile::new("gesprekskaart.toml", include_str!("../../documents/gesprekskaart.toml")),
        SourceFile::new("welkomstbrief.toml", include_str!("../../documents/welkomstbrief.toml")),
        SourceFile::new("bellijst.toml", include_str!("../../documents/bellijst.toml")),
        SourceFile::new("flyer.toml", include_str!("../../documents/flyer.toml")),
        SourceFile::new("pitch.toml", include_str!("../../documents/pitch.toml")),
        SourceFile::new("presentatie.toml", include_str!("../../documents/presentatie.toml")),
        SourceFile::new("scenario.toml", include_str!("../../documents/scenario.toml")),
        SourceFile::new("roadmap.toml", include_str!("../../documents/roadmap.toml")),
        SourceFile::new("jaarkalender.toml", include_str!("../../documents/jaarkalender.toml")),
        SourceFile::new("voortgang.toml", include_str!("../../documents/voortgang.toml")),
        SourceFile::new("resultaten.toml", include_str!("../../documents/resultaten.toml")),
        SourceFile::new("besluiten.toml", include_str!("../../documents/besluiten.toml")),
        SourceFile::new("overdracht.toml", include_str!("../../documents/overdracht.toml")),
        SourceFile::new("overzicht.toml", include_str!("../../documents/overzicht.toml")),
    ]
}
