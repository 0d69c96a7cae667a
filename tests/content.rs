//! The questionnaires carry the guide, in their own words, and read well.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use toml::{Table, Value};

static QUESTIONNAIRES: LazyLock<Vec<(String, Table)>> = LazyLock::new(|| {
    ["verkennen", "ontwikkelen", "uitbouwen"]
        .map(|name| {
            let text = fs::read_to_string(format!("questionnaires/{name}.toml")).expect("the questionnaire is there");
            (name.to_owned(), text.parse().expect("the questionnaire is TOML"))
        })
        .to_vec()
});

pub fn tables(table: &Table, key: &str) -> Vec<Table> {
    let items = table.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    items.into_iter().filter_map(|item| item.as_table().cloned()).collect()
}

pub fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn points(table: &Table) -> Vec<String> {
    let points = table.get("points").and_then(Value::as_array).cloned().unwrap_or_default();
    points.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Every table of a kind in every questionnaire, with the name of its questionnaire.
pub fn all(kind: &str) -> Vec<(String, Table)> {
    let mut found = Vec::new();
    for (name, questionnaire) in QUESTIONNAIRES.iter() {
        let sections = tables(questionnaire, "section");
        let inside = sections.iter().flat_map(|section| tables(section, kind));
        found.extend(inside.chain(tables(questionnaire, kind)).map(|table| (name.clone(), table)));
    }
    found
}

pub fn documents() -> Vec<(String, Table)> {
    let sources = regio::wording::built_in().into_iter();
    sources.map(|source| (source.name, source.text.parse().expect("the document is TOML"))).collect()
}

fn carried(kind: &str) -> BTreeSet<String> {
    let tables = match kind {
        "document" => documents(),
        "tip" => [all("tip"), all("lesson")].concat(),
        kind => all(kind),
    };
    tables.iter().flat_map(|(_, table)| points(table)).collect()
}

#[test]
fn every_point_of_the_guide_is_carried_in_every_kind_it_names() {
    let coverage: Table = include_str!("coverage.toml").parse().expect("the table is TOML");
    let wanted = tables(&coverage, "point");
    assert_eq!(wanted.len(), 86);
    let mut missing = Vec::new();
    for point in wanted {
        let id = text(&point, "id");
        let kinds = point["kind"].as_array().cloned().unwrap_or_default();
        for kind in kinds.iter().filter_map(Value::as_str) {
            if !carried(kind).contains(&id) {
                missing.push(format!("{id} as {kind}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_list_of_points_is_that_of_the_guide() {
    let coverage: Table = include_str!("coverage.toml").parse().expect("the table is TOML");
    let listed: Vec<String> = tables(&coverage, "point").iter().map(|point| text(point, "id")).collect();
    assert_eq!(listed, regio::domain::points().collect::<Vec<_>>());
}

/// What the guide asks, nobody has to go deeper for; and it is asked as the guide's own.
#[test]
fn each_question_of_the_guide_is_asked_in_the_core() {
    let guide: Table = include_str!("guide.toml").parse().expect("the table is TOML");
    let asked = tables(&guide, "question");
    let different: BTreeSet<String> = asked.iter().map(|one| text(one, "what")).collect();
    assert_eq!((asked.len(), different.len()), (38, 38));
    for one in asked {
        let carriers = one["asked_by"].as_array().cloned().unwrap_or_default();
        assert!(!carriers.is_empty(), "{}", text(&one, "what"));
        for carrier in carriers.iter().filter_map(Value::as_str) {
            let (questionnaire, local) = carrier.split_once('.').expect("it is a full id");
            let mut questions = all("question").into_iter();
            let found = questions.find(|(name, question)| name == questionnaire && text(question, "id") == local);
            let (_, question) = found.unwrap_or_else(|| panic!("'{}' is lost: no {carrier}", text(&one, "what")));
            assert!(text(&question, "depth").is_empty(), "{carrier} goes deeper");
            assert_eq!(text(&question, "origin"), "handreiking", "{carrier}");
            assert!(points(&question).contains(&text(&one, "point")), "{carrier} bears {}", text(&one, "point"));
        }
    }
}

#[test]
fn a_document_names_points_of_the_guide() {
    for (name, document) in documents() {
        for point in points(&document) {
            assert!(regio::domain::points().any(|known| known == point), "{name}: {point}");
        }
    }
}

#[test]
fn whatever_is_not_regios_own_names_its_points() {
    for kind in ["question", "action", "signal", "tip", "lesson"] {
        for (name, table) in all(kind) {
            let own = text(&table, "origin") == "aanvulling";
            assert!(own || !points(&table).is_empty(), "{name}: {kind} {}", text(&table, "id"));
        }
    }
}

#[test]
fn every_meaning_is_bound_once() {
    let mut bound: BTreeMap<String, usize> = BTreeMap::new();
    for (_, question) in all("question") {
        if let Some(means) = question.get("means").and_then(Value::as_str) {
            *bound.entry(means.to_owned()).or_default() += 1;
        }
    }
    for meaning in regio::domain::Meaning::ALL {
        assert_eq!(bound.get(meaning.word()), Some(&1), "{}", meaning.word());
    }
}

#[test]
fn every_bound_is_given_once() {
    for bound in regio::domain::Bound::ALL {
        let given = QUESTIONNAIRES.iter().filter_map(|(_, questionnaire)| questionnaire.get("value")?.as_table());
        let values = given.flat_map(|values| values.values()).filter_map(Value::as_table);
        assert_eq!(values.filter(|value| text(value, "means") == bound.word()).count(), 1, "{}", bound.word());
    }
}

#[test]
fn labels_are_unique_and_short() {
    for (name, questionnaire) in QUESTIONNAIRES.iter() {
        let mut seen = BTreeSet::new();
        for question in tables(questionnaire, "section").iter().flat_map(|section| tables(section, "question")) {
            let label = text(&question, "label");
            assert!(label.chars().count() <= 40, "{name}: {label}");
            assert!(seen.insert(label.clone()), "{name}: '{label}' is the label of two questions");
        }
    }
}

/// Every text that a user reads, with its place.
fn texts() -> Vec<(String, String)> {
    const READ: &[&str] = &[
        "title",
        "intro",
        "ask",
        "label",
        "help",
        "why",
        "example",
        "consequence",
        "text",
        "advice",
        "how",
        "about",
        "unit",
        "item",
        "source",
    ];
    fn walk(place: &str, value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::Table(table) => {
                let id = table.get("id").and_then(Value::as_str).unwrap_or_default();
                for (key, inner) in table {
                    let place = format!("{place} {id} {key}");
                    match inner {
                        Value::String(text) if READ.contains(&key.as_str()) => found.push((place, text.clone())),
                        inner => walk(&place, inner, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| match item {
                Value::String(text) if place.ends_with("levels") => found.push((place.to_owned(), text.clone())),
                item => walk(place, item, found),
            }),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (name, questionnaire) in QUESTIONNAIRES.iter() {
        walk(name, &Value::Table(questionnaire.clone()), &mut found);
    }
    assert!(found.len() > 1_500, "only {} texts were found", found.len());
    found
}

/// Every text of the documents that a user reads, with its place.
fn document_texts() -> Vec<(String, String)> {
    const NOT_READ: &[&str] = &["id", "points", "edition", "when", "for", "of", "by", "include", "looks_back"];
    fn walk(place: &str, value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => found.push((place.to_owned(), text.clone())),
            Value::Array(items) => items.iter().for_each(|item| walk(place, item, found)),
            Value::Table(table) => {
                let read = table.iter().filter(|(key, _)| !NOT_READ.contains(&key.as_str()));
                read.for_each(|(key, inner)| walk(&format!("{place} {key}"), inner, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (name, document) in documents() {
        walk(&name, &Value::Table(document), &mut found);
    }
    assert!(found.len() > 200, "only {} texts were found", found.len());
    found
}

/// What changed since the guide, with its name.
fn facts() -> Vec<(String, String)> {
    regio::built_in::supplement().facts.into_iter().map(|fact| (fact.id.to_string(), fact.text)).collect()
}

#[test]
fn a_fact_from_after_the_guide_can_be_traced() {
    for fact in regio::built_in::supplement().facts {
        assert!(!fact.sources.is_empty() && !fact.shows_at.is_empty(), "{}", fact.id);
        assert!(fact.seen < fact.check_before, "{}", fact.id);
        assert!(fact.sources.iter().all(|source| source.published.is_none_or(|day| day <= fact.seen)), "{}", fact.id);
    }
}

/// regio gives no judgement of law.
#[test]
fn a_fact_about_a_law_says_to_have_it_judged() {
    let law = |text: &str| text.to_lowercase().split_whitespace().any(|word| word == "wet" || word.contains("wet,"));
    let told: Vec<_> = facts().into_iter().filter(|(_, text)| law(text)).collect();
    assert!(told.len() > 1, "{told:?}");
    for (id, text) in told {
        assert!(text.contains("Laat toetsen"), "{id}: {text}");
    }
}

/// Longer than this is no plain Dutch any more.
const LONGEST_SENTENCE: usize = 30;

#[test]
fn no_two_steps_share_a_code() {
    let actions = regio::built_in::catalog().actions();
    let codes: Vec<String> = actions.map(|action| regio::domain::StepId::Advised(action.id.clone()).code()).collect();
    let distinct: BTreeSet<&String> = codes.iter().collect();
    assert_eq!(distinct.len(), codes.len());
    assert!(codes.iter().all(|code| code.len() == 3 && code.as_bytes()[1].is_ascii_digit()), "{codes:?}");
}

#[test]
fn sentences_are_short() {
    let mut long = Vec::new();
    for (place, text) in texts().into_iter().chain(document_texts()).chain(facts()) {
        for sentence in text.split(['.', '?', '!', ':', ';']) {
            if sentence.split_whitespace().count() > LONGEST_SENTENCE {
                long.push(format!("{place}: {}", sentence.trim()));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// The words of small numbers, as they stand in a range.
const COUNTS: &str = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|zestien|twintig|dertig";

/// More than one, written out.
const MANY: &str = "anderhalf|anderhalve|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|zestien|twintig|dertig|honderd|tweehonderd";

/// What makes a measure of the number behind it.
const BOUNDS: &[&[&str]] = &[&["minstens"], &["hooguit"], &["meer", "dan"], &["minder", "dan"], &["onder", "de"]];

/// A bound that is no measure: the program itself takes no more, or two things are compared.
const NO_MEASURE: &[&str] =
    &["kies hooguit drie argumenten", "kies er hooguit drie", "met hooguit twee blijft", "meer dan twintig onzekere"];

/// The year of the guide stands where it is named; that is no measure.
const YEARS: &[&str] = &["2018"];

/// Whether a text measures: a digit, a range or a bound in words, so many times in a while, or a threshold of the questionnaire.
fn measures(text: &str) -> bool {
    let bare = YEARS.iter().chain(NO_MEASURE).fold(text.to_lowercase(), |text, other| text.replace(other, ""));
    let outside: Vec<&str> = bare.split("{{").map(|part| part.split("}}").last().unwrap_or(part)).collect();
    let words: Vec<&str> = bare.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_count = |word: &str| COUNTS.split('|').any(|count| count == word);
    let is_range = |run: &[&str]| is_count(run[0]) && ["tot", "of", "à"].contains(&run[1]) && is_count(run[2]);
    let is_many = |word: &str| MANY.split('|').any(|many| many == word);
    let is_bound =
        |bound: &&[&str]| words.windows(bound.len() + 1).any(|run| run.starts_with(bound) && is_many(run[bound.len()]));
    let is_rhythm = |run: &[&str]| is_many(run[0]) && run[1] == "keer" && run[2] == "per";
    BOUNDS.iter().any(is_bound)
        || words.windows(3).any(is_rhythm)
        || words.iter().any(|word| ["anderhalf", "anderhalve", "tweehonderd"].contains(word))
        || bare.contains("value.")
        || outside.iter().any(|part| part.contains(|sign: char| sign.is_ascii_digit()))
        || words.windows(3).any(is_range)
}

#[test]
fn a_number_that_the_guide_does_not_have_is_called_a_rule_of_thumb() {
    const TOLD: &[&str] = &["help", "why", "how", "text", "advice", "consequence", "about"];
    let mut found = 0;
    for (place, text) in texts() {
        let told = TOLD.iter().any(|key| place.ends_with(&format!(" {key}")));
        if told && measures(&text) {
            found += 1;
            assert!(text.to_lowercase().contains("vuistregel"), "{place}: {text}");
        }
    }
    assert!(found > 30, "only {found}");
}

#[test]
fn a_number_is_seen_in_digits_and_in_words() {
    assert!(measures("Hooguit 60 woorden.") && measures("Zes tot twaalf is goed.") && measures("{{ value.veel }}"));
    assert!(
        measures("Minstens drie weken.") && measures("Meer dan tien leden.") && measures("Anderhalf uur is genoeg.")
    );
    assert!(measures("Vier keer per jaar.") && measures("Onder de tweehonderd woorden.") && !measures("Minstens één."));
    assert!(!measures("Bel drie mensen.") && !measures("Een of meer, zoals in 2018.") && !measures("{{ ding2 }}"));
}

/// The collaborations of the guide told it then; what they do now may be another thing.
#[test]
fn a_lesson_bears_its_year() {
    let lessons = all("lesson");
    assert!(lessons.len() > 10);
    for (name, lesson) in lessons {
        assert_eq!(lesson.get("year").and_then(Value::as_integer), Some(2018), "{name}: {}", text(&lesson, "text"));
    }
}

/// No answer tells whether these were done, and `plan-passend-maken` goes when its shortage does. A new one needs a reason to stand here.
const ENDS_BY_A_PERSON: &[&str] = &[
    "concurrentie-laten-nakijken",
    "plan-passend-maken",
    "bestaand-platform-vragen",
    "website-vullen",
    "eerste-ronde-delen",
    "scan-kiezen",
    "scan-uitvragen",
    "friendly-hack-delen",
];

/// A checklist lets the past go: a step ends by a later fact, comes back, or says why only a person can end it.
#[test]
fn every_step_ends() {
    for (name, step) in all("action") {
        let id = text(&step, "id");
        let by_fact = ["done_when", "lapses_when", "every"].iter().any(|key| step.contains_key(*key));
        assert!(by_fact || ENDS_BY_A_PERSON.contains(&id.as_str()), "{name}: nothing ends {id}");
        assert_eq!(!by_fact, step.contains_key("ends_by"), "{name}: {id} ends by a fact, or says why it does not");
        assert!(!ENDS_BY_A_PERSON.contains(&id.as_str()) || !by_fact, "{name}: {id} ends by a fact after all");
    }
}

/// A later phase may be another one, in a folder of one's own.
#[test]
fn a_phase_names_no_question_of_a_later_one() {
    for (phase, later) in [("verkennen", &["ontwikkelen.", "uitbouwen."][..]), ("ontwikkelen", &["uitbouwen."])] {
        let (mut seen, name) = (0, format!("questionnaires/{phase}.toml"));
        for line in fs::read_to_string(&name).expect("it is there").lines() {
            let is_formula =
                ["when", "done_when", "lapses_when"].iter().any(|key| line.starts_with(&format!("{key} = ")));
            seen += usize::from(is_formula);
            let names = later.iter().any(|later| line.contains(later)) && (is_formula || line.contains("{{"));
            assert!(!names, "{name}: {line}");
        }
        assert!(seen > 50, "{name}: {seen}");
    }
}

#[test]
fn only_a_risk_lifts_a_step() {
    for (name, signal) in all("signal").iter().filter(|(_, signal)| signal.contains_key("lifts")) {
        assert_eq!(text(signal, "level"), "risico", "{name}: {}", text(signal, "id"));
    }
}

#[test]
fn help_and_reason_are_two_things() {
    for (name, question) in all("question") {
        let (help, why) = (text(&question, "help"), text(&question, "why"));
        assert!(help != why && help.len() > 20 && why.len() > 20, "{name}: {}", text(&question, "id"));
    }
}

static GUIDE: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    let lines = include_str!("fixtures/guide_runs.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| u64::from_str_radix(line, 16).expect("a hash is hexadecimal")).collect()
});

/// The runs of eight words that also stand in the guide.
fn copied(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(8).map(|run| run.join(" ")).filter(|run| GUIDE.contains(&hash(run))).collect()
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[test]
fn no_sentence_of_the_guide_is_copied() {
    assert!(GUIDE.len() > 1_000);
    for (place, text) in texts().into_iter().chain(document_texts()).chain(facts()) {
        assert!(copied(&text).is_empty(), "{place}: {:?}", copied(&text));
    }
}

#[test]
fn a_copied_run_is_caught() {
    assert_eq!(copied("Kijk: dit zijn acht gewone woorden, voor de proef.").len(), 1);
    assert!(copied("Dit zijn acht andere woorden voor de proef").is_empty());
}
