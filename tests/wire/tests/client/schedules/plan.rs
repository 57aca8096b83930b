//! A case: its calls and their times, its faults, and its cancellations.

use std::time::Duration;

use mock_store::{Fault, FaultKind, RetryHint};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The maximum number of tasks of a plan.
pub const TASKS: usize = 6;
/// The number of customers that belong to one task, and that no other task changes.
pub const EACH: usize = 40;
/// The number of customers that are never deleted: a list has each of them once, whatever else happens.
pub const STABLE: usize = TASKS * EACH;
/// The number of initial customers. Each task can delete one of those that are not stable.
pub const CUSTOMERS: usize = STABLE + TASKS;
/// Longer than any timeout.
const NEVER: Duration = Duration::from_secs(24 * 3600);

#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub quota: Option<u32>,
    /// In milliseconds.
    pub latency: (u64, u64),
    /// Independent programs that use the same store. The tasks of a program use clones of its client.
    pub clients: usize,
    pub max_concurrency: usize,
    pub faults: Vec<PlannedFault>,
    pub tasks: Vec<Task>,
}

#[derive(Clone, Debug)]
pub struct PlannedFault {
    pub kind: FaultKind,
    pub method: Option<&'static str>,
    pub when: When,
}

#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Applies to the nth request, and this many after it.
    Nth(u64, u64),
    /// Applies to this percentage of the requests.
    Chance(u32),
}

#[derive(Clone, Debug)]
pub struct Task {
    pub client: usize,
    /// The start, in milliseconds.
    pub start: u64,
    pub job: Job,
    pub gives_up: GivesUp,
}

/// When a caller gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivesUp {
    Never,
    /// Cancels everything after this many milliseconds.
    Millis(u64),
    /// Cancels everything after this many items.
    Items(usize),
    /// Cancels one wait after this many milliseconds, and then waits again.
    Short(u64),
}

#[derive(Clone, Debug)]
pub enum Job {
    Read,
    Stream { list: List, limit: i64, prefetch: usize },
    Update { count: usize },
    Create { count: usize },
    Delete,
    UpdateBatches(Batch),
    CreateBatches(Batch),
    MetafieldBatches(Batch),
}

/// By cursor, by page number, and without either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Customers,
    Addresses,
    OldCustomers,
}

#[derive(Clone, Debug)]
pub struct Batch {
    pub count: usize,
    pub bad: Vec<(usize, Bad)>,
    pub isolate: bool,
    pub size: usize,
    pub at_once: usize,
}

/// A defect of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bad {
    /// It refers to a customer that does not exist, or has no e-mail address.
    Unknown,
    /// It conflicts with another one.
    Taken,
    /// It violates the limits of the specification, and is not sent.
    Invalid,
}

impl Batch {
    pub fn bad(&self, index: usize) -> Option<Bad> {
        self.bad.iter().find(|(place, _)| *place == index).map(|(_, bad)| *bad)
    }
}

impl PlannedFault {
    pub fn fault(&self, seed: u64) -> Fault {
        let fault = Fault::new(self.kind.clone());
        let fault = self.method.into_iter().fold(fault, Fault::method);
        match self.when {
            When::Nth(number, times) => fault.nth(number).times(times),
            When::Chance(percent) => fault.chance(f64::from(percent) / 100.0, seed),
        }
    }
}

/// One program, without faults.
pub fn calm() -> impl Strategy<Value = Plan> {
    let quota = prop_oneof![Just(None), (6u32..60).prop_map(Some)];
    let tasks = vec(task(1, Just(GivesUp::Never).boxed()), 1..=TASKS);
    (any::<u64>(), quota, latency(), select(vec![1, 2, 5, 100]), tasks).prop_map(
        |(seed, quota, latency, max_concurrency, tasks)| Plan {
            seed,
            quota,
            latency,
            clients: 1,
            max_concurrency,
            faults: Vec::new(),
            tasks,
        },
    )
}

