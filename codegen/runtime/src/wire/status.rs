//! Statuses, and ranges of them.

/// A status, or a range of them, as documents write it: `422`, `5xx`, `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusRange {
    first: u16,
    last: u16,
}

impl StatusRange {
    /// Reads the notation of documents; what is no status stands for any.
    #[must_use]
    pub const fn parse(text: &str) -> Self {
        match text.as_bytes() {
            [hundreds @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => {
                let first = (*hundreds - b'0') as u16 * 100;
                Self { first, last: first + 99 }
            }
            [hundreds @ b'1'..=b'9', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                let status = (*hundreds - b'0') as u16 * 100 + (*tens - b'0') as u16 * 10 + (*ones - b'0') as u16;
                Self { first: status, last: status }
            }
            _ => Self { first: 0, last: u16::MAX },
        }
    }

    /// Whether one of the ranges, other than `default`, holds `status`.
    pub(crate) fn names(ranges: &[Self], status: u16) -> bool {
        ranges.iter().any(|range| range.last < u16::MAX && (range.first..=range.last).contains(&status))
    }

    /// The index of the narrowest range that holds `status`.
    #[must_use]
    pub fn choose(ranges: &[Self], status: u16) -> Option<usize> {
        let holding = ranges.iter().enumerate().filter(|(_, range)| (range.first..=range.last).contains(&status));
        holding.min_by_key(|(_, range)| range.last - range.first).map(|(index, _)| index)
    }
}

/// Of an operation that nothing is known of.
pub(crate) const ANY_STATUS: &[StatusRange] = &[StatusRange::parse("default")];

/// Statuses as documents write them: `rt::statuses![200, 4xx]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __statuses {
    ($($status:tt),* $(,)?) => { &[$($crate::rt::expand::StatusRange::parse(::core::stringify!($status))),*] };
}
