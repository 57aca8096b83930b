//! Generates the client from `museum.yaml`, corrected by `fixes.yaml`, whenever one of them changes.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{Features, Options, Runtime, Severity, generate};

const DOCUMENT: &str = "museum.yaml";
const OVERLAY: &str = "fixes.yaml";

fn main() -> Result<(), Box<dyn Error>> {
    for file in [DOCUMENT, OVERLAY] {
        println!("cargo::rerun-if-changed={file}");
    }
    let mut options = Options::new("museum", Runtime::default());
    // The features would have to be those of this crate.
    options.features = Features::None;
    options.overlays = vec![OVERLAY.into()];
    options.include.tags = vec!["events".to_owned()];

    let generated = generate(&[DOCUMENT.into()], &options);
    for problem in &generated.diagnostics {
        let level = if problem.severity() == Severity::Error { "error" } else { "warning" };
        println!("cargo::{level}={}: {}", problem.code, problem.message);
    }
    let crate_of_it = generated.tree.ok_or("the document has errors")?;

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let folder = out.join("api");
    let changes = crate_of_it.compare_package(&folder)?;
    crate_of_it.apply(&folder, &changes)?;
    fs::write(out.join("api.rs"), module(&folder.join("src/lib.rs")))?;
    Ok(())
}

/// Returns the module to include. It cannot be the text of the crate, because that has modules of its own in files.
fn module(root: &Path) -> String {
    format!("#[path = {root:?}]\n#[allow(missing_docs, reason = \"generated\")]\npub mod api;\n")
}
