use crate::source::SourceFile;

/// The files with these names in the folder of documents.
macro_rules! documents {
    ($($name:literal),+ $(,)?) => {
        vec![$(SourceFile::new(concat!($name, ".toml"), include_str!(concat!("../../documents/", $name, ".toml")))),+]
    };
}

/// The documents that come with the program, in the order in which they are listed.
pub fn built_in() -> Vec<SourceFile> {
    documents! {
        "uitnodiging", "agenda", "presentielijst", "verslag", "vergelijking", "rolverdeling", "financiering",
        "draagvlak", "stakeholderkaart", "afhankelijkheden", "bestuursblad", "intentieverklaring", "gesprekskaart",
        "welkomstbrief", "bellijst", "flyer", "pitch", "presentatie", "scenario", "roadmap", "jaarkalender",
        "voortgang", "resultaten", "besluiten", "overdracht", "overzicht",
    }
}
