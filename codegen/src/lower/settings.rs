//! What holds for a whole version: servers, credentials, headers.

use super::naming::{Found, operations_of};
use super::{Context, fragment, operation};
use crate::bundle::{Bundle, Fragment};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Client, Ident, PagePlace, Pagination, Problem, RateLimit, Variable, Version};
use crate::openapi::Kind;
use crate::source::NodeId;

/// `raw` is what the method for all else is called.
pub(super) fn version(cx: &mut Context<'_>, bundle: &Bundle, raw: Ident) -> Version {
    let (sources, api) = (cx.sources, bundle.api);
    same_servers(cx, bundle);
    only_of_the_version(cx, bundle);
    let text = |node: NodeId, key: &str| sources.get_text(node, key).unwrap_or_default().to_owned();
    let texts = |node: NodeId, key: &str| {
        let items = sources.get(node, key).map_or(&[][..], |list| sources.items(list));
        items.iter().filter_map(|item| sources.text(*item)).map(str::to_owned).collect()
    };
    Version {
        name: Ident::snake(&bundle.name),
        handle: Ident::camel(&bundle.name),
        raw,
        docs: fragment::info(cx, api),
        source: fragment::path(cx, api),
        server: server(cx, api).map_or_else(String::new, |server| text(server, "url")),
        request_id: sources.get_text(api, "x-request-id").map(str::to_owned),
        correlation_id: sources.get_text(api, "x-correlation-id").map(str::to_owned),
        rate_limit: sources.get(api, "x-rate-limit").map(|node| RateLimit {
            quota: text(node, "quota"),
            left: text(node, "left"),
            reset_ms: text(node, "reset-ms"),
            window_ms: text(node, "window-ms"),
            retry_after_s: sources.get_text(node, "retry-after-s").map(str::to_owned),
        }),
        problem: sources.get(api, "x-problem").map_or_else(Problem::default, |node| Problem {
            title: texts(node, "title"),
            keys: texts(node, "keys"),
            detail: texts(node, "detail"),
        }),
        pagination: sources.get(api, "x-pagination").map(|node| pagination(cx, node)),
        max_url: operation::count(cx, api, "x-max-url").and_then(|bytes| bytes.try_into().ok()),
        security: Vec::new(),
        raw_security: None,
        modules: Vec::new(),
    }
}

/// Where pages tell their place: the key of `x-pagination`, and the row of the runtime's table.
const PLACES: &[(&str, &str)] = &[
    ("current-page", "current_page"),
    ("total-pages", "total_pages"),
    ("per-page", "per_page"),
    ("cursor-per-page", "per_page"),
    ("total", "total"),
    ("count", "count"),
    ("end-cursor", "end_cursor"),
    ("next-link", "next_link"),
    ("cursors", "cursors"),
];

fn pagination(cx: &mut Context<'_>, node: NodeId) -> Pagination {
    let sources = cx.sources;
    let text = |key: &str| sources.get_text(node, key).map(str::to_owned);
    let place = |(key, row): &(&'static str, &'static str)| {
        let path = sources.get_text(node, key)?;
        Some(PagePlace { key, row, path: path.split('.').map(str::to_owned).collect() })
    };
    Pagination {
        page: text("page").unwrap_or_default(),
        limit: text("limit").unwrap_or_default(),
        items: text("items"),
        after: text("after"),
        before: text("before"),
        largest: operation::count(cx, node, "largest").map(i64::from),
        places: PLACES.iter().filter_map(place).collect(),
        origin: node,
    }
}

/// The fragments that are documents of their own, beside the one of the version.
fn apart(bundle: &Bundle) -> impl Iterator<Item = &Fragment> {
    bundle.fragments.iter().filter(|fragment| fragment.root != bundle.api)
}

/// What holds for a version says nothing in a fragment.
fn only_of_the_version(cx: &mut Context<'_>, bundle: &Bundle) {
    let sources = cx.sources;
    let extensions = || Kind::Document.keys().iter().map(|key| key.name).filter(|name| name.starts_with("x-"));
    for fragment in apart(bundle) {
        for key in extensions().filter(|key| sources.get(fragment.root, key).is_some()) {
            let message = format!("`{key}` holds for a whole version, and does nothing in a fragment");
            let problem = Diagnostic::new(Code::BadExtension, sources.key_place(fragment.root, key), message);
            cx.report(problem.help("write it in api.yaml"));
        }
    }
}

