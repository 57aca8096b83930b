//! The client, its builder, and its description for the runtime.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rt::{
    CLIENT_BUILDER, CLIENT_BUILDER_OF, CLIENT_SPEC, CORE, CREDENTIAL, CREDENTIAL_LOCATION, ERROR, FROM_CORE,
    RATE_LIMIT, REQUIRES, SECRET,
};
use super::rust_type::Path;
use super::tokens::{Comments, ident, setter_convention};
use super::version::{optional, variables};
use super::{File, Output, Piece, Table, docs as text, rt, variants};
use crate::RUNTIME_REVISION;
use crate::ir::{Client, Credential, Ident, Module, ModuleId, Security, Version};

pub(super) fn file(output: &Output<'_>) -> File {
    let api = output.api;
    let comments = Comments::default();
    let mut pieces = Vec::new();
    pieces.extend(api.versions.iter().map(|version| {
        let (name, feature) = (ident(&version.name), output.version_feature(version));
        Piece::Item(quote!(#feature use super::#name;))
    }));
    pieces.push(Piece::Item(rt::import()));
    let revision = Literal::u32_unsuffixed(RUNTIME_REVISION);
    pieces.push(Piece::Item(quote!(#REQUIRES(#revision);)));
    let accessors = api.versions.iter().map(|version| {
        let (name, handle, docs) =
            (ident(&version.name), ident(&version.handle), comments.docs(text::version(version)));
        let feature = output.version_feature(version);
        quote! {
            #docs
            #feature
            #[inline]
            #[must_use]
            pub fn #name(&self) -> #name::#handle<'_> { #name::#handle(&self.core) }
        }
    });
    let shortcuts = api.versions.iter().flat_map(|version| {
        let modules = version.modules.iter().enumerate().filter(|(_, module)| output.is_at_hand(module));
        modules.filter_map(|(index, module)| shortcut(output, &comments, version, index, module)).collect::<Vec<_>>()
    });
    let shortcuts: Vec<_> = shortcuts.collect();
    let builder = constructor(&comments, &api.client);
    pieces.push(Piece::Item(quote! {
        #[doc = " A client. Clones are cheap, and share connections and limits."]
        #[derive(Clone, Debug)]
        pub struct Client { core: #CORE }
    }));
    let from_env = comes_from_env(&api.client).then(|| from_env(&comments, &api.client));
    pieces.push(Piece::Item(quote! {
        impl Client {
            #builder
            #from_env
            #(#accessors)*
            #(#shortcuts)*

            #[doc = " Returns what is left of the rate limit now, for all clones of this client; `None` before a response has told."]
            #[must_use]
            pub fn rate_limit(&self) -> Option<#RATE_LIMIT> { self.core.rate_limit() }
        }
    }));
    pieces.push(Piece::Item(quote! {
        impl #FROM_CORE for Client {
            fn from_core(core: #CORE) -> Self { Self { core } }
        }
    }));
    if has_setters(&api.client) {
        pieces.extend(client_builder(&comments, &api.client));
    }
    pieces.push(Piece::Item(spec(&api.client)));
    pieces.extend(api.client.credentials.iter().map(|credential| Piece::Item(description(credential))));
    File {
        path: "client.rs".to_owned(),
        source: api.documents(),
        docs: "The client, with the servers and credentials that the documents name.".to_owned(),
        pieces,
        comments: comments.take(),
    }
}

/// Generates a method of the client that returns a resource directly, without the handle of its version.
fn shortcut(
    output: &Output<'_>,
    comments: &Comments,
    version: &Version,
    index: usize,
    module: &Module,
) -> Option<TokenStream> {
    let resource = module.resource.as_ref()?;
    let feature = output.feature(ModuleId { version: 0, fragment: index });
    let feature = feature.or_else(|| output.version_feature(version));
    let (name, handle, version) = (ident(&module.name), ident(&resource.name), ident(&version.name));
    let docs = comments.docs(text::accessor(module));
    Some(quote! {
        #docs
        #feature
        #[inline]
        #[must_use]
        pub fn #name(&self) -> #version::#name::#handle<'_> { self.#version().#name() }
    })
}

/// The function that returns a builder without credentials.
pub(super) const WITHOUT: &str = "builder_without_credentials";

/// Returns whether credentials have setters. A single one is an argument.
pub(super) fn has_setters(client: &Client) -> bool {
    client.credentials.len() > 1
}

/// Generates the functions that return the client's builder.
fn constructor(comments: &Comments, client: &Client) -> TokenStream {
    let begin = |docs: String, name: &Ident, credentials: &[Credential]| {
        let (docs, name) = (comments.docs(docs), ident(name));
        let (mut arguments, mut calls) = (Vec::new(), Vec::new());
        for variable in client.variables.iter().filter(|variable| variable.default.is_none()) {
            let (argument, name) = (ident(&variable.argument), &variable.name);
            arguments.push(quote!(#argument: impl Into<String>));
            calls.push(quote!(.variable(#name, #argument)));
        }
        for credential in credentials {
            let (taken, call) = given(credential, &credential.argument);
            arguments.extend(taken);
            calls.push(call);
        }
        let (ty, value) = match has_setters(client) {
            true => (quote!(ClientBuilder), quote!(ClientBuilder(#CLIENT_BUILDER::new(&CLIENT)#(#calls)*))),
            false => (quote!(#CLIENT_BUILDER<Self>), quote!(#CLIENT_BUILDER::new(&CLIENT)#(#calls)*)),
        };
        quote! {
            #docs
            pub fn #name(#(#arguments),*) -> #ty { #value }
        }
    };
    if has_setters(client) {
        return begin(text::client_builder(client), &Ident::snake("builder"), &[]);
    }
    let builder = begin(text::client_builder(client), &Ident::snake("builder"), &client.credentials);
    let is_free = !client.credentials.is_empty() && client.needs.iter().any(Vec::is_empty);
    let without = is_free.then(|| begin(text::client_without_credentials(client), &Ident::snake(WITHOUT), &[]));
    quote!(#builder #without)
}

/// Generates the functions that read the environment.
fn from_env(comments: &Comments, client: &Client) -> TokenStream {
    let docs = comments.docs(text::client_from_env(client));
    let builder_docs = comments.docs(text::client_builder_from_env(client));
    let builder = match &client.base_url_env {
        Some(name) => quote!(#CLIENT_BUILDER::from_env(&CLIENT)?.base_url_from_env(#name)),
        None => quote!(#CLIENT_BUILDER::from_env(&CLIENT)),
    };
    let (ty, builder) = match has_setters(client) {
        true => (quote!(ClientBuilder), quote!(#builder.map(ClientBuilder))),
        false => (quote!(#CLIENT_BUILDER<Self>), builder),
    };
    quote! {
        #docs
        pub fn from_env() -> Result<Self, #ERROR> { Self::builder_from_env()?.build() }

        #builder_docs
        pub fn builder_from_env() -> Result<#ty, #ERROR> { #builder }
    }
}

/// Returns the arguments of a credential, and the call that passes them on.
fn given(credential: &Credential, secret: &Ident) -> (Vec<TokenStream>, TokenStream) {
    let (constant, secret) = (ident(&credential.constant), ident(secret));
    match &credential.user {
        Some(user) => {
            let user = ident(user);
            let arguments = vec![quote!(#user: impl Into<String>), quote!(#secret: impl Into<#SECRET>)];
            (arguments, quote!(.basic(&#constant, #user, #secret)))
        }
        None => (vec![quote!(#secret: impl Into<#SECRET>)], quote!(.credential(&#constant, #secret))),
    }
}

/// Generates a builder with a setter for each credential.
fn client_builder(comments: &Comments, client: &Client) -> Vec<Piece> {
    let password = Ident::snake("password");
    let setters = client.credentials.iter().map(|credential| {
        let docs = comments.docs(text::credential(credential));
        let name = ident(&credential.argument);
        let argument = if credential.user.is_some() { &password } else { &credential.argument };
        let (arguments, call) = given(credential, argument);
        let convention = setter_convention(&credential.argument);
        quote! {
            #docs
            #convention
            pub fn #name(self, #(#arguments),*) -> Self { Self(self.0 #call) }
        }
    });
    let docs = comments.docs(text::builder_of_credentials());
    let builder = quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder(#CLIENT_BUILDER<Client>);
    };
    let rows = vec!["ClientBuilder for Client;".to_owned()];
    vec![
        Piece::Item(builder),
        Piece::Item(quote!(impl ClientBuilder { #(#setters)* })),
        Piece::Table(Table { name: CLIENT_BUILDER_OF, head: None, rows }),
    ]
}

/// Returns whether everything that the client requires can come from environment variables.
fn comes_from_env(client: &Client) -> bool {
    let has_env = |index: &usize| client.credentials.get(*index).is_some_and(|credential| credential.env.is_some());
    let mut variables = client.variables.iter().map(|variable| variable.env.is_some());
    let is_any = variables.clone().chain((0..client.credentials.len()).map(|index| has_env(&index))).any(|has| has);
    let is_enough = client.credentials.is_empty() || client.needs.iter().any(|set| set.iter().all(has_env));
    is_any && variables.all(|has| has) && is_enough
}

/// Generates the description of the client.
fn spec(client: &Client) -> TokenStream {
    let variables = variables(&client.variables);
    let credentials = client.credentials.iter().map(|credential| ident(&credential.constant));
    let needs = if client.credentials.is_empty() { quote!(&[]) } else { security(client, &client.needs, 0) };
    quote! {
        static CLIENT: #CLIENT_SPEC = #CLIENT_SPEC {
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            variables: #variables,
            credentials: &[#(&#credentials),*],
            needs: #needs,
        };
    }
}

fn description(credential: &Credential) -> TokenStream {
    let constant = ident(&credential.constant);
    let (scheme, name, env) = (&credential.scheme, &credential.name, optional(&credential.env));
    let location = variants::credential_location(credential.location);
    quote! {
        pub(super) static #constant: #CREDENTIAL = #CREDENTIAL {
            scheme: #scheme,
            location: #CREDENTIAL_LOCATION::#location,
            name: #name,
            env: #env,
        };
    }
}

/// Generates sets of credentials as a constant, for a module `up` levels below the parent of the client; 0 is the
/// client's own module.
pub(super) fn security(client: &Client, security: &Security, up: usize) -> TokenStream {
    let sets = security.iter().map(|set| {
        let paths = set.iter().filter_map(|index| client.credentials.get(*index)).map(|one| {
            let module = (up > 0).then(|| Ident::snake("client"));
            Path { up, names: module.into_iter().chain([one.constant.clone()]).collect() }
        });
        quote!(&[#(&#paths),*])
    });
    quote!(&[#(#sets),*])
}
