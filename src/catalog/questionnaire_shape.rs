use crate::domain::{
    Bound, Circle, Depth, KindName, Level, Meaning, Moment, Origin, Owner, Perspective, Phase, Place, Tlp, Version,
};
use crate::source::{
    IDENTIFIER, Key, PERIOD,
    Shape::{self, *},
    TableShape, TextForm,
};

/// What may stand in a questionnaire file.
pub const QUESTIONNAIRE: TableShape = TableShape::strict(&[
    Key::optional("$schema", Text, "waar het JSON Schema staat"),
    Key::required("schema", Integer { min: 1, max: i64::MAX }, "de vorm van dit bestand: 1"),
    Key::required("id", IDENTIFIER, "de naam van de vragenlijst, die nooit meer verandert"),
    Key::required("version", VERSION, "de versie van de inhoud"),
    Key::required("phase", Word(Phase::WORDS), "de fase"),
    Key::required("title", Text, "de titel"),
    Key::required("intro", Text, "wat deze fase is"),
    Key::optional("value", Map(&Table(&THRESHOLD)), "drempels die niet in de handreiking staan"),
    Key::required("section", Tables(&SECTION), "een onderdeel"),
    Key::optional("action", Tables(&ACTION), "een stap"),
    Key::optional("signal", Tables(&SIGNAL), "een signaal"),
    Key::optional("renamed", Tables(&RENAMED), "een id die veranderd is"),
    Key::optional("converted", Tables(&CONVERTED), "een vraag met een andere soort antwoord, waar het oude in past"),
    Key::optional("split", Tables(&SPLIT), "een vraag die er meer werd"),
]);

const VERSION: Shape = Form(&TextForm {
    reads: |text| Version::parse(text).is_some(),
    wanted: "een versie, zoals \"1.0.0\"",
    pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$",
});

const COUNT: Shape = Integer { min: 1, max: 1_000 };

const THRESHOLD: TableShape = TableShape::strict(&[
    Key::required("is", Integer { min: -1_000_000, max: 1_000_000 }, "de drempel"),
    Key::required("about", Text, "waarom deze drempel: een vuistregel van regio"),
    Key::optional("means", Word(Bound::WORDS), "wat de drempel begrenst, voor overzichten"),
]);

const SECTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van het onderdeel"),
    Key::required("title", Text, "de titel"),
    Key::required("intro", Text, "de opening van het onderdeel"),
    Key::optional("walk_when", Text, "de fase slaat het onderdeel over tot dit geldt"),
    Key::optional("tip", Tables(&TIP), "raad bij het onderdeel of bij een vraag"),
    Key::optional("lesson", Tables(&LESSON), "een ervaring van een bestaand samenwerkingsverband"),
    Key::required("question", Tables(&QUESTION), "een vraag"),
]);

const TIP: TableShape = TableShape::strict(&[
    Key::optional("question", IDENTIFIER, "de vraag waar de tip bij hoort"),
    Key::required("text", Text, "de tip"),
    Key::required("points", List(&Text), "punten van de handreiking"),
]);

const LESSON: TableShape = TableShape::strict(&[
    Key::required("from", Text, "wie het leerde"),
    Key::optional("year", Integer { min: 1_990, max: 2_100 }, "in welk jaar het verteld werd"),
    Key::optional("question", IDENTIFIER, "de vraag waar de ervaring bij hoort"),
    Key::required("text", Text, "de ervaring, in eigen woorden"),
    Key::required("points", List(&Text), "punten van de handreiking"),
]);

