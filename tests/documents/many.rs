//! A kopgroep of thirty: what grows with it stays to be read.

use std::collections::BTreeMap;

use regio::document::{Block, Document, Picture, each_of};
use regio::domain::{Answer, Answers, FullId, Identifier, Organisation, Place, Project, State, Value};

use crate::desk::{SHIPPED, example, in_format, made};

const COUNT: usize = 30;

fn id(number: usize) -> String {
    format!("lid-{number}")
}

fn record(fields: &[(&str, Value)]) -> Value {
    Value::Record(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<BTreeMap<_, _>>())
}

/// Each hangs on the next, and all but one take part in the one activity.
fn project() -> Project {
    let mut project = example("tweede-jaar");
    let model = project.organisations.iter().find(|one| !one.contacts.is_empty()).expect("there is one").clone();
    project.organisations.retain(|one| one.place != Place::Kopgroep);
    project.organisations.extend((0..COUNT).map(|number| Organisation {
        id: Identifier::parse(id(number).as_str()).expect("a plain word"),
        name: format!("Lid {number}"),
        place: Place::Kopgroep,
        ..model.clone()
    }));
    let word = |number: usize| Value::text(id(number));
    let hangs = |number: usize| record(&[("wie", word(number)), ("van-wie", word((number + 1) % COUNT))]);
    let activity =
        record(&[("naam", Value::text("Oefening")), ("deelnemers", Value::List((1..COUNT).map(word).collect()))]);
    for (question, value) in [
        ("verkennen.afhankelijkheden", Value::List((0..COUNT).map(hangs).collect())),
        ("uitbouwen.activiteiten", Value::List(vec![activity])),
    ] {
        let question = FullId::parse(question).expect("an id");
        let Some(Answers::Together(answer)) = project.answers.get_mut(&question) else { panic!("{question}") };
        *answer = Answer { state: State::Given(value), ..answer.clone() };
    }
    project
}

fn document(name: &str) -> Document {
    let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == name).expect("there is one");
    made(wording, &project(), wording.edition)
}

#[test]
fn a_picture_of_who_hangs_on_whom_has_no_more_than_fit_below_each_other() {
    let document = document("afhankelijkheden");
    let nodes = each_of(&document.blocks).into_iter().find_map(|block| match block {
        Block::Figure(figure) => match &figure.picture {
            Picture::Network(network) => Some(network.nodes.len()),
            _ => None,
        },
        _ => None,
    });
    assert_eq!(nodes, Some(20));
}

#[test]
fn where_almost_all_take_part_it_is_told_who_does_not() {
    let (_, text) = in_format("plain", &document("roadmap"));
    assert!(text.contains("de kopgroep zonder Lid 0 (29)") && !text.contains("Lid 7"), "{text}");
}

#[test]
fn a_card_to_cut_out_is_not_cut_by_the_end_of_the_page() {
    let cards = |document: &Document| {
        let whole = document.blocks.iter().filter_map(|block| match block {
            Block::Together(card) => Some(card.as_slice()),
            _ => None,
        });
        whole.map(|card| matches!(card, [Block::Table(table)] if table.rows.len() <= 18)).collect::<Vec<_>>()
    };
    let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == "bellijst").expect("there is one");
    let few = made(wording, &example("tweede-jaar"), wording.edition);
    assert_eq!(cards(&few), [true; 2]);
    assert_eq!(cards(&document("bellijst")), [true; 2]);
}
