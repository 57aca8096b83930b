//! A plain program for each resource, as written from the documentation, run against the simulated store.
//!
//! Tests of all operations use generated calls. These are written by hand, to notice builders that are awkward or
//! misleading.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]
#![allow(deprecated, reason = "deprecated operations are operations")]

use std::collections::BTreeSet;
use std::pin::Pin;

use generated_client::v2::addresses as addresses_v2;
use generated_client::v2::customer_groups::{CustomerGroupCreate, CustomerGroupUpdate};
use generated_client::v2::customers as customers_v2;
use generated_client::v3::addresses::{AddressCreate, AddressCreateRequired, AddressUpdate};
use generated_client::v3::attribute_values::{AttributeValueUpsert, AttributeValueUpsertRequired};
use generated_client::v3::attributes::{
    AttributeCreate, AttributeCreateRequired, AttributeType, AttributeUpdate, AttributeUpdateRequired,
};
use generated_client::v3::consent::{ConsentCategory, ConsentUpdate};
use generated_client::v3::credentials::{Credentials, CredentialsRequired};
use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use generated_client::v3::form_field_values::{CustomerFormFieldValueInput, CustomerFormFieldValueInputRequired};
use generated_client::v3::metafields::{
    MetafieldCreate, MetafieldCreateRequired, MetafieldData, MetafieldUpdate, PermissionSet,
};
use generated_client::v3::segments::{SegmentCreate, SegmentUpdate};
use generated_client::v3::settings::{PrivacySettingsUpdate, SettingsUpdate};
use generated_client::v3::shopper_profiles::ShopperProfileCreate;
use generated_client::v3::stored_instruments::StoredInstrument;
use generated_client::v3::subscribers::{SubscriberCreate, SubscriberUpdate};
use generated_client::{Client, Error};
use mock_store::{Store, StoreConfig};

type Outcome = Result<(), Error>;
type Program = fn(Client) -> Pin<Box<dyn Future<Output = Outcome> + Send>>;

const PROGRAMS: &[(&str, Program)] = &[
    ("v3.addresses", |client| Box::pin(addresses(client))),
    ("v3.attribute_values", |client| Box::pin(attribute_values(client))),
    ("v3.attributes", |client| Box::pin(attributes(client))),
    ("v3.consent", |client| Box::pin(consent(client))),
    ("v3.credentials", |client| Box::pin(credentials(client))),
    ("v3.customers", |client| Box::pin(customers(client))),
    ("v3.form_field_values", |client| Box::pin(form_field_values(client))),
    ("v3.metafields", |client| Box::pin(metafields(client))),
    ("v3.segments", |client| Box::pin(segments(client))),
    ("v3.settings", |client| Box::pin(settings(client))),
    ("v3.shopper_profiles", |client| Box::pin(shopper_profiles(client))),
    ("v3.stored_instruments", |client| Box::pin(stored_instruments(client))),
    ("v3.subscribers", |client| Box::pin(subscribers(client))),
    ("v2.addresses", |client| Box::pin(addresses_of_v2(client))),
    ("v2.customer_groups", |client| Box::pin(customer_groups(client))),
    ("v2.customers", |client| Box::pin(customers_of_v2(client))),
];

#[test]
fn each_resource_has_a_program() {
    let programs: BTreeSet<_> = PROGRAMS.iter().map(|(resource, _)| (*resource).to_owned()).collect();
    let operations = test_support::spec().operations();
    let resources = operations.iter().map(|operation| format!("{}.{}", operation.version, operation.fragment));
    assert_eq!(programs, resources.collect(), "PROGRAMS has a program for each resource: add or remove one");
}

#[tokio::test]
async fn each_program_does_what_it_says() {
    let mut failed = Vec::new();
    for (resource, program) in PROGRAMS {
        let config = StoreConfig { customers: 7, addresses_each: 1, ..StoreConfig::default() };
        let store = Store::start(config).await.unwrap();
        match tokio::spawn(program(store.client())).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failed.push(format!("{resource}: {error:#}")),
            Err(_) => failed.push(format!("{resource}: see above")),
        }
    }
    assert_eq!(failed, [""; 0]);
}

async fn customers(client: Client) -> Outcome {
    let customers = client.v3().customers();
    let created = customers
        .create([CustomerCreate::new(CustomerCreateRequired {
            email: "noor@example.org",
            first_name: "Noor",
            last_name: "Haddad",
        })])
        .await?;
    let id = created.data[0].id;
    customers.update([CustomerUpdate::new(id).notes("likes celadon")]).await?;
    let found = customers.get(id).await?.into_inner().unwrap();
    assert_eq!((found.email.as_str(), found.notes.as_str()), ("noor@example.org", "likes celadon"));
    customers.delete([id]).await?;
    assert!(customers.get(id).await?.is_none());
    Ok(())
}

