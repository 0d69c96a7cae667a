/// Makes an enum whose variants each have one word in the files and one in Dutch for a reader.
///
/// The word is what stands in TOML and JSON; `title` is what a user sees.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$variant_about:meta])* $variant:ident = $word:literal, $title:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_about])* #[serde(rename = $word)] $variant),+ }

        #[allow(dead_code, reason = "not every vocabulary is read, or told of as a whole")]
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands in the files.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// What a user reads.
            pub const fn title(self) -> &'static str {
                match self { $($name::$variant => $title),+ }
            }

            pub fn parse(word: &str) -> Option<$name> {
                $name::ALL.iter().zip($name::WORDS).find(|(_, known)| **known == word).map(|(found, _)| *found)
            }
        }
    };
}

pub(crate) use vocabulary;
