//! Servers: where calls are sent, which servers can be selected, and how the variables of their URLs are set.

use std::collections::HashSet;

use super::arguments::Arguments;
use super::input::Input;
use super::known;
use crate::bundle::{self, Bundle, DeclaredOperation, first_server, operations_of};
use crate::ir::{
    Annotations, Client, Ident, Limits, ListedServer, Names, ParamLocation, Parameter, Server, Sparse, TypeRef,
    Variable, Version,
};
use crate::ledger::{Key, Place, Role};
use crate::source::{Entry, NodeId};

/// A longer description is not a name.
const LONGEST_NAME: usize = 40;

/// The server of an operation, if it has its own.
pub(super) fn own(input: Input<'_>, found: &DeclaredOperation<'_>) -> Option<String> {
    input.sources.get_text(own_node(input, found)?, "url").map(str::to_owned)
}

fn own_node(input: Input<'_>, found: &DeclaredOperation<'_>) -> Option<NodeId> {
    bundle::server(input.sources, found.node, found.path_item)
}

/// All servers of a document, if it has several.
pub(super) fn choice(input: Input<'_>, api: NodeId) -> Vec<Server> {
    let servers = input.sources.get(api, "servers").map_or(&[][..], |list| input.sources.items(list));
    if servers.len() < 2 {
        return Vec::new();
    }
    let mut names = Names::default();
    let place = known::version(input, api);
    input.ledger.reserve(&mut names, input.report, Role::Server, Place::Text(&place));
    let server = |node: &NodeId| {
        let url = input.sources.get_text(*node, "url")?.to_owned();
        let docs = input.description(*node);
        let wanted = name(input.sources.get_text(*node, "name").unwrap_or_default(), &docs, &url);
        let key = Key { role: Role::Server, place: Place::Text(&place), detail: [&url, ""] };
        let name = input.ledger.settle(&mut names, key, wanted, Names::free).name;
        let variables = entries(input, *node).iter().map(|entry| variable(input, entry)).collect();
        Some(Server { name, url, docs, variables })
    };
    servers.iter().filter_map(server).collect()
}

/// The name of a server: its own, or from a short description such as `Sandbox server`, or from its URL.
fn name(own: &str, docs: &str, url: &str) -> Ident {
    let is_name = |text: &&str| !text.is_empty() && text.len() <= LONGEST_NAME && text.contains(char::is_alphanumeric);
    let address = || url.split_once("://").map_or(url, |(_, address)| address);
    let text = [own, docs.lines().next().unwrap_or_default()].into_iter().find(is_name).unwrap_or_else(address);
    let name = Ident::shouty(text);
    let short = name.plain().trim_start_matches("THE_").trim_end_matches("_SERVER");
    Ident::exact(short).unwrap_or(name)
}

/// The variables of the client: those of the documents' servers, and those of operations' servers that have a value.
pub(super) fn variables(input: Input<'_>, client: &mut Client) {
    let documents = input.documents;
    for bundle in &documents.bundles {
        for entry in first_server(input.sources, bundle.api).map_or(&[][..], |server| entries(input, server)) {
            add(input, entry, client);
        }
    }
    let own = documents.bundles.iter().flat_map(|bundle| own_servers(input, bundle));
    for server in own.collect::<Vec<_>>() {
        for entry in entries(input, server) {
            let found = variable(input, entry);
            if found.default.is_some() || found.env.is_some() {
                add(input, entry, client);
            }
        }
    }
}

/// The servers of all documents with several.
pub(super) fn listed(versions: &[Version]) -> Vec<ListedServer> {
    let one = |version: &Version, server: &Server| {
        let path = format!("{}::{}::{}", version.name, version.servers_module, server.name);
        ListedServer { path, url: server.url.clone(), docs: server.docs.clone() }
    };
    versions.iter().flat_map(|version| version.servers.iter().map(move |server| one(version, server))).collect()
}

/// The servers of a document's operations and paths.
fn own_servers(input: Input<'_>, bundle: &Bundle) -> Vec<NodeId> {
    let operations = bundle.fragments.iter().flat_map(|fragment| operations_of(input.sources, fragment));
    operations.filter_map(|found| own_node(input, &found)).collect()
}

/// The variables of an operation's own server that no document's server has: they are arguments of the operation. Those
/// with a default are optional.
pub(super) fn asked_for(
    input: Input<'_>,
    found: &DeclaredOperation<'_>,
    arguments: &mut Arguments<'_>,
) -> Vec<Parameter> {
    let Some(server) = own_node(input, found) else { return Vec::new() };
    let documents = input.documents.bundles.iter().filter_map(|bundle| first_server(input.sources, bundle.api));
    let shared: HashSet<_> =
        documents.flat_map(|server| entries(input, server)).map(|entry| entry.key.as_str()).collect();
    let own = entries(input, server).iter().filter(|entry| !shared.contains(entry.key.as_str()));
    let parameter = |entry: &Entry| {
        let Variable { name, env, default, values, docs, .. } = variable(input, entry);
        env.is_none().then(|| {
            let settled = arguments.name(input, "server", &name);
            Parameter {
                aliases: arguments.aliases(input, &settled, default.is_none()),
                name: settled.name,
                wire_name: name,
                location: ParamLocation::Server,
                ty: TypeRef::String,
                required: default.is_none(),
                narrows: false,
                split: None,
                docs,
                limits: Sparse::<Limits>::default(),
                annotations: Annotations { default, values, pattern: None, example: None }.into(),
                deprecated: false,
                example: None,
                origin: Some(entry.value),
            }
        })
    };
    own.filter_map(parameter).collect()
}

fn entries<'a>(input: Input<'a>, server: NodeId) -> &'a [Entry] {
    input.sources.get(server, "variables").map_or(&[], |variables| input.sources.entries(variables))
}

fn variable(input: Input<'_>, entry: &Entry) -> Variable {
    let sources = input.sources;
    let values = sources.get(entry.value, "enum");
    let default = sources.get_text(entry.value, "default");
    // Defaults in our own documents are only placeholders.
    let is_value =
        |text: &&str| input.policy.trusts_server_defaults && (values.is_some() || !is_placeholder(&entry.key, text));
    let values = values.map_or(&[][..], |list| sources.items(list)).iter();
    Variable {
        argument: Ident::snake(&entry.key),
        name: entry.key.to_string(),
        env: sources.get_text(entry.value, "x-env").map(str::to_owned),
        default: default.filter(is_value).map(str::to_owned),
        values: values.filter_map(|value| sources.text(*value)).map(str::to_owned).collect(),
        docs: input.description(entry.value),
    }
}

fn add(input: Input<'_>, entry: &Entry, client: &mut Client) {
    let variable = variable(input, entry);
    match client.variables.iter().find(|known| known.name == variable.name) {
        None => client.variables.push(variable),
        Some(known) if known.env == variable.env => {}
        Some(_) => {
            input.disagree(entry.value, "another version has a different `x-env` for this server variable");
        }
    }
}

/// Whether a default is only a placeholder, which OpenAPI requires even if there is no default.
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
