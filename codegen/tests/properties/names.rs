//! With the ledger of names, no addition to the real spec renames or moves what was there: random additions, chosen so
//! that their names clash with those that exist, and put before them.
//!
//! `NAMES=200 cargo test --release --workspace --test properties names` for more than the few of every run.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use codegen::{Generated, Ledger, Options, generate};
use fastrand::Rng;
use serde_yaml::{Mapping, Value};

use crate::spec::{Copy, spec};

const FEW: u64 = 6;

/// How many additions follow each other, each with the ledger of the one before.
const STEPS: usize = 3;

/// The fragments by path, such as `v3/customers.yaml`.
pub type Spec = BTreeMap<String, Value>;

/// Adds something to a fragment, and returns what.
type Add = fn(&mut Spec, &mut Rng, &Digest) -> Option<String>;

const ADDITIONS: &[(&str, Add)] = &[
    ("schema", schema),
    ("schema named as any item", schema_like_an_item),
    ("property", property),
    ("inline type", inline_type),
    ("enum value", enum_value),
    ("operation", operation),
    ("parameter", parameter),
    ("error", error),
    ("success", success),
    ("fragment", fragment),
];

/// The lines of a digest.
struct Digest(BTreeSet<String>);

impl Digest {
    fn of(text: &str) -> Self {
        Self(text.lines().skip(2).map(str::to_owned).collect())
    }

    /// The lines that another digest does not have. Which statuses an operation declares may change, as they do here.
    fn gone<'a>(&'a self, after: &Self) -> Vec<&'a str> {
        let apart = |line: &str| match line.split_once("; statuses: ") {
            Some((before, rest)) => format!("{before}{}", rest.split_once([';', '@']).map_or("", |(_, rest)| rest)),
            None => line.to_owned(),
        };
        let kept: BTreeSet<_> = after.0.iter().map(|line| apart(line)).collect();
        self.0.iter().filter(|line| !kept.contains(&apart(line))).map(String::as_str).collect()
    }

    /// The names of types and builders in the module of a fragment.
    fn names(&self, fragment: &str) -> Vec<String> {
        let module = format!("{}::", fragment.trim_end_matches(".yaml").replace('/', "::"));
        let words = self.0.iter().flat_map(|line| line.split([' ', '(', ')', ',', '<', '>']));
        let inside = words.filter_map(|word| word.strip_prefix(&module)?.split("::").next());
        let names = inside.map(|name| name.trim_end_matches(':')).filter(|name| name.starts_with(char::is_uppercase));
        names.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

pub fn read() -> Spec {
    let mut files = Spec::new();
    for version in ["v2", "v3"] {
        for entry in fs::read_dir(spec().join(version)).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{version}/{}", path.file_name().unwrap().to_string_lossy());
            files.insert(name, serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap());
        }
    }
    files
}

pub fn run(spec: &Spec, ledger: Option<&str>) -> Generated {
    let copy = written(spec);
    let generated = generate(&[copy.folder().to_owned()], &options(ledger));
    assert!(generated.tree.is_some(), "{:#?}", generated.diagnostics);
    generated
}

pub fn written(spec: &Spec) -> Copy {
    let copy = Copy::new();
    for (path, value) in spec {
        fs::write(copy.path(path), serde_yaml::to_string(value).unwrap()).unwrap();
    }
    copy
}

pub fn options(ledger: Option<&str>) -> Options {
    let mut options = Options::modules("zoo", "spec");
    options.ledger = ledger.map(|text| Ledger { path: "names.lock".to_owned(), text: text.to_owned() });
    options
}

/// Another spelling of a key that becomes the same name in Rust, if there is one.
fn respelled(key: &str, random: &mut Rng) -> Option<String> {
    let mut words: Vec<String> = vec![String::new()];
    for char in key.chars() {
        if !char.is_ascii_alphanumeric()
            || char.is_ascii_uppercase() && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(String::new());
        }
        if char.is_ascii_alphanumeric() {
            words.last_mut()?.push(char.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    let capital = |word: &String| word[..1].to_uppercase() + &word[1..];
    let spellings = [words.join("-"), words.join("_"), words.join(" "), words.iter().map(capital).collect()];
    let others: Vec<_> = spellings.into_iter().filter(|other| other != key).collect();
    random.choice(others)
}

/// Puts an entry before all others of a map.
fn put_first(map: &mut Mapping, key: &str, value: Value) -> Option<()> {
    if map.contains_key(key) {
        return None;
    }
    let rest = std::mem::take(map);
    map.insert(key.into(), value);
    map.extend(rest);
    Some(())
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

fn any_fragment<'a>(spec: &'a mut Spec, random: &mut Rng) -> (String, &'a mut Value) {
    let names: Vec<_> = spec.keys().filter(|name| !name.ends_with("api.yaml")).cloned().collect();
    let name = random.choice(names).unwrap();
    let value = spec.get_mut(&name).unwrap();
    (name, value)
}

pub fn at<'v>(value: &'v mut Value, path: &[&str]) -> Option<&'v mut Mapping> {
    path.iter().try_fold(value, |value, key| value.get_mut(*key))?.as_mapping_mut()
}

