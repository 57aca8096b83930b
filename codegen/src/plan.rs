//! What a generated crate does with JSON, as plain data: the type of each schema, with the schema's place in the
//! documents as they were published, and the operations with what they send.
//!
//! A program can decode and encode by this data what the crate would decode and encode, without compiling it.

mod build;
mod published;

use std::path::PathBuf;

use build::Builder;
use published::Published;

use crate::diagnostic::{Diagnostic, Location, has_error, in_source_order};
use crate::options::Options;
use crate::source::{self, Sources};
use crate::{bundle, lower, operation_count, stages};

/// The result of [`plan`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Planned {
    /// `None` if there is an error.
    pub plan: Option<Plan>,
    /// All problems, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that the diagnostics point into.
    pub sources: Sources,
}

/// What a generated crate does with JSON.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Plan {
    /// The documents and the files that they refer to.
    pub documents: Vec<Document>,
    /// The schemas that have a Rust type, in the order of the documents.
    pub schemas: Vec<Schema>,
    /// The named types.
    pub types: Vec<Type>,
    /// The operations, in the order of their modules.
    pub operations: Vec<Operation>,
    /// The examples of bodies and of named types.
    pub examples: Vec<Example>,
}

/// An example value of the documents.
#[derive(Debug)]
#[non_exhaustive]
pub struct Example {
    /// Where it is.
    pub place: Place,
    /// Its schema, in [`Plan::schemas`]; `None` if any JSON is allowed.
    pub schema: Option<usize>,
    /// Its JSON.
    pub json: String,
}

/// A document as it was published, with its overlays applied.
#[derive(Debug)]
#[non_exhaustive]
pub struct Document {
    /// The path by which other documents refer to it.
    pub path: String,
    /// The path in reports.
    pub shown: String,
    /// Whether schemas are those of OpenAPI 3.0, not JSON Schema 2020-12.
    pub is_3_0: bool,
    /// The whole document.
    pub json: serde_json::Value,
}

/// A position in a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Place {
    /// The index in [`Plan::documents`].
    pub document: usize,
    /// The JSON pointer.
    pub pointer: String,
    /// Where it is, for diagnostics.
    pub line: usize,
    /// Counted in characters, from 1.
    pub column: usize,
}

/// A schema that has a Rust type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Schema {
    /// Where the schema is.
    pub place: Place,
    /// Its type; if null is allowed, a [`Kind::Nullable`].
    pub kind: Kind,
    /// The direction of its values, if that matters in the documents: a schema may have a type for each.
    pub side: Option<Side>,
}

/// A direction, in which required properties of the other one are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Side {
    /// In requests, without what is read-only.
    Sent,
    /// In responses, without what is write-only.
    Received,
}

/// A Rust type as it is used. Boxes do not count.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `i64`
    Integer,
    /// `u64`
    Unsigned,
    /// `f64`
    Float,
    /// `JsonNumber` of the runtime
    JsonNumber,
    /// `bool`
    Boolean,
    /// `String`
    String,
    /// `Number` of the runtime
    Number,
    /// `NumericString` of the runtime
    NumericString,
    /// `Base64` of the runtime
    Base64,
    /// `Text` of the runtime
    Text,
    /// `Flag` of the runtime
    Flag,
    /// `Date` of the runtime
    Date,
    /// `DateTime` of the runtime
    DateTime,
    /// `Secret` of the runtime
    Secret,
    /// `Json` of the runtime
    Json,
    /// The index in [`Plan::types`].
    Named(usize),
    /// `Vec`
    List(Box<Kind>),
    /// `Map` of the runtime
    Map(Box<Kind>),
    /// `Option`, as the item of an array, the value of a map, or the whole
    Nullable(Box<Kind>),
}

/// A named type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Type {
    /// The modules and the name, from the root of the crate.
    pub path: Vec<String>,
    /// The index in [`Plan::schemas`] of the schema that it comes from.
    pub schema: Option<usize>,
    /// What it is.
    pub shape: Shape,
}

/// What a named type is.
#[derive(Debug)]
#[non_exhaustive]
pub enum Shape {
    /// A struct.
    Struct(Struct),
    /// An enum of strings, with its values.
    Enum(Vec<String>),
    /// An enum of several types.
    Union(Vec<Branch>),
}

/// A struct.
#[derive(Debug)]
#[non_exhaustive]
pub struct Struct {
    /// The fields, in the order in which they are written.
    pub fields: Vec<Field>,
    /// The properties with a single value, and that value: written unless another one was read.
    pub constants: Vec<(String, Literal)>,
    /// The type of the values of other keys, which are unknown fields without one.
    pub rest: Option<Kind>,
}

