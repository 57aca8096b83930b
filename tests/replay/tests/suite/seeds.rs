//! The five documentation pages that the project began with, each as recorded exchanges over HTTP.
//!
//! The expectations come from the pages: fields, limits, the shape of responses, and how to distinguish errors.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use generated_client::rust_decimal::Decimal;
use generated_client::v2::common::ApiErrors;
use generated_client::v2::customers::Authentication;
use generated_client::v3::attribute_values::{AttributeValueUpsert, AttributeValueUpsertRequired};
use generated_client::v3::common::FieldValue;
use generated_client::v3::common::Problem;
use generated_client::v3::customers::{CustomerUpdate, StoreCredit};
use generated_client::v3::form_field_values::{
    AddressFormFieldValueInput, AddressFormFieldValueInputRequired, CustomerFormFieldValueInput,
    CustomerFormFieldValueInputRequired, FormFieldEntry, FormFieldValueInput,
};
use generated_client::v3::metafields::{MetafieldCreate, MetafieldCreateRequired, MetafieldData, PermissionSet};
use generated_client::{Error, Nullable, Number, Response, v2, v3};
use replay::Exchange;

/// Makes a call to a server that replays the recording, and asserts that the request is the recorded one.
macro_rules! replay {
    ($recording:expr, |$client:ident| $call:expr) => {{
        let exchange = Exchange::of($recording).await;
        let $client = exchange.client();
        let outcome = $call.await;
        exchange.assert_sent().await;
        (exchange, outcome)
    }};
}

/// Asserts that a value encodes to the JSON that it was decoded from, without drift.
fn assert_lossless<T: serde::Serialize>(exchange: &Exchange, response: &Response<T>) {
    assert_eq!(serde_json::to_value(&**response).unwrap(), exchange.body());
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    assert_eq!(response.request_id(), exchange.request_id());
}

mod seed_1_form_field_values {
    use super::*;

    const FOLDER: &str = "v3/form_field_values/upsert";

    /// Values of customers and of addresses share one array; a value is a string, a number, or an array of strings.
    fn values() -> [FormFieldValueInput; 3] {
        [
            CustomerFormFieldValueInput::new(CustomerFormFieldValueInputRequired {
                customer_id: 4107,
                name: "Favourite glaze",
                value: "celadon".into(),
            })
            .into(),
            CustomerFormFieldValueInput::new(CustomerFormFieldValueInputRequired {
                customer_id: 4107,
                name: "Firing temperature",
                value: Number::from(1240).into(),
            })
            .into(),
            AddressFormFieldValueInput::new(AddressFormFieldValueInputRequired {
                address_id: 311,
                name: "Delivery days",
                value: vec!["Tuesday".to_owned(), "Friday".to_owned()].into(),
            })
            .into(),
        ]
    }

    #[expect(deprecated, reason = "the page calls the endpoint deprecated, and so does the client")]
    async fn call(
        client: &generated_client::Client,
    ) -> Result<Response<v3::form_field_values::FormFieldValueBatch>, Error> {
        client.v3().form_field_values().upsert(values()).await
    }

    #[tokio::test]
    async fn answers_the_values() {
        let (exchange, outcome) = replay!(&format!("{FOLDER}/200"), |client| call(&client));
        let response = outcome.unwrap();
        assert_lossless(&exchange, &response);
        assert!(response.meta.is_empty(), "an open object");
        let FormFieldEntry::Customer(first) = &response.data[0] else { panic!("{:?}", response.data[0]) };
        assert_eq!((first.customer_id, &first.value), (4107, &FieldValue::from("celadon")));
        let FormFieldEntry::Address(last) = &response.data[2] else { panic!("{:?}", response.data[2]) };
        assert_eq!(last.address_id, 311);
        assert!(matches!(&last.value, FieldValue::List(days) if days == &["Tuesday", "Friday"]));
    }

    #[tokio::test]
    async fn fails_with_422() {
        let (_, outcome) = replay!(&format!("{FOLDER}/422"), |client| call(&client));
        let error = outcome.unwrap_err();
        assert!(error.status().is_some_and(|status| status == 422) && error.api::<Problem>().is_some());
        assert_eq!(error.field_keys(), ["2.address_id"]);
    }

