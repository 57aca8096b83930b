//! The digest, against the public items of the files beside it, which `syn` reads; and against additions to the spec.

use std::collections::BTreeSet;
use std::fs;

use codegen::{Generated, Options, generate};
use syn::{Fields, ImplItem, Item, Type, Visibility};

use crate::spec::{Copy, spec};

fn digest(folder: &std::path::Path) -> Generated {
    generate(&[folder.to_owned()], &Options::modules("zoo", "spec"))
}

/// The lines behind the header.
fn lines(digest: &str) -> BTreeSet<&str> {
    digest.lines().skip(2).collect()
}

/// The public items of a module, as paths from the root of the crate.
fn items(module: &str, items: &[Item], found: &mut BTreeSet<String>) {
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    for item in items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let path = format!("{module}::{}", item.ident);
                if let Fields::Named(fields) = &item.fields {
                    let names = fields.named.iter().filter(|field| is_public(&field.vis));
                    found.extend(names.filter_map(|field| Some(format!("{path}::{}", field.ident.as_ref()?))));
                }
                found.insert(path);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let path = format!("{module}::{}", item.ident);
                found.extend(item.variants.iter().map(|variant| format!("{path}::{}", variant.ident)));
                found.insert(path);
            }
            Item::Const(item) if is_public(&item.vis) => drop(found.insert(format!("{module}::{}", item.ident))),
            Item::Impl(item) if item.trait_.is_none() => {
                let Type::Path(ty) = &*item.self_ty else { panic!("{module} implements something of no type") };
                let ty = &ty.path.segments.last().unwrap().ident;
                for method in &item.items {
                    if let ImplItem::Fn(method) = method
                        && is_public(&method.vis)
                    {
                        found.insert(format!("{module}::{ty}::{}", method.sig.ident));
                    }
                }
            }
            Item::Mod(inner) if is_public(&inner.vis) => {
                let content = inner.content.as_ref().map_or(&[][..], |(_, items)| items);
                self::items(&format!("{module}::{}", inner.ident), content, found);
            }
            _ => {}
        }
    }
}

/// The public items that lines of a digest tell of.
fn told(digest: &str) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    for line in lines(digest) {
        let (declaration, about) = line.split_once(" # ").unwrap();
        let path = declaration.split(['(', ' ']).next().unwrap().trim_end_matches(':').to_owned();
        let module = path.rsplit_once("::").map_or("", |(module, _)| module);
        let has = |fact: &str| about.contains(&format!("; {fact}"));
        // A method that sends a request returns a builder, whose methods follow from the operation.
        let returned = declaration.split(" -> ").nth(1);
        if let Some(builder) = returned.filter(|_| about.starts_with("operation") || about.starts_with("lookup")) {
            let always = ["with", "wait"].map(|name| format!("{builder}::{name}"));
            told.extend(always.into_iter().chain([builder.to_owned()]));
            if has("pages: ") {
                told.extend(["pages", "stream"].map(|name| format!("{builder}::{name}")));
            }
            if has("needs one of: ") {
                told.insert(format!("{builder}::all"));
            }
            let setters = about.split("; setters: ").nth(1).map_or("", |rest| rest.split([';', '@']).next().unwrap());
            let names = setters.split(", ").filter_map(|setter| setter.split_once('(')).map(|(name, _)| name);
            told.extend(names.map(|name| format!("{builder}::{name}")));
        }
        if declaration.ends_with(": enum") || declaration.ends_with(": union") {
            told.insert(format!("{path}::Unknown"));
        }
        if about.starts_with("type") && has("new: ") {
            told.insert(format!("{path}::new"));
            let taken = about.split("; new: ").nth(1).unwrap().split([';', '@']).next().unwrap();
            if let Some((required, fields)) = taken.split_once(" { ") {
                let required = format!("{module}::{required}");
                let fields = fields.trim_end_matches(" } ").trim_end_matches(" }").split(", ");
                told.extend(fields.map(|field| format!("{required}::{field}")));
                told.insert(required);
            }
        }
        told.insert(path);
    }
    told
}

#[test]
fn the_digest_tells_of_every_public_item_and_of_no_other() {
    let generated = digest(&spec());
    let (digest, tree) = (generated.digest.unwrap(), generated.tree.unwrap());
    let mut found = BTreeSet::new();
    for (path, text) in &tree.files {
        let parts: Vec<_> = path.trim_end_matches(".rs").split('/').collect();
        // Handles of versions and the client are told of by what can be reached through them.
        if parts.len() == 2 {
            items(&parts.join("::"), &syn::parse_file(text).unwrap().items, &mut found);
        }
    }
    let told = told(&digest);
    let untold: Vec<_> = found.difference(&told).collect();
    assert!(untold.is_empty(), "the digest does not tell of {untold:#?}");
    let is_item = |path: &&String| path.matches("::").count() >= 2 && !path.contains("::fixtures::");
    let missing: Vec<_> = told.difference(&found).filter(is_item).collect();
    assert!(missing.is_empty(), "the digest tells of {missing:#?}, which are not there");
    assert!(found.len() > 1_000, "{} items", found.len());
}

/// Nothing that is added renames, moves or reorders what was there.
#[test]
fn additions_leave_every_line_in_place() {
    let before = digest(&spec()).digest.unwrap();
    for (fragment, below, at, added) in [
        // A property before all others, of a type that is sent.
        (
            "v3/segments.yaml",
            "    SegmentCreate:",
            "properties:",
            "\n        badge: {type: string, description: A sign.}",
        ),
        // A schema before all others.
        (
            "v3/segments.yaml",
            "components:",
            "  schemas:",
            "\n    Badge: {type: object, description: A sign., properties: {label: {type: string, description: It.}}}",
        ),
        // A value before all others.
        ("v3/metafields.yaml", "    PermissionSet:", "enum: [", "none, "),
        // A declared error before all others.
        (
            "v3/segments.yaml",
            "operationId: GetPaginatedSegmentsList",
            "responses:",
            "\n        '409': {$ref: 'common.yaml#/components/responses/NotFound'}",
        ),
    ] {
        let copy = Copy::new();
        let path = copy.path(fragment);
        let text = fs::read_to_string(&path).unwrap();
        let begin = text.find(below).unwrap_or_else(|| panic!("{fragment} has no {below:?}"));
        let end = begin + text[begin..].find(at).unwrap_or_else(|| panic!("no {at:?}")) + at.len();
        fs::write(&path, format!("{}{added}{}", &text[..end], &text[end..])).unwrap();
        let after = digest(copy.folder());
        let after = after.digest.unwrap_or_else(|| panic!("{added} is refused: {:#?}", after.diagnostics));
        let gone: Vec<_> = lines(&before).difference(&lines(&after)).copied().collect();
        assert!(gone.is_empty(), "{added} changes {gone:#?}");
        assert!(lines(&after).len() > lines(&before).len(), "{added}");
    }
}
