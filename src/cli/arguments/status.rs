use clap::Args;

/// `regio status`
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon hoe ver je bent en wat opvalt")]
#[command(before_help = "Handig voor een overleg: per fase en onderdeel wat klaar is, wat open staat en de \
    eerste stappen.")]
#[command(after_help = "Voorbeelden:
  regio status
  regio status --uit status.md")]
pub struct Status {}
