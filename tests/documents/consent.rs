//! What somebody has yet to consent to stays with the kopgroep.
use regio::domain::{
    Agreed, Answer, Answers, Edition, FullId, Identifier, Meaning, Meeting, Project, State, Tlp, Value,
};
use regio::expression::given_for;

use crate::desk::{CATALOG, SHIPPED, example, in_every_format, made};

const STORY: &str = "Een nacht lang stond de kraan stil";
const FELT: &str = "Elf schepen bleven buitengaats";
const INSIDE: &str = "We werden het over inkopen niet eens";
const MEMBER: &str = "scheepswerf-de-hoek";
const MEMBER_NAME: &str = "Scheepswerf De Hoek";

/// A project that may be known to everyone, in which a member told its story.
fn told(consent: Option<&str>, story: &str) -> Project {
    let mut project = example("tweede-jaar");
    project.tlp = Tlp::Clear;
    project.decisions.clear();
    say(&mut project, "verkennen.gezamenlijk-doel", Some(INSIDE));
    say(&mut project, "ontwikkelen.incident-herkomst", Some("uit-de-regio"));
    say(&mut project, "ontwikkelen.incident-organisatie", Some(MEMBER));
    say(&mut project, "ontwikkelen.incident-voorbeeld", Some(story));
    say(&mut project, "ontwikkelen.incident-regio", Some(FELT));
    say(&mut project, "ontwikkelen.incident-toestemming", consent);
    says_yes(&mut project, "ontwikkelen.incident-toestemming-van", consent.is_some_and(|said| said != "nog-niet"));
    project
}

/// By whose word, and since when.
fn says_yes(project: &mut Project, question: &str, yes: bool) {
    let said = [("van".to_owned(), Value::text("Cornelis Hoek")), ("sinds".to_owned(), Value::Date(day()))];
    let record = Value::List(vec![Value::Record(said.into_iter().collect())]);
    put(project, question, yes.then_some(record));
}

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day of the calendar")
}

fn say(project: &mut Project, question: &str, words: Option<&str>) {
    put(project, question, words.map(Value::text));
}

fn put(project: &mut Project, question: &str, value: Option<Value>) {
    let id = FullId::parse(question).expect("it is the id of a question");
    let given_for = given_for(project, CATALOG.question(&id).expect("it is asked"));
    let state = value.map_or(State::Open, State::Given);
    project.answers.insert(id, Answers::Together(Answer { state, given_for, ..Answer::open() }));
}

/// Every document for others, in every format, with what it is.
fn for_others(project: &Project) -> Vec<(String, String)> {
    let editions = [Edition::Participants, Edition::Public];
    let all = SHIPPED.iter().flat_map(|wording| editions.map(|edition| (wording, edition)));
    let texts = all.flat_map(|(wording, edition)| {
        let document = made(wording, project, edition);
        let which = format!("{} {}", wording.id, edition.word());
        in_every_format(&document).into_iter().map(move |(format, text)| (format!("{which} {format}"), text))
    });
    texts.collect()
}

fn plain(id: &str, project: &Project) -> String {
    let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == id).expect("there is such a document");
    in_every_format(&made(wording, project, wording.edition)).swap_remove(1).1
}

#[test]
fn without_consent_no_document_for_others_tells_the_story() {
    for consent in [None, Some("nog-niet")] {
        for (which, text) in for_others(&told(consent, STORY)) {
            for words in [STORY, FELT] {
                assert!(!text.contains(words), "{which}, {consent:?}: {words}");
            }
        }
    }
}

/// Who gets a flyer or sees a slide is not told what is kept back; who makes it is.
#[test]
fn what_is_handed_out_does_not_say_that_something_is_kept_back() {
    for (id, head) in [("flyer", "Wat het kan opleveren"), ("presentatie", "Wat we samen willen")] {
        let mut project = told(Some("met-naam"), STORY);
        let hidden = if id == "flyer" { Meaning::CommunicationChance } else { Meaning::GoalPublic };
        let question = CATALOG.meaning(hidden).expect("it is asked");
        let answers = project.answers.get_mut(&question.id).expect("it is answered");
        answers.each_mut().into_iter().for_each(|(_, answer)| answer.tlp = Some(Tlp::Amber));
        let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == id).expect("there is such a document");
        let document = made(wording, &project, Edition::Public);
        assert_eq!(document.withheld(), Vec::<&str>::new(), "{id}");
        assert!(document.left_out.contains(&question.label), "{id}: {:?}", document.left_out);
        for (format, text) in in_every_format(&document) {
            assert!(!text.contains("deze lezers") && !text.contains(&question.label), "{id} {format}");
        }
        let text = plain(id, &project);
        assert!(text.contains(STORY) && !text.contains(head), "{id}: {text}");
    }
}

