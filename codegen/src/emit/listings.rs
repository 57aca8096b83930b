//! Implementations for pages: which field of a response is its list, and where a page states its position.

use proc_macro2::TokenStream;
use quote::quote;

use super::rt::{LISTING, NULLABLE, PAGE_INFO, PAGED};
use super::tokens::ident;
use super::{Piece, Scope};
use crate::analyze::{Listing, PageInfo, Row, Step};
use crate::ir::{PageFact, Presence, Struct, TypeDef, TypeRef};

/// Generates the implementation for an object that contains a list.
pub(super) fn listing(scope: &Scope<'_>, def: &TypeDef, object: &Struct, listing: &Listing) -> Option<Piece> {
    let field = object.fields.get(listing.field)?;
    let TypeRef::List(item) = &field.ty else { return None };
    let (name, field_name, key, item) = (ident(&def.name), ident(&field.name), &field.wire_name, scope.ty(item));
    let (items, items_mut) = match field.presence {
        Presence::Required => (quote!(&self.#field_name), quote!(&mut self.#field_name)),
        _ => {
            (quote!(self.#field_name.as_deref().unwrap_or_default()), quote!(self.#field_name.get_or_insert_default()))
        }
    };
    Some(Piece::Item(quote! {
        impl #LISTING for #name {
            type Item = #item;
            const KEY: Option<&'static str> = Some(#key);

            fn items(&self) -> &[#item] { #items }

            fn items_mut(&mut self) -> &mut Vec<#item> { #items_mut }
        }
    }))
}

/// Generates the implementation for an object with paging facts.
pub(super) fn page_info(def: &TypeDef, info: &PageInfo) -> Piece {
    let name = ident(&def.name);
    let (info, renumber) = match info {
        PageInfo::Rows(rows) => (info_of(rows), renumber(rows)),
        PageInfo::Part(prefix) => {
            let prefix: Vec<_> = prefix.iter().map(ident).collect();
            let info = quote!(#PAGED::info(&self #(.#prefix)*));
            let renumber = quote!(#PAGED::renumber(&mut self #(.#prefix)*, items););
            (Some(info), Some((quote!(items), renumber)))
        }
    };
    // The runtime has a default for an object without facts.
    let info = info.map(|info| quote!(fn info(&self) -> #PAGE_INFO<'_> { #info }));
    let renumber = renumber.map(|(items, body)| quote!(fn renumber(&mut self, #items: i64) { #body }));
    Piece::Item(quote!(impl #PAGED for #name { #info #renumber }))
}

/// Returns the facts of the page as an expression, if it has any.
fn info_of(rows: &[Row]) -> Option<TokenStream> {
    let facts = [
        (PageFact::CurrentPage, quote!(current_page)),
        (PageFact::TotalPages, quote!(total_pages)),
        (PageFact::PerPage, quote!(per_page)),
        (PageFact::EndCursor, quote!(end_cursor)),
        (PageFact::NextLink, quote!(next_link)),
    ];
    let fields = facts.iter().filter_map(|(fact, field)| {
        let values = rows.iter().filter(|row| row.fact == *fact).filter_map(|row| value(row.fact, &row.path));
        // If two paths have the same fact, the later one wins if it has a value.
        let value = values.reduce(|earlier, later| quote!(#later.or(#earlier)))?;
        Some(quote!(#field: #value))
    });
    let fields: Vec<_> = fields.collect();
    let others = (fields.len() < facts.len()).then(|| quote!(..#PAGE_INFO::default()));
    (!fields.is_empty()).then(|| quote!(#PAGE_INFO { #(#fields,)* #others }))
}

/// Returns the value at the end of a path, as an option.
fn value(fact: PageFact, path: &[Step]) -> Option<TokenStream> {
    let (last, before) = path.split_last()?;
    let (on_the_way, base) = reached(before, false);
    let field = ident(&last.field);
    let is_text = matches!(fact, PageFact::EndCursor | PageFact::NextLink);
    let value = match (last.presence, is_text) {
        (Presence::Required, false) => quote!(#base.#field),
        (Presence::Required, true) => quote!(#base.#field.as_str()),
        (Presence::Optional | Presence::Nullable, false) => quote!(#base.#field),
        (Presence::OptionalNullable, false) => quote!(#base.#field.value().copied()),
        (_, true) => quote!(#base.#field.as_deref()),
    };
    Some(match (on_the_way, last.presence) {
        (None, Presence::Required) => quote!(Some(#value)),
        (None, _) => value,
        (Some(option), Presence::Required) => quote!(#option.map(|it| #value)),
        (Some(option), _) => quote!(#option.and_then(|it| #value)),
    })
}

/// Returns how to reach an object from `self`: an option if the path may be missing, and the expression that continues
/// from there.
fn reached(path: &[Step], mutable: bool) -> (Option<TokenStream>, TokenStream) {
    path.iter().fold((None, quote!(self)), |(option, base), step| {
        let field = ident(&step.field);
        let base = quote!(#base.#field);
        let Some(inner) = opened(&base, step.presence, mutable) else { return (option, base) };
        let option = match option {
            None => inner,
            Some(option) => quote!(#option.and_then(|it| #inner)),
        };
        (Some(option), quote!(it))
    })
}

/// Converts a value that may be missing to an option of a reference.
fn opened(value: &TokenStream, presence: Presence, mutable: bool) -> Option<TokenStream> {
    match (presence, mutable) {
        (Presence::Required, _) => None,
        (Presence::Optional | Presence::Nullable, false) => Some(quote!(#value.as_ref())),
        (Presence::Optional | Presence::Nullable, true) => Some(quote!(#value.as_mut())),
        (Presence::OptionalNullable, false) => Some(quote!(#value.value())),
        (Presence::OptionalNullable, true) => Some(quote!(#value.value_mut())),
    }
}

/// Returns the statements that change the page numbers, if there are any, and the name of their argument.
fn renumber(rows: &[Row]) -> Option<(TokenStream, TokenStream)> {
    let cursors: Vec<_> = rows.iter().filter(|row| row.fact == PageFact::Cursors).collect();
    // Numbers that are removed together with the cursors need not be changed.
    let stays = |row: &&Row| !cursors.iter().any(|cursors| row.path.starts_with(&cursors.path));
    let mut groups: Vec<(&[Step], Vec<TokenStream>)> = Vec::new();
    let mut argument = quote!(_);
    for row in rows.iter().filter(stays) {
        let Some((last, before)) = row.path.split_last() else { continue };
        let number = match row.fact {
            PageFact::CurrentPage | PageFact::TotalPages => quote!(1),
            PageFact::PerPage | PageFact::Total | PageFact::Count => {
                argument = quote!(items);
                quote!(items)
            }
            PageFact::EndCursor | PageFact::NextLink | PageFact::Cursors => continue,
        };
        let (_, base) = reached(before, true);
        let field = ident(&last.field);
        let value = quote!(#base.#field);
        let statement = match opened(&value, last.presence, true) {
            None => quote!(#value = #number;),
            Some(option) => quote!(if let Some(number) = #option { *number = #number; }),
        };
        match groups.iter_mut().find(|(known, _)| *known == before) {
            Some((_, statements)) => statements.push(statement),
            None => groups.push((before, vec![statement])),
        }
    }
    let groups = groups.into_iter().map(|(path, statements)| match reached(path, true).0 {
        None => quote!(#(#statements)*),
        Some(option) => quote!(if let Some(it) = #option { #(#statements)* }),
    });
    let removed = cursors.iter().filter_map(|row| {
        let (last, before) = row.path.split_last()?;
        let ((_, base), field) = (reached(before, true), ident(&last.field));
        let nothing = match last.presence {
            Presence::OptionalNullable => quote!(#NULLABLE::Absent),
            _ => quote!(None),
        };
        Some(quote!(#base.#field = #nothing;))
    });
    let body = quote!(#(#groups)* #(#removed)*);
    (!body.is_empty()).then_some((argument, body))
}
