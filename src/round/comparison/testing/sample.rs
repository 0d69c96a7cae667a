//! A small questionnaire with every kind of question that is compared, and a kopgroep that answers it.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate};

use super::Group;
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Answers, Choice, Circle, Comparison as Sign, Decimal, Departure, Depth, Earlier, Formula, FullId,
    Identifier, Kind, Moment, Organisation, Origin, Perspective, Phase, Place, Project, Question, Questionnaire, Scope,
    Section, Standing, State, Template, Value, Variant, Version,
};
use crate::expression::Facts;

pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");

/// The kopgroep, by the last part of their ids: gemeente-a to gemeente-d; then a partner.
pub const KOPGROEP: [&str; 4] = ["a", "b", "c", "d"];
pub const PARTNER: &str = "p";

pub fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).expect("is a name")
}

pub fn full_id(local: &str) -> FullId {
    FullId { questionnaire: identifier("verkennen"), local: identifier(local) }
}

fn options(labels: &[&str]) -> Vec<Choice> {
    let option = |label: &&str| Choice {
        id: Identifier::from_name(label).expect("a label has letters"),
        label: (*label).to_owned(),
        help: None,
        consequence: None,
        alone: false,
    };
    labels.iter().map(option).collect()
}

fn question(local: &str, label: &str, kind: Kind, side: Option<(Perspective, &str)>) -> Question {
    let together = matches!(side, Some((Perspective::Together | Perspective::Others, _)));
    Question {
        id: full_id(local),
        revision: 1,
        label: label.to_owned(),
        ask: Template::plain(&format!("Wat is jullie {}?", label.to_lowercase())),
        kind,
        help: String::new(),
        why: String::new(),
        example: None,
        perspective: side.map(|(perspective, _)| perspective),
        subject: side.map(|(_, subject)| subject.to_owned()),
        scope: if together { Scope::Together } else { Scope::Each(Circle::Kopgroep) },
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

pub fn catalog() -> Catalog {
    use Perspective::{Others, Own, Together};
    let themes = options(&["Oefenen", "Delen", "Leren", "Inkopen"]);
    let levels = ["Begint", "Bezig", "Klaar", "Helpt anderen"].map(str::to_owned).to_vec();
    let several = |other| Kind::Choices { options: themes.clone(), other, at_most: None };
    let one = |other| Kind::Choice { options: themes.clone(), other };
    let list = || Kind::List { item: "zorg".to_owned(), at_most: None };
    let mut specialist = question("specialist", "Specialist", Kind::Text, None);
    let own = Formula::OwnAnswer(full_id("bereikbaar"));
    specialist.when = Some(Formula::Compare(Box::new(own), Sign::Equal, Box::new(Formula::Flag(true))));
    let mut task = question("samen-taak", "Taak samen", Kind::Text, Some((Together, "taak")));
    let theme = Formula::Answer(full_id("samen-thema"));
    task.when = Some(Formula::Compare(Box::new(theme), Sign::Equal, Box::new(Formula::Text("delen".to_owned()))));
    let questions = vec![
        question("eigen-doel", "Eigen doel", Kind::LongText, Some((Own, "doel"))),
        question("samen-doel", "Gezamenlijk doel", Kind::LongText, Some((Together, "doel"))),
        question("eigen-thema", "Eigen thema", one(true), Some((Own, "thema"))),
        question("samen-thema", "Thema samen", one(false), Some((Together, "thema"))),
        question("anderen-thema", "Thema van anderen", several(true), Some((Others, "thema"))),
        question("eigen-zorg", "Eigen zorg", list(), Some((Own, "zorg"))),
        question("anderen-zorg", "Zorg van anderen", list(), Some((Others, "zorg"))),
        question("uren", "Uren", Kind::Hours { unit: None }, Some((Own, "uren"))),
        question("bedrag", "Bedrag", Kind::Amount { unit: Some("per jaar".to_owned()) }, Some((Own, "bedrag"))),
        question("volwassenheid", "Volwassenheid", Kind::Scale { levels }, None),
        question("bereikbaar", "Bereikbaar", Kind::YesNo, None),
        specialist,
        task,
    ];
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
        thresholds: std::collections::BTreeMap::new(),
        sections: vec![section],
        actions: Vec::new(),
        signals: Vec::new(),
        earlier: Earlier::default(),
    }])
}

pub fn project() -> Project {
    let mut project = Project::new("abc".to_owned(), TODAY);
    project.begun.insert(Phase::Verkennen, TODAY);
    project.name = Some("Samen Sterk".to_owned());
    let organisation = |last: &str, place| Organisation {
        id: organisation_id(last),
        name: format!("Gemeente {}", last.to_uppercase()),
        kind: None,
        place,
        departure: Departure::default(),
        contacts: Vec::new(),
    };
    project.organisations = KOPGROEP.iter().map(|last| organisation(last, Place::Kopgroep)).collect();
    project.organisations.push(organisation(PARTNER, Place::Partner));
    project
}

pub fn organisation_id(last: &str) -> Identifier {
    identifier(&format!("gemeente-{last}"))
}

pub fn given(value: Value) -> Answer {
    Answer { state: State::Given(value), ..Answer::open() }
}

