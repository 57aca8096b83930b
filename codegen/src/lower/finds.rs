//! Methods that look up one item of a list by one value of a filter.

use super::asked;
use super::input::Input;
use super::known;
use super::naming::OperationName;
use super::types::{self, Types};
use crate::bundle::{self, DeclaredOperation};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    EmptyList, Find, Ident, Match, Method, Names, ParamLocation, Parameter, Shape, Success, TypeDef, TypeRef,
};
use crate::ledger::{Role, Settled};
use crate::source::NodeId;
use crate::suggest::nearest;

/// Lowers the `x-finds` of an operation.
pub(super) fn lower(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    names: &OperationName,
    parameters: &[Parameter],
    success: &Success,
) -> Vec<Find> {
    let input = types.input;
    let Some(list) = input.sources.get(found.node, "x-finds") else { return Vec::new() };
    let has_body = input.sources.get(found.node, "requestBody").is_some();
    let item =
        item(types.defs(), success, types.items_key(found.node)).filter(|_| found.method == Method::Get && !has_body);
    let Some(item) = item else {
        let location = input.sources.key_location(found.node, "x-finds");
        let message = "`x-finds` requires a `get` operation whose success response has a single array";
        let help = "make the success response an array, or an object with exactly one required array";
        input.report.add(Diagnostic::new(Code::BadExtension, location, message).help(help));
        return Vec::new();
    };
    let nodes = input.sources.items(list);
    nodes.iter().filter_map(|node| find(types, found, *node, names, parameters, &item)).collect()
}

/// The item type of the list in a response.
pub(super) fn item(types: &[TypeDef], success: &Success, items: Option<&str>) -> Option<TypeRef> {
    let (Success::Json(ty) | Success::JsonOrEmpty(ty)) = success else { return None };
    let list = match ty {
        TypeRef::Named(id) => match &types.get(id.0)?.shape {
            Shape::Struct(object) => &object.fields.get(object.the_list(items)?)?.ty,
            Shape::Enum(_) | Shape::Union(_) => return None,
        },
        ty => ty,
    };
    if let TypeRef::List(item) = list { Some((**item).clone()) } else { None }
}

fn find(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    node: NodeId,
    names: &OperationName,
    parameters: &[Parameter],
    item: &TypeRef,
) -> Option<Find> {
    let input = types.input;
    let sources = input.sources;
    let Settled { name, was } = names.finds.iter().find(|(known, _)| *known == node).map(|(_, name)| name.clone())?;
    let mut by = filter(input, found, node, parameters)?;
    if sources.get(node, "argument").is_some() {
        by.name = asked::name_under(input, node, "argument")?;
    }
    let is_other = |parameter: &&Parameter| parameter.required && parameter.wire_name != by.wire_name;
    if parameters.iter().filter(is_other).any(|other| other.name == by.name) {
        let location = sources.get(node, "argument").map_or(sources.location(node), |at| sources.location(at));
        let message = format!("`{}` is already another argument of `{name}`", by.name);
        input.report.add(Diagnostic::new(Code::DuplicateName, location, message).help("choose another `argument`"));
        return None;
    }
    let matching = matching(types, node, &by, item)?;
    let (wanted, module) = (builder(types, &name, item), types.module_of(node));
    let key = known::lookup(input, Role::LookupBuilder, &names.place, node);
    let builder = types::settle(types, module, key, wanted, Names::free);
    Some(Find { name, aliases: was, builder, by, item: item.clone(), matching, docs: input.description(node) })
}

