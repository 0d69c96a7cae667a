/// The colour of a label on black, as FIRST gives it (Traffic Light Protocol 2.0).
pub(super) fn label_colour(label: &str) -> &'static str {
    match label.trim_start_matches("TLP:") {
        "RED" => "#ff2b2b",
        "AMBER" | "AMBER+STRICT" => "#ffc000",
        "GREEN" => "#33ff00",
        _ => "#ffffff",
    }
}
