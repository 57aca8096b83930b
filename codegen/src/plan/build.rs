//! Makes the plan from the IR.

use std::collections::HashMap;

use super::published::Published;
use super::{
    Body, Branch, Example, Field, Kind, Limits, Literal, Operation, Parameter, Plan, Schema, Shape, Side, Struct,
    Styled, Type,
};
use crate::bundle::{Documents, media};
use crate::ir::{self, Api, ParamIn, ParamLocation, Presence, TypeId, TypeRef};
use crate::lower::{Sides, Use};
use crate::openapi::media_type::{Kind as MediaKind, essence};
use crate::schema;
use crate::source::{NodeId, Sources, Value};

pub(super) struct Builder<'a> {
    documents: &'a Documents<'a>,
    sources: &'a Sources,
    api: &'a Api,
    published: &'a Published,
    sides: Sides,
    schemas: Vec<Schema>,
    /// The index of the schema at each node, for values of a direction.
    indexes: HashMap<(NodeId, ir::Side), usize>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        documents: &'a Documents<'a>,
        api: &'a Api,
        published: &'a Published,
        (uses, sides): (Vec<(NodeId, Use)>, Sides),
    ) -> Self {
        let sources = documents.sources;
        let placed = uses.into_iter().filter_map(|(node, used)| Some((published.place(sources, node)?, node, used)));
        let mut placed: Vec<_> = placed.collect();
        placed.sort_by(|(one, ..), (other, ..)| {
            (one.document, one.line, one.column, &one.pointer).cmp(&(
                other.document,
                other.line,
                other.column,
                &other.pointer,
            ))
        });
        let (mut schemas, mut indexes) = (Vec::new(), HashMap::new());
        for (place, node, used) in placed {
            let received = used.ty.or_null(used.nullable);
            let mut sent = received.clone();
            sent.replace(|id| sides.sent(id));
            let mut add = |side: ir::Side, ty: &TypeRef| {
                indexes.insert((node, side), schemas.len());
                schemas.push(Schema { place: place.clone(), kind: kind(ty), side: public(&sides, side) });
            };
            if received == sent {
                add(received.named().map_or(ir::Side::Received, |id| sides.of(id)), &received);
            } else {
                add(ir::Side::Received, &received);
                add(ir::Side::Sent, &sent);
            }
        }
        Self { documents, sources, api, published, sides, schemas, indexes }
    }

    pub(super) fn plan(mut self) -> Plan {
        let types = self.api.types.iter().enumerate();
        let types = types.map(|(index, def)| self.named(TypeId(index), def)).collect();
        let mut operations = Vec::new();
        for (id, module) in self.api.modules() {
            let version = self.api.versions.get(id.version).map_or("", |version| version.name.plain());
            for operation in module.resource.iter().flat_map(|resource| &resource.operations) {
                let name = format!("{version}.{}.{}", module.name.plain(), operation.names.method.plain());
                operations.push(self.operation(name, operation));
            }
        }
        let examples = self.api.examples.iter().filter_map(|example| self.example(example)).collect();
        let schemas = std::mem::take(&mut self.schemas);
        Plan { documents: Vec::new(), schemas, types, operations, examples }
    }

    fn example(&self, example: &ir::Example) -> Option<Example> {
        Some(Example {
            place: self.published.place(self.sources, example.node)?,
            schema: example.schema.and_then(|node| self.schema(node, example.side.unwrap_or(ir::Side::Received))),
            json: self.sources.pretty_json(example.node),
        })
    }

    /// Returns the index of the schema that a node is or refers to, for values of a direction.
    fn schema(&self, node: NodeId, side: ir::Side) -> Option<usize> {
        let node = self.documents.resolve(node)?;
        let in_order = [side, ir::Side::Received, ir::Side::Sent];
        in_order.into_iter().find_map(|side| self.indexes.get(&(node, side)).copied())
    }

    fn named(&self, id: TypeId, def: &ir::TypeDef) -> Type {
        let version = self.api.versions.get(def.module.version);
        let module = version.and_then(|version| version.modules.get(def.module.fragment));
        let names = [version.map(|version| &version.name), module.map(|module| &module.name), Some(&def.name)];
        let shape = match &def.shape {
            ir::Shape::Struct(object) => Shape::Struct(Struct {
                fields: object.fields.iter().map(field).collect(),
                constants: object.constants.iter().map(|one| (one.wire_name.clone(), literal(&one.value))).collect(),
                rest: object.rest.as_ref().map(|(_, ty)| kind(ty)),
            }),
            ir::Shape::Enum(variants) => Shape::Enum(variants.iter().map(|variant| variant.value.clone()).collect()),
            ir::Shape::Union(branches) => Shape::Union(branches.iter().map(branch).collect()),
        };
        let path = names.into_iter().flatten().map(|name| name.as_str().to_owned()).collect();
        Type { path, schema: self.schema(def.origin, self.sides.of(id)), shape }
    }

    fn operation(&self, name: String, operation: &ir::Operation) -> Operation {
        let request = &operation.request;
        let parameters = request.parameters.iter().map(|one| self.parameter(one));
        Operation {
            name,
            method: request.method.key().to_uppercase(),
            path: request.path.clone(),
            place: self.published.place(self.sources, operation.origin.node),
            parameters: parameters.collect(),
            body: request.body.as_ref().map(|body| self.body(operation, body)),
        }
    }

    fn parameter(&self, parameter: &ir::Parameter) -> Parameter {
        let sources = self.sources;
        let origin = parameter.origin.and_then(|node| self.documents.resolve(node));
        let schema = origin.and_then(|node| match sources.get(node, "schema") {
            Some(schema) => Some(schema),
            None => match sources.get(node, "content") {
                Some(content) => sources.get(sources.entries(content).first()?.value, "schema"),
                // The property of a form is a schema itself.
                None => Some(node),
            },
        });
        Parameter {
            name: parameter.wire_name.clone(),
            location: location(&parameter.location),
            kind: kind(&parameter.ty),
            schema: schema.and_then(|node| self.schema(node, ir::Side::Sent)),
            styled: self.styled(parameter, origin),
            limits: limits(&parameter.limits),
        }
    }

    /// Returns the style of a parameter, and what the document says: not what was made of it.
    fn styled(&self, parameter: &ir::Parameter, origin: Option<NodeId>) -> Option<Styled> {
        let ParamLocation::Styled(_, style) = &parameter.location else { return None };
        let (sources, node) = (self.sources, origin?);
        let explode = sources.get(node, "explode").map(|at| sources.value(at) == Value::Bool(true));
        Some(Styled {
            style: format!("{style:?}"),
            stated: sources.get_text(node, "style").map(str::to_owned),
            explode,
            is_content: sources.get(node, "content").is_some(),
        })
    }

    fn body(&self, operation: &ir::Operation, body: &ir::Body) -> Body {
        let sources = self.sources;
        let holder = sources.get(operation.origin.node, "requestBody").and_then(|node| self.documents.resolve(node));
        let all = holder.map_or_else(Vec::new, |node| media(self.documents, node));
        let wanted = operation.request.content_type.as_deref().map(essence);
        let sent = all.iter().find(|media| match &wanted {
            Some(wanted) => media.essence() == *wanted,
            None => media.kind == MediaKind::Json,
        });
        Body {
            kind: kind(&body.ty),
            schema: sent.and_then(|media| self.schema(media.schema?, ir::Side::Sent)),
            is_json: body.kind == ir::BodyKind::Json,
            limits: limits(&body.limits),
        }
    }
}

