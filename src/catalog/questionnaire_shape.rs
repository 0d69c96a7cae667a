use crate::domain::{
    Bound, Circle, Depth, KindName, Level, Meaning, Moment, Origin, Owner, Perspective, Phase, Place, Tlp, Version,
};
use crate::source::{IDENTIFIER, Key, PERIOD, Shape, TableShape, TextForm};

/// What may stand in a questionnaire file.
pub const QUESTIONNAIRE: TableShape = TableShape::strict(&[
    Key::optional("$schema", Shape::Text, "waar het JSON Schema staat"),
    Key::required("schema", Shape::Integer { min: 1, max: i64::MAX }, "de vorm van dit bestand: 1"),
    Key::required("id", IDENTIFIER, "de naam van de vragenlijst, die nooit meer verandert"),
    Key::required("version", VERSION, "de versie van de inhoud"),
    Key::required("phase", Shape::Word(Phase::WORDS), "de fase"),
    Key::required("title", Shape::Text, "de titel"),
    Key::required("intro", Shape::Text, "wat deze fase is"),
    Key::optional("value", Shape::Map(&Shape::Table(&THRESHOLD)), "drempels die niet in de handreiking staan"),
    Key::required("section", Shape::Tables(&SECTION), "een onderdeel"),
    Key::optional("action", Shape::Tables(&ACTION), "een stap"),
    Key::optional("signal", Shape::Tables(&SIGNAL), "een signaal"),
    Key::optional("renamed", Shape::Tables(&RENAMED), "een id die veranderd is"),
    Key::optional(
        "converted",
        Shape::Tables(&CONVERTED),
        "een vraag met een andere soort antwoord, waar het oude in past",
    ),
    Key::optional("split", Shape::Tables(&SPLIT), "een vraag die er meer werd"),
]);

const VERSION: Shape = Shape::Form(&TextForm {
    reads: |text| Version::parse(text).is_some(),
    wanted: "een versie, zoals \"1.0.0\"",
    pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$",
});

const COUNT: Shape = Shape::Integer { min: 1, max: 1_000 };

const THRESHOLD: TableShape = TableShape::strict(&[
    Key::required("is", Shape::Integer { min: -1_000_000, max: 1_000_000 }, "de drempel"),
    Key::required("about", Shape::Text, "waarom deze drempel: een vuistregel van regio"),
    Key::optional("means", Shape::Word(Bound::WORDS), "wat de drempel begrenst, voor overzichten"),
]);

const SECTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van het onderdeel"),
    Key::required("title", Shape::Text, "de titel"),
    Key::required("intro", Shape::Text, "de opening van het onderdeel"),
    Key::optional("walk_when", Shape::Text, "de fase slaat het onderdeel over tot dit geldt"),
    Key::optional("tip", Shape::Tables(&TIP), "raad bij het onderdeel of bij een vraag"),
    Key::optional("lesson", Shape::Tables(&LESSON), "een ervaring van een bestaand samenwerkingsverband"),
    Key::required("question", Shape::Tables(&QUESTION), "een vraag"),
]);

const TIP: TableShape = TableShape::strict(&[
    Key::optional("question", IDENTIFIER, "de vraag waar de tip bij hoort"),
    Key::required("text", Shape::Text, "de tip"),
    Key::required("points", Shape::List(&Shape::Text), "punten van de handreiking"),
]);

const LESSON: TableShape = TableShape::strict(&[
    Key::required("from", Shape::Text, "wie het leerde"),
    Key::optional("year", Shape::Integer { min: 1_990, max: 2_100 }, "in welk jaar het verteld werd"),
    Key::optional("question", IDENTIFIER, "de vraag waar de ervaring bij hoort"),
    Key::required("text", Shape::Text, "de ervaring, in eigen woorden"),
    Key::required("points", Shape::List(&Shape::Text), "punten van de handreiking"),
]);

