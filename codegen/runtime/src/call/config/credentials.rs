//! The credentials of a client, in the form in which they are sent.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use reqwest::header::{HeaderName, HeaderValue};

use crate::{
    transport::{
        credentials::{self, Credentials, Given, Sent},
        error::Error,
    },
    types::{secret::Secret, value},
    wire::spec::{ClientSpec, Credential, CredentialLocation},
};

/// Prepares each credential.
pub(super) fn collect(all: &[(&'static Credential, Secret)]) -> Result<Credentials, Error> {
    let mut credentials = Credentials::default();
    for (credential, secret) in all {
        let sent = form(credential, secret, &mut credentials.secrets)?;
        credentials.given.push(Given { credential, sent });
    }
    credentials.secrets.retain(|secret| !secret.expose().is_empty());
    Ok(credentials)
}

/// Returns the form in which a credential is sent. Adds every form in which an API may repeat it to `secrets`.
fn form(credential: &Credential, secret: &Secret, secrets: &mut Vec<Secret>) -> Result<Sent, Error> {
    let (name, text) = (credential.name, secret.expose());
    let invalid = |why: &str| Error::configuration(format!("the credential for `{name}` {why}"));
    if text.is_empty() {
        return Err(invalid("is empty"));
    }
    secrets.push(secret.clone());
    let text = match credential.location {
        CredentialLocation::Header => text.to_owned(),
        CredentialLocation::Bearer => format!("Bearer {text}"),
        CredentialLocation::Basic => {
            let Some((_, password)) = text.split_once(':') else {
                return Err(invalid("is not a user name and a password with a colon between them"));
            };
            let encoded = STANDARD.encode(text);
            secrets.extend([Secret::from(password), Secret::from(encoded.as_str())]);
            format!("Basic {encoded}")
        }
        CredentialLocation::Query => {
            // A URL may contain either form.
            let encoded = value::encoded(text);
            let forms = [encoded.replace("%20", "+"), encoded];
            secrets.extend(forms.into_iter().filter(|form| form != text).map(Secret::from));
            return Ok(Sent::Query(name, secret.clone()));
        }
        CredentialLocation::Cookie => {
            let is_valid = HeaderValue::from_str(text).is_ok() && !text.contains([';', ' ', ',', '"']);
            return match is_valid {
                true => Ok(Sent::Cookie(Secret::from(format!("{name}={text}")))),
                false => Err(invalid("has characters that no cookie can carry")),
            };
        }
    };
    let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid("has an invalid header name"))?;
    let mut value = HeaderValue::from_str(&text).map_err(|_| invalid("has characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(Sent::Header(header, value))
}

/// Checks that some operation can be called with these credentials.
pub(super) fn check(spec: &ClientSpec, given: &[(&'static Credential, Secret)]) -> Result<(), Error> {
    if is_enough(spec, given) {
        return Ok(());
    }
    Err(Error::configuration(match spec.needs {
        [[credential]] => format!("the credential for `{}` is not set", credential.name),
        needs => {
            format!(
                "no operation can be called without credentials: set {}",
                credentials::choice(needs, |one| one.scheme)
            )
        }
    }))
}

/// Checks the same for credentials from the environment.
pub(super) fn check_env(spec: &ClientSpec, given: &[(&'static Credential, Secret)]) -> Result<(), Error> {
    if is_enough(spec, given) {
        return Ok(());
    }
    let name = |credential: &Credential| credential.env.unwrap_or(credential.scheme);
    Err(Error::configuration(match spec.needs {
        [[credential]] => format!("the environment variable {} is not set", name(credential)),
        needs => format!("the environment has no credentials: set {}", credentials::choice(needs, name)),
    }))
}

fn is_enough(spec: &ClientSpec, given: &[(&'static Credential, Secret)]) -> bool {
    let is_given = |credential: &&Credential| given.iter().any(|(known, _)| std::ptr::eq(*known, *credential));
    spec.needs.is_empty() || spec.needs.iter().any(|all| all.iter().all(is_given))
}
