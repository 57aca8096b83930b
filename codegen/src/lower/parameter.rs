//! Parameters: their types and serialization.

mod path;

use std::collections::HashMap;

use openapiv3::{Parameter as Model, ParameterSchemaOrContent};

use self::path::{PathParameters, any_text, check_path};
use super::arguments::Arguments;
use super::asked::KEY;
use super::input::Input;
use super::security::Silence;
use super::types::{self, Types};
use super::{asked, implied, nested};
use crate::bundle::{self, DeclaredOperation, ModuleId, media};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    EmptyList, FixedParameter, Ident, ListStyle, ParamIn, ParamLocation, Parameter, Sparse, Style, TypeRef,
};
use crate::ledger::Settled;
use crate::openapi::media_type::Kind;
use crate::openapi::{self, NOT_PARAMETERS};
use crate::source::{NodeId, Value};

/// Headers that frame a message or manage its connection: the HTTP client sets them, and another value could change how
/// the message is parsed.
const FRAMING: &[&str] = &[
    "connection",
    "content-length",
    "expect",
    "host",
    "http2-settings",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What an operation sends besides its body.
pub(super) struct Declared {
    /// The parameters that callers pass: those of the path in its order, then the others in the order of the document.
    pub(super) parameters: Vec<Parameter>,
    /// The parameters that the client sets.
    pub(super) fixed: Vec<FixedParameter>,
    /// The names of the query parameters with `allowReserved`.
    pub(super) reserved: Vec<String>,
}

/// Lowers the parameters of an operation.
pub(super) fn lower(
    types: &mut Types<'_>,
    silence: &Silence,
    module: ModuleId,
    found: &DeclaredOperation<'_>,
    builder: &Ident,
    arguments: &mut Arguments<'_>,
) -> Declared {
    let input = types.input;
    let (nodes, complete) = declared(input, found);
    let sent = implied::credential_headers(input, silence, module, found);
    let PathParameters { in_path, undefined, unused } = check_path(input, found, &nodes, complete);
    let is_taken =
        |node: &NodeId| !unused.contains(node) && !is_ignored(input, *node, &sent) && !is_refused(input, *node);
    let taken: Vec<_> = nodes.iter().copied().filter(is_taken).collect();
    let (mut fixed, mut free) = (Vec::new(), Vec::new());
    for node in taken {
        match implied::fixed(types, node) {
            Some(parameter) => fixed.push(parameter),
            None => free.push(node),
        }
    }
    hold(input, &free, &undefined, arguments);
    let explicit = explicit_names(input, &free, arguments);
    let name = |node: &NodeId| explicit.get(node).cloned();
    let mut parameters: Vec<_> =
        free.iter().filter_map(|node| one(types, *node, builder, name(node), arguments)).collect();
    parameters.extend(undefined.into_iter().map(|name| any_text(input, name, arguments)));
    parameters.sort_by_key(|parameter| match parameter.location.is_path() {
        true => in_path.iter().position(|name| *name == parameter.wire_name).unwrap_or_default(),
        false => usize::MAX,
    });
    let text = |node: &NodeId, key: &str| input.sources.get_text(*node, key);
    let is_reserved =
        |node: &&NodeId| text(node, "in") == Some("query") && input.sources.get_bool(**node, "allowReserved");
    let reserved = nodes.iter().filter(is_reserved).filter_map(|node| text(node, "name"));
    Declared { parameters, fixed, reserved: reserved.map(str::to_owned).collect() }
}

/// Whether a parameter is a header that the rest of the document implies, or that contains the credentials (`sent`).
///
/// OpenAPI reserves `Authorization` for security schemes; if none uses it, it is an ordinary header.
fn is_ignored(input: Input<'_>, node: NodeId, sent: &[&str]) -> bool {
    let name = input.sources.get_text(node, "name").unwrap_or_default();
    let is = |other: &&str| other.eq_ignore_ascii_case(name);
    input.sources.get_text(node, "in") == Some("header")
        && (sent.iter().any(is) || (NOT_PARAMETERS.iter().any(is) && !is(&implied::AUTHORIZATION)))
}

/// Whether a parameter is a header that must not be set, even to a fixed value; reports it.
fn is_refused(input: Input<'_>, node: NodeId) -> bool {
    let name = input.sources.get_text(node, "name").unwrap_or_default();
    let is_refused = input.sources.get_text(node, "in") == Some("header")
        && FRAMING.iter().any(|known| known.eq_ignore_ascii_case(name));
    if is_refused {
        let message = format!("the header `{name}` is set by the HTTP client");
        let problem = Diagnostic::new(Code::Unused, input.sources.key_location(node, "name"), message);
        input.report.add(problem.help("remove it: it cannot be a parameter"));
    }
    is_refused
}

/// Holds the names that follow from those on the wire: parameters of the path have precedence.
fn hold(input: Input<'_>, nodes: &[NodeId], undefined: &[String], arguments: &mut Arguments<'_>) {
    undefined.iter().for_each(|name| arguments.hold(input, "path", name));
    let nodes = nodes.iter().filter(|_| !input.ledger.is_empty());
    let derived: Vec<_> = nodes.filter_map(|node| identity(input, *node, KEY)).collect();
    for wanted in ["path", "query"] {
        let here = derived.iter().filter(|(location, _)| *location == wanted);
        here.for_each(|(location, name)| arguments.hold(input, location, name));
    }
}

/// The location and the name of a parameter, unless the document names it under a key.
fn identity<'a>(input: Input<'a>, node: NodeId, without: &str) -> Option<(&'a str, &'a str)> {
    let text = |key: &str| input.sources.get_text(node, key);
    text(without).is_none().then(|| Some((text("in")?, text("name")?)))?
}

