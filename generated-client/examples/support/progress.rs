//! A line that tells how far a program is, on a terminal.

use std::{
    io::{IsTerminal as _, Write as _, stderr},
    time::{Duration, Instant},
};

/// How often the line changes.
const PAUSE: Duration = Duration::from_millis(200);
/// How long the bar is.
const BAR: usize = 24;

/// A line on stderr that is written over and over, if that is a terminal.
pub struct Progress {
    what: &'static str,
    begun: Instant,
    /// How much was done before: it does not count for the rate.
    before: u64,
    shown: Option<Instant>,
    is_on: bool,
}

impl Progress {
    pub fn new(what: &'static str, before: u64) -> Self {
        Self { what, begun: Instant::now(), before, shown: None, is_on: stderr().is_terminal() }
    }

    /// So much is done, of so much if that is known.
    pub fn show(&mut self, done: u64, total: Option<u64>) {
        if !self.is_on || self.shown.is_some_and(|shown| shown.elapsed() < PAUSE) {
            return;
        }
        self.shown = Some(Instant::now());
        let line = line(self.what, done, total, self.before, self.begun.elapsed());
        // Nothing can be done about a closed terminal.
        let _ = write!(stderr(), "\r\x1b[K{line}");
    }
}

/// Other lines begin where this one was.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

/// `12500 of 40000 customers [=======>                ] 31 %, 1240 a second, 22 s left`.
pub fn line(what: &str, done: u64, total: Option<u64>, before: u64, took: Duration) -> String {
    let rate = (done.saturating_sub(before)) as f64 / took.as_secs_f64().max(0.001);
    let Some(total) = total.filter(|total| *total > 0) else { return format!("{done} {what}, {rate:.0} a second") };
    let part = (done as f64 / total as f64).min(1.0);
    let filled = (part * BAR as f64) as usize;
    let bar = format!("{:<BAR$}", format!("{}{}", "=".repeat(filled), if filled < BAR { ">" } else { "" }));
    let left = match (total.saturating_sub(done) as f64 / rate).round() {
        seconds if !seconds.is_finite() => "a while".to_owned(),
        seconds if seconds < 100.0 => format!("{seconds} s"),
        seconds if seconds < 6000.0 => format!("{:.0} min", seconds / 60.0),
        seconds => format!("{:.1} h", seconds / 3600.0),
    };
    format!("{done} of {total} {what} [{bar}] {:.0} %, {rate:.0} a second, {left} left", (part * 100.0).floor())
}
