//! Which field of an answer is its list, and where a page tells how the list goes on.

use super::rt::{LISTING, PAGE};
use super::tokens::quoted;
use super::{Piece, Scope, Table, variants};
use crate::analyze::{Listing, Step};
use crate::ir::{Presence, Struct, TypeDef, TypeRef};

pub(super) fn emit(scope: &Scope<'_>, def: &TypeDef, object: &Struct, listing: &Listing) -> Vec<Piece> {
    let Some(field) = object.fields.get(listing.field) else { return Vec::new() };
    let TypeRef::List(item) = &field.ty else { return Vec::new() };
    let open = if field.presence == Presence::Required { "" } else { "?" };
    let row = format!("{}: {}{open} {} [{}]", def.name, field.name, quoted(&field.wire_name), scope.ty(item));
    let mut pieces = vec![Piece::Table(Table { name: LISTING, head: None, rows: vec![row] })];
    if let Some(rows) = &listing.page {
        let rows = rows.iter().map(|row| format!("{}({}),", variants::page_row(row.fact), path(&row.path))).collect();
        let head = Some(def.name.as_str().to_owned());
        pieces.push(Piece::Table(Table { name: PAGE, head, rows }));
    }
    pieces
}

/// `meta.pagination?.total`: a `?` follows what may have no value.
fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(step.field.as_str());
        if step.open {
            path.push('?');
        }
    }
    path
}
