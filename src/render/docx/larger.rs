/// The styles for a page to hand out or to write on: from letters of 10.5 points to letters of 12. What stands in the margins keeps its
/// size.
pub fn for_paper(styles: &str) -> String {
    larger(styles, 115, &["Koptekst", "Voettekst"])
}

/// The styles with type so much larger, in percents, but for those that keep theirs.
pub fn larger(styles: &str, percents: usize, kept: &[&str]) -> String {
    let is_kept = |style: &str| kept.iter().any(|name| style.contains(&format!("w:styleId=\"{name}\"")));
    let each = styles.split_inclusive("</w:style>");
    each.map(|style| if is_kept(style) { style.to_owned() } else { larger_in(style, percents) }).collect()
}

/// Every size of type in it made larger.
fn larger_in(style: &str, percents: usize) -> String {
    let mut sizes = style.split_inclusive("<w:sz");
    let first = sizes.next().unwrap_or_default().to_owned();
    sizes.fold(first, |done, behind| done + &larger_size(behind, percents).unwrap_or_else(|| behind.to_owned()))
}

/// ` w:val="21"/>…` and `Cs w:val="21"/>…` with the number made larger.
fn larger_size(behind: &str, percents: usize) -> Option<String> {
    let (before, number) = behind.split_once("w:val=\"")?;
    let (number, after) = number.split_once('"')?;
    let half_points: usize = number.parse().ok()?;
    Some(format!("{before}w:val=\"{}\"{after}", half_points * percents / 100))
}
