use std::fmt;

/// A number with two decimals, kept as whole hundredths so that hours and euros add up exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Decimal(i64);

impl Decimal {
    pub const ZERO: Decimal = Decimal(0);

    pub const fn from_hundredths(hundredths: i64) -> Decimal {
        Decimal(hundredths)
    }

    pub const fn from_integer(whole: i64) -> Decimal {
        Decimal(whole.saturating_mul(100))
    }

    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// The whole number, or nothing when there are decimals.
    pub const fn to_integer(self) -> Option<i64> {
        if self.0 % 100 == 0 { Some(self.0 / 100) } else { None }
    }

    pub const fn plus(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_add(other.0))
    }

    pub const fn minus(self, other: Decimal) -> Decimal {
        Decimal(self.0.saturating_sub(other.0))
    }

    /// Reads the form of the files: `1250`, `1250.5` or `-1250.50`.
    pub fn parse(text: &str) -> Option<Decimal> {
        let without_sign = text.strip_prefix('-');
        let digits = without_sign.unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || fraction.len() > 2 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let tenths_and_hundredths: i64 = format!("{fraction:0<2}").parse().ok()?;
        let hundredths = whole.checked_mul(100)?.checked_add(tenths_and_hundredths)?;
        Some(Decimal(if without_sign.is_some() { -hundredths } else { hundredths }))
    }
}

/// The form of the files: a whole number without decimals, else two decimals behind a point.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if rest == 0 { write!(formatter, "{sign}{whole}") } else { write!(formatter, "{sign}{whole}.{rest:02}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(Decimal::parse(text).map(Decimal::hundredths), expected, "{text}");
    }

    #[test]
    fn reads_the_form_of_the_files() {
        check("1250", Some(125_000));
        check("1250.5", Some(125_050));
        check("1250.05", Some(125_005));
        check("-0.25", Some(-25));
        check("1.250", None);
        check("1,5", None);
        check(".5", None);
        check("", None);
        check("99999999999999999999", None);
    }

    #[test]
    fn what_is_written_reads_back() {
        for hundredths in [-125_050, -5, 0, 5, 100, 125_050] {
            let decimal = Decimal::from_hundredths(hundredths);
            assert_eq!(Decimal::parse(&decimal.to_string()), Some(decimal));
        }
    }
}
