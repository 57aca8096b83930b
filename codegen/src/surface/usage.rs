//! Which operations send and receive which types.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::Builder;
use crate::ir::{TypeId, TypeRef};

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
            for ty in def.parts().into_iter().filter_map(TypeRef::named) {
                if let Some(uses) = uses.get_mut(ty.0) {
                    uses.containers.push(index);
                }
            }
        }
        for version in &api.versions {
            for (module, resource) in
                version.modules.iter().filter_map(|module| Some((module, module.resource.as_ref()?)))
            {
                for operation in &resource.operations {
                    let (module, method) = (&module.name, &operation.names.method);
                    let path = format!("{}::{module}::{}::{method}", version.name, resource.name);
                    for ty in named(operation.sent()) {
                        uses.get_mut(ty.0).into_iter().for_each(|uses| uses.sent_by.push(path.clone()));
                    }
                    for ty in named(operation.received()) {
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

fn named(types: Vec<&TypeRef>) -> BTreeSet<TypeId> {
    types.into_iter().filter_map(TypeRef::named).collect()
}
