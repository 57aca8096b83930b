//! An API that chats as OpenAI's does: a response as a whole or word by word, tools, and errors.

use std::collections::BTreeMap;

use openapi_client_runtime::Json;
use serde_json::json;

use super::super::server::{Wire, events, header, json as json_response, line, sent};
use crate::documents::program_chat::Client;
use crate::documents::program_chat::api::talks::{
    ChoicesItemFinishReason, CreateTalk, CreateTalkRequired, CreateTalkToolChoiceText, Failure, ImagePart,
    ImagePartImageUrl, ImagePartImageUrlDetail, Message, ParrotMessage, SystemMessage, TextPart, Tool, ToolCall,
    ToolFunction, ToolMessage, ToolMessageRequired, UserMessage,
};

fn client(wire: &Wire) -> Client {
    Client::builder("hush").base_url(wire.address.as_str()).build().unwrap()
}

fn question() -> CreateTalk {
    let messages = vec![SystemMessage::new("Be brief.").into(), UserMessage::new("Where is Tilda?").into()];
    CreateTalk::new(CreateTalkRequired { messages, model: "macaw-2" })
}

const ASKS_A_TOOL: &str = r#"{"id":"t1","object":"talk","created":1767225600,"model":"macaw-2-0930","choices":[
    {"index":0,"finish_reason":"tool_calls","logprobs":null,"message":{"role":"assistant","content":null,"refusal":null,
     "annotations":[],"tool_calls":[{"id":"call-1","type":"function","function":{"name":"locate",
         "arguments":"{\"who\":\"Tilda\"}"}}]}}],
    "usage":{"prompt_tokens":19,"completion_tokens":5,"details":{"cached":0}},"service_tier":"default"}"#;

const SAYS: &str = r#"{"id":"t2","object":"talk","created":1767225601,"model":"macaw-2-0930","choices":[
    {"index":0,"finish_reason":"tired","logprobs":null,"message":{"role":"assistant","content":"In the aviary.",
        "refusal":null}}]}"#;

#[tokio::test]
async fn a_tool_is_called_and_its_result_is_sent() {
    let wire =
        Wire::dribbling(|request| json_response(200, if request.contains("call-1") { SAYS } else { ASKS_A_TOOL }));
    let client = client(&wire);
    let schema = json!({"type": "object", "properties": {"who": {"type": "string"}}, "required": ["who"]});
    let schema: BTreeMap<String, Json> = serde_json::from_value(schema).unwrap();
    let tool = Tool::new(ToolFunction::new("locate").parameters(schema).strict(true));
    let picture = ImagePartImageUrl::new("https://zoo.example/a.png").detail(ImagePartImageUrlDetail::Low);
    let parts = vec![TextPart::new("And she?").into(), ImagePart::new(picture).into()];
    let mut talk = question().tools([tool]).tool_choice(CreateTalkToolChoiceText::Auto).temperature(0.2);
    talk.messages.push(UserMessage::new(parts).name("noor").into());

    let first = client.talks().create(talk.clone()).await.unwrap();
    assert_eq!(first.usage.as_ref().unwrap().prompt_tokens, 19);
    let choice = &first.choices[0];
    assert_eq!(choice.finish_reason, ChoicesItemFinishReason::ToolCalls);
    assert_eq!(choice.message.content, None);
    let calls: Vec<ToolCall> = choice.message.tool_calls.clone().unwrap();
    assert_eq!(
        (calls[0].function.name.as_str(), calls[0].function.arguments.as_str()),
        ("locate", "{\"who\":\"Tilda\"}")
    );

    let id = calls[0].id.clone();
    talk.messages.push(ParrotMessage::new().tool_calls(calls).into());
    talk.messages.push(Message::from(ToolMessage::new(ToolMessageRequired { content: "aviary", tool_call_id: &id })));
    let second = client.talks().create(talk).await.unwrap();
    assert_eq!(second.choices[0].message.content.as_deref(), Some("In the aviary."));
    // What it does not know yet is there all the same.
    assert_eq!(second.choices[0].finish_reason.as_str(), "tired");

    let requests = wire.take();
    assert_eq!(line(&requests[0]), "POST /v1/talks");
    assert_eq!(header(&requests[0], "authorization").as_deref(), Some("Bearer hush"));
    assert_eq!(header(&requests[0], "accept").as_deref(), Some("application/json"));
    let asked = json!({
        "model": "macaw-2",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Where is Tilda?"},
            {"role": "user", "name": "noor", "content": [
                {"type": "text", "text": "And she?"},
                {"type": "image_url", "image_url": {"url": "https://zoo.example/a.png", "detail": "low"}},
            ]},
        ],
        "tools": [{"type": "function", "function": {
            "name": "locate",
            "strict": true,
            "parameters": {"type": "object", "properties": {"who": {"type": "string"}}, "required": ["who"]},
        }}],
        "tool_choice": "auto",
        "temperature": 0.2,
    });
    assert_eq!(sent(&requests[0]), asked);
    let call =
        json!({"id": "call-1", "type": "function", "function": {"name": "locate", "arguments": "{\"who\":\"Tilda\"}"}});
    let messages = sent(&requests[1])["messages"].clone();
    assert_eq!(messages[3], json!({"role": "assistant", "tool_calls": [call]}));
    assert_eq!(messages[4], json!({"role": "tool", "content": "aviary", "tool_call_id": "call-1"}));
}

