//! The tests of a complete crate: each example of the documents is decoded, encoded, and compared with itself.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::fixtures::visible;
use super::rt::{EXAMPLES, JSON};
use super::rust_type::RustType;
use super::tokens::{ident, quoted, raw};
use super::types::written;
use super::{File, Output, Piece, Table, rt};
use crate::ir::{Example, Ident, Names, TypeId, Version};

/// The folder of the test program. Several programs would be linked one by one.
const FOLDER: &str = "examples";
const ROOT: &str = "main";

/// Returns the root, and a module for each version with examples, with a test for each of its modules.
pub(super) fn files(output: &Output<'_>) -> Vec<File> {
    let examples: Vec<_> = output.api.examples.iter().filter(|example| example.fits).collect();
    let locations = output.sources.pointers(&examples.iter().map(|example| example.node).collect());
    let mut names = Names::reserving(&[ROOT]);
    let versions = output.api.versions.iter().enumerate().filter_map(|(index, version)| {
        let of_version = examples.iter().filter(|example| example.module.version == index);
        let mut tables: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for example in of_version {
            let location = locations.get(&example.node).map_or("", String::as_str);
            tables.entry(example.module.fragment).or_default().push(row(output, example, location));
        }
        (!tables.is_empty()).then(|| (names.free(version.name.clone()), version, tables))
    });
    let versions: Vec<_> = versions.collect();
    let modules = versions.iter().map(|(name, ..)| {
        let name = ident(name);
        quote!(mod #name;)
    });
    let modules: TokenStream = modules.collect();
    if modules.is_empty() {
        return Vec::new();
    }
    let root = File {
        path: format!("{FOLDER}/{ROOT}.rs"),
        source: output.api.documents(),
        docs: "Every example of the documents is decoded, and encoded again: the same JSON has to come back."
            .to_owned(),
        pieces: vec![Piece::Item(modules)],
        comments: Vec::new(),
    };
    let of_version = versions.into_iter().map(|(name, version, tables)| file(&name, version, tables));
    std::iter::once(root).chain(of_version).collect()
}

fn file(name: &Ident, version: &Version, tables: BTreeMap<usize, Vec<String>>) -> File {
    let table = |(index, rows): (usize, Vec<String>)| {
        let name = version.modules.get(index).map(|module| module.name.as_str().to_owned());
        Piece::Table(Table { name: EXAMPLES, head: name, rows })
    };
    File {
        path: format!("{FOLDER}/{}.rs", name.plain()),
        source: version.source.clone(),
        docs: format!("The examples of {}.", version.source),
        pieces: [Piece::Item(rt::import())].into_iter().chain(tables.into_iter().map(table)).collect(),
        comments: Vec::new(),
    }
}

fn row(output: &Output<'_>, example: &Example, location: &str) -> String {
    let ty = written(&example.ty, &|id| path(output, id));
    let ty = if example.nullable { ty.option() } else { ty };
    format!("{} => {ty}, {};", quoted(location), raw(&visible(&output.sources.pretty_json(example.node))))
}

/// Returns the path of a named type in a test.
fn path(output: &Output<'_>, id: TypeId) -> RustType {
    output.path_of(&output.krate, id).map_or_else(|| RustType::runtime(JSON), RustType::Path)
}
