//! Statuses and ranges of statuses.

/// A status or a range of statuses, as documents write it: `422`, `5xx`, `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusRange {
    first: u16,
    last: u16,
}

impl StatusRange {
    /// Parses the notation of documents; anything else means every status.
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

    /// Returns whether one of the ranges, other than `default`, includes `status`.
    pub(crate) fn names(ranges: &[Self], status: u16) -> bool {
        ranges.iter().any(|range| range.last < u16::MAX && range.holds(status))
    }

    /// Returns the index of the narrowest range that includes `status`.
    #[must_use]
    pub fn narrowest(ranges: &[Self], status: u16) -> Option<usize> {
        let holding = ranges.iter().enumerate().filter(|(_, range)| range.holds(status));
        holding.min_by_key(|(_, range)| range.width()).map(|(index, _)| index)
    }

    /// Returns whether the range includes `status`.
    pub(crate) fn holds(self, status: u16) -> bool {
        (self.first..=self.last).contains(&status)
    }

    /// Returns the width of the range: the narrower of two ranges is the more specific one.
    pub(crate) fn width(self) -> u16 {
        self.last - self.first
    }
}

/// For an operation that is not in the specification.
pub(crate) const ANY_STATUS: &[StatusRange] = &[StatusRange::parse("default")];

/// Statuses as documents write them: `rt::statuses![200, 4xx]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __statuses {
    ($($status:tt),* $(,)?) => { &[$($crate::rt::expand::StatusRange::parse(::core::stringify!($status))),*] };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_range_wins() {
        let ranges = ["default", "4XX", "404", "422"].map(StatusRange::parse);
        for (status, expected) in [(404, 2), (422, 3), (403, 1), (499, 1), (500, 0), (200, 0)] {
            assert_eq!(StatusRange::narrowest(&ranges, status), Some(expected), "{status}");
        }
        assert_eq!(StatusRange::narrowest(&[], 404), None);
    }
}
