//! The error responses of an operation: as data, and as documentation.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::rt::{JSON, JSON_ERROR, STATUSES};
use super::rust_type::RustType;
use super::{Scope, docs as text};
use crate::ir::{Operation, Status, StatusClass, StatusResponse};

/// Returns the types of the bodies, each with its statuses, in the order in which the document names them.
fn bodies(scope: &Scope<'_>, operation: &Operation) -> Vec<(RustType, Vec<Status>)> {
    let mut bodies: Vec<(RustType, Vec<Status>)> = Vec::new();
    for response in &operation.responses.errors {
        let ty = body(scope, response);
        match bodies.iter_mut().find(|(known, _)| *known == ty) {
            Some((_, statuses)) => statuses.push(response.status),
            None => bodies.push((ty, vec![response.status])),
        }
    }
    for (_, statuses) in &mut bodies {
        statuses.sort();
    }
    bodies
}

/// A response without content may still have a body, for example from a gateway.
fn body(scope: &Scope<'_>, response: &StatusResponse) -> RustType {
    response.ty.as_ref().map_or_else(|| RustType::runtime(JSON), |ty| scope.ty(ty))
}

/// Generates the field of the operation's description.
pub(super) fn field(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let bodies = bodies(scope, operation);
    let responses = bodies.iter().map(|(ty, statuses)| {
        let statuses = statuses_tokens(statuses);
        quote!(#JSON_ERROR::<#ty>(#STATUSES[#statuses]))
    });
    let responses: Vec<_> = responses.collect();
    (!responses.is_empty()).then(|| quote!(errors: &[#(#responses),*],))
}

/// Generates statuses for the runtime's macro.
pub(super) fn statuses_tokens(statuses: &[Status]) -> TokenStream {
    let statuses = statuses.iter().map(|status| match status {
        Status::Code(code) => Literal::u16_unsuffixed(*code).to_token_stream(),
        Status::Range(StatusClass::Informational) => quote!(1xx),
        Status::Range(StatusClass::Successful) => quote!(2xx),
        Status::Range(StatusClass::Redirection) => quote!(3xx),
        Status::Range(StatusClass::ClientError) => quote!(4xx),
        Status::Range(StatusClass::ServerError) => quote!(5xx),
        Status::Default => quote!(default),
    });
    quote!(#(#statuses),*)
}

fn joined(statuses: &[Status]) -> String {
    statuses.iter().map(Status::to_string).collect::<Vec<_>>().join(", ")
}

/// Documents the errors of an operation: the type of each body, and the operation's own descriptions of statuses.
pub(super) fn docs(scope: &Scope<'_>, operation: &Operation) -> String {
    let bodies = bodies(scope, operation);
    let bodies: Vec<_> = bodies.iter().map(|(ty, statuses)| (text::linked_type(ty), joined(statuses))).collect();
    let (mut own, mut shared) = (Vec::new(), Vec::new());
    for response in &operation.responses.errors {
        match response.shared.and_then(|module| scope.described(module)) {
            Some(module) if shared.contains(&module) => {}
            Some(module) => shared.push(module),
            None => own.push(response),
        }
    }
    text::errors(&bodies, &own, &shared)
}
