use serde_json::{Map, Value, json};

use super::shape::{Key, Shape, TableShape, Unknown};

/// The JSON Schema (2020-12) of a file.
pub fn schema(shape: &TableShape, title: &str, id: &str) -> Value {
    let head = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": id, "title": title });
    joined(head, table_schema(shape))
}

/// What the one says and behind it what the other says.
fn joined(one: Value, other: Value) -> Value {
    let pairs = [&one, &other].into_iter().filter_map(Value::as_object).flatten();
    pairs.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn table_schema(shape: &TableShape) -> Value {
    let described = |key: &Key| joined(json!({ "description": key.about }), shape_schema(&key.shape));
    let properties: Map<String, Value> = shape.keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = shape.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if shape.unknown == Unknown::Refused {
        schema["additionalProperties"] = json!(false);
    }
    schema
}

fn shape_schema(shape: &Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string", "pattern": "\\S" }),
        Shape::Form(form) => json!({ "type": "string", "pattern": form.pattern }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Integer { min, max } => integer_schema(*min, *max),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Moment => json!({ "type": "string", "format": "date-time" }),
        Shape::List(item) => json!({ "type": "array", "items": shape_schema(item) }),
        Shape::Table(shape) => table_schema(shape),
        Shape::Tables(shape) => json!({ "type": "array", "items": table_schema(shape) }),
        Shape::Map(shape) => json!({ "type": "object", "additionalProperties": shape_schema(shape) }),
        Shape::Fork { first, second, .. } => json!({ "anyOf": [table_schema(first), shape_schema(second)] }),
        Shape::Value => json!({ "type": ["string", "number", "boolean", "array", "object"] }),
    }
}

fn integer_schema(min: i64, max: i64) -> Value {
    let mut schema = json!({ "type": "integer" });
    if min != i64::MIN {
        schema["minimum"] = json!(min);
    }
    if max != i64::MAX {
        schema["maximum"] = json!(max);
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_as_json_schema() {
        const INNER: TableShape = TableShape::open(&[Key::optional("level", Shape::Word(&["a", "b"]), "niveau")]);
        const FILE: TableShape = TableShape::strict(&[
            Key::required("schema", Shape::Integer { min: 1, max: i64::MAX }, "de vorm"),
            Key::optional("inner", Shape::Tables(&INNER), "de rest"),
        ]);
        assert_eq!(
            schema(&FILE, "Vragenlijst", "regio:vragenlijst"),
            json!({
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": "regio:vragenlijst",
                "title": "Vragenlijst",
                "type": "object",
                "properties": {
                    "schema": { "description": "de vorm", "type": "integer", "minimum": 1 },
                    "inner": { "description": "de rest", "type": "array", "items": {
                        "type": "object",
                        "properties": { "level": { "description": "niveau", "enum": ["a", "b"] } }
                    } }
                },
                "required": ["schema"],
                "additionalProperties": false
            })
        );
    }
}
