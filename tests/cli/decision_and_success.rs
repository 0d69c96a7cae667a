use crate::story::Story;

#[test]
fn a_new_decision_replaces_an_old_one() {
    let story = Story::with_project();
    story.run(&["besluit", "nieuw", "We komen elke maand bijeen"]).succeeds().says("Besluit 1");
    story.run(&["besluit", "nieuw", "Elk kwartaal is genoeg", "--vervangt", "1", "--waarom", "Te druk"]).succeeds();
    story.run(&["besluit"]).succeeds().shows("Elk kwartaal").shows_no("elke maand");
    story.run(&["besluit", "lijst", "--alles"]).succeeds().shows("elke maand").shows("vervangen door 2");
    story.run(&["besluit", "nieuw", "Iets", "--vervangt", "9"]).ends_with(1).says("er is geen besluit '9'");
}

#[test]
fn a_success_is_noted() {
    let story = Story::with_project();
    story.run(&["succes", "nieuw", "Zes bedrijven deelden hun noodnummers", "--op", "gisteren"]).succeeds();
    story.run(&["succes"]).succeeds().shows("23 november 2026").shows("noodnummers");
}
