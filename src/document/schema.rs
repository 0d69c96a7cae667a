use serde_json::Value;

/// The JSON Schema (2020-12) of a document as JSON, as it is published. A new block or run of text gets a place in the list of
/// its kind.
pub fn schema() -> Value {
    const PUBLISHED: &str = include_str!("../../docs/schemas/geschreven-document.schema.json");
    serde_json::from_str(PUBLISHED).expect("the tests read what is published")
}
