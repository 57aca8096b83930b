//! Every recorded response of every operation, with something planted in each of its leaves.

use generated_client::test_util::{Reply, Script};
use generated_client::{Client, Pacing, RetryPolicy};
use replay::calls::{Arguments, call};
use replay::{Recordings, suite};
use serde_json::{Value, json};
use test_support::{STORE, Spec};

use super::shown::{Shown, assert_no_trace};
use super::{EMAIL, TOKEN};

/// Returns pointers to all leaves of `value`.
fn leaves(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().take(1).enumerate().for_each(|(index, item)| leaves(item, format!("{at}/{index}"), into));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            leaves(value, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), into);
        }),
        _ => into.push(at),
    }
}

#[tokio::test]
async fn no_leaf_of_any_response_is_shown() {
    let spec = Spec::read(&Spec::folder()).unwrap();
    let recordings = Recordings::read(&Recordings::folder()).unwrap();
    let operations = spec.operations();
    let script = Script::new();
    let builder = Client::builder(STORE, TOKEN).script(&script).pacing(Pacing::off()).retry(RetryPolicy::none());
    let client = builder.build().unwrap();
    let (mut shown, mut of, mut played) = (Shown::default(), Vec::new(), [0, 0]);
    for recorded in &recordings.all {
        let response = &recorded.recording.response;
        let Ok(body) = serde_json::from_slice::<Value>(&response.bytes()) else { continue };
        for operation in suite::owners(&operations, &recorded.name).unwrap_or_default() {
            of.push(operation.name());
            let mut pointers = Vec::new();
            leaves(&body, String::new(), &mut pointers);
            // A text that may decode, and in successes a value that never does.
            let planted = [json!(EMAIL), json!({"value": EMAIL})];
            let has_title = body.to_string().contains(r#""title":"#);
            let planted = if response.status < 300 { &planted[..] } else { &planted[..1] };
            for (pointer, planted) in pointers.iter().flat_map(|pointer| planted.iter().map(move |it| (pointer, it))) {
                let mut body = body.clone();
                *body.pointer_mut(pointer).unwrap() = planted.clone();
                script.push(Reply::new(response.status).json(body));
                let name = operation.name();
                let at = format!("{name} at {pointer}");
                match call(&client, &name, &Arguments::of_examples(operation)).unwrap().await {
                    Ok(success) => {
                        played[0] += 1;
                        shown.text(&at, success.shown);
                    }
                    Err(error) => {
                        played[1] += 1;
                        // The title, or without one the message, comes from the API, and is shown without what was
                        // sent.
                        let message = ["/message", "/detail", "/error"];
                        let is_message = !has_title && message.iter().any(|name| pointer.ends_with(name));
                        if !is_message && !pointer.ends_with("/title") {
                            shown.error(&at, &error);
                        }
                    }
                }
            }
        }
    }
    of.sort();
    of.dedup();
    println!("{} operations, {played:?} successes and errors", of.len());
    assert!(of.len() >= 60 && played.iter().all(|count| *count > 500), "{} operations, {played:?}", of.len());
    shown.assert_clean();
    assert_no_trace();
}
