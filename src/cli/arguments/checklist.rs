use clap::Args;

use crate::domain::{Identifier, Phase};

use super::value;

/// `regio checklist`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon de volgende stappen")]
#[command(before_help = "Bij elke stap staat waarom, wie en voor wanneer.")]
#[command(after_help = "Voorbeelden:
  regio checklist
  regio checklist verkennen --alles
  regio checklist --voor \"Gemeente Voorbeeld\" --uit stappen.xlsx")]
pub struct Checklist {
    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "Alleen de stappen van deze fase")]
    pub phase: Option<Phase>,

    #[arg(long = "alles", help = "Ook wat klaar, vervallen of nog niet aan de beurt is")]
    pub all: bool,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen de stappen van deze organisatie")]
    pub organisation: Option<Identifier>,
}
