//! A progress line on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

/// The template while the total is unknown.
const COUNT: &str = "{human_pos} {msg}, {per_sec:0}";
const BAR: &str = "{human_pos} of {human_len} {msg} [{bar:24}] {percent} %, {per_sec:0}, {eta} left";

/// A progress line on stderr, if that is a terminal. It is removed when this is dropped.
pub struct Progress(ProgressBar);

impl Progress {
    /// Starts a line. Items done `before` do not count for the rate.
    pub fn new(what: &'static str, before: u64) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style(COUNT));
        let bar = bar.with_finish(ProgressFinish::AndClear).with_message(what).with_position(before);
        bar.tick();
        bar.reset_eta();
        bar.set_draw_target(ProgressDrawTarget::stderr());
        Self(bar)
    }

    /// Shows how much is done, and the total if it is known.
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
