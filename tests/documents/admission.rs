use regio::domain::{Answers, Edition, Meaning, Project, State, Tlp, Value};
use regio::source::SourceFile;
use regio::wording;
use regio::wording::Wording;

use crate::data::as_data;
use crate::desk::{CATALOG, FORMATS, SHIPPED, example, in_every_format, in_format, made};
use crate::witness::{Spot, Witness, found, witnesses};

/// A format gets a document and nothing else, so a document as JSON holds whatever a format of it can. Of the other formats each document
/// takes the next in turn: every format is met with every label and edition.
#[test]
fn no_document_in_any_format_holds_a_word_that_its_edition_forbids() {
    let mut turn = 0;
    for (project, label) in witnesses() {
        let plain = Witness::new(project, label);
        for wording in SHIPPED.iter() {
            for edition in Edition::ALL {
                let outgoing = going_out(wording, *edition, project).map(|going_out| {
                    let mut witness = Witness::new(going_out, label);
                    witness.project.tlp = project;
                    (witness, going_out)
                });
                let (witness, project) =
                    outgoing.as_ref().map_or((&plain, project), |(one, going_out)| (one, *going_out));
                let document = made(wording, &witness.project, *edition);
                let which = format!("{} {}, project {project:?}, answers {label:?}", wording.id, edition.word());
                let label = document.label.expect("a document of a project has a label");
                turn += 1;
                for (format, text) in
                    [in_format("json", &document), in_format(FORMATS[turn % FORMATS.len()], &document)]
                {
                    check(witness, project, (&text, label), *edition, &format!("{which} {format}"));
                }
                for data in as_data(wording.id.as_str(), &plain.project, *edition) {
                    check(
                        &plain,
                        plain.project.tlp,
                        (&data.text, data.label),
                        *edition,
                        &format!("{which} {}", data.format),
                    );
                }
            }
        }
    }
    assert!(turn > 20 * FORMATS.len(), "only {turn} documents");
}

/// The label that a document puts in the place of that of the project, where nobody chose a stricter one.
fn going_out(wording: &Wording, edition: Edition, project: Tlp) -> Option<Tlp> {
    let is_put = edition != Edition::Kopgroep && project == Tlp::Amber;
    wording.label.filter(|_| is_put)
}

fn check(witness: &Witness, project: Tlp, (text, label): (&str, &str), edition: Edition, which: &str) {
    let there = found(text);
    for (word, spot) in witness.words.iter().filter(|(word, _)| there.contains(word.as_str())) {
        assert!(spot.admitted(edition, project), "{which}: {word} of {spot:?}");
        let least = spot.label(project).unwrap_or(Tlp::Clear);
        assert!(Tlp::ALL.iter().any(|tlp| tlp.title() == label && *tlp >= least), "{which}: {label} for {spot:?}");
    }
}

#[test]
fn the_overview_for_the_kopgroep_holds_every_word() {
    let overview = SHIPPED.iter().find(|wording| wording.id.as_str() == "overzicht").expect("there is an overview");
    for (project, label) in witnesses() {
        let witness = Witness::new(project, label);
        assert!(witness.words.len() > 2_000, "only {} words", witness.words.len());
        let document = made(overview, &witness.project, Edition::Kopgroep);
        for (format, text) in in_every_format(&document) {
            let there = found(&text);
            let lost: Vec<_> = witness.words.iter().filter(|(word, _)| !there.contains(word.as_str())).collect();
            assert!(lost.is_empty(), "{format}: {} words are lost: {:?}", lost.len(), &lost[..lost.len().min(8)]);
        }
    }
}

/// An edition that left out everything would forbid nothing: what it admits is there.
#[test]
fn the_overview_holds_the_answers_that_its_readers_may_see() {
    let overview = SHIPPED.iter().find(|wording| wording.id.as_str() == "overzicht").expect("there is an overview");
    let witness = Witness::new(Tlp::Green, Some(Tlp::Clear));
    for edition in Edition::ALL {
        let document = made(overview, &witness.project, *edition);
        let text = in_every_format(&document).swap_remove(1).1;
        let there = found(&text).len();
        let admitted = witness.words.iter().filter(|(_, spot)| spot.admitted(*edition, Tlp::Green)).count();
        // Things that name a candidate are cut away whole for the others.
        assert!(there <= admitted && there * 10 >= admitted * 8, "{}: {there} of {admitted}", edition.word());
    }
}

