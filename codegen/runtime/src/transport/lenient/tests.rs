use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};

use super::*;
use crate::{
    rt,
    sample::{API, Pet},
    transport::response::ResponseMeta,
};

#[derive(Clone, PartialEq)]
struct PetPage {
    data: Vec<Pet>,
    total: crate::types::number::Number,
    rest: rt::Map<Json>,
    _unknown_fields: crate::rt::UnknownFields,
}

rt::object! { PetPage { data: "data" required, total: "total" required, ..rest, } }

fn response(body: &str) -> RawResponse {
    let meta = ResponseMeta::new(&API, StatusCode::OK, HeaderMap::new());
    RawResponse::new(meta, Bytes::copy_from_slice(body.as_bytes()))
}

/// Returns the ids that were decoded, and what was set aside.
fn page(items: &str) -> (Vec<i64>, Vec<Rejected>) {
    let json = format!(r#"{{"data":[{items}],"total":1.50,"more": {{"a" : 1.10}}}}"#);
    let (page, rejected) = response(&json).json_lenient::<Pet, PetPage>(Some("data")).unwrap();
    // Everything outside of the array is unchanged.
    assert_eq!((page.total.to_string().as_str(), page.rest["more"].get()), ("1.50", r#"{"a" : 1.10}"#));
    (page.data.iter().map(|pet| pet.id).collect(), rejected)
}

fn text(failure: DecodeFailure) -> String {
    format!("{}: {}", failure.path.unwrap_or_default(), failure.message)
}

/// Returns the lenient error, and the strict one.
fn failed(json: &str, list: Option<&str>) -> (String, String) {
    let response = response(json);
    match list {
        Some(_) => (
            text(response.json_lenient::<Pet, PetPage>(list).map(|_| ()).unwrap_err()),
            text(response.json::<PetPage>().map(|_| ()).unwrap_err()),
        ),
        None => (
            text(response.json_lenient::<Pet, Vec<Pet>>(list).map(|_| ()).unwrap_err()),
            text(response.json::<Vec<Pet>>().map(|_| ()).unwrap_err()),
        ),
    }
}

#[test]
fn the_others_arrive() {
    for (items, ids, expected) in [
        ("", &[][..], &[][..]),
        (r#"{"id":1},{"id":2}"#, &[1, 2], &[]),
        (r#"{"id":"x"},{"id":2},{"id":3}"#, &[2, 3], &["0 data[0].id: invalid type: string, expected i64"]),
        (r#"{"id":1},{"id":2.5},{"id":3}"#, &[1, 3], &["1 data[1].id: invalid type: floating point, expected i64"]),
        (r#"{"id":1},{"id":2},{}"#, &[1, 2], &["2 data[2]: missing field `id`"]),
        (
            r#"7,{"id":[2],"tags":["a"]},null,[{"id":3}]"#,
            &[],
            &[
                "0 data[0]: invalid type: integer, expected an object (Pet)",
                "1 data[1].id: invalid type: sequence, expected i64",
                "2 data[2]: invalid type: null, expected an object (Pet)",
                "3 data[3]: invalid type: sequence, expected an object (Pet)",
            ],
        ),
        (
            r#"{"id":1,"owner":{"name":"n","phone":null,"jane":[]}}"#,
            &[],
            &["0 data[0].owner.*: invalid type: sequence, expected a string or a number"],
        ),
    ] {
        let (arrived, rejected) = page(items);
        assert_eq!(arrived, ids, "{items}");
        let rejected: Vec<_> = rejected.iter().map(|item| format!("{} {item}", item.index())).collect();
        assert_eq!(rejected, expected, "{items}");
    }
}

#[test]
fn a_body_may_be_as_deep_as_serde_json_reads() {
    for (depth, expected) in [(DEEPEST, Some(1)), (DEEPEST + 1, None)] {
        let nested = format!("{}{}", "[".repeat(depth - 2), "]".repeat(depth - 2));
        let json = format!(r#"[{{"id":"x"}},{{"id":2,"more":{nested}}}]"#);
        let arrived = response(&json).json_lenient::<Pet, Vec<Pet>>(None);
        assert_eq!(arrived.ok().map(|(pets, _)| pets.len()), expected, "{depth}");
    }
}

#[test]
fn what_is_set_aside_is_kept_letter_by_letter() {
    let bad = r#"{ "id":"Jane", "price":1.50,"price" : 100000000000000000000000.0010 }"#;
    let (arrived, rejected) = page(&format!(r#"{{"id":1}} , {bad} ,{{"id":3,"price":2.500}}"#));
    assert_eq!(arrived, [1, 3]);
    let [item] = &rejected[..] else { panic!("{rejected:?}") };
    assert_eq!((item.index(), item.path(), item.raw().get()), (1, "data[1].id", bad));
    assert_eq!(
        format!("{item:?}"),
        r#"Rejected { index: 1, path: "data[1].id", message: "invalid type: string, expected i64", raw: Json(<69 bytes>) }"#
    );
    assert_eq!(item.clone().into_raw().get(), bad);
}

#[test]
fn digits_of_those_that_arrive_are_untouched() {
    let json = r#"{"total":7,"data":[{"id":5000000000,"price":1.50},{}]}"#;
    let (page, _) = response(json).json_lenient::<Pet, PetPage>(Some("data")).unwrap();
    assert_eq!(serde_json::to_string(&page).unwrap(), r#"{"data":[{"id":5000000000,"price":1.50}],"total":7}"#);
}

#[test]
fn a_list_can_be_the_whole() {
    let json = "\u{feff} [{\"id\":1},[],{\"id\":3}] ";
    let (pets, rejected) = response(json).json_lenient::<Pet, Vec<Pet>>(None).unwrap();
    assert_eq!(pets.iter().map(|pet| pet.id).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(rejected[0].to_string(), "[1]: invalid type: sequence, expected an object (Pet)");
    let (nested, rejected) = response(r#"[[1],[2,"x"]]"#).json_lenient::<Vec<i64>, Vec<Vec<i64>>>(None).unwrap();
    assert_eq!((nested, rejected[0].path(), rejected[0].index()), (vec![vec![1], vec![2]], "[1][1]", 1));
}

#[test]
fn of_lists_with_one_key_the_last_counts() {
    let json = r#"{"data":[{"id":"x"}],"total":1,"d\u0061ta":[{"id":1},{"id":"y"}],"a\"b":1,"total":2}"#;
    let (page, rejected) = response(json).json_lenient::<Pet, PetPage>(Some("data")).unwrap();
    assert_eq!((page.data.len(), page.total.to_string().as_str(), page.rest["a\"b"].get()), (1, "2", "1"));
    assert_eq!(rejected.iter().map(Rejected::path).collect::<Vec<_>>(), ["data[1].id"]);
    // The last one is not an array.
    let (lenient, _) = failed(r#"{"data":[{"id":"x"}],"data":7,"total":1}"#, Some("data"));
    assert_eq!(lenient, "data: invalid type: integer, expected a sequence");
}

#[test]
fn what_is_wrong_beside_the_items_fails_as_ever() {
    let list = Some("data");
    for (json, list, begin) in [
        (r#"{"total":1}"#, list, ": missing field `data`"),
        (r#"{"total":1,"data":7}"#, list, "data: invalid type: integer, expected a sequence"),
        (r#"{"total":1,"data":{"0":{"id":"x"}}}"#, list, "data: invalid type: map, expected a sequence"),
        (r#"{"data":[{"id":1}],"total":[]}"#, list, "total: invalid type: sequence, expected a string or a number"),
        // The JSON breaks off: what follows is unknown.
        (r#"{"total":1,"data":[{"id":1},{"id":"x"},{"id"#, list, "data[1].id: invalid type: string, expected i64"),
        (r#"{"total":1,"data":[{"id":1}"#, list, "data[1]: EOF while parsing a list"),
        (r#"[{"id":"x"},"#, None, "[0].id: invalid type: string, expected i64"),
        (r#"{"data":[{"id":"x"}],"total":1} x"#, list, "data[0].id: invalid type: string, expected i64"),
        (r#"{"data":[{"id":"x"}]}"#, None, ": invalid type: map, expected a sequence"),
        ("[]", list, ": invalid type: sequence, expected an object (PetPage)"),
        ("", list, ": the body is empty"),
        ("<html>", None, ": expected value"),
    ] {
        let (lenient, strict) = failed(json, list);
        assert_eq!(lenient, strict, "{json}");
        assert!(lenient.starts_with(begin), "{json}: {lenient}");
    }
    // An invalid item, and another violation: the call fails because of the latter.
    for (json, expected) in [
        (r#"{"data":[{"id":"x"}],"total":[]}"#, "total: invalid type: sequence, expected a string or a number"),
        (r#"{"data":[{"id":"x"}]}"#, ": missing field `total`"),
    ] {
        assert_eq!(failed(json, list).0, expected, "{json}");
    }
    let invalid = RawResponse { body: Bytes::from_static(b"[\xff]"), ..response("") };
    assert!(invalid.json_lenient::<Pet, Vec<Pet>>(None).map(|_| ()).unwrap_err().message.starts_with("not UTF-8"));
}

#[test]
fn drift_is_that_of_what_arrives_where_it_is_in_the_response() {
    let items = r#"{"fur":1,"id":"x"},{"id":1,"tail":1},{"wing":1},{"id":2,"type":"fox"},{"id":3,"tail":2,"fin":1}"#;
    let json = format!(r#"{{"total":1,"data":[{items}]}}"#);
    let (result, drift) = drift::collect(|| response(&json).json_lenient::<Pet, PetPage>(Some("data")));
    assert_eq!(result.unwrap().1.len(), 2);
    let places = |drift: &[crate::wire::drift_kind::Drift]| {
        drift.iter().map(|d| d.pointer().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(places(&drift), ["/data/1/tail", "/data/3/type", "/data/4/fin"]);
    let (result, drift) = drift::collect(|| response(&format!("[{items}]")).json_lenient::<Pet, Vec<Pet>>(None));
    assert_eq!(
        (result.unwrap().0.len(), places(&drift)),
        (3, ["/1/tail", "/3/type", "/4/fin"].map(str::to_owned).into())
    );
}
