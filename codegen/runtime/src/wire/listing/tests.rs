use super::{Listing, Page, PageInfo};
use crate::{
    rt,
    types::{empty::Empty as _, nullable::Nullable},
};

#[derive(Clone, Debug, PartialEq)]
struct Pets {
    pets: Vec<i64>,
    meta: Meta,
}

#[derive(Clone, Debug, PartialEq)]
struct Meta {
    numbers: Option<Numbers>,
    cursors: Nullable<Cursors>,
}

#[derive(Clone, Debug, PartialEq)]
struct Numbers {
    total: i64,
    count: Option<i64>,
    number: i64,
    pages: Nullable<i64>,
}

#[derive(Clone, Debug, PartialEq)]
struct Cursors {
    end: Option<String>,
    next: String,
}

rt::listing! { Pets: pets "pets" [i64] }

rt::page! {
    Pets {
        current_page(meta.numbers?.number),
        total_pages(meta.numbers?.pages?),
        total(meta.numbers?.total),
        count(meta.numbers?.count?),
        end_cursor(meta.cursors?.end?),
        next_link(meta.cursors?.next),
        cursors(meta.cursors),
    }
}

fn page() -> Pets {
    let numbers = Numbers { total: 9, count: Some(3), number: 2, pages: Nullable::Value(3) };
    let cursors = Cursors { end: Some("c6".to_owned()), next: "?after=c6".to_owned() };
    Pets { pets: vec![4, 5, 6], meta: Meta { numbers: Some(numbers), cursors: Nullable::Value(cursors) } }
}

#[test]
fn a_page_tells_its_place_as_far_as_it_knows() {
    let (all, mut some, mut none) = (page(), page(), page());
    let expected = PageInfo {
        current_page: Some(2),
        total_pages: Some(3),
        per_page: None,
        end_cursor: Some("c6"),
        next_link: Some("?after=c6"),
    };
    assert_eq!(all.info(), expected);
    let numbers = some.meta.numbers.as_mut().unwrap();
    (numbers.pages, some.meta.cursors) = (Nullable::Null, Nullable::Null);
    assert_eq!(some.info(), PageInfo { current_page: Some(2), ..PageInfo::default() });
    (none.meta.numbers, none.meta.cursors) = (None, Nullable::Absent);
    assert_eq!(none.info(), PageInfo::default());
    assert_eq!(vec![1].info(), PageInfo::default());
}

#[test]
fn pages_become_one() {
    let mut whole = page();
    whole.add_items(vec![7, 8]);
    whole.set_merged_totals();
    let numbers = Numbers { total: 5, count: Some(5), number: 1, pages: Nullable::Value(1) };
    assert_eq!(whole.items(), [4, 5, 6, 7, 8]);
    assert_eq!(whole.meta, Meta { numbers: Some(numbers), cursors: Nullable::empty() });
    assert_eq!(whole.into_items().len(), 5);

    let mut bare = vec![1];
    bare.add_items(vec![2]);
    bare.set_merged_totals();
    assert_eq!((bare.items(), Pets::KEY, Vec::<i64>::KEY), (&[1, 2][..], Some("pets"), None));
}
