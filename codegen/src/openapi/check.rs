//! Checks a document against the grammar: every key must be known, and every value have the right type.

use std::collections::HashMap;

use super::corrections::{Edit, Fresh};
use super::grammar::{EVERYWHERE, Key, Kind, Need, Shape, holders};
use super::mend::Place;
use super::mistakes::left_out;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::policy::Policy;
use crate::source::{Entry, NodeHashMap, NodeId, Sources, Value};
use crate::suggest::{abbreviated, nearest};

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

/// A `$ref`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    pub(crate) node: NodeId,
    /// The kind that is expected.
    pub(crate) kind: Kind,
    /// The map or list that contains it.
    pub(crate) parent: NodeId,
}

/// The result of checking a document.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// The kind of each object of a document.
    pub(crate) kinds: NodeHashMap<Kind>,
    /// Every `$ref`, in source order.
    pub(crate) references: Vec<Reference>,
    pub(crate) faults: Faults,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Corrections of what a published document has wrong.
    pub(crate) edits: Vec<Edit>,
}

/// Checks a node and all of its descendants, as an object of this kind.
pub(crate) fn check(sources: &Sources, node: NodeId, kind: Kind, policy: &Policy) -> Checked {
    let checked = Checked::default();
    let mut walk = Walk { sources, policy, owner: node, around: None, fault: Fault::AnyKey, checked };
    walk.object(None, node, kind);
    walk.checked
}

/// The map or list that contains a value.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) parent: NodeId,
    pub(super) place: Place,
}

pub(super) struct Walk<'a> {
    pub(super) sources: &'a Sources,
    pub(super) policy: &'a Policy,
    /// The object whose keys are being checked.
    pub(super) owner: NodeId,
    /// What contains the owner.
    pub(super) around: Option<Slot>,
    /// What a problem with the current key means for the owner.
    pub(super) fault: Fault,
    pub(super) checked: Checked,
}

