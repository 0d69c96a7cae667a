use clap::{Args, Subcommand};

use crate::domain::{Identifier, OrganisationKind, Place};

use super::command::Command;
use super::value;

/// `regio organisatie`
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Houd bij wie er meedoen")]
#[command(before_help = "Kopgroep, kandidaten, partners en stakeholders. Zonder opdracht erachter: de lijst.")]
#[command(after_help = "Voorbeelden:
  regio organisatie lijst
  regio organisatie toon
  regio organisatie nieuw \"Gemeente Voorbeeld\" --plaats kopgroep")]
pub struct OrganisationGroup {
    #[command(subcommand)]
    chosen: Option<Organisation>,
}

impl From<OrganisationGroup> for Command {
    fn from(group: OrganisationGroup) -> Command {
        Command::Organisation(group.chosen.unwrap_or(Organisation::List(OrganisationList::default())))
    }
}

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
pub enum Organisation {
    #[command(name = "lijst", about = "Toon de organisaties")]
    #[command(after_help = "Voorbeelden:
  regio organisatie lijst
  regio organisatie lijst --plaats kopgroep")]
    List(OrganisationList),

    #[command(name = "toon", about = "Toon de kopgroep als geheel, of één organisatie")]
    #[command(before_help = "Wie er meedoen en wie je mist, wie al iets zei, rollen, uren, steun en afhankelijkheden.
Met een id erbij: alles over die ene organisatie.")]
    #[command(after_help = "Voorbeelden:
  regio organisatie toon
  regio organisatie toon havenbedrijf")]
    Show(OrganisationShow),

    #[command(name = "nieuw", about = "Voeg een organisatie toe")]
    #[command(before_help = "Handig als je al weet wie er meedoen of wie je wilt vragen.")]
    #[command(after_help = "Voorbeelden:
  regio organisatie nieuw \"Gemeente Voorbeeld\" --plaats kopgroep
  regio organisatie nieuw Havenbedrijf --soort groot-bedrijf --contact Fatima")]
    New(OrganisationNew),

    #[command(name = "wijzig", about = "Verander wat er over een organisatie staat")]
    #[command(before_help = "Handig bij een nieuwe naam, een andere plaats of een ander contact. De id blijft gelijk.")]
    #[command(after_help = "Voorbeelden:
  regio organisatie wijzig havenbedrijf --plaats kopgroep
  regio organisatie wijzig havenbedrijf --contact Fatima --mail f@haven.nl")]
    Change(OrganisationChange),

    #[command(name = "weg", about = "Haal een organisatie weg")]
    #[command(before_help = "Handig als er een dubbel in staat. Haar antwoorden blijven bewaard als vervallen.")]
    #[command(after_help = "Voorbeeld:
  regio organisatie weg havenbedrijf")]
    Remove(OrganisationRemove),
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationList {
    #[arg(long = "plaats", value_name = "PLAATS", value_parser = value::place(), ignore_case = true)]
    #[arg(help = "Alleen wie op deze plaats staat")]
    pub place: Option<Place>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationShow {
    #[arg(value_name = "ID", value_parser = value::organisation, help = "De id of de naam; zonder: de hele kopgroep")]
    pub organisation: Option<Identifier>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationNew {
    #[arg(value_name = "NAAM", value_parser = value::text, help = "De naam, zoals die in stukken komt")]
    pub name: String,

    #[command(flatten)]
    pub details: OrganisationDetails,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationChange {
    #[arg(value_name = "ID", value_parser = value::organisation, help = "De id of de naam")]
    pub organisation: Identifier,

    #[arg(long = "naam", value_name = "NAAM", value_parser = value::text, help = "De nieuwe naam")]
    pub name: Option<String>,

    #[command(flatten)]
    pub details: OrganisationDetails,

    #[arg(long = "contact-weg", value_name = "NAAM", value_parser = value::text, help = "Haal dit contact weg")]
    pub remove_contact: Option<String>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRemove {
    #[arg(value_name = "ID", value_parser = value::organisation, help = "De id of de naam")]
    pub organisation: Identifier,

    #[arg(long = "ja", help = "Vraag niet of je het zeker weet")]
    pub sure: bool,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationDetails {
    #[arg(long = "soort", value_name = "SOORT", value_parser = value::organisation_kind(), ignore_case = true)]
    #[arg(help = "Wat voor organisatie het is")]
    pub kind: Option<OrganisationKind>,

    #[arg(long = "plaats", value_name = "PLAATS", value_parser = value::place(), ignore_case = true)]
    #[arg(help = "De plaats in de samenwerking")]
    pub place: Option<Place>,

    #[arg(long = "contact", value_name = "NAAM", value_parser = value::text, help = "Met wie je contact hebt")]
    pub contact: Option<String>,

    #[arg(long = "functie", value_name = "TEKST", value_parser = value::text, requires = "contact")]
    #[arg(help = "De functie van dat contact")]
    pub role: Option<String>,

    #[arg(long = "mail", value_name = "ADRES", value_parser = value::text, requires = "contact")]
    #[arg(help = "Het mailadres van dat contact")]
    pub mail: Option<String>,

    #[arg(long = "telefoon", value_name = "NUMMER", value_parser = value::text, requires = "contact")]
    #[arg(help = "Het telefoonnummer van dat contact")]
    pub phone: Option<String>,
}
