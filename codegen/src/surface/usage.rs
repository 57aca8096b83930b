//! Which operations send and receive which types.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::Builder;
use crate::ir::{Operation, Shape, StatusResponse, Success, TypeDef, TypeId, TypeRef};

/// The types of an API, with what contains them and which operations they belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// By their paths.
    types: BTreeMap<String, usize>,
    uses: Vec<Uses>,
}

/// The direct uses of a type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Uses {
    /// The types that contain it.
    containers: Vec<usize>,
    /// The operations whose requests are of it, and those whose responses are.
    sent_by: Vec<String>,
    received_by: Vec<String>,
}

/// The operations that send or receive something, by their paths in Rust.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    pub(crate) sent_by: BTreeSet<String>,
    pub(crate) received_by: BTreeSet<String>,
}

impl Usage {
    pub(super) fn of(builder: &Builder<'_>) -> Self {
        let api = builder.api;
        let types = (0..api.types.len()).map(|index| (builder.path(TypeId(index)), index)).collect();
        let mut uses = vec![Uses::default(); api.types.len()];
        for (index, def) in api.types.iter().enumerate() {
            contained(def, |ty| {
                if let Some(uses) = uses.get_mut(ty.0) {
                    uses.containers.push(index);
                }
            });
        }
        for version in &api.versions {
            for (module, resource) in
                version.modules.iter().filter_map(|module| Some((module, module.resource.as_ref()?)))
            {
                for operation in &resource.operations {
                    let (module, method) = (&module.name, &operation.names.method);
                    let path = format!("{}::{module}::{}::{method}", version.name, resource.name);
                    for ty in sent(operation) {
                        uses.get_mut(ty.0).into_iter().for_each(|uses| uses.sent_by.push(path.clone()));
                    }
                    for ty in received(operation) {
                        uses.get_mut(ty.0).into_iter().for_each(|uses| uses.received_by.push(path.clone()));
                    }
                }
            }
        }
        Self { types, uses }
    }

    /// Returns the operations that send or receive the type with this path, alone or within other types.
    pub(crate) fn reach(&self, path: &str) -> Reach {
        let mut reach = Reach::default();
        let (mut seen, mut open) = (BTreeSet::new(), self.types.get(path).copied().into_iter().collect::<Vec<_>>());
        while let Some(index) = open.pop() {
            let Some(uses) = self.uses.get(index).filter(|_| seen.insert(index)) else { continue };
            reach.sent_by.extend(uses.sent_by.iter().cloned());
            reach.received_by.extend(uses.received_by.iter().cloned());
            open.extend(&uses.containers);
        }
        reach
    }
}

/// Calls `found` with each type that a type contains.
fn contained(def: &TypeDef, found: impl FnMut(TypeId)) {
    match &def.shape {
        Shape::Struct(object) => {
            let rest = object.rest.iter().map(|(_, ty)| ty);
            object.fields.iter().map(|field| &field.ty).chain(rest).filter_map(TypeRef::named).for_each(found);
        }
        Shape::Enum(_) => {}
        Shape::Union(branches) => branches.iter().filter_map(|branch| branch.ty.named()).for_each(found),
    }
}

fn sent(operation: &Operation) -> BTreeSet<TypeId> {
    let parameters = operation.request.parameters.iter().map(|parameter| &parameter.ty);
    let body = operation.request.body.iter().map(|body| &body.ty);
    parameters.chain(body).filter_map(TypeRef::named).collect()
}

fn received(operation: &Operation) -> BTreeSet<TypeId> {
    let of_statuses = |responses: &[StatusResponse]| {
        responses.iter().filter_map(|response| response.ty.as_ref()?.named()).collect::<Vec<_>>()
    };
    let errors = of_statuses(&operation.responses.errors);
    let successes: Vec<_> = match &operation.responses.success {
        Success::Empty | Success::Plain(_) | Success::Events(None) => Vec::new(),
        Success::Events(Some(ty)) | Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::JsonOrNone(ty) => {
            ty.named().into_iter().collect()
        }
        Success::Partial { whole, part, .. } => [whole, part].into_iter().filter_map(TypeRef::named).collect(),
        Success::Outputs { responses, .. } => of_statuses(responses),
    };
    errors.into_iter().chain(successes).collect()
}
