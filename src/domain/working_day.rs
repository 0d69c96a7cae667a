use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The last working day between two days, both of them included.
pub fn last_working_day(from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
    to.iter_days().rev().take_while(|day| *day >= from).find(|day| is_working_day(*day))
}

/// No Saturday, no Sunday and none of the days that the Algemene termijnenwet (article 3) names (docs/adr/0018).
fn is_working_day(day: NaiveDate) -> bool {
    let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    // Koningsdag is on 27 April, or on the Saturday before it where that is a Sunday.
    let is_fixed = matches!((day.month(), day.day()), (1, 1) | (4, 27) | (5, 5) | (12, 25 | 26));
    !is_weekend && !is_fixed && !hangs_on_easter(day)
}

/// Goede Vrijdag, the second day of Pasen, Hemelvaart and the second day of Pinksteren; the first days are Sundays.
fn hangs_on_easter(day: NaiveDate) -> bool {
    let since = easter(day.year()).map(|easter| day.signed_duration_since(easter).num_days());
    matches!(since, Some(-2 | 1 | 39 | 50))
}

/// The anonymous Gregorian computus (Nature, 20 April 1876), as in Meeus, Astronomical Algorithms, chapter 8.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let since_march = u64::try_from(epact + weekday - 7 * late + 21).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 1)?.checked_add_days(Days::new(since_march))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day of the calendar")
    }

    #[track_caller]
    fn check(counted: &str, expected: &str) {
        assert_eq!(last_working_day(NaiveDate::MIN, day(counted)), Some(day(expected)), "{counted}");
    }

    #[test]
    fn days_on_which_nobody_works_give_way_to_the_working_day_before() {
        check("2026-11-24", "2026-11-24");
        check("2027-01-17", "2027-01-15");
        check("2026-12-25", "2026-12-24");
        check("2026-12-28", "2026-12-28");
        check("2027-01-01", "2026-12-31");
        // From Goede Vrijdag to the second day of Pasen.
        check("2027-03-29", "2027-03-25");
        check("2027-04-27", "2027-04-26");
        check("2027-05-05", "2027-05-04");
        check("2027-05-06", "2027-05-04");
        check("2027-05-17", "2027-05-14");
    }

    #[test]
    fn the_day_of_the_king_is_never_a_sunday() {
        check("2025-04-26", "2025-04-25");
        check("2031-04-26", "2031-04-25");
        check("2031-04-28", "2031-04-28");
        check("2026-04-26", "2026-04-24");
    }

    #[test]
    fn easter_falls_where_the_tables_have_it() {
        for known in ["1961-04-02", "2000-04-23", "2008-03-23", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"]
        {
            assert_eq!(easter(day(known).year()), Some(day(known)));
        }
    }

    #[test]
    fn where_nobody_works_between_there_is_none() {
        assert_eq!(last_working_day(day("2026-12-25"), day("2026-12-27")), None);
        assert_eq!(last_working_day(day("2026-12-28"), day("2026-12-27")), None);
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_the_equinox_and_may(year in 1583..9999) {
            let easter = easter(year).expect("every year has one");
            prop_assert_eq!(easter.weekday(), Weekday::Sun);
            let day_of = |month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar");
            prop_assert!(day_of(3, 22) <= easter && easter <= day_of(4, 25));
        }

        #[test]
        fn between_a_day_and_its_working_day_nobody_works(from in 0..40_i32, days in 700_000..800_000_i32) {
            let to = NaiveDate::from_num_days_from_ce_opt(days).expect("a day of the calendar");
            let from = NaiveDate::from_num_days_from_ce_opt(days - from).expect("a day of the calendar");
            let idle = |day: NaiveDate| !is_working_day(day);
            match last_working_day(from, to) {
                Some(found) => {
                    prop_assert!(found >= from && found <= to && is_working_day(found));
                    prop_assert!(found.iter_days().skip(1).take_while(|day| *day <= to).all(idle));
                    prop_assert!(to.signed_duration_since(found).num_days() <= 5);
                }
                None => prop_assert!(from.iter_days().take_while(|day| *day <= to).all(idle)),
            }
        }
    }
}
