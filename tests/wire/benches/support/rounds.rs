//! Alternating rounds of two sides, so that disturbances affect both.

use std::time::{Duration, Instant};

/// Returns this number of rounds under `cargo bench`, and one elsewhere (`cargo test --benches`), to see that it works.
pub fn rounds(full: usize) -> usize {
    if is_measuring() { full } else { 1 }
}

/// Whether this runs under `cargo bench`.
pub fn is_measuring() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// The times of two sides, one pair per round.
pub struct Pairs {
    ours: Vec<Times>,
    theirs: Vec<Times>,
}

#[derive(Clone, Copy)]
struct Times {
    wall: Duration,
    /// The CPU time of this thread.
    cpu: Option<Duration>,
}

/// Measures both sides once per round, taking turns at being first.
pub fn in_turn(rounds: usize, mut ours: impl FnMut(), mut theirs: impl FnMut()) -> Pairs {
    let mut pairs = Pairs { ours: Vec::with_capacity(rounds), theirs: Vec::with_capacity(rounds) };
    for round in 0..rounds {
        if round % 2 == 0 {
            pairs.ours.push(time(&mut ours));
            pairs.theirs.push(time(&mut theirs));
        } else {
            pairs.theirs.push(time(&mut theirs));
            pairs.ours.push(time(&mut ours));
        }
    }
    pairs
}

fn time(work: &mut impl FnMut()) -> Times {
    let (start, cpu) = (Instant::now(), cpu_time());
    work();
    Times { cpu: cpu_time().zip(cpu).map(|(end, start)| end.saturating_sub(start)), wall: start.elapsed() }
}

/// Returns the CPU time of this thread so far.
#[cfg(target_os = "linux")]
fn cpu_time() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).ok()
}

#[cfg(not(target_os = "linux"))]
fn cpu_time() -> Option<Duration> {
    None
}

impl Pairs {
    /// Returns the median of our times.
    pub fn ours(&self) -> Duration {
        median(self.ours.iter().map(|times| times.wall).collect())
    }

    /// Returns the median of their times.
    pub fn theirs(&self) -> Duration {
        median(self.theirs.iter().map(|times| times.wall).collect())
    }

    /// Returns the ratio of our time to theirs: the median over the rounds.
    pub fn ratio(&self) -> f64 {
        self.median_ratio(|times| Some(times.wall)).unwrap_or(f64::NAN)
    }

    /// Returns the ratio of the CPU times; `None` if the system does not report them.
    pub fn cpu_ratio(&self) -> Option<f64> {
        self.median_ratio(|times| times.cpu)
    }

    fn median_ratio(&self, time: impl Fn(&Times) -> Option<Duration>) -> Option<f64> {
        let both = self.ours.iter().zip(&self.theirs);
        let ratios: Option<Vec<f64>> =
            both.map(|(ours, theirs)| Some(time(ours)?.as_secs_f64() / time(theirs)?.as_secs_f64())).collect();
        Some(median_of(ratios?, f64::total_cmp))
    }
}

/// Returns the median.
pub fn median(times: Vec<Duration>) -> Duration {
    median_of(times, Ord::cmp)
}

fn median_of<T: Copy>(mut values: Vec<T>, compare: impl FnMut(&T, &T) -> std::cmp::Ordering) -> T {
    values.sort_unstable_by(compare);
    values[values.len() / 2]
}