/// Claims the explicit names, which come first: the others may get a number.
fn explicit_names(input: Input<'_>, nodes: &[NodeId], arguments: &mut Arguments<'_>) -> HashMap<NodeId, Settled> {
    let (mut explicit, mut asked_for) = (HashMap::new(), HashMap::new());
    for node in nodes {
        if let (Some(name), Some(identity)) = (asked::name(input, *node), identity(input, *node, "")) {
            asked::claim(input, &mut asked_for, &name, *node);
            let asked = (name, input.sources.key_location(*node, KEY));
            explicit.insert(*node, arguments.asked(input, identity, asked, *node));
        }
    }
    explicit
}

/// The parameters that the operation declares or inherits from its path item, and whether all of them could be read.
fn declared(input: Input<'_>, found: &DeclaredOperation<'_>) -> (Vec<NodeId>, bool) {
    let sources = input.sources;
    let mut complete = true;
    let mut seen: Vec<(NodeId, NodeId, bool)> = Vec::new();
    for (item, inherited) in bundle::parameters(sources, found.node, found.path_item) {
        let Some(target) = input.documents.resolve(item) else {
            complete = false;
            continue;
        };
        let key = |node| (sources.get_text(node, "name"), sources.get_text(node, "in"));
        match seen.iter().find(|(_, other, _)| key(*other) == key(target)) {
            None => seen.push((item, target, inherited)),
            // The operation's own parameter overrides that of the path item.
            Some((_, _, of_operation)) if inherited && !of_operation => {}
            Some((first, ..)) => {
                let name = key(target).0.unwrap_or_default();
                let effect = if input.policy.corrects { ": the first one is used" } else { "" };
                let message = format!("the parameter `{name}` is declared twice{effect}");
                let code = input.policy.mistake(Code::DuplicateParameter);
                let problem = Diagnostic::new(code, sources.location(item), message);
                let problem = problem.also(sources.location(*first), "first here");
                input.report.add(problem.help("keep one of them"));
            }
        }
    }
    (seen.into_iter().map(|(_, target, _)| target).collect(), complete)
}

fn one(
    types: &mut Types<'_>,
    node: NodeId,
    builder: &Ident,
    explicit: Option<Settled>,
    arguments: &mut Arguments<'_>,
) -> Option<Parameter> {
    let input = types.input;
    let model = match openapi::parameter(input.sources, node) {
        Ok(model) => model,
        Err(problem) => {
            input.report.add(*problem);
            return None;
        }
    };
    let data = model.parameter_data_ref();
    let media = media(input.documents, node).into_iter().next();
    let schema = match &data.format {
        ParameterSchemaOrContent::Schema(schema) => openapi::node_of(schema),
        ParameterSchemaOrContent::Content(_) => media.as_ref().and_then(|media| media.schema),
    };
    let in_json = media.is_some_and(|media| media.kind == Kind::Json);
    let example = input.sources.get(node, "example");
    let is_secret = matches!(model, Model::Header { .. }) && data.name.eq_ignore_ascii_case(implied::AUTHORIZATION);
    let mut lowered = match schema {
        Some(schema) => {
            types::lower_shown(types, schema, example, &format!("{builder}{}", Ident::camel(&data.name).plain()))
        }
        None if in_json => types::Use::json(),
        None => types::Use { ty: TypeRef::String, ..types::Use::json() },
    };
    if is_secret && matches!(lowered.ty, TypeRef::String | TypeRef::Text) {
        lowered.ty = TypeRef::Secret;
    }
    let definition = schema.and_then(|schema| input.documents.resolve(schema));
    let annotations =
        definition.map_or_else(Sparse::default, |definition| types::annotations(input, definition).into());
    let location = location(types, node, &model, &lowered.ty, in_json)?;
    let place = input.sources.get_text(node, "in").unwrap_or_default();
    // A server that knows a default does not need the parameter.
    let is_required = data.required && annotations.default.is_none() || location.is_path();
    let settled = explicit.unwrap_or_else(|| arguments.name(input, place, &data.name));
    Some(Parameter {
        aliases: arguments.aliases(input, &settled, is_required),
        name: settled.name,
        wire_name: data.name.clone(),
        split: split(input, node, &location),
        location,
        ty: lowered.ty,
        required: is_required,
        narrows: input
            .sources
            .get(node, "x-narrows")
            .is_none_or(|value| input.sources.value(value) == Value::Bool(true)),
        docs: data.description.as_deref().unwrap_or_default().trim().to_owned(),
        limits: lowered.limits,
        annotations,
        deprecated: data.deprecated.unwrap_or_default(),
        example,
        origin: Some(node),
    })
}

