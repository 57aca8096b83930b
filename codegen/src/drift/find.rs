//! Finds the differences between the values of an operation, from the outside in.

use std::collections::HashSet;

use super::side::Side;
use super::view::{Keys, Rest, View, view};
use super::{NONE, OPTIONAL, REQUIRED, Subject, What};
use crate::schema;
use crate::source::NodeId;

/// A difference whose places are nodes.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) position: String,
    pub(super) subject: Subject,
    pub(super) what: What,
    pub(super) ours: String,
    pub(super) theirs: String,
    pub(super) here: Anchor,
    pub(super) there: Anchor,
    pub(super) hints: Vec<Hint>,
}

/// What a rule may depend on, besides the difference itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// It is in the body of an update.
    Update,
    /// It is a body that is sent, not a part of one.
    WholeBody,
    /// The published document marks the property as read-only.
    ReadOnly,
    /// The header is sent by the client itself.
    OwnHeader,
    /// The response is a component that several documents refer to.
    Shared,
}

/// A node, or what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Anchor {
    pub(super) node: NodeId,
    /// The rest of a JSON pointer below the node; empty for the node itself.
    pub(super) lacks: String,
}

impl Anchor {
    /// The node with these keys below it, which do not exist.
    pub(super) fn lacking(node: NodeId, keys: &[&str]) -> Self {
        let escaped = keys.iter().map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1")));
        Self { node, lacks: escaped.collect() }
    }
}

impl From<NodeId> for Anchor {
    fn from(node: NodeId) -> Self {
        Self { node, lacks: String::new() }
    }
}

/// A position on the wire.
#[derive(Clone, Debug)]
pub(super) struct Position {
    /// Such as `GET /pets 200`.
    pub(super) part: String,
    /// The JSON path below that, such as `data[].name`; empty for the whole.
    pub(super) path: String,
    pub(super) subject: Subject,
    /// Whether it is in the body of an update.
    pub(super) is_update: bool,
}

impl Position {
    pub(super) fn new(part: String, subject: Subject) -> Self {
        Self { part, path: String::new(), subject, is_update: false }
    }

    /// The position of a property, or with `[]` of an item, or with `{}` of any value.
    fn below(&self, step: &str) -> Self {
        let is_name = !["[]", "{}"].contains(&step);
        let separator = if is_name && !self.path.is_empty() { "." } else { "" };
        Self { path: format!("{}{separator}{step}", self.path), ..self.clone() }
    }

    fn shown(&self) -> String {
        if self.path.is_empty() { self.part.clone() } else { format!("{} {}", self.part, self.path) }
    }
}

/// The comparison of our documents with a published one.
pub(super) struct Comparer<'a> {
    pub(super) ours: Side<'a>,
    pub(super) theirs: Side<'a>,
    pub(super) found: Vec<Found>,
    /// The pairs of schemas that were compared, with whether they are sent.
    seen: HashSet<(Vec<NodeId>, Vec<NodeId>, bool)>,
}

impl<'a> Comparer<'a> {
    pub(super) fn new(ours: Side<'a>, theirs: Side<'a>) -> Self {
        Self { ours, theirs, found: Vec::new(), seen: HashSet::new() }
    }

    /// Adds a difference.
    pub(super) fn add(
        &mut self,
        at: &Position,
        what: What,
        texts: (impl Into<String>, impl Into<String>),
        places: (impl Into<Anchor>, impl Into<Anchor>),
        hints: &[Hint],
    ) {
        let mut all = hints.to_vec();
        all.extend(at.is_update.then_some(Hint::Update));
        all.extend((at.subject == Subject::Sent && at.path.is_empty()).then_some(Hint::WholeBody));
        self.found.push(Found {
            position: at.shown(),
            subject: at.subject,
            what,
            ours: texts.0.into(),
            theirs: texts.1.into(),
            here: places.0.into(),
            there: places.1.into(),
            hints: all,
        });
    }

    /// Adds a difference unless both texts are equal.
    pub(super) fn unless_equal(
        &mut self,
        at: &Position,
        what: What,
        texts: (impl Into<String>, impl Into<String>),
        places: (impl Into<Anchor>, impl Into<Anchor>),
    ) {
        let (ours, theirs) = (texts.0.into(), texts.1.into());
        if ours != theirs {
            self.add(at, what, (ours, theirs), places, &[]);
        }
    }

