use super::number::{ungrouped, whole};
use super::reading::{ReadingError, ReadingFault};
use crate::domain::Decimal;

/// `€ 1.250` or `€ 1.250,50`.
pub fn amount(euros: Decimal) -> String {
    let whole = whole(euros);
    match euros.hundredths().unsigned_abs() % 100 {
        0 => format!("€ {whole}"),
        rest => format!("€ {whole},{rest:02}"),
    }
}

/// Reads an amount: `12.500,50`, `€ 1250`, `1250 euro`, `1250,5`. `1.25` is asked back, because it may be two things.
pub fn read_amount(typed: &str) -> Result<Decimal, ReadingError> {
    let text = typed.trim();
    let plain = text.trim_start_matches('€').trim_start_matches("EUR").trim();
    let plain = plain.trim_end_matches("EUR").trim_end_matches("euro").trim().trim_end_matches(",-");
    if let Some(rest) = plain.strip_prefix('-')
        && rest.starts_with(|first: char| first.is_ascii_digit())
    {
        return Err(ReadingFault::Negative.of(text));
    }
    if let Some(amount) = with_a_point(plain) {
        return Ok(amount);
    }
    if let Some(error) = ambiguous(plain, text) {
        return Err(error);
    }
    let refuse = || ReadingFault::NotAnAmount.of(text);
    let (whole, fraction) = plain.split_once(',').unwrap_or((plain, "0"));
    let whole = ungrouped(whole).ok_or_else(refuse)?;
    if fraction.is_empty() || fraction.len() > 2 {
        return Err(refuse());
    }
    if whole.len() > 12 {
        return Err(ReadingFault::TooLarge.of(text));
    }
    Decimal::parse(&format!("{whole}.{fraction}")).ok_or_else(refuse)
}

/// `1250.50` or `0.50`: what stands before the point cannot be thousands, so the point is a comma.
fn with_a_point(plain: &str) -> Option<Decimal> {
    let (whole, fraction) = plain.split_once('.')?;
    let never_thousands = (4..=12).contains(&whole.len()) || whole == "0";
    if never_thousands && fraction.len() <= 2 { Decimal::parse(plain) } else { None }
}

/// A point before one or two last digits: a comma was meant, or a digit was forgotten.
fn ambiguous(plain: &str, typed: &str) -> Option<ReadingError> {
    let (whole, fraction) = plain.rsplit_once('.')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(fraction) || fraction.len() > 2 || !digits(&whole.replace('.', "")) || whole.len() > 12 {
        return None;
    }
    let with_comma = Decimal::parse(&format!("{}.{fraction}", whole.replace('.', "")))?;
    let with_zeros = ungrouped(&format!("{whole}.{fraction:0<3}"))?;
    let with_zeros = Decimal::parse(&with_zeros)?;
    Some(ReadingFault::Ambiguous(amount(with_zeros), amount(with_comma)).of(typed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(read_amount(typed).ok().map(amount).as_deref(), expected, "{typed}");
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        check("12.500,50", Some("€ 12.500,50"));
        check("€ 1250", Some("€ 1.250"));
        check("€1.250", Some("€ 1.250"));
        check("1250,5", Some("€ 1.250,50"));
        check("1250 euro", Some("€ 1.250"));
        check("500,-", Some("€ 500"));
        check("EUR 500,-", Some("€ 500"));
        check("1250.50", Some("€ 1.250,50"));
        check("0.50", Some("€ 0,50"));
        check("1250.505", None);
        check("-1250.50", None);
        check("0", Some("€ 0"));
        check("1,234", None);
        check("-5", None);
        check("veel", None);
        check("€", None);
    }

    #[test]
    fn a_point_before_two_digits_is_asked_back() {
        let error = read_amount("1.25").map_err(|error| error.tip());
        assert_eq!(error, Err("bedoel je € 1.250 of € 1,25?".to_owned()));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(cents in 0_i64..100_000_000_000) {
            let decimal = Decimal::from_hundredths(cents);
            prop_assert_eq!(read_amount(&amount(decimal)), Ok(decimal));
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in any::<String>()) {
            let _ = read_amount(&typed);
        }
    }
}
