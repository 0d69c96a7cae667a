use std::path::PathBuf;

use clap::Args;

/// `regio controleer`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Kijk een bestand na en noem alle fouten")]
#[command(before_help = "Handig als je een bestand met de hand hebt veranderd.")]
#[command(after_help = "Voorbeelden:
  regio controleer
  regio controleer verkennen.toml")]
pub struct Check {
    #[arg(value_name = "BESTAND", help = "Een project, antwoordbestand of vragenlijst; anders dit project")]
    pub file: Option<PathBuf>,
}