fn any_entry<'m>(map: &'m mut Mapping, random: &mut Rng) -> Option<(String, &'m mut Value)> {
    let keys: Vec<_> = map.keys().filter_map(Value::as_str).map(str::to_owned).collect();
    let key = random.choice(keys)?;
    let value = map.get_mut(&key)?;
    Some((key, value))
}

const OBJECT: &str = "{type: object, description: New., properties: {label: {type: string, description: New.}}}";

fn schema(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (name, fragment) = any_fragment(spec, random);
    let schemas = at(fragment, &["components", "schemas"])?;
    let (key, _) = any_entry(schemas, random)?;
    let new = respelled(&key, random)?.replace(' ', "-");
    put_first(schemas, &new, yaml(OBJECT))?;
    Some(format!("{name}: the schema {new} like {key}"))
}

fn schema_like_an_item(spec: &mut Spec, random: &mut Rng, digest: &Digest) -> Option<String> {
    let (name, fragment) = any_fragment(spec, random);
    let like = random.choice(digest.names(&name))?;
    let schemas = at(fragment, &["components", "schemas"])?;
    let new = if random.bool() { like.clone() } else { respelled(&like, random)?.replace(' ', "-") };
    put_first(schemas, &new, yaml(OBJECT))?;
    Some(format!("{name}: the schema {new} like {like}"))
}

/// The properties of a random component.
fn properties<'s>(spec: &'s mut Spec, random: &mut Rng) -> Option<(String, &'s mut Mapping)> {
    let (name, fragment) = any_fragment(spec, random);
    let (key, schema) = any_entry(at(fragment, &["components", "schemas"])?, random)?;
    Some((format!("{name}: {key}"), at(schema, &["properties"])?))
}

fn property(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (owner, properties) = properties(spec, random)?;
    let (key, _) = any_entry(properties, random)?;
    let new = respelled(&key, random)?;
    put_first(properties, &new, yaml("{type: string, description: New.}"))?;
    Some(format!("{owner}: the property {new} like {key}"))
}

/// An inline type of the shape of an older one, or with its name.
fn inline_type(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (owner, properties) = properties(spec, random)?;
    let is_inline = |value: &Value| {
        let inside = value.get("items").unwrap_or(value);
        inside.get("properties").is_some() || inside.get("enum").is_some()
    };
    let all: Vec<_> = properties.iter().filter(|(_, value)| is_inline(value)).collect();
    let (key, value) = random.choice(all)?;
    let (key, value) = (key.as_str()?.to_owned(), value.clone());
    let new = if random.bool() { "annex".to_owned() } else { respelled(&key, random)? };
    put_first(properties, &new, value)?;
    Some(format!("{owner}: the property {new} with the type of {key}"))
}

/// All lists of enum values in strings.
fn enums<'v>(value: &'v mut Value, found: &mut Vec<&'v mut Vec<Value>>) {
    match value {
        Value::Mapping(map) => {
            let is_text = map.get("type").is_some_and(|ty| ty == "string");
            for (key, value) in map.iter_mut() {
                let is_enum = key == "enum" && is_text && value.as_sequence().is_some_and(|values| values.len() > 1);
                if is_enum {
                    found.extend(value.as_sequence_mut());
                } else {
                    enums(value, found);
                }
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| enums(item, found)),
        _ => {}
    }
}

fn enum_value(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (name, fragment) = any_fragment(spec, random);
    let mut found = Vec::new();
    enums(fragment, &mut found);
    let values = random.choice(found)?;
    let old = random.choice(&*values)?.as_str()?.to_owned();
    let new = if random.bool() { old.to_uppercase() } else { respelled(&old, random)? };
    // A string that can only be `true` or `false` is a boolean, and becomes an enum with a third value.
    let is_boolean = ["true", "false"].contains(&old.as_str());
    if is_boolean || values.iter().any(|value| *value == new) {
        return None;
    }
    values.insert(0, new.clone().into());
    Some(format!("{name}: the value {new} like {old}"))
}

/// A random operation.
fn any_operation<'s>(spec: &'s mut Spec, random: &mut Rng) -> Option<(String, &'s mut Value)> {
    let (name, fragment) = any_fragment(spec, random);
    let (path, item) = any_entry(at(fragment, &["paths"])?, random)?;
    let (method, operation) = any_entry(item.as_mapping_mut()?, random)?;
    (method != "parameters").then_some((format!("{name}: {method} {path}"), operation))
}

