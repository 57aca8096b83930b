//! Servers: where calls go, what there is to choose, and who is asked for the variables of their URLs.

use std::collections::HashSet;

use super::naming::{Found, operations_of};
use super::{Context, settings};
use crate::bundle::Bundle;
use crate::ir::{Client, Ident, Limits, Location, Names, Parameter, Rare, Remarks, Server, TypeRef, Variable, Version};
use crate::source::{Entry, NodeId};

/// A longer description says more than a name does.
const LONGEST_NAME: usize = 40;

/// The server that counts, of a document, of a path or of an operation.
pub(super) fn first(cx: &Context<'_>, holder: NodeId) -> Option<NodeId> {
    cx.sources.items(cx.sources.get(holder, "servers")?).first().copied()
}

/// Where an operation goes, if it is not where all others go.
pub(super) fn own(cx: &Context<'_>, found: &Found<'_>) -> Option<String> {
    cx.sources.get_text(own_node(cx, found)?, "url").map(str::to_owned)
}

fn own_node(cx: &Context<'_>, found: &Found<'_>) -> Option<NodeId> {
    first(cx, found.node).or_else(|| first(cx, found.path_item))
}

/// All servers of a document, where it leaves a choice.
pub(super) fn choice(cx: &Context<'_>, api: NodeId) -> Vec<Server> {
    let servers = cx.sources.get(api, "servers").map_or(&[][..], |list| cx.sources.items(list));
    if servers.len() < 2 {
        return Vec::new();
    }
    let mut names = Names::default();
    let server = |node: &NodeId| {
        let url = cx.sources.get_text(*node, "url")?.to_owned();
        let docs = cx.description(*node);
        let name = names.free(name(cx.sources.get_text(*node, "name").unwrap_or_default(), &docs, &url));
        let variables = entries(cx, *node).iter().map(|entry| variable(cx, entry)).collect();
        Some(Server { name, url, docs, variables })
    };
    servers.iter().filter_map(server).collect()
}

/// What a server is called: by its name, by a short description such as `Sandbox server`, or by its URL.
fn name(own: &str, docs: &str, url: &str) -> Ident {
    let is_name = |text: &&str| !text.is_empty() && text.len() <= LONGEST_NAME && text.contains(char::is_alphanumeric);
    let address = || url.split_once("://").map_or(url, |(_, address)| address);
    let text = [own, docs.lines().next().unwrap_or_default()].into_iter().find(is_name).unwrap_or_else(address);
    let name = Ident::shouty(text);
    let short = name.plain().trim_start_matches("THE_").trim_end_matches("_SERVER");
    Ident::exact(short).unwrap_or(name)
}

/// The variables that a client is asked for: those of the documents' servers, and of operations' servers those that have
/// a value already.
pub(super) fn variables(cx: &mut Context<'_>, client: &mut Client) {
    let documents = cx.documents;
    for bundle in &documents.bundles {
        for entry in first(cx, bundle.api).map_or(&[][..], |server| entries(cx, server)) {
            add(cx, entry, client);
        }
    }
    let own = documents.bundles.iter().flat_map(|bundle| own_servers(cx, bundle));
    for server in own.collect::<Vec<_>>() {
        for entry in entries(cx, server) {
            let found = variable(cx, entry);
            if found.default.is_some() || found.env.is_some() {
                add(cx, entry, client);
            }
        }
    }
}

/// The servers of all documents that have a choice: the constant, the URL, and what is said about it.
pub(super) fn listed(versions: &[Version]) -> Vec<(String, String, String)> {
    let one = |version: &Version, server: &Server| {
        let path = format!("{}::{}::{}", version.name, version.servers_module, server.name);
        (path, server.url.clone(), server.docs.clone())
    };
    versions.iter().flat_map(|version| version.servers.iter().map(move |server| one(version, server))).collect()
}

/// The servers of a document's operations and paths.
fn own_servers(cx: &Context<'_>, bundle: &Bundle) -> Vec<NodeId> {
    let operations = bundle.fragments.iter().flat_map(|fragment| operations_of(cx.sources, fragment));
    operations.filter_map(|found| own_node(cx, &found)).collect()
}

