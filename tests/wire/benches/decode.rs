//! Decodes a page of 250 customers: the client's types against structs written by hand on serde's derives, with the
//! same fields (`support/by_hand.rs`).
//!
//! `cargo bench -p wire-tests --bench decode`: read the ratios; 1.00 is the speed of the hand-written side, more is
//! faster. Both sides check the body for UTF-8 and use `serde_json::from_str`. "Alone" is just that; "in a call" is
//! what the client does with a response, where unknown fields and values are collected.

#![allow(clippy::unwrap_used, reason = "a failed measurement may end in a panic")]

mod support;

use std::hint::black_box;
use std::str::from_utf8;

use generated_client::v3::customers::{CustomerPage, CustomerUpdate};
use serde::de::DeserializeOwned;

use self::support::page::{self, Includes};
use self::support::rounds::{Pairs, in_turn, rounds};
use self::support::table::{Table, ratio, speed};
use self::support::{by_hand, memory};

const CUSTOMERS: usize = 250;
const ROUNDS: usize = 2_000;

fn main() {
    let mut table =
        Table::new(&["decode 250 customers", "KB", "ours", "by hand", "ours/by hand", "allocations ours", "by hand"]);
    for (name, includes) in
        [("no include", Includes::None), ("addresses", Includes::Addresses), ("all includes", Includes::All)]
    {
        let body = page::customers(CUSTOMERS, includes).into_bytes();
        decode::<CustomerPage>(&body);
        let pairs =
            in_turn(rounds(ROUNDS), || decode::<CustomerPage>(&body), || decode::<by_hand::CustomerPage>(&body));
        table.row(&[
            name.to_owned(),
            (body.len() / 1000).to_string(),
            speed(body.len(), pairs.ours()),
            speed(body.len(), pairs.theirs()),
            faster(&pairs),
            memory::allocations(|| decode::<CustomerPage>(&body)).to_string(),
            memory::allocations(|| decode::<by_hand::CustomerPage>(&body)).to_string(),
        ]);
    }
    table.print();
    encode();
}

fn decode<T: DeserializeOwned>(body: &[u8]) {
    black_box(serde_json::from_str::<T>(from_utf8(black_box(body)).unwrap()).unwrap());
}

/// The body of a batch of ten changes.
fn encode() {
    let ours: Vec<CustomerUpdate> = (0..10)
        .map(|index| {
            CustomerUpdate::new(index)
                .email(format!("shopper-{index}@example.org"))
                .first_name("Tomasz")
                .phone("+48 22 555 0164")
                .customer_group_id(7)
                .channel_ids([1, 3])
        })
        .collect();
    let by_hand: Vec<by_hand::CustomerUpdate> = (0..10)
        .map(|index| by_hand::CustomerUpdate {
            id: index,
            email: Some(format!("shopper-{index}@example.org")),
            first_name: Some("Tomasz".to_owned()),
            last_name: None,
            company: None,
            phone: Some("+48 22 555 0164".to_owned()),
            notes: None,
            customer_group_id: Some(7),
            channel_ids: Some(Some(vec![1, 3])),
        })
        .collect();
    let length = serde_json::to_vec(&ours).unwrap().len();
    assert_eq!(serde_json::to_vec(&by_hand).unwrap().len(), length, "both sides send the same");
    let many = |work: &dyn Fn()| (0..100).for_each(|_| work());
    let pairs = in_turn(
        rounds(ROUNDS),
        || many(&|| drop(black_box(serde_json::to_vec(black_box(&ours)).unwrap()))),
        || many(&|| drop(black_box(serde_json::to_vec(black_box(&by_hand)).unwrap()))),
    );
    let mut table = Table::new(&["encode 10 changes", "ours", "by hand", "ours/by hand"]);
    table.row(&[
        format!("{length} bytes"),
        speed(length * 100, pairs.ours()),
        speed(length * 100, pairs.theirs()),
        faster(&pairs),
    ]);
    table.print();
}

fn faster(pairs: &Pairs) -> String {
    ratio(1.0 / pairs.ratio())
}
