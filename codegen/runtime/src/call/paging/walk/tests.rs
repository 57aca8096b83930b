use super::{Mark, Position, Walk};
use crate::{
    call::paging::ResumeToken,
    rt, sample,
    transport::{error::ErrorKind, request::Request},
    wire::{
        listing::PageInfo,
        spec::{ListStyle, Paging},
    },
};

static OFFSET: rt::Operation = list("v1.pets.list", Paging::Offset);
static CURSOR: rt::Operation = list("v1.pets.scroll", Paging::Cursor);
static LIST: rt::Operation = list("v1.pets.bare", Paging::List);
static SKIP: rt::Operation = list("v1.pets.slice", Paging::Skip);

const fn list(name: &'static str, paging: Paging) -> rt::Operation {
    rt::Operation {
        name,
        path: "/pets",
        paging: Some(paging),
        split: Some(rt::Split { lists: &["id:in"], whole: &["page", "after"] }),
        ..rt::Operation::new(&sample::API)
    }
}

fn request(operation: &'static rt::Operation, query: &[(&'static str, &str)]) -> Request {
    let mut request = sample::request(operation);
    for (name, text) in query {
        request.set_query(*name, *text);
    }
    request
}

fn walk(operation: &'static rt::Operation, query: &[(&'static str, &str)]) -> Walk {
    Walk::new(request(operation, query)).unwrap()
}

fn numbers(current: i64, total: i64) -> PageInfo<'static> {
    PageInfo { current_page: Some(current), total_pages: Some(total), ..PageInfo::default() }
}

fn cursors(end: Option<&'static str>, next: Option<&'static str>) -> PageInfo<'static> {
    PageInfo { end_cursor: end, next_link: next, ..PageInfo::default() }
}

#[test]
fn the_next_page_follows_from_what_the_last_one_tells() {
    let none = PageInfo::default;
    let page = Position::Number;
    let after = |cursor: &str| Position::After(cursor.to_owned());
    let (nothing, end) = (&[][..], || Position::End);
    for (operation, query, place, items, expected) in [
        // The totals decide, whatever else a page has.
        (&OFFSET, nothing, numbers(1, 3), 250, page(2)),
        (&OFFSET, nothing, numbers(1, 3), 7, page(2)),
        (&OFFSET, nothing, numbers(3, 3), 250, end()),
        (&OFFSET, nothing, numbers(1, 0), 0, end()),
        (&OFFSET, nothing, numbers(1, 3), 0, end()),
        (&OFFSET, &[("page", "7")], numbers(7, 9), 250, page(8)),
        // Without totals a page that is not full is the last.
        (&OFFSET, nothing, none(), 250, page(2)),
        (&OFFSET, nothing, none(), 249, end()),
        (&OFFSET, &[("limit", "10")], none(), 10, page(2)),
        (&OFFSET, &[("limit", "10")], none(), 9, end()),
        // Cursors are preferred to numbers, which are used if there is no cursor.
        (&CURSOR, nothing, PageInfo { end_cursor: Some("c"), ..numbers(1, 3) }, 250, after("c")),
        (&CURSOR, nothing, PageInfo { end_cursor: Some("c"), ..numbers(1, 1) }, 250, end()),
        (&CURSOR, nothing, numbers(1, 3), 250, page(2)),
        (&CURSOR, &[("page", "2")], numbers(2, 3), 250, page(3)),
        (&CURSOR, &[("after", "b")], cursors(Some("c"), None), 250, after("c")),
        (&CURSOR, &[("after", "b")], cursors(Some("c"), Some("")), 250, after("c")),
        (&CURSOR, &[("after", "b")], cursors(Some("c"), Some("?after=c")), 3, after("c")),
        (&CURSOR, &[("after", "b")], cursors(Some("c"), Some("")), 249, end()),
        (&CURSOR, &[("after", "b")], cursors(Some("c"), None), 249, end()),
        (&CURSOR, &[("after", "b")], cursors(None, None), 249, end()),
        (&CURSOR, &[("after", "b")], cursors(Some("c"), Some("?after=c")), 0, end()),
        (&CURSOR, &[("after", "b")], PageInfo { per_page: Some(100), ..cursors(Some("c"), None) }, 100, after("c")),
        // After a cursor, a full page without one is the last: a number would begin anew.
        (&CURSOR, &[("after", "b")], cursors(None, None), 250, end()),
        (&CURSOR, &[("after", "b")], cursors(Some(""), None), 250, end()),
        (&CURSOR, nothing, cursors(Some(""), None), 250, page(2)),
        // The items before a page count, however long the pages are; a link leads on from a short one.
        (&SKIP, nothing, none(), 250, Position::Skip(250)),
        (&SKIP, nothing, none(), 249, end()),
        (&SKIP, nothing, none(), 0, end()),
        (&SKIP, &[("offset", "500")], none(), 250, Position::Skip(750)),
        (&SKIP, &[("offset", "500")], cursors(None, Some("?offset=503")), 3, Position::Skip(503)),
        (&SKIP, &[("limit", "1000")], none(), 250, Position::Skip(250)),
        // A bare array ends with a page that is not full.
        (&LIST, nothing, none(), 250, page(2)),
        (&LIST, nothing, none(), 249, end()),
        (&LIST, nothing, none(), 0, end()),
        (&LIST, &[("page", "4"), ("limit", "50")], none(), 50, page(5)),
        // An API may return fewer items than requested: then only an empty page is the last.
        (&LIST, &[("limit", "1000")], none(), 250, page(2)),
        (&LIST, &[("limit", "1000")], none(), 0, end()),
    ] {
        let mut walk = walk(operation, query);
        walk.advance(place, items, || b"text").unwrap();
        assert_eq!(walk.mark().position, expected, "{}, {query:?}, {place:?}, {items}", operation.name);
    }
}

