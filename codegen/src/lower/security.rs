//! Credentials: what a client is begun with.

use super::naming::operations_of;
use super::{Context, settings};
use crate::bundle::Bundle;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Alternative, Client, Credential, Ident, Names, SecretPlace};
use crate::source::NodeId;

/// More functions to begin a client with help nobody to choose.
const MOST_ALTERNATIVES: usize = 8;

/// The names of schemes that are needed together.
type Requirement<'a> = Vec<&'a str>;

/// The credentials of all versions together, and, of a single published document, what may stand in their place.
pub(super) fn lower(cx: &mut Context<'_>, client: &mut Client) {
    let documents = cx.documents;
    for bundle in &documents.bundles {
        let wanted = documents.published.then(|| primary(requirements(cx, bundle)));
        for credential in credentials(cx, bundle, wanted.as_deref()) {
            add(cx, &mut client.credentials, credential);
        }
    }
    name_arguments(client.variables.iter_mut().map(|variable| &mut variable.argument), &mut client.credentials);
    let [bundle] = documents.bundles.as_slice() else { return };
    if documents.published {
        client.alternatives = alternatives(cx, bundle, client);
    }
}

/// Each set of schemes that the document asks for anywhere, those that hold for all of it first.
fn requirements<'a>(cx: &Context<'a>, bundle: &Bundle) -> Vec<Requirement<'a>> {
    let sources = cx.sources;
    let operations = bundle.fragments.iter().flat_map(|fragment| operations_of(sources, fragment));
    let mut all: Vec<Requirement<'a>> = Vec::new();
    for node in std::iter::once(bundle.api).chain(operations.map(|found| found.node)) {
        for requirement in sources.get(node, "security").map_or(&[][..], |list| sources.items(list)) {
            let schemes: Vec<_> = sources.entries(*requirement).iter().map(|entry| entry.key.as_str()).collect();
            if !all.contains(&schemes) {
                all.push(schemes);
            }
        }
    }
    if all.is_empty() && !declares_none(cx, bundle.api) {
        // Schemes that nothing asks for are meant to be used all the same: any of them.
        all.extend(schemes(cx, bundle.api).into_iter().map(|(name, _)| vec![name]));
    }
    all
}

/// Whether the document says that nothing is asked for.
fn declares_none(cx: &Context<'_>, api: NodeId) -> bool {
    cx.sources.get(api, "security").is_some_and(|list| cx.sources.items(list).is_empty())
}

/// The first that asks for something.
fn primary(all: Vec<Requirement<'_>>) -> Requirement<'_> {
    all.into_iter().find(|requirement| !requirement.is_empty()).unwrap_or_default()
}

/// The security schemes of a version, by name.
fn schemes<'a>(cx: &Context<'a>, api: NodeId) -> Vec<(&'a str, NodeId)> {
    let schemes = cx.sources.get(api, "components").and_then(|node| cx.sources.get(node, "securitySchemes"));
    let entries = schemes.map_or(&[][..], |schemes| cx.sources.entries(schemes));
    entries.iter().map(|entry| (entry.key.as_str(), entry.value)).collect()
}

/// The credentials of some schemes; of all where none are named.
fn credentials(cx: &mut Context<'_>, bundle: &Bundle, wanted: Option<&[&str]>) -> Vec<Credential> {
    let mut credentials = Vec::new();
    for (name, node) in schemes(cx, bundle.api) {
        let Some(scheme) = cx.documents.resolve(node) else { continue };
        if wanted.is_none_or(|wanted| wanted.contains(&name)) {
            credentials.extend(credential(cx, name, scheme));
        }
    }
    credentials
}

