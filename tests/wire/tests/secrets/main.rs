//! Secrets and personal data, planted wherever a request or a response has room for them, are never shown by `Display`,
//! `Debug` or a trace.
//!
//! Texts of the API are shown without the values that the call itself sent.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
#![expect(deprecated, reason = "deprecated operations show nothing either")]

mod echoes;
mod recorded;
mod responses;
mod shown;
mod streams;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use generated_client::reqwest;
use generated_client::test_util::{Reply, Script};
use generated_client::v3::customers::{
    AuthenticationInput, CustomerAddressCreate, CustomerAddressCreateRequired, CustomerAttributeCreate,
    CustomerAttributeCreateRequired, CustomerCreate, CustomerCreateRequired, CustomerUpdate,
};
use generated_client::{
    CallOptions, Client, ClientBuilder, FilePart, HttpClient, Json, Layer, LayerFuture, Next, Number, Secret, Text, v2,
    v3,
};
use test_support::STORE;

use self::shown::{Shown, assert_no_trace};

/// Grants access to the store.
const TOKEN: &str = "tok3n-5e1f77a0c4";
const PASSWORD: &str = "pass-word-7";
/// The value of a header of one call.
const HEADER: &str = "Bearer b3arer-9";
const EMAIL: &str = "aiko.tanabe@example.org";
const NAME: &str = "Tanabe";
const PHONE: &str = "+81 90 5550 1234";
const NOTES: &str = "owes us 12 bowls";

/// Everything that is planted.
const SECRETS: [&str; 7] = [TOKEN, PASSWORD, HEADER, EMAIL, NAME, PHONE, NOTES];

/// The builder of a client for all tests.
fn builder(base_url: &str) -> ClientBuilder<Client> {
    Client::builder(STORE, TOKEN).base_url(base_url).retry(generated_client::RetryPolicy::none())
}

/// A header that belongs to one call.
fn options() -> CallOptions {
    CallOptions::new().header("authorization-of-shopper", HEADER).timeout(Duration::from_secs(5))
}

fn create() -> CustomerCreate {
    let address = CustomerAddressCreate::new(CustomerAddressCreateRequired {
        first_name: NAME,
        last_name: NAME,
        address1: NOTES,
        city: NOTES,
        country_code: "JP",
    })
    .phone(PHONE)
    .company(NAME);
    CustomerCreate::new(CustomerCreateRequired { email: EMAIL, first_name: NAME, last_name: NAME })
        .phone(PHONE)
        .notes(NOTES)
        .company(NAME)
        .addresses([address])
        .attributes([CustomerAttributeCreate::new(CustomerAttributeCreateRequired {
            attribute_id: 3,
            attribute_value: NOTES,
        })])
        .authentication(AuthenticationInput::new().new_password(PASSWORD))
}

fn update() -> CustomerUpdate {
    CustomerUpdate::new(4107).email(EMAIL).last_name(NAME).phone(PHONE).notes(NOTES)
}

fn credentials() -> v3::credentials::Credentials {
    v3::credentials::Credentials::new(v3::credentials::CredentialsRequired { email: EMAIL, password: PASSWORD.into() })
}

