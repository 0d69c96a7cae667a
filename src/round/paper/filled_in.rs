//! What was filled in on a sheet of Word: which lines belong to which question, and what they say.

use super::code::Code;
use super::cross::boxes;
use super::word_file::{Piece, WordFile};
use super::writing::{OTHER, before_short_answer, options};
use crate::domain::{FullId, Kind, State, Value};
use crate::interview::{Refusal, joined_parts};
use crate::notation;

/// The style of a line to write on.
const WRITING_LINE: &str = "Schrijflijn";
/// The style of a box with a choice behind it.
const BOX_LINE: &str = "Hokje";
/// The style of what comes of a choice.
const CONSEQUENCE: &str = "Bijhokje";
/// How the styles of headings begin, in our files and in those of other programs.
const HEADINGS: [&str; 4] = ["Kop", "Heading", "Titel", "Title"];

/// Before the name of the project, before the code of a sheet, and before the name of the one who filled it in.
pub const COLLABORATION: &str = "Samenwerking";
pub const CODE_OF_SHEET: &str = "Code van dit blad";
pub const FILLED_IN_BY: &str = "Ingevuld door";
/// Before the day on which it was filled in.
pub const FILLED_IN_ON: &str = "Ingevuld op";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Nothing where its head was lost.
    pub code: Option<String>,
    /// The name of the project.
    pub project: Option<String>,
    pub filled_in_by: Option<String>,
    pub filled_in_on: Option<String>,
    pub answers: Vec<FilledIn>,
}

/// What stands below one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FilledIn {
    /// The code of the question, or its id where the code is shared.
    pub question: String,
    pieces: Vec<Piece>,
}

/// What the pieces say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filling {
    pub said: Option<Said>,
    /// What stands where nothing is asked.
    pub unread: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    State(State),
    /// As a hand writes it.
    Text(String),
}

pub(super) fn sheets(file: &WordFile) -> Vec<Sheet> {
    let mut sheets = vec![Sheet::default()];
    let mut in_question = false;
    let mut project = None;
    for piece in &file.pieces {
        let last = sheets.len() - 1;
        let sheet = &mut sheets[last];
        let (style, text) = match piece {
            Piece::Line { style, text } => (style.as_str(), text.as_str()),
            Piece::Row(_) => ("", ""),
        };
        if let Some((COLLABORATION, name)) = text.split_once('\t') {
            project = Some(name.trim().to_owned());
        } else if let Some(code) = text.strip_prefix(CODE_OF_SHEET) {
            let code = Some(code.trim().to_owned());
            sheets.push(Sheet { code, project: project.take(), ..Sheet::default() });
        } else if let Some(name) = text.strip_prefix(FILLED_IN_BY) {
            sheet.filled_in_by = Some(written(name)).filter(|name| !name.is_empty());
        } else if let Some((FILLED_IN_ON, day)) = text.split_once('\t').filter(|_| sheet.answers.is_empty()) {
            sheet.filled_in_on = Some(written(day)).filter(|day| !day.is_empty());
        } else if HEADINGS.iter().any(|heading| style.starts_with(heading)) {
            let question = question(text);
            in_question = question.is_some();
            sheet.answers.extend(question.map(|question| FilledIn { question, pieces: Vec::new() }));
        } else if let Some(answer) = sheet.answers.last_mut().filter(|_| in_question) {
            answer.pieces.push(piece.clone());
        }
    }
    sheets.retain(|sheet| !sheet.answers.is_empty());
    sheets
}

/// `T66-3Y  Welke rol past bij jullie?`
fn question(heading: &str) -> Option<String> {
    let mut words = heading.split_whitespace();
    let code = words.next().filter(|word| word.contains('-') && Code::parse(word).is_some())?;
    let id = words.next().filter(|word| FullId::parse(word).is_some());
    Some(id.unwrap_or(code).to_owned())
}

/// Without the line that was printed to write on.
fn written(text: &str) -> String {
    text.replace("____", "").trim_matches(|sign: char| sign == '_' || sign.is_whitespace()).to_owned()
}

