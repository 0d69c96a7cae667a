//! The page and the sheet of one organisation hold nothing of another.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate};
use regio::catalog::{Catalog, assemble, built_in};
use regio::domain::{
    ActionRecord, Answer, Answers, Change, Contact, Decision, Departure, Event, EventKind, Formula, FullId, Identifier,
    Kind, LapsedAnswer, Meeting, Organisation, OwnAction, Phase, Place, Project, Standing, State, Subject, Tlp, Value,
    Variant,
};
use regio::expression::Facts;
use regio::render::{Markdown, Renderer};
use regio::report::{WorksheetChoice, Worksheets};
use regio::round;
use regio::round::{Code, Contents, EarlierAnswers, Inquiry};
use regio::source::SourceFile;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a day")
}

fn id(text: &str) -> Identifier {
    Identifier::parse(text).expect("is an id")
}

/// The shipped questionnaires, of which the last asks for the answers of others in its words.
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let telling = "\n[[section.question]]\nid = \"verklikker\"\nrevision = 1\nlabel = \"x\"\n\
                   ask = \"Na {{ verkennen.aanleiding }}, wat wil {{ organisatie }}?\"\ntype = \"text\"\nper = \"kopgroep\"\n\
                   help = \"Denk.\"\nwhy = \"Daarom.\"\npoints = [\"V2.4a\"]\norigin = \"handreiking\"\n";
    catalog_with(&format!("{}{telling}", proof()))
});

fn proof() -> String {
    std::fs::read_to_string("tests/fixtures/rondvraag/uitbouwen.toml").expect("the fixture is there")
}

