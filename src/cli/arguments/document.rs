use clap::Args;
use clap::ValueEnum;

use crate::domain::Identifier;
use crate::domain::Phase;

use super::value;

/// `regio document`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Maak een document om uit te delen")]
#[command(before_help = "Zonder soort: de lijst van documenten.")]
#[command(after_help = "Voorbeelden:
  regio document
  regio document werkbladen verkennen --uit werkbladen.md")]
pub struct Document {
    #[arg(value_name = "SOORT", ignore_case = true, help = "Welk document")]
    pub kind: Option<DocumentKind>,

    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase waar het over gaat; anders de fase waar je nu in zit")]
    pub phase: Option<Phase>,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen voor deze organisatie; mag vaker")]
    pub organisations: Vec<Identifier>,

    #[arg(long = "samen", conflicts_with = "organisations")]
    #[arg(help = "Eén blad met de vragen die de kopgroep samen beantwoordt")]
    pub together: bool,

    #[arg(long = "met-antwoorden", help = "Zet er klein bij wat er eerder is geantwoord")]
    pub with_answers: bool,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    #[value(name = "werkbladen")]
    Worksheets,
}
