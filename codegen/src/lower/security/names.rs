//! The Rust names of credentials.

use super::super::input::Input;
use super::super::known;
use crate::ir::{Client, CredentialLocation, Ident, Names};
use crate::ledger::{Place, Role};

/// Methods of the builder that has the setters.
const BUILDER: &[&str] = &[
    "base_url",
    "build",
    "clone",
    "http_client",
    "layer",
    "lenient",
    "max_body_size",
    "max_concurrency",
    "on_drift",
    "on_event",
    "pacing",
    "redirect",
    "retry",
    "script",
    "server",
    "server_variable",
    "timeout",
    "total_timeout",
    "user_agent",
];

/// Statics of the same file.
const STATICS: &[&str] = &["CLIENT"];

/// Names the credentials. A single one is an argument of the function that returns the client's builder. Several are
/// setters of the builder, prefixed with the version if another version has the same name.
pub(super) fn give(input: Input<'_>, client: &mut Client) {
    let ledger = input.ledger;
    let mut arguments = Names::default();
    for variable in &mut client.variables {
        variable.argument = arguments.free(variable.argument.clone());
    }
    match client.credentials.as_mut_slice() {
        [only] => {
            if only.location == CredentialLocation::Basic {
                only.user = Some(arguments.free(Ident::snake("username")));
                only.argument = Ident::snake("password");
            }
            let key = known::at(Role::Credential, Place::Node(only.origin));
            ledger.reserve_one(&mut arguments, input.report, key);
            only.argument = ledger.settle(&mut arguments, key, only.argument.clone(), Names::free).name;
        }
        several => {
            let all: Vec<_> = several.iter().map(|one| (one.argument.clone(), one.version.clone())).collect();
            let mut setters = Names::reserving(BUILDER);
            for credential in &*several {
                let key = known::at(Role::Credential, Place::Node(credential.origin));
                ledger.reserve_one(&mut setters, input.report, key);
            }
            for credential in &mut *several {
                let key = known::at(Role::Credential, Place::Node(credential.origin));
                let is_elsewhere =
                    |(name, version): &(Ident, String)| *name == credential.argument && *version != credential.version;
                let name = match all.iter().any(is_elsewhere) {
                    true => Ident::snake(&format!("{}_{}", credential.version, credential.argument.plain())),
                    false => credential.argument.clone(),
                };
                credential.argument = ledger.settle(&mut setters, key, name, Names::free).name;
                credential.user = (credential.location == CredentialLocation::Basic).then(|| Ident::snake("username"));
            }
        }
    }
    let mut statics = Names::reserving(STATICS);
    for credential in &mut client.credentials {
        credential.constant = statics.free(credential.constant.clone());
    }
}