async fn addresses(client: Client) -> Outcome {
    let addresses = client.v3().addresses();
    let address = AddressCreate::new(AddressCreateRequired {
        customer_id: 3,
        first_name: "Noor",
        last_name: "Haddad",
        address1: "1 Kiln Lane",
        city: "Gdansk",
        state_or_province: "",
        postal_code: "80-001",
        country_code: "PL",
    });
    let created = addresses.create([address.company("Kiln & Co")]).await?;
    let id = created.data.as_ref().unwrap()[0].id.unwrap();
    addresses.update([AddressUpdate::new(id).city("Sopot")]).await?;
    let of_customer = addresses.list().customer_id_in([3]).await?;
    let changed = of_customer.data.iter().find(|address| address.id == Some(id)).unwrap();
    assert_eq!((changed.city.as_str(), changed.company.as_deref()), ("Sopot", Some("Kiln & Co")));
    addresses.delete([id]).await?;
    assert_eq!(addresses.list().id_in([id]).await?.data.len(), 0);
    Ok(())
}

async fn attributes(client: Client) -> Outcome {
    let attributes = client.v3().attributes();
    let created = attributes
        .create([AttributeCreate::new(AttributeCreateRequired { name: "Tier", r#type: AttributeType::StringValue })])
        .await?;
    let id = created.data[0].id;
    attributes.update([AttributeUpdate::new(AttributeUpdateRequired { id, name: "Level" })]).await?;
    let found = attributes.list().name("Level").await?;
    assert_eq!((found.data.len(), found.data[0].id), (1, id));
    attributes.delete([id]).await?;
    assert_eq!(attributes.list().await?.data.len(), 0);
    Ok(())
}

async fn attribute_values(client: Client) -> Outcome {
    let (attributes, values) = (client.v3().attributes(), client.v3().attribute_values());
    let created = attributes
        .create([AttributeCreate::new(AttributeCreateRequired { name: "Tier", r#type: AttributeType::StringValue })])
        .await?;
    let attribute = created.data[0].id;
    let written = values
        .upsert([AttributeValueUpsert::new(AttributeValueUpsertRequired {
            attribute_id: attribute,
            value: "gold",
            customer_id: 3,
        })])
        .await?;
    assert_eq!(written.data.len(), 1);
    let of_customer = values.list().customer_id_in([3]).await?;
    assert_eq!(of_customer.data[0].attribute_value, "gold");
    values.delete([of_customer.data[0].id]).await?;
    assert_eq!(values.list().attribute_id_in([attribute]).await?.data.len(), 0);
    Ok(())
}

async fn consent(client: Client) -> Outcome {
    let consent = client.v3().consent();
    let update = ConsentUpdate::new().allow([ConsentCategory::Essential]).deny([ConsentCategory::Targeting]);
    consent.update(3, update).await?;
    let given = consent.get(3).await?;
    assert!(given.allow.contains(&ConsentCategory::Essential));
    assert!(given.deny.contains(&ConsentCategory::Targeting));
    Ok(())
}

async fn credentials(client: Client) -> Outcome {
    let credentials = client.v3().credentials();
    let right = credentials
        .validate(Credentials::new(CredentialsRequired {
            email: "shopper-3@example.org",
            password: "password-3".into(),
        }))
        .await?;
    assert!(right.is_valid);
    let wrong = credentials
        .validate(Credentials::new(CredentialsRequired {
            email: "shopper-3@example.org",
            password: "password-4".into(),
        }))
        .await?;
    assert!(!wrong.is_valid);
    Ok(())
}

async fn form_field_values(client: Client) -> Outcome {
    let values = client.v3().form_field_values();
    values
        .upsert([CustomerFormFieldValueInput::new(CustomerFormFieldValueInputRequired {
            customer_id: 3,
            name: "Glaze",
            value: "celadon".into(),
        })])
        .await?;
    let of_customer = values.list().customer_id(3).field_name("Glaze").await?;
    assert_eq!(of_customer.data.len(), 1);
    Ok(())
}

async fn metafields(client: Client) -> Outcome {
    let metafields = client.v3().metafields();
    let created = metafields
        .create(
            3,
            MetafieldCreate::new(MetafieldCreateRequired {
                permission_set: PermissionSet::Read,
                namespace: "crm",
                key: "tier",
                value: "gold",
            }),
        )
        .await?;
    let id = match created.into_inner().data {
        MetafieldData::Metafield(metafield) => metafield.id,
        MetafieldData::List(metafields) => metafields[0].id,
        other => panic!("{other:?}"),
    };
    metafields.update(3, id, MetafieldUpdate::new().value("silver")).await?;
    let changed = metafields.get(3, id).await?;
    assert_eq!(changed.data.value.as_deref(), Some("silver"));
    assert_eq!(metafields.list(3).namespace("crm").await?.data.len(), 1);
    metafields.delete(3, id).await?;
    assert_eq!(metafields.list_all().await?.data.len(), 0);
    Ok(())
}

async fn segments(client: Client) -> Outcome {
    let (segments, profiles) = (client.v3().segments(), client.v3().shopper_profiles());
    segments.create([SegmentCreate::new("Loyal").description("come back each spring")]).await?;
    let id = segments.list().await?.data[0].id.clone();
    segments.update([SegmentUpdate::new(&id).name("Faithful")]).await?;
    assert_eq!(segments.list().id_in([&id]).await?.data[0].name, "Faithful");
    profiles.create([ShopperProfileCreate::new().customer_id(3)]).await?;
    let profile = profiles.list().await?.data[0].id.clone();
    segments.add_profiles(&id, [&profile]).await?;
    assert_eq!(segments.list_profiles(&id).await?.data.len(), 1);
    segments.remove_profiles(&id, [&profile]).await?;
    segments.delete([&id]).await?;
    assert_eq!(segments.list().await?.data.len(), 0);
    Ok(())
}

async fn shopper_profiles(client: Client) -> Outcome {
    let profiles = client.v3().shopper_profiles();
    profiles.create([ShopperProfileCreate::new().customer_id(3)]).await?;
    let page = profiles.list().limit(10).await?;
    assert_eq!(page.data[0].customer_id, 3);
    let id = &page.data[0].id;
    assert_eq!(profiles.list_segments(id).await?.data.len(), 0);
    profiles.delete([id]).await?;
    assert_eq!(profiles.list().await?.data.len(), 0);
    Ok(())
}

async fn settings(client: Client) -> Outcome {
    let settings = client.v3().settings();
    let privacy = PrivacySettingsUpdate::new().policy_url("https://example.org/privacy");
    settings.update(SettingsUpdate::new().privacy_settings(privacy)).await?;
    let shown = serde_json::to_string(&*settings.get().await?).unwrap();
    assert!(shown.contains("https://example.org/privacy"), "{shown}");
    settings.get_for_channel(1).await?;
    Ok(())
}

async fn stored_instruments(client: Client) -> Outcome {
    let instruments = client.v3().stored_instruments().list(3).await?;
    let StoredInstrument::Card(card) = &instruments[0] else { panic!("the store has a card of everybody") };
    assert_eq!(card.last_4.as_deref(), Some("0003"));
    Ok(())
}

async fn subscribers(client: Client) -> Outcome {
    let subscribers = client.v3().subscribers();
    let created = subscribers.create(SubscriberCreate::new("noor@example.org").first_name("Noor")).await?;
    let id = created.data.id;
    subscribers.update(id, SubscriberUpdate::new().last_name("Haddad")).await?;
    let found = subscribers.get(id).await?;
    assert_eq!((found.data.first_name.as_str(), found.data.last_name.as_str()), ("Noor", "Haddad"));
    subscribers.delete_matching().email("noor@example.org").await?;
    assert_eq!(subscribers.list().email("noor@example.org").await?.data.len(), 0);
    Ok(())
}

async fn customers_of_v2(client: Client) -> Outcome {
    let customers = client.v2().customers();
    let before = customers.count().await?.count;
    let created = customers
        .create(customers_v2::CustomerCreate::new(customers_v2::CustomerCreateRequired {
            first_name: "Noor",
            last_name: "Haddad",
            email: "noor@example.org",
        }))
        .await?;
    customers.update(created.id, customers_v2::CustomerUpdate::new().company("Kiln & Co")).await?;
    let found = customers.get(created.id).await?;
    assert_eq!((found.email.as_str(), found.company.as_str()), ("noor@example.org", "Kiln & Co"));
    assert_eq!(customers.count().await?.count, before + 1);
    customers.delete(created.id).await?;
    assert_eq!(customers.list().email("noor@example.org").await?.len(), 0);
    Ok(())
}

async fn addresses_of_v2(client: Client) -> Outcome {
    let addresses = client.v2().addresses();
    let address = addresses_v2::AddressCreate::new(addresses_v2::AddressCreateRequired {
        first_name: "Noor",
        last_name: "Haddad",
        street_1: "1 Kiln Lane",
        city: "Gdansk",
        state: "Pomerania",
        zip: "80-001".into(),
        country: "Poland",
        phone: "1".into(),
    });
    let created = addresses.create(3, address).await?;
    assert_eq!(addresses.get(3, created.id).await?.city, "Gdansk");
    assert_eq!(addresses.count(3).await?.count, 2);
    addresses.delete(3, created.id).await?;
    assert_eq!(addresses.list(3).await?.len(), 1);
    Ok(())
}

async fn customer_groups(client: Client) -> Outcome {
    let groups = client.v2().customer_groups();
    groups.create(CustomerGroupCreate::new("Potters")).await?;
    let id = groups.list().name("Potters").await?[0].id.unwrap();
    groups.update(id, CustomerGroupUpdate::new().name("Glaziers")).await?;
    assert_eq!(groups.get(id).await?.name, "Glaziers");
    assert_eq!(groups.list().name("Glaziers").await?.len(), 1);
    groups.delete(id).await?;
    assert_eq!(groups.list().name("Glaziers").await?.len(), 0);
    Ok(())
}
