//! Comparisons against the compiler: every item of a crate is used by a function that a template makes of its line in the
//! digest. What the comparison calls breaking has a function that compiles with the base and not with the head, and every
//! function that does not compile any more has a finding that says so. And every difference between the public items of
//! both crates, which `syn` reads, has a finding as well.
//!
//! `SEED=1 EDITS=200 cargo test --workspace --test witness` tries random edits of `spec/`; with `API_EVIDENCE`, all
//! pairs of neighbours in its `history/` come first. `cargo test` leaves it out, because it compiles crates.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod crates;
#[path = "../support/edits.rs"]
mod edits;
mod items;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use codegen::{Callers, Comparison, Features, Finding, Model, Options, compare, generate, model};
use crates::Subject;
use fastrand::Rng;
use uses::Use;

/// How many crates are compiled as modules of one.
const AT_ONCE: usize = 25;

/// A state of a crate.
struct State {
    model: Model,
    files: BTreeMap<String, String>,
    uses: Vec<Use>,
}

/// Two states to compare.
struct Pair<'a> {
    name: String,
    base: &'a State,
    head: &'a State,
}

fn main() -> ExitCode {
    let mut contradictions = 0;
    if let Some(evidence) = env::var_os("API_EVIDENCE") {
        for series in ["customers.v2", "customers.v3"] {
            contradictions += history(&PathBuf::from(&evidence).join("history").join(series));
        }
    }
    let number = |name: &str, default| env::var(name).map_or(default, |text| text.parse::<usize>().unwrap());
    contradictions += seeded(number("SEED", 1) as u64, number("EDITS", 200));
    println!("{contradictions} contradictions");
    if contradictions == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Reads a state, if the generator takes it.
fn state(path: &Path) -> Option<State> {
    let options = options(path);
    let module = path.is_file().then_some("zoo");
    let model = model(&[path.to_owned()], &options, module).model?;
    let uses = uses::uses(model.digest());
    // The same module for each version of a document.
    let folder = tempfile::tempdir().unwrap();
    let source = if path.is_file() {
        let document = folder.path().join("zoo.yaml");
        fs::copy(path, &document).unwrap();
        document
    } else {
        path.to_owned()
    };
    let files = generate(&[source], &options).tree?.files;
    Some(State { model, files, uses })
}

fn options(path: &Path) -> Options {
    let mut options = Options::modules("zoo", "spec");
    options.features = Features::None;
    if path.is_file() {
        options.folder_name = None;
    }
    options
}

fn history(folder: &Path) -> usize {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let states: Vec<_> = paths.iter().map(|path| (path, state(path))).collect();
    let pairs = states.windows(2).filter_map(|pair| {
        let name = pair[1].0.file_stem()?.to_str()?.to_owned();
        Some(Pair { name, base: pair[0].1.as_ref()?, head: pair[1].1.as_ref()? })
    });
    let pairs: Vec<_> = pairs.collect();
    println!("{}: {} documents, {} pairs", folder.display(), paths.len(), pairs.len());
    let own: Vec<_> = states.iter().filter_map(|(_, state)| state.as_ref()).collect();
    if let [first, .., last] = own.as_slice() {
        assert_programs_compile(&[first, last]);
    }
    judge(&pairs)
}

fn seeded(seed: u64, count: usize) -> usize {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let base = state(&spec).unwrap();
    assert_programs_compile(&[&base]);
    let mut rng = Rng::with_seed(seed);
    let mut heads = Vec::new();
    let mut kinds = BTreeMap::new();
    while heads.len() < count {
        let folder = tempfile::tempdir().unwrap();
        copy(&spec, folder.path());
        let name = edits::edit(folder.path(), &mut rng);
        // Many edits contradict something else in the spec, such as an example.
        if let Some(state) = state(folder.path()) {
            *kinds.entry(name).or_insert(0) += 1;
            heads.push((format!("edit {} ({name})", heads.len()), name, state));
        }
    }
    println!("SEED={seed}: {count} edits: {kinds:?}");
    let mut contradictions = 0;
    for (name, kind, head) in &heads {
        let loud = compare(&base.model, &head.model).callers().is_some_and(|callers| callers > Callers::Documentation);
        if edits::REFACTORINGS.contains(kind) && loud {
            println!("{name}: a refactoring is reported");
            contradictions += 1;
        }
    }
    let pairs = heads.iter().map(|(name, _, head)| Pair { name: name.clone(), base: &base, head });
    contradictions + judge(&pairs.collect::<Vec<_>>())
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        if path.is_dir() {
            fs::create_dir_all(to.join(&name)).unwrap();
            copy(&path, &to.join(name));
        } else {
            fs::copy(path, to.join(name)).unwrap();
        }
    }
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("witness");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The templates are right if all functions compile with the crate that they are made for.
fn assert_programs_compile(states: &[&State]) {
    for states in states.chunks(AT_ONCE) {
        let subjects = states.iter().map(|state| Subject { files: state.files.clone(), uses: state.uses.clone() });
        let subjects: Vec<_> = subjects.collect();
        for (subject, failing) in subjects.iter().zip(crates::failing(&folder(), &subjects)) {
            let failing: Vec<_> = failing.iter().map(|(index, why)| (&subject.uses[*index], why)).collect();
            assert!(failing.is_empty(), "these do not compile with their own crate: {failing:#?}");
        }
    }
}

/// Counts contradictions between the findings and the compiler, and differences without a finding.
fn judge(pairs: &[Pair<'_>]) -> usize {
    let mut contradictions = 0;
    let (mut breaking, mut functions) = (0, 0);
    for pairs in pairs.chunks(AT_ONCE) {
        let subjects =
            pairs.iter().map(|pair| Subject { files: pair.head.files.clone(), uses: pair.base.uses.clone() });
        let subjects: Vec<_> = subjects.collect();
        for (pair, failing) in pairs.iter().zip(crates::failing(&folder(), &subjects)) {
            let comparison = compare(&pair.base.model, &pair.head.model);
            breaking += comparison.findings.iter().filter(|finding| finding.callers == Callers::Breaking).count();
            functions += failing.len();
            let failing = failing.into_keys().collect();
            for problem in against_compiler(&comparison, &pair.base.uses, &failing)
                .into_iter()
                .chain(unexplained(&comparison, pair))
            {
                println!("{}: {problem}", pair.name);
                contradictions += 1;
            }
        }
    }
    println!("{} pairs: {breaking} breaking findings, {functions} functions that do not compile any more", pairs.len());
    contradictions
}

fn against_compiler(comparison: &Comparison, uses: &[Use], failing: &BTreeSet<usize>) -> Vec<String> {
    let breaking: Vec<_> = comparison.findings.iter().filter(|finding| finding.callers == Callers::Breaking).collect();
    let mut problems = Vec::new();
    for finding in &breaking {
        let has_witness = failing.iter().any(|index| is_about(finding, &uses[*index]));
        if !has_witness {
            problems.push(format!(
                "{} {} is breaking, and every program compiles\n  {}\n  {}",
                finding.rule.code, finding.item, finding.before, finding.after
            ));
        }
    }
    for index in failing {
        let one = &uses[*index];
        // With a method, its request builder is renamed, and with that the paths of its setters.
        let is_told = |finding: &&Finding| {
            is_about(finding, one)
                || paths(&finding.before).iter().any(|path| mentions(&one.code, path))
                || module(finding, &finding.before).is_some_and(|module| one.item.starts_with(module))
        };
        if !breaking.iter().any(is_told) {
            problems.push(format!("no finding says that this breaks: {}{}", one.item, one.code));
        }
    }
    problems
}

/// Whether a function uses the item of a finding, or what the item is new in.
fn is_about(finding: &Finding, one: &Use) -> bool {
    let owner = finding.item.rsplit_once("::").map_or("", |(owner, _)| owner);
    let is_constructor = one.item == owner && one.code.contains("::new(");
    // What a method takes is also taken by its like for any number of items.
    let is_taken =
        is_argument(finding) && finding.sent_by.iter().any(|path| one.item.trim_end_matches("_batches") == path);
    one.item == finding.item || (finding.before.is_empty() && one.item == owner) || is_constructor || is_taken || {
        // A type is in the signature of what uses it.
        finding.subject == "type" && mentions(&one.code, &finding.item)
    }
}

fn is_argument(finding: &Finding) -> bool {
    ["parameter", "request body"].contains(&finding.subject)
}

/// Whether a text names a path, and not only one that begins like it.
fn mentions(text: &str, path: &str) -> bool {
    let is_name = |next: char| next.is_alphanumeric() || next == '_';
    text.match_indices(path).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + path.len()..]);
        !before.ends_with(is_name) && !after.starts_with(is_name)
    })
}

