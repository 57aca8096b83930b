//! Security schemes, and the requirements that refer to them.

use std::collections::HashMap;

use super::super::asked;
use super::super::input::Input;
use crate::bundle::Bundle;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Credential, CredentialLocation, Ident, Security};
use crate::source::{Entry, NodeId};
use crate::suggest::nearest;

/// The schemes that are used.
#[derive(Default)]
pub(super) struct Schemes {
    pub(super) credentials: Vec<Credential>,
    /// The credential of each scheme; `None` if it is not supported.
    known: HashMap<NodeId, Option<usize>>,
    /// The current version and its document.
    version: String,
    api: Option<NodeId>,
}

impl Schemes {
    pub(super) fn begin(&mut self, bundle: &Bundle) {
        self.version.clone_from(&bundle.name);
        self.api = Some(bundle.api);
    }

    /// Reads a list of security requirements. Unsupported schemes are left to the caller, but their sets remain.
    pub(super) fn read(&mut self, input: Input<'_>, root: NodeId, list: NodeId) -> Security {
        let mut all = Security::new();
        for item in input.sources.items(list) {
            let found: Vec<_> =
                input.sources.entries(*item).iter().filter_map(|entry| self.named(input, root, entry)).collect();
            for set in self.sendable(input, *item, found) {
                if !all.contains(&set) {
                    all.push(set);
                }
            }
        }
        all
    }

    /// Each scheme of a document, as an alternative of its own.
    pub(super) fn declared(&mut self, input: Input<'_>, api: NodeId) -> Security {
        let schemes = of_document(input, api);
        let found =
            schemes.into_iter().filter_map(|(key, node)| self.scheme(input, key, input.documents.resolve(node)?));
        found.map(|index| vec![index]).collect()
    }

    /// The scheme with a name, in the document or in the main document of its version.
    fn named(&mut self, input: Input<'_>, root: NodeId, entry: &Entry) -> Option<usize> {
        let key = entry.key.as_str();
        let mut names = Vec::new();
        for document in [Some(root), self.api].into_iter().flatten() {
            let all = of_document(input, document);
            if let Some((_, node)) = all.iter().find(|(known, _)| *known == key) {
                // A broken reference is reported already.
                return self.scheme(input, key, input.documents.resolve(*node)?);
            }
            names.extend(all.into_iter().map(|(name, _)| name));
        }
        names.sort_unstable();
        let message = format!("unknown security scheme `{key}`: the client sends no credential for it");
        let help = match nearest(key, names.into_iter()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("define `{key}` under `components/securitySchemes`"),
        };
        input.report.add(Diagnostic::new(Code::UndeclaredSecurity, entry.key_location(), message).help(help));
        None
    }

    fn scheme(&mut self, input: Input<'_>, key: &str, node: NodeId) -> Option<usize> {
        if let Some(known) = self.known.get(&node) {
            return *known;
        }
        let found = credential(input, key, node).map(|credential| self.index(input, credential));
        self.known.insert(node, found);
        found
    }

    /// The index of a credential. Versions of the same API share equal ones.
    fn index(&mut self, input: Input<'_>, credential: Credential) -> usize {
        let credential = Credential { version: self.version.clone(), ..credential };
        let same = |known: &Credential| {
            known.name == credential.name
                && known.location == credential.location
                && known.version != credential.version
        };
        let shared = input.policy.shares_credentials.then(|| self.credentials.iter().position(same));
        if let Some(index) = shared.flatten() {
            if self.credentials.get(index).is_some_and(|known| known.env != credential.env) {
                let message = "another version has a different `x-env` for these credentials";
                input.disagree(credential.origin, message);
            }
            return index;
        }
        self.credentials.push(credential);
        self.credentials.len() - 1
    }

    /// Splits a set that cannot be sent as a whole: of several credentials in the same location, each gets a set of its
    /// own with all the others.
    fn sendable(&self, input: Input<'_>, item: NodeId, set: Vec<usize>) -> Vec<Vec<usize>> {
        let mut by_location: Vec<Vec<usize>> = Vec::new();
        for index in set {
            let is_same = |all: &&mut Vec<usize>| all.first().is_some_and(|first| self.share_location(*first, index));
            match by_location.iter_mut().find(is_same) {
                Some(all) if all.contains(&index) => {}
                Some(all) => all.push(index),
                None => by_location.push(vec![index]),
            }
        }
        let most = by_location.iter().map(Vec::len).max().unwrap_or(1);
        if let Some(all) = by_location.iter().find(|all| all.len() > 1) {
            self.report_clash(input, item, all);
        }
        let nth = |at: usize| by_location.iter().filter_map(|all| all.get(at).or(all.last()).copied()).collect();
        (0..most).map(nth).collect()
    }

