/// What a question asks for, by the word of its kind.
pub fn kind(word: &str) -> &'static str {
    match word {
        "text" => "een regel tekst",
        "long_text" => "een stuk tekst",
        "yes_no" => "ja of nee",
        "choice" => "één keuze",
        "choices" => "een of meer keuzes",
        "scale" => "een trede",
        "number" => "een heel getal",
        "hours" => "een aantal uren",
        "amount" => "een bedrag in euro",
        "date" => "een datum",
        "list" => "een rij korte teksten",
        "organisation" => "één organisatie",
        "organisations" => "een of meer organisaties",
        _ => "een rij dingen met velden",
    }
}
