//! Lowers documents to the IR: decides what each node becomes in Rust, and its name.

mod arguments;
mod asked;
mod body;
mod branches;
mod cycles;
mod finds;
mod fragment;
mod headers;
mod implied;
mod input;
mod known;
mod media;
mod naming;
mod nested;
mod operation;
mod own_tags;
mod parameter;
mod path_names;
mod problem;
mod response;
mod security;
mod servers;
mod settings;
mod short;
mod status;
mod types;

use std::collections::{BTreeMap, HashMap};

use crate::bundle::{Documents, ModuleId};
use crate::diagnostic::{FileId, Report};
use crate::ir::Api;
use crate::ledger::Ledger;
use crate::schema::Schemas;
use crate::source::NodeId;
use input::Input;
use types::Types;

pub(crate) use branches::never_selected;
pub(crate) use types::{Pair, Sides, Use};

/// The result of lowering.
pub(crate) struct Lowered<'a> {
    pub(crate) api: Api,
    pub(crate) schemas: Schemas<'a>,
    /// The Rust type of each schema that is used.
    pub(crate) uses: BTreeMap<NodeId, Use>,
    /// Which types requests and responses have, where they differ.
    pub(crate) sides: Sides,
    /// The module with the types of each file.
    pub(crate) modules: HashMap<FileId, ModuleId>,
    /// The examples of all lowered schemas. They are not yet checked against their schemas.
    pub(crate) examples: Vec<Pair>,
}

/// Lowers every fragment, with the names that are known. The result is only valid if no error is reported.
pub(crate) fn lower<'a>(documents: &'a Documents<'a>, ledger: &'a Ledger, report: &'a Report) -> Lowered<'a> {
    let input = Input { documents, sources: documents.sources, policy: documents.policy, ledger, report };
    let mut types = Types::new(input);
    let components = naming::components(&mut types);
    types.find_subtypes(&components);
    let operations = naming::operations(&mut types);
    for component in components {
        types::lower(&mut types, component, "");
    }
    media::report_left_out(input);
    let silence = security::silence(input);
    let (mut versions, left_out) = fragment::versions(&mut types, &silence, operations);
    let mut client = settings::client(input);
    client.servers = servers::listed(&versions);
    security::lower(input, &silence, &mut client, &mut versions);
    types::complete_tags(&mut types);
    types::divide_by_side(&mut types, &mut versions);
    types::lower_conversions(&mut types);
    types::name_required_fields(&mut types);
    types::name_former(&mut types);
    fragment::name_aliases(&mut types, &mut versions);
    let types::Made { schemas, defs, uses, sides, modules, examples } = types.finish();
    let mut api = Api { versions, types: defs, client, examples: Vec::new(), left_out };
    cycles::break_cycles(input, &mut api);
    branches::settle(input, &mut api);
    own_tags::find(&mut api);
    problem::find(input, &mut api);
    Lowered { api, schemas, uses, sides, modules, examples }
}

#[cfg(test)]
pub(crate) mod tests;
