//! Arrays and objects inside of others, in queries, headers and forms. What is expected in brackets is what PHP, Rails
//! and the `qs` package read.

use super::server::{Wire, header};
use crate::documents::nested;
use crate::documents::nested::api::zoo::{Criteria, CriteriaSub, Filter, FilterAge, FindAnimals, OrderBody, Pen, Zoo};

fn criteria() -> Criteria {
    Criteria::new().text("a b").tags(["x", "y"]).sub(CriteriaSub::new().a(1))
}

fn filter() -> Filter {
    Filter::new().kinds(["cat", "dog"]).age(FilterAge::new().gt(2))
}

/// The percent-decoded parts of a query or a form.
fn parts(text: &str) -> Vec<String> {
    let decoded = |part: &str| {
        let (mut bytes, mut rest) = (Vec::new(), part.bytes());
        while let Some(byte) = rest.next() {
            let digits: Vec<u8> = if byte == b'%' { rest.by_ref().take(2).collect() } else { Vec::new() };
            let digits = String::from_utf8(digits).unwrap();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap_or(byte));
        }
        String::from_utf8(bytes).unwrap()
    };
    text.split('&').map(decoded).collect()
}

#[tokio::test]
async fn queries_go_on_in_brackets() {
    let wire = Wire::new();
    let client = nested::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let calls: Zoo<'_> = client.api().zoo();
    let pens = || ["a", "b"].map(|k| Pen::new().k(k));
    for (call, expected) in [
        (calls.find_animals().expand(["keeper", "pen"]), &["expand[]=keeper", "expand[]=pen"][..]),
        (calls.find_animals().filter(filter()), &["filter[kinds][]=cat", "filter[kinds][]=dog", "filter[age][gt]=2"]),
        (calls.find_animals().old(filter()), &["old[kinds]=cat", "old[kinds]=dog", "old[age][gt]=2"]),
        (calls.find_animals().later(filter()), &["later[kinds][0]=cat", "later[kinds][1]=dog", "later[age][gt]=2"]),
        (calls.find_animals().criteria(criteria()), &["text=a b", "tags=x", "tags=y", "sub[a]=1"]),
        (calls.find_animals().pens(pens()), &["pens[0][k]=a", "pens[1][k]=b"]),
        (calls.find_animals().packed(criteria()), &[r#"packed={"text":"a b","tags":["x","y"],"sub":{"a":1}}"#]),
    ] {
        let call: FindAnimals = call;
        call.await.unwrap();
        let request = wire.only();
        let target = request.split(' ').nth(1).unwrap();
        assert_eq!(parts(target.strip_prefix("/animals?").unwrap()), expected);
    }
    calls.find_animals().x_pens(pens()).await.unwrap();
    assert_eq!(header(&wire.only(), "x-pens").as_deref(), Some(r#"[{"k":"a"},{"k":"b"}]"#));
    calls.find_animals().visit(criteria()).await.unwrap();
    let cookie = header(&wire.only(), "cookie").unwrap();
    assert_eq!(parts(&cookie), [r#"visit={"text":"a b","tags":["x","y"],"sub":{"a":1}}"#]);
    calls.read_pens([vec![1, 2], vec![3]]).await.unwrap();
    assert_eq!(wire.lines(), ["GET /pens/%5B%5B1%2C2%5D%2C%5B3%5D%5D"]);
}

#[tokio::test]
async fn forms_have_json_unless_they_say_otherwise() {
    let wire = Wire::new();
    let client = nested::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let order = OrderBody::new()
        .lines(["a", "b"].map(|k| Pen::new().k(k)))
        .matrix([vec![1, 2], vec![3]])
        .deep(filter())
        .packed(filter());
    client.api().zoo().order(order).await.unwrap();
    let request = wire.only();
    let expected = [
        r#"lines={"k":"a"}"#,
        r#"lines={"k":"b"}"#,
        "matrix=[1,2]",
        "matrix=[3]",
        "deep[kinds][]=cat",
        "deep[kinds][]=dog",
        "deep[age][gt]=2",
        r#"packed={"kinds":["cat","dog"],"age":{"gt":2}}"#,
    ];
    assert_eq!(parts(request.split_once("\r\n\r\n").unwrap().1), expected);
}
