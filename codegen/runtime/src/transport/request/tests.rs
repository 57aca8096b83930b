use super::*;
use crate::{
    sample::{DELETE, GET, Kind, LIST, ListPets, Pet, client, request},
    wire::spec::ListStyle,
};

fn refused(request: &Request) -> String {
    request.target().unwrap_err().to_string()
}

fn list(values: &[&str], style: ListStyle) -> Request {
    let mut request = request(&LIST);
    request.set_filter("x", values.iter().copied(), style);
    request
}

#[test]
fn queries_replace_each_other() {
    let mut request = request(&LIST);
    request.set_query("limit", 10_i64);
    request.set_filter("id:in", [4_i64, 5, 6], ListStyle::Comma);
    request.set_selection("include", [Kind::Cat], ListStyle::Comma);
    request.set_query("limit", 50_i64);
    assert_eq!(request.target().unwrap(), "/pets?limit=50&id:in=4,5,6&include=cat");
    request.set_selection("include", [Kind::Cat; 0], ListStyle::Comma);
    assert_eq!(request.target().unwrap(), "/pets?limit=50&id:in=4,5,6");
}

#[test]
fn lists_have_styles() {
    for (style, expected) in [
        (ListStyle::Comma, "/pets?x=a,b"),
        (ListStyle::Space, "/pets?x=a%20b"),
        (ListStyle::Pipe, "/pets?x=a%7Cb"),
        (ListStyle::Repeat, "/pets?x=a&x=b"),
    ] {
        assert_eq!(list(&["a", "b"], style).target().unwrap(), expected);
    }
    assert_eq!(list(&["a,b|c d"], ListStyle::Repeat).target().unwrap(), "/pets?x=a%2Cb%7Cc%20d".replace("%2C", ","));
}

#[test]
fn lists_that_would_mean_something_else_are_refused() {
    for style in [ListStyle::Comma, ListStyle::Space, ListStyle::Pipe, ListStyle::Repeat] {
        assert!(refused(&list(&[], style)).starts_with("x: an empty array, which would select everything"));
    }
    assert_eq!(
        refused(&list(&["a", "b,c"], ListStyle::Comma)),
        r#"x[1]: contains ",", which would split it into several elements"#
    );
    assert!(refused(&list(&["b|c"], ListStyle::Pipe)).starts_with("x[0]: contains"));
    assert_eq!(refused(&list(&["a", ""], ListStyle::Comma)), "x[1]: an empty element");
    assert_eq!(list(&["b|c"], ListStyle::Comma).target().unwrap(), "/pets?x=b%7Cc");
}

#[test]
fn the_first_problem_is_kept() {
    let mut request = request(&LIST);
    request.set_query(Param::new("limit").range(Some(1), Some(250)), 0_i64);
    request.set_query(Param::new("page").range(Some(1), None), 0_i64);
    assert_eq!(refused(&request), "limit: 0, must be 1 to 250");
}

#[test]
fn paths_take_their_parameters() {
    let get = |owner: &str| request(&GET).path("petId", 7_i64).path("owner", owner);
    assert_eq!(get("a/b").query("q", "1").target().unwrap(), "/pets/7/of/a%2Fb?q=1");
    assert_eq!(refused(&get("")), "owner: empty");
    assert!(refused(&get("..")).starts_with("owner: "));
    assert_eq!(refused(&request(&GET).path("petId", 7_i64)), "owner: missing from the path");
}

#[test]
fn guarded_operations_want_a_filter() {
    let filtered = |name: &str| request(&DELETE).query("name", name);
    assert!(refused(&request(&DELETE)).contains("set id:in or name, or call `.all()`"));
    assert!(refused(&request(&DELETE).query("other", "x")).contains(".all()"));
    assert!(refused(&filtered("")).contains(".all()"));
    assert_eq!(filtered("x").target().unwrap(), "/pets?name=x");
    let mut everything = request(&DELETE);
    everything.allow_all();
    assert_eq!(everything.target().unwrap(), "/pets");
}

#[test]
fn bodies_are_checked_and_serialized() {
    assert_eq!(request(&LIST).body, None);
    assert_eq!(request(&LIST).json(&Pet::new(1)).body.unwrap(), r#"{"id":1}"#.as_bytes());
    let pets = |count| request(&LIST).json_list_within((0..count).map(Pet::new), Limits::NONE.items(1, Some(2)));
    assert_eq!(pets(2).body.unwrap(), r#"[{"id":0},{"id":1}]"#.as_bytes());
    assert_eq!(refused(&pets(0)), "body: 0 items, must be 1 to 2");
    assert_eq!(refused(&pets(3)), "body: 3 items, must be 1 to 2");
}

#[test]
fn debug_shows_names_but_no_values() {
    let mut pet = Pet::new(1);
    pet.name = Some("Jane".to_owned());
    let request = request(&GET).path("petId", "Jane").query("email", "Jane").json(&pet);
    assert_eq!(
        format!("{request:?}"),
        r#"Request { operation: "v1.pets.get", method: Get, path: "/pets/{petId}/of/{owner}", parameters: ["petId", "email"], body: Some("<22 bytes>"), .. }"#
    );
}

#[test]
fn everything_can_move_to_another_thread() {
    fn assert_portable<T: Send + Unpin + 'static>(value: T) -> T {
        value
    }
    let client = assert_portable(client().unwrap());
    let request = assert_portable(Request::new(&client.core, &LIST));
    let call = assert_portable(ListPets(request).into_future());
    assert_eq!(format!("{call:?}"), r#"CallFuture { operation: "v1.pets.list", .. }"#);
}
