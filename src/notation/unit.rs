/// What was typed, without the unit that regio itself writes behind it: `8 uur per maand` and `8 per maand` are `8`.
pub fn without_unit<'t>(typed: &'t str, unit: Option<&str>) -> &'t str {
    let typed = typed.trim();
    let Some(unit) = unit else { return typed };
    let short = unit.split_once(' ').map(|(_, behind)| behind);
    let plain = [Some(unit), short].into_iter().flatten().find_map(|unit| without_ending(typed, unit));
    plain.unwrap_or(typed)
}

/// Nothing when the text does not end so, or is no more than that.
fn without_ending<'t>(typed: &'t str, ending: &str) -> Option<&'t str> {
    let (before, last) = typed.split_at_checked(typed.len().checked_sub(ending.len())?)?;
    Some(before.trim_end()).filter(|before| !before.is_empty() && last.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_left_out() {
        let check = |typed: &str, unit: Option<&str>, expected: &str| {
            assert_eq!(without_unit(typed, unit), expected, "{typed}");
        };
        let month = Some("uur per maand");
        check("8 uur per maand", month, "8");
        check(" 8 Uur per Maand ", month, "8");
        check("1u30 per maand", month, "1u30");
        check("8 uur", month, "8 uur");
        check("8 uur per week", month, "8 uur per week");
        check("8 uur per maand", None, "8 uur per maand");
        check("uur per maand", month, "uur");
        check("per maand", month, "per maand");
        check("€ 1.250 per jaar", Some("per jaar"), "€ 1.250");
        check("é", Some("x"), "é");
    }
}