    /// Whether two credentials are sent in the same location, so that only one of them can be sent.
    fn share_location(&self, left: usize, right: usize) -> bool {
        let target = |index: usize| {
            let credential = self.credentials.get(index)?;
            let name = credential.name.as_str();
            Some(match credential.location {
                CredentialLocation::Header | CredentialLocation::Bearer | CredentialLocation::Basic => {
                    ("header", name.to_ascii_lowercase())
                }
                CredentialLocation::Query => ("query parameter", name.to_owned()),
                CredentialLocation::Cookie => ("cookie", name.to_owned()),
            })
        };
        target(left) == target(right)
    }

    /// Reports credentials of different kinds in the same header. Two of the same kind may be alternative ways to
    /// obtain a token.
    fn report_clash(&self, input: Input<'_>, item: NodeId, all: &[usize]) {
        let all: Vec<_> = all.iter().filter_map(|index| self.credentials.get(*index)).collect();
        let [first, others @ ..] = all.as_slice() else { return };
        let Some(other) = others.iter().find(|other| other.location != first.location) else { return };
        let message = format!(
            "`{}` and `{}` are both sent in the header `{}`, which holds one: they are treated as alternatives",
            first.scheme, other.scheme, first.name
        );
        let problem = Diagnostic::new(input.policy.clashing_credentials, input.sources.location(item), message);
        input.report.add(problem.help("write them as two alternative requirements"));
    }
}

/// The scheme with a name, from the first document that has one.
pub(super) fn named(input: Input<'_>, documents: &[NodeId], key: &str) -> Option<NodeId> {
    let mut all = documents.iter().flat_map(|root| of_document(input, *root));
    input.documents.resolve(all.find(|(known, _)| *known == key)?.1)
}

/// All schemes of a document.
pub(super) fn all(input: Input<'_>, root: NodeId) -> Vec<NodeId> {
    of_document(input, root).into_iter().filter_map(|(_, node)| input.documents.resolve(node)).collect()
}

/// The security schemes of a document, by name.
fn of_document<'a>(input: Input<'a>, root: NodeId) -> Vec<(&'a str, NodeId)> {
    let schemes = input.sources.get(root, "components").and_then(|node| input.sources.get(node, "securitySchemes"));
    let entries = schemes.map_or(&[][..], |schemes| input.sources.entries(schemes));
    entries.iter().map(|entry| (entry.key.as_str(), entry.value)).collect()
}

fn credential(input: Input<'_>, key: &str, scheme: NodeId) -> Option<Credential> {
    let sources = input.sources;
    let kind = sources.get_text(scheme, "type").unwrap_or_default();
    let detail = ["in", "scheme"].into_iter().find_map(|key| sources.get_text(scheme, key)).unwrap_or_default();
    let location = match (kind, detail.to_ascii_lowercase().as_str()) {
        ("apiKey", "header") => CredentialLocation::Header,
        ("apiKey", "query") => CredentialLocation::Query,
        ("apiKey", "cookie") => CredentialLocation::Cookie,
        ("http", "bearer") | ("oauth2" | "openIdConnect", _) => CredentialLocation::Bearer,
        ("http", "basic") => CredentialLocation::Basic,
        _ => {
            unsendable(input, scheme);
            return None;
        }
    };
    let own = sources.get_text(scheme, "name").unwrap_or_default();
    let name = if kind == "apiKey" { own } else { "Authorization" };
    let argument = asked::name(input, scheme).unwrap_or_else(|| Ident::snake(key));
    Some(Credential {
        constant: Ident::shouty(argument.plain()),
        argument,
        user: None,
        scheme: key.to_owned(),
        version: String::new(),
        location,
        name: name.to_owned(),
        env: sources.get_text(scheme, "x-env").map(str::to_owned),
        docs: input.description(scheme),
        origin: scheme,
    })
}

fn unsendable(input: Input<'_>, scheme: NodeId) {
    let location = input.sources.location(scheme);
    let code = input.policy.unsupported_credentials;
    input.report.add(match code.is_error() {
        true => Diagnostic::new(code, location, "credentials of this kind are not supported")
            .help("describe an `apiKey`, or `http` with the scheme `basic` or `bearer`"),
        false => Diagnostic::new(code, location, "the client does not send credentials of this kind by itself")
            .help("send them with a `Layer`, or with the headers of `CallOptions`"),
    });
}
