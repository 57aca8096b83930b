use super::*;

const WINDOW: Duration = Duration::from_secs(30);

fn limit(quota: u64, left: u64, reset: u64) -> RateLimit {
    RateLimit { quota, left, reset: Duration::from_millis(reset), window: WINDOW }
}

struct Clock(Instant);

impl Clock {
    fn at(&self, millis: u64) -> Instant {
        self.0 + Duration::from_millis(millis)
    }

    fn seen(&self, sent: u64, now: u64, in_flight: u64) -> Seen {
        Seen { now: self.at(now), sent: self.at(sent), in_flight, refused: false }
    }
}

/// A window of 150 that began at 0, with one request of this client.
fn window(clock: &Clock) -> Window {
    Window::new(&limit(150, 149, 30_000), clock.seen(0, 0, 1))
}

#[tokio::test(start_paused = true)]
async fn responses_correct_what_is_known_and_late_ones_do_not() {
    let (clock, others) = (Clock(Instant::now()), &mut Others::default());
    // (what a response says, sent, received; then: left, end)
    let rows = [
        ("an earlier end is the better guess", limit(150, 140, 29_000), 900, 950, 140, 29_950),
        ("and never later than before", limit(150, 139, 29_000), 960, 1_000, 139, 29_950),
        ("of a burst the least that is left is true", limit(150, 141, 28_900), 900, 1_050, 139, 29_950),
        ("but a later request is right", limit(150, 145, 27_940), 2_000, 2_010, 145, 29_950),
        ("a quota can change", limit(450, 440, 26_950), 2_000, 3_000, 440, 29_950),
        ("the next window", limit(450, 449, 30_000), 30_500, 30_600, 449, 60_600),
        ("a response to a request of the last one", limit(450, 3, 100), 29_000, 30_650, 449, 60_600),
        // 20 s later a response says that the window has just begun, which is wrong.
        ("a lie", limit(450, 400, 30_000), 50_000, 50_600, 400, 80_600),
        ("is believed by nobody who asked before it", limit(450, 399, 9_900), 50_100, 50_700, 400, 80_600),
        ("and corrected by who asked after it", limit(450, 398, 9_500), 51_000, 51_100, 398, 60_600),
    ];
    let mut window = window(&clock);
    for (name, limit, sent, now, left, end) in rows {
        window.observe(&limit, clock.seen(sent, now, 5), others, 0.5);
        assert_eq!((window.left, window.end), (left, clock.at(end)), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_waits_for_a_response_or_the_end_or_not_at_all() {
    let clock = Clock(Instant::now());
    let now = clock.at(10_000);
    let end = clock.at(30_000);
    let others = |in_flight| Others { in_flight, ..Others::default() };
    let shared = |left| Window { left, shared: true, leftovers_at: clock.at(25_000), ..window(&clock) };
    let alone = |left| Window { left, ..window(&clock) };
    for (name, window, in_flight, reserved, others, now, expected) in [
        ("alone, at full speed", alone(149), 31, 0, others(0.0), now, Turn::Now),
        ("to the last one", alone(32), 31, 0, others(0.0), now, Turn::Now),
        ("and no further, as far as is known", alone(32), 32, 0, others(0.0), now, Turn::Response(Some(end))),
        ("nothing is left", alone(0), 0, 0, others(0.0), now, Turn::At(end)),
        ("less what is reserved", alone(32), 0, 32, others(0.0), now, Turn::At(end)),
        ("shared: six at once", shared(149), 5, 0, others(0.0), now, Turn::Now),
        ("and not seven", shared(149), 6, 0, others(0.0), now, Turn::Response(None)),
        ("nor so many beside others", shared(149), 4, 0, others(20.0), now, Turn::Response(None)),
        ("the last ones are theirs", shared(5), 0, 0, others(5.0), now, Turn::At(end)),
        ("leftovers are left to them for a time", shared(6), 0, 0, others(9.0), now, Turn::At(clock.at(25_000))),
        ("but not in the end", shared(6), 0, 0, others(9.0), clock.at(25_000), Turn::Now),
        ("one at a time", shared(60), 1, 0, others(99.0), clock.at(25_000), Turn::Response(None)),
        ("all is reserved", alone(149), 0, 150, others(0.0), now, Turn::Never(end)),
    ] {
        assert_eq!(window.turn(now, in_flight, reserved, &others), expected, "{name}");
    }
    // The window after that: one request tests it.
    let mut next = alone(149);
    assert_eq!(next.roll(clock.at(29_999), 0, &others(0.0), 0.5), None);
    assert_eq!(next.roll(clock.at(30_000), 0, &others(0.0), 0.5), Some(false));
    let turn = |next: &Window, in_flight| next.turn(clock.at(30_000), in_flight, 150, &others(0.0));
    assert_eq!((turn(&next, 0), turn(&next, 1)), (Turn::Now, Turn::Response(None)));
    assert_eq!(next.roll(clock.at(90_000), 0, &others(0.0), 0.5), Some(true), "a whole window has passed unseen");
}

#[tokio::test(start_paused = true)]
async fn a_queue_takes_as_many_windows_as_its_length_needs() {
    let clock = Clock(Instant::now());
    let window = Window { left: 10, ..window(&clock) };
    let now = clock.at(10_000);
    // (ahead, reserved, earliest time)
    for (ahead, reserved, expected) in [
        (0, 0, None),
        (9, 0, None),
        (10, 0, Some(30)),
        (159, 0, Some(30)),
        (160, 0, Some(60)),
        (309, 0, Some(60)),
        (310, 0, Some(90)),
        (0, 10, Some(30)),
        (140, 10, Some(60)),
        (u64::MAX, 0, Some(24 * 3600 + 30)),
    ] {
        let expected = expected.map_or(Turn::Now, |seconds| Turn::At(clock.at(seconds * 1000)));
        assert_eq!(window.earliest(now, ahead, reserved), expected, "{ahead} {reserved}");
    }
    assert_eq!(window.earliest(now, 0, 150), Turn::Never(clock.at(30_000)));
    assert_eq!(window.earliest(clock.at(30_000), 0, 150), Turn::Now, "one may ask again");
    assert_eq!(window.earliest(clock.at(30_000), 149, 0), Turn::Now);
    assert_eq!(window.earliest(clock.at(30_000), 150, 0), Turn::At(clock.at(60_000)));
}
