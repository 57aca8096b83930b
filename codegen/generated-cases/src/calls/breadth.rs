//! A document with everything that can be sent and read, at work: what its crate sends, byte by byte, and what it makes of
//! answers.

use std::time::Duration;

use crate::documents::breadth::api::zoo::{
    self, Animal, AskBody, Filter, LogInBody, LogInBodyRequired, LogInOutput, Place, PlaceRequired,
};
use crate::documents::breadth::{Client, ClientBuilder};
use openapi_client_runtime::test_util::{Reply, Script, SeenRequest};
use openapi_client_runtime::{ErrorKind, FilePart, Json};
use serde_json::json;

fn scripted(replies: impl IntoIterator<Item = Reply>) -> (Client, Script) {
    let script = Script::new();
    replies.into_iter().for_each(|reply| script.push(reply));
    (Client::builder().key("hush").script(&script).build().unwrap(), script)
}

fn only(script: &Script) -> SeenRequest {
    let [request] = <[_; 1]>::try_from(script.requests()).unwrap();
    request
}

fn body(request: &SeenRequest) -> String {
    String::from_utf8(request.body().to_vec()).unwrap()
}

#[tokio::test]
async fn parameters_go_where_the_document_says() {
    let animals = Reply::new(200).json(json!([{"name": "Tilda"}])).header("X-Total", "7").header("x-pages", "1, 2");
    let (client, script) = scripted([animals]);
    let filter = Filter::new().kind("cat & dog").ages([1, 2]).at(Place::new(PlaceRequired { x: 3, y: 4 }));
    let call = client.api().zoo().find_animals([4, 5], Place::new(PlaceRequired { x: 1, y: 2 }), "zoo");
    let call = call
        .x_trace(["a", "b"])
        .session("x y")
        .filter(filter)
        .tags(["p", "q"])
        .near(Place::new(PlaceRequired { x: 8, y: 9 }));
    let animals = call.sort(["name"]).await.unwrap();
    assert_eq!(animals[0].name, "Tilda");
    assert_eq!(animals.header(&zoo::X_TOTAL), Some(7));
    assert_eq!(animals.header(&zoo::X_PAGES), Some(vec![1, 2]));

    let request = only(&script);
    assert_eq!(request.path(), "/v1/animals/4,5/;x=1;y=2");
    let filter = "filter%5Bkind%5D=cat%20%26%20dog&filter%5Bages%5D%5B%5D=1&filter%5Bages%5D%5B%5D=2&filter%5Bat%5D%5Bx%5D=3&filter%5Bat%5D%5By%5D=4";
    assert_eq!(request.query(), format!("{filter}&tags=p%7Cq&x=8&y=9&sort=%5B%22name%22%5D"));
    let headers = ["x-tenant", "x-trace", "cookie", "x-key", "accept"].map(|name| request.header(name).unwrap());
    assert_eq!(headers, ["zoo", "a,b", "session=x%20y", "hush", "application/vnd.zoo+json"]);
}

#[tokio::test]
async fn what_is_wrong_is_not_sent() {
    let (client, script) = scripted([]);
    let find = |ids: &[i64], tenant: &str| {
        client.api().zoo().find_animals(ids.to_vec(), Place::new(PlaceRequired { x: 1, y: 2 }), tenant)
    };
    for (call, message) in [
        (find(&[], "zoo"), "ids: empty, so that nothing would be sent; leave it out instead"),
        (find(&[1], "a tenant with a long name"), "X-Tenant: 25 characters, must be 0 to 20"),
        (find(&[1], "a\nb"), "X-Tenant: has characters that no header can carry"),
        (find(&[1], "zoo").tags(["a|b"]), "tags[0]: contains \"|\", which would split it into several elements"),
    ] {
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.to_string(), format!("api.zoo.find_animals was not sent: {message}"));
    }
    assert!(script.requests().is_empty());
}

#[tokio::test]
async fn bodies_are_what_the_document_says() {
    let animal = || Reply::new(200).json(json!({"name": "Tilda"}));
    let (client, script) = scripted([animal(), animal()]);
    let api = client.api().zoo();
    api.add_animal(Animal::new("Tilda").born("2020-02-29")).await.unwrap();
    let photo = FilePart::new("PNG").file_name("tilda.png").content_type("image/png");
    api.add_animal_as_multipart(Animal::new("Tilda"), photo).note("old").more(["a", "b"]).await.unwrap();
    let [json, parts] = <[_; 2]>::try_from(script.requests()).unwrap();
    assert_eq!(json.json().unwrap(), json!({"name": "Tilda", "born": "2020-02-29"}));
    assert_eq!(json.header("content-type"), Some("application/json"));
    assert_eq!(parts.header("content-type"), Some("multipart/form-data; boundary=part-of-the-body"));
    let expected = "\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"animal\"\r\nContent-Type: application/vnd.zoo+json\r\n\r\n\
        {\"name\":\"Tilda\"}\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"tilda.png\"\r\n\
        Content-Type: image/png\r\n\r\nPNG\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"\r\n\
        Content-Type: application/octet-stream\r\n\r\na\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"\r\n\
        Content-Type: application/octet-stream\r\n\r\nb\r\n\
        --part-of-the-body\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nold\r\n\
        --part-of-the-body--\r\n";
    assert_eq!(body(&parts), expected);
}

