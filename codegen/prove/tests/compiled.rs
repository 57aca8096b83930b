//! The model of decoding against the compiled crate, for a document with each kind of type.
//!
//! Examples of the documents are tested by the tests that are generated for them.
//!
//! `cargo test -p openapi-client-prove --test compiled`. `cargo test` leaves it out, because it compiles a crate.
//! `DOCUMENTS=a.yaml:b.json` compiles others instead, `SEED` makes other values.
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
    let documents: Vec<PathBuf> = match env::var_os("DOCUMENTS") {
        Some(paths) => env::split_paths(&paths).collect(),
        None => vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zoo.yaml")],
    };
    let runtime = codegen.join("runtime").canonicalize().unwrap();
    let mut options = Options::new(PACKAGE, Runtime::Path(runtime.to_str().unwrap().to_owned()));
    options.example_tests = true;
    let cargo = Cargo {
        target: Path::new(env!("CARGO_TARGET_TMPDIR")).parent().map(Path::to_owned),
        lock: Some(codegen.join("../Cargo.lock")),
    };
    let mut is_good = true;
    for document in documents {
        let _ = fs::remove_dir_all(FOLDER);
        fs::create_dir_all(FOLDER).unwrap();
        let plan = plan(std::slice::from_ref(&document), &options).plan.expect("the document has no errors");
        let mut proof = prove(&plan, seed).unwrap();
        let inside = (Path::new(FOLDER), &cargo);
        let compared = match compile(std::slice::from_ref(&document), &options, &plan, &mut proof, inside) {
            Ok(compared) => compared,
            Err(error) => panic!("{}: {error:?}", document.display()),
        };
        println!("{}: {compared} values by {} types", document.display(), plan.types.len());
        assert!(compared > 0);
        for finding in proof.findings.iter().filter(|finding| finding.reason == Reason::Compiled) {
            println!("  {}: {}\n    {}", finding.position, finding.subject, finding.message);
            is_good = false;
        }
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
