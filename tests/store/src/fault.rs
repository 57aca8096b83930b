//! Faults between a client and the store, which tests inject.

use std::time::Duration;

use super::random::Random;

/// The kinds of faults.
///
/// Faults that respond with a status of their own keep the request away from the store, so nothing is written. All
/// others change the response of the store, after the write.
#[derive(Clone, Debug)]
pub enum FaultKind {
    /// A new connection is closed before any byte. Idle connections are closed too, so that clients need a new one.
    /// Only the conditions on counts and probability apply, because there is no request yet.
    RefuseConnection,
    /// The request is read, and the connection is reset.
    ResetBeforeResponse {
        /// Whether the store executes the request.
        applied: bool,
    },
    /// The connection is reset after the head and half of the body.
    ResetDuringBody,
    /// A complete response, whose JSON ends in the middle.
    TruncatedJson,
    /// The first `id` of the response is an object.
    WrongType,
    /// A page of a gateway, with 502 or 503.
    Html(u16),
    /// 503, in JSON: the store is suspended.
    Suspended503,
    /// 429 although the quota is not used up.
    TooManyRequests(RetryHint),
    /// The response begins late.
    StalledHead(Duration),
    /// The second half of the body arrives late.
    StalledBody(Duration),
    /// A body of that many megabytes, compressed to a thousandth of it.
    GzipBomb {
        /// The amount of white space between the brackets of an empty array.
        megabytes: usize,
    },
    /// 307 to this address.
    Redirect(String),
    /// A status, with an error in JSON.
    Status(u16),
}

/// How a 429 states when to retry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RetryHint {
    /// By the headers of a window that is used up and ends then.
    Window(Duration),
    /// By `X-Retry-After` alone, in seconds.
    RetryAfter(u64),
    /// Not at all: there are no headers, and the body is empty.
    Bare,
}

/// A fault and its conditions. By default it applies to the next request.
#[derive(Clone, Debug)]
pub struct Fault {
    pub(super) kind: FaultKind,
    method: Option<String>,
    path: Option<String>,
    /// How many matching requests still pass.
    pass: u64,
    /// How often the fault still applies.
    times: u64,
    chance: Option<(f64, Random)>,
}

impl Fault {
    /// Creates a fault.
    pub fn new(kind: FaultKind) -> Self {
        Self { kind, method: None, path: None, pass: 0, times: 1, chance: None }
    }

    /// Restricts the fault to requests with this method.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_ascii_uppercase());
        self
    }

    /// Restricts the fault to requests whose path below the store begins with this prefix, such as `/v3/customers`.
    #[must_use]
    pub fn path(mut self, prefix: &str) -> Self {
        self.path = Some(prefix.to_owned());
        self
    }

    /// Starts with the `number`th matching request from now on, counted from 1.
    #[must_use]
    pub fn nth(mut self, number: u64) -> Self {
        self.pass = number.saturating_sub(1);
        self
    }

    /// Sets how often the fault applies.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }

    /// Applies the fault every time.
    #[must_use]
    pub fn always(self) -> Self {
        self.times(u64::MAX)
    }

    /// Applies the fault every time with this probability. The same seed makes the same choices.
    #[must_use]
    pub fn chance(mut self, probability: f64, seed: u64) -> Self {
        self.chance = Some((probability, Random::new(seed)));
        self.always()
    }

    fn is_of_connections(&self) -> bool {
        matches!(self.kind, FaultKind::RefuseConnection)
    }

    fn matches(&self, method: &str, path: &str) -> bool {
        self.method.as_ref().is_none_or(|own| own == method)
            && self.path.as_ref().is_none_or(|prefix| path.starts_with(prefix.as_str()))
    }

    /// Returns whether the fault is due, given that a request matches.
    fn is_due(&mut self) -> bool {
        let is_due = self.pass == 0;
        self.pass = self.pass.saturating_sub(1);
        is_due && self.chance.as_mut().is_none_or(|(probability, random)| random.chance(*probability))
    }
}

impl FaultKind {
    /// Returns the name in the log.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::RefuseConnection => "refused connection",
            Self::ResetBeforeResponse { applied: true } => "reset before the response, applied",
            Self::ResetBeforeResponse { applied: false } => "reset before the response, not applied",
            Self::ResetDuringBody => "reset during the body",
            Self::TruncatedJson => "truncated JSON",
            Self::WrongType => "wrong type",
            Self::Html(_) => "HTML of a gateway",
            Self::Suspended503 => "suspended store",
            Self::TooManyRequests(_) => "429 by order",
            Self::StalledHead(_) => "stalled head",
            Self::StalledBody(_) => "stalled body",
            Self::GzipBomb { .. } => "gzip bomb",
            Self::Redirect(_) => "redirect",
            Self::Status(_) => "status by order",
        }
    }

    /// Returns whether the store executes the request.
    pub(super) fn reaches_the_store(&self) -> bool {
        match self {
            Self::ResetBeforeResponse { applied } => *applied,
            Self::ResetDuringBody
            | Self::TruncatedJson
            | Self::WrongType
            | Self::StalledHead(_)
            | Self::StalledBody(_) => true,
            Self::RefuseConnection
            | Self::Html(_)
            | Self::Suspended503
            | Self::TooManyRequests(_)
            | Self::GzipBomb { .. }
            | Self::Redirect(_)
            | Self::Status(_) => false,
        }
    }
}

/// The injected faults.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Returns whether a new connection is refused.
    pub(super) fn refuses_connection(&mut self) -> bool {
        self.first(Fault::is_of_connections).is_some()
    }

    /// Returns the fault of a request.
    pub(super) fn of(&mut self, method: &str, path: &str) -> Option<FaultKind> {
        if self.0.is_empty() {
            return None;
        }
        self.first(|fault| !fault.is_of_connections() && fault.matches(method, path))
    }

    /// Counts all matching faults, and returns the first that is due.
    fn first(&mut self, matches: impl Fn(&Fault) -> bool) -> Option<FaultKind> {
        let mut found = None;
        for fault in self.0.iter_mut().filter(|fault| matches(fault)) {
            if fault.is_due() && found.is_none() {
                fault.times -= 1;
                found = Some(fault.kind.clone());
            }
        }
        self.0.retain(|fault| fault.times > 0);
        found
    }
}
