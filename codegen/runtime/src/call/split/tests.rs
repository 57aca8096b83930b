use crate::{
    rt, sample,
    transport::request::{Param, Request},
    wire::spec::ListStyle,
};

static PETS: rt::Operation = rt::Operation {
    name: "v1.pets.delete",
    path: "/pets",
    split: Some(rt::Split { lists: &["id:in", "name:in"], whole: &["page", "sort"] }),
    ..rt::Operation::new(&sample::API)
};

static PAGED: rt::Operation = rt::Operation { paging: Some(rt::Paging::Offset), ..PETS_AGAIN };
const PETS_AGAIN: rt::Operation = rt::Operation {
    name: "v1.pets.list",
    path: "/pets",
    split: Some(rt::Split { lists: &["id:in", "name:in"], whole: &["page", "sort"] }),
    ..rt::Operation::new(&sample::API)
};

fn with_ids(operation: &'static rt::Operation, ids: impl IntoIterator<Item = i64>) -> Request {
    let mut request = sample::request(operation);
    request.set_filter("id:in", ids, ListStyle::Comma);
    request
}

fn texts(parts: &[Request], name: &str) -> Vec<String> {
    parts.iter().map(|part| part.query_text(name).unwrap_or_default().to_owned()).collect()
}

fn url_length(part: &Request) -> usize {
    part.core().url_of(part.operation(), &[]).unwrap().as_str().len() + part.target().unwrap().len()
}

#[test]
fn a_list_is_divided_so_that_each_url_fits() {
    let ids = || 100_000..101_000;
    for (operation, most) in [(&PETS, 2048), (&PAGED, 2048 - 256)] {
        let parts = with_ids(operation, ids()).into_parts().unwrap();
        let lengths: Vec<_> = parts.iter().map(url_length).collect();
        assert!(lengths.iter().all(|length| *length <= most), "{lengths:?}");
        // None of them could take one more, except the last.
        assert!(lengths.split_last().unwrap().1.iter().all(|length| length + 7 > most), "{lengths:?}");
        let all: Vec<String> = texts(&parts, "id:in").iter().flat_map(|text| text.split(',')).map(Into::into).collect();
        assert_eq!(all, ids().map(|id| id.to_string()).collect::<Vec<_>>());
    }
}

#[test]
fn what_fits_is_one_call() {
    assert_eq!(with_ids(&PETS, 1..=100).into_parts().unwrap().len(), 1);
    assert_eq!(sample::request(&PETS).into_parts().unwrap().len(), 1);
    // An element of any length fills a URL to the last byte; with one more there are two calls.
    let with_names = |length: usize| {
        let mut request = sample::request(&PETS);
        let names = ["a".to_owned(), "x".repeat(length)];
        request.set_filter("name:in", names, ListStyle::Comma);
        request
    };
    let fits = 2049 - url_length(&with_names(1));
    assert_eq!(with_names(fits).into_parts().unwrap().len(), 1);
    assert_eq!(with_names(fits + 1).into_parts().unwrap().len(), 2);
}

#[test]
fn an_element_that_comes_twice_is_asked_for_once() {
    let parts = with_ids(&PETS, (0..2_000).map(|id| 100 + id % 500)).into_parts().unwrap();
    let all: Vec<String> = texts(&parts, "id:in").iter().flat_map(|text| text.split(',')).map(Into::into).collect();
    assert_eq!(all.len(), 500);
}

#[test]
fn two_long_lists_are_paired_part_by_part() {
    let mut request = with_ids(&PETS, 1_000..1_400);
    let names = (0..200).map(|name| format!("pet number {name}"));
    request.set_filter("name:in", names, ListStyle::Comma);
    request.set_query("limit", 50_i64);
    let parts = request.into_parts().unwrap();
    assert!(parts.iter().all(|part| url_length(part) <= 2048 && part.query_text("limit") == Some("50")));
    let pairs: std::collections::HashSet<_> = parts
        .iter()
        .flat_map(|part| {
            let ids = part.query_text("id:in").unwrap().split(',');
            ids.flat_map(|id| part.query_text("name:in").unwrap().split(',').map(move |name| (id, name)))
        })
        .collect();
    assert_eq!(pairs.len(), 400 * 200);
    // Each array fills about half of a URL: neither is split into single elements because of the other.
    let (ids, names) = (5 * 400, "pet%20number%20100,".len() * 200);
    assert!(parts.len() <= (ids / 850 + 1) * (names / 850 + 1), "{}", parts.len());
}

#[test]
fn an_order_or_a_page_of_the_whole_cannot_be_had_in_parts() {
    for name in ["page", "sort"] {
        let mut long = with_ids(&PAGED, 100_000..101_000);
        long.set_query(name, 2_i64);
        let refused = long.into_parts().unwrap_err().to_string();
        assert_eq!(
            refused,
            format!("id:in: too long for one call, and `{name}` cannot be applied to several: leave that out")
        );
        let mut short = with_ids(&PAGED, 1..10);
        short.set_query(name, 2_i64);
        assert_eq!(short.into_parts().unwrap().len(), 1);
    }
}

#[test]
fn what_cannot_be_divided_goes_as_it_is() {
    // An array that no document allows to split, and one with a single long element.
    let mut other = sample::request(&PETS);
    other.set_filter("tag:in", 0..2_000_i64, ListStyle::Comma);
    assert_eq!(other.into_parts().unwrap().len(), 1);
    let mut single = sample::request(&PETS);
    single.set_filter("name:in", ["x".repeat(3_000)], ListStyle::Comma);
    assert_eq!(single.into_parts().unwrap().len(), 1);
    let mut long = sample::request(&PETS);
    let names = ["x".repeat(3_000), "y".to_owned(), "z".to_owned()];
    long.set_filter("name:in", names, ListStyle::Comma);
    let texts = texts(&long.into_parts().unwrap(), "name:in");
    assert_eq!(texts.iter().map(String::len).collect::<Vec<_>>(), [3_000, 3]);
}

#[test]
fn what_breaks_its_limits_is_refused_first() {
    let mut request = with_ids(&PETS, 0..2_000);
    request.set_query(Param::new("limit").range(Some(1), None), 0_i64);
    assert_eq!(request.into_parts().unwrap_err().to_string(), "limit: 0, must be at least 1");
}
