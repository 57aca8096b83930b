use super::{Listing, Page, PageInfo, Paged};
use crate::types::nullable::Nullable;

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

impl Listing for Pets {
    type Item = i64;

    const KEY: Option<&'static str> = Some("pets");

    fn items(&self) -> &[i64] {
        &self.pets
    }

    fn items_mut(&mut self) -> &mut Vec<i64> {
        &mut self.pets
    }
}

impl Paged for Pets {
    fn info(&self) -> PageInfo<'_> {
        Paged::info(&self.meta)
    }

    fn renumber(&mut self, items: i64) {
        Paged::renumber(&mut self.meta, items);
    }
}

impl Paged for Meta {
    fn info(&self) -> PageInfo<'_> {
        PageInfo {
            current_page: self.numbers.as_ref().map(|it| it.number),
            total_pages: self.numbers.as_ref().and_then(|it| it.pages.value().copied()),
            end_cursor: self.cursors.value().and_then(|it| it.end.as_deref()),
            next_link: self.cursors.value().map(|it| it.next.as_str()),
            ..PageInfo::default()
        }
    }

    fn renumber(&mut self, items: i64) {
        if let Some(it) = self.numbers.as_mut() {
            it.number = 1;
            it.total = items;
            if let Some(number) = it.pages.value_mut() {
                *number = 1;
            }
            if let Some(number) = it.count.as_mut() {
                *number = items;
            }
        }
        self.cursors = Nullable::Absent;
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
    assert_eq!(whole.meta, Meta { numbers: Some(numbers), cursors: Nullable::Absent });
    assert_eq!(whole.into_items().len(), 5);

    let mut bare = vec![1];
    bare.add_items(vec![2]);
    bare.set_merged_totals();
    assert_eq!((bare.items(), Pets::KEY, Vec::<i64>::KEY), (&[1, 2][..], Some("pets"), None));
}