/// The differences between the public items of both crates that no finding tells of.
fn unexplained(comparison: &Comparison, pair: &Pair<'_>) -> Vec<String> {
    let (base, head) = (items::items(&pair.base.files), items::items(&pair.head.files));
    let builders: BTreeMap<_, _> =
        [&pair.base.model, &pair.head.model].iter().flat_map(|model| builders(model)).collect();
    let all: BTreeSet<_> = base.keys().chain(head.keys()).collect();
    let differs = all.into_iter().filter(|path| base.get(*path) != head.get(*path));
    let told = |path: &&String| {
        let signatures = [base.get(*path), head.get(*path)];
        let path = path.trim_end_matches("()");
        let path = path.split(": ").next().unwrap();
        let is_inside = |path: &str, item: &str| path.strip_prefix(item).is_some_and(|rest| rest.starts_with("::"));
        let builder = builders.iter().find(|(builder, _)| path == *builder || is_inside(path, builder));
        comparison.findings.iter().any(|finding| {
            let texts = [&finding.item, &finding.before, &finding.after];
            texts.iter().any(|text| mentions(text, path))
                || paths(&finding.after).iter().any(|item| is_inside(path, item))
                || is_argument(finding) && finding.sent_by.iter().any(|method| path.trim_end_matches("_batches") == method)
                // A version has a method for each resource, named after the module.
                || finding.subject == "resource"
                    && paths(&format!("{} {}", finding.item, finding.after)).iter().any(|item| {
                        item.rsplit_once("::").is_some_and(|(module, _)| last(module) == last(path))
                    })
                || [&finding.item, &finding.after].iter().any(|item| module(finding, item).is_some_and(|module| is_inside(path, module)))
                // A type that was renamed has all that it had at its new path, and is in signatures by its new name.
                || [&finding.item, &finding.after].iter().any(|item| is_inside(path, item))
                || finding.rule.code == "D0703" && signatures.iter().flatten().any(|text| text.contains(last(&finding.after)))
                || builder.is_some_and(|(_, operation)| *operation == finding.item || is_inside(&finding.item, operation))
                || is_derived(path, &finding.item)
                || is_derived(path, &finding.after)
        })
    };
    let found = differs.filter(|path| !told(path));
    found.map(|path| format!("no finding tells of {path}: {:?} and {:?}", base.get(path), head.get(path))).collect()
}

