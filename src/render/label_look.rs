/// How a label looks: its word in the style of a page, and its colour on black as FIRST gives it (Traffic Light Protocol 2.0), red,
/// green and blue, hexadecimal.
pub(super) struct LabelLook {
    pub class: &'static str,
    pub colour: &'static str,
}

pub(super) fn label_look(label: &str) -> LabelLook {
    let (class, colour) = match label.trim_start_matches("TLP:") {
        "RED" => ("red", "ff2b2b"),
        "AMBER" | "AMBER+STRICT" => ("amber", "ffc000"),
        "GREEN" => ("green", "33ff00"),
        _ => ("clear", "ffffff"),
    };
    LabelLook { class, colour }
}