/// How the method checks that an item is the one that was asked for: by the property with the name of the filter,
/// unless the document names another.
fn matching(types: &mut Types<'_>, node: NodeId, by: &Parameter, item: &TypeRef) -> Option<Match> {
    let input = types.input;
    let sources = input.sources;
    let (stated, kind) = (sources.get(node, "property"), sources.get_text(node, "match"));
    let bad = |at: NodeId, message: String| Diagnostic::new(Code::BadExtension, sources.location(at), message);
    if kind == Some("none") {
        if let Some(at) = stated {
            let message = "`property` has no effect with `match: none`".to_owned();
            input.report.add(bad(at, message).help("remove `property` or `match`"));
        }
        return Some(Match::Unchecked);
    }
    let by_at = sources.get(node, "by").unwrap_or(node);
    if matches!(by.location, ParamLocation::Styled(..)) {
        let message = format!("`{}` is not a plain value, so no property of an item can equal it", by.wire_name);
        input.report.add(bad(by_at, message).help("write `match: none` to accept the item unchecked"));
        return None;
    }
    let named = stated.and_then(|at| sources.text(at));
    let property = named.unwrap_or_else(|| by.wire_name.split(':').next().unwrap_or_default());
    let known = properties(types.defs(), item);
    if !known.as_ref().map_or(named.is_some(), |known| known.contains(&property)) {
        let problem = bad(stated.unwrap_or(by_at), format!("an item has no property `{property}`"));
        let near = nearest(property, known.iter().flatten().copied());
        let problem = match (named, near) {
            (Some(_), Some(near)) => problem.help(format!("did you mean `{near}`?")),
            _ => problem.help("name the `property` that has the value, or write `match: none` if items do not have it"),
        };
        input.report.add(problem);
        return None;
    }
    let property = property.to_owned();
    Some(if kind == Some("exact") { Match::Exact(property) } else { Match::IgnoreCase(property) })
}

/// The properties of an item; `None` if it may have others.
fn properties<'a>(types: &'a [TypeDef], item: &TypeRef) -> Option<Vec<&'a str>> {
    let object = match item {
        TypeRef::Json => return None,
        TypeRef::Named(id) => match &types.get(id.0)?.shape {
            Shape::Struct(object) => object,
            Shape::Union(_) => return None,
            Shape::Enum(_) => return Some(Vec::new()),
        },
        _ => return Some(Vec::new()),
    };
    let constants = object.constants.iter().map(|constant| constant.wire_name.as_str());
    let all = object.fields.iter().map(|field| field.wire_name.as_str()).chain(constants).collect();
    object.rest.is_none().then_some(all)
}

/// The parameter for the value.
fn filter(
    input: Input<'_>,
    found: &DeclaredOperation<'_>,
    node: NodeId,
    parameters: &[Parameter],
) -> Option<Parameter> {
    let sources = input.sources;
    let by = sources.get(node, "by")?;
    let wanted = sources.text(by)?;
    let in_query = || parameters.iter().filter(|parameter| parameter.location.is_query());
    let problem = match in_query().find(|parameter| parameter.wire_name == wanted) {
        Some(Parameter { location: ParamLocation::QueryList(_, EmptyList::Omit), .. }) => {
            let message = format!("`{wanted}` selects what is included in an item, so no item is found by it");
            Diagnostic::new(Code::BadExtension, sources.location(by), message).help("name a filter")
        }
        Some(parameter) => return Some(parameter.clone()),
        // A parameter that is declared but cannot be sent is reported elsewhere.
        None if is_declared(input, found, wanted) => return None,
        None => {
            let message = format!("the operation has no query parameter `{wanted}`");
            let help = match nearest(wanted, in_query().map(|parameter| parameter.wire_name.as_str())) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name the query parameter that takes the value".to_owned(),
            };
            Diagnostic::new(Code::BadExtension, sources.location(by), message).help(help)
        }
    };
    input.report.add(problem);
    None
}

fn is_declared(input: Input<'_>, found: &DeclaredOperation<'_>, name: &str) -> bool {
    bundle::parameters(input.sources, found.node, found.path_item)
        .filter_map(|(item, _)| input.documents.resolve(item))
        .any(|node| {
            input.sources.get_text(node, "name") == Some(name) && input.sources.get_text(node, "in") == Some("query")
        })
}

/// `FindPetByName`: the name of the item, if it has one, follows the first word of the method.
fn builder(types: &Types<'_>, method: &Ident, item: &TypeRef) -> Ident {
    let item = match item {
        TypeRef::Named(id) => types.defs().get(id.0).map_or("", |def| def.name.plain()),
        _ => "",
    };
    let (verb, rest) = method.plain().split_once('_').unwrap_or((method.plain(), ""));
    Ident::camel(&format!("{verb}_{item}_{rest}"))
}
