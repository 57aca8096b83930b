//! Checks a document against the grammar: every key must be known, and every value have the right type.

use std::collections::HashMap;

use super::grammar::{EVERYWHERE, Key, Kind, Shape, holders};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::policy::Policy;
use crate::source::{Entry, NodeHashMap, NodeId, Sources, Value};
use crate::suggest::nearest;

/// Objects with a problem of their own: further problems with them may follow from it.
pub(crate) type Faults = NodeHashMap<Vec<Fault>>;

/// What an object may lack because of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The value of this key: it is misspelt, missing or wrong.
    Key(&'static str),
    /// The value of any key: one of them is unknown.
    AnyKey,
    /// Nothing.
    Nothing,
}

impl Fault {
    /// Whether the value of a key may be missing because of the problem.
    pub(crate) fn explains(self, missing: &str) -> bool {
        match self {
            Self::Key(name) => name == missing,
            Self::AnyKey => true,
            Self::Nothing => false,
        }
    }
}

/// The result of checking a document.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// The kind of each object of a document.
    pub(crate) kinds: NodeHashMap<Kind>,
    /// Every `$ref`, with the kind that is expected, in source order.
    pub(crate) references: Vec<(NodeId, Kind)>,
    pub(crate) faults: Faults,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Checks a node and all of its descendants, as an object of this kind.
pub(crate) fn check(sources: &Sources, node: NodeId, kind: Kind, policy: &Policy) -> Checked {
    let mut walk = Walk { sources, policy, owner: node, fault: Fault::AnyKey, checked: Checked::default() };
    walk.object(node, kind);
    walk.checked
}

struct Walk<'a> {
    sources: &'a Sources,
    policy: &'a Policy,
    /// The object whose keys are being checked.
    owner: NodeId,
    /// What a problem with the current key means for the owner.
    fault: Fault,
    checked: Checked,
}

