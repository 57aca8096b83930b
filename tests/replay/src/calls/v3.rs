//! The operations of V3.

#![expect(deprecated, reason = "deprecated operations are operations")]

use generated_client::v3::form_field_values::FormFieldValueInput;

use super::{Row, query, rows};

/// The six filters by date that many lists have.
macro_rules! dated {
    ($a:ident, $request:expr $(, $kind:ident[$($set:ident),*])* $(,)?) => {
        query!($a, $request $(, $kind[$($set),*])*, number[page, limit], text[
            date_created, date_created_min, date_created_max, date_modified, date_modified_min, date_modified_max
        ])
    };
}

macro_rules! metafields {
    ($a:ident, $request:expr) => {
        query!($a, $request, number[page, limit], text[before, after, key, namespace], texts[key_in, namespace_in],
            choice[direction], choices[include_fields],
            text[date_created_min, date_created_max, date_modified_min, date_modified_max])
    };
}

pub(super) const ROWS: &[Row] = rows! {
    "v3.customers.list" => |c, a| dated!(a, c.v3().customers().list(), text[before, after],
        numbers[id_in, customer_group_id_in],
        texts[company_in, email_in, name_in, name_like, phone_in, registration_ip_address_in],
        choices[include], choice[sort]);
    "v3.customers.create" => |c, a| query!(a, c.v3().customers().create(a.body::<Vec<_>>()?));
    "v3.customers.update" => |c, a| query!(a, c.v3().customers().update(a.body::<Vec<_>>()?));
    "v3.customers.delete" => |c, a| c.v3().customers().delete(a.only::<i64>("id:in")?);

    "v3.addresses.list" => |c, a| query!(a, c.v3().addresses().list(), number[page, limit],
        numbers[id_in, customer_id_in], texts[company_in, name_in], choices[include]);
    "v3.addresses.create" => |c, a| query!(a, c.v3().addresses().create(a.body::<Vec<_>>()?));
    "v3.addresses.update" => |c, a| query!(a, c.v3().addresses().update(a.body::<Vec<_>>()?));
    "v3.addresses.delete" => |c, a| c.v3().addresses().delete(a.only::<i64>("id:in")?);

    "v3.attributes.list" => |c, a| dated!(a, c.v3().attributes().list(), text[name, name_like], choice[r#type]);
    "v3.attributes.create" => |c, a| query!(a, c.v3().attributes().create(a.body::<Vec<_>>()?));
    "v3.attributes.update" => |c, a| query!(a, c.v3().attributes().update(a.body::<Vec<_>>()?));
    "v3.attributes.delete" => |c, a| c.v3().attributes().delete(a.only::<i64>("id:in")?);

    "v3.attribute_values.list" => |c, a| dated!(a, c.v3().attribute_values().list(),
        numbers[customer_id_in, attribute_id_in], text[name]);
    "v3.attribute_values.upsert" => |c, a| query!(a, c.v3().attribute_values().upsert(a.body::<Vec<_>>()?));
    "v3.attribute_values.delete" => |c, a| c.v3().attribute_values().delete(a.only::<i64>("id:in")?);

    "v3.form_field_values.list" => |c, a| query!(a, c.v3().form_field_values().list(), number[page, limit],
        text[before, after, field_name], number[customer_id, address_id], choice[field_type]);
    "v3.form_field_values.upsert" => |c, a| query!(a,
        c.v3().form_field_values().upsert(a.body::<Vec<FormFieldValueInput>>()?));

    "v3.consent.get" => |c, a| query!(a, c.v3().consent().get(a.path("customerId")?));
    "v3.consent.update" => |c, a| query!(a, c.v3().consent().update(a.path("customerId")?, a.body()?));

    "v3.stored_instruments.list" => |c, a| query!(a, c.v3().stored_instruments().list(a.path("customerId")?));

    "v3.settings.get" => |c, a| query!(a, c.v3().settings().get());
    "v3.settings.update" => |c, a| query!(a, c.v3().settings().update(a.body()?));
    "v3.settings.get_for_channel" => |c, a| query!(a, c.v3().settings().get_for_channel(a.path("channel_id")?));
    "v3.settings.update_for_channel" => |c, a| query!(a,
        c.v3().settings().update_for_channel(a.path("channel_id")?, a.body()?));

    "v3.credentials.validate" => |c, a| query!(a, c.v3().credentials().validate(a.body()?));

    "v3.metafields.list" => |c, a| metafields!(a, c.v3().metafields().list(a.path("customerId")?));
    "v3.metafields.create" => |c, a| query!(a, c.v3().metafields().create(a.path("customerId")?, a.body()?));
    "v3.metafields.get" => |c, a| query!(a, c.v3().metafields().get(a.path("customerId")?, a.path("metafieldId")?));
    "v3.metafields.update" => |c, a| query!(a,
        c.v3().metafields().update(a.path("customerId")?, a.path("metafieldId")?, a.body()?));
    "v3.metafields.delete" => |c, a| query!(a,
        c.v3().metafields().delete(a.path("customerId")?, a.path("metafieldId")?));
    "v3.metafields.list_all" => |c, a| metafields!(a, c.v3().metafields().list_all());
    "v3.metafields.create_batch" => |c, a| query!(a, c.v3().metafields().create_batch(a.body::<Vec<_>>()?));
    "v3.metafields.update_batch" => |c, a| query!(a, c.v3().metafields().update_batch(a.body::<Vec<_>>()?));
    "v3.metafields.delete_batch" => |c, a| query!(a, c.v3().metafields().delete_batch(a.body::<Vec<_>>()?));

    "v3.subscribers.list" => |c, a| dated!(a, c.v3().subscribers().list(), number[id, order_id], numbers[id_in],
        text[email, first_name, last_name, source]);
    "v3.subscribers.create" => |c, a| query!(a, c.v3().subscribers().create(a.body()?));
    "v3.subscribers.delete_matching" => |c, a| {
        let matching = query!(a, c.v3().subscribers().delete_matching(), number[order_id],
            text[email, first_name, last_name, source, date_created, date_modified]);
        if a.query.is_empty() { matching.all() } else { matching }
    };
    "v3.subscribers.get" => |c, a| query!(a, c.v3().subscribers().get(a.path("subscriber_id")?));
    "v3.subscribers.update" => |c, a| query!(a, c.v3().subscribers().update(a.path("subscriber_id")?, a.body()?));
    "v3.subscribers.delete" => |c, a| query!(a, c.v3().subscribers().delete(a.path("subscriber_id")?));

    "v3.segments.list" => |c, a| query!(a, c.v3().segments().list(), number[page, limit], texts[id_in]);
    "v3.segments.create" => |c, a| query!(a, c.v3().segments().create(a.body::<Vec<_>>()?));
    "v3.segments.update" => |c, a| query!(a, c.v3().segments().update(a.body::<Vec<_>>()?));
    "v3.segments.delete" => |c, a| c.v3().segments().delete(a.only::<String>("id:in")?);
    "v3.segments.list_profiles" => |c, a| query!(a,
        c.v3().segments().list_profiles(a.path::<String>("segmentId")?), number[page, limit]);
    "v3.segments.add_profiles" => |c, a| query!(a,
        c.v3().segments().add_profiles(a.path::<String>("segmentId")?, a.body::<Vec<String>>()?));
    "v3.segments.remove_profiles" => |c, a|
        c.v3().segments().remove_profiles(a.path::<String>("segmentId")?, a.only::<String>("id:in")?);

    "v3.shopper_profiles.list" => |c, a| query!(a, c.v3().shopper_profiles().list(), number[page, limit]);
    "v3.shopper_profiles.create" => |c, a| query!(a, c.v3().shopper_profiles().create(a.body::<Vec<_>>()?));
    "v3.shopper_profiles.delete" => |c, a| c.v3().shopper_profiles().delete(a.only::<String>("id:in")?);
    "v3.shopper_profiles.list_segments" => |c, a| query!(a,
        c.v3().shopper_profiles().list_segments(a.path::<String>("shopperProfileId")?), number[page, limit]);
};
