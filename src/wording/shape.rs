use super::parts::{Included, Layout};
use crate::domain::{Edition, Meaning, Tlp};
use crate::source::{IDENTIFIER, Key, PERIOD, Shape::*, TableShape};

/// What may stand in a file with the text of a document.
pub static WORDING: TableShape = TableShape::strict(&[
    Key::optional("$schema", Text, "waar het JSON Schema staat"),
    Key::required("schema", Integer { min: 1, max: i64::MAX }, "de vorm van dit bestand: 1"),
    Key::required("id", IDENTIFIER, "het woord na 'regio document'"),
    Key::required("title", Text, "de titel"),
    Key::required("about", Text, "wat het is, in één regel"),
    Key::required("edition", Word(Edition::WORDS), "voor wie het bedoeld is"),
    Key::optional("label", Word(Tlp::WORDS), "het strengste label dat het heeft; wat strenger is, blijft eruit"),
    Key::optional("looks_back", PERIOD, "hoe ver het terugkijkt, als niemand een dag noemt"),
    Key::optional(
        "layout",
        Word(Layout::WORDS),
        "bladzijden om te lezen, dia's om te laten zien of een blad om uit te delen",
    ),
    Key::optional("pages", Integer { min: 1, max: 40 }, "op hoeveel bladzijden het hoort te passen"),
    Key::optional("points", List(&Text), "punten van de handreiking"),
    Key::required("part", Tables(&PART), "een stuk van het document"),
]);

static PART: TableShape = TableShape::strict(&[
    Key::optional("when", Text, "het stuk staat er alleen als dit geldt"),
    Key::optional("otherwise", Text, "wat er staat als er niets onder de kop komt"),
    Key::optional("heading", Text, "een kop"),
    Key::optional("subheading", Text, "een kleinere kop"),
    Key::optional("text", Text, "alinea's, met een lege regel ertussen"),
    Key::optional("items", List(&Text), "een opsomming"),
    Key::optional("ticks", List(&Text), "dingen om af te vinken"),
    Key::optional("terms", Tables(&TERM), "woorden met wat erbij hoort"),
    Key::optional("beside", Tables(&TERM), "dingen naast elkaar, elk met een kop"),
    Key::optional("notice", Table(&NOTICE), "iets wat moet opvallen"),
    Key::optional("each", Tables(&TERM), "een tabel met een rij voor elke organisatie van de kopgroep"),
    Key::optional("records", Table(&RECORDS), "een tabel van de dingen in een groepsvraag"),
    Key::optional("timeline", Table(&TIMELINE), "een plaatje van de dingen in een groepsvraag, op een tijdlijn"),
    Key::optional("ring", Table(&RING), "een plaatje van dingen rond wat ze delen"),
    Key::optional("questions", List(&Word(Meaning::WORDS)), "vragen om over te praten"),
    Key::optional("schedule", Table(&SCHEDULE), "wat er wanneer gebeurt"),
    Key::optional("lines", Integer { min: 1, max: 40 }, "regels om op te schrijven"),
    Key::optional("page-break", Flag, "hierna een nieuwe bladzijde"),
    Key::optional("include", Word(Included::WORDS), "wat regio zelf uitwerkt"),
]);

static TERM: TableShape = TableShape::strict(&[
    Key::required("term", Text, "het woord, of de kop van de kolom"),
    Key::required("text", Text, "wat erbij staat"),
]);

static NOTICE: TableShape = TableShape::strict(&[
    Key::required("word", Text, "het woord ervoor, zoals \"let op\""),
    Key::required("text", Text, "wat moet opvallen"),
    Key::optional("spoken", Flag, "het is voor de spreker, naast een dia"),
]);

static RECORDS: TableShape = TableShape::strict(&[
    Key::required("of", Word(Meaning::WORDS), "de betekenis van de groepsvraag"),
    Key::optional("by", IDENTIFIER, "een eigen tabel voor elke keuze, trede of elk kwartaal van dit veld"),
    Key::optional("fields", List(&IDENTIFIER), "welke velden, op volgorde; anders alle"),
    Key::optional("only", IDENTIFIER, "alleen de dingen waarvan dit ja/nee-veld ja zegt"),
    Key::optional("blank", Integer { min: 1, max: 20 }, "zoveel rijen om in te vullen, als er nog niets staat"),
]);

static TIMELINE: TableShape = TableShape::strict(&[
    Key::required("of", Word(Meaning::WORDS), "de betekenis van de groepsvraag"),
    Key::required("day", IDENTIFIER, "het veld met de dag"),
    Key::required("name", IDENTIFIER, "het veld dat zegt wat het is"),
    Key::required("by", IDENTIFIER, "een eigen baan voor elke keuze of trede van dit veld"),
]);

static RING: TableShape = TableShape::strict(&[
    Key::required("middle", Text, "wat ze delen: het staat in het midden"),
    Key::required("around", List(&Text), "wat eromheen staat, zoals bij items"),
]);

static SCHEDULE: TableShape = TableShape::strict(&[
    Key::optional("begin", Text, "waar de begintijd in staat; anders tellen de minuten vanaf nul"),
    Key::required("columns", List(&Text), "de koppen van de drie kolommen: de tijd, wat en hoe"),
    Key::required("item", Tables(&SCHEDULE_ITEM), "een regel van het programma"),
]);

static SCHEDULE_ITEM: TableShape = TableShape::strict(&[
    Key::optional("when", Text, "de regel staat er alleen als dit geldt"),
    Key::optional("for", Word(Meaning::WORDS), "een regel voor elk ding van deze groepsvraag"),
    Key::optional(
        "by",
        IDENTIFIER,
        "de dingen op volgorde van dit veld: de eerste keuze, laagste trede of vroegste dag eerst",
    ),
    Key::optional("distinct", IDENTIFIER, "van dingen die in dit veld hetzelfde zeggen, telt alleen het eerste"),
    Key::optional("most", Integer { min: 1, max: 20 }, "hooguit voor zoveel dingen"),
    Key::required("minutes", Integer { min: 1, max: 480 }, "hoeveel minuten het duurt"),
    Key::required("what", Text, "wat er gebeurt"),
    Key::required("how", Text, "hoe het gaat"),
]);
