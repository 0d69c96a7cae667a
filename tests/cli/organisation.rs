use crate::story::Story;

#[test]
fn the_register_holds_who_takes_part() {
    let story = Story::with_project();
    story
        .run(&[
            "organisatie",
            "nieuw",
            "Havenbedrijf",
            "--soort",
            "groot-bedrijf",
            "--contact",
            "Fatima",
            "--mail",
            "f@voorbeeld.nl",
        ])
        .succeeds();
    story.run(&["organisatie"]).succeeds().shows("Havenbedrijf").shows("Fatima").shows("Gemeente Zuidwâld");
    story.run(&["organisatie", "nieuw", "havenbedrijf"]).ends_with(1).says("staat al in het register");
    story.run(&["organisatie", "wijzig", "havenbedrijf", "--plaats", "kopgroep"]).succeeds();
    story.run(&["organisatie", "lijst", "--plaats", "kopgroep"]).succeeds().shows("Havenbedrijf");
    story.run(&["organisatie", "wijzig", "havenbedrijf", "--contact", "Fatima", "--telefoon", "0612345678"]).succeeds();
    story
        .run(&["geschiedenis"])
        .succeeds()
        .shows("werd 'Havenbedrijf, kopgroep'")
        .shows("Organisatie Havenbedrijf: gegevens bijgewerkt")
        .shows_no("0612345678");
    story.run(&["organisatie", "weg", "havenbedrijf"]).succeeds();
    story.run(&["organisatie"]).succeeds().shows_no("Havenbedrijf");
}

#[test]
fn who_is_named_in_an_answer_is_not_taken_away() {
    let story = Story::with_project();
    let before = story.project();
    story.run(&["organisatie", "weg", "gemeente-zuidwald"]).ends_with(1).says("verkennen.kopgroep");
    assert_eq!(story.project(), before);
}