#[tokio::test]
async fn what_is_about_to_be_sent_is_not_shown() {
    let mut shown = Shown::default();
    let builder = builder("https://127.0.0.1:1").user_agent("sync/1");
    shown.debug("builder", &builder);
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("x-proxy-password", reqwest::header::HeaderValue::from_static(PASSWORD));
    let http = HttpClient::from_builder(reqwest::Client::builder().default_headers(headers)).unwrap();
    shown.debug("pool", &http);
    let client = builder.http_client(http).build().unwrap();
    shown.debug("client", &client);
    shown.debug("V3", &client.v3());
    shown.debug("V2", &client.v2());
    shown.debug("resource", &client.v3().customers());

    shown.debug("options", &options());
    for (name, value) in [("x-note", "Tanabe\r\nx-evil: 1"), (HEADER, "authorization"), (EMAIL, "x"), ("a b", TOKEN)] {
        let options = CallOptions::new().header(name, value);
        shown.debug("options that cannot be sent", &options);
        let error = client.v3().customers().list().with(options).await.unwrap_err();
        shown.error("a header that cannot be sent", &error);
    }

    let customers = client.v3().customers();
    let list = customers.list().email_in([EMAIL]).name_in([NAME]).phone_in([PHONE]).with(options());
    shown.debug("list", &list);
    shown.debug("future", &list.into_future());
    shown.debug("create", &create());
    shown.debug("create", &customers.create([create()]));
    shown.debug("update", &update());
    shown.debug("update", &customers.update([update()]).with(options()));
    shown.debug("delete", &customers.delete([4107]));
    shown.debug("credentials", &credentials());
    shown.debug("credentials", &client.v3().credentials().validate(credentials()));
    let old = v2::customers::CustomerCreate::new(v2::customers::CustomerCreateRequired {
        email: EMAIL,
        first_name: NAME,
        last_name: NAME,
    })
    .authentication(v2::customers::Authentication::new().password(PASSWORD).password_confirmation(PASSWORD));
    shown.debug("V2 create", &old);
    shown.debug("V2 create", &client.v2().customers().create(old));
    let check = v2::customers::PasswordCheck::new(PASSWORD);
    shown.debug("V2 password", &check);
    shown.debug("V2 password", &client.v2().customers().validate_password(7, check));

    // A violation of the specification is reported by its location.
    let long = format!("{EMAIL}{}", "x".repeat(300));
    let error = customers
        .create([CustomerCreate::new(CustomerCreateRequired { email: &long, first_name: NAME, last_name: NAME })])
        .await
        .unwrap_err();
    assert!(error.to_string().contains("body[0].email: 323 characters"), "{error}");
    shown.error("a request that breaks the specification", &error);
    let error = customers.list().email_in([format!("{EMAIL},{NAME}")]).await.unwrap_err();
    shown.error("a filter that would be split", &error);
    for (store, token) in [(STORE, "tok3n-5e1f77a0c4\r\nx: y"), ("a/tok3n-5e1f77a0c4\0", TOKEN), ("..", TOKEN)] {
        if let Err(error) = Client::builder(store, token).build() {
            shown.error("a client that cannot be built", &error);
        }
    }
    for url in [format!("https://{NAME}:{PASSWORD}@example.org"), format!("https://example.org/?token={TOKEN}")] {
        let builder = Client::builder(STORE, TOKEN).base_url(url);
        shown.debug("a builder with a wrong URL", &builder);
        shown.error("a wrong URL", &builder.build().unwrap_err());
    }
    shown.assert_clean();
    assert_no_trace();
}

#[test]
fn values_that_stand_for_text_are_not_shown() {
    let mut shown = Shown::default();
    shown.debug("secret", &Secret::from(PASSWORD));
    shown.debug("file", &FilePart::new(PHONE).file_name(NAME).content_type(EMAIL));
    shown.debug("text", &Text::from(PHONE));
    shown.debug("JSON", &serde_json::from_str::<Json>(&format!("{{\"a\": \"{EMAIL}\"}}")).unwrap());
    let fields: v3::customers::CustomerPage =
        serde_json::from_str(&format!("{{\"data\": [], \"meta\": {{}}, \"{EMAIL}\": \"{PHONE}\"}}")).unwrap();
    shown.debug("unknown fields", fields.unknown_fields());
    shown.debug("an object with unknown fields", &fields);
    shown.debug("number", &serde_json::from_str::<Number>(&format!("\"{PHONE}\"")).unwrap());
    shown.debug("day", &serde_json::from_str::<generated_client::Date>(&format!("\"{NAME}\"")).unwrap());
    shown.debug("date", &serde_json::from_str::<generated_client::DateTime>(&format!("\"{NAME}\"")).unwrap());
    shown.debug("enum", &v3::customers::Include::from(EMAIL));
    shown.assert_clean();
}

/// A layer that logs what it sees, as layers do.
#[derive(Clone, Default)]
struct Watch(Arc<Mutex<String>>);

impl Layer for Watch {
    fn call<'a>(&'a self, request: reqwest::Request, next: Next<'a>) -> LayerFuture<'a> {
        *self.0.lock().unwrap() += &format!("{:?} {next:?}", request.headers());
        next.run(request)
    }
}

/// The output of users' tests and layers.
#[tokio::test]
async fn scripts_and_layers_show_no_more_than_the_client() {
    let mut shown = Shown::default();
    let script = Script::new();
    let reply = Reply::new(422).header("x-echo", EMAIL).json(serde_json::json!({"title": NAME, "detail": PASSWORD}));
    shown.debug("reply", &reply);
    shown.debug("reply that is none", &Reply::new(200).header("x-echo", "Tanabe\n"));
    script.push(reply);
    let watch = Watch::default();
    let client = Client::builder(STORE, TOKEN).script(&script).layer(watch.clone()).build().unwrap();
    let request = client.v3().customers().create([create()]).with(options());
    request.await.unwrap_err();
    let error = client.v3().customers().list().email_in([EMAIL]).await.unwrap_err();
    shown.error("no response left", &error);
    shown.debug("script", &script);
    shown.debug("requests", &script.requests());
    shown.text("a layer", watch.0.lock().unwrap().clone());
    assert!(shown.has("authorization-of-shopper") && shown.has("x-auth-token"), "names are shown");
    // They were there to be seen.
    assert_eq!(script.requests()[0].header("authorization-of-shopper"), Some(HEADER));
    assert!(script.requests()[1].query().contains("aiko.tanabe"));
    shown.assert_clean();
    assert_no_trace();
}
