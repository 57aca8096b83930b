//! Converts every kind of schema to one form.

use openapiv3::{AnySchema, SchemaKind, Type, VariantOrUnknownOrEmpty};

/// Converts a schema of any kind to the most general kind.
pub(super) fn flat(kind: SchemaKind) -> AnySchema {
    let mut any = AnySchema::default();
    match kind {
        SchemaKind::Any(any) => return any,
        SchemaKind::OneOf { one_of } => any.one_of = one_of,
        SchemaKind::AllOf { all_of } => any.all_of = all_of,
        SchemaKind::AnyOf { any_of } => any.any_of = any_of,
        SchemaKind::Not { not } => any.not = Some(not),
        SchemaKind::Type(Type::String(string)) => {
            any.typ = Some("string".to_owned());
            any.format = text(string.format, |format| openapi_name(&format));
            any.pattern = string.pattern;
            any.enumeration = string.enumeration.into_iter().map(serde_json::Value::from).collect();
            (any.min_length, any.max_length) = (string.min_length, string.max_length);
        }
        SchemaKind::Type(Type::Number(number)) => {
            any.typ = Some("number".to_owned());
            any.format = text(number.format, |format| openapi_name(&format));
            any.enumeration = number.enumeration.into_iter().map(serde_json::Value::from).collect();
            (any.minimum, any.maximum) = (number.minimum, number.maximum);
            any.exclusive_minimum = Some(number.exclusive_minimum);
            any.exclusive_maximum = Some(number.exclusive_maximum);
        }
        SchemaKind::Type(Type::Integer(integer)) => {
            any.typ = Some("integer".to_owned());
            any.format = text(integer.format, |format| openapi_name(&format));
            any.enumeration = integer.enumeration.into_iter().map(serde_json::Value::from).collect();
            any.minimum = integer.minimum.map(|limit| limit as f64);
            any.maximum = integer.maximum.map(|limit| limit as f64);
            any.exclusive_minimum = Some(integer.exclusive_minimum);
            any.exclusive_maximum = Some(integer.exclusive_maximum);
        }
        SchemaKind::Type(Type::Object(object)) => {
            any.typ = Some("object".to_owned());
            any.properties = object.properties;
            any.required = object.required;
            any.additional_properties = object.additional_properties;
        }
        SchemaKind::Type(Type::Array(array)) => {
            any.typ = Some("array".to_owned());
            any.items = array.items;
            (any.min_items, any.max_items) = (array.min_items, array.max_items);
        }
        SchemaKind::Type(Type::Boolean(boolean)) => {
            any.typ = Some("boolean".to_owned());
            any.enumeration = boolean.enumeration.into_iter().map(serde_json::Value::from).collect();
        }
    }
    any
}

/// Returns the format in the spelling of the document.
fn text<T>(format: VariantOrUnknownOrEmpty<T>, name: impl FnOnce(T) -> String) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(name(known)),
        VariantOrUnknownOrEmpty::Unknown(text) => Some(text),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

/// Returns the spelling of a format that openapiv3 knows.
fn openapi_name(format: &impl serde::Serialize) -> String {
    match serde_json::to_value(format) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