#[test]
fn the_answers_as_data_hold_what_their_readers_may_see() {
    let witness = Witness::new(Tlp::Green, Some(Tlp::Clear));
    for edition in Edition::ALL {
        let admitted = |spot: &Spot| {
            matches!(spot, Spot::Answer(_) | Spot::OfOrganisation(_)) && spot.admitted(*edition, Tlp::Green)
        };
        let answers = witness.words.iter().filter(|(_, spot)| admitted(spot)).count();
        let sheets = as_data("overzicht", &witness.project, *edition);
        assert_eq!(sheets.len(), 2);
        for sheet in sheets {
            let there = found(&sheet.text).len();
            assert!(there * 10 >= answers * 8, "{} {}: {there} of {answers}", edition.word(), sheet.format);
        }
        assert_eq!(as_data("uitnodiging", &witness.project, *edition).len(), 1, "{}", edition.word());
        assert_eq!(as_data("jaarkalender", &witness.project, *edition).len(), 1, "{}", edition.word());
    }
}

#[test]
fn the_rule_of_the_test_itself_forbids() {
    assert!(!Spot::Answer(Tlp::AmberStrict).admitted(Edition::Participants, Tlp::Clear));
    assert!(!Spot::OfOrganisation(Tlp::Clear).admitted(Edition::Public, Tlp::Green));
    assert!(!Spot::Inside.admitted(Edition::Participants, Tlp::Clear));
    assert!(Spot::Answer(Tlp::Clear).admitted(Edition::Public, Tlp::Red));
}

/// What one organisation may not show is not taken for something that it has not answered yet.
#[test]
fn a_hidden_answer_of_one_organisation_does_not_look_open() {
    let text = "schema = 1\nid = \"uren\"\ntitle = \"Uren\"\nabout = \"Uren.\"\nedition = \"deelnemers\"\n[[part]]\n\
                each = [{ term = \"Organisatie\", text = \"{{ organisatie }}\" }, \
                { term = \"Uren\", text = \"{{ organisation.hours }}\" }]\n";
    let wording = wording::read(&SourceFile::new("uren.toml", text), &CATALOG).expect("it is in order");
    let mut project = example("tweede-jaar");
    let question = CATALOG.meaning(Meaning::OrganisationHours).expect("it is asked").id.clone();
    let Some(Answers::PerOrganisation(answers)) = project.answers.get_mut(&question) else { panic!("each answers it") };
    let mut answers = answers.values_mut();
    answers.next().expect("there is one").tlp = Some(Tlp::Red);
    answers.next().expect("there is another").state = State::Open;
    let document = made(&wording, &project, Edition::Participants);
    let json = serde_json::to_string(&document).expect("a document is JSON");
    assert_eq!(json.matches("\"withheld\"").count(), 1, "{json}");
    assert_eq!(json.matches("\"blank\"").count(), 1, "{json}");
}

/// An invitation is passed on: it bears its own label, and what is stricter stays out.
#[test]
fn an_invitation_is_green_at_most() {
    let invitation = SHIPPED.iter().find(|wording| wording.id.as_str() == "uitnodiging").expect("there is one");
    let mut project = example("tweede-jaar");
    let label = |project: &Project| made(invitation, project, Edition::Participants).label;
    assert_eq!((project.tlp, label(&project)), (Tlp::Amber, Some("TLP:GREEN")));
    let question = CATALOG.meaning(Meaning::MeetingPlace).expect("it is asked").id.clone();
    let Some(Answers::Together(answer)) = project.answers.get_mut(&question) else { panic!("it is said") };
    let place = answer.value().and_then(Value::as_text).expect("it is a text").to_owned();
    answer.tlp = Some(Tlp::Amber);
    let json = serde_json::to_string(&made(invitation, &project, Edition::Participants)).expect("a document is JSON");
    assert!(!json.contains(&place) && json.contains("\"withheld\":\"Plaats\""), "{json}");
    assert_eq!(label(&project), Some("TLP:GREEN"));
    project.tlp = Tlp::AmberStrict;
    let json = serde_json::to_string(&made(invitation, &project, Edition::Participants)).expect("a document is JSON");
    assert!(!json.contains("Scheepswerf De Hoek"), "{json}");
}