/// A comment keeps the connection alive; the letters of a word come in two events, and those of `ö` in two chunks.
const WORDS: &str = "\
: keep-alive\n\n\
data: {\"id\":\"t3\",\"object\":\"talk.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n\
data: {\"id\":\"t3\",\"object\":\"talk.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\u{f6}r\"},\"finish_reason\":null}],\"obfuscation\":\"x\"}\r\n\r\n\
data: {\"id\":\"t3\",\"object\":\"talk.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"!\"},\"finish_reason\":null}],\"usage\":null}\n\n\
data: {\"id\":\"t3\",\"object\":\"talk.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n\
data: {\"id\":\"t3\",\"object\":\"talk.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}\n\n\
data: [DONE]\n\n";

#[tokio::test]
async fn words_arrive_one_by_one() {
    for wire in [Wire::serving(|_| events(WORDS)), Wire::dribbling(|_| events(WORDS))] {
        let talk = question().stream(true);
        let mut events = client(&wire).talks().create_as_events(talk).await.unwrap().into_inner();
        let (mut text, mut tokens, mut end) = (String::new(), 0, None);
        while let Some(event) = events.try_next().await.unwrap() {
            tokens += event.data.usage.value().map_or(0, |usage| usage.completion_tokens);
            for choice in event.data.choices {
                text.push_str(choice.delta.content.value().map_or("", String::as_str));
                end = end.or(choice.finish_reason);
            }
        }
        assert_eq!((text.as_str(), tokens, end), ("H\u{f6}r!", 2, Some(ChoicesItemFinishReason::Stop)));
        let request = wire.only();
        assert_eq!(header(&request, "accept").as_deref(), Some("text/event-stream"));
        assert_eq!(sent(&request)["stream"], json!(true));
    }
}

#[tokio::test]
async fn an_error_says_what_the_api_said() {
    let body = r#"{"error":{"message":"The model `macaw-9` does not exist","type":"invalid_request_error",
        "param":"model","code":"model_not_found"}}"#;
    let wire = Wire::serving(move |_| json_response(404, body));
    let error = client(&wire).talks().create_as_events(question().stream(true)).await.unwrap_err();
    assert!(error.to_string().contains("The model `macaw-9` does not exist"), "{error}");
    let failure = error.api::<Failure>().unwrap();
    assert_eq!(failure.error.code.as_deref(), Some("model_not_found"));
}
