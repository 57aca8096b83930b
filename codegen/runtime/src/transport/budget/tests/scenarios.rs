//! The results of calls when the API refuses, when others use the same quota, and when time runs short: one table, in
//! paused time, with a random seed. `LIMITER_SEED=…` repeats a run.

use std::{
    ops::RangeInclusive,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    task::JoinSet,
    time::{Instant, sleep, sleep_until},
};

use super::api::{Api, CALL, Log, PROCESS, Rules, WINDOW};
use crate::{
    sample::{self, Client, LIST},
    transport::{
        call_options::CallOptions,
        error::{Error, ErrorKind},
        execute::execute,
        pacing::Pacing,
        request::Request,
    },
    wire::spec::{Method, Operation},
};

static CREATE: Operation = Operation { id: "createPet", name: "v1.pets.create", method: Method::Post, ..LIST_AS_POST };
const LIST_AS_POST: Operation = Operation { path: "/pets", ..Operation::new(&sample::API) };

/// Tasks that call without a pause.
#[derive(Clone, Copy)]
struct Process {
    /// They use the client of the preceding process, not one of their own.
    is_same_client: bool,
    tasks: u64,
    /// The number of calls of all tasks.
    calls: u64,
    /// The windows in which they begin and end.
    from: f64,
    to: f64,
    /// How long a task pauses between two calls.
    pause: Duration,
    operation: &'static Operation,
    /// The timeout of each call.
    deadline: Duration,
    pacing: Pacing,
}

const PROCESS_OF_32: Process = Process {
    is_same_client: false,
    tasks: 32,
    calls: u64::MAX,
    from: 0.0,
    to: f64::MAX,
    pause: Duration::ZERO,
    operation: &LIST,
    deadline: Duration::from_secs(600),
    pacing: Pacing::new(),
};

const fn calls(tasks: u64, calls: u64) -> Process {
    Process { tasks, calls, ..PROCESS_OF_32 }
}

struct Scenario {
    name: &'static str,
    rules: Rules,
    processes: Vec<Process>,
    /// The percentage of each window that another app takes, which respects no limits.
    foreign: u64,
    /// For how many windows; otherwise until all calls are made.
    windows: Option<u32>,
    expect: Expect,
}

/// Percentages are of a window's quota, or of all requests.
#[derive(Default)]
struct Expect {
    /// Errors by kind, and how many of them were immediate.
    failed: &'static [(ErrorKind, RangeInclusive<usize>)],
    /// Requests that the API received, if that is certain.
    requests: Option<u64>,
    most_refused: f64,
    most_refused_from_third: f64,
    /// The usage of the quota of each window but the last.
    least_used: f64,
    /// The share of a process in a window, in percent of the quota: (process, window, minimum).
    share: Option<(usize, usize, f64)>,
    /// The maximum duration of the successful calls of a process.
    longest: Option<(usize, Duration)>,
}

#[derive(Default)]
struct Outcome {
    done: usize,
    longest: Duration,
    /// With their duration.
    failed: Vec<(Error, Duration)>,
}

const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// With a quota, and a latency of `least` to `most` milliseconds.
const fn store(quota: u64, least: u64, most: u64) -> Rules {
    let none =
        Rules { quota: None, latency: (millis(0), millis(0)), once: None, at_once: None, post: None, bad_reset: None };
    Rules { quota: Some(quota), latency: (millis(least), millis(most)), ..none }
}

