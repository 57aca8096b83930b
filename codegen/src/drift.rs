//! Compares our documents with published ones of the same API, and with recorded traffic.
//!
//! Both sides are read as schemas, in which references, `allOf` and OpenAPI 3.1 are resolved; the IR no longer knows
//! formats, limits of responses, and unions that Rust does not express.

mod difference;
mod find;
mod har;
mod marks;
mod rules;
mod side;
mod traffic;
mod value;
mod view;
mod walk;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use crate::bundle::{self, Documents};
use crate::check::deviations;
use crate::diagnostic::{Diagnostic, FileId, Report, has_error, in_source_order};
use crate::ir::{Api, CredentialLocation};
use crate::ledger::Ledger;
use crate::options::Options;
use crate::source::{self, NodeHashMap, NodeHashSet, NodeId, Sources};
use crate::stages;
pub use difference::{Difference, Explanation, Place, Subject, What};
use find::{Anchor, Comparer, Found, Position};
pub use har::HarError;
use marks::Mark;
pub use rules::{RULES, Rule};
use side::{Operation, Side, operations};
pub use traffic::{Mismatch, Traffic};

/// What a document states that has no such key.
const NONE: &str = "none";
const REQUIRED: &str = "required";
const OPTIONAL: &str = "optional";

/// The result of [`drift`].
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Drifted {
    /// The differences; `None` when there is an error in a document.
    pub drift: Option<Drift>,
    /// The problems of our documents and those of each published document, each with the files they point into.
    pub problems: Vec<(Vec<Diagnostic>, Sources)>,
}

/// The differences between our documents and published ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drift {
    /// The number of operations that both sides have.
    pub operations: usize,
    /// All differences, by place in our documents.
    pub differences: Vec<Difference>,
    /// Our documents without any operation in the published ones, which were not compared.
    pub not_compared: Vec<String>,
}

impl Drift {
    /// Returns the differences that neither a rule nor a mark explains.
    pub fn unexplained(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|difference| difference.explanation.is_none())
    }

    /// Returns the number of deliberate deviations: differences that a mark explains.
    pub fn deliberate(&self) -> usize {
        let is_marked = |found: &&Difference| matches!(found.explanation, Some(Explanation::Mark(_)));
        self.differences.iter().filter(is_marked).count()
    }

    /// Returns the number of differences that a rule explains.
    pub fn by_rule(&self, rule: &Rule) -> usize {
        let is_by = |found: &&Difference| matches!(found.explanation, Some(Explanation::Rule(other)) if other == rule);
        self.differences.iter().filter(is_by).count()
    }
}

/// Compares our documents with published ones of the same API.
///
/// Operations are matched by method and path; the path of the server counts, so that each document is compared with its
/// own version. A mark (`x-deviations`) that no longer explains anything is an error.
pub fn drift(ours: &[PathBuf], folder_name: Option<&str>, theirs: &[PathBuf]) -> Drifted {
    let mut drifted = Drifted::default();
    let problems = with_documents(ours, &of_folder(folder_name), |ours, api, problems| {
        // What is wrong with them was reported before.
        let mut marks: Vec<Mark> = deviations(ours.sources, &mut Vec::new()).into_iter().map(Mark::from).collect();
        let our_headers = credentials(api, CredentialLocation::Header);
        let mut compared = Compared::default();
        for path in theirs {
            let problems = with_documents(std::slice::from_ref(path), &Options::default(), |theirs, api, _| {
                let their_headers = credentials(api, CredentialLocation::Header);
                compare(ours, &our_headers, theirs, &their_headers, &mut compared);
            });
            drifted.problems.push(problems);
        }
        if drifted.problems.iter().any(|(problems, _)| has_error(problems)) {
            return;
        }
        let mut drift = Drift { operations: compared.matched.len(), ..Drift::default() };
        let files = finish(ours, &mut compared, &mut drift);
        marks::explain(&mut marks, &mut compared.differences);
        problems.extend(marks::unused(&marks, &files));
        drift.differences = compared.differences.into_iter().map(|(_, difference)| difference).collect();
        let order = |difference: &Difference| (difference.here.clone(), difference.what, difference.theirs.clone());
        drift.differences.sort_by_key(order);
        drifted.drift = Some(drift);
    });
    drifted.problems.insert(0, problems);
    drifted
}

/// The result of [`traffic`].
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Observed {
    /// What each file shows; `None` when there is an error in a document.
    pub traffic: Option<Vec<Result<Traffic, HarError>>>,
    /// The problems of the documents, with the files that they point into.
    pub problems: (Vec<Diagnostic>, Sources),
}

