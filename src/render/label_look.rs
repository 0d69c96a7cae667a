/// How a label looks: its word in the style of a page, and its colour on black as FIRST gives it (Traffic Light Protocol 2.0), red,
/// green and blue, hexadecimal.
pub(super) fn label_look(label: &str) -> (&'static str, &'static str) {
    match label.trim_start_matches("TLP:") {
        "RED" => ("red", "ff2b2b"),
        "AMBER" | "AMBER+STRICT" => ("amber", "ffc000"),
        "GREEN" => ("green", "33ff00"),
        _ => ("clear", "ffffff"),
    }
}

pub(super) fn label_colour(label: &str) -> &'static str {
    label_look(label).1
}