fn table() -> Vec<Scenario> {
    let all_done = |name, rules, processes: &[Process]| Scenario {
        name,
        rules,
        processes: processes.to_vec(),
        foreign: 0,
        windows: None,
        expect: Expect { most_refused: 100.0, most_refused_from_third: 100.0, ..Expect::default() },
    };
    let exactly = |requests, of: Scenario| Scenario { expect: Expect { requests: Some(requests), ..of.expect }, ..of };
    let once = || Rules { once: Some(millis(360)), ..store(5_000, 50, 150) };
    let shared = |name, quota, processes: &[Process], windows, [used, refused, from_third]: [f64; 3]| Scenario {
        windows: Some(windows),
        expect: Expect {
            least_used: used,
            most_refused: refused,
            most_refused_from_third: from_third,
            ..Expect::default()
        },
        ..all_done(name, store(quota, 70, 130), processes)
    };
    let with_share = |process, window, least, of: Scenario| Scenario {
        expect: Expect { share: Some((process, window, least)), ..of.expect },
        ..of
    };
    let fails = |failed, of: Scenario| Scenario { expect: Expect { failed, ..of.expect }, ..of };
    let (four, late) = ([PROCESS_OF_32; 4], Process { from: 2.5, ..PROCESS_OF_32 });
    let leaving = Process { to: 2.5, ..PROCESS_OF_32 };
    let within = |seconds, of: Process| Process { deadline: Duration::from_secs(seconds), ..of };
    let reserving = Process { pacing: Pacing::new().reserve(150), ..calls(1, 20) };
    let post = |deadline| Process { operation: &CREATE, ..within(deadline, calls(8, 40)) };
    let gets = Process { is_same_client: true, from: 0.1, ..calls(8, 500) };
    let refused_posts = || Rules { post: Some(3600), ..store(3749, 50, 150) };
    let goes_on = |of: Scenario| Scenario { expect: Expect { longest: Some((1, millis(1_000))), ..of.expect }, ..of };
    vec![
        exactly(24, all_done("12 in flight, each refused once", once(), &[calls(12, 12)])),
        exactly(64, all_done("32 in flight, each refused once", once(), &[calls(32, 32)])),
        exactly(1000, all_done("500 in flight, each refused once", once(), &[calls(500, 500)])),
        Scenario { foreign: 40, ..all_done("another app takes 40 %", store(150, 50, 150), &[calls(32, 2000)]) },
        all_done(
            "at most 10 at once, no headers",
            Rules { quota: None, at_once: Some(10), ..store(0, 50, 150) },
            &[calls(32, 2000)],
        ),
        all_done(
            "at most 10 at once, with a quota",
            Rules { at_once: Some(10), ..store(3749, 50, 150) },
            &[calls(32, 2000)],
        ),
        // Some are in flight when the first is refused; the others are not sent.
        goes_on(fails(
            &[(ErrorKind::Api, 1..=8), (ErrorKind::RateLimit, 32..=39)],
            all_done("a POST is refused for an hour, GETs go on", refused_posts(), &[post(600), gets]),
        )),
        // Eight, which is the maximum in flight, wait for the hour; the first of them is refused for another one, which
        // is too long for all.
        goes_on(fails(
            &[(ErrorKind::Api, 1..=8), (ErrorKind::RateLimit, 0..=7)],
            all_done(
                "POSTs wait for an hour, GETs go on",
                refused_posts(),
                &[Process { calls: 8, ..post(4000) }, gets],
            ),
        )),
        all_done(
            "one reset in 120 is a day",
            Rules { bad_reset: Some(120), ..store(150, 50, 150) },
            &[calls(32, 1000)],
        ),
        exactly(500, all_done("500 wait for four windows", store(150, 50, 150), &[calls(500, 500)])),
        fails(
            &[(ErrorKind::RateLimit, 200..=200)],
            exactly(
                300,
                all_done("500 wait, with time for two windows", store(150, 50, 150), &[within(40, calls(500, 500))]),
            ),
        ),
        fails(
            &[(ErrorKind::RateLimit, 19..=19), (ErrorKind::Api, 1..=1)],
            all_done("a quota of nothing", store(0, 50, 150), &[within(20, calls(1, 20))]),
        ),
        fails(
            &[(ErrorKind::RateLimit, 19..=19)],
            exactly(1, all_done("all of the quota is reserved", store(150, 50, 150), &[reserving])),
        ),
        shared("one process, 1 task", 150, &[calls(1, u64::MAX)], 5, [99.0, 0.0, 0.0]),
        shared("one process, 8 tasks", 150, &[calls(8, u64::MAX)], 5, [99.0, 0.0, 0.0]),
        shared("one process, 32 tasks", 150, &[PROCESS_OF_32], 5, [99.0, 0.0, 0.0]),
        shared("four processes, 1 task each", 150, &[calls(1, u64::MAX); 4], 7, [96.0, 2.5, 2.0]),
        shared("four processes, 8 tasks each", 150, &[calls(8, u64::MAX); 4], 7, [96.0, 2.5, 2.0]),
        shared("four processes, 32 tasks each", 150, &four, 20, [96.0, 2.5, 2.0]),
        shared("four processes, 32 tasks each, quota 450", 450, &four, 5, [96.0, 2.5, 2.0]),
        shared("eight processes, 3 tasks each", 450, &[calls(3, u64::MAX); 8], 5, [96.0, 2.5, 2.0]),
        // In the middle of the third window (2), so that the fourth (3) is the first of its own, and the fifth the
        // second.
        with_share(
            3,
            4,
            18.0,
            shared(
                "a fourth process joins",
                450,
                &[PROCESS_OF_32, PROCESS_OF_32, PROCESS_OF_32, late],
                6,
                [96.0, 2.5, 2.0],
            ),
        ),
        with_share(1, 4, 40.0, shared("a second process joins", 450, &[PROCESS_OF_32, late], 6, [96.0, 2.5, 2.0])),
        with_share(
            0,
            4,
            27.0,
            shared(
                "one of four leaves",
                450,
                &[PROCESS_OF_32, PROCESS_OF_32, PROCESS_OF_32, leaving],
                6,
                [96.0, 2.5, 2.0],
            ),
        ),
        with_share(0, 4, 99.0, shared("one of two leaves", 450, &[PROCESS_OF_32, leaving], 6, [96.0, 2.5, 2.0])),
        shared(
            "one of four has little to do",
            450,
            &[PROCESS_OF_32, PROCESS_OF_32, PROCESS_OF_32, Process { pause: millis(2_500), ..calls(1, u64::MAX) }],
            5,
            [96.0, 2.5, 2.0],
        ),
    ]
}