#[tokio::test]
async fn forms_texts_and_bytes_are_sent() {
    let (client, script) =
        scripted([Reply::new(200).text("token"), Reply::new(204), Reply::new(204), Reply::new(204), Reply::new(204)]);
    let api = client.api().zoo();
    let login = LogInBody::new(LogInBodyRequired { user: "nia", password: "p&w".into() })
        .scopes(["read", "write"])
        .device([("os", "a b"), ("id", "7")]);
    let LogInOutput::Ok(token) = api.log_in().body(login).await.unwrap().into_inner() else { panic!("a token") };
    assert_eq!(token, "token");
    api.write_photo(7, "image/webp", vec![1, 2]).await.unwrap();
    api.write_notes("# Notes").await.unwrap();
    api.write_archive().await.unwrap();
    api.write_archive().body("PK").await.unwrap();
    let shown = |request: &SeenRequest| {
        let media_type = request.header("content-type").unwrap_or("-");
        format!("{} {} {media_type} {}", request.method(), request.path(), body(request))
    };
    assert_eq!(
        script.requests().iter().map(shown).collect::<Vec<_>>(),
        [
            "POST /v1/login application/x-www-form-urlencoded \
             user=nia&password=p%26w&scopes=read%20write&device%5Bid%5D=7&device%5Bos%5D=a%20b",
            "PUT /v1/photos/7 image/webp \u{1}\u{2}",
            "PUT /v1/notes text/markdown # Notes",
            "PUT /v1/archive - ",
            "PUT /v1/archive application/zip PK",
        ]
    );
    let wrong = api.write_photo(7, "webp", "x").await.unwrap_err();
    assert!(wrong.to_string().ends_with("content_type: is not a media type such as `image/png`"), "{wrong}");
}

#[tokio::test]
async fn answers_come_by_status_and_kind() {
    let problem = |status| Reply::new(status).json(json!({"title": "Gone."}));
    let (client, script) = scripted([
        problem(404),
        problem(302),
        Reply::new(200).text("name\nTilda\n"),
        Reply::new(202).json(json!({"in": 5})),
        problem(500).header("retry-after", "0"),
        Reply::new(200).bytes(vec![0x89, 0x50]),
        Reply::new(200).bytes(vec![0x89, 0x50, 0x4e]),
        Reply::new(301).header("location", "https://elsewhere.example/"),
    ]);
    let api = client.api().zoo();
    let find = || api.find_animals([1], Place::new(PlaceRequired { x: 1, y: 2 }), "zoo");
    let Err(error) = find().await else { panic!("404") };
    let Some(body) = error.api::<zoo::Problem>() else { panic!("{error}") };
    assert_eq!(body.title.as_deref(), Some("Gone."));
    let Err(error) = find().await else { panic!("302") };
    assert!(error.status().unwrap() == 302 && error.drift().is_empty(), "{error}");
    let text = api.find_animals_as_text([1], Place::new(PlaceRequired { x: 1, y: 2 }), "zoo").await.unwrap();
    assert_eq!(*text, "name\nTilda\n");
    assert_eq!(script.requests()[2].header("accept"), Some("text/csv"));
    let LogInOutput::Accepted(soon) = api.log_in().await.unwrap().into_inner() else { panic!("202") };
    assert_eq!(soon.r#in, Some(5));
    let Err(error) = api.add_animal(Animal::new("Tilda")).await else { panic!("500") };
    assert!(error.api::<Json>().is_none() && !error.body().unwrap().is_empty());
    assert_eq!(**api.read_photo(7).await.unwrap(), [0x89, 0x50]);
    let mut photo = api.read_photo(7).bytes_stream().await.unwrap().into_inner();
    assert_eq!(photo.try_next().await.unwrap().as_deref(), Some(&[0x89, 0x50, 0x4e][..]));
    assert_eq!(photo.try_next().await.unwrap(), None);
    // A redirect is all that is declared.
    let entered = api.enter().await.unwrap();
    assert_eq!((entered.status().as_u16(), entered.location()), (301, Some("https://elsewhere.example/")));
}

#[tokio::test(start_paused = true)]
async fn events_arrive_one_by_one() {
    let (client, script) = scripted([
        Reply::new(200).json(json!({"text": "whole"})).in_pieces(1),
        Reply::new(200)
            .text("id: 1\ndata: {\"text\": \"a\"}\n\ndata: oops\n\ndata: {\"text\": \"b\"}\n\ndata: [DONE]\n\ndata: {}\n\n")
            .in_pieces(1),
        Reply::new(200).text("event: feed\ndata: hay\n\ndata: cut").in_pieces(1).broken(),
        Reply::new(200).chunks(["data: fi", "rst\n", "\n"]).interval(Duration::from_secs(9)).stalled(),
        Reply::new(404).json(json!({})),
    ]);
    let api = client.api().zoo();
    let ask = || AskBody::new("Where is Tilda?");
    assert_eq!(api.ask(ask()).await.unwrap().text.as_deref(), Some("whole"));
    let mut bits = api.ask_as_events(ask()).await.unwrap().into_inner();
    let first = bits.try_next().await.unwrap().unwrap();
    assert_eq!((first.data.text.as_deref(), first.id.as_deref()), (Some("a"), Some("1")));
    let error = bits.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Decode, Some("api.zoo.ask_as_events")));
    assert_eq!(bits.try_next().await.unwrap().unwrap().data.text.as_deref(), Some("b"));
    assert_eq!(bits.try_next().await.unwrap(), None);
    assert_eq!(bits.try_next().await.unwrap(), None);
    assert_eq!(script.requests()[1].header("accept"), Some("text/event-stream"));

    let mut news = api.watch().await.unwrap().into_inner();
    let event = news.try_next().await.unwrap().unwrap();
    assert_eq!((event.data.as_str(), event.event.as_deref()), ("hay", Some("feed")));
    assert_eq!(format!("{event:?}"), "Event { data: <text>, .. }");
    assert_eq!(news.try_next().await.unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(news.try_next().await.unwrap(), None);

    let mut news = api.watch().await.unwrap().into_inner();
    assert_eq!(news.try_next().await.unwrap().unwrap().data, "first");
    assert!(news.try_next().await.is_err());
    let Err(error) = api.watch().await else { panic!("404") };
    assert_eq!(error.kind(), ErrorKind::Api);
}

