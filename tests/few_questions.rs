//! Few questions, each at its moment: what the walk asks, what the table talks about, and what is asked beforehand.

use std::collections::BTreeSet;

use toml::Table;

use super::content::{all, documents, tables, text};

/// The questions that have this at this key, by phase.
fn marked(key: &str, word: &str) -> Vec<(String, String)> {
    let is_marked = |(_, question): &(String, Table)| text(question, key) == word;
    all("question").into_iter().filter(is_marked).map(|(file, question)| (file, text(&question, "id"))).collect()
}

#[test]
fn a_walk_asks_few() {
    let parts = |file: &str| all("section").into_iter().filter(move |(one, _)| one == file).collect::<Vec<_>>();
    for (file, most) in [("verkennen", 30), ("ontwikkelen", 34), ("uitbouwen", 12)] {
        let walked = parts(file).into_iter().filter(|(_, part)| !part.contains_key("walk_when"));
        let core = walked.flat_map(|(_, part)| tables(&part, "question")).filter(|one| text(one, "depth").is_empty());
        let count = core.count();
        assert!(count <= most, "{file}: {count} questions");
        assert!(count * 4 >= most * 2, "{file}: only {count} questions");
    }
    // What was chosen comes with it.
    let chosen: Vec<Table> =
        parts("uitbouwen").into_iter().map(|(_, part)| part).filter(|part| part.contains_key("walk_when")).collect();
    assert_eq!(chosen.len(), 5);
    for part in chosen {
        let core = tables(&part, "question").iter().filter(|one| text(one, "depth").is_empty()).count();
        assert!((4..=9).contains(&core), "{}: {core} questions", text(&part, "id"));
    }
}

/// The questions of the guide's boxes: none of them waits for who wants to go deeper.
#[test]
fn what_the_guide_asks_is_core() {
    const ASKED: &str = "aanleiding eigen-doel eigen-rol gezamenlijk-doel argumenten doelen-korte-termijn eigen-behoefte \
        behoefte-van-anderen verbinding uitdagingen gedeelde-systemen afhankelijkheden omvang volwassenheid \
        volwassenheid-regio stakeholders specialisten-elders juiste-mensen grens ecosysteem-aantal deelnemers indeling \
        bestaande-samenwerkingen vehikel-keuze trekkers koers-invloed rol projectleiding verantwoording-aan \
        verantwoording-hoe gelijk-deel financiering-vorm bijdrage-verdeling capaciteit-herkomst";
    let deeper = marked("depth", "verdieping");
    let known: Vec<String> = all("question").iter().map(|(_, question)| text(question, "id")).collect();
    for asked in ASKED.split_whitespace() {
        assert!(known.iter().any(|id| id == asked), "no question '{asked}'");
        assert!(!deeper.iter().any(|(_, id)| id == asked), "'{asked}' is not in the walk");
    }
}

#[test]
fn the_agenda_of_the_first_meeting_is_what_is_marked_for_the_table() {
    let all = all("question");
    let by_meaning = |means: &String| {
        let found = all.iter().find(|(_, question)| text(question, "means") == *means);
        found.map(|(_, question)| text(question, "id")).unwrap_or_else(|| panic!("no question means {means}"))
    };
    let agenda = documents().into_iter().find(|(name, _)| name == "agenda.toml").expect("there is an agenda").1;
    let named = tables(&agenda, "part").into_iter().filter_map(|part| part.get("questions").cloned());
    let named = named.flat_map(|list| list.as_array().expect("is a list").clone());
    let named: BTreeSet<String> = named.map(|one| by_meaning(&one.as_str().expect("is a text").to_owned())).collect();
    let table = marked("moment", "tafel").into_iter().filter(|(file, _)| file == "verkennen").map(|(_, id)| id);
    let table: BTreeSet<String> = table.collect();
    assert_eq!(named, table);
    assert!(table.len() <= 9, "{table:?}");
}

/// The invitation, the page and the sheet ask the same beforehand.
#[test]
fn the_invitation_asks_what_the_page_asks_first() {
    let each = |(file, question): &(String, Table)| file == "verkennen" && question.contains_key("per");
    let first = all("question").into_iter().filter(each).filter(|(_, question)| question.contains_key("moment"));
    let asks: BTreeSet<String> =
        first.map(|(_, question)| text(&question, "ask").replace("{{ organisatie }}", "jouw organisatie")).collect();
    let invitation = documents().into_iter().find(|(name, _)| name == "uitnodiging.toml").expect("there is one").1;
    let items = tables(&invitation, "part").into_iter().filter_map(|part| part.get("items").cloned());
    let items = items.flat_map(|list| list.as_array().expect("is a list").clone());
    let items: BTreeSet<String> = items.map(|one| one.as_str().expect("is a text").to_owned()).collect();
    assert_eq!(items, asks);
}