/// The variables of an operation's own server that no document's server has: they are nobody else's concern. Those with a
/// default may be left out.
pub(super) fn asked_for(cx: &Context<'_>, found: &Found<'_>, names: &mut Names) -> Vec<Parameter> {
    let Some(server) = own_node(cx, found) else { return Vec::new() };
    let documents = cx.documents.bundles.iter().filter_map(|bundle| first(cx, bundle.api));
    let shared: HashSet<_> = documents.flat_map(|server| entries(cx, server)).map(|entry| entry.key.as_str()).collect();
    let own = entries(cx, server).iter().filter(|entry| !shared.contains(entry.key.as_str()));
    let parameter = |entry: &Entry| {
        let Variable { argument, name, env, default, values, docs } = variable(cx, entry);
        env.is_none().then(|| Parameter {
            name: names.free(argument),
            wire_name: name,
            location: Location::Server,
            ty: TypeRef::String,
            required: default.is_none(),
            narrows: false,
            split: None,
            docs,
            limits: Rare::<Limits>::default(),
            remarks: Remarks { default, values, pattern: None, example: None }.into(),
            deprecated: false,
            example: None,
        })
    };
    own.filter_map(parameter).collect()
}

fn entries<'a>(cx: &Context<'a>, server: NodeId) -> &'a [Entry] {
    cx.sources.get(server, "variables").map_or(&[], |variables| cx.sources.entries(variables))
}

fn variable(cx: &Context<'_>, entry: &Entry) -> Variable {
    let sources = cx.sources;
    let values = sources.get(entry.value, "enum");
    let default = sources.get_text(entry.value, "default");
    // Our own documents have placeholders and nothing else there.
    let is_value = |text: &&str| cx.documents.published && (values.is_some() || !is_placeholder(&entry.key, text));
    let values = values.map_or(&[][..], |list| sources.items(list)).iter();
    Variable {
        argument: Ident::snake(&entry.key),
        name: entry.key.to_string(),
        env: sources.get_text(entry.value, "x-env").map(str::to_owned),
        default: default.filter(is_value).map(str::to_owned),
        values: values.filter_map(|value| sources.text(*value)).map(str::to_owned).collect(),
        docs: cx.description(entry.value),
    }
}

fn add(cx: &mut Context<'_>, entry: &Entry, client: &mut Client) {
    let variable = variable(cx, entry);
    match client.variables.iter().find(|known| known.name == variable.name) {
        None => client.variables.push(variable),
        Some(known) if known.env == variable.env => {}
        Some(_) => {
            settings::disagree(cx, entry.value, "this server variable has another `x-env` in another version");
        }
    }
}

/// Whether a default only shows where a value goes: OpenAPI demands one where there is none.
fn is_placeholder(name: &str, default: &str) -> bool {
    let words = |text: &str| text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    let (name, default) = (words(name), words(default));
    default.is_empty() || default == name || default.starts_with("your") || default.contains("example")
}

#[cfg(test)]
mod tests {
    use super::{is_placeholder, name};

    #[test]
    fn defaults_that_only_show_where_a_value_goes() {
        for (name, default) in [
            ("store_hash", "store_hash"),
            ("store_hash", "{store-hash}"),
            ("host", ""),
            ("domain", "your_store.test"),
            ("host", "api.example.com"),
        ] {
            assert!(is_placeholder(name, default), "{name}: {default}");
        }
        for (name, default) in [("region", "eu"), ("version", "v1"), ("port", "8443"), ("environment", "www")] {
            assert!(!is_placeholder(name, default), "{name}: {default}");
        }
    }

    #[test]
    fn servers_are_called_by_what_tells_the_most() {
        for (own, docs, url, expected) in [
            ("eu-1", "Europe.", "https://eu.zoo.example", "EU_1"),
            ("", "Sandbox server", "https://sand.zoo.example", "SANDBOX"),
            ("", "The staging server", "https://s.zoo.example", "STAGING"),
            ("", "Server", "https://s.zoo.example", "SERVER"),
            ("", "", "https://{region}.zoo.example/v1", "REGION_ZOO_EXAMPLE_V1"),
            ("", "For trials only, as all of its animals are made up.", "http://localhost:81", "LOCALHOST_81"),
            ("", "", "/", "EMPTY"),
            ("", "2nd", "/v2", "N2ND"),
        ] {
            assert_eq!(name(own, docs, url).plain(), expected, "{own} {docs} {url}");
        }
    }
}