fn catalog_with(last: &str) -> Catalog {
    let sources = [built_in(), vec![SourceFile::new("uitbouwen.toml", last)]].concat();
    assemble(&sources).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

/// Words that stand nowhere else, each at one place of a project.
struct Words(&'static str, Vec<String>);

impl Words {
    fn next(&mut self, about: &str) -> String {
        let word = format!("{}{}{}x", self.0, about.replace([' ', '-', '.'], ""), self.1.len());
        self.1.push(word.clone());
        word
    }
}

fn moment() -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-01T10:00:00+01:00").expect("is a moment")
}

/// Words for every text of an answer to a question of this kind.
fn answer(words: &mut Words, about: &str, kind: Option<&Kind>) -> Answer {
    let text = Value::Text(words.next(about));
    let value = match kind {
        Some(Kind::List { .. } | Kind::Choices { .. }) => Value::List(vec![text]),
        Some(Kind::Group { fields, .. }) => {
            Value::List(vec![Value::Record(BTreeMap::from([(fields[0].id.to_string(), text)]))])
        }
        _ => text,
    };
    Answer {
        state: State::Given(value),
        given: Some(moment()),
        by: Some(words.next(about)),
        revision: Some(1),
        note: Some(words.next(about)),
        tlp: Some(Tlp::Red),
        source: Some(words.next(about)),
        given_for: None,
    }
}

/// A project with a word of its own in every field: those of the baker apart, those of all others together.
fn project(catalog: &Catalog) -> (Project, Words, Words) {
    let (mut own, mut other) = (Words("eigen", Vec::new()), Words("geheim", Vec::new()));
    let mut project = Project::new("project-id".to_owned(), today());
    project.name = Some("Samen Sterk".to_owned());
    project.trekker = Some("Anna".to_owned());
    project.region = Some("Het Noorden".to_owned());
    for (name, place) in
        [("bakker", Place::Kopgroep), ("slager", Place::Kopgroep), ("pottenkijker", Place::Stakeholder)]
    {
        let contact = Contact {
            name: other.next("contact"),
            role: Some(other.next("role")),
            mail: Some(other.next("mail")),
            phone: Some(other.next("phone")),
        };
        let name_shown = if place == Place::Kopgroep { name.to_owned() } else { other.next("naam") };
        project.organisations.push(Organisation {
            id: id(name),
            name: name_shown,
            kind: None,
            place,
            departure: Departure::default(),
            contacts: vec![contact],
        });
    }
    for question in catalog.questions() {
        let name = question.id.to_string();
        let kind = Some(&question.kind);
        let each = |own: &mut Words, other: &mut Words| {
            BTreeMap::from([
                (id("bakker"), answer(own, &name, kind)),
                (id("slager"), answer(other, &name, kind)),
                (id("pottenkijker"), answer(other, &name, kind)),
            ])
        };
        if question.scope.is_each() {
            project.answers.insert(question.id.clone(), Answers::PerOrganisation(each(&mut own, &mut other)));
        } else {
            project.answers.insert(question.id.clone(), Answers::Together(answer(&mut other, &name, kind)));
            project.views.insert(question.id.clone(), each(&mut own, &mut other));
        }
        let variant = |organisation: &str, answer| Variant {
            question: question.id.clone(),
            organisation: id(organisation),
            standing: Standing::Differs,
            answer,
        };
        project.variants.push(variant("slager", answer(&mut other, &name, kind)));
        project.variants.push(variant("bakker", answer(&mut other, &name, kind)));
    }
    rest(&mut project, &mut other);
    (project, own, other)
}

/// All that is no answer.
fn rest(project: &mut Project, words: &mut Words) {
    let question = FullId::parse("verkennen.aanleiding").expect("is a full id");
    let record =
        ActionRecord { owner: Some(words.next("owner")), note: Some(words.next("note")), ..ActionRecord::default() };
    project.actions.insert(question.clone(), record.clone());
    project.own_actions.push(OwnAction {
        id: id("eigen"),
        title: words.next("title"),
        phase: None,
        created: today(),
        record,
    });
    project.decisions.push(Decision {
        id: words.next("decision"),
        text: words.next("text"),
        date: today(),
        by: Some(words.next("by")),
        why: Some(words.next("why")),
        replaces: Some(words.next("replaces")),
    });
    let (present, parked) = (vec![words.next("present")], vec![words.next("parked")]);
    project.meetings.push(Meeting { date: today(), present, parked, ..Meeting::default() });
    let success = Event::new(EventKind::Success, words.next("success"), today());
    project.events.push(Event { by: Some(words.next("by")), ..success });
    project.history.push(Change {
        at: moment(),
        by: Some(words.next("by")),
        subject: Subject::Project(words.next("subject")),
        from: Some(State::Given(Value::Text(words.next("from")))),
        to: Some(State::Given(Value::Text(words.next("to")))),
        why: Some(words.next("why")),
    });
    project.lapsed.push(LapsedAnswer {
        question,
        organisation: Some(id("bakker")),
        ask: words.next("ask"),
        value: Some(Value::Text(words.next("value"))),
        given: None,
        by: Some(words.next("by")),
        note: Some(words.next("note")),
        tlp: None,
        why: words.next("why"),
    });
}

fn contents(catalog: &Catalog, project: &Project, phase: Phase, earlier: EarlierAnswers) -> Contents {
    let facts = Facts::new(project, catalog, today());
    Contents::new(&Inquiry { catalog, facts: &facts, phase, organisation: &project.organisations[0], earlier })
}

/// The page and the sheet, as they leave the program.
fn texts(catalog: &Catalog, project: &Project, phase: Phase, earlier: EarlierAnswers) -> Vec<String> {
    let choice = WorksheetChoice { phase, organisations: vec![&project.organisations[0]], earlier };
    let sheet = Worksheets::new(catalog, &Facts::new(project, catalog, today()), &choice).document();
    let markdown = Markdown.render(&sheet).expect("every document can be rendered");
    let page = round::page(&contents(catalog, project, phase, earlier), today());
    vec![page, String::from_utf8(markdown).expect("is text")]
}

#[test]
fn nothing_of_another_is_in_the_page_of_one() {
    let catalog = &*CATALOG;
    let (project, own, other) = project(catalog);
    assert!(other.1.len() > 800 && own.1.len() > 120, "{} {}", other.1.len(), own.1.len());
    for phase in Phase::ALL {
        for earlier in [EarlierAnswers::LeftOut, EarlierAnswers::Included] {
            for text in texts(catalog, &project, *phase, earlier) {
                let found: Vec<&String> = other.1.iter().filter(|word| text.contains(*word)).collect();
                assert!(found.is_empty(), "{phase:?} {earlier:?}: {found:?}");
                let of_itself = own.1.iter().filter(|word| text.contains(*word)).count();
                assert_eq!(of_itself > 10, earlier == EarlierAnswers::Included, "{phase:?}: {of_itself}");
                assert!(!text.contains("pottenkijker"));
            }
        }
    }
}

#[test]
fn its_own_answers_go_along_when_that_is_asked() {
    let catalog = &*CATALOG;
    let (project, _, _) = project(catalog);
    let contents = contents(catalog, &project, Phase::Verkennen, EarlierAnswers::Included);
    let goal = &contents.earlier["verkennen.eigen-doel"];
    let said = project.said_by(&FullId::parse("verkennen.eigen-doel").unwrap(), &id("bakker")).expect("is there");
    let text = |key| goal.get(key).and_then(serde_json::Value::as_str);
    assert_eq!(text("value"), said.value().and_then(Value::as_text));
    assert_eq!((text("note"), text("by")), (said.note.as_deref(), said.by.as_deref()));
    assert!(contents.earlier.contains_key("verkennen.gezamenlijk-doel"), "its view goes along too");
    let views: Vec<&str> = contents.questions().filter(|one| one.together).map(|one| one.id.as_str()).collect();
    assert!(views.contains(&"verkennen.gezamenlijk-doel") && !views.contains(&"verkennen.eigen-doel"), "{views:?}");
}

#[test]
fn what_holds_answers_bears_their_strictest_label() {
    let (project, _, _) = project(&CATALOG);
    let label = |earlier| contents(&CATALOG, &project, Phase::Verkennen, earlier).label;
    assert_eq!(label(EarlierAnswers::LeftOut), Tlp::AmberStrict, "that of the questions");
    assert_eq!(label(EarlierAnswers::Included), Tlp::Red, "that of an answer");
}

#[test]
fn the_words_of_a_question_tell_no_answer() {
    let catalog = &*CATALOG;
    let (project, _, _) = project(catalog);
    let contents = contents(catalog, &project, Phase::Uitbouwen, EarlierAnswers::LeftOut);
    let asked = contents.questions().find(|question| question.id == "uitbouwen.verklikker").expect("is asked");
    assert_eq!(asked.ask, "Na …, wat wil jullie organisatie?");
}

#[test]
fn conditions_in_the_page_rest_on_the_page_alone() {
    let catalog = &*CATALOG;
    let (project, _, _) = project(catalog);
    let mut seen = 0;
    for phase in Phase::ALL {
        let contents = contents(catalog, &project, *phase, EarlierAnswers::LeftOut);
        for when in contents.questions().filter_map(|question| question.when.as_ref()) {
            seen += 1;
            when.walk(&mut |part| {
                let fine = match part {
                    Formula::Answer(question) | Formula::OwnAnswer(question) => {
                        catalog.phase_of(question) == Some(*phase)
                    }
                    Formula::Organisations(_) | Formula::KindsPresent | Formula::KindsMissing => false,
                    Formula::SuccessCount | Formula::DecisionCount | Formula::StepHolders | Formula::Phase => false,
                    _ => true,
                };
                assert!(fine, "{part:?}");
            });
        }
    }
    assert!(seen >= 5, "only {seen}");
}

#[test]
fn questions_that_cannot_come_up_are_left_out() {
    let catalog = &*CATALOG;
    let (project, _, _) = project(catalog);
    let contents = contents(catalog, &project, Phase::Uitbouwen, EarlierAnswers::LeftOut);
    let ids: Vec<&str> = contents.questions().map(|question| question.id.as_str()).collect();
    assert!(ids.contains(&"uitbouwen.velen") && !ids.contains(&"uitbouwen.alleen"), "{ids:?}");
}

#[test]
fn the_page_lets_only_its_own_script_and_style_through() {
    let catalog = &*CATALOG;
    let (project, _, _) = project(catalog);
    let page = round::page(&contents(catalog, &project, Phase::Verkennen, EarlierAnswers::LeftOut), today());
    let policy =
        page.split("Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.ends_with("base-uri 'none'; form-action 'none'"), "{policy}");
    for outside in ["src=\"", "<link", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    // The licence of the library in it goes along.
    assert!(page.contains("Redistributions in binary form must reproduce the above copyright"));
}

#[test]
fn the_page_says_where_it_goes_and_how_long_it_takes_and_bears_the_codes_of_the_sheet() {
    let catalog = &*CATALOG;
    let (mut project, _, _) = project(catalog);
    let anna = |mail: &str| Contact {
        name: "Anna".to_owned(),
        role: None,
        mail: Some(mail.to_owned()),
        phone: Some("06 12345678".to_owned()),
    };
    project.organisations[1].contacts = vec![anna("anna@slager.example")];
    let made = contents(catalog, &project, Phase::Verkennen, EarlierAnswers::LeftOut);
    let page = round::page(&made, today());
    let first = made.sections.iter().filter(|part| !part.is_extra).map(|part| part.questions.len()).sum::<usize>();
    let minutes = (first * 3).div_ceil(10) * 5;
    for said in [
        "<bdi>Anna</bdi>, <a href=\"mailto:anna@slager.example?subject=Antwoorden%20van%20bakker%3A%20Verkennen\">",
        ", 06 12345678</dd>",
        &format!("zo'n {minutes} minuten: {first} vra"),
        "<bdi class=\"copied\">Antwoorden van bakker: Verkennen</bdi>",
        &format!("<dd>{}</dd>", Code::of_organisation(&id("bakker"))),
        "<span class=\"tlp amber\">TLP:AMBER",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for question in made.questions() {
        let code = Code::of_question(&FullId::parse(&question.id).expect("is an id"));
        assert!(page.contains(&format!("\"code\":\"{code}\"")), "{}", question.id);
    }
    project.organisations[1].contacts = vec![anna("javascript:alert(1)")];
    let page = round::page(&contents(catalog, &project, Phase::Verkennen, EarlierAnswers::LeftOut), today());
    assert!(page.contains(", javascript:alert(1), 06 12345678</dd>"), "what is no address is no link");
}

#[test]
fn the_page_tells_what_its_label_means_who_sent_it_and_where_its_paper_belongs() {
    let catalog = &*CATALOG;
    let (mut project, _, _) = project(catalog);
    let page = |project: &Project| {
        round::page(&contents(catalog, project, Phase::Verkennen, EarlierAnswers::LeftOut), today())
    };
    let code = Code::of_organisation(&id("bakker"));
    for said in [
        "Boven deze pagina staat <strong>TLP:AMBER+STRICT</strong>. Dat zegt wie haar mag lezen. Wat hier staat, blijft binnen",
        "@page { @top-right { content: \"TLP:AMBER+STRICT\"; } @bottom-right",
        &format!("content: \"{code} · bladzijde \" counter(page)"),
        "<bdi>Anna</bdi> stelt elke organisatie dezelfde vragen.",
        "Mail dat bestand als bijlage terug aan <bdi>Anna</bdi>.",
    ] {
        assert!(page(&project).contains(said), "{said}");
    }
    project.trekker = None;
    for said in [
        "Elke organisatie krijgt dezelfde vragen.",
        "Mail dat bestand als bijlage terug aan wie je deze pagina stuurde.",
    ] {
        assert!(page(&project).contains(said), "{said}");
    }
}

/// Who can be chosen is the kopgroep; whom she named besides goes along with her own answers, once.
#[test]
fn who_was_named_before_goes_along_by_name() {
    let (mut project, _, _) = project(&CATALOG);
    for (question, named) in [
        ("hulp", Value::text("pottenkijker")),
        ("hulpen", Value::List(["slager", "pottenkijker"].map(Value::text).into())),
    ] {
        let question = FullId::parse(&format!("uitbouwen.{question}")).expect("is a full id");
        let Some(Answers::PerOrganisation(each)) = project.answers.get_mut(&question) else {
            panic!("each answers it")
        };
        each.get_mut(&id("bakker")).expect("she did").state = State::Given(named);
    }
    let contents = contents(&CATALOG, &project, Phase::Uitbouwen, EarlierAnswers::Included);
    assert_eq!(contents.organisations.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["bakker", "slager"]);
    assert_eq!(contents.named.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["pottenkijker"]);
}

/// The one question that would come first is not asked of this organisation.
#[test]
fn nothing_is_extra_where_nothing_comes_first() {
    let proof = proof();
    let alone = proof.find("id = \"alleen\"").expect("it is asked");
    let catalog = catalog_with(&format!(
        "{}{}",
        &proof[..alone],
        proof[alone..].replacen("help = ", "moment = \"vooraf\"\nhelp = ", 1)
    ));
    let (project, _, _) = project(&catalog);
    let contents = contents(&catalog, &project, Phase::Uitbouwen, EarlierAnswers::LeftOut);
    assert!(contents.sections.iter().all(|part| !part.is_extra && !part.questions.is_empty()));
}

/// A limit of the questionnaire is the same for everyone, and nobody's answer.
#[test]
fn the_words_of_a_question_tell_its_limits() {
    let proof = proof();
    let (before, after) = proof.split_once("id = \"veel-uren\"").expect("it is asked");
    let (label, after) = after.split_once("ask = ").expect("it asks");
    let (_, after) = after.split_once('\n').expect("more follows");
    let catalog = catalog_with(&format!(
        "{before}id = \"veel-uren\"{label}ask = \"Meer dan {{{{ value.veel }}}} uur?\"\n{after}"
    ));
    let (project, _, _) = project(&catalog);
    let contents = contents(&catalog, &project, Phase::Uitbouwen, EarlierAnswers::LeftOut);
    let asked = contents.questions().find(|question| question.id == "uitbouwen.veel-uren").expect("is asked");
    assert_eq!(asked.ask, "Meer dan 4 uur?");
}
