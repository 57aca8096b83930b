//! A cargo feature for each module with operations, so that unused modules need not be compiled.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Api, ModuleId, Operation, Shape, StatusResponse, Success, TypeDef, TypeId, TypeRef};

/// The features of modules. A module without an entry is always compiled.
#[derive(Debug, Default)]
pub(crate) struct Features {
    names: BTreeMap<ModuleId, String>,
    needs: BTreeMap<ModuleId, BTreeSet<ModuleId>>,
}

impl Features {
    /// The feature that a module belongs to.
    pub(crate) fn of(&self, module: ModuleId) -> Option<&str> {
        self.names.get(&module).map(String::as_str)
    }

    /// All features, each with the features that it requires.
    pub(crate) fn all(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let needs =
            |at: &ModuleId| self.needs.get(at).into_iter().flatten().filter_map(|other| self.of(*other)).collect();
        self.names.iter().map(|(at, name)| (name.as_str(), needs(at))).collect()
    }
}

/// Returns the features of an API's modules. `taken` are names of features with another meaning.
pub(super) fn features(api: &Api, taken: &[&str]) -> Features {
    let mut features = Features { needs: needs(api), ..Features::default() };
    let mut names: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    let always = always(api, &features.needs);
    for (at, module) in api.modules() {
        if module.resource.is_none() || always.contains(&at) {
            continue;
        }
        let name = match (api.versions.as_slice(), api.versions.get(at.version)) {
            ([_, _, ..], Some(version)) => format!("{}-{}", version.name.plain(), module.name.plain()),
            _ => module.name.plain().to_owned(),
        };
        let free = (1..).map(|number| if number == 1 { name.clone() } else { format!("{name}-{number}") });
        if let Some(name) = free.into_iter().find(|name| !names.contains(name)) {
            names.insert(name.clone());
            features.names.insert(at, name);
        }
    }
    features
}

/// The modules without operations, and those that they need: users of the crate may name their types.
fn always(api: &Api, needs: &BTreeMap<ModuleId, BTreeSet<ModuleId>>) -> BTreeSet<ModuleId> {
    let mut todo: Vec<ModuleId> =
        api.modules().filter(|(_, module)| module.resource.is_none()).map(|(at, _)| at).collect();
    let mut always = BTreeSet::new();
    while let Some(at) = todo.pop() {
        if always.insert(at) {
            todo.extend(needs.get(&at).into_iter().flatten());
        }
    }
    always
}

/// The modules whose types each module names.
fn needs(api: &Api) -> BTreeMap<ModuleId, BTreeSet<ModuleId>> {
    let mut needs: BTreeMap<ModuleId, BTreeSet<ModuleId>> = BTreeMap::new();
    let mut add = |at: ModuleId, types: Vec<TypeId>| {
        let modules = types.into_iter().filter_map(|id| api.types.get(id.0)).map(|def| def.module);
        needs.entry(at).or_default().extend(modules.filter(|other| *other != at));
    };
    for def in &api.types {
        add(def.module, of_type(def));
    }
    for (at, module) in api.modules() {
        for operation in module.resource.iter().flat_map(|resource| &resource.operations) {
            add(at, of_operation(operation).into_iter().filter_map(TypeRef::named).collect());
        }
    }
    needs
}

fn of_type(def: &TypeDef) -> Vec<TypeId> {
    match &def.shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter().map(|field| &field.ty).chain(object.rest.iter().map(|(_, ty)| ty));
            let sources = object.conversions.iter().map(|conversion| conversion.source);
            fields.filter_map(TypeRef::named).chain(sources).collect()
        }
        Shape::Union(branches) => branches.iter().filter_map(|branch| branch.ty.named()).collect(),
        Shape::Enum(_) => Vec::new(),
    }
}

fn of_operation(operation: &Operation) -> Vec<&TypeRef> {
    let mut types: Vec<&TypeRef> = operation.request.parameters.iter().map(|parameter| &parameter.ty).collect();
    types.extend(operation.request.body.iter().map(|body| &body.ty));
    types.extend(in_responses(&operation.responses.errors));
    types.extend(operation.calls.finds.iter().map(|find| &find.item));
    match &operation.responses.success {
        Success::Empty | Success::Plain(_) | Success::Events(None) => {}
        Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::JsonOrNone(ty) | Success::Events(Some(ty)) => {
            types.push(ty);
        }
        Success::Partial { whole, part, .. } => types.extend([whole, part]),
        Success::Outputs { responses, .. } => types.extend(in_responses(responses)),
    }
    types
}

fn in_responses(responses: &[StatusResponse]) -> impl Iterator<Item = &TypeRef> {
    responses.iter().filter_map(|response| response.ty.as_ref())
}
