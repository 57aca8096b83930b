//! A line that tells how far a program is, on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

/// What is shown as long as nothing tells how much there is.
const COUNT: &str = "{human_pos} {msg}, {per_sec:0}";
const BAR: &str = "{human_pos} of {human_len} {msg} [{bar:24}] {percent} %, {per_sec:0}, {eta} left";

/// A line on stderr that changes with time, if that is a terminal. It is removed when this is dropped.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins a line. What was done `before` does not count for the rate.
    pub fn new(what: &'static str, before: u64) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style(COUNT));
        let bar = bar.with_finish(ProgressFinish::AndClear).with_message(what).with_position(before);
        bar.tick();
        bar.reset_eta();
        bar.set_draw_target(ProgressDrawTarget::stderr());
        Self(bar)
    }

    /// Shows how much is done, and of how much if that is known.
    pub fn show(&self, done: u64, total: Option<u64>) {
        if total.is_some() && self.0.length().is_none() {
            self.0.set_style(style(BAR));
        }
        self.0.update(|state| {
            state.set_pos(done);
            if let Some(total) = total {
                state.set_len(total);
            }
        });
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ")
}
