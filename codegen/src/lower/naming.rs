//! Names that are decided before anything is lowered, so that others can refer to them: first components, then
//! operations. Inline types get the remaining names.

use std::collections::{HashMap, HashSet};

use super::asked::{self, KEY};
use super::input::Input;
use super::media::{self, Choice};
use super::status::variant;
use super::types::Types;
use crate::bundle::{DeclaredOperation, Fragment, ModuleId, json_content, operations_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Names, OperationKey, Status};
use crate::source::{Entry, NodeId, Sources};

/// The constructor of handles.
const CONSTRUCTOR: &str = "new";

/// Names of resources and operations.
#[derive(Debug, Default)]
pub(super) struct OperationNames {
    /// The handle of each module that has operations.
    pub(super) handles: HashMap<ModuleId, Ident>,
    /// The names of each module's operations, in the order of [`operations_of`]: one node may be on several paths.
    pub(super) operations: HashMap<ModuleId, Vec<OperationName>>,
    /// The operations that cannot be sent, each with a diagnostic.
    pub(super) left_out: Vec<OperationKey>,
}

#[derive(Clone, Debug)]
pub(super) struct OperationName {
    pub(super) method: Ident,
    pub(super) builder: Ident,
    pub(super) output: Ident,
    pub(super) constant: Ident,
    /// The method that sends any number of items, if there is one.
    pub(super) batches: Option<Ident>,
    /// The methods of `x-finds`, by node.
    pub(super) finds: Vec<(NodeId, Ident)>,
    /// The same operation with another kind of body or response.
    pub(super) variants: Vec<(Alternative, OperationName)>,
}

impl OperationName {
    /// Returns the type name of an inline response schema.
    pub(super) fn hint(&self, status: Status) -> String {
        format!("{}{}", self.builder, variant(status))
    }
}

/// The alternative that a variant of an operation uses.
#[derive(Clone, Debug)]
pub(super) enum Alternative {
    RequestBody(Choice),
    Response(Choice),
}

/// Reports `trace` operations, which HTTP clients do not send, and leaves them out.
fn refuse_trace(input: Input<'_>, fragment: &Fragment) -> Vec<OperationKey> {
    let sources = input.sources;
    let paths = sources.get(fragment.root, "paths").map_or(&[][..], |paths| sources.entries(paths));
    let traced = paths.iter().filter(|path| sources.get(path.value, "trace").is_some());
    let refuse = |path: &Entry| {
        let location = sources.key_location(path.value, "trace");
        let message = "`trace` operations are not supported";
        let code = input.policy.unsupported_operation;
        input.report.add(match code.is_error() {
            true => Diagnostic::new(code, location, message).help("remove it"),
            false => Diagnostic::new(code, location, format!("{message}: the operation is left out")),
        });
        OperationKey { file: fragment.file, path: path.key.to_string(), method: "trace" }
    };
    traced.map(refuse).collect()
}

/// Names the schemas under `components`, and returns them.
pub(super) fn components(types: &mut Types<'_>) -> Vec<NodeId> {
    let input = types.input;
    let documents = input.documents;
    let mut all = Vec::new();
    for fragment in documents.bundles.iter().flat_map(|bundle| &bundle.fragments).filter(|part| part.has_types()) {
        let schemas =
            input.sources.get(fragment.root, "components").and_then(|node| input.sources.get(node, "schemas"));
        let Some(schemas) = schemas else { continue };
        let mut asked_for: HashMap<Ident, crate::diagnostic::Location> = HashMap::new();
        let mut derived = Vec::new();
        // Explicit names come first: the others may get a number.
        for entry in
            input.sources.entries(schemas).iter().filter(|entry| input.sources.reference(entry.value).is_none())
        {
            all.push(entry.value);
            match asked::type_name(input, entry.value) {
                Some(name) => {
                    asked::claim(input, &mut asked_for, &name, entry.value);
                    types.names(types.module_of(entry.value)).claim(&name);
                    types.name_component(entry.value, name);
                }
                None => derived.push(entry),
            }
        }
        for entry in derived {
            let name = types.names(types.module_of(entry.value)).free(Ident::camel(&entry.key));
            types.name_component(entry.value, name);
        }
    }
    for (schema, name) in documents.schemas_beside() {
        let name = types.names(types.module_of(schema)).free(Ident::camel(&name));
        types.name_component(schema, name);
        all.push(schema);
    }
    all
}

