//! Edits of schemas and their properties, and of what may stand anywhere.

use fastrand::Rng;
use serde_yaml::{Mapping, Value};

use super::{Spec, a_string, is_object, is_operation, is_property, key, required, text, tidy_required, toggle};

pub fn add_property(spec: &mut Spec, rng: &mut Rng, is_required: bool) -> Option<()> {
    let object = spec.pick_map(rng, &is_object)?;
    object.get_mut("properties")?.as_mapping_mut()?.insert(text("brand_new"), a_string());
    if is_required {
        required(object)?.push(text("brand_new"));
    }
    Some(())
}

pub fn remove_property(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let object = spec.pick_map(rng, &is_object)?;
    let properties = object.get_mut("properties")?.as_mapping_mut()?;
    let name = key(rng, properties)?;
    properties.shift_remove(&name);
    required(object)?.retain(|other| *other != name);
    tidy_required(object);
    Some(())
}

pub fn rename_property(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let object = spec.pick_map(rng, &is_object)?;
    let properties = object.get_mut("properties")?.as_mapping_mut()?;
    let name = key(rng, properties)?;
    let value = properties.shift_remove(&name)?;
    let new = text(&format!("{}_2", name.as_str()?));
    properties.insert(new.clone(), value);
    required(object)?.iter_mut().filter(|other| **other == name).for_each(|other| *other = new.clone());
    tidy_required(object);
    Some(())
}

pub fn toggle_required(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let object = spec.pick_map(rng, &is_object)?;
    let name = key(rng, object.get("properties")?.as_mapping()?)?;
    let list = required(object)?;
    match list.iter().position(|other| *other == name) {
        Some(index) => drop(list.remove(index)),
        None => list.push(name),
    }
    tidy_required(object);
    Some(())
}

pub fn toggle_nullable(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    spec.pick_map(rng, &is_property).map(|property| toggle(property, "nullable"))
}

pub fn toggle_read_only(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    spec.pick_map(rng, &is_property).map(|property| toggle(property, "readOnly"))
}

pub fn change_type(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let property = spec.pick_map(rng, &|at, map| is_property(at, map) && !map.contains_key("enum"))?;
    let new = match property.get("type")?.as_str()? {
        "string" => "integer",
        "integer" => "boolean",
        "boolean" | "number" => "string",
        _ => return None,
    };
    for key in ["format", "default", "minLength", "maxLength", "minimum", "maximum", "pattern", "example"] {
        property.shift_remove(key);
    }
    property.insert(text("type"), text(new));
    if new == "integer" {
        property.insert(text("format"), text("int64"));
    }
    Some(())
}

pub fn change_format(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_plain = |at: &[Value], map: &Mapping| {
        is_property(at, map) && map.get("type") == Some(&text("string")) && !map.contains_key("enum")
    };
    let property = spec.pick_map(rng, &is_plain)?;
    match property.shift_remove("format") {
        Some(_) => {}
        None => drop(property.insert(text("format"), text("date"))),
    }
    Some(())
}

pub fn with_enum(spec: &mut Spec, rng: &mut Rng, change: fn(&mut Vec<Value>, &mut Rng)) -> Option<()> {
    let schema = spec.pick_map(rng, &|_, map| map.get("enum").is_some_and(|values| values[0].is_string()))?;
    let values = schema.get_mut("enum")?.as_sequence_mut()?;
    let before = values.len();
    change(values, rng);
    (values.len() != before).then_some(())
}

pub fn change_limit(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    const LIMITS: &[&str] = &["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"];
    let has = |_: &[Value], map: &Mapping| LIMITS.iter().any(|limit| map.contains_key(*limit));
    let schema = spec.pick_map(rng, &has)?;
    let limit = *LIMITS.iter().find(|limit| schema.contains_key(**limit))?;
    let value = schema.get(limit)?.as_i64()?;
    match rng.u8(..3) {
        0 => drop(schema.shift_remove(limit)),
        1 => drop(schema.insert(text(limit), Value::from(value + 1))),
        _ => drop(schema.insert(text(limit), Value::from((value - 1).max(0)))),
    }
    Some(())
}

pub fn deprecate(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let fits = |at: &[Value], map: &Mapping| is_operation(at, map) || is_property(at, map);
    spec.pick_map(rng, &fits).map(|one| toggle(one, "deprecated"))
}

pub fn change_default(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_plain = |at: &[Value], map: &Mapping| is_property(at, map) && map.get("type") == Some(&text("boolean"));
    let property = spec.pick_map(rng, &is_plain)?;
    let new = property.get("default") != Some(&Value::Bool(true));
    property.insert(text("default"), Value::Bool(new));
    Some(())
}

pub fn rename_schema(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_schemas = |at: &[Value], _: &Mapping| at.len() == 2 && at[0] == "components" && at[1] == "schemas";
    let place = spec.pick(rng, &is_schemas)?;
    let schemas = spec.map(&place)?;
    let name = key(rng, schemas)?;
    let schema = schemas.shift_remove(&name)?;
    schemas.insert(text(&format!("{}Other", name.as_str()?)), schema);
    let file = spec.0[place.0].0.clone();
    let (old, folder) = (format!("#/components/schemas/{}", name.as_str()?), file.parent()?.to_owned());
    for (path, root) in spec.0.iter_mut().filter(|(path, _)| path.parent() == Some(&folder)) {
        let own = if *path == file { String::new() } else { file.file_name()?.to_str()?.to_owned() };
        replace_reference(root, &format!("{own}{old}"), &format!("{own}{old}Other"));
    }
    Some(())
}

pub fn replace_reference(node: &mut Value, old: &str, new: &str) {
    match node {
        Value::Mapping(map) => map.iter_mut().for_each(|(_, value)| replace_reference(value, old, new)),
        Value::Sequence(items) => items.iter_mut().for_each(|item| replace_reference(item, old, new)),
        Value::String(text) if text == old => new.clone_into(text),
        _ => {}
    }
}

/// The order of properties, of components and of responses says nothing.
pub fn reorder(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    const FREE: &[&str] = &["properties", "schemas", "responses", "parameters", "content"];
    let is_free = |at: &[Value], map: &Mapping| {
        map.len() > 1 && at.last().and_then(Value::as_str).is_some_and(|last| FREE.contains(&last))
    };
    let map = spec.pick_map(rng, &is_free)?;
    let mut entries: Vec<_> = map.clone().into_iter().collect();
    entries.reverse();
    *map = entries.into_iter().collect();
    Some(())
}

pub fn reword(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let map = spec.pick_map(rng, &|_, map| map.get("description").is_some_and(Value::is_string))?;
    map.insert(text("description"), text("In other words."));
    Some(())
}
