use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regio::catalog::{Catalog, assemble, built_in};
use regio::domain::{Answer, Decimal, Place, State, Value, Version};
use regio::project_file::{AnswerFile, Outline, read_answers};
use regio::source::SourceFile;
use serde_json::{Value as Json, json};

use super::node::{Needs, story};

/// Everything that may be taken for something else: mark-up, quotes, an emoji, and text that runs from right to left.
const HOSTILE: &str = "</script><script>window.gehackt=1</script><img src=x onerror='window.gehackt=1'> \"'`{kort} \\ 🦀 \
                       مرحبا \u{202e}omgekeerd\u{202c} # = é";
const ORGANISATION: &str = "Gemeente </script><script>window.gehackt=1</script> \"Zuid\" 'wâld' 🦀 مرحبا";
/// What the program makes of that name.
const ID: &str = "gemeente-script-script-window-gehackt-1-script-zuid-wald";

/// A project with names that may be taken for something else, and its page. Made once: no test changes it.
static ROUND: LazyLock<Round> = LazyLock::new(Round::new);

struct Round {
    folder: PathBuf,
}

impl Round {
    fn new() -> Round {
        let round = Round { folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join("round") };
        // What an earlier run left is in the way; that there is nothing is fine.
        let _ = std::fs::remove_dir_all(&round.folder);
        std::fs::create_dir_all(&round.folder).expect("a folder can be made");
        let kopgroep = format!("verkennen.kopgroep={ORGANISATION}; Bakkerij Het Hoekje");
        let name = format!("project.naam=Cyberweerbaarheidssamenwerkingsverbanden {HOSTILE}");
        let answers = [&name, "project.trekker=Anna </script> & Zn.", &kopgroep].map(|answer| ["--antwoord", answer]);
        round.regio(&[&["init", "--geen-vragen"], answers.concat().as_slice()].concat());
        round.regio(&["rondvraag", "maak", "uitbouwen"]);
        round
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn page(&self) -> PathBuf {
        self.path(&format!("rondvraag/rondvraag-{ID}.html"))
    }

    #[track_caller]
    fn regio(&self, words: &[&str]) {
        let questionnaires = std::env::current_dir().expect("stands somewhere").join("tests/fixtures/rondvraag");
        let output = Command::new(env!("CARGO_BIN_EXE_regio"))
            .current_dir(&self.folder)
            .args(words)
            .arg("--vragenlijsten")
            .arg(questionnaires)
            .env("REGIO_STATE", self.path("state"))
            .env("REGIO_VANDAAG", "2026-11-24")
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{words:?}\n{}", String::from_utf8_lossy(&output.stderr));
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).expect("is written");
        path
    }
}

/// What the program makes of an answer file that came back.
fn read_back(round: &Round, file: &Path) -> AnswerFile {
    round.regio(&["controleer", &file.display().to_string()]);
    let mut sources = built_in();
    let proof = std::fs::read_to_string("tests/fixtures/rondvraag/uitbouwen.toml").expect("the fixture is there");
    sources.push(SourceFile::new("uitbouwen.toml", proof));
    let catalog = assemble(&sources).expect("is sound");
    let text = std::fs::read_to_string(file).expect("is there");
    let answers = read_answers(&SourceFile::new("antwoorden.toml", text), &Outline::of_questions(catalog.questions()));
    let answers = answers.expect("is an answer file");
    // What was typed turns the reading direction, and that is told.
    let told = |fault: &regio::source::Fault| fault.message.contains("wat je niet ziet: ‹U+202C›‹U+202E›");
    assert!(answers.warnings.found.iter().all(told), "{}", answers.warnings);
    for read in &answers.answers {
        let question = catalog.question(&read.question).expect("is a question of the page");
        let registered = |id: &str| {
            [ID, "bakkerij-het-hoekje"].contains(&id) || answers.organisations.iter().any(|one| one.id.as_str() == id)
        };
        let fits = read.answer.value().map(|value| question.kind.check(value, &registered));
        assert_eq!(fits.unwrap_or(Ok(())), Ok(()), "{}", read.question);
        assert_eq!(read.answer.revision, Some(2));
    }
    check_taken(round, file, &catalog, &answers);
    answers
}

