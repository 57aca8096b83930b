//! The kinds of text: each has its own pseudonyms.

use std::net::IpAddr;

use super::pattern;
use super::vocabulary::Vocabulary;

/// The kind of a text. If one text is found in several fields, the first kind in this order applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    StoreHash,
    Secret,
    RequestId,
    Email,
    Ip,
    Host,
    FirstName,
    LastName,
    FullName,
    Company,
    Phone,
    Street,
    Unit,
    City,
    State,
    Country,
    /// Letters and digits whose form has a meaning: a postal code, digits of a card.
    Code,
    /// An identifier of a program, such as `account_manager`.
    Slug,
    /// A label that the store's owner chose.
    Label,
    Prose,
}

/// The content of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A text to replace.
    Of(Kind),
    /// A text that the API wrote, of which only parts may be sensitive.
    Message,
    /// A URL, a path, or a query string.
    Link,
    /// Harmless if it is one of these.
    OneOf(&'static [&'static str]),
    /// A country code if it is two capital letters, else a text.
    CountryCode,
}

/// Returns the content of a field with this name, in any body or query of the API.
pub(super) fn field(name: &str) -> Option<Field> {
    use Field::{CountryCode, Link, Message, Of, OneOf};
    Some(match name {
        "email" => Of(Kind::Email),
        "first_name" => Of(Kind::FirstName),
        "last_name" => Of(Kind::LastName),
        "company" => Of(Kind::Company),
        "phone" => Of(Kind::Phone),
        "address1" | "street_1" => Of(Kind::Street),
        "address2" | "street_2" => Of(Kind::Unit),
        "city" => Of(Kind::City),
        "state" | "state_or_province" => Of(Kind::State),
        "country" => Of(Kind::Country),
        "country_code" | "country_iso2" => CountryCode,
        "registration_ip_address" => Of(Kind::Ip),
        "token" | "owner_client_id" | "before" | "after" | "start_cursor" | "end_cursor" => Of(Kind::Secret),
        "password" | "password_confirmation" | "new_password" => Of(Kind::Secret),
        "postal_code"
        | "zip"
        | "state_or_province_code"
        | "tax_exempt_category"
        | "issuer"
        | "last_4"
        | "issuer_identification_number"
        | "masked_account_number" => Of(Kind::Code),
        "key" | "namespace" => Of(Kind::Slug),
        "name" | "field_name" => Of(Kind::Label),
        "notes" | "description" | "value" | "attribute_value" => Of(Kind::Prose),
        "title" | "detail" | "message" | "error" | "errors" | "type" => Message,
        "url" | "resource" | "instance" | "policy_url" | "previous" | "current" | "next" => Link,
        "source" => OneOf(&["storefront", "order", "custom"]),
        "brand" => OneOf(&["VISA", "MASTERCARD", "AMERICAN_EXPRESS", "DISCOVER", "DINERS_CLUB", "JCB", "MAESTRO"]),
        _ => return None,
    })
}

/// Returns the kind of a text in an unknown field.
pub(super) fn looks_like(text: &str) -> Kind {
    if pattern::is_email(text) {
        Kind::Email
    } else if text.parse::<IpAddr>().is_ok() {
        Kind::Ip
    } else if text.contains('@') && !text.contains(char::is_whitespace) {
        // Not an e-mail address, but meant as one.
        Kind::Code
    } else if pattern::is_uuid(text) || pattern::is_token(text) {
        Kind::Secret
    } else {
        Kind::Prose
    }
}

/// Returns the kind of a text in a field of this kind. If it cannot be of that kind, its form decides.
pub(super) fn refined(kind: Kind, text: &str) -> Kind {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    match kind {
        Kind::StoreHash | Kind::Secret | Kind::RequestId | Kind::Host => kind,
        _ if pattern::is_email(text) => Kind::Email,
        _ if text.parse::<IpAddr>().is_ok() => Kind::Ip,
        Kind::Email | Kind::Ip => looks_like(text),
        Kind::Phone if digits < 7 || text.chars().any(char::is_alphabetic) => looks_like(text),
        _ => kind,
    }
}

/// Whether a number with this name is a count, an amount, or a status, although the spec does not declare it.
pub(super) fn counts(name: &str) -> bool {
    const NAMES: &str = "status count total success failed page limit max_limit per_page current_page total_pages amount \
        quantity index price percent discount balance cost fee rate tax";
    NAMES.split_whitespace().any(|known| known == name) || name.ends_with("_count")
}

/// Whether a field with this name holds ids that the API assigns: `order_id`, but not `vat_id`.
pub(super) fn is_id(name: &str, vocabulary: &Vocabulary) -> bool {
    let of = name.strip_suffix("_id").or_else(|| name.strip_suffix("_ids"));
    name == "id" || of.is_some_and(|of| !of.contains("tax") && of.split('_').all(|word| vocabulary.is_key(word)))
}
