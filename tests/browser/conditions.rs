use std::path::Path;

use regio::catalog::{Catalog, assemble, built_in};
use regio::domain::{Formula, Organisation, OrganisationKind, Phase, Place, Project, Question, Scope, State, Value};
use regio::expression::{Asker, Facts, Names, compile_condition};
use regio::round::{Contents, EarlierAnswers, Inquiry, asked_questions};
use regio::source::SourceFile;
use serde_json::{Value as Json, json};

use super::node::{MODULES, Needs, story};
use super::random;

const PROJECTS: u64 = 300;

/// What the shipped questionnaires do not use, but others may.
const MORE: &[&str] = &[
    "volwassenheid | at_most(2) | length > 1",
    "volwassenheid | at_least(3) | length > 1",
    "basis_op_orde | missing | length == 0",
    "sector | unique | length != sector | length",
    "volwassenheid | sum >= 7",
    "volwassenheid | min + 1 < volwassenheid | max",
    "eigen_rol | who('trekken') | length > 0 and trekkende_organisatie | without(eigen_rol | who('trekken')) | length == 0",
    "eigen_rol is unknown or gezamenlijk_doel is unknown",
    "startbijeenkomst is past or startbijeenkomst - vandaag == 14",
    "kandidaten | length + partners | length > stakeholders | length",
    "organisaties | length == kopgroep | length",
    "project.trekker is given and project.name != project.region",
    "'zorg' in soorten or 'start-up' in soorten",
    "volwassenheid | at_best > 9",
    "bestaande_samenwerkingen | where('vehikel', 'ja') | length > 0",
    "(omvang | default(3)) > 2",
    "besluiten > 0 and successen < 2",
    "bestaande_samenwerkingen | field('vehikel') | unique | length <= 1",
    "not (tempo == 'gewoon-beginnen')",
    "0 < omvang <= 30",
    "kopgroep | without(kandidaten) | length > 1 and fase != 'uitbouwen'",
    "kopgroep | without(eigen_rol | who('trekken')) | length > 2",
    "afhankelijkheden | field('van-wie') | often(2) | length > 0",
    "gezamenlijk_doel == 'rust'",
    "aanleiding is given and not (aanleiding != 'a')",
];

/// Conditions of the proof questionnaire in which answers of the page and facts of the project are mixed.
const MIXED: &[&str] = &[
    "janee and kopgroep | length > 1",
    "janee or kopgroep | length > 3",
    "not (janee and successen > 0)",
    "uren > value.veel or verkennen.startbijeenkomst is upcoming",
    "hulp in kopgroep",
    "datum is upcoming and verkennen.startbijeenkomst is past",
    "uren + getal > 40 and (samen is unknown or verkennen.aanleiding is given)",
    "keuzes is given and 'rood' in keuzes or verkennen.tempo == 'licht-regelen'",
];

fn shipped() -> Catalog {
    assemble(&built_in()).expect("the shipped questionnaires are sound")
}