/// `regio rondvraag lees` takes the file: every answer stands in the project, as the one that holds or beside it.
fn check_taken(round: &Round, file: &Path, catalog: &Catalog, answers: &AnswerFile) {
    // A project of its own: other tests read into theirs at the same time.
    let copy = tempfile::tempdir().expect("the system gives a folder");
    let project = copy.path().join("regio.toml");
    std::fs::copy(round.folder.join("regio.toml"), &project).expect("the project is there");
    let (file, named) = (file.display().to_string(), project.display().to_string());
    round.regio(&["rondvraag", "lees", &file, "--project", &named]);
    let text = std::fs::read_to_string(project).expect("the project is there");
    let outline = Outline::of_questions(catalog.questions());
    let project = regio::project_file::read(&SourceFile::new("regio.toml", text), &outline).expect("is read").project;
    for read in &answers.answers {
        let stands = project.everything_said().any(|(question, owner, answer)| {
            *question == read.question
                && owner.is_some_and(|owner| owner.as_str() == ID)
                && answer.state == read.answer.state
        });
        assert!(stands, "{} is not in the project", read.question);
    }
}

fn texts(items: &[&str]) -> Value {
    Value::List(items.iter().map(|&item| Value::text(item)).collect())
}

fn hundredths(count: i64) -> Value {
    Value::Number(Decimal::from_hundredths(count))
}

fn day(year: i32, month: u32, day: u32) -> Value {
    Value::Date(NaiveDate::from_ymd_opt(year, month, day).expect("is a day"))
}

/// So many bytes of text on a few lines, with everything strange in it. A browser takes long to type many lines.
fn long(bytes: usize) -> String {
    let mut text = format!("{HOSTILE}\n\n");
    while text.len() + HOSTILE.len() + 20 < bytes {
        text.push_str(&format!("{}. {HOSTILE} ", text.len()));
    }
    text.push_str("\n\"\"\" tot slot");
    text
}

#[test]
fn what_is_filled_in_with_the_keyboard_comes_back_whole() {
    let round = &*ROUND;
    let (long, longer) = (long(60_000), long(45_000));
    let words = json!({ "hostile": HOSTILE, "long": long, "longer": longer });
    let words = round.write("woorden.json", &words.to_string());
    let saved = round.path(&format!("antwoorden-{ID}.toml"));
    if story(Needs::Browser, "fill.mjs", &[&round.page(), &words, &saved]).is_none() {
        return;
    }
    let file = read_back(round, &saved);
    let request = file.request.as_ref().expect("it answers a request");
    assert_eq!((request.organisation.as_str(), request.by.as_deref()), (ID, Some(HOSTILE)));
    assert_eq!(request.versions.values().collect::<Vec<_>>(), [&Version { major: 7, minor: 1, patch: 0 }]);
    let named: Vec<_> = file.organisations.iter().map(|one| (one.id.as_str(), one.name.as_str(), one.place)).collect();
    let expected =
        [("cafe-sud-zn", "Café Súd & Zn.!", Place::Partner), ("organisatie-bd6e3521", "科技 </>", Place::Stakeholder)];
    assert_eq!(named, expected);

    let read: BTreeMap<&str, &Answer> =
        file.answers.iter().map(|read| (read.question.local.as_str(), &read.answer)).collect();
    let plan = [
        ("naam", Value::text("Oefenen")),
        ("kosten", hundredths(125_050)),
        ("tijd", hundredths(225)),
        ("klaar", day(2026, 12, 31)),
        ("kleur", Value::text("geel")),
        ("wie", Value::text("bakkerij-het-hoekje")),
    ];
    let plan = plan.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let expected = [
        ("kort", State::Given(Value::text(HOSTILE))),
        ("lang", State::Given(Value::text(long))),
        ("samen", State::Given(Value::text(longer))),
        ("samen-vervolg", State::Given(day(2026, 12, 3))),
        ("anderen", State::Given(texts(&["Een", HOSTILE]))),
        ("janee", State::Given(Value::Flag(true))),
        ("keuze", State::Given(Value::text(HOSTILE))),
        ("keuzes", State::Given(texts(&["rood", "blauw", "Paars; met spikkels"]))),
        ("schaal", State::Given(hundredths(200))),
        ("getal", State::Given(hundredths(125_000))),
        ("uren", State::Given(hundredths(450))),
        ("veel-uren", State::Unknown),
        ("bedrag", State::Given(hundredths(1_250_050))),
        ("datum", State::Given(day(2027, 1, 31))),
        ("rij", State::NotApplicable),
        ("hulp", State::Given(Value::text("cafe-sud-zn"))),
        ("hulpen", State::Given(texts(&[ID, "organisatie-bd6e3521"]))),
        ("groep", State::Given(Value::List(vec![Value::Record(plan)]))),
        ("velen", State::Given(Value::text("Samen"))),
    ];
    for (question, state) in &expected {
        assert_eq!(&read[question].state, state, "{question}");
        assert_eq!(read[question].by.as_deref(), Some(HOSTILE), "{question}");
        assert!(read[question].given.is_some(), "{question}");
    }
    assert_eq!(read.len(), expected.len());
    assert_eq!(read["rij"].note.as_deref(), Some("Eerste regel\nTweede \"regel\" \\ klaar"));
}

