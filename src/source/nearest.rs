/// The known word that a mistyped one most resembles.
pub fn nearest<'w>(given: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    const LONGEST: usize = 64;
    const ALIKE: f64 = 0.6;
    if given.len() > LONGEST {
        return None;
    }
    let likeness = |word: &&str| strsim::normalized_damerau_levenshtein(&given.to_lowercase(), word);
    let alike = known.into_iter().map(|word| (likeness(&word), word)).filter(|(likeness, _)| *likeness >= ALIKE);
    alike.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, word)| word)
}

/// The tip for an unknown word: the nearest one, or all of them when they are few.
pub fn did_you_mean(given: &str, known: &[&str]) -> Option<String> {
    const FEW: usize = 40;
    match nearest(given, known.iter().copied()) {
        Some(word) => Some(format!("bedoel je '{word}'?")),
        None if known.is_empty() || known.len() > FEW => None,
        None => Some(format!("hier kan staan: {}", known.join(", "))),
    }
}