#[test]
fn a_walk_begins_where_its_request_does() {
    for (query, expected) in [
        (&[][..], "/pets?limit=250"),
        (&[("limit", "20")], "/pets?limit=20"),
        (&[("page", "3")], "/pets?limit=250&page=3"),
        (&[("after", "c 1")], "/pets?limit=250&after=c%201"),
        (&[("page", "3"), ("after", "c")], "/pets?limit=250&after=c"),
        (&[("name", "Noor"), ("page", "3")], "/pets?name=Noor&limit=250&page=3"),
    ] {
        assert_eq!(walk(&CURSOR, query).request().unwrap().target().unwrap(), expected);
    }
    let backwards = Walk::new(request(&CURSOR, &[("before", "c")])).unwrap_err();
    assert_eq!(backwards.kind(), ErrorKind::InvalidRequest);
    assert_eq!(backwards.to_string(), "v1.pets.scroll was not sent: before: pages are read forward: leave this out");
    let unpaged = Walk::new(request(&sample::LIST, &[])).unwrap_err();
    assert!(unpaged.to_string().contains("does not say how to get the next page"), "{unpaged}");
}

#[test]
fn the_parts_of_a_long_filter_follow_each_other() {
    let mut long = request(&OFFSET, &[]);
    long.set_filter("id:in", 100_000..100_400_i64, ListStyle::Comma);
    let mut walk = Walk::new(long).unwrap();
    let mut targets = Vec::new();
    while let Some(request) = walk.request() {
        let text = request.target().unwrap();
        targets.push((text.matches(',').count(), text.contains("&page=2")));
        walk.advance(numbers(if text.contains("page=2") { 2 } else { 1 }, 2), 250, || b"").unwrap();
    }
    // Of 2048 bytes, 256 are reserved, the server takes 38, and everything but the ids takes 22, which leaves room for
    // 247 ids of 7 bytes.
    assert_eq!(targets, [(246, false), (246, true), (152, false), (152, true)]);
}

