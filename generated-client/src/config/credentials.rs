//! Where the secrets of a client go.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use reqwest::header::{COOKIE, HeaderMap, HeaderName, HeaderValue};

use crate::{
    Error, Secret,
    runtime::{Credential, SecretPlace},
};

/// What every request of a client carries.
#[derive(Default)]
pub(super) struct Sent {
    pub(super) headers: HeaderMap,
    pub(super) query: Vec<(&'static str, Secret)>,
    /// All of them, in every form in which an API may repeat them.
    pub(super) secrets: Vec<Secret>,
}

/// Puts each secret into its place.
pub(super) fn place(all: &[(&'static Credential, Secret)]) -> Result<Sent, Error> {
    let mut sent = Sent::default();
    let mut cookies = Vec::new();
    for (credential, secret) in all {
        let (name, text) = (credential.name, secret.expose());
        let invalid = |why: &str| Error::configuration(format!("the credential for `{name}` {why}"));
        if text.is_empty() {
            return Err(invalid("is empty"));
        }
        sent.secrets.push(secret.clone());
        let text = match credential.place {
            SecretPlace::Header => text.to_owned(),
            SecretPlace::Bearer => format!("Bearer {text}"),
            SecretPlace::Basic => {
                let Some((_, password)) = text.split_once(':') else {
                    return Err(invalid("is no user name and password with a colon between them"));
                };
                let encoded = STANDARD.encode(text);
                sent.secrets.extend([Secret::from(password), Secret::from(encoded.as_str())]);
                format!("Basic {encoded}")
            }
            SecretPlace::Query => {
                sent.query.push((name, secret.clone()));
                continue;
            }
            SecretPlace::Cookie if text.contains([';', ' ', ',', '"']) => {
                return Err(invalid("has characters that no cookie can carry"));
            }
            SecretPlace::Cookie => {
                cookies.push(format!("{name}={text}"));
                continue;
            }
        };
        let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid("has an invalid header name"))?;
        sent.headers
            .insert(header, sensitive(&text).ok_or_else(|| invalid("has characters that no header can carry"))?);
    }
    if !cookies.is_empty() {
        let no_cookie = || Error::configuration("a credential has characters that no cookie can carry");
        sent.headers.insert(COOKIE, sensitive(&cookies.join("; ")).ok_or_else(no_cookie)?);
    }
    sent.secrets.retain(|secret| !secret.expose().is_empty());
    Ok(sent)
}

fn sensitive(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}
