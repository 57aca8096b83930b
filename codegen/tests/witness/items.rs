//! The public items of generated files, with all that their signatures say, as `syn` reads them.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::{Fields, ImplItem, Item, Type, Visibility};

/// The public items by path: their kinds and types as tokens.
pub fn items(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (path, text) in files {
        let module = path.trim_end_matches(".rs").replace('/', "::");
        if path.starts_with("tests/") || module == "client" {
            continue;
        }
        of_module(&module, &syn::parse_file(text).unwrap().items, &mut found);
    }
    found
}

fn of_module(module: &str, items: &[Item], found: &mut BTreeMap<String, String>) {
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    let text = |tokens: &dyn ToTokens| tokens.to_token_stream().to_string();
    for item in items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let path = format!("{module}::{}", item.ident);
                if let Fields::Named(fields) = &item.fields {
                    for field in fields.named.iter().filter(|field| is_public(&field.vis)) {
                        found.insert(format!("{path}::{}", field.ident.as_ref().unwrap()), text(&field.ty));
                    }
                }
                found.insert(path, format!("struct{}", text(&item.generics)));
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let path = format!("{module}::{}", item.ident);
                for variant in &item.variants {
                    found.insert(format!("{path}::{}", variant.ident), text(&variant.fields));
                }
                found.insert(path, "enum".to_owned());
            }
            Item::Const(item) if is_public(&item.vis) => {
                drop(found.insert(format!("{module}::{}", item.ident), text(&item.ty)))
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let Type::Path(ty) = &*item.self_ty else { panic!("{module} implements something of no type") };
                let ty = &ty.path.segments.last().unwrap().ident;
                for method in &item.items {
                    if let ImplItem::Fn(method) = method
                        && is_public(&method.vis)
                    {
                        let inputs = method.sig.inputs.iter().map(|input| match input {
                            syn::FnArg::Receiver(receiver) => text(receiver),
                            // The name of an argument is nothing to a caller.
                            syn::FnArg::Typed(input) => text(&input.ty),
                        });
                        let inputs: Vec<_> = inputs.collect();
                        let signature = format!("{} {}", inputs.join(", "), text(&method.sig.output));
                        found.insert(format!("{module}::{ty}::{}()", method.sig.ident), signature);
                    }
                }
            }
            Item::Impl(item) => {
                let Type::Path(ty) = &*item.self_ty else { continue };
                let (implemented, _) = item.trait_.as_ref().unwrap();
                let output = item.items.iter().filter_map(|item| match item {
                    ImplItem::Type(output) => Some(text(&output.ty)),
                    _ => None,
                });
                let output: Vec<_> = output.collect();
                let name = &ty.path.segments.last().unwrap().ident;
                found.insert(format!("{module}::{name}: {}", text(implemented)), output.join(", "));
            }
            Item::Mod(inner) if is_public(&inner.vis) => {
                let content = inner.content.as_ref().map_or(&[][..], |(_, items)| items);
                of_module(&format!("{module}::{}", inner.ident), content, found);
            }
            _ => {}
        }
    }
}
