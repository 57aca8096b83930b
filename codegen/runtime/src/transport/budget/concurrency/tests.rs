use super::*;

/// Starts as many requests as allowed, all of which get a response one round trip later.
fn round(all: &mut Concurrency, now: Instant) -> u64 {
    let mut in_flight = 0;
    while all.admit(in_flight, now).is_ok() && in_flight < 1000 {
        in_flight += 1;
    }
    in_flight
}

#[tokio::test(start_paused = true)]
async fn slow_start_doubles_and_a_refusal_halves_once_a_round_trip() {
    let (mut all, mut now) = (Concurrency::default(), Instant::now());
    let mut seen = Vec::new();
    for _ in 0..5 {
        let in_flight = round(&mut all, now);
        seen.push(in_flight);
        now += Duration::from_millis(100);
        (0..in_flight).rev().for_each(|before| all.increase(before + 1, now));
    }
    // A response that finds the limit reached raises it, and one more request starts: in a loop of tasks that doubles
    // the limit.
    assert!(seen.is_sorted() && seen[0] == 1 && seen[4] >= 5, "{seen:?}");

    let sent = now;
    let in_flight = round(&mut all, now);
    now += Duration::from_millis(100);
    for _ in 0..in_flight {
        all.decrease(in_flight, now, sent);
    }
    assert_eq!(round(&mut all, now), in_flight / 2, "however many of them were refused");
    for expected in [in_flight / 4, 1, 1] {
        let (sent, n) = (now, round(&mut all, now));
        now += Duration::from_millis(100);
        all.decrease(n, now, sent);
        assert_eq!(round(&mut all, now), expected.max(1));
    }
    // One more for as many responses as there may be at once.
    for (responses, expected) in [(1, 2), (1, 2), (1, 3), (2, 3), (1, 4)] {
        for _ in 0..responses {
            let n = round(&mut all, now);
            all.increase(n, now);
        }
        assert_eq!(round(&mut all, now), expected);
    }
    all.increase(1, now);
    assert_eq!(round(&mut all, now), 4, "an unused limit does not grow");
}

#[tokio::test(start_paused = true)]
async fn it_stays_below_what_was_too_many_and_tries_again_in_the_end() {
    let (mut all, now) = (Concurrency { limit: 11, ..Concurrency::default() }, Instant::now());
    all.decrease(11, now, now);
    let mut responses = 0;
    let mut reached = Vec::new();
    for limit in 5..13 {
        while all.limit == limit {
            all.increase(limit, now);
            responses += 1;
        }
        reached.push(responses);
    }
    // 5 + 6 + … + 9 responses until 10, 320 until 11; the growth goes on in the same way.
    assert_eq!(reached, [5, 11, 18, 26, 35, 355, 366, 378]);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_says_nothing_holds_slow_start_up_for_seconds_only() {
    let (mut all, start) = (Concurrency::default(), Instant::now());
    let mut in_flight = 0;
    for (second, expected) in [(0, 1), (1, 2), (2, 4), (3, 8), (4, 16)] {
        let now = start + QUIET_TIMEOUT * second;
        while all.admit(in_flight, now).is_ok() {
            in_flight += 1;
        }
        assert_eq!((in_flight, all.admit(in_flight, now)), (expected, Err(Some(now + QUIET_TIMEOUT))));
    }
}

#[tokio::test(start_paused = true)]
async fn a_restart_keeps_what_a_refusal_taught() {
    let now = Instant::now();
    let mut all = Concurrency { limit: 32, ..Concurrency::default() };
    all.restart(2);
    assert_eq!(all.limit, 3);
    all.limit = 32;
    all.decrease(32, now, now);
    all.restart(0);
    assert_eq!(all.limit, 16);
}
