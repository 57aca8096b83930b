//! The Rust types of schemas.

use std::fmt;
use std::sync::Arc;

use super::side::Access;
use super::sparse::{ConstDefault, Sparse};
use crate::bundle::ModuleId;
use crate::name::Ident;
use crate::schema::Literal;
use crate::source::NodeId;

/// The names that an item had before, and by which callers can still use it.
pub(crate) type Aliases = Vec<Ident>;

impl ConstDefault for Aliases {
    const DEFAULT: &'static Self = &Vec::new();
}

/// Identifies a [`TypeDef`] of an [`Api`](super::Api).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(pub(crate) usize);

/// A named type.
#[derive(Clone, Debug)]
pub(crate) struct TypeDef {
    pub(crate) name: Ident,
    pub(crate) module: ModuleId,
    pub(crate) docs: String,
    pub(crate) shape: Shape,
    pub(crate) origin: NodeId,
}

impl TypeDef {
    /// Returns the types of its parts.
    pub(crate) fn parts(&self) -> Vec<&TypeRef> {
        match &self.shape {
            Shape::Struct(object) => {
                let rest = object.rest.iter().map(|(_, ty)| ty);
                object.fields.iter().map(|field| &field.ty).chain(rest).collect()
            }
            Shape::Enum(_) => Vec::new(),
            Shape::Union(branches) => branches.iter().map(|branch| &branch.ty).collect(),
        }
    }

    /// Returns the types of its parts.
    pub(crate) fn parts_mut(&mut self) -> Vec<&mut TypeRef> {
        match &mut self.shape {
            Shape::Struct(object) => {
                let rest = object.rest.iter_mut().map(|(_, ty)| ty);
                object.fields.iter_mut().map(|field| &mut field.ty).chain(rest).collect()
            }
            Shape::Enum(_) => Vec::new(),
            Shape::Union(branches) => branches.iter_mut().map(|branch| &mut branch.ty).collect(),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Struct(Struct),
    Enum(Vec<Variant>),
    Union(Vec<Branch>),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    pub(crate) constants: Vec<Constant>,
    /// The field for unknown keys, and the type of their values.
    pub(crate) rest: Option<(Ident, TypeRef)>,
    /// The struct of required fields that the constructor takes; `None` if there are fewer than two.
    pub(crate) required: Option<Ident>,
    pub(crate) conversions: Vec<Conversion>,
    /// The fields that the constructor sets although they are optional, as indices, and their values: a union tells the
    /// struct by them.
    pub(crate) tags: Vec<(usize, Literal)>,
}

impl Struct {
    /// Returns the value of a field by which a union tells the struct.
    pub(crate) fn tag(&self, field: &Field) -> Option<&Literal> {
        let is_it = |index: usize| self.fields.get(index).is_some_and(|tag| tag.name == field.name);
        self.tags.iter().find(|(index, _)| is_it(*index)).map(|(_, value)| value)
    }

    /// Returns the field with this Rust name.
    pub(crate) fn field(&self, name: &Ident) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == *name)
    }

    /// Returns whether the struct of the required fields borrows one of them.
    pub(crate) fn borrows_required(&self) -> bool {
        self.fields.iter().any(|field| field.presence.is_required() && field.ty.is_borrowed())
    }

