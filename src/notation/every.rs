use crate::domain::Period;

/// How often: `elke maand`, `elke 3 maanden`, `elk jaar`, `elke 3 weken`.
pub fn every(period: Period) -> String {
    match period {
        Period::Days(1) => "elke dag".to_owned(),
        Period::Days(7) => "elke week".to_owned(),
        Period::Days(days) if days % 7 == 0 => format!("elke {} weken", days / 7),
        Period::Days(days) => format!("elke {days} dagen"),
        Period::Months(1) => "elke maand".to_owned(),
        Period::Months(12) => "elk jaar".to_owned(),
        Period::Months(months) if months % 12 == 0 => format!("elke {} jaar", months / 12),
        Period::Months(months) => format!("elke {months} maanden"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(period: &str, expected: &str) {
        assert_eq!(every(Period::parse(period).expect("is a period")), expected);
    }

    #[test]
    fn a_rhythm_in_words() {
        check("1 maand", "elke maand");
        check("3 maanden", "elke 3 maanden");
        check("1 jaar", "elk jaar");
        check("24 maanden", "elke 2 jaar");
        check("3 weken", "elke 3 weken");
        check("10 dagen", "elke 10 dagen");
    }
}
