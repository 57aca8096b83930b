//! Random edits of a folder of fragments: what people do to a spec, one at a time.

#[path = "edits/operations.rs"]
mod operations;
#[path = "edits/schemas.rs"]
mod schemas;

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use serde_yaml::{Mapping, Value};

/// Edits that change nothing for callers.
pub const REFACTORINGS: &[&str] = &["reorder keys", "reword a description", "refer to a new component"];

/// An edit, and its name.
type Edit = (&'static str, fn(&mut Spec, &mut Rng) -> Option<()>);

const EDITS: &[Edit] = &[
    ("add an optional property", |spec, rng| schemas::add_property(spec, rng, false)),
    ("add a required property", |spec, rng| schemas::add_property(spec, rng, true)),
    ("remove a property", schemas::remove_property),
    ("rename a property", schemas::rename_property),
    ("toggle required", schemas::toggle_required),
    ("toggle nullable", schemas::toggle_nullable),
    ("change the type of a property", schemas::change_type),
    ("change a format", schemas::change_format),
    ("add an enum value", |spec, rng| schemas::with_enum(spec, rng, |values, _| values.insert(0, "brand-new".into()))),
    ("remove an enum value", |spec, rng| {
        schemas::with_enum(spec, rng, |values, rng| {
            drop((values.len() > 1).then(|| values.remove(rng.usize(..values.len()))))
        })
    }),
    ("remove an operation", operations::remove_operation),
    ("copy an operation", operations::copy_operation),
    ("rename an operation", operations::rename_operation),
    ("add an optional parameter", |spec, rng| operations::add_parameter(spec, rng, false)),
    ("add a required parameter", |spec, rng| operations::add_parameter(spec, rng, true)),
    ("remove a parameter", operations::remove_parameter),
    ("toggle a required parameter", operations::toggle_parameter),
    ("change a limit", schemas::change_limit),
    ("deprecate", schemas::deprecate),
    ("remove a status", operations::remove_status),
    ("add a status", operations::add_status),
    ("change a default", schemas::change_default),
    ("toggle readOnly", schemas::toggle_read_only),
    ("rename a schema", schemas::rename_schema),
    ("reorder keys", schemas::reorder),
    ("reword a description", schemas::reword),
    ("refer to a new component", operations::refer),
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

fn toggle(map: &mut Mapping, name: &str) {
    match map.remove(name) {
        Some(Value::Bool(true)) => {}
        _ => drop(map.insert(text(name), Value::Bool(true))),
    }
}