#[test]
fn everybody_can_use_the_page() {
    let round = &*ROUND;
    let pictures = std::env::var_os("REGIO_PICTURES").map(PathBuf::from).unwrap_or_default();
    story(Needs::Browser, "access.mjs", &[&round.page(), &pictures]);
}

#[test]
fn a_browser_that_keeps_nothing_is_no_trap() {
    let round = &*ROUND;
    story(Needs::Browser, "storage.mjs", &[&round.page()]);
}

#[test]
fn a_file_that_does_not_belong_here_is_refused_in_plain_words() {
    let round = &*ROUND;
    let project = std::fs::read_to_string(round.path("regio.toml")).expect("the project is there");
    let project =
        project.lines().find_map(|line| line.strip_prefix("id = \"")).expect("it has an id").trim_end_matches('"');
    let head = |project: &str, organisation: &str| {
        format!(
            "[request]\nproject = \"{project}\"\norganisation = \"{organisation}\"\nversion.uitbouwen = \"7.1.0\"\n"
        )
    };
    let answer = |rest: &str| format!("{}[answer.uitbouwen.lang.{ID}]\n{rest}", head(project, ID));
    let cases = [
        (
            "a = \n".to_owned(),
            "Dit bestand kan ik niet lezen: er staat ergens een teken te veel of te weinig. Kijk op regel 1.",
        ),
        (
            "a = 1\n".to_owned(),
            "Dit is geen antwoordbestand van deze pagina. Kies een bestand dat begint met 'antwoorden-'.",
        ),
        (head("ander", ID), "Dit bestand hoort bij een andere samenwerking."),
        (head(project, "bakker"), "Dit bestand is van een andere organisatie."),
        (
            format!("schema = 2\n{}", head(project, ID)),
            "Dit bestand is gemaakt met een nieuwere regio. Vraag om een nieuwe pagina en laad het bestand daar.",
        ),
        (
            answer("value = 12\n"),
            "Geladen: 0 antwoorden. Het antwoord bij 'Wat zegt {{ organisatie }} uitvoerig' past niet",
        ),
        (
            format!("{}[answer.uitbouwen.weg.{ID}]\nvalue = 'x'\n", head(project, ID)),
            "Geladen: 0 antwoorden. 1 antwoord hoort bij een vraag die niet op deze pagina staat. Dat is overgeslagen.",
        ),
        (
            answer("# met de hand\nvalue = '''\n<b>één</b>\n'''\n").replace("7.1.0", "7.0.0"),
            "Geladen: 1 antwoord. De vragen zijn sindsdien veranderd. Kijk na of je antwoorden nog kloppen.",
        ),
    ];
    let page = round.page();
    let files: Vec<PathBuf> =
        cases.iter().enumerate().map(|(number, (text, _))| round.write(&format!("{number}.toml"), text)).collect();
    let arguments: Vec<&Path> = std::iter::once(&page).chain(&files).map(PathBuf::as_path).collect();
    let Some(said) = story(Needs::Browser, "load.mjs", &arguments) else { return };
    let said: Vec<Json> = serde_json::from_str(&said).expect("the story prints JSON");
    for (said, (text, expected)) in said.iter().zip(&cases) {
        let words = said["words"].as_str().expect("it says something");
        assert!(words.starts_with(expected), "{text}\n{words}");
        let taken = if text.contains("één") { "<b>één</b>\n" } else { "" };
        assert_eq!(said["field"], taken);
    }
    assert_eq!(said.len(), cases.len());
}
