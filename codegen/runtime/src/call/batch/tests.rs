use std::time::Duration;

use serde_json::json;
use tokio::{sync::mpsc, time::timeout};

use super::*;
use crate::{
    rt,
    sample::{API, Pet, builder},
    test_util::{Reply, Script},
};

static PUT: rt::Operation = rt::Operation {
    id: "updatePets",
    name: "v1.pets.update",
    method: rt::Method::Put,
    path: "/pets",
    ..rt::Operation::new(&API)
};

/// What a channel receives, as a stream.
struct Received {
    pets: mpsc::UnboundedReceiver<Pet>,
    /// How often it was polled and had nothing.
    in_vain: usize,
}

impl Stream for Received {
    type Item = Pet;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Pet>> {
        let polled = self.pets.poll_recv(context);
        self.in_vain += usize::from(polled.is_pending());
        assert!(self.in_vain < 100, "polled over and over");
        polled
    }
}

/// Returns the sender of the items, and their outcomes. Each call takes a second.
fn batches(script: &Script) -> (mpsc::UnboundedSender<Pet>, Batches<Pet, Vec<Pet>>) {
    let (send, pets) = mpsc::unbounded_channel();
    for _ in 0..2 {
        script.push(Reply::new(200).json(json!([])).delay(Duration::from_secs(1)));
    }
    let client = builder().script(script).build().unwrap();
    (send, Batches::new(Request::new(&client.core, &PUT), Received { pets, in_vain: 0 }, Decoder::json()))
}

async fn is_waiting(batches: &mut Batches<Pet, Vec<Pet>>) -> bool {
    timeout(Duration::from_millis(1), batches.next()).await.is_err()
}

#[tokio::test(start_paused = true)]
async fn a_source_that_has_nothing_yet_is_waited_for() {
    let script = Script::new();
    let (send, mut batches) = batches(&script);
    for index in 0..2 {
        assert!(is_waiting(&mut batches).await);
        send.send(Pet::new(7)).unwrap();
        let outcome = batches.next().await.unwrap();
        assert_eq!((outcome.index, outcome.is_done()), (index, true));
    }
    drop(send);
    assert!(batches.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn items_wait_for_others_while_a_call_is_running() {
    let script = Script::new();
    let (send, mut batches) = batches(&script);
    for id in 1..=3 {
        send.send(Pet::new(id)).unwrap();
        assert!(is_waiting(&mut batches).await);
    }
    drop(send);
    let outcomes = batches.collect().await;
    assert!(outcomes.iter().all(Outcome::is_done));
    let sent: Vec<_> = script.requests().iter().map(|request| request.json().unwrap()).collect();
    assert_eq!(sent, [json!([{ "id": 1 }]), json!([{ "id": 2 }, { "id": 3 }])]);
}