pub(super) const QUESTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van de vraag, die nooit meer verandert"),
    Key::required("revision", Shape::Integer { min: 1, max: 10_000 }, "omhoog als de vraag iets anders gaat betekenen"),
    Key::required("label", Shape::Text, "kort zelfstandig naamwoord voor overzichten"),
    Key::required("ask", Shape::Text, "de vraag"),
    Key::required("type", Shape::Word(KindName::WORDS), "de soort antwoord"),
    Key::optional("option", Shape::Tables(&OPTION), "een keuze"),
    Key::optional("other", Shape::Flag, "of een eigen antwoord mag"),
    Key::optional("levels", Shape::List(&Shape::Text), "de treden van een schaal, de laagste eerst"),
    Key::optional("min", Shape::Integer { min: i64::MIN, max: i64::MAX }, "het kleinste getal"),
    Key::optional("max", Shape::Integer { min: i64::MIN, max: i64::MAX }, "het grootste getal"),
    Key::optional("unit", Shape::Text, "de eenheid"),
    Key::optional("item", Shape::Text, "hoe één ding van de rij heet"),
    Key::optional("at_most", COUNT, "hoeveel er hooguit mogen"),
    Key::optional("place", Shape::Word(Place::NAMED), "de plaats in het register van wie hier genoemd wordt"),
    Key::optional("field", Shape::Tables(&FIELD), "een veld van een groep"),
    Key::required("help", Shape::Text, "wat er bedoeld wordt"),
    Key::required("why", Shape::Text, "waarom het gevraagd wordt"),
    Key::optional("example", Shape::Text, "een voorbeeld van een antwoord"),
    Key::optional("perspective", Shape::Word(Perspective::WORDS), "van welke kant het onderwerp bekeken wordt"),
    Key::optional("subject", IDENTIFIER, "het onderwerp dat de drie kanten bindt"),
    Key::optional(
        "per",
        Shape::Word(Circle::WORDS),
        "wie apart antwoordt: elke organisatie van de kopgroep, of elke die meedoet",
    ),
    Key::optional("when", Shape::Text, "alleen gesteld als dit geldt"),
    Key::optional("intake", Shape::Flag, "of de vraag bij 'regio init' hoort"),
    Key::optional("depth", Shape::Word(Depth::WORDS), "kern: de fase stelt de vraag; verdieping: wie wil, gaat dieper"),
    Key::optional(
        "moment",
        Shape::Word(Moment::WORDS),
        "vooraf: op de vragenpagina; tafel: in de bijeenkomst; anders daarna",
    ),
    Key::optional("tlp", Shape::Word(Tlp::WORDS), "wie het antwoord hooguit mag zien"),
    Key::optional("consent", Shape::Text, "tot dit geldt, blijft het antwoord in de kopgroep"),
    Key::optional(
        "holds_for",
        Shape::List(&Shape::Text),
        "de vragen waar dit antwoord bij hoort; wijzigt er een, dan telt het niet meer",
    ),
    Key::optional("review_after", PERIOD, "na hoeveel tijd je de vraag opnieuw langsloopt"),
    Key::optional("means", Shape::Word(Meaning::WORDS), "wat het antwoord betekent voor overzichten"),
    Key::optional("points", Shape::List(&Shape::Text), "punten van de handreiking"),
    Key::required("origin", Shape::Word(Origin::WORDS), "de herkomst"),
    Key::optional("source", Shape::Text, "waar een aanvulling op rust"),
    Key::optional("dated", Shape::Date, "van wanneer een aanvulling is"),
]);

const OPTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van de keuze, die nooit meer verandert"),
    Key::required("label", Shape::Text, "wat de gebruiker leest"),
    Key::optional("help", Shape::Text, "uitleg bij de keuze"),
    Key::optional("consequence", Shape::Text, "wat de keuze met zich meebrengt"),
    Key::optional("alone", Shape::Flag, "of de keuze met geen andere samengaat"),
]);

const FIELD: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van het veld, die nooit meer verandert"),
    Key::required("label", Shape::Text, "kort zelfstandig naamwoord"),
    Key::required("ask", Shape::Text, "de vraag"),
    Key::required("type", Shape::Word(KindName::WORDS), "de soort antwoord"),
    Key::optional("help", Shape::Text, "uitleg bij het veld"),
    Key::optional("option", Shape::Tables(&OPTION), "een keuze"),
    Key::optional("other", Shape::Flag, "of een eigen antwoord mag"),
    Key::optional("levels", Shape::List(&Shape::Text), "de treden van een schaal, de laagste eerst"),
    Key::optional("min", Shape::Integer { min: i64::MIN, max: i64::MAX }, "het kleinste getal"),
    Key::optional("max", Shape::Integer { min: i64::MIN, max: i64::MAX }, "het grootste getal"),
    Key::optional("unit", Shape::Text, "de eenheid"),
    Key::optional("at_most", COUNT, "hoeveel er hooguit mogen"),
    Key::optional("place", Shape::Word(Place::NAMED), "de plaats in het register van wie hier genoemd wordt"),
    Key::optional("place_if", IDENTIFIER, "het ja/nee-veld dat zegt of die plaats al geldt"),
]);

const ACTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van de stap, die nooit meer verandert"),
    Key::required("section", IDENTIFIER, "het onderdeel waar de stap bij hoort"),
    Key::required("title", Shape::Text, "de stap, met een werkwoord voorop"),
    Key::required("how", Shape::Text, "hoe je dat doet, met getallen wat werkt"),
    Key::required("why", Shape::Text, "de raad waar de stap op rust"),
    Key::optional("when", Shape::Text, "zolang dit geldt is de stap nodig"),
    Key::optional("done_when", Shape::Text, "wanneer de stap vanzelf klaar is"),
    Key::optional("lapses_when", Shape::Text, "wanneer de stap niet meer nodig is"),
    Key::optional("ends_by", Shape::Text, "waardoor de stap ophoudt, als geen antwoord dat kan zeggen"),
    Key::optional("every", PERIOD, "na hoeveel tijd de stap terugkomt"),
    Key::optional("due", Shape::Table(&DUE), "voor wanneer"),
    Key::required("owner", Shape::Word(Owner::WORDS), "wie de stap zet"),
    Key::required("weight", Shape::Integer { min: 1, max: 100 }, "hoe zwaar de stap weegt, van 1 tot 100"),
    Key::optional("points", Shape::List(&Shape::Text), "punten van de handreiking"),
    Key::required("origin", Shape::Word(Origin::WORDS), "de herkomst"),
    Key::optional("source", Shape::Text, "waar een aanvulling op rust"),
    Key::optional("dated", Shape::Date, "van wanneer een aanvulling is"),
]);

const DUE: TableShape = TableShape::strict(&[
    Key::required("anchor", Shape::Text, "een datumvraag, of \"begin\": de dag waarop de fase begon"),
    Key::required("days", Shape::Integer { min: -1_000, max: 1_000 }, "hoeveel dagen erna; met een min ervoor: ervoor"),
]);

const SIGNAL: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van het signaal, die nooit meer verandert"),
    Key::required("section", IDENTIFIER, "het onderdeel waar het signaal bij hoort"),
    Key::required("level", Shape::Word(Level::WORDS), "hoe zwaar het is"),
    Key::required("when", Shape::Text, "wanneer het geldt"),
    Key::required("text", Shape::Text, "wat er aan de hand is"),
    Key::required("advice", Shape::Text, "wat je eraan doet"),
    Key::optional("lifts", Shape::List(&Shape::Text), "de stappen die voorgaan zolang het geldt"),
    Key::optional("points", Shape::List(&Shape::Text), "punten van de handreiking"),
    Key::required("origin", Shape::Word(Origin::WORDS), "de herkomst"),
    Key::optional("source", Shape::Text, "waar een aanvulling op rust"),
    Key::optional("dated", Shape::Date, "van wanneer een aanvulling is"),
]);

const RENAMED: TableShape = TableShape::strict(&[
    Key::optional("question", IDENTIFIER, "de vraag, als het een keuze is die een andere id kreeg"),
    Key::required("from", IDENTIFIER, "de oude id"),
    Key::required("to", IDENTIFIER, "de nieuwe id"),
    Key::required("since", VERSION, "de versie waarin dat gebeurde"),
]);

const CONVERTED: TableShape = TableShape::strict(&[
    Key::required("question", IDENTIFIER, "de vraag"),
    Key::required("from", Shape::Word(KindName::WORDS), "de soort antwoord die het was"),
    Key::required("since", VERSION, "de versie waarin dat gebeurde"),
]);

const SPLIT: TableShape = TableShape::strict(&[
    Key::required("from", IDENTIFIER, "de vraag die er niet meer is"),
    Key::required("into", Shape::List(&IDENTIFIER), "de vragen die ervoor in de plaats kwamen"),
    Key::required("since", VERSION, "de versie waarin dat gebeurde"),
]);
