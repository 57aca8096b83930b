//! Types that schemas become.

use super::rare::{Nothing, Rare};
use crate::bundle::ModuleId;
use crate::name::Ident;
use crate::source::NodeId;

/// Names a [`TypeDef`] of an [`Api`](super::Api).
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
    /// Where unknown keys go, and of what type they are.
    pub(crate) rest: Option<(Ident, TypeRef)>,
    /// The struct in which a constructor takes the required fields, by name; `None` where there are fewer than two.
    pub(crate) required: Option<Ident>,
    pub(crate) conversions: Vec<Conversion>,
}

impl Struct {
    /// The field of that name in Rust.
    pub(crate) fn field(&self, name: &Ident) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == *name)
    }

    /// The index of the list that an answer of this shape is about: the one of that name, or else the only one that is
    /// always there.
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
    pub(crate) limits: Rare<Limits>,
    pub(crate) remarks: Rare<Remarks>,
    pub(crate) read_only: bool,
    pub(crate) deprecated: bool,
    pub(crate) origin: NodeId,
}

/// A property that has one value only.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Constant {
    pub(crate) wire_name: String,
    pub(crate) value: String,
}

/// `From<&source>`, or `TryFrom` if a required field may find no value: the fields that are copied, as indices into both
/// structs.
#[derive(Clone, Debug)]
pub(crate) struct Conversion {
    pub(crate) source: TypeId,
    pub(crate) fields: Vec<(usize, usize)>,
}

/// Whether a value must be there, and whether it may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    /// Always there, perhaps null.
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
}

/// One of the types that a union's value may have.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    pub(crate) name: Ident,
    pub(crate) ty: TypeRef,
    pub(crate) guard: Guard,
    pub(crate) docs: String,
}

/// How a branch is recognised, before it is decoded.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Guard {
    Type(JsonType),
    Key(String),
    Tag { property: String, values: Vec<String> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    String,
    Number,
    Boolean,
    Array,
    Object,
}

impl JsonType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// The use of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypeRef {
    Integer,
    Float,
    Boolean,
    String,
    /// An exact decimal, as number or text.
    Number,
    /// Text that may come as a number.
    Text,
    /// A boolean that may come as text.
    Flag,
    /// A calendar date, without a time.
    Date,
    /// A point in time, also one that is written as a date alone.
    DateTime,
    Secret,
    /// Anything, kept as it came.
    Json,
    Named(TypeId),
    List(Box<TypeRef>),
    Map(Box<TypeRef>),
    Boxed(Box<TypeRef>),
    /// A value or null, in a list or a map: of a field, its presence says so.
    Nullable(Box<TypeRef>),
}

impl TypeRef {
    /// The type of values that may be null. Raw JSON is null by itself.
    pub(crate) fn or_null(self, nullable: bool) -> Self {
        if nullable && self != Self::Json { Self::Nullable(Box::new(self)) } else { self }
    }

    /// The named type in this one, through lists, maps and boxes.
    pub(crate) fn named(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::List(inner) | Self::Map(inner) | Self::Boxed(inner) | Self::Nullable(inner) => inner.named(),
            _ => None,
        }
    }
}

/// What is checked before a value is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) chars: Option<(u64, Option<u64>)>,
    pub(crate) items: Option<(u64, Option<u64>)>,
    pub(crate) range: Option<(Option<i64>, Option<i64>)>,
}

impl Nothing for Limits {
    const NOTHING: &'static Self = &Self { chars: None, items: None, range: None };
}

/// What is said about values and nothing checks, as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remarks {
    /// What stands for a value that is absent.
    pub(crate) default: Option<String>,
    /// The only values, where no type has them.
    pub(crate) values: Vec<String>,
    pub(crate) pattern: Option<String>,
    pub(crate) example: Option<String>,
}

impl Nothing for Remarks {
    const NOTHING: &'static Self = &Self { default: None, values: Vec::new(), pattern: None, example: None };
}
