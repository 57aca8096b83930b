//! The operations of V2.

#![expect(deprecated, reason = "deprecated operations are operations")]

use super::{Row, query, rows};

pub(super) const ROWS: &[Row] = rows! {
    "v2.customers.list" => |c, a| query!(a, c.v2().customers().list(), number[page, limit],
        text[first_name, last_name, company, email, phone, tax_exempt_category],
        number[customer_group_id, min_id, max_id], money[store_credit],
        text[min_date_created, max_date_created, min_date_modified, max_date_modified]);
    "v2.customers.create" => |c, a| query!(a, c.v2().customers().create(a.body()?));
    "v2.customers.delete_all" => |c, a| query!(a, c.v2().customers().delete_all().all());
    "v2.customers.get" => |c, a| query!(a, c.v2().customers().get(a.path("customer_id")?));
    "v2.customers.update" => |c, a| query!(a, c.v2().customers().update(a.path("customer_id")?, a.body()?));
    "v2.customers.delete" => |c, a| query!(a, c.v2().customers().delete(a.path("customer_id")?));
    "v2.customers.count" => |c, a| query!(a, c.v2().customers().count());
    "v2.customers.validate_password" => |c, a| query!(a,
        c.v2().customers().validate_password(a.path("customer_id")?, a.body()?));

    "v2.addresses.list" => |c, a| query!(a, c.v2().addresses().list(a.path("customer_id")?), number[page, limit]);
    "v2.addresses.create" => |c, a| query!(a, c.v2().addresses().create(a.path("customer_id")?, a.body()?));
    "v2.addresses.delete_all" => |c, a| query!(a, c.v2().addresses().delete_all(a.path("customer_id")?).all());
    "v2.addresses.get" => |c, a| query!(a,
        c.v2().addresses().get(a.path("customer_id")?, a.path("customer_address_id")?));
    "v2.addresses.update" => |c, a| query!(a,
        c.v2().addresses().update(a.path("customer_id")?, a.path("customer_address_id")?, a.body()?));
    "v2.addresses.delete" => |c, a| query!(a,
        c.v2().addresses().delete(a.path("customer_id")?, a.path("customer_address_id")?));
    "v2.addresses.count" => |c, a| query!(a, c.v2().addresses().count(a.path("customer_id")?));

    "v2.customer_groups.list" => |c, a| query!(a, c.v2().customer_groups().list(), number[page, limit],
        text[name, name_like], number[is_default, is_group_for_guests], text[
            date_created, date_created_min, date_created_max, date_modified, date_modified_min, date_modified_max
        ]);
    "v2.customer_groups.create" => |c, a| query!(a, c.v2().customer_groups().create(a.body()?));
    "v2.customer_groups.get" => |c, a| query!(a, c.v2().customer_groups().get(a.path("customer_group_id")?));
    "v2.customer_groups.update" => |c, a| query!(a,
        c.v2().customer_groups().update(a.path("customer_group_id")?, a.body()?));
    "v2.customer_groups.delete" => |c, a| query!(a, c.v2().customer_groups().delete(a.path("customer_group_id")?));
    "v2.customer_groups.count" => |c, a| query!(a, c.v2().customer_groups().count());
};
