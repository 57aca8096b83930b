//! What the functions are said to do that begin a client.

use super::{paragraphs, prose};
use crate::emit::markdown;
use crate::ir::{Client, Credential, Ident};

/// About a function that begins a client with these credentials.
pub(in crate::emit) fn client_builder(client: &Client, credentials: &[Credential]) -> String {
    let given = client.variables.iter().filter(|variable| variable.default.is_none());
    let mut arguments: Vec<_> = given.map(|variable| argument(&variable.argument, &variable.docs)).collect();
    for credential in credentials {
        arguments.extend(credential.user.iter().map(|user| argument(user, "Name of the user.")));
        arguments.push(argument(&credential.argument, &credential.docs));
    }
    let servers = client.servers.iter().map(|(path, url, docs)| item(&format!("`{path}`, `{url}`"), docs));
    let servers: Vec<_> = servers.collect();
    let defaults = client.variables.iter().filter_map(|variable| {
        let default = variable.default.as_ref()?;
        Some(item(&format!("`{}`, which is `{default}` unless set", variable.name), &variable.docs))
    });
    let arguments = list("# Arguments", &arguments);
    if credentials != client.credentials {
        let what = if credentials.is_empty() { "without credentials" } else { "with other credentials" };
        return paragraphs([
            format!("Begins a client {what}; all else is as for [`builder`](Self::builder)."),
            arguments,
        ]);
    }
    paragraphs([
        "Begins a client.".to_owned(),
        arguments,
        list(
            "# Servers\n\nThe first of a document is called unless [`server`](rt::ClientBuilder::server) chooses another of\n\
             these; [`base_url`](rt::ClientBuilder::base_url) names any other host:",
            &servers,
        ),
        list(
            "Variables of the servers' URLs, for [`server_variable`](rt::ClientBuilder::server_variable):",
            &defaults.collect::<Vec<_>>(),
        ),
    ])
}

fn argument(name: &Ident, docs: &str) -> String {
    item(&format!("`{}`", name.plain()), docs)
}

fn item(what: &str, docs: &str) -> String {
    let docs = markdown::first_paragraph(docs);
    prose(&if docs.is_empty() { format!("- {what}") } else { format!("- {what}: {docs}") })
}

fn list(head: &str, lines: &[String]) -> String {
    if lines.is_empty() { String::new() } else { format!("{head}\n\n{}", lines.join("\n")) }
}

pub(in crate::emit) fn client_from_env(client: &Client) -> String {
    let variables = client.variables.iter().filter_map(|variable| variable.env.as_ref());
    let names: Vec<_> = variables
        .chain(client.credentials.iter().filter_map(|credential| credential.env.as_ref()))
        .map(|name| format!("`{name}`"))
        .collect();
    paragraphs([
        prose(&format!("A client of the environment's variables {}.", names.join(" and "))),
        "# Errors\n\nA variable is not set, or its value cannot be used.".to_owned(),
    ])
}
