use crate::domain::Kind;

/// What a question of this kind asks for.
pub fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "een regel tekst",
        Kind::LongText => "een stuk tekst",
        Kind::YesNo => "ja of nee",
        Kind::Choice { .. } => "één keuze",
        Kind::Choices { .. } => "een of meer keuzes",
        Kind::Scale { .. } => "een trede",
        Kind::Number { .. } => "een heel getal",
        Kind::Hours { .. } => "een aantal uren",
        Kind::Amount { .. } => "een bedrag in euro",
        Kind::Date => "een datum",
        Kind::List { .. } => "een rij korte teksten",
        Kind::Organisation { .. } => "één organisatie",
        Kind::Organisations { .. } => "een of meer organisaties",
        Kind::Group { .. } => "een rij dingen met velden",
    }
}
