//! Settings of a whole version: servers, credentials, headers.

use super::input::Input;
use super::{fragment, servers};
use crate::bundle::{Bundle, Fragment, first_server};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Client, Ident, PageFact, PageFactPath, Pagination, Problem, RateLimit, Version};
use crate::openapi::{DEVIATIONS, Kind};
use crate::source::NodeId;

/// `raw` is the name of the method for undescribed requests, `servers` that of the module with several servers.
pub(super) fn version(input: Input<'_>, bundle: &Bundle, raw: Ident, servers: Ident) -> Version {
    let (sources, api) = (input.sources, bundle.api);
    same_servers(input, bundle);
    only_of_the_version(input, bundle);
    let text = |node: NodeId, key: &str| sources.get_text(node, key).unwrap_or_default().to_owned();
    let texts = |node: NodeId, key: &str| {
        let items = sources.get(node, key).map_or(&[][..], |list| sources.items(list));
        items.iter().filter_map(|item| sources.text(*item)).map(str::to_owned).collect()
    };
    Version {
        name: Ident::snake(&bundle.name),
        handle: Ident::camel(&bundle.name),
        raw,
        docs: input.documents.info(api).to_owned(),
        source: fragment::path(input, api),
        server: first_server(sources, api).map_or_else(String::new, |server| text(server, "url")),
        base_url_env: base_url_env(input, api),
        servers_module: servers,
        servers: servers::choice(input, api),
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
            code: texts(node, "code"),
        }),
        pagination: sources.get(api, "x-pagination").map(|node| pagination(input, node)),
        max_url: input.count(api, "x-max-url").and_then(|bytes| bytes.try_into().ok()),
        security: Vec::new(),
        raw_security: None,
        modules: Vec::new(),
    }
}

/// The keys of `x-pagination` with paths of paging facts.
const FACT_PATHS: &[(&str, PageFact)] = &[
    ("current-page", PageFact::CurrentPage),
    ("total-pages", PageFact::TotalPages),
    ("per-page", PageFact::PerPage),
    ("cursor-per-page", PageFact::PerPage),
    ("total", PageFact::Total),
    ("count", PageFact::Count),
    ("end-cursor", PageFact::EndCursor),
    ("next-link", PageFact::NextLink),
    ("cursors", PageFact::Cursors),
];

fn pagination(input: Input<'_>, node: NodeId) -> Pagination {
    let sources = input.sources;
    let text = |key: &str| sources.get_text(node, key).map(str::to_owned);
    let location = |(key, fact): &(&'static str, PageFact)| {
        let path = sources.get_text(node, key)?;
        Some(PageFactPath { key, fact: *fact, path: path.split('.').map(str::to_owned).collect() })
    };
    Pagination {
        page: text("page"),
        skip: text("skip"),
        limit: text("limit").unwrap_or_default(),
        items: text("items"),
        after: text("after"),
        before: text("before"),
        largest: input.count(node, "largest").map(i64::from),
        fact_paths: FACT_PATHS.iter().filter_map(location).collect(),
        origin: node,
    }
}

/// The fragments other than the main document of the version.
fn apart(bundle: &Bundle) -> impl Iterator<Item = &Fragment> {
    bundle.fragments.iter().filter(|fragment| fragment.root != bundle.api)
}

/// Reports settings of a version in a fragment, where they have no effect.
fn only_of_the_version(input: Input<'_>, bundle: &Bundle) {
    let sources = input.sources;
    let names = || Kind::Document.keys().iter().map(|key| key.name);
    let extensions = || names().filter(|name| name.starts_with("x-") && *name != DEVIATIONS);
    for fragment in apart(bundle) {
        for key in extensions().filter(|key| sources.get(fragment.root, key).is_some()) {
            let message = format!("`{key}` applies to a whole version, and has no effect in a fragment");
            let problem = Diagnostic::new(Code::BadExtension, sources.key_location(fragment.root, key), message);
            input.report.add(problem.help("move it to api.yaml"));
        }
    }
}

/// The server variables of all versions together.
pub(super) fn client(input: Input<'_>) -> Client {
    let mut client = Client::default();
    servers::variables(input, &mut client);
    for bundle in &input.documents.bundles {
        let Some(name) = base_url_env(input, bundle.api) else { continue };
        if client.base_url_env.get_or_insert_with(|| name.clone()) != &name {
            input.disagree(bundle.api, "another version has a different `x-base-url-env`");
        }
    }
    client
}

fn base_url_env(input: Input<'_>, api: NodeId) -> Option<String> {
    input.sources.get_text(api, "x-base-url-env").map(str::to_owned)
}

/// Checks that all fragments have the same servers: each is a complete document, and repeats them.
fn same_servers(input: Input<'_>, bundle: &Bundle) {
    let sources = input.sources;
    let Some(ours) = sources.get(bundle.api, "servers") else {
        // The default in OpenAPI is `/`, relative to a URL that is set on the client's builder.
        if !input.policy.requires_servers {
            return;
        }
        let problem = Diagnostic::new(Code::MissingKey, sources.location(bundle.api), "a version requires `servers`");
        return input.report.add(problem.help("add `servers:` with one `url`"));
    };
    for fragment in apart(bundle) {
        match sources.get(fragment.root, "servers") {
            Some(theirs) if sources.to_json(theirs) == sources.to_json(ours) => {}
            theirs => {
                let location = sources.location(theirs.unwrap_or(fragment.root));
                let problem =
                    Diagnostic::new(Code::Disagreement, location, "the servers differ from those of the version");
                let problem = problem.also(sources.location(ours), "the servers of the version");
                input.report.add(problem.help("repeat the `servers` of api.yaml exactly"));
            }
        }
    }
}