impl Walk<'_> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.report_as(self.fault, diagnostic);
    }

    fn report_as(&mut self, fault: Fault, diagnostic: Diagnostic) {
        if diagnostic.severity() == Severity::Error {
            self.checked.faults.entry(self.owner).or_default().push(fault);
        }
        self.checked.diagnostics.push(diagnostic);
    }

    /// Whether a mistake is corrected: an overlay is written by those who use it, and can be changed.
    pub(super) fn corrects(&self, at: NodeId) -> bool {
        self.policy.corrects && !self.sources.is_of_overlay(&self.sources.location(at))
    }

    /// Checks an object; a document has no slot.
    fn object(&mut self, slot: Option<Slot>, id: NodeId, kind: Kind) {
        // An aliased node may have several parents, but is checked once.
        if self.checked.kinds.insert(id, kind).is_some() {
            return;
        }
        let outer = (self.owner, self.around, self.fault);
        (self.owner, self.around, self.fault) = (id, slot, Fault::AnyKey);
        self.keys(slot, id, kind);
        (self.owner, self.around, self.fault) = outer;
    }

    fn keys(&mut self, slot: Option<Slot>, id: NodeId, kind: Kind) {
        let sources = self.sources;
        if !matches!(sources.value(id), Value::Map(_)) {
            return self.wrong_kind(slot, id, Shape::One(kind));
        }
        if let Some(slot) = slot.filter(|_| self.policy.corrects && sources.get(id, "$ref").is_some())
            && self.is_replaced(slot, id, kind)
        {
            self.checked.kinds.remove(&id);
            return;
        }
        for entry in sources.entries(id) {
            match kind.keys().iter().chain([&EVERYWHERE]).find(|key| key.name == entry.key) {
                Some(key) => {
                    self.fault = Fault::Key(key.name);
                    self.value(Slot { parent: id, place: Place::Key }, entry.value, key.shape);
                }
                None => self.unknown_key(entry, kind),
            }
        }
        if kind == Kind::Schema {
            self.repeated_values(id);
            self.required_properties(id);
        }
        let faults = self.checked.faults.get(&id).cloned().unwrap_or_default();
        // An unknown key with another meaning does not explain what is missing.
        let is_misspelt = |key: &Key| faults.contains(&Fault::Key(key.name));
        for key in kind.keys() {
            if key.need != Need::Optional && sources.get(id, key.name).is_none() && !is_misspelt(key) {
                self.missing_key(slot, id, kind, key);
            }
        }
    }

    /// Removes an object from the document.
    pub(super) fn leave_out(&mut self, parent: NodeId, id: NodeId) {
        self.checked.edits.push(Edit::Remove { parent, child: id });
        self.checked.kinds.remove(&id);
    }

    fn missing_key(&mut self, slot: Option<Slot>, id: NodeId, kind: Kind, key: &Key) {
        let message = format!("{} requires the key `{}`", kind.noun(), key.name);
        let (code, effect) = match (key.need, slot) {
            _ if !self.corrects(id) => (Code::MissingKey, String::new()),
            (Need::Optional | Need::Shown, _) => (Code::Assumed, "; nothing depends on it".to_owned()),
            (Need::Empty, _) => {
                self.checked.edits.push(Edit::Add { map: id, key: key.name, with: Fresh::empty(key.shape) });
                (Code::Assumed, "; it is treated as empty".to_owned())
            }
            (Need::Essential, Some(Slot { parent, .. })) => {
                self.leave_out(parent, id);
                (Code::Assumed, format!("; {}", left_out(kind)))
            }
            (Need::Essential, None) => (Code::MissingKey, String::new()),
        };
        let problem = Diagnostic::new(code, self.sources.location(id), format!("{message}{effect}"));
        let is_overlay = key.name == "openapi" && self.sources.get(id, "overlay").is_some();
        let help = match is_overlay {
            true => "this is an overlay: name it with `--overlay`, or in `overlays` of `codegen.toml`".to_owned(),
            false => format!("add `{}:`", key.name),
        };
        self.report_as(Fault::Key(key.name), problem.help(help));
    }

    fn unknown_key(&mut self, entry: &Entry, kind: Kind) {
        let location = entry.key_location();
        let known = kind.keys().iter().chain([&EVERYWHERE]).map(|key| key.name);
        let extension = entry.key.starts_with("x-");
        let like = || known.clone().filter(|name| name.starts_with("x-") == extension);
        let close = nearest(&entry.key, like()).or_else(|| abbreviated(&entry.key, like()));
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
        if kind == Kind::Schema && entry.key == "const" && self.corrects(entry.value) {
            let message = format!("OpenAPI 3.0 has no `const`; {}", self.newer());
            return self.report(Diagnostic::new(Code::Assumed, location, message));
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

    pub(super) fn value(&mut self, slot: Slot, id: NodeId, shape: Shape) {
        let value = self.sources.value(id);
        match (shape, value) {
            (Shape::Any, _) | (Shape::Text, Value::Text(_)) | (Shape::Bool, Value::Bool(_)) => {}
            (Shape::Number, Value::Number(_)) => {}
            (Shape::Count, Value::Number(text)) if text.bytes().all(|byte| byte.is_ascii_digit()) => {}
            (Shape::Word(words), Value::Text(text)) => {
                if !words.contains(&text) {
                    self.unknown_word(slot, id, words);
                }
            }
            (Shape::One(kind), _) => {
                self.part(slot, id, kind);
                // It is a part of its owner, which is read together with it.
                if self.checked.faults.contains_key(&id) {
                    self.checked.faults.entry(self.owner).or_default().push(self.fault);
                }
            }
            (Shape::SchemaOrBool, Value::Bool(_)) => {}
            (Shape::SchemaOrBool | Shape::OrRef(_), _) if self.corrects(id) && !matches!(value, Value::Map(_)) => {
                self.wrong_kind(Some(slot), id, shape);
            }
            (Shape::SchemaOrBool, _) => self.or_reference(slot, id, Kind::Schema),
            (Shape::OrRef(kind), _) => self.or_reference(slot, id, kind),
            (Shape::List(shape), Value::List(items)) => {
                let slot = Slot { parent: id, place: Place::Item };
                items.iter().for_each(|item| self.value(slot, *item, *shape));
            }
            (Shape::Map(shape), Value::Map(entries)) => {
                let slot = Slot { parent: id, place: Place::Entry };
                entries.iter().for_each(|entry| self.value(slot, entry.value, *shape));
            }
            (Shape::Paths, Value::Map(entries)) => entries.iter().for_each(|entry| self.path(id, entry)),
            (Shape::Responses, Value::Map(entries)) => entries.iter().for_each(|entry| self.status(id, entry)),
            (shape, _) => self.wrong_kind(Some(slot), id, shape),
        }
    }

    /// An object that cannot be a reference.
    pub(super) fn part(&mut self, slot: Slot, id: NodeId, kind: Kind) {
        match self.sources.value(id) {
            Value::Map(_) => self.object(Some(slot), id, kind),
            _ if self.corrects(id) => self.wrong_kind(Some(slot), id, Shape::One(kind)),
            _ => self.object(Some(slot), id, kind),
        }
    }

    fn or_reference(&mut self, slot: Slot, id: NodeId, kind: Kind) {
        let Some(reference) = self.sources.get(id, "$ref") else { return self.object(Some(slot), id, kind) };
        if self.sources.text(reference).is_none() {
            return self.bad_reference(slot, id, reference, kind);
        }
        if self.is_nullable_reference(slot, id, kind) {
            return;
        }
        self.checked.references.push(Reference { node: id, kind, parent: slot.parent });
        for entry in self.sources.entries(id).iter().filter(|entry| entry.key != "$ref") {
            self.ignored_beside(entry);
        }
    }

    /// Reports a key next to a `$ref`.
    pub(super) fn ignored_beside(&mut self, entry: &Entry) {
        let message = format!("OpenAPI 3.0 ignores `{}` next to `$ref`", entry.key);
        let help = "write `allOf: [{$ref: …}]` instead, with this key and `type` next to `allOf`";
        let location = entry.key_location();
        self.report(Diagnostic::new(self.policy.unknown_key, location, message).help(help));
    }

    fn path(&mut self, paths: NodeId, entry: &Entry) {
        let slot = Slot { parent: paths, place: Place::Entry };
        if entry.key == EVERYWHERE.name {
            self.value(slot, entry.value, EVERYWHERE.shape);
        } else if entry.key.starts_with('/') {
            self.part(slot, entry.value, Kind::PathItem);
        } else if !entry.key.starts_with("x-") {
            let message = format!("the path `{}` does not begin with `/`", entry.key);
            self.renamed(slot, entry, message, Some(format!("/{}", entry.key)), Shape::One(Kind::PathItem));
        }
    }

    fn status(&mut self, responses: NodeId, entry: &Entry) {
        let slot = Slot { parent: responses, place: Place::Entry };
        if entry.key == EVERYWHERE.name {
            self.value(slot, entry.value, EVERYWHERE.shape);
        } else if is_status(&entry.key) {
            self.value(slot, entry.value, Shape::OrRef(Kind::Response));
        } else if !entry.key.starts_with("x-") {
            let message = format!("`{}` is not a status code", entry.key);
            self.renamed(slot, entry, message, meant_status(&entry.key), Shape::OrRef(Kind::Response));
        }
    }
}

fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        [b'1'..=b'5', b'X', b'X'] => true,
        [b'1'..=b'5', second, third] => second.is_ascii_digit() && third.is_ascii_digit(),
        _ => key == "default",
    }
}

/// Returns the status that a key means, such as `4XX` for `4xx`.
fn meant_status(key: &str) -> Option<String> {
    let key = key.trim();
    [key.to_ascii_uppercase(), key.to_ascii_lowercase()].into_iter().find(|key| is_status(key))
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
