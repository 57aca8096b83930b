//! Checks a document against the grammar: every key must be known, and every value have the right type.

use std::collections::{HashMap, HashSet};

use super::grammar::{EVERYWHERE, Kind, Shape, holders};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::policy::Policy;
use crate::source::{Entry, NodeId, Sources, Value};
use crate::suggest::nearest;

/// The result of checking a document.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// The kind of each object of a document.
    pub(crate) kinds: HashMap<NodeId, Kind>,
    /// Every `$ref`, with the kind that is expected, in source order.
    pub(crate) references: Vec<(NodeId, Kind)>,
    /// Objects with a problem of their own: further problems with them may follow from it.
    pub(crate) broken: HashSet<NodeId>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Checks a node and all of its descendants, as an object of this kind.
pub(crate) fn check(sources: &Sources, node: NodeId, kind: Kind, policy: &Policy) -> Checked {
    let mut walk = Walk { sources, policy, owner: node, checked: Checked::default() };
    walk.object(node, kind);
    walk.checked
}

struct Walk<'a> {
    sources: &'a Sources,
    policy: &'a Policy,
    /// The object whose keys are being checked.
    owner: NodeId,
    checked: Checked,
}

impl Walk<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity() == Severity::Error {
            self.checked.broken.insert(self.owner);
        }
        self.checked.diagnostics.push(diagnostic);
    }

    fn object(&mut self, id: NodeId, kind: Kind) {
        // An aliased node may have several parents, but is checked once.
        if self.checked.kinds.insert(id, kind).is_some() {
            return;
        }
        let outer = std::mem::replace(&mut self.owner, id);
        self.keys(id, kind);
        self.owner = outer;
    }

    fn keys(&mut self, id: NodeId, kind: Kind) {
        let sources = self.sources;
        if !matches!(sources.value(id), Value::Map(_)) {
            return self.wrong_kind(id, kind.noun());
        }
        for entry in sources.entries(id) {
            match kind.keys().iter().chain([&EVERYWHERE]).find(|key| key.name == entry.key) {
                Some(key) => self.value(entry.value, key.shape),
                None => self.unknown_key(entry, kind),
            }
        }
        for key in kind.keys() {
            if key.required && sources.get(id, key.name).is_none() {
                let message = format!("{} requires the key `{}`", kind.noun(), key.name);
                let help = format!("add `{}:`", key.name);
                self.report(Diagnostic::new(Code::MissingKey, sources.location(id), message).help(help));
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
            let help = match close {
                _ if !elsewhere.is_empty() => format!("it belongs on {}", elsewhere.join(" or ")),
                Some(close) => format!("did you mean `{close}`?"),
                None => return,
            };
            let message = format!("`{}` has no effect here", entry.key);
            return self.report(Diagnostic::new(Code::SuspiciousExtension, location, message).help(help));
        }
        let message = format!("unknown key `{}` in {}", entry.key, kind.noun());
        let help = match close {
            Some(close) => format!("did you mean `{close}`?"),
            None => {
                let plain: Vec<_> = known.filter(|name| !name.starts_with("x-") && !name.starts_with('$')).collect();
                format!("expected one of {}; extensions begin with `x-`", plain.join(", "))
            }
        };
        self.report(Diagnostic::new(self.policy.unknown_key, location, message).help(help));
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
                if self.checked.broken.contains(&id) {
                    self.checked.broken.insert(self.owner);
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
