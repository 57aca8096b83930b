//! The documentation of the functions that create clients and their builders.

use super::{paragraphs, prose};
use crate::emit::{markdown, rt};
use crate::ir::{Client, Credential, CredentialLocation, Ident};

/// Documents the function that returns the builder of a client.
pub(in crate::emit) fn client_builder(client: &Client) -> String {
    let mut arguments = variables(client);
    let has_setters = client.credentials.len() > 1;
    let builder = if has_setters { rt::CLIENT_BUILDER.name().to_owned() } else { rt::CLIENT_BUILDER.to_string() };
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
        Some(item(&format!("`{}`, by default `{default}`", variable.name), &variable.docs))
    });
    paragraphs([
        "Returns a builder for a client.".to_owned(),
        list("# Arguments", &arguments),
        list(
            "# Credentials\n\nEach has a setter. A call sends those that its operation requires, and no others:",
            setters,
        ),
        list(
            &format!(
                "# Servers\n\nThe first one of a document is the default. [`server`]({builder}::server) selects another one of\n\
                 these, [`base_url`]({builder}::base_url) any other host:"
            ),
            &servers,
        ),
        list(
            &format!("Variables of these URLs, set with [`server_variable`]({builder}::server_variable):"),
            &defaults.collect::<Vec<_>>(),
        ),
    ])
}

/// Documents the function that returns the builder of a client without credentials.
pub(in crate::emit) fn client_without_credentials(client: &Client) -> String {
    paragraphs([
        "Returns a builder for a client without credentials, for the operations that need none. Apart from that\n\
         it does what [`builder`](Self::builder) does."
            .to_owned(),
        list("# Arguments", &variables(client)),
    ])
}

/// Documents the builder with setters for credentials.
pub(in crate::emit) fn builder_of_credentials() -> String {
    paragraphs([
        "Builds a client; see [`Client::builder`].".to_owned(),
        prose(
            "A call sends the credentials that its operation requires, and no others. If there are alternatives, the \
             first complete one is used; a call whose credentials are not set fails before it is sent.",
        ),
    ])
}

/// Documents the setter of a credential.
pub(in crate::emit) fn credential(credential: &Credential) -> String {
    let name = &credential.name;
    let location = match credential.location {
        CredentialLocation::Header => format!("the header `{name}`"),
        CredentialLocation::Bearer => format!("the header `{name}`, behind `Bearer`"),
        CredentialLocation::Basic => format!("the header `{name}`, as `Basic`"),
        CredentialLocation::Query => format!("the query parameter `{name}`"),
        CredentialLocation::Cookie => format!("the cookie `{name}`"),
    };
    let head = format!("Sets the credential `{}`, which is sent in {location}.", credential.scheme);
    paragraphs([prose(&head), prose(&credential.docs)])
}

/// Documents the arguments for variables of the servers' URLs.
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

/// Documents the function that returns a client of the environment's variables.
pub(in crate::emit) fn client_from_env(client: &Client) -> String {
    paragraphs([
        prose(&format!("Creates a client {}", environment(client))),
        markdown::filled(&base_url(client)),
        errors_from_env(client),
    ])
}

/// Documents the function that returns a builder with what the environment says.
pub(in crate::emit) fn client_builder_from_env(client: &Client) -> String {
    paragraphs([
        prose(&format!("Returns a builder for a client {}", environment(client))),
        markdown::filled(&base_url(client)),
        prose("Settings of the builder take precedence over the environment."),
        errors_from_env(client),
    ])
}

/// The variables that credentials and server variables come from, as the end of a sentence.
fn environment(client: &Client) -> String {
    let quoted = |name: &String| format!("`{name}`");
    let variables: Vec<_> = client.variables.iter().filter_map(|variable| variable.env.as_ref()).map(quoted).collect();
    let credentials: Vec<_> =
        client.credentials.iter().filter_map(|credential| credential.env.as_ref()).map(quoted).collect();
    if client.credentials.len() < 2 {
        return format!("from the environment variables {}.", [variables, credentials].concat().join(" and "));
    }
    let of_variables = if variables.is_empty() { String::new() } else { format!("{}, and ", variables.join(", ")) };
    format!("from the environment variables {of_variables}as far as they are set: {}.", credentials.join(", "))
}

fn base_url(client: &Client) -> String {
    let link = format!("[base URL]({}::base_url)", rt::CLIENT_BUILDER);
    let text = |name: &String| format!("`{name}` is the {link}, if it is set: for a proxy, or a server of your tests.");
    client.base_url_env.as_ref().map_or_else(String::new, text)
}

fn errors_from_env(client: &Client) -> String {
    let problem = match client.credentials.len() < 2 {
        true => "If a variable is not set, or its value is not valid.",
        false => "If a value is not valid, or too few are set to call any operation.",
    };
    format!("# Errors\n\n{problem}")
}