fn operation(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (like, old) = any_operation(spec, random)?;
    let name = old.get("x-rust-name")?.as_str()?.to_owned();
    let (_, fragment) = spec.iter_mut().find(|(name, _)| like.starts_with(&format!("{name}:")))?;
    // As a method without a name of its own, it is named by the operationId.
    let id = respelled(&name, random).unwrap_or_else(|| name.to_uppercase());
    let new = format!("{{operationId: {id:?}, description: New., responses: {{'204': {{description: Done.}}}}}}");
    let path = format!("/annex/{}", random.u16(..));
    put_first(at(fragment, &["paths"])?, &path, yaml(&format!("{{get: {new}}}")))?;
    Some(format!("the operation {id} like {like}"))
}

fn parameter(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (owner, operation) = any_operation(spec, random)?;
    let has_body = operation.get("requestBody").is_some();
    let list = operation.get_mut("parameters")?.as_sequence_mut()?;
    let names: Vec<_> = list.iter().filter_map(|one| one.get("name")?.as_str().map(str::to_owned)).collect();
    let new = match random.choice(&names) {
        Some(old) if !has_body || random.bool() => respelled(old, random)?,
        _ => "body".to_owned(),
    };
    if names.contains(&new) {
        return None;
    }
    let parameter = format!("{{name: {new:?}, in: query, description: New., schema: {{type: string}}}}");
    list.insert(0, yaml(&parameter));
    Some(format!("{owner}: the parameter {new}"))
}

fn error(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (owner, operation) = any_operation(spec, random)?;
    let responses = at(operation, &["responses"])?;
    put_first(responses, "418", yaml("{$ref: 'common.yaml#/components/responses/NotFound'}"))?;
    Some(format!("{owner}: the error 418"))
}

/// Another success with the same body: fixtures are named by status if there are several.
fn success(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let (owner, operation) = any_operation(spec, random)?;
    let responses = at(operation, &["responses"])?;
    let old = responses.get("200").filter(|old| old.get("content").is_some())?.clone();
    put_first(responses, "203", old)?;
    Some(format!("{owner}: the success 203"))
}

fn fragment(spec: &mut Spec, random: &mut Rng, _: &Digest) -> Option<String> {
    let name = random.choice(["fixtures", "raw", "servers"])?;
    let mut new = spec.get("v3/consent.yaml")?.clone();
    at(&mut new, &["components"])?.insert("schemas".into(), yaml(&format!("{{Annex: {OBJECT}}}")));
    let operation = "{get: {operationId: listAnnex, description: New., responses: {'204': {description: Done.}}}}";
    *at(&mut new, &["paths"])? = yaml(&format!("{{/annex: {operation}}}")).as_mapping()?.clone();
    let path = format!("v3/{name}.yaml");
    if spec.keys().any(|known| ["fixtures", "raw", "servers"].iter().any(|name| known.contains(name))) {
        return None;
    }
    spec.insert(path.clone(), new);
    Some(path)
}

#[test]
fn additions_move_no_name_of_the_ledger() {
    let count = env::var("NAMES").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW);
    let before = read();
    let generated = run(&before, None);
    let (digest, ledger) = (Digest::of(&generated.digest.unwrap()), generated.ledger.unwrap());
    let mut moved: BTreeMap<&str, u64> = BTreeMap::new();
    for seed in 0..count {
        let mut random = Rng::with_seed(seed);
        let (mut spec, mut digest, mut ledger) = (before.clone(), Digest(digest.0.clone()), ledger.clone());
        for step in 0..STEPS {
            // Each kind has its turn.
            let (kind, add) = ADDITIONS[(seed as usize * STEPS + step) % ADDITIONS.len()];
            let Some(added) = (0..200).find_map(|_| add(&mut spec, &mut random, &digest)) else { continue };
            let after = run(&spec, Some(&ledger));
            let now = Digest::of(&after.digest.unwrap());
            assert_eq!(digest.gone(&now), [""; 0], "seed {seed}: {added}");
            let without = run(&spec, None);
            if !digest.gone(&Digest::of(&without.digest.unwrap())).is_empty() {
                *moved.entry(kind).or_default() += 1;
            }
            (digest, ledger) = (now, after.ledger.unwrap());
        }
    }
    // Without the ledger, they do move names.
    assert!(moved.values().sum::<u64>() >= count / 2, "{moved:?} of {count}");
    println!("without the ledger, names move by: {moved:?}");
}

#[test]
fn a_ledger_changes_nothing_by_itself() {
    let generated = run(&read(), None);
    let again = run(&read(), generated.ledger.as_deref());
    assert!(again.tree == generated.tree, "names move without an addition");
    assert_eq!(again.ledger, generated.ledger);
}
