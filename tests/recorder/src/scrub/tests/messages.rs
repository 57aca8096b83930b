//! Error messages of the API keep only its own words.

use super::leaks::{assert_clean, message};
use super::*;

/// Scrubs a message without any other exchange.
fn said(text: &str) -> String {
    let errors = json!({"status": 422, "title": text, "type": "about:blank", "errors": {}});
    at(&one(exchanged("GET /v3/customers", 422, errors)), "/response/body/title").as_str().unwrap().to_owned()
}

#[test]
fn words_of_others_do_not_stay() {
    let long = "The name Ng and wilhelmina oyelaran of shop.acme-nuts.de, phone 0731 901820 or 2065550199, card \
                4111111111111111 Li";
    for (text, secret) in [
        (long, "Ng "),
        (long, "wilhelmina"),
        (long, "oyelaran"),
        (long, "acme"),
        (long, "nuts"),
        (long, "0731"),
        (long, "901820"),
        (long, "2065550199"),
        (long, "4111111111111111"),
        (long, " Li"),
        ("Ng exists at 731901820", "Ng "),
        ("Ng exists at 731901820", "731901820"),
        ("call (206) 555-0199 or 206 555 0188", "555-0199"),
        ("call (206) 555-0199 or 206 555 0188", "555 0188"),
        ("call 206.555.0199 or 0731/90182", "555.0199"),
        ("call 206 - 555 - 0199", "206 - 555"),
        ("call 206_555_0199 or 206\u{2011}555\u{2011}0188", "206_555"),
        ("call 206_555_0199 or 206\u{2011}555\u{2011}0188", "555\u{2011}0188"),
        ("born on 13.05.1971", "1971"),
        ("postal code 89073 is unknown", "89073"),
        ("the order12345678 exists", "12345678"),
        ("the value wilhelmina42 exists", "wilhelmina"),
        ("it is acme-nuts.de", "acme-nuts"),
        ("see M\u{fc}ller-Shop.de/x", "m\u{fc}ller"),
        ("wilhelmina%20oyelaran exists", "oyelaran"),
        ("&quot;wilhelmina&quot; exists", "wilhelmina"),
        (r#"{\"wilhelmina\":\"oyelaran\"}"#, "oyelaran"),
        ("O'Oyelaran's address", "oyelaran"),
        ("Oyelaran's phone and Ng\u{2019}s", "Ng"),
        ("DE89 3704 0044 0532 0130 00", "3704 0044"),
        ("the customer wilhelmina_oyelaran", "oyelaran"),
        ("the customer firstNameWilhelmina", "wilhelmina"),
        ("the segment 3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613", "3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613"),
        ("田中さん exists", "田中"),
    ] {
        assert_clean(message(text), &[secret]);
    }
    let keys = json!({"status": 422, "title": "no", "errors": {"wilhelmina": "no", "2065550199": "no", "0.Ng": "no"}});
    assert_clean(vec![exchanged("GET /v3/customers", 422, keys)], &["wilhelmina", "2065550199", "Ng"]);
}

#[test]
fn words_of_the_api_stay() {
    for text in [
        "The field 'first_name' of customers.0.addresses.1.postal_code isn't valid.",
        "Page 3 of 250 doesn't exist, there are 1184 customers; can't go on.",
        "0.email must not be empty; customerGroup and channelId couldn't be found",
        "Not before 2024-10-30T22:30:38-0400, Mon, 06 May 2024 07:34:10 +0000 or 12:30:45.",
        "HTTP 422, version 1.2.3, v3, at least 12.50, the 2nd of 3",
        "See https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes.",
        "Set%20of%20customers &amp; addresses",
        "An unexpected error occurred while processing your request. Please try again later.",
        "The customer with the given email address has already been registered.",
    ] {
        assert_eq!(said(text), text);
    }
    let known = json!({"status": 422, "title": "The customer 41234567 and 41234568 exist", "errors": {}});
    let body = json!({"data": [{"id": 41_234_567, "shopper_profile_id": "3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613"}]});
    let out = scrub(
        spec(),
        vec![
            exchanged("GET /v3/customers?id:in=41234567", 422, known),
            exchanged("GET /v3/customers", 200, body),
            exchanged(
                "GET /v3/customers",
                422,
                json!({"status": 422, "title": "profile 3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613"}),
            ),
        ],
        &secrets(),
    );
    let title = at(&out[0], "/response/body/title").as_str().unwrap().to_owned();
    assert!(title.starts_with("The customer 41234567 and ") && !title.contains("41234568"), "{title}");
    assert_eq!(at(&out[2], "/response/body/title"), json!("profile 3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613"));
}

#[test]
fn the_same_word_is_the_same_everywhere() {
    let customer = json!({"data": [{"first_name": "Ng", "last_name": "Li", "addresses": [{"postal_code": "89073"}]}]});
    let error = |text: &str| exchanged("GET /v3/customers", 422, json!({"status": 422, "title": text, "detail": text}));
    let out = scrub(
        spec(),
        vec![
            error("wilhelmina, Ng, LI, 89073, shop.acme-nuts.de"),
            exchanged("GET /v3/customers?name:in=Ng%20Li", 200, customer),
            error("Wilhelmina, ng, li, 89073, shop.acme-nuts.de"),
        ],
        &secrets(),
    );
    let text = |index: usize, pointer: &str| at(&out[index], pointer).as_str().unwrap().to_owned();
    let (first, second) = (text(0, "/response/body/title"), text(2, "/response/body/title"));
    assert_eq!(first, second);
    let data = |field: &str| text(1, &format!("/response/body/data/0/{field}"));
    let parts: Vec<&str> = first.split(", ").collect();
    assert_eq!(parts[1..4], [data("first_name"), data("last_name"), data("addresses/0/postal_code")]);
    assert_eq!(parts[4], "shop-1.example.org");
}
