//! Names that are decided before anything is lowered, so that others can refer to them: first components, then
//! operations. Inline types get the remaining names.

use std::collections::{HashMap, HashSet};

use super::asked::{self, KEY};
use super::input::Input;
use super::known;
use super::media::{self, Choice};
use super::path_names::{self, OnPath};
use super::short::{self, Named};
use super::status::variant;
use super::types::{self, Types};
use crate::bundle::{DeclaredOperation, Fragment, ModuleId, json_content, operations_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Names, OperationKey, Status};
use crate::ledger::{Key, Place, Role, Settled};
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
    module: ModuleId,
    /// The operation in the ledger.
    pub(super) place: Box<str>,
    /// Which variant has the output; empty for the operation itself.
    output_of: String,
    pub(super) method: Settled,
    pub(super) builder: Ident,
    pub(super) output: Ident,
    pub(super) constant: Ident,
    /// The method that sends any number of items, if there is one.
    pub(super) batches: Option<Settled>,
    /// The methods of `x-finds`, by node.
    pub(super) finds: Vec<(NodeId, Settled)>,
    /// The same operation with another kind of body or response.
    pub(super) variants: Vec<(Alternative, OperationName)>,
}

impl OperationName {
    /// Returns the type name of an inline response schema.
    pub(super) fn hint(&self, status: Status) -> String {
        format!("{}{}", self.builder, variant(status))
    }

    /// Remembers the name of the output, which not every operation needs.
    pub(super) fn has_output(&self, types: &mut Types<'_>) {
        let ledger = types.input.ledger;
        let key = Key { role: Role::Output, place: Place::Text(&self.place), detail: [&self.output_of, ""] };
        let settled = ledger.known(key).unwrap_or_else(|| self.output.clone().into());
        ledger.choose(key, settled.clone());
        types::renamed(types, self.module, Role::Output, settled);
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
    let beside = documents.schemas_beside();
    let fragments = documents.bundles.iter().flat_map(|bundle| &bundle.fragments).filter(|part| part.has_types());
    let declared: Vec<_> = fragments.map(|fragment| schemas(input, fragment)).collect();
    let of_documents = declared.iter().flatten().map(|entry| entry.value);
    let all: Vec<_> = of_documents.chain(beside.iter().map(|(schema, _)| *schema)).collect();
    types::reserve(types, &all.iter().copied().collect());
    for schemas in declared {
        let mut asked_for: HashMap<Ident, crate::diagnostic::Location> = HashMap::new();
        let mut derived = Vec::new();
        // Explicit names come first: the others may get a number.
        for entry in schemas {
            match asked::type_name(input, entry.value) {
                Some(name) => {
                    asked::claim(input, &mut asked_for, &name, entry.value);
                    let asked = (name, input.sources.key_location(entry.value, KEY));
                    let (module, key) = (types.module_of(entry.value), known::at(Role::Type, Place::Node(entry.value)));
                    let fresh = |names: &mut Names, name| asked::claimed(input, names, name, entry.value);
                    let settled = input.ledger.settle_asked(types.names(module), input.report, key, asked, fresh);
                    let name = types::renamed(types, module, Role::Type, settled);
                    types.name_component(entry.value, &entry.key, name);
                }
                None => derived.push(entry),
            }
        }
        for entry in derived {
            component(types, entry.value, &entry.key);
        }
    }
    for (schema, name) in beside {
        component(types, schema, &name);
    }
    all
}

/// Names a schema after its key.
fn component(types: &mut Types<'_>, schema: NodeId, key: &str) {
    let (module, at) = (types.module_of(schema), known::at(Role::Type, Place::Node(schema)));
    let name = types::settle(types, module, at, Ident::camel(key), Names::free);
    types.name_component(schema, key, name);
}

/// The schemas under the `components` of a fragment, without references.
fn schemas<'a>(input: Input<'a>, fragment: &Fragment) -> Vec<&'a Entry> {
    let sources = input.sources;
    let schemas = sources.get(fragment.root, "components").and_then(|node| sources.get(node, "schemas"));
    let entries = schemas.map_or(&[][..], |schemas| sources.entries(schemas));
    entries.iter().filter(|entry| sources.reference(entry.value).is_none()).collect()
}

