//! Dates from and to the types of calendar crates, each of them behind a feature of its own.
//!
//! No point in time becomes a date, so that none goes out with a time:
//!
#![cfg_attr(feature = "time", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "time"), doc = "```ignore")]
//! use openapi_client_runtime::{Date, time::OffsetDateTime};
//!
//! let day = Date::from(OffsetDateTime::UNIX_EPOCH);
//! ```
//!
#![cfg_attr(feature = "jiff", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "jiff"), doc = "```ignore")]
//! use openapi_client_runtime::{Date, jiff::Timestamp};
//!
//! let day = Date::from(Timestamp::UNIX_EPOCH);
//! ```
//!
#![cfg_attr(feature = "chrono", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "chrono"), doc = "```ignore")]
//! use openapi_client_runtime::{Date, chrono::{DateTime, Utc}};
//!
//! let day = Date::from(DateTime::<Utc>::UNIX_EPOCH);
//! ```
//!
//! Nor does a date of another crate become a date and time by itself:
//!
#![cfg_attr(feature = "time", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "time"), doc = "```ignore")]
//! use openapi_client_runtime::{DateTime, time::Date};
//!
//! let at = DateTime::from(Date::MAX);
//! ```

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

#[cfg(test)]
mod tests;
