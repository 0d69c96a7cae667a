mod choose;
mod compare;
mod make;
mod read;

use clap::Subcommand;
pub use make::FOLDER;

use super::super::failure::Ended;
use super::super::workplace::Workplace;

/// `regio rondvraag`: the round of the kopgroep's own answers.
#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Vraag elke organisatie om haar eigen antwoorden")]
pub enum Arguments {
    #[command(name = "maak", about = "Maak voor elke organisatie een pagina met vragen")]
    Make(make::Arguments),

    #[command(name = "lees", about = "Lees antwoordbestanden in")]
    Read(read::Arguments),

    #[command(name = "vergelijk", about = "Leg de antwoorden van de organisaties naast elkaar")]
    Compare(compare::Arguments),
}

pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match arguments {
        Arguments::Make(make) => make::run(workplace, make),
        Arguments::Read(read) => read::run(workplace, read),
        Arguments::Compare(compare) => compare::run(workplace, compare),
    }
}
