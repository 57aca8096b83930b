//! Two sides in turn, so that what disturbs the machine disturbs both.

use std::time::{Duration, Instant};

/// So many rounds under `cargo bench`; a single one elsewhere (`cargo test --benches`), to see that it works.
pub fn rounds(full: usize) -> usize {
    if is_measuring() { full } else { 1 }
}

/// Whether cargo runs this to measure.
pub fn is_measuring() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// The times of two sides, a pair for each round.
pub struct Pairs {
    ours: Vec<Times>,
    theirs: Vec<Times>,
}

#[derive(Clone, Copy)]
struct Times {
    wall: Duration,
    /// Of this thread.
    cpu: Option<Duration>,
}

/// Times both sides, each once a round; who begins changes from round to round.
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

/// What this thread has used so far.
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
    /// The median of our times.
    pub fn ours(&self) -> Duration {
        median(self.ours.iter().map(|times| times.wall).collect())
    }

    /// The median of their times.
    pub fn theirs(&self) -> Duration {
        median(self.theirs.iter().map(|times| times.wall).collect())
    }

    /// How many times as long as theirs ours took: the median of the ratios of each round.
    pub fn ratio(&self) -> f64 {
        self.median_ratio(|times| Some(times.wall)).unwrap_or(f64::NAN)
    }

    /// The same for the time that the thread did not spend waiting; `None` where the system does not tell.
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

/// The middle one.
pub fn median(times: Vec<Duration>) -> Duration {
    median_of(times, Ord::cmp)
}

fn median_of<T: Copy>(mut values: Vec<T>, compare: impl FnMut(&T, &T) -> std::cmp::Ordering) -> T {
    values.sort_unstable_by(compare);
    values[values.len() / 2]
}