/// A field.
#[derive(Debug)]
#[non_exhaustive]
pub struct Field {
    /// The key of the property.
    pub key: String,
    /// The type of a value that is neither absent nor null.
    pub kind: Kind,
    /// Whether an object must have the key. One without it is read all the same if null is a value, or there is a default.
    pub required: bool,
    /// Whether null is a value.
    pub nullable: bool,
    /// The value in JSON where the key is required and missing.
    pub default: Option<String>,
    /// The limits of values that are sent.
    pub limits: Limits,
}

/// Limits that are checked before a value is sent. Both bounds are inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The number of Unicode scalar values of a string.
    pub chars: Option<(u64, Option<u64>)>,
    /// The number of items of an array.
    pub items: Option<(u64, Option<u64>)>,
    /// An integer.
    pub range: Option<(Option<i128>, Option<i128>)>,
}

/// A branch of a union.
#[derive(Debug)]
#[non_exhaustive]
pub struct Branch {
    /// The variant.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// The key of a discriminator, and its values for this branch. Everything else by which the runtime selects a branch
    /// follows from the types.
    pub tag: Option<(String, Vec<Literal>)>,
}

/// A value of a discriminator, or of a property with a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Literal {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
    /// A number with a fraction, as JSON.
    Number(String),
}

/// An operation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The method of the client, such as `v3.customers.list`.
    pub name: String,
    /// The HTTP method.
    pub method: String,
    /// The path.
    pub path: String,
    /// Where the operation is; `None` if it cannot be said.
    pub place: Option<Place>,
    /// What it sends besides the body.
    pub parameters: Vec<Parameter>,
    /// The body that it sends.
    pub body: Option<Body>,
}

/// A parameter of an operation, or a part of its body.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name on the wire.
    pub name: String,
    /// `path`, `query`, `header`, `cookie`, or `part` for a part of a body.
    pub location: &'static str,
    /// The type of its values.
    pub kind: Kind,
    /// Its schema, in [`Plan::schemas`].
    pub schema: Option<usize>,
    /// How an array, an object or any JSON is written; `None` for other values.
    pub styled: Option<Styled>,
    /// The limits of values that are sent.
    pub limits: Limits,
}

/// How a parameter is written, and what the document says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Styled {
    /// The variant of the runtime's `Style`.
    pub style: String,
    /// The `style` of the document.
    pub stated: Option<String>,
    /// The `explode` of the document.
    pub explode: Option<bool>,
    /// Whether the document describes it by `content`.
    pub is_content: bool,
}

/// The body of a request.
#[derive(Debug)]
#[non_exhaustive]
pub struct Body {
    /// Its type.
    pub kind: Kind,
    /// Its schema, in [`Plan::schemas`].
    pub schema: Option<usize>,
    /// Whether it is sent as JSON.
    pub is_json: bool,
    /// The limits of values that are sent.
    pub limits: Limits,
}

/// Reads the documents that [`generate`](crate::generate) would make a crate of, and returns what the crate would do
/// with JSON.
pub fn plan(documents: &[PathBuf], options: &Options) -> Planned {
    let mut diagnostics = Vec::new();
    let mut published = Published::default();
    let look = |sources: &Sources| published = Published::of(sources);
    let (mut sources, read) = stages::read_and_look(&source::Store::Disk, documents, options, &mut diagnostics, look);
    let plan = read.and_then(|(layout, declared)| {
        let mut ledger = stages::ledger(&mut sources, &layout, options, &mut diagnostics);
        let documents = bundle::bundle(&mut sources, &layout, &ledger, &mut diagnostics);
        let (mut uses, mut sides) = (Vec::new(), lower::Sides::default());
        let mut look = |lowered: &lower::Lowered<'_>| {
            uses = lowered.uses.iter().map(|(node, used)| (*node, used.clone())).collect();
            sides = lowered.sides.clone();
        };
        let (api, _) =
            stages::understand_and_look(&documents, &mut ledger, &mut diagnostics, &mut Vec::new(), &mut look);
        if !has_error(&diagnostics) {
            operation_count::check(declared, documents.sources, &api, &mut diagnostics);
        }
        (!has_error(&diagnostics)).then(|| Builder::new(&documents, &api, &published, (uses, sides)).plan())
    });
    in_source_order(&mut diagnostics);
    let plan = plan.map(|plan| Plan { documents: published.documents, ..plan });
    Planned { plan, diagnostics, sources }
}

impl Place {
    fn new(sources: &Sources, document: usize, pointer: String, location: &Location) -> Self {
        let file = sources.file(location.file);
        let (line, column) = file.map_or((0, 0), |file| file.line_column(location.span.start));
        Self { document, pointer, line, column }
    }
}
