//! Generated code without what every crate has alike: what can be called, what is sent, and which types there are.
//!
//! An outline has what a reader of a case looks for, in a tenth of the lines. That the code compiles, and does what it
//! should, is for `generated-cases` to say.

#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Expr, Fields, FnArg, Ident, ImplItem, Item, ItemImpl, ItemMacro, Visibility};

use self::text::{attributes, compact, docs, example};
use crate::cases::Files;

/// How the documentation of methods begins that every crate has.
const USUAL_METHODS: &[&str] =
    &["Calls an endpoint that has no method here.", "Returns what is left of the rate limit now"];

/// The traits that every client has, and every type that can be empty.
const USUAL_TRAITS: &[&str] = &["Default", "FromCore"];

/// The types and the documentation of fields and variants, by the name of the type and their own.
type Members = BTreeMap<String, BTreeMap<String, (String, String)>>;

/// The outline of generated files; the names alone of those that are no Rust.
pub fn outline(files: &Files) -> String {
    let mut text = String::new();
    for (path, code) in files {
        let source = code.lines().next().and_then(|first| first.split_once("` ")?.1.split_once(". Do not edit"));
        line(&mut text, 0, &format!("{path} {}", source.map_or("", |(source, _)| source)));
        if path.ends_with(".rs") {
            let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{path}: {error}"));
            line(&mut text, 1, &format!("//! {}", docs(&file.attrs)));
            items(&mut text, 1, &file.items);
        }
    }
    text
}

fn line(text: &mut String, depth: usize, content: &str) {
    writeln!(text, "{}{}", "  ".repeat(depth), content.trim_end()).unwrap();
}

fn with_docs(text: String, docs: &str) -> String {
    if docs.is_empty() { text } else { format!("{text} // {docs}") }
}

fn items(text: &mut String, depth: usize, items: &[Item]) {
    let members = members(items);
    // What a table says of a type is not said twice.
    let tables: Vec<_> = items.iter().filter_map(table).map(|(name, _)| name).collect();
    for item in items {
        match item {
            Item::Use(import) if matches!(import.vis, Visibility::Inherited) => {}
            Item::Mod(inner) => {
                let head = format!("{}mod {}", attributes(&inner.attrs), inner.ident);
                line(text, depth, &with_docs(head, &docs(&inner.attrs)));
                self::items(text, depth + 1, inner.content.as_ref().map_or(&[], |(_, items)| items));
            }
            Item::Struct(item) if !tables.contains(&item.ident.to_string()) => {
                let members = members.get(&item.ident.to_string()).filter(|members| !members.is_empty());
                if let Some(members) = members {
                    named(text, depth, &format!("struct {}", item.ident), &item.attrs, members);
                } else if let Fields::Unnamed(fields) = &item.fields {
                    let head = format!("struct {}{}", item.ident, compact(fields));
                    line(text, depth, &with_docs(head, &docs(&item.attrs)));
                }
            }
            Item::Enum(item) if !tables.contains(&item.ident.to_string()) => {
                let Some(members) = members.get(&item.ident.to_string()) else { continue };
                named(text, depth, &format!("enum {}", item.ident), &item.attrs, members);
            }
            Item::Struct(_) | Item::Enum(_) => {}
            Item::Impl(block) => methods(text, depth, block, &members, &tables),
            Item::Static(item) => constant(text, depth, &item.attrs, &item.ident, &item.ty, &item.expr),
            Item::Const(item) => constant(text, depth, &item.attrs, &item.ident, &item.ty, &item.expr),
            Item::Macro(call) => match table(item) {
                Some((name, rows)) => show_table(text, depth, call, &name, rows, items, &members),
                None => {
                    line(text, depth, &format!("{} {}", kind(call), compact(&call.mac.tokens).trim_end_matches(';')))
                }
            },
            other => line(text, depth, &compact(other)),
        }
    }
}

fn members(items: &[Item]) -> Members {
    let mut all = Members::new();
    for item in items {
        let (name, members) = match item {
            Item::Struct(item) => {
                let fields = item.fields.iter().filter(|field| !matches!(field.vis, Visibility::Inherited));
                let field = |field: &syn::Field| {
                    let name = field.ident.as_ref()?.to_string();
                    Some((name, (compact(&field.ty), docs(&field.attrs))))
                };
                (&item.ident, fields.filter_map(field).collect())
            }
            Item::Enum(item) => {
                let variants = item.variants.iter();
                let variant = |variant: &syn::Variant| {
                    (variant.ident.to_string(), (compact(&variant.fields), docs(&variant.attrs)))
                };
                (&item.ident, variants.map(variant).collect())
            }
            _ => continue,
        };
        all.insert(name.to_string(), members);
    }
    all
}

fn named(
    text: &mut String,
    depth: usize,
    head: &str,
    attributes: &[Attribute],
    members: &BTreeMap<String, (String, String)>,
) {
    line(text, depth, &with_docs(head.to_owned(), &docs(attributes)));
    for (name, (kind, docs)) in members {
        line(text, depth + 1, &with_docs(format!("{name} {kind}"), docs));
    }
}

/// A macro that holds the rows of a type.
fn table(item: &Item) -> Option<(String, TokenStream)> {
    let Item::Macro(call) = item else { return None };
    let tokens: Vec<_> = call.mac.tokens.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(name), .., TokenTree::Group(rows)] if rows.delimiter() == Delimiter::Brace => {
            Some((name.to_string(), rows.stream()))
        }
        _ => None,
    }
}

fn kind(call: &ItemMacro) -> String {
    call.mac.path.segments.last().map_or_else(String::new, |last| last.ident.to_string())
}