/// Several programs, with all kinds of faults.
pub fn stormy() -> impl Strategy<Value = Plan> {
    let gives_up = prop_oneof![
        3 => Just(GivesUp::Never),
        1 => (0u64..9_000).prop_map(GivesUp::Millis),
        1 => (0u64..90).prop_map(GivesUp::Millis),
        1 => (0usize..60).prop_map(GivesUp::Items),
        1 => (1u64..40).prop_map(GivesUp::Short),
    ];
    let quota = prop_oneof![2 => Just(None), 1 => (6u32..60).prop_map(Some)];
    let all = (vec(fault(), 0..5), vec(task(3, gives_up.boxed()), 1..=TASKS));
    (any::<u64>(), quota, latency(), 1usize..=3, select(vec![1, 2, 5, 100]), all).prop_map(
        |(seed, quota, latency, clients, max_concurrency, (faults, tasks))| Plan {
            seed,
            quota,
            latency,
            clients,
            max_concurrency,
            faults,
            tasks,
        },
    )
}

fn latency() -> impl Strategy<Value = (u64, u64)> {
    prop_oneof![Just((0, 0)), Just((20, 20)), (0u64..30, 30u64..200)]
}

fn task(clients: usize, gives_up: BoxedStrategy<GivesUp>) -> impl Strategy<Value = Task> {
    let start = prop_oneof![Just(0), 0u64..300];
    (0..clients, start, job(), gives_up).prop_map(|(client, start, job, gives_up)| Task {
        client,
        start,
        job,
        gives_up,
    })
}

fn job() -> impl Strategy<Value = Job> {
    let list = select(vec![List::Customers, List::Addresses, List::OldCustomers]);
    prop_oneof![
        1 => Just(Job::Read),
        3 => (list, 9i64..=120, 0usize..=3).prop_map(|(list, limit, prefetch)| Job::Stream { list, limit, prefetch }),
        1 => (1usize..=10).prop_map(|count| Job::Update { count }),
        1 => (1usize..=10).prop_map(|count| Job::Create { count }),
        1 => Just(Job::Delete),
        3 => batch().prop_map(Job::UpdateBatches),
        3 => batch().prop_map(Job::CreateBatches),
        3 => batch().prop_map(Job::MetafieldBatches),
    ]
}

fn batch() -> impl Strategy<Value = Batch> {
    let bad = (0..EACH, select(vec![Bad::Unknown, Bad::Taken, Bad::Invalid]));
    let sizes = prop_oneof![2 => Just(10usize), 1 => 1usize..=10];
    (0..=EACH, vec(bad, 0..4), proptest::bool::weighted(0.7), sizes, 1usize..=6)
        .prop_map(|(count, bad, isolate, size, at_once)| Batch { count, bad, isolate, size, at_once })
}

fn fault() -> impl Strategy<Value = PlannedFault> {
    use FaultKind::*;
    let kinds = vec![
        RefuseConnection,
        ResetBeforeResponse { applied: true },
        ResetBeforeResponse { applied: false },
        ResetDuringBody,
        TruncatedJson,
        WrongType,
        StalledHead(NEVER),
        StalledBody(NEVER),
        Html(502),
        Suspended503,
        TooManyRequests(RetryHint::Window(Duration::from_secs(9))),
        TooManyRequests(RetryHint::RetryAfter(2)),
        TooManyRequests(RetryHint::Bare),
        Status(401),
        Status(404),
        Status(413),
        Status(422),
        Status(500),
    ];
    let method = select(vec![None, None, Some("GET"), Some("PUT"), Some("POST"), Some("DELETE")]);
    let when = prop_oneof![
        3 => (1u64..12, 1u64..4).prop_map(|(number, times)| When::Nth(number, times)),
        2 => (1u32..40).prop_map(When::Chance),
    ];
    (select(kinds), method, when).prop_map(|(kind, method, when)| PlannedFault { kind, method, when })
}