    /// Compares a value that has one of these schemas.
    pub(super) fn values(&mut self, at: &Position, ours: &[NodeId], theirs: &[NodeId]) {
        let Some((our, their)) = view(&mut self.ours, ours).zip(view(&mut self.theirs, theirs)) else { return };
        self.unless_equal(at, What::Nullable, (null(&our), null(&their)), (our.outer, their.outer));
        if !self.seen.insert((our.ids(), their.ids(), at.subject == Subject::Sent)) {
            return;
        }
        let places = (our.schema, their.schema);
        self.unless_equal(at, What::Type, (our.type_text(), their.type_text()), places);
        if our.types().is_disjoint(&their.types()) {
            return;
        }
        self.unless_equal(at, What::Format, (our.format(), their.format()), places);
        self.unless_equal(at, What::Enum, (our.values(), their.values()), places);
        self.unless_equal(at, What::Length, (our.length(), their.length()), places);
        self.unless_equal(at, What::Items, (our.items_count(), their.items_count()), places);
        self.unless_equal(at, What::Range, (our.range(), their.range()), places);
        self.unless_equal(at, What::Pattern, (our.pattern(), their.pattern()), places);
        let defaults = (our.default(&self.ours), their.default(&self.theirs));
        self.unless_equal(at, What::Default, defaults, places);
        let items = (our.items(), their.items());
        if !items.0.is_empty() && !items.1.is_empty() {
            schema::deep(|| self.values(&at.below("[]"), &items.0, &items.1));
        }
        let keys = our.keys(&mut self.ours).zip(their.keys(&mut self.theirs));
        if let Some((our_keys, their_keys)) = keys {
            schema::deep(|| self.objects(at, (&our, &our_keys), (&their, &their_keys)));
        }
    }

    fn objects(&mut self, at: &Position, (our, ours): (&View, &Keys), (their, theirs): (&View, &Keys)) {
        let places = (our.schema, their.schema);
        self.unless_equal(at, What::OtherKeys, (ours.rest.as_str(), theirs.rest.as_str()), places);
        if let (Rest::Values(our), Rest::Values(their)) = (&ours.rest, &theirs.rest) {
            self.values(&at.below("{}"), our, their);
        }
        // What lists no properties leaves them open, and says nothing of each.
        if ours.properties.is_empty() || theirs.properties.is_empty() {
            return;
        }
        let named = |keys: &Keys, name: &str| {
            keys.properties.iter().find(|(known, _)| known == name).map(|(_, nodes)| nodes.clone())
        };
        for (name, our_nodes) in &ours.properties {
            let at = at.below(name);
            let Some((first, their_nodes)) = our_nodes.first().copied().zip(named(theirs, name)) else {
                let text = type_text(&mut self.ours, our_nodes);
                let there = Anchor::lacking(their.schema, &["properties", name]);
                let here = our_nodes.first().copied().unwrap_or(our.schema);
                self.add(&at, What::Extra, (text, NONE), (here, there), &[]);
                continue;
            };
            let there = their_nodes.first().copied().unwrap_or(their.schema);
            let presence = |keys: &Keys| if keys.required.contains(name) { REQUIRED } else { OPTIONAL };
            self.unless_equal(&at, What::Required, (presence(ours), presence(theirs)), (first, there));
            let deprecated = (deprecated(&self.ours, first), deprecated(&self.theirs, there));
            self.unless_equal(&at, What::Deprecated, deprecated, (first, there));
            self.values(&at, our_nodes, &their_nodes);
        }
        for (name, nodes) in &theirs.properties {
            let Some(there) = nodes.first().copied().filter(|_| named(ours, name).is_none()) else { continue };
            let text = type_text(&mut self.theirs, nodes);
            let here = Anchor::lacking(our.schema, &["properties", name]);
            let is_read_only = schema::is_annotated(self.theirs.sources, self.theirs.resolve(there), "readOnly");
            let hints: &[Hint] = if is_read_only { &[Hint::ReadOnly] } else { &[] };
            self.add(&at.below(name), What::Absent, (NONE, text), (here, there), hints);
        }
    }
}

fn null(view: &View) -> &'static str {
    if view.nullable { "may be null" } else { "not null" }
}

/// Returns the JSON types of a value as text.
pub(super) fn type_text(side: &mut Side<'_>, nodes: &[NodeId]) -> String {
    view(side, nodes).map_or_else(|| "any".to_owned(), |view| view.type_text())
}

pub(super) fn deprecated(side: &Side<'_>, node: NodeId) -> &'static str {
    let is = schema::is_annotated(side.sources, side.resolve(node), "deprecated");
    if is { "deprecated" } else { "not deprecated" }
}
