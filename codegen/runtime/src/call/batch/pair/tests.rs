use serde_json::{Value, json};

use super::{pair, problems};
use crate::{sample, transport::sent_values::SentValues, types::secret::Secret};

fn places(key: &[&str], items: &Value, results: &Value) -> Vec<Option<Value>> {
    let items: Vec<&Value> = items.as_array().unwrap().iter().collect();
    pair(key, &items, results.as_array().unwrap().clone())
}

#[test]
fn results_belong_to_the_items_that_they_name() {
    let (a, b) = (|| json!({"id": 4, "name": "A"}), || json!({"id": 5, "name": "B"}));
    for (key, items, results, expected) in [
        (&["id"][..], json!([{"id": 4}, {"id": 5}]), json!([a(), b()]), vec![Some(a()), Some(b())]),
        (&["id"], json!([{"id": 5}, {"id": 4}]), json!([a(), b()]), vec![Some(b()), Some(a())]),
        (&["id"], json!([{"id": 5}, {"id": 4}, {"id": 6}]), json!([a()]), vec![None, Some(a()), None]),
        // The same item twice; a result without an item.
        (&["id"], json!([{"id": 4}, {"id": 4}]), json!([a()]), vec![Some(a()), None]),
        (&["id"], json!([{"id": 4}, {"id": 4}]), json!([a(), a()]), vec![Some(a()), Some(a())]),
        (&["id"], json!([{"id": 4}, {"id": 9}]), json!([b(), a()]), vec![Some(a()), None]),
        // Upper or lower case, as e-mail addresses are returned; several properties, some of which are left out.
        (&["name"], json!([{"name": "a"}, {"name": " b"}]), json!([b(), a()]), vec![Some(a()), Some(b())]),
        (&["id", "x"], json!([{"id": 5}, {"id": 4, "x": null}]), json!([a(), b()]), vec![Some(b()), Some(a())]),
        // Without such properties the order decides, if nothing is missing.
        (&[], json!([{"name": "x"}, {"name": "y"}]), json!([a(), b()]), vec![Some(a()), Some(b())]),
        (&[], json!([{"name": "x"}, {"name": "y"}]), json!([a()]), vec![None, None]),
        (&["sku"], json!([{"name": "x"}]), json!([a()]), vec![Some(a())]),
        // Items that are scalars.
        (&[], json!([7, 8, 9]), json!([9, 7]), vec![Some(json!(7)), None, Some(json!(9))]),
    ] {
        assert_eq!(places(key, &items, &results), expected, "{key:?} {items} {results}");
    }
}

#[test]
fn problems_are_told_by_the_index_in_their_keys() {
    let indices = |body: Value| -> Vec<(usize, String, String)> {
        let found = problems(&sample::API.problem, body.to_string().as_bytes(), &SentValues::default());
        found.into_iter().map(|(index, problem)| (index, problem.field, problem.text)).collect()
    };
    let one = |index: usize, field: &str, text: &str| vec![(index, field.to_owned(), text.to_owned())];
    for (body, expected) in [
        (json!({"errors": {"2.email": "taken"}}), one(2, "email", "taken")),
        (json!({"errors": {"1": "gone"}}), one(1, "", "gone")),
        (json!({"errors": {"0.a.b": ["x"]}}), one(0, "a.b", r#"["x"]"#)),
        (json!({"errors": {".pet_create": "x", "id": "y", "email.0": "z"}}), vec![]),
        (json!({"data": [], "errors": [{"status": 422, "errors": {"3": "gone"}}]}), one(3, "", "gone")),
        (json!({"errors": {}}), vec![]),
        (json!([{"errors": {"3": "gone"}}]), one(3, "", "gone")),
        (json!("3.email"), vec![]),
    ] {
        assert_eq!(indices(body.clone()), expected, "{body}");
    }
    assert!(problems(&sample::API.problem, b"<html>", &SentValues::default()).is_empty());

    // The text is one line, without secrets of the request.
    let body = json!({"errors": {"0.a\nsecret-7": "no secret-7"}}).to_string();
    let sent = sample::request(&sample::LIST).json(&Secret::from("secret-7")).sent_values();
    let found = problems(&sample::API.problem, body.as_bytes(), &sent);
    assert_eq!((found[0].1.field.as_str(), found[0].1.text.as_str()), ("a ***", "no ***"));
    // A field that the request does not have may be personal data.
    assert_eq!(format!("{:?}", found[0].1), r#"FieldProblem { field: "<key>", .. }"#);
}
