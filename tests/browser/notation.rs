use std::path::Path;

use chrono::NaiveDate;
use regio::domain::Decimal;
use regio::notation::{ReadingError, printed, read_amount, read_date, read_hours, read_number, without_unit};
use serde_json::{Value as Json, json};

use super::node::{MODULES, Needs, story};
use super::random::{Chance, today};

const TYPED: &[&str] = &[
    "0",
    "12",
    "-3",
    "1.250",
    "1 250",
    "1.25",
    "1,5",
    "1.250,50",
    "12.500,5",
    "€ 1250",
    "1250 euro",
    "EUR 10",
    "€",
    "1250,-",
    "1250.50",
    "0.50",
    "12.34.56",
    "1.2.3",
    "9999999999999",
    "9.999.999.999.999",
    "12345678901234567890",
    "-0,5",
    "2,5",
    "2.5",
    "2,3",
    "1u30",
    "1 uur en 15 min",
    "90 min",
    "90 minuten",
    "7 min",
    "een kwartier",
    "drie kwartier",
    "anderhalf uur",
    "een half uur",
    "2:45",
    "8 uur per maand",
    "8 Per Maand",
    "1u30 per maand",
    "8 uur per week",
    "uur per maand",
    "per maand",
    "2:75",
    "100000",
    "4 uren",
    "u",
    "31-12-2026",
    "2026-12-31",
    "31/12/2026",
    "31.12.2026",
    "3 dec 2026",
    "3 mrt 2027",
    "12-31-2026",
    "30-2-2027",
    "31-12-26",
    "1 mei 2027",
    "29-2-2028",
    "29-2-2027",
    "0-1-2027",
    "1-0-2027",
    "1-1-1899",
    "1-1-2201",
    "abc",
    "１２",
    "٣",
    "",
    "  ",
    "12 13",
    "een heel lang antwoord dat niemand in een veld voor een getal typt",
];

const PIECES: &[&str] = &[
    "0",
    "1",
    "2",
    "5",
    "12",
    "25",
    "30",
    "50",
    "75",
    "250",
    "000",
    "2026",
    "2027",
    ".",
    ",",
    "-",
    "/",
    " ",
    ":",
    "u",
    "uur",
    " min",
    "€",
    "euro",
    " per maand",
    "dec",
    "mei",
    "en ",
    "een ",
    ",-",
];

/// What stands above and a few thousand strange things, each for every kind.
fn cases() -> Vec<(&'static str, String)> {
    let mut chance = Chance::of_seed(7);
    let mut typed: Vec<String> = TYPED.iter().map(|&one| one.to_owned()).collect();
    for _ in 0..4_000 {
        let length = 1 + chance.below(6);
        typed.push((0..length).map(|_| *chance.one_of(PIECES)).collect());
        let sign = *chance.one_of(&["-", "/", ".", " "]);
        typed.push(format!("{}{sign}{}{sign}{}", chance.below(33), chance.below(14), 1_890 + chance.below(330)));
    }
    typed
        .into_iter()
        .flat_map(|text| ["number", "hours", "hours a month", "amount", "date"].map(|kind| (kind, text.clone())))
        .collect()
}

fn said<T>(read: Result<T, ReadingError>, words: impl Fn(T) -> String) -> Json {
    match read {
        Ok(value) => json!({ "value": words(value) }),
        Err(error) => json!({ "fault": error.message(), "tip": error.tip() }),
    }
}

fn of_program(kind: &str, typed: &str) -> Json {
    let decimal = |number: Decimal| number.hundredths().to_string();
    match kind {
        "number" => said(read_number(typed).map(Decimal::from_integer), decimal),
        "hours" => said(read_hours(typed), decimal),
        "hours a month" => said(read_hours(without_unit(typed, Some("uur per maand"))), decimal),
        "amount" => said(read_amount(typed), decimal),
        "text" => json!({ "value": printed(typed) }),
        _ => said(read_date(typed, today()), |day: NaiveDate| day.to_string()),
    }
}

/// The page wants a date with its year; the program takes more, such as `volgende week`.
fn is_same(kind: &str, program: &Json, page: &Json) -> bool {
    let not_a_date = page["tip"] == "typ de dag, de maand en het jaar, zoals 31-12-2026";
    program == page || (kind == "date" && not_a_date && page["value"].is_null())
}

#[test]
fn what_is_typed_in_the_page_is_read_as_in_the_program() {
    let cases = cases();
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let file = folder.path().join("typed.json");
    std::fs::write(&file, json!(cases).to_string()).expect("the cases are written");
    let Some(said) = story(Needs::Node, "notation.mjs", &[Path::new(MODULES), &file]) else { return };
    let said: Vec<Json> = serde_json::from_str(&said).expect("the story prints JSON");
    let mut read = 0;
    for ((kind, typed), page) in cases.iter().zip(&said) {
        let program = of_program(kind, typed);
        assert!(is_same(kind, &program, page), "{kind} '{typed}': {page}, in the program {program}");
        read += usize::from(!page["value"].is_null());
    }
    assert!(said.len() == cases.len() && read > 1_500, "{read} of {} could be read", said.len());
    let dates = cases.iter().zip(&said).filter(|((kind, _), page)| *kind == "date" && !page["value"].is_null());
    assert!(dates.count() > 1_000);
}

/// Every sign there is: what one of the two leaves out, the other leaves out too.
#[test]
fn the_page_shows_the_letters_that_the_program_prints() {
    let every: Vec<char> = ('\0'..=char::MAX).collect();
    let cases: Vec<(&str, String)> = every
        .chunks(1_000)
        .map(|letters| ("text", letters.iter().flat_map(|letter| ['x', *letter]).collect()))
        .collect();
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let file = folder.path().join("typed.json");
    std::fs::write(&file, json!(cases).to_string()).expect("the cases are written");
    let Some(said) = story(Needs::Node, "notation.mjs", &[Path::new(MODULES), &file]) else { return };
    let said: Vec<Json> = serde_json::from_str(&said).expect("the story prints JSON");
    assert_eq!(said.len(), cases.len());
    for ((kind, typed), page) in cases.iter().zip(&said) {
        assert_eq!(&of_program(kind, typed), page, "{:?}", typed.chars().nth(1));
    }
}
