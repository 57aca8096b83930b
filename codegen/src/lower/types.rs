//! Schemas as Rust types.

mod annotations;
mod bounds;
mod composed;
mod conversion;
mod enumeration;
mod inline_names;
mod kind;
mod names;
mod object;
mod required;
mod scalar;
mod sides;
mod union;
mod union_guards;
mod union_names;
mod union_scalars;
mod union_tags;

use std::collections::{BTreeMap, HashMap};

use super::input::Input;
use crate::bundle::ModuleId;
use crate::diagnostic::FileId;
use crate::ir::{Ident, Names, Shape, TypeAlias, TypeDef, TypeId};
use crate::schema::Schemas;
use crate::source::{NodeHashMap, NodeId};

pub(super) use annotations::of as annotations;
pub(super) use conversion::lower as lower_conversions;
use kind::State;
pub(crate) use kind::Use;
pub(super) use kind::{lower, lower_shown};
pub(super) use names::{name_former, renamed, reserve, settle};
pub(super) use required::name as name_required_fields;
pub(crate) use sides::Sides;
pub(super) use sides::divide as divide_by_side;
pub(super) use union_tags::complete as complete_tags;

/// The types so far, and the state of lowering.
pub(super) struct Types<'a> {
    pub(super) input: Input<'a>,
    pub(super) schemas: Schemas<'a>,
    /// The module with the types of each file.
    modules: HashMap<FileId, ModuleId>,
    /// The names taken in each module.
    names: HashMap<ModuleId, Names>,
    /// The names of components, decided before anything refers to them.
    component_names: NodeHashMap<Component>,
    defs: Vec<TypeDef>,
    /// The components that extend others by `allOf`.
    subtypes: HashMap<NodeId, Vec<NodeId>>,
    /// The state of each schema node.
    lowered: NodeHashMap<State>,
    /// The types of several schemas together; `None` while they are being lowered.
    merged: HashMap<Vec<NodeId>, Option<Use>>,
    /// Shapes of inline types, so that equal ones become one type.
    inline: HashMap<(ModuleId, String), TypeId>,
    /// Inline types whose names were made up.
    made: HashMap<TypeId, inline_names::Made>,
    /// Inline types with names of the ledger, with their shapes.
    settled: HashMap<(ModuleId, Ident), (String, TypeId)>,
    /// Which types requests and responses have, where they differ.
    sides: Sides,
    /// The names that items of each module had before.
    aliases: HashMap<ModuleId, Vec<TypeAlias>>,
    /// The examples of lowered schemas.
    examples: Vec<Pair>,
}

/// A schema with a name of its own in the documents.
#[derive(Clone)]
struct Component {
    name: Ident,
    /// Its name in the documents.
    key: Box<str>,
}

/// A schema and an example of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pair {
    pub(crate) schema: NodeId,
    pub(crate) value: NodeId,
}

/// The result of lowering all schemas.
pub(super) struct Made<'a> {
    pub(super) schemas: Schemas<'a>,
    pub(super) defs: Vec<TypeDef>,
    pub(super) uses: BTreeMap<NodeId, Use>,
    pub(super) sides: Sides,
    pub(super) modules: HashMap<FileId, ModuleId>,
    pub(super) examples: Vec<Pair>,
}

impl<'a> Types<'a> {
    pub(super) fn new(input: Input<'a>) -> Self {
        Self {
            input,
            schemas: Schemas::new(input.documents, input.report),
            modules: input.documents.modules(),
            names: HashMap::new(),
            component_names: NodeHashMap::default(),
            defs: Vec::new(),
            subtypes: HashMap::new(),
            lowered: NodeHashMap::default(),
            merged: HashMap::new(),
            inline: HashMap::new(),
            made: HashMap::new(),
            settled: HashMap::new(),
            sides: Sides::default(),
            aliases: HashMap::new(),
            examples: Vec::new(),
        }
    }

    /// The types, by their ids.
    pub(super) fn defs(&self) -> &[TypeDef] {
        &self.defs
    }

    /// The module with the types of a node's document.
    pub(super) fn module_of(&self, id: NodeId) -> ModuleId {
        self.modules.get(&id.file()).copied().unwrap_or_default()
    }

    /// The names taken in a module.
    pub(super) fn names(&mut self, module: ModuleId) -> &mut Names {
        self.names.entry(module).or_default()
    }

    /// Adds a name that an item of a module had before.
    pub(super) fn alias(&mut self, module: ModuleId, old: Ident, name: &Ident, borrows: bool) {
        self.add_alias(module, TypeAlias { old, name: name.clone(), module: None, borrows });
    }

    fn add_alias(&mut self, module: ModuleId, alias: TypeAlias) {
        let aliases = self.aliases.entry(module).or_default();
        // A type may be that of several inline schemas.
        if !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }

    /// Returns the names that items of a module had before, in alphabetical order.
    pub(super) fn take_aliases(&mut self, module: ModuleId) -> Vec<TypeAlias> {
        let mut aliases = self.aliases.remove(&module).unwrap_or_default();
        aliases.sort_by(|one, other| one.old.cmp(&other.old));
        aliases
    }

    /// Reserves the type name of a component.
    pub(super) fn name_component(&mut self, id: NodeId, key: &str, name: Ident) {
        self.component_names.insert(id, Component { name, key: key.into() });
    }

    /// Finds the components that extend others.
    pub(super) fn find_subtypes(&mut self, components: &[NodeId]) {
        self.subtypes = composed::subtypes(self.input, components);
    }

    /// The property with the list of a response, if the version names one.
    pub(super) fn items_key(&self, id: NodeId) -> Option<&'a str> {
        let sources = self.input.sources;
        let bundle = self.input.documents.bundles.get(self.module_of(id).version)?;
        sources.get_text(sources.get(bundle.api, "x-pagination")?, "items")
    }

    fn add(&mut self, name: Ident, docs: String, shape: Shape, origin: NodeId) -> TypeId {
        let id = TypeId(self.defs.len());
        self.defs.push(TypeDef { name, module: self.module_of(origin), docs, shape, origin });
        id
    }

    /// Returns the result, after the last schema is lowered.
    pub(super) fn finish(self) -> Made<'a> {
        let done = self.lowered.into_iter().filter_map(|(node, state)| match state {
            State::Done(lowered) => Some((node, lowered)),
            State::Busy | State::Again => None,
        });
        let Self { schemas, defs, sides, modules, examples, .. } = self;
        Made { schemas, defs, uses: done.collect(), sides, modules, examples }
    }
}