/// What waits for a yes is open as if nobody had said it, in every paper for others; who makes it hears what it waits for.
#[test]
fn what_waits_for_a_yes_is_an_open_spot() {
    let mut project = told(Some("nog-niet"), STORY);
    say(&mut project, "verkennen.aanmelden-bij", Some("ilse@haven.example"));
    says_yes(&mut project, "verkennen.aanmelden-toestemming", false);
    for (id, label) in [
        ("uitnodiging", "Aanmelden bij"),
        ("flyer", "Voorbeeld van een incident"),
        ("presentatie", "Voorbeeld van een incident"),
    ] {
        let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == id).expect("there is such a document");
        let document = made(wording, &project, wording.edition);
        let open: Vec<String> = document.open_spots().into_iter().map(|spot| spot.question).collect();
        assert!(open.contains(&label.to_owned()), "{id}: {open:?}");
        assert!(document.awaiting_consent.contains(label), "{id}: {:?}", document.awaiting_consent);
        assert!(!plain(id, &project).contains("deze lezers"), "{id}");
        let inside = made(wording, &project, Edition::Kopgroep);
        assert!(inside.awaiting_consent.is_empty(), "{id}: the kopgroep reads it");
    }
}

/// That it may be told is not enough: it stands there by whose word.
#[test]
fn a_story_that_may_be_told_by_nobody_s_word_stays_inside() {
    let mut project = told(Some("met-naam"), STORY);
    says_yes(&mut project, "ontwikkelen.incident-toestemming-van", false);
    for (which, text) in for_others(&project) {
        assert!(!text.contains(STORY) && !text.contains(FELT), "{which}");
    }
}

#[test]
fn a_contact_stands_in_a_paper_for_others_by_its_own_word_alone() {
    const ADDRESS: &str = "ilse@haven.example";
    let mut project = told(None, STORY);
    say(&mut project, "verkennen.aanmelden-bij", Some(ADDRESS));
    for yes in [false, true] {
        says_yes(&mut project, "verkennen.aanmelden-toestemming", yes);
        let found = for_others(&project).into_iter().filter(|(_, text)| text.contains(ADDRESS)).count();
        assert_eq!(found > 0, yes, "{found}");
        assert_eq!(plain("uitnodiging", &project).contains(ADDRESS), yes);
    }
}

#[test]
fn no_name_of_a_contact_is_for_everyone() {
    const NAME: &str = "Hendrikje van Wijngaarden";
    let mut project = told(None, STORY);
    let member = project.organisations.iter_mut().find(|one| one.id.as_str() == MEMBER).expect("it is in the register");
    member.contacts[0].name = NAME.to_owned();
    for wording in SHIPPED.iter() {
        for (format, text) in in_every_format(&made(wording, &project, Edition::Public)) {
            assert!(!text.contains(NAME), "{} {format}", wording.id);
        }
    }
}

#[test]
fn with_consent_the_story_is_told() {
    for (consent, named) in [("zonder-naam", false), ("met-naam", true)] {
        for id in ["flyer", "pitch", "presentatie"] {
            let text = plain(id, &told(Some(consent), STORY));
            assert!(text.contains(STORY), "{id}, {consent}: {text}");
            let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == id).expect("there is such a document");
            let document = made(wording, &told(Some(consent), STORY), Edition::Public);
            assert!(document.awaiting_consent.is_empty(), "{id}, {consent}: who said no to a name has decided");
            let names = format!("bij {MEMBER_NAME}");
            assert_eq!(text.contains(&names), named, "{id}, {consent}: {text}");
        }
    }
}

/// The register of a project that is not for everyone holds nobody there; who consented is named all the same, and that alone.
#[test]
fn who_consents_is_named_though_the_project_is_not_for_everyone() {
    let mut project = told(Some("met-naam"), STORY);
    project.tlp = Tlp::Amber;
    let text = plain("flyer", &project);
    assert!(text.contains(MEMBER_NAME) && !text.contains("Zij doen al mee"), "{text}");
}

