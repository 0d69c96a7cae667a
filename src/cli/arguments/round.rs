use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::domain::{Identifier, Phase};

use super::command::Command;
use super::value;

/// `regio uitvraag`
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Vraag elke organisatie om haar eigen antwoorden")]
#[command(before_help = "Je mailt elke organisatie een pagina, leest haar antwoorden in en legt alles naast elkaar.")]
#[command(after_help = "Voorbeelden:
  regio uitvraag maak verkennen
  regio uitvraag lees post
  regio uitvraag vergelijk")]
pub struct RoundGroup {
    #[command(subcommand)]
    chosen: Round,
}

impl From<RoundGroup> for Command {
    fn from(group: RoundGroup) -> Command {
        Command::Round(group.chosen)
    }
}

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
pub enum Round {
    #[command(name = "maak", about = "Maak voor elke organisatie een pagina met vragen")]
    #[command(before_help = "De pagina werkt zonder internet: dubbelklikken, invullen, en het antwoordbestand \
        terugmailen. Liever op papier? Met --formaat markdown maak je bladen om in te vullen.")]
    #[command(after_help = "Voorbeelden:
  regio uitvraag maak
  regio uitvraag maak verkennen --voor \"Gemeente Voorbeeld\" --map post")]
    Make(RoundMake),

    #[command(name = "lees", about = "Lees antwoordbestanden in")]
    #[command(before_help = "Wat er al staat, wordt nooit overschreven zonder dat je het kiest.")]
    #[command(after_help = "Voorbeelden:
  regio uitvraag lees antwoorden-gemeente-voorbeeld.toml
  regio uitvraag lees post --bij-verschil beide")]
    Read(RoundRead),

    #[command(name = "vergelijk", about = "Leg de antwoorden van de organisaties naast elkaar")]
    #[command(before_help = "Per onderwerp: waar jullie het over eens zijn, waar niet, en wie nog niets zei.")]
    #[command(after_help = "Voorbeelden:
  regio uitvraag vergelijk
  regio uitvraag vergelijk doel --uit vergelijking.md")]
    Compare(RoundCompare),
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundMake {
    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase waar de vragen uit komen; anders de fase waar je nu in zit")]
    pub phase: Option<Phase>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen voor deze organisatie; mag vaker")]
    pub organisations: Vec<Identifier>,

    #[arg(long = "map", value_name = "MAP", help = "Waar de pagina's komen; anders in de map 'uitvraag'")]
    pub folder: Option<PathBuf>,

    #[arg(long = "met-antwoorden", help = "Zet er alvast in wat deze organisatie eerder antwoordde")]
    pub with_answers: bool,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundRead {
    #[arg(value_name = "BESTAND", required = true, help = "Antwoordbestanden, of mappen waar ze in staan")]
    pub paths: Vec<PathBuf>,

    #[arg(long = "bij-verschil", value_name = "KEUZE", ignore_case = true)]
    #[arg(help = "Wat er geldt als er al iets anders stond; anders wordt het gevraagd")]
    pub on_difference: Option<OnDifference>,

    #[arg(long = "ander-project", help = "Neem ook bestanden aan die bij een ander project zijn gemaakt")]
    pub other_project: bool,
}

/// What holds where a file says something else than the project.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDifference {
    #[value(name = "houd")]
    Keep,
    #[value(name = "neem")]
    Take,
    #[value(name = "beide")]
    Both,
    #[value(name = "vraag")]
    Ask,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundCompare {
    #[arg(value_name = "ONDERWERP", value_parser = value::text, help = "Alleen dit onderwerp, of alleen deze vraag")]
    pub subject: Option<String>,
}
