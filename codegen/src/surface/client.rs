//! The elements of the client and its versions: servers, credentials, and what all operations have in common.

use super::builder::Builder;
use super::{Aspect, Subject};
use crate::ir::{Credential, CredentialLocation, PageFact, Problem, Variable, Version};

pub(super) fn add(builder: &mut Builder<'_>) {
    let api = builder.api;
    for variable in &api.client.variables {
        add_variable(builder, "Client", variable);
    }
    for credential in &api.client.credentials {
        add_credential(builder, credential);
    }
    for version in &api.versions {
        add_version(builder, version);
    }
}

fn add_variable(builder: &mut Builder<'_>, path: &str, variable: &Variable) {
    let mut aspects = builder.aspects();
    aspects
        .set(Aspect::Name, variable.argument.plain())
        .set(Aspect::Presence, if variable.default.is_none() { "required" } else { "optional" })
        .docs(&[&variable.docs])
        .maybe(Aspect::Environment, variable.env.as_ref())
        .maybe(Aspect::Default, variable.default.as_ref())
        .list(Aspect::Values, &variable.values);
    let element = aspects.element(Subject::Variable, path, &variable.name);
    builder.add(|| format!("{path} variable {}", variable.name), element, None);
}

fn add_credential(builder: &mut Builder<'_>, credential: &Credential) {
    let mut aspects = builder.aspects();
    let place = match credential.location {
        CredentialLocation::Header => format!("header {}", credential.name),
        CredentialLocation::Bearer => "bearer token".to_owned(),
        CredentialLocation::Basic => "user name and password".to_owned(),
        CredentialLocation::Query => format!("query {}", credential.name),
        CredentialLocation::Cookie => format!("cookie {}", credential.name),
    };
    let names = [credential.user.as_ref(), Some(&credential.argument)];
    aspects
        .list(Aspect::Name, names.into_iter().flatten().map(crate::ir::Ident::plain))
        // A single credential is an argument of the client's builder, and several have setters.
        .set(Aspect::Presence, if builder.api.client.credentials.len() > 1 { "optional" } else { "required" })
        .docs(&[&credential.docs])
        .set(Aspect::Location, place)
        .maybe(Aspect::Environment, credential.env.as_ref());
    let element = aspects.element(Subject::Credential, "Client", &credential.scheme);
    builder.add(
        || format!("{} credential {}", credential.version, credential.scheme),
        element,
        Some(credential.origin),
    );
}

fn add_version(builder: &mut Builder<'_>, version: &Version) {
    let mut aspects = builder.aspects();
    let security = builder.security(&version.security);
    let rate_limit = version.rate_limit.as_ref().map(|limit| {
        let names = [&limit.quota, &limit.left, &limit.reset_ms, &limit.window_ms];
        names.into_iter().chain(&limit.retry_after_s).cloned().collect::<Vec<_>>().join(", ")
    });
    let Problem { title, keys, detail, code } = &version.problem;
    aspects
        .set(Aspect::Name, version.handle.plain())
        .docs(&[&version.docs])
        .set(Aspect::Server, &version.server)
        .maybe(Aspect::Environment, version.base_url_env.as_ref())
        .set(Aspect::Security, security)
        .maybe(Aspect::RateLimit, rate_limit)
        .maybe(Aspect::Pagination, version.pagination.as_ref().map(pagination))
        .maybe(Aspect::MaxUrl, version.max_url)
        .list(Aspect::RequestId, version.request_id.iter().chain(&version.correlation_id))
        .list(Aspect::ProblemKeys, [title, keys, detail, code].into_iter().flatten());
    let path = version.name.as_str().to_owned();
    builder.add(|| format!("{path} version"), aspects.element(Subject::Version, &path, ""), None);
    for server in &version.servers {
        let mut aspects = builder.aspects();
        let place = format!("{path}::{}::{}", version.servers_module, server.name);
        aspects.set(Aspect::Name, server.name.plain()).docs(&[&server.docs]);
        let element = aspects.element(Subject::Server, &place, &server.url);
        builder.add(|| format!("{path} server {}", server.url), element, None);
        for variable in &server.variables {
            add_variable(builder, &place, variable);
        }
    }
}

fn pagination(pagination: &crate::ir::Pagination) -> String {
    let limit = Some(pagination.limit.clone());
    let named = [
        ("page", &pagination.page),
        ("skip", &pagination.skip),
        ("limit", &limit),
        ("after", &pagination.after),
        ("before", &pagination.before),
        ("items", &pagination.items),
    ];
    let named = named.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?)));
    let mut parts: Vec<_> = named.collect();
    parts.extend(pagination.largest.map(|largest| format!("largest={largest}")));
    parts.extend(pagination.fact_paths.iter().map(|place| {
        let fact = match place.fact {
            PageFact::CurrentPage => "current page",
            PageFact::TotalPages => "pages",
            PageFact::PerPage => "items of a page",
            PageFact::Total => "items",
            PageFact::Count => "items here",
            PageFact::EndCursor => "end cursor",
            PageFact::NextLink => "next link",
            PageFact::Cursors => "cursors",
        };
        format!("{fact}: {}", place.path.join("/"))
    }));
    parts.join(", ")
}
