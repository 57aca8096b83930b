//! The keys of the objects of OpenAPI 3.0, including our extensions, as a table.
//!
//! It is used to check for unknown keys, to find every `$ref`, and to read single nodes.

mod extensions;
mod info;
mod overlay;
mod security;

#[cfg(test)]
pub(crate) use extensions::DEVIATION_WORDS;
use extensions::{BATCH, DEVIATION, FIND, PAGINATION, PROBLEM, RATE_LIMIT};
pub(crate) use extensions::{DEVIATIONS, EVERYWHERE, extensions, holders, keys_of, kinds};
use info::{CONTACT, EXTERNAL_DOCS, INFO, LICENSE, SERVER, SERVER_VARIABLE, TAG};
pub(crate) use overlay::Part;
use security::{OAUTH_FLOW, OAUTH_FLOWS, SECURITY_SCHEME};

use crate::source::EXAMPLES;

/// The kind of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Document,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Tag,
    ExternalDocs,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Response,
    Header,
    Example,
    Link,
    Schema,
    Discriminator,
    Xml,
    SecurityScheme,
    OAuthFlows,
    OAuthFlow,
    RateLimit,
    Problem,
    Pagination,
    Batch,
    Find,
    Deviation,
    /// In an overlay, which changes documents but is not a part of one.
    Overlay(Part),
}

/// The expected value of a key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Text,
    Bool,
    /// A non-negative integer.
    Count,
    Number,
    /// Any value: examples, defaults, foreign extensions.
    Any,
    /// One of these strings.
    Word(&'static [&'static str]),
    One(Kind),
    /// The object itself or a `$ref` to one.
    OrRef(Kind),
    /// A schema, a `$ref`, or a boolean.
    SchemaOrBool,
    List(&'static Shape),
    Map(&'static Shape),
    /// Path templates to path items.
    Paths,
    /// Status codes to responses.
    Responses,
}

/// A key that an object may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) need: Need,
}

/// Whether OpenAPI requires a key, and what its absence means in a published document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Optional,
    /// Required, but only shown: nothing depends on it.
    Shown,
    /// Required; without it, its value is empty.
    Empty,
    /// Required; without it, the object means nothing.
    Essential,
}

const fn key(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, need: Need::Optional }
}

const fn needed(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, need: Need::Essential }
}

const fn shown(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, need: Need::Shown }
}

const fn filled(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, need: Need::Empty }
}

use Kind as K;
use Shape::{Any, Bool, Count, List, Map, Number, One, OrRef, Paths, Responses, SchemaOrBool, Text, Word};

impl Kind {
    /// Returns the term for the kind in messages.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            K::Document => "an OpenAPI document",
            K::Info => "an info object",
            K::Contact => "a contact",
            K::License => "a license",
            K::Server => "a server",
            K::ServerVariable => "a server variable",
            K::Tag => "a tag",
            K::ExternalDocs => "an external documentation object",
            K::Components => "a components object",
            K::PathItem => "a path item",
            K::Operation => "an operation",
            K::Parameter => "a parameter",
            K::RequestBody => "a request body",
            K::MediaType => "a media type",
            K::Encoding => "an encoding",
            K::Response => "a response",
            K::Header => "a header",
            K::Example => "an example",
            K::Link => "a link",
            K::Schema => "a schema",
            K::Discriminator => "a discriminator",
            K::Xml => "an XML object",
            K::SecurityScheme => "a security scheme",
            K::OAuthFlows => "an OAuth flows object",
            K::OAuthFlow => "an OAuth flow",
            K::RateLimit => "an `x-rate-limit` object",
            K::Problem => "an `x-problem` object",
            K::Pagination => "an `x-pagination` object",
            K::Batch => "an `x-batch` object",
            K::Find => "an `x-finds` item",
            K::Deviation => "an `x-deviations` item",
            K::Overlay(part) => part.noun(),
        }
    }

    /// Returns the keys of objects of this kind, except [`EVERYWHERE`].
    pub(crate) fn keys(self) -> &'static [Key] {
        match self {
            K::Document => DOCUMENT,
            K::Info => INFO,
            K::Contact => CONTACT,
            K::License => LICENSE,
            K::Server => SERVER,
            K::ServerVariable => SERVER_VARIABLE,
            K::Tag => TAG,
            K::ExternalDocs => EXTERNAL_DOCS,
            K::Components => COMPONENTS,
            K::PathItem => PATH_ITEM,
            K::Operation => OPERATION,
            K::Parameter => PARAMETER,
            K::RequestBody => REQUEST_BODY,
            K::MediaType => MEDIA_TYPE,
            K::Encoding => ENCODING,
            K::Response => RESPONSE,
            K::Header => HEADER,
            K::Example => EXAMPLE,
            K::Link => LINK,
            K::Schema => SCHEMA,
            K::Discriminator => DISCRIMINATOR,
            K::Xml => XML,
            K::SecurityScheme => SECURITY_SCHEME,
            K::OAuthFlows => OAUTH_FLOWS,
            K::OAuthFlow => OAUTH_FLOW,
            K::RateLimit => RATE_LIMIT,
            K::Problem => PROBLEM,
            K::Pagination => PAGINATION,
            K::Batch => BATCH,
            K::Find => FIND,
            K::Deviation => DEVIATION,
            K::Overlay(part) => part.keys(),
        }
    }
}

