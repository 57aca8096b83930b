//! Compares with `jiff`, which has an independent calendar.

use jiff::{ToSpan, civil};

use super::*;

fn civil(day: Day) -> civil::Date {
    let (year, month, day) = day.ymd();
    civil::date(year.try_into().unwrap(), month.try_into().unwrap(), day.try_into().unwrap())
}

/// Each day of 400 years, after which the calendar repeats, and some of all others.
#[test]
fn every_day_has_its_number() {
    let epoch = civil::date(1970, 1, 1);
    let (first, last) = (Day::MIN.number(), Day::MAX.number());
    assert_eq!((first, last), (-719_528, 2_932_896));
    let numbers = (-25_567..=120_530).chain((first..=last).step_by(97)).chain([first, last]);
    for number in numbers {
        let (ours, theirs) = (Day::numbered(number).unwrap(), epoch.checked_add(number.days()).unwrap());
        assert_eq!((civil(ours), ours.number()), (theirs, number));
        // Weekdays are counted from Thursday.
        let weekday = (theirs.weekday().to_monday_zero_offset() + 4) % 7;
        assert_eq!(ours.weekday(), usize::try_from(weekday).unwrap(), "{theirs}");
    }
    for outside in [last + 1, first - 1, i64::MIN, i64::MAX, i64::MAX - 719_468] {
        assert_eq!(Day::numbered(outside), None, "{outside}");
    }
}

#[test]
fn there_are_the_days_that_there_are() {
    for year in (0..=9999).step_by(7).chain([1900, 2000, 2100, 2400]) {
        for (month, day) in (0..=14).flat_map(|month| (0..=33).map(move |day| (month, day))) {
            let theirs = civil::Date::new(year, month, day).is_ok();
            let ours = Day::new(year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs()).is_some();
            assert_eq!(ours, theirs, "{year}-{month}-{day}");
        }
    }
    assert_eq!(Day::new(10_000, 1, 1), None);
}

#[test]
fn a_stamp_is_at_its_seconds() {
    let random = &mut fastrand::Rng::with_seed(20_260_102);
    for _ in 0..20_000 {
        let (seconds, offset) = (random.i64(-62_167_219_200..253_402_300_800), random.i16(-1439..=1439));
        let Some(stamp) = Stamp::at(seconds, 5, offset) else {
            assert!(!(-62_167_132_800..253_402_214_400).contains(&seconds));
            continue;
        };
        assert_eq!((stamp.seconds(), stamp.offset(), stamp.clock.nanosecond), (seconds, offset, 5));
        assert_eq!(stamp.to_utc().seconds(), seconds);
    }
    assert_eq!(Stamp::at(0, 0, 1440), None);
    assert_eq!(Stamp::at(i64::MAX, 0, 1), None);
}
