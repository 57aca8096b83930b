//! Generates the code of all cases in `codegen/tests/good/` and `codegen/tests/documents/`, and the modules that hold it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a build script may panic")]

#[path = "../tests/support/cases.rs"]
mod cases;

use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use codegen::Generated;

fn main() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    // What cases were generated from before must not be compiled.
    let _ = std::fs::remove_dir_all(out.join("cases"));
    let mut root = String::new();
    for (kind, about, generate) in [
        ("good", "The modules of fragments that are written as this workspace writes them.", good as Generate),
        ("documents", "The crates of documents that anyone might have written.", document),
    ] {
        let kind_folder = tests.join(kind);
        println!("cargo::rerun-if-changed={}", kind_folder.display());
        writeln!(root, "/// {about}\npub mod {kind} {{").unwrap();
        for name in cases::names(&kind_folder) {
            let code = out.join("cases").join(kind).join(&name);
            if let Some(module) = generate(&kind_folder.join(&name), &code) {
                writeln!(root, "    #[allow(dead_code, unused_imports, reason = \"not every case uses all of it\")]")
                    .unwrap();
                writeln!(root, "    #[path = {:?}]\n    pub mod {name};", code.join(module)).unwrap();
            }
        }
        root.push_str("}\n");
    }
    let examples = out.join("cases/documents/examples/tests/examples/main.rs");
    writeln!(root, "#[cfg(test)]\n#[path = {examples:?}]\nmod examples;").unwrap();
    std::fs::write(out.join("cases.rs"), root).unwrap();
}

/// Generates a case into a folder, and returns the file of its root module there.
type Generate = fn(&Path, &Path) -> Option<&'static str>;

fn good(case: &Path, to: &Path) -> Option<&'static str> {
    let run = cases::good(case, false);
    let Some(tree) = &run.tree else { panic!("{} is a good case: {:#?}", case.display(), run.diagnostics) };
    cases::write(to, &tree.files);
    // The client, and the versions.
    let modules = tree.files.keys().filter_map(|path| path.strip_suffix(".rs")).filter(|path| !path.contains('/'));
    let root: String = modules.map(|module| format!("pub mod {module};\n")).collect();
    std::fs::write(to.join("mod.rs"), root).unwrap();
    Some("mod.rs")
}

/// What cannot become a crate has nothing to compile; that it cannot is compared by the tests of the generator.
fn document(case: &Path, to: &Path) -> Option<&'static str> {
    let Generated { tree, .. } = cases::document(case, false);
    cases::write(to, &tree?.files);
    Some("src/lib.rs")
}
