//! Alternative sets of credentials.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::ir::{Client, Credential, CredentialLocation, Security, Version};

/// Adds the sets that are missing.
pub(super) fn extend(all: &mut Security, more: &Security) {
    for set in more {
        if !all.contains(set) {
            all.push(set.clone());
        }
    }
}

/// The security of most operations; in case of a tie, the first.
pub(super) fn most_frequent(all: Vec<Security>) -> Security {
    let mut counts: HashMap<&Security, usize> = HashMap::new();
    for security in &all {
        *counts.entry(security).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    all.iter().find(|security| counts.get(security) == Some(&most)).cloned().unwrap_or_default()
}

/// The alternative sets of credentials of a client: without any of them, it could call no operation.
pub(super) fn needs(versions: &[Version]) -> Security {
    let mut all = Security::new();
    let mut seen: BTreeSet<&Security> = BTreeSet::new();
    let free = Security::from([Vec::new()]);
    for security in versions.iter().flat_map(of_operations).filter(|security| seen.insert(security)) {
        // No credentials are required.
        extend(&mut all, if security.is_empty() { &free } else { security });
    }
    if seen.is_empty() {
        versions.iter().for_each(|version| extend(&mut all, &version.security));
    }
    if all.iter().any(Vec::is_empty) {
        return free;
    }
    let is_more =
        |set: &Vec<usize>| all.iter().any(|less| less.len() < set.len() && less.iter().all(|one| set.contains(one)));
    all.iter().filter(|set| !is_more(set)).cloned().collect()
}

fn of_operations(version: &Version) -> impl Iterator<Item = &Security> {
    let resources = version.modules.iter().filter_map(|module| module.resource.as_ref());
    resources.flat_map(|resource| &resource.operations).filter_map(|operation| operation.request.security.as_ref())
}

/// All sets of a version.
fn all_of(version: &mut Version) -> impl Iterator<Item = &mut Security> {
    let resources = version.modules.iter_mut().filter_map(|module| module.resource.as_mut());
    let of_operations = resources.flat_map(|resource| &mut resource.operations);
    let own = [Some(&mut version.security), version.raw_security.as_mut()].into_iter().flatten();
    own.chain(of_operations.filter_map(|operation| operation.request.security.as_mut()))
}

/// Merges credentials that are interchangeable: they are sent in the same location, and the same operations require
/// them, together with the same other credentials. The flows of a token are an example.
pub(super) fn merge(credentials: &[Credential], version: &mut Version) {
    type Slot<'a> = (CredentialLocation, &'a str, Option<&'a str>);
    /// The index of a list, and the locations of one of its sets.
    type Uses = BTreeSet<(usize, BTreeSet<usize>)>;
    let mut slots: BTreeMap<Slot<'_>, usize> = BTreeMap::new();
    let mut slot = |index: usize| {
        let credential = credentials.get(index)?;
        Some(*slots.entry((credential.location, &credential.name, credential.env.as_deref())).or_insert(index))
    };
    let distinct: BTreeSet<Security> = all_of(version).map(|security| security.clone()).collect();
    // The lists and sets that contain each credential, if credentials in the same location count as equal.
    let mut uses: BTreeMap<usize, Uses> = BTreeMap::new();
    for (list, security) in distinct.iter().enumerate() {
        for set in security {
            let shape: BTreeSet<usize> = set.iter().filter_map(|index| slot(*index)).collect();
            for index in set {
                uses.entry(*index).or_default().insert((list, shape.clone()));
            }
        }
    }
    let mut first: BTreeMap<(Option<usize>, &Uses), usize> = BTreeMap::new();
    let mut same: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, uses) in &uses {
        same.insert(*index, *first.entry((slot(*index), uses)).or_insert(*index));
    }
    for security in all_of(version) {
        rename(security, &same);
    }
}

fn rename(security: &mut Security, names: &BTreeMap<usize, usize>) {
    let mut renamed = Security::new();
    for set in &*security {
        let mut set: Vec<_> = set.iter().map(|index| names.get(index).copied().unwrap_or(*index)).collect();
        set.sort_unstable();
        set.dedup();
        if !renamed.contains(&set) {
            renamed.push(set);
        }
    }
    *security = renamed;
}

/// Removes the credentials that no operation requires.
pub(super) fn forget_unused(client: &mut Client, versions: &mut [Version]) {
    let used: BTreeSet<usize> = versions.iter_mut().flat_map(all_of).flatten().flatten().map(|index| *index).collect();
    let names = used.iter().enumerate().map(|(new, old)| (*old, new)).collect();
    versions.iter_mut().flat_map(all_of).for_each(|security| rename(security, &names));
    let mut index = 0;
    client.credentials.retain(|_| {
        index += 1;
        used.contains(&(index - 1))
    });
}
