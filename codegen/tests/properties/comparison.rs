//! Comparisons of published documents, which are not part of this repository: each finding has its mirror in the
//! comparison the other way round, and a document does not differ from itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{Comparison, Model, Options, Rule, Runtime, compare, model};

/// The documents of a folder, in the order of their names.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml"));
    paths.sort();
    paths
}

/// `None` if the document is refused: a few were published with mistakes that leave no meaning.
fn modelled(document: &Path) -> Option<Model> {
    let options = Options::new("published", Runtime::Version("0.1".to_owned()));
    model(&[document.to_owned()], &options, Some("api")).model
}

/// How often each rule occurs, after `of_rule`.
fn counts(comparison: &Comparison, of_rule: impl Fn(&'static Rule) -> &'static str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &comparison.findings {
        *counts.entry(of_rule(finding.rule)).or_default() += 1;
    }
    counts
}

/// Compares each document with the next one. Returns what is wrong, and how many documents were compared.
fn check(documents: &[PathBuf]) -> (Vec<String>, usize) {
    let mut problems = Vec::new();
    let mut compared = 0;
    let mut previous: Option<(&PathBuf, Model)> = None;
    for document in documents {
        let Some(current) = modelled(document) else { continue };
        compared += 1;
        let same = compare(&current, &current);
        if !same.findings.is_empty() {
            problems.push(format!("{} differs from itself: {:#?}", document.display(), same.findings));
        }
        if let Some((name, previous)) = &previous {
            let (forth, back) = (compare(previous, &current), compare(&current, previous));
            let (expected, found) = (counts(&forth, |rule| rule.mirror), counts(&back, |rule| rule.code));
            if expected != found {
                let pair = format!("{} and {}", name.display(), document.display());
                problems.push(format!("{pair}: the mirrors are\n{expected:?}, but found\n{found:?}"));
            }
            let undescribed = forth.findings.iter().filter(|finding| finding.rule.code == "D0999");
            problems.extend(undescribed.map(|finding| format!("{finding:#?}")));
        }
        previous = Some((document, current));
    }
    (problems, compared)
}

#[test]
#[ignore = "needs API_EVIDENCE"]
fn each_difference_has_its_mirror() {
    let folder = PathBuf::from(env::var_os("API_EVIDENCE").expect("API_EVIDENCE names the folder of the evidence"));
    let histories = fs::read_dir(folder.join("history")).unwrap().map(|entry| entry.unwrap().path());
    let folders = histories.filter(|path| path.is_dir()).chain([folder.join("corpus")]);
    let mut problems = Vec::new();
    for folder in folders {
        let documents = documents(&folder);
        let (found, compared) = check(&documents);
        assert!(compared > documents.len() / 2, "{compared} documents of {}", folder.display());
        problems.extend(found);
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}