fn show_table(
    text: &mut String,
    depth: usize,
    call: &ItemMacro,
    name: &str,
    rows: TokenStream,
    items: &[Item],
    members: &Members,
) {
    let rows = split(rows);
    // What stands before the rows: the name, and rarely more.
    let head = call.mac.tokens.clone().into_iter().take_while(|token| !matches!(token, TokenTree::Group(_)));
    let (kind, head) = (kind(call), compact(head.collect::<TokenStream>()));
    // Most operations have no errors of their own.
    if rows.is_empty() && kind == "errors" && head == name {
        return;
    }
    let docs = items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == name => Some(docs(&item.attrs)),
        Item::Enum(item) if item.ident == name => Some(docs(&item.attrs)),
        _ => None,
    });
    line(text, depth, &with_docs(format!("{kind} {head}"), &docs.unwrap_or_default()));
    let empty = BTreeMap::new();
    let mut others = members.get(name).unwrap_or(&empty).clone();
    for row in rows {
        let names = row.clone().into_iter().filter_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident.to_string()),
            _ => None,
        });
        let (kind, docs) = names.into_iter().find_map(|name| others.remove(&name)).unwrap_or_default();
        // The rows of variants have the types themselves.
        let row = compact(row);
        let row = if kind.starts_with('(') { row } else { format!("{row} {kind}") };
        line(text, depth + 1, &with_docs(row.trim_end().to_owned(), &docs));
    }
    // Such as what stands for all other statuses.
    for (name, (kind, docs)) in others.into_iter().filter(|(_, (_, docs))| !docs.is_empty()) {
        line(text, depth + 1, &with_docs(format!("{name} {kind}"), &docs));
    }
}

/// The rows of a table, with `;` behind each or `,`.
fn split(rows: TokenStream) -> Vec<TokenStream> {
    let is = |token: &TokenTree, end: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == end);
    let tokens: Vec<_> = rows.into_iter().collect();
    let end = if tokens.iter().any(|token| is(token, ';')) { ';' } else { ',' };
    let rows = tokens.split(|token| is(token, end)).filter(|row| !row.is_empty());
    rows.map(|row| row.iter().cloned().collect()).collect()
}

fn methods(text: &mut String, depth: usize, block: &ItemImpl, members: &Members, tables: &[String]) {
    let name = match &*block.self_ty {
        syn::Type::Path(path) => path.path.segments.last().map_or_else(String::new, |last| last.ident.to_string()),
        other => compact(other),
    };
    if let Some((path, _)) = &block.trait_ {
        let path = compact(path);
        if !USUAL_TRAITS.contains(&path.as_str()) {
            line(text, depth, &format!("impl {path} for {name}"));
        }
        return;
    }
    let is_value = tables.contains(&name);
    let is_field =
        |function: &Ident| members.get(&name).is_some_and(|fields| fields.contains_key(&function.to_string()));
    let mut makes = String::new();
    for item in &block.items {
        let ImplItem::Fn(function) = item else { continue };
        let ident = &function.sig.ident;
        let docs = docs(&function.attrs);
        if !matches!(function.vis, Visibility::Public(_)) {
            continue;
        }
        if USUAL_METHODS.iter().any(|usual| docs.starts_with(usual)) {
            continue;
        }
        let inputs = function.sig.inputs.iter().filter_map(|input| match input {
            FnArg::Receiver(_) => None,
            FnArg::Typed(input) => Some(compact(input)),
        });
        let inputs = inputs.collect::<Vec<_>>().join(", ");
        // What makes a value of a type, and sets its fields, does no more.
        if is_value && (ident == "new" || is_field(ident)) {
            makes += &format!(".{ident}({inputs})");
            continue;
        }
        let output = compact(&function.sig.output);
        let output = if output == "-> Self" { String::new() } else { format!(" {output}") };
        line(text, depth, &format!("{}{name}.{ident}({inputs}){output}", attributes(&function.attrs)));
        if !docs.is_empty() {
            line(text, depth + 1, &format!("// {docs}"));
        }
        let example = example(&function.attrs);
        if !example.is_empty() {
            line(text, depth + 1, &format!("> {example}"));
        }
        let body: TokenStream = function.block.stmts.iter().map(ToTokens::to_token_stream).collect();
        let body = without_usual(&compact(body));
        let is_handle =
            body.ends_with("::new(self.core)") || body.ends_with("::new(&self.core)") || body.starts_with("self.");
        let is_usual = is_handle && inputs.is_empty();
        if !body.is_empty() && !is_usual {
            line(text, depth + 1, &body);
        }
    }
    if !makes.is_empty() {
        line(text, depth, &format!("{name}{makes}"));
    }
}

/// A body without what every method has.
fn without_usual(body: &str) -> String {
    let body = body.strip_suffix(";self").unwrap_or(body);
    let after_new = body.split_once("request: Request::new(self.core, &").and_then(|(_, rest)| rest.split_once(')'));
    let body = after_new.map_or(body, |(_, rest)| rest.trim_end_matches([' ', '}', ',']));
    body.trim_start_matches("self.request = ").trim_start_matches("self.request").to_owned()
}

fn constant(text: &mut String, depth: usize, attributes: &[Attribute], name: &Ident, kind: &syn::Type, value: &Expr) {
    let value = match value {
        // What the others are is the same everywhere.
        Expr::Struct(value) => {
            let fields = value.fields.iter().map(compact).collect::<Vec<_>>().join(", ");
            format!("{{ {fields} }}")
        }
        value => compact(value),
    };
    line(text, depth, &with_docs(format!("{name}: {} = {value}", compact(kind)), &docs(attributes)));
}
