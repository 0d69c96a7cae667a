use super::parts::{Content, Included, Part, Records, Timeline};
use super::schedule::{Schedule, ScheduleItem};
use crate::catalog::Catalog;
use crate::domain::{Field, Formula, FullId, Identifier, Kind, Meaning, Piece, Question, Scope, Template};
use crate::expression::{Asker, FormulaError, Names, compile_condition, compile_template};
use crate::source::{Entry, Fault, Located, SourceFile, Table, did_you_mean};

/// Reads the parts of one document and gathers every fault on the way.
pub(super) struct Reader<'r> {
    pub id: &'r Identifier,
    pub names: &'r Names<'r>,
    pub catalog: &'r Catalog,
    pub source: &'r SourceFile,
    pub faults: Vec<Fault>,
}

/// Of whom or what a text speaks.
#[derive(Clone, Copy)]
struct Of<'q> {
    scope: Scope,
    record: Option<&'q FullId>,
}

const OF_ALL: Of<'static> = Of { scope: Scope::Together, record: None };

impl<'r> Reader<'r> {
    pub fn part(&mut self, table: &Table) -> Part {
        let entries = table.entries();
        let about_it = |entry: &&Entry| matches!(entry.key.value, "when" | "otherwise");
        let when = table.text("when").and_then(|when| self.condition(&when, OF_ALL));
        let otherwise = self.text(table, "otherwise");
        let contents: Vec<Content> = entries
            .iter()
            .filter(|entry| !about_it(entry))
            .filter_map(|entry| self.content(table, entry.key.value))
            .collect();
        if entries.iter().all(|entry| about_it(&entry)) {
            let fault = Fault::new(table.span(), "in dit stuk staat niets");
            self.faults.push(fault.tip("zet er iets in, zoals heading = \"…\" of text = \"…\""));
        }
        Part { when, contents, otherwise }
    }

    fn content(&mut self, table: &Table, key: &str) -> Option<Content> {
        let organisation = Of { scope: Scope::PerOrganisation, record: None };
        Some(match key {
            "heading" => Content::Heading(self.text(table, key)?),
            "subheading" => Content::Subheading(self.text(table, key)?),
            "text" => Content::Text(self.paragraphs(table)),
            "items" => Content::Items(self.list(table, key)),
            "ticks" => Content::Ticks(self.list(table, key)),
            "terms" => Content::Terms(self.terms(table, key, OF_ALL)),
            "beside" => Content::Beside(self.terms(table, key, OF_ALL)),
            "each" => Content::Each(self.terms(table, key, organisation)),
            "notice" => self.notice(&table.table(key)?)?,
            "records" => Content::Records(self.records(&table.table(key)?)?),
            "timeline" => Content::Timeline(self.timeline(&table.table(key)?)?),
            "questions" => Content::Questions(self.questions(table)),
            "schedule" => Content::Schedule(self.schedule(&table.table(key)?)?),
            "lines" => Content::Lines(table.integer(key).and_then(|lines| usize::try_from(lines.value).ok())?),
            "page-break" => table.flag(key)?.value.then_some(Content::PageBreak)?,
            _ => Content::Included(table.read(key, Included::parse)?.value),
        })
    }

    fn notice(&mut self, table: &Table) -> Option<Content> {
        let spoken = table.flag("spoken").is_some_and(|spoken| spoken.value);
        Some(Content::Notice { word: table.string("word")?, text: self.text(table, "text")?, spoken })
    }

    fn questions(&mut self, table: &Table) -> Vec<FullId> {
        let words = table.texts("questions").into_iter();
        let meanings = words.filter_map(|word| Some(Located { value: Meaning::parse(word.value)?, span: word.span }));
        let meanings: Vec<Located<Meaning>> = meanings.collect();
        meanings.iter().filter_map(|meaning| Some(self.question(meaning)?.id.clone())).collect()
    }

