//! A date goes out as a date, a date and time as that, and either comes back as it was spelt.

use std::time::{Duration, SystemTime};

use crate::documents::dates::Client;
use crate::documents::dates::api::days::{self, Visit, VisitRequired};
use openapi_client_runtime::test_util::{Reply, Script};
use openapi_client_runtime::{Date, DateTime, Nullable};

/// Half past ten on the second of January 2026.
fn at() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_349_800)
}

fn day() -> Date {
    Date::new(2026, 1, 2).unwrap()
}

fn scripted(body: &str) -> (Client, Script) {
    let script = Script::new();
    let reply = Reply::new(201).header("content-type", "application/json").text(body);
    script.push(reply.header("X-Next-Day", "2026-01-05").header("X-Seen", "2026-01-05"));
    (Client::builder().script(&script).build().unwrap(), script)
}

#[tokio::test]
async fn a_date_goes_out_without_a_time() {
    let text = r#"{"day":"2026-01-02","at":"2026-01-02T10:30:00Z","born":"2020-02-29","free":["2026-01-03"],"names":{"Epiphany":"2026-01-06"},"until":"2026-01-02"}"#;
    let (client, script) = scripted(text);
    let names = [("Epiphany".to_owned(), Date::from("2026-01-06"))];
    let visit =
        Visit::new(VisitRequired { day: day(), at: at().into() }).born("2020-02-29").free(["2026-01-03"]).names(names);
    let visit = visit.until(DateTime::from_date(day()));
    let call = client.api().days().add_visit(day(), day(), visit.clone());
    let call =
        call.since(at()).until(DateTime::from_date(day())).closed([day(), Date::from("2026-01-09")]).x_day(day());
    let sent = call.await.unwrap();
    assert_eq!(*sent, visit);
    assert_eq!(sent.header(&days::X_NEXT_DAY), Date::new(2026, 1, 5));
    assert_eq!(sent.header(&days::X_SEEN), Some(DateTime::from("2026-01-05")));

    let requests = script.requests();
    assert_eq!(requests[0].path(), "/days/2026-01-02/visits");
    let closed = "closed=2026-01-02&closed=2026-01-09";
    assert_eq!(requests[0].query(), format!("from=2026-01-02&since=2026-01-02T10:30:00Z&until=2026-01-02&{closed}"));
    assert_eq!(requests[0].header("x-day"), Some("2026-01-02"));
    assert_eq!(String::from_utf8_lossy(requests[0].body()), text);
}

#[tokio::test]
async fn what_is_no_date_comes_back_as_it_was_spelt() {
    for (day, ymd) in [
        (r#""2026-01-02T10:30:00Z""#, Some((2026, 1, 2))),
        (r#""2026-01-02 00:00:00""#, Some((2026, 1, 2))),
        (r#""02.01.2026""#, None),
        (r#""0000-00-00""#, None),
        (r#""soon""#, None),
        (r#""""#, None),
        ("1767312000", None),
    ] {
        let text = format!(r#"{{"day":{day},"at":"2026-01-02","born":null,"until":"soon"}}"#);
        let (client, script) = scripted(&text);
        script.push(Reply::new(201).header("content-type", "application/json").text(&text));
        let from = "2026-01-02".to_owned();
        let add = |visit: Visit| client.api().days().add_visit("2026-01-02", &from, visit);
        let visit = add(Visit::new(VisitRequired { day: self::day(), at: at().into() })).await.unwrap();
        assert_eq!((visit.day.ymd(), visit.drift().len()), (ymd, 0), "{day}");
        assert_eq!((visit.at.is_date(), &visit.born), (true, &Nullable::Null));

        add(visit.into_inner()).await.unwrap();
        assert_eq!(String::from_utf8_lossy(script.requests()[1].body()), text);
    }
}
