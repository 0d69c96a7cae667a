use crate::story::Story;

fn tlp(story: &Story, words: &[&str]) -> String {
    let json = story.run(&[words, &["--formaat", "json"]].concat()).succeeds().json();
    json["tlp"].as_str().expect("it has a label").to_owned()
}

#[test]
fn the_label_of_the_project_is_chosen_told_and_remembered() {
    let story = Story::with_project();
    story.run(&["label"]).succeeds().shows("Het project heeft TLP:AMBER").shows("alleen voor wie erbij waren");
    story.run(&["label", "tlp:green"]).succeeds().says("Het project heeft nu TLP:GREEN");
    assert!(story.project().contains("tlp = \"GREEN\""), "{}", story.project());
    assert_eq!(tlp(&story, &["besluit", "lijst"]), "TLP:GREEN");
    story.run(&["geschiedenis"]).succeeds().shows("Label van het project: was 'TLP:AMBER', werd 'TLP:GREEN'.");
    story.run(&["label", "standaard"]).succeeds().says("Het project heeft nu TLP:AMBER");
    let before = story.project();
    story.run(&["label", "amber"]).succeeds();
    assert_eq!(story.project(), before, "what it is already is no change");
    story.run(&["label", "oranje"]).ends_with(2).says("clear, green, amber, amber+strict, red of standaard");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn the_label_of_an_answer_goes_before_that_of_its_question() {
    let story = Story::with_project();
    let goal = "verkennen.eigen-doel.gemeente-zuidwald=Meer rust";
    for answer in ["verkennen.aanleiding=Een storing", goal] {
        story.run(&["fase", "--geen-vragen", "--antwoord", answer]).succeeds();
    }
    let shown = ["rondvraag", "vergelijk", "eigen-doel"];
    assert_eq!(tlp(&story, &shown), "TLP:AMBER");
    let own = ["label", "red", "eigen-doel", "--organisatie", "Gemeente Zuidwâld"];
    story.run(&own).succeeds().says("'Eigen doel' van Gemeente Zuidwâld heeft nu TLP:RED");
    assert_eq!(tlp(&story, &shown), "TLP:RED");
    story.run(&own).succeeds().says("had al TLP:RED");
    story.run(&["label", "green", "aanleiding"]).succeeds().says("'Aanleiding' heeft nu TLP:GREEN");
    story.run(&["label"]).succeeds().shows("Eigen doel (Gemeente Zuidwâld)").shows("Aanleiding");
    story.run(&["geschiedenis"]).succeeds().shows("Label bij 'Aanleiding'");
    // It stays with the answer, whatever becomes of that.
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een lek"]).succeeds();
    assert!(story.project().contains("tlp = \"GREEN\""), "{}", story.project());
    story.run(&["label", "standaard", "aanleiding"]).succeeds().says("'Aanleiding' heeft nu TLP:AMBER");
    story.run(&["label"]).succeeds().shows_no("Aanleiding: ");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn a_label_wants_an_answer_and_whose_it_is() {
    let story = Story::with_project();
    let before = story.project();
    story.run(&["label", "red", "grens"]).ends_with(1).says("is nog niets gezegd").says("regio fase --vraag");
    story.run(&["label", "red", "eigen-doel"]).ends_with(2).says("--organisatie ORGANISATIE");
    story.run(&["label", "red", "eigen-dool"]).ends_with(1).says("bedoel je 'eigen-doel'?");
    story.run(&["label", "red", "eigen-doel", "--organisatie", "niemand"]).ends_with(1).says("niemand");
    assert_eq!(story.project(), before);
}