fn credential(cx: &mut Context<'_>, key: &str, scheme: NodeId) -> Option<Credential> {
    let sources = cx.sources;
    let kind = sources.get_text(scheme, "type").unwrap_or_default();
    let detail = ["in", "scheme"].into_iter().find_map(|key| sources.get_text(scheme, key)).unwrap_or_default();
    let place = match (kind, detail.to_ascii_lowercase().as_str()) {
        ("apiKey", "header") => SecretPlace::Header,
        ("apiKey", "query") => SecretPlace::Query,
        ("apiKey", "cookie") => SecretPlace::Cookie,
        ("http", "bearer") | ("oauth2" | "openIdConnect", _) => SecretPlace::Bearer,
        ("http", "basic") => SecretPlace::Basic,
        _ => {
            unsendable(cx, scheme);
            return None;
        }
    };
    let own = sources.get_text(scheme, "name").unwrap_or_default();
    let name = if kind == "apiKey" { own } else { "Authorization" };
    let argument = cx.explicit_name(scheme).unwrap_or_else(|| Ident::snake(key));
    let (argument, user) = match place {
        SecretPlace::Basic => (Ident::snake("password"), Some(Ident::snake("username"))),
        _ => (argument, None),
    };
    Some(Credential {
        argument,
        user,
        scheme: key.to_owned(),
        place,
        name: name.to_owned(),
        env: sources.get_text(scheme, "x-env").map(str::to_owned),
        docs: cx.description(scheme),
        origin: scheme,
    })
}

fn unsendable(cx: &mut Context<'_>, scheme: NodeId) {
    let place = cx.sources.place(scheme);
    cx.report(match cx.documents.published {
        true => Diagnostic::new(Code::LeftOut, place, "the client does not send such credentials by itself")
            .help("send them with a `Layer`, or with the headers of `CallOptions`"),
        false => Diagnostic::new(Code::Unsupported, place, "such credentials cannot be sent")
            .help("describe an `apiKey`, or `http` with the scheme `basic` or `bearer`"),
    });
}

/// Takes a credential in, unless another one goes to the same place.
fn add(cx: &mut Context<'_>, all: &mut Vec<Credential>, credential: Credential) {
    let same = |known: &&Credential| known.name == credential.name && known.place == credential.place;
    match all.iter().find(same) {
        None => all.push(credential),
        Some(known) if known.env == credential.env => {}
        Some(_) => {
            settings::disagree(cx, credential.origin, "these credentials have another `x-env` in another version")
        }
    }
}

/// All of them are arguments of one function.
fn name_arguments<'a>(variables: impl Iterator<Item = &'a mut Ident>, credentials: &'a mut [Credential]) {
    let mut names = Names::default();
    let credentials =
        credentials.iter_mut().flat_map(|credential| credential.user.iter_mut().chain([&mut credential.argument]));
    for argument in variables.chain(credentials) {
        *argument = names.free(argument.clone());
    }
}

/// What a client may be begun with instead.
fn alternatives(cx: &mut Context<'_>, bundle: &Bundle, client: &Client) -> Vec<Alternative> {
    let requirements = requirements(cx, bundle);
    let mut names = Names::reserving(&["builder", "from_env", "rate_limit"]);
    let mut constants = Names::reserving(&["CLIENT"]);
    let mut all: Vec<Alternative> = Vec::new();
    for requirement in &requirements {
        let mut given = Vec::new();
        for credential in credentials(cx, bundle, Some(requirement)) {
            add(cx, &mut given, credential);
        }
        // What is asked for may be nothing that can be sent.
        let is_lost = given.is_empty() && !requirement.is_empty();
        let mut variables: Vec<_> = client.variables.iter().map(|variable| variable.argument.clone()).collect();
        name_arguments(variables.iter_mut(), &mut given);
        let is_known = given == client.credentials || all.iter().any(|known| known.credentials == given);
        if is_lost || is_known || all.len() == MOST_ALTERNATIVES {
            continue;
        }
        let suffix = match given.iter().map(|credential| credential.scheme.as_str()).collect::<Vec<_>>().as_slice() {
            [] => "without_credentials".to_owned(),
            schemes => format!("with_{}", schemes.join("_and_")),
        };
        let name = names.free(Ident::snake(&format!("builder_{suffix}")));
        let constant = constants.free(Ident::shouty(&format!("client_{suffix}")));
        all.push(Alternative { name, constant, credentials: given });
    }
    all
}
