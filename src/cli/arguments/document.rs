use clap::Args;

use crate::domain::{Edition, Identifier, Phase};

use super::value;

/// `regio document`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Maak een document om uit te delen")]
#[command(before_help = "Zonder soort: de lijst van documenten.")]
#[command(after_help = "Voorbeelden:
  regio document uitnodiging --uit uitnodiging.docx
  regio document jaarkalender --uit jaar.ics
  regio document alles --uit stukken --formaat html")]
pub struct Document {
    #[arg(value_name = "SOORT", value_parser = value::document, help = "Welk document; 'alles' voor de hele set")]
    pub kind: Option<Identifier>,

    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase waar het over gaat; anders de fase waar je nu in zit")]
    pub phase: Option<Phase>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen voor deze organisatie; mag vaker")]
    pub organisations: Vec<Identifier>,

    #[arg(long = "samen", conflicts_with = "organisations")]
    #[arg(help = "Eén blad met de vragen die de kopgroep samen beantwoordt")]
    pub together: bool,

    #[arg(long = "editie", value_name = "EDITIE", value_parser = value::edition(), ignore_case = true)]
    #[arg(help = "Voor wie het is; anders voor wie het document bedoeld is")]
    pub edition: Option<Edition>,

    #[arg(long = "sinds", value_name = "DATUM")]
    #[arg(help = "Vanaf welke dag je terugkijkt, in 'voortgang'")]
    pub since: Option<String>,

    #[arg(long = "met-antwoorden", help = "Zet er klein bij wat er eerder is geantwoord")]
    pub with_answers: bool,
}
