//! What a discriminator adds to the branches of a union: each has values of its own. JSON Schema knows no
//! discriminators, so this becomes part of the branches.

use codegen::plan::Document;
use serde_json::{Map, Value, json};

use super::At;
use super::convert::Conversion;
use super::reference::{follow, only_reference};

/// Returns, for each branch, the property and the values that select it; nothing where the document names none.
pub(super) fn selected(
    conversion: &Conversion<'_, '_>,
    schema: &Map<String, Value>,
    branches: &[Value],
) -> Option<(String, Vec<Vec<String>>)> {
    let discriminator = schema.get("discriminator")?;
    let property = discriminator.get("propertyName")?.as_str()?.to_owned();
    let targets: Vec<_> = branches.iter().map(|branch| target(conversion, branch)).collect();
    let mut values = vec![Vec::new(); branches.len()];
    for (value, reference) in discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten() {
        let Some(reference) = reference.as_str() else { continue };
        let reference = match reference.contains(['#', '/', '.']) {
            true => reference.to_owned(),
            false => format!("#/components/schemas/{reference}"),
        };
        let Some(mapped) = follow(conversion.documents(), conversion.document, &reference) else { continue };
        if let Some(index) = targets.iter().position(|target| target.as_ref() == Some(&mapped))
            && let Some(values) = values.get_mut(index)
        {
            values.push(value.clone());
        }
    }
    for (values, branch) in values.iter_mut().zip(branches) {
        let name = branch.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next());
        if let (true, Some(name)) = (values.is_empty(), name) {
            values.push(name.to_owned());
        }
        // What a branch says of its own values counts more.
        let lists = listed(conversion.documents(), conversion.document, branch, &property, 0);
        values.retain(|value| lists.iter().all(|list| list.iter().any(|one| one == value.as_str())));
    }
    Some((property, values))
}

/// Longer chains are circular.
const DEEPEST: usize = 16;

/// Returns the lists of values that a schema and its parts have for a property.
fn listed<'d>(
    documents: &'d [Document],
    document: usize,
    schema: &'d Value,
    property: &str,
    depth: usize,
) -> Vec<&'d [Value]> {
    let (Some((document, schema)), true) = (target_of(documents, document, schema), depth < DEEPEST) else {
        return Vec::new();
    };
    let own = schema.get("properties").and_then(|properties| properties.get(property));
    let own = own.and_then(|value| target_of(documents, document, value)).and_then(|(_, value)| {
        let constant = value.get("const").map(std::slice::from_ref);
        constant.or_else(|| value.get("enum")?.as_array().map(Vec::as_slice))
    });
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let parts = parts.flat_map(|part| listed(documents, document, part, property, depth + 1));
    own.into_iter().chain(parts).collect()
}

/// Returns a schema, or what it refers to, with its document.
fn target_of<'d>(documents: &'d [Document], document: usize, schema: &'d Value) -> Option<(usize, &'d Value)> {
    match schema.get("$ref").and_then(Value::as_str) {
        None => Some((document, schema)),
        Some(reference) => {
            let (document, pointer) = follow(documents, document, reference)?;
            Some((document, documents.get(document)?.json.pointer(&pointer)?))
        }
    }
}

/// Adds the values that select a branch.
pub(super) fn with_values(branch: Value, property: &str, values: &[String]) -> Value {
    match values {
        [] => branch,
        values => json!({"allOf": [branch, {"properties": {property: {"enum": values}}}]}),
    }
}

fn target(conversion: &Conversion<'_, '_>, branch: &Value) -> Option<At> {
    let is_3_0 = conversion.is_3_0();
    follow(conversion.documents(), conversion.document, only_reference(branch, is_3_0)?)
}
