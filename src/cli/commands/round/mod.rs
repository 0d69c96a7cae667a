mod choose;
mod compare;
mod make;
mod read;

use clap::Subcommand;

use super::super::exit::Exit;
use super::super::failure::Failure;
use crate::cli::arguments::Settings;

/// `regio uitvraag`: the round of the kopgroep's own answers.
#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Vraag elke organisatie om haar eigen antwoorden")]
#[command(before_help = "Je mailt elke organisatie een pagina, leest haar antwoorden in en legt alles naast elkaar.")]
#[command(after_help = "Voorbeelden:
  regio uitvraag maak verkennen
  regio uitvraag lees post
  regio uitvraag vergelijk")]
pub enum Arguments {
    #[command(name = "maak", about = "Maak voor elke organisatie een pagina met vragen")]
    #[command(before_help = "De pagina werkt zonder internet: dubbelklikken, invullen, en het antwoordbestand \
        terugmailen. Liever op papier? Met --formaat markdown maak je bladen om in te vullen.")]
    #[command(after_help = "Voorbeelden:
  regio uitvraag maak
  regio uitvraag maak verkennen --voor \"Gemeente Voorbeeld\" --map post")]
    Make(make::Arguments),

    #[command(name = "lees", about = "Lees antwoordbestanden in")]
    #[command(before_help = "Wat er al staat, wordt nooit overschreven zonder dat je het kiest.")]
    #[command(after_help = "Voorbeelden:
  regio uitvraag lees antwoorden-gemeente-voorbeeld.toml
  regio uitvraag lees post --bij-verschil beide")]
    Read(read::Arguments),

    #[command(name = "vergelijk", about = "Leg de antwoorden van de organisaties naast elkaar")]
    #[command(before_help = "Per onderwerp: waar jullie het over eens zijn, waar niet, en wie nog niets zei.")]
    #[command(after_help = "Voorbeelden:
  regio uitvraag vergelijk
  regio uitvraag vergelijk doel --uit vergelijking.md")]
    Compare(compare::Arguments),
}

pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    match arguments {
        Arguments::Make(make) => make::run(settings, make),
        Arguments::Read(read) => read::run(settings, read),
        Arguments::Compare(compare) => compare::run(settings, compare),
    }
}
