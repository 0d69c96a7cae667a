use super::larger::larger;

/// From letters of 10.5 points to letters of 12, in percents.
const LARGER: usize = 115;
/// What stands in the margins keeps its size.
const KEPT: [&str; 2] = ["Koptekst", "Voettekst"];

/// The styles for a page to hand out.
pub fn styles(of_page: &str) -> String {
    larger(of_page, LARGER, &KEPT)
}
