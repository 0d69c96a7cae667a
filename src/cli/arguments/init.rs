use std::path::PathBuf;

use clap::Args;

use super::preset::Presets;

/// `regio init`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Begin een nieuw project")]
#[command(before_help = "Hooguit tien vragen, en alles mag open blijven. Daarna krijg je de checklist tot de \
    startbijeenkomst. Een bestaand project blijft zoals het is.")]
#[command(after_help = "Voorbeelden:
  regio init
  regio init Havengebied
  regio init proef --voorbeeld")]
pub struct Init {
    #[arg(value_name = "MAP", help = "Map voor het project; anders de map waarin je staat")]
    pub directory: Option<PathBuf>,

    #[arg(long = "voorbeeld", help = "Maak een ingevuld voorbeeld om rond te kijken")]
    pub example: bool,

    #[command(flatten)]
    pub(super) presets: Presets,
}
