// @generated from spec/v3/api.yaml by `cargo xtask regen`: change that, not this.

//! The operations of v3 by their names.

use generated_client as client;
use super::*;

#[allow(deprecated, reason = "deprecated operations are operations")]
pub(super) const ROWS: &[Row] = &[
    (
        "v3.addresses.list",
        |client, arguments| {
            let mut request = client.v3().addresses().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "id:in" => request.id_in(numbers("id:in", text)?),
                    "customer_id:in" => {
                        request.customer_id_in(numbers("customer_id:in", text)?)
                    }
                    "company:in" => request.company_in(text.split(',')),
                    "name:in" => request.name_in(text.split(',')),
                    "include" => request.include(text.split(',').map(Into::into)),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.addresses.create",
        |client, arguments| {
            let request = client
                .v3()
                .addresses()
                .create(arguments.body::<Vec<client::v3::addresses::AddressCreate>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.addresses.update",
        |client, arguments| {
            let request = client
                .v3()
                .addresses()
                .update(arguments.body::<Vec<client::v3::addresses::AddressUpdate>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.addresses.delete",
        |client, arguments| {
            let request = client
                .v3()
                .addresses()
                .delete(numbers("id:in", arguments.query("id:in")?)?);
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.attribute_values.list",
        |client, arguments| {
            let mut request = client.v3().attribute_values().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "customer_id:in" => {
                        request.customer_id_in(numbers("customer_id:in", text)?)
                    }
                    "attribute_id:in" => {
                        request.attribute_id_in(numbers("attribute_id:in", text)?)
                    }
                    "name" => request.name(text),
                    "date_created" => request.date_created(text),
                    "date_created:min" => request.date_created_min(text),
                    "date_created:max" => request.date_created_max(text),
                    "date_modified" => request.date_modified(text),
                    "date_modified:min" => request.date_modified_min(text),
                    "date_modified:max" => request.date_modified_max(text),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.attribute_values.upsert",
        |client, arguments| {
            let request = client
                .v3()
                .attribute_values()
                .upsert(
                    arguments
                        .body::<
                            Vec<client::v3::attribute_values::AttributeValueUpsert>,
                        >()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.attribute_values.delete",
        |client, arguments| {
            let request = client
                .v3()
                .attribute_values()
                .delete(numbers("id:in", arguments.query("id:in")?)?);
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.attributes.list",
        |client, arguments| {
            let mut request = client.v3().attributes().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "name" => request.name(text),
                    "name:like" => request.name_like(text),
                    "type" => request.r#type(text.into()),
                    "date_created" => request.date_created(text),
                    "date_created:min" => request.date_created_min(text),
                    "date_created:max" => request.date_created_max(text),
                    "date_modified" => request.date_modified(text),
                    "date_modified:min" => request.date_modified_min(text),
                    "date_modified:max" => request.date_modified_max(text),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.attributes.create",
        |client, arguments| {
            let request = client
                .v3()
                .attributes()
                .create(
                    arguments.body::<Vec<client::v3::attributes::AttributeCreate>>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.attributes.update",
        |client, arguments| {
            let request = client
                .v3()
                .attributes()
                .update(
                    arguments.body::<Vec<client::v3::attributes::AttributeUpdate>>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.attributes.delete",
        |client, arguments| {
            let request = client
                .v3()
                .attributes()
                .delete(numbers("id:in", arguments.query("id:in")?)?);
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.consent.get",
        |client, arguments| {
            let request = client
                .v3()
                .consent()
                .get(number("customerId", arguments.path("customerId")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.consent.update",
        |client, arguments| {
            let request = client
                .v3()
                .consent()
                .update(
                    number("customerId", arguments.path("customerId")?)?,
                    arguments.body::<client::v3::consent::ConsentUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.credentials.validate",
        |client, arguments| {
            let request = client
                .v3()
                .credentials()
                .validate(arguments.body::<client::v3::credentials::Credentials>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.customers.list",
        |client, arguments| {
            let mut request = client.v3().customers().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "before" => request.before(text),
                    "after" => request.after(text),
                    "id:in" => request.id_in(numbers("id:in", text)?),
                    "company:in" => request.company_in(text.split(',')),
                    "customer_group_id:in" => {
                        request
                            .customer_group_id_in(numbers("customer_group_id:in", text)?)
                    }
                    "date_created" => request.date_created(text),
                    "date_created:min" => request.date_created_min(text),
                    "date_created:max" => request.date_created_max(text),
                    "date_modified" => request.date_modified(text),
                    "date_modified:min" => request.date_modified_min(text),
                    "date_modified:max" => request.date_modified_max(text),
                    "email:in" => request.email_in(text.split(',')),
                    "name:in" => request.name_in(text.split(',')),
                    "name:like" => request.name_like(text.split(',')),
                    "phone:in" => request.phone_in(text.split(',')),
                    "registration_ip_address:in" => {
                        request.registration_ip_address_in(text.split(','))
                    }
                    "include" => request.include(text.split(',').map(Into::into)),
                    "sort" => request.sort(text.into()),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.customers.create",
        |client, arguments| {
            let request = client
                .v3()
                .customers()
                .create(arguments.body::<Vec<client::v3::customers::CustomerCreate>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.customers.update",
        |client, arguments| {
            let request = client
                .v3()
                .customers()
                .update(arguments.body::<Vec<client::v3::customers::CustomerUpdate>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.customers.delete",
        |client, arguments| {
            let request = client
                .v3()
                .customers()
                .delete(numbers("id:in", arguments.query("id:in")?)?);
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.form_field_values.list",
        |client, arguments| {
            let mut request = client.v3().form_field_values().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "before" => request.before(text),
                    "after" => request.after(text),
                    "customer_id" => request.customer_id(number("customer_id", text)?),
                    "address_id" => request.address_id(number("address_id", text)?),
                    "field_name" => request.field_name(text),
                    "field_type" => request.field_type(text.into()),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.form_field_values.upsert",
        |client, arguments| {
            let request = client
                .v3()
                .form_field_values()
                .upsert(
                    arguments
                        .body::<
                            Vec<client::v3::form_field_values::FormFieldValueInput>,
                        >()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.list",
        |client, arguments| {
            let mut request = client
                .v3()
                .metafields()
                .list(number("customerId", arguments.path("customerId")?)?);
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "before" => request.before(text),
                    "after" => request.after(text),
                    "key" => request.key(text),
                    "key:in" => request.key_in(text.split(',')),
                    "namespace" => request.namespace(text),
                    "namespace:in" => request.namespace_in(text.split(',')),
                    "direction" => request.direction(text.into()),
                    "include_fields" => {
                        request.include_fields(text.split(',').map(Into::into))
                    }
                    "date_created:min" => request.date_created_min(text),
                    "date_created:max" => request.date_created_max(text),
                    "date_modified:min" => request.date_modified_min(text),
                    "date_modified:max" => request.date_modified_max(text),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.create",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .create(
                    number("customerId", arguments.path("customerId")?)?,
                    arguments.body::<client::v3::metafields::MetafieldCreate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.get",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .get(
                    number("customerId", arguments.path("customerId")?)?,
                    number("metafieldId", arguments.path("metafieldId")?)?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.update",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .update(
                    number("customerId", arguments.path("customerId")?)?,
                    number("metafieldId", arguments.path("metafieldId")?)?,
                    arguments.body::<client::v3::metafields::MetafieldUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.delete",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .delete(
                    number("customerId", arguments.path("customerId")?)?,
                    number("metafieldId", arguments.path("metafieldId")?)?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.list_all",
        |client, arguments| {
            let mut request = client.v3().metafields().list_all();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "before" => request.before(text),
                    "after" => request.after(text),
                    "key" => request.key(text),
                    "key:in" => request.key_in(text.split(',')),
                    "namespace" => request.namespace(text),
                    "namespace:in" => request.namespace_in(text.split(',')),
                    "direction" => request.direction(text.into()),
                    "include_fields" => {
                        request.include_fields(text.split(',').map(Into::into))
                    }
                    "date_created:min" => request.date_created_min(text),
                    "date_created:max" => request.date_created_max(text),
                    "date_modified:min" => request.date_modified_min(text),
                    "date_modified:max" => request.date_modified_max(text),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.create_batch",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .create_batch(
                    arguments
                        .body::<Vec<client::v3::metafields::MetafieldBatchCreate>>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.update_batch",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .update_batch(
                    arguments
                        .body::<Vec<client::v3::metafields::MetafieldBatchUpdate>>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.metafields.delete_batch",
        |client, arguments| {
            let request = client
                .v3()
                .metafields()
                .delete_batch(arguments.body::<Vec<_>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.segments.list",
        |client, arguments| {
            let mut request = client.v3().segments().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "id:in" => request.id_in(text.split(',')),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.segments.create",
        |client, arguments| {
            let request = client
                .v3()
                .segments()
                .create(arguments.body::<Vec<client::v3::segments::SegmentCreate>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.segments.update",
        |client, arguments| {
            let request = client
                .v3()
                .segments()
                .update(arguments.body::<Vec<client::v3::segments::SegmentUpdate>>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.segments.delete",
        |client, arguments| {
            let request = client
                .v3()
                .segments()
                .delete(arguments.query("id:in")?.split(','));
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.segments.list_profiles",
        |client, arguments| {
            let mut request = client
                .v3()
                .segments()
                .list_profiles(arguments.path("segmentId")?);
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.segments.add_profiles",
        |client, arguments| {
            let request = client
                .v3()
                .segments()
                .add_profiles(
                    arguments.path("segmentId")?,
                    arguments.body::<Vec<String>>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.segments.remove_profiles",
        |client, arguments| {
            let request = client
                .v3()
                .segments()
                .remove_profiles(
                    arguments.path("segmentId")?,
                    arguments.query("id:in")?.split(','),
                );
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.settings.get",
        |client, arguments| {
            let request = client.v3().settings().get();
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.settings.update",
        |client, arguments| {
            let request = client
                .v3()
                .settings()
                .update(arguments.body::<client::v3::settings::SettingsUpdate>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.settings.get_for_channel",
        |client, arguments| {
            let request = client
                .v3()
                .settings()
                .get_for_channel(number("channel_id", arguments.path("channel_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.settings.update_for_channel",
        |client, arguments| {
            let request = client
                .v3()
                .settings()
                .update_for_channel(
                    number("channel_id", arguments.path("channel_id")?)?,
                    arguments.body::<client::v3::settings::ChannelSettingsUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.shopper_profiles.list",
        |client, arguments| {
            let mut request = client.v3().shopper_profiles().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.shopper_profiles.create",
        |client, arguments| {
            let request = client
                .v3()
                .shopper_profiles()
                .create(
                    arguments
                        .body::<
                            Vec<client::v3::shopper_profiles::ShopperProfileCreate>,
                        >()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.shopper_profiles.delete",
        |client, arguments| {
            let request = client
                .v3()
                .shopper_profiles()
                .delete(arguments.query("id:in")?.split(','));
            arguments.nothing_but(&["id:in"])?;
            Ok(send(request))
        },
    ),
    (
        "v3.shopper_profiles.list_segments",
        |client, arguments| {
            let mut request = client
                .v3()
                .shopper_profiles()
                .list_segments(arguments.path("shopperProfileId")?);
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.stored_instruments.list",
        |client, arguments| {
            let request = client
                .v3()
                .stored_instruments()
                .list(number("customerId", arguments.path("customerId")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.subscribers.list",
        |client, arguments| {
            let mut request = client.v3().subscribers().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "id" => request.id(number("id", text)?),
                    "id:in" => request.id_in(numbers("id:in", text)?),
                    "email" => request.email(text),
                    "first_name" => request.first_name(text),
                    "last_name" => request.last_name(text),
                    "source" => request.source(text),
                    "order_id" => request.order_id(number("order_id", text)?),
                    "date_created" => request.date_created(text),
                    "date_created:min" => request.date_created_min(text),
                    "date_created:max" => request.date_created_max(text),
                    "date_modified" => request.date_modified(text),
                    "date_modified:min" => request.date_modified_min(text),
                    "date_modified:max" => request.date_modified_max(text),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v3.subscribers.create",
        |client, arguments| {
            let request = client
                .v3()
                .subscribers()
                .create(arguments.body::<client::v3::subscribers::SubscriberCreate>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.subscribers.delete_matching",
        |client, arguments| {
            let mut request = client.v3().subscribers().delete_matching();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "email" => request.email(text),
                    "first_name" => request.first_name(text),
                    "last_name" => request.last_name(text),
                    "source" => request.source(text),
                    "order_id" => request.order_id(number("order_id", text)?),
                    "date_created" => request.date_created(text),
                    "date_modified" => request.date_modified(text),
                    other => return Err(unknown(other)),
                };
            }
            if arguments.query.is_empty() {
                request = request.all();
            }
            Ok(send(request))
        },
    ),
    (
        "v3.subscribers.get",
        |client, arguments| {
            let request = client
                .v3()
                .subscribers()
                .get(number("subscriber_id", arguments.path("subscriber_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.subscribers.update",
        |client, arguments| {
            let request = client
                .v3()
                .subscribers()
                .update(
                    number("subscriber_id", arguments.path("subscriber_id")?)?,
                    arguments.body::<client::v3::subscribers::SubscriberUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v3.subscribers.delete",
        |client, arguments| {
            let request = client
                .v3()
                .subscribers()
                .delete(number("subscriber_id", arguments.path("subscriber_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
];
