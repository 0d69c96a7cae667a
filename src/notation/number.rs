use super::reading::{ReadingError, ReadingFault};
use crate::domain::Decimal;

/// `1.250`, `2,5`, `0,25`.
pub fn number(number: Decimal) -> String {
    let hundredths = number.hundredths();
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = grouped(hundredths.unsigned_abs() / 100);
    let decimals = match hundredths.unsigned_abs() % 100 {
        0 => String::new(),
        tens if tens % 10 == 0 => format!(",{}", tens / 10),
        both => format!(",{both:02}"),
    };
    format!("{sign}{whole}{decimals}")
}

/// A point between every three digits.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    shown
}

/// Reads a whole number: `12`, `1.250`, `1 250`.
pub fn read_number(typed: &str) -> Result<i64, ReadingError> {
    let refuse = || ReadingFault::NotANumber.of(typed);
    let text = typed.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits = ungrouped(digits).ok_or_else(refuse)?;
    if digits.len() > 15 {
        return Err(ReadingFault::TooLarge.of(text));
    }
    let number: i64 = digits.parse().map_err(|_| refuse())?;
    Ok(if negative { -number } else { number })
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