pub(super) const QUESTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van de vraag, die nooit meer verandert"),
    Key::required("revision", Integer { min: 1, max: 10_000 }, "omhoog als de vraag iets anders gaat betekenen"),
    Key::required("label", Text, "kort zelfstandig naamwoord voor overzichten"),
    Key::required("ask", Text, "de vraag"),
    Key::required("type", Word(KindName::WORDS), "de soort antwoord"),
    Key::optional("option", Tables(&OPTION), "een keuze"),
    Key::optional("other", Flag, "of een eigen antwoord mag"),
    Key::optional("levels", List(&Text), "de treden van een schaal, de laagste eerst"),
    Key::optional("min", Integer { min: i64::MIN, max: i64::MAX }, "het kleinste getal"),
    Key::optional("max", Integer { min: i64::MIN, max: i64::MAX }, "het grootste getal"),
    Key::optional("unit", Text, "de eenheid"),
    Key::optional("item", Text, "hoe één ding van de rij heet"),
    Key::optional("at_most", COUNT, "hoeveel er hooguit mogen"),
    Key::optional("place", Word(Place::NAMED), "de plaats in het register van wie hier genoemd wordt"),
    Key::optional("field", Tables(&FIELD), "een veld van een groep"),
    Key::required("help", Text, "wat er bedoeld wordt"),
    Key::required("why", Text, "waarom het gevraagd wordt"),
    Key::optional("example", Text, "een voorbeeld van een antwoord"),
    Key::optional("perspective", Word(Perspective::WORDS), "van welke kant het onderwerp bekeken wordt"),
    Key::optional("subject", IDENTIFIER, "het onderwerp dat de drie kanten bindt"),
    Key::optional(
        "per",
        Word(Circle::WORDS),
        "wie apart antwoordt: elke organisatie van de kopgroep, of elke die meedoet",
    ),
    Key::optional("when", Text, "alleen gesteld als dit geldt"),
    Key::optional("intake", Flag, "of de vraag bij 'regio init' hoort"),
    Key::optional("depth", Word(Depth::WORDS), "kern: de fase stelt de vraag; verdieping: wie wil, gaat dieper"),
    Key::optional("moment", Word(Moment::WORDS), "vooraf: op de vragenpagina; tafel: in de bijeenkomst; anders daarna"),
    Key::optional("tlp", Word(Tlp::WORDS), "wie het antwoord hooguit mag zien"),
    Key::optional("consent", Text, "tot dit geldt, blijft het antwoord in de kopgroep"),
    Key::optional(
        "holds_for",
        List(&Text),
        "de vragen waar dit antwoord bij hoort; wijzigt er een, dan telt het niet meer",
    ),
    Key::optional("review_after", PERIOD, "na hoeveel tijd je de vraag opnieuw langsloopt"),
    Key::optional("means", Word(Meaning::WORDS), "wat het antwoord betekent voor overzichten"),
    Key::optional("points", List(&Text), "punten van de handreiking"),
    Key::required("origin", Word(Origin::WORDS), "de herkomst"),
    Key::optional("source", Text, "waar een aanvulling op rust"),
    Key::optional("dated", Date, "van wanneer een aanvulling is"),
]);

const OPTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van de keuze, die nooit meer verandert"),
    Key::required("label", Text, "wat de gebruiker leest"),
    Key::optional("help", Text, "uitleg bij de keuze"),
    Key::optional("consequence", Text, "wat de keuze met zich meebrengt"),
    Key::optional("alone", Flag, "of de keuze met geen andere samengaat"),
]);

const FIELD: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van het veld, die nooit meer verandert"),
    Key::required("label", Text, "kort zelfstandig naamwoord"),
    Key::required("ask", Text, "de vraag"),
    Key::required("type", Word(KindName::WORDS), "de soort antwoord"),
    Key::optional("help", Text, "uitleg bij het veld"),
    Key::optional("option", Tables(&OPTION), "een keuze"),
    Key::optional("other", Flag, "of een eigen antwoord mag"),
    Key::optional("levels", List(&Text), "de treden van een schaal, de laagste eerst"),
    Key::optional("min", Integer { min: i64::MIN, max: i64::MAX }, "het kleinste getal"),
    Key::optional("max", Integer { min: i64::MIN, max: i64::MAX }, "het grootste getal"),
    Key::optional("unit", Text, "de eenheid"),
    Key::optional("at_most", COUNT, "hoeveel er hooguit mogen"),
    Key::optional("place", Word(Place::NAMED), "de plaats in het register van wie hier genoemd wordt"),
    Key::optional("place_if", IDENTIFIER, "het ja/nee-veld dat zegt of die plaats al geldt"),
]);

