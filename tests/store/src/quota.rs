//! The request quota of a time window.

use std::time::Duration;

use tokio::time::Instant;

/// The quota. The window is fixed, and begins with the first request after the previous one has ended.
#[derive(Debug)]
pub(super) struct Quota {
    /// `None` is unlimited, and responses have no rate limit headers.
    pub(super) limit: Option<u32>,
    pub(super) window: Duration,
    began: Option<Instant>,
    used: u32,
}

/// The state of the window for the headers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    pub(super) quota: u32,
    pub(super) left: u32,
    pub(super) reset: Duration,
    pub(super) window: Duration,
}

impl Quota {
    pub(super) fn new(limit: Option<u32>, window: Duration) -> Self {
        Self { limit, window, began: None, used: 0 }
    }

    /// Takes this many requests out of the window, or as many as are left. Returns the budget, and whether it sufficed.
    pub(super) fn take(&mut self, requests: u32) -> (Option<Budget>, bool) {
        let now = Instant::now();
        let began = match self.began {
            Some(began) if now < began + self.window => began,
            _ => {
                self.used = 0;
                *self.began.insert(now)
            }
        };
        let Some(quota) = self.limit else {
            self.used = self.used.saturating_add(requests);
            return (None, true);
        };
        let enough = quota.saturating_sub(self.used) >= requests;
        self.used = self.used.saturating_add(requests).min(self.used.max(quota));
        let (left, reset) = (quota.saturating_sub(self.used), began + self.window - now);
        (Some(Budget { quota, left, reset, window: self.window }), enough)
    }
}

impl Budget {
    pub(super) fn headers(&self) -> [(&'static str, String); 4] {
        [
            ("x-rate-limit-requests-quota", self.quota.to_string()),
            ("x-rate-limit-requests-left", self.left.to_string()),
            ("x-rate-limit-time-reset-ms", self.reset.as_millis().to_string()),
            ("x-rate-limit-time-window-ms", self.window.as_millis().to_string()),
        ]
    }

    /// Returns the seconds until the window ends, rounded up.
    pub(super) fn retry_after(&self) -> String {
        self.reset.as_millis().div_ceil(1000).max(1).to_string()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Quota;

    #[tokio::test(start_paused = true)]
    async fn windows_are_fixed_and_begin_with_a_request() {
        let mut quota = Quota::new(Some(2), Duration::from_secs(30));
        let mut take = |requests| {
            let (budget, enough) = quota.take(requests);
            let budget = budget.unwrap();
            (budget.left, budget.reset.as_secs(), budget.retry_after(), enough)
        };
        tokio::time::advance(Duration::from_secs(5)).await;
        assert_eq!(take(1), (1, 30, "30".to_owned(), true));
        tokio::time::advance(Duration::from_millis(29_100)).await;
        assert_eq!(take(1), (0, 0, "1".to_owned(), true));
        assert_eq!(take(1), (0, 0, "1".to_owned(), false));
        tokio::time::advance(Duration::from_millis(900)).await;
        assert_eq!(take(9), (0, 30, "30".to_owned(), false));
        tokio::time::advance(Duration::from_secs(300)).await;
        assert_eq!(take(1), (1, 30, "30".to_owned(), true));
    }
}
