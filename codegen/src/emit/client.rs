//! The named client: what it needs to know is in the documents.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{Comments, ident};
use super::{File, Output, Piece, docs as text, module};
use crate::ir::Version;

pub(super) fn file(output: &Output<'_>) -> File {
    let api = output.api;
    let comments = Comments::default();
    let mut pieces = Vec::new();
    pieces.extend(api.versions.iter().map(|version| {
        let (name, feature) = (ident(&version.name), feature(output, version));
        Piece::Item(quote!(#feature use super::#name;))
    }));
    pieces.extend(module::runtime(output));
    let accessors = api.versions.iter().map(|version| {
        let (name, handle, docs) =
            (ident(&version.name), ident(&version.handle), comments.docs(text::version(version)));
        let feature = feature(output, version);
        quote! {
            #docs
            #feature
            #[inline]
            #[must_use]
            pub fn #name(&self) -> #name::#handle<'_> { #name::#handle::new(&self.core) }
        }
    });
    let variables = api.client.variables.iter().map(|variable| {
        let name = ident(&variable.argument);
        quote!(#name: impl Into<String>)
    });
    let credentials = api.client.credentials.iter().map(|credential| {
        let name = ident(&credential.argument);
        quote!(#name: impl Into<rt::Secret>)
    });
    let arguments = variables.chain(credentials);
    let variables = api.client.variables.iter().map(|variable| {
        let (name, key) = (ident(&variable.argument), &variable.name);
        quote!(.variable(#key, #name))
    });
    let credentials = api.client.credentials.iter().map(|credential| {
        let (name, header) = (ident(&credential.argument), &credential.header);
        quote!(.credential(#header, #name))
    });
    let calls = variables.chain(credentials);
    let (builder_docs, env_docs) =
        (comments.docs(text::client_builder(&api.client)), comments.docs(text::client_from_env(&api.client)));
    pieces.push(Piece::Item(quote! {
        #[doc = " The client. Clones are cheap, and share connections and limits."]
        #[derive(Clone, Debug)]
        pub struct Client { core: rt::Core }
    }));
    // All that has to be known must be there.
    let variables = api.client.variables.iter().map(|variable| &variable.env);
    let mut names = variables.chain(api.client.credentials.iter().map(|credential| &credential.env)).peekable();
    let from_env = (names.peek().is_some() && names.all(Option::is_some)).then(|| {
        quote! {
            #env_docs
            pub fn from_env() -> Result<Self, rt::Error> { rt::ClientBuilder::from_env(&CLIENT)?.build() }
        }
    });
    pieces.push(Piece::Item(quote! {
        impl Client {
            #builder_docs
            pub fn builder(#(#arguments),*) -> rt::ClientBuilder<Self> {
                rt::ClientBuilder::new(&CLIENT)#(#calls)*
            }
            #from_env
            #(#accessors)*

            #[doc = " What is left of the rate limit as of now, over all clones of this client; none before an answer has told."]
            #[must_use]
            pub fn rate_limit(&self) -> Option<rt::RateLimit> { self.core.rate_limit() }
        }
    }));
    pieces.push(Piece::Item(quote! {
        impl rt::FromCore for Client {
            fn from_core(core: rt::Core) -> Self { Self { core } }
        }
    }));
    pieces.push(Piece::Item(constant(output)));
    File {
        path: "client.rs".to_owned(),
        source: api.documents(),
        docs: "The client, with the servers and credentials that the documents name.".to_owned(),
        pieces,
        comments: comments.take(),
    }
}

/// What leaves a version out of a crate that is built without it.
fn feature(output: &Output<'_>, version: &Version) -> Option<TokenStream> {
    let name = version.name.plain();
    output.options.features.then(|| quote!(#[cfg(feature = #name)]))
}

fn constant(output: &Output<'_>) -> TokenStream {
    let env = |env: &Option<String>| match env {
        Some(name) => quote!(Some(#name)),
        None => quote!(None),
    };
    let client = &output.api.client;
    let variables = client.variables.iter().map(|variable| {
        let (name, env) = (&variable.name, env(&variable.env));
        quote!(rt::Variable { name: #name, env: #env })
    });
    let credentials = client.credentials.iter().map(|credential| {
        let (header, prefix, env) = (&credential.header, &credential.prefix, env(&credential.env));
        quote!(rt::Credential { header: #header, prefix: #prefix, env: #env })
    });
    quote! {
        static CLIENT: rt::ClientSpec = rt::ClientSpec {
            variables: &[#(#variables),*],
            credentials: &[#(#credentials),*],
        };
    }
}