async fn task(
    client: Client,
    process: usize,
    number: usize,
    plan: Process,
    left: Arc<Mutex<u64>>,
    outcome: Arc<Mutex<Outcome>>,
) {
    loop {
        {
            let mut left = left.lock().unwrap();
            let Some(less) = left.checked_sub(1) else { return };
            *left = less;
        }
        let began = Instant::now();
        let call = format!("{process} {number} {began:?}");
        let options =
            CallOptions::new().header(PROCESS, process.to_string()).header(CALL, call).total_timeout(plan.deadline);
        let mut request = Request::new(&client.core, plan.operation);
        request.set_options(options);
        match execute(request, "application/json", false).await.and_then(|response| {
            if (200..300).contains(&response.status()) { Ok(()) } else { Err(response.refused(plan.operation, None)) }
        }) {
            Ok(()) => {
                let mut outcome = outcome.lock().unwrap();
                outcome.done += 1;
                outcome.longest = outcome.longest.max(began.elapsed());
            }
            Err(error) => outcome.lock().unwrap().failed.push((error, began.elapsed())),
        }
        sleep(plan.pause).await;
    }
}

/// Takes this much of each window, at random times.
async fn foreign(api: Api, each: u64, mut dice: fastrand::Rng) {
    loop {
        sleep(WINDOW.mul_f64(dice.f64() * 2.0 / each.max(1) as f64)).await;
        api.take(9);
    }
}

async fn run(scenario: &Scenario, seed: u64) -> (Vec<Outcome>, Log) {
    let api = Api::new(scenario.rules, seed);
    let start = Instant::now();
    let at = move |windows: f64| start + WINDOW.mul_f64(windows.min(1e6));
    let (mut tasks, mut outcomes, mut others) = (JoinSet::new(), Vec::new(), JoinSet::new());
    let mut last_client: Option<Client> = None;
    for (number, plan) in scenario.processes.iter().copied().enumerate() {
        let builder = sample::builder().layer(api.clone()).pacing(plan.pacing);
        let own = builder.max_concurrency(usize::try_from(plan.tasks).unwrap()).build().unwrap();
        let client = last_client.take().filter(|_| plan.is_same_client).unwrap_or(own);
        let client = last_client.insert(client).clone();
        let (left, outcome) = (Arc::new(Mutex::new(plan.calls)), Arc::<Mutex<Outcome>>::default());
        outcomes.push(Arc::clone(&outcome));
        for one in 0..plan.tasks {
            let number_of_task = usize::try_from(one).unwrap();
            let work = task(client.clone(), number, number_of_task, plan, Arc::clone(&left), Arc::clone(&outcome));
            tasks.spawn(async move {
                sleep_until(at(plan.from)).await;
                let _ = tokio::time::timeout_at(at(plan.to), work).await;
            });
        }
    }
    if scenario.foreign > 0 {
        let each = scenario.rules.quota.unwrap() * scenario.foreign / 100;
        others.spawn(foreign(api.clone(), each, fastrand::Rng::with_seed(seed + 1)));
    }
    match scenario.windows {
        Some(windows) => sleep(WINDOW * windows).await,
        None => while tasks.join_next().await.transpose().unwrap().is_some() {},
    }
    tasks.abort_all();
    while tasks.join_next().await.is_some() {}
    let outcomes = outcomes.iter().map(|outcome| std::mem::take(&mut *outcome.lock().unwrap()));
    (outcomes.collect(), api.log())
}

