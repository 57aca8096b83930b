//! Numbered items, most of which are computed from their number when they are read.

use std::borrow::Cow;
use std::collections::HashMap;

use super::seed::Seed;

/// An item that can be computed from its number.
pub(crate) trait Seeded: Clone {
    /// The number of initial items, numbered from 1.
    fn count(seed: &Seed) -> u64;

    /// Computes the item with this number.
    fn of(seed: &Seed, id: u64) -> Self;
}

/// The items with the numbers from 1 to `last`, without those that were removed. A million of them take no memory until
/// they are changed.
#[derive(Debug)]
pub(crate) struct Sparse<T> {
    seed: Seed,
    seeds: u64,
    last: u64,
    /// In ascending order.
    gone: Vec<u64>,
    /// The items that were added or changed.
    own: HashMap<u64, T>,
}

impl<T: Seeded> Sparse<T> {
    pub(crate) fn new(seed: Seed) -> Self {
        let seeds = T::count(&seed);
        Self { seed, seeds, last: seeds, gone: Vec::new(), own: HashMap::new() }
    }

    pub(crate) fn exists(&self, id: u64) -> bool {
        (1..=self.last).contains(&id) && self.gone.binary_search(&id).is_err()
    }

    pub(crate) fn get(&self, id: u64) -> Option<Cow<'_, T>> {
        if let Some(own) = self.own.get(&id) {
            return Some(Cow::Borrowed(own));
        }
        self.exists(id).then(|| Cow::Owned(T::of(&self.seed, id)))
    }

    /// Returns the item if it was added or changed.
    pub(crate) fn own(&self, id: u64) -> Option<&T> {
        self.own.get(&id)
    }

    /// Returns all items that were added or changed, in no particular order.
    pub(crate) fn changed(&self) -> impl Iterator<Item = &T> {
        self.own.values()
    }

    /// Whether the item still has its initial state.
    pub(crate) fn is_seed(&self, id: u64) -> bool {
        id <= self.seeds && !self.own.contains_key(&id) && self.exists(id)
    }

    /// Returns the number of the next item to be added.
    pub(crate) fn next_id(&self) -> u64 {
        self.last + 1
    }

    /// Adds or changes an item. Numbers are assigned in sequence, and never reused.
    pub(crate) fn put(&mut self, id: u64, thing: T) {
        self.last = self.last.max(id);
        self.own.insert(id, thing);
    }

    /// Removes an item. Returns whether it existed.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        if !(1..=self.last).contains(&id) {
            return false;
        }
        self.own.remove(&id);
        match self.gone.binary_search(&id) {
            Ok(_) => false,
            Err(at) => {
                self.gone.insert(at, id);
                true
            }
        }
    }

    /// Returns the numbers in ascending order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = u64> {
        let mut gone = self.gone.iter().peekable();
        (1..=self.last).filter(move |id| gone.next_if_eq(&id).is_none())
    }
}

/// A sorted list with access by index.
pub(crate) trait Ranked {
    fn len(&self) -> usize;

    /// Returns the number at this index.
    fn nth(&self, place: usize) -> Option<u64>;

    /// Returns how many numbers are smaller than this.
    fn rank(&self, id: u64) -> usize;
}

impl<T> Ranked for Sparse<T> {
    fn len(&self) -> usize {
        self.last as usize - self.gone.len()
    }

    fn nth(&self, place: usize) -> Option<u64> {
        if place >= self.len() {
            return None;
        }
        let (mut low, mut high) = (place as u64 + 1, self.last);
        while low < high {
            let middle = low.midpoint(high);
            let gone = self.gone.partition_point(|gone| *gone <= middle) as u64;
            if middle - gone > place as u64 {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }

    fn rank(&self, id: u64) -> usize {
        let below = id.clamp(1, self.last + 1) as usize - 1;
        below - self.gone.partition_point(|gone| *gone < id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ranked, Seed, Seeded, Sparse};

    #[derive(Clone, Debug, PartialEq)]
    struct Square(u64);

    impl Seeded for Square {
        fn count(seed: &Seed) -> u64 {
            seed.customers
        }

        fn of(_: &Seed, id: u64) -> Self {
            Self(id * id)
        }
    }

    #[test]
    fn places_and_numbers_agree_whatever_is_gone() {
        let mut squares = Sparse::<Square>::new(Seed { customers: 20, addresses_each: 0, groups: 0 });
        squares.put(21, Square(0));
        for gone in [1, 2, 3, 7, 9, 10, 20, 21] {
            assert!(squares.remove(gone));
            assert!(!squares.remove(gone));
            let ids: Vec<_> = squares.ids().collect();
            assert_eq!(squares.len(), ids.len());
            for (place, id) in ids.iter().enumerate() {
                assert_eq!(squares.nth(place), Some(*id), "{place} without {gone}");
                assert_eq!(squares.rank(*id), place, "{id} without {gone}");
            }
            assert_eq!(squares.nth(ids.len()), None);
            assert!(!squares.exists(gone) && squares.get(gone).is_none());
        }
        assert_eq!((squares.rank(0), squares.rank(99)), (0, 13));
        assert_eq!(squares.next_id(), 22);
    }

    #[test]
    fn what_was_changed_is_kept_and_the_rest_is_computed() {
        let mut squares = Sparse::<Square>::new(Seed { customers: 1_000_000, addresses_each: 0, groups: 0 });
        squares.put(5, Square(0));
        assert_eq!(squares.get(5).as_deref(), Some(&Square(0)));
        assert_eq!(squares.get(1_000_000).as_deref(), Some(&Square(1_000_000_000_000)));
        assert!(squares.get(1_000_001).is_none() && squares.get(0).is_none());
        assert!(squares.is_seed(4) && !squares.is_seed(5) && squares.own(5).is_some());
        assert_eq!(squares.changed().count(), 1);
    }
}
