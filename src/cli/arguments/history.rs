use clap::Args;

use super::reference::Reference;

/// `regio geschiedenis`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon wat er veranderde, door wie en waarom")]
#[command(after_help = "Voorbeelden:
  regio geschiedenis
  regio geschiedenis --sinds 1-9-2026
  regio geschiedenis --vraag verkennen.aanleiding")]
pub struct History {
    #[arg(long = "sinds", value_name = "DATUM", help = "Alleen wat vanaf deze dag veranderde")]
    pub since: Option<String>,

    #[arg(long = "vraag", value_name = "ID", value_parser = Reference::parse, help = "Alleen deze vraag")]
    pub question: Option<Reference>,
}