/// Compares recorded traffic (HAR 1.2) with documents: unknown operations, query parameters and statuses that are not
/// declared, and bodies of responses that their schemas do not describe.
pub fn traffic(ours: &[PathBuf], folder_name: Option<&str>, recorded: &[Vec<u8>]) -> Observed {
    let mut observed = Observed::default();
    let mut all = Vec::new();
    observed.problems = with_documents(ours, &of_folder(folder_name), |ours, api, _| {
        let unread = Report::default();
        let mut side = Side::new(ours, &unread, &[]);
        let known: Vec<_> = ours.bundles.iter().flat_map(|bundle| operations(ours.sources, bundle)).collect();
        let query = credentials(api, CredentialLocation::Query);
        for bytes in recorded {
            let entries = har::entries(bytes);
            all.push(entries.map(|entries| traffic::traffic(&mut side, &known, &query, &entries)));
        }
    });
    observed.traffic = (!has_error(&observed.problems.0)).then_some(all);
    observed
}

/// The options for documents, or for a folder that is shown under a name.
fn of_folder(name: Option<&str>) -> Options {
    Options { folder_name: name.map(str::to_owned), ..Options::default() }
}

/// Reads documents, and passes them on unless they have errors. Returns all problems.
fn with_documents(
    paths: &[PathBuf],
    options: &Options,
    then: impl FnOnce(&Documents<'_>, &Api, &mut Vec<Diagnostic>),
) -> (Vec<Diagnostic>, Sources) {
    let mut diagnostics = Vec::new();
    let (mut sources, read) = stages::read(&source::Store::Disk, paths, options, &mut diagnostics);
    if let Some((layout, _)) = read {
        // The names in Rust make no difference.
        let mut ledger = Ledger::default();
        let documents = bundle::bundle(&mut sources, &layout, &ledger, &mut diagnostics);
        let (api, _) = stages::understand(&documents, &mut ledger, &mut diagnostics, &mut Vec::new());
        if !has_error(&diagnostics) {
            then(&documents, &api, &mut diagnostics);
        }
    }
    in_source_order(&mut diagnostics);
    (diagnostics, sources)
}

/// Returns the names of headers or query parameters with credentials, in lower case.
fn credentials(api: &Api, location: CredentialLocation) -> Vec<String> {
    let all = api.client.credentials.iter().filter(|credential| credential.location == location);
    all.map(|credential| credential.name.to_ascii_lowercase()).collect()
}

/// What was compared so far.
#[derive(Default)]
struct Compared {
    /// With the files of their places in our documents.
    differences: Vec<(FileId, Difference)>,
    /// The place, what differs, and both texts of each of them.
    known: HashSet<(FileId, (String, What, String, String))>,
    /// Our operations that a published document has.
    matched: HashSet<NodeId>,
    /// For each of our versions, the first published document that it was compared with.
    versions: HashMap<usize, Place>,
}

/// Compares our documents with one published document.
fn compare(
    ours: &Documents<'_>,
    our_headers: &[String],
    theirs: &Documents<'_>,
    their_headers: &[String],
    compared: &mut Compared,
) {
    // Lowering reports schemas that cannot be read.
    let unread = [Report::default(), Report::default()];
    let [first, second] = &unread;
    let mut comparer = Comparer::new(Side::new(ours, first, our_headers), Side::new(theirs, second, their_headers));
    let mut absent = Vec::new();
    for bundle in &theirs.bundles {
        let published = operations(theirs.sources, bundle);
        let Some((version, our_bundle, known)) = version(ours, &published) else { continue };
        let place = place(theirs.sources, &NodeHashMap::default(), &Anchor::from(bundle.api));
        compared.versions.entry(version).or_insert(place);
        for their in &published {
            match known.iter().find(|our| our.is_like(their)) {
                Some(our) => {
                    compared.matched.insert(our.declared.node);
                    walk::operations(&mut comparer, our, their);
                }
                None => {
                    let method = their.declared.method.key();
                    let same = known.iter().find(|our| our.path == their.path);
                    let here = match same {
                        Some(our) => Anchor::lacking(our.declared.path_item, &[method]),
                        None => Anchor::lacking(our_bundle.api, &["paths", their.declared.path, method]),
                    };
                    absent.push((their.shown(), here, their.declared.node));
                }
            }
        }
    }
    for (shown, here, there) in absent {
        let at = Position::new(shown, Subject::Operation);
        comparer.add(&at, What::Absent, (NONE, "operation"), (here, there), &[]);
    }
    let found = std::mem::take(&mut comparer.found);
    add(ours.sources, theirs.sources, found, compared);
}

/// Returns our version that a published document is about: the one with the same paths, including that of the server,
/// or else the one with the most paths in common.
fn version<'a>(
    ours: &'a Documents<'_>,
    published: &[Operation<'_>],
) -> Option<(usize, &'a bundle::Bundle, Vec<Operation<'a>>)> {
    let rank = |known: &[Operation<'_>]| {
        let is_there = |their: &&Operation<'_>| known.iter().any(|our| our.prefix == their.prefix);
        let is_known = |their: &&Operation<'_>| known.iter().any(|our| our.is_like(their));
        (published.iter().filter(is_there).count(), published.iter().filter(is_known).count())
    };
    let all = ours.bundles.iter().enumerate();
    let ranked = all.map(|(index, bundle)| (index, bundle, operations(ours.sources, bundle)));
    let ranked = ranked.map(|version| (rank(&version.2), version)).filter(|(rank, _)| rank.0 > 0 || rank.1 > 0);
    ranked.max_by_key(|(rank, _)| *rank).map(|(_, version)| version)
}

/// Adds what was found in one document, unless another document or operation shows the same.
fn add(ours: &Sources, theirs: &Sources, found: Vec<Found>, compared: &mut Compared) {
    let nodes = |side: fn(&Found) -> &Anchor| found.iter().map(|found| side(found).node).collect::<NodeHashSet>();
    let (here, there) = (ours.pointers(&nodes(|found| &found.here)), theirs.pointers(&nodes(|found| &found.there)));
    for found in found {
        let explanation = rules::rule(&found).map(Explanation::Rule);
        let difference = Difference {
            here: place(ours, &here, &found.here),
            there: place(theirs, &there, &found.there),
            position: found.position,
            subject: found.subject,
            what: found.what,
            ours: found.ours,
            theirs: found.theirs,
            explanation,
        };
        let file = found.here.node.file();
        let Place { pointer, .. } = &difference.here;
        let key = (pointer.clone(), difference.what, difference.ours.clone(), difference.theirs.clone());
        if compared.known.insert((file, key)) {
            compared.differences.push((file, difference));
        }
    }
}

/// Returns the place of a node, whose position is among `pointers` unless it is a root.
fn place(sources: &Sources, pointers: &NodeHashMap<String>, anchor: &Anchor) -> Place {
    let position = pointers.get(&anchor.node);
    let location =
        position.and_then(|position| sources.key_at(position)).unwrap_or_else(|| sources.location(anchor.node));
    let file = sources.file(location.file);
    let pointer = position.and_then(|position| position.split_once('#')).map_or("", |(_, pointer)| pointer);
    Place {
        line: file.map_or(0, |file| file.line_column(location.span.start).0),
        file: file.map_or_else(String::new, |file| file.shown.clone()),
        pointer: format!("#{pointer}{}", anchor.lacks),
    }
}

/// Adds our operations that no document has, in fragments of which another operation was compared. Returns the files
/// that were compared as a whole.
fn finish(ours: &Documents<'_>, compared: &mut Compared, drift: &mut Drift) -> BTreeSet<FileId> {
    let mut files = BTreeSet::new();
    let mut extra = Vec::new();
    for (index, bundle) in ours.bundles.iter().enumerate() {
        let all = operations(ours.sources, bundle);
        let mut is_whole = true;
        for fragment in &bundle.fragments {
            let own = || all.iter().filter(|operation| operation.fragment.file == fragment.file);
            let is_matched = |operation: &&Operation<'_>| compared.matched.contains(&operation.declared.node);
            if own().any(|operation| is_matched(&operation)) {
                files.insert(fragment.file);
                extra.extend(
                    own().filter(|operation| !is_matched(operation)).map(|one| (index, one.declared.node, one.shown())),
                );
            } else if own().next().is_some() {
                is_whole = false;
                drift.not_compared.extend(ours.sources.file(fragment.file).map(|file| file.shown.clone()));
            }
        }
        if is_whole {
            files.extend(bundle.fragments.iter().map(|fragment| fragment.file).chain([bundle.api.file()]));
        }
    }
    drift.not_compared.sort();
    drift.not_compared.dedup();
    let pointers = ours.sources.pointers(&extra.iter().map(|(_, node, _)| *node).collect());
    for (version, node, shown) in extra {
        let Some(there) = compared.versions.get(&version).cloned() else { continue };
        let difference = Difference {
            position: shown,
            subject: Subject::Operation,
            what: What::Extra,
            ours: "operation".to_owned(),
            theirs: NONE.to_owned(),
            here: place(ours.sources, &pointers, &Anchor::from(node)),
            there,
            explanation: None,
        };
        compared.differences.push((node.file(), difference));
    }
    files
}
