//! What both prompters say of their own accord.

use super::text_buffer::{LeftOut, Shape};

pub(super) const COMMANDS_SHORT: &str = "Ook te typen: < terug · - overslaan · ? uitleg · :weetniet · :lijst · :stop";

pub(super) const COMMANDS_IN_WORDS: &str = "Bij elke vraag kun je typen: < voor terug, - voor overslaan, ? voor uitleg, \
     :weetniet, :lijst voor de onderdelen, :stop om te bewaren en te stoppen.";

pub(super) const TEXT_KEYS: &str = "Ook te typen: < terug · :stop";

pub(super) const LIST_KEYS: &str = "Nummer, woord of pijl · ? uitleg · < terug · - overslaan · :weetniet · :stop";

pub(super) const MENU_KEYS: &str = "Nummer, woord of pijl · < terug · :stop";

pub(super) const TEXT_IN_HAND: &str = "Er staat al tekst, dus dit doet nu niets. Sluit de tekst af met een lege regel. Hoort het bij de \
     tekst, zet er dan een \\ voor: \\-";

pub(super) const TYPED_EARLIER: &str =
    "Dit typte je een vorige keer. Het is nog geen antwoord: sluit het af, of haal het weg.";

pub(super) const LEFT_OVER: &str = "Dat kwam te snel om getypt te zijn: de rest van het plakken is weggelaten.";

pub(super) const SPACE: &str = "De spatie kiest niets: ga met de pijltjes naar een regel en druk op Enter.";

pub(super) const CHOSEN_EARLIER: &str = "Dit koos je een vorige keer; het is nog geen antwoord. Enter = klaar.";

pub(super) const PASTED: &str = "Dit zijn meer regels tegelijk, en hier kies je er één. Er is niets gekozen.";

pub(super) const UNREADABLE: &str = "Deze regel is niet te lezen: de tekens staan niet in UTF-8. Typ de regel opnieuw.";

const SIGNS_LEFT_OUT: &str = "Tekens die je niet ziet, zijn weggelaten.";

const EXCESS_LEFT_OUT: &str = "De tekst was te lang: wat niet meer paste, is weggelaten.";

pub(super) fn left_out(left_out: LeftOut) -> impl Iterator<Item = &'static str> {
    let signs = left_out.signs.then_some(SIGNS_LEFT_OUT);
    signs.into_iter().chain(left_out.excess.then_some(EXCESS_LEFT_OUT))
}

pub(super) fn earlier(earlier: &str) -> String {
    format!("Nu staat er: {earlier}")
}

/// What Enter does once something stands in the line; among several lines it only begins the next one.
pub(super) fn kept_by_enter(shape: Shape) -> &'static str {
    if shape == Shape::OneLine { "bewaren" } else { "" }
}

/// `Enter = zo laten`, and for several lines how to end them.
pub(super) fn how_to_end(shape: Shape, on_empty: &str) -> String {
    let enter = if on_empty.is_empty() { String::new() } else { format!("Enter = {on_empty}") };
    match shape {
        Shape::OneLine => enter,
        Shape::Lines if enter.is_empty() => "Je mag meer regels typen; een lege regel sluit af.".to_owned(),
        Shape::Lines => format!("Je mag meer regels typen; een lege regel sluit af. {enter}"),
    }
}