/// Returns the deviations from the expectation.
fn problems(scenario: &Scenario, outcomes: &[Outcome], log: &Log) -> (String, Vec<String>) {
    let expect = &scenario.expect;
    let mut wrong = Vec::new();
    let failed: Vec<&(Error, Duration)> = outcomes.iter().flat_map(|outcome| &outcome.failed).collect();
    for (error, _) in &failed {
        if !expect.failed.iter().any(|(kind, _)| *kind == error.kind()) {
            wrong.push(error.to_string());
        }
    }
    for (kind, range) in expect.failed {
        let count = failed.iter().filter(|(error, _)| error.kind() == *kind).count();
        if !range.contains(&count) {
            wrong.push(format!("{count} failed by {kind:?}"));
        }
    }
    for (error, took) in &failed {
        let told = scenario.rules.post.map_or(Duration::ZERO, |_| *took);
        let is_at_once = *took <= scenario.rules.latency.1 * 2 + told;
        if error.kind() == ErrorKind::RateLimit && !is_at_once {
            wrong.push(format!("told after {took:?}"));
        }
    }
    let full = log.windows.len().saturating_sub(1).max(1).min(log.windows.len());
    let percent = |part: u64, whole: u64| part as f64 * 100.0 / whole.max(1) as f64;
    let refused = |from: usize| {
        let windows = || log.windows[..full].iter().skip(from);
        let refused = windows().map(|window| window.refused).sum();
        percent(refused, windows().map(super::api::Window::used).sum::<u64>() + refused)
    };
    let quota = scenario.rules.quota.unwrap_or(0);
    let used = log.windows[..full].iter().map(|window| percent(window.used(), quota)).fold(100.0, f64::min);
    let seen = log.refused + log.windows.iter().map(|window| window.used() + window.refused).sum::<u64>();
    let done: usize = outcomes.iter().map(|outcome| outcome.done).sum();
    let share = expect.share.map_or(100.0, |(process, window, _)| percent(log.windows[window].by[process], quota));
    let measured = format!(
        "{done} done, {} failed, {seen} requests, {} windows, used {used:.1} %, refused {:.2} % (from the third {:.2} %), \
         share {share:.0} %",
        failed.len(),
        log.windows.len(),
        refused(0),
        refused(2),
    );
    let checks = [
        ("too few are used", used < expect.least_used),
        ("too many are refused", refused(0) > expect.most_refused),
        ("too many are refused from the third window on", refused(2) > expect.most_refused_from_third),
        ("not so many requests", expect.requests.is_some_and(|requests| requests != seen)),
        ("calls take too long", expect.longest.is_some_and(|(process, most)| outcomes[process].longest > most)),
        ("too small a share", expect.share.is_some_and(|(_, _, least)| share < least)),
    ];
    wrong.extend(checks.into_iter().filter(|(_, is_wrong)| *is_wrong).map(|(name, _)| name.to_owned()));
    (measured, wrong)
}

#[test]
fn nothing_fails_and_little_is_refused() {
    let seed =
        std::env::var("LIMITER_SEED").map_or_else(|_| fastrand::u64(..u64::MAX / 2), |seed| seed.parse().unwrap());
    let mut report = String::new();
    for (row, scenario) in table().iter().enumerate() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let seed_of_row = seed + row as u64;
        fastrand::seed(seed_of_row);
        let (outcomes, log) = runtime.block_on(run(scenario, seed_of_row));
        let (measured, mut wrong) = problems(scenario, &outcomes, &log);
        eprintln!("{}: {measured}", scenario.name);
        wrong.truncate(5);
        if !wrong.is_empty() {
            report += &format!("{}: {measured}\n  {}\n", scenario.name, wrong.join("\n  "));
        }
    }
    assert!(report.is_empty(), "LIMITER_SEED={seed}\n{report}");
}
