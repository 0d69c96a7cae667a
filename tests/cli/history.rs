use crate::story::Story;

#[test]
fn a_period_of_the_history() {
    let mut story = Story::with_project();
    story.on("2026-12-10").run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    story.run(&["geschiedenis", "--sinds", "1-12-2026"]).succeeds().shows("Een storing").shows_no("Bakkerij");
    story.run(&["geschiedenis"]).succeeds().shows("Bakkerij");
    story.run(&["geschiedenis", "--sinds", "ooit"]).ends_with(2).says("'ooit' is geen datum");
}
