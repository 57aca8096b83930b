use super::*;

fn list(value: impl Into<Nullable<Vec<i64>>>) -> Nullable<Vec<i64>> {
    value.into()
}

fn text(value: impl Into<Nullable<String>>) -> Nullable<String> {
    value.into()
}

#[test]
fn setters_take_what_is_at_hand() {
    assert_eq!(list(None), Nullable::Null);
    assert_eq!(list([1, 2]), Nullable::Value(vec![1, 2]));
    assert_eq!(list([]), Nullable::Value(vec![]));
    assert_eq!(list(vec![]), Nullable::Value(vec![]));
    assert_eq!(list(&[3][..]), Nullable::Value(vec![3]));
    assert_eq!(list(Some(vec![4])), Nullable::Value(vec![4]));
    assert_eq!(list(Nullable::Absent), Nullable::Absent);
    assert_eq!(text(None), Nullable::Null);
    assert_eq!(text("x"), Nullable::Value("x".to_owned()));
    assert_eq!(text("x".to_owned()).as_deref(), Some("x"));
    let date = |value: Nullable<DateTime>| value;
    assert_eq!(date("2024-01-15".into()), date(DateTime::from("2024-01-15").into()));
    let owned = "2024-01-15".to_owned();
    assert_eq!(text(&owned).as_deref(), Some("2024-01-15"));
    assert_eq!(date((&owned).into()), date(DateTime::from("2024-01-15").into()));
    let day = |value: Nullable<Date>| value;
    assert_eq!(
        [day((&owned).into()), day(owned.into())],
        [day("2024-01-15".into()), day(Date::new(2024, 1, 15).into())]
    );
    let secret = |value: Nullable<Secret>| value;
    assert_eq!(secret((&"hush".to_owned()).into()), secret(Secret::from("hush").into()));
    let number = |value: Nullable<Number>| value;
    assert_eq!(number(5.into()), Nullable::Value(5.into()));
}

#[test]
fn null_and_values_are_read_and_written() {
    for (json, value) in [("null", Nullable::Null), ("5", Nullable::Value(5))] {
        assert_eq!(serde_json::from_str::<Nullable<i64>>(json).unwrap(), value);
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }
}

#[test]
fn tells_its_states_apart() {
    let states = [Nullable::Absent, Nullable::Null, Nullable::Value(1)];
    assert!(states.is_sorted() && Nullable::Value(1) < Nullable::Value(2));
    assert_eq!(states.each_ref().map(|state| state.is_absent()), [true, false, false]);
    assert_eq!(states.each_ref().map(|state| state.is_null()), [false, true, false]);
    assert_eq!(states.clone().map(Nullable::into_option), [None, None, Some(1)]);
    assert_eq!(states.map(|state| state.map(|n| n + 1)), [Nullable::Absent, Nullable::Null, Nullable::Value(2)]);
}