const MEDIA_TYPE: &[Key] = &[
    key("schema", OrRef(K::Schema)),
    key("example", Any),
    key("examples", Map(&OrRef(K::Example))),
    key("encoding", Map(&One(K::Encoding))),
];

/// How an array is written in the style `deepObject`.
const DEEP_LISTS: Shape = Word(&["brackets", "repeat", "indices"]);

const ENCODING: &[Key] = &[
    key("contentType", Text),
    key("headers", Map(&OrRef(K::Header))),
    key("style", Text),
    key("explode", Bool),
    key("allowReserved", Bool),
    key("x-deep-lists", DEEP_LISTS),
];

const RESPONSE: &[Key] = &[
    filled("description", Text),
    key("headers", Map(&OrRef(K::Header))),
    key("content", Map(&One(K::MediaType))),
    key("links", Map(&OrRef(K::Link))),
    key("x-partial", Bool),
];

const LINK: &[Key] = &[
    key("operationRef", Text),
    key("operationId", Text),
    key("parameters", Any),
    key("requestBody", Any),
    key("description", Text),
    key("server", One(K::Server)),
];

const DISCRIMINATOR: &[Key] = &[needed("propertyName", Text), key("mapping", Map(&Text))];

const XML: &[Key] =
    &[key("name", Text), key("namespace", Text), key("prefix", Text), key("attribute", Bool), key("wrapped", Bool)];

const REQUEST_BODY: &[Key] =
    &[key("description", Text), filled("content", Map(&One(K::MediaType))), key("required", Bool)];

const EXAMPLE: &[Key] =
    &[key("summary", Text), key("description", Text), key("value", Any), key("externalValue", Text)];

const DOCUMENT: &[Key] = &[
    needed("openapi", Text),
    shown("info", One(K::Info)),
    key("servers", List(&One(K::Server))),
    filled("paths", Paths),
    key("components", One(K::Components)),
    key("security", List(&Map(&List(&Text)))),
    key("tags", List(&One(K::Tag))),
    key("externalDocs", One(K::ExternalDocs)),
    key("x-base-url-env", Text),
    key("x-request-id", Text),
    key("x-correlation-id", Text),
    key("x-rate-limit", One(K::RateLimit)),
    key("x-problem", One(K::Problem)),
    key("x-pagination", One(K::Pagination)),
    key("x-max-url", Count),
    key(DEVIATIONS, List(&One(K::Deviation))),
];

const COMPONENTS: &[Key] = &[
    key("schemas", Map(&OrRef(K::Schema))),
    key("responses", Map(&OrRef(K::Response))),
    key("parameters", Map(&OrRef(K::Parameter))),
    key("examples", Map(&OrRef(K::Example))),
    key("requestBodies", Map(&OrRef(K::RequestBody))),
    key("headers", Map(&OrRef(K::Header))),
    key("securitySchemes", Map(&OrRef(K::SecurityScheme))),
    key("links", Map(&OrRef(K::Link))),
    key("callbacks", Any),
];

