use crate::story::Story;

/// `docs/schemas` holds what the program says: write them anew with `regio vragenlijst schema SOORT --uit …`.
#[test]
fn the_schemas_that_are_kept_are_those_of_the_program() {
    let story = Story::new();
    for kind in ["project", "antwoorden", "vragenlijst", "aanvulling", "document", "geschreven-document"] {
        let kept = std::fs::read_to_string(format!("docs/schemas/{kind}.schema.json")).expect("the schema is kept");
        assert_eq!(story.run(&["vragenlijst", "schema", kind]).succeeds().output, kept, "{kind}");
    }
}
