//! What the functions are said to do that begin a client.

use super::{paragraphs, prose};
use crate::emit::markdown;
use crate::ir::{Client, Credential, Ident, SecretPlace};

/// About the function that begins a client.
pub(in crate::emit) fn client_builder(client: &Client) -> String {
    let mut arguments = variables(client);
    let has_setters = client.credentials.len() > 1;
    let builder = if has_setters { "ClientBuilder" } else { "rt::ClientBuilder" };
    let credentials: Vec<_> = client.credentials.iter().map(|one| argument(&one.argument, &one.docs)).collect();
    if let [only] = client.credentials.as_slice() {
        arguments.extend(only.user.iter().map(|user| argument(user, "Name of the user.")));
        arguments.extend(credentials.iter().cloned());
    }
    let setters = if has_setters { &credentials[..] } else { &[] };
    let servers =
        client.servers.iter().map(|server| item(&format!("`{}`, `{}`", server.path, server.url), &server.docs));
    let servers: Vec<_> = servers.collect();
    let defaults = client.variables.iter().filter_map(|variable| {
        let default = variable.default.as_ref()?;
        Some(item(&format!("`{}`, which is `{default}` unless set", variable.name), &variable.docs))
    });
    paragraphs([
        "Begins a client.".to_owned(),
        list("# Arguments", &arguments),
        list(
            "# Credentials\n\nEach has a setter. A call sends those that its operation asks for, and no others:",
            setters,
        ),
        list(
            &format!(
                "# Servers\n\nThe first of a document is called unless [`server`]({builder}::server) chooses another of\n\
                 these; [`base_url`]({builder}::base_url) names any other host:"
            ),
            &servers,
        ),
        list(
            &format!("Variables of the servers' URLs, for [`server_variable`]({builder}::server_variable):"),
            &defaults.collect::<Vec<_>>(),
        ),
    ])
}

/// About the function that begins a client which has no credentials.
pub(in crate::emit) fn client_without_credentials(client: &Client) -> String {
    paragraphs([
        "Begins a client without credentials, for the operations that need none; all else is as for\n\
         [`builder`](Self::builder)."
            .to_owned(),
        list("# Arguments", &variables(client)),
    ])
}

/// About the builder that has setters for credentials.
pub(in crate::emit) fn builder_of_credentials() -> String {
    paragraphs([
        "Builds a client: see [`Client::builder`].".to_owned(),
        prose(
            "A call sends the credentials that its operation asks for, and no others. Where there is a choice, the \
             first that is complete counts; a call whose credentials are not set fails before it is sent.",
        ),
    ])
}

/// About the setter of a credential.
pub(in crate::emit) fn credential(credential: &Credential) -> String {
    let name = &credential.name;
    let place = match credential.place {
        SecretPlace::Header => format!("the header `{name}`"),
        SecretPlace::Bearer => format!("the header `{name}`, behind `Bearer`"),
        SecretPlace::Basic => format!("the header `{name}`, as `Basic`"),
        SecretPlace::Query => format!("the query parameter `{name}`"),
        SecretPlace::Cookie => format!("the cookie `{name}`"),
    };
    let head = format!("Sets the credential `{}`, which is sent in {place}.", credential.scheme);
    paragraphs([prose(&head), prose(&credential.docs)])
}

/// The arguments for variables of the servers' URLs.
fn variables(client: &Client) -> Vec<String> {
    let given = client.variables.iter().filter(|variable| variable.default.is_none());
    given.map(|variable| argument(&variable.argument, &variable.docs)).collect()
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
    let quoted = |name: &String| format!("`{name}`");
    let variables: Vec<_> = client.variables.iter().filter_map(|variable| variable.env.as_ref()).map(quoted).collect();
    let credentials: Vec<_> =
        client.credentials.iter().filter_map(|credential| credential.env.as_ref()).map(quoted).collect();
    if client.credentials.len() < 2 {
        return paragraphs([
            prose(&format!(
                "A client of the environment's variables {}.",
                [variables, credentials].concat().join(" and ")
            )),
            "# Errors\n\nA variable is not set, or its value cannot be used.".to_owned(),
        ]);
    }
    let of_variables = if variables.is_empty() { String::new() } else { format!("{}, and ", variables.join(", ")) };
    paragraphs([
        prose(&format!(
            "Creates a client from the environment variables {of_variables}as far as they are set: {}.",
            credentials.join(", ")
        )),
        "# Errors\n\nA value cannot be used, or too few are set: no operation could be called.".to_owned(),
    ])
}
