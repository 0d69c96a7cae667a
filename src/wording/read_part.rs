use super::parts::{Content, Included, Part, Records, Ring, Timeline};
use super::schedule::{Schedule, ScheduleItem};
use crate::domain::{Circle, Field, FullId, Identifier, Kind, Meaning, Piece, Scope, Template};
use crate::expression::{Asker, Reader};
use crate::source::{Fault, Located, Table};

/// What stands beside the contents of a part: it says when the part is there, and what if there is nothing else.
const ABOUT_IT: &[&str] = &["when", "otherwise"];

/// Reads a part whose shape was checked.
pub(super) fn read_part(table: &Table, reader: &mut Reader) -> Part {
    let mut keys: Vec<&str> = table.entries().iter().map(|entry| entry.key.value).collect();
    keys.retain(|key| !ABOUT_IT.contains(key));
    if keys.is_empty() {
        let fault = Fault::new(table.span(), "in dit stuk staat niets");
        reader.fault(fault.tip("zet er iets in, zoals heading = \"…\" of text = \"…\""));
    }
    Part {
        when: reader.condition(table, "when", reader.asker()),
        contents: keys.into_iter().filter_map(|key| read_content(table, key, reader)).collect(),
        otherwise: reader.text(table, "otherwise", reader.asker()),
    }
}

fn read_content(table: &Table, key: &str, reader: &mut Reader) -> Option<Content> {
    let together = reader.asker();
    let organisation = Asker { scope: Scope::Each(Circle::Kopgroep), ..together };
    Some(match key {
        "heading" => Content::Heading(reader.text(table, key, together)?),
        "subheading" => Content::Subheading(reader.text(table, key, together)?),
        "text" => Content::Text(read_paragraphs(&table.text(key)?, reader)),
        "items" => Content::Items(read_list(table, key, reader)),
        "ticks" => Content::Ticks(read_list(table, key, reader)),
        "terms" => Content::Terms(read_terms(table, key, together, reader)),
        "beside" => Content::Beside(read_terms(table, key, together, reader)),
        "each" => Content::Each(read_terms(table, key, organisation, reader)),
        "notice" => read_notice(&table.table(key)?, reader)?,
        "records" => Content::Records(read_records(&table.table(key)?, reader)?),
        "timeline" => Content::Timeline(read_timeline(&table.table(key)?, reader)?),
        "ring" => Content::Ring(read_ring(&table.table(key)?, reader)?),
        "questions" => {
            Content::Questions(table.texts(key).iter().filter_map(|word| question(word, reader)).cloned().collect())
        }
        "schedule" => Content::Schedule(read_schedule(&table.table(key)?, reader)?),
        "lines" => Content::Lines(table.whole(key)?),
        "page-break" => table.is_true(key).then_some(Content::PageBreak)?,
        _ => Content::Included(table.read(key, Included::parse)?.value),
    })
}

fn read_paragraphs(text: &Located<&str>, reader: &mut Reader) -> Vec<Template> {
    let paragraphs = text.value.split("\n\n").map(str::trim).filter(|one| !one.is_empty());
    let located = paragraphs.map(|one| Located { value: one, span: text.span.clone() });
    located.filter_map(|one| reader.template(&one, reader.asker())).map(on_one_line).collect()
}

fn read_list(table: &Table, key: &str, reader: &mut Reader) -> Vec<Template> {
    table.texts(key).iter().filter_map(|text| reader.template(text, reader.asker())).collect()
}

fn read_terms(table: &Table, key: &str, asker: Asker, reader: &mut Reader) -> Vec<(String, Template)> {
    let terms = table.tables(key);
    terms.iter().filter_map(|term| Some((term.string("term")?, reader.text(term, "text", asker)?))).collect()
}

fn read_notice(table: &Table, reader: &mut Reader) -> Option<Content> {
    let text = reader.text(table, "text", reader.asker())?;
    Some(Content::Notice { word: table.string("word")?, text, spoken: table.is_true("spoken") })
}

/// The question that has a meaning.
fn question<'r>(word: &Located<&str>, reader: &mut Reader<'r>) -> Option<&'r FullId> {
    let question = reader.names?.meaning(Meaning::parse(word.value)?);
    if question.is_none() {
        let fault = Fault::at(word.span.clone(), format!("geen vraag heeft de betekenis '{}'", word.value));
        reader.fault(fault.tip("geef een vraag deze betekenis met means, of haal dit weg"));
    }
    question
}

/// The question of a group, with its fields.
fn group<'r>(table: &Table, key: &str, reader: &mut Reader<'r>) -> Option<(&'r FullId, &'r [Field])> {
    let word = table.text(key)?;
    let id = question(&word, reader)?;
    let kind = &*reader.names?.question(id)?.kind;
    if !matches!(kind, Kind::Group { .. }) {
        let fault = Fault::at(word.span, format!("'{}' is geen groepsvraag", word.value));
        reader.fault(fault.tip("een tabel van dingen kan alleen bij een vraag met type = \"group\""));
        return None;
    }
    Some((id, kind.fields()))
}

