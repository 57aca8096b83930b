//! From documents to the IR: what each node means in Rust, and what everything is called.

mod all_of;
mod body;
mod conversion;
mod enumeration;
mod example;
mod finds;
mod fragment;
mod headers;
mod implied;
mod media;
mod naming;
mod object;
mod operation;
mod parameter;
mod remarks;
mod response;
mod scalar;
mod schema;
mod security;
mod servers;
mod settings;
mod status;
mod union;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::bundle::Documents;
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::ir::{Api, Ident, Names, OperationKey, Shape, TypeDef, TypeId};
use crate::source::{NodeId, Sources, Value};

pub(crate) use example::Sample;

/// Lowers every fragment. The result is meaningful only if no error was reported.
///
/// What is said of examples that no test can read and write is a matter of its own.
pub(crate) fn lower(
    documents: &Documents<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    untested: &mut Vec<Diagnostic>,
) -> Api {
    let mut cx = Context::new(documents);
    let components = naming::components(&mut cx);
    let operations = naming::operations(&mut cx);
    for component in components {
        schema::lower(&mut cx, component, "");
    }
    let mut versions = fragment::versions(&mut cx, operations);
    let mut client = settings::client(&mut cx);
    client.servers = servers::listed(&versions);
    security::lower(&mut cx, &mut client, &mut versions);
    conversion::lower(&mut cx);
    let shown = example::collect(&mut cx);
    let misfits = example::check(&mut cx);
    example::leave_out(&mut versions, &misfits);
    let examples = example::of_types(&cx, shown, &misfits);
    diagnostics.append(&mut cx.diagnostics);
    untested.append(&mut cx.untested);
    Api { versions, types: cx.types, client, examples, left_out: cx.left_out }
}

/// What is wrong with values that lowering itself has no use for.
pub(crate) fn misfits(documents: &Documents<'_>, samples: &[Sample]) -> Vec<Diagnostic> {
    let mut cx = Context::new(documents);
    // A schema that cannot be read is reported by lowering.
    samples.iter().filter_map(|sample| example::misfit_of(&mut cx, sample)).collect()
}

/// What lowering knows and has found so far.
struct Context<'a> {
    documents: &'a Documents<'a>,
    sources: &'a Sources,
    diagnostics: Vec<Diagnostic>,
    /// Which module has the types of a file.
    modules: HashMap<FileId, (usize, usize)>,
    /// The names taken in each module.
    names: HashMap<(usize, usize), Names>,
    /// The names of components, decided before anything refers to them.
    component_names: HashMap<NodeId, Ident>,
    types: Vec<TypeDef>,
    /// Schemas as they were read; `None` for those that cannot be.
    schemas: HashMap<NodeId, Option<Rc<schema::Parts>>>,
    /// Those that are being read, with what they take in.
    reading: HashSet<NodeId>,
    /// Of which schemas without a `type` null is a value.
    nullable: HashMap<NodeId, bool>,
    /// What each schema node became.
    lowered: HashMap<NodeId, schema::State>,
    /// Shapes of inline types, so that equal ones become one type.
    inline: HashMap<((usize, usize), String), TypeId>,
    /// Schema and example pairs that have to fit.
    examples: Vec<(NodeId, NodeId)>,
    /// Those of them that are of a request.
    sent_examples: HashSet<(NodeId, NodeId)>,
    /// The pairs that are being compared.
    fitting: Vec<(NodeId, NodeId)>,
    /// Whether the value that is being compared is one of a request.
    is_sent: bool,
    /// The examples that cannot be read and written: told to who asks for tests of them.
    untested: Vec<Diagnostic>,
    /// Which versions nowhere ask for credentials.
    silent: HashMap<usize, bool>,
    /// The operations that are not generated, each with a warning.
    left_out: Vec<OperationKey>,
    /// Whether the operation that is being lowered has something that cannot be sent or read.
    is_left_out: bool,
}

