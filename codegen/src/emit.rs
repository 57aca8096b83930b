//! Generates Rust from the IR, as pieces of files. All decisions are made before.

mod aliases;
mod arguments;
mod batches;
mod builders;
mod calls;
mod client;
mod constructors;
mod docs;
mod enums;
mod errors;
mod example;
mod example_layout;
mod example_tests;
mod example_values;
mod finds;
mod fixtures;
mod headers;
mod library;
mod limits;
mod listings;
mod markdown;
mod module;
mod operations;
mod outputs;
mod parameters;
mod rt;
mod rust_type;
mod sending;
mod structs;
mod tokens;
mod types;
mod unions;
mod variants;
mod version;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use proc_macro2::TokenStream;

use crate::analyze::Facts;
use crate::ir::{Api, Ident, Module, ModuleId, TypeDef, TypeId, Version};
use crate::options::{Features, Options, Output as Files};
use crate::source::{NodeId, Sources};

pub(crate) use rust_type::{Path, RustType};
pub(crate) use tokens::{COMMENT_MARK, commented, ident};
pub(crate) use types::written;

/// Receives finished pieces of a file, with the comments that their markers stand for.
pub(crate) type Body<'a> = &'a mut dyn FnMut(Vec<Piece>, Vec<String>);

/// A file before it is formatted, without the pieces that went into its body.
pub(crate) struct File {
    /// Relative to the output folder.
    pub(crate) path: String,
    /// The document that the file is generated from, for the header.
    pub(crate) source: String,
    pub(crate) docs: String,
    /// The pieces before the body.
    pub(crate) pieces: Vec<Piece>,
    /// Their doc comments, in the order of their markers.
    pub(crate) comments: Vec<String>,
}

/// A part of a file.
pub(crate) enum Piece {
    /// One item of Rust.
    Item(TokenStream),
    /// A table in one of the runtime's macros, with one row per line.
    Table(Table),
    /// One item of Rust, laid out as the formatter would.
    Text(String),
    /// The methods of a type: those to format, then those that are laid out as the formatter would.
    Impl { of: Ident, formatted: TokenStream, written: Vec<String> },
}

/// `rt::macro! { head { rows } }`, or `rt::macro! { rows }` without a head. Each row starts on a line of its own.
pub(crate) struct Table {
    pub(crate) name: rt::Macro,
    pub(crate) head: Option<String>,
    pub(crate) rows: Vec<String>,
}

/// The input of all emitters.
pub(crate) struct Output<'a> {
    api: &'a Api,
    facts: &'a Facts,
    sources: &'a Sources,
    options: &'a Options,
    /// The name of the crate in imports.
    krate: Ident,
    /// The path of each operation in Rust, such as `v3::customers::Customers::update`.
    operation_paths: HashMap<NodeId, String>,
}

/// A file to generate.
#[derive(Clone, Copy)]
pub(crate) enum Unit<'a> {
    Client,
    /// The root of a complete crate.
    Library,
    Version(usize, &'a Version),
    Module(usize, &'a Version, &'a Module),
}

impl<'a> Output<'a> {
    pub(crate) fn new(
        api: &'a Api,
        facts: &'a Facts,
        sources: &'a Sources,
        options: &'a Options,
        krate: Ident,
    ) -> Self {
        let mut operation_paths = HashMap::new();
        for version in &api.versions {
            for module in &version.modules {
                for (resource, operation) in module
                    .resource
                    .iter()
                    .flat_map(|resource| resource.operations.iter().map(move |operation| (resource, operation)))
                {
                    let path =
                        format!("{}::{}::{}::{}", version.name, module.name, resource.name, operation.names.method);
                    // Of an operation with variants, the first.
                    operation_paths.entry(operation.origin.node).or_insert(path);
                }
            }
        }
        Self { api, facts, sources, options, krate, operation_paths }
    }