const PATH_ITEM: &[Key] = &[
    key("summary", Text),
    key("description", Text),
    key("get", One(K::Operation)),
    key("put", One(K::Operation)),
    key("post", One(K::Operation)),
    key("delete", One(K::Operation)),
    key("options", One(K::Operation)),
    key("head", One(K::Operation)),
    key("patch", One(K::Operation)),
    key("trace", One(K::Operation)),
    key("servers", List(&One(K::Server))),
    key("parameters", List(&OrRef(K::Parameter))),
];

const OPERATION: &[Key] = &[
    key("tags", List(&Text)),
    key("summary", Text),
    key("description", Text),
    key("externalDocs", One(K::ExternalDocs)),
    key("operationId", Text),
    key("parameters", List(&OrRef(K::Parameter))),
    key("requestBody", OrRef(K::RequestBody)),
    filled("responses", Responses),
    key("callbacks", Any),
    key("deprecated", Bool),
    key("security", List(&Map(&List(&Text)))),
    key("servers", List(&One(K::Server))),
    key("x-rust-name", Text),
    key("x-scopes", List(&Text)),
    key("x-paging", Word(&["offset", "cursor", "list", "skip"])),
    key("x-items-per-call", Count),
    key("x-batch", One(K::Batch)),
    key("x-concurrency", Count),
    key("x-idempotent", Bool),
    key("x-requires-filter", Bool),
    key("x-replaced-by", List(&Text)),
    key("x-finds", List(&One(K::Find))),
];

const PARAMETER: &[Key] = &[
    needed("name", Text),
    needed("in", Word(&["path", "query", "header", "cookie"])),
    key("description", Text),
    key("required", Bool),
    key("deprecated", Bool),
    key("allowEmptyValue", Bool),
    key("style", Word(&["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"])),
    key("explode", Bool),
    key("allowReserved", Bool),
    key("schema", OrRef(K::Schema)),
    key("example", Any),
    key("examples", Map(&OrRef(K::Example))),
    key("content", Map(&One(K::MediaType))),
    key("x-rust-name", Text),
    key("x-deep-lists", DEEP_LISTS),
    key("x-empty-list", Word(&["refuse", "omit"])),
    key("x-narrows", Bool),
    key("x-split", Bool),
];

const HEADER: &[Key] = &[
    key("description", Text),
    key("required", Bool),
    key("deprecated", Bool),
    key("allowEmptyValue", Bool),
    key("style", Word(&["simple"])),
    key("explode", Bool),
    key("allowReserved", Bool),
    key("schema", OrRef(K::Schema)),
    key("example", Any),
    key("examples", Map(&OrRef(K::Example))),
    key("content", Map(&One(K::MediaType))),
];

const SCHEMA: &[Key] = &[
    key("title", Text),
    key("multipleOf", Number),
    key("maximum", Number),
    key("exclusiveMaximum", Bool),
    key("minimum", Number),
    key("exclusiveMinimum", Bool),
    key("maxLength", Count),
    key("minLength", Count),
    key("pattern", Text),
    key("maxItems", Count),
    key("minItems", Count),
    key("uniqueItems", Bool),
    key("maxProperties", Count),
    key("minProperties", Count),
    key("required", List(&Text)),
    key("enum", List(&Any)),
    key("type", Word(&["string", "number", "integer", "boolean", "object", "array"])),
    key("allOf", List(&OrRef(K::Schema))),
    key("oneOf", List(&OrRef(K::Schema))),
    key("anyOf", List(&OrRef(K::Schema))),
    key("not", OrRef(K::Schema)),
    key("items", OrRef(K::Schema)),
    key("properties", Map(&OrRef(K::Schema))),
    key("additionalProperties", SchemaOrBool),
    key("description", Text),
    key("format", Text),
    key("default", Any),
    key("nullable", Bool),
    key("discriminator", One(K::Discriminator)),
    key("readOnly", Bool),
    key("writeOnly", Bool),
    key("xml", One(K::Xml)),
    key("externalDocs", One(K::ExternalDocs)),
    key("example", Any),
    key("deprecated", Bool),
    // From 3.1: schemas that references point to.
    key("$defs", Map(&OrRef(K::Schema))),
    key(EXAMPLES, List(&Any)),
    key("x-rust-name", Text),
    key("x-from", Text),
    key("x-sensitive", Bool),
];

#[cfg(test)]
mod tests;
