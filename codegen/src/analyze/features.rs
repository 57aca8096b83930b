//! A feature for each module with operations, so that nobody has to build what is not called.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Answer, Api, Operation, Shape, Success, TypeDef, TypeId, TypeRef};

/// The place of a module: of its version, and in it.
type At = (usize, usize);

/// The features of modules. Those that are missing here are always there.
#[derive(Debug, Default)]
pub(crate) struct Features {
    names: BTreeMap<At, String>,
    needs: BTreeMap<At, BTreeSet<At>>,
}

impl Features {
    /// The feature that a module belongs to.
    pub(crate) fn of(&self, module: At) -> Option<&str> {
        self.names.get(&module).map(String::as_str)
    }

    /// The features, each with those that it needs.
    pub(crate) fn all(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let needs = |at: &At| self.needs.get(at).into_iter().flatten().filter_map(|other| self.of(*other)).collect();
        self.names.iter().map(|(at, name)| (name.as_str(), needs(at))).collect()
    }
}

/// The features of an API's modules. `taken` are names of features that mean something else.
pub(super) fn features(api: &Api, taken: &[&str]) -> Features {
    let mut features = Features { needs: needs(api), ..Features::default() };
    let mut names: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    let always = always(api, &features.needs);
    for (version, bundle) in api.versions.iter().enumerate() {
        for (index, module) in bundle.modules.iter().enumerate() {
            let at = (version, index);
            if module.resource.is_none() || always.contains(&at) {
                continue;
            }
            let name = match api.versions.as_slice() {
                [_] => module.name.plain().to_owned(),
                _ => format!("{}-{}", bundle.name.plain(), module.name.plain()),
            };
            let free = (1..).map(|number| if number == 1 { name.clone() } else { format!("{name}-{number}") });
            if let Some(name) = free.into_iter().find(|name| !names.contains(name)) {
                names.insert(name.clone());
                features.names.insert(at, name);
            }
        }
    }
    features
}

/// The modules without operations, and those that they need: somebody else may name their types.
fn always(api: &Api, needs: &BTreeMap<At, BTreeSet<At>>) -> BTreeSet<At> {
    let modules = api.versions.iter().enumerate().flat_map(|(version, bundle)| {
        bundle.modules.iter().enumerate().map(move |(index, module)| ((version, index), module))
    });
    let mut todo: Vec<At> = modules.filter(|(_, module)| module.resource.is_none()).map(|(at, _)| at).collect();
    let mut always = BTreeSet::new();
    while let Some(at) = todo.pop() {
        if always.insert(at) {
            todo.extend(needs.get(&at).into_iter().flatten());
        }
    }
    always
}

/// The modules whose types each module names.
fn needs(api: &Api) -> BTreeMap<At, BTreeSet<At>> {
    let mut needs: BTreeMap<At, BTreeSet<At>> = BTreeMap::new();
    let mut add = |at: At, types: Vec<TypeId>| {
        let modules = types.into_iter().filter_map(|id| api.types.get(id.0)).map(|def| def.module);
        needs.entry(at).or_default().extend(modules.filter(|other| *other != at));
    };
    for def in &api.types {
        add(def.module, of_type(def));
    }
    for (version, bundle) in api.versions.iter().enumerate() {
        for (index, module) in bundle.modules.iter().enumerate() {
            for operation in module.resource.iter().flat_map(|resource| &resource.operations) {
                add((version, index), of_operation(operation).into_iter().filter_map(TypeRef::named).collect());
            }
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
    let mut types: Vec<&TypeRef> = operation.parameters.iter().map(|parameter| &parameter.ty).collect();
    types.extend(operation.body.iter().map(|body| &body.ty));
    types.extend(in_answers(&operation.errors));
    types.extend(operation.finds.iter().map(|find| &find.item));
    match &operation.success {
        Success::Empty | Success::Plain(_) | Success::Events(None) => {}
        Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::JsonOrNone(ty) | Success::Events(Some(ty)) => {
            types.push(ty);
        }
        Success::Partial { whole, part, .. } => types.extend([whole, part]),
        Success::Outputs { answers, .. } => types.extend(in_answers(answers)),
    }
    types
}

fn in_answers(answers: &[Answer]) -> impl Iterator<Item = &TypeRef> {
    answers.iter().filter_map(|answer| answer.ty.as_ref())
}
