//! The public API of a generated crate as data: its elements, with what each is in Rust and on the wire.
//!
//! A digest lists the elements, and a comparison compares those of two crates.

mod aspects;
mod builder;
mod client;
mod digest;
mod operations;
mod types;
mod usage;

use std::collections::BTreeMap;
use std::fmt;

pub(crate) use aspects::Aspects;
pub(crate) use digest::declaration;
pub(crate) use usage::{Reach, Usage};

use crate::analyze::Facts;
use crate::ir::{Api, Operation, Shape, TypeDef};
use crate::source::{NodeHashMap, NodeId, Sources};

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Subject {
    Version,
    Server,
    Variable,
    Credential,
    Handle,
    Operation,
    Parameter,
    Body,
    Success,
    Error,
    Batch,
    Lookup,
    Header,
    Fixture,
    Type,
    Field,
    Constant,
    Variant,
    Branch,
    /// A former name of an item.
    Alias,
}

/// Something that is true of an element, and has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Aspect {
    /// Its name in Rust, as callers write it.
    Name,
    /// `struct`, `enum` or `union`.
    Shape,
    /// The type in Rust, or the item of an alias, without what [`Presence`](Self::Presence) adds to it.
    Type,
    /// Whether a value must be there, and whether it may be null.
    Presence,
    /// The arguments of a function, in their order.
    Arguments,
    /// The request builder that a method returns.
    Builder,
    /// The setters of that builder, where they are those of another one.
    Setters,
    /// The fields that a constructor takes.
    Constructor,
    /// Whether values of the type are created by callers.
    Sent,
    /// The other types that convert into this one.
    Conversions,
    /// The type of the properties that have no field.
    Rest,
    /// The value of a constant.
    Value,
    /// How a branch of a union is told from the others.
    Guard,
    /// Where the value goes, and how it is written there.
    Location,
    /// The media type of a body.
    MediaType,
    MinLength,
    MaxLength,
    MinItems,
    MaxItems,
    Minimum,
    Maximum,
    Pattern,
    /// The only values, where no type has them.
    Values,
    /// What the API assumes for an absent value.
    Default,
    ReadOnly,
    /// The statuses of successes.
    Statuses,
    Paging,
    /// The properties that tell which item a response is about.
    Key,
    /// Whether all items of a call succeed or none.
    Atomic,
    ItemsPerCall,
    Concurrency,
    /// The parameters whose lists are divided among calls.
    Split,
    /// The filters of which one must be given.
    FilterRequired,
    Idempotent,
    /// Parameters with one value only, which every call sends.
    Fixed,
    Accept,
    Redirects,
    Matching,
    Server,
    Security,
    Scopes,
    RateLimit,
    Pagination,
    MaxUrl,
    RequestId,
    ProblemKeys,
    Environment,
    Deprecated,
    Link,
    Documentation,
}

/// A part of the public API: an item that callers can name, or a fact that calls depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) subject: Subject,
    /// Its path in Rust, from the root of the crate, or that of the item it belongs to.
    pub(crate) path: String,
    /// Its identity on the wire, such as a key, a status or a value; empty for items of Rust alone.
    pub(crate) wire: String,
    pub(crate) aspects: Aspects,
    /// The key of the element that it is a part of.
    pub(crate) owner: Option<String>,
    /// The node of the documents that says so.
    pub(crate) node: Option<NodeId>,
}

impl Element {
    /// Returns the value of an aspect, or an empty text.
    pub(crate) fn aspect(&self, aspect: Aspect) -> &str {
        self.aspects.get(aspect).unwrap_or_default()
    }
}

/// The elements of a crate by their keys: names on the wire, and paths of types.
#[derive(Debug)]
pub(crate) struct Surface {
    pub(crate) elements: BTreeMap<String, Element>,
    pub(crate) usage: Usage,
    pub(crate) places: Places,
}

/// Where the documents describe types, fields and operations.
#[derive(Debug)]
pub(crate) struct Places(NodeHashMap<String>);

impl Places {
    /// Returns the position of a node, such as `spec/v3/pets.yaml#/components/schemas/Pet`.
    pub(crate) fn of(&self, node: Option<NodeId>) -> Option<&str> {
        self.0.get(&node?).map(String::as_str)
    }
}

/// Returns the key of a former name.
pub(crate) fn alias_key(path: &str) -> String {
    format!("alias {path}")
}

