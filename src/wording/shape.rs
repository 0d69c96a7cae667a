use super::parts::{Included, Layout};
use crate::domain::{Edition, Meaning, Tlp};
use crate::source::{IDENTIFIER, Key, PERIOD, Shape, TableShape};

/// What may stand in a file with the text of a document.
pub static WORDING: TableShape = TableShape::strict(&[
    Key::optional("$schema", Shape::Text, "waar het JSON Schema staat"),
    Key::required("schema", Shape::Integer { min: 1, max: i64::MAX }, "de vorm van dit bestand: 1"),
    Key::required("id", IDENTIFIER, "het woord na 'regio document'"),
    Key::required("title", Shape::Text, "de titel"),
    Key::required("about", Shape::Text, "wat het is, in één regel"),
    Key::required("edition", Shape::Word(Edition::WORDS), "voor wie het bedoeld is"),
    Key::optional("label", Shape::Word(Tlp::WORDS), "het strengste label dat het heeft; wat strenger is, blijft eruit"),
    Key::optional("looks_back", PERIOD, "hoe ver het terugkijkt, als niemand een dag noemt"),
    Key::optional(
        "layout",
        Shape::Word(Layout::WORDS),
        "bladzijden om te lezen, dia's om te laten zien of een blad om uit te delen",
    ),
    Key::optional("pages", Shape::Integer { min: 1, max: 40 }, "op hoeveel bladzijden het hoort te passen"),
    Key::optional("points", Shape::List(&Shape::Text), "punten van de handreiking"),
    Key::required("part", Shape::Tables(&PART), "een stuk van het document"),
]);

static PART: TableShape = TableShape::strict(&[
    Key::optional("when", Shape::Text, "het stuk staat er alleen als dit geldt"),
    Key::optional("otherwise", Shape::Text, "wat er staat als er niets onder de kop komt"),
    Key::optional("heading", Shape::Text, "een kop"),
    Key::optional("subheading", Shape::Text, "een kleinere kop"),
    Key::optional("text", Shape::Text, "alinea's, met een lege regel ertussen"),
    Key::optional("items", Shape::List(&Shape::Text), "een opsomming"),
    Key::optional("ticks", Shape::List(&Shape::Text), "dingen om af te vinken"),
    Key::optional("terms", Shape::Tables(&TERM), "woorden met wat erbij hoort"),
    Key::optional("beside", Shape::Tables(&TERM), "dingen naast elkaar, elk met een kop"),
    Key::optional("notice", Shape::Table(&NOTICE), "iets wat moet opvallen"),
    Key::optional("each", Shape::Tables(&TERM), "een tabel met een rij voor elke organisatie van de kopgroep"),
    Key::optional("records", Shape::Table(&RECORDS), "een tabel van de dingen in een groepsvraag"),
    Key::optional("timeline", Shape::Table(&TIMELINE), "een plaatje van de dingen in een groepsvraag, op een tijdlijn"),
    Key::optional("ring", Shape::Table(&RING), "een plaatje van dingen rond wat ze delen"),
    Key::optional("questions", Shape::List(&Shape::Word(Meaning::WORDS)), "vragen om over te praten"),
    Key::optional("schedule", Shape::Table(&SCHEDULE), "wat er wanneer gebeurt"),
    Key::optional("lines", Shape::Integer { min: 1, max: 40 }, "regels om op te schrijven"),
    Key::optional("page-break", Shape::Flag, "hierna een nieuwe bladzijde"),
    Key::optional("include", Shape::Word(Included::WORDS), "wat regio zelf uitwerkt"),
]);

static TERM: TableShape = TableShape::strict(&[
    Key::required("term", Shape::Text, "het woord, of de kop van de kolom"),
    Key::required("text", Shape::Text, "wat erbij staat"),
]);

static NOTICE: TableShape = TableShape::strict(&[
    Key::required("word", Shape::Text, "het woord ervoor, zoals \"let op\""),
    Key::required("text", Shape::Text, "wat moet opvallen"),
    Key::optional("spoken", Shape::Flag, "het is voor de spreker, naast een dia"),
]);

static RECORDS: TableShape = TableShape::strict(&[
    Key::required("of", Shape::Word(Meaning::WORDS), "de betekenis van de groepsvraag"),
    Key::optional("by", IDENTIFIER, "een eigen tabel voor elke keuze, trede of elk kwartaal van dit veld"),
    Key::optional("fields", Shape::List(&IDENTIFIER), "welke velden, op volgorde; anders alle"),
    Key::optional("only", IDENTIFIER, "alleen de dingen waarvan dit ja/nee-veld ja zegt"),
    Key::optional("blank", Shape::Integer { min: 1, max: 20 }, "zoveel rijen om in te vullen, als er nog niets staat"),
]);

static TIMELINE: TableShape = TableShape::strict(&[
    Key::required("of", Shape::Word(Meaning::WORDS), "de betekenis van de groepsvraag"),
    Key::required("day", IDENTIFIER, "het veld met de dag"),
    Key::required("name", IDENTIFIER, "het veld dat zegt wat het is"),
    Key::required("by", IDENTIFIER, "een eigen baan voor elke keuze of trede van dit veld"),
]);

static RING: TableShape = TableShape::strict(&[
    Key::required("middle", Shape::Text, "wat ze delen: het staat in het midden"),
    Key::required("around", Shape::List(&Shape::Text), "wat eromheen staat, zoals bij items"),
]);

static SCHEDULE: TableShape = TableShape::strict(&[
    Key::optional("begin", Shape::Text, "waar de begintijd in staat; anders tellen de minuten vanaf nul"),
    Key::required("columns", Shape::List(&Shape::Text), "de koppen van de drie kolommen: de tijd, wat en hoe"),
    Key::required("item", Shape::Tables(&SCHEDULE_ITEM), "een regel van het programma"),
]);

static SCHEDULE_ITEM: TableShape = TableShape::strict(&[
    Key::optional("when", Shape::Text, "de regel staat er alleen als dit geldt"),
    Key::optional("for", Shape::Word(Meaning::WORDS), "een regel voor elk ding van deze groepsvraag"),
    Key::optional(
        "by",
        IDENTIFIER,
        "de dingen op volgorde van dit veld: de eerste keuze, laagste trede of vroegste dag eerst",
    ),
    Key::optional("distinct", IDENTIFIER, "van dingen die in dit veld hetzelfde zeggen, telt alleen het eerste"),
    Key::optional("most", Shape::Integer { min: 1, max: 20 }, "hooguit voor zoveel dingen"),
    Key::required("minutes", Shape::Integer { min: 1, max: 480 }, "hoeveel minuten het duurt"),
    Key::required("what", Shape::Text, "wat er gebeurt"),
    Key::required("how", Shape::Text, "hoe het gaat"),
]);
