//! The good cases about lists at work: what is generated for streams, batches and long filters calls a scripted API.

use crate::good::{batches, paging, paging_apart, partial, split};
use openapi_client_runtime::rt::{ClientBuilder, FromCore};
use openapi_client_runtime::test_util::{Reply, Script};
use openapi_client_runtime::{BatchResponse, ErrorKind};
use serde_json::{Value, json};

/// A client that is answered with these, `null` standing for no body; and what shows the requests.
fn scripted<C: FromCore>(builder: ClientBuilder<C>, answers: Vec<(u16, Value)>) -> (C, Script) {
    let script = Script::new();
    for (status, body) in answers {
        let reply = Reply::new(status);
        script.push(if body.is_null() { reply } else { reply.json(body) });
    }
    (builder.script(&script).build().unwrap(), script)
}

fn queries(script: &Script) -> Vec<String> {
    script.requests().iter().map(|request| request.query().to_owned()).collect()
}

fn bodies(script: &Script) -> Vec<Value> {
    script.requests().iter().map(|request| request.json().unwrap()).collect()
}

#[tokio::test]
async fn numbered_pages_are_walked() {
    let page = |number: i64, ids: &[i64]| {
        let pets: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
        json!({"data": pets, "notes": [], "meta": {"numbers": {"page": number, "pages": 2, "size": 3}}})
    };
    let answers = vec![(200, page(1, &[1, 2, 3])), (200, page(2, &[4]))];
    let (client, script) = scripted(paging::client::Client::builder("key"), answers);
    let pets = client.v1().pets().list().stream().collect().await.unwrap();
    assert_eq!(pets.iter().map(|pet| pet.id).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(queries(&script), ["limit=3", "limit=3&page=2"]);
}

#[tokio::test]
async fn cursors_are_followed_until_the_list_is_missing() {
    let first = json!({
        "data": [{"id": 1}, {"id": 2}, {"id": 3}],
        "meta": {"cursors": {"end": "c3", "links": {"next": "?after=c3"}}},
    });
    let answers = vec![(200, first), (200, json!({"meta": {"cursors": {"end": null}}}))];
    let (client, script) = scripted(paging::client::Client::builder("key"), answers);
    let pets = client.v1().pets().list_by_house("East").stream().collect().await.unwrap();
    assert_eq!(pets.iter().map(|pet| pet.id).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(queries(&script), ["limit=3", "limit=3&after=c3"]);
}

#[tokio::test]
async fn bare_lists_end_with_nothing() {
    let answers = vec![(200, json!(["a", "b", "c"])), (204, Value::Null)];
    let (client, script) = scripted(paging::client::Client::builder("key"), answers);
    assert_eq!(client.v1().pets().names().stream().collect().await.unwrap(), ["a", "b", "c"]);
    assert_eq!(queries(&script), ["limit=3", "limit=3&page=2"]);
}

#[tokio::test]
async fn items_are_counted_where_pages_are_not() {
    let page = |birds: &[&str], next: Option<&str>| (200, json!({"data": birds, "next": next}));
    let link = Some("https://birds.example.org/birds?offset=9");
    // Pages may differ in length: what counts is how many items came before. The link says whether there are more.
    let answers = vec![page(&["a", "b", "c"], link), page(&["d"], link), page(&["e", "f"], None), page(&[], None)];
    let (client, script) = scripted(paging_apart::client::Client::builder("key"), answers.clone());
    let birds = client.v1().birds().list().limit(2).stream().collect().await.unwrap();
    assert_eq!(birds.concat(), "abcdef");
    assert_eq!(queries(&script), ["limit=2", "limit=2&offset=3", "limit=2&offset=4", "limit=2&offset=6"]);
    // From a position of the caller's, and from that of another stream.
    let (client, script) = scripted(paging_apart::client::Client::builder("key"), answers);
    let list = client.v1().birds().list().limit(2);
    let mut pages = list.clone().offset(10).pages().prefetch(0);
    assert_eq!(pages.try_next().await.unwrap().unwrap().data.len(), 3);
    let token = pages.resume_token().to_string().parse().unwrap();
    list.pages().prefetch(0).resume(&token).try_next().await.unwrap();
    assert_eq!(queries(&script), ["limit=2&offset=10", "limit=2&offset=13"]);
}

#[tokio::test]
async fn a_list_of_cursors_alone_ends_without_one() {
    let page = |nests: &[&str], next: Value| (200, json!({"data": nests, "next_cursor": next}));
    // Pages may be short or empty before the end; a full one may be the last.
    let before = [page(&["a", "b"], json!("c1")), page(&["c"], json!("c2")), page(&[], json!("c3"))];
    let asked = ["limit=2", "limit=2&cursor=c1", "limit=2&cursor=c2", "limit=2&cursor=c3"];
    for (nests, end) in [(&["d", "e"][..], Value::Null), (&["d", "e"], json!("")), (&[], json!("c3"))] {
        let answers = before.iter().cloned().chain([page(nests, end)]).collect();
        let (client, script) = scripted(paging_apart::client::Client::builder("key"), answers);
        let all = client.v1().birds().nests().stream().collect().await.unwrap();
        assert_eq!(all.concat(), format!("abc{}", nests.concat()));
        assert_eq!(queries(&script), asked);
    }
    // A cursor that asks for the same items again is a fault.
    let answers = vec![page(&["a"], json!("c1")), page(&["a"], json!("c1"))];
    let (client, _) = scripted(paging_apart::client::Client::builder("key"), answers);
    let error = client.v1().birds().nests().stream().collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EndlessPages);
}

#[tokio::test]
async fn items_go_in_batches_and_get_their_own_answers() {
    use batches::v1::pets::PetCreate;

    let answers = vec![
        // In another order than they were sent.
        (200, json!({"pets": [{"id": 2, "name": "B"}, {"id": 1, "name": "A"}]})),
        (200, json!({"pets": [{"id": 3, "name": "C"}]})),
    ];
    let (client, script) = scripted(batches::client::Client::builder("key"), answers);
    let items = ["A", "too long", "B", "C"].map(PetCreate::new);
    let outcomes = client.v1().pets().create_batches(items).collect().await;
    let ids: Vec<_> = outcomes.iter().map(|outcome| outcome.done().map(|pet| pet.id)).collect();
    assert_eq!(ids, [Some(1), None, Some(2), Some(3)]);
    assert_eq!(outcomes[1].error().unwrap().kind(), ErrorKind::InvalidRequest);
    assert_eq!(bodies(&script), [json!([{"name": "A"}, {"name": "B"}]), json!([{"name": "C"}])]);
}

#[tokio::test]
async fn items_of_any_type_go_in_batches() {
    use batches::v1::pets::{Owner, Person};

    let answers = vec![
        (201, json!([{"id": 4}, "Yui"])),
        (200, json!([7, 8])),
        (200, json!([1.50])),
        (204, Value::Null),
        (200, json!([])),
    ];
    let (client, script) = scripted(batches::client::Client::builder("key"), answers);
    let pets = client.v1().pets();
    let owners = [Owner::from("Yui"), Owner::from(Person::new(4))];
    let outcomes = pets.add_owners_batches(owners).collect().await;
    assert!(outcomes.iter().all(|outcome| outcome.done() == Some(&outcome.item)), "{outcomes:?}");
    assert_eq!(pets.update_batches2("East", vec![7, 8]).collect().await.len(), 2);
    let weights = pets.weigh_batches([openapi_client_runtime::Number::from(2)]).collect().await;
    assert!(weights[0].is_done());
    #[allow(deprecated, reason = "it is what the method is made for")]
    let created = pets.create_batches2([batches::v1::pets::PetCreate::new("D")]).collect().await;
    assert!(created[0].is_done() && created[0].done().is_none());
    assert_eq!(bodies(&script), [json!(["Yui", {"id": 4}]), json!([7, 8]), json!([2]), json!([{"name": "D"}])]);
    assert_eq!(script.requests()[1].path(), "/houses/East/pets");
}

#[tokio::test]
async fn an_answer_may_tell_of_a_part() {
    use partial::v1::pets::{Clash, Pet};

    let answers = vec![
        (200, json!({"data": [{"id": 1}, {"id": 2}]})),
        (409, json!({"data": [{"id": 1}]})),
        (422, json!({"data": [], "errors": ["none"]})),
        (422, json!({"ids": [7]})),
    ];
    let (client, _) = scripted(partial::client::Client::builder("key"), answers);
    let pets = client.v1().pets();
    let update = || pets.update([Pet::new(1), Pet::new(2)]);
    assert!(update().await.unwrap().is_complete());
    let part = update().await.unwrap().into_inner();
    assert!(matches!(&part, BatchResponse::Partial(clash) if clash.data.len() == 1), "{part:?}");
    let error = update().await.unwrap_err();
    assert!(error.status().is_some_and(|status| status == 422), "{error:?}");
    assert!(error.api().is_some_and(|clash: &Clash| clash.data.is_empty()), "{error:?}");
    assert_eq!(pets.delete([7, 8]).await.unwrap().done(), [7]);
}

#[tokio::test]
async fn long_filters_are_divided() {
    let ids: Vec<i64> = (10_000..10_300).collect();
    // Each call answers with one item, and is not full: no other page follows.
    let answers = (0..40).map(|call| (200, json!([call]))).collect();
    let (client, script) = scripted(split::client::Client::builder("key"), answers);
    let list = || client.v1().pets().list().id_in(ids.iter().copied()).limit(2);
    let found = list().await.unwrap();
    let parts: Vec<String> = script.requests().iter().map(|request| request.query_pairs()[0].1.clone()).collect();
    let sent: Vec<i64> = parts.iter().flat_map(|part| part.split(',')).map(|id| id.parse().unwrap()).collect();
    assert_eq!(sent, ids);
    assert!(parts.len() > 1 && found.len() == parts.len(), "{} calls, {} items", parts.len(), found.len());
    // An order over all calls cannot be had; it is not asked for.
    let error = list().sort("age").await.unwrap_err();
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::InvalidRequest, parts.len()));

    let (client, script) = scripted(split::client::Client::builder("key"), vec![(204, Value::Null); 40]);
    client.v1().pets().delete(ids.iter().copied()).await.unwrap();
    assert!(script.requests().len() > 1);
}
