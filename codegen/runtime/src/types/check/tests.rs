use super::*;
use crate::{
    sample::{Ball, Owner, Pet, Toy},
    types::nullable::Nullable,
};

const BODY: At<'static> = At::Root("body");

fn problem(value: &impl Check, limits: Limits) -> Option<String> {
    value.check(limits, BODY).err().map(|violation| violation.to_string())
}

fn pet(change: impl FnOnce(&mut Pet)) -> Pet {
    let mut pet = Pet::new(1);
    change(&mut pet);
    pet
}

#[test]
fn paths_lead_to_the_value() {
    let nameless = || Owner { name: String::new(), phone: None, rest: [].into(), ..crate::rt::Empty::empty() };
    for (pet, expected) in [
        (pet(|_| {}), None),
        (pet(|p| p.name = Some(String::new())), Some("body[1].name: 0 characters, must be 3 to 5")),
        (pet(|p| p.name = Some("ééééé".into())), None),
        (pet(|p| p.name = Some("éééééé".into())), Some("body[1].name: 6 characters, must be 3 to 5")),
        (pet(|p| p.chip = "".into()), Some("body[1].chip: 0 characters, must be at least 1")),
        (pet(|p| p.chip = None.into()), None),
        (pet(|p| p.price = Some((-1).into())), Some("body[1].price: -1, must be at least 0")),
        (pet(|p| p.tags = Nullable::Null), None),
        (pet(|p| p.tags = vec![String::new(); 3].into()), Some("body[1].tags: 3 items, must be 0 to 2")),
        (
            pet(|p| p.tags = ["a".to_owned(), String::new()].into()),
            Some("body[1].tags[1]: 0 characters, must be 1 to 4"),
        ),
        (pet(|p| p.owner = Some(nameless().into())), Some("body[1].owner.name: 0 characters, must be at least 1")),
        (
            pet(|p| {
                p.toys = Some(vec![
                    Toy::Ball(Ball { radius: 0, ..crate::rt::Empty::empty() }),
                    Toy::Owned(nameless().into()),
                ])
            }),
            Some("body[1].toys[1].name: 0 characters, must be at least 1"),
        ),
    ] {
        assert_eq!(problem(&vec![Pet::new(0), pet], Limits::NONE).as_deref(), expected);
    }
}

#[derive(Clone, PartialEq)]
struct Weights {
    unit: String,
    rest: Map<f64>,
    _unknown_fields: crate::rt::UnknownFields,
}

crate::rt::object! { Weights { unit: "unit" required, ..rest, } }

#[test]
fn values_without_a_field_are_checked_too() {
    for (key, value, expected) in [
        ("cat", 4.5, None),
        ("cat", f64::NAN, Some("body.cat: not a finite number")),
        // The key may be personal data.
        ("jane@example.com", f64::NAN, Some("body.<key>: not a finite number")),
    ] {
        let rest = [("ant".to_owned(), 0.001), (key.to_owned(), value)].into();
        let weights = Weights { unit: "kg".to_owned(), rest, ..crate::rt::Empty::empty() };
        assert_eq!(problem(&weights, Limits::NONE).as_deref(), expected, "{key} {value}");
    }
}

#[test]
fn each_kind_of_limit_says_what_it_wants() {
    let none = Limits::NONE;
    assert_eq!(problem(&300_i64, none.range(Some(1), Some(250))).unwrap(), "body: 300, must be 1 to 250");
    assert_eq!(problem(&0.5, none.range(Some(1), None)).unwrap(), "body: 0.5, must be at least 1");
    assert_eq!(problem(&5_i32, none.range(None, Some(4))).unwrap(), "body: 5, must be at most 4");
    assert_eq!(problem(&4_i32, none.range(None, Some(4))), None);
    assert_eq!(problem(&f64::NAN, none).unwrap(), "body: not a finite number");
    assert_eq!(problem(&Vec::<i64>::new(), none.items(1, Some(10))).unwrap(), "body: 0 items, must be 1 to 10");
    assert_eq!(problem(&"x".to_owned(), none.chars(2, Some(2))).unwrap(), "body: 1 character, must be 2");
    assert_eq!(problem(&true, none.range(Some(5), None)), None);
}
