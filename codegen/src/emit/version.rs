//! A version: its modules, the handle that returns their resources, and their common settings.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::rt::{
    API, CLIENT_BUILDER, CORE, PAGINATION, PROBLEM_KEYS, RATE_LIMIT_HEADERS, RAW_OPERATIONS, RAW_REQUEST, REQWEST,
    SERVER, VARIABLE,
};
use super::tokens::{Comments, ident};
use super::{File, Output, Piece, client, docs as text, rt};
use crate::ir::{ModuleId, Pagination, Problem, RateLimit, Variable, Version};

pub(super) fn file(output: &Output<'_>, at: usize, version: &Version) -> File {
    let comments = Comments::default();
    let mut pieces = vec![Piece::Item(rt::import())];
    pieces.extend(version.modules.iter().enumerate().filter(|(_, module)| !module.is_empty()).map(
        |(index, module)| {
            let (name, feature) = (ident(&module.name), output.feature(ModuleId { version: at, fragment: index }));
            Piece::Item(quote!(#feature pub mod #name;))
        },
    ));
    let name = ident(&version.handle);
    let handle_docs = comments.docs(format!("The resources of {}, a method each.", version.name));
    let accessors = version.modules.iter().enumerate().filter_map(|(index, module)| {
        let resource = module.resource.as_ref()?;
        let (module_name, handle) = (ident(&module.name), ident(&resource.name));
        let (docs, feature) =
            (comments.docs(text::accessor(module)), output.feature(ModuleId { version: at, fragment: index }));
        Some(quote! {
            #docs
            #feature
            #[inline]
            pub fn #module_name(&self) -> #module_name::#handle<'a> { #module_name::#handle(self.0) }
        })
    });
    pieces.push(Piece::Item(quote! {
        #handle_docs
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'a>(pub(super) &'a #CORE);
    }));
    let raw = ident(&version.raw);
    let raw_docs = comments.docs(format!(
        "Calls an endpoint that has no method here. The path is relative to the server's URL, and is not\n\
         percent-encoded; see [`RawRequest`]({RAW_REQUEST}).",
    ));
    pieces.push(Piece::Item(quote! {
        impl<'a> #name<'a> {
            #(#accessors)*
            #raw_docs
            #[inline]
            pub fn #raw(&self, method: #REQWEST::Method, path: impl AsRef<str>) -> #RAW_REQUEST {
                #RAW_REQUEST::new(self.0, &RAW, &method, path.as_ref())
            }
        }
    }));
    pieces.extend(servers(version, &comments));
    pieces.push(Piece::Item(api(output, version)));
    let operation = format!("{}.{}", version.name.plain(), version.raw.plain());
    let raw_operations = match &version.raw_security {
        None => quote!(#RAW_OPERATIONS::new(&API, #operation)),
        Some(security) => {
            let security = client::security(&output.api.client, security, 1);
            quote!(#RAW_OPERATIONS::with_security(&API, #operation, #security))
        }
    };
    pieces.push(Piece::Item(quote! {
        static RAW: #RAW_OPERATIONS = #raw_operations;
    }));
    File {
        path: format!("{}.rs", version.name.plain()),
        source: version.source.clone(),
        docs: text::prose(&version.docs),
        pieces,
        comments: comments.take(),
    }
}

/// Generates the module with the servers of a document that has several.
fn servers(version: &Version, comments: &Comments) -> Option<Piece> {
    let (module, api) = (ident(&version.servers_module), version.name.plain());
    let servers = version.servers.iter().map(|server| {
        let (name, url, docs) = (ident(&server.name), &server.url, comments.docs(text::server(server)));
        let variables = variables(&server.variables);
        quote! {
            #docs
            pub const #name: #SERVER = #SERVER::new(#api, #url, #variables);
        }
    });
    let docs =
        comments.docs(format!("The servers of the document, for [`ClientBuilder::server`]({CLIENT_BUILDER}::server)."));
    (!version.servers.is_empty()).then(|| {
        Piece::Item(quote! {
            #docs
            pub mod #module {
                use super::rt;
                #(#servers)*
            }
        })
    })
}

/// Generates server variables for the runtime.
pub(super) fn variables(variables: &[Variable]) -> TokenStream {
    let variables = variables.iter().map(|variable| {
        let (name, env, default) = (&variable.name, optional(&variable.env), optional(&variable.default));
        quote!(#VARIABLE { name: #name, env: #env, default: #default })
    });
    quote!(&[#(#variables),*])
}

fn api(output: &Output<'_>, version: &Version) -> TokenStream {
    let (name, server) = (version.name.plain(), &version.server);
    let (request_id, correlation_id) = (optional(&version.request_id), optional(&version.correlation_id));
    let rate_limit = match &version.rate_limit {
        Some(RateLimit { quota, left, reset_ms, window_ms, retry_after_s }) => {
            let retry_after = optional(retry_after_s);
            quote! {
                Some(#RATE_LIMIT_HEADERS {
                    quota: #quota,
                    left: #left,
                    reset_ms: #reset_ms,
                    window_ms: #window_ms,
                    retry_after_s: #retry_after,
                })
            }
        }
        None => quote!(None),
    };
    let pagination = match &version.pagination {
        Some(Pagination { page, skip, limit, after, before, largest, .. }) => {
            let (page, skip, largest) = (optional(page), optional(skip), optional(largest));
            let (after, before) = (optional(after), optional(before));
            quote! {
                Some(#PAGINATION {
                    page: #page,
                    skip: #skip,
                    limit: #limit,
                    after: #after,
                    before: #before,
                    largest: #largest,
                })
            }
        }
        None => quote!(None),
    };
    let max_url = optional(&version.max_url);
    let security = client::security(&output.api.client, &version.security, 1);
    let Problem { title, keys, detail, code } = &version.problem;
    quote! {
        static API: #API = #API {
            name: #name,
            server: #server,
            request_id: #request_id,
            correlation_id: #correlation_id,
            rate_limit: #rate_limit,
            problem: #PROBLEM_KEYS {
                title: &[#(#title),*],
                keys: &[#(#keys),*],
                detail: &[#(#detail),*],
                code: &[#(#code),*],
            },
            pagination: #pagination,
            max_url: #max_url,
            security: #security,
        };
    }
}

/// Generates an `Option` as a constant.
pub(super) fn optional(value: &Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}