/// Names resources and operations.
pub(super) fn operations(types: &mut Types<'_>) -> OperationNames {
    let input = types.input;
    let documents = input.documents;
    let mut all = OperationNames::default();
    for (version, bundle) in documents.bundles.iter().enumerate() {
        let mut ids: HashMap<&str, NodeId> = HashMap::new();
        for (index, fragment) in bundle.fragments.iter().enumerate() {
            let operations = operations_of(documents.sources, fragment);
            if fragment.has_types() {
                all.left_out.extend(refuse_trace(input, fragment));
            }
            if operations.is_empty() {
                continue;
            }
            let module = ModuleId { version, fragment: index };
            // A schema with the name of the resource takes precedence.
            let (handle, names) = (Ident::camel(&fragment.name), types.names(module));
            let handle = if names.claim(&handle) { handle } else { names.free(handle.with_suffix("Api")) };
            all.handles.insert(module, handle);
            let mut methods = Names::reserving(&[CONSTRUCTOR]);
            let mut asked_for = HashMap::new();
            // As above, explicit names come first.
            let mut explicit: HashMap<NodeId, Ident> = HashMap::new();
            let mut once = HashSet::new();
            let distinct = operations.iter().filter(|found| once.insert(found.node));
            for (node, key) in distinct.flat_map(|found| naming_nodes(documents.sources, found.node)) {
                let Some(name) = asked::name_under(input, node, key) else { continue };
                asked::claim_under(input, &mut asked_for, &name, node, key);
                if !methods.claim(&name) && name.plain() == CONSTRUCTOR {
                    let location = input.sources.key_location(node, key);
                    let message = format!("the name `{name}` is reserved for the constructor of the handle");
                    let problem = Diagnostic::new(Code::DuplicateName, location, message);
                    input.report.add(problem.help(format!("choose another `{key}`")));
                }
                explicit.insert(node, name);
            }
            let mut first: HashMap<NodeId, Ident> = HashMap::new();
            for found in &operations {
                let method = match first.get(&found.node) {
                    Some(first) => methods.free(name_on_path(input, found, first)),
                    None => explicit.remove(&found.node).unwrap_or_else(|| methods.free(derived_name(input, found))),
                };
                unique_id(input, &mut ids, found, &method);
                first.entry(found.node).or_insert_with(|| method.clone());
                let finds = finds_of(documents.sources, found.node).iter();
                let finds = finds.filter_map(|node| Some((*node, explicit.remove(node)?))).collect();
                // The method of a fragment is only a verb; elsewhere it is an operationId, which needs no resource.
                let builder = match input.policy.names_resources {
                    true => Ident::camel(&format!("{}_{}", method.plain(), fragment.name)),
                    false => Ident::camel(method.plain()),
                };
                let batches =
                    takes_list(input, found.node).then(|| methods.free(Ident::snake(&in_batches(method.plain()))));
                let alternatives = alternatives(input, found.node);
                let names = types.names(module);
                let mut operation = name(names, method, &builder);
                for (alternative, suffix) in alternatives {
                    let method = methods.free(Ident::snake(&format!("{}_as_{suffix}", operation.method.plain())));
                    let builder = Ident::camel(&format!("{}_as_{suffix}", builder.plain()));
                    let mut variant = name(names, method, &builder);
                    if matches!(alternative, Alternative::RequestBody(_)) {
                        variant.output = operation.output.clone();
                    }
                    operation.variants.push((alternative, variant));
                }
                let names = OperationName { batches, finds, ..operation };
                all.operations.entry(module).or_default().push(names);
            }
        }
    }
    all
}

