//! Values of the wrong kind: errors in our documents, corrected in published ones.

use super::check::{Fault, Reference, Slot, Walk};
use super::corrections::{Edit, Fresh};
use super::grammar::{Kind, Need, Shape};
use super::mend::{Place, Remedy, made_up_type, remedy};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Entry, NodeId, Value, lookup};
use crate::suggest::nearest;

/// A longer chain of references is circular.
const MOST_REFERENCES: usize = 100;

impl Walk<'_> {
    pub(super) fn wrong_kind(&mut self, slot: Option<Slot>, id: NodeId, shape: Shape) {
        let (wanted, value) = (wanted(shape), self.sources.value(id));
        let message = format!("expected {wanted}, found {}", value.noun());
        let location = self.sources.location(id);
        let in_quotes = wanted == "a string" && matches!(value, Value::Bool(_) | Value::Number(_));
        let is_of_schema = slot.as_ref().is_some_and(|slot| slot.parent == self.owner) && self.is_schema();
        let is_newer_type = is_of_schema && matches!((&self.fault, value), (Fault::Key("type"), Value::List(_)));
        let Some(slot) = slot.filter(|_| self.corrects(id)) else {
            self.checked.faults.entry(id).or_default().push(Fault::AnyKey);
            let problem = Diagnostic::new(Code::WrongKind, location, message);
            return self.report(match (in_quotes, is_newer_type) {
                (true, _) => problem.help("put it in quotes"),
                (_, true) => problem.help(
                    "write one type, as OpenAPI 3.0 has it: with `nullable: true` beside it for `null`, and in a \
                     `oneOf` for each other type",
                ),
                (false, false) => problem,
            });
        };
        let effect = self.mend(slot, id, shape);
        let problem = Diagnostic::new(Code::Assumed, location, format!("{message}; {effect}"));
        self.report(if in_quotes { problem.help("put it in quotes") } else { problem });
    }

    /// Proposes a correction, and returns what it does.
    fn mend(&mut self, slot: Slot, id: NodeId, shape: Shape) -> String {
        let (sources, parent) = (self.sources, slot.parent);
        let is_newer = |key| matches!((key, sources.value(id)), ("type", Value::List(_)) | (_, Value::Number(_)));
        match self.fault {
            // What OpenAPI 3.1 has in their place.
            Fault::Key(key @ ("type" | "exclusiveMinimum" | "exclusiveMaximum"))
                if parent == self.owner && self.is_schema() && is_newer(key) =>
            {
                return self.newer();
            }
            Fault::Key("required") if parent == self.owner && self.is_schema() && says_required(sources.value(id)) => {
                self.checked.edits.push(Edit::Remove { parent, child: id });
                return "it only makes a property required".to_owned();
            }
            _ => {}
        }
        match remedy(sources, slot.place, shape, id) {
            Remedy::Remove => self.remove(slot, id),
            Remedy::Wrap => {
                let object = (self.owner, self.kind_of_owner());
                self.checked.edits.push(Edit::Wrap { parent, child: id, object });
                "it is read as the only item of an array".to_owned()
            }
            Remedy::Replace(with) => {
                let kind = match shape {
                    Shape::One(kind) | Shape::OrRef(kind) => Some(kind),
                    Shape::SchemaOrBool => Some(Kind::Schema),
                    _ => None,
                };
                let effect = match (&with, kind) {
                    (Fresh::Bool(value), _) => format!("it is read as `{value}`"),
                    (Fresh::Number(text), _) => format!("it is read as `{text}`"),
                    (Fresh::Text(text), _) if text.is_empty() => "it is treated as empty".to_owned(),
                    (Fresh::Text(text), _) => format!("it is read as `{text}`"),
                    (Fresh::Map(entries), Some(Kind::Schema)) if entries.is_empty() => "it becomes raw JSON".to_owned(),
                    (_, Some(kind)) if Fresh::raw(kind).as_ref() == Some(&with) => "it becomes raw JSON".to_owned(),
                    (Fresh::Map(entries), _)
                        if let [(key, Fresh::Text(text))] = entries.as_slice()
                            && !text.is_empty() =>
                    {
                        format!("it is read as its `{key}`")
                    }
                    _ => "it is treated as empty".to_owned(),
                };
                let kind = kind.filter(|_| matches!(with, Fresh::Map(_)));
                self.checked.edits.push(Edit::Replace { parent, child: id, with, kind });
                effect
            }
        }
    }

    /// Removes a value that is not understood, with the object that means nothing without it.
    fn remove(&mut self, Slot { parent, place }: Slot, id: NodeId) -> String {
        let owner = self.owner;
        let name = match self.fault {
            Fault::Key(name) if place == Place::Key && parent == owner => name,
            _ => "",
        };
        let key = self.kind_of_owner().keys().iter().find(|key| key.name == name);
        if let (Some(Need::Essential), Some(around)) = (key.map(|key| key.need), self.around) {
            self.leave_out(around.parent, owner);
            return left_out(self.kind_of_owner());
        }
        self.checked.edits.push(Edit::Remove { parent, child: id });
        if let Some(key) = key.filter(|key| key.need == Need::Empty) {
            self.checked.edits.push(Edit::Add { map: owner, key: key.name, with: Fresh::empty(key.shape) });
        }
        let effect = if self.sources.value(id) == Value::Null { "it is treated as absent" } else { "it is ignored" };
        effect.to_owned()
    }

    fn kind_of_owner(&self) -> Kind {
        self.checked.kinds.get(&self.owner).copied().unwrap_or(Kind::Schema)
    }

    fn is_schema(&self) -> bool {
        self.kind_of_owner() == Kind::Schema
    }

    pub(super) fn newer(&mut self) -> String {
        let edit = Edit::Newer { schema: self.owner };
        if self.checked.edits.last() != Some(&edit) {
            self.checked.edits.push(edit);
        }
        "the schema is read as one of OpenAPI 3.1".to_owned()
    }

    /// A string that is none of the possible values.
    pub(super) fn unknown_word(&mut self, slot: Slot, id: NodeId, words: &'static [&'static str]) {
        let text = self.sources.text(id).unwrap_or_default();
        let location = self.sources.location(id);
        let help = match nearest(text, words.iter().copied()) {
            Some(word) => format!("did you mean `{word}`? expected one of {}", words.join(", ")),
            None => format!("expected one of {}", words.join(", ")),
        };
        let message = format!("invalid value `{text}`");
        if !self.corrects(id) {
            return self.report(Diagnostic::new(Code::BadValue, location, message).help(help));
        }
        let is_type = self.fault == Fault::Key("type") && self.is_schema();
        let effect = match made_up_type(text).filter(|_| is_type) {
            _ if is_type && text == "null" => self.newer(),
            Some((ty, format)) => self.made_up(slot, id, ty, format),
            None => self.mend(slot, id, Shape::Word(words)),
        };
        self.report(Diagnostic::new(Code::Assumed, location, format!("{message}; {effect}")).help(help));
    }

    fn made_up(&mut self, Slot { parent, .. }: Slot, id: NodeId, ty: &'static str, format: &'static str) -> String {
        let text = |text: &str| Fresh::Text(text.to_owned());
        if ty.is_empty() {
            self.checked.edits.push(Edit::Remove { parent, child: id });
            return "any value is meant".to_owned();
        }
        self.checked.edits.push(Edit::Replace { parent, child: id, with: text(ty), kind: None });
        if format.is_empty() || self.sources.get(parent, "format").is_some() {
            return format!("it is read as `{ty}`");
        }
        self.checked.edits.push(Edit::Add { map: parent, key: "format", with: text(format) });
        format!("it is read as `{ty}` with the format `{format}`")
    }

    /// A key with a mistake. What it means is known, or else it is ignored.
    pub(super) fn renamed(&mut self, slot: Slot, entry: &Entry, message: String, key: Option<String>, shape: Shape) {
        let (location, Slot { parent, .. }) = (entry.key_location(), slot);
        if !self.policy.corrects || self.sources.is_of_overlay(&location) {
            let help = match shape {
                Shape::OrRef(_) => "write a status such as '404', a range such as '5XX', or `default`".to_owned(),
                _ => format!("write `{}`", key.unwrap_or_default()),
            };
            return self.report(Diagnostic::new(Code::BadValue, location, message).help(help));
        }
        let effect = match key.filter(|key| self.sources.get(parent, key).is_none()) {
            Some(key) => {
                let effect = format!("it is read as `{key}`");
                self.checked.edits.push(Edit::Rename { parent, child: entry.value, key });
                match shape {
                    Shape::One(kind) => self.part(slot, entry.value, kind),
                    _ => self.value(slot, entry.value, shape),
                }
                effect
            }
            None => {
                self.checked.edits.push(Edit::Remove { parent, child: entry.value });
                "it is ignored".to_owned()
            }
        };
        self.report(Diagnostic::new(Code::Assumed, location, format!("{message}; {effect}")));
    }

    /// A `$ref` that is not a string.
    pub(super) fn bad_reference(&mut self, slot: Slot, id: NodeId, reference: NodeId, kind: Kind) {
        if !self.corrects(reference) {
            return self.wrong_kind(None, reference, Shape::Text);
        }
        let (location, found) = (self.sources.location(reference), self.sources.value(reference).noun());
        let effect = self.mend(slot, id, Shape::OrRef(kind));
        self.report(Diagnostic::new(Code::Assumed, location, format!("expected a string, found {found}; {effect}")));
    }

    /// Whether a schema is a reference that becomes part of another schema, because of `nullable: true` next to it, which
    /// OpenAPI 3.0 ignores, and which has one meaning. A branch stays a reference: its union may be null.
    pub(super) fn is_nullable_reference(&mut self, slot: Slot, id: NodeId, kind: Kind) -> bool {
        let sources = self.sources;
        let entry = sources.entries(id).iter().find(|entry| entry.key == "nullable");
        let is_true = |entry: &&Entry| sources.value(entry.value) == Value::Bool(true);
        let Some(entry) = entry.filter(is_true).filter(|_| kind == Kind::Schema && self.corrects(id)) else {
            return false;
        };
        let is_alone = slot.place != Place::Item;
        match self.fault {
            _ if is_alone => self.checked.edits.push(Edit::Nullable { reference: id }),
            Fault::Key("oneOf" | "anyOf") => {
                self.checked.edits.push(Edit::Add { map: self.owner, key: "nullable", with: Fresh::Bool(true) });
            }
            _ => return false,
        }
        let message = "OpenAPI 3.0 ignores `nullable` next to `$ref`; it is read as if it counted";
        let problem = Diagnostic::new(Code::Assumed, entry.key_location(), message);
        self.report(problem.help("write `allOf: [{$ref: …}]` instead, with this key and `type` next to `allOf`"));
        if !is_alone {
            self.checked.references.push(Reference { node: id, kind, parent: slot.parent });
        }
        for entry in sources.entries(id).iter().filter(|entry| !matches!(entry.key.as_str(), "$ref" | "nullable")) {
            self.ignored_beside(entry);
        }
        true
    }

    /// Whether an object is a reference where OpenAPI allows none: its target takes its place.
    pub(super) fn is_replaced(&mut self, Slot { parent, .. }: Slot, id: NodeId, kind: Kind) -> bool {
        let sources = self.sources;
        let Some(reference) = sources.get(id, "$ref").filter(|text| sources.text(*text).is_some()) else {
            return false;
        };
        let next = |node: &NodeId| Some(lookup(sources, node.file(), sources.reference(*node)?));
        let mut chain = std::iter::successors(Some(Ok(id)), |node| next(node.as_ref().ok()?)).take(MOST_REFERENCES);
        let target = chain
            .by_ref()
            .last()
            .and_then(Result::ok)
            .filter(|node| matches!(sources.value(*node), Value::Map(_)) && sources.reference(*node).is_none());
        let message = format!("{} cannot be a reference", kind.noun());
        let effect = match target {
            Some(target) => {
                self.checked.edits.push(Edit::Inline { node: id, target, kind });
                "what it refers to is read in its place"
            }
            None => {
                self.checked.edits.push(Edit::Remove { parent, child: id });
                "as it leads nowhere, it is left out"
            }
        };
        let problem = Diagnostic::new(Code::Assumed, sources.location(reference), format!("{message}; {effect}"));
        self.report(problem.help(format!("write {} here", kind.noun())));
        true
    }

    /// Finds the properties that say themselves that they are required.
    pub(super) fn required_properties(&mut self, schema: NodeId) {
        let sources = self.sources;
        let Some(properties) = sources.get(schema, "properties").filter(|_| self.policy.corrects) else { return };
        for entry in sources.entries(properties) {
            if sources.get(entry.value, "required").is_some_and(|value| says_required(sources.value(value))) {
                self.checked.edits.push(Edit::Require { schema, property: entry.key.to_string() });
            }
        }
    }
}

/// What is said of an object that is removed.
pub(super) fn left_out(kind: Kind) -> String {
    let noun = kind.noun();
    format!("the {} is left out", noun.split_once(' ').map_or(noun, |(_, noun)| noun))
}

/// Whether the value of `required` is that of a parameter, where that of a schema is a list.
fn says_required(value: Value<'_>) -> bool {
    match value {
        Value::Bool(value) => value,
        Value::Text(text) => text.eq_ignore_ascii_case("true"),
        _ => false,
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
