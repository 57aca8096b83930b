//! Edits of operations, their parameters and statuses.

use fastrand::Rng;
use serde_yaml::{Mapping, Value};

use super::{Spec, at, is_operation, key, text, toggle};

pub fn remove_operation(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let (file, mut steps) = spec.pick(rng, &is_operation)?;
    let method = steps.pop()?;
    let path = steps.last()?.clone();
    let item = spec.map(&(file, steps))?;
    item.shift_remove(&method);
    if item.is_empty() {
        at(&mut spec.0[file].1, &[text("paths")])?.shift_remove(&path);
    }
    Some(())
}

pub fn copy_operation(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let place = spec.pick(rng, &is_operation)?;
    let mut operation = spec.map(&place)?.clone();
    let id = operation.get("operationId")?.as_str()?.to_owned();
    operation.insert(text("operationId"), text(&format!("{id}Again")));
    operation.shift_remove("x-method");
    let path = format!("{}/again", place.1[1].as_str()?);
    let mut item = Mapping::new();
    item.insert(place.1[2].clone(), Value::from(operation));
    at(&mut spec.0[place.0].1, &[text("paths")])?.insert(text(&path), Value::from(item));
    Some(())
}

pub fn rename_operation(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let operation = spec.pick_map(rng, &is_operation)?;
    for key in ["x-method", "operationId"] {
        if let Some(name) = operation.get(key).and_then(Value::as_str).map(str::to_owned) {
            let new = if key == "x-method" { format!("{name}_other") } else { format!("{name}Other") };
            operation.insert(text(key), text(&new));
        }
    }
    Some(())
}

pub fn parameters(operation: &mut Mapping) -> Option<&mut Vec<Value>> {
    if !operation.contains_key("parameters") {
        operation.insert(text("parameters"), Value::Sequence(Vec::new()));
    }
    operation.get_mut("parameters")?.as_sequence_mut()
}

pub fn add_parameter(spec: &mut Spec, rng: &mut Rng, is_required: bool) -> Option<()> {
    let operation = spec.pick_map(rng, &is_operation)?;
    let yaml = "{name: brand_new, in: query, description: Something new., schema: {type: string}}";
    let mut parameter: Mapping = serde_yaml::from_str(yaml).unwrap();
    if is_required {
        parameter.insert(text("required"), Value::Bool(true));
    }
    parameters(operation)?.push(Value::from(parameter));
    Some(())
}

pub fn remove_parameter(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let has = |at: &[Value], map: &Mapping| is_operation(at, map) && map.contains_key("parameters");
    let operation = spec.pick_map(rng, &has)?;
    let list = parameters(operation)?;
    if list.is_empty() {
        return None;
    }
    list.remove(rng.usize(..list.len()));
    if list.is_empty() {
        operation.shift_remove("parameters");
    }
    Some(())
}

pub fn toggle_parameter(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_one = |_: &[Value], map: &Mapping| map.get("in") == Some(&text("query")) && map.contains_key("schema");
    spec.pick_map(rng, &is_one).map(|parameter| toggle(parameter, "required"))
}

pub fn remove_status(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let responses = spec.pick_map(rng, &is_operation)?.get_mut("responses")?.as_mapping_mut()?;
    let status = key(rng, responses)?;
    responses.shift_remove(&status);
    (!responses.is_empty()).then_some(())
}

pub fn add_status(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let responses = spec.pick_map(rng, &is_operation)?.get_mut("responses")?.as_mapping_mut()?;
    let status = key(rng, responses)?;
    let response = responses.get(&status)?.clone();
    responses.insert(text(["409", "418", "201"][rng.usize(..3)]), response);
    Some(())
}

/// A parameter becomes a component, which the operation refers to.
pub fn refer(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_one = |at: &[Value], map: &Mapping| {
        at.len() == 5 && at[0] == "paths" && at[3] == "parameters" && map.contains_key("in")
    };
    let place = spec.pick(rng, &is_one)?;
    let parameter = spec.map(&place)?;
    let mut reference = Mapping::new();
    reference.insert(text("$ref"), text("#/components/parameters/Brand_new"));
    let moved = std::mem::replace(parameter, reference);
    let components = at(&mut spec.0[place.0].1, &[text("components")])?;
    if !components.contains_key("parameters") {
        components.insert(text("parameters"), Value::from(Mapping::new()));
    }
    components.get_mut("parameters")?.as_mapping_mut()?.insert(text("Brand_new"), Value::from(moved));
    Some(())
}
