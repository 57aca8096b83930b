//! The model of decoding against the compiled crate, for a document with each kind of type.
//!
//! Examples of the documents are tested by the tests that are generated for them.
//!
//! `cargo test -p openapi-client-prove --test compiled`. `cargo test` leaves it out, because it compiles a crate.
//! `DOCUMENTS=a.yaml:b.json` compiles others instead, `SEED` makes other values. `PROVE_FOLDER=folder DRAW=200` draws so
//! many by the seed from those below the folder; one above a MiB, or that is not taken, is left out and counts.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test ends by panicking")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use codegen::plan::plan;
use codegen::{Options, Runtime};
use openapi_client_prove::{Cargo, PACKAGE, Reason, compile, prove};

/// Where the crates are.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/proved");

fn main() -> ExitCode {
    let seed = env::var("SEED").map_or(0, |seed| seed.parse().expect("SEED is a number"));
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let is_drawn = env::var_os("PROVE_FOLDER").is_some();
    let documents: Vec<PathBuf> = match (env::var_os("DOCUMENTS"), env::var_os("PROVE_FOLDER")) {
        (Some(paths), _) => env::split_paths(&paths).collect(),
        (None, Some(folder)) => drawn(folder.into(), seed),
        (None, None) => vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zoo.yaml")],
    };
    let runtime = codegen.join("runtime").canonicalize().unwrap();
    let mut options = Options::new(PACKAGE, Runtime::Path(runtime.to_str().unwrap().to_owned()));
    options.example_tests = true;
    let cargo = Cargo {
        target: Path::new(env!("CARGO_TARGET_TMPDIR")).parent().map(Path::to_owned),
        lock: Some(codegen.join("../Cargo.lock")),
    };
    let (mut is_good, mut crates, mut values) = (true, 0, 0);
    for document in documents {
        let _ = fs::remove_dir_all(FOLDER);
        fs::create_dir_all(FOLDER).unwrap();
        let is_large = fs::metadata(&document).is_ok_and(|data| data.len() > LARGE);
        if is_drawn && is_large {
            println!("{}: left out, it has more than a MiB", document.display());
            continue;
        }
        let planned = plan(std::slice::from_ref(&document), &options).plan;
        if is_drawn && planned.is_none() {
            println!("{}: left out, it has errors", document.display());
            continue;
        }
        let plan = planned.expect("the document has no errors");
        let mut proof = prove(&plan, seed).unwrap();
        let inside = (Path::new(FOLDER), &cargo);
        let compared = match compile(std::slice::from_ref(&document), &options, &plan, &mut proof, inside) {
            Ok(compared) => compared,
            Err(error) => panic!("{}: {error:?}", document.display()),
        };
        println!("{}: {compared} values by {} types", document.display(), plan.types.len());
        assert!(compared > 0 || is_drawn);
        (crates, values) = (crates + 1, values + compared);
        for finding in proof.findings.iter().filter(|finding| finding.reason == Reason::Compiled) {
            println!("  {}: {}\n    {}", finding.position, finding.subject, finding.message);
            is_good = false;
        }
    }
    println!("{crates} crates, {values} values");
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Documents are drawn up to this size: the largest would take hours.
const LARGE: u64 = 1 << 20;

/// Draws documents below a folder by a seed.
fn drawn(top: PathBuf, seed: u64) -> Vec<PathBuf> {
    let (mut todo, mut all) = (vec![top.clone()], Vec::new());
    while let Some(folder) = todo.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_document =
                path.extension().is_some_and(|ending| ["yaml", "yml", "json"].iter().any(|it| ending == *it));
            match path.is_dir() {
                true => todo.push(path),
                false => all.extend(is_document.then_some(path)),
            }
        }
    }
    // FNV-1a of the seed and the path, the same on each machine.
    let mixed = |path: &PathBuf| {
        let path = path.strip_prefix(&top).unwrap_or(path).to_string_lossy().into_owned();
        let bytes = seed.to_le_bytes().into_iter().chain(path.bytes());
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    all.sort_by_cached_key(|path| (mixed(path), path.clone()));
    all.truncate(env::var("DRAW").map_or(200, |count| count.parse().expect("DRAW is a number")));
    all
}
