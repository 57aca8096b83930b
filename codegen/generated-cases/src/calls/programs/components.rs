//! An API with trees of components as Discord's: unions that contain each other, files beside JSON, and ids as strings.

use openapi_client_runtime::{ErrorKind, FilePart, Nullable};
use serde_json::json;

use super::super::server::{Wire, body, header, json as json_response, line, sent};
use crate::documents::program_components::Client;
use crate::documents::program_components::api::rooms::{
    Board, BoardComponentsItem, Button, Component, Frame, NoteCreate, NoteUpdate, Refusal, RefusalErrors, Section,
    SectionRequired, TextDisplay, TooFast,
};

fn client(wire: &Wire) -> Client {
    Client::builder("Bot hush").base_url(wire.address.as_str()).build().unwrap()
}

fn text(content: &str) -> TextDisplay {
    TextDisplay::new(content)
}

fn button(label: &str) -> Button {
    Button::new(1).label(label).custom_id("b")
}

/// A frame in a frame, with all kinds of components inside.
fn tree() -> Component {
    let board = Board::new([button("Yes")]);
    let section = Section::new(SectionRequired { components: vec![text("Tilda")], accessory: button("Feed") });
    let inner = Frame::new([Component::from(text("Hay")), board.into()]);
    Frame::new([Component::from(section), inner.into()]).accent_color(0xff).into()
}

fn tree_as_json() -> serde_json::Value {
    let text = |content| json!({"type": 10, "content": content});
    let button = |label| json!({"type": 2, "style": 1, "label": label, "custom_id": "b"});
    json!({"type": 17, "accent_color": 255, "components": [
        {"type": 9, "components": [text("Tilda")], "accessory": button("Feed")},
        {"type": 17, "components": [text("Hay"), {"type": 1, "components": [button("Yes")]}]},
    ]})
}

/// A component of a later version, and one with more than this version knows.
const NOTE: &str = r#"{"id":"1200000000000000001","room_id":"7","content":"",
    "timestamp":"2026-01-02T03:04:05.678000+00:00",
    "edited_timestamp":null,"pinned":false,"reply_to":null,"components":[
    {"type":17,"id":1,"components":[{"type":99,"id":2,"words":["a"]},{"type":10,"id":3,"content":"Hay","font":"big"},
    {"type":1,"id":4,"components":[{"type":3,"id":5,"custom_id":"p","options":[{"label":"L","value":"v"}]}]}]}]}"#;

#[tokio::test]
async fn a_tree_goes_there_and_back() {
    let wire = Wire::dribbling(|_| json_response(200, NOTE));
    let client = client(&wire);
    let note = client.rooms().create_note("7", NoteCreate::new().components(vec![tree()]).nonce(5)).await.unwrap();
    let request = wire.only();
    assert_eq!(line(&request), "POST /api/v10/rooms/7/notes");
    assert_eq!(header(&request, "authorization").as_deref(), Some("Bot hush"));
    assert_eq!(sent(&request), json!({"components": [tree_as_json()], "nonce": 5}));

    assert_eq!(note.edited_timestamp, None);
    let Component::Frame(frame) = &note.components[0] else { panic!("{note:?}") };
    assert!(matches!(frame.components[0], Component::Unknown(_)), "{frame:?}");
    let Component::Board(board) = &frame.components[2] else { panic!("{frame:?}") };
    let BoardComponentsItem::Pick(pick) = &board.components[0] else { panic!("{board:?}") };
    assert_eq!(pick.options[0].value, "v");

    // What came goes back, the unknown component and the unknown field included.
    let update = NoteUpdate::new().content(None).components(note.into_inner().components);
    client.rooms().update_note("7", "1200000000000000001", update).await.unwrap();
    let came: serde_json::Value = serde_json::from_str(NOTE).unwrap();
    let request = wire.only();
    assert_eq!(line(&request), "PATCH /api/v10/rooms/7/notes/1200000000000000001");
    assert_eq!(sent(&request), json!({"content": null, "components": came["components"]}));
}

#[tokio::test]
async fn files_go_beside_the_fields() {
    let wire = Wire::serving(|_| json_response(200, NOTE));
    let call = client(&wire).rooms().create_note_as_multipart("7").content("See").components([tree()]);
    call.files_0(FilePart::new("PNG").file_name("t.png").content_type("image/png")).await.unwrap();
    let request = wire.only();
    let media_type = header(&request, "content-type").unwrap();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let parts: Vec<_> = body(&request).split(&format!("--{boundary}")).collect();
    assert_eq!(parts.len(), 5, "{request}");
    assert_eq!(parts[1], "\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nSee\r\n");
    let components = parts[2].split_once("\r\n\r\n").unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(components.1).unwrap(), tree_as_json());
    let file = "\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"t.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n";
    assert_eq!((parts[3], parts[4]), (file, "--\r\n"));
}

#[tokio::test]
async fn paths_lists_and_refusals() {
    let wire = Wire::serving(|request| match line(request) {
        list if list.starts_with("GET") => json_response(200, &format!("[{NOTE}]")),
        put if put.starts_with("PUT") => "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_owned(),
        _ if request.contains("slow") => {
            json_response(429, r#"{"global":false,"message":"You are too fast.","retry_after":600.25}"#)
        }
        _ => json_response(
            400,
            r#"{"code":50035,"message":"Invalid Form Body","errors":{"content":{"_errors":[{"code":"MAX",
                "message":"Too long."}]}}}"#,
        ),
    });
    let client = client(&wire);
    let rooms = client.rooms();
    let notes = rooms.list_notes("7").before("1200000000000000009").limit(50).await.unwrap();
    assert_eq!(notes.into_inner().unwrap()[0].reply_to, Nullable::Null);
    rooms.add_my_reaction("7", "12", "\u{1f99c}").await.unwrap();
    let expected = [
        "GET /api/v10/rooms/7/notes?before=1200000000000000009&limit=50",
        "PUT /api/v10/rooms/7/notes/12/reactions/%F0%9F%A6%9C/@me",
    ];
    assert_eq!(wire.lines(), expected);

    let error = rooms.create_note("7", NoteCreate::new().content("x")).await.unwrap_err();
    let refusal = error.api::<Refusal>().unwrap();
    assert_eq!(refusal.code, 50035);
    let Some(RefusalErrors::RefusalOf(errors)) = &refusal.errors else { panic!("{error:?}") };
    assert!(errors.contains_key("content"));
    assert!(error.to_string().contains("Invalid Form Body"), "{error}");

    let error = rooms.create_note("7", NoteCreate::new().content("slow")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.api::<TooFast>().unwrap().retry_after, 600.25);
}
