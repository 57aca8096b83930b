//! What shall be recorded: calls as they stand on the command line, and what they may touch.

use std::collections::BTreeSet;

use crate::Exact;
use crate::calls::Arguments;
use crate::spec::{Operation, Spec};

/// A call to record.
#[derive(Clone, Debug)]
pub struct Planned<'s> {
    /// What is called.
    pub operation: Operation<'s>,
    /// With what.
    pub arguments: Arguments,
    /// The name of the case, if it is one.
    pub case: Option<String>,
}

/// What writes may touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writes {
    /// Ids that may be changed or deleted, and the words [`NEW`] and [`STORE`].
    pub allowed: BTreeSet<String>,
}

/// Allows to create items.
pub const NEW: &str = "new";
/// Allows to change settings of the whole store.
pub const STORE: &str = "store";

/// Reads `v3.consent.get?customerId=4107`: parameters of path and query, percent-encoded or not.
///
/// # Errors
/// When there is no such operation, or a parameter has no value.
pub fn parse<'s>(spec: &'s Spec, text: &str) -> Result<Planned<'s>, String> {
    let (name, parameters) = text.split_once('?').unwrap_or((text, ""));
    let operations = spec.operations();
    let operation = operations.iter().find(|operation| operation.name() == name).ok_or_else(|| {
        let names: Vec<String> = operations.iter().map(Operation::name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match similar::get_close_matches(name, &names, 1, 0.6).first() {
            Some(near) => format!("there is no operation `{name}`; did you mean `{near}`?"),
            None => format!("there is no operation `{name}`; `cargo xtask coverage` lists them all"),
        }
    })?;
    let mut arguments = Arguments::default();
    for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` of `{text}` has no `=`"))?;
        let decoded = |text: &str| {
            let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
            decoded.map(String::from).map_err(|_| format!("`{text}` is not UTF-8"))
        };
        let (name, value) = (decoded(name)?, decoded(value)?);
        let in_path = operation.parameters("path").iter().any(|parameter| parameter.text("name") == name);
        if in_path { arguments.path.push((name, value)) } else { arguments.query.push((name, value)) }
    }
    Ok(Planned { operation: operation.clone(), arguments, case: None })
}

/// Every list and single resource that can be read without an id.
#[must_use]
pub fn reads(spec: &Spec) -> Vec<Planned<'_>> {
    let mut operations = spec.operations();
    operations.retain(|operation| operation.method == "GET" && operation.parameters("path").is_empty());
    let plan = |operation| Planned { operation, arguments: Arguments::default(), case: None };
    operations.into_iter().map(plan).collect()
}

impl Planned<'_> {
    /// The call as it is shown: `PUT /v3/customers/4107/consent?…`.
    #[must_use]
    pub fn shown(&self) -> String {
        let fill = |path: String, (name, value): &(String, String)| path.replace(&format!("{{{name}}}"), value);
        let path = self.arguments.path.iter().fold(self.operation.path.clone(), fill);
        let pairs: Vec<_> = self.arguments.query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        let body = if self.arguments.body.is_some() { " with a body" } else { "" };
        format!("{} /{}{path}{query}{body}", self.operation.method, self.operation.version)
    }

    /// Whether nothing is changed by the call.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.operation.method == "GET"
    }

    /// Why the call must not be made; `None` if it may.
    #[must_use]
    pub fn forbidden(&self, writes: &Writes) -> Option<String> {
        if self.is_read() {
            return None;
        }
        let name = self.operation.name();
        if writes.allowed.is_empty() {
            return Some(format!("{name} writes: allow it with `--allow-writes` and the ids that it may touch"));
        }
        let touched = self.touched();
        if !touched.is_empty() {
            let strange: Vec<_> = touched.into_iter().filter(|id| !writes.allowed.contains(id)).collect();
            return (!strange.is_empty())
                .then(|| format!("{name} would touch {}, which `--allow-writes` does not name", strange.join(", ")));
        }
        let (word, what) = match self.operation.method.as_str() {
            "POST" => (NEW, "creates something"),
            "PUT" => (STORE, "changes something of the whole store"),
            _ => return Some(format!("{name} would delete without naming ids, which is never recorded")),
        };
        (!writes.allowed.contains(word)).then(|| format!("{name} {what}: allow it with `--allow-writes {word}`"))
    }

    /// The ids in the path, in filters by id, and in the body.
    fn touched(&self) -> BTreeSet<String> {
        let mut ids: BTreeSet<_> = self.arguments.path.iter().map(|(_, value)| value.clone()).collect();
        let filters = self.arguments.query.iter().filter(|(name, _)| name == "id" || name == "id:in");
        ids.extend(filters.flat_map(|(_, value)| value.split(',').map(str::to_owned)));
        collect(self.arguments.body.as_ref(), &mut ids);
        ids
    }
}

/// Keys of bodies that say what is changed. Others refer to what stays as it is, such as groups and channels.
const IDS: [&str; 4] = ["id", "customer_id", "address_id", "resource_id"];

fn collect(body: Option<&Exact>, ids: &mut BTreeSet<String>) {
    let id = |value: &Exact| match value {
        Exact::Number(digits) => Some(digits.clone()),
        Exact::Text(text) => Some(text.clone()),
        _ => None,
    };
    match body {
        Some(Exact::List(items)) => {
            // A list of ids is the body of a deletion.
            ids.extend(items.iter().filter_map(id));
            items.iter().for_each(|item| collect(Some(item), ids));
        }
        Some(Exact::Object(entries)) => {
            for (key, value) in entries {
                if IDS.contains(&key.as_str()) {
                    ids.extend(id(value));
                } else if matches!(value, Exact::Object(_) | Exact::List(_)) && !is_plain_list(value) {
                    collect(Some(value), ids);
                }
            }
        }
        _ => {}
    }
}

/// Whether a list holds values and no objects: of channels, not of what is changed.
fn is_plain_list(value: &Exact) -> bool {
    matches!(value, Exact::List(items) if !items.iter().any(|item| matches!(item, Exact::Object(_))))
}

#[cfg(test)]
mod tests;
