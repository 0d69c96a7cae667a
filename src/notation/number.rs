use super::reading::{ReadingError, ReadingFault};
use crate::domain::Decimal;

/// `1.250`, `2,5`, `0,25`.
pub fn number(number: Decimal) -> String {
    let whole = whole(number);
    match number.hundredths().unsigned_abs() % 100 {
        0 => whole,
        tens if tens % 10 == 0 => format!("{whole},{}", tens / 10),
        both => format!("{whole},{both:02}"),
    }
}

/// What stands before the comma: its sign, and a point between every three digits.
pub(super) fn whole(number: Decimal) -> String {
    let sign = if number < Decimal::ZERO { "-" } else { "" };
    let digits = (number.hundredths().unsigned_abs() / 100).to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    format!("{sign}{}", groups.join("."))
}

/// Reads a whole number: `12`, `1.250`, `1 250`.
pub fn read_number(typed: &str) -> Result<i64, ReadingError> {
    let refuse = || ReadingFault::NotANumber.of(typed);
    let text = typed.trim();
    let without_sign = text.strip_prefix('-');
    let digits = ungrouped(without_sign.unwrap_or(text)).ok_or_else(refuse)?;
    if digits.len() > 15 {
        return Err(ReadingFault::TooLarge.of(text));
    }
    let number: i64 = digits.parse().map_err(|_| refuse())?;
    Ok(if without_sign.is_some() { -number } else { number })
}

/// The digits without the points or spaces that stand between every three of them.
pub(super) fn ungrouped(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', ' ', '\u{a0}']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let first_fits = parts.len() == 1 || parts[0].len() <= 3;
    let well_grouped = first_fits && parts.iter().skip(1).all(|part| part.len() == 3);
    (well_grouped && parts.iter().all(digits)).then(|| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<i64>) {
        assert_eq!(read_number(typed).ok(), expected, "{typed}");
    }

    #[test]
    fn numbers_are_written_with_points_and_a_comma() {
        for (hundredths, expected) in
            [(125_000, "1.250"), (250, "2,5"), (25, "0,25"), (-5, "-0,05"), (12_345_678_900, "123.456.789")]
        {
            assert_eq!(number(Decimal::from_hundredths(hundredths)), expected);
        }
    }

    #[test]
    fn whole_numbers_are_read() {
        check("12", Some(12));
        check(" 1.250 ", Some(1250));
        check("1 250", Some(1250));
        check("-3", Some(-3));
        check("12,5", None);
        check("1.25", None);
        check("twaalf", None);
        check("", None);
        check("99999999999999999999", None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(whole in -1_000_000_000_i64..1_000_000_000) {
            prop_assert_eq!(read_number(&number(Decimal::from_integer(whole))), Ok(whole));
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in any::<String>()) {
            let _ = read_number(&typed);
        }
    }
}