/// The shipped questionnaires with the proof questionnaire in place of the last, with more conditions in it.
pub fn proof() -> Catalog {
    let text = std::fs::read_to_string("tests/fixtures/rondvraag/uitbouwen.toml").expect("the fixture is there");
    let question = |(number, when): (usize, &&str)| {
        format!(
            "\n[[section.question]]\nid = \"gemengd-{number}\"\nrevision = 1\nlabel = \"x\"\nask = \"Wat?\"\n\
             type = \"text\"\nper = \"kopgroep\"\nwhen = \"{when}\"\nhelp = \"Denk.\"\nwhy = \"Daarom.\"\n\
             points = [\"V2.4a\"]\norigin = \"handreiking\"\n"
        )
    };
    let mixed: String = MIXED.iter().enumerate().map(question).collect();
    let mut sources = built_in();
    sources.push(SourceFile::new("uitbouwen.toml", format!("{text}{mixed}")));
    assemble(&sources).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

struct Named {
    name: String,
    formula: Formula,
    per_organisation: bool,
}

/// Every condition of the questionnaires, and more.
fn conditions(catalog: &Catalog) -> Vec<Named> {
    let mut all = Vec::new();
    let mut add = |name: String, formula: Option<&Formula>, per_organisation: bool| {
        all.extend(formula.map(|formula| Named { name, formula: formula.clone(), per_organisation }));
    };
    for questionnaire in catalog.questionnaires() {
        for question in questionnaire.questions() {
            add(question.id.to_string(), question.when.as_ref(), question.scope.is_each());
        }
        for action in &questionnaire.actions {
            add(action.id.to_string(), action.when.as_ref(), false);
            add(format!("{} done", action.id), action.done_when.as_ref(), false);
            add(format!("{} lapses", action.id), action.lapses_when.as_ref(), false);
        }
        for signal in &questionnaire.signals {
            add(signal.id.to_string(), Some(&signal.when), false);
        }
    }
    let names = Names::gather(catalog.questionnaires());
    let asker =
        Asker { questionnaire: &catalog.questionnaires()[0].id, question: None, scope: Scope::Together, record: None };
    for text in MORE {
        let formula = compile_condition(text, &names, &asker).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        add((*text).to_owned(), Some(&formula), false);
    }
    all
}

fn value(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!({ "Text": text }),
        Value::Flag(flag) => json!({ "Flag": flag }),
        Value::Number(number) => json!({ "Number": number.hundredths().to_string() }),
        Value::Date(day) => json!({ "Date": day }),
        Value::List(items) => json!({ "List": items.iter().map(self::value).collect::<Vec<_>>() }),
        Value::Record(fields) => {
            let fields = fields.iter().map(|(name, field)| (name.clone(), self::value(field)));
            json!({ "Record": fields.collect::<serde_json::Map<_, _>>() })
        }
    }
}

fn state(state: &State) -> Json {
    match state {
        State::Given(given) => json!({ "value": value(given) }),
        other => json!({ "state": other.word() }),
    }
}

fn world(project: &Project) -> Json {
    let organisations = project.organisations.iter();
    let organisations = organisations.map(|one| json!({ "id": one.id, "place": one.place, "kind": one.kind }));
    json!({
        "today": random::today(),
        "project": { "name": project.name, "region": project.region, "trekker": project.trekker },
        "successes": project.successes().count(),
        "decisions": project.decisions.len(),
        "phase": project.phase().word(),
        "organisations": organisations.collect::<Vec<_>>(),
        "conditions": [],
        "asked": [],
    })
}

/// Every condition on one project: of one organisation after the other where it speaks of one.
fn whole_world(catalog: &Catalog, conditions: &[Named], seed: u64) -> Json {
    let project = random::project(catalog, seed);
    let facts = Facts::new(&project, catalog, random::today());
    let mut outcomes = Vec::new();
    for (index, condition) in conditions.iter().enumerate() {
        let each: Vec<Option<&Organisation>> =
            if condition.per_organisation { facts.kopgroep().map(Some).collect() } else { vec![None] };
        for organisation in each {
            let flag = match facts.value(&condition.formula, organisation) {
                Some(Value::Flag(flag)) => Some(flag),
                None => None,
                other => panic!("{} yields {other:?}", condition.name),
            };
            outcomes.push(json!([index, organisation.map(|one| &one.id), flag]));
        }
    }
    let said = project.everything_said().filter(|(id, _, answer)| {
        let question = catalog.question(id).expect("it is asked");
        facts.still_holds(question, answer)
    });
    let said = said.map(|(id, organisation, answer)| json!([id.to_string(), organisation, state(&answer.state)]));
    let mut world = world(&project);
    world["answers"] = said.collect();
    world["conditions"] = Json::Array(outcomes);
    world
}

