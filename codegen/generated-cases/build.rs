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
        ("documents", "The crates of documents that anyone might have written.", document_in),
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
    println!("cargo::rerun-if-env-changed=API_EVIDENCE");
    println!("cargo::rustc-check-cfg=cfg(evidence)");
    if let Some(folder) = env::var_os("API_EVIDENCE") {
        println!("cargo::rustc-cfg=evidence");
        root.push_str(&evidence(&Path::new(&folder).join("cases"), &out.join("cases/evidence")));
    }
    let examples = out.join("cases/documents/examples/tests/examples/main.rs");
    writeln!(root, "#[cfg(test)]\n#[path = {examples:?}]\nmod examples;").unwrap();
    std::fs::write(out.join("cases.rs"), root).unwrap();
}

/// The small documents outside of this repository that tests call.
const EVIDENCE: &[&str] = &[
    "01-single-enum-tag",
    "02-uint64",
    "03-int64-as-string",
    "06-unknown-fields",
    "07-readonly-writeonly",
    "10-allow-reserved",
    "13-patch-kinds",
    "15-header-param-and-scheme",
    "16-security-by-operation",
    "17-multipart",
    "20-query-styles",
    "28-nested-forms",
    "29-part-media-type",
    "76-bodiless-answers",
    "79-two-schemes-on-operations",
    "modern/02-discriminator-without-mapping",
    "modern/03-discriminator-inline",
    "modern/05-nullable-only-branch",
    "modern/07-two-arrays",
    "modern/08-tag-of-several-values",
    "modern/09-optional-tag",
    "modern/10-content-encoding-binary",
    "modern/12-server-variable-of-one-operation",
    "modern/13-required-nullable-missing",
    "modern/14-null-where-not-declared",
];

/// Generates the crates of documents in a folder, and returns the module that holds them, such as `c01`; those of the
/// folder `modern` as `m02`.
fn evidence(folder: &Path, to: &Path) -> String {
    let mut root =
        "/// Small documents that users of other generators met.\n#[allow(dead_code)]\npub mod evidence {\n".to_owned();
    for name in EVIDENCE {
        let document = folder.join(format!("{name}.yaml"));
        println!("cargo::rerun-if-changed={}", document.display());
        let case = to.join(name);
        std::fs::create_dir_all(&case).unwrap();
        std::fs::copy(&document, case.join("api.yaml")).unwrap();
        let module = document_in(&case, &case).unwrap();
        let (letter, file) = name.strip_prefix("modern/").map_or(("c", *name), |file| ("m", file));
        let (number, _) = file.split_once('-').unwrap();
        writeln!(root, "    #[path = {:?}]\n    pub mod {letter}{number};", case.join(module)).unwrap();
    }
    root + "}\n"
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
fn document_in(case: &Path, to: &Path) -> Option<&'static str> {
    let Generated { tree, .. } = cases::document(case, false);
    cases::write(to, &tree?.files);
    Some("src/lib.rs")
}
