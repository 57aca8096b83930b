//! The named client: what it needs to know is in the documents.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{Comments, ident, rust};
use super::version::optional;
use super::{File, Output, Piece, docs as text, module};
use crate::ir::{Client, Credential, Module, Version};

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
    let shortcuts = api.versions.iter().flat_map(|version| {
        let modules = version.modules.iter().enumerate().filter(|(_, module)| output.is_at_hand(module));
        modules.filter_map(|(index, module)| shortcut(output, &comments, version, index, module)).collect::<Vec<_>>()
    });
    let shortcuts: Vec<_> = shortcuts.collect();
    let builder = constructor(&comments, &api.client, &api.client.credentials, &quote!(builder), &quote!(CLIENT));
    let others = api.client.alternatives.iter().map(|other| {
        let (name, constant) = (ident(&other.name), ident(&other.constant));
        constructor(&comments, &api.client, &other.credentials, &quote!(#name), &quote!(#constant))
    });
    let others: Vec<_> = others.collect();
    let env_docs = comments.docs(text::client_from_env(&api.client));
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
            #builder
            #(#others)*
            #from_env
            #(#accessors)*
            #(#shortcuts)*

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
    let variables = super::version::variables(&api.client.variables);
    // What several clients have in common stands there once.
    let variables = if api.client.alternatives.is_empty() || api.client.variables.is_empty() {
        variables
    } else {
        pieces.push(Piece::Item(quote!(const VARIABLES: &[rt::Variable] = #variables;)));
        quote!(VARIABLES)
    };
    pieces.push(Piece::Item(constant(&quote!(CLIENT), &variables, &api.client.credentials)));
    pieces.extend(api.client.alternatives.iter().map(|other| {
        let name = ident(&other.constant);
        Piece::Item(constant(&quote!(#name), &variables, &other.credentials))
    }));
    File {
        path: "client.rs".to_owned(),
        source: api.documents(),
        docs: "The client, with the servers and credentials that the documents name.".to_owned(),
        pieces,
        comments: comments.take(),
    }
}

/// A resource without the version before it.
fn shortcut(
    output: &Output<'_>,
    comments: &Comments,
    version: &Version,
    index: usize,
    module: &Module,
) -> Option<TokenStream> {
    let resource = module.resource.as_ref()?;
    let (name, handle, version) = (ident(&module.name), ident(&resource.name), ident(&version.name));
    let (docs, feature) = (comments.docs(text::accessor(module)), output.feature((0, index)));
    Some(quote! {
        #docs
        #feature
        #[inline]
        #[must_use]
        pub fn #name(&self) -> #version::#name::#handle<'_> { self.#version().#name() }
    })
}

/// What leaves a version out of a crate that is built without it.
fn feature(output: &Output<'_>, version: &Version) -> Option<TokenStream> {
    let name = version.name.plain();
    output.options.features.then(|| quote!(#[cfg(feature = #name)]))
}

/// A function that begins a client with these credentials.
fn constructor(
    comments: &Comments,
    client: &Client,
    credentials: &[Credential],
    name: &TokenStream,
    constant: &TokenStream,
) -> TokenStream {
    let docs = comments.docs(text::client_builder(client, credentials));
    let (mut arguments, mut calls) = (Vec::new(), Vec::new());
    for variable in client.variables.iter().filter(|variable| variable.default.is_none()) {
        let (argument, name) = (ident(&variable.argument), &variable.name);
        arguments.push(quote!(#argument: impl Into<String>));
        calls.push(quote!(.variable(#name, #argument)));
    }
    for credential in credentials {
        let (secret, scheme) = (ident(&credential.argument), &credential.scheme);
        if let Some(user) = &credential.user {
            let user = ident(user);
            arguments.push(quote!(#user: impl Into<String>));
            calls.push(quote!(.basic(#scheme, #user, #secret)));
        } else {
            calls.push(quote!(.credential(#scheme, #secret)));
        }
        arguments.push(quote!(#secret: impl Into<rt::Secret>));
    }
    quote! {
        #docs
        pub fn #name(#(#arguments),*) -> rt::ClientBuilder<Self> {
            rt::ClientBuilder::new(&#constant)#(#calls)*
        }
    }
}

fn constant(name: &TokenStream, variables: &TokenStream, credentials: &[Credential]) -> TokenStream {
    let credentials = credentials.iter().map(|credential| {
        let (scheme, name, env) = (&credential.scheme, &credential.name, optional(&credential.env));
        let place = rust(credential.place.variant());
        quote!(rt::Credential { scheme: #scheme, place: rt::SecretPlace::#place, name: #name, env: #env })
    });
    quote! {
        static #name: rt::ClientSpec = rt::ClientSpec {
            variables: #variables,
            credentials: &[#(#credentials),*],
        };
    }
}
