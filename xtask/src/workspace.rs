//! The locations of this workspace, and the name of its program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What a user types to run this program.
pub const PROGRAM: &str = "cargo xtask";
/// The folder of the fragments.
pub const SPEC: &str = "spec";
/// The folder of the generated files.
pub const GENERATED: &str = "generated-client/src/generated";
/// The folder of the package that generated ones depend on.
pub const RUNTIME: &str = "codegen/runtime";

/// Returns the root of the workspace.
///
/// Searches upwards from three places: the package folder, which cargo passes to programs that it runs; the current
/// folder; the folder of the program, which is `target/…` if it is run directly.
///
/// # Errors
/// Fails if none of the places is below a root.
pub fn root() -> Result<PathBuf, String> {
    let starts =
        [env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from), env::current_dir().ok(), env::current_exe().ok()];
    starts.into_iter().flatten().find_map(|start| above(&start)).ok_or_else(|| {
        "not inside the workspace: no parent folder has both a Cargo.toml with a [workspace] and a folder xtask\n  \
         help: run it inside the checkout, or pass both folders with --spec and --out"
            .to_owned()
    })
}

/// Returns the folder of the fragments.
///
/// # Errors
/// There is no workspace, or no such folder in it.
pub fn spec() -> Result<PathBuf, String> {
    let spec = root()?.join(SPEC);
    match spec.is_dir() {
        true => Ok(spec),
        false => Err(format!("cannot find the folder {}\n  help: pass a document", spec.display())),
    }
}

fn above(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| is_root(folder)).map(Path::to_path_buf)
}

fn is_root(folder: &Path) -> bool {
    folder.join("xtask/Cargo.toml").is_file()
        && fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|manifest| manifest.lines().any(|line| line.trim() == "[workspace]"))
}
