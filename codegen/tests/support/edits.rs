//! Random edits of a folder of fragments: what people do to a spec, one at a time.

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use serde_yaml::{Mapping, Value};

/// Edits that change nothing for callers.
pub const REFACTORINGS: &[&str] = &["reorder keys", "reword a description", "refer to a new component"];

/// An edit, and its name.
type Edit = (&'static str, fn(&mut Spec, &mut Rng) -> Option<()>);

const EDITS: &[Edit] = &[
    ("add an optional property", |spec, rng| add_property(spec, rng, false)),
    ("add a required property", |spec, rng| add_property(spec, rng, true)),
    ("remove a property", remove_property),
    ("rename a property", rename_property),
    ("toggle required", toggle_required),
    ("toggle nullable", toggle_nullable),
    ("change the type of a property", change_type),
    ("change a format", change_format),
    ("add an enum value", |spec, rng| with_enum(spec, rng, |values, _| values.insert(0, "brand-new".into()))),
    ("remove an enum value", |spec, rng| {
        with_enum(spec, rng, |values, rng| drop((values.len() > 1).then(|| values.remove(rng.usize(..values.len())))))
    }),
    ("remove an operation", remove_operation),
    ("copy an operation", copy_operation),
    ("rename an operation", rename_operation),
    ("add an optional parameter", |spec, rng| add_parameter(spec, rng, false)),
    ("add a required parameter", |spec, rng| add_parameter(spec, rng, true)),
    ("remove a parameter", remove_parameter),
    ("toggle a required parameter", toggle_parameter),
    ("change a limit", change_limit),
    ("deprecate", deprecate),
    ("remove a status", remove_status),
    ("add a status", add_status),
    ("change a default", change_default),
    ("toggle readOnly", toggle_read_only),
    ("rename a schema", rename_schema),
    ("reorder keys", reorder),
    ("reword a description", reword),
    ("refer to a new component", refer),
];

/// The fragments of a folder.
struct Spec(Vec<(PathBuf, Value)>);

/// A step towards a node: a key, or an index.
type Steps = Vec<Value>;

/// Makes one edit in a folder, and returns its name. Whether the generator takes the result is another question.
pub fn edit(folder: &Path, rng: &mut Rng) -> &'static str {
    let mut files = Vec::new();
    for version in ["v2", "v3"] {
        let mut paths: Vec<_> =
            fs::read_dir(folder.join(version)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        files.extend(paths.into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "yaml")));
    }
    let read = |path: &PathBuf| serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut spec = Spec(files.iter().map(|path| (path.clone(), read(path))).collect());
    loop {
        let (name, edit) = EDITS[rng.usize(..EDITS.len())];
        let before: Vec<_> = spec.0.iter().map(|(_, value)| value.clone()).collect();
        if edit(&mut spec, rng).is_some() {
            for ((path, after), before) in spec.0.iter().zip(before) {
                if *after != before {
                    fs::write(path, serde_yaml::to_string(after).unwrap()).unwrap();
                }
            }
            return name;
        }
    }
}

