//! What nearly all others do.

use std::collections::BTreeMap;

use super::review::Review;
use crate::diagnostic::{Code, FileId, Location};
use crate::source::NodeId;

/// Fewer may agree by chance.
const ENOUGH: usize = 4;

/// One of this many may differ, so that an exception does not switch a rule off for all.
const EXCEPTIONS: usize = 20;

/// How many of a group there are, and how many of them do something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    all: usize,
    doing: usize,
}

impl Count {
    fn add(&mut self, does: bool) {
        self.all += 1;
        self.doing += usize::from(does);
    }

    fn without(self, other: Self) -> Self {
        Self { all: self.all.saturating_sub(other.all), doing: self.doing.saturating_sub(other.doing) }
    }

    fn is_usual(self) -> bool {
        self.doing >= ENOUGH && (self.all - self.doing) * EXCEPTIONS <= self.all
    }
}

/// Counts what the members of groups do, by version and by file.
pub(super) struct Usual<G> {
    /// The code of those that differ.
    code: Code,
    of_version: BTreeMap<(NodeId, G), Count>,
    of_file: BTreeMap<(FileId, G), Count>,
}

/// The others of a group that nearly all do what one of them does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Others(Count);

impl Others {
    /// Returns `every other`, or `nearly every other`.
    pub(super) fn every(self) -> &'static str {
        if self.0.doing == self.0.all { "every other" } else { "nearly every other" }
    }
}

impl<G: Ord + Copy> Usual<G> {
    pub(super) fn new(code: Code) -> Self {
        Self { code, of_version: BTreeMap::new(), of_file: BTreeMap::new() }
    }

    /// Adds a member of a group. Files that belong to no version are left out, and so are members that may differ.
    pub(super) fn add(
        &mut self,
        review: &Review<'_>,
        file: FileId,
        group: G,
        does: bool,
        location: impl FnOnce() -> Location,
    ) {
        if !does && review.is_allowed(self.code, &location()) {
            return;
        }
        if let Some(version) = review.version(file) {
            self.of_version.entry((version, group)).or_default().add(does);
            self.of_file.entry((file, group)).or_default().add(does);
        }
    }

    /// Returns the others of the group, if nearly all of them do what a member of `file` does not: the others in the
    /// whole version, or only those outside of the file, which may be new as a whole.
    pub(super) fn others(
        &self,
        review: &Review<'_>,
        file: FileId,
        group: G,
        location: impl FnOnce() -> Location,
    ) -> Option<Others> {
        let all = self.of_version.get(&(review.version(file)?, group)).copied()?;
        let of_file = self.of_file.get(&(file, group)).copied().unwrap_or_default();
        let itself = Count { all: usize::from(!review.is_allowed(self.code, &location())), doing: 0 };
        [all.without(of_file), all.without(itself)].into_iter().find(|others| others.is_usual()).map(Others)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn nearly_all_is_all_of_a_few_and_one_in_twenty_less_of_many() {
        for (all, doing, expected) in [
            (0, 0, false),
            (3, 3, false),
            (4, 4, true),
            (19, 18, false),
            (20, 19, true),
            (40, 38, true),
            (39, 37, false),
        ] {
            assert_eq!(Count { all, doing }.is_usual(), expected, "{doing} of {all}");
        }
    }
}
