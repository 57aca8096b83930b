//! Decides which writes are allowed.

use std::collections::{BTreeMap, BTreeSet};

use super::Planned;
use replay::Exact;
use test_support::{Operation, Spec};

/// The allowed targets of writes: ids such as `customers:4107`, and the words `new` and `store`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writes(BTreeSet<String>);

/// Allows creating anything.
const NEW: &str = "new";
/// Allows changing what has no id, such as settings of the whole store.
const STORE: &str = "store";

/// The keys of bodies, besides `id`, that identify what is changed, each with its resource. Other ids refer to what
/// stays the same, such as groups and channels.
const PARENTS: [(&str, &str); 2] = [("customer_id", "customers"), ("address_id", "addresses")];

impl Writes {
    /// Allows the targets that `customers:4107,new` lists.
    ///
    /// # Errors
    /// Fails if an id has no resource: a customer and a channel may have the same number.
    pub fn allow(&mut self, spec: &Spec, text: &str) -> Result<(), String> {
        let resources = resources(spec);
        for item in text.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            if [NEW, STORE].contains(&item) {
                self.0.insert(item.to_owned());
                continue;
            }
            let (resource, id) = item.split_once(':').ok_or_else(|| {
                format!(
                    "`{item}` says not of what: write `customers:{item}`, or `new`, or `store`; {}",
                    list(&resources)
                )
            })?;
            let (resource, id) = (resource.trim().replace('-', "_"), id.trim());
            if !resources.contains(&resource) || id.is_empty() {
                return Err(format!("`{item}` names nothing that can be written; {}", list(&resources)));
            }
            self.0.insert(format!("{resource}:{id}"));
        }
        Ok(())
    }
}

fn list(resources: &BTreeSet<String>) -> String {
    let names: Vec<_> = resources.iter().map(String::as_str).collect();
    format!("there are ids of {}", names.join(", "))
}

/// The resources that ids may belong to.
fn resources(spec: &Spec) -> BTreeSet<String> {
    let mut operations = spec.operations();
    operations.retain(|operation| !is_read(operation));
    operations.iter().flat_map(|operation| own(operation).into_iter().chain(of_path(operation).into_values())).collect()
}

/// Whether calls of the operation change nothing: they read, or only validate, which the spec marks as idempotent.
pub(super) fn is_read(operation: &Operation<'_>) -> bool {
    operation.method == "GET" || (operation.method == "POST" && operation.node.child("x-idempotent").value == true)
}

/// Returns the resource of the ids in bodies and filters: the last word of the path.
fn own(operation: &Operation<'_>) -> Option<String> {
    words(operation).next_back()
}

fn words(operation: &Operation<'_>) -> impl DoubleEndedIterator<Item = String> {
    let words = operation.path.split('/').filter(|part| !part.is_empty() && !part.starts_with('{'));
    words.map(|word| word.replace('-', "_"))
}

/// Returns the resources of the path parameters: the word before each.
fn of_path(operation: &Operation<'_>) -> BTreeMap<String, String> {
    let parts: Vec<_> = operation.path.split('/').collect();
    let pairs = parts.windows(2).filter_map(|pair| {
        let name = pair.last()?.strip_prefix('{')?.strip_suffix('}')?;
        Some((name.to_owned(), pair.first()?.replace('-', "_")))
    });
    pairs.collect()
}

impl Planned<'_> {
    /// Returns why the call must not be made, or `None` if it is allowed.
    #[must_use]
    pub fn forbidden(&self, writes: &Writes) -> Option<String> {
        if self.is_read() {
            return None;
        }
        let name = self.operation.name();
        let needs = match self.needs() {
            Ok(needs) => needs,
            Err(problem) => return Some(format!("{name} {problem}")),
        };
        let missing: Vec<_> = needs.difference(&writes.0).map(String::as_str).collect();
        (!missing.is_empty()).then(|| format!("{name} writes: it needs `--allow-writes {}`", missing.join(",")))
    }

    /// The targets that have to be allowed, as [`Writes::allow`] reads them.
    fn needs(&self) -> Result<BTreeSet<String>, &'static str> {
        let operation = &self.operation;
        if operation.node.child("x-requires-filter").value == true {
            return Err("would delete all that its filter leaves, which is never recorded");
        }
        let (own, of_path) = (own(operation).unwrap_or_default(), of_path(operation));
        let mut ids = Ids { root: words(operation).next().unwrap_or_default(), found: BTreeSet::new() };
        for (name, value) in &self.arguments.path {
            ids.add(of_path.get(name).map_or("", String::as_str), value);
        }
        for (_, value) in self.arguments.query.iter().filter(|(name, _)| name == "id" || name == "id:in") {
            value.split(',').for_each(|id| ids.add(&own, id));
        }
        let named = ids.of_body(self.arguments.body.as_ref(), &own);
        let mut found = ids.found;
        if found.iter().any(|id| id.ends_with(':')) {
            return Err("is given an empty id");
        }
        match operation.method.as_str() {
            "POST" => {
                found.insert(NEW.to_owned());
            }
            "PUT" => {
                if found.is_empty() || !named {
                    found.insert(STORE.to_owned());
                }
            }
            "DELETE" => {
                let own = format!("{own}:");
                if !operation.path.ends_with('}') && !found.iter().any(|id| id.starts_with(&own)) {
                    return Err("would delete without naming ids, which is never recorded");
                }
            }
            _ => return Err("has a method that is never recorded"),
        }
        Ok(found)
    }
}

/// The ids of a call.
struct Ids {
    /// The first word of the path, which is the resource of `resource_id`.
    root: String,
    found: BTreeSet<String>,
}

impl Ids {
    fn add(&mut self, resource: &str, id: &str) {
        self.found.insert(format!("{resource}:{id}"));
    }

    /// Adds the ids of a body. Returns whether every item of it has one: an item without an id may affect anything.
    fn of_body(&mut self, body: Option<&Exact>, own: &str) -> bool {
        let Some(Exact::List(items)) = body else {
            body.into_iter().for_each(|body| {
                self.of_value(body, own);
            });
            return true;
        };
        // The body of a deletion is an array of ids.
        items.iter().map(|item| self.of_value(item, own)).filter(|named| !named).count() == 0
    }

    /// Adds the ids of a value. Returns whether there are any.
    fn of_value(&mut self, value: &Exact, own: &str) -> bool {
        match value {
            Exact::Number(id) | Exact::Text(id) => {
                self.add(own, id);
                true
            }
            Exact::List(items) => items.iter().filter(|item| self.of_value(item, own)).count() > 0,
            Exact::Object(entries) => entries.iter().filter(|(key, value)| self.of_entry(key, value, own)).count() > 0,
            _ => false,
        }
    }

    fn of_entry(&mut self, key: &str, value: &Exact, own: &str) -> bool {
        let parent = PARENTS.iter().find(|(parent, _)| *parent == key).map(|(_, resource)| (*resource).to_owned());
        let resource = match key {
            "id" => Some(own.to_owned()),
            "resource_id" => Some(self.root.clone()),
            _ => parent,
        };
        match (resource, value) {
            (Some(resource), Exact::Number(_) | Exact::Text(_)) => self.of_value(value, &resource),
            (None, Exact::Object(_)) => self.of_value(value, key),
            // An array of values, such as channels, refers to what is not changed.
            (None, Exact::List(items)) if items.iter().any(|item| matches!(item, Exact::Object(_))) => {
                self.of_value(value, key)
            }
            _ => false,
        }
    }
}
