use clap::Args;

/// `regio help`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(alias = "hulp", about = "Toon uitleg over een opdracht")]
#[command(after_help = "Voorbeelden:
  regio help
  regio help stap klaar")]
pub struct HelpRequest {
    #[arg(value_name = "OPDRACHT", help = "De opdracht, in een of twee woorden")]
    pub names: Vec<String>,
}