/// The document has JSON beside the events of one operation; the other one has nothing else.
#[tokio::test]
async fn what_is_no_events_is_an_error_that_names_it() {
    let whole = || Reply::new(200).json(json!({"text": "whole"})).in_pieces(3);
    let page = || Reply::new(200).text("<h1>Soon</h1>").header("content-type", "text/html; charset=utf-8");
    let (client, script) = scripted([whole(), page(), page(), whole(), Reply::new(200).text("data: a\n\n")]);
    let api = client.api().zoo();
    let ask = || api.ask_as_events(AskBody::new("Where is Tilda?"));
    for (error, body) in
        [(ask().await.unwrap_err(), r#"{"text":"whole"}"#), (ask().await.unwrap_err(), "<h1>Soon</h1>")]
    {
        let named = if body.starts_with('<') { "text/html" } else { "application/json" };
        let message = format!(": its content type is `{named}` instead of `text/event-stream`");
        assert!(error.to_string().contains(&message), "{error}");
        assert_eq!((error.kind(), error.body().map(|body| &body[..])), (ErrorKind::Decode, Some(body.as_bytes())));
        assert!(error.may_have_taken_effect(), "a question was asked");
    }
    for named in ["text/html", "application/json"] {
        let error = api.watch().await.unwrap_err();
        assert!(error.to_string().contains(named) && !error.may_have_taken_effect(), "{error}");
    }
    assert_eq!(api.watch().await.unwrap().into_inner().try_next().await.unwrap().unwrap().data, "a");
    assert!(script.is_exhausted());
}

#[tokio::test]
async fn each_choice_of_credentials_and_servers() {
    let seen = |builder: ClientBuilder| async move {
        let script = Script::new();
        script.push(Reply::new(204));
        let client = builder.script(&script).build().unwrap();
        client.api().zoo().write_notes("x").await.unwrap();
        let request = only(&script);
        let headers = ["x-key", "authorization", "cookie"].map(|name| request.header(name).unwrap_or("-").to_owned());
        format!("{}?{} {}", request.path(), request.query(), headers.join(" "))
    };
    let key = || Client::builder().key("hush");
    assert_eq!(seen(key()).await, "/v1/notes? hush - -");
    assert_eq!(seen(key().server_variable("stage", "v2")).await, "/v2/notes? hush - -");
    // RFC 7617: `Aladdin` and `open sesame`.
    let basic = Client::builder().user("Aladdin", "open sesame");
    assert_eq!(seen(basic).await, "/v1/notes? - Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== -");
    assert_eq!(seen(Client::builder().query("a&b").cookie("c")).await, "/v1/notes?key=a%26b - - visit=c");
    // Half of what is needed together is not sent.
    assert_eq!(seen(Client::builder().query("a&b")).await, "/v1/notes? - - -");
    assert_eq!(seen(Client::builder()).await, "/v1/notes? - - -");
    let error = key().server_variable("planet", "earth").build().unwrap_err();
    assert!(error.to_string().contains("`planet` is not a variable of the servers"), "{error}");
}
