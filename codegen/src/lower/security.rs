//! Credentials: what each operation asks for, and what a client can be given.

mod names;
mod schemes;
mod sets;

use self::schemes::Schemes;
use super::Context;
use super::naming::operations_of;
use crate::bundle::{Bundle, Fragment};
use crate::ir::{Client, Security, Version};
use crate::source::NodeId;

/// What every operation asks for, in all versions, and the credentials that a client needs for that.
pub(super) fn lower(cx: &mut Context<'_>, client: &mut Client, versions: &mut [Version]) {
    let documents = cx.documents;
    let mut schemes = Schemes::default();
    for (index, (bundle, version)) in documents.bundles.iter().zip(versions.iter_mut()).enumerate() {
        schemes.begin(bundle);
        let is_silent = is_silent(cx, index);
        of_version(cx, &mut schemes, bundle, is_silent, version);
        sets::merge(&schemes.credentials, version);
    }
    client.credentials = schemes.credentials;
    sets::forget_unused(client, versions);
    client.needs = sets::needs(versions);
    names::give(client);
    for version in versions {
        version.state_security_once();
    }
}

fn of_version(cx: &mut Context<'_>, schemes: &mut Schemes, bundle: &Bundle, is_silent: bool, version: &mut Version) {
    let sources = cx.sources;
    let stated = |node: NodeId| sources.get(node, "security");
    let of_api = stated(bundle.api).map(|list| schemes.read(cx, bundle.api, list));
    let unstated = match &of_api {
        Some(security) => security.clone(),
        // Schemes that nothing asks for are meant to be used all the same.
        None if is_silent => schemes.declared(cx, bundle.api),
        None => Security::new(),
    };
    let mut of_operations: Vec<Security> = Vec::new();
    for (fragment, module) in bundle.fragments.iter().zip(&mut version.modules) {
        let of_fragment = stated(fragment.root).map(|list| schemes.read(cx, fragment.root, list));
        for operation in module.resource.iter_mut().flat_map(|resource| &mut resource.operations) {
            let own = stated(operation.origin).map(|list| schemes.read(cx, fragment.root, list));
            let security = own.or_else(|| of_fragment.clone()).unwrap_or_else(|| unstated.clone());
            of_operations.push(security.clone());
            operation.security = Some(security);
        }
    }
    if of_api.is_some() || is_silent {
        version.security = unstated;
    } else {
        version.raw_security = Some(of_undescribed(version));
        version.security = sets::most_frequent(of_operations);
    }
}

/// The schemes whose credentials an operation of a module may send: by its own `security`, or that of its fragment, or
/// that of the version.
pub(super) fn schemes_of(cx: &mut Context<'_>, module: (usize, usize), operation: NodeId) -> Vec<NodeId> {
    let (documents, sources) = (cx.documents, cx.sources);
    let Some(bundle) = documents.bundles.get(module.0) else { return Vec::new() };
    let root = bundle.fragments.get(module.1).map_or(bundle.api, |fragment| fragment.root);
    let holders = [(operation, root), (root, root), (bundle.api, bundle.api)];
    let stated = holders.into_iter().find_map(|(node, root)| Some((root, sources.get(node, "security")?)));
    match stated {
        Some((root, list)) => {
            let names = sources.items(list).iter().flat_map(|item| sources.entries(*item));
            names.filter_map(|entry| schemes::named(cx, &[root, bundle.api], &entry.key)).collect()
        }
        None if is_silent(cx, module.0) => schemes::all(cx, bundle.api),
        None => Vec::new(),
    }
}

/// Whether a version says nothing of credentials, and none of its fragments and operations asks for any: looked for once,
/// as that takes all of them.
fn is_silent(cx: &mut Context<'_>, version: usize) -> bool {
    if let Some(known) = cx.silent.get(&version) {
        return *known;
    }
    let (documents, sources) = (cx.documents, cx.sources);
    let is_silent = documents.bundles.get(version).is_some_and(|bundle| {
        let mut lists = bundle.fragments.iter().flat_map(|fragment| lists(cx, fragment));
        sources.get(bundle.api, "security").is_none() && lists.all(|list| sources.items(list).is_empty())
    });
    cx.silent.insert(version, is_silent);
    is_silent
}

/// Every list of requirements in a module, and that of its document.
fn lists(cx: &Context<'_>, fragment: &Fragment) -> Vec<NodeId> {
    let operations = operations_of(cx.sources, fragment).into_iter().map(|found| found.node);
    operations.chain([fragment.root]).filter_map(|node| cx.sources.get(node, "security")).collect()
}

/// What a call sends that the document neither describes nor has a word about: what the operations at the same address
/// send. It may go without, if one of them does.
fn of_undescribed(version: &Version) -> Security {
    let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
    let at_home = resources.flat_map(|resource| &resource.operations).filter(|operation| operation.server.is_none());
    let mut all = Security::new();
    let mut is_free = false;
    for security in at_home.filter_map(|operation| operation.security.as_ref()) {
        is_free |= security.iter().all(Vec::is_empty);
        sets::extend(&mut all, security);
    }
    all.retain(|set| !set.is_empty());
    if is_free && !all.is_empty() {
        all.push(Vec::new());
    }
    all
}