/// All maps of a document that fit, by the steps to them.
fn maps(root: &Value, fits: &dyn Fn(&[Value], &Mapping) -> bool) -> Vec<Steps> {
    fn walk(node: &Value, at: &mut Steps, fits: &dyn Fn(&[Value], &Mapping) -> bool, found: &mut Vec<Steps>) {
        match node {
            Value::Mapping(map) => {
                if fits(at, map) {
                    found.push(at.clone());
                }
                for (key, value) in map.iter().filter(|(key, _)| !is_example(key)) {
                    at.push(key.clone());
                    walk(value, at, fits, found);
                    at.pop();
                }
            }
            Value::Sequence(items) => {
                for (index, item) in items.iter().enumerate() {
                    at.push(Value::from(index as u64));
                    walk(item, at, fits, found);
                    at.pop();
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(root, &mut Vec::new(), fits, &mut found);
    found
}

fn is_example(key: &Value) -> bool {
    key.as_str().is_some_and(|key| key == "example" || key == "examples")
}

fn at<'a>(root: &'a mut Value, steps: &[Value]) -> Option<&'a mut Mapping> {
    let node = steps.iter().try_fold(root, |node, step| match node {
        Value::Mapping(map) => map.get_mut(step),
        Value::Sequence(items) => items.get_mut(step.as_u64()? as usize),
        _ => None,
    });
    node?.as_mapping_mut()
}

impl Spec {
    /// A random map that fits, in a random fragment.
    fn pick(&mut self, rng: &mut Rng, fits: &dyn Fn(&[Value], &Mapping) -> bool) -> Option<(usize, Steps)> {
        let files = self.0.iter().enumerate();
        let all = files.flat_map(|(file, (_, root))| maps(root, fits).into_iter().map(move |steps| (file, steps)));
        let all: Vec<_> = all.collect();
        (!all.is_empty()).then(|| all[rng.usize(..all.len())].clone())
    }

    fn map(&mut self, (file, steps): &(usize, Steps)) -> Option<&mut Mapping> {
        at(&mut self.0[*file].1, steps)
    }

    fn pick_map(&mut self, rng: &mut Rng, fits: &dyn Fn(&[Value], &Mapping) -> bool) -> Option<&mut Mapping> {
        let place = self.pick(rng, fits)?;
        self.map(&place)
    }
}

fn is_object(_: &[Value], map: &Mapping) -> bool {
    map.get("properties").is_some_and(Value::is_mapping) && map.get("type").is_some()
}

fn is_operation(at: &[Value], map: &Mapping) -> bool {
    at.len() == 3 && at[0] == "paths" && map.contains_key("responses")
}

/// A schema of a property.
fn is_property(at: &[Value], map: &Mapping) -> bool {
    at.len() > 2 && at[at.len() - 2] == "properties" && map.contains_key("type") && !map.contains_key("properties")
}

fn text(value: &str) -> Value {
    Value::from(value)
}

fn a_string() -> Value {
    let mut map = Mapping::new();
    map.insert(text("type"), text("string"));
    map.insert(text("description"), text("Something new."));
    Value::from(map)
}

fn key(rng: &mut Rng, map: &Mapping) -> Option<Value> {
    (!map.is_empty()).then(|| map.keys().nth(rng.usize(..map.len())).unwrap().clone())
}

fn required(object: &mut Mapping) -> Option<&mut Vec<Value>> {
    if !object.contains_key("required") {
        object.insert(text("required"), Value::Sequence(Vec::new()));
    }
    object.get_mut("required")?.as_sequence_mut()
}

fn tidy_required(object: &mut Mapping) {
    if object.get("required").and_then(Value::as_sequence).is_some_and(Vec::is_empty) {
        object.remove("required");
    }
}

fn add_property(spec: &mut Spec, rng: &mut Rng, is_required: bool) -> Option<()> {
    let object = spec.pick_map(rng, &is_object)?;
    object.get_mut("properties")?.as_mapping_mut()?.insert(text("brand_new"), a_string());
    if is_required {
        required(object)?.push(text("brand_new"));
    }
    Some(())
}

fn remove_property(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let object = spec.pick_map(rng, &is_object)?;
    let properties = object.get_mut("properties")?.as_mapping_mut()?;
    let name = key(rng, properties)?;
    properties.shift_remove(&name);
    required(object)?.retain(|other| *other != name);
    tidy_required(object);
    Some(())
}

fn rename_property(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn toggle_required(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn toggle(map: &mut Mapping, name: &str) {
    match map.remove(name) {
        Some(Value::Bool(true)) => {}
        _ => drop(map.insert(text(name), Value::Bool(true))),
    }
}

fn toggle_nullable(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    spec.pick_map(rng, &is_property).map(|property| toggle(property, "nullable"))
}

fn toggle_read_only(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    spec.pick_map(rng, &is_property).map(|property| toggle(property, "readOnly"))
}

fn change_type(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn change_format(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn with_enum(spec: &mut Spec, rng: &mut Rng, change: fn(&mut Vec<Value>, &mut Rng)) -> Option<()> {
    let schema = spec.pick_map(rng, &|_, map| map.get("enum").is_some_and(|values| values[0].is_string()))?;
    let values = schema.get_mut("enum")?.as_sequence_mut()?;
    let before = values.len();
    change(values, rng);
    (values.len() != before).then_some(())
}

fn remove_operation(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn copy_operation(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn rename_operation(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let operation = spec.pick_map(rng, &is_operation)?;
    for key in ["x-method", "operationId"] {
        if let Some(name) = operation.get(key).and_then(Value::as_str).map(str::to_owned) {
            let new = if key == "x-method" { format!("{name}_other") } else { format!("{name}Other") };
            operation.insert(text(key), text(&new));
        }
    }
    Some(())
}

fn parameters(operation: &mut Mapping) -> Option<&mut Vec<Value>> {
    if !operation.contains_key("parameters") {
        operation.insert(text("parameters"), Value::Sequence(Vec::new()));
    }
    operation.get_mut("parameters")?.as_sequence_mut()
}

fn add_parameter(spec: &mut Spec, rng: &mut Rng, is_required: bool) -> Option<()> {
    let operation = spec.pick_map(rng, &is_operation)?;
    let yaml = "{name: brand_new, in: query, description: Something new., schema: {type: string}}";
    let mut parameter: Mapping = serde_yaml::from_str(yaml).unwrap();
    if is_required {
        parameter.insert(text("required"), Value::Bool(true));
    }
    parameters(operation)?.push(Value::from(parameter));
    Some(())
}

fn remove_parameter(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn toggle_parameter(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_one = |_: &[Value], map: &Mapping| map.get("in") == Some(&text("query")) && map.contains_key("schema");
    spec.pick_map(rng, &is_one).map(|parameter| toggle(parameter, "required"))
}

fn change_limit(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn deprecate(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let fits = |at: &[Value], map: &Mapping| is_operation(at, map) || is_property(at, map);
    spec.pick_map(rng, &fits).map(|one| toggle(one, "deprecated"))
}

fn remove_status(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let responses = spec.pick_map(rng, &is_operation)?.get_mut("responses")?.as_mapping_mut()?;
    let status = key(rng, responses)?;
    responses.shift_remove(&status);
    (!responses.is_empty()).then_some(())
}

fn add_status(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let responses = spec.pick_map(rng, &is_operation)?.get_mut("responses")?.as_mapping_mut()?;
    let status = key(rng, responses)?;
    let response = responses.get(&status)?.clone();
    responses.insert(text(["409", "418", "201"][rng.usize(..3)]), response);
    Some(())
}

fn change_default(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let is_plain = |at: &[Value], map: &Mapping| is_property(at, map) && map.get("type") == Some(&text("boolean"));
    let property = spec.pick_map(rng, &is_plain)?;
    let new = property.get("default") != Some(&Value::Bool(true));
    property.insert(text("default"), Value::Bool(new));
    Some(())
}

fn rename_schema(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn replace_reference(node: &mut Value, old: &str, new: &str) {
    match node {
        Value::Mapping(map) => map.iter_mut().for_each(|(_, value)| replace_reference(value, old, new)),
        Value::Sequence(items) => items.iter_mut().for_each(|item| replace_reference(item, old, new)),
        Value::String(text) if text == old => new.clone_into(text),
        _ => {}
    }
}

/// The order of properties, of components and of responses says nothing.
fn reorder(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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

fn reword(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
    let map = spec.pick_map(rng, &|_, map| map.get("description").is_some_and(Value::is_string))?;
    map.insert(text("description"), text("In other words."));
    Some(())
}

/// A parameter becomes a component, which the operation refers to.
fn refer(spec: &mut Spec, rng: &mut Rng) -> Option<()> {
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