    /// The note of `#[deprecated]` names what to use instead.
    #[test]
    fn names_its_replacements() {
        let source = include_str!("../../../../generated-client/src/generated/v3/form_field_values.rs");
        let note = source.split("#[deprecated(").nth(1).unwrap().split(")]").next().unwrap();
        assert!(
            note.contains("v3::customers::Customers::update") && note.contains("v3::addresses::Addresses::update"),
            "{note}"
        );
    }
}

mod seed_2_attribute_values {
    use super::*;

    const FOLDER: &str = "v3/attribute_values/upsert";

    fn values() -> [AttributeValueUpsert; 2] {
        [
            AttributeValueUpsert::new(AttributeValueUpsertRequired {
                attribute_id: 12,
                value: "wholesale",
                customer_id: 4107,
            }),
            AttributeValueUpsert::new(AttributeValueUpsertRequired { attribute_id: 14, value: "", customer_id: 4108 })
                .id(902),
        ]
    }

    #[tokio::test]
    async fn answers_the_values() {
        for case in ["200", "200-paginated"] {
            let (exchange, outcome) =
                replay!(&format!("{FOLDER}/{case}"), |client| client.v3().attribute_values().upsert(values()));
            let response = outcome.unwrap();
            assert_lossless(&exchange, &response);
            assert_eq!(response.data[0].attribute_value, "wholesale", "`value` comes back as `attribute_value`");
            assert_eq!(response.meta.pagination.as_ref().map(|pages| pages.per_page), (case != "200").then_some(10));
        }
    }

    #[tokio::test]
    async fn fails_with_422() {
        let (_, outcome) = replay!(&format!("{FOLDER}/422"), |client| client.v3().attribute_values().upsert(values()));
        let error = outcome.unwrap_err();
        assert!(error.status().is_some_and(|status| status == 422) && error.api::<Problem>().is_some());
        assert_eq!(error.field_keys(), ["1.attribute_id"]);
    }

    #[tokio::test]
    async fn refuses_a_value_of_256_characters() {
        let client = test_support::client("http://127.0.0.1:9");
        for (length, sent) in [(255, true), (256, false)] {
            let value = AttributeValueUpsert::new(AttributeValueUpsertRequired {
                attribute_id: 12,
                value: &"ß".repeat(length),
                customer_id: 4107,
            });
            let error = client.v3().attribute_values().upsert([value]).await.unwrap_err();
            assert_eq!(error.kind() != generated_client::ErrorKind::InvalidRequest, sent, "{error}");
        }
    }

    /// 10 customers per call, 3 calls at a time.
    #[test]
    fn knows_its_limits() {
        let source = include_str!("../../../../generated-client/src/generated/v3/attribute_values.rs");
        let operation = source.split("static UPSERT_ATTRIBUTE_VALUES").nth(1).unwrap().split("};").next().unwrap();
        assert!(
            operation.contains("items_per_call: Some(10") && operation.contains("concurrency: Some(3"),
            "{operation}"
        );
    }
}

mod seed_3_customers {
    use super::*;

    const FOLDER: &str = "v3/customers/update";

    fn changes() -> [CustomerUpdate; 2] {
        let credit = StoreCredit::new(Decimal::new(4210, 2));
        let first = CustomerUpdate::new(4107).first_name("Aiko").store_credit_amounts([credit]).channel_ids([1, 4]);
        [first, CustomerUpdate::new(4108).channel_ids(None)]
    }

    #[tokio::test]
    async fn answers_the_customers() {
        let (exchange, outcome) = replay!(&format!("{FOLDER}/200"), |client| client.v3().customers().update(changes()));
        let response = outcome.unwrap();
        assert_lossless(&exchange, &response);
        let first = &response.data[0];
        let amount = &first.store_credit_amounts.as_ref().unwrap()[0].amount;
        assert_eq!(amount.decimal(), Some(Decimal::new(4210, 2)));
        assert_eq!(serde_json::to_string(amount).unwrap(), "42.10", "digit by digit");
        assert_eq!(first.channel_ids.as_deref(), Some(&[1, 4][..]));
        assert_eq!(response.data[1].channel_ids, Nullable::Null);
        assert_eq!(first.addresses.as_ref().unwrap()[0].first_name, "", "no length is enforced on what is read");
    }

