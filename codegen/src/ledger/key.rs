//! The identity of an item: what it is, where the documents describe it, and its name on the wire.

use heck::ToSnakeCase;
use std::borrow::Cow;

use crate::name::Ident;
use crate::source::{NodeHashMap, NodeId};

/// The identity of an item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<'a> {
    pub(crate) role: Role,
    pub(crate) place: Place<'a>,
    /// Tells items of one role at one place apart, such as the location and the name of a parameter; unused parts are
    /// empty.
    pub(crate) detail: [&'a str; 2],
}

/// Where an item is described.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    /// At a node of a document.
    Node(NodeId),
    /// By a text, such as the method and the path of an operation.
    Text(&'a str),
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// What an item is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Role { $($(#[$doc])* $name,)+ }

        impl Role {
            const ALL: &[Self] = &[$(Self::$name,)+];

            /// The first word of its lines.
            pub(crate) const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

roles! {
    /// An argument or a setter of an operation.
    Argument = "argument",
    /// A method that sends any number of items.
    Batches = "batches",
    /// A branch of a union.
    Branch = "branch",
    /// The request builder of an operation.
    Builder = "builder",
    /// A credential of the client.
    Credential = "credential",
    /// A field of a struct.
    Field = "field",
    /// A type, or the struct of its required fields, that was in another module.
    Former = "former",
    /// An example response.
    Fixture = "fixture",
    /// The handle of a module.
    Handle = "handle",
    /// A constant that reads a response header.
    Header = "header",
    /// An inner module or method of a version that stands for no part of the documents.
    Inner = "inner",
    /// A method that finds one item.
    Lookup = "lookup",
    /// The request builder of such a method.
    LookupBuilder = "lookup-builder",
    /// The method of an operation.
    Method = "method",
    /// A module of a version.
    Module = "module",
    /// The enum of an operation's successes.
    Output = "output",
    /// The struct of a type's required fields.
    Required = "required",
    /// The field for all other properties.
    Rest = "rest",
    /// The type of what requests have of another type.
    Sent = "sent",
    /// A server of a version.
    Server = "server",
    /// A struct, an enum or a union.
    Type = "type",
    /// A variant of an enum.
    Value = "value",
    /// The module of a document.
    Version = "version",
}

impl Role {
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.as_str() == text)
    }

    /// Whether an item can have another name besides its own. Rust has no aliases of fields, constants and modules that
    /// warn about their use.
    pub(crate) fn has_aliases(self) -> bool {
        match self {
            Self::Argument
            | Self::Batches
            | Self::Builder
            | Self::Former
            | Self::Handle
            | Self::Lookup
            | Self::LookupBuilder
            | Self::Method
            | Self::Output
            | Self::Required
            | Self::Sent
            | Self::Type
            | Self::Value => true,
            Self::Branch
            | Self::Credential
            | Self::Field
            | Self::Fixture
            | Self::Header
            | Self::Inner
            | Self::Module
            | Self::Rest
            | Self::Server
            | Self::Version => false,
        }
    }

    /// Whether its names are those of types.
    pub(super) fn is_type(self) -> bool {
        match self {
            Self::Builder
            | Self::Former
            | Self::Handle
            | Self::LookupBuilder
            | Self::Output
            | Self::Required
            | Self::Sent
            | Self::Type
            | Self::Branch
            | Self::Value => true,
            Self::Argument
            | Self::Batches
            | Self::Credential
            | Self::Field
            | Self::Fixture
            | Self::Header
            | Self::Inner
            | Self::Lookup
            | Self::Method
            | Self::Module
            | Self::Rest
            | Self::Server
            | Self::Version => false,
        }
    }
}

/// Names of arguments that do not stand for a parameter.
const OURS: &[&str] = &["body", "content_type"];

impl Key<'_> {
    /// Returns the text in front of the `=` of its line; `None` if nothing is known of the node.
    pub(super) fn text(&self, places: &NodeHashMap<String>) -> Option<String> {
        let place = match self.place {
            Place::Node(node) => places.get(&node)?.as_str(),
            Place::Text(text) => text,
        };
        Some(written(self.role, place, &self.behind()))
    }

    /// Returns the text behind the place.
    pub(super) fn behind(&self) -> String {
        let parts = self.detail.iter().filter(|part| !part.is_empty());
        parts.map(|part| in_line(part)).collect::<Vec<_>>().join(" ")
    }

    /// Whether the name follows from the wire name, and no other wire name implies it.
    ///
    /// Such items are not in the ledger: they take their names before those that are new. A parameter of the path has
    /// precedence over one of the query, which an operation may get later.
    pub(crate) fn implies(&self, name: &Ident) -> bool {
        match (self.role, self.detail) {
            (Role::Field, [wire_name, _]) => wire_name == name.plain(),
            (Role::Value, [value, _]) => name.plain().to_snake_case() == value,
            (Role::Argument, [own, ""]) => own == name.plain() && OURS.contains(&own),
            (Role::Argument, ["path" | "query", wire_name]) => wire_name == name.plain() && !OURS.contains(&wire_name),
            _ => false,
        }
    }
}

/// Escapes what would end a line.
pub(crate) fn in_line(text: &str) -> Cow<'_, str> {
    if !text.contains(|char: char| char.is_control() || char == '\\') {
        return Cow::Borrowed(text);
    }
    let escaped = text.chars().map(|char| match char {
        '\\' => "\\\\".to_owned(),
        char if char.is_control() => char.escape_default().to_string(),
        char => char.to_string(),
    });
    Cow::Owned(escaped.collect())
}

/// Returns the text of a key.
pub(super) fn written(role: Role, place: &str, behind: &str) -> String {
    let space = if behind.is_empty() { "" } else { " " };
    format!("{} {}{space}{behind}", role.as_str(), place)
}