/// Names resources and operations.
pub(super) fn operations(types: &mut Types<'_>) -> OperationNames {
    let input = types.input;
    let documents = input.documents;
    let mut all = OperationNames::default();
    for (version, bundle) in documents.bundles.iter().enumerate() {
        let mut ids: HashMap<&str, NodeId> = HashMap::new();
        // Inline types of all modules are in one, and are called as the operation around them.
        let declared = bundle.fragments.iter().flat_map(|fragment| operations_of(documents.sources, fragment));
        let mut builders = derived_names(input, &declared.collect::<Vec<_>>()).into_iter();
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
            let place = known::module(input, fragment);
            let with_suffix = |names: &mut Names, handle: Ident| match names.claim(&handle) {
                true => handle,
                false => names.free(handle.with_suffix("Api")),
            };
            let key = known::at(Role::Handle, Place::Text(&place));
            let handle = types::settle(types, module, key, Ident::camel(&fragment.name), with_suffix);
            all.handles.insert(module, handle);
            let mut methods = Names::reserving(&[CONSTRUCTOR]);
            for role in [Role::Method, Role::Batches, Role::Lookup] {
                input.ledger.reserve(&mut methods, input.report, role, Place::Text(&place));
            }
            let mut asked_for = HashMap::new();
            // As above, explicit names come first.
            let mut explicit: HashMap<NodeId, Settled> = HashMap::new();
            let mut once = HashSet::new();
            for found in operations.iter().filter(|found| once.insert(found.node)) {
                let operation = known::operation(&place, found);
                for (node, key) in naming_nodes(documents.sources, found.node) {
                    let Some(name) = asked::name_under(input, node, key) else { continue };
                    asked::claim_under(input, &mut asked_for, &name, node, key);
                    let named = match key == KEY {
                        true => known::at(Role::Method, Place::Text(&operation)),
                        false => known::lookup(input, Role::Lookup, &operation, node),
                    };
                    let asked = (name, input.sources.key_location(node, key));
                    let fresh = |methods: &mut Names, name| free_method(input, methods, name, node, key);
                    explicit.insert(node, input.ledger.settle_asked(&mut methods, input.report, named, asked, fresh));
                }
            }
            let derived = derived_names(input, &operations);
            let mut short = short_names(input, fragment, (&operations, &derived), &explicit);
            let mut first: HashMap<NodeId, Ident> = HashMap::new();
            for ((found, derived), builder) in operations.iter().zip(derived).zip(&mut builders) {
                let place = known::operation(&place, found);
                let key = known::at(Role::Method, Place::Text(&place));
                let wanted = match (first.get(&found.node), explicit.remove(&found.node)) {
                    (Some(first), _) => Err(name_on_path(input, found, first, &derived)),
                    (None, Some(settled)) => Ok(settled),
                    (None, None) => Err(short.remove(&found.node).unwrap_or_else(|| derived.clone())),
                };
                let is_derived = wanted.is_err() && !first.contains_key(&found.node);
                let method =
                    wanted.unwrap_or_else(|wanted| input.ledger.settle(&mut methods, key, wanted, Names::free));
                unique_id(input, &mut ids, found, &method.name);
                first.entry(found.node).or_insert_with(|| method.name.clone());
                let finds = finds_of(documents.sources, found.node).iter();
                let finds = finds.filter_map(|node| Some((*node, explicit.remove(node)?))).collect();
                // The method of a fragment is only a verb; elsewhere it comes from an operationId, which names the resource.
                let builder = match input.policy.names_resources {
                    true => Ident::camel(&format!("{}_{}", method.name.plain(), fragment.name)),
                    false if is_derived && named_by_id(input, found).as_ref() == Some(&derived) => {
                        Ident::camel(derived.plain())
                    }
                    false if is_derived => Ident::camel(builder.plain()),
                    false => Ident::camel(method.name.plain()),
                };
                let batches = takes_list(input, found.node).then(|| {
                    let key = known::at(Role::Batches, Place::Text(&place));
                    let wanted = Ident::snake(&in_batches(method.name.plain()));
                    input.ledger.settle(&mut methods, key, wanted, Names::free)
                });
                let alternatives = alternatives(input, found);
                let mut operation = name(types, module, &place, "", method, &builder);
                for (alternative, suffix) in alternatives {
                    let key = Key { role: Role::Method, place: Place::Text(&place), detail: [&suffix, ""] };
                    let wanted = Ident::snake(&format!("{}_as_{suffix}", operation.method.name.plain()));
                    let method = input.ledger.settle(&mut methods, key, wanted, Names::free);
                    let builder = Ident::camel(&format!("{}_as_{suffix}", builder.plain()));
                    let mut variant = name(types, module, &place, &suffix, method, &builder);
                    if matches!(alternative, Alternative::RequestBody(_)) {
                        variant.output = operation.output.clone();
                        variant.output_of.clone_from(&operation.output_of);
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

/// Returns the names that belong to a method: of an operation, or of its variant with a suffix.
fn name(
    types: &mut Types<'_>,
    module: ModuleId,
    place: &str,
    suffix: &str,
    method: Settled,
    builder: &Ident,
) -> OperationName {
    let ledger = types.input.ledger;
    let key = |role| Key { role, place: Place::Text(place), detail: [suffix, ""] };
    // The handle may have the name already.
    let with_suffix = |names: &mut Names, builder: Ident| match names.claim(&builder) {
        true => builder,
        false => names.free(builder.with_suffix("Call")),
    };
    let builder = types::settle(types, module, key(Role::Builder), builder.clone(), with_suffix);
    let known = ledger.known(key(Role::Output)).map(|settled| settled.name);
    let output = known.unwrap_or_else(|| types.names(module).free(builder.with_suffix("Output")));
    // It is private.
    let constant = types.names(module).free(Ident::shouty(builder.plain()));
    OperationName {
        module,
        place: place.into(),
        output_of: suffix.to_owned(),
        method,
        builder,
        output,
        constant,
        batches: None,
        finds: Vec::new(),
        variants: Vec::new(),
    }
}

/// Takes a name that the document asks for.
fn free_method(input: Input<'_>, methods: &mut Names, name: Ident, node: NodeId, key: &str) -> Ident {
    if name.plain() == CONSTRUCTOR {
        let location = input.sources.key_location(node, key);
        let message = format!("the name `{name}` is reserved for the constructor of the handle");
        let problem = Diagnostic::new(Code::DuplicateName, location, message);
        input.report.add(problem.help(format!("choose another `{key}`")));
        return name;
    }
    asked::claimed_under(input, methods, name, node, key)
}

/// The alternatives of an operation besides the first, each with its suffix.
fn alternatives(input: Input<'_>, found: &DeclaredOperation<'_>) -> Vec<(Alternative, String)> {
    let bodies = media::bodies(input, found).into_iter().map(Alternative::RequestBody);
    let responses = media::responses(input, found.node).into_iter().map(Alternative::Response);
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

/// The names of methods that are chosen here, without that of the resource.
fn short_names(
    input: Input<'_>,
    fragment: &Fragment,
    (operations, derived): (&[DeclaredOperation<'_>], &[Ident]),
    explicit: &HashMap<NodeId, Settled>,
) -> HashMap<NodeId, Ident> {
    if !input.policy.shortens_names {
        return HashMap::new();
    }
    let mut once = HashSet::new();
    let derived: Vec<_> = (operations.iter().zip(derived))
        .filter(|(found, _)| !explicit.contains_key(&found.node) && once.insert(found.node))
        .collect();
    let named = derived.iter().map(|(found, name)| Named { method: found.method, name: (*name).clone() });
    let taken: Vec<_> = explicit.values().map(|settled| &settled.name).collect();
    let short = short::without_resource(&fragment.name, &named.collect::<Vec<_>>(), &taken);
    derived.into_iter().map(|(found, _)| found.node).zip(short).collect()
}

/// The names of operations by their operationIds, or else by their paths. Of several with one name by operationId,
/// the first has its name.
fn derived_names(input: Input<'_>, operations: &[DeclaredOperation<'_>]) -> Vec<Ident> {
    let mut ids: HashMap<Ident, NodeId> = HashMap::new();
    let by_id = |found: &DeclaredOperation<'_>| {
        let name = named_by_id(input, found)?;
        let first = ids.entry(name.clone()).or_insert(found.node);
        (*first == found.node).then_some(name)
    };
    let by_id: Vec<_> = operations.iter().map(by_id).collect();
    let nameless = operations.iter().zip(&by_id).filter(|(_, name)| name.is_none());
    let on_paths: Vec<_> = nameless.map(|(found, _)| OnPath { method: found.method, path: found.path }).collect();
    let taken: Vec<_> = by_id.iter().flatten().cloned().collect();
    let mut by_path = path_names::names(&on_paths, &taken).into_iter();
    by_id.into_iter().filter_map(|name| name.or_else(|| by_path.next())).collect()
}

fn named_by_id(input: Input<'_>, found: &DeclaredOperation<'_>) -> Option<Ident> {
    input.sources.get_text(found.node, "operationId").map(Ident::snake)
}

/// The name of an operation whose path item is also that of an earlier path.
fn name_on_path(input: Input<'_>, found: &DeclaredOperation<'_>, first: &Ident, derived: &Ident) -> Ident {
    let is_named = [KEY, "operationId"].iter().any(|key| input.sources.get(found.node, key).is_some());
    if is_named { Ident::snake(&format!("{}_{}", first.plain(), found.path)) } else { derived.clone() }
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
            false => "if both become methods of one resource, the second is named after its path".to_owned(),
        };
        let problem = Diagnostic::new(code, input.sources.location(node), message);
        input.report.add(problem.also(input.sources.location(first), "first here").help(help));
    }
}
