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
        // What a branch says of its own values counts more.
        if states_values(conversion.documents(), conversion.document, branch, &property, 0) {
            values.clear();
            continue;
        }
        let name = branch.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next());
        if let (true, Some(name)) = (values.is_empty(), name) {
            values.push(name.to_owned());
        }
    }
    Some((property, values))
}

/// Longer chains are circular.
const DEEPEST: usize = 16;

/// Returns whether a schema lists the values of a property.
fn states_values(documents: &[Document], document: usize, schema: &Value, property: &str, depth: usize) -> bool {
    let resolved = match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => follow(documents, document, reference),
        None => None,
    };
    let found = match &resolved {
        Some((document, pointer)) => documents.get(*document).and_then(|one| one.json.pointer(pointer)),
        None => Some(schema),
    };
    let (Some(schema), true) = (found, depth < DEEPEST) else { return false };
    let document = resolved.map_or(document, |(document, _)| document);
    let is_listed = |value: &Value| ["enum", "const"].iter().any(|key| value.get(key).is_some());
    let own = schema.get("properties").and_then(|properties| properties.get(property)).is_some_and(|value| {
        let target = value.get("$ref").and_then(Value::as_str).and_then(|to| follow(documents, document, to));
        let target = target.and_then(|(document, pointer)| documents.get(document)?.json.pointer(&pointer));
        is_listed(target.unwrap_or(value))
    });
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    own || parts.into_iter().any(|part| states_values(documents, document, part, property, depth + 1))
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