/// Returns the names that belong to a method.
fn name(names: &mut Names, method: Ident, builder: &Ident) -> OperationName {
    let builder = names.free(builder.clone());
    let output = names.free(builder.with_suffix("Output"));
    let constant = names.free(Ident::shouty(builder.plain()));
    OperationName { method, builder, output, constant, batches: None, finds: Vec::new(), variants: Vec::new() }
}

/// The alternatives of an operation besides the first, each with its suffix.
fn alternatives(input: Input<'_>, operation: NodeId) -> Vec<(Alternative, String)> {
    let bodies = media::bodies(input, operation).into_iter().map(Alternative::RequestBody);
    let responses = media::responses(input, operation).into_iter().map(Alternative::Response);
    let suffix = |alternative: &Alternative| match alternative {
        Alternative::RequestBody(choice) | Alternative::Response(choice) => choice.suffix.clone(),
    };
    bodies.chain(responses).filter_map(|alternative| suffix(&alternative).map(|suffix| (alternative, suffix))).collect()
}

/// Whether the body of an operation is a required array.
fn takes_list(input: Input<'_>, operation: NodeId) -> bool {
    let sources = input.sources;
    let body = sources.get(operation, "requestBody").and_then(|body| input.documents.resolve(body));
    let Some(body) = body.filter(|body| sources.get_bool(*body, "required")) else { return false };
    let schema = json_content(input.documents, body).and_then(|media_type| sources.get(media_type, "schema"));
    let schema = schema.and_then(|schema| input.documents.resolve(schema));
    schema.is_some_and(|schema| sources.get_text(schema, "type") == Some("array"))
}

/// Both `update` and `update_batch` become `update_batches`.
fn in_batches(method: &str) -> String {
    format!("{}_batches", method.strip_suffix("_batch").unwrap_or(method))
}

/// The nodes that may have an explicit method name, and its key: the operation, and its finds.
fn naming_nodes(sources: &Sources, operation: NodeId) -> impl Iterator<Item = (NodeId, &'static str)> {
    let finds = finds_of(sources, operation).iter().map(|node| (*node, "name"));
    std::iter::once((operation, KEY)).chain(finds)
}

fn finds_of(sources: &Sources, operation: NodeId) -> &[NodeId] {
    sources.get(operation, "x-finds").map_or(&[], |list| sources.items(list))
}

fn derived_name(input: Input<'_>, found: &DeclaredOperation<'_>) -> Ident {
    match input.sources.get_text(found.node, "operationId") {
        Some(id) => Ident::snake(id),
        None => Ident::snake(&format!("{}_{}", found.method.key(), found.path)),
    }
}

/// The name of an operation whose path item is also that of an earlier path. It does not depend on other paths.
fn name_on_path(input: Input<'_>, found: &DeclaredOperation<'_>, first: &Ident) -> Ident {
    let is_named = [KEY, "operationId"].iter().any(|key| input.sources.get(found.node, key).is_some());
    if is_named { Ident::snake(&format!("{}_{}", first.plain(), found.path)) } else { derived_name(input, found) }
}

fn unique_id<'a>(input: Input<'a>, ids: &mut HashMap<&'a str, NodeId>, found: &DeclaredOperation<'_>, method: &Ident) {
    let Some(node) = input.sources.get(found.node, "operationId") else { return };
    let Some(id) = input.sources.text(node) else { return };
    if let Some(first) = ids.insert(id, node) {
        let is_shared = first == node;
        let message = match is_shared {
            true => format!("the path `{}` has the same operation `{id}`", found.path),
            false => format!("two operations have the operationId `{id}`"),
        };
        let code = input.policy.repeated_operation_id;
        let help = match code.is_error() {
            true => "an operationId must be unique in a version: look up the official one".to_owned(),
            false if is_shared => format!("its method there is named `{method}`"),
            false => "if both become methods of one resource, the second gets a number".to_owned(),
        };
        let problem = Diagnostic::new(code, input.sources.location(node), message);
        input.report.add(problem.also(input.sources.location(first), "first here").help(help));
    }
}