    fn question(&mut self, meaning: &Located<Meaning>) -> Option<&'r Question> {
        let question = self.catalog.meaning(meaning.value);
        if question.is_none() {
            let message = format!("geen vraag heeft de betekenis '{}'", meaning.value.word());
            let tip = "geef een vraag deze betekenis met means, of haal dit weg";
            self.faults.push(Fault::at(meaning.span.clone(), message).tip(tip));
        }
        question
    }

    /// The question of a group, with its fields.
    fn group(&mut self, table: &Table, key: &str) -> Option<(FullId, &'r [Field])> {
        let meaning = table.read(key, Meaning::parse)?;
        let question = self.question(&meaning)?;
        match &question.kind {
            Kind::Group { fields, .. } => Some((question.id.clone(), fields)),
            _ => {
                let message = format!("'{}' is geen groepsvraag", meaning.value.word());
                let tip = "een tabel van dingen kan alleen bij een vraag met type = \"group\"";
                self.faults.push(Fault::at(meaning.span, message).tip(tip));
                None
            }
        }
    }

    fn records(&mut self, table: &Table) -> Option<Records> {
        let (question, fields) = self.group(table, "of")?;
        let by = table.text("by").filter(|by| self.is_field(fields, by)).and_then(|by| Identifier::parse(by.value));
        if let (Some(by), Some(written)) = (&by, table.text("by")) {
            self.check_divides(fields, by, &written);
        }
        let named = table.texts("fields");
        let known: Vec<_> = named.into_iter().filter(|field| self.is_field(fields, field)).collect();
        Some(Records {
            question,
            by,
            fields: known.iter().filter_map(|field| Identifier::parse(field.value)).collect(),
            blank: table.integer("blank").and_then(|rows| usize::try_from(rows.value).ok()).unwrap_or(0),
        })
    }

    fn timeline(&mut self, table: &Table) -> Option<Timeline> {
        let (question, fields) = self.group(table, "of")?;
        let mut field = |key| {
            let written = table.text(key)?;
            self.is_field(fields, &written).then(|| Some((Identifier::parse(written.value)?, written))).flatten()
        };
        let (day, name, by) = (field("day"), field("name"), field("by"));
        let ((day, written_day), (name, _), (by, written_by)) = (day?, name?, by?);
        self.check_divides(fields, &by, &written_by);
        if fields.iter().any(|field| field.id == day && field.kind != Kind::Date) {
            let fault = Fault::at(written_day.span, format!("'{day}' is geen datum"));
            self.faults.push(fault.tip("neem een veld met type = \"date\""));
        }
        Some(Timeline { question, day, name, by })
    }

    fn is_field(&mut self, fields: &[Field], written: &Located<&str>) -> bool {
        let known: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
        let is_known = known.contains(&written.value);
        if !is_known {
            let message = format!("de groep heeft geen veld '{}'", written.value);
            self.faults.push(Fault::at(written.span.clone(), message).tip_if(did_you_mean(written.value, &known)));
        }
        is_known
    }

    fn check_divides(&mut self, fields: &[Field], by: &Identifier, written: &Located<&str>) {
        let field = fields.iter().find(|field| field.id == *by);
        let divides = |kind: &Kind| matches!(kind, Kind::Choice { .. } | Kind::Scale { .. } | Kind::Date);
        if field.is_some_and(|field| !divides(&field.kind)) {
            let fault = Fault::at(written.span.clone(), format!("naar '{by}' kun je niet indelen"));
            self.faults.push(fault.tip("neem een veld met een keuze, een schaal of een datum"));
        }
    }

    fn schedule(&mut self, table: &Table) -> Option<Schedule> {
        let begin = self.text(table, "begin");
        let columns: Vec<String> = table.texts("columns").iter().map(|title| title.value.to_owned()).collect();
        let Ok(columns) = <[String; 3]>::try_from(columns) else {
            let fault = Fault::new(table.get("columns").map(|node| node.span()), "dit moeten drie koppen zijn");
            self.faults.push(fault.tip("schrijf bijvoorbeeld: columns = [\"Tijd\", \"Onderwerp\", \"Hoe het gaat\"]"));
            return None;
        };
        let items = table.tables("item").iter().filter_map(|item| self.schedule_item(item)).collect();
        Some(Schedule { begin, columns, items })
    }

    fn schedule_item(&mut self, table: &Table) -> Option<ScheduleItem> {
        let group = if table.contains("for") { Some(self.group(table, "for")?) } else { None };
        if group.is_none() {
            for node in ["distinct", "most"].into_iter().filter_map(|key| table.get(key)) {
                let fault = Fault::at(node.span(), "dit gaat over de dingen van een groepsvraag");
                self.faults.push(fault.tip("zeg met for bij welke groepsvraag, of haal dit weg"));
            }
        }
        let (records, fields) = group.map_or((None, &[][..]), |(question, fields)| (Some(question), fields));
        let distinct = table.text("distinct").filter(|field| records.is_none() || self.is_field(fields, field));
        let of = Of { record: records.as_ref(), ..OF_ALL };
        let (what, how) = (self.text_of(table, "what", of), self.text_of(table, "how", of));
        Some(ScheduleItem {
            when: table.text("when").and_then(|when| self.condition(&when, OF_ALL)),
            distinct: distinct.and_then(|field| Identifier::parse(field.value)),
            most: table.integer("most").and_then(|most| usize::try_from(most.value).ok()),
            minutes: table.integer("minutes").and_then(|minutes| u32::try_from(minutes.value).ok())?,
            what: what?,
            how: how?,
            records,
        })
    }

    fn paragraphs(&mut self, table: &Table) -> Vec<Template> {
        let Some(text) = table.text("text") else { return Vec::new() };
        let paragraphs = text.value.split("\n\n").map(str::trim).filter(|one| !one.is_empty());
        let located = paragraphs.map(|one| Located { value: one, span: text.span.clone() });
        located.filter_map(|one| self.template(&one, OF_ALL)).map(on_one_line).collect()
    }

    fn list(&mut self, table: &Table, key: &str) -> Vec<Template> {
        table.texts(key).iter().filter_map(|text| self.template(text, OF_ALL)).collect()
    }

    fn terms(&mut self, table: &Table, key: &str, of: Of) -> Vec<(String, Template)> {
        let terms = table.tables(key);
        terms.iter().filter_map(|term| Some((term.string("term")?, self.text_of(term, "text", of)?))).collect()
    }

    pub fn text(&mut self, table: &Table, key: &str) -> Option<Template> {
        self.text_of(table, key, OF_ALL)
    }

    fn text_of(&mut self, table: &Table, key: &str, of: Of) -> Option<Template> {
        self.template(&table.text(key)?, of)
    }

    fn template(&mut self, text: &Located<&str>, of: Of) -> Option<Template> {
        let compiled = compile_template(text.value, self.names, &self.asker(of));
        compiled.map_err(|error| self.fault(error, text)).ok()
    }

    fn condition(&mut self, text: &Located<&str>, of: Of) -> Option<Formula> {
        let compiled = compile_condition(text.value, self.names, &self.asker(of));
        compiled.map_err(|error| self.fault(error, text)).ok()
    }

    fn asker<'a>(&'a self, of: Of<'a>) -> Asker<'a> {
        Asker { questionnaire: self.id, question: None, scope: of.scope, record: of.record }
    }

    fn fault(&mut self, error: FormulaError, text: &Located<&str>) {
        // Where the text stands in the file as it is, the place is exact; else it is the whole text.
        let written = self.source.text.get(text.span.clone()).and_then(|whole| whole.find(text.value));
        let span = match written {
            Some(start) => text.span.start + start + error.span.start..text.span.start + start + error.span.end,
            None => text.span.clone(),
        };
        self.faults.push(Fault::at(span, error.fault.message()).tip_if(error.fault.tip()));
    }
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