/// The server variables of all versions together.
pub(super) fn client(cx: &mut Context<'_>) -> Client {
    let documents = cx.documents;
    let mut client = Client::default();
    for bundle in &documents.bundles {
        for server in all_servers(cx, bundle) {
            variables(cx, server, &mut client);
        }
        client.servers.extend(choice(cx, bundle.api));
    }
    client
}

/// The server that counts, of a document, of a path or of an operation.
fn server(cx: &Context<'_>, holder: NodeId) -> Option<NodeId> {
    cx.sources.items(cx.sources.get(holder, "servers")?).first().copied()
}

/// Each fragment is a document by itself, and so repeats the servers.
fn same_servers(cx: &mut Context<'_>, bundle: &Bundle) {
    let sources = cx.sources;
    let Some(ours) = sources.get(bundle.api, "servers") else {
        // OpenAPI has a default, `/`: who builds a client says what that is relative to.
        if cx.documents.published {
            return;
        }
        let problem = Diagnostic::new(Code::MissingKey, sources.place(bundle.api), "a version needs `servers`");
        return cx.report(problem.help("add `servers:` with one `url`"));
    };
    for fragment in apart(bundle) {
        match sources.get(fragment.root, "servers") {
            Some(theirs) if sources.to_json(theirs) == sources.to_json(ours) => {}
            theirs => {
                let place = sources.place(theirs.unwrap_or(fragment.root));
                let problem = Diagnostic::new(Code::Disagreement, place, "the servers are not those of the version");
                let problem = problem.also(sources.place(ours), "they are these");
                cx.report(problem.help("repeat the `servers` of api.yaml word for word"));
            }
        }
    }
}

/// Where an operation goes, if it is not where all others go.
pub(super) fn own_server(cx: &Context<'_>, found: &Found<'_>) -> Option<String> {
    cx.sources.get_text(server_of(cx, found)?, "url").map(str::to_owned)
}

fn server_of(cx: &Context<'_>, found: &Found<'_>) -> Option<NodeId> {
    server(cx, found.node).or_else(|| server(cx, found.path_item))
}

/// All servers of a document, where it leaves a choice.
fn choice(cx: &Context<'_>, api: NodeId) -> Vec<(String, String)> {
    let servers = cx.sources.get(api, "servers").map_or(&[][..], |list| cx.sources.items(list));
    let url = |node: NodeId| Some((cx.sources.get_text(node, "url")?.to_owned(), cx.description(node)));
    if servers.len() > 1 { servers.iter().filter_map(|node| url(*node)).collect() } else { Vec::new() }
}

fn variables(cx: &mut Context<'_>, server: NodeId, client: &mut Client) {
    let sources = cx.sources;
    let Some(variables) = sources.get(server, "variables") else { return };
    for entry in sources.entries(variables) {
        let env = sources.get_text(entry.value, "x-env").map(str::to_owned);
        let default = sources.get_text(entry.value, "default");
        let is_free = sources.get(entry.value, "enum").is_none();
        // Our own documents have placeholders and nothing else there.
        let default = default.filter(|text| cx.documents.published && !(is_free && is_placeholder(&entry.key, text)));
        let variable = Variable {
            argument: Ident::snake(&entry.key),
            name: entry.key.to_string(),
            env,
            default: default.map(str::to_owned),
            docs: cx.description(entry.value),
        };
        match client.variables.iter().find(|known| known.name == variable.name) {
            None => client.variables.push(variable),
            Some(known) if known.env == variable.env => {}
            Some(_) => disagree(cx, entry.value, "this server variable has another `x-env` in another version"),
        }
    }
}

/// Whether a default only shows where a value goes: OpenAPI demands one where there is none.
fn is_placeholder(name: &str, default: &str) -> bool {
    let words = |text: &str| text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    let (name, default) = (words(name), words(default));
    default.is_empty() || default == name || default.starts_with("your") || default.contains("example")
}

/// The servers of the version, of its paths and of its operations.
fn all_servers(cx: &Context<'_>, bundle: &Bundle) -> Vec<NodeId> {
    let operations = bundle.fragments.iter().flat_map(|fragment| operations_of(cx.sources, fragment));
    let own = operations.filter_map(|found| server_of(cx, &found));
    server(cx, bundle.api).into_iter().chain(own).collect()
}

pub(super) fn disagree(cx: &mut Context<'_>, node: NodeId, message: &str) {
    let problem = Diagnostic::new(Code::Disagreement, cx.sources.place(node), message);
    cx.report(problem.help("one client serves all versions: let them agree"));
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

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
}