pub fn noted(value: Value, note: &str) -> Answer {
    Answer { note: Some(note.to_owned()), ..given(value) }
}

pub fn in_state(state: State) -> Answer {
    Answer { state, ..Answer::open() }
}

pub fn list(items: &[&str]) -> Value {
    Value::List(items.iter().map(|item| Value::text(*item)).collect())
}

pub fn hours(quarters: i64) -> Value {
    Value::Number(Decimal::from_hundredths(quarters * 25))
}

/// Writes down what one organisation says: its answer, or its view on what is asked of all together.
pub fn say(project: &mut Project, question: &str, last: &str, answer: Answer) {
    let (id, organisation) = (full_id(question), organisation_id(last));
    let catalog = catalog();
    if catalog.question(&id).expect("the question is there").scope == Scope::Together {
        project.views.entry(id).or_default().insert(organisation, answer);
        return;
    }
    let answers = project.answers.entry(id).or_insert_with(|| Answers::PerOrganisation(Default::default()));
    if let Answers::PerOrganisation(each) = answers {
        each.insert(organisation, answer);
    }
}

pub fn together(project: &mut Project, question: &str, answer: Answer) {
    project.answers.insert(full_id(question), Answers::Together(answer));
}

pub fn vary(project: &mut Project, question: &str, last: &str, standing: Standing, answer: Answer) {
    let (question, organisation) = (full_id(question), organisation_id(last));
    project.variants.push(Variant { question, organisation, standing, answer });
}

/// Calls with the facts of a project.
pub fn with_facts<R>(project: &Project, look: impl FnOnce(&Catalog, &Facts) -> R) -> R {
    let catalog = catalog();
    let facts = Facts::new(project, &catalog, TODAY);
    look(&catalog, &facts)
}

/// A kopgroep that agrees, differs, hesitates and is silent.
pub fn lively() -> Project {
    let mut project = project();
    let said = &mut project;
    let text = |words: &str| given(Value::text(words));
    say(said, "eigen-doel", "a", text("Weten wie je belt.\nEn dat twee keer per jaar oefenen."));
    say(said, "eigen-doel", "b", noted(Value::text("Minder valse facturen."), "Vooral in de zomer."));
    say(said, "eigen-doel", "d", text("weten wie je belt"));
    vary(said, "eigen-doel", "b", Standing::Differs, Answer { by: Some("Bo".to_owned()), ..text("Eerst rust.") });
    vary(said, "eigen-doel", "a", Standing::SetAside, text("Een oud doel."));
    together(said, "samen-doel", text("Elkaar op tijd waarschuwen."));
    say(said, "samen-doel", "a", text("Elkaar op tijd waarschuwen"));
    say(said, "samen-doel", "b", text("Elkaar op tijd waarschuwenn"));
    say(said, "samen-doel", "c", in_state(State::Unknown));
    say(said, "samen-doel", PARTNER, text("Stageplekken."));
    for (last, theme) in [("a", "oefenen"), ("b", "oefenen"), ("c", "delen"), ("d", "Een haventoer")] {
        say(said, "eigen-thema", last, text(theme));
    }
    together(said, "samen-thema", text("leren"));
    for last in KOPGROEP {
        say(said, "samen-thema", last, text("oefenen"));
    }
    say(said, "anderen-thema", "a", given(list(&["oefenen", "delen"])));
    say(said, "anderen-thema", "b", given(list(&["oefenen"])));
    say(said, "eigen-zorg", "a", given(list(&["Valse facturen", "Te weinig mensen"])));
    say(said, "anderen-zorg", "a", given(list(&["valse facturen"])));
    say(said, "anderen-zorg", "c", given(list(&["Valse facturen!", "Oude machines"])));
    for (last, quarters) in [("a", 8), ("b", 16), ("c", 48)] {
        say(said, "uren", last, given(hours(quarters)));
    }
    for (last, level) in [("a", 1), ("b", 3), ("c", 3), ("d", 4)] {
        say(said, "volwassenheid", last, given(Value::integer(level)));
    }
    say(said, "bereikbaar", "a", given(Value::Flag(true)));
    say(said, "bereikbaar", "b", given(Value::Flag(false)));
    say(said, "bereikbaar", "c", in_state(State::NotApplicable));
    say(said, "specialist", "a", text("Jo, van beheer"));
    say(said, "specialist", "b", text("Piet, die weg is"));
    let morning = DateTime::parse_from_rfc3339("2026-11-20T09:00:00+01:00").expect("is a moment");
    if let Some(Answers::PerOrganisation(each)) = said.answers.get_mut(&full_id("eigen-doel")) {
        each.values_mut().for_each(|answer| answer.given = Some(morning));
    }
    project
}

/// What was said, and by how many.
pub fn groups(said: &[(Value, usize)]) -> Vec<Group<'static>> {
    let group = |(value, count): &(Value, usize)| Group {
        value: Cow::Owned(value.clone()),
        words: String::new(),
        count: *count,
        agreed: false,
        joint: false,
        organisations: Vec::new(),
        beside: Vec::new(),
        wordings: Vec::new(),
    };
    said.iter().map(group).collect()
}
