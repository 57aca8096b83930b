//! An API with forms as Stripe's: brackets in queries and forms, `expand[]`, and ids in whose place objects come.

use openapi_client_runtime::ErrorKind;

use super::super::server::{Wire, body, header, json as json_response, line};
use crate::documents::program_charges::Client;
use crate::documents::program_charges::api::bills::{
    AddressParam, BillCustomer, Error, ErrorErrorType, LineParam, PostBillsBody, RangeQuerySpecs, ShippingParam,
    ShippingParamRequired, TaxParam,
};

fn client(wire: &Wire) -> Client {
    Client::builder().bearer_auth("sk_hush").base_url(wire.address.as_str()).build().unwrap()
}

fn bill(id: &str, customer: &str) -> String {
    format!(
        r#"{{"id":"{id}","object":"bill","amount":1099,"currency":"eur","created":1767225600,"customer":{customer},
            "metadata":{{"order":"6"}},"percent":19.0,"livemode":false}}"#
    )
}

#[tokio::test]
async fn a_form_has_brackets() {
    let wire = Wire::dribbling(|_| json_response(200, &bill("b_1", "\"c_1\"")));
    let shipping = ShippingParamRequired { name: "Noor", address: AddressParam::new().city("Lund").line1("1 & 2") };
    let form = PostBillsBody::new("eur")
        .amount(1099)
        .capture(false)
        .expand(["customer", "lines.data"])
        .lines([
            LineParam::new().price("p_1").quantity(2).tax(TaxParam::new().rates(["r_1", "r_2"])),
            LineParam::new().price("p_2"),
        ])
        .metadata(
            [("order".to_owned(), "6".to_owned()), ("a b".to_owned(), "c=d".to_owned())]
                .into_iter()
                .collect::<std::collections::BTreeMap<_, _>>(),
        )
        .shipping(ShippingParam::new(shipping));
    let bill = client(&wire).bills().post().body(form).await.unwrap();
    assert!(matches!(&bill.customer, Some(BillCustomer::Text(id)) if id == "c_1"), "{bill:?}");
    assert_eq!(bill.percent.value().unwrap().to_string(), "19.0");

    let request = wire.only();
    assert_eq!(line(&request), "POST /v1/bills");
    assert_eq!(header(&request, "authorization").as_deref(), Some("Bearer sk_hush"));
    assert_eq!(header(&request, "content-type").as_deref(), Some("application/x-www-form-urlencoded"));
    // Brackets as they are or encoded mean the same.
    let pairs: Vec<_> = body(&request).split('&').map(|pair| pair.replace("%5B", "[").replace("%5D", "]")).collect();
    let expected = [
        "amount=1099",
        "currency=eur",
        "capture=false",
        "expand[]=customer",
        "expand[]=lines.data",
        "lines[0][price]=p_1",
        "lines[0][quantity]=2",
        "lines[0][tax][rates][]=r_1",
        "lines[0][tax][rates][]=r_2",
        "lines[1][price]=p_2",
        "metadata[a%20b]=c%3Dd",
        "metadata[order]=6",
        "shipping[name]=Noor",
        "shipping[address][city]=Lund",
        "shipping[address][line1]=1%20%26%202",
    ];
    assert_eq!(pairs, expected);
}

#[tokio::test]
async fn what_is_expanded_is_an_object() {
    let wire = Wire::serving(|request| {
        let is_second = line(request).contains("starting_after");
        let bills = match is_second {
            false => [
                bill("b_1", r#"{"id":"c_1","object":"customer","name":null,"email":"n@example.org"}"#),
                bill("b_2", "null"),
            ],
            true => [bill("b_3", r#"{"id":"c_2","object":"customer","deleted":true}"#), bill("b_4", "\"c_3\"")],
        };
        json_response(
            200,
            &format!(r#"{{"object":"list","data":[{}],"has_more":{},"url":"/v1/bills"}}"#, bills.join(","), !is_second),
        )
    });
    let client = client(&wire);
    let (mut customers, mut after) = (Vec::new(), None::<String>);
    loop {
        let call = client.bills().get().created(RangeQuerySpecs::new().gt(5).lte(9)).expand(["data.customer"]).limit(2);
        let call = match &after {
            Some(after) => call.starting_after(after.as_str()),
            None => call,
        };
        let page = call.await.unwrap().into_inner();
        after = page.data.last().map(|bill| bill.id.clone());
        customers.extend(page.data.into_iter().map(|bill| match bill.customer {
            None => "-".to_owned(),
            Some(BillCustomer::Text(id)) => id,
            Some(BillCustomer::Customer(customer)) => format!("{} expanded", customer.id),
            Some(BillCustomer::DeletedCustomer(customer)) => format!("{} deleted", customer.id),
            Some(other) => panic!("{other:?}"),
        }));
        if !page.has_more {
            break;
        }
    }
    assert_eq!(customers, ["c_1 expanded", "-", "c_2 deleted", "c_3"]);
    let lines: Vec<_> = wire.lines().iter().map(|line| line.replace("%5B", "[").replace("%5D", "]")).collect();
    let first = "GET /v1/bills?created[gt]=5&created[lte]=9&expand[]=data.customer&limit=2";
    assert_eq!(lines, [first.to_owned(), format!("{first}&starting_after=b_2")]);
    client.bills().get().created(7).await.unwrap();
    assert_eq!(wire.lines(), ["GET /v1/bills?created=7"]);
}

#[tokio::test]
async fn a_declined_card_says_why() {
    let body = r#"{"error":{"type":"card_error","code":"card_declined","decline_code":"do_not_honor",
        "message":"Your card was declined.","doc_url":"https://till.example/d"}}"#;
    let wire = Wire::serving(move |request| match line(request).starts_with("DELETE") {
        true => json_response(200, r#"{"id":"b_1","object":"bill","deleted":true}"#),
        false => json_response(402, body),
    });
    let client = client(&wire);
    let error = client.bills().post().body(PostBillsBody::new("eur")).await.unwrap_err();
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Api, Some(402)));
    assert!(error.to_string().contains("Your card was declined."), "{error}");
    let said = &error.api::<Error>().unwrap().error;
    assert_eq!((said.r#type.clone(), said.decline_code.as_deref()), (ErrorErrorType::CardError, Some("do_not_honor")));

    let deleted = client.bills().delete_bills_bill("b_1").await.unwrap();
    assert!(deleted.id == "b_1" && deleted.drift().is_empty());
    let requests = wire.take();
    assert_eq!(body_of(&requests[1]), ("DELETE /v1/bills/b_1", ""));
}

fn body_of(request: &str) -> (&str, &str) {
    (line(request), body(request))
}
