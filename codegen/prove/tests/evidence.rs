//! Proofs of published documents, which are not part of this repository: a table of what is proved and what is not.
//!
//! `API_EVIDENCE=folder cargo test --release -p openapi-client-prove --test evidence -- --ignored --nocapture`; with
//! `PROVE_FOLDER` instead, the documents are those below that folder. `SEED` makes other values.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test ends by panicking"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use codegen::Options;
use codegen::plan::plan;
use openapi_client_prove::{Proof, Reason, prove};

/// The documents below the folders.
fn documents() -> Vec<PathBuf> {
    let mut todo: Vec<PathBuf> = match env::var_os("PROVE_FOLDER") {
        Some(folder) => vec![folder.into()],
        None => {
            let evidence =
                PathBuf::from(env::var_os("API_EVIDENCE").expect("API_EVIDENCE names the folder of the evidence"));
            ["modern", "corpus"].map(|name| evidence.join(name)).into_iter().filter(|folder| folder.is_dir()).collect()
        }
    };
    let mut documents = Vec::new();
    while let Some(folder) = todo.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| ["yaml", "yml", "json"].iter().any(|known| ending == *known))
            {
                documents.push(path);
            }
        }
    }
    documents.sort();
    documents
}

const REASONS: &[(Reason, &str)] = &[
    (Reason::NeverMatches, "never"),
    (Reason::Untyped, "untyped"),
    (Reason::Refused, "refused"),
    (Reason::Lost, "lost"),
    (Reason::Undescribed, "undesc"),
    (Reason::NullLost, "null"),
    (Reason::Appeared, "appear"),
    (Reason::Number, "number"),
    (Reason::Changed, "changed"),
    (Reason::NotAccepted, "notacc"),
    (Reason::NotSent, "notsent"),
];

fn row(name: &str, proof: &Proof, seconds: f64) {
    let count = |reason: Reason| proof.findings.iter().filter(|finding| finding.reason == reason).count();
    let cells: String = REASONS.iter().map(|(reason, _)| format!("{:>8}", count(*reason))).collect();
    println!(
        "{name:<34}{:>8}{:>8}{:>9}{:>9}{:>9}{:>7}{:>8}{:>9}{:>9}{cells}{:>9}{seconds:>7.1}",
        proof.schemas,
        proof.raw,
        proof.values,
        proof.extended,
        proof.examples,
        proof.wrong_examples.len(),
        proof.unions,
        proof.branches,
        proof.operations,
        proof.unproved_schemas.len() + proof.unproved_branches.len(),
    );
}

#[test]
#[ignore = "needs API_EVIDENCE"]
fn published_documents_are_proved() {
    let seed = env::var("SEED").map_or(0, |seed| seed.parse().expect("SEED is a number"));
    let heads: String = REASONS.iter().map(|(_, head)| format!("{head:>8}")).collect();
    println!(
        "{:<34}{:>8}{:>8}{:>9}{:>9}{:>9}{:>7}{:>8}{:>9}{:>9}{heads}{:>9}{:>7}",
        "document",
        "schemas",
        "raw",
        "values",
        "extended",
        "examples",
        "wrong",
        "unions",
        "branches",
        "operat.",
        "unproved",
        "s"
    );
    let (mut refused, mut broken, mut totals) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut wrong = Vec::new();
    let mut examples: BTreeMap<&str, String> = BTreeMap::new();
    for document in documents() {
        let name = document.file_name().unwrap().to_string_lossy().into_owned();
        let begin = Instant::now();
        let Some(plan) = plan(std::slice::from_ref(&document), &Options::default()).plan else {
            refused.push(name);
            continue;
        };
        match prove(&plan, seed) {
            Ok(proof) => {
                row(&name, &proof, begin.elapsed().as_secs_f64());
                wrong.extend(proof.wrong_examples.iter().map(|one| format!("{}: {}", one.position, one.subject)));
                note(&document, &proof, &mut totals, &mut examples);
            }
            Err(problem) => broken.push(format!("{name}: {problem}")),
        }
    }
    println!("\nnot generated: {}", refused.join(", "));
    // `EXAMPLES=1` lists the examples that their own schemas do not accept.
    if env::var_os("EXAMPLES").is_some() {
        println!("{}", wrong.join("\n"));
    }
    for (reason, count) in totals {
        println!("{count:>6} {reason}: {}", examples[reason]);
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Counts the findings, with an example of each reason.
fn note(
    document: &Path,
    proof: &Proof,
    totals: &mut BTreeMap<&'static str, usize>,
    examples: &mut BTreeMap<&'static str, String>,
) {
    let name = document.file_name().unwrap().to_string_lossy();
    for finding in &proof.findings {
        let reason = finding.reason.as_str();
        *totals.entry(reason).or_default() += 1;
        examples
            .entry(reason)
            .or_insert_with(|| format!("{name}:{} {}: {}", finding.position.line, finding.subject, finding.message));
    }
}