/// What a page shows of one project: which of its questions are asked, by its own answers alone.
fn page_worlds(catalog: &Catalog, seed: u64) -> Vec<Json> {
    let project = random::project(catalog, seed);
    let facts = Facts::new(&project, catalog, random::today());
    let mut worlds = Vec::new();
    for phase in Phase::ALL {
        for organisation in project.in_place(Place::Kopgroep).take(2) {
            worlds.push(page_world(catalog, &facts, *phase, organisation));
        }
    }
    worlds
}

fn page_world(catalog: &Catalog, facts: &Facts, phase: Phase, organisation: &Organisation) -> Json {
    let inquiry = Inquiry { catalog, facts, phase, organisation, earlier: EarlierAnswers::LeftOut };
    let contents = Contents::new(&inquiry);
    let questions = contents.questions();
    let questions = questions.map(|one| {
        (one.id.clone(), json!({ "places": if one.together { vec![] } else { vec!["kopgroep"] }, "when": one.when }))
    });
    let owner = |question: &Question| (question.scope.is_each()).then_some(organisation);
    let (mut answers, mut asked) = (Vec::new(), Vec::new());
    for question in asked_questions(catalog, Some(phase), organisation.place) {
        let id = owner(question).map(|organisation| &organisation.id);
        asked.push(json!([question.id.to_string(), id, facts.is_asked(question, owner(question))]));
        if let Some(answer) = facts.project.answer(&question.id, id) {
            answers.push(json!([question.id.to_string(), id, state(&answer.state)]));
        }
    }
    // Nothing of the project is there: a condition that still wanted it would go wrong.
    let mut empty = world(&Project::new(String::new(), random::today()));
    empty["questions"] = Json::Object(questions.collect());
    empty["answers"] = Json::Array(answers);
    empty["asked"] = Json::Array(asked);
    empty
}

#[track_caller]
fn check_agree(catalog: &Catalog, conditions: &[Named], worlds: Vec<Json>) -> Option<Json> {
    let questions = catalog.questions().map(|question| {
        let places: Vec<&Place> = Place::ALL.iter().filter(|place| question.scope.asks(**place)).collect();
        (question.id.to_string(), json!({ "places": places, "when": question.when }))
    });
    let cases = json!({
        "kinds": OrganisationKind::WORDS,
        "candidates": OrganisationKind::candidates(),
        "questions": questions.collect::<serde_json::Map<_, _>>(),
        "formulas": conditions.iter().map(|one| json!({ "name": one.name, "formula": one.formula })).collect::<Vec<_>>(),
        "worlds": worlds,
    });
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let file = folder.path().join("cases.json");
    std::fs::write(&file, cases.to_string()).expect("the cases are written");
    let said = story(Needs::Node, "conditions.mjs", &[Path::new(MODULES), &file])?;
    let said: Json = serde_json::from_str(&said).expect("the story prints JSON");
    assert_eq!(said["differences"], json!([]));
    Some(said["counts"].clone())
}

#[track_caller]
fn check_counts(counts: &Json, least: &[(&str, u64)]) {
    for (outcome, least) in least {
        assert!(counts[outcome].as_u64() >= Some(*least), "{outcome} too seldom: {counts}");
    }
}

#[test]
fn conditions_mean_the_same_in_the_page_as_in_the_program() {
    let catalog = shipped();
    let conditions = conditions(&catalog);
    assert!(conditions.len() > 200, "only {} conditions", conditions.len());
    let worlds = (0..PROJECTS).map(|seed| whole_world(&catalog, &conditions, seed)).collect();
    if let Some(counts) = check_agree(&catalog, &conditions, worlds) {
        check_counts(&counts, &[("true", 15_000), ("false", 15_000), ("undefined", 5_000)]);
    }
}

#[test]
fn a_page_asks_what_the_program_asks_though_it_knows_only_its_own_answers() {
    for catalog in [shipped(), proof()] {
        let worlds = (0..PROJECTS).flat_map(|seed| page_worlds(&catalog, seed)).collect();
        if let Some(counts) = check_agree(&catalog, &[], worlds) {
            check_counts(&counts, &[("true", 5_000), ("false", 700)]);
        }
    }
}