    /// Returns all files, which are independent of each other.
    pub(crate) fn units(&self) -> Vec<Unit<'a>> {
        let versions = self.api.versions.iter().enumerate().flat_map(|(index, version)| {
            let modules = version.modules.iter().filter(|module| !module.is_empty());
            let modules = modules.map(move |module| Unit::Module(index, version, module));
            std::iter::once(Unit::Version(index, version)).chain(modules)
        });
        let library = (self.options.output == Files::Package).then_some(Unit::Library);
        std::iter::once(Unit::Client).chain(library).chain(versions).collect()
    }

    pub(crate) fn emit(&self, unit: Unit<'_>, body: Body<'_>) -> File {
        match unit {
            Unit::Client => client::file(self),
            Unit::Library => library::file(self),
            Unit::Version(index, version) => version::file(self, index, version),
            Unit::Module(index, version, module) => module::file(self, index, version, module, body),
        }
    }

    /// Returns the tests of the documents' examples, if there are any.
    pub(crate) fn example_tests(&self) -> Vec<File> {
        example_tests::files(self)
    }

    /// Returns functions that call the operations by name, for a program that uses the crate.
    pub(crate) fn calls(&self) -> Vec<File> {
        calls::files(self)
    }

    fn def(&self, id: TypeId) -> Option<&'a TypeDef> {
        self.api.types.get(id.0)
    }

    /// Returns the path of a named type in a crate.
    fn path_of(&self, krate: &Ident, id: TypeId) -> Option<rust_type::Path> {
        let def = self.def(id)?;
        let version = self.api.versions.get(def.module.version)?;
        let module = version.modules.get(def.module.fragment)?;
        let names = [krate, &version.name, &module.name, &def.name].map(Ident::clone);
        Some(rust_type::Path { up: 0, names: names.into() })
    }

    /// Returns the `cfg` attribute of a version.
    fn version_feature(&self, version: &Version) -> Option<TokenStream> {
        let name = version.name.plain();
        (self.options.features == Features::Versions).then(|| quote::quote!(#[cfg(feature = #name)]))
    }

    /// Returns the `cfg` attribute of a module.
    fn feature(&self, module: ModuleId) -> Option<TokenStream> {
        let name = self.facts.features.of(module).filter(|_| self.options.features == Features::Modules)?;
        Some(quote::quote!(#[cfg(feature = #name)]))
    }

    /// Returns whether the client itself has a method for a resource, as in a crate of one document if the name is
    /// free.
    fn is_at_hand(&self, module: &Module) -> bool {
        let [version] = self.api.versions.as_slice() else { return false };
        let name = module.name.plain();
        let taken = [
            "builder",
            client::WITHOUT,
            "builder_from_env",
            "from_env",
            "rate_limit",
            "clone",
            "from_core",
            version.name.plain(),
        ];
        self.options.output == Files::Package && !taken.contains(&name)
    }

    /// Returns the paths of operations in Rust.
    fn paths_of(&self, nodes: &[NodeId]) -> Vec<&str> {
        nodes.iter().filter_map(|node| self.operation_paths.get(node)).map(String::as_str).collect()
    }
}

/// The input of a module's emitters, and the other modules that they refer to.
struct Scope<'a> {
    output: &'a Output<'a>,
    /// The index of the version.
    version: usize,
    module: &'a Module,
    uses: RefCell<BTreeSet<Ident>>,
    comments: tokens::Comments,
}

impl Scope<'_> {
    /// Returns the attribute of a doc comment.
    fn docs(&self, text: impl Into<String>) -> TokenStream {
        self.comments.docs(text)
    }

    /// Returns the head of the table of a type.
    fn head(&self, name: &Ident) -> String {
        if self.output.options.show_texts { format!("{name} with Shown") } else { name.to_string() }
    }

    /// Returns the line of a doc comment.
    fn docs_line(&self, text: impl Into<String>) -> String {
        self.comments.line(text)
    }
}

/// The imports of an example: names by module path.
type Imports = BTreeMap<String, BTreeSet<String>>;
