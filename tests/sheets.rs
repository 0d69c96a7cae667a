//! Workbooks, CSV and calendar files, read by programs that are not ours.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::python;

/// A folder with the project of an example, in which the program is run on 24 November 2026.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn with_example(name: &str) -> Desk {
        let desk = Desk { folder: tempfile::tempdir().expect("the system gives a folder") };
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("regio.toml");
        fs::copy(example, desk.path("regio.toml")).expect("the example is there");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, words: &[&str]) {
        let done = Command::new(env!("CARGO_BIN_EXE_regio"))
            .current_dir(self.folder.path())
            .args(words)
            .env("REGIO_STATE", self.path("state"))
            .env("REGIO_VANDAAG", "2026-11-24")
            .env_remove("REGIO_PROJECT")
            .output()
            .expect("the program starts");
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// Writes a result to a file.
    fn make(&self, words: &[&str], file: &str) -> PathBuf {
        let out = ["--uit", file, "--overschrijf"];
        self.run(&[words, &out].concat());
        self.path(file)
    }
}

fn read(packages: &[&str], script: &str, files: &[&Path]) -> Option<Value> {
    let printed = python::run(packages, script, files)?;
    Some(serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{error}:\n{printed}")))
}

/// What openpyxl sees of a workbook.
const WORKBOOK: &str = r#"
import sys, json, zipfile, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
page = book.active
rows = list(page.iter_rows(min_row=4))
def cell(one):
    if isinstance(one.value, datetime.datetime):
        return {"date": one.value.date().isoformat(), "is_date": one.is_date, "format": one.number_format}
    return one.value
parts = zipfile.ZipFile(sys.argv[1])
print(json.dumps({
    "label": page["A1"].value,
    "title": page["A2"].value,
    "frozen": page.freeze_panes,
    "titles": [one.value for one in rows[0]],
    "rows": [[cell(one) for one in row] for row in rows[1:]],
    "kinds": sorted({one.data_type for row in page.iter_rows() for one in row}),
    "formulas": sum(parts.read(name).count(b"<f>") + parts.read(name).count(b"<f ") for name in parts.namelist() if "/worksheets/" in name),
    "boxes": "xl/featurePropertyBag/featurePropertyBag.xml" in parts.namelist(),
    "repeated": page.print_title_rows,
    "landscape": page.page_setup.orientation,
    "paper": page.page_setup.paperSize,
    "header": page.oddHeader.right.text,
    "filter": page.auto_filter.ref,
    "document": [book.properties.title, book.properties.subject, book.properties.keywords],
    "made": book.properties.created.isoformat(),
}))
"#;

fn column(book: &Value, title: &str) -> Vec<Value> {
    let titles = book["titles"].as_array().expect("there are titles");
    let number = titles.iter().position(|one| one == title).unwrap_or_else(|| panic!("no column '{title}'"));
    book["rows"].as_array().expect("there are rows").iter().map(|row| row[number].clone()).collect()
}

#[test]
fn a_checklist_is_a_workbook_with_boxes_and_real_dates() {
    let desk = Desk::with_example("tweede-jaar");
    let file = desk.make(&["checklist", "--alles"], "stappen.xlsx");
    let Some(book) = read(&["openpyxl"], WORKBOOK, &[&file]) else { return };
    assert_eq!(book["label"], "TLP:AMBER+STRICT");
    assert_eq!(book["header"], "TLP:AMBER+STRICT");
    assert_eq!(book["frozen"], "A5");
    assert_eq!(book["repeated"], "$4:$4");
    assert_eq!(book["landscape"], "landscape");
    assert_eq!(book["paper"].to_string(), "9");
    assert_eq!(book["formulas"], 0);
    assert_eq!(book["made"], "2026-11-24T00:00:00");
    assert_eq!(book["boxes"], true);
    let ticks = column(&book, "Klaar");
    assert!(ticks.contains(&json!(true)) && ticks.contains(&json!(false)), "{ticks:?}");
    assert!(ticks.iter().all(Value::is_boolean), "{ticks:?}");
    let due: Vec<Value> = column(&book, "Voor").into_iter().filter(|due| !due.is_null()).collect();
    assert!(due.len() > 5);
    assert!(due.iter().all(|due| due["is_date"] == true && due["format"] == "dd-mm-yyyy"), "{due:?}");
}

#[test]
fn every_answer_stands_in_the_workbook_as_it_was_given() {
    let desk = Desk::with_example("tweede-jaar");
    let file = desk.make(&["document", "overzicht"], "antwoorden.xlsx");
    let Some(book) = read(&["openpyxl"], WORKBOOK, &[&file]) else { return };
    let ids = column(&book, "Id");
    let answers = column(&book, "Antwoord");
    let given = column(&book, "Stand").iter().filter(|state| *state == "beantwoord").count();
    let project = fs::read_to_string(desk.path("regio.toml")).unwrap();
    let values = project.split("\n[answer.").skip(1).filter(|part| part.contains("\nvalue = ")).count();
    let others = project.split("\n[[variant]]").skip(1).filter(|part| part.contains("\nvalue = ")).count();
    let views = project.split("\n[view.").skip(1).filter(|part| part.contains("\nvalue = ")).count();
    let lapsed = project.split("\n[[lapsed]]").skip(1).filter(|part| part.contains("\nvalue = ")).count();
    assert_eq!(given, values + others + views + lapsed);
    let row = ids.iter().position(|id| id == "verkennen.startbijeenkomst").expect("it was asked");
    assert_eq!(answers[row], "15 april 2025");
    assert_eq!(column(&book, "Datum")[row]["date"], "2025-04-15");
    assert!(column(&book, "Bedrag").iter().any(Value::is_number));
    assert!(column(&book, "Getal").iter().any(Value::is_number));
    assert!(column(&book, "TLP").contains(&json!("TLP:AMBER+STRICT")));
    assert_eq!(book["label"], "TLP:AMBER+STRICT");
}

#[test]
fn nothing_typed_becomes_a_formula() {
    let desk = Desk::with_example("vroeg");
    let hostile = "=HYPERLINK(\"http://x.example\";\"klik\")";
    desk.run(&["organisatie", "nieuw", hostile]);
    desk.run(&["gebeurtenis", "nieuw", "@SUM(1+1)*cmd|' /C calc'!A0"]);
    let (book, csv) = (desk.make(&["organisatie"], "register.xlsx"), desk.make(&["organisatie"], "register.csv"));
    let successes = desk.make(&["gebeurtenis"], "successen.csv");
    let Some(book) = read(&["openpyxl"], WORKBOOK, &[&book]) else { return };
    assert_eq!(book["formulas"], 0);
    assert!(!book["kinds"].as_array().unwrap().contains(&json!("f")), "{}", book["kinds"]);
    assert!(column(&book, "Organisatie").contains(&json!(hostile)));
    let script = "import sys, csv, json\nprint(json.dumps([list(csv.reader(open(file, encoding='utf-8-sig', newline=''), delimiter=';')) for file in sys.argv[1:]]))";
    let Some(tables) = read(&[], script, &[&csv, &successes]) else { return };
    let cells: Vec<&str> = tables
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|table| table.as_array().unwrap())
        .flat_map(|row| row.as_array().unwrap())
        .filter_map(Value::as_str)
        .collect();
    assert!(cells.contains(&format!("'{hostile}").as_str()), "{cells:?}");
    assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{cells:?}");
    assert!(
        tables
            .as_array()
            .unwrap()
            .iter()
            .all(|table| table[0].as_array().unwrap().last().unwrap() == "Label van dit bestand")
    );
}