/// The module of a resource that was renamed: all that is in it has another path.
fn module<'a>(finding: &Finding, item: &'a str) -> Option<&'a str> {
    item.rsplit_once("::").map(|(module, _)| module).filter(|_| finding.rule.code == "D0153")
}

/// The paths that a text names.
fn paths(text: &str) -> Vec<&str> {
    let pieces = text.split(|next: char| !(next.is_alphanumeric() || next == '_' || next == ':'));
    pieces.map(|piece| piece.trim_end_matches(':')).filter(|piece| piece.contains("::")).collect()
}

/// The last part of a path.
fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// What is generated beside an item: a struct of required fields with its type, and the type with the parts of either.
fn is_derived(path: &str, item: &str) -> bool {
    let owner = item.rsplit_once("::").map_or("", |(owner, _)| owner);
    [item, owner].iter().any(|owner| {
        let type_of = path.strip_prefix(owner);
        !owner.is_empty()
            && type_of.is_some_and(|rest| rest.starts_with("Required") || rest == "::new" || rest.is_empty())
    })
}

/// The request builders, with the paths of their methods.
fn builders(model: &Model) -> Vec<(String, String)> {
    let lines = model.digest().lines().filter(|line| line.contains(" # operation ") || line.contains(" # lookup "));
    let split = lines.filter_map(|line| {
        let (declaration, _) = line.split_once(" # ")?;
        let (call, builder) = declaration.split_once(" -> ")?;
        let builder = builder.split(" -> ").next()?;
        Some((builder.to_owned(), call.split('(').next()?.to_owned()))
    });
    split.collect()
}
