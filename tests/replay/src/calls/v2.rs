// @generated from spec/v2/api.yaml by `cargo xtask regen`: change that, not this.

//! The operations of v2 by their names.

use generated_client as client;
use super::*;

#[allow(deprecated, reason = "deprecated operations are operations")]
pub(super) const ROWS: &[Row] = &[
    (
        "v2.addresses.list",
        |client, arguments| {
            let mut request = client
                .v2()
                .addresses()
                .list(number("customer_id", arguments.path("customer_id")?)?);
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
        "v2.addresses.create",
        |client, arguments| {
            let request = client
                .v2()
                .addresses()
                .create(
                    number("customer_id", arguments.path("customer_id")?)?,
                    arguments.body::<client::v2::addresses::AddressCreate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.addresses.delete_all",
        |client, arguments| {
            let mut request = client
                .v2()
                .addresses()
                .delete_all(number("customer_id", arguments.path("customer_id")?)?);
            arguments.nothing_but(&[])?;
            if arguments.query.is_empty() {
                request = request.all();
            }
            Ok(send(request))
        },
    ),
    (
        "v2.addresses.get",
        |client, arguments| {
            let request = client
                .v2()
                .addresses()
                .get(
                    number("customer_id", arguments.path("customer_id")?)?,
                    number(
                        "customer_address_id",
                        arguments.path("customer_address_id")?,
                    )?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.addresses.update",
        |client, arguments| {
            let request = client
                .v2()
                .addresses()
                .update(
                    number("customer_id", arguments.path("customer_id")?)?,
                    number(
                        "customer_address_id",
                        arguments.path("customer_address_id")?,
                    )?,
                    arguments.body::<client::v2::addresses::AddressUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.addresses.delete",
        |client, arguments| {
            let request = client
                .v2()
                .addresses()
                .delete(
                    number("customer_id", arguments.path("customer_id")?)?,
                    number(
                        "customer_address_id",
                        arguments.path("customer_address_id")?,
                    )?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.addresses.count",
        |client, arguments| {
            let request = client
                .v2()
                .addresses()
                .count(number("customer_id", arguments.path("customer_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customer_groups.list",
        |client, arguments| {
            let mut request = client.v2().customer_groups().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "name" => request.name(text),
                    "name:like" => request.name_like(text),
                    "is_default" => request.is_default(number("is_default", text)?),
                    "is_group_for_guests" => {
                        request.is_group_for_guests(number("is_group_for_guests", text)?)
                    }
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
        "v2.customer_groups.create",
        |client, arguments| {
            let request = client
                .v2()
                .customer_groups()
                .create(
                    arguments.body::<client::v2::customer_groups::CustomerGroupCreate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customer_groups.get",
        |client, arguments| {
            let request = client
                .v2()
                .customer_groups()
                .get(number("customer_group_id", arguments.path("customer_group_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customer_groups.update",
        |client, arguments| {
            let request = client
                .v2()
                .customer_groups()
                .update(
                    number("customer_group_id", arguments.path("customer_group_id")?)?,
                    arguments.body::<client::v2::customer_groups::CustomerGroupUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customer_groups.delete",
        |client, arguments| {
            let request = client
                .v2()
                .customer_groups()
                .delete(
                    number("customer_group_id", arguments.path("customer_group_id")?)?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customer_groups.count",
        |client, arguments| {
            let request = client.v2().customer_groups().count();
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customers.list",
        |client, arguments| {
            let mut request = client.v2().customers().list();
            for (name, text) in arguments.others(&[]) {
                request = match name {
                    "page" => request.page(number("page", text)?),
                    "limit" => request.limit(number("limit", text)?),
                    "first_name" => request.first_name(text),
                    "last_name" => request.last_name(text),
                    "company" => request.company(text),
                    "email" => request.email(text),
                    "phone" => request.phone(text),
                    "store_credit" => {
                        request
                            .store_credit(
                                number::<client::Decimal>("store_credit", text)?,
                            )
                    }
                    "customer_group_id" => {
                        request.customer_group_id(number("customer_group_id", text)?)
                    }
                    "min_id" => request.min_id(number("min_id", text)?),
                    "max_id" => request.max_id(number("max_id", text)?),
                    "min_date_created" => request.min_date_created(text),
                    "max_date_created" => request.max_date_created(text),
                    "min_date_modified" => request.min_date_modified(text),
                    "max_date_modified" => request.max_date_modified(text),
                    "tax_exempt_category" => request.tax_exempt_category(text),
                    other => return Err(unknown(other)),
                };
            }
            Ok(send(request))
        },
    ),
    (
        "v2.customers.create",
        |client, arguments| {
            let request = client
                .v2()
                .customers()
                .create(arguments.body::<client::v2::customers::CustomerCreate>()?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customers.delete_all",
        |client, arguments| {
            let mut request = client.v2().customers().delete_all();
            arguments.nothing_but(&[])?;
            if arguments.query.is_empty() {
                request = request.all();
            }
            Ok(send(request))
        },
    ),
    (
        "v2.customers.get",
        |client, arguments| {
            let request = client
                .v2()
                .customers()
                .get(number("customer_id", arguments.path("customer_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customers.update",
        |client, arguments| {
            let request = client
                .v2()
                .customers()
                .update(
                    number("customer_id", arguments.path("customer_id")?)?,
                    arguments.body::<client::v2::customers::CustomerUpdate>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customers.delete",
        |client, arguments| {
            let request = client
                .v2()
                .customers()
                .delete(number("customer_id", arguments.path("customer_id")?)?);
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customers.count",
        |client, arguments| {
            let request = client.v2().customers().count();
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
    (
        "v2.customers.validate_password",
        |client, arguments| {
            let request = client
                .v2()
                .customers()
                .validate_password(
                    number("customer_id", arguments.path("customer_id")?)?,
                    arguments.body::<client::v2::customers::PasswordCheck>()?,
                );
            arguments.nothing_but(&[])?;
            Ok(send(request))
        },
    ),
];
