//! How long it takes to compare what organisations said, and how that grows with their number.
//!
//! `cargo bench --bench comparison` prints the medians of the processor time (Linux only: the kernel counts it). A kopgroep of
//! 250, 500 and 1000 organisations answers 40 questions each: choices, scales, hours, lists and texts; half of the texts are of one organisation alone, the others have slips of the finger.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "it stands outside the program and looks at it"
)]

use std::collections::BTreeMap;
use std::hint::black_box;

use chrono::NaiveDate;

use regio::catalog::Catalog;
use regio::domain::{
    Answer, Answers, Choice, Circle, Decimal, Departure, Depth, Earlier, FullId, Identifier, Kind, Moment,
    Organisation, Origin, Perspective, Phase, Place, Project, Question, Questionnaire, Scope, Section, State, Template,
    Value, Version,
};
use regio::expression::Facts;
use regio::render::{Plain, Renderer};
use regio::report::Comparison;
use regio::round::comparison::{agenda, compare};

const QUESTIONS: usize = 40;
const RUNS: usize = 11;

fn main() {
    let catalog = catalog();
    let mut before: Option<(f64, f64)> = None;
    for organisations in [250, 500, 1000] {
        let project = project(&catalog, organisations);
        let compared = time(|| {
            let facts = Facts::new(&project, &catalog, today());
            let compared = compare(&catalog, &facts);
            black_box(agenda(&compared).points.len());
        });
        let overview = time(|| {
            let facts = Facts::new(&project, &catalog, today());
            let compared = compare(&catalog, &facts);
            let document = Comparison::new(&compared, &facts, None).document();
            black_box(Plain { width: Some(80) }.render(&document).expect("every document fits").len());
        });
        let grown = |before: f64, now: f64| format!("{:.2} times", now / before);
        let growth = before.map_or(String::new(), |(comparing, all)| {
            format!("; twice as many took {} and {} as long", grown(comparing, compared), grown(all, overview))
        });
        println!(
            "{organisations} organisations of {QUESTIONS} answers: {compared:.1} ms to compare, {overview:.1} ms with the whole \
             overview in plain text{growth} (medians of {RUNS})"
        );
        before = Some((compared, overview));
    }
}

/// Milliseconds of processor time, so that other programs do not count.
fn time(work: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = processor_time();
            work();
            processor_time() - start
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn processor_time() -> f64 {
    // The kernel brings its count up to date when the thread is put aside.
    std::thread::sleep(std::time::Duration::from_millis(1));
    let line = std::fs::read_to_string("/proc/thread-self/schedstat").expect("the kernel counts the time of a thread");
    line.split_whitespace().next().and_then(|count| count.parse::<f64>().ok()).expect("the first number is a time")
        / 1e6
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
}

fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).expect("is a name")
}

/// Every fifth question of a kind; own, together and others in turn, three to a subject.
fn catalog() -> Catalog {
    let option = |number: usize| Choice {
        id: identifier(&format!("keuze-{number}")),
        label: format!("Keuze {number}"),
        help: None,
        consequence: None,
        alone: false,
    };
    let options: Vec<Choice> = (0..9).map(option).collect();
    let kinds = [
        Kind::LongText,
        Kind::Choices { options, other: true, at_most: None },
        Kind::Scale { levels: ["een", "twee", "drie", "vier"].map(str::to_owned).to_vec() },
        Kind::Hours { unit: None },
        Kind::List { item: "zorg".to_owned(), at_most: None },
    ];
    let questions = (0..QUESTIONS).map(|number| question(number, kinds[number % kinds.len()].clone())).collect();
    let section = Section {
        id: identifier("alles"),
        title: "Alles".to_owned(),
        walk_when: None,
        intro: String::new(),
        questions,
        tips: Vec::new(),
        lessons: Vec::new(),
    };
    Catalog::new(vec![Questionnaire {
        id: identifier("verkennen"),
        version: Version { major: 1, minor: 0, patch: 0 },
        phase: Phase::Verkennen,
        title: "Verkennen".to_owned(),
        intro: String::new(),
        thresholds: BTreeMap::new(),
        sections: vec![section],
        actions: Vec::new(),
        signals: Vec::new(),
        earlier: Earlier::default(),
    }])
}