    #[tokio::test]
    async fn tells_413_from_422() {
        let (_, outcome) = replay!(&format!("{FOLDER}/413"), |client| client.v3().customers().update(changes()));
        let error = outcome.unwrap_err();
        assert!(error.status().is_some_and(|status| status == 413) && error.api::<Problem>().is_some());

        let (_, outcome) = replay!(&format!("{FOLDER}/422"), |client| client.v3().customers().update(changes()));
        let error = outcome.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 422);
        let errors = error.api::<Problem>().unwrap().errors.as_ref().unwrap();
        assert_eq!(errors["0.email"], "invalid email");
        assert_eq!(error.field_keys(), ["0.email", "1.id"]);
    }

    /// Every writable field of the page, and none of the read-only ones.
    #[test]
    fn has_the_fields_of_the_page() {
        let full = CustomerUpdate::new(4107)
            .email("aiko.tanabe@example.org")
            .first_name("Aiko")
            .last_name("Tanabe")
            .company("Tanabe Ceramics")
            .phone("+1 206 555 0118")
            .notes("Orders by telephone.")
            .tax_exempt_category("")
            .customer_group_id(5)
            .authentication(v3::customers::AuthenticationInput::new().force_password_reset(true))
            .accepts_product_review_abandoned_cart_emails(true)
            .store_credit_amounts([])
            .channel_ids([1])
            .form_fields([]);
        let json = serde_json::to_value(full).unwrap();
        let keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys.len(), 14);
        for read_only in ["registration_ip_address", "date_created", "date_modified", "origin_channel_id"] {
            assert!(!keys.contains(&read_only), "{read_only} can be sent");
        }
    }

    #[tokio::test]
    async fn checks_the_lengths_of_the_page() {
        let client = test_support::client("http://127.0.0.1:9");
        let text = |length: usize| "x".repeat(length);
        for (field, update) in [
            ("email", CustomerUpdate::new(1).email(text(2))),
            ("email", CustomerUpdate::new(1).email(text(256))),
            ("first_name", CustomerUpdate::new(1).first_name("")),
            ("first_name", CustomerUpdate::new(1).first_name(text(101))),
            ("last_name", CustomerUpdate::new(1).last_name(text(101))),
            ("company", CustomerUpdate::new(1).company(text(256))),
            ("phone", CustomerUpdate::new(1).phone(text(51))),
            ("tax_exempt_category", CustomerUpdate::new(1).tax_exempt_category(text(256))),
        ] {
            let error = client.v3().customers().update([update]).await.unwrap_err();
            assert_eq!(error.kind(), generated_client::ErrorKind::InvalidRequest);
            assert!(error.to_string().contains(&format!("[0].{field}")), "{error}");
        }
    }
}

mod seed_4_metafields {
    use super::*;

    const FOLDER: &str = "v3/metafields/create";

    fn metafield() -> MetafieldCreate {
        MetafieldCreate::new(MetafieldCreateRequired {
            permission_set: PermissionSet::ReadAndSfAccess,
            namespace: "kiln.bookings",
            key: "next_slot",
            value: "2025-04-02 09:00",
        })
        .description("When the customer fires next.")
    }

    #[tokio::test]
    async fn answers_a_list_or_an_object() {
        for case in ["200-list", "200"] {
            let (exchange, outcome) =
                replay!(&format!("{FOLDER}/{case}"), |client| client.v3().metafields().create(4107, metafield()));
            let response = outcome.unwrap();
            assert_lossless(&exchange, &response);
            let metafield = match &response.data {
                MetafieldData::List(list) => &list[0],
                MetafieldData::Metafield(metafield) => metafield,
                other => panic!("{other:?}"),
            };
            assert_eq!(metafield.id, 77);
            assert_eq!(metafield.permission_set, Some(PermissionSet::ReadAndSfAccess));
        }
    }

    #[tokio::test]
    async fn tells_400_409_and_422_apart() {
        for case in ["400", "409", "422"] {
            let (_, outcome) =
                replay!(&format!("{FOLDER}/{case}"), |client| client.v3().metafields().create(4107, metafield()));
            let error = outcome.unwrap_err();
            let problem = error.api::<Problem>().unwrap();
            match error.status().unwrap().as_u16() {
                400 => assert!(problem.detail.is_some()),
                409 => assert_eq!(error.field_keys(), ["key"]),
                422 => assert_eq!(error.field_keys(), ["permission_set"]),
                status => panic!("{case} became {status}"),
            }
            assert_eq!(error.status().unwrap().as_str(), case);
        }
    }