/// Returns a direction, if it matters.
fn public(sides: &Sides, side: ir::Side) -> Option<Side> {
    match side {
        _ if sides.are_equal() => None,
        ir::Side::Sent => Some(Side::Sent),
        ir::Side::Received => Some(Side::Received),
    }
}

fn field(field: &ir::Field) -> Field {
    Field {
        key: field.wire_name.clone(),
        kind: kind(&field.ty),
        required: field.presence.is_required(),
        nullable: matches!(field.presence, Presence::Nullable | Presence::OptionalNullable),
        default: field.default.as_deref().map(str::to_owned),
        limits: limits(&field.limits),
    }
}

fn literal(literal: &schema::Literal) -> Literal {
    match literal {
        schema::Literal::Text(text) => Literal::Text(text.clone()),
        schema::Literal::Integer(number) => Literal::Integer(*number),
        schema::Literal::Boolean(value) => Literal::Boolean(*value),
        schema::Literal::Number(text) => Literal::Number(text.clone()),
    }
}

fn branch(branch: &ir::Branch) -> Branch {
    let tag = branch.guard.tag().map(|(key, values)| (key.to_owned(), values.iter().map(literal).collect()));
    Branch { name: branch.name.as_str().to_owned(), kind: kind(&branch.ty), tag }
}

fn limits(limits: &ir::Limits) -> Limits {
    Limits { chars: limits.chars, items: limits.items, range: limits.range }
}

fn location(location: &ParamLocation) -> &'static str {
    let of = |place: ParamIn| match place {
        ParamIn::Path => "path",
        ParamIn::Query => "query",
        ParamIn::Header => "header",
        ParamIn::Cookie => "cookie",
    };
    match location {
        ParamLocation::Path => "path",
        ParamLocation::Query | ParamLocation::QueryList(..) => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
        ParamLocation::Styled(place, _) => of(*place),
        ParamLocation::Part(_) | ParamLocation::File(_) | ParamLocation::Files(_) => "part",
        ParamLocation::PartHeader(_) => "part header",
        ParamLocation::Server => "server",
    }
}

fn kind(ty: &TypeRef) -> Kind {
    match ty {
        TypeRef::Integer => Kind::Integer,
        TypeRef::Unsigned => Kind::Unsigned,
        TypeRef::Float => Kind::Float,
        TypeRef::JsonNumber => Kind::JsonNumber,
        TypeRef::Boolean => Kind::Boolean,
        TypeRef::String => Kind::String,
        TypeRef::Number => Kind::Number,
        TypeRef::NumericString => Kind::NumericString,
        TypeRef::Base64 => Kind::Base64,
        TypeRef::Mapped(mapped) => {
            if mapped.is_number {
                Kind::Number
            } else {
                Kind::String
            }
        }
        TypeRef::Text => Kind::Text,
        TypeRef::Flag => Kind::Flag,
        TypeRef::Date => Kind::Date,
        TypeRef::DateTime => Kind::DateTime,
        TypeRef::Secret => Kind::Secret,
        TypeRef::Json => Kind::Json,
        TypeRef::Named(id) => Kind::Named(id.0),
        TypeRef::List(item) => Kind::List(Box::new(kind(item))),
        TypeRef::Map(value) => Kind::Map(Box::new(kind(value))),
        TypeRef::Boxed(inner) => kind(inner),
        TypeRef::Nullable(inner) => Kind::Nullable(Box::new(kind(inner))),
    }
}