#[test]
fn pages_that_come_again_are_noticed() {
    let mut cursor = walk(&CURSOR, &[]);
    cursor.advance(cursors(Some("c"), None), 250, || b"").unwrap();
    let error = cursor.advance(cursors(Some("c"), None), 250, || b"").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EndlessPages);
    // A response with another page than requested.
    let mut offset = walk(&OFFSET, &[]);
    offset.advance(numbers(1, 3), 250, || b"").unwrap();
    assert!(offset.advance(numbers(1, 3), 250, || b"").is_err());
}

#[test]
fn a_token_leads_back_to_its_place_in_its_list_alone() {
    let query = &[("name", "Noor"), ("limit", "20")][..];
    let token = |walk: &Walk, position| ResumeToken {
        operation: walk.operation().into(),
        filters: walk.filters(),
        mark: Mark { part: 0, position },
        skip: 3,
    };
    let of_page_7 = token(&walk(&OFFSET, query), Position::Number(7));
    let mut same = walk(&OFFSET, query);
    same.resume(&of_page_7).unwrap();
    assert_eq!(same.request().unwrap().target().unwrap(), "/pets?name=Noor&limit=20&page=7");
    // The starting point is not part of the fingerprint.
    walk(&OFFSET, &[("page", "2"), ("limit", "20"), ("name", "Noor")]).resume(&of_page_7).unwrap();
    for (operation, query, expected) in [
        (&CURSOR, query, "the resume token belongs to v1.pets.list"),
        (&OFFSET, &[("name", "Noor")], "with other filters or another page size"),
        (&OFFSET, &[("name", "Ines"), ("limit", "20")], "with other filters or another page size"),
    ] {
        let error = walk(operation, query).resume(&of_page_7).unwrap_err();
        assert!(error.kind() == ErrorKind::InvalidRequest && error.to_string().ends_with(expected), "{error}");
    }
    let beyond = ResumeToken { mark: Mark { part: 2, position: Position::First }, ..of_page_7.clone() };
    assert!(walk(&OFFSET, query).resume(&beyond).is_err());
}

#[test]
fn the_text_of_a_token_is_read_as_it_was_written() {
    for position in [
        Position::First,
        Position::Number(4_000),
        Position::Skip(0),
        Position::Skip(u64::MAX),
        Position::After(";=;%\n\"ü ".to_owned()),
        Position::After(String::new()),
        Position::End,
    ] {
        let is_at_end = position == Position::End;
        let mark = Mark { part: 2, position };
        let token = ResumeToken { operation: "v1.pets.list".into(), filters: u64::MAX, mark, skip: 17 };
        assert_eq!(token.to_string().parse(), Ok(token.clone()));
        let json = serde_json::to_string(&token).unwrap();
        assert_eq!(serde_json::from_str::<ResumeToken>(&json).unwrap(), token);
        assert_eq!((token.operation(), token.is_at_end()), ("v1.pets.list", is_at_end));
        assert_eq!(format!("{token:?}"), r#"ResumeToken { operation: "v1.pets.list", .. }"#);
    }
    // Users keep tokens longer than this version lives: neither the form nor the fingerprint may change.
    let mut pinned = walk(&OFFSET, &[("name", "Noor"), ("limit", "20"), ("page", "7")]);
    pinned.advance(numbers(7, 9), 20, || b"").unwrap();
    let token = ResumeToken {
        operation: pinned.operation().into(),
        filters: pinned.filters(),
        mark: pinned.mark().clone(),
        skip: 0,
    };
    assert_eq!(token.to_string(), "1;v1.pets.list;81c36d6d461cce07;0;0;page=8");
    for text in [
        "",
        "1",
        "1;a;f;0;0",
        "2;a;f;0;0;first",
        "1;a;g;0;0;first",
        "1;a;f;-1;0;first",
        "1;a;f;0;0;page=0",
        "1;a;f;0;0;page=x",
        "1;a;f;0;0;skip=-1",
        "1;a;f;0;0;before=c",
        "1;a;f;0;0;last",
    ] {
        let error = text.parse::<ResumeToken>().unwrap_err().to_string();
        assert_eq!(error, "not a resume token of this version of the client: begin at the first page", "{text}");
    }
}
