//! Digits that are a phone number in one place and an id in another.

use super::leaks::assert_clean;
use super::*;

/// A response with this value at the JSON pointer.
fn response(request: &str, pointer: &str, value: &Value) -> Recording {
    let names: Vec<&str> = pointer.split('/').skip(1).collect();
    let body = names.iter().rev().fold(value.clone(), |inner, name| match *name {
        "0" => json!([inner]),
        name => json!({ name: inner }),
    });
    exchanged(request, 200, body)
}

#[test]
fn digits_of_persons_are_replaced_whatever_the_spec_allows() {
    for (request, pointer, digits) in [
        ("GET /v2/customers", "/0/phone", "4930901820"),
        ("GET /v2/customers/5", "/phone", "4930901820"),
        ("GET /v2/customers/5", "/form_fields/0/value", "12345678901"),
        ("GET /v2/customers/5/addresses/6", "/zip", "89073"),
        ("GET /v2/customers/5/addresses/6", "/phone", "4930901820"),
        ("GET /v2/customers/5/addresses/6", "/form_fields/0/value", "12345678901"),
        ("GET /v3/customers", "/data/0/form_fields/0/value", "98765432101"),
        ("GET /v3/customers", "/data/0/addresses/0/form_fields/0/value", "98765432101"),
        ("GET /v3/customers", "/data/0/addresses/0/postal_code", "89073"),
        ("GET /v3/customers/addresses", "/data/0/form_fields/0/value", "98765432101"),
        ("GET /v3/customers/form-field-values", "/data/0/value", "98765432101"),
    ] {
        let number: Value = serde_json::from_str(digits).unwrap();
        for (value, is) in [(json!(digits), "text"), (number, "number"), (json!([digits]), "list")] {
            let planted = response(request, pointer, &value);
            assert_clean(vec![planted.clone()], &[digits]);
            let new = at(&one(planted), &format!("/response/body{pointer}"));
            let new = match &new {
                Value::Array(items) => items[0].as_str().unwrap().to_owned(),
                Value::String(text) => text.clone(),
                number => number.to_string(),
            };
            assert!(new.len() == digits.len() && pattern::is_number(&new), "{pointer} as {is}: {new}");
        }
    }
}

#[test]
fn the_same_digits_are_the_same_everywhere() {
    let digits = "2025550177";
    let out = scrub(
        spec(),
        vec![
            response("GET /v2/customers?phone=2025550177", "/0/phone", &json!(digits)),
            response("GET /v2/customers/5/addresses/6", "/phone", &json!(2_025_550_177_i64)),
            exchanged(
                "GET /v2/customers/5",
                422,
                json!([{"status": 422, "message": "phone '2025550177' or (202) 555-0177 is taken"}]),
            ),
        ],
        &secrets(),
    );
    let new = at(&out[0], "/response/body/0/phone").as_str().unwrap().to_owned();
    assert_ne!(new, digits);
    assert_eq!(at(&out[0], "/request/query"), json!(format!("phone={new}")));
    assert_eq!(at(&out[1], "/response/body/phone").to_string(), new);
    let grouped = format!("({}) {}-{}", &new[..3], &new[3..6], &new[6..]);
    assert_eq!(at(&out[2], "/response/body/0/message"), json!(format!("phone '{new}' or {grouped} is taken")));
}

#[test]
fn numbers_in_messages_are_texts_like_others() {
    let planted = exchanged(
        "GET /v3/customers",
        422,
        json!({"status": 422, "title": 731_901_820, "errors": {"0.phone": 731_901_820, "1.id": 12}}),
    );
    assert_clean(vec![planted.clone()], &["731901820"]);
    let scrubbed = one(planted);
    assert!(at(&scrubbed, "/response/body/title").is_number());
    assert_eq!(at(&scrubbed, "/response/body/errors/1.id"), json!(12));
    assert_eq!(at(&scrubbed, "/response/body/title"), at(&scrubbed, "/response/body/errors/0.phone"));
}