const ACTION: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van de stap, die nooit meer verandert"),
    Key::required("section", IDENTIFIER, "het onderdeel waar de stap bij hoort"),
    Key::required("title", Text, "de stap, met een werkwoord voorop"),
    Key::required("how", Text, "hoe je dat doet, met getallen wat werkt"),
    Key::required("why", Text, "de raad waar de stap op rust"),
    Key::optional("when", Text, "zolang dit geldt is de stap nodig"),
    Key::optional("done_when", Text, "wanneer de stap vanzelf klaar is"),
    Key::optional("lapses_when", Text, "wanneer de stap niet meer nodig is"),
    Key::optional("ends_by", Text, "waardoor de stap ophoudt, als geen antwoord dat kan zeggen"),
    Key::optional("every", PERIOD, "na hoeveel tijd de stap terugkomt"),
    Key::optional("due", Table(&DUE), "voor wanneer"),
    Key::required("owner", Word(Owner::WORDS), "wie de stap zet"),
    Key::required("weight", Integer { min: 1, max: 100 }, "hoe zwaar de stap weegt, van 1 tot 100"),
    Key::optional("points", List(&Text), "punten van de handreiking"),
    Key::required("origin", Word(Origin::WORDS), "de herkomst"),
    Key::optional("source", Text, "waar een aanvulling op rust"),
    Key::optional("dated", Date, "van wanneer een aanvulling is"),
]);

const DUE: TableShape = TableShape::strict(&[
    Key::required("anchor", Text, "een datumvraag, of \"begin\": de dag waarop de fase begon"),
    Key::required("days", Integer { min: -1_000, max: 1_000 }, "hoeveel dagen erna; met een min ervoor: ervoor"),
]);

const SIGNAL: TableShape = TableShape::strict(&[
    Key::required("id", IDENTIFIER, "de naam van het signaal, die nooit meer verandert"),
    Key::required("section", IDENTIFIER, "het onderdeel waar het signaal bij hoort"),
    Key::required("level", Word(Level::WORDS), "hoe zwaar het is"),
    Key::required("when", Text, "wanneer het geldt"),
    Key::required("text", Text, "wat er aan de hand is"),
    Key::required("advice", Text, "wat je eraan doet"),
    Key::optional("lifts", List(&Text), "de stappen die voorgaan zolang het geldt"),
    Key::optional("points", List(&Text), "punten van de handreiking"),
    Key::required("origin", Word(Origin::WORDS), "de herkomst"),
    Key::optional("source", Text, "waar een aanvulling op rust"),
    Key::optional("dated", Date, "van wanneer een aanvulling is"),
]);

const RENAMED: TableShape = TableShape::strict(&[
    Key::optional("question", IDENTIFIER, "de vraag, als het een keuze is die een andere id kreeg"),
    Key::required("from", IDENTIFIER, "de oude id"),
    Key::required("to", IDENTIFIER, "de nieuwe id"),
    Key::required("since", VERSION, "de versie waarin dat gebeurde"),
]);

const CONVERTED: TableShape = TableShape::strict(&[
    Key::required("question", IDENTIFIER, "de vraag"),
    Key::required("from", Word(KindName::WORDS), "de soort antwoord die het was"),
    Key::required("since", VERSION, "de versie waarin dat gebeurde"),
]);

const SPLIT: TableShape = TableShape::strict(&[
    Key::required("from", IDENTIFIER, "de vraag die er niet meer is"),
    Key::required("into", List(&IDENTIFIER), "de vragen die ervoor in de plaats kwamen"),
    Key::required("since", VERSION, "de versie waarin dat gebeurde"),
]);
