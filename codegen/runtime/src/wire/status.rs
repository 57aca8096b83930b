//! Statuses, and ranges of them.

/// A status, or a range of them, as documents write it: `422`, `5xx`, `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusRange {
    first: u16,
    last: u16,
}

impl StatusRange {
    /// Parses the notation of documents; anything else stands for every status.
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
        ranges.iter().any(|range| range.last < u16::MAX && range.holds(status))
    }

    /// The index of the narrowest range that holds `status`.
    #[must_use]
    pub fn choose(ranges: &[Self], status: u16) -> Option<usize> {
        let holding = ranges.iter().enumerate().filter(|(_, range)| range.holds(status));
        holding.min_by_key(|(_, range)| range.width()).map(|(index, _)| index)
    }

    /// Whether it is one of the range.
    pub(crate) fn holds(self, status: u16) -> bool {
        (self.first..=self.last).contains(&status)
    }

    /// How many statuses it leaves open: the narrower of two ranges is the more exact one.
    pub(crate) fn width(self) -> u16 {
        self.last - self.first
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_range_wins() {
        let ranges = ["default", "4XX", "404"].map(StatusRange::parse);
        for (status, expected) in [(404, 2), (403, 1), (499, 1), (500, 0), (200, 0)] {
            assert_eq!(StatusRange::choose(&ranges, status), Some(expected));
        }
        assert_eq!(StatusRange::choose(&[], 404), None);
    }
}
