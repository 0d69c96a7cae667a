use clap::Args;

use crate::domain::{Identifier, Phase};

use super::preset::Presets;
use super::reference::Reference;
use super::value;

/// `regio fase`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Loop door de vragen van een fase")]
#[command(before_help = "De eerste keer en later opnieuw: elk antwoord van vorige keer staat er nog, Enter laat \
    het zo. Stoppen kan altijd; alles is dan bewaard.")]
#[command(after_help = "Voorbeelden:
  regio fase verkennen
  regio fase verkennen --open
  regio fase --vraag verkennen.aanleiding")]
pub struct Walk {
    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase; anders de fase waarin je bezig bent")]
    pub phase: Option<Phase>,

    #[arg(long = "onderdeel", value_name = "ID", value_parser = value::section)]
    #[arg(help = "Begin bij dit onderdeel")]
    pub section: Option<Identifier>,

    #[arg(long = "vraag", value_name = "ID", value_parser = Reference::parse, conflicts_with = "section")]
    #[arg(help = "Stel alleen deze vraag")]
    pub question: Option<Reference>,

    #[arg(long = "open", help = "Stel alleen wat nog open staat")]
    pub only_open: bool,

    #[command(flatten)]
    pub(super) presets: Presets,
}