#[test]
fn a_story_that_names_who_wants_no_name_stays_inside() {
    let story = format!("{STORY} bij {}.", MEMBER_NAME.to_uppercase());
    for (which, text) in for_others(&told(Some("zonder-naam"), &story)) {
        assert!(!text.contains(STORY), "{which}");
    }
    assert!(plain("flyer", &told(Some("met-naam"), &story)).contains(STORY));
}

/// The minutes keep what was said then; the yes is for what is said now.
#[test]
fn minutes_tell_no_words_to_which_nobody_said_yes() {
    let told_at_table = |story: &str| {
        let mut project = told(Some("met-naam"), STORY);
        let question = FullId::parse("ontwikkelen.incident-voorbeeld").expect("it is the id of a question");
        let answer = Answer { state: State::Given(Value::text(story)), ..Answer::open() };
        let agreed = vec![Agreed { question, answer }];
        project.meetings = vec![Meeting { agreed, ..Meeting::new((day(), 1)) }];
        for_others(&project)
    };
    let minutes = |all: &[(String, String)], story| {
        all.iter().filter(|(which, _)| which.starts_with("verslag")).any(|(_, text)| text.contains(story))
    };
    let earlier = "De directeur viel uit op de kade";
    let all = told_at_table(earlier);
    let leaking: Vec<&str> = all.iter().filter(|(_, text)| text.contains(earlier)).map(|(which, _)| &**which).collect();
    assert_eq!(leaking, [""; 0]);
    assert!(minutes(&told_at_table(STORY), STORY), "what was said yes to stands there");
}

#[test]
fn the_goal_in_the_words_of_the_kopgroep_is_not_for_everyone() {
    let project = told(None, STORY);
    let wordings = SHIPPED.iter().map(|wording| (wording, made(wording, &project, Edition::Public)));
    for (wording, document) in wordings {
        for (format, text) in in_every_format(&document) {
            assert!(!text.contains(INSIDE), "{} {format}", wording.id);
        }
    }
    for id in ["uitnodiging", "intentieverklaring"] {
        assert!(!plain(id, &project).contains(INSIDE), "{id}");
    }
    let question = CATALOG.meaning(Meaning::GoalPublic).expect("it is asked").id.clone();
    let owner: Option<&Identifier> = None;
    let said = project.answer(&question, owner).and_then(Answer::value).and_then(Value::as_text).expect("it is said");
    assert!(plain("flyer", &project).contains(said));
}

#[test]
fn the_flyer_tells_where_to_reach_its_face_only_when_that_was_said_to_be_for_all() {
    const ADDRESS: &str = "info@haven.example";
    const ELSEWHERE: &str = "Vraag het aan wie je dit blad gaf";
    let mut project = told(None, STORY);
    let member = project.organisations.iter_mut().find(|one| one.id.as_str() == MEMBER).expect("it is in the register");
    member.contacts[0].mail = Some("cornelis@dehoek.example".to_owned());
    say(&mut project, "ontwikkelen.gezicht", Some("Cornelis Hoek"));
    say(&mut project, "ontwikkelen.gezicht-bereiken", None);
    says_yes(&mut project, "ontwikkelen.gezicht-toestemming", false);
    assert!(!plain("flyer", &project).contains("Cornelis Hoek"));
    says_yes(&mut project, "ontwikkelen.gezicht-toestemming", true);
    let flyer = plain("flyer", &project);
    assert!(
        flyer.contains("Cornelis Hoek") && flyer.contains(ELSEWHERE) && !flyer.contains("dehoek.example"),
        "{flyer}"
    );
    say(&mut project, "ontwikkelen.gezicht-bereiken", Some(ADDRESS));
    assert!(!plain("flyer", &project).contains("Cornelis Hoek"), "the yes was for the face without that address");
    says_yes(&mut project, "ontwikkelen.gezicht-toestemming", true);
    let flyer = plain("flyer", &project);
    assert!(flyer.contains(ADDRESS) && flyer.contains(ELSEWHERE), "{flyer}");
    // It was said of one face, and is not of the next.
    say(&mut project, "ontwikkelen.gezicht", Some("Marie Hoek"));
    let flyer = plain("flyer", &project);
    assert!(!flyer.contains(ADDRESS) && flyer.contains(ELSEWHERE), "{flyer}");
}
