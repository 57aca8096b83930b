use super::*;

const fn others(in_flight: f64, round_trip: f64) -> Others {
    Others { in_flight, round_trip, counted: None }
}

#[test]
fn the_bound_follows_what_is_left_and_what_others_have_in_flight() {
    let rest = Duration::from_secs(20);
    // (left, others in flight, round trip in seconds, maximum in flight)
    for (left, in_flight, round_trip, expected) in [
        (450, 0.0, 0.1, 10),  // √450 / 2
        (3749, 0.0, 0.1, 37), // 2 · 3749 · 0.1 / 20: more than √3749 / 2, which is 30
        (3749, 9.0, 0.05, 30),
        (150, 30.0, 0.1, 2), // 150 / 62
        (16, 3.0, 0.1, 2),
        (4, 3.0, 0.1, 1),
        (1, 0.0, 0.1, 1),
        (0, 0.0, 0.1, 1),
        (u64::MAX, 0.0, 0.0, 2_147_483_648),
    ] {
        let bound = others(in_flight, round_trip).bound(left, rest);
        assert_eq!(bound, expected, "{left} left, {in_flight} others, {round_trip} s");
    }
    assert_eq!(others(0.0, 0.5).bound(90, Duration::from_millis(1)), 45, "at the end, half of it");
}

#[test]
fn the_last_ones_belong_to_those_who_have_as_many_in_flight() {
    for (left, in_flight, expected) in [(4, 3.0, false), (3, 3.0, true), (1, 0.4, false), (0, 0.0, true)] {
        assert_eq!(others(in_flight, 0.1).take_all_of(left), expected, "{left} left, {in_flight} others");
    }
    for (left, quota, expected) in [(6, 150, true), (5, 150, false), (1, 3, true), (0, 3, false), (149, 3749, true)] {
        assert_eq!(is_worth_a_try(left, quota), expected, "{left} of {quota}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_others_have_in_flight_is_their_rate_times_the_round_trip() {
    let (start, mut all) = (Instant::now(), Others::default());
    let at = |millis| start + Duration::from_millis(millis);
    // 40 requests a second, seen by one request at a time of 100 ms: four in flight.
    for (received, requests) in [(100, 10), (200, 14), (300, 18), (400, 22), (500, 26), (600, 30), (700, 34), (800, 38)]
    {
        all.observe(requests, at(received), at(received - 100));
    }
    assert!((3.9..=4.0).contains(&all.in_flight), "{all:?}");
    // A second in which this client was idle gives the same result.
    all.observe(78, at(1800), at(1700));
    assert!((3.9..=4.0).contains(&all.in_flight), "{all:?}");
    // Responses to one burst count once.
    let before = all.in_flight;
    all.observe(90, at(1801), at(1701));
    assert!((all.in_flight - before).abs() < f64::EPSILON);
    // They have stopped; a new window does not count backwards.
    all.observe(78, at(2000), at(1900));
    all.next_window();
    all.observe(0, at(2100), at(2000));
    all.observe(0, at(2200), at(2100));
    assert!(all.in_flight < 1.1, "{all:?}");
}
