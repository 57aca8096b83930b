//! Dates from and to the types of calendar crates, each of them behind a feature of its own.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

use crate::types::{
    calendar::{Day, Stamp},
    date::{Date, DateError},
    datetime::DateTime,
};

/// The day of a date, if it is one.
fn day(date: &Date) -> Result<Day, DateError> {
    date.day().ok_or(DateError::NO_DATE)
}

/// The day, the clock and the offset that a text shows, if it is a date.
fn stamp(date: &DateTime) -> Result<Stamp, DateError> {
    match (date.stamp(), date.to_unix()) {
        (Some(stamp), _) => Ok(stamp),
        (None, Some(_)) => Err(DateError::OUT_OF_RANGE),
        (None, None) => Err(DateError::NO_DATE),
    }
}

/// A number as another type has it; those of a calendar fit.
fn number<T, U: TryFrom<T>>(number: T) -> Result<U, DateError> {
    U::try_from(number).map_err(|_| DateError::OUT_OF_RANGE)
}

#[cfg(test)]
mod tests;
