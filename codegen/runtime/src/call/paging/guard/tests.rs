use super::*;

/// Returns a page of items with these ids.
fn ids(ids: impl IntoIterator<Item = u64>) -> String {
    let items: Vec<String> = ids.into_iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
    format!("[{}]", items.join(","))
}

/// Returns two items that no other page of a list has.
fn page(number: u64) -> String {
    ids([2 * number, 2 * number + 1])
}

/// Returns at which page, from 1, and why the walk ends. Each page has the next cursor, the number of pages, and the
/// items.
fn end(pages: u64, page: impl Fn(u64) -> (Option<String>, Option<i64>, String)) -> Option<(u64, Endless)> {
    let mut guard = Guard::default();
    (1..=pages).find_map(|number| {
        let (cursor, total_pages, items) = page(number);
        let cursor = cursor.as_deref();
        let step = Step { cursor, number: i64::try_from(number).unwrap(), total_pages, items: items.as_bytes() };
        Some((number, guard.see(step)?))
    })
}

#[test]
fn a_circle_of_any_length_is_noticed() {
    // A page that leads to itself, two that lead to each other, longer cycles after a start that does not repeat.
    for (start, length) in [(0, 1), (0, 2), (1, 1), (3, 4), (20, 7), (5, 100)] {
        let number = |page: u64| if page <= start { 1_000 + page } else { (page - start) % length };
        let cursor = |page| Some(format!("c{}", number(page)));
        for (what, rounds, ended) in [
            // With any items.
            ("cursors", 1, end(1_000, |number| (cursor(number), None, page(number)))),
            ("items, by number", 1, end(1_000, |it| (None, Some(5_000), page(number(it))))),
            ("items, of unknown number", 3, end(1_000, |it| (None, None, page(number(it))))),
            ("items, by cursor", 3, end(1_000, |it| (Some(it.to_string()), None, page(number(it))))),
            ("items, while it grows", 3, end(1_000, |it| (None, Some(5_000 + it.pow(2) as i64), page(number(it))))),
            ("one item", 16, end(10_000, |it| (None, Some(50_000), ids([number(it)])))),
            (
                "different values",
                3,
                end(1_000, |it| (None, None, format!("{:?}", Vec::from_iter(number(it)..number(it) + 10)))),
            ),
            ("equal items", 16, end(10_000, |it| (None, None, ids([number(it); 2])))),
        ] {
            let (page, why) = ended.unwrap_or_else(|| panic!("{what} after {start}, {length} long"));
            assert_eq!(why, Endless::Repeated);
            assert!(page <= 3 * (start + length) + 1 + rounds * length, "{what} {start} {length}: {page}");
        }
    }
}

/// A pseudorandom number, the same each time.
fn dice(number: u64) -> u64 {
    digest(&number.to_le_bytes())
}

#[test]
fn an_honest_list_is_read_to_its_end() {
    let zeros = || String::from("[0,0,0]");
    for (what, ended) in [
        ("long", end(20_000, |it| (None, Some(20_001), page(it)))),
        ("long, by cursor", end(20_000, |it| (Some(it.to_string()), None, page(it)))),
        ("of unknown length", end(20_000, |it| (None, None, page(it)))),
        // New items are inserted at the front, as many as a page has: the same items come again.
        ("shifted once", end(50, |it| (None, Some(60 + i64::from(it > 5)), page(if it > 5 { it - 1 } else { it })))),
        ("shifted twice", end(50, |it| (None, None, page(it - u64::from(it > 5) - u64::from(it > 6))))),
        // Items that cannot be distinguished.
        ("two pages of counts", end(2, |_| (None, Some(3), zeros()))),
        ("ten pages of counts", end(10, |_| (None, None, zeros()))),
        ("flags, two a page", end(5_000, |it| (None, None, format!("[{},{}]", dice(it) & 1 == 1, dice(!it) & 1 == 1)))),
        ("counts, one a page", end(5_000, |it| (None, None, format!("[{}]", dice(it) % 3)))),
        // It grows while it is read: by a page for every second one, by one for each for a while, and by far more.
        ("slower", end(2_000, |it| (None, Some(1_001 + it as i64 / 2), page(it)))),
        ("as fast", end(150, |it| (None, Some(100 + it.min(90) as i64), page(it)))),
        ("faster", end(9_000, |it| (None, Some(3 + (it + it % 3).min(4_000) as i64 * 3), page(it)))),
        // The number of pages is nonsense, and the cursors go on.
        ("one page of one", end(20_000, |it| (Some(it.to_string()), Some(1), page(it)))),
        // It shrinks.
        ("deleted from", end(90, |it| (None, Some(200 - it as i64), page(it)))),
    ] {
        assert_eq!(ended, None, "{what}");
    }
}

#[test]
fn growth_without_end_is_noticed() {
    for (what, most, ended) in [
        ("by one", 101, end(1_000, |it| (None, Some(it as i64 + 1), page(it)))),
        ("by one, by cursor", 101, end(1_000, |it| (Some(it.to_string()), Some(it as i64 + 1), page(it)))),
        ("by seven", 101, end(1_000, |it| (None, Some(7 * it as i64 + 1), page(it)))),
        ("by one from a long list", 101, end(1_000, |it| (None, Some(it as i64 + 9_000), page(it)))),
        ("as it likes", 10_020, end(20_000, |it| (None, Some((it + 1 + it * it % 11) as i64), page(it)))),
        ("by two, each second time", 10_002, end(20_000, |it| (None, Some((it + 2 + it % 2) as i64), page(it)))),
        ("to the largest number", 101, end(1_000, |it| (None, Some(i64::MAX - 1_000 + it as i64), page(it)))),
    ] {
        let (page, why) = ended.unwrap_or_else(|| panic!("{what}"));
        assert_eq!(why, Endless::Growing, "{what}");
        assert!(page <= most, "{what}: {page}");
    }
}

#[test]
fn a_list_is_found_in_its_body() {
    for (key, body, expected) in [
        (None, "[1,2]", "[1,2]"),
        (Some("data"), r#"{"data":[1, 2],"meta":{"data":[3]}}"#, "[1, 2]"),
        (Some("data"), r#"{"meta":{},"d\u0061ta":[1,2]}"#, "[1,2]"),
        (Some("data"), r#"{"data":[1],"data":[2]}"#, "[2]"),
        (Some("data"), r#"{"meta":{}}"#, r#"{"meta":{}}"#),
        (Some("data"), "[1]", "[1]"),
        (Some("data"), "<html>", "<html>"),
    ] {
        assert_eq!(list_text(key, body.as_bytes()), expected.as_bytes(), "{body}");
    }
}
