//! What holds for a whole version: servers, credentials, headers.

use super::{Context, fragment, operation, servers};
use crate::bundle::{Bundle, Fragment};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Client, Ident, PagePlace, Pagination, Problem, RateLimit, Version};
use crate::openapi::Kind;
use crate::source::NodeId;

/// `raw` is what the method for all else is called, `servers` the module of the servers where there is a choice.
pub(super) fn version(cx: &mut Context<'_>, bundle: &Bundle, raw: Ident, servers: Ident) -> Version {
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
        server: servers::first(cx, api).map_or_else(String::new, |server| text(server, "url")),
        servers_module: servers,
        servers: servers::choice(cx, api),
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
    let mut client = Client::default();
    servers::variables(cx, &mut client);
    client
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

pub(super) fn disagree(cx: &mut Context<'_>, node: NodeId, message: &str) {
    let problem = Diagnostic::new(Code::Disagreement, cx.sources.place(node), message);
    cx.report(problem.help("one client serves all versions: let them agree"));
}