impl FilledIn {
    pub fn read(&self, kind: &Kind) -> Result<Filling, Refusal> {
        let mut reading = Reading::new(kind);
        self.pieces.iter().for_each(|piece| reading.take(piece));
        let said = reading.said(kind)?;
        Ok(Filling { said, unread: reading.unread })
    }
}

#[derive(Default)]
struct Reading {
    options: Vec<String>,
    /// What stands before room for a word or a number.
    before: Option<String>,
    /// The places of the options that were ticked.
    ticked: Vec<usize>,
    /// An answer of one's own, beside the options.
    own: Option<String>,
    states: Vec<State>,
    lines: Vec<String>,
    rows: Vec<Vec<String>>,
    unread: Vec<String>,
    /// Whether the room to answer has begun: what stands above it was printed.
    has_begun: bool,
}

impl Reading {
    fn new(kind: &Kind) -> Reading {
        let options = options(kind).iter().map(|option| notation::breakable(option)).collect();
        let before = before_short_answer(kind).map(|before| notation::breakable(&before));
        Reading { options, before, ..Reading::default() }
    }

    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Row(cells) => self.take_row(cells),
            Piece::Line { style, text } if style == WRITING_LINE => {
                self.has_begun = true;
                let numbered = text.trim_start_matches(|sign: char| sign.is_ascii_digit()).strip_prefix('.');
                self.lines.push(written(numbered.unwrap_or(text)));
            }
            Piece::Line { style, text } => self.take_line(style, text),
        }
    }

    /// Before the first cell stands the number of the row; the row of heads has none.
    fn take_row(&mut self, cells: &[String]) {
        let Some((number, cells)) = cells.split_first() else { return };
        if number.trim().parse::<usize>().is_ok() {
            self.has_begun = true;
            self.rows.push(cells.iter().map(|cell| notation::on_one_line(&written(cell))).collect());
        }
    }

    fn take_line(&mut self, style: &str, text: &str) {
        let (boxes, loose) = boxes(style == BOX_LINE, text);
        if !boxes.is_empty() {
            self.has_begun = true;
            loose.iter().for_each(|words| self.leave(words));
            return boxes.iter().for_each(|(ticked, words)| self.take_box(*ticked, words));
        }
        match self.before.as_ref().and_then(|before| text.strip_prefix(before)?.strip_prefix(':')) {
            Some(answer) => {
                self.has_begun = true;
                self.lines.push(written(answer));
            }
            None if self.has_begun && style != CONSEQUENCE => self.leave(text),
            None => {}
        }
    }

    fn take_box(&mut self, ticked: bool, words: &str) {
        for state in [State::Unknown, State::NotApplicable] {
            if let Some(more) = words.strip_prefix(notation::state(&state)) {
                self.states.extend(ticked.then_some(state));
                return self.leave(more);
            }
        }
        let (number, label) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some((place, option)) = place.and_then(|place| Some((place, self.options.get(place)?))) else {
            if ticked || place.is_none() {
                self.leave(words);
            }
            return;
        };
        if option == OTHER {
            let own = written(label.trim().strip_prefix(OTHER).unwrap_or(label).trim_start_matches(':'));
            self.own = Some(own).filter(|own| ticked || !own.is_empty());
        } else {
            self.ticked.extend(ticked.then_some(place));
            if notation::on_one_line(label) != notation::on_one_line(option) {
                self.leave(label);
            }
        }
    }

    fn leave(&mut self, words: &str) {
        self.unread.extend(Some(written(words)).filter(|words| !words.is_empty()));
    }

    fn said(&mut self, kind: &Kind) -> Result<Option<Said>, Refusal> {
        self.lines.retain(|line| !line.is_empty());
        self.rows.retain(|cells| cells.iter().any(|cell| !cell.is_empty()));
        let answer = if self.options.is_empty() { self.text(kind).map(Said::Text) } else { self.choice(kind)? };
        match (self.states.as_slice(), answer) {
            ([], answer) => Ok(answer),
            ([state], None) => Ok(Some(Said::State(state.clone()))),
            ([state, ..], _) => {
                Err(unclear(format!("bij '{}' staat een kruis, en er staat meer", notation::state(state))))
            }
        }
    }

    /// The numbers and words behind the boxes.
    fn choice(&self, kind: &Kind) -> Result<Option<Said>, Refusal> {
        if self.own.as_ref().is_some_and(String::is_empty) {
            return Err(unclear(format!("achter '{OTHER}' staat niets")));
        }
        let crosses = self.ticked.len() + usize::from(self.own.is_some());
        if crosses > 1 && !matches!(kind, Kind::Choices { .. }) {
            return Err(unclear(format!("er staan {crosses} kruisjes, en er past er één")));
        }
        let ids = self.ticked.iter().filter_map(|place| Some(Value::text(kind.options().get(*place)?.id.as_str())));
        let mut chosen = ids.chain(self.own.as_deref().map(Value::text));
        let level = || self.ticked.first().and_then(|place| i64::try_from(place + 1).ok());
        let value = match kind {
            Kind::YesNo => self.ticked.first().map(|place| Value::Flag(*place == 0)),
            Kind::Scale { .. } => level().map(Value::integer),
            Kind::Choices { .. } => Some(Value::List(chosen.collect())).filter(|_| crosses > 0),
            _ => chosen.next(),
        };
        Ok(value.map(|value| Said::State(State::Given(value))))
    }

    fn text(&self, kind: &Kind) -> Option<String> {
        let text = match kind {
            Kind::Group { .. } => {
                joined_parts(&self.rows.iter().map(|cells| joined_parts(cells, '|')).collect::<Vec<_>>(), ';')
            }
            Kind::List { .. } | Kind::Organisations { .. } => joined_parts(&self.lines, ';'),
            Kind::LongText => self.lines.join("\n"),
            _ => notation::on_one_line(&self.lines.join("\n")),
        };
        Some(text).filter(|text| !text.is_empty())
    }
}