/// What two readers see of a calendar; each refuses what it cannot read.
const CALENDAR: &str = r#"
import sys, json, icalendar, vobject
text = open(sys.argv[1], encoding="utf-8", newline="").read()
calendar = icalendar.Calendar.from_ical(text)
def event(one):
    start, end = one["DTSTART"].dt, one["DTEND"].dt
    zone = getattr(start, "tzinfo", None)
    return {
        "uid": str(one["UID"]), "sequence": int(one["SEQUENCE"]), "stamp": one["DTSTAMP"].dt.isoformat(),
        "start": start.isoformat(), "end": end.isoformat(), "zone": str(zone) if zone else None,
        "title": str(one["SUMMARY"]), "place": str(one.get("LOCATION", "")), "more": str(one["DESCRIPTION"]),
        "alarms": len(one.walk("VALARM")), "errors": len(one.errors),
    }
events = [event(one) for one in calendar.walk("VEVENT")]
other = vobject.readOne(text)
assert other.prodid.value == "-//regio//regio//NL"
assert len([line for line in text.split("\r\n") if len(line.encode()) > 75]) == 0
assert "\n" not in text.replace("\r\n", "")
same = [(str(one.uid.value), str(one.summary.value)) for one in other.vevent_list]
assert same == [(one["uid"], one["title"]) for one in events], same
print(json.dumps({
    "name": str(calendar["X-WR-CALNAME"]), "zones": [str(one["TZID"]) for one in calendar.walk("VTIMEZONE")], "events": events,
}))
"#;