    /// Returns the index of the field with the list of a response: the one named `items`, or else the only list that is
    /// always present.
    pub(crate) fn the_list(&self, items: Option<&str>) -> Option<usize> {
        let is_list = |field: &Field| matches!(field.ty, TypeRef::List(_));
        let fits = |field: &Field| match items {
            Some(items) => field.wire_name == items && field.presence != Presence::OptionalNullable,
            None => field.presence == Presence::Required,
        };
        let mut lists = self.fields.iter().enumerate().filter(|(_, field)| is_list(field) && fits(field));
        let (index, _) = lists.next()?;
        lists.next().is_none().then_some(index)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: Ident,
    pub(crate) wire_name: String,
    pub(crate) ty: TypeRef,
    pub(crate) presence: Presence,
    pub(crate) docs: String,
    pub(crate) limits: Sparse<Limits>,
    pub(crate) annotations: Sparse<Annotations>,
    /// The value in JSON where it is required and missing in a response.
    pub(crate) default: Option<Box<str>>,
    pub(crate) access: Access,
    /// Whether `Debug` hides the value, if the document says so.
    pub(crate) sensitive: Option<bool>,
    pub(crate) deprecated: bool,
    pub(crate) origin: NodeId,
}

/// A property with a single possible value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Constant {
    pub(crate) wire_name: String,
    pub(crate) value: Literal,
    pub(crate) access: Access,
}

/// An implementation of `From<&source>`, or of `TryFrom` if a required field may have no value in the source: the
/// fields that are copied, as indices into both structs.
#[derive(Clone, Debug)]
pub(crate) struct Conversion {
    pub(crate) source: TypeId,
    pub(crate) fields: Vec<(usize, usize)>,
}

impl Conversion {
    /// The pairs of fields, of the target and the source.
    pub(crate) fn pairs<'s>(
        &self,
        to: &'s Struct,
        from: &'s Struct,
    ) -> impl Iterator<Item = (&'s Field, &'s Field)> + Clone {
        self.fields.iter().filter_map(|(target, source)| Some((to.fields.get(*target)?, from.fields.get(*source)?)))
    }

    /// Whether a required field may have no value in the source.
    pub(crate) fn can_fail(&self, to: &Struct, from: &Struct) -> bool {
        let may_miss =
            |(to, from): (&Field, &Field)| to.presence == Presence::Required && from.presence != Presence::Required;
        self.pairs(to, from).any(may_miss)
    }
}

/// Whether a value is required, and whether it may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    /// Required, but may be null.
    Nullable,
    OptionalNullable,
}

impl Presence {
    pub(crate) fn new(required: bool, nullable: bool) -> Self {
        match (required, nullable) {
            (true, false) => Self::Required,
            (false, false) => Self::Optional,
            (true, true) => Self::Nullable,
            (false, true) => Self::OptionalNullable,
        }
    }

    pub(crate) fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::Nullable)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) value: String,
    pub(crate) docs: String,
    pub(crate) aliases: Sparse<Aliases>,
}

/// One of the alternatives of a union.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    pub(crate) name: Ident,
    pub(crate) ty: TypeRef,
    pub(crate) guard: Guard,
    pub(crate) docs: String,
}

/// How a branch is recognized before it is decoded: what tells it from the others for people, and the only facts that
/// its type does not contain.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Guard {
    /// No other branch has the type.
    Type(JsonType),
    /// No other branch has the property.
    Key(String),
    /// The property has these values only in this branch.
    Tag { property: String, values: Vec<Literal> },
    /// Its properties or elements, which are not different by themselves.
    Shape(String),
}

impl Guard {
    /// Returns the property that tells the branches apart, and its values in this branch.
    pub(crate) fn tag(&self) -> Option<(&str, &[Literal])> {
        match self {
            Self::Tag { property, values } => Some((property, values)),
            Self::Type(_) | Self::Key(_) | Self::Shape(_) => None,
        }
    }
}

/// `string`, `the property id` or `kind = cat | dog`.
impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(ty) => f.write_str(ty.as_str()),
            Self::Key(key) => write!(f, "the property {key}"),
            Self::Tag { property, values } => {
                let values: Vec<_> = values.iter().map(Literal::to_string).collect();
                write!(f, "{property} = {}", values.join(" | "))
            }
            Self::Shape(shape) => f.write_str(shape),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    String,
    /// A number without a fraction, where another type has the others.
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