fn unclear(fault: String) -> Refusal {
    Refusal::new(fault, "vraag na wat bedoeld is")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Choice, Identifier};

    fn line(style: &str, text: &str) -> Piece {
        Piece::Line { style: style.to_owned(), text: text.to_owned() }
    }

    fn choices() -> Kind {
        let option = |word: &str| {
            let id = Identifier::parse(word).expect("a plain word");
            Choice { id, label: notation::capital(word), help: None, consequence: None, alone: false }
        };
        Kind::Choices { options: vec![option("oefenen"), option("leren")], other: true, at_most: None }
    }

    fn read(kind: &Kind, pieces: &[Piece]) -> Result<Filling, Refusal> {
        FilledIn { question: String::new(), pieces: pieces.to_vec() }.read(kind)
    }

    #[track_caller]
    fn check(kind: &Kind, pieces: &[Piece], said: &str, unread: &[&str]) {
        let filling = read(kind, pieces).unwrap_or_else(|refusal| panic!("{}", refusal.fault));
        let name = |_: &str| None;
        let words = filling.said.map(|said| match said {
            Said::Text(text) => text,
            Said::State(state) => notation::said(kind, &state, &name),
        });
        assert_eq!(
            (words.unwrap_or_default().as_str(), filling.unread),
            (said, unread.iter().map(|one| (*one).to_owned()).collect())
        );
    }

    #[test]
    fn crosses_are_read_however_they_were_put() {
        let boxes = |one: &str, two: &str, own: &str| {
            [
                line("Hokje", &format!("{one}\t1\tOefenen")),
                line("Hokje", &format!("{two}\t2\tLeren")),
                line("Hokje", &format!("\u{2610}\t3\t{OTHER}: {own}")),
            ]
        };
        check(&choices(), &boxes("\u{2611}", "\u{2610}", "____________________"), "Oefenen", &[]);
        check(&choices(), &boxes("\u{2610}", "\u{2612}", "soep_"), "Leren en soep", &[]);
        check(&choices(), &boxes("x", "", ""), "Oefenen", &[]);
        check(&choices(), &boxes("\u{2610}X", "\u{2610}", ""), "Oefenen", &[]);
        check(&choices(), &boxes("\u{2610}", "X \u{2610}", ""), "Leren", &[]);
        check(&choices(), &boxes("\u{2610} v ", "x\u{2610}", ""), "Oefenen en Leren", &[]);
        check(&choices(), &boxes("\u{2610} soms", "\u{2610}", ""), "", &["soms\t1\tOefenen"]);
        check(&choices(), &boxes("soms \u{2610}", "\u{fffd}", ""), "", &["soms", "\u{fffd}"]);
        let states = |between: &str| {
            [line("Standaard", &format!("\u{2610} weet ik nog niet{between}\u{2610} niet van toepassing"))]
        };
        check(&choices(), &states("    X"), "niet van toepassing", &[]);
        check(&choices(), &states("    X "), "niet van toepassing", &[]);
        check(&choices(), &states(" X   "), "", &["X"]);
        check(&choices(), &boxes("\u{2610}", "\u{2610}", "____"), "", &[]);
        check(
            &choices(),
            &[line("Hokje", "\u{2611}\t1\tOefenen, maar pas in mei")],
            "Oefenen",
            &["Oefenen, maar pas in mei"],
        );
    }

    #[test]
    fn lines_and_rows_become_one_answer() {
        let lines = [line("Schrijflijn", "1. a; b\t"), line("Schrijflijn", "2. c"), line("Schrijflijn", "3. ")];
        check(&Kind::List { item: "ding".to_owned(), at_most: None }, &lines, "a\\; b;c", &[]);
        check(&Kind::LongText, &[line("Schrijflijn", "Eén"), line("Schrijflijn", "twee\t")], "Eén\ntwee", &[]);
        check(
            &Kind::Text,
            &[line("Standaard", "Uitleg."), line("Schrijflijn", "Eén"), line("Standaard", "Nog iets")],
            "Eén",
            &["Nog iets"],
        );
        check(&Kind::Date, &[line("Standaard", "Datum (dag, maand, jaar): __31-12-2026____")], "31-12-2026", &[]);
        let row = |cells: &[&str]| Piece::Row(cells.iter().map(|cell| (*cell).to_owned()).collect());
        let group = Kind::Group { item: "ding".to_owned(), fields: Vec::new(), at_most: None };
        let rows =
            [row(&["Ding", "Naam", "Soort"]), row(&["1", "a|b", "\u{a0}"]), row(&["2", "", ""]), row(&["3", "c", "2"])];
        check(&group, &rows, "a\\|b|;c|2", &[]);
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let states = "\u{2611} weet ik nog niet    \u{2610} niet van toepassing";
        check(&Kind::Text, &[line("Standaard", states)], "weet ik nog niet", &[]);
        let refused = |kind: &Kind, pieces: &[Piece]| read(kind, pieces).expect_err("is unclear").fault;
        let both = [line("Schrijflijn", "Eén"), line("Standaard", states)];
        assert_eq!(refused(&Kind::Text, &both), "bij 'weet ik nog niet' staat een kruis, en er staat meer");
        let yes_and_no = [line("Hokje", "\u{2611}\t1\tJa"), line("Hokje", "\u{2611}\t2\tNee")];
        assert_eq!(refused(&Kind::YesNo, &yes_and_no), "er staan 2 kruisjes, en er past er één");
        let own = [line("Hokje", &format!("\u{2611}\t3\t{OTHER}: ____"))];
        assert_eq!(refused(&choices(), &own), "achter 'Iets anders, namelijk' staat niets");
    }

    #[test]
    fn a_heading_begins_with_the_code_of_its_question() {
        let code = Code::of_question(&FullId::parse("verkennen.aanleiding").expect("a full id")).to_string();
        assert_eq!(question(&format!("{code}  Waarom nu?")), Some(code.clone()));
        assert_eq!(question(&format!("{code} proef.waarom Waarom nu?")).as_deref(), Some("proef.waarom"));
        for other in [code.replace('-', ""), "Mail-adres van wie het invulde".to_owned(), String::new()] {
            assert_eq!(question(&other), None, "{other}");
        }
    }
}