fn calendar(file: &Path) -> Option<Value> {
    read(&["icalendar", "vobject"], CALENDAR, &[file])
}

#[test]
fn a_meeting_that_moves_is_the_same_event_with_a_higher_sequence() {
    let desk = Desk::with_example("rondvraag");
    let invite = ["document", "uitnodiging"];
    let Some(first) = calendar(&desk.make(&invite, "een.ics")) else { return };
    let first = &first["events"][0];
    assert_eq!(first["start"], "2026-12-15T15:00:00+01:00");
    assert_eq!(first["end"], "2026-12-15T16:30:00+01:00");
    assert_eq!(first["place"], "Kantine van Zuivelfabriek Van Dalen");
    assert_eq!(first["alarms"], 1);
    desk.run(&["fase", "verkennen", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=14-4-2027"]);
    let moved = calendar(&desk.make(&invite, "twee.ics")).unwrap();
    let moved = &moved["events"][0];
    assert_eq!(moved["uid"], first["uid"]);
    assert!(moved["sequence"].as_u64() > first["sequence"].as_u64(), "{moved}");
    assert!(moved["stamp"].as_str() > first["stamp"].as_str(), "{moved}");
    assert_eq!(moved["start"], "2027-04-14T15:00:00+02:00");
    desk.run(&["fase", "verkennen", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst-tijd=half acht"]);
    let vague = calendar(&desk.make(&invite, "drie.ics")).unwrap();
    let vague = &vague["events"][0];
    assert_eq!(vague["start"], "2027-04-14");
    assert_eq!(vague["end"], "2027-04-15");
    assert!(vague["more"].as_str().unwrap().contains("half acht"), "{vague}");
    assert!(vague["sequence"].as_u64() > moved["sequence"].as_u64(), "{vague}");
}

#[test]
fn the_calendar_of_the_year_holds_every_date_once() {
    for example in ["vroeg", "rondvraag", "halverwege", "tweede-jaar"] {
        let desk = Desk::with_example(example);
        let file = desk.make(&["document", "jaarkalender"], "jaar.ics");
        let Some(year) = calendar(&file) else { return };
        let events = year["events"].as_array().unwrap();
        let mut ids: Vec<&str> = events.iter().filter_map(|event| event["uid"].as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{example}");
        assert!(events.iter().all(|event| event["errors"] == 0), "{example}");
        assert_eq!(year["zones"], json!(["Europe/Amsterdam"]));
        let again = fs::read(desk.make(&["document", "jaarkalender"], "weer.ics")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), again, "{example}");
    }
}

#[test]
fn what_an_edition_may_not_show_is_not_on_its_calendar() {
    let desk = Desk::with_example("halverwege");
    let Some(whole) = calendar(&desk.make(&["document", "jaarkalender"], "kopgroep.ics")) else { return };
    let public = calendar(&desk.make(&["document", "jaarkalender", "--editie", "openbaar"], "openbaar.ics")).unwrap();
    let titles = |year: &Value| -> Vec<String> {
        year["events"].as_array().unwrap().iter().map(|event| event["title"].as_str().unwrap().to_owned()).collect()
    };
    assert!(titles(&whole).iter().any(|title| title.starts_with("Stap: ")));
    assert!(titles(&whole).iter().any(|title| title.starts_with("Kennismaking: ")));
    let public = titles(&public);
    assert!(public.iter().any(|title| title.starts_with("Ondertekening (")), "{public:?}");
    assert!(
        !public.iter().any(|title| title.starts_with("Stap: ") || title.starts_with("Kennismaking: ")),
        "{public:?}"
    );
    assert!(!public.iter().any(|title| title.starts_with("Kijk opnieuw")), "{public:?}");
}

#[test]
fn the_same_project_gives_the_same_workbook() {
    let desk = Desk::with_example("halverwege");
    let one = fs::read(desk.make(&["document", "overzicht"], "een.xlsx")).unwrap();
    let other = fs::read(desk.make(&["document", "overzicht"], "twee.xlsx")).unwrap();
    assert_eq!(one, other);
}