/// Whether a type is serialized as a single value.
fn is_scalar(types: &Types<'_>, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Named(id) => types.defs().get(id.0).is_some_and(|def| matches!(def.shape, crate::ir::Shape::Enum(_))),
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Json | TypeRef::Secret => false,
        TypeRef::Boxed(_) | TypeRef::Nullable(_) => false,
        _ => true,
    }
}

fn location(types: &mut Types<'_>, node: NodeId, model: &Model, ty: &TypeRef, in_json: bool) -> Option<ParamLocation> {
    let input = types.input;
    let (location, default) = match model {
        Model::Path { .. } => (ParamIn::Path, "simple"),
        Model::Query { .. } => (ParamIn::Query, "form"),
        Model::Header { .. } => (ParamIn::Header, "simple"),
        Model::Cookie { .. } => (ParamIn::Cookie, "form"),
    };
    if in_json {
        return Some(ParamLocation::Styled(location, Style::Json));
    }
    let name = input.sources.get_text(node, "style").unwrap_or(default);
    let explode = model.parameter_data_ref().explode;
    // `deepObject` is only defined with `explode`, and a delimiter only without it, so these are their defaults.
    let explode = explode.unwrap_or(matches!(name, "form" | "deepObject"));
    let is_list_of_scalars = matches!(ty, TypeRef::List(item) if is_scalar(types, item));
    let is_scalar = is_scalar(types, ty);
    let fits = match name {
        "simple" => matches!(location, ParamIn::Path | ParamIn::Header),
        "label" | "matrix" => location == ParamIn::Path,
        "form" => matches!(location, ParamIn::Query | ParamIn::Cookie),
        _ => location == ParamIn::Query,
    };
    let style = match Style::of(name, explode).filter(|_| fits) {
        Some(style) => style,
        None => {
            let at = input.sources.get(node, "style").unwrap_or(node);
            let message = format!("the style `{name}` is not allowed for a parameter in `{}`", in_text(location));
            let problem = Diagnostic::new(input.policy.bad_style, input.sources.location(at), message);
            input.report.add(problem.help(format!("remove it: the default style of these parameters is `{default}`")));
            Style::of(default, explode)?
        }
    };
    let style = style.with_lists(input.sources.get_text(node, "x-deep-lists"));
    let can_nest = style.nests() && (location == ParamIn::Query || style == Style::Json);
    if !can_nest && nested::is_nested(types.defs(), ty) {
        nested::report(input, node, name);
        return Some(ParamLocation::Styled(location, Style::Json));
    }
    let list = match style {
        Style::Form => Some(ListStyle::Comma),
        Style::FormExploded => Some(ListStyle::Repeat),
        Style::Space => Some(ListStyle::Space),
        Style::Pipe => Some(ListStyle::Pipe),
        _ => None,
    };
    Some(match (location, list) {
        (ParamIn::Path, _) if is_scalar && name == "simple" => ParamLocation::Path,
        (ParamIn::Query, Some(_)) if is_scalar => ParamLocation::Query,
        (ParamIn::Header, _) if is_scalar => ParamLocation::Header,
        (ParamIn::Cookie, _) if is_scalar => ParamLocation::Cookie,
        (ParamIn::Query, Some(list)) if is_list_of_scalars => {
            let omit = input.sources.get_text(node, "x-empty-list") == Some("omit");
            ParamLocation::QueryList(list, if omit { EmptyList::Omit } else { EmptyList::Refuse })
        }
        _ => ParamLocation::Styled(location, style),
    })
}

fn in_text(location: ParamIn) -> &'static str {
    match location {
        ParamIn::Path => "path",
        ParamIn::Query => "query",
        ParamIn::Header => "header",
        ParamIn::Cookie => "cookie",
    }
}

/// Reads `x-split`: whether an array may be split among several calls.
fn split(input: Input<'_>, node: NodeId, location: &ParamLocation) -> Option<bool> {
    let at = input.sources.get(node, "x-split")?;
    let split = input.sources.value(at) == Value::Bool(true);
    let (message, help) = match (split, location) {
        (true, ParamLocation::QueryList(ListStyle::Comma, EmptyList::Refuse))
        | (false, ParamLocation::Query | ParamLocation::QueryList(..)) => return Some(split),
        (false, location) if location.is_path() => ("`x-split` has no effect on a path parameter", "remove `x-split`"),
        (false, _) => ("`x-split` has no effect outside the query", "remove `x-split`"),
        (true, ParamLocation::QueryList(_, EmptyList::Omit)) => (
            "an array that selects what is included cannot be split: each call needs all of it",
            "remove `x-split`, or `x-empty-list: omit`",
        ),
        (true, _) => (
            "only a comma-separated array can be split among several calls",
            "remove `x-split`, or write `style: form, explode: false`",
        ),
    };
    input.report.add(Diagnostic::new(Code::BadExtension, input.sources.location(at), message).help(help));
    None
}