/// The field that is named here, of a group that has these.
fn field<'f>(written: &Located<&str>, fields: &'f [Field], reader: &mut Reader) -> Option<&'f Field> {
    let known: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
    reader.is_known(written, &known, format!("de groep heeft geen veld '{}'", written.value));
    fields.iter().find(|field| field.id.as_str() == written.value)
}

/// The field by which the records are divided.
fn dividing_field(table: &Table, fields: &[Field], reader: &mut Reader) -> Option<Identifier> {
    let written = table.text("by")?;
    let field = field(&written, fields, reader)?;
    if !matches!(field.kind, Kind::Choice { .. } | Kind::Scale { .. } | Kind::Date) {
        let fault = Fault::at(written.span, format!("naar '{}' kun je niet indelen", field.id));
        reader.fault(fault.tip("neem een veld met een keuze, een schaal of een datum"));
    }
    Some(field.id.clone())
}

fn read_records(table: &Table, reader: &mut Reader) -> Option<Records> {
    let (question, fields) = group(table, "of", reader)?;
    let by = dividing_field(table, fields, reader);
    let named = table.texts("fields");
    let named = named.iter().filter_map(|written| Some(field(written, fields, reader)?.id.clone())).collect();
    let only = table.text("only").and_then(|written| {
        let said = field(&written, fields, reader)?;
        if said.kind != Kind::YesNo {
            let fault = Fault::at(written.span, format!("'{}' is geen ja of nee", said.id));
            reader.fault(fault.tip("neem een veld met type = \"yes_no\""));
        }
        Some(said.id.clone())
    });
    let blank = table.whole("blank").unwrap_or(0);
    Some(Records { question: question.clone(), by, fields: named, only, blank })
}

fn read_timeline(table: &Table, reader: &mut Reader) -> Option<Timeline> {
    let (question, fields) = group(table, "of", reader)?;
    let (written_day, written_name) = (table.text("day")?, table.text("name")?);
    let (day, name) = (field(&written_day, fields, reader), field(&written_name, fields, reader));
    let by = dividing_field(table, fields, reader);
    if let Some(other) = day.filter(|day| day.kind != Kind::Date) {
        let fault = Fault::at(written_day.span, format!("'{}' is geen datum", other.id));
        reader.fault(fault.tip("neem een veld met type = \"date\""));
    }
    Some(Timeline { question: question.clone(), day: day?.id.clone(), name: name?.id.clone(), by: by? })
}

fn read_ring(table: &Table, reader: &mut Reader) -> Option<Ring> {
    Some(Ring { middle: reader.text(table, "middle", reader.asker())?, around: read_list(table, "around", reader) })
}

fn read_schedule(table: &Table, reader: &mut Reader) -> Option<Schedule> {
    let begin = reader.text(table, "begin", reader.asker());
    let columns: Vec<String> = table.texts("columns").iter().map(|title| title.value.to_owned()).collect();
    let columns = <[String; 3]>::try_from(columns);
    if columns.is_err() {
        let fault = Fault::new(table.get("columns").map(|node| node.span()), "dit moeten drie koppen zijn");
        reader.fault(fault.tip("schrijf bijvoorbeeld: columns = [\"Tijd\", \"Onderwerp\", \"Hoe het gaat\"]"));
    }
    let items = table.tables("item").iter().filter_map(|item| read_item(item, reader)).collect();
    Some(Schedule { begin, columns: columns.ok()?, items })
}

fn read_item(table: &Table, reader: &mut Reader) -> Option<ScheduleItem> {
    let group = if table.contains("for") { Some(group(table, "for", reader)?) } else { None };
    if group.is_none() {
        for node in ["by", "distinct", "most"].into_iter().filter_map(|key| table.get(key)) {
            let fault = Fault::at(node.span(), "dit gaat over de dingen van een groepsvraag");
            reader.fault(fault.tip("zeg met for bij welke groepsvraag, of haal dit weg"));
        }
    }
    let distinct = group.zip(table.text("distinct")).and_then(|((_, fields), written)| field(&written, fields, reader));
    let by = group.and_then(|(_, fields)| dividing_field(table, fields, reader));
    let asker = Asker { record: group.map(|(question, _)| question), ..reader.asker() };
    let [what, how] = ["what", "how"].map(|key| reader.text(table, key, asker));
    Some(ScheduleItem {
        when: reader.condition(table, "when", reader.asker()),
        records: group.map(|(question, _)| question.clone()),
        by,
        distinct: distinct.map(|field| field.id.clone()),
        most: table.whole("most"),
        minutes: table.whole("minutes")?,
        what: what?,
        how: how?,
    })
}

/// Lines of a paragraph are for the writer; the document breaks them itself.
fn on_one_line(paragraph: Template) -> Template {
    let flowing = |piece: Piece| match piece {
        Piece::Words(words) => Piece::Words(flowing(&words)),
        value => value,
    };
    Template { pieces: paragraph.pieces.into_iter().map(flowing).collect() }
}

/// The words with one space wherever there is a break between them.
fn flowing(words: &str) -> String {
    let inner = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let edge = |is_edge: bool| if is_edge && !inner.is_empty() { " " } else { "" };
    let (before, after) = (edge(words.starts_with(char::is_whitespace)), edge(words.ends_with(char::is_whitespace)));
    if inner.is_empty() { " ".to_owned() } else { format!("{before}{inner}{after}") }
}
