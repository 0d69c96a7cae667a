use clap::Args;

use super::value;

/// `regio noteer`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Typ antwoorden van papier over, met de code die erbij staat")]
#[command(
    before_help = "Zonder code vraagt regio om de ene code na de andere, tot je stopt. Bij keuzes typ je de nummers; \
    verder kan 'weet niet' of 'nvt'. Een bestand met regels 'code antwoord' kan ook."
)]
#[command(after_help = "Voorbeelden:
  regio noteer
  regio noteer T66-3Y 2 --voor \"Gemeente Voorbeeld\"
  regio noteer < stapel.txt")]
pub struct Note {
    #[arg(value_name = "CODE", display_order = 1, value_parser = value::text, help = "De code bij de vraag op het werkblad")]
    pub code: Option<String>,

    #[arg(value_name = "ANTWOORD", display_order = 2, value_parser = value::text, help = "Het antwoord, zoals het op papier staat")]
    pub answer: Vec<String>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::text)]
    #[arg(help = "De organisatie die het werkblad invulde: haar naam, of de code van haar blad")]
    pub organisation: Option<String>,
}
