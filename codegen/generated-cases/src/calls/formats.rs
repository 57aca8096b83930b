//! Strings with formats: what goes over the wire. The standard is the JSON mapping of protobuf: 64-bit numbers are
//! strings, and no digit is lost.

use std::net::Ipv4Addr;
use std::num::NonZeroU64;

use openapi_client_runtime::rust_decimal::Decimal;
use openapi_client_runtime::{Base64, Nullable, Number};

use super::server::{Wire, header};
use crate::documents::formats;
use crate::documents::formats::api::zoo::{Kind, Ticket, TicketRequired};

fn ticket() -> Ticket {
    Ticket::new(TicketRequired { number: 9_007_199_254_740_993_i64.into(), price: Decimal::new(1250, 2).into() })
}

#[tokio::test]
async fn numbers_of_strings_are_sent_as_strings() {
    let wire = Wire::new();
    let client = formats::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let full = ticket()
        .fee(u64::MAX)
        .weight("NaN")
        .legs([4, 2])
        .either(Number::from(Decimal::new(59_990, 3)))
        .photo(b"zoo")
        .gate(Ipv4Addr::LOCALHOST)
        .visits(NonZeroU64::MAX)
        .kind(Kind::TwoDays);
    let call = client.api().zoo().buy_ticket(i64::MAX, full).since(u64::MAX).from(Ipv4Addr::LOCALHOST);
    let _ = call.x_total(Decimal::new(10, 1)).await;
    let request = wire.only();
    let line = request.lines().next().unwrap();
    assert_eq!(line, "POST /tickets/9223372036854775807?since=18446744073709551615&from=127.0.0.1 HTTP/1.1");
    assert_eq!(header(&request, "x-total").as_deref(), Some("1.0"));
    let expected = r#"{"number":"9007199254740993","price":"12.50","fee":"18446744073709551615","weight":"NaN","legs":["4","2"],"either":59.990,"photo":"em9v","gate":"127.0.0.1","visits":18446744073709551615,"kind":"2-days"}"#;
    assert_eq!(request.split_once("\r\n\r\n").unwrap().1, expected);
}

#[test]
fn what_comes_goes_back_unchanged() {
    let came = r#"{"number":"00012","price":"many","fee":null,"photo":"?","gate":"nowhere","visits":0,"kind":"1"}"#;
    let ticket: Ticket = serde_json::from_str(came).unwrap();
    assert_eq!((ticket.number.as_i64(), ticket.price.decimal()), (None, None));
    assert_eq!(ticket.fee, Nullable::Null);
    assert_eq!(ticket.photo.as_ref().and_then(Base64::decode), None);
    assert!(ticket.gate.as_ref().unwrap().value().is_none() && ticket.visits.as_ref().unwrap().value().is_none());
    assert_eq!(ticket.kind, Some(Kind::OneDay));
    assert_eq!(serde_json::to_string(&ticket).unwrap(), came);
    assert!(serde_json::from_str::<Ticket>(&came.replace("\"00012\"", "true")).is_err());
}