    #[test]
    fn has_the_five_permission_sets() {
        for text in ["app_only", "read", "write", "read_and_sf_access", "write_and_sf_access"] {
            assert!(!matches!(PermissionSet::from(text), PermissionSet::Unknown(_)), "{text}");
        }
    }

    #[tokio::test]
    async fn checks_the_lengths_of_the_page() {
        let client = test_support::client("http://127.0.0.1:9");
        let new = |namespace: usize, key: usize, value: usize| {
            let text = |length: usize| "x".repeat(length);
            MetafieldCreate::new(MetafieldCreateRequired {
                permission_set: PermissionSet::AppOnly,
                namespace: &text(namespace),
                key: &text(key),
                value: &text(value),
            })
        };
        for (field, metafield) in [
            ("namespace", new(0, 1, 1)),
            ("namespace", new(65, 1, 1)),
            ("key", new(1, 0, 1)),
            ("key", new(1, 65, 1)),
            ("value", new(1, 1, 0)),
            ("value", new(1, 1, 65_536)),
            ("description", new(1, 1, 1).description("x".repeat(256))),
        ] {
            let error = client.v3().metafields().create(4107, metafield).await.unwrap_err();
            assert_eq!(error.kind(), generated_client::ErrorKind::InvalidRequest);
            assert!(error.to_string().contains(field), "{error}");
        }
    }
}

mod seed_5_v2_customers {
    use super::*;

    const FOLDER: &str = "v2/customers/update";

    #[expect(deprecated, reason = "the page calls the endpoint deprecated, and so does the client")]
    async fn call(client: &generated_client::Client) -> Result<Response<v2::customers::Customer>, Error> {
        let secret = "kiln-at-1240-degrees";
        let authentication = Authentication::new().force_reset(true).password(secret).password_confirmation(secret);
        let change = v2::customers::CustomerUpdate::new()
            .authentication(authentication)
            .first_name("Leonie")
            .store_credit(Number::text(Decimal::new(1250, 2)));
        assert!(!format!("{change:?}").contains(secret));
        client.v2().customers().update(41, change).await
    }

    #[tokio::test]
    async fn answers_the_customer_with_every_digit_of_its_credit() {
        for (case, credit, is_text) in
            [("200", "\"12.5000\"", true), ("200-float-credit", "12.50", false), ("200-integer-credit", "12", false)]
        {
            let (exchange, outcome) = replay!(&format!("{FOLDER}/{case}"), |client| call(&client));
            let response = outcome.unwrap();
            assert_lossless(&exchange, &response);
            assert_eq!(serde_json::to_string(&response.store_credit).unwrap(), credit);
            assert_eq!(response.store_credit.is_text(), is_text);
            // Tue, 11 Feb 2025 08:05:44 +0000
            assert_eq!(response.date_created.to_unix(), Some((1_739_261_144, 0)));
            assert_eq!(response.form_fields.is_some(), case == "200-float-credit", "a list or null");
            assert_eq!(response.addresses.resource, "/customers/41/addresses");
        }
    }

    #[tokio::test]
    async fn tells_its_errors_apart() {
        for case in ["400", "404", "409"] {
            let (_, outcome) = replay!(&format!("{FOLDER}/{case}"), |client| call(&client));
            let error = outcome.unwrap_err();
            assert_eq!(error.status().unwrap().as_str(), case);
            assert!(matches!(error.api(), Some(ApiErrors::ErrorList(list)) if list.len() == 1), "{error:?}");
        }
    }

    /// Passwords are write-only: one in a response is an unknown field, which is not shown, and in no update.
    #[tokio::test]
    async fn has_authentication_in_no_response() {
        let mut customer = Exchange::of(&format!("{FOLDER}/200")).await.body();
        customer["_authentication"] = serde_json::json!({"password": "kiln-at-1240-degrees"});
        let customer: v2::customers::Customer = serde_json::from_value(customer).unwrap();
        assert!(customer.unknown_fields().get("_authentication").is_some());
        assert!(v2::customers::CustomerUpdate::from(&customer).unknown_fields().is_empty());
    }
}
