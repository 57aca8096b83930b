//! Credentials: what each operation requires, and what a client accepts.

mod names;
mod schemes;
mod sets;

use self::schemes::Schemes;
use super::input::Input;
use crate::bundle::{Bundle, Fragment, ModuleId, operations_of};
use crate::ir::{Client, Security, Version};
use crate::source::NodeId;

/// Sets the security of all versions and their operations, and the credentials of the client.
pub(super) fn lower(input: Input<'_>, silence: &Silence, client: &mut Client, versions: &mut [Version]) {
    let documents = input.documents;
    let mut schemes = Schemes::default();
    for (index, (bundle, version)) in documents.bundles.iter().zip(versions.iter_mut()).enumerate() {
        schemes.begin(bundle);
        let is_silent = silence.of(index);
        of_version(input, &mut schemes, bundle, is_silent, version);
        sets::merge(&schemes.credentials, version);
    }
    client.credentials = schemes.credentials;
    sets::forget_unused(client, versions);
    client.needs = sets::needs(versions);
    names::give(input, client);
    for version in versions {
        version.state_security_once();
    }
}

fn of_version(input: Input<'_>, schemes: &mut Schemes, bundle: &Bundle, is_silent: bool, version: &mut Version) {
    let sources = input.sources;
    let stated = |node: NodeId| sources.get(node, "security");
    let of_api = stated(bundle.api).map(|list| schemes.read(input, bundle.api, list));
    let unstated = match &of_api {
        Some(security) => security.clone(),
        // If no operation requires any scheme, all declared schemes are meant to be used.
        None if is_silent => schemes.declared(input, bundle.api),
        None => Security::new(),
    };
    let mut of_operations: Vec<Security> = Vec::new();
    for (fragment, module) in bundle.fragments.iter().zip(&mut version.modules) {
        let of_fragment = stated(fragment.root).map(|list| schemes.read(input, fragment.root, list));
        for operation in module.resource.iter_mut().flat_map(|resource| &mut resource.operations) {
            let own = stated(operation.origin.node).map(|list| schemes.read(input, fragment.root, list));
            let security = own.or_else(|| of_fragment.clone()).unwrap_or_else(|| unstated.clone());
            of_operations.push(security.clone());
            operation.request.security = Some(security);
        }
    }
    if of_api.is_some() || is_silent {
        version.security = unstated;
    } else {
        version.raw_security = Some(of_undescribed(version));
        version.security = sets::most_frequent(of_operations);
    }
}

/// The schemes whose credentials an operation may send: from its own `security`, that of its fragment, or that of the
/// version.
pub(super) fn schemes_of(input: Input<'_>, silence: &Silence, module: ModuleId, operation: NodeId) -> Vec<NodeId> {
    let (documents, sources) = (input.documents, input.sources);
    let Some(bundle) = documents.bundles.get(module.version) else { return Vec::new() };
    let root = bundle.fragments.get(module.fragment).map_or(bundle.api, |fragment| fragment.root);
    let holders = [(operation, root), (root, root), (bundle.api, bundle.api)];
    let stated = holders.into_iter().find_map(|(node, root)| Some((root, sources.get(node, "security")?)));
    match stated {
        Some((root, list)) => {
            let names = sources.items(list).iter().flat_map(|item| sources.entries(*item));
            names.filter_map(|entry| schemes::named(input, &[root, bundle.api], &entry.key)).collect()
        }
        None if silence.of(module.version) => schemes::all(input, bundle.api),
        None => Vec::new(),
    }
}

/// For each version, whether it has no `security` at all, including its fragments and operations.
pub(super) struct Silence(Vec<bool>);

impl Silence {
    fn of(&self, version: usize) -> bool {
        self.0.get(version).copied().unwrap_or_default()
    }
}

/// Looks for `security` in all operations.
pub(super) fn silence(input: Input<'_>) -> Silence {
    let sources = input.sources;
    let is_silent = |bundle: &Bundle| {
        let mut lists = bundle.fragments.iter().flat_map(|fragment| lists(input, fragment));
        sources.get(bundle.api, "security").is_none() && lists.all(|list| sources.items(list).is_empty())
    };
    Silence(input.documents.bundles.iter().map(is_silent).collect())
}

/// The security requirements of a fragment and of its operations.
fn lists(input: Input<'_>, fragment: &Fragment) -> Vec<NodeId> {
    let operations = operations_of(input.sources, fragment).into_iter().map(|found| found.node);
    operations.chain([fragment.root]).filter_map(|node| input.sources.get(node, "security")).collect()
}

/// The security of requests that the document does not describe: that of the operations with the same server, including
/// none at all if one of them requires none.
fn of_undescribed(version: &Version) -> Security {
    let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
    let at_home =
        resources.flat_map(|resource| &resource.operations).filter(|operation| operation.request.server.is_none());
    let mut all = Security::new();
    let mut is_free = false;
    for security in at_home.filter_map(|operation| operation.request.security.as_ref()) {
        is_free |= security.iter().all(Vec::is_empty);
        sets::extend(&mut all, security);
    }
    all.retain(|set| !set.is_empty());
    if is_free && !all.is_empty() {
        all.push(Vec::new());
    }
    all
}
