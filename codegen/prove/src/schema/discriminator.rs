//! What a discriminator adds to the branches of a union: each has values of its own. JSON Schema knows no
//! discriminators, so this becomes part of the branches.

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
    }
    Some((property, values))
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