impl<'a> Context<'a> {
    fn new(documents: &'a Documents<'a>) -> Self {
        Self {
            documents,
            sources: documents.sources,
            diagnostics: Vec::new(),
            modules: documents.modules(),
            names: HashMap::new(),
            component_names: HashMap::new(),
            types: Vec::new(),
            schemas: HashMap::new(),
            reading: HashSet::new(),
            nullable: HashMap::new(),
            lowered: HashMap::new(),
            inline: HashMap::new(),
            examples: Vec::new(),
            sent_examples: HashSet::new(),
            fitting: Vec::new(),
            is_sent: false,
            untested: Vec::new(),
            silent: HashMap::new(),
            left_out: Vec::new(),
            is_left_out: false,
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports what Rust cannot express.
    fn inexpressible(&mut self, id: NodeId, what: &str, help: &str) {
        let message = format!("{what}; it becomes raw JSON");
        self.report(Diagnostic::new(Code::Inexpressible, self.sources.place(id), message).help(help));
    }

    /// Reports what cannot be sent or read. A published document loses the operation, and the rest of it is used.
    fn unsupported(&mut self, id: NodeId, what: &str, help: &str) {
        let place = self.sources.place(id);
        self.report(match self.documents.published {
            true => Diagnostic::new(Code::LeftOut, place, format!("{what}: the operation is left out")),
            false => Diagnostic::new(Code::Unsupported, place, what).help(help),
        });
        self.is_left_out = true;
    }

    /// The module with the types of the document that a node stands in.
    fn module_of(&self, id: NodeId) -> (usize, usize) {
        self.modules.get(&id.file()).copied().unwrap_or_default()
    }

    fn names(&mut self, module: (usize, usize)) -> &mut Names {
        self.names.entry(module).or_default()
    }

    fn add_type(&mut self, name: Ident, docs: String, shape: Shape, origin: NodeId) -> TypeId {
        let id = TypeId(self.types.len());
        self.types.push(TypeDef { name, module: self.module_of(origin), docs, shape, origin });
        id
    }

    /// The property that is the list of an answer, where the version names one.
    fn items_key(&self, id: NodeId) -> Option<&'a str> {
        let bundle = self.documents.bundles.get(self.module_of(id).0)?;
        self.sources.get_text(self.sources.get(bundle.api, "x-pagination")?, "items")
    }

    /// The description of a node, trimmed.
    fn description(&self, id: NodeId) -> String {
        let text = self.remark(id, "description").and_then(|node| self.sources.text(node));
        text.unwrap_or_default().trim().to_owned()
    }

    /// What a schema says of itself, also as a branch of `allOf` that has no name.
    fn remark(&self, id: NodeId, key: &str) -> Option<NodeId> {
        let branches = self.sources.get(id, "allOf").map_or(&[][..], |list| self.sources.items(list));
        let mut all = std::iter::once(&id).chain(branches);
        all.find_map(|schema| self.sources.get(*schema, key))
    }

    fn is_remarked(&self, id: NodeId, key: &str) -> bool {
        self.remark(id, key).is_some_and(|node| self.sources.value(node) == Value::Bool(true))
    }

    /// What a schema says under a key, by itself or by what it takes in.
    fn said(&self, id: NodeId, key: &str) -> Option<NodeId> {
        self.documents.taken_in(id).flatten().find_map(|schema| self.sources.get(schema, key))
    }

    /// The name that `x-rust-name` gives to a type, if it does and may.
    fn explicit_type_name(&mut self, id: NodeId) -> Option<Ident> {
        let name = self.explicit_name(id)?;
        if name.is_type_name() {
            return Some(name);
        }
        let place = self.sources.key_place(id, "x-rust-name");
        let problem = Diagnostic::new(Code::BadName, place, format!("`{name}` is no name for a type"));
        self.report(problem.help("begin with a capital, write no `_`, and take no name of Rust's own"));
        None
    }

    /// The name that `x-rust-name` gives, if it does and may.
    fn explicit_name(&mut self, id: NodeId) -> Option<Ident> {
        self.name_under(id, naming::KEY)
    }

    /// The name that a key gives, if it does and may.
    fn name_under(&mut self, id: NodeId, key: &str) -> Option<Ident> {
        let text = self.sources.get_text(id, key)?;
        let name = Ident::exact(text);
        if name.is_none() {
            let place = self.sources.get(id, key).map_or(self.sources.place(id), |at| self.sources.place(at));
            let problem = Diagnostic::new(Code::BadName, place, format!("`{text}` is no Rust identifier"));
            self.report(problem.help("use letters, digits and `_`, and begin with a letter"));
        }
        name
    }
}

#[cfg(test)]
mod tests;