fn question(number: usize, kind: Kind) -> Question {
    let perspective = [Perspective::Own, Perspective::Together, Perspective::Others][number % 3];
    Question {
        id: FullId::new(&identifier("verkennen"), &identifier(&format!("vraag-{number}"))),
        revision: 1,
        label: format!("Vraag {number}"),
        ask: Template::plain("Wat vind je?"),
        kind,
        help: String::new(),
        why: String::new(),
        example: None,
        perspective: Some(perspective),
        subject: Some(format!("onderwerp-{}", number / 3)),
        scope: if perspective == Perspective::Own { Scope::Each(Circle::Kopgroep) } else { Scope::Together },
        when: None,
        intake: false,
        depth: Depth::Core,
        moment: Moment::Later,
        tlp: None,
        consent: None,
        holds_for: Vec::new(),
        review_after: None,
        means: None,
        points: Vec::new(),
        origin: Origin::Guide,
    }
}

fn project(catalog: &Catalog, organisations: usize) -> Project {
    let mut project = Project::new("abc".to_owned(), today());
    project.begun.insert(Phase::Verkennen, today());
    project.organisations = (0..organisations)
        .map(|number| Organisation {
            id: identifier(&format!("organisatie-{number}")),
            name: format!("Organisatie {number}"),
            kind: None,
            place: Place::Kopgroep,
            departure: Departure::default(),
            contacts: Vec::new(),
        })
        .collect();
    for (place, question) in catalog.questions().enumerate() {
        let said = |(number, organisation): (usize, &Organisation)| {
            let state = State::Given(value(&question.kind, place, number));
            (organisation.id.clone(), Answer { state, ..Answer::open() })
        };
        let said = project.organisations.iter().enumerate().map(said).collect();
        match question.scope {
            Scope::Each(_) => {
                project.answers.insert(question.id.clone(), Answers::PerOrganisation(said));
            }
            Scope::Together => {
                project.views.insert(question.id.clone(), said);
            }
        }
    }
    project
}

/// Numbers without a pattern, the same in every run.
fn mixed(place: usize, number: usize) -> usize {
    (place * 7919 + number * 104_729 + 13).wrapping_mul(2_654_435_761) >> 7
}

fn value(kind: &Kind, place: usize, number: usize) -> Value {
    let seed = mixed(place, number);
    match kind {
        Kind::Choices { .. } => Value::List(vec![Value::text(format!("keuze-{}", seed % 9))]),
        Kind::Scale { .. } => Value::integer(i64::try_from(seed % 4 + 1).expect("it is small")),
        Kind::Hours { .. } => {
            Value::Number(Decimal::from_hundredths(i64::try_from(seed % 160 * 25).expect("it is small")))
        }
        Kind::List { .. } => Value::List((0..3).map(|item| Value::Text(words(mixed(seed, item), 4))).collect()),
        _ => Value::Text(words(seed, 12)),
    }
}

/// Long words. Half of the texts are said by one in forty, a third of these with a letter too many; the others by one alone.
fn words(seed: usize, count: usize) -> String {
    let shared = seed.is_multiple_of(2);
    let text = if shared { seed / 2 % 40 } else { seed };
    let mut words: Vec<String> = (0..count).map(|place| word(mixed(text, place))).collect();
    if shared && seed.is_multiple_of(3) {
        words[0].push('n');
    }
    words.join(" ")
}

/// A word of ten letters.
fn word(seed: usize) -> String {
    (0..10).map(|place| char::from(b'a' + u8::try_from((seed >> (place * 4)) % 16).expect("it is small"))).collect()
}