impl Walk<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.report_as(self.fault, diagnostic);
    }

    fn report_as(&mut self, fault: Fault, diagnostic: Diagnostic) {
        if diagnostic.severity() == Severity::Error {
            self.checked.faults.entry(self.owner).or_default().push(fault);
        }
        self.checked.diagnostics.push(diagnostic);
    }

    fn object(&mut self, id: NodeId, kind: Kind) {
        // An aliased node may have several parents, but is checked once.
        if self.checked.kinds.insert(id, kind).is_some() {
            return;
        }
        let outer = (std::mem::replace(&mut self.owner, id), std::mem::replace(&mut self.fault, Fault::AnyKey));
        self.keys(id, kind);
        (self.owner, self.fault) = outer;
    }

    fn keys(&mut self, id: NodeId, kind: Kind) {
        let sources = self.sources;
        if !matches!(sources.value(id), Value::Map(_)) {
            return self.wrong_kind(id, kind.noun());
        }
        for entry in sources.entries(id) {
            match kind.keys().iter().chain([&EVERYWHERE]).find(|key| key.name == entry.key) {
                Some(key) => {
                    self.fault = Fault::Key(key.name);
                    self.value(entry.value, key.shape);
                }
                None => self.unknown_key(entry, kind),
            }
        }
        if kind == Kind::Schema {
            self.repeated_values(id);
        }
        let faults = self.checked.faults.get(&id).cloned().unwrap_or_default();
        // An unknown key with another meaning does not explain what is missing.
        let is_misspelt = |key: &Key| faults.contains(&Fault::Key(key.name));
        for key in kind.keys() {
            if key.required && sources.get(id, key.name).is_none() && !is_misspelt(key) {
                let message = format!("{} requires the key `{}`", kind.noun(), key.name);
                let help = format!("add `{}:`", key.name);
                let problem = Diagnostic::new(Code::MissingKey, sources.location(id), message).help(help);
                self.report_as(Fault::Key(key.name), problem);
            }
        }
    }

    fn unknown_key(&mut self, entry: &Entry, kind: Kind) {
        let location = entry.key_location();
        let known = kind.keys().iter().chain([&EVERYWHERE]).map(|key| key.name);
        let extension = entry.key.starts_with("x-");
        let close = nearest(&entry.key, known.clone().filter(|name| name.starts_with("x-") == extension));
        if extension {
            let elsewhere: Vec<_> = holders(&entry.key).map(Kind::noun).collect();
            let (fault, help) = match close {
                _ if !elsewhere.is_empty() => (Fault::Nothing, format!("it belongs on {}", elsewhere.join(" or "))),
                Some(close) => (Fault::Key(close), format!("did you mean `{close}`?")),
                None => return,
            };
            let message = format!("`{}` has no effect here", entry.key);
            let problem = Diagnostic::new(self.policy.misspelt_extension, location, message).help(help);
            return self.report_as(fault, problem);
        }
        let message = format!("unknown key `{}` in {}", entry.key, kind.noun());
        let help = match close {
            Some(close) => format!("did you mean `{close}`?"),
            None => {
                let plain: Vec<_> = known.filter(|name| !name.starts_with("x-") && !name.starts_with('$')).collect();
                format!("expected one of {}; extensions begin with `x-`", plain.join(", "))
            }
        };
        let fault = close.map_or(Fault::AnyKey, Fault::Key);
        self.report_as(fault, Diagnostic::new(self.policy.unknown_key, location, message).help(help));
    }

    fn repeated_values(&mut self, schema: NodeId) {
        let Some(code) = self.policy.repeated_enum_value else { return };
        for problem in repeated_values(self.sources, schema, code) {
            self.report_as(Fault::Key("enum"), problem);
        }
    }

    fn value(&mut self, id: NodeId, shape: Shape) {
        let (sources, value) = (self.sources, self.sources.value(id));
        match (shape, value) {
            (Shape::Any, _) | (Shape::Text, Value::Text(_)) | (Shape::Bool, Value::Bool(_)) => {}
            (Shape::Number, Value::Number(_)) => {}
            (Shape::Count, Value::Number(text)) if text.bytes().all(|byte| byte.is_ascii_digit()) => {}
            (Shape::Word(words), Value::Text(text)) => {
                if !words.contains(&text) {
                    let message = format!("invalid value `{text}`");
                    let help = format!("expected one of {}", words.join(", "));
                    self.report(Diagnostic::new(Code::BadValue, sources.location(id), message).help(help));
                }
            }
            (Shape::One(kind), _) => {
                self.object(id, kind);
                // It is a part of its owner, which is read together with it.
                if self.checked.faults.contains_key(&id) {
                    self.checked.faults.entry(self.owner).or_default().push(self.fault);
                }
            }
            (Shape::SchemaOrBool, Value::Bool(_)) => {}
            (Shape::SchemaOrBool, _) => self.or_reference(id, Kind::Schema),
            (Shape::OrRef(kind), _) => self.or_reference(id, kind),
            (Shape::List(shape), Value::List(items)) => items.iter().for_each(|item| self.value(*item, *shape)),
            (Shape::Map(shape), Value::Map(entries)) => {
                entries.iter().for_each(|entry| self.value(entry.value, *shape));
            }
            (Shape::Paths, Value::Map(entries)) => entries.iter().for_each(|entry| self.path(entry)),
            (Shape::Responses, Value::Map(entries)) => entries.iter().for_each(|entry| self.status(entry)),
            (shape, _) => self.wrong_kind(id, wanted(shape)),
        }
    }

    fn or_reference(&mut self, id: NodeId, kind: Kind) {
        let Some(reference) = self.sources.get(id, "$ref") else { return self.object(id, kind) };
        if self.sources.text(reference).is_none() {
            return self.wrong_kind(reference, "a string");
        }
        self.checked.references.push((id, kind));
        for entry in self.sources.entries(id).iter().filter(|entry| entry.key != "$ref") {
            let message = format!("OpenAPI 3.0 ignores `{}` next to `$ref`", entry.key);
            let help = "write `allOf: [{$ref: …}]` instead, with this key and `type` next to `allOf`";
            let location = entry.key_location();
            self.report(Diagnostic::new(self.policy.unknown_key, location, message).help(help));
        }
    }

    fn path(&mut self, entry: &Entry) {
        if entry.key.starts_with('/') {
            self.object(entry.value, Kind::PathItem);
        } else if entry.key == EVERYWHERE.name {
            self.value(entry.value, EVERYWHERE.shape);
        } else if !entry.key.starts_with("x-") {
            let message = format!("the path `{}` does not begin with `/`", entry.key);
            let help = format!("write `/{}`", entry.key);
            self.report(Diagnostic::new(Code::BadValue, entry.key_location(), message).help(help));
        }
    }

    fn status(&mut self, entry: &Entry) {
        let key = entry.key.as_str();
        let valid = match key.as_bytes() {
            [b'1'..=b'5', b'X', b'X'] => true,
            [b'1'..=b'5', second, third] => second.is_ascii_digit() && third.is_ascii_digit(),
            _ => key == "default",
        };
        if valid {
            self.or_reference(entry.value, Kind::Response);
        } else if key == EVERYWHERE.name {
            self.value(entry.value, EVERYWHERE.shape);
        } else if !key.starts_with("x-") {
            let message = format!("`{key}` is not a status code");
            let help = "write a status such as '404', a range such as '5XX', or `default`";
            self.report(Diagnostic::new(Code::BadValue, entry.key_location(), message).help(help));
        }
    }

    fn wrong_kind(&mut self, id: NodeId, wanted: &str) {
        self.checked.faults.entry(id).or_default().push(Fault::AnyKey);
        let found = match self.sources.value(id) {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::Text(_) => "a string",
            Value::List(_) => "an array",
            Value::Map(_) => "an object",
        };
        let message = format!("expected {wanted}, found {found}");
        let mut problem = Diagnostic::new(Code::WrongKind, self.sources.location(id), message);
        if wanted == "a string" && matches!(self.sources.value(id), Value::Bool(_) | Value::Number(_)) {
            problem = problem.help("put it in quotes");
        }
        self.report(problem);
    }
}

/// Reports the values that the enum of a schema repeats.
pub(crate) fn repeated_values(sources: &Sources, schema: NodeId, code: Code) -> Vec<Diagnostic> {
    let mut first: HashMap<String, NodeId> = HashMap::new();
    let mut problems = Vec::new();
    for value in sources.get(schema, "enum").map_or(&[][..], |list| sources.items(list)) {
        let text = sources.to_json(*value).to_string();
        if let Some(before) = first.get(&text) {
            let problem = Diagnostic::new(code, sources.location(*value), format!("the enum lists {text} twice"));
            problems.push(problem.also(sources.location(*before), "first here").help("keep one of them"));
        } else {
            first.insert(text, *value);
        }
    }
    problems
}

fn wanted(shape: Shape) -> &'static str {
    match shape {
        Shape::Text | Shape::Word(_) => "a string",
        Shape::Bool => "a boolean",
        Shape::Count => "a non-negative integer",
        Shape::Number => "a number",
        Shape::List(_) => "an array",
        Shape::Map(_) => "an object",
        Shape::Paths => "a paths object",
        Shape::Responses => "a responses object",
        Shape::Any | Shape::SchemaOrBool => "a schema",
        Shape::One(kind) | Shape::OrRef(kind) => kind.noun(),
    }
}