impl JsonType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// A type as it is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypeRef {
    Integer,
    /// An integer that may be beyond `i64`.
    Unsigned,
    /// A number with the precision of its format.
    Float,
    /// A number of any precision, which keeps its text.
    JsonNumber,
    Boolean,
    String,
    /// An exact decimal, from a JSON number or string.
    Number,
    /// A number in a JSON string.
    NumericString,
    /// Bytes as base64 in a JSON string.
    Base64,
    /// The type of the caller's choice for a format.
    Mapped(MappedType),
    /// A string that may arrive as a JSON number.
    Text,
    /// A boolean that may arrive as a JSON string.
    Flag,
    /// A calendar date, without a time.
    Date,
    /// A point in time, which may be written as a date alone.
    DateTime,
    Secret,
    /// Any JSON, kept unchanged.
    Json,
    Named(TypeId),
    List(Box<TypeRef>),
    Map(Box<TypeRef>),
    Boxed(Box<TypeRef>),
    /// A value or null, as an item of an array or map. For a field, [`Presence`] says whether it may be null.
    Nullable(Box<TypeRef>),
}

/// A type that the options map a format to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct MappedType {
    /// The path in Rust, from the root of a crate.
    pub(crate) path: Arc<str>,
    /// Whether the JSON is a number; otherwise it is a string.
    pub(crate) is_number: bool,
}

impl TypeRef {
    /// Returns the type of values that may be null. Raw JSON includes null.
    pub(crate) fn or_null(self, nullable: bool) -> Self {
        if nullable && self != Self::Json { Self::Nullable(Box::new(self)) } else { self }
    }

    /// Returns whether a struct of required fields borrows the value.
    pub(crate) fn is_borrowed(&self) -> bool {
        *self == Self::String
    }

    /// Replaces the named type inside this one, through arrays, maps and boxes.
    pub(crate) fn replace(&mut self, by: impl Fn(TypeId) -> TypeId) {
        match self {
            Self::Named(id) => *id = by(*id),
            Self::List(inner) | Self::Map(inner) | Self::Boxed(inner) | Self::Nullable(inner) => inner.replace(by),
            _ => {}
        }
    }

    /// Returns the named type inside this one, through arrays, maps and boxes.
    pub(crate) fn named(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::List(inner) | Self::Map(inner) | Self::Boxed(inner) | Self::Nullable(inner) => inner.named(),
            _ => None,
        }
    }
}

/// Limits that are checked before a value is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) chars: Option<(u64, Option<u64>)>,
    pub(crate) items: Option<(u64, Option<u64>)>,
    pub(crate) range: Option<(Option<i128>, Option<i128>)>,
}

impl Limits {
    /// Returns the limits of values that keep one of the two.
    pub(crate) fn or(&self, other: &Self) -> Self {
        let lengths = |one: Option<(u64, Option<u64>)>, other: Option<(u64, Option<u64>)>| {
            let ((min, max), (other_min, other_max)) = (one?, other?);
            Some((min.min(other_min), max.zip(other_max).map(|(max, other)| max.max(other))))
        };
        let range = self.range.zip(other.range).map(|((min, max), (other_min, other_max))| {
            (
                min.zip(other_min).map(|(min, other)| min.min(other)),
                max.zip(other_max).map(|(max, other)| max.max(other)),
            )
        });
        Self {
            chars: lengths(self.chars, other.chars),
            items: lengths(self.items, other.items),
            range: range.filter(|range| *range != (None, None)),
        }
    }
}

impl ConstDefault for Limits {
    const DEFAULT: &'static Self = &Self { chars: None, items: None, range: None };
}

/// Annotations that are documented but not enforced, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Annotations {
    /// The default value.
    pub(crate) default: Option<String>,
    /// The allowed values, unless the type is an enum.
    pub(crate) values: Vec<String>,
    pub(crate) pattern: Option<String>,
    pub(crate) example: Option<String>,
}

impl ConstDefault for Annotations {
    const DEFAULT: &'static Self = &Self { default: None, values: Vec::new(), pattern: None, example: None };
}
