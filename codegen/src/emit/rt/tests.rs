use std::collections::BTreeSet;

use super::{Item, Macro};

/// The names that a tree of imports adds to its module.
fn names(tree: &syn::UseTree, names: &mut BTreeSet<String>) {
    match tree {
        syn::UseTree::Path(path) => self::names(&path.tree, names),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self::names(tree, names)),
        syn::UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        syn::UseTree::Rename(rename) => drop(names.insert(rename.rename.to_string())),
        syn::UseTree::Glob(_) => panic!("what `rt` has is listed there"),
    }
}

/// The exports of the runtime's module `rt`.
fn exported() -> BTreeSet<String> {
    let file = syn::parse_file(include_str!("../../../runtime/src/rt.rs")).unwrap();
    let mut exported = BTreeSet::new();
    for item in &file.items {
        if let syn::Item::Use(item) = item {
            names(&item.tree, &mut exported);
        }
    }
    exported
}

/// Types in the signatures of other items of the module, and its revision.
const OTHERS: &[&str] = &["ErrorResponse", "Event", "REVISION", "Security"];

#[test]
fn the_runtime_has_what_generated_code_names_and_nothing_else() {
    let named: BTreeSet<_> = Item::ALL.iter().chain(Macro::ALL).chain(OTHERS).map(|name| (*name).to_owned()).collect();
    assert_eq!(named, exported());
}
