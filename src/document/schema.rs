use serde_json::{Value, json};

use super::{Layout, Weight};

/// The JSON Schema (2020-12) of a document as JSON. A new block or run of text gets a line in the list of its kind.
pub fn schema() -> Value {
    let about = |words: &str, of: Value| described(of, words);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "regio-geschreven-document-1",
        "title": "Document van regio",
        "type": "object",
        "properties": {
            "title": about("de titel", text()),
            "subtitle": about("de regel eronder, meestal de naam van de samenwerking", optional(text())),
            "date": about("de dag waarop het is gemaakt", json!({ "type": "string", "format": "date" })),
            "label": about("het TLP-label, zoals FIRST het schrijft", optional(json!({ "enum": LABELS }))),
            "layout": about("bladzijden om te lezen, of dia's om te laten zien", json!({ "enum": [Layout::Page, Layout::Slides] })),
            "blocks": about("wat erin staat, van boven naar beneden", list(json!({ "$ref": "#/$defs/block" }))),
        },
        "required": ["title", "subtitle", "date", "label", "layout", "blocks"],
        "additionalProperties": false,
        "$defs": { "block": block(), "run": run() },
    })
}

const LABELS: [&str; 5] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

fn block() -> Value {
    let blocks = list(json!({ "$ref": "#/$defs/block" }));
    let heading = [("level", json!({ "type": "integer", "minimum": 1 })), ("text", line())];
    let weights = json!({ "enum": [Weight::Attention, Weight::Risk, Weight::Good, Weight::Spoken] });
    let notice = [("weight", weights), ("word", text()), ("text", line()), ("advice", optional(line()))];
    let progress = [("label", text()), ("done", count()), ("total", count()), ("remark", optional(text()))];
    json!({ "oneOf": [
        one("heading", "een kop; 1 staat direct onder de titel", object(&heading)),
        one("paragraph", "een alinea", line()),
        one("bullets", "een opsomming", list(line())),
        one("checklist", "dingen om af te vinken", list(check_item())),
        one("table", "een tabel", table()),
        one("figure", "een plaatje; wat erin staat, staat ook in woorden in het document", figure()),
        one("definitions", "woorden, elk met wat erbij hoort", list(pair(line(), line()))),
        one("notice", "iets wat moet opvallen, met een woord ervoor", object(&notice)),
        one("quote", "een citaat met waar het vandaan komt", object(&[("text", line()), ("from", text())])),
        one("progress", "hoe ver iets is", object(&progress)),
        one("bars", "hoeveel van het geheel elk ding kreeg", object(&[("of", count()), ("rows", list(bar()))])),
        one("boxes", "hokjes om aan te kruisen, elk met een nummer", list(box_item())),
        one("writing-lines", "lege regels om op te schrijven, elk met wat ervoor staat", list(text())),
        one("together", "blokken die bij elkaar op een bladzijde horen", blocks),
        alone("page-break", "hierna een nieuwe bladzijde"),
    ] })
}

fn run() -> Value {
    json!({ "oneOf": [
        one("text", "gewone tekst", text()),
        one("strong", "tekst die zwaar weegt", text()),
        one("emphasis", "tekst met nadruk", text()),
        one("code", "een id, een opdracht of een naam van een bestand", text()),
        one("blank", "een open plek, met de vraag erachter", text()),
        alone("box", "een hokje in een regel"),
    ] })
}

fn check_item() -> Value {
    object(&[
        ("state", json!({ "enum": ["open", "done", "lapsed"] })),
        ("title", line()),
        ("id", optional(text())),
        ("particulars", list(pair(text(), line()))),
    ])
}

fn table() -> Value {
    let column = object(&[("title", text()), ("numeric", json!({ "type": "boolean" }))]);
    object(&[("caption", optional(text())), ("columns", list(column)), ("rows", list(list(line())))])
}

fn figure() -> Value {
    let number = || json!({ "type": "integer" });
    let words = || list(text());
    let measure = || object(&[("title", text()), ("levels", count()), ("much_from", count())]);
    let mark = object(&[("label", text()), ("across", count()), ("up", count()), ("sort", count())]);
    let grid = object(&[
        ("across", measure()),
        ("up", measure()),
        ("quarters", words()),
        ("sorts", words()),
        ("marks", list(mark)),
    ]);
    let node = object(&[("label", text()), ("remark", optional(text()))]);
    let arrow = object(&[("from", count()), ("to", count()), ("sort", count())]);
    let network = object(&[("nodes", list(node)), ("arrows", list(arrow)), ("sorts", words())]);
    let event = object(&[("label", text()), ("date", json!({ "type": "string", "format": "date" }))]);
    let lane = object(&[("title", text()), ("events", list(event))]);
    let timeline = object(&[("lanes", list(lane)), ("today", json!({ "type": "string", "format": "date" }))]);
    let quantity = || object(&[("hundredths", number()), ("words", text())]);
    let waterfall = object(&[
        ("parts", list(pair(text(), quantity()))),
        ("total", pair(text(), quantity())),
        ("needed", optional(quantity())),
        ("outcome", optional(text())),
    ]);
    let step = object(&[("step", count()), ("of", count())]);
    let rung = json!({ "oneOf": [one("step", "zo ver op de ladder", step), one("off", "niet op de ladder", text())] });
    let ladders = object(&[("titles", words()), ("rows", list(pair(text(), list(rung))))]);
    let share = object(&[("label", text()), ("part", count()), ("whole", count()), ("words", text())]);
    let picture = json!({ "oneOf": [
        one("grid", "dingen naar twee maten", grid),
        one("network", "wie van wie afhangt; een pijl noemt twee plaatsen in de lijst, vanaf 0", network),
        one("timeline", "wat er wanneer gebeurt, in banen", timeline),
        one("waterfall", "wat er bij elkaar komt, naast wat er nodig is; in honderdsten", waterfall),
        one("ladders", "hoe ver elk is", ladders),
        one("shares", "hoeveel er van elk geheel is", object(&[("rows", list(share))])),
    ] });
    object(&[("title", text()), ("description", text()), ("picture", picture)])
}

fn bar() -> Value {
    object(&[("label", text()), ("count", count()), ("names", list(text()))])
}

fn box_item() -> Value {
    object(&[("number", count()), ("text", line()), ("detail", optional(line()))])
}

/// A line of text: runs behind each other.
fn line() -> Value {
    list(json!({ "$ref": "#/$defs/run" }))
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn pair(first: Value, second: Value) -> Value {
    json!({ "type": "array", "prefixItems": [first, second], "minItems": 2, "items": false })
}

fn optional(of: Value) -> Value {
    json!({ "anyOf": [of, { "type": "null" }] })
}

/// An object with exactly these keys.
fn object(keys: &[(&str, Value)]) -> Value {
    let properties: serde_json::Map<String, Value> =
        keys.iter().map(|(name, of)| ((*name).to_owned(), of.clone())).collect();
    let required: Vec<&str> = keys.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// A thing of one kind: its name with what it holds.
fn one(name: &str, about: &str, holds: Value) -> Value {
    described(object(&[(name, holds)]), about)
}

/// A thing of one kind that holds nothing: its name.
fn alone(name: &str, about: &str) -> Value {
    json!({ "description": about, "const": name })
}

fn described(mut of: Value, words: &str) -> Value {
    of["description"] = json!(words);
    of
}
