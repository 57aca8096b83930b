//! The queue of waiting calls, which knows how many are ahead of each.

use std::{
    collections::VecDeque,
    pin::Pin,
    sync::{Mutex, MutexGuard, PoisonError},
    task::Poll,
};

/// The tickets of waiting calls, in the order in which they arrived.
#[derive(Default)]
pub(crate) struct Queue(Mutex<Tickets>);

#[derive(Default)]
struct Tickets {
    next: u64,
    waiting: VecDeque<u64>,
}

/// The position of a call in a queue, until it is dropped.
pub(crate) struct Position<'a> {
    queue: &'a Queue,
    ticket: u64,
}

impl Queue {
    pub(crate) fn join(&self) -> Position<'_> {
        let mut tickets = self.tickets();
        let ticket = tickets.next;
        tickets.next += 1;
        tickets.waiting.push_back(ticket);
        Position { queue: self, ticket }
    }

    pub(crate) fn length(&self) -> u64 {
        to_u64(self.tickets().waiting.len())
    }

    fn tickets(&self) -> MutexGuard<'_, Tickets> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Position<'_> {
    /// Returns how many calls are ahead.
    pub(crate) fn ahead(&self) -> u64 {
        let (Ok(place) | Err(place)) = self.queue.tickets().waiting.binary_search(&self.ticket);
        to_u64(place)
    }
}

impl Drop for Position<'_> {
    fn drop(&mut self) {
        let mut tickets = self.queue.tickets();
        if let Ok(place) = tickets.waiting.binary_search(&self.ticket) {
            tickets.waiting.remove(place);
        }
    }
}

fn to_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Returns the output of `work`, or `None` if `signal` completes first.
pub(crate) async fn unless<T>(
    mut work: Pin<&mut impl Future<Output = T>>,
    mut signal: Pin<&mut impl Future<Output = ()>>,
) -> Option<T> {
    std::future::poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => signal.as_mut().poll(context).map(|()| None),
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_moves_up_when_somebody_goes() {
        let queue = Queue::default();
        let places: Vec<_> = (0..3).map(|_| queue.join()).collect();
        assert_eq!(places.iter().map(Position::ahead).collect::<Vec<_>>(), [0, 1, 2]);
        let mut places = places.into_iter();
        drop(places.next());
        assert_eq!((queue.length(), queue.join().ahead()), (2, 2));
        let (first, second) = (places.next().unwrap(), places.next().unwrap());
        // Leaving from behind changes nothing.
        drop(queue.join());
        assert_eq!((first.ahead(), second.ahead()), (0, 1));
        drop((first, second));
        assert_eq!((queue.length(), queue.join().ahead()), (0, 0));
    }
}