/// Finds the places in the complete documents.
pub(crate) fn places(api: &Api, sources: &Sources) -> Places {
    let of_type = |def: &TypeDef| {
        let fields = match &def.shape {
            Shape::Struct(object) => object.fields.as_slice(),
            Shape::Enum(_) | Shape::Union(_) => &[],
        };
        fields.iter().map(|field| field.origin).chain([def.origin]).collect::<Vec<_>>()
    };
    let of_operation = |operation: &Operation| {
        let shown = operation.responses.errors.iter().filter_map(|response| response.example);
        let fixtures = operation.responses.fixtures.iter().map(|fixture| fixture.example);
        let parameters = operation.request.parameters.iter().filter_map(|parameter| parameter.origin);
        shown.chain(fixtures).chain(parameters).chain([operation.origin.node]).collect::<Vec<_>>()
    };
    let wanted = api.types.iter().flat_map(of_type).chain(api.operations().flat_map(of_operation));
    let wanted = wanted.chain(api.client.credentials.iter().map(|credential| credential.origin));
    Places(sources.pointers(&wanted.collect()))
}

/// Returns the elements of the generated crate.
pub(crate) fn surface(api: &Api, facts: &Facts, places: Places) -> Surface {
    let mut elements = BTreeMap::new();
    let mut keep = |key: String, element: Element| drop(elements.insert(key, element));
    let mut builder = builder::Builder::new(api, facts, builder::Sink::Elements(&mut keep));
    add(&mut builder);
    let usage = Usage::of(&builder);
    Surface { elements, usage, places }
}

/// Returns the digest of the generated crate: a sorted text with a line for each element. `command` writes it anew.
pub(crate) fn digest(api: &Api, facts: &Facts, places: &Places, command: &str) -> String {
    let mut lines = Vec::new();
    let mut keep = |element: &Element| lines.push(digest::line(element, places.of(element.node)));
    add(&mut builder::Builder::new(api, facts, builder::Sink::Lines(&mut keep)));
    digest::text(lines, &api.documents(), command)
}

fn add(builder: &mut builder::Builder<'_>) {
    client::add(builder);
    operations::add(builder);
    types::add(builder);
}

impl Subject {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Server => "server",
            Self::Variable => "server variable",
            Self::Credential => "credential",
            Self::Handle => "resource",
            Self::Operation => "operation",
            Self::Parameter => "parameter",
            Self::Body => "request body",
            Self::Success => "success",
            Self::Error => "error",
            Self::Batch => "batch method",
            Self::Lookup => "lookup",
            Self::Header => "response header",
            Self::Fixture => "fixture",
            Self::Type => "type",
            Self::Field => "field",
            Self::Constant => "constant property",
            Self::Variant => "enum value",
            Self::Branch => "union branch",
            Self::Alias => "alias",
        }
    }
}

impl Aspect {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Shape => "shape",
            Self::Type => "type",
            Self::Presence => "presence",
            Self::Arguments => "arguments",
            Self::Builder => "builder",
            Self::Setters => "setters",
            Self::Constructor => "new",
            Self::Sent => "sent",
            Self::Conversions => "from",
            Self::Rest => "other properties",
            Self::Value => "value",
            Self::Guard => "told by",
            Self::Location => "in",
            Self::MediaType => "media type",
            Self::MinLength => "minLength",
            Self::MaxLength => "maxLength",
            Self::MinItems => "minItems",
            Self::MaxItems => "maxItems",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Pattern => "pattern",
            Self::Values => "values",
            Self::Default => "default",
            Self::ReadOnly => "readOnly",
            Self::Statuses => "statuses",
            Self::Paging => "pages",
            Self::Key => "key",
            Self::Atomic => "atomic",
            Self::ItemsPerCall => "items per call",
            Self::Concurrency => "calls at once",
            Self::Split => "split",
            Self::FilterRequired => "needs one of",
            Self::Idempotent => "idempotent",
            Self::Fixed => "always sends",
            Self::Accept => "accept",
            Self::Redirects => "redirects",
            Self::Matching => "matches",
            Self::Server => "server",
            Self::Security => "security",
            Self::Scopes => "scopes",
            Self::RateLimit => "rate limit",
            Self::Pagination => "pagination",
            Self::MaxUrl => "longest URL",
            Self::RequestId => "request id",
            Self::ProblemKeys => "error properties",
            Self::Environment => "environment",
            Self::Deprecated => "deprecated",
            Self::Link => "see",
            Self::Documentation => "documentation",
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
